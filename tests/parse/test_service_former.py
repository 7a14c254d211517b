"""Services of the plan before, and rows that are marked as ended, are none of this plan."""

from __future__ import annotations

import pytest
from builders import services, services_under_heading, weekly

HEADS = "| Service | Minutes | Per | Location |\n"
NOW = "# Special Education Services\n" + HEADS + "| Reading instruction | 150 | week | Resource room |\n"


@pytest.mark.parametrize(
    "line",
    [
        "Review of Services from the Previous IEP (9/8/2025 - 9/7/2026)",
        "Prior Special Education and Related Services",
        "Services in Last Year's IEP",
        "Services that have been discontinued",
        "Services on the expiring IEP:",
    ],
)
@pytest.mark.parametrize("mark", ["", "# "])
def test_a_table_below_a_line_about_the_plan_before_holds_no_services_of_this_one(line: str, mark: str) -> None:
    before = f"# Services\n\n{mark}{line}\n\n{HEADS}| Speech therapy | 30 | week | Speech room |\n\nNext\n\n"
    assert weekly(services(before + NOW)) == [("Reading instruction", 150)]


@pytest.mark.parametrize(
    "line",
    ["Special Education Services (changes from the previous IEP are new)", "Services continued from the last IEP"],
)
def test_services_that_are_compared_with_those_before_are_of_this_plan(line: str) -> None:
    found = services(f"# Services\n\n{line}\n\n{HEADS}| Speech therapy | 30 | week | Speech room |\n\nNext\n\n{NOW}")
    assert weekly(found) == [("Speech therapy", 30), ("Reading instruction", 150)]


def test_services_stay_where_nothing_else_would_be_left() -> None:
    found = services(f"# Services\n\nPrevious services\n\n{HEADS}| Speech therapy | 30 | week | Speech room |")
    assert weekly(found) == [("Speech therapy", 30)]


@pytest.mark.parametrize(
    "status", ["Discontinued - goal met 5/2026", "Ended 6/1/2026", "Dismissed by team", "No longer needed", "Inactive"]
)
def test_a_row_with_a_status_of_ended_is_no_service(status: str) -> None:
    found = services_under_heading(
        "| Service | Minutes | Per | Location | Status |\n"
        f"| Speech therapy | 30 | week | Speech room | {status} |\n"
        "| Reading instruction | 150 | week | Removed from class | New |"
    )
    assert weekly(found) == [("Reading instruction", 150)]


def test_a_row_whose_name_says_that_it_ended_is_no_service() -> None:
    found = services_under_heading(
        HEADS + "| Speech therapy - discontinued 5/1/2026 | 30 | week | Speech room |\n"
        "| Counseling (ended) | 30 | week | Office |\n| Reading instruction | 150 | week | Class |"
    )
    assert weekly(found) == [("Reading instruction", 150)]


def test_a_row_that_points_to_the_service_as_it_is_given_now_is_no_other_one() -> None:
    found = services_under_heading(
        "| Service | Minutes | Per | Location | Status |\n"
        "| Reading instruction | 120 | week | Class | Changed, see below |\n"
        "| Reading instruction | 150 | week | Class | Active |"
    )
    assert weekly(found) == [("Reading instruction", 150)]


def test_a_sentence_about_a_service_that_was_discontinued_names_none() -> None:
    found = services_under_heading(
        "Speech therapy, 30 minutes per week, was discontinued in May.\n\n"
        "Ida will receive reading instruction for 30 minutes, 5 times per week, in the resource room."
    )
    assert weekly(found) == [("reading instruction", 150)]


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("Previous IEP minutes per week", "Current IEP minutes per week"),
        ("Former minutes per week", "Minutes per week"),
    ],
)
def test_a_column_of_minutes_in_the_plan_before_is_not_added(before: str, now: str) -> None:
    found = services_under_heading(
        f"| Service | {before} | {now} | Location |\n| Reading instruction | 100 | 150 | Resource room |\n"
        "| Speech therapy | 60 | 30 | Speech room |"
    )
    assert weekly(found) == [("Reading instruction", 150), ("Speech therapy", 30)]


@pytest.mark.parametrize(
    ("first", "second"), [("Previous services", "Current services"), ("Services that ended", "Services of this IEP")]
)
def test_rows_that_divide_a_table_by_plan_are_no_services(first: str, second: str) -> None:
    found = services_under_heading(
        f"{HEADS}| {first} | | | |\n| Speech therapy | 30 | week | Speech room |\n"
        f"| {second} | | | |\n| Reading instruction | 150 | week | Class |"
    )
    assert weekly(found) == [("Reading instruction", 150)]
