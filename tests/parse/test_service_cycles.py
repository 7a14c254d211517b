"""Services that are given so much per cycle of school days, by the length of the cycle that a form has marked."""

from __future__ import annotations

import pytest
from builders import services_under_heading

TABLE = (
    "| Type of Service | Type of Personnel | Frequency and Duration/Per Cycle | Start Date | End Date |\n"
    "| Reading instruction | teacher | 3 x 40 min | 03/09/2026 | 03/01/2027 |"
)


@pytest.mark.parametrize(
    ("boxes", "minutes"),
    [
        ("☒ 5 day cycle ☐ 6 day cycle ☐ 10 day cycle", 120),
        ("☐ 5 day cycle ☒ 6 day cycle ☐ 10 day cycle", 100),
        ("☐ 5 day cycle ☐ 6 day cycle ☒ 10 day cycle", 60),
        ("☐ 5 day cycle ☐ 6 day cycle ☐ 10 day cycle", None),
    ],
)
def test_minutes_of_a_cycle_come_to_those_of_a_week_by_its_length(boxes: str, minutes: int | None) -> None:
    (row,) = services_under_heading(f"School District Cycle: {boxes}\n\n{TABLE}")
    assert row.minutes_per_week == minutes


def test_an_amount_with_a_period_of_its_own_is_not_one_of_the_cycle() -> None:
    table = TABLE.replace("3 x 40 min", "3 x 40 min per week")
    (row,) = services_under_heading(f"School District Cycle: ☐ 5 day cycle ☒ 6 day cycle\n\n{table}")
    assert row.minutes_per_week == 120


@pytest.mark.parametrize(
    ("head", "minutes"),
    [
        ("Frequency & duration per 5 day cycle", 120),
        ("Frequency and Duration/Per 6-Day Cycle", 100),
        ("Frequency & Duration per 10 day rotation", 60),
    ],
)
def test_a_head_that_says_how_long_a_cycle_is_tells_the_minutes_of_a_week(head: str, minutes: int) -> None:
    (row,) = services_under_heading(TABLE.replace("Frequency and Duration/Per Cycle", head))
    assert row.minutes_per_week == minutes
