"""Service tables that a form prints in two halves: what and who in one, when and how much in the next; or with labels
at the side, the last of them on the next page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from iepaudit.parse.tables import Grid, flat
from iepaudit.segment.known_labels import service_labels

_HOW_MUCH = frozenset({"amount", "frequency"})


def joined(grids: Sequence[Grid]) -> tuple[Grid, ...]:
    """The tables with such halves put side by side: one with names of services but no amounts, followed by one with
    as many rows that has amounts but no names. Rows with other labels at the side go on below."""
    done: list[Grid] = []
    for grid in grids:
        before = done[-1] if done else None
        if before is not None and _halves(before, grid):
            done[-1] = _side_by_side(before, grid)
        elif before is not None and _goes_on_below(before, grid):
            rows = grid.rows[_printed_again(before, grid) :]
            done[-1] = replace(before, rows=[*before.rows, *rows], blocks=[*before.blocks, *grid.blocks])
        else:
            done.append(grid)
    return tuple(done)


def _goes_on_below(above: Grid, below: Grid) -> bool:
    """Whether a table on the next page has more rows of a table with a service in each column ("Services | Reading |
    Speech", "Minutes | 60 | 30", then "Place | class | office")."""
    if below.page != above.page + 1 or _width(above) != _width(below) or _width(above) < 1:
        return False
    before, after = _side_labels(above)[1:], _side_labels(below)[_printed_again(above, below) :]
    if not before or not all(before) or not all(after) or "name" in after:
        return False
    return not set(before) & set(after)


def _printed_again(above: Grid, below: Grid) -> int:
    """How many rows a page begins with that end the page before: one that a page break cut is printed on both."""
    return int([cell.printed for cell in above.rows[-1].values()] == [cell.printed for cell in below.rows[0].values()])


def _side_labels(grid: Grid) -> list[str | None]:
    return [service_labels().name_of(flat(row[0].printed)) if 0 in row else None for row in grid.rows]


def _width(grid: Grid) -> int:
    return max((column for row in grid.rows for column in row), default=0)


def _halves(left: Grid, right: Grid) -> bool:
    first, second = left.columns(service_labels()), right.columns(service_labels())
    if not first or not second:
        return False
    names, others = set(first[1].values()), set(second[1].values())
    alone = "name" in names and not names & _HOW_MUCH and others & _HOW_MUCH and "name" not in others
    known = len(second[1]) == len(right.rows[second[0]])  # no column that may hold another name
    return bool(alone and known) and len(left.rows) - first[0] == len(right.rows) - second[0]


def _side_by_side(left: Grid, right: Grid) -> Grid:
    first, second = left.columns(service_labels()), right.columns(service_labels())
    assert first and second
    offset = 1 + max(column for row in left.rows for column in row)
    rows = [
        {**a, **{offset + column: cell for column, cell in b.items()}}
        for a, b in zip(left.rows[first[0] :], right.rows[second[0] :], strict=True)
    ]
    return replace(left, rows=rows, blocks=[*left.blocks, *right.blocks])
