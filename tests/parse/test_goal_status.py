"""Heads of goals with check boxes that say whether the goal is new."""

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


def test_labels_parted_by_bars_in_one_line_have_their_own_values() -> None:
    (goal,) = goals(
        f"Goal 1\n{READ}\n\nBaseline: 61 words | Evaluation procedure: weekly probe | Reported: quarterly\n"
    )
    assert (goal.baseline.value, goal.method.value, goal.schedule.value) == ("61 words", "weekly probe", "quarterly")
