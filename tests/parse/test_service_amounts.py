"""Service amounts in the ways in which people write them."""

from __future__ import annotations

import pytest

from iepaudit.parse.measures import read_measure

# what a plan says, whether that states an amount, whether a frequency, and what it comes to in a week, None when that
# cannot be known exactly
AMOUNTS = [
    ("30 min x 2/week", True, True, 60),
    ("30 min x 2 per wk.", True, True, 60),
    ("2x30 min weekly", True, True, 60),
    ("2 x 30 min/wk", True, True, 60),
    ("2x30/wk", True, True, 60),
    ("2 x 30 weekly", True, True, 60),
    ("30 x 2 weekly", True, True, 60),
    ("120 mpw", True, True, 120),
    ("90 MPW", True, True, 90),
    ("60 min / 2 days a week", True, True, 120),
    ("30 min/3 days weekly", True, True, 90),
    ("60 min / 2 days", True, True, 150),
    ("240 min/mo.", True, True, None),
    ("240 min per mo", True, True, None),
    ("30 minutes per week; 30 minutes, 1 time monthly", True, True, 30),  # the same in a second column
    ("30 minutes per week alone; 30 minutes monthly in a group", True, True, None),
    ("1 hr 15 min daily", True, True, 375),
    ("1 hour and 15 minutes per week", True, True, 75),
    ("1h30 weekly", True, True, 90),
    ("half hour weekly", True, True, 30),
    ("a half-hour, once a week", True, True, 30),
    ("half an hour every day", True, True, 150),
    ("an hour a day", True, True, 300),
    ("one hour and a half per week", True, True, 90),
    ("1 1/2 hours per week", True, True, 90),
    ("1½ hrs/wk", True, True, 90),
    ("½ hour daily", True, True, 150),
    ("0.5 hr, 5x/week", True, True, 150),
    (".25 hrs/day", True, True, 75),
    ("5 hrs/day", True, True, 1500),
    ("6.5 hours a day, 5 days a week", True, True, 1950),
    ("one period a day", True, True, None),
    ("1 period daily", True, True, None),
    ("1 period (47 min) a day", True, True, 235),
    ("45 min. every other week", True, True, None),
    ("45 min every 2 weeks", True, True, None),
    ("30 minutes, alternate weeks", True, True, None),
    ("20 min, 3-5 times per week", True, True, None),
    ("30 min 2-3x/wk", True, True, None),
    ("30 min two to three times weekly", True, True, None),
    ("15-20 min/day", True, True, None),
    ("30 min MWF", True, True, 90),
    ("30 min. M/W/F", True, True, 90),
    ("25 minutes on Tuesdays and Thursdays", True, True, 50),
    ("45 min Tu/Th", True, True, 90),
    ("40 minutes Monday through Friday", True, True, 200),
    ("40 min M-F", True, True, 200),
    ("30 minutes every Monday", True, True, 30),
    ("30 min bi-weekly", True, True, None),
    ("30 minutes twice monthly", True, True, None),
    ("30 min 2x/mo", True, True, None),
    ("30 min x 2 / month", True, True, None),
    ("Direct 60 min/wk; indirect 15 min/wk", True, True, 60),
    ("60 minutes per week direct, 15 minutes per month consult", True, True, 60),
    ("180 min per 6 weeks", True, True, None),
    ("30 minutes 9 times per 9 weeks", True, True, None),
    ("6 x 30 min per grading period", True, True, None),
    ("30 min per marking period", True, True, None),
    ("10 hours per school year", True, True, None),
    ("600 minutes yearly", True, True, None),
    ("60 min per semester", True, True, None),
    ("30 min per session, 2 sessions per week", True, True, 60),
    ("30 min/session; 3 sessions/week", True, True, 90),
    ("30 minutes per session", True, False, None),
    ("2 sessions weekly of 30 minutes each", True, True, 60),
    ("2 weekly sessions of 30 minutes", True, True, 60),
    ("2 weekly 30-minute sessions", True, True, 60),
    ("weekly 45-minute session", True, True, 45),
    ("daily 20-minute sessions", True, True, 100),
    ("one 30 min. session per week", True, True, 30),
    ("(3) 20-minute sessions per week", True, True, 60),
    (":30 5x wk", True, True, 150),
    ("30' 2x/week", True, True, 60),
    ("30 mins., 4 days/wk", True, True, 120),
    ("30 m/day", True, True, 150),
    ("60 min/5 days", True, True, 60),
    ("60 min. x 5 days", True, True, None),
    ("50 minutes per day for 5 days per week", True, True, 250),
    ("50 min/day 4 days/wk", True, True, 200),
    ("4 days a week for 50 minutes a day", True, True, 200),
    ("300 minutes/week (60 minutes/day)", True, True, 300),
    ("60 minutes/day (300 minutes/week)", True, True, 300),
    ("150 minutes total per week", True, True, 150),
    ("a total of 150 minutes weekly", True, True, 150),
    ("150 min wkly", True, True, 150),
    ("150 min. p/wk", True, True, 150),
    ("150 minutes each week", True, True, 150),
    ("150 minutes every week", True, True, 150),
    ("up to 60 minutes per week", True, True, None),
    ("at least 30 minutes per week", True, True, 30),
    ("minimum of 30 minutes weekly", True, True, 30),
    ("no more than 60 minutes a week", True, True, None),
    ("approximately 30 minutes per week", True, True, 30),
    ("about 30 min daily", True, True, 150),
    ("30+ minutes per week", True, True, 30),
    ("30 minutos, 2 veces por semana", True, True, 60),
    ("dos sesiones de 30 minutos por semana", True, True, 60),
    ("media hora cada día", True, True, 150),
    ("una hora y media por semana", True, True, 90),
    ("45 minutos diarios, de lunes a viernes", True, True, 225),
    ("60 min semanales", True, True, 60),
    ("hasta 60 minutos por semana", True, True, None),
    ("120 minutos al mes", True, True, None),
    ("3 times per week for a total of 90 minutes", True, True, 90),
    ("3 times per week x 30 min", True, True, 90),
    ("3x a wk @ 30 min", True, True, 90),
    ("weekly, 2 times, 30 min", True, True, 60),
    ("30 minutes/2 times per week", True, True, 60),
    ("30 min/2x week", True, True, 60),
    ("30 minutes, twice each week", True, True, 60),
    ("thirty (30) minutes two (2) times per week", True, True, 60),
    ("two (2) 30-minute sessions per week", True, True, 60),
    ("once weekly for thirty minutes", True, True, 30),
    ("4 x weekly, 15 min", True, True, 60),
    ("1:00 hr daily", True, True, 300),
    ("0:30 daily", True, True, 150),
    ("30 min/wk x 36 wks", True, True, 30),
    ("60 minutes per week for 12 weeks", True, True, 60),
    ("full day", True, False, None),
    ("all day, every day", True, True, None),
    ("45 minutes per class period, daily", True, True, 225),
    ("2 class periods per day, 45 minutes each", True, True, 450),
    ("30 min every 6th day", True, True, 25),
    ("30 min 3x per 6-day rotation", True, True, 75),
    ("30 minutes four times in a six-day cycle", True, True, 100),
    ("225 minutes weekly (45 minutes x 5)", True, True, 225),
    ("2-30 min. sessions weekly", True, True, 60),
    ("2 half-hour sessions per week", True, True, 60),
    ("1/2 hr 2x/wk", True, True, 60),
    ("30 min max weekly", True, True, None),
    ("2 por semana, 30 minutos", True, True, 60),
    ("1,5 horas por semana", True, True, 90),
    ("30 minutes per day T/Th", True, True, 60),
    ("30 minutes a week, 2 times", True, True, None),
    ("8:30-9:15 daily", False, True, None),
    ("45 min. 1x/wk and 20 min. 2x/mo", True, True, None),
    ("30 minutes daily in class; 20 minutes 3x/week in resource room", True, True, 210),
    ("30 min 1x/wk individual and 20 min 1x/wk group", True, True, 50),
    ("30 minutes weekly until 1/15, then 20 minutes weekly", True, True, None),
    ("30 min/wk or 60 min/wk", True, True, None),
    ("30 min/wk (120 min/mo)", True, True, 30),
    ("45 min 1x/wk; 10 min 1x/mo", True, True, None),
    ("Audiology: 30 minutes per week; 30 minutes, 1 time monthly; provider: audiologist", True, True, 30),
]


