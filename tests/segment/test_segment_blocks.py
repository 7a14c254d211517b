"""Lines put together to paragraphs, items, labels with values, cells."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from builders import document

from iepaudit.model.document import Document, Grade, Line, Page, PageQuality, Word
from iepaudit.model.geometry import Box
from iepaudit.segment.blocks import Raw
from iepaudit.segment.blocks_of_lines import build_blocks
from iepaudit.segment.label import label_of


def blocks(text: str, **more: str) -> tuple[Raw, ...]:
    return build_blocks(document(text, **more), {})  # type: ignore[arg-type]


def texts(text: str, **more: str) -> list[str]:
    return [b.printed for b in blocks(text, **more)]


FULL = "Ida reads third grade stories aloud to her group, and she needs help with long words when the"


def test_lines_of_running_prose_are_one_block() -> None:
    assert texts(f"{FULL}\nbook is new to her.") == [f"{FULL} book is new to her."]


def test_a_full_sentence_and_the_next_one_on_full_lines_are_one_paragraph() -> None:
    first = "Ida reads third grade stories aloud to her group, and she likes stories about the sea and ships."
    assert len(texts(f"{first}\nShe writes short letters.")) == 1


def test_a_short_line_that_ends_a_sentence_ends_the_paragraph() -> None:
    assert texts(f"{FULL}\nbook is new.\nMath is a strength of hers.") == [
        f"{FULL} book is new.",
        "Math is a strength of hers.",
    ]


def test_an_empty_line_ends_the_paragraph() -> None:
    assert len(blocks(f"{FULL}\n\nbook is new to her.")) == 2


def test_a_paragraph_goes_on_over_the_page_end() -> None:
    assert texts(f"{FULL}\n~~~\nbook is new to her.") == [f"{FULL} book is new to her."]


def test_a_finished_paragraph_does_not_go_on_over_the_page_end() -> None:
    assert len(blocks("Ida reads well.\n~~~\nand writes well.")) == 2


def test_a_change_of_type_ends_the_paragraph() -> None:
    assert len(blocks(f"**{FULL}**\nbook is new to her.")) == 2


def test_a_word_divided_at_the_line_end_keeps_its_hyphen_and_no_gap() -> None:
    assert texts("Ida reads stories aloud to her group of four and is working on self-\ncare in the morning.") == [
        "Ida reads stories aloud to her group of four and is working on self-care in the morning."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "- reads aloud\n- writes letters",
        "• reads aloud\n• writes letters",
        "a) Reads aloud to a friend\nb) Writes letters to a friend",
        "1. Reads aloud to a friend\n2. Writes letters to a friend",
        "1.1 (Reads aloud) \n1.2) Writes letters",
    ],
)
def test_items_of_a_list_are_blocks_of_their_own(text: str) -> None:
    assert len(blocks(text)) == 2


def test_a_bullet_is_not_part_of_the_text() -> None:
    (block,) = blocks("• extended time for tests")
    assert (block.text, block.bullet) == ("extended time for tests", True)


@pytest.mark.parametrize(
    ("text", "label", "value"),
    [
        ("Date of Birth: 05/14/2016", "Date of Birth", "05/14/2016"),
        ("Baseline: 42 words a minute", "Baseline", "42 words a minute"),
        ("MATH CALCULATION: adds to 100", "MATH CALCULATION", "adds to 100"),
        ("Home School: Fern Hill", "Home School", "Fern Hill"),
        ("Student Name ______ Ida", "Student Name", "Ida"),
        ("Baseline:", "Baseline", ""),
    ],
)
def test_a_label_and_its_value_are_told_apart(text: str, label: str, value: str) -> None:
    assert label_of(text) == (label, value)


@pytest.mark.parametrize(
    "text",
    [
        "The meeting begins at 9:30 in the library",
        "Ida reads well: she likes stories",
        "see https://example.org/form",
        "She will read the following: stories and letters",
        "☒ Yes: she will",
        "in the morning: reading",
        "One of the many words that stand before this colon here: no",
    ],
)
def test_a_colon_in_a_sentence_makes_no_label(text: str) -> None:
    assert label_of(text) is None


def test_several_pairs_on_a_line_are_several_blocks() -> None:
    found = blocks("Student Name: Ida Fenn   Grade: 4   DOB: 05/14/2016")
    assert [(b.label, b.text) for b in found] == [("Student Name", "Ida Fenn"), ("Grade", "4"), ("DOB", "05/14/2016")]


def test_pairs_that_only_a_space_parts_are_told_by_their_labels() -> None:
    found = blocks("District: Fern County School: Hill Elementary")
    assert [(b.label, b.text) for b in found] == [("District", "Fern County"), ("School", "Hill Elementary")]


def test_a_label_without_colon_takes_the_value_behind_a_wide_gap() -> None:
    assert [(b.label, b.text) for b in blocks("Date of Birth     05/14/2016")] == [("Date of Birth", "05/14/2016")]


def test_each_block_of_a_line_has_its_own_place() -> None:
    first, second = blocks("Student Name: Ida Fenn     Grade: 4")
    assert first.box.x1 < second.box.x0


def test_a_wide_gap_between_words_that_are_no_labels_makes_one_block() -> None:
    assert texts("reads stories     about ships") == ["reads stories about ships"]


def test_a_bare_label_takes_the_line_below_it() -> None:
    assert [(b.label, b.text) for b in blocks("Baseline:\n42 words a minute")] == [("Baseline", "42 words a minute")]


def test_a_label_before_a_form_field_needs_no_colon() -> None:
    (block,) = blocks("School of her brother [[Fern Hill]]")
    assert (block.label, block.text) == ("School of her brother", "Fern Hill")


def test_printed_words_and_typed_words_are_different_blocks() -> None:
    found = blocks("Describe how the disability affects progress in the general education curriculum of the school\n"
                   "[[and in all of her classes she needs more time than others]]")  # fmt: skip
    assert [b.text for b in found][-1] == "and in all of her classes she needs more time than others"
    assert len(found) == 2


def test_boxes_with_their_options_stay_together() -> None:
    (block,) = blocks("Does behavior impede learning?   ☐ Yes   ☒ No")
    assert block.text == "Does behavior impede learning? ☐ Yes ☒ No"


def test_cells_are_blocks_of_their_own_with_row_and_column() -> None:
    found = blocks("| Service | Amount |\n| Speech therapy | 30 minutes |")
    assert [(b.text, b.first.row, b.first.column) for b in found] == [
        ("Service", 0, 0),
        ("Amount", 0, 1),
        ("Speech therapy", 1, 0),
        ("30 minutes", 1, 1),
    ]


def test_lines_of_a_cell_are_joined_and_never_cross_into_the_next() -> None:
    assert texts("| Reading instruction in a //small group | 30 minutes |") == [
        "Reading instruction in a small group",
        "30 minutes",
    ]


def test_a_text_file_with_long_lines_has_a_paragraph_a_line() -> None:
    long = "Ida reads third grade stories aloud to her group. " * 4
    assert len(blocks(f"{long}\nShe writes short letters to her aunt.", format="text")) == 2


def test_a_goal_begins_a_block_of_its_own() -> None:
    assert len(blocks(f"{FULL}\nGoal 2 reading of long words")) == 2


def test_no_word_is_lost_or_said_twice() -> None:
    text = (
        "Name: Ida Fenn   Grade: 4\nDoes it?   ☐ Yes   ☒ No\n| a b | c d //e |\n- one\n- two\n"
        f"{FULL}\nbook is new.\nDistrict: Fern School: Hill\nBaseline:\n42"
    )
    made = document(text)
    said = " ".join(w.text for b in build_blocks(made, {}) for w in b.words)
    assert said.split() == [w.text for p in made.pages for w in p.words]


def test_a_sentence_in_a_narrow_column_goes_on_with_a_name() -> None:
    left = ["By September, given a page,", "Robin will read it aloud to", "Ida without any help."]
    right = ["Strengths of", "Robin are many."]
    whole = "The team of the school met with the family and read all of the tests that were given this year."

    def line(text: str, x: float, top: float) -> Line:
        words = tuple(
            Word(part, Box(x + 5 * text.index(part), top, x + 5 * text.index(part) + 5 * len(part), top + 10), 10.0)
            for part in text.split()
        )
        return Line(text, Box(x, top, x + 5 * len(text), top + 10), 1, words, 10.0, False)

    placed = [line(whole, 72, 50)]
    placed += [line(text, 72, 80 + 12 * n) for n, text in enumerate(left)]
    placed += [line(text, 320, 80 + 12 * n) for n, text in enumerate(right)]
    page = Page(1, 612, 792, tuple(placed), (), (), (), PageQuality(Grade.GOOD, 1.0, "", "text"))
    found = [raw.text for raw in build_blocks(Document((page,), "pdf", "test"), {})]
    assert found == [whole, " ".join(left), " ".join(right)]


def test_a_role_divided_at_the_line_end_goes_on() -> None:
    found = texts("Parent: Ida Fenn. Special Education\nTeacher: Pia Rusk.")
    assert " ".join(found) == "Parent: Ida Fenn. Special Education Teacher: Pia Rusk."
    assert not any(text.startswith("Teacher") for text in found)


def test_a_line_that_ends_with_a_comma_goes_on_with_a_name() -> None:
    assert len(texts("By May, given a written task,\nRobin will begin within two minutes on nine of ten tasks.")) == 1


class _Counted(tuple[Page, ...]):
    passes = 0

    def __iter__(self) -> Iterator[Page]:
        self.passes += 1
        return super().__iter__()


def test_a_longer_document_takes_no_more_passes_over_its_pages() -> None:
    def passes(lines: int) -> int:
        pages = _Counted(document("\n".join(f"Maya read list {n}." for n in range(lines))).pages)
        build_blocks(Document(pages, "pdf", "pdfium"), {})
        return pages.passes

    assert passes(40) == passes(4)
