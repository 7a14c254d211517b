"""Dates in running text."""

from __future__ import annotations

from datetime import date

import pytest

from iepaudit.parse.dates import (
    find_dates,
    first_date,
    month_and_year,
    only_dates,
    says_roughly_when,
    writes_day_first,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3/4/2026", date(2026, 3, 4)),
        ("03/04/2026", date(2026, 3, 4)),
        ("3-4-2026", date(2026, 3, 4)),
        ("3.4.2026", date(2026, 3, 4)),
        ("3 / 4 / 2026", date(2026, 3, 4)),
        ("3/4/26", date(2026, 3, 4)),
        ("5/14/71", date(1971, 5, 14)),
        ("5/14/70", date(1970, 5, 14)),
        ("5/14/69", date(2069, 5, 14)),
        ("2026-03-04", date(2026, 3, 4)),
        ("2026/3/4", date(2026, 3, 4)),
        ("14/5/2016", date(2016, 5, 14)),
        ("March 4, 2026", date(2026, 3, 4)),
        ("MARCH 4 2026", date(2026, 3, 4)),
        ("Mar. 4, 2026", date(2026, 3, 4)),
        ("Sept. 4th, 2026", date(2026, 9, 4)),
        ("4 March 2026", date(2026, 3, 4)),
        ("the 4th of March, 2026", date(2026, 3, 4)),
        ("4 de marzo de 2026", date(2026, 3, 4)),
        ("el 4 de agosto del 2026", date(2026, 8, 4)),
        ("held on 3/4/2026.", date(2026, 3, 4)),
        ("2/29/2028", date(2028, 2, 29)),
        ("March 4,2026", date(2026, 3, 4)),
        ("Mar.4,2026", date(2026, 3, 4)),
        ("Sept 8, '26", date(2026, 9, 8)),
        ("4-Mar-2026", date(2026, 3, 4)),
        ("04-MAR-26", date(2026, 3, 4)),
    ],
)
def test_each_spelling_is_read(text: str, expected: date) -> None:
    assert first_date(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "13/32/2026",
        "2/29/2026",
        "April 31, 2026",
        "0/4/2026",
        "3/4",
        "March 2026",
        "2026",
        "3/4-2026",
        "34 CFR 300.320",
        "4/5 trials",
        "1/2/3/2026",
        "x3/4/2026",
        "3/4/2026a",
        "3/4/202",
        "phone 555-12-3456",
        "__/__/____",
        "",
    ],
)
def test_what_is_no_whole_date_is_none(text: str) -> None:
    assert find_dates(text) == ()


def test_several_dates_come_in_order_with_their_characters() -> None:
    text = "from 03/09/2026 to March 1, 2027"
    found = find_dates(text)
    assert [f.value for f in found] == [date(2026, 3, 9), date(2027, 3, 1)]
    assert [text[f.start : f.end] for f in found] == ["03/09/2026", "March 1, 2027"]


def test_an_impossible_date_does_not_hide_the_next() -> None:
    assert first_date("13/32/2026, then 3/4/2026") == date(2026, 3, 4)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("by May 2026", date(2026, 5, 31)),
        ("by Dec. 2026", date(2026, 12, 31)),
        ("February 2028", date(2028, 2, 29)),
        ("junio de 2026", date(2026, 6, 30)),
        ("in 2026", None),
        ("Maybe 2026", None),
    ],
)
def test_a_month_with_a_year_means_its_last_day(text: str, expected: date | None) -> None:
    assert month_and_year(text) == expected


def test_a_range_with_one_year_is_two_dates() -> None:
    assert [f.value for f in find_dates("June 8 to July 10, 2026")] == [date(2026, 6, 8), date(2026, 7, 10)]
    assert [f.value for f in find_dates("September 8 - May 29, 2026")] == [date(2025, 9, 8), date(2026, 5, 29)]


def test_dates_joined_by_a_hyphen_are_two_dates() -> None:
    assert [f.value for f in find_dates("9/15/25-9/9/26")] == [date(2025, 9, 15), date(2026, 9, 9)]


@pytest.mark.parametrize(
    ("texts", "answer"),
    [(["14/10/2025", "09/10/2026"], True), (["10/14/2025", "14/10/2025"], False), (["09/10/2026"], False)],
)
def test_days_come_first_only_where_a_date_can_be_read_no_other_way(texts: list[str], answer: bool) -> None:
    assert writes_day_first(texts) is answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("3/4/2026", True),
        ("(Sept. 8, 2026)", True),
        ("9/8/2026 - 6/11/2027", True),
        ("62 words on 3/4/2026", False),
        ("3/5 trials", False),
        ("", False),
    ],
)
def test_a_text_of_nothing_but_dates_is_told(text: str, answer: bool) -> None:
    assert only_dates(text) is answer


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(7/6-7/30/2027)", [date(2027, 7, 6), date(2027, 7, 30)]),
        ("11/6 through 2/3/27", [date(2026, 11, 6), date(2027, 2, 3)]),
        ("July 6-30, 2027", [date(2027, 7, 6), date(2027, 7, 30)]),
        ("Sept. 2, 2026-June 15, 2027", [date(2026, 9, 2), date(2027, 6, 15)]),
        ("9.2.26-6.15.27", [date(2026, 9, 2), date(2027, 6, 15)]),
        ("in 3/4 trials, 7/30/2027", [date(2027, 7, 30)]),
        ("July 30-6, 2027", []),
    ],
)
def test_the_first_day_of_a_range_takes_its_year_or_month_from_the_last(text: str, expected: list[date]) -> None:
    assert [found.value for found in find_dates(text)] == expected


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Sept-June", True),
        ("08/26 - 05/27", True),
        ("the 2026-27 school year", True),
        ("from the date of this IEP", True),
        ("He may use 12/20 to 18/20 words", False),
        ("one session of 20-30 minutes", False),
    ],
)
def test_a_period_without_whole_dates_is_told(text: str, answer: bool) -> None:
    assert says_roughly_when(text) is answer
