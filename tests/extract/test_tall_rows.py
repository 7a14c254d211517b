"""Tables whose columns are ruled and whose rows are not."""

from __future__ import annotations

from pathlib import Path

import pytest
from pdf_maker import cells, draw, grid, read
from reportlab.pdfgen.canvas import Canvas

XS = [72.0, 200.0, 270.0, 370.0, 480.0]
HEADS = ["Service", "Minutes", "Location", "Begins"]
ROWS = [
    ["Reading", "45", "Room 4", "09/01/2026"],
    ["Speech-language\ntherapy", "30", "Speech room", "09/01/2026"],
    ["Counseling", "15", "The school's\noffice", "10/05/2026"],
]


def ruled(sheet: Canvas, rows: list[list[str]], *, under_heads: bool, middle: bool = False, space: float = 9.0) -> None:
    y, ys = 700.0, [712.0]
    for row in rows:
        most = max(text.count("\n") for text in row)
        for x, text in zip(XS, row, strict=False):
            lower = 5.75 * (most - text.count("\n")) if middle else 0.0
            for n, part in enumerate(text.split("\n")):
                sheet.drawString(x + 4, y - lower - 11.5 * n, part)
        y -= 11.5 * (most + 1) + space
        ys.append(y + 11)
    for x in XS:
        sheet.line(x, ys[0], x, ys[-1])
    for level in (ys[0], ys[1], ys[-1]) if under_heads else (ys[0], ys[-1]):
        sheet.line(XS[0], level, XS[-1], level)


@pytest.mark.parametrize("under_heads", [True, False])
@pytest.mark.parametrize("middle", [True, False])
def test_free_space_across_all_columns_parts_rows(tmp_path: Path, under_heads: bool, middle: bool) -> None:
    path = draw(
        tmp_path / "plan.pdf", lambda sheet: ruled(sheet, [HEADS, *ROWS], under_heads=under_heads, middle=middle)
    )
    assert cells(read(path).pages[0]) == [HEADS, *ROWS]


def test_one_row_of_widely_spaced_lines_stays_one(tmp_path: Path) -> None:
    lines = [["Speech", "30 to", "Speech", "09/01/2026"], ["Therapy", "forty", "Room", "or later"]]
    path = draw(tmp_path / "plan.pdf", lambda sheet: ruled(sheet, [HEADS, *lines], under_heads=True))
    assert cells(read(path).pages[0])[1] == ["Speech\nTherapy", "30 to\nforty", "Speech\nRoom", "09/01/2026\nor later"]


def test_heads_of_several_lines_in_capitals_are_one_row(tmp_path: Path) -> None:
    heads = ["WHAT\nIDA WILL\nLEARN IN\nTHE YEAR", "LEVEL\nTHAT WILL\nSHOW\nIT IS MET", "METHOD\nHOW IT\nWILL BE\nSEEN"]

    def page(sheet: Canvas) -> None:
        sheet.setFont("Helvetica-Bold", 10)
        ruled(sheet, [heads], under_heads=False)

    assert cells(read(draw(tmp_path / "plan.pdf", page)).pages[0])[0][:3] == heads


def test_paragraphs_side_by_side_make_no_rows(tmp_path: Path) -> None:
    told = ["Ida reads 41 words", "Max is 9 now", "She has 2 cats"]
    rows = [[f"{text} and\nmore of it on lines\nthat follow it here", *told, ""] for text in told]
    path = draw(tmp_path / "plan.pdf", lambda sheet: ruled(sheet, [r[:3] for r in rows], under_heads=False, space=2.0))
    assert len(cells(read(path).pages[0])) == 1


def test_a_value_that_runs_over_its_neighbor_stays_apart_from_it(tmp_path: Path) -> None:
    def page(sheet: Canvas) -> None:
        grid(
            sheet, [72, 180, 260, 360], [700, 680, 660], [["Service", "Place", "Begins"], ["Speech", "", "09/01/2026"]]
        )
        sheet.drawString(184, 668, "Classroom next door")

    assert cells(read(draw(tmp_path / "plan.pdf", page)).pages[0])[1] == ["Speech", "Classroom next door", "09/01/2026"]


def test_labels_with_their_values_level_in_one_row_are_rows(tmp_path: Path) -> None:
    def labels(sheet: Canvas) -> None:
        for y, (label, value) in zip((700, 676), (("Measure:", "Work sample"), ("Reports:", "Monthly")), strict=True):
            sheet.drawString(76, y, label)
            sheet.drawString(204, y, value)
        for x in (72, 200, 480):
            sheet.line(x, 715, x, 667)
        for y in (715, 667):
            sheet.line(72, y, 480, y)

    assert cells(read(draw(tmp_path / "plan.pdf", labels)).pages[0]) == [
        ["Measure:", "Work sample"],
        ["Reports:", "Monthly"],
    ]
