"""Boxes that stand behind their words are read as if they stood before them; what fits both ways is unclear."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx_maker import read_blocks, table
from pdf_maker import Draw, draw
from pdf_maker import read as read_pdf
from reportlab.pdfgen.canvas import Canvas

from iepaudit.extract import ReadOptions, read_document
from iepaudit.model.document import Page


def written(tmp_path: Path, *lines: str) -> Page:
    path = tmp_path / "form.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    return read_document(path, ReadOptions()).pages[0]


def shown(page: Page) -> list[str]:
    return [" ".join(line.text.split()) for line in page.lines]


@pytest.mark.parametrize(
    ("line", "read_as"),
    [
        ("Yes ___  No _X_", "☐ Yes ☒ No"),
        ("Needs a device   Yes _X_  No ___   A tablet.", "Needs a device ☒ Yes ☐ No A tablet."),
        ("Needs a device   Yes _X_  No ___   No comment.", "Needs a device ☒ Yes ☐ No No comment."),
        ("Needs a device  _X_ Yes  ___ No   A tablet.", "Needs a device ☒ Yes ☐ No A tablet."),
        ("_X_ Yes  ___ No  Needs a device", "☒ Yes ☐ No Needs a device"),
        ("Needs a device? Yes [X] No [ ]", "Needs a device? ☒ Yes ☐ No"),
        ("Needs a device? Yes ( ) No (X)", "Needs a device? ☐ Yes ☒ No"),
        ("Needs a device? [x] Yes [ ] No", "Needs a device? ☒ Yes ☐ No"),
        ("Needs a device  No ☐  Yes ☒  N/A ☐", "Needs a device ☐ No ☒ Yes ☐ N/A"),
        ("Vision:  Yes __ No _X_    Hearing:  Yes _X_ No __", "Vision: ☐ Yes ☒ No Hearing: ☒ Yes ☐ No"),
        ("Yes ____ No __x__", "☐ Yes ☒ No"),
        ("Never __ Sometimes _X_ Always __", "☐ Never ☒ Sometimes ☐ Always"),
        ("Setting   Regular class _X_  Resource room ___", "Setting ☒ Regular class ☐ Resource room"),
        ("Regular class _X_    Resource room ___    80%", "☒ Regular class ☐ Resource room 80%"),
        ("___ Regular class  _X_ Resource room", "☐ Regular class ☒ Resource room"),
        ("Setting: ☐ Regular class ☒ Resource room", "Setting: ☐ Regular class ☒ Resource room"),
    ],
)  # fmt: skip
def test_a_box_stands_before_its_words(tmp_path: Path, line: str, read_as: str) -> None:
    assert shown(written(tmp_path, "Choose:", line))[1] == read_as


@pytest.mark.parametrize(
    ("line", "read_as"),
    [
        ("Needs a device   Yes: X  No:", "Needs a device ☒ Yes: No:"),
        ("Needs a device   Yes:    No: X", "Needs a device Yes: ☒ No:"),
        ("Needs a device   X Yes     No", "Needs a device ☒ Yes No"),
        ("Needs a device   Yes X     No", "Needs a device ☒ Yes No"),
        ("Needs a device   Yes     X No", "Needs a device Yes ☒ No"),
        ("Needs a device:  Y  [N]", "Needs a device: Y ☒ N"),
        ("Needs a device?  (Yes) / No", "Needs a device? ☒ Yes / No"),
    ],
)
def test_a_choice_without_boxes_is_marked(tmp_path: Path, line: str, read_as: str) -> None:
    assert shown(written(tmp_path, "Choose:", line))[1] == read_as


def test_a_mark_as_near_to_yes_as_to_no_is_unclear(tmp_path: Path) -> None:
    assert shown(written(tmp_path, "Needs a device  Yes X No")) == ["Needs a device Yes ⍰ No"]


def test_the_other_lines_of_a_page_tell_where_one_does_not(tmp_path: Path) -> None:
    page = written(tmp_path, "Needs a device  Yes X No", "Needs help  Yes ___ No _X_")
    assert shown(page) == ["Needs a device ☒ Yes No", "Needs help ☐ Yes ☒ No"]


@pytest.mark.parametrize("line", ["Telephone (   ) 555", "Costs 2 x as much, yes or no", "Yes (see page 2)"])
def test_what_marks_nothing_stays(tmp_path: Path, line: str) -> None:
    page = written(tmp_path, "Words:", line)
    assert page.check_boxes == () and shown(page)[1] == " ".join(line.split())


def test_a_list_with_its_boxes_on_the_right(tmp_path: Path) -> None:
    page = written(tmp_path, "Supports", "Extended time     _X_", "Read aloud        ___", "Calculator        _X_")
    assert shown(page) == ["Supports", "☒ Extended time", "☐ Read aloud", "☒ Calculator"]
    assert [b.label for b in page.check_boxes] == ["Extended time", "Read aloud", "Calculator"]


def test_a_list_with_its_boxes_on_the_left(tmp_path: Path) -> None:
    page = written(tmp_path, "Supports", "_X_ Extended time", "___ Read aloud", "___ Calculator")
    assert shown(page)[2:] == ["☐ Read aloud", "☐ Calculator"]


def test_a_line_to_write_on_is_no_box(tmp_path: Path) -> None:
    page = written(tmp_path, "Present: _X_", "Date:    ____")
    assert len(page.check_boxes) == 1


def test_words_keep_their_places_on_the_page(tmp_path: Path) -> None:
    words = written(tmp_path, "Yes ___  No _X_").lines[0].words
    assert [w.text for w in words] == ["☐", "Yes", "☒", "No"]
    assert words[1].box.x0 < words[0].box.x0 < words[3].box.x0 < words[2].box.x0


def squares(marked: int) -> Draw:
    def page(sheet: Canvas) -> None:
        sheet.drawString(72, 701, "Needs a device")
        for n, word in enumerate(("Yes", "No")):
            sheet.drawString(200 + 50 * n, 701, word)
            sheet.rect(222 + 50 * n, 700, 9, 9)
            if n == marked:
                sheet.line(222 + 50 * n, 700, 231 + 50 * n, 709)

    return page


@pytest.mark.parametrize(("marked", "read_as"), [(0, "☒ Yes ☐ No"), (1, "☐ Yes ☒ No")])
def test_drawn_squares_behind_their_words(tmp_path: Path, marked: int, read_as: str) -> None:
    found = read_pdf(draw(tmp_path / "form.pdf", squares(marked))).pages[0]
    assert shown(found) == [f"Needs a device {read_as}"]


def test_an_x_printed_over_a_blank_marks_it(tmp_path: Path) -> None:
    def page(sheet: Canvas) -> None:
        sheet.drawString(72, 700, "Yes ____  No ____")
        sheet.drawString(103, 700, "X")

    assert shown(read_pdf(draw(tmp_path / "form.pdf", page)).pages[0]) == ["☒ Yes ☐ No"]


def test_cells_of_a_table_are_told_too(tmp_path: Path) -> None:
    page = read_blocks(tmp_path, table(["Needs a device", "Yes ☒  No ☐"])).pages[0]
    (found,) = page.tables
    assert found.rows[0][1] is not None and " ".join(found.rows[0][1].text.split()) == "☒ Yes ☐ No"
