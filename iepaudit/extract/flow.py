"""Text that has an order but no places (Word files, web pages) -> pages with plausible boxes, so that later stages see
what they see of a PDF: lines that wrap, tables with cells, headings that are larger, gaps at tabs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from iepaudit.extract.box_sides import boxes_before_words
from iepaudit.extract.boxes import GLYPHS, Encodings, place_written
from iepaudit.extract.labels import check_boxes
from iepaudit.extract.line_builder import text_of
from iepaudit.model.document import CHECKED, Cell, FormField, Grade, Line, Page, PageQuality, Table, Word, WordSource
from iepaudit.model.geometry import Box, around

WIDTH, MARGIN = 612.0, 54.0
SIZE = 10.0
_ROOM = 792.0 - 2 * MARGIN
_LEADING, _BETWEEN = 1.2, 0.3  # in font heights: from line to line, and more between paragraphs
_CHAR = 0.5  # mean width of a letter in font heights
_TAB = 36.0
_LEAST_TAB = 1.6  # font heights: wider than any space
_PADDING = 3.0
_MOST_REPEATED = 6  # words of a merged cell


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of one look. "\\t" is a gap, "\\n" a forced line break. `encoding` is set for a check box glyph that is a
    form element, `field` is the name of the form field whose value this is (its `kind` in `field_kind`)."""

    text: str
    bold: bool = False
    size: float = SIZE
    source: WordSource = WordSource.TEXT
    encoding: str = ""
    field: str | None = None
    field_kind: str = "text"
    blank: bool = False  # a form field in which nothing was entered: `text` is its placeholder
    underlined: bool = False


@dataclass(slots=True)
class Paragraph:
    pieces: list[Piece] = field(default_factory=list)
    indent: float = 0.0  # points
    shaded: bool = False


@dataclass(slots=True)
class FlowCell:
    blocks: list[Paragraph | Grid] = field(default_factory=list)
    span: int = 1
    goes_on: bool = False  # continues the merged cell above
    shaded: bool = False


@dataclass(slots=True)
class Grid:
    """Rows of cells; `widths` in any unit, one a column, or empty for columns of the same width."""

    rows: list[list[FlowCell]] = field(default_factory=list)
    widths: list[float] = field(default_factory=list)


Block = Paragraph | Grid


def lay_out(number: int, blocks: Sequence[Block], running: Sequence[Block] = ()) -> Page:
    """One page; `running` are its headers and footers."""
    setter = _Setter(number)
    bottom = setter.blocks(blocks, MARGIN, WIDTH - 2 * MARGIN, MARGIN)
    aside = _Setter(number)
    aside.blocks(running, MARGIN, WIDTH - 2 * MARGIN, MARGIN / 2)
    turned, tables = boxes_before_words(setter.lines, [t for t in setter.tables if t is not None])
    lines = tuple(turned)
    return Page(
        number=number,
        width=WIDTH,
        height=max(792.0, bottom + MARGIN),
        lines=lines,
        tables=tuple(tables),
        fields=tuple(setter.fields),
        check_boxes=check_boxes(lines, tables, setter.encodings),
        quality=PageQuality(Grade.GOOD, 1.0, "" if lines else "this page is empty", "text" if lines else "none"),
        running=tuple(aside.lines),
    )


def paginate(blocks: Sequence[Block]) -> list[list[Block]]:
    """Blocks shared out to pages of letter paper, for files that do not say where their pages end."""
    pages: list[list[Block]] = [[]]
    used = 0.0
    for block in blocks:
        parts: list[Block] = [block]
        if isinstance(block, Grid):
            parts = [Grid([row], block.widths or _even(block)) for row in block.rows]
        open_table: Grid | None = None
        for part in parts:
            height = _Setter(0).blocks([part], MARGIN, WIDTH - 2 * MARGIN, 0.0)
            if used and used + height > _ROOM:
                pages.append([])
                used, open_table = 0.0, None
            if isinstance(part, Grid) and open_table is not None:
                open_table.rows += part.rows
            else:
                pages[-1].append(part)
                open_table = part if isinstance(part, Grid) else None
            used += height
    return pages


