"""The parts of a goal asked for in plain words, as plans for families and web prints do."""

from __future__ import annotations

import pytest

from iepaudit.segment.known_labels import goal_labels

ASKED = {
    "baseline": ["Where are we now?", "What the data show", "Entry level", "Performance now", "What can Ida do now?"],
    "method": [
        "How data will be collected",
        "Progress checks",
        "Proof of growth",
        "How will we see growth?",
        "Tests used",
    ],
    "schedule": ["How will parents be informed?", "Reports to home", "Updates to family", "Parents will be told"],
    "criterion": ["Goal met when", "Met if", "What does success look like?", "Ending level"],
    "goal": ["Where do we want to be?", "One-year goal", "Learning target", "What will Ida do?", "Goal for this IEP"],
    "objective": ["Steps along the way", "Small steps", "Checkpoints", "Interim targets"],
    "evaluator": ["Who measures?", "Who will collect the data?", "Staff in charge"],
    "deadline": ["By what date", "To be mastered by", "Goal will be met by"],
}


@pytest.mark.parametrize(("label", "name"), [(label, name) for name, own in ASKED.items() for label in own])
def test_plain_words_ask_for_a_part_of_a_goal(label: str, name: str) -> None:
    assert goal_labels().name_of(label) == name


@pytest.mark.parametrize(
    "text",
    [
        "Parent report",
        "Where does she live?",
        "Next steps for the team",
        "Staff",
        "Report of the evaluation",
        "What will help?",
    ],
)
def test_plain_words_about_other_things_ask_for_none(text: str) -> None:
    assert goal_labels().name_of(text) is None
