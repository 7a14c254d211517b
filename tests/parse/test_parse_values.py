"""Single values behind labels, wherever the label stands."""

from __future__ import annotations

import pytest
from builders import part

from iepaudit.model.field import FieldState
from iepaudit.parse.dates import first_date
from iepaudit.parse.values import Labelled, blocks_of, labelled_values, pick


def values(text: str) -> tuple[Labelled, ...]:
    return labelled_values(blocks_of(part(f"# Individualized Education Program\n\n{text}\n")))


def said(text: str) -> list[tuple[str, str]]:
    return [(v.name, v.value) for v in values(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Date of Birth: 05/14/2016",
        "Date of Birth:   05/14/2016",
        "Date of Birth     05/14/2016",
        "Date of Birth 05/14/2016",
        "Date of Birth:\n05/14/2016",
        "Date of Birth\n05/14/2016",
        "| Date of Birth | 05/14/2016 |",
        "| Date of Birth: //05/14/2016 | Fern Hill |",
        "| Date of Birth //05/14/2016 | Fern Hill |",
        "| Date of Birth | School |\n| 05/14/2016 | Fern Hill |",
        "| Date of Birth: 05/14/2016 | School: Fern Hill |",
        "Date of Birth: [[05/14/2016]]",
        "Date of Birth [[05/14/2016]]",
        "05/14/2016 is written   Date of Birth: 05/14/2016",
    ],
)
def test_a_value_is_found_beside_below_and_behind_its_label(text: str) -> None:
    assert ("birth-date", "05/14/2016") in said(text)


def test_a_label_over_two_lines_with_its_value_at_half_height() -> None:
    text = f"IEP Implementation Date (Projected\n{' ' * 45}^ 10/20/2025\nDate):"
    assert ("start-date", "10/20/2025") in said(text)


def test_values_in_a_row_of_heads_go_to_their_own_column() -> None:
    text = "| Student Name | Grade | Date of Birth |\n| Ida Fenn | 4 | 05/14/2016 |"
    assert said(text) == [("student-name", "Ida Fenn"), ("grade", "4"), ("birth-date", "05/14/2016")]


def test_an_empty_cell_does_not_take_the_value_of_its_neighbor() -> None:
    text = "| Grade | Date of Birth |\n|  | 05/14/2016 |"
    assert ("grade", "") in said(text)


def test_an_empty_label_does_not_take_the_value_of_the_next_label() -> None:
    assert said("Grade:\nDate of Birth: 05/14/2016") == [("grade", ""), ("birth-date", "05/14/2016")]


def test_a_label_in_another_row_takes_no_value_from_two_rows_below() -> None:
    text = "| Grade | School |\n|  |  |\n| 4 | Fern Hill |"
    assert ("grade", "") in said(text)


def pick_date(text: str) -> FieldState:
    return pick(values(text), "birth-date", first_date).state


def test_a_value_that_is_understood_is_filled() -> None:
    assert pick_date("Date of Birth: 05/14/2016") is FieldState.FILLED


def test_a_value_that_is_not_understood_is_unclear() -> None:
    assert pick_date("Date of Birth: in spring") is FieldState.UNCLEAR


@pytest.mark.parametrize("text", ["Date of Birth: ______", "Date of Birth: ___/___/___", "Date of Birth:"])
def test_a_question_nobody_answered_is_template(text: str) -> None:
    assert pick_date(text) is FieldState.TEMPLATE


def test_a_question_that_is_not_asked_is_blank() -> None:
    assert pick_date("Grade: 4") is FieldState.BLANK


def test_a_later_answer_counts_where_the_first_is_empty() -> None:
    assert pick_date("Date of Birth: ____\n\nDOB: 05/14/2016") is FieldState.FILLED


def test_a_value_that_a_scan_shows_too_poorly_is_unclear_and_not_a_fact() -> None:
    from dataclasses import replace

    found = labelled_values(blocks_of(part("Date of birth: 03/04/2016\n")))
    sure = pick(found, "birth-date", first_date)
    assert sure.state is FieldState.FILLED
    doubted = [replace(item, doubtful=True) for item in found]
    unsure = pick(doubted, "birth-date", first_date)
    assert unsure.state is FieldState.UNCLEAR
    assert unsure.value is None
    assert "scan" in unsure.why


def test_words_read_from_a_picture_are_doubted_below_the_mark() -> None:
    from dataclasses import replace

    from iepaudit.model.document import WordSource

    (block,) = [b for b in blocks_of(part("Date of birth: 03/04/2016\n")) if b.label]

    def read(confidence: float) -> bool:
        line = block.lines[0]
        words = tuple(replace(w, source=WordSource.OCR, confidence=confidence) for w in line.words)
        (item,) = labelled_values([replace(block, lines=(replace(line, words=words),))])
        return item.doubtful

    assert read(0.4)
    assert not read(0.9)


@pytest.mark.parametrize(
    "line",
    [
        "Last reevaluation / next due: 10/30/2024; due 10/29/2027",
        "Most recent evaluation / Next evaluation due: 10/30/2024 / 10/29/2027",
        "Last Evaluation and Next Due: 10/30/2024 and 10/29/2027",
    ],
)
def test_one_place_for_the_last_and_the_next_date_holds_both(line: str) -> None:
    found = dict(said(line))
    assert [str(first_date(found[name])) for name in ("evaluation-date", "reevaluation-date")] == [
        "2024-10-30",
        "2027-10-29",
    ]


def test_a_day_that_had_no_room_behind_its_label_is_read_among_others_in_one_cell() -> None:
    cell = (
        "| Annual Review: 10/04/2027//Date of Last Evaluation://12/05/2024//Reevaluation Due://12/04/2027 | Fern Hill |"
    )
    assert ("evaluation-date", "12/05/2024") in said(cell)
    assert ("reevaluation-date", "12/04/2027") in said(cell)
    assert ("annual-review-date", "10/04/2027") in said(cell)
