"""Cover data in layouts that set label and value apart in other ways than "Label: value". Nobody here exists."""

from __future__ import annotations

from datetime import date

import pytest
from builders import plan

from iepaudit.model.field import FieldState
from iepaudit.model.iep import Iep

BODY = "\n\n# Present Levels\nIda reads 41 words per minute.\n\n# Annual Goals\nIda will read 80 words per minute."


def read(cover: str) -> Iep:
    return plan(f"# Individualized Education Program\n\n{cover}{BODY}")


def said(iep: Iep) -> tuple[object, ...]:
    return (
        iep.student.name.value, iep.student.birth_date.value, iep.student.grade.value, iep.dates.meeting.value,
        iep.dates.start.value, iep.dates.reevaluation.value,
    )  # fmt: skip


WHOLE = ("Ida Fenn", date(2016, 4, 9), "4", date(2026, 3, 2), date(2026, 3, 9), date(2027, 10, 1))


def test_labels_below_the_line_name_the_value_above_them() -> None:
    assert said(read("""
Ida Fenn               04/09/2016        4
Name of Student        Date of Birth     Grade
03/02/2026             03/09/2026        10/01/2027
Date of IEP Meeting    IEP Begins        Next Reevaluation
""")) == WHOLE  # fmt: skip


def test_a_list_of_values_each_above_its_label_is_read_upwards() -> None:
    assert said(read("""
Ida Fenn
Student Name
04/09/2016
Date of Birth
4
Grade
03/02/2026
Meeting Date
03/09/2026
IEP Start Date
10/01/2027
Reevaluation Due
""")) == WHOLE  # fmt: skip


def test_labels_above_their_values_are_still_read_downwards() -> None:
    assert said(read("""
Name of Student        Date of Birth     Grade
Ida Fenn               04/09/2016        4
Date of IEP Meeting    IEP Begins        Next Reevaluation
03/02/2026             03/09/2026        10/01/2027
""")) == WHOLE  # fmt: skip


def test_an_empty_line_above_its_label_takes_no_value_from_the_row_below() -> None:
    iep = read("""
Ida Fenn               04/09/2016        4
Name of Student        Date of Birth     Grade
03/02/2026             __________        10/01/2027
Date of IEP Meeting    IEP Begins        Next Reevaluation
""")
    assert iep.dates.start.state is not FieldState.FILLED
    assert (iep.dates.meeting.value, iep.dates.reevaluation.value) == (date(2026, 3, 2), date(2027, 10, 1))


def test_a_date_between_two_labels_that_could_both_be_its_own_is_left_out() -> None:
    iep = read("""
03/02/2026
IEP Start Date
03/09/2026
""")
    assert iep.dates.start.state is not FieldState.FILLED


@pytest.mark.parametrize("leader", [" ............ ", " . . . . . . ", " ____ ", "…… ", ": ........ "])
def test_leaders_lead_from_a_label_to_its_value(leader: str) -> None:
    rows = [("Child's name", "Ida Fenn"), ("Date of birth", "04/09/2016"), ("Grade", "4"),
            ("Date of IEP meeting", "03/02/2026"), ("Effective date of IEP", "03/09/2026"),
            ("Date of next reevaluation", "10/01/2027")]  # fmt: skip
    assert said(read("\n".join(f"{label}{leader}{value}" for label, value in rows))) == WHOLE


def test_a_table_of_contents_with_leaders_holds_no_values() -> None:
    assert read("Student Name: Ida Fenn\nAnnual Goals .......... 4\nGrade .......... 5").student.grade.value == "5"


def test_labels_in_bold_inside_of_a_paragraph_are_read_also_where_a_line_divides_them() -> None:
    assert said(read("""
**Student:** Ida Fenn, **born** 04/09/2016, **grade** 4, Elm School. **Parents:**
Ann and Bo Fenn. **Eligibility:** Specific learning disability. **Meeting**
**date:** 03/02/2026. **Initiation date:** 03/09/2026. **Reevaluation**
**due:** 10/01/2027.
""")) == WHOLE  # fmt: skip


