"""Tables whose rows are ruled cell by cell: the rule below a row is drawn in pieces, and these meet where columns do.

Printed web pages draw the lower border of each cell by itself: the columns can be told however close their words are.
Forms may rule their heads so and the rows below with whole lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from iepaudit.extract.grids import Grid, joined
from iepaudit.extract.line_builder import Draft, group
from iepaudit.extract.raw import RawPage
from iepaudit.extract.row_cuts import ends_in_heads
from iepaudit.model.document import Word
from iepaudit.model.geometry import Box, around

_LEAST_WIDTH = 150.0  # points
_LEAST_PIECE = 15.0  # a shorter one is a dash
_APART = 3.0  # points between two pieces of one rule
_SAME = 1.5
_HIGHEST = 220.0  # points of one row
_BELOW_RULE = 14.0  # points from a rule to the row below it, or from heads to their rule
_EMPTY_BELOW = 30.0  # points from the last line of a row to its rule
_PARAGRAPH = 1.9  # font heights from line to line, above which heads begin
_MOST_RULES = 2000


class _Rule(NamedTuple):
    """A level rule by the ends of its pieces: left end, where they meet, right end."""

    y: float
    xs: tuple[float, ...]


def find_seamed(raw: RawPage, words: Sequence[Word]) -> list[Grid]:
    """Grids over `words` below and between two or more rules whose pieces meet in the same places."""
    grids: list[Grid] = []
    seamed = _rules(raw)
    for rules in _alike(seamed, _whole(raw, seamed)):
        x0, x1 = rules[0].xs[0], rules[0].xs[-1]
        own = [w for w in words if x0 - 2 <= w.box.x0 and w.box.x1 <= x1 + 2]
        for rows in _tables(rules, own):
            if sum(len(_filled(lines, rules[0].xs)) > 1 for _, lines in rows) > 1:
                grids.append(_grid(rows, rules[0].xs))
    return grids


def _rules(raw: RawPage) -> list[_Rule]:
    """Rules of several pieces, from the top."""
    level = sorted((s for s in raw.strokes if s.bottom - s.top < 1), key=lambda s: (round(s.top), s.x0))
    found: list[_Rule] = []
    for _, row in groupby(level[:_MOST_RULES], key=lambda s: round(s.top)):
        pieces: list[tuple[float, float]] = []
        for s in row:
            if pieces and s.x0 - pieces[-1][1] > _APART:
                found += _rule(s.top, pieces)
                pieces = []
            if not pieces or s.x0 > pieces[-1][1] - _SAME:
                pieces.append((s.x0, s.x1))
        if pieces:
            found += _rule(s.top, pieces)
    return found


def _whole(raw: RawPage, seamed: Sequence[_Rule]) -> list[_Rule]:
    """Rules of one piece, be it of dashes."""
    level = joined([s for s in raw.strokes[:_MOST_RULES] if s.bottom - s.top < 1]) if seamed else []
    long = [s for s in level if s.x1 - s.x0 >= _LEAST_WIDTH]
    return [_Rule(s.top, (s.x0, s.x1)) for s in long if all(abs(s.top - other.y) > _APART for other in seamed)]


def _rule(y: float, pieces: Sequence[tuple[float, float]]) -> list[_Rule]:
    whole = pieces[-1][1] - pieces[0][0] >= _LEAST_WIDTH and all(b - a >= _LEAST_PIECE for a, b in pieces)
    return [_Rule(y, (*(a for a, _ in pieces), pieces[-1][1]))] if whole and len(pieces) > 1 else []


def _alike(rules: Sequence[_Rule], whole: Sequence[_Rule]) -> list[list[_Rule]]:
    """The rules with the same columns, and below the first of them the `whole` ones of the same length, where there
    are two or more of them."""
    groups: list[list[_Rule]] = []
    for rule in rules:
        own = next((g for g in groups if _same(g[0].xs, rule.xs)), None)
        if own is None:
            groups.append([rule])
        elif rule.y - own[-1].y > 3:
            own.append(rule)
    return [g for g in (_with_whole(own, whole) for own in groups) if len(g) > 1]


def _with_whole(rules: list[_Rule], whole: Sequence[_Rule]) -> list[_Rule]:
    ends = (rules[0].xs[0], rules[0].xs[-1])
    return sorted([*rules, *(rule for rule in whole if rule.y > rules[0].y and _same(rule.xs, ends))])


def _same(a: Sequence[float], b: Sequence[float]) -> bool:
    return len(a) == len(b) and all(abs(x - y) <= _SAME for x, y in zip(a, b, strict=True))


_Row = tuple[Box, list[Draft]]


def _tables(rules: Sequence[_Rule], words: Sequence[Word]) -> list[list[_Row]]:
    """Rows that follow each other without other text between them."""
    tables: list[list[_Row]] = [[]]
    xs = rules[0].xs
    for above, rule in pairwise([_Rule(-1e6, ()), *rules]):
        lines = group(w for w in words if above.y - 1 < w.box.center[1] < rule.y + 1)
        row = (Box(xs[0], above.y, xs[-1], rule.y), lines)
        if tables[-1] and lines and not ends_in_heads(lines) and _is_row(lines, above.y, rule.y, xs):
            tables[-1].append(row)
            continue
        tables.append([])
        if len(rule.xs) == 2:
            continue  # a whole rule only goes on with a table
        heads = _heads(lines, rule)
        if heads:
            tables[-1].append((Box(xs[0], heads[0].box.top - 0.5, xs[-1], rule.y), heads))
        elif lines and _is_row(lines, above.y, rule.y, xs):
            tables[-1].append(row)
    return [t for t in tables if len(t) > 1]


def _is_row(lines: Sequence[Draft], above: float, below: float, xs: Sequence[float]) -> bool:
    """Whether all that stands between two rules keeps to the columns and fills the room of a row."""
    if below - above > _HIGHEST or below - lines[-1].box.bottom > _EMPTY_BELOW:
        return False
    over, under = lines[0].box.top - above, below - lines[-1].box.bottom
    return (over < _BELOW_RULE or abs(over - under) < _BELOW_RULE / 2) and not _crossed(lines, xs)


def _heads(lines: Sequence[Draft], rule: _Rule) -> list[Draft]:
    """The lines right above the first rule, where they are the heads of its columns."""
    first = max((n for n in range(1, len(lines)) if _parts(lines[n - 1], lines[n], rule.xs)), default=0)
    own = list(lines[first:])
    if not own or rule.y - own[-1].box.bottom > _BELOW_RULE or _crossed(own, rule.xs):
        return []
    return own if len(_filled(own, rule.xs)) > 1 else []


def _parts(above: Draft, line: Draft, xs: Sequence[float]) -> bool:
    size = max(w.size for w in (*line.words, *above.words))
    larger = min(w.size for w in above.words) > 1.15 * max(w.size for w in line.words)
    return line.box.top - above.box.top > _PARAGRAPH * size or larger or _crossed([above], xs)


def _crossed(lines: Sequence[Draft], xs: Sequence[float]) -> bool:
    """Whether a word stands across the border of two columns."""
    return any(w.box.x0 < x - 1 and w.box.x1 > x + 1 for line in lines for w in line.words for x in xs[1:-1])


def _filled(lines: Sequence[Draft], xs: Sequence[float]) -> set[int]:
    return {sum(w.box.center[0] > x for x in xs[1:-1]) for line in lines for w in line.words}


def _grid(rows: Sequence[_Row], xs: Sequence[float]) -> Grid:
    cells = tuple(tuple(Box(a, box.top, b, box.bottom) for a, b in pairwise(xs)) for box, _ in rows)
    return Grid(around(box for box, _ in rows), cells)
