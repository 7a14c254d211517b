"""Goals that say how much and by when, but are no sentences about the child."""

from __future__ import annotations

import pytest
from builders import COVER, goals, plan

BLENDS = "/s/ blends in words, 80% correct in 3 sessions, by 5/2027"
VERBS = "Past tense verbs in sentences, 8 of 10 correct, by 5/2027"


@pytest.mark.parametrize(
    "text",
    [f"• {BLENDS}\n• {VERBS}\n", f"1. {BLENDS}\n2. {VERBS}\n", f"{BLENDS}\n\n{VERBS}\n", f"- {BLENDS}.\n- {VERBS}.\n"],
)
def test_goals_in_a_few_words_are_goals_where_nothing_else_states_one(text: str) -> None:
    assert [g.text.rstrip(".") for g in goals(text)] == [BLENDS, VERBS]


def test_an_area_before_such_a_goal_is_its_area() -> None:
    first, second = goals(f"Articulation: {BLENDS}\n\nWriting: five sentences with 80% correct spelling by May 2027\n")
    assert first.text == BLENDS and second.text == "five sentences with 80% correct spelling by May 2027"
    assert second.area == "writing"


def test_a_bullet_in_a_list_of_goals_need_be_no_sentence() -> None:
    found = goals(f"• Ida will read 90 words per minute in grade 3 passages by May 2027.\n• {VERBS}\n")
    assert [g.text for g in found][1:] == [VERBS]


@pytest.mark.parametrize(
    "text",
    [
        "Ida was on grade level with 80% in math by June 2026.\n\nIda scored 90 in reading by May 2026.\n",
        "Goal 1: Ida will read 90 words per minute by May 2027.\n\n• 80% of her assignments shortened by June 2027\n",
        "Goal 1: Ida will read 90 words per minute by May 2027.\n\nBenchmarks\n\n• Sight words, 80%, by May 2027\n",
    ],
)
def test_other_words_with_a_level_are_no_goal(text: str) -> None:
    assert [g.text for g in goals(text)] == ["Ida will read 90 words per minute by May 2027."] * text.count("Goal 1")


@pytest.mark.parametrize("level", ["baseline 20%", "currently 2 of 10", "now: 12 words", "Baseline: 4 errors a page"])
@pytest.mark.parametrize("goal", [BLENDS, "Ida will read 90 words per minute by May 2027"])
def test_where_the_child_stands_in_parentheses_behind_a_goal_is_its_baseline(goal: str, level: str) -> None:
    (found,) = goals(f"• {goal} ({level})\n")
    assert found.text == f"{goal} ({level})" and found.baseline.value == level
    assert found.analysis == goals(f"• {goal}\n• Baseline: {level}\n")[0].analysis


def test_other_parentheses_behind_a_goal_stay() -> None:
    (found,) = goals("Ida will read 90 words per minute by May 2027 (grade 3 passages).\n")
    assert found.text.endswith("(grade 3 passages).")


def test_data_named_above_the_goals_are_how_progress_is_measured() -> None:
    found = plan(f"{COVER}# Annual Goals\n\nData: tally of the therapist at each session.\n\n• {BLENDS}\n• {VERBS}\n")
    assert found.progress_method.filled