def test_labels_in_plain_type_inside_of_a_paragraph_are_read_too() -> None:
    assert said(read("""
Student: Ida Fenn, born 04/09/2016, grade 4, Elm School. Parents: Ann and Bo
Fenn. Eligibility: Specific learning disability. Meeting date: 03/02/2026. Initiation
date: 03/09/2026. Reevaluation due: 10/01/2027.
""")) == WHOLE  # fmt: skip


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Initiated", "start"),
        ("IEP in effect from", "start"),
        ("IEP in effect to", "end"),
        ("Valid until", "end"),
        ("Evaluation completed", "evaluation"),
        ("Last evaluated", "evaluation"),
        ("Reevaluation by", "reevaluation"),
        ("Next FIE due", "reevaluation"),
        ("Next eligibility due", "reevaluation"),
        ("Reevaluation needed no later than", "reevaluation"),
        ("IEP Annual Review Date", "annual_review"),
        ("Conference held", "meeting"),
    ],
)
def test_dates_are_known_by_what_forms_call_them(label: str, name: str) -> None:
    iep = read(f"Student Name: Ida Fenn\n{label}: 10/01/2026")
    assert getattr(iep.dates, name).value == date(2026, 10, 1)
    others = {"meeting", "start", "end", "annual_review", "evaluation", "reevaluation"} - {name}
    assert not [other for other in others if getattr(iep.dates, other).filled]


def test_two_labels_in_one_place_share_the_values_beside_them() -> None:
    iep = read("Student Name: Ida Fenn   Grade / DOB: 4 / 04/09/2016\n")
    assert (iep.student.grade.value, iep.student.birth_date.value) == ("4", date(2016, 4, 9))


def test_a_row_of_labels_names_the_values_below_though_one_of_them_is_unknown() -> None:
    iep = read("""
| Date of Conference | Room Booked | Date of Last Evaluation | Next Reevaluation |
| 03/02/2026 | 12 | 10/02/2024 | 10/01/2027 |
""")
    assert iep.dates.meeting.value == date(2026, 3, 2)


@pytest.mark.parametrize("ends", ["March 8,\n2027", "March\n8, 2027", "03/08/\n2027"])
def test_a_date_divided_at_the_line_end_is_one_date(ends: str) -> None:
    cover = f"Student: Ida Fenn   Birth Date: April 9, 2016\nIEP Start Date: March 9, 2026   IEP End Date: {ends}\n"
    iep = read(cover + "Disability: Specific Learning Disability\n")
    assert (iep.dates.start.value, iep.dates.end.value) == (date(2026, 3, 9), date(2027, 3, 8))


@pytest.mark.parametrize(
    "line",
    [
        "Duration of this IEP from   03/09/2026   to   03/08/2027",
        "Duration of this IEP from   03/09/2026   to 03/08/2027",
        "**IEP in effect from**   03/09/2026   **through**   03/08/2027",
        "Dates of IEP   March 9, 2026   -   March 8, 2027",
    ],
)
def test_two_dates_with_gaps_around_the_word_between_them_are_one_span(line: str) -> None:
    iep = read(f"Student Name: Ida Fenn\n{line}\n")
    assert (iep.dates.start.value, iep.dates.end.value) == (date(2026, 3, 9), date(2027, 3, 8))


def test_a_value_alone_below_a_row_of_labels_belongs_to_the_label_above_it() -> None:
    iep = read("""
Date of IEP Meeting    IEP Begins             Next Reevaluation
                       03/09/2026
Student Name           Date of Birth          Grade
Ida Fenn               04/09/2016             4
""")
    assert not iep.dates.meeting.filled
    assert iep.dates.start.value == date(2026, 3, 9)


def test_an_empty_cell_takes_no_value_that_has_a_label_of_its_own_in_the_cell_below() -> None:
    iep = read("""
| **Student Name**//Ida Fenn | **Grade**//4 |
| **Date of IEP Meeting**//03/02/2026 | **IEP Start**//**Date** |
| **Annual Review Date**//03/01/2027 | **Eligibility Date**//10/02/2024 |
""")
    assert not iep.dates.start.filled
    assert iep.dates.meeting.value == date(2026, 3, 2)


