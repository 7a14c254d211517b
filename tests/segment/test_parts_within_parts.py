"""Parts inside of others: under smaller headings, behind questions, in rows of the goals. Nobody here exists."""

from __future__ import annotations

import pytest
from builders import keys, part, section

from iepaudit.model.iep import Part
from iepaudit.segment.known_headings import headings

COVER = "# Individualized Education Program\nStudent: Ida Fenn   Date of birth: 04/11/2015\n\n"
REST = (
    "\n# Services\n\n**Special Education**\nReading, 30 minutes daily.\n\n**Related Services**\nNone.\n"
    "\n# Transition\n\n**Measurable Postsecondary Goals**\nAfter graduation, Ida will work in a clinic.\n\n"
    "**Transfer of Rights**\nIda was told on 3/2/2026.\n"
)
GOAL = "By March 2027, given a story, Ida will read 90 words per minute in 3 of 4 weekly probes."


def read(text: str) -> Part:
    return part(f"{COVER}{text}")


def test_what_follows_a_smaller_heading_for_strengths_is_still_of_the_present_levels() -> None:
    levels = (
        "# Present Levels of Performance\n\n**Strengths**\nIda draws well.\n\n**Needs - Reading**\n"
        "Ida reads 41 words in a minute.\n"
    )
    found = read(levels + REST)
    assert section(found, "strengths").filled_text == "Ida draws well."
    assert "41 words" in section(found, "present-levels").filled_text


@pytest.mark.parametrize(
    "heading", ["Statewide Assessment Results", "Most Recent Statewide Test Scores", "District Assessment Data"]
)
def test_results_of_state_tests_are_present_levels(heading: str) -> None:
    levels = f"# Present Levels of Performance\n\n**{heading}**\nELA 441 in May 2026.\n\n**Motor**\nIda runs a mile.\n"
    assert "runs a mile" in section(read(levels), "present-levels").filled_text
    match = headings().match(heading)
    assert match and match.whole and match.key == "present-levels"


@pytest.mark.parametrize(
    "asked", ["When will periodic reports on progress be given?", "When will progress be reported?"]
)
def test_a_question_below_the_goals_is_about_the_reports_on_all_of_them(asked: str) -> None:
    found = read(f"# Measurable Annual Goals\nGoal 1\n{GOAL}\n\n**{asked}**\nWith report cards, by mail.\n")
    assert "With report cards" in section(found, "progress-schedule").filled_text


def test_what_stands_behind_a_question_in_its_line_is_its_answer() -> None:
    asked = "What concerns do the student and the parents have for this year?"
    found = read(f"# Concerns\n{asked} Her mother is worried that Ida is\nalone at recess and says little at home.\n")
    told = section(found, "parent-concerns").filled_text
    assert told.startswith("Her mother is worried") and told.endswith("at home.")


@pytest.mark.parametrize(
    "rows",
    [
        f"| Goal | {GOAL} |\n| Short-term objective 1 | Ida will read 60 words in May. |\n",
        f"| Goal | {GOAL} |\n| Short-Term Objectives | Criterion |\n| Ida will read 60 words in May. | 3 of 4 |\n",
        f"| {GOAL} | MEASURABLE OBJECTIVES //Ida will read 60 words in May. |\n",
    ],
)
def test_objectives_in_the_table_of_a_goal_are_a_part(rows: str) -> None:
    found = read(f"# Measurable Annual Goals\n{rows}| Evaluation procedure | Weekly probes |\n")
    told = section(found, "objectives").filled_text
    assert "60 words" in told and "probes." not in told


def test_empty_rows_for_objectives_are_no_part() -> None:
    found = read(f"# Measurable Annual Goals\n| Goal | {GOAL} |\n| Short-term objective 1 |  |\n")
    assert "objectives" not in keys(found)


@pytest.mark.parametrize(
    ("heading", "both"),
    [
        ("Special Education and Related Services", {"special-education", "related-services"}),
        ("IEP Team Participants and Parent Consent", {"team", "consent-notice"}),
    ],
)
def test_a_heading_of_two_parts_is_that_of_both(heading: str, both: set[str]) -> None:
    text = f"# {heading}\nMs. Orr, teacher, reading instruction, 30 minutes daily, 3/4/2026.\n"
    assert both <= set(keys(read(text)))


def test_special_factors_named_behind_the_accommodations_stand_below() -> None:
    found = read("# Educational Accommodations and Supports - Consideration of Special Factors\nBehavior: No\n")
    assert "special-factors" in keys(found) and "supplementary-aids" not in keys(found)


@pytest.mark.parametrize(
    "heading", ["Parent Notice", "Response Section", "Notice for Provision of Programs and Services"]
)
def test_what_parents_are_told_and_answer_is_a_part(heading: str) -> None:
    assert "consent-notice" in keys(read(f"# {heading}\nThe parents agree with this plan, 3/4/2026.\n"))
