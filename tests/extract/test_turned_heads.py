"""Column heads that run upwards, downwards or at a slant, above columns with and without rules."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, radians, sin
from pathlib import Path

import pytest
from pdf_maker import cells, draw, grid, read, texts
from reportlab.pdfgen.canvas import Canvas

AIDS = [
    ("Extra time", [1, 1, 0, 0]),
    ("Reader", [0, 1, 1, 0]),
    ("Quiet room", [0, 0, 0, 1]),
    ("Breaks on request,\nup to two an hour", [1, 0, 1, 0]),
]
SUBJECTS = ["Reading", "Math", "Music class", "State tests"]
MARKED = [
    ["Extra time", "X", "X", "", ""],
    ["Reader", "", "X", "X", ""],
    ["Quiet room", "", "", "", "X"],
    ["Breaks on request,\nup to two an hour", "X", "", "X", ""],
]
HEADS = ["Minutes", "How often", "Location", "Start", "End"]
SERVICES = [
    ["Reading lessons", "45", "5 x weekly", "Room 12", "09/01/2026", "06/11/2027"],
    ["Speech-language\ntherapy", "30", "2 x weekly", "Speech room", "09/01/2026", "06/11/2027"],
    ["Counseling", "15", "1 x monthly", "Office", "10/05/2026", "06/11/2027"],
]


def set_turned(sheet: Canvas, x: float, foot: float, text: str, angle: int) -> None:
    """Text at an angle with its lower end at (x, foot)."""
    length = sheet.stringWidth(text, "Helvetica", 9)
    back = length if angle > 180 else 0.0  # falling text ends at its foot
    sheet.saveState()
    sheet.setFont("Helvetica", 9)
    sheet.translate(x - back * cos(radians(angle)), foot - back * sin(radians(angle)))
    sheet.rotate(angle)
    sheet.drawString(0, 0, text)
    sheet.restoreState()


def rows_at(sheet: Canvas, top: float, xs: Sequence[float], rows: Sequence[Sequence[str]]) -> None:
    y = top
    for row in rows:
        for x, text in zip(xs, row, strict=True):
            for n, part in enumerate(text.split("\n")):
                sheet.drawString(x, y - 12 * n, part)
        y -= 20 + 12 * max(text.count("\n") for text in row)


def marks(angle: int, beside: float, step: float = 48.0, heads: Sequence[str] = SUBJECTS):
    """A page with aids as rows and subjects as turned heads; marks stand `beside` points right of the feet."""

    def page(sheet: Canvas) -> None:
        xs = [240 + step * n for n in range(len(heads))]
        for x, head in zip(xs, heads, strict=True):
            set_turned(sheet, x, 600, head, angle)
        own = [[aid, *("X" if on else "" for on in marked), *[""] * (len(heads) - 4)] for aid, marked in AIDS]
        rows_at(sheet, 584, [72, *(x - 3 + beside for x in xs)], own)

    return page


@pytest.mark.parametrize("angle", [30, 45, 60, 90, 270, 300, 315])
def test_turned_heads_above_marks_without_rules_are_a_row_of_the_table(tmp_path: Path, angle: int) -> None:
    found = read(draw(tmp_path / "plan.pdf", marks(angle, 0))).pages[0]
    assert cells(found) == [["", *SUBJECTS], *MARKED]
    assert found.annotations == ()


@pytest.mark.parametrize("beside", [-12, 8, 14])
def test_marks_a_little_beside_their_heads_are_theirs(tmp_path: Path, beside: float) -> None:
    assert cells(read(draw(tmp_path / "plan.pdf", marks(45, beside))).pages[0])[1:] == MARKED


def test_marks_in_the_middle_between_two_heads_are_given_to_neither(tmp_path: Path) -> None:
    page = marks(45, 24, heads=[*SUBJECTS, "Art"])  # nothing is marked in the last column, so the others may be moved
    found = read(draw(tmp_path / "plan.pdf", page)).pages[0]
    assert found.tables == ()
    assert "Extra time   X   X" in texts(found)


@pytest.mark.parametrize("angle", [45, 90, 270])
@pytest.mark.parametrize("head", ["Service", ""])
def test_turned_heads_above_columns_of_text_keep_each_value_in_its_column(
    tmp_path: Path, angle: int, head: str
) -> None:
    xs = [72, 200, 250, 330, 410, 490]

    def page(sheet: Canvas) -> None:
        sheet.drawString(72, 602, head)
        for x, text in zip(xs[1:], HEADS, strict=True):
            set_turned(sheet, x + 12, 600, text, angle)
        rows_at(sheet, 584, xs, SERVICES)
        sheet.drawString(72, 480, "Robin's team decided that no services are needed in the summer.")

    found = read(draw(tmp_path / "plan.pdf", page)).pages[0]
    assert cells(found) == [[head, *HEADS], *SERVICES]
    assert texts(found)[-1].startswith("Robin's team")


@pytest.mark.parametrize("angle", [45, 90])
def test_turned_heads_of_two_lines_are_one_head(tmp_path: Path, angle: int) -> None:
    step = 11 / sin(radians(angle))
    heads = [("Minutes", "a session"), ("Times", "a week"), ("First", "day")]

    def page(sheet: Canvas) -> None:
        for n, head in enumerate(heads):
            for k, text in enumerate(head):
                set_turned(sheet, 260 + 80 * n + k * step, 600, text, angle)
        rows_at(sheet, 584, [72, 255, 335, 410], [["Reading", "45", "5", "09/01/2026"], ["Speech", "30", "2", "Soon"]])

    found = cells(read(draw(tmp_path / "plan.pdf", page)).pages[0])
    assert found[0] == ["", *("\n".join(head) for head in heads)]


@pytest.mark.parametrize("angle", [45, 60, 90, 270])
def test_turned_heads_on_a_ruled_table_are_its_first_row(tmp_path: Path, angle: int) -> None:
    xs = [72, 230, 270, 310, 350, 390]

    def page(sheet: Canvas) -> None:
        sheet.drawString(76, 602, "Aid")
        for x, head in zip(xs[1:], SUBJECTS, strict=False):
            set_turned(sheet, x + 22, 600, head, angle)
        own = [[aid.replace("\n", " "), *("X" if on else "" for on in marked)] for aid, marked in AIDS]
        grid(sheet, xs, [596 - 20 * n for n in range(5)], own)

    found = cells(read(draw(tmp_path / "plan.pdf", page)).pages[0])
    assert found[0] == ["Aid", *SUBJECTS]
    assert found[3] == ["Quiet room", "", "", "", "X"]


def test_slanted_heads_inside_of_ruled_cells_stay_in_them(tmp_path: Path) -> None:
    xs = [72, 230, 290, 350, 410]

    def page(sheet: Canvas) -> None:
        grid(sheet, xs, [650, 590, 570], [["Aid"], ["Reader", "X", "", "X"]])
        for x, head in zip(xs[1:], ["Math", "Art", "Tests"], strict=False):
            set_turned(sheet, x + 14, 594, head, 45)

    assert cells(read(draw(tmp_path / "plan.pdf", page)).pages[0]) == [
        ["Aid", "Math", "Art", "Tests"],
        ["Reader", "X", "", "X"],
    ]


def test_rules_between_rows_part_them(tmp_path: Path) -> None:
    def page(sheet: Canvas) -> None:
        for n, head in enumerate(SUBJECTS):
            set_turned(sheet, 240 + 40 * n, 600, head, 90)
        for y in (596, 568, 540):
            sheet.line(70, y, 400, y)
        rows_at(sheet, 586, [72, 236, 276, 316, 356], [["Reader", "X", "", "", ""]])
        sheet.drawString(72, 573, "Or a recording")
        rows_at(sheet, 558, [72, 236, 276, 316, 356], [["Timer", "", "X", "", ""]])

    found = cells(read(draw(tmp_path / "plan.pdf", page)).pages[0])
    assert found[1:] == [["Reader\nOr a recording", "X", "", "", ""], ["Timer", "", "X", "", ""]]


def test_lines_of_a_watermark_are_no_heads(tmp_path: Path) -> None:
    def page(sheet: Canvas) -> None:
        sheet.drawString(72, 700, "Annual goals")
        for x in (200, 300, 400):
            set_turned(sheet, x, 500, "Confidential", 45)
        sheet.drawString(72, 480, "Robin will read.   Daily.")

    found = read(draw(tmp_path / "plan.pdf", page)).pages[0]
    assert (found.tables, found.annotations) == ((), ("Confidential Confidential Confidential",))
