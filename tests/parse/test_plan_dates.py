"""The dates of a plan behind labels of many wordings."""

from __future__ import annotations

from datetime import date

import pytest
from builders import plan

from iepaudit.model.iep import Dates


def dates_of(cover: str) -> Dates:
    text = f"# Individualized Education Program (IEP)\n\n{cover}\n\n# Annual Goals\nGoal 1: Ida will read 90 words.\n"
    return plan(text).dates


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Annual Date of IEP Meeting", "meeting"),
        ("Date the IEP Team Met", "meeting"),
        ("Proposed Start Date of IEP", "start"),
        ("Date this plan goes into effect", "start"),
        ("Projected End Date", "end"),
        ("Last Day of the IEP", "end"),
        ("Review due on or before", "annual_review"),
        ("Prior Comprehensive Evaluation Date", "evaluation"),
        ("Next Comprehensive Reevaluation", "reevaluation"),
        ("Most Recent Eval. Date", "evaluation"),
        ("Date of Last Elig. Determ.", "evaluation"),
        ("Next Reeval Mtg. Date", "reevaluation"),
        ("Proj. Start Date of IEP", "start"),
        ("IEP Mtg. Date", "meeting"),
        ("Due Date of Next IEP Meeting", "annual_review"),
        ("Next 3-Year Review", "reevaluation"),
    ],
)
def test_a_date_is_read_behind_a_label_of_known_words(label: str, name: str) -> None:
    found = dates_of(f"Student: Ida Fenn\n\n{label}: 9/8/2026")
    assert getattr(found, name).value == date(2026, 9, 8)


def test_from_when_to_when_a_plan_is_in_effect_is_read_behind_one_label() -> None:
    found = dates_of("Student: Ida Fenn\n\nDate IEP in effect: 9/8/2026 through 9/6/2027")
    assert (found.start.value, found.end.value) == (date(2026, 9, 8), date(2027, 9, 6))


def test_a_three_year_evaluation_after_the_meeting_is_the_next_one() -> None:
    found = dates_of("Student: Ida Fenn\n\nIEP Meeting Date: 9/8/2026\n\nThree year evaluation date: 4/21/2028")
    assert (found.evaluation.value, found.reevaluation.value) == (None, date(2028, 4, 21))


def test_of_an_annual_review_and_the_next_one_the_first_is_the_meeting() -> None:
    found = dates_of("Student: Ida Fenn\n\nAnnual Review Date: 10/5/2026\n\nNext Annual Review Date: 10/4/2027")
    assert (found.meeting.value, found.annual_review.value) == (date(2026, 10, 5), date(2027, 10, 4))


def test_a_lone_annual_review_date_is_not_the_meeting() -> None:
    found = dates_of("Student: Ida Fenn\n\nAnnual Review Date: 10/4/2027")
    assert (found.meeting.value, found.annual_review.value) == (None, date(2027, 10, 4))


def test_two_periods_of_services_leave_the_end_of_the_plan_open() -> None:
    found = dates_of(
        "Student: Ida Fenn\n\nInitiation and Duration of School Year Services: 10/6/2026\n\nto: 6/17/2027\n\n"
        "Initiation and Duration of School Year Services: 8/26/2027\n\nto: 10/4/2027"
    )
    assert (found.start.value, found.end.value) == (date(2026, 10, 6), None)


def test_a_date_behind_the_value_of_another_label_is_read_with_its_own_label() -> None:
    found = dates_of("Student: Ida Fenn\n\nMeeting Purpose: Annual Next Annual IEP Date: 9/14/2027")
    assert found.annual_review.value == date(2027, 9, 14)


def test_the_date_beside_the_name_is_that_of_the_meeting_when_the_plan_begins_soon_after() -> None:
    found = dates_of("Student: Ida Fenn Date: 9/8/2026\n\nIEP Start Date: 9/10/2026")
    assert found.meeting.value == date(2026, 9, 8)
    found = dates_of("Student: Ida Fenn Date: 1/8/2025\n\nIEP Start Date: 9/10/2026")
    assert found.meeting.value is None


