"""`iepaudit check`: audit files and say what was found."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from iepaudit import __version__
from iepaudit.audit import AuditOptions, audit_inputs, load_rules, selected_rules
from iepaudit.cli import terminal
from iepaudit.cli.options import (
    IsoDate,
    Words,
    cores,
    flatten,
    ocr_option,
    option,
    password,
    prompts_option,
    second_opinion_option,
    use_prompts,
)
from iepaudit.cli.progress import Progress
from iepaudit.cli.settings import isolate, use_config
from iepaudit.engine.select import Selection
from iepaudit.extract import ReadOptions
from iepaudit.model.errors import UsageError
from iepaudit.model.outcome import Confidence, FileReport, RunReport, Severity
from iepaudit.policy.exit_code import Exit, FailOn, decide
from iepaudit.policy.inputs import Inputs, find_inputs
from iepaudit.policy.suppressions import NAME as SUPPRESSIONS
from iepaudit.report.formats import FORMATS, check_count, pieces, renderer, warm_up
from iepaudit.report.options import ReportOptions
from iepaudit.report.redact import Redact
from iepaudit.resources.strict_yaml import did_you_mean

if TYPE_CHECKING:
    from iepaudit.policy.baseline import Known
    from iepaudit.policy.suppressions import Entry
    from iepaudit.rulepack import Ruleset

_HELP = """Reads each plan and says what is there, what was not found, and what to ask. PATHS are files, folders,
patterns such as 'cases/*.pdf', or - for standard input. Only IEPs, amendments and blank forms are audited; of any
other document you are told what it is.

\b
Examples:
  iepaudit check myiep.pdf
  iepaudit check cases/ -f concise --fail-on gap
  iepaudit check myiep.pdf -f json --report markdown=out/plan.md
  iepaudit check --kind template templates/
  iepaudit check myiep.pdf --select IEP2 --as-of 2026-09-01
  pdftotext -layout plan.pdf - | iepaudit check - --stdin-filename plan.txt

\b
Exit codes:
  0  all was read, nothing at or above --fail-on    1  findings at or above it
  2  could not run as asked    3  something was not read or not checked    130  interrupted
