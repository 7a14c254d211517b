"""Headings set sideways beside what they head: turned text, or letters one below the other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pdf_maker import cells, draw, read, texts
from reportlab.pdfgen.canvas import Canvas

Head = Callable[[Canvas, float, float, str], None]


def turned(sheet: Canvas, x: float, y: float, text: str, angle: int) -> None:
    sheet.saveState()
    sheet.translate(x, y)
    sheet.rotate(angle)
    sheet.drawString(0, 0, text)
    sheet.restoreState()


def upwards(sheet: Canvas, x: float, y: float, text: str) -> None:
    turned(sheet, x + 14, y - 90, text, 90)


def downwards(sheet: Canvas, x: float, y: float, text: str) -> None:
    turned(sheet, x + 6, y - 20, text, 270)


def letter_by_letter(sheet: Canvas, x: float, y: float, text: str) -> None:
    for n, letter in enumerate(text):
        if letter != " ":
            sheet.drawString(x + 6, y - 10 - 8 * n, letter)


def in_pieces(sheet: Canvas, x: float, y: float, text: str) -> None:
    """Each letter placed by itself, as browsers print turned text."""
    at = y - 90.0
    for letter in text:
        turned(sheet, x + 14, at, letter, 90)
        at += sheet.stringWidth(letter, "Helvetica", 10)


def frame(sheet: Canvas, top: float, bottom: float, inner: float) -> None:
    sheet.rect(72, bottom, 450, top - bottom)
    sheet.line(inner, bottom, inner, top)


@pytest.mark.parametrize("head", [upwards, downwards, letter_by_letter, in_pieces])
def test_a_head_set_sideways_is_read_above_what_stands_beside_it(tmp_path: Path, head: Head) -> None:
    def page(sheet: Canvas) -> None:
        for top, title, text in ((740, "ESY needs", "Robin needs no summer days."), (600, "Exit plan", "Not yet.")):
            frame(sheet, top, top - 120, 96)
            head(sheet, 72, top, title)
            sheet.drawString(104, top - 16, text)

    found = read(draw(tmp_path / "plan.pdf", page)).pages[0]
    assert texts(found) == ["ESY needs", "Robin needs no summer days.", "Exit plan", "Not yet."]
    assert found.tables == ()


def test_a_table_beside_a_side_head_keeps_its_own_rows(tmp_path: Path) -> None:
    def page(sheet: Canvas) -> None:
        frame(sheet, 740, 620, 100)
        upwards(sheet, 76, 740, "Aids")
        for y in (700, 660):
            sheet.line(100, y, 522, y)
        sheet.line(300, 620, 300, 740)
        for n, (aid, where) in enumerate([("Aid", "Where"), ("Reader", "Tests"), ("Timer", "Class")]):
            sheet.drawString(104, 724 - 40 * n, aid)
            sheet.drawString(304, 724 - 40 * n, where)

    found = read(draw(tmp_path / "plan.pdf", page)).pages[0]
    assert texts(found)[0] == "Aids"
    assert cells(found) == [["Aid", "Where"], ["Reader", "Tests"], ["Timer", "Class"]]


def test_turned_labels_of_rows_below_a_corner_stay_in_their_table(tmp_path: Path) -> None:
    def page(sheet: Canvas) -> None:
        sheet.rect(72, 560, 450, 160)
        for x in (100, 300):
            sheet.line(x, 560, x, 720)
        for y in (700, 640):
            sheet.line(72, y, 522, y)
        sheet.drawString(104, 706, "Test")
        sheet.drawString(304, 706, "Help")
        for y, group, test, aid in ((700, "State", "Reading", "Timer"), (640, "Local", "Unit", "None")):
            turned(sheet, 90, y - 50, group, 90)
            sheet.drawString(104, y - 14, test)
            sheet.drawString(304, y - 14, aid)

    found = read(draw(tmp_path / "plan.pdf", page)).pages[0]
    assert cells(found) == [["", "Test", "Help"], ["State", "Reading", "Timer"], ["Local", "Unit", "None"]]


def test_turned_heads_of_cells_below_each_other_stay_apart(tmp_path: Path) -> None:
    def page(sheet: Canvas) -> None:
        frame(sheet, 740, 640, 100)
        sheet.line(72, 690, 522, 690)
        turned(sheet, 90, 692, "Strengths", 90)
        turned(sheet, 90, 645, "Worries", 90)
        sheet.drawString(104, 726, "Draws well.")
        sheet.drawString(104, 676, "Homework.")

    found = read(draw(tmp_path / "plan.pdf", page)).pages[0]
    assert texts(found) == ["Strengths", "Draws well.", "Worries", "Homework."]


SERVICES = [
    ["Service", "Minutes", "Frequency"],
    ["Speech therapy", "30", "2 x weekly"],
    ["Counseling", "15", "1 x weekly"],
]


def labeled(sheet: Canvas, top: float, label: str, rows: list[list[str]]) -> None:
    """A table with a cell at its left that spans all rows."""
    xs = [72, 170, 320, 400, 500]
    bottom = top - 20 * len(rows)
    for x in xs:
        sheet.line(x, bottom, x, top)
    for n in range(len(rows) + 1):
        sheet.line(xs[0] if n in (0, len(rows)) else xs[1], top - 20 * n, xs[-1], top - 20 * n)
    for n, word in enumerate(label.split()):
        sheet.drawString(76, (top + bottom) / 2 - 12 * n, word)
    for n, row in enumerate(rows):
        for x, text in zip(xs[1:], row, strict=False):
            sheet.drawString(x + 4, top - 14 - 20 * n, text)


@pytest.mark.parametrize("between", [0, 14])
def test_a_label_beside_a_table_with_its_own_heads_is_read_above_it(tmp_path: Path, between: float) -> None:
    def page(sheet: Canvas) -> None:
        labeled(sheet, 700, "Special Teaching", SERVICES[:2])
        labeled(sheet, 660 - between, "Related Services", SERVICES)

    found = read(draw(tmp_path / "plan.pdf", page)).pages[0]
    assert [cells(found, n) for n in (0, 1)] == [SERVICES[:2], SERVICES]
    assert [line.text for line in found.lines if line.table is None] == ["Special Teaching", "Related Services"]


def test_a_tall_first_head_above_two_rows_of_heads_stays_a_head(tmp_path: Path) -> None:
    rows = [["Service amount", "Frequency", "Location"], ["Minutes", "Times", "Room"]]
    page = read(draw(tmp_path / "plan.pdf", lambda sheet: labeled(sheet, 700, "Provider", rows))).pages[0]
    assert cells(page) == [["Provider", *rows[0]], [None, *rows[1]]]


def test_the_name_of_a_service_beside_the_heads_of_its_amounts_stays_in_its_table(tmp_path: Path) -> None:
    rows = [["Minutes", "Frequency", "Location"], ["30", "2 x weekly", "Room 4"]]
    page = read(draw(tmp_path / "plan.pdf", lambda sheet: labeled(sheet, 700, "Counseling", rows))).pages[0]
    assert cells(page) == [["Counseling", *rows[0]], [None, *rows[1]]]
