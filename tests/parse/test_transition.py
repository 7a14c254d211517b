"""What a plan says about life after school: goals for later, areas, who was invited."""

from __future__ import annotations

import pytest
from builders import COVER, plan

from iepaudit.model.field import FieldState
from iepaudit.model.iep import Iep

LEVELS = "# Present Levels of Performance\nIda reads 62 words correct per minute.\n\n"
GOALS = "# Measurable Annual Goals\nGoal 1: By March 2027, Ida will read 90 words per minute in 3 of 4 probes.\n\n"


def read(text: str, **more: object) -> Iep:
    return plan(f"{COVER}{text}\n", **more)


AFTER = """\
# Postsecondary Goals
Education/Training: After graduation, Ida will enroll in a college for nurses.
Employment: After graduation, Ida will work as a nurse.
Independent Living: After graduation, Ida will live in an apartment of her own.

# Course of Study
Grade 11: English 11, chemistry, health careers.

# Transition Services
Ida will visit two colleges in the fall.
"""


def test_postsecondary_goals_are_told_by_area() -> None:
    found = read(AFTER).transition
    assert found is not None
    assert [g.area for g in found.goals] == ["education", "employment", "independent-living"]
    assert found.education.value is not None
    assert "college for nurses" in found.education.value
    assert found.independent_living.filled
    assert found.course_of_study.filled
    assert found.services.value == "Ida will visit two colleges in the fall."
    assert found.assessment.state is FieldState.BLANK


def test_statements_without_labels_are_told_by_their_words() -> None:
    text = "After graduation, Ida will work as a nurse.\n\nAfter graduation, Ida will enroll in college.\n"
    found = read(f"# Postsecondary Goals\n{text}").transition
    assert found is not None
    assert [g.area for g in found.goals] == ["employment", "education"]


def test_statements_below_their_headings_are_told_by_these() -> None:
    text = "# Postsecondary Goals\n**Employment**\nAfter graduation, Ida will be a nurse.\n"
    found = read(text).transition
    assert found is not None
    assert [(g.area, g.text) for g in found.goals] == [("employment", "After graduation, Ida will be a nurse.")]


LATER = "After graduation, Ida will enroll in a nursing program."
WORK = "After graduation, Ida will work in a clinic."


@pytest.mark.parametrize(
    "table",
    [
        f"| Area | Goal |\n| Education / Training | {LATER} |\n| Employment |  |\n",
        f"| Education / Training | Employment |\n| {LATER} |  |\n",
        f"| Education / Training |\n| {LATER} |\n| Employment |\n",
        f"**Education/Training:** {LATER}\n**Employment:**\n",
    ],
)
def test_an_area_of_life_whose_place_is_empty_is_asked_and_not_answered(table: str) -> None:
    found = read(f"# Measurable Postsecondary Goals\n{table}# Course of Study\nEnglish 11\n").transition
    assert found is not None
    assert (found.education.value or "").startswith(LATER.rstrip("."))
    assert found.employment.state is FieldState.TEMPLATE


def test_one_label_may_ask_about_learning_and_work() -> None:
    found = read(f"# Postsecondary Goals\n**Education, training and employment:** {LATER}\n").transition
    assert found is not None
    assert found.education.value == found.employment.value == LATER.rstrip(".")


def test_a_table_of_goals_for_later_among_transition_services_is_read() -> None:
    rows = f"| Area after school | Goal | Supported by |\n| Education | {LATER} | 1 |\n| Employment | {WORK} | 2 |\n"
    plan_ = read(f"# Transition Plan\n{rows}{GOALS}")
    assert plan_.transition is not None
    assert [g.area for g in plan_.transition.goals] == ["education", "employment"]
    assert not any("After graduation" in g.text for g in plan_.goals or ())


def test_statements_about_life_after_school_among_annual_goals_are_none_of_them() -> None:
    rows = f"| # | Area | Goal |\n|  | Education | {LATER} |\n|  | Employment | {WORK} |\n"
    found = read(f"# Measurable Annual Goals\n{rows}")
    assert found.transition is not None
    assert (found.goals, len(found.transition.goals)) == ((), 2)


def test_an_annual_goal_may_speak_of_what_comes_after() -> None:
    text = "Goal 1: After leaving school for the bus, Ida will carry her bag in 4 of 5 days by May 2027.\n"
    assert len(read(f"# Measurable Annual Goals\n{text}").goals or ()) == 1


def test_only_prompts_are_no_postsecondary_goals() -> None:
    text = "# Postsecondary Goals\nEmployment: ______\nDescribe the student's goals for employment.\n"
    found = read(text).transition
    assert found is not None
    assert found.goals == ()
    assert found.employment.state is FieldState.TEMPLATE


def test_a_plan_without_a_transition_part_has_none() -> None:
    assert read(LEVELS + GOALS).transition is None


