"""Objectives under heads of their own side by side, and by quarter."""

from __future__ import annotations

import pytest
from builders import goals

GOAL = "Ida will read aloud 95 words in a minute by March 2027."
STEPS = ["50 words in a minute", "65 words in a minute", "80 words in a minute"]
ROW = f"| {' | '.join(STEPS)} |\n"


@pytest.mark.parametrize(
    "heads",
    [
        "| Benchmark, 1st quarter | Benchmark, 2nd quarter | Benchmark, 3rd quarter |\n",
        "| Objective 1 | Objective 2 | Objective 3 |\n",
        "| Short-term objectives |\n| Quarter 1 | Quarter 2 | Quarter 3 |\n",
        "| Benchmarks |\n| Fall | Winter | Spring |\n",
    ],
)
def test_objectives_stand_side_by_side_under_their_heads(heads: str) -> None:
    (goal,) = goals(f"| Annual Goal 1: {GOAL} |\n| Baseline: 40 words | Method: probe |\n{heads}{ROW}")
    assert [o.text for o in goal.objectives] == STEPS
    assert goal.baseline.value == "40 words"


@pytest.mark.parametrize(
    "text",
    [
        "| Benchmarks |\n| 1st quarter | 50 words in a minute |\n| 2nd quarter | 65 words in a minute |\n",
        "Benchmarks:\nQuarter 1: 50 words in a minute\nQuarter 2: 65 words in a minute\n",
    ],
)
def test_objectives_by_quarter_stand_below_their_label(text: str) -> None:
    (goal,) = goals(f"Goal 1: {GOAL}\n\n{text}")
    assert [o.text for o in goal.objectives] == STEPS[:2]


@pytest.mark.parametrize(
    "text",
    [
        f"| 1st quarter | 2nd quarter | 3rd quarter |\n{ROW}",
        "Progress:\nQuarter 1: 50 words in a minute\nQuarter 2: 65 words in a minute\n",
    ],
)
def test_what_was_reached_by_a_quarter_is_no_objective(text: str) -> None:
    (goal,) = goals(f"Goal 1: {GOAL}\n\n{text}")
    assert not goal.objectives


def test_a_row_that_says_how_it_went_is_no_objective() -> None:
    (goal,) = goals(
        f"| Annual Goal 1: {GOAL} |\n| Objective 1 | Objective 2 | Objective 3 |\n{ROW}| Met 5/1 | Met | |\n"
    )
    assert len(goal.objectives) == 3
