"""Tables whose columns are parted by upright rules and that have no other rule, not even a frame.

Each is told from columns of running text by its rows: short texts that stand beside each other, or labels with their
values behind one rule.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from iepaudit.extract.grids import Grid
from iepaudit.extract.line_builder import Draft, group
from iepaudit.extract.raw import RawPage, Stroke
from iepaudit.extract.tall_rows import with_rows
from iepaudit.model.document import Word
from iepaudit.model.geometry import Box

_LEAST_HEIGHT = 30.0  # points
_SAME_END = 5.0  # points by which rules of one table may end beside each other
_CUT = 2.0  # points between two pieces of one rule
_MOST = 60  # more are a drawing
_LABEL_SHARE = 0.42  # of the width of the page: labels end there
_LABEL_WORDS = 6
_LEAST_LABELS = 3
_APART = 1.35  # font heights from line to line, more than inside of one label
_LEVEL = 3.0  # points between the base lines of a label and its value


def find_upright_ruled(raw: RawPage, words: Sequence[Word], grids: Sequence[Grid]) -> list[Grid]:
    """Grids over words that stand in none of `grids`."""
    found: list[Grid] = []
    for rules in _sets(raw):
        top, bottom = min(s.top for s in rules) - 1, max(s.bottom for s in rules) + 1
        if any(g.box.top < bottom and top < g.box.bottom for g in [*grids, *found]):
            continue
        inside = [w for w in words if top <= w.box.center[1] <= bottom]
        xs = _borders([s.x0 for s in rules], inside)
        if any(w.box.x0 < x - 1 and w.box.x1 > x + 1 for w in inside for x in xs[1:-1]):
            continue
        row = tuple(Box(a, top, b, bottom) for a, b in pairwise(xs))
        box = Box(xs[0], top, xs[-1], bottom)
        grid = with_rows(Grid(box, (row,)), words, ()) if len(row) > 2 else _labelled(box, xs, inside, raw.width)
        if grid is not None and len(grid.rows) > 1:
            found.append(grid)
    return found


def _sets(raw: RawPage) -> list[list[Stroke]]:
    """Upright rules that begin and end together, from left to right, with no level rule across them."""
    rules = _whole([s for s in raw.strokes if s.x0 == s.x1])
    rules = [s for s in rules if s.bottom - s.top >= _LEAST_HEIGHT]
    if len(rules) > _MOST:
        return []
    level = [s for s in raw.strokes if s.top == s.bottom]
    sets: list[list[Stroke]] = []
    for rule in rules:
        if any(s.x0 - 3 <= rule.x0 <= s.x1 + 3 and rule.top - 3 < s.top < rule.bottom + 3 for s in level):
            continue
        own = next((other for other in sets if _is_level(other[0], rule)), None)
        if own is None:
            sets.append([rule])
        elif rule.x0 - own[-1].x0 > 8:
            own.append(rule)
    return sets


def _is_level(one: Stroke, other: Stroke) -> bool:
    return abs(one.top - other.top) <= _SAME_END and abs(one.bottom - other.bottom) <= _SAME_END


def _whole(strokes: Sequence[Stroke]) -> list[Stroke]:
    """Upright rules whose pieces, drawn row by row, are one, from left to right."""
    done: list[Stroke] = []
    for s in sorted(strokes, key=lambda s: (round(s.x0), s.top)):
        last = done[-1] if done else None
        if last and abs(last.x0 - s.x0) <= 1 and s.top - last.bottom <= _CUT:
            done[-1] = last._replace(bottom=max(last.bottom, s.bottom))
        else:
            done.append(s)
    return done


def _borders(xs: Sequence[float], words: Sequence[Word]) -> list[float]:
    """Where columns begin, and where the last ends: at the rules, and where words stand outside of them at these."""
    borders = list(xs)
    left = [w.box.x0 for w in words if w.box.center[0] < xs[0]]
    right = [w.box.x1 for w in words if w.box.center[0] > xs[-1]]
    return [*([min(left) - 1] if left else []), *borders, *([max(right) + 1] if right else [])]


def _labelled(box: Box, xs: Sequence[float], words: Sequence[Word], page_width: float) -> Grid | None:
    """Labels before a rule with their values behind it."""
    if len(xs) != 3 or xs[1] > _LABEL_SHARE * page_width:
        return None
    labels = group(w for w in words if w.box.center[0] < xs[1])
    values = group(w for w in words if w.box.center[0] > xs[1])
    rows = _label_rows(labels, values)
    if len(rows) < _LEAST_LABELS:
        return None
    ys = [box.top, *(line.box.top - 0.5 for line in rows[1:]), box.bottom]
    beside = [any(abs(value.box.center[1] - label.box.center[1]) <= _LEVEL for value in values) for label in rows]
    sizes = [sum(len(n.words) for n in labels if a <= n.box.center[1] < b) for a, b in pairwise(ys)]
    if sum(beside) < 0.8 * len(rows) or median(sizes) > _LABEL_WORDS:
        return None
    cells = tuple(tuple(Box(a, y0, b, y1) for a, b in pairwise(xs)) for y0, y1 in pairwise(ys))
    return Grid(box, cells)


def _label_rows(labels: Sequence[Draft], values: Sequence[Draft]) -> list[Draft]:
    """The first line of each label: one with space above it on both sides of the rule."""
    first = list(labels[:1])
    for above, line in pairwise(labels):
        size = line.words[0].size
        over = max((v.box.bottom for v in values if v.box.center[1] < line.box.center[1] - _LEVEL), default=0.0)
        wraps = line.words[0].text[:1].islower() and line.box.top - above.box.top <= _APART * size
        if not wraps and (line.box.top - above.box.top > _APART * size or line.box.top >= over - 1):
            first.append(line)
    return first
