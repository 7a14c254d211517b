"""What the parts of a document are set with: text, headings, tables and boxes in the style of the document."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from facts import Plan
from reportlab.lib import colors
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, Paragraph, Spacer, Table, TableStyle
from style import DATES, PAGES, Style
from unknown_wordings import UNKNOWN_HEADINGS, UNKNOWN_LABELS
from wordings import HEADINGS, LABELS, LAW, PROMPTS

Flow = list[Flowable]
BOX_FONT = "FormBoxes"
FONTS = {
    "Helvetica": ("Helvetica", "Helvetica-Bold", "Helvetica-Oblique"),
    "Times": ("Times-Roman", "Times-Bold", "Times-Italic"),
}
ROMAN = [a + b for a in ("", "X") for b in ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")]
TOP = ("VALIGN", (0, 0), (-1, -1), "TOP")
RULED = ("GRID", (0, 0), (-1, -1), 0.6, colors.black)
FRAMED = ("BOX", (0, 0), (-1, -1), 0.6, colors.black)
LINED = ("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.black)
CLOSE = (("TOPPADDING", (0, 0), (-1, -1), 1), ("BOTTOMPADDING", (0, 0), (-1, -1), 1))
SHADE = colors.Color(0.88, 0.88, 0.88)
pdfmetrics.registerFont(
    TTFont(BOX_FONT, str(Path(__file__).resolve().parents[2] / "samples" / "make" / "FormBoxes.ttf"))
)


class DrawnBox(Flowable):
    """A square of lines with its words behind it, with a cross when it is on: no character stands for it."""

    def __init__(self, text: str, on: bool, size: float, font: str) -> None:
        super().__init__()
        self.text, self.on, self.size, self.font = text, on, size, font
        self.width = size * 1.6 + pdfmetrics.stringWidth(text, font, size)
        self.height = size * 1.3

    def draw(self) -> None:
        side = self.size * 0.85
        self.canv.setLineWidth(0.7)
        self.canv.rect(0, 1, side, side)
        if self.on:
            self.canv.line(0, 1, side, 1 + side)
            self.canv.line(0, 1 + side, side, 1)
        self.canv.setFont(self.font, self.size)
        self.canv.drawString(self.size * 1.3, 1.5, self.text)


class Sheet:
    """Sets text in one style and with one choice of wordings. `sections` are the keys of the sections set so far;
    `unknown` is the key of a heading or label for which words stand that no list holds."""

    def __init__(self, plan: Plan, style: Style, seed: int, unknown: str = "") -> None:
        self.plan, self.style = plan, style
        self.font, self.bold_font, self.italic_font = FONTS[style.font]
        self.size = style.size
        self.small = min(style.size, 8.5)  # of tables with many columns
        self.width = PAGES[style.page][0] - 2 * style.margin
        self.random = random.Random(seed)
        self.headings, self.labels, self.prompts = (
            {key: self.random.choice(words) for key, words in each.items()} for each in (HEADINGS, LABELS, PROMPTS)
        )
        for words, others in ((self.headings, UNKNOWN_HEADINGS), (self.labels, UNKNOWN_LABELS)):
            if unknown in words and unknown in others:
                words[unknown] = self.random.choice(others[unknown])
        self.sections: list[str] = []
        self.parts = 0

    # -- words

    def label(self, key: str) -> str:
        return self.labels[key]

    def date(self, day: date) -> str:
        return DATES[self.style.dates](day)

    def number(self) -> str:
        """The number of the next part, as it stands before its heading."""
        self.parts += 1
        count = {"1": str(self.parts), "I": ROMAN[self.parts], "A": chr(64 + self.parts)}
        printed = self.style.numbering
        return next((printed.replace(sign, count[sign]) for sign in ("1", "A", "I") if sign in printed), "")

    # -- text

    def look(self, *, bold: bool = False, italic: bool = False, size: float = 0, **more: Any) -> ParagraphStyle:
        size = size or self.size
        font = self.bold_font if bold else self.italic_font if italic else self.font
        return ParagraphStyle("text", fontName=font, fontSize=size, leading=size * 1.22, **more)

    def text(self, words: str, **look: Any) -> Paragraph:
        return Paragraph(escape(words), self.look(**look))

    def pair(self, label: str, value: str, *, bold: bool = True, below: bool = False) -> Paragraph:
        """A label and what was filled in, on one line or in two."""
        if below:
            return Paragraph(f"<b>{escape(label)}</b><br/>{escape(value)}", self.look())
        shown = f"<b>{escape(label)}:</b>" if bold else f"{escape(label)}:"
        return Paragraph(f"{shown} {escape(value)}", self.look())

    def gap(self, points: float = 4) -> Spacer:
        return Spacer(1, points)

    def heading(self, key: str) -> Flow:
        """The heading of a section, and below it what the form asks for."""
        self.sections.append(key)
        return [self.gap(8), self._titled(self.number() + self.headings[key]), self.gap(2), *self._prompt(key)]

    def _titled(self, words: str) -> Flowable:
        way = self.style.heading
        if way in ("shaded", "dark", "boxed"):
            white = {"textColor": colors.white} if way == "dark" else {}
            extra = {"shaded": SHADE, "dark": colors.Color(0.1, 0.2, 0.45)}.get(way)
            back = ("BACKGROUND", (0, 0), (-1, -1), extra) if extra else FRAMED
            return self.cells([[self.text(words, bold=True, **white)]], [1], back)
        if way == "underlined":
            return Paragraph(f"<u>{escape(words)}</u>", self.look(bold=True))
        shown = words.upper() if "caps" in way else words
        return self.text(shown, bold=way != "caps", size=self.size + (3 if way == "large" else 0))

    def _prompt(self, key: str) -> Flow:
        words, way = self.prompts.get(key), self.style.prompts
        if not words or way == "none":
            return []
        shown = f"({words})" if way == "paren" else words
        looks: dict[str, dict[str, Any]] = {
            "italic": {"italic": True},
            "small": {"size": max(6.5, self.size - 1.5)},
            "gray": {"size": self.size - 1, "textColor": colors.Color(0.4, 0.4, 0.4)},
        }
        return [self.text(shown, **looks.get(way, {})), self.gap(2)]

    def prose(self, words: str) -> Flow:
        if self.style.prose == "box":
            return [self.cells([[self.text(words)]], [1], FRAMED)]
        return [self.text(words, leftIndent=14 if self.style.prose == "indented" else 0)]

    def section(self, key: str, words: str) -> Flow:
        """A section that holds prose, beside its heading in styles with rows."""
        if self.style.prose == "row" and self.style.heading in ("bold", "shaded", "boxed"):
            self.sections.append(key)
            named = self.text(self.number() + self.headings[key], bold=True)
            return [self.cells([[named, self.text(words)]], [28, 72], RULED)]
        return [*self.heading(key), *self.prose(words)]

    def law(self) -> Flow:
        if not self.style.law or self.random.random() < 0.3:
            return []
        return [self.gap(5), self.text(self.random.choice(LAW), size=max(6.5, self.size - 1.5))]

    # -- tables

    def cells(self, rows: Sequence[Sequence[Any]], shares: Sequence[float], *more: Any, head: int = 0) -> Table:
        """A table over the whole width; `shares` of it are the columns'. `head` rows come again on each page."""
        widths = [self.width * share / sum(shares) for share in shares]
        table = Table([list(row) for row in rows], colWidths=widths, repeatRows=head)
        table.setStyle(TableStyle([TOP, *more]))
        return table

    def table(
        self,
        rows: Sequence[Sequence[str]],
        shares: Sequence[float],
        way: str = "ruled",
        *,
        head: int = 1,
        size: float = 0,
    ) -> Table:
        """A table of texts: ruled, shaded (with a shaded head), lines, zebra or plain."""
        size = size or min(self.size, 9)
        bold = way != "lines"
        data = [[self.text(cell, bold=bold and n < head, size=size) for cell in row] for n, row in enumerate(rows)]
        return self.cells(data, shares, *_rules(way, len(rows), head), head=head)

    # -- boxes

    def boxes(self, *options: tuple[str, bool]) -> Flowable:
        """Boxes with their labels on one line."""
        if self.style.boxes == "drawn":
            row = [DrawnBox(text, on, self.size, self.font) for text, on in options]
            table = Table([row], colWidths=[box.width + 14 for box in row], hAlign="LEFT")
            table.setStyle(TableStyle([("LEFTPADDING", (0, 0), (-1, -1), 0), *CLOSE]))
            return table
        shown = "&nbsp;&nbsp;&nbsp;".join(f"{self._box(on)} {escape(text)}" for text, on in options)
        return Paragraph(shown, self.look())

    def _box(self, on: bool) -> str:
        if self.style.boxes == "glyph":
            return f'<font name="{BOX_FONT}">{"☒" if on else "☐"}</font>'
        full, empty = {"x": ("[X]", "[ ]"), "paren": ("(X)", "( )"), "typed": ("_X_", "___")}[self.style.boxes]
        return full if on else empty


def _rules(way: str, rows: int, head: int) -> Iterator[Any]:
    yield from (("LEFTPADDING", (0, 0), (-1, -1), 3), ("RIGHTPADDING", (0, 0), (-1, -1), 5))
    yield from (("TOPPADDING", (0, 0), (-1, -1), 2), ("BOTTOMPADDING", (0, 0), (-1, -1), 3))
    if way in ("ruled", "shaded"):
        yield RULED
    if way == "shaded" and head:
        yield ("BACKGROUND", (0, 0), (-1, head - 1), SHADE)
    if way == "lines":
        yield LINED
    if way == "zebra":
        yield from (("BACKGROUND", (0, n), (-1, n), colors.Color(0.93, 0.93, 0.93)) for n in range(1, rows, 2))
