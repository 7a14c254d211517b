"""Tables that are lists: a short label in the first column of each row, and its text beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from iepaudit.model.document import Document, Line, Table
from iepaudit.segment.known_headings import headings

_LONGEST = 16  # words of a label that is no known heading
_LEAST_ROWS = 3
_MOST = 0.7  # of the rows are a label with a text


def row_labels(document: Document) -> dict[int, int]:
    """By position among `document.lines`, the first line of each label in such a list, with how many lines it takes."""
    lists = {
        (page.number, n): column
        for page in document.pages for n, table in enumerate(page.tables)
        if (column := _label_column(table)) is not None
    }  # fmt: skip
    found: dict[int, int] = {}
    position = 0
    for place, run in groupby(document.lines, key=_cell):
        own = list(run)
        if place is not None and lists.get(place[:2]) == place[3]:
            found[position] = len(own)
        position += len(own)
    return found


def _cell(line: Line) -> tuple[int, int, int, int] | None:
    if line.table is None or line.row is None or line.column is None:
        return None
    return line.page, line.table, line.row, line.column


def _label_column(table: Table) -> int | None:
    """The column of the labels when a table is such a list: the first, or the second behind numbers."""
    texts = [[cell.text.strip() if cell else "" for cell in row] for row in table.rows]
    rows = [row for row in texts if any(row)]
    column = 1 if rows and all(len(row) > 2 and _COUNTED.fullmatch(row[0]) for row in rows) else 0
    return column if _is_list([row[column:] for row in rows]) else None


_COUNTED = re.compile(r"\W*(?:\d{1,2}|[A-Za-z])\W*")


def _is_list(rows: Sequence[Sequence[str]]) -> bool:
    pairs = [row for row in rows if row[0] and sum(map(bool, row[1:])) == 1]
    if len(rows) < _LEAST_ROWS or len(pairs) < _MOST * len(rows):
        return False
    values = [next(filter(None, row[1:])) for row in pairs]
    short = sum(len(row[0].split()) <= _LONGEST or headings().match(row[0]) is not None for row in pairs)
    told = sum(len(value.split()) > 5 for value in values)
    return short == len(pairs) and 2 * told >= len(pairs)
