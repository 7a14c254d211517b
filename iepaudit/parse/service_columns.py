"""Tables without heads, or with a part of them, that go on with the columns of a service table before them."""

from __future__ import annotations

from iepaudit.parse.measures import read_measure
from iepaudit.parse.service_heads import Head, starts_of
from iepaudit.parse.tables import Grid, flat

_HOW_MUCH = frozenset({"amount", "frequency"})
_SAME = 6.0  # points by which two tables of one layout may stand apart


def stands_under(grid: Grid, head: Head) -> bool:
    """Whether most columns of a table begin where those of another one do."""
    own = starts_of(grid)
    apart = [abs(own[c] - head.starts[c]) for c in own if c in head.starts]
    return not apart or 2 * sum(distance > 3 * _SAME for distance in apart) < len(apart)


def in_same_columns(grid: Grid, head: Head) -> bool:
    """Whether a table without heads keeps to the columns of one before it, and says how much where that one did."""
    own = starts_of(grid)
    shared = [c for c in own if c in head.starts]
    if len(shared) < 3 or len(own) > len(head.starts) or any(abs(own[c] - head.starts[c]) > _SAME for c in shared):
        return False
    timed = [c for c, name in head.names.items() if name in _HOW_MUCH]
    cells = [flat(row[c].text) for row in grid.rows for c in timed if c in row]
    return any(measure.amount or measure.frequency for measure in map(read_measure, cells))


def is_part_of(head: Head, before: Head) -> bool:
    """Whether the heads are the upper row alone of the two-row heads of the table before, printed once more."""
    fewer = len(head.names) + len(head.each) < len(before.names) + len(before.each)
    return fewer and all(before.printed.get(c, "").startswith(text) for c, text in head.printed.items() if text)


def goes_on(grid: Grid, before: Head, same_table: bool) -> bool:
    """Whether rows without heads go on with the columns of those before: some cells of a row may be empty, but in
    another table only one, and it has no columns of its own."""
    widest = max((len(row) for row in grid.rows), default=0)
    columns = len(before.names) + len(before.each)
    if same_table:
        return widest >= 2 and columns >= 2
    return widest >= columns - 1 >= 2 and stands_under(grid, before)