@pytest.mark.parametrize("label", ["IEP End Date / Next Annual Review", "Annual Review Date / IEP Ends"])
def test_one_date_at_a_label_for_the_end_and_the_review_is_both(label: str) -> None:
    found = dates_of(f"Student: Ida Fenn\n\n{label}: 9/7/2027")
    assert (found.end.value, found.annual_review.value) == (date(2027, 9, 7), date(2027, 9, 7))


def test_one_date_at_a_label_for_the_last_and_the_next_evaluation_is_neither() -> None:
    found = dates_of("Student: Ida Fenn\n\nLast evaluation / next evaluation: 9/7/2027")
    assert (found.evaluation.value, found.reevaluation.value) == (None, None)


@pytest.mark.parametrize(
    "line", ["Most Recent ESR Date: 3/4/2025", "Date of ESER: 3/4/2025", "ESER 3/4/2025: Basic Reading 82, Spelling 79"]
)
def test_the_report_of_an_evaluation_is_known_by_its_letters(line: str) -> None:
    assert dates_of(f"Student: Ida Fenn\n\n{line}").evaluation.value == date(2025, 3, 4)


def test_dates_on_lines_of_their_own_without_colons_are_read() -> None:
    found = dates_of("DOB 03/04/2016 Age 10 Grade 5\n\nDate of IEP meeting 09/08/2026\n\nReevaluation Due 10/2/2028")
    assert (found.meeting.value, found.reevaluation.value) == (date(2026, 9, 8), date(2028, 10, 2))


@pytest.mark.parametrize("number", ["| 3 | Important Dates |", "| 3 | Important Dates | | |"])
def test_the_number_of_a_part_above_a_row_of_labels_is_no_value_of_them(number: str) -> None:
    found = dates_of(
        f"""Student: Ida Fenn

{number}
| IEP Meeting Date | IEP Begins | IEP Ends | Most Recent Evaluation |
| 10/05/2026 | 10/12/2026 | 10/04/2027 | 10/04/2025 |
"""
    )
    assert (found.meeting.value, found.start.value) == (date(2026, 10, 5), date(2026, 10, 12))


@pytest.mark.parametrize(
    "levels",
    [
        "Reevaluation and eligibility 03/04/2025 (next due 03/04/2028). Reading 76.",
        "The last triennial was finished 3/4/2025; the next is due by 3/4/2028.",
    ],
)
def test_the_last_evaluation_and_the_next_stand_in_one_sentence(levels: str) -> None:
    found = dates_of(f"Student: Ida Fenn\n\nIEP dates: 9/8/2026 to 9/7/2027\n\n# Present Levels\n{levels}")
    assert (found.evaluation.value, found.reevaluation.value) == (date(2025, 3, 4), date(2028, 3, 4))


def test_the_first_evaluation_is_the_last_until_the_one_that_is_due_three_years_after_it() -> None:
    cover = "Student: Ida Fenn\n\nDate of Initial Evaluation: {}\n\nNext Reevaluation: 4/23/2028"
    assert dates_of(cover.format("4/23/2025")).evaluation.value == date(2025, 4, 23)
    assert dates_of(cover.format("4/23/2022")).evaluation.value is None


@pytest.mark.parametrize(
    "period",
    [
        "| IEP Effective: From//03/09/2026 | IEP Effective: To//03/08/2027 |",
        "| IEP Dates: From//03/09/2026 | IEP Dates: Through//03/08/2027 |",
        "IEP Duration: Beginning 03/09/2026\nIEP Duration: Ending 03/08/2027",
        "Date on which services 03/09/2026 will begin:\nAnticipated Duration of Services: 03/08/2027",
        "IEP Implementation Date (when services 03/09/2026 and programs begin):\nIEP Period: To 03/08/2027",
    ],
)
def test_a_label_of_a_day_is_divided(period: str) -> None:
    title = "# Individualized Education Program\nStudent Name: Ida Fenn   Date of Birth: 05/14/2016\n"
    dates = plan(f"{title}Meeting Date: 03/02/2026\n{period}\n\n# Present Levels\nIda reads.\n").dates
    assert (dates.meeting.value, dates.start.value, dates.end.value) == (
        date(2026, 3, 2),
        date(2026, 3, 9),
        date(2027, 3, 8),
    )


