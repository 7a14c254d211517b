"""Known findings: a file that says which findings were there already, so that only new ones count.

It holds no page and no text. With a key (IEPAUDIT_KEY) entries also carry a keyed hash of the words concerned, so that
a finding is known again when goals are renumbered; without the key nobody can guess the words back.
"""

from __future__ import annotations

import hashlib
import hmac
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from iepaudit.model.errors import UsageError
from iepaudit.model.outcome import FileReport, Outcome, RuleResult

SCHEMA = 1


@dataclass(frozen=True, slots=True, order=True)
class Known:
    """A known finding; `count` of them may appear at the same place."""

    file: str
    rule: str
    at: str
    text: str = ""  # k1: and a keyed hash, or ""
    count: int = 1


def known_of(reports: Iterable[FileReport], key: str = "") -> tuple[Known, ...]:
    """The findings of a run as baseline entries, sorted."""
    tally: Counter[tuple[str, str, str, str]] = Counter()
    for report in reports:
        for result in report.results:
            if result.outcome is Outcome.ISSUE and not result.suppressed:
                for at in (result.at, *result.also_at):
                    tally[(report.path, result.rule, at, _hash(result, at, key))] += 1
    return tuple(sorted(Known(*place, count=n) for place, n in tally.items()))


def load_baseline(path: Path) -> tuple[Known, ...]:
    """The entries of a file; raises UsageError when it cannot be read or is of another form."""
    import msgspec

    try:
        data: Any = msgspec.json.decode(path.read_bytes())
        if data["schema"] != SCHEMA:
            raise UsageError(f"{path}: made by another version of iepaudit (schema {data['schema']})")
        return tuple(sorted(Known(**{"text": "", "count": 1} | entry) for entry in data["entries"]))
    except OSError as error:
        raise UsageError(f"{path}: could not be read ({error.strerror}); iepaudit baseline create makes one") from None
    except (msgspec.DecodeError, KeyError, TypeError, AttributeError):
        raise UsageError(f"{path}: is not a baseline; iepaudit baseline create makes one") from None


def dump_baseline(entries: Iterable[Known]) -> str:
    """The file's text: sorted, without a clock, one entry a line, so that changes read well."""
    import msgspec

    lines = [
        msgspec.json.encode(
            {"file": e.file, "rule": e.rule, "at": e.at}
            | ({"text": e.text} if e.text else {})
            | ({"count": e.count} if e.count != 1 else {})
        ).decode()
        for e in sorted(entries)
    ]
    body = ",\n".join(f"  {line}" for line in lines)
    return f'{{"schema": {SCHEMA}, "entries": [\n{body}\n]}}\n' if lines else f'{{"schema": {SCHEMA}, "entries": []}}\n'


@dataclass(frozen=True, slots=True)
class Compared:
    """`fixed`: entries that no finding used up; `added`: findings of this run that are not in the baseline."""

    files: tuple[FileReport, ...]
    fixed: tuple[Known, ...]
    added: tuple[Known, ...]


def apply(reports: Iterable[FileReport], entries: Iterable[Known], key: str = "") -> Compared:
    """The reports with known findings marked, and what is left over on both sides."""
    comparison = Comparison(entries, key)
    files = tuple(comparison.mark(report) for report in reports)
    return Compared(files, comparison.fixed(everywhere=True), tuple(sorted(comparison.added)))


class Comparison:
    """Marks known findings, report by report: a finding is known when its place, or its words, agree with an entry
    that is not used up yet. A finding at several places is known when all of them are."""

    def __init__(self, entries: Iterable[Known], key: str = "") -> None:
        self.added: list[Known] = []
        self._key = key
        self._seen: set[str] = set()
        self._left: dict[tuple[str, str], Counter[Known]] = {}
        for entry in entries:
            self._left.setdefault((entry.file, entry.rule), Counter())[entry] += entry.count

    def mark(self, report: FileReport) -> FileReport:
        self._seen.add(report.path)
        return replace(report, results=tuple(self._marked(report.path, r) for r in report.results))

    def fixed(self, *, everywhere: bool = False) -> tuple[Known, ...]:
        """Entries that no finding used up: in the files that were seen, or in all that the list names."""
        left = (item for tally in self._left.values() for item in tally.items())
        return tuple(sorted(replace(e, count=n) for e, n in left if n > 0 and (everywhere or e.file in self._seen)))

    def _marked(self, path: str, result: RuleResult) -> RuleResult:
        if result.outcome is not Outcome.ISSUE or result.suppressed:
            return result
        places = [Known(path, result.rule, at, _hash(result, at, self._key)) for at in (result.at, *result.also_at)]
        new = [p for p in places if not self._use(p)]
        self.added += new
        return result if new else replace(result, known=True)

    def _use(self, place: Known) -> bool:
        left = self._left.get((place.file, place.rule), Counter())
        for entry, count in left.items():
            if count > 0 and (entry.at == place.at or (entry.text and entry.text == place.text)):
                left[entry] -= 1
                return True
        return False


def _hash(result: RuleResult, at: str, key: str) -> str:
    places = (result.at, *result.also_at)
    index = places.index(at)
    if not key or index >= len(result.evidence):
        return ""
    words = " ".join(result.evidence[index].quote.casefold().split())
    return "k1:" + hmac.new(key.encode(), words.encode(), hashlib.sha256).hexdigest()[:16] if words else ""
