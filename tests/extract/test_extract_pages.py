"""Words and lines of a page as a person sees it: turned, cropped, in columns, printed twice, shaded."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from pdf_maker import change, draw, line_with, read, text_at, texts
from pikepdf import Array, Dictionary, Name
from reportlab.pdfgen.canvas import Canvas

SENTENCES = [
    "Robin reads short stories with a partner every",
    "morning and answers questions about the main",
    "character in full sentences. In mathematics Robin",
    "adds and subtracts within one hundred and checks",
    "the answers with a number line. Robin enjoys",
    "science and builds models of bridges and towers",
    "with classmates during the weekly project hour.",
]
OTHERS = [
    "At home the family reads together before bed and",
    "talks about the day. The parents would like more",
    "practice with writing and ask for clear examples",
    "of what is expected each week. They also ask how",
    "the school will share progress, and would like a",
    "short note every second Friday instead of a long",
    "report at the end of the term, if it is possible.",
]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("engine", ["pdfium", "pdfplumber"])
def test_a_page_turned_by_its_rotate_entry_reads_the_same(tmp_path: Path, turn: int, engine: str) -> None:
    def page(sheet: Canvas) -> None:
        moves = {0: (0, 0), 90: (612, 0), 180: (612, 792), 270: (0, 792)}
        sheet.translate(*moves[turn])
        sheet.rotate(turn)
        sheet.drawString(72, 500, "Annual goals for Robin")
        sheet.drawString(72, 480, "Goal 1: reading fluency")

    path = draw(tmp_path / "plan.pdf", page)

    def rotate(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].Rotate = turn

    found = read(change(path, rotate), engine=engine).pages[0]
    assert texts(found) == ["Annual goals for Robin", "Goal 1: reading fluency"]
    assert found.lines[0].box.x0 == pytest.approx(72, abs=1)


def test_a_page_that_lies_on_its_side_is_read_upright(tmp_path: Path) -> None:
    def page(sheet: Canvas) -> None:
        sheet.translate(612, 0)
        sheet.rotate(90)
        for n, text in enumerate(SENTENCES):
            sheet.drawString(72, 500 - 14 * n, text)

    assert texts(read(draw(tmp_path / "plan.pdf", page)).pages[0]) == SENTENCES


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_shown_turned_is_read_upright(tmp_path: Path, turn: int) -> None:
    def rotate(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].Rotate = turn

    path = draw(tmp_path / "plan.pdf", text_at(*((72, 700 - 14 * n, text) for n, text in enumerate(SENTENCES))))
    assert texts(read(change(path, rotate)).pages[0]) == SENTENCES


def test_a_crop_box_moves_the_origin_and_hides_what_is_outside(tmp_path: Path) -> None:
    path = draw(tmp_path / "plan.pdf", text_at((200, 700, "Seen"), (20, 650, "Hidden left"), (200, 60, "Hidden below")))

    def crop(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].CropBox = Array([100, 100, 600, 780])

    page = read(change(path, crop)).pages[0]
    assert texts(page) == ["Seen"]
    assert (page.width, page.height) == (500, 680)
    assert page.lines[0].box.x0 == pytest.approx(100, abs=1)


def test_the_end_of_a_line_that_runs_over_the_edge_is_kept(tmp_path: Path) -> None:
    path = draw(
        tmp_path / "plan.pdf", text_at((500, 700, "Speech therapy 30 minutes 2 x weekly"), (700, 600, "Never seen"))
    )
    assert texts(read(path).pages[0]) == ["Speech therapy 30 minutes 2 x weekly"]


def test_text_printed_twice_for_boldness_is_read_once_and_bold(tmp_path: Path) -> None:
    path = draw(tmp_path / "plan.pdf", text_at((72, 700, "Annual Goals"), (72.4, 700, "Annual Goals")))
    line = read(path).pages[0].lines[0]
    assert line.text == "Annual Goals"


def test_bold_is_told_from_the_font_and_size_in_points(tmp_path: Path) -> None:
    def page(sheet: Canvas) -> None:
        sheet.setFont("Helvetica-Bold", 14)
        sheet.drawString(72, 700, "Services")
        sheet.setFont("Helvetica", 9)
        sheet.drawString(72, 680, "Speech therapy")

    heading, text = read(draw(tmp_path / "plan.pdf", page)).pages[0].lines
    assert (heading.bold, heading.size) == (True, 14) and (text.bold, text.size) == (False, 9)


def test_size_is_right_where_the_scale_stands_in_the_matrix(tmp_path: Path) -> None:
    def page(sheet: Canvas) -> None:
        sheet.setFont("Helvetica", 1)
        sheet.scale(12, 12)
        sheet.drawString(6, 58, "Services")

    assert read(draw(tmp_path / "plan.pdf", page)).pages[0].lines[0].size == pytest.approx(12, abs=0.1)


def test_white_on_black_and_gray_rows_are_shaded(tmp_path: Path) -> None:
    def page(sheet: Canvas) -> None:
        sheet.rect(60, 695, 480, 18, fill=1, stroke=0)
        sheet.setFillGray(1)
        sheet.drawString(72, 700, "A. Consultation")
        sheet.setFillGray(0.85)
        sheet.rect(60, 665, 480, 18, fill=1, stroke=0)
        sheet.setFillGray(0)
        sheet.drawString(72, 670, "B. Direct services")
        sheet.drawString(72, 640, "Speech therapy")

    lines = read(draw(tmp_path / "plan.pdf", page)).pages[0].lines
    assert [(line.text, line.shaded) for line in lines] == [
        ("A. Consultation", True),
        ("B. Direct services", True),
        ("Speech therapy", False),
    ]


def test_several_pairs_on_a_line_stay_together_with_wide_gaps(tmp_path: Path) -> None:
    path = draw(tmp_path / "plan.pdf", text_at((72, 700, "Name: Robin"), (220, 700, "Grade: 4"), (360, 700, "ID: 88")))
    assert texts(read(path).pages[0]) == ["Name: Robin   Grade: 4   ID: 88"]


def test_a_stretched_line_of_prose_has_no_gaps(tmp_path: Path) -> None:
    path = draw(tmp_path / "plan.pdf", text_at(*[(72 + 60 * n, 700, "letters") for n in range(7)]))
    assert texts(read(path).pages[0])[0].count("   ") == 0


def test_label_and_value_rows_are_no_columns(tmp_path: Path) -> None:
    rows = [(72, 700 - 14 * n, f"Label {n}:") for n in range(8)] + [(300, 700 - 14 * n, f"value {n}") for n in range(8)]
    found = texts(read(draw(tmp_path / "plan.pdf", text_at(*rows))).pages[0])
    assert found == [f"Label {n}:   value {n}" for n in range(8)]


def test_two_columns_of_prose_are_read_one_after_the_other(tmp_path: Path) -> None:
    left = [(60, 660 - 13 * n, text) for n, text in enumerate(SENTENCES)]
    right = [(330, 660 - 13 * n, text) for n, text in enumerate(OTHERS)]
    both = text_at((60, 700, "Present levels of performance"), *left, *right, (60, 540, "Annual goals"))
    found = texts(read(draw(tmp_path / "plan.pdf", both)).pages[0])
    assert found == ["Present levels of performance", *SENTENCES, *OTHERS, "Annual goals"]


def test_a_hyphen_at_the_line_end_is_seen(tmp_path: Path) -> None:
    path = draw(tmp_path / "plan.pdf", text_at((72, 700, "Robin needs communi-"), (72, 688, "cation support.")))
    assert texts(read(path).pages[0]) == ["Robin needs communi-", "cation support."]


def test_a_slanted_watermark_is_no_text(tmp_path: Path) -> None:
    def page(sheet: Canvas) -> None:
        sheet.drawString(72, 700, "Annual goals")
        sheet.translate(300, 300)
        sheet.rotate(45)
        sheet.drawString(0, 0, "DRAFT")

    found = read(draw(tmp_path / "plan.pdf", page)).pages[0]
    assert texts(found) == ["Annual goals"]
    assert found.annotations == ("DRAFT",)


def test_words_inside_form_objects_are_read_where_they_stand(tmp_path: Path) -> None:
    def page(sheet: Canvas) -> None:
        sheet.beginForm("stamp")
        sheet.setFont("Helvetica", 10)
        sheet.drawString(0, 0, "Received in May")
        sheet.rect(-20, -2, 9, 9)
        sheet.endForm()
        sheet.translate(200, 500)
        sheet.doForm("stamp")

    found = read(draw(tmp_path / "plan.pdf", page)).pages[0]
    assert texts(found) == ["☐ Received in May"]
    assert line_with(found, "Received").words[1].box.x0 == pytest.approx(200, abs=1)


@pytest.mark.parametrize("scale", [1.0, 0.8])
def test_ligatures_inside_form_objects_keep_their_letters(tmp_path: Path, scale: float) -> None:
    path = draw(tmp_path / "x.pdf", text_at((72, 700, "Plan")))

    def edit(pdf: pikepdf.Pdf) -> None:
        font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
        glyph = b"/Span << /ActualText <FEFF00660069> >> BDC (\\256) Tj EMC "
        form = pdf.make_stream(b"BT /F0 20 Tf 40 60 Td " + glyph + b"(rst and ) Tj " + glyph + b"(ve) Tj ET")
        form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 600, 200])
        form.Resources = Dictionary(Font=Dictionary(F0=font))
        page = pdf.pages[0]
        page.Resources.XObject = Dictionary(Inner=form)
        page.contents_add(f"q {scale} 0 0 {scale} 60 500 cm /Inner Do Q".encode())

    line = read(change(path, edit)).pages[0].lines[-1]
    assert line.text == "first and five"
    assert line.words[0].box.x0 == pytest.approx(60 + 40 * scale, abs=1) and line.box.height < 40


def test_values_of_two_flattened_fields_that_touch_are_two_words(tmp_path: Path) -> None:
    def page(sheet: Canvas) -> None:
        for name, text in (("a", "Worker"), ("b", "20")):
            sheet.beginForm(name)
            sheet.setFont("Helvetica", 10)
            sheet.drawString(0, 0, text)
            sheet.endForm()
        sheet.translate(100, 500)
        sheet.doForm("a")
        sheet.translate(sheet.stringWidth("Worker", "Helvetica", 10) + 0.1, 0)
        sheet.doForm("b")

    assert [w.text for w in read(draw(tmp_path / "plan.pdf", page)).pages[0].words] == ["Worker", "20"]


def test_words_share_what_is_the_same_so_that_long_files_stay_small(tmp_path: Path) -> None:
    line = text_at((72, 700, "Robin reads aloud"))
    document = read(draw(tmp_path / "plan.pdf", line, line))
    (a, b, _), (c, _, _) = document.pages[0].words, document.pages[1].words
    assert a.box.top is b.box.top and a.box.bottom is b.box.bottom and a.text is c.text
