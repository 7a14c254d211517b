"""`.txt` and `.md` files -> Document: one Line per source line, form feeds as page breaks, plausible boxes."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from iepaudit.extract.box_sides import boxes_before_words
from iepaudit.extract.boxes import place_written
from iepaudit.extract.characters import translate
from iepaudit.extract.labels import check_boxes
from iepaudit.extract.line_builder import text_of
from iepaudit.extract.markdown import MarkdownLine, looks_like_markdown, read_lines
from iepaudit.extract.running import set_aside
from iepaudit.extract.sniff import Format
from iepaudit.extract.spaced import spaced_rows
from iepaudit.model.document import Cell, Document, Grade, Line, Page, PageQuality, Table, Word
from iepaudit.model.errors import FileDamaged, FileEmpty, FileTooLarge, FileUnsupported
from iepaudit.model.geometry import Box, around

if TYPE_CHECKING:
    from iepaudit.extract import ReadOptions

_WIDTH, _MARGIN = 612.0, 54.0
_SIZE, _PITCH, _CHAR = 10.0, 12.0, 5.0  # points: font height, line distance, mean width of a character
_RULE = re.compile(r"\s*([=\-_~*])\1{2,}\s*\Z")


def read_text(path: Path, found: Format, options: ReadOptions) -> Document:
    """Reads a text or Markdown file; raises FileUnsupported for bytes that are no text."""
    text = decode(path.read_bytes())
    if not text.strip():
        raise FileEmpty("The file holds no text.")
    if found is Format.TEXT and looks_like_markdown(text):
        found = Format.MARKDOWN
    chunks = text.split("\f")
    if len(chunks) > 1 and not chunks[-1].strip():
        chunks.pop()
    if len(chunks) > options.max_pages:
        raise FileTooLarge(
            f"The file has {len(chunks):,} pages, more than the limit of {options.max_pages:,}; split it."
        )
    pages = []
    for number, chunk in enumerate(chunks, 1):
        if len(chunk) > options.max_characters_per_page * 10:
            raise FileTooLarge("The file holds far more text than a plan does; split it at form feeds.")
        lines = read_lines(chunk) if found is Format.MARKDOWN else plain_lines(chunk)
        pages.append(_page(number, lines))
    return Document(set_aside(pages), found.value, "text")


def decode(data: bytes) -> str:
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return _decode_as(data, encoding)
    if b"\x00" in data[:4096]:
        even, odd = data[0:4096:2].count(0), data[1:4096:2].count(0)
        if max(even, odd) > 0.3 * len(data[:4096]) / 2 and min(even, odd) == 0:
            return _decode_as(data, "utf-16-be" if even else "utf-16-le")
        raise FileUnsupported("This file is not text; save or print it as PDF and try again.")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    odd_characters = sum(c < " " and c not in "\t\n\r\f\v\x1b" for c in text) + text.count("\ufffd")
    if odd_characters > 0.02 * len(text) + 2:
        raise FileUnsupported("This file is not text; save or print it as PDF and try again.")
    return text


def _decode_as(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise FileDamaged("The text of this file breaks off or is damaged; save it as UTF-8 and try again.") from None


def plain_lines(chunk: str) -> list[MarkdownLine]:
    """The lines of a text page; a line ruled off by ==== or ---- is a heading, and the rule is dropped."""
    source = chunk.splitlines()
    lines: list[MarkdownLine] = []
    spaced = spaced_rows([raw.expandtabs(4) for raw in source])
    for index, raw in enumerate(source):
        if index in spaced:
            cells, first = spaced[index]
            lines.append(MarkdownLine("", 0, at=index, cells=cells, first_row=first))
            continue
        if _RULE.match(raw) and raw.strip()[0] in "=-~*":
            before = source[index - 1].strip() if index else ""
            if before and lines and not _RULE.match(before) and len(before) <= 90:
                lines[-1] = MarkdownLine(lines[-1].text, lines[-1].indent, heading=2)
            continue
        stripped = raw.strip()
        if stripped:
            indent = len(raw.expandtabs(4)) - len(raw.expandtabs(4).lstrip())
            lines.append(MarkdownLine(raw.strip(), indent, at=index))
    return lines


def _page(number: int, source: Sequence[MarkdownLine]) -> Page:
    """Lines one below the other; table rows cell by cell."""
    rows: list[_Piece] = []
    tables: list[Table] = []
    top, previous = _MARGIN, 0
    for item in source:
        top += _PITCH * max(1, item.at - previous) if rows else 0.0
        previous = item.at
        if item.cells is None:
            size = _SIZE + (6 - item.heading if item.heading else 0)
            words = _words(item.text, _MARGIN + item.indent * _CHAR, top, size, bool(item.heading) or item.bold)
            rows.append(_Piece(words, size))
            continue
        if item.first_row:
            tables.append(Table(Box(0, 0, 0, 0), ()))
        rows += _row(item.cells, top, tables)
    words, encodings = place_written([w for piece in rows for w in piece.words])
    lines = _lines(number, rows, words)
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


@dataclass(frozen=True, slots=True)
class _Piece:
    """The words of a line or of a table cell."""

    words: list[Word]
    size: float
    table: int | None = None
    row: int | None = None
    column: int | None = None


def _row(cells: Sequence[str], top: float, tables: list[Table]) -> list[_Piece]:
    table = tables[-1]
    width = (_WIDTH - 2 * _MARGIN) / max(1, len(cells))
    row, made, pieces = len(table.rows), [], []
    for column, text in enumerate(cells):
        box = Box(_MARGIN + column * width, top, _MARGIN + (column + 1) * width, top + _PITCH)
        made.append(Cell("", box, row, column))
        words = _fitted(_words(text, box.x0 + 2, top, _SIZE, False), box)
        pieces.append(_Piece(words, _SIZE, len(tables) - 1, row, column))
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
    """Lines from the words as they are after boxes were told: these keep the order and the heights of their line."""
    lines: list[Line] = []
    left = deque(words)
    for n, piece in enumerate(pieces):
        if not piece.words:
            continue
        following = next((p.words[0].box for p in pieces[n + 1 :] if p.words), None)
        own: list[Word] = []
        while left and (following is None or not _reached(left[0].box, following)):
            own.append(left.popleft())
        if own:
            box = around(w.box for w in own)
            bold = all(w.bold for w in own)
            text = text_of(own)
            place = (piece.table, piece.row, piece.column)
            lines.append(Line(text, box, number, tuple(own), piece.size, bold, False, *place))
    return lines


def _reached(box: Box, following: Box) -> bool:
    return box.top > following.top - 0.1 and (box.top > following.top + 0.1 or box.x0 >= following.x0 - 0.1)


def _with_lines(table: Table, number: int, lines: Sequence[Line]) -> Table:
    held = {(line.row, line.column): line for line in lines if line.table == number}
    rows = []
    for row in table.rows:
        cells: list[Cell | None] = []
        for cell in row:
            line = held.get((cell.row, cell.column)) if cell else None
            cells.append(replace(cell, text=line.text, words=line.words) if cell and line else cell)
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
