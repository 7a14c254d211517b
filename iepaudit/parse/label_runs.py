"""Labels in front of their values on one line, without colons: "DOB 3/4/2016 Age 9 Grade 4"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from iepaudit.model.document import Line
from iepaudit.model.iep import Block
from iepaudit.parse.dates import find_dates, only_dates
from iepaudit.segment.known_labels import Labels

_NUMBER = re.compile(
    r"(?P<label>[A-Za-z][A-Za-z /'’.]{1,24}?)[ :]+"
    r"(?P<value>\d{1,2}(?:st|nd|rd|th)?|K|PK|Pre-?K|Kindergarten)(?=\s+[A-Z]|\s*$)"
)
_RANGE = re.compile(r"\s*(?:-|–|—|to|through|until)\s*", re.IGNORECASE)
_DAY_EITHER_WAY = ("evaluation", "reevaluation")  # of the last one or the next
_LABEL = 100  # characters at most of a label in front of a date
_BEGINS = re.compile(r"[A-Z]|3[- ]?(?:yr|year)")
_SOON = 12  # characters before the first day of a value
_ENDS_VALUE = re.compile(r"[\d_.,;)]\s*$")


def runs_of_labels(lines: Sequence[Line], known: Labels) -> Iterator[tuple[str, str]]:
    """(name, value) of each date and grade that stands right behind its known label, where the label begins a line,
    follows a wide gap, or follows the value before it. A line that may go on from the one above begins no label."""
    above: str | None = None
    for line in lines:
        begins = above is None or bool(_ENDS_VALUE.search(above)) or known.leading(above) is not None
        for number, chunk in enumerate(re.split(r"\s{3,}", line.text.strip())):
            if begins or number:
                yield from run_of_labels(chunk, known)
        above = line.text


def run_of_labels(text: str, known: Labels) -> Iterator[tuple[str, str]]:
    """The same for one stretch of a line."""
    rest = text.replace("_", " ").strip()  # values typed over a line of underscores
    while rest[:1].isupper() or rest[:1].isdigit():
        number = _NUMBER.match(rest)
        name = known.name_of(number["label"]) if number else None
        if number and name in ("grade", "age"):
            yield name, number["value"]
            rest = rest[number.end() :].strip()
            continue
        dates = find_dates(rest)
        label = rest[: dates[0].start].strip(" :–-") if dates and dates[0].start < _LABEL else ""
        name = known.name_of(label) if label else None
        if name is None or not (name.endswith("-date") or name in _DAY_EITHER_WAY):
            return
        end = dates[0].end
        if len(dates) > 1 and _RANGE.fullmatch(rest[end : dates[1].start]):
            end = dates[1].end
        behind = rest[end:].strip(" ,;|")
        if behind and not _BEGINS.match(behind):  # a sentence goes on
            return
        yield name, rest[dates[0].start : end]
        rest = behind


def days_behind_day(text: str, known: Labels) -> tuple[str, list[tuple[str, str]]] | None:
    """(day or period, (name, value) of each of the others) where behind the day of one label others follow on the same
    line with theirs ("from 9/8/2026 to 9/7/2027 Next annual review 9/7/2027"); None for any other text."""
    dates = find_dates(text)
    if len(dates) < 2 or dates[0].start > _SOON:
        return None
    end = dates[1].end if _RANGE.fullmatch(text[dates[0].end : dates[1].start]) else dates[0].end
    others = list(run_of_labels(text[end:].strip(" ,;|"), known))
    return (text[:end], others) if others else None


def label_above_day(block: Block, known: Labels) -> tuple[tuple[str, str], ...]:
    """The day of a cell that holds a label of several lines and, on the next line, that day ("Last Evaluation" / "Date"
    / "3/4/2025")."""
    day = block.lines[-1].text if block.table is not None and len(block.lines) > 1 else ""
    alone = only_dates(day) and len(find_dates(block.text)) == 1
    return tuple(run_of_labels(block.text, known)) if alone else ()


def labels_side_by_side(lines: Sequence[Line], known: Labels) -> tuple[tuple[str, str], ...]:
    """The days of labels that stand beside each other and take a line and a part of the next each, in front of their
    days ("IEP Begin Date (when   Length of the" / "services begin): 9/8/2026   IEP: 9/7/2027")."""
    found: list[tuple[str, str]] = []
    for above, line in pairwise(lines):
        begins = _begins(line)
        if len(begins) < 2 or find_dates(above.text):
            continue
        for left, right in zip(begins, [*begins[1:], above.box.x1 + 1], strict=True):
            words = [w.text for own in (above, line) for w in own.words if left <= w.box.x0 + _SAME < right]
            found += run_of_labels(" ".join(words), known)
    return tuple(found)


def _begins(line: Line) -> list[float]:
    """Where the pieces of a line begin that stand behind a wide gap."""
    pairs = pairwise(line.words)
    return [line.box.x0, *(b.box.x0 for a, b in pairs if b.box.x0 - a.box.x1 > _GAP * line.box.height)]


_SAME = 6.0  # points by which a label may begin left of its day
_GAP = 1.5  # heights of a line
