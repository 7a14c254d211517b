"""Known findings: a file that says which findings were there already, so that only new ones count.

It holds no page and no text. With a key (IEPAUDIT_KEY) entries also carry a keyed hash of the words concerned, so that
a finding is known again when goals are renumbered; without the key nobody can guess the words back.
"""

from __future__ import annotations

import hashlib
import hmac
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
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


Gone = Callable[[str], bool]  # of a file's name: whether it is there no more


class Comparison:
    """Findings of a run against a list, report by report: a finding is known when its place, or its words, agree with
    an entry that is not used up yet. A finding at several places is known when all of them are.

    Only files that were read whole can have fixed findings; what the list says about others stays."""

    def __init__(self, entries: Iterable[Known] = (), key: str = "") -> None:
        self.added: list[Known] = []
        self._key = key
        self._whole: set[str] = set()
        self._found: Counter[Known] = Counter()
        self._left: dict[tuple[str, str], Counter[Known]] = {}
        self._used: Counter[Known] = Counter()
        for entry in entries:
            self._left.setdefault((entry.file, entry.rule), Counter())[replace(entry, count=1)] += entry.count

    def mark(self, report: FileReport) -> FileReport:
        """The report with known findings marked."""
        if not report.problems:
            self._whole.add(report.path)
        return replace(report, results=tuple(self._marked(report.path, r) for r in report.results))

    def fixed(self, gone: Gone = lambda file: False) -> tuple[Known, ...]:
        """Entries that no finding used up, in the files that were read whole and in those that are gone."""
        return _entries({e: n for e, n in self._unused() if e.file in self._whole or gone(e.file)})

    def pruned(self, gone: Gone) -> tuple[Known, ...]:
        """The list without what is fixed."""
        fixed = {replace(e, count=1): e.count for e in self.fixed(gone)}
        return _entries(self._used + Counter({e: n for e, n in self._unused() if e not in fixed}))

    def updated(self, gone: Gone = lambda file: False) -> tuple[Known, ...]:
        """The list as this run would write it: what was found, and what stays of the old list."""
        stays = {e: n for e, n in self._unused() if e.file not in self._whole and not gone(e.file)}
        return _entries(self._found + Counter(stays))

    def _unused(self) -> Iterator[tuple[Known, int]]:
        return ((entry, n) for tally in self._left.values() for entry, n in tally.items() if n > 0)

    def _marked(self, path: str, result: RuleResult) -> RuleResult:
        if result.outcome is not Outcome.ISSUE or result.suppressed:
            return result
        places = [Known(path, result.rule, at, _hash(result, at, self._key)) for at in (result.at, *result.also_at)]
        self._found.update(places)
        new = [p for p in places if not self._use(p)]
        self.added += new
        return result if new else replace(result, known=True)

    def _use(self, place: Known) -> bool:
        left = self._left.get((place.file, place.rule), Counter())
        for entry, count in left.items():
            if count > 0 and (entry.at == place.at or (entry.text and entry.text == place.text)):
                left[entry] -= 1
                self._used[entry] += 1
                return True
        return False


def _entries(tally: Mapping[Known, int]) -> tuple[Known, ...]:
    return tuple(sorted(replace(entry, count=n) for entry, n in tally.items() if n > 0))


def _hash(result: RuleResult, at: str, key: str) -> str:
    places = (result.at, *result.also_at)
    index = places.index(at)
    if not key or index >= len(result.evidence):
        return ""
    words = " ".join(result.evidence[index].quote.casefold().split())
    return "k1:" + hmac.new(key.encode(), words.encode(), hashlib.sha256).hexdigest()[:16] if words else ""
