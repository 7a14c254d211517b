"""Heads over boxes and figures, with no head over the names at their left. Nobody here exists."""

from __future__ import annotations

from pathlib import Path

import pytest
from pdf_maker import cells, draw, read
from reportlab.pdfgen.canvas import Canvas

PLACES = (44, 280, 374, 472)
ROWS = [
    ("Reading: long words", ("GSO", "S"), "45 minutes", ("DWM", "D")),
    ("Written work", ("GSO", "G"), "60 minutes", ("DWM", "W")),
    ("Speech", ("GSO", "S"), "30 minutes", ("DWM", "W")),
]


def boxes(sheet: Canvas, x: float, y: float, letters: str, marked: str) -> None:
    for n, letter in enumerate(letters):
        left = x + 25 * n
        sheet.rect(left, y - 1, 8, 8)
        if letter == marked:
            sheet.line(left, y - 1, left + 8, y + 7)
            sheet.line(left, y + 7, left + 8, y - 1)
        sheet.drawString(left + 11, y, letter)


@pytest.mark.parametrize("heads", [("Location", "Amount of Time", "Frequency"), ("Setting", "Minutes", "How Often")])
@pytest.mark.parametrize("title", ["Special education services (e.g. reading, math, social skills, speech)", ""])
def test_the_names_stand_in_a_column_of_their_own(tmp_path: Path, heads: tuple[str, str, str], title: str) -> None:
    def drawn(sheet: Canvas) -> None:
        sheet.setFont("Helvetica-Bold", 9)
        sheet.drawString(42, 640, title)
        for x, head in zip((290, 380, 482), heads, strict=True):
            sheet.drawString(x, 627, head)
        sheet.setFont("Helvetica", 9)
        for n, (name, where, amount, often) in enumerate(ROWS):
            y = 610 - 20 * n
            sheet.drawString(PLACES[0], y, name)
            boxes(sheet, PLACES[1], y, *where)
            sheet.drawString(PLACES[2], y, amount)
            boxes(sheet, PLACES[3], y, *often)

    (page,) = read(draw(tmp_path / "plan.pdf", drawn)).pages
    table = cells(page)
    assert table[0][1:] == list(heads)
    assert [row[0] for row in table[1:]] == [name for name, *_ in ROWS]
    assert [row[2] for row in table[1:]] == [amount for _, _, amount, _ in ROWS]
