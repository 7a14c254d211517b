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
    """The reports with known findings marked: a finding is known when its place, or its words, agree with an entry
    that is not used up yet. A finding at several places is known when all of them are."""
    left = Counter({e: e.count for e in entries})
    files = []
    added: list[Known] = []
    for report in reports:
        results = []
        for result in report.results:
            known = False
            if result.outcome is Outcome.ISSUE and not result.suppressed:
                places = [
                    Known(report.path, result.rule, at, _hash(result, at, key)) for at in (result.at, *result.also_at)
                ]
                new = [p for p in places if not _use(left, p)]
                added += new
                known = not new
            results.append(replace(result, known=True) if known else result)
        files.append(replace(report, results=tuple(results)))
    fixed = tuple(sorted(replace(e, count=n) for e, n in left.items() if n > 0))
    return Compared(tuple(files), fixed, tuple(sorted(added)))


def _use(left: Counter[Known], place: Known) -> bool:
    for entry, count in left.items():
        if count <= 0 or (entry.file, entry.rule) != (place.file, place.rule):
            continue
        if entry.at == place.at or (entry.text and entry.text == place.text):
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
