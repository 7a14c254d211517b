"""Tables in odd shapes: shaded rows without rules, a table inside of a cell, heads that run upwards."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from pdf_maker import cells, draw, grid, read
from reportlab.pdfgen.canvas import Canvas

SERVICES = [
    ["Service", "Minutes", "Frequency", "Start"],
    ["Reading instruction", "45", "5 x weekly", "08/17/2026"],
    ["Speech therapy", "30", "2 x weekly", "08/17/2026"],
    ["Counseling", "20", "1 x weekly", "08/24/2026"],
]
XS = [72, 220, 290, 390, 480]


@pytest.mark.parametrize("by_cell", [False, True])
def test_rows_shaded_in_turn_without_rules_come_out_as_rows(tmp_path: Path, by_cell: bool) -> None:
    def page(sheet: Canvas) -> None:
        sheet.setFillGray(0.9)
        for n in (0, 2):
            for left, right in pairwise(XS) if by_cell else [(72, 480)]:
                sheet.rect(left, 694 - 18 * n, right - left, 18, fill=1, stroke=0)
        sheet.setFillGray(0)
        for n, row in enumerate(SERVICES):
            for text, x in zip(row, XS, strict=False):
                sheet.drawString(x + 4, 700 - 18 * n, text)

    assert cells(read(draw(tmp_path / "plan.pdf", page)).pages[0]) == SERVICES


def test_a_table_inside_of_a_layout_cell_keeps_its_rows(tmp_path: Path) -> None:
    def page(sheet: Canvas) -> None:
        grid(sheet, [60, 150, 560], [720, 600], [["Services", ""]])
        grid(sheet, [160, 300, 370, 460, 550], [710, 690, 670, 650], SERVICES[:3])

    found = read(draw(tmp_path / "plan.pdf", page)).pages[0]
    assert [cells(found, n) for n in (0, 1)] == [[["Services", ""]], SERVICES[:3]]
    assert [(n.text, n.table) for n in found.lines[:3]] == [("Services", 0), ("Service", 1), ("Minutes", 1)]


def test_tables_that_touch_keep_the_cells_of_each_row(tmp_path: Path) -> None:
    def page(sheet: Canvas) -> None:
        grid(sheet, [72, 300, 480], [700, 680], [["Student", "Grade"]])
        grid(sheet, XS, [680, 660, 640], SERVICES[:2])

    rows = cells(read(draw(tmp_path / "plan.pdf", page)).pages[0])
    assert [[c for c in row if c] for row in rows] == [["Student", "Grade"], *SERVICES[:2]]


@pytest.mark.parametrize("upwards", [True, False])
def test_turned_heads_of_two_lines_are_read_line_by_line(tmp_path: Path, upwards: bool) -> None:
    def page(sheet: Canvas) -> None:
        grid(sheet, [72, 220, 260, 300], [700, 630, 610], [["Area"], ["Reading", "X", ""]])
        for column, head in enumerate([("With", "support"), ("Not", "tested")]):
            for n, text in enumerate(head):
                sheet.saveState()
                at = 238 + 40 * column + 11 * n if upwards else 246 + 40 * column - 11 * n
                sheet.translate(at, 634 if upwards else 696)
                sheet.rotate(90 if upwards else -90)
                sheet.drawString(0, 0, text)
                sheet.restoreState()

    assert cells(read(draw(tmp_path / "plan.pdf", page)).pages[0])[0] == ["Area", "With\nsupport", "Not\ntested"]


def set_services(sheet: Canvas, xs: list[int]) -> None:
    """Heads in bold and rows below them, without any rule."""
    sheet.setFont("Helvetica-Bold", 10)
    for text, x in zip(SERVICES[0], xs, strict=True):
        sheet.drawString(x, 700, text)
    sheet.setFont("Helvetica", 10)
    for n, row in enumerate(SERVICES[1:]):
        for text, x in zip(row, xs, strict=True):
            sheet.drawString(x, 684 - 16 * n, text)


def test_labels_without_a_head_left_of_the_columns_are_a_column(tmp_path: Path) -> None:
    xs = [150, 290, 350, 440]

    def page(sheet: Canvas) -> None:
        set_services(sheet, xs)
        sheet.drawString(72, 684, "Special")
        sheet.drawString(72, 672, "teaching")

    found = cells(read(draw(tmp_path / "plan.pdf", page)).pages[0])
    assert [row[1:] for row in found] == SERVICES
    assert [row[0] for row in found] == ["", "Special", "teaching", ""]


def test_heads_set_close_to_each_other_are_heads_of_their_own(tmp_path: Path) -> None:
    xs = [72, 200, 246, 320]

    def page(sheet: Canvas) -> None:
        set_services(sheet, xs)

    assert cells(read(draw(tmp_path / "plan.pdf", page)).pages[0]) == SERVICES
