"""Check boxes of every encoding come out as ☒, ☐ or ⍰ before or after their label, and in the list of boxes."""

from __future__ import annotations

from pathlib import Path

import pytest
from pdf_maker import draw, grid, read, text_at, texts
from PIL import Image, ImageDraw
from reportlab.pdfgen.canvas import Canvas

from iepaudit.extract.characters import clean, symbol_font, translate
from iepaudit.model.document import BoxState, Page

ON, OFF = BoxState.CHECKED, BoxState.EMPTY


def plain(page: Page) -> list[str]:
    return [" ".join(text.split()) for text in texts(page)]


def boxes(page: Page) -> list[tuple[BoxState, str]]:
    return [(b.state, b.label) for b in page.check_boxes]


def written(tmp_path: Path, *lines: str) -> Page:
    """A page of a text file, whose boxes go the same way."""
    path = tmp_path / "form.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    return read(path).pages[0]


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("☐ Yes  ☒ No", "☐ Yes ☒ No"),
        ("□ Yes  ☑ No", "☐ Yes ☒ No"),
        ("□ Yes  ■ No", "☐ Yes ☒ No"),
        ("\uf0a8 Yes  \uf0fe No", "☐ Yes ☒ No"),
        ("\uf0a3 Yes  \uf0fe No", "☐ Yes ☒ No"),
        ("[ ] Yes  [X] No", "☐ Yes ☒ No"),
        ("[] Yes  [x] No", "☐ Yes ☒ No"),
        ("( ) Yes  (X) No", "☐ Yes ☒ No"),
        ("[_] Yes  [X] No", "☐ Yes ☒ No"),
        ("___ Yes  _X_ No", "☐ Yes ☒ No"),
        ("__ Yes __ No", "☐ Yes ☐ No"),
        ("○ Yes  ◉ No", "☐ Yes ☒ No"),
        ("Male: _X_  Female:___", "☒ Male: ☐ Female:"),
    ],
)
def test_every_typed_or_glyph_encoding_becomes_one_spelling(tmp_path: Path, line: str, shown: str) -> None:
    page = written(tmp_path, "Choose one:", line)
    assert plain(page)[1] == shown
    assert len(page.check_boxes) == 2


@pytest.mark.parametrize(
    "line",
    [
        "Telephone: (   ) ___-____",
        "Signature: ______________  Date: ________",
        "Robin scored 80% (see report) on the test.",
        "■ First point of a list",
        "● First point of a list",
        "Read [1] and (a) first.",
        "x = 4",
        "Student ID#: ______",
        "Grade 4 (x2)",
    ],
)
def test_what_only_looks_like_a_box_stays_as_it_is(tmp_path: Path, line: str) -> None:
    page = written(tmp_path, "Heading", line)
    assert page.check_boxes == ()
    assert plain(page)[1] == " ".join(line.split())


def test_a_tick_in_the_column_of_empty_boxes_is_a_marked_one(tmp_path: Path) -> None:
    page = written(tmp_path, "✓ Speech therapy", "☐ Physical therapy", "Good work ✓")
    assert boxes(page) == [(ON, "Speech therapy"), (OFF, "Physical therapy")]


def test_a_tick_among_empty_boxes_on_a_line_is_a_marked_one(tmp_path: Path) -> None:
    page = written(tmp_path, "☐ Regular test ☐ With accommodations ✓ Alternate test", "Good work ✓")
    assert boxes(page) == [(OFF, "Regular test"), (OFF, "With accommodations"), (ON, "Alternate test")]


def test_labels_stand_right_of_their_boxes(tmp_path: Path) -> None:
    page = written(tmp_path, "Behavior:   ☒ Strategies are needed   ☐ No strategies needed")
    assert boxes(page) == [(ON, "Strategies are needed"), (OFF, "No strategies needed")]


def test_labels_stand_left_where_the_line_ends_with_a_box(tmp_path: Path) -> None:
    page = written(tmp_path, "YES ☒ NO ☐")
    assert boxes(page) == [(ON, "YES"), (OFF, "NO")]


def test_the_last_label_of_a_line_may_stand_on_the_next(tmp_path: Path) -> None:
    page = written(tmp_path, "Decision maker is: ☐ Parent ☒ Guardian ☐", "Foster parent")
    assert boxes(page) == [(OFF, "Parent"), (ON, "Guardian"), (OFF, "Foster parent")]


def test_two_boxes_may_share_a_label(tmp_path: Path) -> None:
    page = written(tmp_path, "☒ ☐ Regular class all day")
    assert boxes(page) == [(ON, "Regular class all day"), (OFF, "Regular class all day")]


def test_box_glyphs_glued_to_letters_are_taken_apart(tmp_path: Path) -> None:
    page = written(tmp_path, "[X]Reading  [ ]Math")
    assert plain(page) == ["☒ Reading ☐ Math"]


