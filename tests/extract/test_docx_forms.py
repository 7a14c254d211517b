"""Form elements of Word files: check boxes of every kind, text controls, fields of older forms."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx_maker import p, read_blocks, run, texts

from iepaudit.model.document import BoxState, WordSource


def control(content: str, props: str) -> str:
    return f"<w:sdt><w:sdtPr>{props}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def check_box(value: str) -> str:
    return control(run("☐"), f'<w14:checkbox><w14:checked w14:val="{value}"/></w14:checkbox>')


def legacy(data: str, result: str = "") -> str:
    shown = f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}' if result else ""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="F1"/>{data}</w:ffData></w:fldChar></w:r>'
        f'<w:r><w:instrText>FORM</w:instrText></w:r>{shown}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def symbol(code: str) -> str:
    return f'<w:r><w:sym w:font="Wingdings" w:char="{code}"/></w:r>'


def old_box(state: str) -> str:
    return legacy(f"<w:checkBox><w:default w:val='0'/>{state}</w:checkBox>")


@pytest.mark.parametrize(
    ("on", "off", "encoding"),
    [
        (check_box("1"), check_box("0"), "content-control"),
        (old_box("<w:checked/>"), old_box(""), "widget"),
        (symbol("F0FE"), symbol("F0A8"), "glyph"),
        (run("☒"), run("☐"), "glyph"),
        (run("[X]"), run("[ ]"), "typed"),
    ],
)
def test_check_boxes_of_every_kind(tmp_path: Path, on: str, off: str, encoding: str) -> None:
    document = read_blocks(tmp_path, p(on, " Yes ", off, " No"))
    assert texts(document) == ["☒ Yes ☐ No"]
    found = [(b.label, b.state, b.encoding) for b in document.pages[0].check_boxes]
    assert found == [("Yes", BoxState.CHECKED, encoding), ("No", BoxState.EMPTY, encoding)]


def test_what_was_typed_into_a_control_is_a_field_value(tmp_path: Path) -> None:
    props = '<w:alias w:val="Name"/><w:text/>'
    document = read_blocks(tmp_path, p("Student: ", control(run("Robin Vale"), props)))
    page = document.pages[0]
    assert [(w.text, w.source) for w in page.words] == [
        ("Student:", WordSource.TEXT),
        ("Robin", WordSource.FIELD),
        ("Vale", WordSource.FIELD),
    ]
    assert [(f.name, f.kind, f.value) for f in page.fields] == [("Name", "text", "Robin Vale")]


def test_the_placeholder_of_a_control_is_no_value(tmp_path: Path) -> None:
    document = read_blocks(
        tmp_path, p("Date: ", control(run("Click here to enter a date."), "<w:date/><w:showingPlcHdr/>"))
    )
    page = document.pages[0]
    assert texts(document) == ["Date: Click here to enter a date."]
    assert all(w.source is WordSource.TEXT for w in page.words)
    assert [f.value for f in page.fields] == [""]


def test_a_control_around_paragraphs_holds_a_value(tmp_path: Path) -> None:
    document = read_blocks(tmp_path, control(p("Robin reads well."), '<w:tag w:val="Strengths"/><w:text/>'))
    assert {w.source for w in document.pages[0].words} == {WordSource.FIELD}


def test_a_control_that_only_groups_text_holds_none(tmp_path: Path) -> None:
    document = read_blocks(tmp_path, control(p("Contents"), "<w:docPartObj/>"))
    assert {w.source for w in document.pages[0].words} == {WordSource.TEXT}


def test_older_text_fields_hold_values_and_blanks(tmp_path: Path) -> None:
    document = read_blocks(
        tmp_path,
        p("Grade: ", legacy("<w:textInput/>", "4"), "."),
        p("School: ", legacy("<w:textInput/>", "\u2002\u2002\u2002")),
    )
    page = document.pages[0]
    assert [n.text for n in page.lines] == ["Grade: 4.", "School:"]
    assert [w.text for w in page.words if w.source is WordSource.FIELD] == ["4."]


def test_the_chosen_entry_of_an_older_list_is_read(tmp_path: Path) -> None:
    entries = "<w:listEntry w:val='weekly'/><w:listEntry w:val='monthly'/>"
    document = read_blocks(tmp_path, p("How often: ", legacy(f"<w:ddList><w:result w:val='1'/>{entries}</w:ddList>")))
    assert texts(document) == ["How often: monthly"]
    assert document.pages[0].fields[0].value == "monthly"


def test_what_an_older_form_printed_in_a_text_field_is_no_value(tmp_path: Path) -> None:
    data = '<w:textInput><w:default w:val="Enter the name"/></w:textInput>'
    page = read_blocks(tmp_path, p("Name: ", legacy(data, "Enter the name")), p("Name: ", legacy(data, "Lee"))).pages[0]
    assert [f.value for f in page.fields] == ["", "Lee"]
    assert [w.text for w in page.words if w.source is WordSource.FIELD] == ["Lee"]


def test_a_check_box_control_around_its_label_is_on(tmp_path: Path) -> None:
    props = '<w:tag w:val="ESY"/><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>'
    page = read_blocks(tmp_path, control(p(run("☒"), " Yes"), props)).pages[0]
    assert [(f.name, f.value) for f in page.fields] == [("ESY", "on")]
    assert [(b.label, b.state) for b in page.check_boxes] == [("Yes", BoxState.CHECKED)]