def _even(grid: Grid) -> list[float]:
    return [1.0] * max((sum(c.span for c in row) for row in grid.rows), default=0)


class _Setter:
    """Sets blocks one below the other and remembers what stands where."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.lines: list[Line] = []
        self.tables: list[Table | None] = []
        self.fields: list[FormField] = []
        self.encodings: Encodings = {}

    def blocks(
        self, blocks: Sequence[Block], x: float, width: float, top: float, cell: tuple[int, int, int] | None = None
    ) -> float:
        """The height at which the blocks end."""
        for block in blocks:
            top = self._grid(block, x, width, top) if isinstance(block, Grid) else self._set(block, x, width, top, cell)
        return top

    def _set(self, item: Paragraph, x: float, width: float, top: float, cell: tuple[int, int, int] | None) -> float:
        indent = min(item.indent, 0.5 * width)
        rows = _wrap(item, x + indent, width - indent)
        size = max((p.size for p in item.pieces), default=SIZE)
        for row in rows:
            words = [_at_height(w, top) for w, _ in row]
            for (_, piece), word in zip(row, words, strict=True):
                if piece.encoding:
                    self.encodings[word.box] = piece.encoding
            self._note_fields(row, words)
            if words:
                self._line(words, item.shaded, cell)
            top += _LEADING * size
        return top + _BETWEEN * size

    def _line(self, words: list[Word], shaded: bool, cell: tuple[int, int, int] | None) -> None:
        own, encodings = place_written(words)
        for box, encoding in encodings.items():
            self.encodings.setdefault(box, encoding)
        sizes = sorted(w.size for w in own for _ in w.text)
        place = cell or (None, None, None)
        bold = all(w.bold for w in own)
        self.lines.append(
            Line(
                text_of(own),
                around(w.box for w in own),
                self.number,
                tuple(own),
                sizes[len(sizes) // 2],
                bold,
                shaded,
                *place,
            )
        )

    def _note_fields(self, row: Sequence[tuple[Word, Piece]], words: Sequence[Word]) -> None:
        last: Piece | None = None
        for (_, piece), word in zip(row, words, strict=True):
            if piece.field is None or piece is last:
                continue
            last = piece
            value = "" if piece.blank else piece.text.strip()
            if piece.field_kind in ("checkbox", "radio"):
                value = "on" if CHECKED in piece.text else ""
            known = self.fields[-1] if self.fields else None
            if known and known.name == piece.field and known.value == value:
                continue
            self.fields.append(FormField(piece.field, piece.field_kind, value, word.box, self.number))

    def _grid(self, grid: Grid, x: float, width: float, top: float) -> float:
        columns = max((sum(c.span for c in row) for row in grid.rows), default=0)
        if not columns:
            return top
        index = len(self.tables)
        self.tables.append(None)
        edges = _edges(grid.widths, columns, x, width)
        start = top
        rows: list[tuple[Cell | None, ...]] = []
        merged: dict[int, FlowCell] = {}  # by column, the cell that reaches down
        for r, row in enumerate(grid.rows):
            cells: list[Cell | None] = [None] * columns
            column, bottom = 0, top + _LEADING * SIZE
            held: list[tuple[int, int, int, int]] = []
            for item in row:
                end = min(columns, column + max(1, item.span))
                first = len(self.lines)
                if item.goes_on and column in merged and _is_repeated(merged[column], column, row):
                    item = FlowCell(merged[column].blocks, item.span, shaded=item.shaded)
                elif not item.goes_on:
                    merged[column] = item
                if not item.goes_on:
                    inner = edges[end] - edges[column] - 2 * _PADDING
                    for block in item.blocks:
                        if isinstance(block, Paragraph):
                            block.shaded = block.shaded or item.shaded
                    bottom = max(
                        bottom,
                        self.blocks(item.blocks, edges[column] + _PADDING, inner, top + 1, (index, r, column)),
                    )
                    held.append((column, end, first, len(self.lines)))
                column = end
                if column >= columns:
                    break
            for begin, end, first, last in held:
                own = [n for n in self.lines[first:last] if n.table == index]
                cells[begin] = Cell(
                    "\n".join(n.text for n in own),
                    Box(edges[begin], top, edges[end], bottom),
                    r,
                    begin,
                    tuple(w for n in own for w in n.words),
                )
            rows.append(tuple(cells))
            top = bottom
        self.tables[index] = Table(Box(x, start, x + width, top), tuple(rows))
        return top + _BETWEEN * SIZE


def _is_repeated(cell: FlowCell, column: int, row: Sequence[FlowCell]) -> bool:
    """Whether a merged cell says something of each row that it reaches over: a place, a date, an amount. Longer text
    stands once, and so do the labels in the first column."""
    if column == 0 or not row[0].blocks or row[0].goes_on:
        return False
    text = "".join(p.text for b in cell.blocks if isinstance(b, Paragraph) for p in b.pieces)
    boxes = any(p.encoding for b in cell.blocks if isinstance(b, Paragraph) for p in b.pieces)
    plain = all(isinstance(b, Paragraph) for b in cell.blocks) and not boxes
    return plain and 0 < len(text.split()) <= _MOST_REPEATED and not any(box in text for box in GLYPHS)


def _edges(widths: Sequence[float], columns: int, x: float, width: float) -> list[float]:
    shares = list(widths) if len(widths) == columns and all(w > 0 for w in widths) else [1.0] * columns
    total = sum(shares)
    edges = [x]
    for share in shares:
        edges.append(edges[-1] + width * share / total)
    return edges


def _wrap(item: Paragraph, x: float, width: float) -> list[list[tuple[Word, Piece]]]:
    """Rows of words that fit into `width`; a word that is wider stands alone. Heights are set later."""
    rows: list[list[tuple[Word, Piece]]] = [[]]
    at, right = x, x + width
    glue = True  # whether the next letters belong to the word before
    for piece in item.pieces:
        char = piece.size * _CHAR
        for part in _parts(piece.text):
            if part == "\n":
                rows.append([])
                at, glue = x, True
            elif part == "\t":
                at = max(x + ((at - x) // _TAB + 1) * _TAB, at + _LEAST_TAB * piece.size)
                glue = False
            elif part.isspace():
                if rows[-1]:
                    at += char * (1 if len(part) == 1 else max(len(part), 2))
                glue = False
            else:
                length = len(part) * char
                row = rows[-1]
                if glue and row and _is_one_word(row[-1][1], piece, part):
                    row[-1] = (_joined(row[-1][0], part, length, piece), row[-1][1])
                    at += length
                    continue
                if row and at + length > right:
                    rows.append([])
                    at = x
                box = Box(at, 0.0, at + length, piece.size)
                rows[-1].append((Word(part, box, piece.size, piece.bold, piece.source), piece))
                at += length
                glue = True
    return rows if any(rows) else []


def _is_one_word(before: Piece, piece: Piece, text: str) -> bool:
    """Whether letters that follow without a space go on with the word before: not those of a form element, but a full
    stop behind it."""
    if piece.encoding or before.encoding:
        return False
    return piece.field == before.field or all(c in ".,;:!?)" for c in text)


def _joined(word: Word, text: str, length: float, piece: Piece) -> Word:
    box = Box(word.box.x0, word.box.top, word.box.x1 + length, word.box.bottom)
    return Word(word.text + text, box, word.size, word.bold and piece.bold, word.source)


def _parts(text: str) -> list[str]:
    parts: list[str] = []
    for char in text:
        kind = char if char in "\t\n" else " " if char.isspace() else "x"
        if parts and kind == "x" and not parts[-1].isspace():
            parts[-1] += char
        elif parts and kind == " " and parts[-1].isspace() and parts[-1] not in "\t\n":
            parts[-1] += " "
        else:
            parts.append(" " if kind == " " else char)
    return parts


def _at_height(word: Word, top: float) -> Word:
    box = Box(word.box.x0, top, word.box.x1, top + word.size)
    return Word(word.text, box, word.size, word.bold, word.source, word.confidence)