COLUMNS = (
    "Meeting Date: 03/02/2026             Begin Date: 03/09/2026            Student: Ida Fenn\n"
    "Most Recent Evaluation: October 2,   Next Reevaluation: October 1,     Parents: Ann and Bo\n"
    "2024                                 2027                              Fenn\n"
)


def test_values_side_by_side_go_on_below_in_their_own_columns() -> None:
    iep = read(COLUMNS + "Disability: Specific Learning Disability\n")
    assert (iep.dates.evaluation.value, iep.dates.reevaluation.value) == (date(2024, 10, 2), date(2027, 10, 1))


def test_a_line_below_values_that_had_room_does_not_go_on_with_them() -> None:
    cover = "Student: Ida Fenn                    Birth Date: April 9, 2016         Grade: 4\n"
    student = read(cover + "Low                                  Elm                               Present\n").student
    assert student.name.value == "Ida Fenn"


@pytest.mark.parametrize(
    "cover",
    [
        "Student Name        Ida Rose        Birth Date     04/09/2016\n                    Fennimore\n",
        "Student Name:       Ida Rose        Grade:         4            Age:    9\n"
        "                    Fennimore\n"
        "Meeting Date:       03/02/2026      Start Date:    03/09/2026   School: Elm\n",
        "School              Elm Tree Road   Student Name   Ida Rose      Age       9\n"
        "                    School                         Fennimore\n",
    ],
)
def test_a_name_goes_on_below_in_the_column_of_the_values(cover: str) -> None:
    assert read(cover + "Disability: Specific Learning Disability\n").student.name.value == "Ida Rose Fennimore"


def test_a_date_stands_below_its_label_where_the_label_beside_it_is_unknown() -> None:
    found = read("| IEP Meeting Date | Zebra begins | Grade |\n| 03/02/2026 | 03/09/2026 | 4 |")
    assert found.dates.meeting.value == date(2026, 3, 2)


def test_dates_under_labels_of_services_are_those_of_the_plan() -> None:
    found = read(
        "Projected date of initiation of services: 03/09/2026\n"
        "Anticipated duration of services: 03/09/2026 - 03/08/2027\nDate of Annual IEP Meeting: 03/02/2026"
    )
    assert (found.dates.meeting.value, found.dates.start.value) == (date(2026, 3, 2), date(2026, 3, 9))
    assert found.dates.end.value == date(2027, 3, 8)


@pytest.mark.parametrize("slot", ["__{}__", "{}________", "____{}", "__{}__ "])
def test_values_typed_on_a_line_of_underscores_are_read(slot: str) -> None:
    values = {"Student": "Ida Fenn", "Birth Date": "4/9/2016", "Grade": "4", "Meeting Date": "March 2, 2026"}
    iep = read("".join(f"{label}: {slot.format(value)}\n" for label, value in values.items()))
    assert (iep.student.name.value, iep.student.birth_date.value) == ("Ida Fenn", date(2016, 4, 9))
    assert (iep.student.grade.value, iep.dates.meeting.value) == ("4", date(2026, 3, 2))


@pytest.mark.parametrize("slot", ["____years", "___ of ___", "________"])
def test_the_words_of_a_form_beside_a_line_of_underscores_are_no_value(slot: str) -> None:
    assert read(f"Student: Ida Fenn\nGrade: {slot}\n").student.grade.value is None


def test_a_list_of_the_team_that_says_the_name_short_counts_behind_the_label() -> None:
    people = (
        "| Role | Name | Participation |\n| Parent | Ann Fennimore | in person |\n"
        "| Student | Dory Fennimore | video |\n"
        "| Special education teacher | Bo Gray | in person |\n| LEA representative | Di Lee | in person |\n"
    )
    iep = read(f"{people}\nName of student: Theodora Fennimore\n")
    assert iep.student.name.value == "Theodora Fennimore"


def test_the_kind_of_meeting_is_no_label_of_the_date_below_it() -> None:
    iep = plan("""# Individualized Education Program
| Date of Meeting | 3/2/2026 | Type of Meeting | Annual Review |
| Annual Review Meeting | 3/1/2027 | Reevaluation Meeting | 10/1/2027 |
""" + BODY)  # fmt: skip
    assert (iep.dates.annual_review.value, iep.dates.reevaluation.value) == (date(2027, 3, 1), date(2027, 10, 1))