def square(sheet: Canvas, x: float, y: float, mark: str = "", side: float = 9) -> None:
    sheet.rect(x, y, side, side)
    if mark == "cross":
        sheet.line(x, y, x + side, y + side)
        sheet.line(x, y + side, x + side, y)
    elif mark == "tick":
        sheet.line(x + 1, y + 4, x + 3, y + 1)
        sheet.line(x + 3, y + 1, x + 8, y + 8)
    elif mark == "fill":
        sheet.rect(x + 1, y + 1, side - 2, side - 2, fill=1, stroke=0)
    elif mark:
        sheet.setFont("Helvetica", 8)
        sheet.drawString(x + 2, y + 1.5, mark)
        sheet.setFont("Helvetica", 10)


@pytest.mark.parametrize("mark", ["cross", "tick", "fill", "X", "x"])
@pytest.mark.parametrize("engine", ["pdfium", "pdfplumber"])
def test_drawn_squares_are_read_with_their_marks(tmp_path: Path, mark: str, engine: str) -> None:
    def page(sheet: Canvas) -> None:
        square(sheet, 72, 700, mark)
        sheet.drawString(85, 701, "Needed")
        square(sheet, 160, 700)
        sheet.drawString(173, 701, "Not needed")

    found = read(draw(tmp_path / "form.pdf", page), engine=engine).pages[0]
    assert plain(found) == ["☒ Needed ☐ Not needed"]
    assert {b.encoding for b in found.check_boxes} == {"drawn"}


def test_a_square_drawn_as_a_filled_frame_is_a_box(tmp_path: Path) -> None:
    def page(sheet: Canvas) -> None:
        frame = sheet.beginPath()
        frame.rect(72, 700, 9, 9)
        frame.rect(72.8, 700.8, 7.4, 7.4)
        sheet.drawPath(frame, fill=1, stroke=0, fillMode=0)
        sheet.drawString(85, 701, "Needed")

    assert boxes(read(draw(tmp_path / "form.pdf", page)).pages[0]) == [(OFF, "Needed")]


def test_zapf_dingbats_marks_in_drawn_squares_check_them(tmp_path: Path) -> None:
    def page(sheet: Canvas) -> None:
        square(sheet, 72, 700)
        sheet.setFont("ZapfDingbats", 9)
        sheet.drawString(73, 701, "✔")
        sheet.setFont("Helvetica", 10)
        sheet.drawString(85, 701, "Needed")

    assert boxes(read(draw(tmp_path / "form.pdf", page)).pages[0]) == [(ON, "Needed")]


def test_cells_of_a_comb_are_no_boxes(tmp_path: Path) -> None:
    def page(sheet: Canvas) -> None:
        sheet.drawString(72, 703, "ID")
        for n in range(8):
            sheet.rect(90 + 12 * n, 700, 12, 12)

    assert read(draw(tmp_path / "form.pdf", page)).pages[0].check_boxes == ()


def test_boxes_one_above_the_other_stay_apart(tmp_path: Path) -> None:
    def page(sheet: Canvas) -> None:
        for n, mark in enumerate(("cross", "")):
            square(sheet, 72, 700 - 10 * n, mark)
            sheet.drawString(85, 701 - 10 * n, ("No", "Yes")[n])

    assert boxes(read(draw(tmp_path / "form.pdf", page)).pages[0]) == [(ON, "No"), (OFF, "Yes")]


def test_boxes_alone_in_their_cells_get_the_words_of_row_and_column(tmp_path: Path) -> None:
    def page(sheet: Canvas) -> None:
        grid(
            sheet,
            [72, 220, 280, 340],
            [700, 680, 660],
            [["Accommodation", "Daily", "Weekly"], ["Extended time", "", ""]],
        )
        square(sheet, 240, 665, "cross")
        square(sheet, 300, 665)

    found = read(draw(tmp_path / "form.pdf", page)).pages[0]
    assert boxes(found) == [(ON, "Extended time, Daily"), (OFF, "Extended time, Weekly")]
    assert found.tables[0].rows[1][1] is not None and found.tables[0].rows[1][1].text == "☒"


def test_a_column_of_boxes_far_from_its_words_is_read(tmp_path: Path) -> None:
    rows = ["Regular class", "Separate class", "Separate school"]

    def page(sheet: Canvas) -> None:
        grid(sheet, [40, 480, 560], [700, 680, 660, 640], [[row, ""] for row in rows])
        for n, mark in enumerate(("", "cross", "")):
            square(sheet, 515, 685 - 20 * n, mark)

    found = read(draw(tmp_path / "form.pdf", page)).pages[0]
    assert [row[1].text for row in found.tables[0].rows if row[1]] == ["☐", "☒", "☐"]


