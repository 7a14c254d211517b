"""Labels set flush right, right in front of the column of their values: they share where they end, not where they
begin, so that no column begins at them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from iepaudit.extract.line_builder import draft, split_at_gaps
from iepaudit.extract.row_cuts import Row
from iepaudit.model.geometry import Box

_SAME = 1.5  # points
_NEAR = 14.0  # points from a label to its value, at most
_SHARE = 0.6  # of the rows
_LEAST_ROWS = 3
_SPREAD = 8.0  # points between the begins of labels, at least: else they are set flush left

_Cells = tuple[Box | None, ...]


def with_labels(rows: Sequence[Row], cells: Sequence[_Cells], starts: Sequence[float]) -> tuple[_Cells, ...]:
    """The cells of `rows`, those of columns that begin at `starts` divided where a label for the next column begins in
    them; in a row without such a label the cell goes on."""
    made = list(cells)
    for left, right in reversed(list(pairwise(starts))):
        begins = _begins(rows, left, right)
        if begins:
            made = [_divided(own, left, x) for own, x in zip(made, begins, strict=True)]
    return tuple(made)


def not_in_labels(rows: Sequence[Row], starts: Sequence[float]) -> list[float]:
    """The begins of columns without those that divide such a label in one row and begin it in another."""
    kept = list(starts)
    for x in starts[1:-1]:
        at = kept.index(x)
        if any(begin is not None and begin < x - _SAME for begin in _begins(rows, kept[at - 1], kept[at + 1])):
            kept.remove(x)
    return kept


def _divided(cells: _Cells, left: float, x: float | None) -> _Cells:
    at = next((n for n, c in enumerate(cells) if c is not None and c.x0 <= left < c.x1), 0)
    cell = cells[at]
    if cell is None or x is None or not cell.x0 < x < cell.x1:
        return (*cells[: at + 1], None, *cells[at + 1 :])
    return (*cells[:at], replace(cell, x1=x), replace(cell, x0=x), *cells[at + 1 :])


def _begins(rows: Sequence[Row], left: float, right: float) -> list[float | None]:
    """For each row where the label in the column from `left` to `right` begins, a little left of its words; [] where
    the column has no labels."""
    own = [list(_pieces(row, left, right)) for row in rows]
    edge = max((x1 for pieces in own for x0, x1 in pieces if x0 > left + _SPREAD), default=0.0)
    begins: list[float | None] = []
    for pieces in own:
        x = min((x0 for x0, x1 in pieces if x0 > left + _SPREAD and edge - x1 <= _SAME), default=None)
        if x is not None and any(x0 < x < x1 for x0, x1 in pieces):
            return []  # a value needs the place in front of the label
        begins.append(x)
    told = [x for x in begins if x is not None]
    if len(told) < max(_LEAST_ROWS, _SHARE * len(rows)) or right - edge > _NEAR or max(told) - min(told) < _SPREAD:
        return []
    return [x if x is None else x - 1.0 for x in begins]


def _pieces(row: Row, left: float, right: float) -> Iterator[tuple[float, float]]:
    for line in row.lines:
        words = [w for w in line.words if left <= w.box.x0 < right]
        yield from ((p.box.x0, p.box.x1) for p in (split_at_gaps(draft(words)) if words else ()))
