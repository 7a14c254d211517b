"""The walk over the text of a Word file: paragraphs, runs, form elements, tables and page breaks, in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from iepaudit.extract.characters import symbol_font, translate
from iepaudit.extract.docx_blanks import values_apart
from iepaudit.extract.docx_forms import Control, LegacyField, control_of
from iepaudit.extract.docx_styles import Look, Numbers, Styles, W, changed, is_on
from iepaudit.extract.docx_xml import (
    ALTERNATE,
    boxes_in,
    cells_of,
    chosen,
    count_of,
    font_of,
    indent_of,
    is_shaded,
    rows_of,
    width_of,
)
from iepaudit.extract.flow import Block, FlowCell, Grid, Paragraph, Piece
from iepaudit.model.document import CHECKED, EMPTY, WordSource
from iepaudit.model.errors import FileTooLarge

_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_FORMULA, _FORMULA_TEXT = _M + "oMath", _M + "t"
_DELETED = {W + "del", W + "moveFrom"}
_ASIDE = {W + "pPr", W + "rPr", W + "sdtPr", W + "tblPr", W + "trPr", W + "tcPr", W + "instrText", W + "delText"}
_NOTES = {W + "footnoteReference": W + "footnote", W + "endnoteReference": W + "endnote"}
_MOST_BLOCKS = 500_000


@dataclass(slots=True)
class _Open:
    """A paragraph while it is read."""

    paragraph: Paragraph
    look: Look
    boxes: list[Element] = field(default_factory=list)  # text boxes anchored in it
    control: Control | None = None


class Walker:
    """Walks the body; `pages` holds the number of the section and the blocks of each page."""

    def __init__(self, styles: Styles, numbers: Numbers, notes: Sequence[Element | None]) -> None:
        self._styles, self._numbers = styles, numbers
        self._notes = {(n.tag, n.get(W + "id", "")): n for part in notes if part is not None for n in part}
        self._due: list[Element] = []  # notes to be read behind the paragraph or the table that names them
        self._tables = 0  # how many are open
        self.pages: list[tuple[int, list[Block]]] = [(0, [])]
        self.sections: list[Element] = []
        self.recorded = False  # whether Word noted where its pages ended
        self._fields: list[LegacyField] = []
        self._paged = False  # whether a page break may be made here: not inside of tables, headers and text boxes
        self._left = _MOST_BLOCKS

    def body(self, root: Element) -> None:
        body = root.find(W + "body")
        if body is None:
            return
        self._paged = True
        for item in self._blocks(body):
            self.pages[-1][1].append(item)
        last = body.find(W + "sectPr")
        if last is not None:
            self.sections.append(last)
        if not self.pages[-1][1] and len(self.pages) > 1:
            self.pages.pop()

    def aside(self, root: Element) -> list[Block]:
        self._paged = False
        return list(self._blocks(root))

    def _blocks(self, parent: Element, control: Control | None = None) -> Iterator[Block]:
        joined: list[Element] = []  # paragraphs whose ends were deleted: they go on in the next
        for item in parent:
            self._left -= 1
            if self._left <= 0:
                raise FileTooLarge("The Word file holds too many pieces to be read safely.")
            tag = item.tag
            if tag == W + "p":
                if item.find(f"{W}pPr/{W}rPr/{W}del") is not None:
                    joined.append(item)
                    continue
                yield from self._paragraph(item, control, joined)
                joined = []
            elif tag == W + "tbl":
                yield from self._table(item, control)
            elif tag == W + "sdt":
                content = item.find(W + "sdtContent")
                if content is not None:
                    yield from self._blocks(content, control_of(item) or control)
            elif tag == ALTERNATE:
                yield from self._blocks(chosen(item), control)
            elif tag in (W + "ins", W + "moveTo", W + "customXml", W + "smartTag"):
                yield from self._blocks(item, control)
        if joined:
            yield from self._paragraph(joined.pop(), control, joined)

    def _paragraph(self, item: Element, control: Control | None, before: Sequence[Element]) -> Iterator[Block]:
        properties = item.find(W + "pPr")
        look = self._styles.paragraph(properties)
        opened = _Open(Paragraph(shaded=is_shaded(properties)), look, control=control)
        if properties is not None and is_on(properties.find(W + "pageBreakBefore")):
            self._break()
        if look.number:
            mark = self._numbers.next(*look.number)
            opened.paragraph.indent = 18.0 * (look.number[1] + 1)
            if mark:
                opened.paragraph.pieces.append(Piece(mark + " ", look.bold, look.size))
        elif properties is not None:
            opened.paragraph.indent = indent_of(properties)
        for part in (*before, item):
            self._inline(part, opened)
        yield from self._closed(opened)
        section = properties.find(W + "sectPr") if properties is not None else None
        if section is not None and self._paged:
            self.sections.append(section)
            kind = section.find(W + "type")
            self._break(new_section=True, here=kind is not None and kind.get(W + "val") == "continuous")

    def _closed(self, opened: _Open) -> Iterator[Block]:
        opened.paragraph.pieces = values_apart(opened.paragraph.pieces)
        yield opened.paragraph
        yield from self._apart(opened.boxes)
        yield from self._notes_due()

    def _apart(self, boxes: Sequence[Element]) -> Iterator[Block]:
        paged, self._paged = self._paged, False
        for box in boxes:
            yield from self._blocks(box)
        self._paged = paged

    def _notes_due(self) -> Iterator[Block]:
        """The footnotes that were named, but not inside of a table: they are no part of what a cell says."""
        if self._due and not self._tables:
            due, self._due = self._due, []
            yield from self._apart(due)

    def _break(self, new_section: bool = False, here: bool = False) -> None:
        if not self._paged:
            return
        section = self.pages[-1][0] + new_section
        if here or not self.pages[-1][1]:
            self.pages[-1] = (section if not here else self.pages[-1][0], self.pages[-1][1])
            return
        self.pages.append((section, []))

    def _inline(self, parent: Element, opened: _Open) -> None:
        for item in parent:
            tag = item.tag
            if tag == W + "r":
                self._run(item, opened)
            elif tag == W + "sdt":
                self._control(item, opened)
            elif tag in _DELETED or tag in _ASIDE:
                continue
            elif tag == ALTERNATE:
                self._inline(chosen(item), opened)
            elif tag == _FORMULA:
                self._text("".join(t.text or "" for t in item.iter(_FORMULA_TEXT)), opened.look, opened)
            elif tag != W + "p":
                self._inline(item, opened)  # links, insertions, smart tags

    def _control(self, item: Element, opened: _Open) -> None:
        control = control_of(item)
        content = item.find(W + "sdtContent")
        if control is not None and control.checked is not None:
            glyph = CHECKED if control.checked else EMPTY
            opened.paragraph.pieces.append(
                Piece(
                    glyph,
                    False,
                    opened.look.size,
                    encoding="content-control",
                    field=control.name,
                    field_kind="checkbox",
                )
            )
        elif content is not None:
            outer, opened.control = opened.control, control or opened.control
            self._inline(content, opened)
            opened.control = outer

    def _run(self, run: Element, opened: _Open) -> None:
        properties = run.find(W + "rPr")
        named = properties.find(W + "rStyle") if properties is not None else None
        look = opened.look if named is None else self._styles.of(named.get(W + "val", ""), opened.look)
        look = changed(look, properties)
        if look.hidden or (properties is not None and properties.find(W + "del") is not None):
            return
        symbols = symbol_font(font_of(properties))
        for item in run:
            tag = item.tag
            if tag == W + "t":
                text = translate(item.text or "", symbols)
                self._text(text.upper() if look.caps else text, look, opened)
            elif tag in (W + "tab", W + "ptab"):
                self._text("\t", look, opened)
            elif tag in (W + "br", W + "cr"):
                if item.get(W + "type") == "page":
                    self._split(opened)
                else:
                    self._text("\n", look, opened)
            elif tag == W + "lastRenderedPageBreak":
                self.recorded = True
                self._split(opened)
            elif tag == W + "noBreakHyphen":
                self._text("-", look, opened)
            elif tag == W + "sym":
                code = item.get(W + "char", "")
                with_font = symbol_font(item.get(W + "font", ""))
                if len(code) <= 6 and all(c in "0123456789abcdefABCDEF" for c in code) and code:
                    self._text(translate(chr(min(int(code, 16), 0xFFFF)), with_font), look, opened)
            elif tag == W + "fldChar":
                self._field(item, look, opened)
            elif tag in _NOTES:
                note = self._notes.pop((_NOTES[tag], item.get(W + "id", "")), None)
                self._due += [] if note is None else [note]
            elif tag == ALTERNATE:
                opened.boxes += boxes_in(chosen(item))
            elif tag in (W + "drawing", W + "pict", W + "object"):
                opened.boxes += boxes_in(item)

    def _text(self, text: str, look: Look, opened: _Open) -> None:
        if self._fields and not self._fields[-1].shows:
            return  # the instruction of a field
        control, legacy = opened.control, next((f for f in reversed(self._fields) if f.is_text), None)
        name = legacy.name if legacy else control.name if control else None
        is_blank = (legacy is not None and text.strip() in ("", legacy.default)) or (
            control.blank if control and not legacy else False
        )
        source = WordSource.FIELD if name is not None and not is_blank else WordSource.TEXT
        kind = control.kind if control and not legacy else "text"
        pieces = opened.paragraph.pieces
        piece = Piece(text, look.bold, look.size, source, "", name, kind, bool(is_blank), look.underlined)
        if pieces and not pieces[-1].encoding and replace(pieces[-1], text="") == replace(piece, text=""):
            pieces[-1] = replace(piece, text=pieces[-1].text + text)
        else:
            pieces.append(piece)

    def _field(self, item: Element, look: Look, opened: _Open) -> None:
        kind = item.get(W + "fldCharType")
        if kind == "begin":
            self._fields.append(LegacyField.of(item))
            made = self._fields[-1]
            if made.shown:
                opened.paragraph.pieces.append(
                    Piece(
                        made.shown, look.bold, look.size, made.source, made.encoding, made.name, made.kind, made.blank
                    )
                )
        elif kind == "separate" and self._fields:
            self._fields[-1].shows = not self._fields[-1].shown
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _split(self, opened: _Open) -> None:
        """A page break inside of a paragraph: what comes after stands on the next page."""
        if not self._paged:
            return
        if opened.paragraph.pieces:
            self.pages[-1][1].extend(self._closed(opened))
            opened.boxes = []
            opened.paragraph = Paragraph(indent=opened.paragraph.indent, shaded=opened.paragraph.shaded)
        self._break()

    def _table(self, item: Element, control: Control | None) -> Iterator[Block]:
        columns = item.find(W + "tblGrid")
        widths = [width_of(c) for c in columns.findall(W + "gridCol")] if columns is not None else []
        grid = Grid(widths=widths)
        paged, self._paged = self._paged, False
        self._tables += 1
        for row in rows_of(item):
            breaks = paged and row.find(f".//{W}lastRenderedPageBreak") is not None
            self.recorded = self.recorded or breaks
            if breaks and grid.rows:
                self._paged = True
                self.pages[-1][1].append(grid)
                self._break()
                self._paged = False
                grid = Grid(widths=widths)
            elif breaks:
                self._paged = True
                self._break()
                self._paged = False
            grid.rows.append(list(self._cells(row, control)))
        self._paged = paged
        self._tables -= 1
        if grid.rows:
            yield grid
        yield from self._notes_due()

    def _cells(self, row: Element, control: Control | None) -> Iterator[FlowCell]:
        skipped = row.find(f"{W}trPr/{W}gridBefore")
        if skipped is not None:
            yield FlowCell(span=count_of(skipped))
        for cell, inner in cells_of(row, control):
            properties = cell.find(W + "tcPr")
            removed = properties is not None and properties.find(W + "cellDel") is not None
            span = properties.find(W + "gridSpan") if properties is not None else None
            merged = properties.find(W + "vMerge") if properties is not None else None
            goes_on = merged is not None and merged.get(W + "val", "continue") != "restart"
            made = FlowCell(
                [] if removed else list(self._blocks(cell, inner)),
                count_of(span) if span is not None else 1,
                goes_on,
                is_shaded(properties),
            )
            yield made
