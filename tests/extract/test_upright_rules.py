"""Columns that only upright rules part. Nobody here exists."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from pdf_maker import Draw, cells, draw, read, texts
from reportlab.pdfgen.canvas import Canvas

SERVICES = [
    ["Service", "Minutes", "Frequency", "Location", "Start", "End"],
    ["Reading and\nwriting aloud", "45 minutes", "5 times\nweekly", "Room 4", "09/01/2026", "05/28/2027"],
    ["Speech therapy", "30 minutes", "2 times weekly", "Room 9", "09/01/2026", "05/28/2027"],
    ["Counseling", "15 minutes", "1 time weekly", "Office", "09/01/2026", "05/28/2027"],
]
GOALS = [
    ["Goal", "Measured by", "Responsible"],
    ["Read a story of two pages", "Weekly probes", "Ann Fenn"],
    ["Write five sentences", "Work samples", "Bo Gray"],
    ["Ask for a break", "Tally", "Cy Moss"],
]
FACTS = [
    ["Learner", "Ida Fenn"],
    ["What the learner\ndoes well", "She paints and sings, and helps\nthe smaller children at lunch."],
    ["Concerns", "Homework takes two hours."],
    ["Braille", "No"],
]
PLACES = {6: [50, 180, 250, 330, 420, 490], 3: [50, 220, 400], 2: [50, 200]}
AFTER = "Ida and her aunt read this page together before the meeting began, and had no questions."


def upright(rows: Sequence[Sequence[str]], rules: Sequence[float], bold: bool, step: float = 18) -> Draw:
    def drawn(sheet: Canvas) -> None:
        y = 700.0
        for row in rows:
            sheet.setFont("Helvetica-Bold" if bold and row is rows[0] else "Helvetica", 9)
            for x, text in zip(PLACES[len(row)], row, strict=True):
                for n, part in enumerate(text.split("\n")):
                    sheet.drawString(x + 3, y - 11 * n, part)
            y -= step + 11 * max(text.count("\n") for text in row)
        for x in rules:
            sheet.line(x, 712, x, y + step - 6)
        sheet.drawString(50, y - 10, AFTER)

    return drawn


@pytest.mark.parametrize("rows", [SERVICES, GOALS])
@pytest.mark.parametrize("sides", [True, False])
@pytest.mark.parametrize("bold", [True, False])
def test_rows_between_upright_rules_are_a_table(tmp_path: Path, rows: list[list[str]], sides: bool, bold: bool) -> None:
    rules = PLACES[len(rows[0])][1:] + ([50, 560] if sides else [])
    (page,) = read(draw(tmp_path / "plan.pdf", upright(rows, rules, bold))).pages
    assert cells(page) == rows and texts(page)[-1] == AFTER


def test_rows_set_without_space_between_them_are_told_by_their_figures(tmp_path: Path) -> None:
    rows = [[cell.replace("\n", " ") for cell in row] for row in SERVICES]
    rows[1][0], rows[1][2] = "Reading", "5 times weekly"
    (page,) = read(draw(tmp_path / "plan.pdf", upright(rows, PLACES[6][1:], bold=False, step=11))).pages
    assert cells(page) == rows


@pytest.mark.parametrize("sides", [True, False])
def test_labels_before_one_rule_have_their_values_behind_it(tmp_path: Path, sides: bool) -> None:
    rules = [50, 200, 560] if sides else [200]
    (page,) = read(draw(tmp_path / "plan.pdf", upright(FACTS, rules, bold=False))).pages
    assert cells(page) == FACTS


@pytest.mark.parametrize("levels", [[712, 694], [712], [694], [694, 630]])
def test_level_rules_across_open_columns_lose_none_of_them(tmp_path: Path, levels: list[float]) -> None:
    rows = [[cell.replace("\n", " ") for cell in row] for row in SERVICES]

    def drawn(sheet: Canvas) -> None:
        upright(rows, PLACES[6][1:], bold=True)(sheet)
        for y in levels:
            sheet.line(50, y, 560, y)

    rows[1][0], rows[1][2] = "Reading", "5 times weekly"
    assert cells(read(draw(tmp_path / "plan.pdf", drawn)).pages[0]) == rows


def test_columns_of_running_text_between_rules_stay_columns(tmp_path: Path) -> None:
    def drawn(sheet: Canvas) -> None:
        for k in range(3):
            for n in range(7):
                sheet.drawString(50 + 175 * k, 700 - 12 * n, f"Robin reads aloud with a friend {k}")
        for x in (220, 395):
            sheet.line(x, 712, x, 620)

    found = texts(read(draw(tmp_path / "plan.pdf", drawn)).pages[0])
    assert [text[-1] for text in found] == list("0" * 7 + "1" * 7 + "2" * 7)
