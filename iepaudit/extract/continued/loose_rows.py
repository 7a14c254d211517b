"""Rows of a table without rules at the top of a page that goes on with it: they keep to its columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from iepaudit.extract.continued.places import column_edges
from iepaudit.extract.line_builder import draft, to_line
from iepaudit.model.document import Cell, Line, Page, Table, Word, WordSource
from iepaudit.model.geometry import Box, around

_LEAST_COLUMNS = 3
_TIGHT, _FAR = 1.3, 3.0  # font heights from line to line inside one row, and at most inside one table
_OVER = 1.5  # points by which a word may run over the border of its column


def with_loose_rows(table: Table, page: Page) -> Page:
    """The page with the lines at its top that keep to the columns of `table` made a table of their own."""
    edges = column_edges(table)
    count, last = 0, None
    for line in page.lines:
        filled = _filled(line, edges)
        step = line.box.top - last.box.top if last else 0.0
        lone = filled == {0} and (line.bold or step > _TIGHT * 1.5 * line.size)
        if not filled or lone or (last and not -1 < step <= _FAR * line.size) or (not last and len(filled) < 2):
            break
        count, last = count + 1, line
    while count and len(_filled(page.lines[count - 1], edges)) < 2 and _ends_table(page.lines, count, edges):
        count -= 1
    rows = _rows(page.lines[:count], edges)
    if len(edges) - 1 < _LEAST_COLUMNS or not rows or len({c for line in rows[0] for c in _filled(line, edges)}) < 2:
        return page
    return _as_table(rows, edges, page, count)


def _ends_table(lines: Sequence[Line], count: int, edges: Sequence[float]) -> bool:
    """Whether the lines below belong to something else, so that a lone piece at the end may belong to it too."""
    below = lines[count] if count < len(lines) else None
    near = below is not None and below.box.top - lines[count - 1].box.top <= _TIGHT * 1.5 * below.size
    return bool(near and _filled(lines[count - 1], edges) == {0})


def _filled(line: Line, edges: Sequence[float]) -> set[int]:
    """The columns in which a free line has words; none for one that does not keep to them."""
    if line.table is not None or any(w.source is WordSource.FIELD for w in line.words):
        return set()
    filled: set[int] = set()
    for word in line.words:
        column = _column(word, edges)
        if column is None:
            return set()
        filled.add(column)
    return filled


def _column(word: Word, edges: Sequence[float]) -> int | None:
    for n, (left, right) in enumerate(pairwise(edges)):
        if left - _OVER <= word.box.x0 and word.box.x1 <= right + _OVER:
            return n
    return None


def _rows(lines: Sequence[Line], edges: Sequence[float]) -> list[list[Line]]:
    """A row begins with a line that fills the first column, unless that goes on with a phrase right above it."""
    rows: list[list[Line]] = []
    for line in lines:
        tight = bool(rows) and line.box.top - rows[-1][-1].box.top <= _TIGHT * line.size
        lead = 0 in _filled(line, edges)
        if rows and (not lead or (tight and line.text[:1].islower())):
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _as_table(rows: Sequence[Sequence[Line]], edges: Sequence[float], page: Page, count: int) -> Page:
    index = len(page.tables)
    made: list[tuple[Cell | None, ...]] = []
    lines: list[Line] = []
    for r, row in enumerate(rows):
        top, bottom = row[0].box.top - 0.5, row[-1].box.bottom + 0.5
        cells: list[Cell | None] = []
        for c, (left, right) in enumerate(pairwise(edges)):
            parts = [(line, own) for line in row if (own := [w for w in line.words if _column(w, edges) == c])]
            own_lines = [to_line(draft(own), page.number, line.shaded, index, r, c) for line, own in parts]
            lines += own_lines
            text = "\n".join(line.text for line in own_lines)
            cells.append(Cell(text, Box(left, top, right, bottom), r, c, tuple(w for n in own_lines for w in n.words)))
        made.append(tuple(cells))
    box = around(cell.box for row in made for cell in row if cell)
    table = Table(box, tuple(made), ruled=False)
    return replace(page, lines=(*lines, *page.lines[count:]), tables=(*page.tables, table))