def test_a_single_square_far_from_all_words_is_no_box(tmp_path: Path) -> None:
    def page(sheet: Canvas) -> None:
        sheet.drawString(40, 700, "Regular class")
        square(sheet, 515, 700)

    assert read(draw(tmp_path / "form.pdf", page)).pages[0].check_boxes == ()


def test_a_round_box_counts(tmp_path: Path) -> None:
    def page(sheet: Canvas) -> None:
        sheet.circle(76, 704, 4.5)
        sheet.drawString(85, 701, "Weekly")

    assert boxes(read(draw(tmp_path / "form.pdf", page)).pages[0]) == [(OFF, "Weekly")]


def picture(path: Path, marked: bool) -> str:
    image = Image.new("L", (24, 24), 255)
    pen = ImageDraw.Draw(image)
    pen.rectangle((1, 1, 22, 22), outline=0, width=2)
    if marked:
        pen.line((2, 2, 21, 21), fill=0, width=3)
        pen.line((2, 21, 21, 2), fill=0, width=3)
    image.save(path)
    return str(path)


def test_boxes_that_are_pictures_are_read(tmp_path: Path) -> None:
    on, off = picture(tmp_path / "on.png", True), picture(tmp_path / "off.png", False)

    def page(sheet: Canvas) -> None:
        for n, (name, label) in enumerate(((on, "Needed"), (off, "Not needed"))):
            sheet.drawImage(name, 72 + 120 * n, 700, 10, 10)
            sheet.drawString(86 + 120 * n, 701, label)

    assert plain(read(draw(tmp_path / "form.pdf", page)).pages[0]) == ["☒ Needed ☐ Not needed"]


def test_labels_stand_left_before_a_statement_too(tmp_path: Path) -> None:
    page = written(tmp_path, "YES ☒ NO ☐ The student has received an evaluation.")
    assert boxes(page) == [(ON, "YES"), (OFF, "NO")]


def test_rows_of_boxes_are_no_columns_of_prose(tmp_path: Path) -> None:
    rows = [(72, 700 - 14 * n, f"[ ] seeing and hearing number {n}") for n in range(7)]
    rows += [(320, 700 - 14 * n, f"[ ] walking and standing number {n}") for n in range(7)]
    page = read(draw(tmp_path / "form.pdf", text_at(*rows))).pages[0]
    assert plain(page)[0] == "☐ seeing and hearing number 0 ☐ walking and standing number 0"


def test_the_letter_o_of_wingdings_is_an_empty_box() -> None:
    table = symbol_font("ABCDEF+Wingdings-Regular")
    assert translate("o", table) == "☐"
    assert translate("\uf0fe", table) == "☒"
    assert translate("o", symbol_font("Arial")) == "o"


def test_looks_never_change() -> None:
    assert clean("½ cup, 10² – “quoted” naïve") == "½ cup, 10² – “quoted” naïve"
    assert (
        clean("e\ufb03cient \ufb01rst self\u2010care co\u00adoperate a\u200bb")
        == "efficient first self-care cooperate ab"
    )


def test_boxes_in_reading_order_with_text(tmp_path: Path) -> None:
    path = draw(tmp_path / "form.pdf", text_at((72, 700, "[X] One"), (72, 680, "[ ] Two")))
    assert plain(read(path).pages[0]) == ["☒ One", "☐ Two"]


LONG = ("Takes the state assessment in reading and in mathematics with the", "accommodations that are named below")


@pytest.mark.parametrize("x", [90, 72])
def test_a_label_of_two_lines_is_whole(tmp_path: Path, x: int) -> None:
    drawn = text_at((72, 700, "[X]"), (90, 700, LONG[0]), (x, 687, LONG[1]), (72, 660, "[ ] Takes an alternate one"))
    found = boxes(read(draw(tmp_path / "plan.pdf", drawn)).pages[0])
    assert found == [(ON, " ".join(LONG)), (OFF, "Takes an alternate one")]


@pytest.mark.parametrize("below", ["If so, say which device and who brings it to school", "Which device?"])
def test_what_begins_below_a_short_label_is_no_part_of_it(tmp_path: Path, below: str) -> None:
    drawn = text_at((72, 700, "[X]"), (90, 700, "Needs a device"), (90, 687, below))
    assert boxes(read(draw(tmp_path / "plan.pdf", drawn)).pages[0]) == [(ON, "Needs a device")]


def test_the_line_on_which_a_value_was_typed_is_no_box_though_others_stand_above_it(tmp_path: Path) -> None:
    marks = "   ".join(["_X_ a"] * 9)  # one of them right above the end of each value
    page = written(tmp_path, marks, "Level: __3 of 10 turns__", "Method: __tally sheet__")
    assert plain(page)[1:] == ["Level: __3 of 10 turns__", "Method: __tally sheet__"]
