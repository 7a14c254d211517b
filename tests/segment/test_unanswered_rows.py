"""Labels of a list beside which nothing was written. Nobody here exists."""

from __future__ import annotations

import pytest
from builders import COVER, part, section

from iepaudit.model.field import FieldState

ABOVE = """
# Secondary Transition
| Transition assessments | Interest inventory of 2/3/2026: likes to build. |
"""
BELOW = """| Expected diploma | Regular diploma in May 2028 |
| Agencies invited | The state rehabilitation agency came and spoke. |

# Extended School Year
Not needed this year.
"""


def courses(row: str, below: str = BELOW) -> tuple[FieldState, str]:
    found = section(part(f"{COVER}{ABOVE}{row}\n{below}"), "course-of-study")
    return found.state, " ".join(b.filled for b in found.blocks)


@pytest.mark.parametrize("label", ["Course of Study", "Courses of study (a list for //several years)"])
def test_the_rows_below_an_empty_answer_are_none(label: str) -> None:
    assert courses(f"| {label} |  |") == (FieldState.TEMPLATE, "")


def test_an_answer_in_the_row_stays() -> None:
    state, said = courses("| Course of Study | Welding I, Algebra II |")
    assert state is FieldState.FILLED
    assert "Welding I, Algebra II" in said


def test_a_list_by_grade_below_an_empty_place_stays() -> None:
    state, said = courses("| Course of Study |  |", "| Grade 11 | Welding I, Algebra II |\n| Grade 12 | Welding II |\n")
    assert state is FieldState.FILLED
    assert "Welding I, Algebra II" in said


def test_the_rows_stay_in_the_part_around_them() -> None:
    found = part(f"{COVER}{ABOVE}| Course of Study |  |\n{BELOW}")
    assert any("rehabilitation" in b.filled for s in found.sections for b in s.blocks)
