"""Word files whose blanks are underscores, with values typed over them."""

from __future__ import annotations

from pathlib import Path

from docx_maker import p, read_blocks, run, texts

UNDERLINED = '<w:u w:val="single"/>'


def test_an_underlined_value_stands_apart_from_the_words_of_the_form(tmp_path: Path) -> None:
    found = read_blocks(
        tmp_path, p("Grade ", run(" 4 ", UNDERLINED), run("___  Born "), run(" 3/4/2016 ", UNDERLINED), run("____"))
    )
    assert texts(found) == ["Grade   4   Born   3/4/2016"]


def test_an_empty_blank_and_a_stressed_word_stay(tmp_path: Path) -> None:
    found = read_blocks(
        tmp_path,
        p("Grade ", run("   ", UNDERLINED), run("____")),
        p("Ida will ", run("not", UNDERLINED), run(" ride the bus.")),
    )
    assert texts(found) == ["Grade   ____", "Ida will not ride the bus."]


def test_what_is_no_longer_underlined_is_plain(tmp_path: Path) -> None:
    found = read_blocks(tmp_path, p("Minutes ", run("30", '<w:u w:val="none"/>'), run("____")))
    assert texts(found) == ["Minutes 30____"]
