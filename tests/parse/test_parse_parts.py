"""Accommodations, placement, progress, transition, people, needs, and files that hold only some pages."""

from __future__ import annotations

import pytest
from builders import COVER, plan

from iepaudit.model.field import FieldState, Place
from iepaudit.model.iep import Accommodation, Iep
from iepaudit.parse.people import subject_names

LEVELS = "# Present Levels of Performance\nIda reads 62 words correct per minute.\n\n"
GOALS = "# Measurable Annual Goals\nGoal 1: By March 2027, Ida will read 90 words per minute in 3 of 4 probes.\n\n"
SERVICES = "# Special Education Services\nReading instruction, 30 minutes, 5 times per week, resource room.\n\n"
ESY = "# Extended School Year\nNot needed this year.\n\n"


def read(text: str, **more: object) -> Iep:
    return plan(f"{COVER}{text}\n", **more)


# -- accommodations ----------------------------------------------------------------------------------------------------


def aids(text: str, heading: str = "Supplementary Aids and Services") -> tuple[Accommodation, ...]:
    found = read(f"# {heading}\n{text}\n\n{ESY}").accommodations
    assert found is not None
    return found


@pytest.mark.parametrize(
    "text",
    [
        "- Audio books in science\n- A quiet place to write",
        "Audio books in science; A quiet place to write",
        "1. Audio books in science\n2. A quiet place to write",
        "Classroom Accommodations: Audio books in science; A quiet place to write",
        "☒ Audio books in science ☐ large print ☒ A quiet place to write",
        "| Accommodation | Location |\n| Audio books in science | class |\n| A quiet place to write | class |",
    ],
)
def test_accommodations_are_read_from_lists_rows_and_boxes(text: str) -> None:
    assert [a.text for a in aids(text)] == ["Audio books in science", "A quiet place to write"]


def test_items_in_lower_case_are_accommodations_as_well() -> None:
    assert [a.text for a in aids("- audio books in science\n- large print")] == [
        "audio books in science",
        "large print",
    ]


def test_a_grid_gives_frequency_and_place() -> None:
    (one,) = aids("| Accommodation | Frequency | Location |\n| audio books | each lesson | science class |")
    assert (one.frequency.value, one.location.value) == ("each lesson", "science class")


@pytest.mark.parametrize("text", ["None", "N/A", "None needed.", "Describe the aids and services.", "☐ audio books"])
def test_nothing_is_no_accommodation(text: str) -> None:
    assert aids(text) == ()


def test_under_the_assessment_heading_only_test_accommodations_count() -> None:
    text = "Ida takes the state reading test in spring.\n\nExtended time and a small group.\n"
    found = aids(text, "State Assessments")
    assert [(a.text, a.category) for a in found] == [("Extended time and a small group.", "testing")]


def test_an_aid_for_the_state_test_is_of_the_test() -> None:
    assert [a.category for a in aids("- Large print on the state test\n- Audio books")] == ["testing", "classroom"]


def test_without_their_sections_accommodations_are_none() -> None:
    assert read(LEVELS).accommodations is None


# -- placement ---------------------------------------------------------------------------------------------------------


def placed(text: str, heading: str = "Placement") -> Iep:
    return read(f"# {heading}\n{text}\n\n{ESY}")


def test_extent_and_reason_may_stand_in_two_sentences() -> None:
    found = placed(
        "Ida is removed from class 30 minutes a day.\n\nBecause long words are taught step by step, she needs quiet."
    ).placement
    assert found.extent.value == "Ida is removed from class 30 minutes a day."
    assert found.reason.value is not None
    assert found.reason.value.startswith("Because")


def test_a_bare_setting_gives_neither_extent_nor_reason() -> None:
    found = placed("Resource room").placement
    assert found.statement.filled
    assert (found.extent.filled, found.reason.filled) == (False, False)


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("Ida spends 85% of the day in the general education classroom.", 85.0),
        ("Ida is outside of her class 15% of the day.", 85.0),
        ("Ida is outside the regular classroom 15% of the day.", 85.0),
        ("Ida is in the regular class 85% of the day and outside it 15%.", 85.0),
        ("Ida takes part in 12.5 percent of the day in regular classes.", 12.5),
        ("Ida reads with 85% accuracy.", None),
        ("Ida leaves class 30 minutes a day.", None),
    ],
)
def test_the_percentage_is_of_general_education(text: str, percent: float | None) -> None:
    assert placed(text).placement.percent_general == percent


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("Ida will participate fully with nondisabled peers.", True),
        ("There is no time in which Ida is apart from her class.", True),
        ("Ida will not be removed from her class.", True),
        ("Ida participates fully except for 30 minutes of reading.", False),
        ("Ida leaves class 30 minutes a day.", False),
    ],
)
def test_full_participation_is_told(text: str, full: bool) -> None:
    assert placed(text).placement.full_participation is full


