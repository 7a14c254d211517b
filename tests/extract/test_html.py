"""Web pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from iepaudit.extract import ReadOptions, read_document
from iepaudit.model.document import BoxState, Page, WordSource
from iepaudit.model.errors import FileEmpty


def page_of(folder: Path, body: str, name: str = "plan.html") -> Page:
    path = folder / name
    path.write_text(f"<!DOCTYPE html><html><head><title>x</title></head><body>{body}</body></html>", encoding="utf-8")
    document = read_document(path, ReadOptions())
    assert document.format == "html"
    return document.pages[0]


def texts(page: Page) -> list[str]:
    return [line.text for line in page.lines]


def test_headings_are_bold_and_larger(tmp_path: Path) -> None:
    page = page_of(tmp_path, "<h2>Annual Goals</h2><p>Robin  will\n read.</p>")
    assert [(n.text, n.bold) for n in page.lines] == [("Annual Goals", True), ("Robin will read.", False)]
    assert page.lines[0].size > page.lines[1].size


def test_a_web_page_is_told_by_its_content(tmp_path: Path) -> None:
    assert texts(page_of(tmp_path, "<p>Robin</p>", "plan.txt")) == ["Robin"]


def test_scripts_styles_and_hidden_parts_are_not_text(tmp_path: Path) -> None:
    body = "<script>x()</script><style>p{}</style><p hidden>a</p><p style='display: none'>b</p><p><del>c</del>Robin</p>"
    assert texts(page_of(tmp_path, body)) == ["Robin"]


def test_lists_have_their_marks(tmp_path: Path) -> None:
    body = "<ol><li>Read<li>Write<ul><li>aloud</ul></ol>"
    assert texts(page_of(tmp_path, body)) == ["1. Read", "2. Write", "• aloud"]


def test_tables_come_out_with_merged_cells(tmp_path: Path) -> None:
    body = (
        "<table><tr><th colspan=2>Services</th></tr><tr><td rowspan=2>Reading</td><td>May</td></tr><tr><td>June</table>"
    )
    page = page_of(tmp_path, body)
    assert [[c.text if c else None for c in row] for row in page.tables[0].rows] == [
        ["Services", None],
        ["Reading", "May"],
        [None, "June"],
    ]


def test_form_values_are_field_values(tmp_path: Path) -> None:
    body = (
        "<p>Name: <input name=n value='Robin Vale'></p><p>Notes: <textarea name=t>Reads well</textarea></p>"
        "<p>Often: <select name=s><option>Choose<option selected>weekly</select></p><p>School: <input name=e></p>"
    )
    page = page_of(tmp_path, body)
    assert [w.text for w in page.words if w.source is WordSource.FIELD] == ["Robin", "Vale", "Reads", "well", "weekly"]
    assert {f.name: f.value for f in page.fields} == {"n": "Robin Vale", "t": "Reads well", "s": "weekly", "e": ""}


def test_boxes_have_states_and_labels(tmp_path: Path) -> None:
    body = "<p><input type=checkbox checked>Yes <input type=radio>No</p>"
    found = [(b.label, b.state) for b in page_of(tmp_path, body).check_boxes]
    assert found == [("Yes", BoxState.CHECKED), ("No", BoxState.EMPTY)]


def test_a_page_without_text_is_empty(tmp_path: Path) -> None:
    with pytest.raises(FileEmpty):
        page_of(tmp_path, "<script>only()</script>")


@pytest.mark.parametrize(
    "body", ["<table>" * 3000, "<div>" * 5000 + "Robin", "</p></table></td>Robin<td>", "<li><tr><td>x"]
)
def test_broken_markup_does_no_harm(tmp_path: Path, body: str) -> None:
    assert page_of(tmp_path, f"<p>Start</p>{body}").lines
