"""Form fields: values stand in the text where the viewer shows them, however the file stores them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from pdf_maker import add_box, add_field, change, draw, line_with, read, text_at, texts
from pikepdf import Array, Dictionary, Name, String
from reportlab.pdfgen.canvas import Canvas

from iepaudit.model.document import CHECKED, EMPTY, UNCLEAR_BOX, BoxState, Document, Line, WordSource

LABELS = text_at(
    (72, 700, "Student name:"),
    (72, 670, "Grade:"),
    (300, 670, "Birth date:"),
    (72, 640, "Present levels of performance"),
    (90, 500, "Yes"),
    (150, 500, "No"),
)


def FORM(sheet: Canvas) -> None:
    """Labels, and the empty boxes that forms print beneath their widgets."""
    LABELS(sheet)
    sheet.rect(76, 498, 10, 10)
    sheet.rect(136, 498, 10, 10)


def plain(line: Line) -> str:
    """The text of a line without its wide gaps, which depend on the widths of fonts."""
    return " ".join(line.text.split())


LEVELS = "Robin reads 62 words per minute. Robin solves two-step problems with four of ten correct on class tests."


def filled(pdf: pikepdf.Pdf) -> None:
    add_field(pdf, 0, (150, 695, 300, 712), FT=Name.Tx, T=String("name"), V=String("Robin Example"))
    add_field(pdf, 0, (110, 665, 200, 682), FT=Name.Tx, T=String("grade"), V=String("4"))
    add_field(pdf, 0, (360, 665, 460, 682), FT=Name.Tx, T=String("birth"), V=String("05/06/2016"))
    add_field(pdf, 0, (72, 560, 400, 630), FT=Name.Tx, Ff=1 << 12, T=String("levels"), V=String(LEVELS))
    add_box(pdf, 0, (76, 498, 86, 508), "yes", on=True)
    add_box(pdf, 0, (136, 498, 146, 508), "no", on=False)
    pdf.Root.AcroForm.NeedAppearances = True


def read_variant(tmp_path: Path, variant: str, **options: object) -> Document:
    path = change(draw(tmp_path / f"{variant}.pdf", FORM), filled)

    def finish(pdf: pikepdf.Pdf) -> None:
        if variant != "values":
            pdf.generate_appearance_streams()
        if variant == "flattened":
            pdf.flatten_annotations("all")

    return read(change(path, finish), **options)


@pytest.mark.parametrize("variant", ["values", "appearances", "flattened"])
def test_values_stand_beside_their_labels_in_every_encoding(tmp_path: Path, variant: str) -> None:
    page = read_variant(tmp_path, variant).pages[0]
    assert plain(line_with(page, "Student")) == "Student name: Robin Example"
    assert plain(line_with(page, "Grade")) == "Grade: 4 Birth date: 05/06/2016"
    joined = " ".join(texts(page))
    assert joined.count("62 words per minute") == 1
    assert joined.index("Present levels") < joined.index("62 words") < joined.index("Yes")


@pytest.mark.parametrize("variant", ["values", "appearances", "flattened"])
def test_boxes_give_the_same_glyph_before_their_label_in_every_encoding(tmp_path: Path, variant: str) -> None:
    line = line_with(read_variant(tmp_path, variant).pages[0], "Yes")
    assert plain(line) == f"{CHECKED} Yes {EMPTY} No"


def test_the_second_reader_finds_the_same_values(tmp_path: Path) -> None:
    page = read_variant(tmp_path, "values", engine="pdfplumber").pages[0]
    assert plain(line_with(page, "Student")) == "Student name: Robin Example"
    assert " ".join(line_with(page, "Yes").text.split()) == f"{CHECKED} Yes {EMPTY} No"


def test_values_are_marked_as_filled_in_by_somebody(tmp_path: Path) -> None:
    line = line_with(read_variant(tmp_path, "values").pages[0], "Student")
    assert [w.source for w in line.words] == [WordSource.TEXT] * 2 + [WordSource.FIELD] * 2


def test_a_long_value_is_wrapped_inside_its_rectangle(tmp_path: Path) -> None:
    page = read_variant(tmp_path, "values").pages[0]
    wrapped = [line for line in page.lines if line.words[0].source is WordSource.FIELD]
    assert len(wrapped) >= 2
    assert " ".join(line.text for line in wrapped) == LEVELS
    assert all(line.box.x0 >= 72 and line.box.x1 <= 400 for line in wrapped)
    assert all(line.box.top >= 792 - 630 and line.box.bottom <= 792 - 560 + 1 for line in wrapped)


def test_line_ends_typed_into_a_value_stay(tmp_path: Path) -> None:
    def add(pdf: pikepdf.Pdf) -> None:
        value = String("Goal one\rGoal two")
        add_field(pdf, 0, (72, 560, 400, 630), FT=Name.Tx, Ff=1 << 12, T=String("goals"), V=value)

    page = read(change(draw(tmp_path / "form.pdf", LABELS), add)).pages[0]
    assert "Goal one" in texts(page) and "Goal two" in texts(page)


def test_a_value_that_is_printed_as_well_is_not_counted_twice(tmp_path: Path) -> None:
    printed = text_at((72, 700, "Student name:"), (152, 700, "Robin Example"))

    def add(pdf: pikepdf.Pdf) -> None:
        add_field(pdf, 0, (150, 695, 300, 712), FT=Name.Tx, T=String("name"), V=String("Robin Example"))

    page = read(change(draw(tmp_path / "form.pdf", printed), add)).pages[0]
    assert [plain(line) for line in page.lines] == ["Student name: Robin Example"]
    assert page.fields[0].value == "Robin Example"


def test_a_value_replaces_the_underscores_printed_beneath_it(tmp_path: Path) -> None:
    blanks = text_at((72, 700, "Student name:"), (152, 700, "____________"))

    def add(pdf: pikepdf.Pdf) -> None:
        add_field(pdf, 0, (150, 695, 300, 712), FT=Name.Tx, T=String("name"), V=String("Robin"))

    page = read(change(draw(tmp_path / "form.pdf", blanks), add)).pages[0]
    assert [plain(line) for line in page.lines] == ["Student name: Robin"]


def test_choice_fields_give_the_label_that_is_shown(tmp_path: Path) -> None:
    def add(pdf: pikepdf.Pdf) -> None:
        options = Array([Array([String("W"), String("Weekly")]), Array([String("M"), String("Monthly")])])
        add_field(
            pdf, 0, (110, 665, 200, 682), FT=Name.Ch, Ff=1 << 17, T=String("how often"), Opt=options, V=String("W")
        )

    page = read(change(draw(tmp_path / "form.pdf", FORM), add)).pages[0]
    assert [(f.kind, f.value) for f in page.fields] == [("choice", "Weekly")]
    assert line_with(page, "Grade").text.startswith("Grade: Weekly")


def test_options_chosen_in_a_list_stay_apart(tmp_path: Path) -> None:
    def add(pdf: pikepdf.Pdf) -> None:
        options = Array([String(text) for text in ("Extra time", "Reader, if asked for", "Timer")])
        chosen = Array([String("Extra time"), String("Reader, if asked for")])
        add_field(pdf, 0, (110, 665, 200, 682), FT=Name.Ch, Ff=1 << 21, T=String("aids"), Opt=options, V=chosen)

    page = read(change(draw(tmp_path / "form.pdf", FORM), add)).pages[0]
    assert [f.value for f in page.fields] == ["Extra time; Reader, if asked for"]


def test_one_field_with_widgets_on_several_pages_shows_its_value_on_each(tmp_path: Path) -> None:
    path = draw(tmp_path / "form.pdf", FORM, FORM)

    def add(pdf: pikepdf.Pdf) -> None:
        first = add_field(pdf, 0, (150, 695, 300, 712))
        second = add_field(pdf, 1, (150, 695, 300, 712))
        parent = pdf.make_indirect(
            Dictionary(FT=Name.Tx, T=String("name"), V=String("Robin Example"), Kids=Array([first, second]))
        )
        first.Parent = second.Parent = parent
        pdf.Root.AcroForm.Fields = Array([parent])

    for engine in ("pdfium", "pdfplumber"):
        document = read(change(path, add) if engine == "pdfium" else path, engine=engine)
        assert [p.fields[0].value for p in document.pages] == ["Robin Example"] * 2


def test_hidden_fields_are_not_text(tmp_path: Path) -> None:
    def add(pdf: pikepdf.Pdf) -> None:
        add_field(pdf, 0, (150, 695, 300, 712), FT=Name.Tx, T=String("x"), V=String("secret"), F=2)

    page = read(change(draw(tmp_path / "form.pdf", FORM), add)).pages[0]
    assert "secret" not in " ".join(texts(page))


def test_a_box_whose_value_and_appearance_contradict_each_other_is_unclear(tmp_path: Path) -> None:
    def add(pdf: pikepdf.Pdf) -> None:
        box = add_box(pdf, 0, (76, 498, 86, 508), "yes", on=True)
        box.AS = Name.Off

    page = read(change(draw(tmp_path / "form.pdf", FORM), add)).pages[0]
    assert page.check_boxes[0].state is BoxState.UNCLEAR
    assert UNCLEAR_BOX in line_with(page, "Yes").text


def test_a_printed_empty_box_under_a_widget_is_not_a_second_box(tmp_path: Path) -> None:
    boxes = read_variant(tmp_path, "values").pages[0].check_boxes
    assert [(b.state, b.encoding, b.label) for b in boxes] == [
        (BoxState.CHECKED, "widget", "Yes"),
        (BoxState.EMPTY, "widget", "No"),
    ]


def test_fields_of_a_turned_page_stand_where_they_are_seen(tmp_path: Path) -> None:
    def landscape(sheet: Canvas) -> None:
        sheet.translate(612, 0)
        sheet.rotate(90)
        sheet.drawString(72, 500, "Student name:")

    def add(pdf: pikepdf.Pdf) -> None:
        add_field(pdf, 0, (95, 140, 112, 300), FT=Name.Tx, T=String("name"), V=String("Robin"), MK=Dictionary(R=90))
        pdf.pages[0].Rotate = 90

    page = read(change(draw(tmp_path / "form.pdf", landscape), add)).pages[0]
    assert (page.width, page.height) == (792, 612)
    assert page.fields[0].box.rounded() == (140.0, 95.0, 300.0, 112.0)
    assert [plain(line) for line in page.lines] == ["Student name: Robin"]


def test_a_widget_that_no_form_knows_is_read_from_itself(tmp_path: Path) -> None:
    def orphan(pdf: pikepdf.Pdf) -> None:
        add_field(pdf, 0, (150, 695, 300, 712), FT=Name.Tx, T=String("name"), V=String("Robin Example"))
        del pdf.Root.AcroForm

    page = read(change(draw(tmp_path / "form.pdf", FORM), orphan)).pages[0]
    assert plain(line_with(page, "Student")) == "Student name: Robin Example"


def test_reading_twice_gives_the_same(tmp_path: Path) -> None:
    first, second = (read_variant(tmp_path, "appearances") for _ in range(2))
    assert first == replace(second)
