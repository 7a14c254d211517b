"""Accommodations, progress, people, needs, and files that hold only some pages."""

from __future__ import annotations

import pytest
from builders import COVER, plan

from iepaudit.model.field import Place
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


def test_a_grid_of_descriptions_holds_no_accommodation_in_its_other_columns() -> None:
    (one,) = aids("| Description | Frequency | Location |\n| audio books | daily | all settings |")
    assert (one.text, one.frequency.value, one.location.value) == ("audio books", "daily", "all settings")


@pytest.mark.parametrize("choice", ["With accommodations, listed below", "State reading test with accommodations"])
def test_a_choice_that_only_says_that_there_are_some_is_none(choice: str) -> None:
    assert aids(f"☐ Without accommodations ☒ {choice}", "State Assessments") == ()


def test_a_choice_that_names_them_is_one() -> None:
    found = aids("☐ Without accommodations ☒ With accommodations: extended time", "State Assessments")
    assert [a.text for a in found] == ["With accommodations: extended time"]


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


@pytest.mark.parametrize(
    "own",
    [
        "2. Ida will write ten sentences by March. Progress is measured by work samples.\n",
        "How progress will be measured: weekly probes\n\nGoal 2: Ida will sing.\n\n"
        "How progress will be measured: recordings\n",
        "How progress will be measured: ______\n\nGoal 2: Ida will sing.\n\n"
        "How progress will be measured: recordings\n",
    ],
)
def test_the_method_of_single_goals_is_that_of_no_other(own: str) -> None:
    assert not read(f"{GOALS}{own}").progress_method.filled


# -- transition --------------------------------------------------------------------------------------------------------


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


def test_roles_of_directors_and_classroom_teachers_are_roles() -> None:
    people = "Ada Roe, special education director designee; Bo Lin, regular classroom teacher"
    team = plan(f"{COVER}# IEP Team Participants\n{people}\n").team
    assert team is not None
    assert [p.role for p in team] == ["special education director designee", "regular classroom teacher"]


def test_a_thing_that_will_be_decided_is_no_given_name() -> None:
    place = Place(1, None, "")
    assert list(subject_names([("Eligibility will be decided in spring. Placement will be discussed.", place)])) == []
