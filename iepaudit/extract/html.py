"""`.html` -> Document by the standard library's parser: headings, lists, tables, form elements. Nothing is fetched."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

from iepaudit.extract.characters import BULLET, clean
from iepaudit.extract.flow import SIZE, Block, FlowCell, Grid, Paragraph, Piece, lay_out
from iepaudit.extract.text import decode
from iepaudit.model.document import CHECKED, EMPTY, Document, WordSource
from iepaudit.model.errors import FileEmpty, FileTooLarge

if TYPE_CHECKING:
    from iepaudit.extract import ReadOptions

_SIZES = {"h1": 16.0, "h2": 14.0, "h3": 12.0, "h4": 11.0, "h5": 10.0, "h6": 10.0}
_BLOCK_NAMES = """
    address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form header
    hr legend li main nav ol p pre section summary ul h1 h2 h3 h4 h5 h6 caption option
"""
_SILENT_NAMES = "script style template noscript head svg math object iframe audio video canvas datalist"
_VOID_NAMES = "area base br col embed hr img input link meta param source track wbr"
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_SILENT = frozenset(_SILENT_NAMES.split())
_STRUCK = frozenset({"del", "s", "strike"})
_VOID = frozenset(_VOID_NAMES.split())
_BOLD = frozenset({"b", "strong", "th", *_SIZES})
_UNSEEN_INPUTS = frozenset({"hidden", "submit", "button", "reset", "image", "file", "password"})
_MOST_NESTED = 200
_MOST_SPAN = 64
_INDENT = 18.0


def read_html(path: Path, options: ReadOptions) -> Document:
    """Reads a web page as one page; raises FileEmpty when it shows no text, FileUnsupported for bytes that are none."""
    text = decode(path.read_bytes())
    if len(text) > options.max_characters_per_page * 50:
        raise FileTooLarge("The web page holds far more than a plan does; print it as PDF and try again.")
    reader = _Reader()
    reader.feed(text)
    reader.close()
    page = lay_out(1, reader.blocks())
    if not page.lines:
        raise FileEmpty("The web page shows no text; print it as PDF and try again.")
    return Document((page,), "html", "html")


@dataclass(slots=True)
class _Table:
    grid: Grid = field(default_factory=Grid)
    merged: dict[int, tuple[int, int]] = field(default_factory=dict)  # column -> rows still to come, columns


class _Reader(HTMLParser):
    """Collects blocks; what is open is kept on stacks, so that nesting costs no recursion here."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._out: list[list[Block]] = [[]]  # the page, then the cells that are open
        self._tables: list[_Table] = []
        self._paragraph: Paragraph | None = None
        self._open: list[tuple[str, bool]] = []  # tag, and whether it hides what is in it
        self._lists: list[int] = []  # the next number, 0 for bullets
        self._entry: tuple[str, bool, list[str]] | None = None  # textarea or option: name, chosen, text
        self._choice: tuple[str, str, str] | None = None  # select: name, first option, chosen option

    def blocks(self) -> list[Block]:
        self._end_paragraph()
        while self._tables:
            self._end_table()
        return self._out[0]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {k: v if v is not None else "" for k, v in attrs}
        if len(self._open) >= _MOST_NESTED:
            return
        hidden = tag in _SILENT or tag in _STRUCK or _is_hidden(given)
        if tag not in _VOID:
            self._open.append((tag, hidden))
        if self._hidden():
            return
        if tag in _BLOCKS:
            self._end_paragraph()
        if tag == "br":
            self._add(Piece("\n"))
        elif tag in ("ol", "ul"):
            self._lists.append(int(given["start"]) if given.get("start", "").isdigit() else 1 if tag == "ol" else 0)
        elif tag == "li":
            self._list_mark()
        elif tag == "table":
            self._end_paragraph()
            self._tables.append(_Table())
        elif tag == "tr" and self._tables:
            self._end_cells()
            self._tables[-1].grid.rows.append([])
            self._merged()
        elif tag in ("td", "th") and self._tables:
            self._start_cell(given)
        elif tag == "input":
            self._input(given)
        elif tag == "textarea":
            self._entry = (given.get("name", ""), True, [])
        elif tag == "select":
            self._choice = (given.get("name", ""), "", "")
        elif tag == "option" and self._choice:
            self._end_option()
            self._entry = ("", "selected" in given, [])

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        place = next((n for n in range(len(self._open) - 1, -1, -1) if self._open[n][0] == tag), None)
        if place is None:
            return
        hidden = self._hidden()
        del self._open[place:]
        if hidden:
            return
        if tag in _BLOCKS:
            self._end_paragraph()
        if tag in ("ol", "ul") and self._lists:
            self._lists.pop()
        elif tag in ("td", "th"):
            self._end_cells()
        elif tag == "table" and self._tables:
            self._end_table()
        elif tag == "textarea" and self._entry:
            name, _, texts = self._entry
            self._entry = None
            self._value(name, "".join(texts).strip(), "text")
        elif tag == "option":
            self._end_option()
        elif tag == "select" and self._choice:
            self._end_option()
            name, first, chosen = self._choice
            self._choice = None
            if chosen:
                self._value(name, chosen, "choice")
            elif first:
                self._add(Piece(first, size=SIZE, field=name, field_kind="choice", blank=True))

    def handle_data(self, data: str) -> None:
        if self._hidden():
            return
        if self._entry is not None:
            self._entry[2].append(data)
            return
        if self._choice is not None:
            return
        text = clean(data)
        if any(tag == "pre" for tag, _ in self._open):
            self._add(self._piece(text))
            return
        joined = " ".join(text.split())
        if not joined:
            if self._paragraph is not None and text:
                self._add(Piece(" "))
            return
        before, after = " " if text[0].isspace() else "", " " if text[-1].isspace() else ""
        self._add(self._piece(before + joined + after))

    def _hidden(self) -> bool:
        return any(hidden for _, hidden in self._open)

    def _piece(self, text: str) -> Piece:
        tags = {tag for tag, _ in self._open}
        size = next((_SIZES[t] for t in _SIZES if t in tags), SIZE)
        return Piece(text, bool(tags & _BOLD), size)

    def _add(self, piece: Piece) -> None:
        if self._paragraph is None:
            if not piece.text.strip() and not piece.encoding:
                return
            self._paragraph = Paragraph(indent=_INDENT * len(self._lists))
        self._paragraph.pieces.append(piece)

    def _end_paragraph(self) -> None:
        if self._paragraph is not None:
            self._out[-1].append(self._paragraph)
            self._paragraph = None

    def _end_option(self) -> None:
        """An option ends where the next one begins, whether it says so or not."""
        if self._entry is None or self._choice is None:
            return
        name, first, chosen = self._choice
        text = " ".join("".join(self._entry[2]).split())
        self._choice = (name, first or text, text if self._entry[1] else chosen)
        self._entry = None

    def _list_mark(self) -> None:
        number = self._lists[-1] if self._lists else 0
        self._add(Piece(f"{number}. " if number else f"{BULLET} "))
        if number:
            self._lists[-1] += 1

    def _start_cell(self, given: dict[str, str]) -> None:
        self._end_cells()
        table = self._tables[-1]
        if not table.grid.rows:
            table.grid.rows.append([])
        span, rows = _span(given.get("colspan")), _span(given.get("rowspan"))
        row = table.grid.rows[-1]
        column = sum(c.span for c in row)
        cell = FlowCell(span=span)
        row.append(cell)
        if rows > 1:
            table.merged[column] = (rows - 1, span)
        self._out.append(cell.blocks)
        self._merged(after=column + span)

    def _merged(self, after: int = 0) -> None:
        """Cells that reach down from the rows above, where the row has come to their column."""
        table = self._tables[-1]
        row = table.grid.rows[-1]
        column = after
        while column in table.merged and column == sum(c.span for c in row):
            left, span = table.merged.pop(column)
            row.append(FlowCell(span=span, goes_on=True))
            if left > 1:
                table.merged[column] = (left - 1, span)
            column += span
            if after == 0 and left > 1:
                continue

    def _end_cells(self) -> None:
        self._end_paragraph()
        while len(self._out) > len(self._tables):
            self._out.pop()

    def _end_table(self) -> None:
        self._end_cells()
        grid = self._tables.pop().grid
        if any(c.blocks for row in grid.rows for c in row):
            self._out[-1].append(grid)

    def _input(self, given: dict[str, str]) -> None:
        kind = given.get("type", "text").lower()
        name = given.get("name") or given.get("id") or ""
        if kind in ("checkbox", "radio"):
            glyph = CHECKED if "checked" in given else EMPTY
            self._add(Piece(glyph, encoding="widget", field=name, field_kind=kind))
            self._add(Piece(" "))
        elif kind not in _UNSEEN_INPUTS:
            self._value(name, given.get("value", ""), "text")

    def _value(self, name: str, value: str, kind: str) -> None:
        self._add(Piece(" "))
        if value:
            self._add(Piece(clean(value), source=WordSource.FIELD, field=name, field_kind=kind))
        elif self._paragraph is not None:
            self._add(Piece(" ___ ", field=name, field_kind=kind, blank=True))
        self._add(Piece(" "))


def _is_hidden(given: dict[str, str]) -> bool:
    style = given.get("style", "").replace(" ", "").lower()
    return "hidden" in given or "display:none" in style or "visibility:hidden" in style


def _span(text: str | None) -> int:
    return min(max(int(text), 1), _MOST_SPAN) if text and text.isdigit() else 1