def test_the_kind_of_meeting_above_another_label_is_no_label_of_a_date() -> None:
    iep = plan("# IEP\n| Type of Meeting | Annual Review |\n| Meeting Date | 3/2/2026 |\n" + BODY)
    assert (iep.dates.meeting.value, iep.dates.annual_review.value) == (date(2026, 3, 2), None)


def test_a_row_of_labels_may_ask_for_the_kind_of_meeting_and_for_the_annual_review() -> None:
    iep = plan("""# IEP
| Meeting Date | Type of Meeting | Annual Review |
| 3/2/2026 | Annual | 3/1/2027 |
""" + BODY)  # fmt: skip
    assert iep.dates.annual_review.value == date(2027, 3, 1)


def test_a_known_label_in_a_narrow_cell_may_end_in_one_more_word() -> None:
    iep = plan("""# IEP
| IEP Date: 3/2/2026 | Next Scheduled Annual Review // Meeting: 3/1/2027 | Next Three-Year // Reevaluation: 10/1/2027 |
""" + BODY)  # fmt: skip
    assert (iep.dates.meeting.value, iep.dates.annual_review.value) == (date(2026, 3, 2), date(2027, 3, 1))


@pytest.mark.parametrize("cells", [
    "Duration of Services: From: 3/9/2026 | To: 3/8/2027",
    "Duration of IEP | From: 3/9/2026 | To: 3/8/2027",
    "IEP Period: | Begins: 3/9/2026 | Ends: 3/8/2027",
])  # fmt: skip
def test_the_first_day_and_the_last_behind_the_label_of_a_period_are_those_of_the_plan(cells: str) -> None:
    text = f"# IEP\nStudent: Ida Fenn\n\n# Present Levels\nIda reads 41 words.\n\n| {cells} |\n"
    dates = plan(text).dates
    assert (dates.start.value, dates.end.value) == (date(2026, 3, 9), date(2027, 3, 8))


def test_bare_first_and_last_days_far_from_the_cover_are_not_the_plan_s() -> None:
    dates = plan(
        "# IEP\nStudent: Ida Fenn\n\n# Present Levels\nIda reads.\n\n| From: 3/9/2026 | To: 3/8/2027 |\n"
    ).dates
    assert (dates.start.value, dates.end.value) == (None, None)


def test_bare_first_and_last_days_below_the_title_are_the_plan_s() -> None:
    dates = plan("# IEP\n| From: 3/9/2026 | To: 3/8/2027 |\n\n# Student Information\nStudent: Ida Fenn\n" + BODY).dates
    assert (dates.start.value, dates.end.value) == (date(2026, 3, 9), date(2027, 3, 8))


@pytest.mark.parametrize("label", ["IEP Annual Date", "Annual IEP Date", "Annual Date"])
def test_an_annual_date_a_year_on_is_that_of_the_next_review(label: str) -> None:
    dates = plan(f"# IEP\nMeeting Date: 3/2/2026\n\n{label}: 3/1/2027\n" + BODY).dates
    assert (dates.meeting.value, dates.annual_review.value) == (date(2026, 3, 2), date(2027, 3, 1))


def test_an_annual_date_before_the_plan_begins_is_that_of_the_meeting() -> None:
    dates = plan("# IEP\nAnnual IEP Date: 3/2/2026\n\nIEP Start Date: 3/9/2026\n" + BODY).dates
    assert (dates.meeting.value, dates.annual_review.value) == (date(2026, 3, 2), None)


@pytest.mark.parametrize("label", ["Date of Last FIIE / REED", "Last FIE or REED", "Most Recent ETR/Reevaluation Date"])
def test_the_last_evaluation_by_either_of_two_names(label: str) -> None:
    assert plan(f"# IEP\nStudent: Ida Fenn\n\n{label}: 11/4/2024\n" + BODY).dates.evaluation.value == date(2024, 11, 4)


