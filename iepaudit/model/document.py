"""A file as read: pages of words, lines, tables, form fields and check boxes, with how well each page could be read.

Check boxes of every encoding (glyph, drawn square, typed `_X_`, form widget) stand in the text as one of three
glyphs, at their place in the reading order, so that later stages read one spelling only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from iepaudit.model.geometry import Box

CHECKED = "☒"
EMPTY = "☐"
UNCLEAR_BOX = "⍰"


class WordSource(StrEnum):
    TEXT = "text"  # printed on the page
    FIELD = "field"  # the value of a form field, so certainly filled in by somebody
    OCR = "ocr"


class BoxState(StrEnum):
    CHECKED = "checked"
    EMPTY = "empty"
    UNCLEAR = "unclear"


class Grade(StrEnum):
    """How far a page's text can be trusted."""

    GOOD = "good"
    FAIR = "fair"
    POOR = "poor"  # some text, not to be relied on: absence on such a page proves nothing
    UNREADABLE = "unreadable"  # no usable text layer


@dataclass(frozen=True, slots=True)
class Word:
    text: str
    box: Box
    size: float  # height of the font in points
    bold: bool = False
    source: WordSource = WordSource.TEXT
    confidence: float = 1.0  # 1.0 for text layers; the engine's own figure, 0 to 1, for OCR


@dataclass(frozen=True, slots=True)
class Line:
    """A visual line inside one column or one table cell. `text` is its words joined by single spaces, with wide gaps
    (where several label and value pairs share a line) kept as three spaces."""

    text: str
    box: Box
    page: int  # from 1
    words: tuple[Word, ...]
    size: float
    bold: bool  # every word is
    shaded: bool = False  # stands on a filled background
    table: int | None = None  # index into Page.tables
    row: int | None = None
    column: int | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    text: str  # lines joined by "\n"
    box: Box
    row: int
    column: int
    words: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Cells in a grid; a merged cell stands at its first row and column, None at the others."""

    box: Box
    rows: tuple[tuple[Cell | None, ...], ...]
    ruled: bool = True  # False: found by alignment alone


@dataclass(frozen=True, slots=True)
class FormField:
    name: str
    kind: str  # text, choice, checkbox, radio, signature, button
    value: str  # "" when nothing was filled in; for boxes the export value when on
    box: Box
    page: int


@dataclass(frozen=True, slots=True)
class CheckBox:
    box: Box
    page: int
    state: BoxState
    label: str  # the text that belongs to it, "" when none was found
    encoding: str  # glyph, drawn, typed, widget, content-control


@dataclass(frozen=True, slots=True)
class PageQuality:
    grade: Grade
    score: float  # 0 to 1
    reason: str  # "" for good pages, else a short plain sentence
    source: str  # text, fields, ocr, none

    @property
    def readable(self) -> bool:
        return self.grade in (Grade.GOOD, Grade.FAIR)


@dataclass(frozen=True, slots=True)
class Page:
    number: int  # from 1, as in the file
    width: float
    height: float
    lines: tuple[Line, ...]  # in reading order, without running headers and footers
    tables: tuple[Table, ...]
    fields: tuple[FormField, ...]
    check_boxes: tuple[CheckBox, ...]
    quality: PageQuality
    label: str = ""  # as printed: "Page 2 of 18"
    running: tuple[Line, ...] = ()  # running headers and footers, set aside
    annotations: tuple[str, ...] = ()  # sticky notes, free text and stamps: not the plan's own text

    @property
    def words(self) -> tuple[Word, ...]:
        return tuple(w for line in self.lines for w in line.words)

    @property
    def readable(self) -> bool:
        return self.quality.readable


@dataclass(frozen=True, slots=True)
class Document:
    pages: Sequence[Page]  # of a long file each access may make a page anew
    format: str  # pdf, text, markdown, docx, image
    reader: str  # pdfium, pdfplumber, text, ...
    notes: tuple[str, ...] = ()  # plain sentences about the reading as a whole

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(line for page in self.pages for line in page.lines)

    def between(self, first: int, last: int) -> Document:
        """The document of the pages numbered from `first` to `last`."""
        return replace(self, pages=tuple(page for page in self.pages if first <= page.number <= last))

    @property
    def unreadable_pages(self) -> tuple[int, ...]:
        return tuple(p.number for p in self.pages if not p.readable)
