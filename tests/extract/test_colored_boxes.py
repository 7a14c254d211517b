"""Check boxes as web browsers print them: filled with color, with a tick in white, or as rings with a dot."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pdf_maker import draw, read
from reportlab.pdfgen.canvas import Canvas

from iepaudit.model.document import BoxState

Mark = Callable[[Canvas, float, float, bool], None]


def blue_with_tick(sheet: Canvas, x: float, y: float, on: bool) -> None:
    sheet.setStrokeGray(0.46)
    sheet.setFillColorRGB(*((0.0, 0.46, 1.0) if on else (1.0, 1.0, 1.0)))
    sheet.roundRect(x, y, 9.5, 9.5, 1.5, stroke=0 if on else 1, fill=1)
    if on:
        sheet.setStrokeGray(1)
        sheet.lines([(x + 2, y + 5, x + 4, y + 3), (x + 4, y + 3, x + 8, y + 7)])


def blue_with_dot(sheet: Canvas, x: float, y: float, on: bool) -> None:
    sheet.setStrokeGray(0.46)
    sheet.setFillColorRGB(*((0.05, 0.43, 0.99) if on else (1.0, 1.0, 1.0)))
    sheet.circle(x + 5, y + 5, 5, stroke=0 if on else 1, fill=1)
    if on:
        sheet.setFillGray(1)
        sheet.circle(x + 5, y + 5, 2, stroke=0, fill=1)


def ring_with_dot(sheet: Canvas, x: float, y: float, on: bool) -> None:
    sheet.setStrokeGray(0.46)
    sheet.circle(x + 5, y + 5, 5, stroke=1, fill=0)
    if on:
        sheet.setFillGray(0.3)
        sheet.circle(x + 5, y + 5, 2.6, stroke=0, fill=1)


def filled_square(sheet: Canvas, x: float, y: float, on: bool) -> None:
    sheet.setStrokeGray(0.3)
    sheet.setFillColorRGB(*((0.2, 0.4, 0.8) if on else (1.0, 1.0, 1.0)))
    sheet.roundRect(x, y, 9, 9, 2, stroke=1, fill=1)


def cut_out(sheet: Canvas, x: float, y: float, on: bool) -> None:
    """One solid shape with round corners and a hole: a tick, or the whole inside."""
    path = sheet.beginPath()
    path.roundRect(x, y, 10, 10, 1.5)
    inner = (
        [(2, 5), (4, 2.5), (8.5, 7), (7.5, 8), (4, 4.5), (3, 6)]
        if on
        else [(1.5, 1.5), (1.5, 8.5), (8.5, 8.5), (8.5, 1.5)]
    )
    path.moveTo(x + inner[0][0], y + inner[0][1])
    for a, b in inner[1:]:
        path.lineTo(x + a, y + b)
    path.close()
    sheet.setFillGray(0.25)
    sheet.drawPath(path, stroke=0, fill=1, fillMode=0)


@pytest.mark.parametrize("mark", [blue_with_tick, blue_with_dot, ring_with_dot, filled_square, cut_out])
def test_a_box_in_color_is_marked_and_the_other_empty(tmp_path: Path, mark: Mark) -> None:
    def page(sheet: Canvas) -> None:
        for n, answer in enumerate((False, True)):
            y = 700 - 30 * n
            sheet.setFillGray(0)
            sheet.drawString(72, y, "Does the learner need an aid?")
            for x, text, on in ((240, "Yes", answer), (290, "No", not answer)):
                mark(sheet, x, y - 1, on)
                sheet.setFillGray(0)
                sheet.drawString(x + 13, y, text)

    found = read(draw(tmp_path / "plan.pdf", page)).pages[0].check_boxes
    yes, no = BoxState.CHECKED, BoxState.EMPTY
    assert [(box.label, box.state) for box in found] == [("Yes", no), ("No", yes), ("Yes", yes), ("No", no)]


def test_a_round_bullet_in_color_is_no_box(tmp_path: Path) -> None:
    def page(sheet: Canvas) -> None:
        for n, text in enumerate(("Reads aloud", "Sings")):
            sheet.setFillColorRGB(0.2, 0.4, 0.8)
            sheet.circle(76, 703 - 20 * n, 2.5, stroke=0, fill=1)
            sheet.setFillGray(0)
            sheet.drawString(84, 700 - 20 * n, text)

    assert not read(draw(tmp_path / "plan.pdf", page)).pages[0].check_boxes


def test_thousands_of_solid_squares_among_as_many_open_ones_are_a_drawing(tmp_path: Path) -> None:
    def page(sheet: Canvas) -> None:
        blue_with_tick(sheet, 72, 759, True)
        sheet.setFillGray(0)
        sheet.drawString(85, 760, "A quilt, by the learners of the fourth grade")
        for n in range(2400):
            x, y = 40 + n % 80 * 6.5, 40 + n // 80 * 22
            blue_with_tick(sheet, x, y, True)
            sheet.setStrokeGray(0)
            sheet.rect(x, y + 11, 5, 5)

    found = read(draw(tmp_path / "plan.pdf", page)).pages[0]
    assert not found.check_boxes and found.lines
