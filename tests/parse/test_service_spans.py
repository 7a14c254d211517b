"""Service tables in which one head stands over several columns: blanks of a form, terms of a year, settings."""

from __future__ import annotations

from datetime import date

import pytest
from builders import COVER, plan, services, services_under_heading, weekly

START, END = date(2026, 3, 9), date(2027, 3, 1)


def test_blanks_below_one_head_say_together_how_much() -> None:
    found = services_under_heading(
        "| Service | Location | Frequency / Duration | | | | | Start | End |\n"
        "| Reading program | resource room | 4 | times per | Week | 45 | minutes | 03/09/2026 | 03/01/2027 |\n"
        "| Speech therapy | speech room | 2 | times per | Week | 20 | minutes | 03/09/2026 | 03/01/2027 |\n"
        "| | | | times per | | | minutes | | |"
    )
    assert weekly(found) == [("Reading program", 180), ("Speech therapy", 40)]
    assert [(s.start.value, s.end.value) for s in found] == [(START, END)] * 2


def test_each_term_of_a_year_is_a_service_of_its_own() -> None:
    found = services_under_heading(
        "| Service | Fall 03/09/2026 - 06/05/2026 | | Spring 08/24/2026 - 03/01/2027 | |\n"
        "| | Min. per session | Sessions per wk | Min. per session | Sessions per wk |\n"
        "| Reading support | 30 | 4 | 30 | 2 |\n"
        "| Math support | | | 45 | 5 |"
    )
    assert weekly(found) == [("Reading support", 120), ("Reading support", 60), ("Math support", 225)]
    assert [s.start.value for s in found] == [START, date(2026, 8, 24), date(2026, 8, 24)]
    assert [s.end.value for s in found] == [date(2026, 6, 5), END, END]


def test_minutes_per_week_in_short_add_up_over_settings() -> None:
    found = services_under_heading(
        "| RELATED SERVICES | Inside General Education | Outside General Education | Total MPW |\n"
        "| Speech-language | 0 | 40 MPW | 40 |\n"
        "| Social work services | 15 MPW | 15 MPW | 30 |\n"
        "| Nursing consultation | 10 min/month | - | - |\n"
        "| Occupational therapy | None | None | 0 |"
    )
    assert weekly(found) == [("Speech-language", 40), ("Social work services", 30), ("Nursing consultation", None)]
    assert found[0].location.value == "Outside General Education"


@pytest.mark.parametrize(
    "said",
    [
        "Considered, not needed",
        "30 Not needed, dismissed 2/5/2026",
        "0",
        "N/A - passed the screen",
        "Declined by family",
    ],
)
def test_a_row_that_says_that_nothing_is_given_is_no_service(said: str) -> None:
    found = services_under_heading(
        "| Service | Amount of time and frequency | Location |\n| Speech therapy | 20 min 2x/week | speech room |\n"
        f"| Occupational therapy | {said} | |"
    )
    assert weekly(found) == [("Speech therapy", 40)]


def test_what_is_given_later_is_a_service() -> None:
    found = services_under_heading(
        "| Service | Amount of time and frequency | Location |\n"
        "| Speech therapy | None until May, then 20 minutes, 2 x week | speech room |"
    )
    assert [s.name for s in found] == ["Speech therapy"]


@pytest.mark.parametrize(
    ("heads", "cells", "minutes"),
    [
        ("Sessions | Per | Minutes per session", "4 | ☒ Week ☐ Month ☐ Rep. Period | 30", 120),
        ("Sessions | Per | Minutes per session", "4 | ☐ Week ☒ Month ☐ Rep. Period | 30", None),
        ("Sessions | Per | Minutes per session", "4 | ☐ Week ☐ Month ☒ Rep. Period | 30", None),
        ("Minutes per service | x Service Frequency | Per Service Period", "30 | 4 | Weekly", 120),
        ("Group | Min / Wk | Model", "4 | 120 (30 min x 4) | pull-out", 120),
        ("Group | Specific Amount of Time and Frequency of Service | Model", "4 | 30 min 4x/week | direct", 120),
    ],
)  # fmt: skip
def test_how_much_a_week(heads: str, cells: str, minutes: int | None) -> None:
    found = services_under_heading(
        f"| Type of service | {heads} | Location |\n| Speech therapy | {cells} | speech room |"
    )
    assert weekly(found) == [("Speech therapy", minutes)]


