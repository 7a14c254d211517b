"""Headings that name more than one part, and short ones that name a part only inside of another. Nobody here exists."""

from __future__ import annotations

import pytest
from builders import parts

COVER = "# Individualized Education Program\nStudent Name: Ida Fenn   Date of Birth: 05/14/2016\n"
GOAL = (
    "By May 2027, given a story, Ida will read 90 words in a minute on 3 of 4 weekly probes, as timed by her teacher."
)
LEVELS = "# Present Levels of Performance\nIda reads 60 words per minute.\n"


def keys(text: str) -> list[str]:
    return [s.key for s in parts(f"{COVER}\n{text}")[0].sections]


@pytest.mark.parametrize(
    ("heading", "both"),
    [
        ("Supplementary Aids, Accommodations, Personnel Supports", ["supplementary-aids", "personnel-supports"]),
        (
            "Supplementary Aids and Services / Supports for School Personnel",
            ["supplementary-aids", "personnel-supports"],
        ),
        ("Supports for School Personnel and Classroom Accommodations", ["personnel-supports", "supplementary-aids"]),
        ("Instructional and Testing Accommodations", ["supplementary-aids", "assessment"]),
        ("Accommodations for Classroom and State Tests", ["supplementary-aids", "assessment"]),
        ("Student Strengths and Evaluation Results", ["strengths", "present-levels"]),
    ],
)
def test_a_heading_of_two_parts_opens_both_in_its_order(heading: str, both: list[str]) -> None:
    found = keys(f"# {heading}\nThis year an outline, 20 minutes on 3/9/2026, and large print.\n")
    assert [key for key in found if key in both] == both


@pytest.mark.parametrize("first", ["Measurable Annual Goals", "Annual Measurable Reading Goals"])
def test_goals_in_a_heading_with_their_objectives_are_annual_goals(first: str) -> None:
    text = f"# {first} with Short-Term Objectives (Benchmarks)\n" + 3 * f"{GOAL}\n"
    assert "annual-goals" in keys(text)


def test_what_such_a_heading_names_stays_where_it_stands_by_itself() -> None:
    text = "# Aids and Services, Personnel Supports\nlarge print\n\n# Supports for School Personnel\na talk in May\n"
    assert keys(text).count("personnel-supports") == 1


def test_an_empty_part_is_not_doubled() -> None:
    assert "personnel-supports" not in keys(
        f"{LEVELS}\n# Supplementary Aids, Personnel Supports\n\n# Placement\nwith peers"
    )


@pytest.mark.parametrize("behind", ["B: Other Educational Needs", "Special Factors"])
def test_present_levels_that_name_another_part_are_that_part(behind: str) -> None:
    found = keys(f"{LEVELS}\n# Present Levels of Performance - {behind}\nThe team looked at each factor; none applies.")
    assert "special-factors" in found


def test_present_levels_in_an_area_stay_present_levels() -> None:
    found = keys(f"{LEVELS}\n# Present Levels of Performance - Reading\nShe reads 40 of 50 words.\n")
    assert "special-factors" not in found and "present-levels" in found


@pytest.mark.parametrize("label", ["Assessments", "Assessment results", "Assessments Given"])
def test_assessments_among_the_transition_services_are_those_for_transition(label: str) -> None:
    body = f"**{label}:** an interest inventory on 3/9/2026, welding first.\n"
    assert "transition-assessment" in keys(f"# Transition Plan\n{body}")
    assert "transition-assessment" not in keys(f"# Present Levels\n{body}")


def test_a_name_in_front_of_what_another_label_says_opens_its_part() -> None:
    text = (
        "# Transition Plan\n"
        "**Interests and preferences:** Age appropriate transition assessments: an inventory, outdoors first.\n"
    )
    assert "transition-assessment" in keys(text)


def test_the_question_for_accommodations_is_their_heading() -> None:
    text = f"{LEVELS}\n**What type(s) of accommodation, if any, are necessary?**\nLarge print in all classes.\n"
    assert "supplementary-aids" in keys(text)


def test_capitals_alone_are_a_heading_where_others_are_set_so() -> None:
    others = "EXTENDED SCHOOL YEAR\nIda forgot nothing.\n\nLEAST RESTRICTIVE ENVIRONMENT\nShe is with peers.\n"
    people = "PARTICIPANTS\nAda Brook   Parent\nOle Marsh   General education teacher\n"
    assert "team" in keys(f"~~~\n{others}\n{people}")
    assert "team" not in keys(f"~~~\nIda forgot nothing over the summer.\n\n{people}")


@pytest.mark.parametrize("head", ["Modification, accommodation, or support // for student or personnel",
                                  "Supplementary Aid / Service / Personnel Support"])  # fmt: skip
def test_the_first_column_head_of_a_table_of_aids_may_name_supports_for_staff(head: str) -> None:
    table = f"| {head} | Frequency | Location |\n| Training on the device | once | library |\n"
    assert "personnel-supports" in keys(f"{LEVELS}\n# Supplementary Aids and Services\n{table}")


@pytest.mark.parametrize("heading", ["Least Restrictive Environment", "LRE", "Ambiente menos restrictivo"])
def test_the_least_restrictive_environment_is_about_time_away_and_about_the_place(heading: str) -> None:
    found = keys(f"# {heading}\nIda reads with two others in the small room for 30 minutes a day.\n")
    assert found[-2:] == ["nonparticipation", "placement"]


def test_a_placement_of_its_own_is_the_only_one() -> None:
    away, place = "Ida reads in the small room for 30 minutes a day.", "Regular class for 80% of the day or more."
    found = keys(f"# Least Restrictive Environment\n{away}\n\n# Educational Placement\n{place}\n")
    assert found[-2:] == ["nonparticipation", "placement"]
