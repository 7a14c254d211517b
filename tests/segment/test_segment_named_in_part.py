"""Headings that name their section in one of their parts, and numbered labels. Nobody here exists."""

from __future__ import annotations

import pytest
from builders import parts

from iepaudit.segment.known_headings import headings
from iepaudit.segment.known_labels import labels

COVER = "# Individualized Education Program\nStudent Name: Ida Fenn   Date of Birth: 05/14/2016\n"


def keys(text: str) -> list[str]:
    return [s.key for s in parts(f"{COVER}\n{text}")[0].sections]


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("What we hope Ida will learn - Annual Goals", "annual-goals"),
        ("What keeps us up at night (parent concerns)", "parent-concerns"),
        ("Where Ida learns (Least Restrictive Environment)", "nonparticipation"),
        ("Our part of the work: Supports for School Personnel", "personnel-supports"),
        ("Things to weigh / Special Factors", "special-factors"),
    ],
)
def test_a_heading_is_told_by_the_part_of_it_that_is_a_known_heading(heading: str, key: str) -> None:
    match = headings().match_part(heading)
    assert match is not None and match.key == key
    assert key in keys(f"# {heading}\nShe carries her own book to class each day.")


@pytest.mark.parametrize(
    "text",
    ["Goal 1 - Reading", "see Annual Goals (page 4)", "Content area / present levels", "Reading (weekly)"],
)
def test_a_name_in_a_reference_or_in_a_field_of_a_goal_is_no_heading(text: str) -> None:
    assert headings().match_part(text) is None


def test_articles_in_a_heading_do_not_matter() -> None:
    match = headings().match("The Strengths of a Student")
    assert match is not None and match.key == "strengths"


def test_numbered_labels_under_the_special_factors_stay_in_their_list() -> None:
    found = keys(
        "# Special Factors\n1. The strengths of the student: Ida draws well.\n"
        "2. Results of the most recent evaluation: a reading score of 81.\n"
        "3. The concerns of the parent(s) for enhancing the education of their child: she reads too little.\n"
    )
    assert found.count("special-factors") == 1
    assert {"strengths", "parent-concerns"} <= set(found)
    assert "present-levels" not in found


def test_an_aside_in_the_middle_of_a_label_does_not_matter() -> None:
    assert labels().name_of("Next Reevaluation (Triennial) Due") == "reevaluation-date"
    assert labels().name_of("Next re-evaluation must be completed before") == "reevaluation-date"