def test_placement_is_blank_without_section_template_with_prompts_unclear_with_an_unread_page() -> None:
    prompt = "# Placement\nExplain the extent to which the student will not participate with nondisabled peers.\n"
    assert read(LEVELS).placement.statement.state is FieldState.BLANK
    assert read(f"{LEVELS}{prompt}\n{ESY}").placement.statement.state is FieldState.TEMPLATE
    lost = read(f"{LEVELS}{prompt}~~~\nlost\n", unread={2})
    assert lost.placement.statement.state is FieldState.UNCLEAR


# -- progress ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "# Reporting Progress\nEach quarter, with report cards.",
        "# Measurable Annual Goals\nReports to parents: with each report card",
        "# Extended School Year\nNot needed. Progress will be reported to parents each quarter.",
        "# Reporting Progress\n☐ monthly ☒ quarterly",
        "# Reporting Progress\n06/12/2026 and 11/20/2026",
    ],
)
def test_the_schedule_of_reports_is_found_where_plans_state_it(text: str) -> None:
    assert read(text).progress_schedule.filled


@pytest.mark.parametrize(
    "text",
    [
        "# Progress Reports\nBy 5/28/2027, given 15 problems, Ida will solve 12 on 3 of 4 biweekly probes from 9/1/26.",
        "# Progress Reports\nMeasurable Annual Goal: Ida will name 26 letters on weekly probes.",
    ],
)
def test_the_dates_and_probes_of_a_goal_are_no_schedule_of_reports(text: str) -> None:
    assert read(text).progress_schedule.value is None


@pytest.mark.parametrize(
    "text",
    [
        "# Measurable Annual Goals\nProgress is measured by a weekly probe.",
        "# Extended School Year\nThe report was sent in March.",
        "# Reporting Progress\n☐ monthly ☐ quarterly",
        "# Meeting Notes\nProgress will be reported to parents each quarter.",
    ],
)
def test_how_often_something_else_happens_is_no_schedule_of_reports(text: str) -> None:
    assert not read(text).progress_schedule.filled


def test_the_method_for_all_goals_is_found_in_its_section_and_in_a_sentence() -> None:
    own = read("# How Progress Will Be Measured\nWeekly probes and work samples.\n").progress_method
    sentence = read(f"{GOALS}Progress on all goals is measured by weekly probes.\n").progress_method
    assert own.value == "Weekly probes and work samples."
    assert sentence.value == "Progress on all goals is measured by weekly probes."


# -- transition --------------------------------------------------------------------------------------------------------

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


# -- people ------------------------------------------------------------------------------------------------------------


def test_roles_of_the_team_are_read_from_rows_and_lines() -> None:
    text = """\
# IEP Team
| Parent | Mara Fenn |
| General Education Teacher | Bo Alder |
Special education teacher: Li Marsh
LEA representative: Ty Reed
"""
    team = read(text).team
    assert team is not None
    assert [p.role.lower() for p in team] == [
        "parent",
        "general education teacher",
        "special education teacher",
        "lea representative",
    ]


def test_without_a_list_the_team_is_none() -> None:
    assert read(LEVELS).team is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (GOALS, ["Ida"]),
        (GOALS.replace("Ida will", "Otto will"), ["Otto"]),
        (GOALS.replace("Ida will", "The student will"), []),
        (GOALS.replace("Ida will", "Reading will"), []),
    ],
)
def test_the_name_that_goals_use_is_noted(text: str, names: list[str]) -> None:
    assert [p.quote for p in read(text).first_names] == names


# -- needs -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("Ida struggles with reading fluency.", ["reading"]),
        ("Reading: Ida needs help with long words. Math: Ida has difficulty with math facts.", ["reading", "math"]),
        ("Her reading is at grade level.", []),
        ("There are no concerns in math.", []),
        ("Math is a strength and she needs little help in math.", []),
        ("Ida likes ships.", []),
    ],
)
def test_needs_are_areas_with_a_word_for_need(text: str, areas: list[str]) -> None:
    found = read(f"# Present Levels of Performance\n{text}\n").needs
    assert found is not None
    assert [n.area for n in found] == areas


def test_a_need_quotes_its_own_sentence() -> None:
    found = read("# Present Levels\nIda likes ships. Ida struggles with reading fluency.\n").needs
    assert found is not None
    assert found[0].place.quote == "Ida struggles with reading fluency."


def test_without_present_levels_needs_are_none() -> None:
    assert read(GOALS).needs is None


# -- partial files and drafts ------------------------------------------------------------------------------------------


def test_a_file_with_two_of_three_main_parts_missing_holds_only_some_pages() -> None:
    assert read(LEVELS).partial
    assert read(GOALS + ESY).partial


def test_a_plan_with_its_main_parts_is_whole() -> None:
    assert read(LEVELS + GOALS + SERVICES).partial == ""


