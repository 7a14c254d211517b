"""Where suppressions are written down: one list for many plans, and lists beside single plans."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from iepaudit.model.errors import UsageError
from iepaudit.model.outcome import FileReport
from iepaudit.policy.suppressions import BESIDE, NAME, Suppressions, load_suppressions


def find_list(folder: Path) -> Path | None:
    """The nearest list, from `folder` upward."""
    return next((place / NAME for place in (folder, *folder.parents) if (place / NAME).is_file()), None)


class Lists:
    """All lists that a run needs: the one at `path`, if any, and `plan.pdf.suppress.toml` beside a plan.pdf, which is
    read when that plan comes. `folders`: what the run was asked to check."""

    def __init__(
        self,
        path: Path | None,
        rules: Iterable[tuple[str, str]],
        today: date,
        *,
        folders: Iterable[str] = (),
        beside: bool = True,
    ) -> None:
        self._rules = tuple(rules)
        self._today = today
        self._beside = beside
        self._common: Suppressions | None = None
        self._lists: list[Suppressions] = []
        if path is not None:
            whole = any(_holds(folder, path) for folder in folders)
            self._common = Suppressions(load_suppressions(path, self._rules), _short(path), today, whole=whole)
            self._lists.append(self._common)

    @classmethod
    def none(cls) -> Lists:
        """No list at all: nothing is suppressed."""
        return cls(None, (), date.max, beside=False)

    def mark(self, report: FileReport) -> FileReport:
        if self._common is not None:
            report = self._common.mark(report)
        own = Path(report.path + BESIDE)
        if not self._beside or not report.sha256 or not own.is_file():
            return report
        entries = load_suppressions(own, self._rules)
        for entry in entries:
            if entry.file != "*":
                raise UsageError(f"{own}: entry {entry.number}: this list is about one file; leave 'file' out")
        listed = Suppressions(entries, own, self._today, whole=True, one_file=True)
        self._lists.append(listed)
        return listed.mark(report)

    def about(self) -> Iterator[FileReport]:
        """Reports on the lists whose entries need a look."""
        return (found for found in (listed.about() for listed in self._lists) if found is not None)


def _holds(folder: str, path: Path) -> bool:
    """Whether a run over `folder` sees all files that the list at `path` may be about."""
    if not Path(folder).is_dir():
        return False
    above, below = os.path.realpath(folder), os.path.realpath(path.parent)
    return below == above or below.startswith(above.rstrip(os.sep) + os.sep)


def _short(path: Path) -> Path:
    """The path as seen from here, where that is below."""
    try:
        return path.relative_to(Path.cwd())
    except ValueError:
        return path
