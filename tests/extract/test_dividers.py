"""Columns that are drawn as such: by a rule between them, or by bars that end where each ends."""

from __future__ import annotations

from pathlib import Path

from pdf_maker import draw, grid, read, texts
from reportlab.pdfgen.canvas import Canvas

LEFT = ["Strengths", "Robin draws well.", "Worries", "Homework takes long.", "Hopes"]
RIGHT = ["Factors", "Glasses: yes", "No aid.", "Other: none so far"]


def columns(sheet: Canvas) -> None:
    for x, top, rows in ((72, 700, LEFT), (320, 694, RIGHT)):
        for n, text in enumerate(rows):
            sheet.drawString(x + 4, top - 30 * n, text)


def test_a_rule_between_two_columns_parts_them(tmp_path: Path) -> None:
    def page(sheet: Canvas) -> None:
        sheet.drawString(76, 740, "Plan of Robin")
        columns(sheet)
        sheet.line(310, 570, 310, 715)
        sheet.drawString(76, 540, "Goals for the year")

    found = read(draw(tmp_path / "plan.pdf", page)).pages[0]
    assert texts(found) == ["Plan of Robin", *LEFT, *RIGHT, "Goals for the year"]


def test_bars_over_the_parts_of_each_column_part_them(tmp_path: Path) -> None:
    def page(sheet: Canvas) -> None:
        sheet.setFillGray(0.8)
        for x, y in ((72, 695), (72, 635), (320, 689)):
            sheet.rect(x, y, 230, 14, stroke=0, fill=1)
        sheet.setFillGray(0)
        columns(sheet)
        sheet.drawString(76, 500, "A line below that runs over the middle of the page, from one side to the other.")

    found = read(draw(tmp_path / "plan.pdf", page)).pages[0]
    assert texts(found)[:9] == [*LEFT, *RIGHT]


def test_the_rules_of_a_table_part_no_columns(tmp_path: Path) -> None:
    def page(sheet: Canvas) -> None:
        grid(sheet, [72, 300, 520], [720, 660, 600], [["Aid", "Place"], ["Reader", "Class"]])

    assert texts(read(draw(tmp_path / "plan.pdf", page)).pages[0]) == ["Aid", "Place", "Reader", "Class"]


def test_pairs_across_a_page_without_a_rule_stay_pairs(tmp_path: Path) -> None:
    def page(sheet: Canvas) -> None:
        for n in range(6):
            sheet.drawString(72, 700 - 20 * n, f"Label {n}:")
            sheet.drawString(320, 700 - 20 * n, f"value {n}")

    assert texts(read(draw(tmp_path / "plan.pdf", page)).pages[0])[0] == "Label 0:   value 0"


def test_frames_side_by_side_are_read_one_after_the_other(tmp_path: Path) -> None:
    def page(sheet: Canvas) -> None:
        for k in range(3):
            x = 72 + 160 * k
            sheet.rect(x, 600, 150, 100)
            for n, text in enumerate(["Worries of the", "family", "Homework takes", "two hours."]):
                sheet.drawString(x + 6, 680 - 12 * n, f"{text} {k}")

    found = texts(read(draw(tmp_path / "plan.pdf", page)).pages[0])
    assert [text[-1] for text in found] == list("000011112222")


def test_three_columns_of_prose_are_read_one_after_the_other(tmp_path: Path) -> None:
    def page(sheet: Canvas) -> None:
        for k in range(3):
            for n in range(7):
                sheet.drawString(60 + 170 * k, 700 - 12 * n, f"Robin reads aloud with a friend {k}")

    found = texts(read(draw(tmp_path / "plan.pdf", page)).pages[0])
    assert [text[-1] for text in found] == list("0" * 7 + "1" * 7 + "2" * 7)


def test_short_lines_below_two_columns_belong_to_what_follows(tmp_path: Path) -> None:
    def page(sheet: Canvas) -> None:
        for x in (60, 320):
            for n in range(7):
                sheet.drawString(x, 700 - 12 * n, f"Robin reads with a friend at ten every day {x}")
        sheet.drawString(60, 600, "Goals")
        sheet.drawString(60, 580, "By May, Robin will read a story of three pages to the whole class without any help.")

    found = texts(read(draw(tmp_path / "plan.pdf", page)).pages[0])
    assert [text.split()[-1] for text in found[:14]] == ["60"] * 7 + ["320"] * 7
    assert found[14] == "Goals"


def test_a_page_hatched_with_rules_has_no_columns(tmp_path: Path) -> None:
    def page(sheet: Canvas) -> None:
        for n in range(120):
            sheet.line(200 + 2 * n, 100, 200 + 2 * n, 280)
        sheet.line(310, 570, 310, 715)
        columns(sheet)

    assert texts(read(draw(tmp_path / "plan.pdf", page)).pages[0])[:2] == ["Strengths", "Factors"]