@pytest.mark.parametrize("known", ["IEP Meeting Date: 03/02/2026", "Annual Review Date: 03/08/2027"])
def test_bare_first_and_last_days_beside_the_day_of_the_meeting_or_the_review_are_the_plan_s(known: str) -> None:
    title = "# Fenn County Schools   Individualized Education Program\nSchool No. 4\n\n"
    cover = f"# Plan Facts\n{known}\nStart Date: 03/09/2026      End Date: 03/08/2027\n\n# Student\nName: Ida Fenn\n\n"
    dates = plan(f"{title}{cover}# Present Levels\nIda reads.\n").dates
    assert (dates.start.value, dates.end.value) == (date(2026, 3, 9), date(2027, 3, 8))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Date of Most Recent Full and Individual", "Evaluation Report"),
        ("Date of Last Comprehensive", "Assessment Report"),
    ],
)
def test_a_label_goes_on_below_though_other_labels_with_values_stand_beside_its_first_line(
    first: str, second: str
) -> None:
    line = f"{first}        Reevaluation Due: 03/04/2028        Amendment Date:"
    assert dates_of(f"Student: Ida Fenn\n\n{line}\n{second}: 03/05/2025").evaluation.value == date(2025, 3, 5)


@pytest.mark.parametrize(
    "label",
    ["Most Recent Integrated Written Assessment Report", "Comprehensive Evaluation Report (CER) Date"],
)
def test_the_report_of_an_evaluation_tells_its_day(label: str) -> None:
    assert dates_of(f"Student: Ida Fenn\n\n{label}: 03/05/2025").evaluation.value == date(2025, 3, 5)


@pytest.mark.parametrize(
    ("label", "value"),
    [
        ("Evaluation / Reevaluation Due", "03/05/2025 / 03/04/2028"),
        ("Evaluated / Due", "03/05/2025 - 03/04/2028"),
        ("FIE / Next Due", "03/05/2025, due 03/04/2028"),
        ("Evaluation", "03/05/2025 (3-year due 03/04/2028)"),
        ("Eligibility / 3-Year Due", "3/5/25 / 3/4/28"),
        ("Last evaluation Next evaluation due by", "03/05/2025 03/04/2028"),
    ],
)
def test_two_days_at_a_label_for_two_evaluations_are_the_last_and_the_next(label: str, value: str) -> None:
    found = dates_of(f"Student: Ida Fenn\n\nIEP Meeting Date: 9/8/2026\n\n{label}: {value}")
    assert (found.evaluation.value, found.reevaluation.value) == (date(2025, 3, 5), date(2028, 3, 4))


@pytest.mark.parametrize(
    "label",
    ["Evaluation", "MDT Evaluation Date", "Eligibility / Evaluation Date", "Date Evaluated", "School Evaluation Date"],
)
def test_an_evaluation_before_the_meeting_is_the_last_one(label: str) -> None:
    found = dates_of(f"Student: Ida Fenn\n\nIEP Meeting Date: 9/8/2026\n\n{label}: 03/05/2025")
    assert (found.evaluation.value, found.reevaluation.value) == (date(2025, 3, 5), None)


def test_an_evaluation_that_is_told_in_words_has_no_day() -> None:
    found = dates_of("Student: Ida Fenn\n\nIEP Meeting Date: 9/8/2026\n\nEvaluation: data sheets kept until 6/5/2026")
    assert found.evaluation.value is None


@pytest.mark.parametrize(
    "sentence",
    [
        "This program begins on September 15, 2026 and ends on September 7, 2027.",
        "Ida's IEP is in effect from 9/15/2026 through 9/7/2027.",
        "The new plan starts 9/15/2026 and will expire on 9/7/2027.",
    ],
)
def test_a_sentence_below_the_date_of_the_meeting_tells_when_the_plan_runs(sentence: str) -> None:
    found = dates_of(f"Student: Ida Fenn\n\nMeeting date: 9/8/2026\n\n{sentence}")
    assert (found.start.value, found.end.value) == (date(2026, 9, 15), date(2027, 9, 7))


