"""Who the plan is for, and its dates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from builders import COVER, document, plan

from iepaudit.model.field import FieldState
from iepaudit.parse.student import find_student, parse_grade, parse_name
from iepaudit.segment import segment


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ida Fenn", "Ida Fenn"),
        ("Fenn, Ida M.", "Fenn, Ida M."),
        ("Ida Fenn (preferred: Idi)", "Ida Fenn"),
        ("Ida O'Fenn-Ames", "Ida O'Fenn-Ames"),
        ("José Ñandú", "José Ñandú"),
        ('Ida "Idi" Fenn', 'Ida "Idi" Fenn'),
        ("Ida Fenn   Grade 4", "Ida Fenn"),
        ("S-20417", "S-20417"),
        ("Ida", "Ida"),
    ],
)
def test_names_are_read_as_printed(text: str, name: str) -> None:
    assert parse_name(text) == name


@pytest.mark.parametrize(
    "text",
    ["", "____", "Date of Birth", "Fern Hill Elementary School", "ida reads well", "05/14/2016", "Special Education",
     "Ida who likes to read long stories about ships"],
)  # fmt: skip
def test_what_is_no_name_is_none(text: str) -> None:
    assert parse_name(text) is None


@pytest.mark.parametrize(
    ("text", "grade"),
    [("4", "4"), ("4th", "4"), ("Grade 4", "4"), ("fourth grade", "4"), ("K", "K"), ("Kindergarten", "K"),
     ("Pre-K", "PK"), ("ECSE", "PK"), ("12", "12"), ("Junior", "11"), ("04", "4")],
)  # fmt: skip
def test_grades_are_read(text: str, grade: str) -> None:
    assert parse_grade(text) == grade


@pytest.mark.parametrize("text", ["", "A-", "2016", "0", "99", "Fern Hill", "good"])
def test_what_is_no_grade_is_none(text: str) -> None:
    assert parse_grade(text) is None


def test_the_cover_gives_name_birth_date_grade_and_dates() -> None:
    found = plan(COVER)
    assert (found.student.name.value, found.student.birth_date.value, found.student.grade.value) == (
        "Ida Fenn",
        date(2016, 5, 14),
        "4",
    )
    assert (found.dates.meeting.value, found.dates.start.value, found.dates.end.value) == (
        date(2026, 3, 2),
        date(2026, 3, 9),
        date(2027, 3, 1),
    )


HEAD = "# Individualized Education Program\n\nStudent Name: Ida Fenn   Grade: 4\n"


@pytest.mark.parametrize(
    "line",
    [
        "IEP Period: 03/09/2026 to 03/01/2027",
        "Duration of IEP: 03/09/2026 through 03/01/2027",
        "IEP Dates: 03/09/2026 - 03/01/2027",
    ],
)
def test_a_range_gives_start_and_end(line: str) -> None:
    dates = plan(f"{HEAD}{line}\n").dates
    assert (dates.start.value, dates.end.value) == (date(2026, 3, 9), date(2027, 3, 1))


def test_a_range_the_wrong_way_round_gives_neither() -> None:
    dates = plan(f"{HEAD}IEP Period: 03/01/2027 to 03/09/2026\n").dates
    assert not dates.end.filled


def test_a_bare_start_date_means_the_plan_only_on_its_cover() -> None:
    assert plan(f"{HEAD}Start Date: 03/09/2026\n").dates.start.value == date(2026, 3, 9)
    inside = f"{HEAD}\n# Measurable Annual Goals\nIda will read 90 words by March.\nStart Date: 03/09/2026\n"
    assert not plan(inside).dates.start.filled


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Next Annual Review", "annual_review"),
        ("Date of Most Recent Evaluation", "evaluation"),
        ("Triennial Reevaluation Due", "reevaluation"),
        ("ARD Meeting Date", "meeting"),
        ("IEP Effective Date", "start"),
        ("IEP Expiration Date", "end"),
        ("IEP services will begin", "start"),
        ("Initiation of services", "start"),
        ("Anticipated IEP end date", "end"),
        ("IEP review on or before", "annual_review"),
        ("This IEP will be reviewed no later than", "annual_review"),
        ("Última evaluación", "evaluation"),
    ],
)
def test_each_date_is_told_by_its_label(label: str, name: str) -> None:
    dates = plan(f"{HEAD}{label}: 03/09/2026\n").dates
    assert getattr(dates, name).value == date(2026, 3, 9)
    others = {"annual_review", "evaluation", "reevaluation", "meeting", "start", "end"} - {name}
    assert [o for o in others if getattr(dates, o).filled] == []


def test_the_name_in_all_running_headers_stands_in_where_the_cover_names_nobody() -> None:
    text = "# Individualized Education Program\nGrade: 4\n~~~\nIda reads.\n"
    found = plan(text, running={1: "Student: Ida Fenn   Page 1", 2: "Student: Ida Fenn   Page 2"})
    assert found.student.name.value == "Ida Fenn"


def test_what_stands_far_behind_the_name_in_a_header_is_no_part_of_it() -> None:
    text = "# Individualized Education Program\nGrade: 4\n~~~\nIda reads.\n"
    found = plan(
        text, running={1: "Student   Ida Fenn   Form PL-1 (08/24)", 2: "Student   Ida Fenn   Form PL-2 (08/24)"}
    )
    assert found.student.name.value == "Ida Fenn"


@pytest.mark.parametrize(
    ("header", "name"),
    [("Ida Rose Fenn", "Ida Rose Fenn"), ("Ole Rose Fenn", "Ida Fenn"), ("Ida Rose Marsh", "Ida Fenn")],
)
def test_all_of_a_name_is_taken_from_the_running_headers_where_the_plan_says_it_short(header: str, name: str) -> None:
    running = {1: f"Student Name: {header}   Page 1", 2: f"Student Name: {header}   Page 2"}
    found = plan(f"{COVER}~~~\n# Annual Goals\nGoal 1: Ida will read 60 words a minute.\n", running=running)
    assert found.student.name.value == name


def test_two_names_in_running_headers_decide_nothing_but_are_kept() -> None:
    text = "# Individualized Education Program\nGrade: 4\n~~~\nIda reads.\n"
    found = plan(text, running={1: "Student: Ida Fenn", 2: "Student: Ole Marsh"})
    assert not found.student.name.filled
    assert [(p.page, p.quote) for p in found.student.names_in_headers] == [(1, "Ida Fenn"), (2, "Ole Marsh")]


def test_a_name_in_a_header_ends_before_the_next_label() -> None:
    found = plan(f"{HEAD}", running={1: "Student: Ida Fenn Grade 4"})
    assert [p.quote for p in found.student.names_in_headers] == ["Ida Fenn"]


@pytest.mark.parametrize(
    "header",
    [
        "School District Name: Fern Mills Public Schools Student Name: Ida Fenn DOB: 05/14/2016",
        "Campus Code: 17 Name of Student: Ida Fenn Date of Birth: 05/14/2016",
        "Child's Name: Ida Fenn Birthdate: 05/14/2016 Page Owner: Cedar Office",
    ],
)
def test_a_header_with_several_labels_names_the_child_and_the_birth_date(header: str) -> None:
    text = "# Individualized Education Program\nGrade: 4\n~~~\nIda reads.\n"
    found = plan(text, running={1: header, 2: header}).student
    assert found.name.value == "Ida Fenn" and found.birth_date.value == date(2016, 5, 14)
    assert {p.quote for p in found.names_in_headers} == {"Ida Fenn"}


@pytest.mark.parametrize(
    "heads", ["Name | Role | Present", "Name | Parent | Signature", "Name | Agency / title | Date"]
)
def test_the_heads_of_a_list_of_people_are_nobodys_name(heads: str) -> None:
    people = f"| {heads} |\n| Ada Brook | Parent | yes |\n| Ole Marsh | General education teacher | yes |\n"
    found = plan(f"# Individualized Education Program\nGrade: 4\n\n# Attendance at Team Meeting\n{people}\n")
    assert not found.student.name.filled


@pytest.mark.parametrize("head", ["Role", "Relationship to Student", "Title/Agency", "Signature"])
def test_a_column_head_is_no_name(head: str) -> None:
    assert parse_name(head) is None


def test_the_child_in_a_list_of_people_is_named_where_nothing_else_does() -> None:
    people = "| Student | Ida Fenn |\n| Parent | Ada Brook |\n| Special education teacher | Ole Marsh |\n"
    found = plan(f"# Individualized Education Program\nGrade: 4\n\n# IEP Team Members\n{people}\n")
    assert found.student.name.value == "Ida Fenn"


def test_the_school_is_not_the_student() -> None:
    found = plan("# Individualized Education Program\n\nStudent Name: ______\nSchool: Fern Hill Elementary\nGrade: 4\n")
    assert found.student.name.state is FieldState.TEMPLATE


def test_a_bare_from_and_to_on_the_cover_are_the_plans_dates() -> None:
    dates = plan(f"{HEAD}From: 03/09/2026\nTo: 03/01/2027\n").dates
    assert (dates.start.value, dates.end.value) == (date(2026, 3, 9), date(2027, 3, 1))


@pytest.mark.parametrize(("day", "name"), [("05/01/2024", "evaluation"), ("05/01/2028", "reevaluation")])
def test_a_bare_reevaluation_date_is_the_last_or_the_next_by_the_meeting(day: str, name: str) -> None:
    dates = plan(f"{HEAD}IEP Meeting Date: 03/02/2026\nReevaluation: {day}\n").dates
    both = {"evaluation": dates.evaluation.filled, "reevaluation": dates.reevaluation.filled}
    assert [key for key, found in both.items() if found] == [name]


def test_sentences_say_when_a_plan_was_written_and_the_child_evaluated() -> None:
    text = (
        "# Individualized Education Program\n\nThis plan was written on March 2, 2026, by the team. "
        "Ida was last evaluated on May 6, 2024.\n"
    )
    dates = plan(text).dates
    assert (dates.meeting.value, dates.evaluation.value) == (date(2026, 3, 2), date(2024, 5, 6))


def test_a_name_divided_in_the_title_is_whole() -> None:
    made = document("# Individualized Education Program for Ida Fenn-\n\nIda was born on May 14, 2016.\n")
    (part, *_) = segment(made)
    whole = replace(part.sections[0].blocks[0], text=f"{part.title} Hart")
    part = replace(part, sections=(replace(part.sections[0], blocks=(whole, *part.sections[0].blocks)),))
    assert find_student(made, part, ()).name.value == "Ida Fenn-Hart"


@pytest.mark.parametrize(
    "line", ["Anticipated start of services: 03/09/2026", "Start of special education services: 03/09/2026"]
)
def test_the_start_of_services_on_the_cover_is_the_start_of_the_plan(line: str) -> None:
    assert plan(f"{HEAD}{line}\n").dates.start.value == date(2026, 3, 9)


def test_a_label_and_its_date_in_one_cell_need_no_colon() -> None:
    assert plan(f"{HEAD}\n| Meeting: 3/6/2026 | IEP starts 3/9/2026 |\n").dates.start.value == date(2026, 3, 9)


@pytest.mark.parametrize("label", ["Case Conference Committee (CCC) date", "ARD Committee Meeting Date"])
def test_the_date_of_the_committee_is_that_of_the_meeting(label: str) -> None:
    assert plan(f"# IEP\nStudent: Ida Roe\n{label}: 03/06/2026\n").dates.meeting.value == date(2026, 3, 6)


@pytest.mark.parametrize("label", ["IEP Duration (End)", "IEP Duration", "Duration of IEP", "IEP Period (to)"])
def test_a_lone_date_of_the_period_a_year_on_is_its_end(label: str) -> None:
    dates = plan(f"{HEAD}IEP Initiation: 04/20/2026\n{label}: 04/13/2027\n").dates
    assert dates.end.value == date(2027, 4, 13) and dates.start.value == date(2026, 4, 20)


def test_a_lone_date_of_the_period_without_a_begin_is_no_end() -> None:
    assert not plan(f"{HEAD}IEP Duration: 04/13/2027\n").dates.end.filled


@pytest.mark.parametrize("label", ["CSC/IEP meeting date", "ARD/IEP Meeting Date", "IEP and MDT meeting date"])
def test_a_meeting_of_two_committees_has_one_date(label: str) -> None:
    assert plan(f"{HEAD}{label}: 1 December 2026\n").dates.meeting.value == date(2026, 12, 1)


@pytest.mark.parametrize("value", ["C: Hearing and language", "Specific learning disability"])
def test_a_value_that_reaches_up_to_the_next_is_cut_under_its_label(value: str) -> None:
    gap = " " * (len(value) + 1 - len("Disability"))
    found = plan(f"# Individualized Education Program\nDisability{gap}IEP meeting date\n{value} 1 December 2026\n")
    assert found.dates.meeting.value == date(2026, 12, 1)


@pytest.mark.parametrize("text", ["No", "Yes", "N/A", "Last First Middle", "(Last, First, MI)", "Same", "Invited"])
def test_what_a_form_says_is_nobody_s_name(text: str) -> None:
    assert parse_name(text) is None


def test_a_name_ends_before_the_label_behind_it() -> None:
    assert parse_name("Ida Ray Fenn Date: 9/8/2026") == "Ida Ray Fenn"
    assert parse_name("Ida Ray Fenn Date of Birth: 9/8/2016") == "Ida Ray Fenn"


@pytest.mark.parametrize(
    "told",
    [
        "This plan is written for Ida Rose Fenn (date of birth May 14, 2016), a girl in Grade 4.",
        "Ida Rose Fenn, born on May 14, 2016, is in the fourth grade.",
        "We wrote this for Ida Rose Fenn (DOB 5/14/2016), who is in grade 4.",
    ],
)
def test_name_birth_date_and_grade_in_one_sentence(told: str) -> None:
    student = plan(f"# Individualized Education Program\n{told}\n\n# Present Levels\nIda reads 62 words.\n").student
    assert (student.name.value, student.birth_date.value, student.grade.value) == (
        "Ida Rose Fenn",
        date(2016, 5, 14),
        "4",
    )


@pytest.mark.parametrize("label", ["Last, First M.", "Last, First, Middle", "Last Name, First Name, MI"])
def test_the_order_of_the_parts_of_a_name_may_be_its_label(label: str) -> None:
    text = f"""
