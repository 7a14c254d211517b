"""Headings told by the numbering of those beside them: between "B. Parent concerns" and "D. Effect of the disability",
set alike, "C. Needs of the student" is a heading too, whatever it is about. Without it the part above would take in
what stands below it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from iepaudit.model.document import Line

_MARK = re.compile(r"(?P<open>\(?)(?P<prefix>\d{0,2})(?P<mark>\d{1,2}|[A-Za-z]|[ivxIVX]{2,5})(?P<close>[.):]+)\s")
_ROMAN = {
    mark: n
    for n, mark in enumerate(
        ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii"), start=1
    )
}
_SAME = 4.0  # points by which lines of one series may begin beside each other

_Number = tuple[str, int]


def numbers(text: str) -> frozenset[_Number]:
    """How a line is numbered, and which number that is; two ways for "I." and the like, none for other lines."""
    match = _MARK.match(text.lstrip() + " ")
    if match is None:
        return frozenset()
    mark, signs = match["mark"], match["open"] + match["close"]
    if mark.isdigit():
        return frozenset({(f"number{signs}", int(match["prefix"] + mark))})
    way = f"{match['prefix']}{'upper' if mark.isupper() else 'lower'}{signs}"
    found = {(f"{way}letter", ord(mark.lower()))} if len(mark) == 1 else set()
    if mark.lower() in _ROMAN:
        found.add((f"{way}roman", _ROMAN[mark.lower()]))
    return frozenset(found)


def follows(one: frozenset[_Number], other: frozenset[_Number]) -> bool:
    """Whether a line with the second numbers is the next after one with the first."""
    return any((way, n + 1) in other for way, n in one)


def set_alike(one: Line, other: Line) -> bool:
    """Whether two lines stand in one column, in the same type."""
    return (
        abs(one.box.x0 - other.box.x0) <= _SAME
        and abs(one.size - other.size) < 0.3
        and (one.bold, one.shaded, one.table is None) == (other.bold, other.shaded, other.table is None)
    )


def in_series(lines: Sequence[Line], known: Sequence[int], candidates: Sequence[int]) -> list[int]:
    """Which of `candidates` go on with the numbering of a line in `known`, or lead up to it, with none of the same
    numbering between. All are positions among `lines`, in order."""
    marks = {n: own for n in sorted({*known, *candidates}) if (own := numbers(lines[n].text))}
    taken = {n for n in known if n in marks}
    found: set[int] = set()
    for order in (sorted(marks), sorted(marks, reverse=True)):
        last: dict[str, int] = {}
        for n in order:
            ways = {way for way, _ in marks[n]}
            before = {last[way] for way in ways if way in last}
            if n not in taken:
                pairs = ((b, n) if order[0] <= order[-1] else (n, b) for b in before)
                if any(follows(marks[a], marks[b]) and set_alike(lines[a], lines[b]) for a, b in pairs):
                    taken.add(n)
                    found.add(n)
            if n in taken:
                last.update(dict.fromkeys(ways, n))
    return sorted(found)
