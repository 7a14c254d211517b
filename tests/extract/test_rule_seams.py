"""Tables whose rows are ruled cell by cell, as printed web pages are. Nobody here exists."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from pathlib import Path

import pytest
from pdf_maker import Draw, cells, draw, read, texts
from reportlab.pdfgen.canvas import Canvas

XS = [50.0, 190.0, 260.0, 310.0, 360.0, 406.0, 452.0]
HEADS = ["Service", "Place", "Amount", "How often", "Start", "End"]
ROWS = [
    ["Teaching: reading|aloud", "Room 4", "25|minutes", "5 times|weekly", "10/22/2026", "10/20/2027"],
    ["Teaching: sums", "Room 9", "30|minutes", "4 times|weekly", "10/22/2026", "10/20/2027"],
]


def rule(sheet: Canvas, y: float, xs: Sequence[float], apart: float = 0.0) -> None:
    for a, b in itertools.pairwise(xs):
        sheet.rect(a, y, b - a - apart, 0.7, stroke=0, fill=1)


def page(apart: float = 0.0, before: str = "", after: str = "", top_rule: bool = False) -> Draw:
    def drawn(sheet: Canvas) -> None:
        sheet.setFont("Helvetica", 8)
        if before:
            sheet.drawString(50, 732, before)
        if top_rule:
            rule(sheet, 715, XS, apart)
        y = 704.0
        for row in [HEADS, *ROWS]:
            for x, cell in zip(XS, row, strict=False):
                for n, line in enumerate(cell.split("|")):
                    sheet.drawString(x + 1, y - 10 * n, line)
            y -= 16 if row is HEADS else 26
            rule(sheet, y + 10, XS, apart)
            y -= 2
        if after:
            sheet.drawString(50, y - 12, after)

    return drawn


WHOLE = [HEADS, *([cell.replace("|", "\n") for cell in row] for row in ROWS)]


@pytest.mark.parametrize("apart", [0.0, 2.0])
@pytest.mark.parametrize("top_rule", [False, True])
def test_columns_are_told_by_the_pieces_of_a_rule_however_close_their_words(
    tmp_path: Path, apart: float, top_rule: bool
) -> None:
    (sheet,) = read(draw(tmp_path / "table.pdf", page(apart, top_rule=top_rule))).pages
    assert cells(sheet) == WHOLE


def test_text_around_such_a_table_stays_outside(tmp_path: Path) -> None:
    drawn = page(
        before="What Ida Fenn is given is listed here:", after="She is taught in no other room than these are."
    )
    (sheet,) = read(draw(tmp_path / "table.pdf", drawn)).pages
    assert cells(sheet) == WHOLE
    assert texts(sheet)[0] == "What Ida Fenn is given is listed here:"
    assert texts(sheet)[-1] == "She is taught in no other room than these are."


def test_a_sentence_across_the_columns_parts_two_tables(tmp_path: Path) -> None:
    def drawn(sheet: Canvas) -> None:
        sheet.setFont("Helvetica", 8)
        for y, name in ((700, "Reading"), (620, "Sums")):
            for x, head in zip((50, 200, 350), ("Subject", "Given by", "Room"), strict=True):
                sheet.drawString(x, y, head)
            rule(sheet, y - 4, [50, 200, 350, 500])
            for x, value in zip((50, 200, 350), (name, "Ms. Bly", "Room 4"), strict=True):
                sheet.drawString(x, y - 14, value)
            rule(sheet, y - 18, [50, 200, 350, 500])
        sheet.drawString(
            50, 650, "Ida Fenn is taught by Ms. Bly in the morning, and her aunt comes to see it once a month."
        )

    (sheet,) = read(draw(tmp_path / "two.pdf", drawn)).pages
    heads = ["Subject", "Given by", "Room"]
    assert [cells(sheet, n) for n in range(2)] == [
        [heads, ["Reading", "Ms. Bly", "Room 4"]],
        [heads, ["Sums", "Ms. Bly", "Room 4"]],
    ]


def test_lines_to_write_on_are_no_table(tmp_path: Path) -> None:
    def drawn(sheet: Canvas) -> None:
        sheet.setFont("Helvetica", 10)
        for n, (left, right) in enumerate((("Name:", "Date:"), ("Role:", "Phone:"), ("School:", "Room:"))):
            y = 700 - 24 * n
            sheet.drawString(50, y, left)
            sheet.line(90, y - 2, 280, y - 2)
            sheet.drawString(300, y, right)
            sheet.line(340, y - 2, 540, y - 2)

    (sheet,) = read(draw(tmp_path / "lines.pdf", drawn)).pages
    assert not [table for table in sheet.tables if table.ruled]


@pytest.mark.parametrize("dashed", [False, True])
def test_heads_ruled_in_pieces_lend_their_columns_to_rows_under_whole_rules(tmp_path: Path, dashed: bool) -> None:
    def drawn(sheet: Canvas) -> None:
        sheet.setFont("Helvetica", 8)
        y = 704.0
        for row in [HEADS, *ROWS, ["Therapy", *HEADS[1:]], ROWS[1]]:
            for x, cell in zip(XS, row, strict=False):
                for n, line in enumerate(cell.split("|")):
                    sheet.drawString(x + 1, y - 10 * n, line)
            is_head = row[1] == HEADS[1]
            y -= 16 if is_head else 26
            if is_head:
                rule(sheet, y + 10, XS)
            else:
                sheet.setDash(*((1, 2) if dashed else ()))
                sheet.line(XS[0], y + 10, XS[-1], y + 10)
                sheet.setDash()
            y -= 2
        sheet.drawString(50, y - 12, "Robin rides the bus with the class on all five days of the week.")

    (sheet,) = read(draw(tmp_path / "table.pdf", drawn)).pages
    assert cells(sheet) == [*WHOLE, ["Therapy", *HEADS[1:]], WHOLE[2]]


WIDE = [50.0, 190.0, 260.0, 320.0, 390.0, 456.0, 520.0]


@pytest.mark.parametrize("pieces", [True, False])
@pytest.mark.parametrize("face", ["Helvetica-Bold", "Helvetica"])
@pytest.mark.parametrize("title", ["Related services", "", "Below are the services of the summer"])
def test_tables_with_a_rule_below_their_heads_alone_keep_their_rows(
    tmp_path: Path, pieces: bool, title: str, face: str
) -> None:
    def drawn(sheet: Canvas) -> None:
        y = 700.0
        for _ in range(3):
            sheet.setFont("Helvetica-Bold", 9)
            sheet.drawString(50, y, title)
            sheet.setFont(face, 9)
            y -= 18 if title else 0
            for x, cell in zip(WIDE, HEADS, strict=False):
                sheet.drawString(x + 1, y, cell)
            rule(sheet, y - 4, WIDE if pieces else [WIDE[0], WIDE[-1]])
            sheet.setFont("Helvetica", 9)
            for row in ROWS:
                y -= 16
                for x, cell in zip(WIDE, row, strict=False):
                    sheet.drawString(x + 1, y, cell.split("|")[0])
            y -= 18

    (sheet,) = read(draw(tmp_path / "table.pdf", drawn)).pages
    firsts = [[cell.split("|")[0] for cell in row] for row in [HEADS, *ROWS]]
    assert [row for table in range(len(sheet.tables)) for row in cells(sheet, table)] == firsts * 3
