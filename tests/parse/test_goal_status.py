"""Heads of goals with check boxes that say whether the goal is new, and several parts of a goal in one line."""

from __future__ import annotations

import pytest
from builders import goals

READ = "Ida will read aloud 95 words correct per minute on grade 4 passages by March 2027."
WRITE = "Ida will write ten sentences with capital letters by March 2027."


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Goal #1 Reading ☐ New ☐ Revised ☒ Continued from 2025-26", "Goal #2 Writing ☒ New ☐ Revised ☐ Continued"),
        ("☐ New ☒ Continuing Goal 1: Reading", "☒ New ☐ Continuing Goal 2: Writing"),
        ("Annual Goal 1 (continued from last year) Reading", "Annual Goal 2 (new goal) Writing"),
        ("Goal 1: Reading Status: ☐ New ☒ Carried over ☐ Not met", "Goal 2: Writing Status: ☒ New ☐ Carried over"),
    ],
)
def test_whether_a_goal_is_new_is_no_part_of_its_head(first: str, second: str) -> None:
    found = goals(f"{first}\n\n{READ}\n\nBaseline: 61 words\n\n{second}\n\n{WRITE}\n\nBaseline: 4 sentences\n")
    assert [(g.label, g.area, g.text) for g in found] == [("Goal 1", "reading", READ), ("Goal 2", "writing", WRITE)]


def test_a_goal_may_stand_right_behind_the_boxes_that_say_whether_it_is_new() -> None:
    boxes = "☒ New ☐ Continued"
    found = goals(f"Goal 1 {boxes} {READ}\n\nBaseline: 61 words\n\nGoal 2 {boxes} {WRITE}\n\nBaseline: 4 sentences\n")
    assert [g.text for g in found] == [READ, WRITE]


def test_labels_parted_by_bars_in_one_line_have_their_own_values() -> None:
    (goal,) = goals(
        f"Goal 1\n{READ}\n\nBaseline: 61 words | Evaluation procedure: weekly probe | Reported: quarterly\n"
    )
    found = [value and value.rstrip(";") for value in (goal.baseline.value, goal.method.value, goal.schedule.value)]
    assert found == ["61 words", "weekly probe", "quarterly"]


def test_labels_before_dashes_in_one_paragraph_have_their_own_values() -> None:
    stated = enumerate((READ, WRITE), start=1)
    lines = [f"PLOP: {n}1 words. Goal – {text} How measured – probe {n}." for n, text in stated]
    found = goals("\n\n".join(lines) + "\n")
    assert [(g.text, g.baseline.value) for g in found] == [(READ, "11 words."), (WRITE, "21 words.")]
    assert [g.method.value for g in found] == ["probe 1", "probe 2"]


@pytest.mark.parametrize("level", ["Ida currently reads 52 words.", "Ida reads 52 words in a minute."])
def test_a_sentence_that_tells_the_level_in_front_of_a_goal_is_not_its_area(level: str) -> None:
    by = "By March 2027, Ida will read aloud 95 words per minute."
    (goal,) = goals(f"{level} {by}\n")
    assert (goal.text, goal.area, goal.baseline.value) == (by, "reading", level.rstrip("."))
