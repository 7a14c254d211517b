"""Column heads that run upwards, downwards or at a slant, side by side: told by their feet, the lower ends of their
lines, which stand at one height."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import hypot

from iepaudit.extract.line_builder import Draft, group
from iepaudit.model.document import Word
from iepaudit.model.geometry import Box

MOST = 200  # turned lines of a page that may be heads
_LARGEST = 16.0  # points of type: larger slanted text is a watermark
_LEADING = 1.4  # font heights between two lines of one head
_OVERLAP = 0.5  # of the height of the shorter of two heads side by side


@dataclass(frozen=True, slots=True)
class Head:
    """A column head: its lines as they are read, and where it meets its column."""

    lines: tuple[Draft, ...]
    x0: float
    x1: float

    @property
    def middle(self) -> float:
        return (self.x0 + self.x1) / 2


@dataclass(frozen=True, slots=True)
class Band:
    """Heads side by side, from left to right."""

    heads: tuple[Head, ...]
    top: float
    level: float  # of their feet

    @property
    def size(self) -> float:
        return max(w.size for head in self.heads for line in head.lines for w in line.words)


def find_bands(lines: Sequence[Draft]) -> list[Band]:
    """Two heads and more that stand side by side, no two of them alike."""
    runs: list[list[Draft]] = []
    for line in sorted((d for d in lines if d.words[0].size <= _LARGEST), key=lambda d: _foot(d)[0]):
        for run in runs:
            if run[-1].turn == line.turn and (run[-1].foot is None) is (line.foot is None) and _beside(run[-1], line):
                run.append(line)
                break
        else:
            runs.append([line])
    return [band for run in runs if (band := _band(run)) is not None]


def _foot(line: Draft) -> tuple[float, float]:
    return line.foot or (line.box.center[0], line.box.bottom)


def _beside(one: Draft, other: Draft) -> bool:
    overlap = min(one.box.bottom, other.box.bottom) - max(one.box.top, other.box.top)
    return overlap >= _OVERLAP * min(one.box.height, other.box.height)


def _band(run: Sequence[Draft]) -> Band | None:
    groups: list[list[Draft]] = []
    for line in run:
        if groups and _goes_on(groups[-1][-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    heads = tuple(_head(own) for own in groups)
    texts = {" ".join(w.text for line in head.lines for w in line.words) for head in heads}
    if len(heads) < 2 or len(texts) < len(heads):
        return None
    return Band(heads, min(line.box.top for line in run), max(_foot(line)[1] for line in run))


def _goes_on(line: Draft, right: Draft) -> bool:
    """Whether two lines side by side are set as close as the lines of one head are."""
    return _across(line, right) <= _LEADING * max(w.size for w in (*line.words, *right.words))


def _across(line: Draft, right: Draft) -> float:
    """From one line to the next, at right angles to them."""
    step = _foot(right)[0] - _foot(line)[0]
    if line.foot is None:
        return step
    rise = line.box.height / max(1.0, hypot(line.box.width, line.box.height))
    return step * rise


def _head(lines: Sequence[Draft]) -> Head:
    size = max(w.size for line in lines for w in line.words)
    feet = [_foot(line)[0] for line in lines]
    ordered = lines if lines[0].turn == 1 else lines[::-1]
    return Head(tuple(ordered), min(feet) - size / 2, max(feet) + size / 2)


def placed(head: Head, cell: Box) -> dict[int, Draft]:
    """The lines of a head in their cell, whatever they lean over."""
    return {
        id(line): line if line.foot is None and cell.holds(*line.box.center) else replace(line, box=within(cell))
        for line in head.lines
    }


def within(cell: Box) -> Box:
    """A strip down the middle of a cell: far from the cells beside it, whose text it must not seem to go on with."""
    x, _ = cell.center
    return Box(x - 1, cell.top, x + 1, cell.bottom)


def upright_top(band: Band, x0: float, x1: float, bottom: float, words: Sequence[Word]) -> float:
    """The top of an upright head that stands beside the turned ones, at the height of their feet."""
    own = [w for w in words if band.top - 2 < w.box.center[1] < bottom and x0 - 1 <= w.box.center[0] <= x1 + 1]
    lines = group(own)
    if not lines or bottom - lines[-1].box.bottom > 0.5 * (bottom - band.top):
        return bottom
    first = len(lines) - 1
    while first and lines[first].box.top - lines[first - 1].box.top <= 1.5 * lines[first].words[0].size:
        first -= 1
    return lines[first].box.top - 0.5
