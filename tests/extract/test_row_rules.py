"""Lists with a rule under each row and no upright rules. Nobody here exists."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pdf_maker import cells, draw, read, texts
from reportlab.pdfgen.canvas import Canvas

ROWS = [
    (["Learner"], ["Ida Fenn"]),
    (["Strengths, interests and", "preferences of this", "learner"], ["Ida paints and sings.", "She helps others."]),
    (["Effect of the disability on", "progress"], ["She loses her place in long texts", "and stops."]),
    (["Braille"], ["No"]),
]
WHOLE = [
    ["Learner", "Ida Fenn"],
    ["Strengths, interests and\npreferences of this\nlearner", "Ida paints and sings.\nShe helps others."],
    ["Effect of the disability on\nprogress", "She loses her place in long texts\nand stops."],
    ["Braille", "No"],
]


def solid(sheet: Canvas, y: float) -> None:
    sheet.line(60, y, 540, y)


def dotted(sheet: Canvas, y: float) -> None:
    for n in range(240):
        sheet.rect(60 + 2 * n, y, 0.8, 0.8, stroke=0, fill=1)


def dashed(sheet: Canvas, y: float) -> None:
    for n in range(96):
        sheet.rect(60 + 5 * n, y, 3, 0.8, stroke=0, fill=1)


def page(rule: Callable[[Canvas, float], None], rows: list[tuple[list[str], list[str]]]) -> Callable[[Canvas], None]:
    def drawn(sheet: Canvas) -> None:
        y = 700.0
        for label, value in rows:
            for n, text in enumerate(label):
                sheet.drawString(64, y - 11 * n, text)
            for n, text in enumerate(value):
                sheet.drawString(220, y - 11 * n, text)
            y -= 11 * max(len(label), len(value))
            rule(sheet, y)
            y -= 16

    return drawn


@pytest.mark.parametrize("rule", [solid, dotted, dashed])
def test_a_label_of_several_lines_stays_apart_from_its_text(
    tmp_path: Path, rule: Callable[[Canvas, float], None]
) -> None:
    (sheet,) = read(draw(tmp_path / "list.pdf", page(rule, ROWS))).pages
    assert cells(sheet) == WHOLE


def test_a_table_with_heads_below_a_list_is_another_table(tmp_path: Path) -> None:
    def both(sheet: Canvas) -> None:
        page(solid, ROWS)(sheet)
        sheet.setFont("Helvetica-Bold", 10)
        for y, row in ((550, ("Steps", "Expected by", "Status")), (530, ("First step", "May 2026", "met"))):
            for x, text in zip((64, 220, 420), row, strict=True):
                sheet.drawString(x, y, text)
            solid(sheet, y - 5)
            sheet.setFont("Helvetica", 10)

    (made,) = read(draw(tmp_path / "list.pdf", both)).pages
    assert cells(made, 1) == [["Steps", "Expected by", "Status"], ["First step", "May 2026", "met"]]


def test_paragraphs_between_rules_are_no_table(tmp_path: Path) -> None:
    prose = "Ida reads short texts aloud and tells what happened in them to a friend in her class"

    def drawn(sheet: Canvas) -> None:
        for n in range(5):
            sheet.drawString(64, 700 - 60 * n, f"{prose} on day {n}.")
            sheet.drawString(64, 688 - 60 * n, f"On day {n} she reads to a younger child as well, and enjoys it.")
            solid(sheet, 670 - 60 * n)

    (made,) = read(draw(tmp_path / "prose.pdf", drawn)).pages
    assert made.tables == () and len(texts(made)) == 10