@pytest.mark.parametrize("format_", ["m/d/y", "mm/dd/yyyy", "(mm/dd/yy)"])
def test_the_form_of_a_date_is_no_value_of_its_head(format_: str) -> None:
    (row,) = services_under_heading(
        f"| Service | Extent/Frequency | Initiation Date: {format_} | Duration {format_} |\n"
        "| Speech therapy | 20 min x 2 per week | 3/9/26 | 3/1/27 |"
    )
    assert (row.start.value, row.end.value) == (START, END)


@pytest.mark.parametrize(
    "line",
    [
        "There is a range of services, and the amount may vary within the hours that are told below. All times hold "
        "for the school calendar. Initiation date for all services: 3/9/2026. Anticipated ending date for all "
        "services: 3/1/2027.",
        "Beginning date of all services above: 3/9/2026   Ending date of all services above: 3/1/2027",
    ],
)
def test_dates_of_all_services_date_each_and_are_none(line: str) -> None:
    (row,) = services_under_heading(
        f"| Service | Time / Frequency | Location |\n| Speech therapy | 20 min 2x/wk | speech room |\n\n{line}"
    )
    assert (row.name, row.start.value, row.end.value) == ("Speech therapy", START, END)


def test_a_table_of_reports_among_services_is_none_of_them() -> None:
    found = services(
        "# Extended School Year\n☐ needed ☒ not needed\n\n**Progress Reporting**\n\n"
        "| Report | Frequency | Start | End | Location |\n"
        "| Goal progress report | 4 x per year | 03/09/2026 | 03/01/2027 | mailed home |"
    )
    assert found == ()


def test_what_the_staff_is_given_leaves_no_service_unread() -> None:
    text = (
        "# Related Services\n| Service | Setting | Time / Frequency |\n| Speech therapy | speech room | |\n\n"
        "**Program Modifications and Supports for School Personnel**\n"
        "Special education teacher consults with the class teacher on planning sheets, 15 min per month, in school."
    )
    assert plan(f"{COVER}{text}\n\n# Placement\nIda leaves class to be taught.\n").services_unread == ""


def test_a_total_leaves_nothing_unread() -> None:
    text = (
        "# Special Education\n| Service | Location | Frequency |\n| Reading support | class | 30 minutes daily |\n"
        "| Total | | 150 minutes per week |"
    )
    assert plan(f"{COVER}{text}\n\n# Placement\nIda leaves class to be taught.\n").services_unread == ""


TABLE = "| Service | Frequency | Location | Start | End |\n"
SPEECH = "| Speech therapy | 20 min 2x/week | speech room | 03/09/2026 | 03/01/2027 |\n"


def test_the_end_of_a_name_below_heads_printed_again_goes_on_with_the_service_of_the_page_before() -> None:
    found = services_under_heading(
        f"{TABLE}| Specially designed instruction in | 30 min daily | room 2 | 03/09/2026 | 03/01/2027 |\n~~~\n"
        f"{TABLE}| written expression | | | | |\n{SPEECH}"
    )
    assert weekly(found) == [("Specially designed instruction in written expression", 150), ("Speech therapy", 40)]


@pytest.mark.parametrize("mark", [" (continued)", " (cont.)", " - cont'd"])
def test_a_service_that_is_printed_once_more_on_the_next_page_is_one(mark: str) -> None:
    again = SPEECH.replace("therapy", f"therapy{mark}")
    assert weekly(services_under_heading(f"{TABLE}{SPEECH}~~~\n{TABLE}{again}")) == [("Speech therapy", 40)]
