"""Lines in the cells of tables: what the other cells of their row say about them."""

from __future__ import annotations

import re

from iepaudit.model.document import Line
from iepaudit.segment.words import key_of


def is_row_label(line: Line, lines: tuple[Line, ...], position: int) -> bool:
    """A cell of a row that has other cells: the row's label, not a heading."""
    return line.table is not None and any(
        other.page == line.page and other.table == line.table and other.row == line.row and other.column != line.column
        for other in lines[max(0, position - 12) : position + 12]
    )


def in_grid_row(line: Line, lines: tuple[Line, ...], position: int) -> bool:
    """A cell of a row with two other cells that hold values, or with three others where all is in plain type: what the
    row is about, not a heading."""
    others = [
        other
        for other in lines[max(0, position - 12) : position + 20]
        if (other.page, other.table, other.row) == (line.page, line.table, line.row) and other.column != line.column
    ]
    values = {other.column for other in others if re.search(r"\d", other.text)}
    plain = not any(own.bold or own.shaded for own in (line, *others))
    many = plain and len({other.column for other in others}) >= 3
    return line.table is not None and (len(values) >= 2 or many)


def in_column_heads(line: Line, lines: tuple[Line, ...], position: int) -> bool:
    """Whether other cells of the same row hold column heads as well (Service | Frequency | Location)."""
    if line.table is None:
        return False
    row = [
        other
        for other in lines[max(0, position - 12) : position + 12]
        if other.page == line.page and other.table == line.table and other.row == line.row
    ]
    columns = {other.column for other in row}
    if len(columns) > 1 and _are_over_amounts(line, columns, lines, position):
        return True
    if len(columns) < 3:
        return False
    short = sum(len(other.text.split()) <= 6 and not re.search(r"\d{2,}", other.text) for other in row)
    return short >= len(row) - 1 and len({key_of(o.text) for o in row}) >= 3


def _are_over_amounts(line: Line, columns: set[int | None], lines: tuple[Line, ...], position: int) -> bool:
    """Whether the row below has nothing but an amount in each of the columns of a row ("1,800" | "600" | "92%")."""
    place = (line.page, line.table, (line.row or 0) + 1)
    below = [o for o in lines[position : position + _NEAR] if (o.page, o.table, o.row) == place]
    return {o.column for o in below} == columns and all(_AMOUNT.fullmatch(o.text.strip()) for o in below)


_AMOUNT = re.compile(
    r"[\d.,]*\d\s?%?(?:\s(?:min(?:ute)?s?|hours?|hrs?|percent))?\.?(?:\s(?:per|a)\s(?:week|day))?", re.I
)


def goes_on_in_cell(line: Line, lines: tuple[Line, ...], position: int) -> bool:
    """Whether a line goes on with the one above it in its cell, beside other cells of the row: in a column head of
    several lines ("Method" / "How progress will be measured"), or in plain type for want of room."""
    if line.table is None or not position or not line.words:
        return False
    above, place = lines[position - 1], (line.page, line.table, line.row)
    if (above.page, above.table, above.row) != place or above.column != line.column:
        return False
    near = lines[max(0, position - _NEAR) : position + _NEAR]
    firsts: dict[int | None, Line] = {}
    for other in near:
        if (other.page, other.table, other.row) == place:
            firsts.setdefault(other.column, other)
    if line.bold or line.shaded:
        style = (line.bold, line.shaded)
        return len(firsts) >= 3 and all((other.bold, other.shaded) == style for other in firsts.values())
    if len(firsts) < 2 or above.bold or above.text.rstrip().endswith((".", ":", "?", ";")):
        return False
    column = (line.page, line.table, line.column)
    edge = max(other.box.x1 for other in near if (other.page, other.table, other.column) == column)
    return above.box.x1 + line.size / 4 + line.words[0].box.width > edge


_NEAR = 24  # lines before and behind, among which those of the same row are looked for
