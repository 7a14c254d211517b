"""How much of a service, in words; and what it comes to in a week, only where that is certain."""

from __future__ import annotations

import pytest

from iepaudit.parse.measures import read_measure


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("30 minutes, 5 times per week", 150),
        ("30 min., 5x weekly", 150),
        ("30 minutes 5 x week", 150),
        ("5 x 30 minutes per week", 150),
        ("five 30-minute sessions per week", 150),
        ("two 20-minute sessions weekly", 40),
        ("150 min/week", 150),
        ("150 minutes per week", 150),
        ("150 minutes weekly", 150),
        ("150 minutes a week", 150),
        ("150 minutes of reading instruction per week", 150),
        ("30 minutes daily", 150),
        ("30 minutes per day", 150),
        ("30 minutes each school day", 150),
        ("60 minutes per day, 4 days per week", 240),
        ("1 hour per week", 60),
        ("1.5 hours per week", 90),
        ("2 hrs/week", 120),
        ("half an hour, twice a week", 60),
        ("twice a week for half an hour", 60),
        ("once a week for 45 minutes", 45),
        ("thirty minutes, three times per week", 90),
        ("45 minutes once per week", 45),
        ("1 session per week, 30 minutes", 30),
        ("20 minutes; 2 times per week", 40),
        ("2 times per week; 20 minutes", 40),
        ("30 minutes, 3 times in a 6-day cycle", 75),
        ("60 minutos semanales", 60),
        ("30 minutos, dos veces por semana", 60),
        ("30 minutos diarios", 150),
        ("1,200 minutes per week", 1200),
    ],
)
def test_amount_and_frequency_come_to_minutes_a_week(text: str, minutes: int) -> None:
    assert read_measure(text).minutes_per_week == minutes


@pytest.mark.parametrize(
    "text",
    [
        "30 minutes per month",
        "30 minutes monthly",
        "30 minutes, 2 times per month",
        "30 minutes per quarter",
        "120 minutes per year",
        "30 minutes per grading period",
        "30 minutes every other week",
        "30 minutes biweekly",
        "30 minutes, biweekly",
        "30 minutes in a cycle",
        "30 minutes as needed",
        "as needed",
        "as appropriate",
        "20-30 minutes, 2 times per week",
        "20 to 30 minutes weekly",
        "30 minutes",
        "2 times per week",
        "weekly",
        "weekly probe",
        "4 of 5 trials",
        "90 words per minute",
        "",
    ],
)
def test_without_both_for_a_week_there_is_no_weekly_figure(text: str) -> None:
    assert read_measure(text).minutes_per_week is None


def test_two_times_a_week_is_not_per_week() -> None:
    assert read_measure("20 minutes, 2 times per week").minutes_per_week == 40
    assert "2 times" in read_measure("20 minutes, 2 times per week").frequency


def test_a_month_is_a_stated_frequency_without_a_weekly_figure() -> None:
    measure = read_measure("30 minutes per month")
    assert "30 minutes" in measure.amount
    assert "month" in measure.frequency


@pytest.mark.parametrize("text", ["as needed", "up to her teacher", "4 of 5 trials", "reads 90 words per minute"])
def test_what_states_no_time_has_neither_amount_nor_frequency(text: str) -> None:
    measure = read_measure(text)
    assert (measure.amount, measure.frequency) == ("", "")


def test_a_range_is_told_as_one() -> None:
    assert read_measure("20-30 minutes, 2 times per week").is_range
    assert not read_measure("20 minutes, 2 times per week").is_range


def test_numbers_are_never_rounded_to_near_ones() -> None:
    assert read_measure("110 minutes per week").minutes_per_week == 110
    assert read_measure("140 minutes per week").minutes_per_week == 140


def test_words_are_as_printed() -> None:
    measure = read_measure("Reading: 30 Minutes, 5 Times per Week in the resource room")
    assert (measure.amount, measure.frequency) == ("30 Minutes", "5 Times per Week")


def test_odd_hyphens_and_line_ends_do_not_matter() -> None:
    assert read_measure("five 30‑minute\nsessions   per week").minutes_per_week == 150


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("3 segments per week, 55 minutes each", 165),
        ("1 hr 30 min, 2 times per week", 180),
        ("Number of sessions: 5 Length of time: 0 hr 30 min Frequency: Weekly", 150),
        ("Number of sessions: 4 Length of time: 30 min Frequency: Monthly", None),
    ],
)
def test_hours_with_minutes_segments_and_labelled_parts(text: str, minutes: int | None) -> None:
    assert read_measure(text).minutes_per_week == minutes


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("4 segments of 55 min., 5x/wk", 1100),
        ("5x/wk, 4 segments of 55 min.", 1100),
        ("3 of 7 segments, 50 min each, daily", 750),
        ("3 periods of 45 minutes daily", 675),
        ("2 sessions of 30 minutes per week", 60),
        ("2 sessions of 30 min each, per week", 60),
        ("5 days/wk; 2 periods (45 min ea)", 450),
        ("1 period (50 min) per day", 250),
        ("55 min x 4 segments, 5 days/week", 1100),
        ("4 x 45 min blocks, 5 days a week", 900),
        ("4 seg. x 55 min x 5 d/wk", 1100),
        ("2 thirty minute sessions weekly", 60),
        ("2 30-min sessions/wk", 60),
        ("120 min/wk (4 sessions of 30 min)", 120),
        ("2 sessions of 30 min 4x/mo", None),
        ("3 blocks x 90 min every other day", None),
        ("2 segments, 55 min., 3x/wk", None),
        ("10 sessions of 30 min, 1x/wk", None),
    ],
)
def test_several_lessons_of_one_length_are_counted_together(text: str, minutes: int | None) -> None:
    assert read_measure(text).minutes_per_week == minutes


def test_several_lessons_are_shown_as_printed() -> None:
    measure = read_measure("4 segments of 55 min., 5x/wk")
    assert (measure.amount, measure.frequency) == ("4 segments of 55 min.", "5x/wk")


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("30 min x 4 a week", 120),
        ("20 minutes x 3 per week", 60),
        ("30 min × 5/week", 150),
        ("45 min x 2 monthly", None),
    ],
)
def test_minutes_times_a_bare_count_are_multiplied(text: str, minutes: int | None) -> None:
    assert read_measure(text).minutes_per_week == minutes


@pytest.mark.parametrize(
    "text",
    ["10/20/2027 minutes weekly", "ends 10-20-2027 minutes per week", "Oct. 20, 2027 minutes weekly", "2,700 min/week"],
)
def test_neither_a_date_nor_more_than_a_week_holds_is_an_amount_of_minutes(text: str) -> None:
    assert read_measure(text).minutes_per_week is None


def test_an_amount_beside_dates_is_read() -> None:
    assert read_measure("10/22/2026 10/20/2027 30 minutes 4 times weekly").minutes_per_week == 120