def test_a_long_file_without_goals_and_services_holds_only_some_pages() -> None:
    heads = ("Placement", "Accommodations", "State Assessments", "Special Factors", "Extended School Year")
    assert read(LEVELS + "".join(f"# {h}\nIda and her class.\n\n" for h in heads)).partial


def test_one_missing_part_of_a_long_plan_is_a_gap_and_no_partial_file() -> None:
    rest = "".join(f"# {h}\nIda and her class.\n\n" for h in ("Placement", "Accommodations", "State Assessments"))
    assert read(LEVELS + GOALS + rest + ESY).partial == ""


def test_pages_that_could_not_be_read_are_known() -> None:
    assert read(f"{LEVELS}~~~\nlost\n~~~\n{GOALS}", unread={2}).unreadable_pages == (2,)


def test_a_draft_says_so_in_its_first_lines_or_its_header() -> None:
    assert plan(f"DRAFT\n{COVER}{LEVELS}").draft
    assert read(LEVELS, running={1: "Fern County DRAFT"}).draft
    assert not read(LEVELS + "Ida wrote a DRAFT of a story.\n").draft


def test_nothing_is_read_out_of_a_form_that_nobody_filled_in() -> None:
    blank = """\
# Individualized Education Program
Student Name: ______   Date of Birth: ___/___/___
# Present Levels of Performance
Describe the student's present levels and needs in reading.
# Measurable Annual Goals
Annual Goal: By ______, the student will ______
# Special Education Services
| Service | Frequency |
| Speech therapy | ___ minutes per week |
# Accommodations
☐ Extended time ☐ Calculator
"""
    found = plan(blank)
    assert (found.goals, found.services, found.accommodations, found.needs) == ((), (), (), None)


def test_assessments_and_courses_beside_postsecondary_goals_are_no_goals() -> None:
    text = (
        f"{COVER}# Measurable Postsecondary Goals\nBased on: vocational interview 09/22/2025\n"
        "Employment: After high school Ida will work as a welder.\n\n"
        "# Course of Study\n9: English 9, Algebra 1, Intro to Careers.\n"
    )
    transition = plan(text).transition
    assert transition is not None
    assert [g.text for g in transition.goals] == ["After high school Ida will work as a welder"]


def test_roles_of_directors_and_classroom_teachers_are_roles() -> None:
    people = "Ada Roe, special education director designee; Bo Lin, regular classroom teacher"
    team = plan(f"{COVER}# IEP Team Participants\n{people}\n").team
    assert team is not None
    assert [p.role for p in team] == ["special education director designee", "regular classroom teacher"]


def test_a_thing_that_will_be_decided_is_no_given_name() -> None:
    place = Place(1, None, "")
    assert list(subject_names([("Eligibility will be decided in spring. Placement will be discussed.", place)])) == []


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


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        (
            "Total minutes per week of school: 1,800\n\nMinutes per week in a special education setting: 450",
            75.0,
        ),
        ("Weekly instructional minutes: 1500\n\nMinutes outside the regular class: 300", 80.0),
        ("| Total minutes in the school week | 1,800 |\n| Minutes away from class | 900 |", 50.0),
        ("Total minutes per week of school: 1,800", None),
        ("Total minutes per day: 360\n\nMinutes outside the regular class: 60", None),
        ("Minutes per week of school: 200\n\nMinutes outside the regular class: 60", None),
    ],
)
def test_a_forms_own_totals_of_minutes_give_a_percentage(text: str, percent: float | None) -> None:
    assert placed(text).placement.percent_of_minutes == percent


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


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("Ida leaves class for reading, 315 of 2,100 minutes a week.", 85.0),
        ("Ida is out of general education 450 out of 1,800 minutes each week.", 75.0),
        ("Ida will take part with everybody in general education for 1,575 of 1,800 minutes per week.", 87.5),
        ("Ida is in the resource class 120 of 1,750 minutes a week.", None),  # on which side is not said
        ("Ida leaves class for 30 of 60 minutes.", None),  # no week
        ("Ida leaves class 300 of 1,500 minutes a week. Ida leaves class 150 of 1,500 minutes a week.", None),
    ],
)
def test_minutes_of_the_week_in_a_sentence_give_a_percentage(text: str, percent: float | None) -> None:
    assert placed(text).placement.percent_of_minutes == percent


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        (
            "Percent of time in general education setting: 45%\n\n☒ 40-79% in regular class ☐ 80-100% in regular class",
            45.0,
        ),
        ("Time in general education: 60%. A step card was tried in math.", 60.0),
        ("Time outside general education: 15%", 85.0),
        ("☒ 40-79% in regular class ☐ 80-100% in regular class", 79.0),
    ],
)
def test_the_share_of_the_day_counts_before_the_range_that_was_marked(text: str, percent: float) -> None:
    assert placed(text).placement.percent_general == percent
