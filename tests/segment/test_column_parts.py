"""Parts that are one column of a table about something else. Nobody here exists."""

from __future__ import annotations

import pytest
from builders import COVER, part, section

from iepaudit.model.field import FieldState
from iepaudit.model.iep import Part

LEVELS = "# Present Levels of Performance\n"
GOALS = (
    "\n\n# Measurable Annual Goals\nGoal 1: By March 2027, Ida will read 90 words correct per minute in 3 trials.\n\n"
)
AFTER = "# Measurable Postsecondary Goals\n"
WORK = "After high school Ida will work in a bakery."


def plan_of(body: str) -> Part:
    return part(f"{COVER}{body}{GOALS}")


@pytest.mark.parametrize(
    "head",
    [
        "Impact of the disability on involvement and progress // in the general curriculum",
        "Effect on involvement / progress in // general curriculum",
        "How the disability affects learning",
    ],
)
def test_the_column_of_the_effect_beside_the_levels_is_that_part(head: str) -> None:
    found = plan_of(
        f"{LEVELS}| Area | Current performance | {head} |\n"
        "| Reading | 41 words per minute | Texts of grade 5 take her twice as long. |\n"
        "| Math | at grade level | None |\n"
    )
    assert "twice as long" in section(found, "impact").filled_text
    assert "41 words" not in section(found, "impact").filled_text


def test_a_table_that_goes_on_with_its_heads_on_the_next_page_is_one_column() -> None:
    heads = "| Area | Level | Impact of Disability |\n"
    found = plan_of(
        f"{LEVELS}{heads}| Math | low | Problems stay undone. |\n~~~\n{heads}| Art | fine | Slow at copying. |\n"
    )
    assert "undone" in section(found, "impact").filled_text
    assert "copying" in section(found, "impact").filled_text


def test_a_column_that_nobody_filled_in_is_a_part_without_an_answer() -> None:
    found = plan_of(
        f"{LEVELS}| Area | Level | Impact of Disability |\n| Math | 12 of 20 facts |  |\n| Art | fine |  |\n"
    )
    assert section(found, "impact").state is FieldState.TEMPLATE


def test_a_sentence_among_the_levels_counts_before_an_empty_column() -> None:
    found = plan_of(
        f"{LEVELS}Because of her dyslexia, Ida cannot read grade-level texts.\n\n"
        "| Area | Level | Impact of Disability |\n| Math | 12 of 20 facts |  |\n"
    )
    assert section(found, "impact").filled_text.startswith("Because of her dyslexia")


def test_services_and_courses_beside_a_goal_after_school_are_parts_of_their_own() -> None:
    found = plan_of(
        f"{AFTER}| For each goal after school |\n"
        "| Area | Measurable postsecondary goal | Transition services / activities | Course of study |\n"
        f"| Employment | {WORK} | Visits to two kitchens in May | Foods 1, Health |\n"
    )
    assert "kitchens" in section(found, "transition-services").filled_text
    assert section(found, "course-of-study").filled_text.strip() == "Foods 1, Health"


def test_aids_beside_the_classes_that_a_child_takes_part_in_are_that_part() -> None:
    found = plan_of(
        "# Least Restrictive Environment\n"
        "| Classes and activities | Supplemental aids / services / modifications | Who and when |\n"
        "| Reading | picture cards | teacher, daily |\n"
    )
    assert section(found, "supplementary-aids").filled_text.strip() == "picture cards"


@pytest.mark.parametrize(
    "table",
    [
        "| Area | Level |\n| Reading | 41 words |\n| Math | Impact of disability |\n",  # no row of heads
        "| Impact of disability | Level |\n| She tires. | 41 words |\n",  # the first column
        "| Area: Reading | Impact of Disability: slow work |\n| Math | 12 facts |\n",  # answered in its own cell
    ],
)
def test_other_cells_head_no_column(table: str) -> None:
    found = plan_of(f"{LEVELS}{table}")
    assert all("41" not in s.filled_text and "facts" not in s.filled_text for s in found.sections if s.key == "impact")


@pytest.mark.parametrize(
    ("key", "head"), [("strengths", "Strengths (include data)"), ("parent-concerns", "Parent input")]
)
@pytest.mark.parametrize("first", [True, False])
def test_a_column_of_strengths_or_of_what_the_family_says_is_that_part(key: str, head: str, first: bool) -> None:
    said, other = "Mom: he draws for hours, mornings are hard.", "Grade level"
    row = f"| {said} | {other} |" if first else f"| {other} | {said} |"
    heads = f"| **{head}** | **Needs (with data)** |" if first else f"| **Area** | **{head}** |"
    assert "draws for hours" in section(plan_of(f"{LEVELS}{heads}\n{row}\n"), key).filled_text


@pytest.mark.parametrize("heading", ["Transition: Home, Learning and Work", "Transition Services: from age 14"])
def test_the_goals_after_school_are_a_column_below_a_bar_that_names_the_transition(heading: str) -> None:
    factors = "| % Special Factors |\nDoes her behavior impede learning? ☐ Yes ☒ No\n\n"
    table = f"| Area | Post-secondary expectation | Activities | Who |\n| Work | {WORK} | Job shadow | Counselor |\n"
    found = plan_of(f"{factors}| % {heading} | Page 3 |\n\n{table}")
    assert section(found, "postsecondary-goals").filled_text == WORK