def test_a_sentence_on_the_meeting_beside_one_on_the_year() -> None:
    told = "The team met on October 2, 2026. The program begins October 5, 2026 and ends October 1, 2027."
    dates = plan(f"# Individualized Education Program\n{told}\n\n# Present Levels\nIda reads 60 words.\n").dates
    assert (dates.meeting.value, dates.start.value) == (date(2026, 10, 2), date(2026, 10, 5))


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("Duration From", "Duration To"),
        ("Effective Dates From", "Effective Dates Through"),
        ("Term Begins", "Term Ends"),
    ],
)
def test_from_and_to_behind_a_word_for_the_period_are_its_first_day_and_its_last(first: str, last: str) -> None:
    found = dates_of(f"| IEP Meeting Date | {first} | {last} |\n| 9/8/2026 | 9/15/2026 | 9/7/2027 |")
    assert (found.start.value, found.end.value) == (date(2026, 9, 15), date(2027, 9, 7))


def test_a_label_of_two_lines_in_the_cell_of_its_day_is_read_as_one() -> None:
    found = dates_of(
        "| Most Recent Full and //Individual Evaluation //Date //3/4/2025 | Next Evaluation Due //3/3/2028 |"
    )
    assert (found.evaluation.value, found.reevaluation.value) == (date(2025, 3, 4), date(2028, 3, 3))


def test_a_cell_with_a_day_among_its_words_gives_no_day_to_the_label_in_front_of_them() -> None:
    found = dates_of("| Most Recent Full and //Individual Evaluation //Date was 3/4/2020 and now it is //3/4/2025 |")
    assert found.evaluation.value is None


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (("IEP Implementation Date (Projected Date when", "Services Will Begin): 9/8/2026"),
         ("Projected End Date of", "the IEP: 9/7/2027")),
        (("Start Date of the", "IEP: 9/8/2026"), ("Expiration Date of the Services", "and the IEP: 9/7/2027")),
    ],
)  # fmt: skip
def test_labels_of_two_lines_beside_each_other_have_their_own_days(
    left: tuple[str, str], right: tuple[str, str]
) -> None:
    width = max(map(len, left)) + 2
    found = dates_of("\n".join(f"{a:{width}}{b}" for a, b in zip(left, right, strict=True)))
    assert (found.start.value, found.end.value) == (date(2026, 9, 8), date(2027, 9, 7))


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Projected Beginning and Ending Date(s) of IEP Services and Modifications", "end"),
        ("IEP Services End", "end"),
        ("Initiation", "start"),
        ("Next 3-Year Date", "reevaluation"),
    ],
)
def test_dates_behind_labels_of_services_and_of_three_years(label: str, name: str) -> None:
    said = "9/8/2026 to 9/7/2027" if "and" in label else "9/7/2027"
    found = dates_of(f"Student: Ida Fenn\n\n{label}: {said}")
    assert getattr(found, name).value == date(2027, 9, 7)


def test_days_that_follow_a_period_on_one_line_have_labels_of_their_own() -> None:
    found = dates_of(
        "Student: Ida Fenn\n\nDates of IEP: from 9/8/2026 to 9/7/2027 Annual IEP review due 9/6/2027 Last evaluation "
        "4/21/2025 3-yr reevaluation due\n4/20/2028\n"
    )
    assert (found.start.value, found.end.value) == (date(2026, 9, 8), date(2027, 9, 7))
    assert (found.annual_review.value, found.evaluation.value) == (date(2027, 9, 6), date(2025, 4, 21))
    assert found.reevaluation.value == date(2028, 4, 20)


def test_the_head_of_a_row_tells_of_what_the_last_day_and_the_next_are() -> None:
    found = dates_of("| Student | Ida Fenn |\n| Evaluation | Last: 4/21/2025//Next: 4/20/2028 |\n")
    assert (found.evaluation.value, found.reevaluation.value) == (date(2025, 4, 21), date(2028, 4, 20))
    other = dates_of("| Student | Ida Fenn |\n| Vision screening | Last: 4/21/2025 |\n")
    assert other.evaluation.value is None
