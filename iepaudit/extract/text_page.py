"""Lines and tables of a text file -> a page with plausible boxes: every character has its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from iepaudit.extract.box_sides import boxes_before_words
from iepaudit.extract.boxes import place_written
from iepaudit.extract.characters import translate
from iepaudit.extract.labels import check_boxes
from iepaudit.extract.line_builder import text_of
from iepaudit.extract.markdown import MarkdownLine
from iepaudit.extract.typewriter import TypedTable
from iepaudit.model.document import Cell, Grade, Line, Page, PageQuality, Table, Word
from iepaudit.model.geometry import Box, around

_WIDTH, _MARGIN = 612.0, 54.0
_SIZE, _PITCH, _CHAR = 10.0, 12.0, 5.0  # points: font height, line distance, mean width of a character


@dataclass(frozen=True, slots=True)
class _Piece:
    """The words of a line or of a line in a table cell, and how far to the right they may reach."""

    words: list[Word]
    size: float
    top: float
    left: float = float("-inf")
    right: float = float("inf")
    table: int | None = None
    row: int | None = None
    column: int | None = None


def set_page(number: int, source: Sequence[MarkdownLine | TypedTable]) -> Page:
    """Lines one below the other; table rows cell by cell."""
    pieces: list[_Piece] = []
    tables: list[Table] = []
    top, previous = _MARGIN, 0
    for item in source:
        at = item.first if isinstance(item, TypedTable) else item.at
        top += _PITCH * max(1, at - previous) if pieces else 0.0
        previous = at
        if isinstance(item, TypedTable):
            pieces += _typed(item, top, tables)
            top += _PITCH * (item.last - item.first)
            previous = item.last
        elif item.cells is not None:
            if item.first_row:
                tables.append(Table(Box(0, 0, 0, 0), ()))
            pieces += _row(item.cells, top, tables)
        else:
            size = _SIZE + (6 - item.heading if item.heading else 0)
            words = _words(item.text, _MARGIN + item.indent * _CHAR, top, size, bool(item.heading) or item.bold)
            pieces.append(_Piece(words, size, top))
    words, encodings = place_written([w for piece in pieces for w in piece.words])
    lines = _lines(number, pieces, words)
    tables = [_with_lines(table, n, lines) for n, table in enumerate(tables)]
    lines, tables = boxes_before_words(lines, tables)
    quality = PageQuality(Grade.GOOD, 1.0, "" if lines else "this page is empty", "text" if lines else "none")
    return Page(
        number=number,
        width=_WIDTH,
        height=top + _PITCH + _MARGIN,
        lines=tuple(lines),
        tables=tuple(tables),
        fields=(),
        check_boxes=check_boxes(lines, tables, encodings),
        quality=quality,
    )


def _typed(table: TypedTable, top: float, tables: list[Table]) -> Iterator[_Piece]:
    """A table whose cells stand where their characters do."""
    index = len(tables)
    starts = [_MARGIN + column * _CHAR for column in table.columns]
    longest = max(x + len(text) for row in table.rows for cell in row if cell for _, x, text in cell.lines)
    edges = [*starts, max(_MARGIN + longest * _CHAR, starts[-1]) + _CHAR]
    firsts = [min(n for cell in row if cell for n, _, _ in cell.lines) for row in table.rows]
    tops = [top + _PITCH * (n - table.first) for n in (*firsts, table.last + 1)]
    rows: list[tuple[Cell | None, ...]] = []
    for r, row in enumerate(table.rows):
        made = []
        for c, cell in enumerate(row):
            made.append(Cell("", Box(edges[c], tops[r], edges[c + 1], tops[r + 1]), r, c))
            for number, x, text in cell.lines if cell else ():
                height = top + _PITCH * (number - table.first)
                words = _words(text, _MARGIN + x * _CHAR, height, _SIZE, False)
                end = max(edges[c + 1], words[-1].box.x1 if words else 0.0)
                yield _Piece(words, _SIZE, height, edges[c], end, index, r, c)
        rows.append(tuple(made))
    tables.append(Table(around(c.box for row in rows for c in row if c), tuple(rows), ruled=False))


def _row(cells: Sequence[str], top: float, tables: list[Table]) -> list[_Piece]:
    table = tables[-1]
    width = (_WIDTH - 2 * _MARGIN) / max(1, len(cells))
    row, made, pieces = len(table.rows), [], []
    for column, text in enumerate(cells):
        box = Box(_MARGIN + column * width, top, _MARGIN + (column + 1) * width, top + _PITCH)
        made.append(Cell("", box, row, column))
        words = _fitted(_words(text, box.x0 + 2, top, _SIZE, False), box)
        pieces.append(_Piece(words, _SIZE, top, box.x0, box.x1, len(tables) - 1, row, column))
    rows = (*table.rows, tuple(made))
    tables[-1] = Table(around(c.box for r in rows for c in r if c), rows)
    return pieces


def _fitted(words: list[Word], cell: Box) -> list[Word]:
    """Words pressed together so that a long text does not reach into the next cell."""
    if not words or words[-1].box.x1 <= cell.x1 - 1:
        return words
    start = words[0].box.x0
    share = (cell.x1 - 1 - start) / (words[-1].box.x1 - start)
    return [
        replace(
            w, box=Box(start + (w.box.x0 - start) * share, w.box.top, start + (w.box.x1 - start) * share, w.box.bottom)
        )
        for w in words
    ]


def _lines(number: int, pieces: Sequence[_Piece], words: Sequence[Word]) -> list[Line]:
    """Lines from the words as they are after boxes were told: these keep the height and the place of their line."""
    by_height: dict[float, list[Word]] = {}
    for word in words:
        by_height.setdefault(word.box.top, []).append(word)
    lines: list[Line] = []
    for piece in pieces:
        own = [w for w in by_height.get(piece.top, ()) if piece.left <= w.box.center[0] < piece.right]
        if own:
            box = around(w.box for w in own)
            bold = all(w.bold for w in own)
            place = (piece.table, piece.row, piece.column)
            lines.append(Line(text_of(own), box, number, tuple(own), piece.size, bold, False, *place))
    return lines


def _with_lines(table: Table, number: int, lines: Sequence[Line]) -> Table:
    held: dict[tuple[int | None, int | None], list[Line]] = {}
    for line in lines:
        if line.table == number:
            held.setdefault((line.row, line.column), []).append(line)
    rows = []
    for row in table.rows:
        cells: list[Cell | None] = []
        for cell in row:
            own = held.get((cell.row, cell.column), []) if cell else []
            text, words = "\n".join(line.text for line in own), tuple(w for line in own for w in line.words)
            cells.append(replace(cell, text=text, words=words) if cell else None)
        rows.append(tuple(cells))
    return Table(table.box, tuple(rows), table.ruled)


def _words(text: str, x: float, top: float, size: float, bold: bool) -> list[Word]:
    words = []
    shown = translate(text, None).replace("\t", "    ")
    for match in re.finditer(r"\S+", shown):
        x0 = x + match.start() * _CHAR
        box = Box(x0, top, x0 + len(match.group()) * _CHAR, top + size)
        words.append(Word(match.group(), box, size, bold))
    return words
