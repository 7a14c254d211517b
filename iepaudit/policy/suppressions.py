"""Findings that somebody has looked at and explained: `iepaudit-suppressions.toml`.

Each entry has a reason; an entry that suppresses nothing, has run out, or covers everything is itself a finding
(IEP091 to IEP093), so that the list does not rot.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from iepaudit.model.document import Grade, PageQuality
from iepaudit.model.errors import UsageError
from iepaudit.model.iep import Kind
from iepaudit.model.outcome import Confidence, FileReport, Outcome, RuleResult, Severity
from iepaudit.resources.strict_yaml import did_you_mean

NAME = "iepaudit-suppressions.toml"
BESIDE = ".suppress.toml"  # plan.pdf.suppress.toml holds entries for plan.pdf only
_ANY = ("*", "**", "**/*")
_KEYS = ("rule", "file", "at", "reason", "by", "until")
_EMPTY_REASONS = frozenset(
    {
        "by design",
        "not applicable",
        "n/a",
        "na",
        "none",
        "ok",
        "okay",
        "ignore",
        "false positive",
        "todo",
        "tbd",
        "fine",
    }
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One suppression. `rule` is an id or a name, `file` a pattern on the path, `at` a place as JSON tells it."""

    rule: str
    reason: str
    file: str = "*"
    at: str = ""
    by: str = ""
    until: date | None = None
    number: int = 0  # counted from 1, as it stands in the file

    def fits(self, result: RuleResult) -> bool:
        """Whether the entry is about this result, in a file that it is about."""
        return self.rule in (result.rule, result.id) and (not self.at or self.at in (result.at, *result.also_at))


def load_suppressions(path: Path, rules: Iterable[tuple[str, str]]) -> tuple[Entry, ...]:
    """The entries of a file; `rules` are (id, name) of all rules. Raises UsageError for a wrong file, an unknown key or
    rule, and an entry without a real reason."""
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise UsageError(f"{path}: could not be read ({error.strerror})") from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{path}: {error}") from None
    for key in data:
        if key != "suppress":
            raise UsageError(f"{path}: unknown key '{key}'{did_you_mean(key, ['suppress'])}; entries are [[suppress]]")
    known = [word for pair in rules for word in pair]
    raw = data.get("suppress", [])
    if not isinstance(raw, list):
        raise UsageError(f"{path}: write [[suppress]] with two pairs of brackets")
    return tuple(_entry(f"{path}: entry {number}", number, item, known) for number, item in enumerate(raw, start=1))


def check_entry(entry: Entry, rules: Iterable[tuple[str, str]]) -> None:
    """Raises UsageError for an entry that a list may not hold."""
    item = {"rule": entry.rule, "reason": entry.reason, "file": entry.file, "at": entry.at, "by": entry.by}
    _entry("the new entry", 1, item | ({"until": entry.until} if entry.until else {}), [w for p in rules for w in p])


def entry_text(entry: Entry) -> str:
    """An entry as a list holds it."""
    import msgspec

    values = {"rule": entry.rule, "file": entry.file, "at": entry.at, "reason": entry.reason, "by": entry.by}
    # A JSON string is a TOML string too.
    lines = [f"{key} = {msgspec.json.encode(value).decode()}" for key, value in values.items() if value]
    lines += [f"until = {entry.until.isoformat()}"] if entry.until else []
    return "\n".join(["[[suppress]]", *lines, ""])


def _entry(where: str, number: int, item: Any, known: Sequence[str]) -> Entry:
    if not isinstance(item, dict):
        raise UsageError(f"{where} is not a table")
    for key in item:
        if key not in _KEYS:
            raise UsageError(f"{where}: unknown key '{key}'{did_you_mean(key, _KEYS)}")
    rule, reason, until = item.get("rule"), item.get("reason"), item.get("until")
    if not isinstance(rule, str) or rule not in known:
        raise UsageError(f"{where}: there is no rule '{rule}'{did_you_mean(str(rule), known)}")
    if not isinstance(reason, str) or len(reason.split()) < 2 or reason.strip(" .!").lower() in _EMPTY_REASONS:
        raise UsageError(f"{where}: 'reason' must say why, in a few words, for example \"Met by the plan on page 9.\"")
    if until is not None and (not isinstance(until, date)):
        raise UsageError(f"{where}: 'until' is a date without quotes, for example until = 2027-06-30")
    texts = {key: item.get(key, "") for key in ("file", "at", "by")}
    if not all(isinstance(t, str) for t in texts.values()):
        raise UsageError(f"{where}: file, at and by are text in quotes")
    return Entry(rule, reason, texts["file"] or "*", texts["at"], texts["by"], until, number)


