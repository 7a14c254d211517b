"""Tables inside of cells, tables of typewriter columns, and cards beside each other."""

from __future__ import annotations

from pathlib import Path

from pdf_maker import cells, draw, grid, read, texts
from reportlab.pdfgen.canvas import Canvas


def test_a_table_of_one_row_inside_a_cell_takes_its_words(tmp_path: Path) -> None:
    def page(sheet: Canvas) -> None:
        grid(sheet, [60, 90, 560], [740, 720, 660], [["A", "Student Information"], ["", ""]])
        grid(sheet, [100, 250, 400, 550], [710, 670], [["Name\nIda Fenn", "Born\n04/11/2015", "Grade\n4"]])

    found = read(draw(tmp_path / "plan.pdf", page)).pages[0]
    assert cells(found, 1) == [["Name\nIda Fenn", "Born\n04/11/2015", "Grade\n4"]]


def test_a_table_inside_a_cell_is_read_where_it_stands(tmp_path: Path) -> None:
    def page(sheet: Canvas) -> None:
        rows = [["F", "Services"], ["", ""], ["", "All of them begin in March."], ["G", "Adaptations"]]
        grid(sheet, [60, 90, 560], [740, 720, 640, 620, 600], rows)
        grid(sheet, [100, 300, 550], [710, 690, 650], [["Service", "Minutes"], ["Speech therapy", "40"]])

    lines = texts(read(draw(tmp_path / "plan.pdf", page)).pages[0])
    order = [lines.index(text) for text in ("Services", "Service", "40", "All of them begin in March.", "Adaptations")]
    assert order == sorted(order)


def test_a_rule_typed_as_dashes_does_not_end_a_table_of_spaces(tmp_path: Path) -> None:
    rows = [
        "Service               Frequency        Location       Start",
        "--------------------  ---------------  -------------  --------",
        "Specially designed    5 x week, 40 min Resource room  03/09/26",
        "  instruction: math",
        "Speech therapy        2 x week, 20 min                03/09/26",
    ]

    def page(sheet: Canvas) -> None:
        sheet.setFont("Courier", 10)
        for n, row in enumerate(rows):
            sheet.drawString(60, 700 - 12.6 * n, row)

    found = cells(read(draw(tmp_path / "plan.pdf", page)).pages[0])
    assert found[-2] == ["Specially designed\ninstruction: math", "5 x week, 40 min", "Resource room", "03/09/26"]
    assert found[-1] == ["Speech therapy", "2 x week, 20 min", "", "03/09/26"]


def test_cards_beside_each_other_are_read_one_after_the_other(tmp_path: Path) -> None:
    left = ["Goal 1", "Baseline", "42 words", "Measured by", "weekly probe"]
    right = ["Goal 2", "Baseline", "3 of 10", "Measured by", "rubric"]

    def page(sheet: Canvas) -> None:
        for x, lines in ((72, left), (320, right)):
            for n, line in enumerate(lines):
                sheet.drawString(x, 700 - 14 * n, line)
        sheet.drawString(72, 580, "Both are reviewed in June, and the family gets a copy of what was found then.")

    assert texts(read(draw(tmp_path / "plan.pdf", page)).pages[0])[:10] == [*left, *right]


def test_the_same_answer_twice_on_a_line_makes_no_cards(tmp_path: Path) -> None:
    def page(sheet: Canvas) -> None:
        for n, (one, two) in enumerate([("Fall", "Daily"), ("Weekly", "Weekly"), ("Spring", "Daily")]):
            sheet.drawString(72, 700 - 14 * n, one)
            sheet.drawString(320, 700 - 14 * n, two)

    assert texts(read(draw(tmp_path / "plan.pdf", page)).pages[0])[0].split() == ["Fall", "Daily"]
