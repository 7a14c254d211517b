"""Which lines look like headings, on a document's own terms."""

from __future__ import annotations

import pytest
from builders import document

from iepaudit.segment.heading_line import HeadingLine
from iepaudit.segment.layout import heading_lines

PROSE = "Ida likes to read stories about ships and about the sea, and she tells them to her friends.\n" * 2


def found(text: str) -> tuple[HeadingLine, ...]:
    return heading_lines(document(text))


def names(text: str) -> list[tuple[str, str]]:
    """(key, text) of the headings; key "" for one that no section knows."""
    return [(h.match.key if h.match else "", h.text) for h in found(text)]


def strength(mark: str) -> float:
    (heading,) = found(f"{PROSE}\n{mark}\n{PROSE}")
    return heading.strength


def test_a_known_heading_on_a_line_of_its_own_is_one_even_when_it_is_set_like_text() -> None:
    assert names(f"{PROSE}\nMeasurable Annual Goals\n{PROSE}") == [("annual-goals", "Measurable Annual Goals")]


def test_the_more_it_stands_out_the_stronger_it_is() -> None:
    plain, numbered = strength("Annual Goals"), strength("4. Annual Goals")
    caps, bold = strength("ANNUAL GOALS"), strength("**Annual Goals**")
    shaded, numbered_and_bold = strength("% Annual Goals"), strength("**4. Annual Goals**")
    assert plain < numbered < caps < bold < numbered_and_bold < shaded


def test_bold_says_nothing_where_everything_is_bold() -> None:
    bold = "**Ida likes to read stories about ships and about the sea, and she tells them to her friends.**\n"
    (heading,) = found(f"{bold}{bold}\n**Annual Goals**\n{bold}")
    assert heading.strength < strength("**Annual Goals**")


def test_a_heading_over_two_lines_is_one() -> None:
    text = f"{PROSE}\n% Present Levels of Academic\n% Achievement and Functional Performance\n{PROSE}"
    assert names(text) == [("present-levels", "Present Levels of Academic Achievement and Functional Performance")]


def test_a_long_heading_goes_on_over_lines_that_begin_in_lower_case() -> None:
    text = f"{PROSE}\n% Measurable Annual Goals including academic\n% and functional goals\n{PROSE}"
    (heading,) = found(text)
    assert heading.count == 2


@pytest.mark.parametrize(
    ("first", "rest"),
    [
        ("PARENT/GUARDIAN CONCERNS FOR ENHANCING THE EDUCATION OF THE", "STUDENT"),
        ("PRESENT LEVELS OF ACADEMIC ACHIEVEMENT AND", "FUNCTIONAL PERFORMANCE"),
    ],
)
def test_a_heading_in_capitals_that_ends_in_a_small_word_goes_on_below(first: str, rest: str) -> None:
    (heading,) = found(f"{PROSE}\n{first}\n{rest}\n{PROSE}")
    assert heading.text == f"{first} {rest}"


def test_two_headings_one_below_the_other_stay_two() -> None:
    assert names(f"{PROSE}\n% Annual Goals\n% Related Services\n{PROSE}") == [
        ("annual-goals", "Annual Goals"),
        ("related-services", "Related Services"),
    ]


def test_an_unknown_line_that_stands_out_is_a_heading_of_no_section() -> None:
    assert names(f"{PROSE}\n% Zebra Crossing\n{PROSE}") == [("", "Zebra Crossing")]


def test_an_unknown_line_in_bold_alone_is_no_heading_when_it_is_a_sentence() -> None:
    assert names(f"{PROSE}\n**Ida will read ninety words.**\n{PROSE}") == []


@pytest.mark.parametrize(
    "line",
    [
        "Ida has shown progress toward her annual goals in reading and in math.",
        "Her placement has been discussed with her mother.",
        "related services",
        "She receives special education services in the resource room each day of the week.",
        "Ida's disability affects her progress in the general education curriculum.",
        "The team spoke of accommodations and modifications, and Ida will use them in class.",
        "Speech therapy   30 minutes   2 times per week",
        "Grade: 4   Annual Goals: 3",
        "☒ Extended School Year",
    ],
)
def test_prose_and_values_are_no_headings(line: str) -> None:
    assert names(f"{PROSE}\n{line}\n\n{PROSE}") == []


def test_the_second_line_of_a_sentence_is_no_heading() -> None:
    text = (
        f"{PROSE}\nHer team met in March and has talked about goals, about services and about her\nPlacement\n{PROSE}"
    )
    assert names(text) == []


def test_column_heads_are_no_headings() -> None:
    text = f"{PROSE}\n| **Related Services** | **Frequency** | **Location** |\n| Speech | weekly | room 4 |\n{PROSE}"
    assert names(text) == []


def test_a_label_of_a_row_is_no_unknown_heading() -> None:
    text = f"{PROSE}\n| **ZEBRA** | striped |\n| **LION** | yellow |\n{PROSE}"
    assert names(text) == []


def test_a_heading_in_a_cell_across_the_table_is_one() -> None:
    text = f"{PROSE}\n| % Measurable Annual Goals |\n| Ida will read 90 words. |\n{PROSE}"
    assert names(text) == [("annual-goals", "Measurable Annual Goals")]


def test_words_in_a_form_field_are_no_heading() -> None:
    assert names(f"{PROSE}\n[[Annual Goals]]\n{PROSE}") == []


def test_a_heading_before_check_boxes_ends_where_they_begin() -> None:
    (heading,) = found(f"{PROSE}\n**Extended School Year** ☐ Yes ☒ No\n{PROSE}")
    assert (heading.text, heading.cut) == ("Extended School Year", len("Extended School Year"))