def apply(
    reports: Iterable[FileReport], entries: Sequence[Entry], path: Path, today: date
) -> tuple[tuple[FileReport, ...], FileReport | None]:
    """The reports with what is suppressed marked, and a report on the entries themselves when any needs a look."""
    listed = Suppressions(entries, path, today)
    files = tuple(listed.mark(report) for report in reports)
    return files, listed.about()


class Suppressions:
    """The entries of one list, applied report by report. `whole`: whether a run goes over all files that the list may
    be about, so that an entry whose file never comes is out of use. `one_file`: the list is about a single plan."""

    def __init__(
        self, entries: Sequence[Entry], path: Path, today: date, *, whole: bool = False, one_file: bool = False
    ) -> None:
        self.path = path
        self._entries = entries
        self._today = today
        self._whole = whole
        self._one_file = one_file
        self._folder = os.path.abspath(path.parent)  # noqa: PTH100 - links stay as they are named
        self._used: set[int] = set()
        self._met: set[int] = set()

    def mark(self, report: FileReport) -> FileReport:
        """The report with what is suppressed marked."""
        names = self._names(report.path)
        entries = [e for e in self._entries if any(fnmatch(name, e.file) for name in names)]
        if not entries:
            return report
        self._met |= {e.number for e in entries}
        return replace(report, results=tuple(self._marked(r, entries) for r in report.results))

    def about(self) -> FileReport | None:
        """A report on the entries that need a look; None when none does."""
        findings = tuple(self._findings())
        quality = (PageQuality(Grade.GOOD, 1.0, "", "text"),)
        return FileReport(str(self.path), "", Kind.OTHER, "", quality, None, findings) if findings else None

    def _names(self, path: str) -> tuple[str, ...]:
        """What a pattern may name a file by: as it was given, from the folder of the list, or by its bare name."""
        shown = path.replace("\\", "/")
        try:
            below = os.path.relpath(path, self._folder).replace("\\", "/")
        except ValueError:  # on another drive
            below = shown
        return shown, below, shown.rsplit("/", 1)[-1]

    def _marked(self, result: RuleResult, entries: Sequence[Entry]) -> RuleResult:
        if result.outcome not in (Outcome.ISSUE, Outcome.REVIEW) or result.suppressed:
            return result
        fitting = [e for e in entries if e.fits(result)]
        self._used |= {e.number for e in fitting}
        in_force = [e for e in fitting if e.until is None or e.until >= self._today]
        return replace(result, suppressed=in_force[0].reason) if in_force else result

    def _findings(self) -> Iterable[RuleResult]:
        for entry in self._entries:
            name = f"Entry {entry.number} ({entry.rule})"
            if entry.until is not None and entry.until < self._today:
                yield _finding("IEP092", "suppression-expired", f"{name} ran out on {entry.until.isoformat()}.", entry)
            elif entry.number not in self._used and (self._whole or entry.number in self._met):
                message = f"{name} suppresses nothing in the files checked."
                yield _finding("IEP091", "suppression-unused", message, entry)
            if entry.file in _ANY and not entry.at and not self._one_file:
                message = f"{name} suppresses this finding in every file and at every place."
                yield _finding("IEP093", "suppression-over-broad", message, entry)


def _finding(id_: str, rule: str, message: str, entry: Entry) -> RuleResult:
    return RuleResult(
        rule=rule,
        id=id_,
        outcome=Outcome.ISSUE,
        severity=Severity.ADVICE,
        confidence=Confidence.HIGH,
        at=f"suppress[{entry.number - 1}]",
        title="A suppression that needs a look",
        message=message,
        question="",
        suggest="Take the entry out, or give it a file, a place and a date.",
        explain="A list of suppressions that nobody looks at hides findings for ever.",
        authority=(),
    )
