"""PDFs made in the tests: pages drawn with reportlab, changed with pikepdf. All people and plans are invented."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from reportlab.lib.pagesizes import LETTER
from reportlab.pdfgen.canvas import Canvas

from iepaudit.extract import ReadOptions, read_document
from iepaudit.model.document import Document, Line, Page

Draw = Callable[[Canvas], None]


def draw(path: Path, *pages: Draw, size: tuple[float, float] = LETTER) -> Path:
    """A PDF with one page per function; each gets the canvas, with Helvetica 10 set."""
    sheet = Canvas(str(path), pagesize=size)
    for page in pages:
        sheet.setFont("Helvetica", 10)
        page(sheet)
        sheet.showPage()
    sheet.save()
    return path


def text_at(*items: tuple[float, float, str]) -> Draw:
    def page(sheet: Canvas) -> None:
        for x, y, text in items:
            sheet.drawString(x, y, text)

    return page


def grid(sheet: Canvas, xs: list[float], ys: list[float], cells: list[list[str]]) -> None:
    """A ruled table; `ys` from top to bottom in PDF space, texts at the top left of their cells."""
    for y in ys:
        sheet.line(xs[0], y, xs[-1], y)
    for x in xs:
        sheet.line(x, ys[0], x, ys[-1])
    for row, y in zip(cells, ys, strict=False):
        for text, x in zip(row, xs, strict=False):
            for n, part in enumerate(text.split("\n")):
                sheet.drawString(x + 4, y - 12 - 12 * n, part)


def change(path: Path, edit: Callable[[pikepdf.Pdf], None], **save: Any) -> Path:
    """`path` with a change made through pikepdf."""
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        edit(pdf)
        pdf.save(path, **save)
    return path


def add_field(pdf: pikepdf.Pdf, page: int, rect: tuple[float, float, float, float], **entries: Any) -> Any:
    """Adds a widget that is its own field; entries are given without their slash."""
    widget = pdf.make_indirect(
        Dictionary(Type=Name.Annot, Subtype=Name.Widget, Rect=Array(list(rect)), F=4, DA=String("/Helv 10 Tf 0 g"))
    )
    for key, value in entries.items():
        widget[f"/{key}"] = value
    target = pdf.pages[page]
    if "/Annots" not in target:
        target.Annots = Array([])
    target.Annots.append(widget)
    if "/AcroForm" not in pdf.Root:
        font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
        zapf = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.ZapfDingbats))
        pdf.Root.AcroForm = Dictionary(
            Fields=Array([]), DR=Dictionary(Font=Dictionary(Helv=font, ZaDb=zapf)), DA=String("/Helv 10 Tf 0 g")
        )
    pdf.Root.AcroForm.Fields.append(widget)
    return widget


def add_box(pdf: pikepdf.Pdf, page: int, rect: tuple[float, float, float, float], name: str, on: bool) -> Any:
    """A check box with appearances for both states."""
    side = rect[2] - rect[0]
    states = {}
    for state, mark in (("/Yes", b"/ZaDb 8 Tf (4) Tj"), ("/Off", b"")):
        stream = pdf.make_stream(b"q BT " + mark + b" ET Q")
        stream.Type, stream.Subtype, stream.BBox = Name.XObject, Name.Form, Array([0, 0, side, side])
        stream.Resources = Dictionary(Font=Dictionary(ZaDb=_zapf(pdf)))
        states[state] = stream
    appearance = Dictionary(N=Dictionary({"/Yes": states["/Yes"], "/Off": states["/Off"]}))
    value = Name.Yes if on else Name.Off
    return add_field(pdf, page, rect, FT=Name.Btn, T=String(name), V=value, AS=value, AP=appearance)


def _zapf(pdf: pikepdf.Pdf) -> Any:
    return pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.ZapfDingbats))


def read(path: Path, **options: Any) -> Document:
    return read_document(path, ReadOptions(**options))


def texts(page: Page) -> list[str]:
    return [line.text for line in page.lines]


def cells(page: Page, table: int = 0) -> list[list[str | None]]:
    return [[cell.text if cell else None for cell in row] for row in page.tables[table].rows]


def line_with(page: Page, part: str) -> Line:
    return next(line for line in page.lines if part in line.text)
