"""Text and Markdown files: encodings, pages, headings, tables, one line per source line."""

from __future__ import annotations

from pathlib import Path

import pytest
from pdf_maker import cells, read, texts

from iepaudit.model.document import Page


def page_of(tmp_path: Path, text: str, name: str = "plan.txt") -> Page:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return read(path).pages[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_every_usual_encoding_gives_the_same_text(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "plan.txt"
    path.write_bytes("Robin’s goals – José\nGoal 1: reading".encode(encoding))
    assert texts(read(path).pages[0]) == ["Robin’s goals – José", "Goal 1: reading"]


def test_form_feeds_break_pages(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text("One\f\fThree\f")
    document = read(path)
    assert [texts(p) for p in document.pages] == [["One"], [], ["Three"]]
    assert document.unreadable_pages == ()


def test_each_source_line_stays_a_line_further_down(tmp_path: Path) -> None:
    page = page_of(tmp_path, "Robin will read\n90 words per minute.\n\n    Indented\n")
    assert texts(page) == ["Robin will read", "90 words per minute.", "Indented"]
    tops = [line.box.top for line in page.lines]
    assert tops == sorted(set(tops)) and tops[2] - tops[1] > tops[1] - tops[0]
    assert page.lines[2].box.x0 > page.lines[0].box.x0


def test_wide_gaps_stay_and_narrow_ones_do_not(tmp_path: Path) -> None:
    assert texts(page_of(tmp_path, "Name: Robin    Grade: 4\tID: 88  x")) == ["Name: Robin   Grade: 4   ID: 88 x"]


@pytest.mark.parametrize("rule", ["=====", "-----"])
def test_a_line_ruled_off_is_a_heading(tmp_path: Path, rule: str) -> None:
    page = page_of(tmp_path, f"Annual Goals\n{rule}\nRobin will read.")
    assert [(n.text, n.bold) for n in page.lines] == [("Annual Goals", True), ("Robin will read.", False)]
    assert page.lines[0].size > page.lines[1].size


def test_markdown_headings_lose_their_marks_and_are_bold_and_larger(tmp_path: Path) -> None:
    page = page_of(tmp_path, "# Plan\n\n## Annual *Goals* ##\n\nRobin will read.\n\nServices\n--------\n", "plan.md")
    assert [(n.text, n.bold) for n in page.lines] == [
        ("Plan", True),
        ("Annual Goals", True),
        ("Robin will read.", False),
        ("Services", True),
    ]
    assert page.lines[0].size > page.lines[1].size > page.lines[2].size


def test_markdown_emphasis_quotes_links_and_bullets_are_plain(tmp_path: Path) -> None:
    source = "> **Note:** see [the form](form.pdf) and `code`\n* one\n+ two\n1. three\n**All bold**\n"
    source += "snake_case_name ____ 3 \\* 4"
    page = page_of(tmp_path, source, "plan.md")
    assert texts(page) == [
        "Note: see the form and code",
        "- one",
        "- two",
        "1. three",
        "All bold",
        "snake_case_name ____ 3 * 4",
    ]
    assert page.lines[4].bold


def test_markdown_tables_are_tables(tmp_path: Path) -> None:
    source = "Services\n\n| Service | Minutes |\n|---|:--:|\n| **Speech** | 30 |\n| Reading | |\n\nEnd"
    page = page_of(tmp_path, source, "plan.md")
    assert cells(page) == [["Service", "Minutes"], ["Speech", "30"], ["Reading", ""]]
    assert [(n.text, n.table, n.row, n.column) for n in page.lines[1:5]] == [
        ("Service", 0, 0, 0),
        ("Minutes", 0, 0, 1),
        ("Speech", 0, 1, 0),
        ("30", 0, 1, 1),
    ]
    assert page.lines[-1].table is None


def test_task_lists_are_check_boxes(tmp_path: Path) -> None:
    page = page_of(tmp_path, "- [x] Speech\n- [ ] Reading", "plan.md")
    assert texts(page) == ["☒ Speech", "☐ Reading"]
    assert [b.label for b in page.check_boxes] == ["Speech", "Reading"]


def test_comments_are_not_shown(tmp_path: Path) -> None:
    assert texts(page_of(tmp_path, "Goal\n<!-- to do:\n write more -->\nEnd", "plan.md")) == ["Goal", "End"]


def test_invisible_characters_are_dropped(tmp_path: Path) -> None:
    assert texts(page_of(tmp_path, "co\u00adoperate\u200b self\u2010care \ufb01rst\u00a0day")) == [
        "cooperate self-care first day"
    ]


def test_emphasis_over_a_line_end_is_plain(tmp_path: Path) -> None:
    page = page_of(tmp_path, "Review **no later than\nMay 1, 2027**.\n\n2 ** 3\n\nand ** more", "plan.md")
    assert texts(page) == ["Review no later than", "May 1, 2027.", "2 ** 3", "and ** more"]


def test_markdown_in_a_text_file_is_read_as_markdown(tmp_path: Path) -> None:
    page = page_of(tmp_path, "# Plan\n\n**Student:** Robin\n**Grade:** 4\n\n## Goals\nRobin will read.")
    assert texts(page) == ["Plan", "Student: Robin", "Grade: 4", "Goals", "Robin will read."]


def test_a_number_sign_in_plain_text_stays(tmp_path: Path) -> None:
    assert texts(page_of(tmp_path, "# of minutes: 30\nRoom 4")) == ["# of minutes: 30", "Room 4"]
