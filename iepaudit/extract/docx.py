"""`.docx` -> Document, by an own walk over the XML with the standard library alone.

Libraries for Word files give text, or tables, or form elements, never all three in order; this needs no package,
opens nothing outside of the file, and knows where each table cell, check box and page break stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from iepaudit.extract.characters import symbol_font, translate
from iepaudit.extract.docx_forms import Control, LegacyField, control_of
from iepaudit.extract.docx_package import Package
from iepaudit.extract.docx_styles import Look, Numbers, Styles, W, changed, is_on
from iepaudit.extract.flow import Block, FlowCell, Grid, Paragraph, Piece, lay_out, paginate
from iepaudit.model.document import CHECKED, EMPTY, Document, WordSource
from iepaudit.model.errors import FileEmpty, FileTooLarge

if TYPE_CHECKING:
    from iepaudit.extract import ReadOptions

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_FORMULA, _FORMULA_TEXT = _M + "oMath", _M + "t"
_DELETED = {W + "del", W + "moveFrom"}
_ASIDE = {W + "pPr", W + "rPr", W + "sdtPr", W + "tblPr", W + "trPr", W + "tcPr", W + "instrText", W + "delText"}
_NOTES = {W + "footnoteReference": W + "footnote", W + "endnoteReference": W + "endnote"}
_MOST_BLOCKS = 500_000
_MOST_SPAN = 64
_NO_PAGES = "This Word file does not say where its pages end, so its page numbers are estimates."


def read_docx(path: Path, options: ReadOptions) -> Document:
    """Reads a Word file; raises FileDamaged, FileEncrypted, FileUnsupported, FileTooLarge or FileEmpty."""
    package = Package(path)
    try:
        name, root = package.main()
        relations = package.relations(name)
        walker = _Walker(
            Styles(_related(package, relations, "/styles")),
            Numbers(_related(package, relations, "/numbering")),
            [_related(package, relations, kind) for kind in ("/footnotes", "/endnotes")],
        )
        walker.body(root)
        asides = [_Asides(walker, package, relations, s) for s in walker.sections]
    finally:
        package.close()
    shared = [(section, part) for section, blocks in walker.pages for part in _pages_of(blocks, walker.recorded)]
    if len(shared) > options.max_pages:
        raise FileTooLarge(f"The file has more than {options.max_pages:,} pages; split it.")
    pages = []
    before = -1
    for n, (section, blocks) in enumerate(shared):
        aside = asides[min(section, len(asides) - 1)] if asides else None
        running = aside.blocks(first=section != before) if aside else []
        before = section
        page = lay_out(n + 1, blocks, running)
        if sum(len(line.text) for line in page.lines) > options.max_characters_per_page * 10:
            raise FileTooLarge("The Word file holds far more text than a plan does.")
        pages.append(page)
    if not any(page.lines for page in pages):
        raise FileEmpty("The Word file holds no text; if it holds pictures of a plan, save it as PDF.")
    notes = (_NO_PAGES,) if len(shared) > len(walker.pages) else ()
    return Document(tuple(pages), "docx", "docx", notes)


def _pages_of(blocks: list[Block], recorded: bool) -> list[list[Block]]:
    return [blocks] if recorded else paginate(blocks)


def _related(package: Package, relations: dict[str, tuple[str, str]], kind: str) -> Element | None:
    return next((package.part(target) for k, target in relations.values() if k.endswith(kind)), None)


class _Asides:
    """The headers and footers of one section."""

    def __init__(
        self, walker: _Walker, package: Package, relations: dict[str, tuple[str, str]], section: Element
    ) -> None:
        self._usual: list[Block] = []
        self._first: list[Block] = []
        self._differs = is_on(section.find(W + "titlePg")) or False
        for tag in ("headerReference", "footerReference"):
            for item in section.findall(W + tag):
                root = package.part(relations.get(item.get(R + "id", ""), ("", ""))[1])
                if root is None or item.get(W + "type") == "even":
                    continue
                (self._first if item.get(W + "type") == "first" else self._usual).extend(walker.aside(root))

    def blocks(self, first: bool) -> list[Block]:
        return self._first if first and self._differs else self._usual


@dataclass(slots=True)
class _Open:
    """A paragraph while it is read."""

    paragraph: Paragraph
    look: Look
    boxes: list[Element] = field(default_factory=list)  # text boxes anchored in it
    control: Control | None = None


class _Walker:
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
            elif tag == _MC + "AlternateContent":
                yield from self._blocks(_choice(item), control)
            elif tag in (W + "ins", W + "moveTo", W + "customXml", W + "smartTag"):
                yield from self._blocks(item, control)
        if joined:
            yield from self._paragraph(joined.pop(), control, joined)

    def _paragraph(self, item: Element, control: Control | None, before: Sequence[Element]) -> Iterator[Block]:
        properties = item.find(W + "pPr")
        look = self._styles.paragraph(properties)
        opened = _Open(Paragraph(shaded=_is_shaded(properties)), look, control=control)
        if properties is not None and is_on(properties.find(W + "pageBreakBefore")):
            self._break()
        if look.number:
            mark = self._numbers.next(*look.number)
            opened.paragraph.indent = 18.0 * (look.number[1] + 1)
            if mark:
                opened.paragraph.pieces.append(Piece(mark + " ", look.bold, look.size))
        elif properties is not None:
            opened.paragraph.indent = _indent(properties)
        for part in (*before, item):
            self._inline(part, opened)
        yield from self._closed(opened)
        section = properties.find(W + "sectPr") if properties is not None else None
        if section is not None and self._paged:
            self.sections.append(section)
            kind = section.find(W + "type")
            self._break(new_section=True, here=kind is not None and kind.get(W + "val") == "continuous")

    def _closed(self, opened: _Open) -> Iterator[Block]:
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
            elif tag == _MC + "AlternateContent":
                self._inline(_choice(item), opened)
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
        symbols = symbol_font(_font(properties))
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
            elif tag == _MC + "AlternateContent":
                opened.boxes += _boxes(_choice(item))
            elif tag in (W + "drawing", W + "pict", W + "object"):
                opened.boxes += _boxes(item)

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
        piece = Piece(text, look.bold, look.size, source, field=name, field_kind=kind, blank=bool(is_blank))
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
        widths = [_width(c) for c in columns.findall(W + "gridCol")] if columns is not None else []
        grid = Grid(widths=widths)
        paged, self._paged = self._paged, False
        self._tables += 1
        for row in _rows(item):
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
            yield FlowCell(span=_count(skipped))
        for cell, inner in _cells_of(row, control):
            properties = cell.find(W + "tcPr")
            removed = properties is not None and properties.find(W + "cellDel") is not None
            span = properties.find(W + "gridSpan") if properties is not None else None
            merged = properties.find(W + "vMerge") if properties is not None else None
            goes_on = merged is not None and merged.get(W + "val", "continue") != "restart"
            made = FlowCell(
                [] if removed else list(self._blocks(cell, inner)),
                _count(span) if span is not None else 1,
                goes_on,
                _is_shaded(properties),
            )
            yield made


def _rows(table: Element) -> Iterator[Element]:
    for item in table:
        if item.tag == W + "tr":
            removed = item.find(f"{W}trPr/{W}del")
            if removed is None:
                yield item
        elif item.tag in (W + "sdt", W + "sdtContent", W + "ins", W + "customXml", W + "bookmarkStart"):
            yield from _rows(item)


def _cells_of(row: Element, control: Control | None) -> Iterator[tuple[Element, Control | None]]:
    for item in row:
        if item.tag == W + "tc":
            yield item, control
        elif item.tag == W + "sdt":
            content = item.find(W + "sdtContent")
            if content is not None:
                yield from _cells_of(content, control_of(item) or control)
        elif item.tag in (W + "ins", W + "customXml"):
            yield from _cells_of(item, control)


def _choice(item: Element) -> Element:
    """What modern readers show of content that is given twice."""
    found = item.find(_MC + "Choice")
    if found is None:
        found = item.find(_MC + "Fallback")
    return item if found is None else found


def _boxes(item: Element) -> list[Element]:
    """The outermost text boxes in a drawing."""
    found: list[Element] = []
    waiting = list(item)
    while waiting:
        first = waiting.pop(0)
        if first.tag == W + "txbxContent":
            found.append(first)
        elif first.tag == _MC + "AlternateContent":
            waiting = [*_choice(first), *waiting]
        else:
            waiting = [*first, *waiting]
    return found


def _font(properties: Element | None) -> str:
    fonts = properties.find(W + "rFonts") if properties is not None else None
    return (fonts.get(W + "ascii") or fonts.get(W + "hAnsi") or "") if fonts is not None else ""


def _indent(properties: Element) -> float:
    found = properties.find(W + "ind")
    if found is None:
        return 0.0
    return min(max(_twips(found.get(W + "left") or found.get(W + "start") or "0"), 0.0), 288.0)


def _width(column: Element) -> float:
    return _twips(column.get(W + "w", "0"))


def _twips(text: str) -> float:
    try:
        return float(text) / 20
    except ValueError:
        return 0.0


def _count(item: Element) -> int:
    text = item.get(W + "val", "1")
    return min(max(int(text), 1), _MOST_SPAN) if text.isdigit() else 1


def _is_shaded(properties: Element | None) -> bool:
    found = properties.find(W + "shd") if properties is not None else None
    if found is None:
        return False
    fill = (found.get(W + "fill") or "auto").lower()
    return fill not in ("auto", "ffffff") or found.get(W + "val", "clear") not in ("clear", "nil")
