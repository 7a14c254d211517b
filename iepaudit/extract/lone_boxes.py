"""Boxes around a heading or a paragraph, among rules that are as wide as they are.

The top and the bottom of such a box close no row of a table above it and open none below it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from iepaudit.extract.line_builder import group, split_at_gaps
from iepaudit.extract.raw import Stroke
from iepaudit.model.document import Word

_NEAR = 2.0  # points from the end of a rule to the side of a box


def between_boxes(
    upright: Sequence[Stroke], x0: float, x1: float, heights: Sequence[float], words: Sequence[Word]
) -> Iterator[tuple[list[float], list[Word]]]:
    """`heights` of rules from `x0` to `x1` with the `words` about them, in the stretches that boxes leave.

    `upright` are the upright strokes of the page, among them the sides of the boxes.
    """
    start, own = -1e6, list(heights)
    for top, bottom in _lone(upright, x0, x1, heights, words):
        yield [y for y in own if y < top], [w for w in words if start < w.box.center[1] < top]
        start, own = bottom, [y for y in own if y > bottom]
    yield own, [w for w in words if w.box.center[1] > start]


def _lone(
    upright: Sequence[Stroke], x0: float, x1: float, heights: Sequence[float], words: Sequence[Word]
) -> list[tuple[float, float]]:
    """Top and bottom of each box by itself: with sides, and with rows without sides, or none, above and below it."""
    sides = [[s for s in upright if abs(s.x0 - x) <= _NEAR] for x in (x0, x1)]
    rows = list(pairwise(heights))
    closed = [all(any(s.top <= a + _NEAR and s.bottom >= b - _NEAR for s in own) for own in sides) for a, b in rows]
    found: list[tuple[float, float]] = []
    first = 0
    for n, is_closed in enumerate([*closed, False]):
        if is_closed:
            continue
        if n > first and _is_lone(rows[first:n], words):
            found.append((rows[first][0], rows[n - 1][1]))
        first = n + 1
    return found


def _is_lone(rows: Sequence[tuple[float, float]], words: Sequence[Word]) -> bool:
    """Whether the rows hold nothing, as where another table stands, or the only one holds text and no columns."""
    top, bottom = rows[0][0], rows[-1][1]
    inside = [w for w in words if top < w.box.center[1] < bottom]
    return not inside or (len(rows) == 1 and all(len(split_at_gaps(line)) == 1 for line in group(inside)))
