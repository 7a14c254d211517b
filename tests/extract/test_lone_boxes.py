"""Boxes around headings and paragraphs, as wide as the rules of the rows between them. Nobody here exists."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pdf_maker import cells, draw, read, texts
from reportlab.pdfgen.canvas import Canvas

LEFT, RIGHT = 60, 540
ROWS = [["Goal", "Baseline", "Target"], ["Reads aloud", "40 words", "80 words"], ["Writes", "2 lines", "6 lines"]]


def boxed(sheet: Canvas, y: float, *lines: str) -> None:
    """Lines of text in a box, the first at `y`."""
    bottom = y - 12 * (len(lines) - 1) - 5
    sheet.rect(LEFT, bottom, RIGHT - LEFT, y + 11 - bottom)
    for n, text in enumerate(lines):
        sheet.drawString(LEFT + 4, y - 12 * n, text)


def ruled(sheet: Canvas, y: float, rows: Sequence[Sequence[str]] = ROWS) -> None:
    """Rows with a rule below each, the first at `y`."""
    for n, row in enumerate(rows):
        for x, text in zip((LEFT + 4, 260, 420), row, strict=True):
            sheet.drawString(x, y - 20 * n, text)
        sheet.line(LEFT, y - 20 * n - 5, RIGHT, y - 20 * n - 5)


def test_values_on_lines_under_a_boxed_heading_make_no_table(tmp_path: Path) -> None:
    values = [["Ida Fenn", "3/4/2016", "5"], ["Oak School", "Fair District", "Autism"], ["9/8/2025", "9/9/2025", "Ann"]]
    labels = [["Student", "DOB", "Grade"], ["School", "District", "Disability"], ["Meeting", "Start Date", "Parent"]]

    def page(sheet: Canvas) -> None:
        boxed(sheet, 700, "A. Student")
        ruled(sheet, 683, values)
        sheet.setFont("Helvetica", 7)
        for n, row in enumerate(labels):
            for x, text in zip((LEFT + 4, 260, 420), row, strict=True):
                sheet.drawString(x, 683 - 20 * n - 11, text)
        sheet.setFont("Helvetica", 10)
        boxed(sheet, 612, "B. Factors")

    (found,) = read(draw(tmp_path / "a.pdf", page)).pages
    assert not any("DOB" in str(cells(found, n)) for n, _ in enumerate(found.tables))


def test_a_sentence_between_rows_and_a_boxed_paragraph_is_no_row(tmp_path: Path) -> None:
    def page(sheet: Canvas) -> None:
        ruled(sheet, 700)
        sheet.drawString(LEFT, 640, "Parents take part in every decision about the program of their child.")
        boxed(sheet, 620, "Ida draws well and is kind to others.", "She likes to work with a friend.")

    (found,) = read(draw(tmp_path / "a.pdf", page)).pages
    assert cells(found) == ROWS
    assert "Parents take part in every decision about the program of their child." in texts(found)


def test_a_box_between_two_tables_parts_them(tmp_path: Path) -> None:
    other = [["Service", "Minutes", "Place"], ["Speech", "30", "Room 4"], ["Reading", "90", "Room 2"]]

    def page(sheet: Canvas) -> None:
        ruled(sheet, 700)
        boxed(sheet, 640, "C. Services")
        ruled(sheet, 620, other)

    (found,) = read(draw(tmp_path / "a.pdf", page)).pages
    tables = [cells(found, n) for n, _ in enumerate(found.tables)]
    assert [table for table in tables if len(table) == 3] == [ROWS, other]


def test_a_boxed_row_with_several_columns_stays_with_the_rows_below_it(tmp_path: Path) -> None:
    def page(sheet: Canvas) -> None:
        ruled(sheet, 700)
        for x in (LEFT, RIGHT):
            sheet.line(x, 695, x, 711)
        sheet.line(LEFT, 711, RIGHT, 711)

    (found,) = read(draw(tmp_path / "a.pdf", page)).pages
    assert cells(found) == ROWS