def test_assessments_and_courses_beside_postsecondary_goals_are_no_goals() -> None:
    text = (
        f"{COVER}# Measurable Postsecondary Goals\nBased on: vocational interview 09/22/2025\n"
        "Employment: After high school Ida will work as a welder.\n\n"
        "# Course of Study\n9: English 9, Algebra 1, Intro to Careers.\n"
    )
    transition = plan(text).transition
    assert transition is not None
    assert [g.text for g in transition.goals] == ["After high school Ida will work as a welder"]


@pytest.mark.parametrize(
    "line",
    [
        "Agency: Vocational Rehabilitation invited with parent consent; O. Reed attended by phone.",
        "Who came: the career counselor of the training center joined for the second half.",
    ],
)
def test_who_was_asked_or_came_is_no_postsecondary_goal(line: str) -> None:
    text = f"# Postsecondary Goals\n**Employment**: After graduation, Ida will be a nurse.\n\n{line}\n"
    found = read(text).transition
    assert found is not None
    assert [g.area for g in found.goals] == ["employment"]


def test_the_answer_below_the_question_whether_the_child_was_invited_is_no_service() -> None:
    iep = plan(
        "Student Name: Ida Fenn   Date of Birth: 04/09/2010\n\n# Transition Services\n"
        "| Student invited to this IEP meeting://Yes, by hand on 3/2/2026; Ida led the part on strengths. |\n"
        "| Community experiences://Ida visits two bakeries in May. |\n"
    )
    assert iep.transition is not None and iep.transition.services.value is not None
    assert "by hand" not in iep.transition.services.value and "bakeries" in iep.transition.services.value


@pytest.mark.parametrize(
    "question",
    ["Was the student invited? ☒ Yes 3/2/2026 ☐ No", "Student invited to the meeting? ☐ No ☒ Yes, by letter"],
)
def test_a_marked_box_behind_the_question_whether_the_child_was_invited_is_no_service(question: str) -> None:
    iep = plan(
        "Student Name: Ida Fenn   Date of Birth: 04/09/2010\n\n# Transition Services\n"
        f"{question}\n\nIda visits two bakeries in May and calls the agency.\n"
    )
    assert iep.transition is not None and iep.transition.services.value is not None
    assert "☒" not in iep.transition.services.value and "bakeries" in iep.transition.services.value


INVITED = "Ida was invited to the meeting on 02/02/2026 and attended. VR: invited with consent of the mother, came."


@pytest.mark.parametrize("heading", ["Postsecondary Transition Plan", "Transition Services (age 16 and older)"])
def test_the_title_above_all_parts_on_life_after_school_holds_no_services(heading: str) -> None:
    grid = "| Goal after school | Service | Who |\n| Education or training | | |\n| Employment | | |\n"
    text = (
        f"# {heading}\n{INVITED}\n\n**Age-appropriate transition assessments**\nInterest inventory in May 2026.\n\n"
        f"**Transition services**\n{grid}\n**Course of study**\nGrade 11: English 11, chemistry.\n"
    )
    found = read(text).transition
    assert found is not None
    assert not found.services.filled
    assert found.course_of_study.filled


def test_who_was_invited_is_no_course() -> None:
    text = f"# Course of Study\n| Grade 11 | Grade 12 |\n| | |\n\nStudent participation: {INVITED}\n"
    found = read(text).transition
    assert found is None or not found.course_of_study.filled


@pytest.mark.parametrize(
    "empty",
    [
        "Transition Services (instruction, community experiences) | Staff/Agency Responsible | Date\n",
        "Independent Living Skills (where appropriate): The team finds that no goal is needed.\n",
    ],
)
def test_heads_alone_and_goals_that_are_not_needed_are_no_services(empty: str) -> None:
    found = read(f"# Transition Services\n{empty}\n# Course of Study\nGrade 11: English 11, chemistry.\n").transition
    assert found is not None and not found.services.filled


def test_the_title_above_all_parts_may_hold_a_table() -> None:
    table = "| Transition assessments | Interest inventory in May 2026, visit to a workshop with the counselor |\n"
    text = f"# Transition\n{table}\n# Transition Services\n\n# Course of Study\nGrade 11: English 11, chemistry.\n"
    found = read(text).transition
    assert found is not None and not found.services.filled


def test_cells_beside_the_goals_for_later_are_none() -> None:
    rows = (
        f"| Area | After school I will | Activities | Who |\n"
        f"| Education / Training | {LATER} | Visit to the college, apply for help | case manager |\n"
        f"| Employment | {WORK} | Shadow a nurse for a day in May | teacher |\n"
    )
    found = read(f"# Measurable Postsecondary Goals\n{rows}").transition
    assert found is not None
    assert [g.text for g in found.goals] == [LATER, WORK]
