"""Service tables that a form prints in two halves: what and who in one, when and how much in the next; or with labels
at the side, the last of them on the next page; or with one head over several columns, or a head for each term."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from iepaudit.model.field import Place
from iepaudit.parse.dates import find_dates
from iepaudit.parse.measures import read_measure
from iepaudit.parse.tables import Grid, GridCell, flat
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


def in_one_cell(grid: Grid) -> Grid:
    """The table, where the blanks of a form are columns below one head ("Frequency / Duration" over "5", "times per",
    "Week", "60", "minutes"), with what they say in one cell."""
    found = grid.columns(service_labels())
    if found is None:
        return grid
    top, names = found
    headed = sorted({c for row in grid.rows[: top + 1] for c in row})
    rows = [dict(row) for row in grid.rows]
    for column, after in zip(headed, [*headed[1:], _width(grid) + 1], strict=True):
        blanks = range(column, after)
        told = [_as_one([row[c] for c in blanks if c in row]) for row in grid.rows[top + 1 :]]
        timed = [cell for cell in told if cell and any(c.isdigit() for c in cell.text)]
        if names.get(column) not in _HOW_MUCH or len(blanks) < 3 or not timed or not all(map(_is_rate, timed)):
            continue
        for row, cell in zip(rows[top + 1 :], told, strict=True):
            for c in blanks:
                row.pop(c, None)
            if cell:
                row[column] = cell
    return replace(grid, rows=[dict(sorted(row.items())) for row in rows])


def _as_one(cells: Sequence[GridCell]) -> GridCell | None:
    if len(cells) < 2:
        return cells[0] if cells else None
    printed = " ".join(flat(cell.printed) for cell in cells)
    said = printed if any(c.isdigit() for cell in cells for c in cell.text) else ""
    place = Place(cells[0].place.page, cells[0].place.box, printed)
    return GridCell(said, printed, place, tuple(b for cell in cells for b in cell.blocks))


def _is_rate(cell: GridCell) -> bool:
    measure = read_measure(flat(cell.text))
    return bool(measure.amount and measure.frequency)


def by_terms(grid: Grid) -> Grid:
    """The table with a row for each service and term, where heads with dates ("Fall 8/18/2025 - 12/19/2025") stand over
    columns that are the same for each term; other tables as they are."""
    for number, row in enumerate(grid.rows[:-1]):
        terms = [c for c, cell in row.items() if c and len(find_dates(cell.printed)) == 2]
        if len(terms) < 2:
            continue
        span = terms[1] - terms[0]
        heads = grid.rows[number + 1]
        parts = [[flat(heads[c].printed) for c in range(t, t + span) if c in heads] for t in terms]
        if any(b - a != span for a, b in pairwise(terms)) or not parts[0] or any(part != parts[0] for part in parts):
            return grid
        return replace(grid, rows=_rows_of_terms(grid, number, terms, span))
    return grid


def _rows_of_terms(grid: Grid, number: int, terms: Sequence[int], span: int) -> list[dict[int, GridCell]]:
    ends = range(terms[0], terms[-1] + span)
    dates = _width(grid) + 1
    above = {c: cell for c, cell in grid.rows[number].items() if c not in ends}
    heads = {c: cell for c, cell in grid.rows[number + 1].items() if c < terms[0] + span or c not in ends}
    first = grid.rows[number][terms[0]]
    label = GridCell("", "Dates of service", first.place, first.blocks)
    rows = [*grid.rows[:number], {**above, **heads, dates: label}]
    for row in grid.rows[number + 2 :]:
        own = {c: cell for c, cell in row.items() if c not in ends}
        for term in terms:
            said = {c - term + terms[0]: row[c] for c in range(term, term + span) if c in row}
            if any(cell.text.strip() for cell in said.values()) or (not own and said):
                when = grid.rows[number][term]
                rows.append({**own, **said, dates: replace(when, text=when.text or when.printed)})
    return rows