def test_a_page_number_far_to_the_right_is_not_part_of_a_heading() -> None:
    assert names(f"{PROSE}\n% Annual Goals        Page 4 of 9\n{PROSE}") == [("annual-goals", "Annual Goals")]


def test_a_printed_prompt_that_holds_a_known_phrase_opens_its_section() -> None:
    line = "Explain the extent, if any, to which the student will not participate with nondisabled peers:"
    assert names(f"{PROSE}\n{line}\n{PROSE}") == [("nonparticipation", line)]


def test_a_sentence_about_somebody_by_name_opens_no_section() -> None:
    line = "The extent, if any, to which Ida will not participate with nondisabled peers is small"
    assert names(f"{PROSE}\n{line}\n{PROSE}") == []


def test_a_bold_sentence_about_somebody_by_name_opens_no_section() -> None:
    line = "Ida's disability affects her progress in reading"
    assert [key for key, _ in names(f"{PROSE}\n**{line}**\n{PROSE}")] != ["impact"]
    general = line.replace("Ida", "The Student")
    assert [key for key, _ in names(f"{PROSE}\n**{general}**\n{PROSE}")] == ["impact"]


def test_the_same_typography_is_judged_within_and_outside_tables_apart() -> None:
    small = "\n".join(
        "| reads stories about ships and the sea | tells them to her friends in class |" for _ in range(4)
    )
    assert names(f"# Annual Goals\n{small}\n") == [("annual-goals", "Annual Goals")]


def test_the_label_of_a_row_with_its_value_beside_it_is_no_heading() -> None:
    assert names(f"{PROSE}\n| **DATE OF MEETING** | 9/22/2026 |\n{PROSE}") == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Needs of the student in school and at home, including those that are", "of concern to the parent:"),
        ("What the child has to learn next, with whatever his teachers say or the", "concerns of the parents:"),
    ],
)
def test_a_request_in_bold_over_two_lines_names_a_part(first: str, second: str) -> None:
    text = f"{PROSE}\n**{first}**\n**{second}**\nIda is slow to start.\n"
    assert names(text) == [("parent-concerns", f"{first} {second}")]


def test_a_heading_in_capitals_takes_as_many_lines_as_it_needs() -> None:
    heading = (
        "% HOW THE DISABILITY AFFECTS INVOLVEMENT AND PROGRESS IN THE GENERAL\n"
        "% CURRICULUM OR, FOR A CHILD NOT YET IN SCHOOL, WHAT IT KEEPS HER FROM AMONG\n"
        "% CHILDREN OF HER AGE\n"
    )
    (found_one,) = found(f"{PROSE}\n{heading}Ida can not follow the story at circle.\n")
    assert found_one.count == 3


def test_a_label_without_a_value_above_a_heading_is_no_part_of_it() -> None:
    text = f"{PROSE}\n**Frequency of Reports:**\n**Short-Term Objectives:**\n1. Ida will read ten words.\n"
    assert names(text)[-1] == ("objectives", "Short-Term Objectives:")


@pytest.mark.parametrize("line", ["BASELINE......: 3 OF 5", "AREA: READING", "Grade: 4", "REPORTED: QUARTERLY"])
def test_a_known_label_with_its_value_is_no_heading_however_it_is_set(line: str) -> None:
    assert names(f"{PROSE}\n**{line}**\n{PROSE}") == []
    assert names(f"{PROSE}\n**Outdoor classroom**\n{PROSE}") == [("", "Outdoor classroom")]


def test_a_list_of_numbered_questions_with_answers_beside_them_has_a_heading_in_each_row() -> None:
    rows = (
        ("1.", "What are the student's strengths?", "Ida tells long stories to her friends and draws maps of the sea."),
        ("2.", "What are the concerns of the parents?", "Her mother hopes that Ida will read aloud at home this year."),
        ("3.", "What else is there to say of last year?", "She met two of the three steps that were set for her then."),
        ("4.", "How does the disability affect learning?", "She cannot finish texts of her grade in the time given."),
    )
    text = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    assert [key for key, _ in names(f"{PROSE}\n{text}\n\n{PROSE}")] == ["strengths", "parent-concerns", "", "impact"]


@pytest.mark.parametrize("line", ["PRESENT LEVEL ........ 52 WORDS", "Placement . . . . . Resource room"])
def test_a_label_with_dots_to_its_value_is_no_heading(line: str) -> None:
    assert names(f"{PROSE}\n**{line}**\n{PROSE}") == []


@pytest.mark.parametrize(("whose", "child", "is_one"), [("parent(s)", "their child", True), ("parents", "Ida", False)])
def test_a_printed_request_of_two_lines_names_a_part_where_it_speaks_of_no_one_child(
    whose: str, child: str, is_one: bool
) -> None:
    first = f"Input from the {whose} on how school has been going at home and in class this year, with any"
    text = f"{first}\nconcerns for enhancing the education of {child}:"
    asked = [("parent-concerns", text.replace("\n", " "))]
    assert names(f"{PROSE}\n{text}\n\n{PROSE}") == (asked if is_one else [])


LONG = "Parental concerns for enhancing the education of the student"


def test_a_note_in_plain_type_behind_a_long_heading_in_bold_leaves_it_one() -> None:
    note = "(when the parents have told the team of any)"
    assert names(f"{PROSE}\n**{LONG}** {note}\n{PROSE}") == [("parent-concerns", f"{LONG} {note}")]


@pytest.mark.parametrize("mark", ["2", "IV", "C."])
def test_the_number_of_a_heading_may_stand_in_a_box_of_its_own(mark: str) -> None:
    assert names(f"{PROSE}\n% {mark}   SPECIAL INSTRUCTIONAL FACTORS\n{PROSE}") == [
        ("special-factors", f"{mark} SPECIAL INSTRUCTIONAL FACTORS")
    ]
