"""Bars over tables, and bold questions that take many lines of half a page."""

from __future__ import annotations

import pytest
from builders import document, keys, part, plan

from iepaudit.segment.heading_line import HeadingLine
from iepaudit.segment.heading_rest import with_rest

COVER = (
    "# Individualized Education Program\nStudent: Ida Fenn   Date of birth: 04/11/2015   Meeting date: 03/02/2026\n\n"
)
TESTS = "% ASSESSMENTS\n\nThe state test in reading and math, in a small group.\n\n"
ROWS = "| Service(s) | Anticipated Frequency | Location |\n| Number line at the desk | Daily | Classroom |\n"


@pytest.mark.parametrize(
    "bar",
    ["PROGRAM MODIFICATIONS / SUPPLEMENTARY AIDS AND SERVICES (all classes)", "SUPPLEMENTARY AIDS IN THE CLASSROOM"],
)
def test_a_bar_for_all_classes_behind_the_tests_is_no_part_of_them(bar: str) -> None:
    found = part(f"{COVER}{TESTS}% {bar}\n{ROWS}")
    assert "supplementary-aids" in keys(found)
    assert not [s for s in found.sections if s.key == "assessment" for b in s.blocks if "Number line" in b.text]


def test_accommodations_for_tests_stay_with_the_tests() -> None:
    found = part(f"{COVER}{TESTS}% TEST ACCOMMODATIONS AND MODIFICATIONS\n\nSmall group, extra time.\n")
    assert "supplementary-aids" not in keys(found)


QUESTION = [
    "Justification for placement involving removal from",
    "the regular education environment: explain how far",
    "the student will not participate with other",
    "students in the regular class, nonacademic",
    "and extracurricular activities, and say what",
    "was weighed and why",
]


@pytest.mark.parametrize("count", [5, 6])
def test_a_bold_question_takes_all_its_lines(count: int) -> None:
    lines = document("\n".join(f"**{line}**" for line in QUESTION[:count]) + "\nbecause he reads alone").pages[0].lines
    assert with_rest(HeadingLine(0, 1, lines[0].text, None, 4.0), lines).count == count


def test_a_plain_question_ends_after_a_few() -> None:
    lines = document("\n".join(QUESTION)).pages[0].lines
    assert with_rest(HeadingLine(0, 1, lines[0].text, None, 1.0), lines).count == 4


@pytest.mark.parametrize(
    "printed",
    [
        "in selecting the placement the team looks at what was rejected and any potential harmful effects.",
        "In selecting the LRE, consideration is given to any potential harmful effect on the child or on the quality "
        "of services that he or she needs.",
    ],
)
def test_what_the_law_wants_weighed_is_no_reason(printed: str) -> None:
    text = f"{COVER}# Placement\n\nPlacement considerations: {printed}\n\nRegular class 81% of the day.\n"
    assert not plan(text).placement.reason.filled


def test_the_first_aids_under_a_bar_of_their_own_table_end_the_tests() -> None:
    tests = "| % ASSESSMENTS |\n| The state test in reading and math. |\n\n"
    found = part(f"{COVER}{tests}| % SUPPLEMENTARY AIDS AND SERVICES (all classes) |\n{ROWS}")
    assert "supplementary-aids" in keys(found)


def test_parts_of_a_heading_may_stand_between_semicolons() -> None:
    bar = "% INSTRUCTIONAL AND TESTING ACCOMMODATIONS; SUPPLEMENTARY AIDS, SERVICES AND\n% MODIFICATIONS"
    factors = "# Special Considerations\n| **Braille.** Is the student blind? | ☐ Yes ☒ No |\n\n"
    assert "supplementary-aids" in keys(part(f"{COVER}{factors}{bar}\n{ROWS}"))