@pytest.mark.parametrize(("text", "amount", "frequency", "minutes"), AMOUNTS)
def test_minutes_a_week_are_told_where_they_can_be(
    text: str, amount: bool, frequency: bool, minutes: int | None
) -> None:
    measure = read_measure(text)
    assert measure.minutes_per_week == minutes
    assert (bool(measure.amount), bool(measure.frequency)) == (amount, frequency)


@pytest.mark.parametrize(
    ("text", "amount", "frequency"),
    [
        ("up to 60 minutes per week", "up to 60 minutes per week", "per week"),
        ("Speech: 1 hr 15 min daily", "1 hr 15 min daily", "daily"),
        ("90 MPW", "90 MPW", "MPW"),
        ("30 min on MWF", "30 min", "MWF"),
        ("2 weekly sessions of 30 minutes", "30 minutes", "2 weekly"),
        ("1 period a day", "1 period", "1 period a day"),
        (
            "two (2) 30-minute sessions per week",
            "two (2) 30-minute sessions per week",
            "two (2) 30-minute sessions per week",
        ),
    ],
)
def test_amounts_are_shown_as_they_are_printed(text: str, amount: str, frequency: str) -> None:
    measure = read_measure(text)
    assert (measure.amount, measure.frequency) == (amount, frequency)


@pytest.mark.parametrize(
    "text",
    ["up to 60 minutes a week", "20-30 minutes weekly", "30 minutes, 2-3 times a week", "hasta 30 minutos al día"],
)
def test_an_open_amount_is_told_as_one(text: str) -> None:
    assert read_measure(text).is_range


@pytest.mark.parametrize(
    "text", ["in 3 of 4 trials", "a day at the zoo", "grade 3", "2026-27", "1:1 support", "room 12", "page 2 of 8"]
)
def test_what_is_no_time_is_not_read_as_one(text: str) -> None:
    measure = read_measure(text)
    assert (measure.amount, measure.frequency, measure.minutes_per_week) == ("", "", None)