# Individualized Education Program
| {label} // Fenn, Ida R. | Birthdate // 05/14/2016 | Grade // 4 |
| Meeting Date // 03/02/2026 | Initiation Date // 03/09/2026 | Parent // Ada Fenn |

# Present Levels
Ida reads 40 words per minute.
"""
    assert plan(text).student.name.value == "Fenn, Ida R"


@pytest.mark.parametrize(("said", "grade"), [("Grade 2", "2"), ("Gr. 4", "4"), ("Grade Level 5", "5"), ("Grade", None)])
def test_a_grade_may_end_a_row_of_bold_labels_without_a_colon(said: str, grade: str | None) -> None:
    row = f"**Student Name** Ida Fenn   **Date of Birth** 6/21/2018   {said}"
    found = plan(f"# Individualized Education Program\n{row}\n\n# Present Levels\nIda reads 28 words.\n").student
    assert (found.grade.value, found.name.value) == (grade, "Ida Fenn")


@pytest.mark.parametrize(
    ("header", "name"),
    [("Fenn, Ida M. DOB 04/09/2016", "Fenn, Ida M."), ("Ida Fenn | State ID 4420118   Page 1", "Ida Fenn")],
)
def test_a_name_in_a_running_header_stands_before_the_birth_date_or_the_number(header: str, name: str) -> None:
    found = plan("# Present Levels\nShe reads 40 words.\n~~~\n# Annual Goals\nMore.", running={1: header, 2: header})
    assert found.student.name.value == name
    assert found.student.birth_date.value == (date(2016, 4, 9) if "DOB" in header else None)


def test_a_running_header_that_names_a_school_is_no_name() -> None:
    running = {1: "Fern Hill Elementary Grade 4", 2: "Fern Hill Elementary Grade 4"}
    found = plan("# Present Levels\nShe reads 40 words.\n~~~\n# Annual Goals\nMore.", running=running)
    assert found.student.name.value is None


def test_a_running_header_of_nothing_but_a_name_completes_the_given_name() -> None:
    text = (
        "# IEP Team\nParent: Joy Fenn. Teacher: Ed Marsh.\n\nStudent: Ida\n\n# Present Levels\nIda reads.\n~~~\nMore."
    )
    assert plan(text, running={1: "Ida Fenn", 2: "Ida Fenn"}).student.name.value == "Ida Fenn"
    assert plan(text, running={1: "Joy Fenn", 2: "Joy Fenn"}).student.name.value == "Ida"


def test_a_grade_in_a_cell_of_its_own_needs_no_colon() -> None:
    text = "| Student: Ida Fenn | Grade 03 |\n| DOB 4/9/2016 | School: Fern Hill |\n\n# Present Levels\nIda reads.\n"
    assert plan(text).student.grade.value == "3"


def test_a_name_in_cells_for_its_last_and_first_part() -> None:
    text = (
        "| Last: Fenn | First: Ida | MI: R |\n| DOB: 4/9/2016 | Grade: 4 | ID: 22-1 |\n\n# Present Levels\nIda reads.\n"
    )
    assert plan(text).student.name.value == "Ida Fenn"