"""


@click.command(help=_HELP, short_help="Audit plans.")
@click.argument("paths", nargs=-1, required=True)
@click.option(
    "--isolated", is_flag=True, is_eager=True, expose_value=False, callback=isolate, help="Use no settings file."
)
@click.option(
    "--config",
    is_eager=True,
    expose_value=False,
    callback=use_config,
    metavar="FILE",
    help="Use this settings file (default: the nearest iepaudit.toml or pyproject.toml).",
)
@option("--suppressions", metavar="FILE", help=f"A list of findings that were explained (default: {SUPPRESSIONS}).")
@option("--no-suppressions", is_flag=True, help="Show suppressed findings again.")
@option("--baseline", metavar="FILE", help="Known findings: only new ones count.")
@option("--show-known", is_flag=True, help="Show known findings again.")
@option("-f", "--format", "format_name", type=click.Choice(list(FORMATS)), help="What goes to stdout (default: text).")
@option("--report", "reports", multiple=True, metavar="FORMAT=PATH", envvar=None, help="Write this report as well.")
@option(
    "--fail-on",
    type=click.Choice([f.value for f in FailOn]),
    default="required",
    show_default=True,
    help="Exit 1 from this level on; 'review' also for what could not be decided.",
)
@option(
    "--show",
    type=click.Choice([s.value for s in Severity]),
    default="advice",
    show_default=True,
    help="Print findings from this level on; what is counted stays the same.",
)
@option("--show-passed", is_flag=True, help="List the checks that found nothing too.")
@option("--show-not-applicable", is_flag=True, help="List the checks that do not apply too.")
@option(
    "--select", type=Words(), multiple=True, metavar="RULES", help="Run only these: IEP2, IEP204, a name, tag:goals."
)
@option("--extend-select", type=Words(), multiple=True, metavar="RULES", help="Run these as well.")
@option("--ignore", type=Words(), multiple=True, metavar="RULES", help="Do not run these.")
@option("--must-run", type=Words(), multiple=True, metavar="RULES", help="Run these whatever else says.")
@option("--severity", "severities", multiple=True, metavar="RULE=LEVEL", help="Give a rule another level.")
@option(
    "--min-confidence",
    type=click.Choice(["high", "medium", "low"]),
    default="low",
    show_default=True,
    help="Leave out findings that are less sure.",
)
@option("--profile", default="federal", show_default=True, help="A state's rules: tx, wi ...")
@option("--as-of", type=IsoDate(), help="The date for ages and deadlines (default: the meeting date in the plan).")
@option(
    "--kind",
    type=click.Choice(["auto", "iep", "template"]),
    default="auto",
    show_default=True,
    help="Read every file as an IEP, or as a blank form.",
)
@option("--rules", "rule_paths", multiple=True, metavar="PATH", help="Rule files or folders of your own.")
@option("--include", multiple=True, metavar="PATTERN", help="In folders, read these files only.")
@option("--exclude", multiple=True, metavar="PATTERN", help="In folders, leave these files out.")
@option("--no-recursive", is_flag=True, help="Do not go into folders inside folders.")
@option("--list-files", is_flag=True, help="Say which files would be read, and stop.")
@option("--allow-empty", is_flag=True, help="Exit 0 even when there is nothing to check.")
@option(
    "--unreadable",
    type=click.Choice(["fail", "warn"]),
    default="fail",
    show_default=True,
    help="Whether an unread file or page makes the exit code 3.",
)
@option("--password-file", metavar="PATH", help="A file with the password of the PDF (or set IEPAUDIT_PASSWORD).")
@ocr_option()
@prompts_option()
@second_opinion_option()
@option("-j", "--jobs", type=click.IntRange(0), default=0, help="Files read at once (default: one for each core).")
@option("--timeout", type=click.FloatRange(0.1), help="Seconds for one file (default: by its size).")
@option("--max-pages", type=click.IntRange(1), default=2000, show_default=True, help="Pages of one file at most.")
@option("--max-size", type=click.IntRange(1), default=100, show_default=True, help="Megabytes of one file at most.")
@option("--max-memory", type=click.IntRange(200), default=2000, show_default=True, help="Megabytes for reading a file.")
@option("-q", "--quiet", is_flag=True, help="No progress, and no last line when all is well.")
@option("-v", "--verbose", is_flag=True, help="Say more: where was looked, how to do better.")
@option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True)
@option("--width", type=click.IntRange(20), help="Columns of the text report (60 to 200).")
@option("--show-student", is_flag=True, help="Do not take the student's name out of the output.")
@option(
    "--redact",
    type=click.Choice([r.value for r in Redact]),
    help="What to take out: names (default, except on a terminal), all quotes, or nothing.",
)
@option("--stdin-filename", default="", metavar="NAME", help="The name and type of what comes from standard input.")
def check(paths: tuple[str, ...], prompts: tuple[str, ...], **given: object) -> int:
    use_prompts(prompts)
    return _Check(paths, given).run()


class _Check:
    """One run of the command: options in, report on stdout, exit code out."""

    def __init__(self, paths: tuple[str, ...], given: dict[str, object]) -> None:
        self.paths = paths
        self.given = given
        self.quiet = bool(given["quiet"])
        self.fail_on = FailOn(str(given["fail_on"]))
        github = bool(os.environ.get("GITHUB_ACTIONS")) and not terminal.is_terminal()
        self.format = str(given["format_name"] or ("github" if github else "text"))
        terminal.refuse_binary(self.format, binary=FORMATS[self.format].binary)

    def run(self) -> int:
        reports = self._reports()
        inputs = find_inputs(
            self.paths,
            include=_strings(self.given["include"]),
            exclude=_strings(self.given["exclude"]),
            recursive=not self.given["no_recursive"],
        )
        if self.given["list_files"]:
            return self._list(inputs)
        for name in {self.format, *(name for name, _ in reports)}:
            check_count(name, len(inputs.files))
        options = self._audit_options()
        progress = Progress(len(inputs.files), quiet=self.quiet)
        stream = audit_inputs(inputs.files, options, progress.step)
        try:  # the workers have begun; what needs no result is done meanwhile
            ruleset = load_rules(options)
            suppressions = self._suppressions(ruleset)
            baseline = self._baseline()
            warm_up(self.format)
            with progress:
                files = tuple(stream)
        finally:
            stream.close()
        files = self._without_known(self._without_suppressed(files, suppressions), baseline)
        outcome = self._outcome(files, inputs)
        as_of = options.as_of.isoformat() if options.as_of else None
        run = RunReport(
            files=files,
            version=__version__,
            rules_digest=ruleset.digest,
            profile=options.profile,
            exit_code=outcome.code,
            exit_reasons=outcome.reasons,
            rules_checked=len(selected_rules(ruleset, options)),
        )
        for name, path in reports:
            terminal.write_file(path, renderer(name)(run, self._report_options(name, as_of, to_file=True)))
        text = pieces(self.format, run, self._report_options(self.format, as_of))
        terminal.write(text, for_people=FORMATS[self.format].for_people)
        for name in dict.fromkeys([self.format, *(name for name, _ in reports)]):
            if FORMATS[name].notice and not self.quiet:
                click.echo(f"iepaudit: {FORMATS[name].notice}", err=True)
        return self._end(outcome)

    def _reports(self) -> list[tuple[str, Path]]:
        pairs = []
        for text in _strings(self.given["reports"]):
            name, equals, path = text.partition("=")
            if not equals or not path:
                raise UsageError(f"--report {text}: write it as FORMAT=PATH, for example json=out/report.json")
            if name not in FORMATS:
                raise UsageError(f"--report {text}: there is no format '{name}'{did_you_mean(name, FORMATS)}")
            pairs.append((name, Path(path)))
        return pairs

    def _audit_options(self) -> AuditOptions:
        given = self.given
        as_of = given["as_of"]
        timeout = given["timeout"]
        return AuditOptions(
            read=ReadOptions(
                ocr=str(given["ocr"]),
                password=password(_text(given["password_file"])),
                max_bytes=int(str(given["max_size"])) * 1_000_000,
                max_pages=int(str(given["max_pages"])),
            ),
            memory_bytes=int(str(given["max_memory"])) * 1_000_000,
            profile=str(given["profile"]),
            rule_paths=_strings(given["rule_paths"]),
            selection=Selection(
                select=_words(given["select"]),
                extend_select=_words(given["extend_select"]),
                ignore=_words(given["ignore"]),
                must_run=_words(given["must_run"]),
                severity=dict(_level(text) for text in _strings(given["severities"])),
                min_confidence=Confidence(str(given["min_confidence"])),
            ),
            as_of=as_of if isinstance(as_of, date) else None,
            kind=str(given["kind"]),
            jobs=int(str(given["jobs"])) or cores(),
            seconds=float(str(timeout)) if timeout else None,
            stdin_filename=str(given["stdin_filename"]),
            second_opinion=bool(given["second_opinion"]),
        )

    def _report_options(self, name: str, as_of: str | None, *, to_file: bool = False) -> ReportOptions:
        given = self.given
        people = FORMATS[name].for_people
        on_terminal = terminal.is_terminal() and people and not to_file
        if given["redact"]:
            redact = Redact(str(given["redact"]))
        else:
            redact = Redact.OFF if given["show_student"] or on_terminal else Redact.NAMES
        return ReportOptions(
            redact=redact,
            show=Severity(str(given["show"])),
            show_passed=bool(given["show_passed"]),
            show_not_applicable=bool(given["show_not_applicable"]),
            width=terminal.width(int(str(given["width"])) if given["width"] else None),
            color=not to_file and terminal.color(str(given["color"])),
            unicode=to_file or not people or terminal.unicode(),
            verbose=bool(given["verbose"]),
            as_of=as_of,
            fail_weight=self.fail_on.weight,
            source=self._audit_options().read,
        )

    def _list(self, inputs: Inputs) -> int:
        for item in inputs.files:
            click.echo(item.shown)
        for line in inputs.empty:
            click.echo(f"iepaudit: {line}", err=True)
        return 0 if inputs.files else self._end(decide((), allow_empty=bool(self.given["allow_empty"])))

    def _suppressions(self, ruleset: Ruleset) -> tuple[Path, tuple[Entry, ...]] | None:
        from iepaudit.policy.suppressions import load_suppressions

        named = _text(self.given["suppressions"])
        path = Path(named or SUPPRESSIONS)
        if self.given["no_suppressions"] or (named is None and not path.is_file()):
            return None
        return path, load_suppressions(path, ((r.id, r.name) for r in ruleset.rules))

    def _without_suppressed(
        self, files: tuple[FileReport, ...], suppressions: tuple[Path, tuple[Entry, ...]] | None
    ) -> tuple[FileReport, ...]:
        from iepaudit.policy.suppressions import apply

        if suppressions is None:
            return files
        path, entries = suppressions
        as_of = self.given["as_of"]
        marked, about = apply(files, entries, path, as_of if isinstance(as_of, date) else date.today())
        return (*marked, about) if about else marked

    def _baseline(self) -> tuple[Known, ...] | None:
        from iepaudit.policy.baseline import load_baseline

        path = _text(self.given["baseline"])
        return load_baseline(Path(path)) if path and not self.given["show_known"] else None

    def _without_known(
        self, files: tuple[FileReport, ...], baseline: tuple[Known, ...] | None
    ) -> tuple[FileReport, ...]:
        from iepaudit.policy.baseline import apply

        if baseline is None:
            return files
        compared = apply(files, baseline, os.environ.get("IEPAUDIT_KEY", ""))
        if compared.fixed and not self.quiet:
            n = sum(e.count for e in compared.fixed)
            words = "1 known finding looks" if n == 1 else f"{n} known findings look"
            click.echo(f"iepaudit: {words} fixed; `iepaudit baseline prune` takes them out", err=True)
        return compared.files

    def _outcome(self, files: tuple[FileReport, ...], inputs: Inputs) -> Exit:
        outcome = decide(
            files,
            fail_on=self.fail_on,
            allow_empty=bool(self.given["allow_empty"]),
            unreadable_fails=self.given["unreadable"] == "fail",
        )
        if inputs.empty and not self.given["allow_empty"]:
            reasons = inputs.empty if not files else (*inputs.empty, *(outcome.reasons if outcome.code else ()))
            outcome = replace(outcome, code=3, reasons=reasons)
        return outcome

    def _end(self, outcome: Exit) -> int:
        from iepaudit.cli.app import fail

        if outcome.code or not self.quiet:
            sys.stdout.flush()
            fail(outcome.code, "; ".join(outcome.reasons))
        return outcome.code


def _strings(value: object) -> tuple[str, ...]:
    assert isinstance(value, tuple)
    return tuple(str(v) for v in value)


def _words(value: object) -> tuple[str, ...]:
    assert isinstance(value, tuple)
    return flatten(value)


def _level(text: str) -> tuple[str, Severity]:
    """`goal-no-baseline=required` -> the selector and the level."""
    rule, equals, level = text.partition("=")
    known = [s.value for s in Severity]
    if not equals:
        raise UsageError(f"--severity {text}: write it as RULE=LEVEL, for example IEP201=gap")
    if level.strip() not in known:
        raise UsageError(f"--severity {text}: there is no level '{level}'{did_you_mean(level, known)}")
    return rule.strip(), Severity(level.strip())


def _text(value: object) -> str | None:
    return str(value) if value else None
