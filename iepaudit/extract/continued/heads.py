"""Column heads printed again above the part of a table that goes on without them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from iepaudit.extract.column_words import COLUMN_WORD
from iepaudit.extract.continued.places import cell_text, lowered
from iepaudit.model.document import CHECKED, EMPTY, Cell, Page, Table

_LONGEST = 8  # words
_LONGEST_BOLD = 30  # in bold print a head may say at length what it asks for
_LEAST = 3
_NO_HEAD = re.compile(rf"[{CHECKED}{EMPTY}_]|\d{{3,}}|[.;,]\Z|:\s")


def head_row(table: Table, page: Page, number: int) -> int | None:
    """The row of column heads that holds for the last rows of a table."""
    for n in range(len(table.rows) - 1, -1, -1):
        filled = [cell for cell in table.rows[n] if cell is not None and cell.text.strip()]
        if len(filled) >= _LEAST and reads_as_heads(table.rows[n], page, number):
            return n
        if sum(cell is not None for cell in table.rows[n]) < 2:
            return None  # a title of its own across the table
    return None


def reads_as_heads(row: Sequence[Cell | None], page: Page, number: int) -> bool:
    cells = [cell for cell in row if cell is not None and cell.text.strip()]
    own = [line for line in page.lines if line.table == number and line.row == cells[0].row] if cells else []
    longest = _LONGEST_BOLD if all(line.bold for line in own) else _LONGEST
    if len(cells) < 2 or any(len(c.text.split()) > longest or _NO_HEAD.search(cell_text(c)) for c in cells):
        return False
    worded = len(set(COLUMN_WORD.findall(" ".join(c.text for c in cells).lower())))
    stands_out = bool(own) and (all(line.bold for line in own) or all(line.shaded for line in own))
    return (stands_out and worded >= 1) or worded >= 2


def with_heads(before: Page, number: int, heads: int, page: Page, first: int) -> Page:
    """`page` with the heads printed again right above its first table."""
    table = page.tables[first]
    printed = [line for line in before.lines if line.table == number and line.row == heads]
    shift = table.box.top - max(line.box.bottom for line in printed)
    shift = max(shift, -min(line.box.top for line in printed))  # not above the page
    lines = [
        replace(
            line,
            page=page.number,
            box=lowered(line.box, shift),
            words=tuple(replace(w, box=lowered(w.box, shift)) for w in line.words),
            table=first,
            row=0,
        )
        for line in printed
    ]
    row = tuple(c and replace(c, box=lowered(c.box, shift), row=0) for c in before.tables[number].rows[heads])
    rows = tuple(tuple(c and replace(c, row=c.row + 1) for c in own) for own in table.rows)
    lines += [replace(n, row=n.row + 1) if n.table == first and n.row is not None else n for n in page.lines]
    tables = [replace(t, rows=(row, *rows)) if n == first else t for n, t in enumerate(page.tables)]
    return replace(page, lines=tuple(lines), tables=tuple(tables))
