"""Headings told by the words they are made of, in any order and asked for in any way."""

from __future__ import annotations

import pytest

from iepaudit.segment.known_headings import headings


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("What are the learner's talents, strengths and interests?", "strengths"),
        ("Preferences, interests, strengths", "strengths"),
        ("Describe the family's priorities and concerns", "parent-concerns"),
        ("What concerns do the parents have about their child's education?", "parent-concerns"),
        ("Special considerations addressed in developing the IEP:", "special-factors"),
        ("Current academic and developmental levels", "present-levels"),
        ("Supports needed for the school's staff", "personnel-supports"),
        ("How and when will families be told about progress?", "progress-schedule"),
        ("How will progress toward the goals be monitored?", "progress-method"),
        ("Post-secondary expectations", "postsecondary-goals"),
        ("Measurable Functional/Developmental Goal(s)", "annual-goals"),
        ("Basic Student Data", "demographics"),
    ],
)
def test_a_heading_is_known_by_its_words(text: str, key: str) -> None:
    found = headings().match(text)
    assert found is not None and (found.key, found.whole) == (key, True)


@pytest.mark.parametrize(
    "text",
    [
        "In what way does the impairment limit learning?",
        "Influence of this exceptionality on progress in class",
        "Describe barriers to participation",
    ],
)
def test_a_longer_heading_about_the_effect_of_a_disability_is_known_by_a_pattern(text: str) -> None:
    found = headings().match(text)
    assert found is not None and (found.key, found.whole) == ("impact", False)


@pytest.mark.parametrize(
    "text",
    [
        "Strengths and weaknesses of the program",
        "Strengths of 10 or more",
        "Vision: 20/20 with glasses",
        "Parent contact log",
        "Special Olympics",
        "Teacher's aide",
        "Student council",
        "Minutes per week",
    ],
)
def test_a_line_with_other_words_in_it_is_no_heading(text: str) -> None:
    found = headings().match(text)
    assert found is None or not found.whole


def test_results_of_state_tests_are_present_levels_and_not_the_part_about_taking_them() -> None:
    found = headings().match("Results of the most recent State and district-wide assessments:")
    taking = headings().match("Participation in State and district-wide assessments")
    assert found is None or found.key == "present-levels"
    assert taking is not None and taking.key == "assessment"
