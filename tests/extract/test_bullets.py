"""Bullets that are drawn. Nobody here exists."""

from __future__ import annotations

from pathlib import Path

import pytest
from pdf_maker import draw, read, texts
from reportlab.pdfgen.canvas import Canvas

ITEMS = ["Reading aloud, 30 minutes daily", "Speech therapy, 30 minutes weekly", "Counseling, 20 minutes weekly"]


@pytest.mark.parametrize(("radius", "apart"), [(1.5, 8.0), (2.0, 14.0), (2.5, 6.0)])
def test_a_round_dot_in_front_of_a_line_is_a_bullet(tmp_path: Path, radius: float, apart: float) -> None:
    def drawn(sheet: Canvas) -> None:
        sheet.setFont("Helvetica", 10)
        for n, item in enumerate(ITEMS):
            y = 700 - 14 * n
            sheet.circle(90 - apart, y + 3.2, radius, stroke=0, fill=1)
            sheet.drawString(90, y, item)

    (sheet,) = read(draw(tmp_path / "list.pdf", drawn)).pages
    assert texts(sheet) == [f"• {item}" for item in ITEMS]


def test_other_dots_are_no_bullets(tmp_path: Path) -> None:
    def drawn(sheet: Canvas) -> None:
        sheet.setFont("Helvetica", 10)
        sheet.drawString(60, 700, "Reading")
        sheet.circle(104, 703, 1.5, stroke=0, fill=1)  # between words
        sheet.drawString(112, 700, "Math")
        sheet.circle(70, 663, 1.5, stroke=0, fill=1)  # beside no line
        sheet.circle(66, 603, 5, stroke=1, fill=0)  # the mark of a choice
        sheet.circle(66, 603, 2.5, stroke=0, fill=1)
        sheet.drawString(80, 600, "Yes")

    (sheet,) = read(draw(tmp_path / "dots.pdf", drawn)).pages
    assert "•" not in " ".join(texts(sheet))
