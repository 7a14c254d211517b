"""Lists of labels and values in three columns whose labels are set flush right. Nobody here exists."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pdf_maker import cells, draw, read
from reportlab.pdfgen.canvas import Canvas

COVER = [
    ["Learner", "Ida Fenn", "Born", "03/04/2016", "Age", "9"],
    ["Grade Level", "4", "State number", "8812045", "Case Manager", "Orla Quist"],
    ["Date of Meeting", "09/08/2025", "Initiation", "09/09/2025", "Review by", "09/07/2026"],
    ["Kind of Plan", "Annual", "Last Evaluation", "01/15/2024", "Next Evaluation", "01/14/2027"],
]
ENDS, BEGINS = (150, 320, 490), (158, 328, 498)


def cover(rows: list[list[str]]) -> Callable[[Canvas], None]:
    def drawn(sheet: Canvas) -> None:
        for n, row in enumerate(rows):
            y = 700.0 - 18 * n
            for m in range(3):
                sheet.drawRightString(ENDS[m], y, row[2 * m])
                sheet.drawString(BEGINS[m], y, row[2 * m + 1])
            sheet.line(60, y - 6, 560, y - 6)

    return drawn


def test_labels_that_end_beneath_each_other_stand_apart_from_the_values_before_them(tmp_path: Path) -> None:
    (sheet,) = read(draw(tmp_path / "cover.pdf", cover(COVER))).pages
    assert cells(sheet) == COVER


def test_a_row_without_a_label_in_the_middle_keeps_its_columns(tmp_path: Path) -> None:
    school = ["School", "Alder Hill", "", "", "Telephone", "555-0144"]
    (sheet,) = read(draw(tmp_path / "cover.pdf", cover([*COVER, school]))).pages
    assert cells(sheet)[:4] == COVER
    assert [text for text in cells(sheet)[4] if text] == [text for text in school if text]


@pytest.mark.parametrize("first", [True, False])
def test_a_value_of_two_lines_in_bold_belongs_to_the_label_at_half_its_height(tmp_path: Path, first: bool) -> None:
    rows = [["Learner", "", *COVER[0][2:]], *COVER[1:]]
    at = 0 if first else 2
    rows = rows[1 : at + 1] + rows[:1] + rows[at + 1 :]

    def drawn(sheet: Canvas) -> None:
        cover(rows)(sheet)
        sheet.setFont("Helvetica-Bold", 10)
        for n, text in enumerate(["Ida Rosamund", "Fenn-Albright"]):
            sheet.drawString(158, 705.0 - 18 * at - 9 * n, text)

    (sheet,) = read(draw(tmp_path / "cover.pdf", drawn)).pages
    assert cells(sheet)[at] == ["Learner", "Ida Rosamund\nFenn-Albright", *COVER[0][2:]]
