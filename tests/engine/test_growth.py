"""Whether a goal's target goes beyond its starting point."""

from __future__ import annotations

import pytest

from iepaudit.engine.items import growth
from iepaudit.parse.grammar import analyse_goal


@pytest.mark.parametrize(
    ("goal", "baseline", "step"),
    [
        ("Ida will spell 14 out of 20 words on the Friday test, 4 weeks out of 5.", "14 out of 20 words", "none"),
        ("Ida will spell 18 out of 20 words on the Friday test, 4 weeks out of 5.", "14 out of 20 words", "more"),
        ("Ida will spell 12 out of 20 words on the Friday test, 4 weeks out of 5.", "14 out of 20 words", "less"),
        ("Ida will read 78 words per minute with 95% accuracy on 3 of 4 probes.", "78 wcpm, 95% (8/27/26)", "none"),
        ("Ida will read 90 words per minute with 95% accuracy on 3 of 4 probes.", "78 wcpm, 95% (8/27/26)", "more"),
        ("Ida will read 78 words per minute with 90% accuracy on 3 of 4 probes.", "78 wcpm, 95% (8/27/26)", ""),
        ("Ida will read 78 words per minute on 3 of 4 probes.", "78 wcpm, 95% (8/27/26)", ""),
        ("Ida will read 61 words per minute with 92% accuracy.", "61 wcpm with 92% on a 3rd grade passage", "none"),
        ("Ida will read 80 words per minute with 92% accuracy.", "Grade 3 text: 61 wcpm with 92%", "more"),
        ("Ida will be on time 4 days out of 5.", "2 days out of 5 (October 2025)", "more"),
    ],
)
def test_a_share_is_set_against_the_share_of_the_same_number(goal: str, baseline: str, step: str) -> None:
    assert growth(analyse_goal(goal, baseline=baseline)) == step


@pytest.mark.parametrize(
    ("goal", "baseline"),
    [
        ("Ida will read 110 words per minute with no more than 4 errors.", "71 words per minute, 9 errors"),
        ("Ida will turn in work in two of three classes on 4 days out of 5.", "2 days out of 5 (October 2025)"),
    ],
)
def test_a_limit_on_errors_does_not_turn_the_target_around(goal: str, baseline: str) -> None:
    assert "target-below-baseline" not in analyse_goal(goal, baseline=baseline).flags


@pytest.mark.parametrize(("baseline", "step"), [("92% of assignments on time", "less"), ("58% of assignments", "more")])
def test_over_how_many_weeks_a_level_is_kept_is_no_second_level(baseline: str, step: str) -> None:
    goal = "Ida will turn in 85% of assignments by the due date over 9 consecutive weeks."
    assert growth(analyse_goal(goal, baseline=baseline)) == step


@pytest.mark.parametrize(
    ("baseline", "step"),
    [
        ("70% accuracy, 3 weekly probes in a row (9/8)", "none"),
        ("60% accuracy, 3 weekly probes in a row", "more"),
        ("70% accuracy, 2 weekly probes in a row", ""),  # kept up for longer
    ],
)
def test_a_level_kept_over_as_many_probes_is_no_step(baseline: str, step: str) -> None:
    goal = "Ida will solve equations with 70% accuracy on 3 consecutive weekly probes."
    assert growth(analyse_goal(goal, baseline=baseline)) == step


@pytest.mark.parametrize(
    ("goal", "level", "step"),
    [
        ("Ida will write six sentences with capitals in 90% of them on 4 of 5 days.", "90% on 4 of 5 days", "none"),
        ("Ida will hand in 9 of 10 papers for two terms.", "9 of 10 papers for two terms", "none"),
    ],
)
def test_a_level_in_a_column_of_its_own_is_the_same_level(goal: str, level: str, step: str) -> None:
    assert growth(analyse_goal(goal, baseline=level, criterion=level)) == step
