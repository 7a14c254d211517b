"""Rows without rules whose cells are set at the top, in the middle or at the foot. Nobody here exists."""

from __future__ import annotations

from pathlib import Path

import pytest
from pdf_maker import Draw, cells, draw, read
from reportlab.pdfgen.canvas import Canvas

XS = [50, 150, 225, 275, 335, 425, 485]
ROWS = [
    ["Service", "Provider", "Amount", "Frequency", "Location", "Start", "End"],
    ["Specially designed\nreading and writing\ninstruction", "Special education\nteacher", "45\nminutes",
     "5 times\nweekly", "Room 4", "09/01/2026", "05/28/2027"],
    ["Speech therapy", "Speech-language\npathologist", "30\nminutes", "2 times\nweekly", "Room 9", "09/01/2026",
     "05/28/2027"],
    ["Counseling", "Social worker", "15\nminutes", "1 time\nweekly", "General education\nclassroom", "09/01/2026",
     "05/28/2027"],
]  # fmt: skip


def table(rows: list[list[str]], place: float, centered: bool, space: int, bold: bool = True) -> Draw:
    """`place` says where the cells stand in their rows: 0 at the top, 1 at the foot."""

    def page(sheet: Canvas) -> None:
        y = 700.0
        for row in rows:
            sheet.setFont("Helvetica-Bold" if bold and row is rows[0] else "Helvetica", 8)
            most = max(text.count("\n") for text in row)
            for n, text in enumerate(row):
                lower = 9.5 * place * (most - text.count("\n"))
                for k, part in enumerate(text.split("\n")):
                    at = y - lower - 9.5 * k
                    if centered and 2 <= n <= 3:
                        sheet.drawCentredString(XS[n] + 20, at, part)
                    else:
                        sheet.drawString(XS[n], at, part)
            y -= 9.5 * (most + 1) + space

    return page


@pytest.mark.parametrize("place", [0.0, 0.5, 1.0])
@pytest.mark.parametrize("centered", [True, False])
@pytest.mark.parametrize("space", [5, 12])
def test_cells_of_a_row_stay_together_wherever_they_are_set(
    tmp_path: Path, place: float, centered: bool, space: int
) -> None:
    path = draw(tmp_path / "plan.pdf", table(ROWS, place, centered, space))
    assert cells(read(path).pages[0]) == ROWS


@pytest.mark.parametrize("place", [0.0, 0.5, 1.0])
@pytest.mark.parametrize("bold", [True, False])
def test_heads_of_several_lines_are_heads_in_any_type(tmp_path: Path, place: float, bold: bool) -> None:
    heads = [
        "Service",
        "Provider\nof it",
        "Minutes\nper day",
        "Sessions\nper week",
        "Location",
        "Start\ndate",
        "End\ndate",
    ]
    rows = [heads, *ROWS[1:]]
    path = draw(tmp_path / "plan.pdf", table(rows, place, False, 6, bold))
    assert cells(read(path).pages[0]) == rows