@pytest.mark.parametrize(("first", "then", "name"), [
    ("Fenn, Ida R.", "Ida Rose Fenn", "Ida Rose Fenn"),
    ("Ida R. Fenn", "Fenn, Ida Rose", "Fenn, Ida Rose"),
    ("Ida Rose Fenn", "Fenn, Ida R.", "Ida Rose Fenn"),
    ("Ida R. Fenn", "Ida Sue Fenn", "Ida R. Fenn"),
    ("Ida Fenn", "Ida Roe", "Ida Fenn"),
])  # fmt: skip
def test_a_name_is_read_where_it_is_spelled_out(first: str, then: str, name: str) -> None:
    iep = plan(f"# IEP\nStudent: {first}\n\nGrade: 4\n{BODY}\n\n# Student Information\nStudent Name: {then}\n")
    assert iep.student.name.value == name


@pytest.mark.parametrize("first", [False, True])
def test_labels_and_values_in_turns_without_colons_go_on_below_in_their_columns(first: bool) -> None:
    pairs = [("End Date", "3/8/2027"), ("Most Recent", "10/2/2024")]
    (a, b), (c, d) = reversed(pairs) if first else pairs
    below = " " * (0 if first else 50) + "Evaluation"
    iep = read(f"Student: Ida Fenn\n{a:<25}{b:<25}{c:<25}{d}\n{below}\nDisability: Autism\n")
    assert (iep.dates.end.value, iep.dates.evaluation.value) == (date(2027, 3, 8), date(2024, 10, 2))


FACTS = "Student: Ida Fenn   Birth date: 04/09/2016   Start date: 03/09/2026   End date: 03/08/2027"


@pytest.mark.parametrize("head", ["Pupil and Plan Facts", "Who This Is About"])
def test_facts_below_the_title_under_a_heading_of_their_own_are_the_cover(head: str) -> None:
    iep = read(f"Larch Valley Schools\n\n## {head}\n\n{FACTS}\n")
    assert (iep.student.name.value, iep.dates.start.value) == ("Ida Fenn", date(2026, 3, 9))


@pytest.mark.parametrize("head", ["Parent/Guardian", "Guardian"])
def test_a_name_asked_for_under_the_parents_is_not_that_of_the_child(head: str) -> None:
    iep = read(f"## {head}\n\n| Name | Relationship |\n|---|---|\n| Olive Fenn | Mother |\n\n## Student\n\n{FACTS}\n")
    assert iep.student.name.value == "Ida Fenn"


@pytest.mark.parametrize("number", ["STN 104455", "SSID: 4471902", "ID# 20-4471", "Student ID 4471"])
def test_a_number_behind_the_name_is_no_part_of_it(number: str) -> None:
    assert read(f"Student name: Ida Fenn {number}\n").student.name.value == "Ida Fenn"


@pytest.mark.parametrize(
    "note", ["Annual IEP as written, begins 03/16/2026.", "Meeting date was moved, now on 03/16/2026."]
)
def test_a_date_late_in_a_note_is_not_that_of_the_words_it_begins_with(note: str) -> None:
    assert read(f"Student: Ida Fenn\n\n{note}\n").dates.meeting.value is None


@pytest.mark.parametrize("number", ["KIDSTAT #", "Fenn State No.", "LASID Number", "State ID #"])
def test_a_label_for_a_number_that_only_a_state_knows_is_one_of_a_row_of_labels(number: str) -> None:
    iep = read(f"""
Student's Full Name        Date of Birth        Grade        {number}
Ida Fenn                   04/09/2016           4            88123
""")
    assert said(iep)[:3] == WHOLE[:3]


def test_a_box_beside_a_day_does_not_part_the_day_from_the_label_below_it() -> None:
    iep = read("""
Ida Fenn               04/09/2016        4
Name of Student        Date of Birth     Grade
☒ F ☐ M                Fern Hill         03/01/2027
Gender                 School            Annual Review Date
03/02/2026             03/09/2026        10/01/2027
Date of IEP Meeting    IEP Begins        Next Reevaluation
""")
    assert said(iep) == WHOLE
    assert iep.dates.annual_review.value == date(2027, 3, 1)
