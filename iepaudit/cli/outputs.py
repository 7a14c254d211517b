"""Where the reports of a run go: stdout, files, and folders with one report for each plan."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

import click

from iepaudit.cli import terminal
from iepaudit.model.errors import UsageError
from iepaudit.model.outcome import FileReport, RunReport
from iepaudit.policy.mirror import Mirror
from iepaudit.report.formats import FORMATS, SUFFIXES, live, pieces
from iepaudit.report.index import INDEXES
from iepaudit.report.options import ReportOptions
from iepaudit.resources.strict_yaml import did_you_mean

OptionsFor = Callable[[str, bool], ReportOptions]  # of a format's name, and whether it goes to a file
RunOf = Callable[[FileReport], RunReport]  # a run of this file alone


@dataclass(frozen=True, slots=True)
class Target:
    """What `--report FORMAT=PATH` asks for; `folder`: one report for each plan."""

    format: str
    path: Path
    folder: bool


def read_targets(texts: Iterable[str]) -> tuple[Target, ...]:
    """Raises UsageError for what is no FORMAT=PATH. A path that ends with a slash, or is a folder, asks for a report
    for each plan."""
    targets = []
    for text in texts:
        name, equals, path = text.partition("=")
        if not equals or not path:
            raise UsageError(
                f"--report {text}: write it as FORMAT=PATH, for example json=out/report.json, or html=out/ for one "
                "report for each plan"
            )
        if name not in FORMATS:
            raise UsageError(f"--report {text}: there is no format '{name}'{did_you_mean(name, FORMATS)}")
        targets.append(Target(name, Path(path), path.endswith(("/", "\\")) or Path(path).is_dir()))
    return tuple(targets)


class ToStdout:
    """The report on stdout: file by file as results come where the format can, else at the end."""

    def __init__(self, name: str, options: ReportOptions, quiet_screen: Callable[[], AbstractContextManager[None]]):
        self._name = name
        self._options = options
        self._live = live(name)
        self._quiet_screen = quiet_screen
        self._number = 0

    def file(self, report: FileReport) -> None:
        if self._live is not None:
            self._write(self._live.file(report, self._options, self._number))
            self._number += 1

    def end(self, run: RunReport) -> None:
        if self._live is not None:
            self._write(self._live.end(run, self._options))
        else:
            terminal.write(pieces(self._name, run, self._options), for_people=FORMATS[self._name].for_people)

    def _write(self, text: str) -> None:
        if text:
            with self._quiet_screen():
                terminal.write(text, for_people=FORMATS[self._name].for_people)


class ToFile:
    """One report on the whole run."""

    def __init__(self, target: Target, options: ReportOptions) -> None:
        self._target = target
        self._options = options

    def file(self, report: FileReport) -> None:
        pass

    def end(self, run: RunReport) -> None:
        terminal.write_file(self._target.path, pieces(self._target.format, run, self._options))


class ToFolder:
    """A report for each plan, written as soon as the plan has been read, and a list of them at the end."""

    def __init__(self, target: Target, options: ReportOptions, mirror: Mirror, run_of: RunOf) -> None:
        self._target = target
        self._options = options
        self._mirror = mirror
        self._run_of = run_of
        self._failed: list[str] = []
        self._count = 0

    def file(self, report: FileReport) -> None:
        if not _plan(report):
            return
        self._count += 1
        try:
            parts = b"".join(_bytes(pieces(self._target.format, self._run_of(report), self._options)))
        except UsageError as error:  # this format cannot be made of this plan; the others go on
            self._failed.append(str(error))
            return
        terminal.write_file(self._target.path / self._name(report), parts)

    def end(self, run: RunReport) -> None:
        index = INDEXES.get(self._target.format)
        if index is not None:
            named = ((report, self._name(report)) for report in run.files if _plan(report))
            terminal.write_file(self._target.path / index.name, index.render(named, self._count))
        for text in self._failed[:3]:
            click.echo(f"iepaudit: {text}", err=True)
        if len(self._failed) > 3:
            click.echo(
                f"iepaudit: and {len(self._failed) - 3} more without a report as {self._target.format}", err=True
            )

    def _name(self, report: FileReport) -> str:
        return self._mirror.name(report.path, SUFFIXES[self._target.format])


def _plan(report: FileReport) -> bool:
    return bool(report.sha256 or report.problems)  # not what is said about the suppressions


def _bytes(parts: Iterable[str | bytes]) -> Iterator[bytes]:
    return (p.encode("utf-8", "replace") if isinstance(p, str) else p for p in parts)
