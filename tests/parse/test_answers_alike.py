"""Answers that a form lists with the same sign before each, so that nothing says which was chosen."""

from __future__ import annotations

import pytest
from builders import COVER, plan

from iepaudit.model.iep import Answer


def esy(text: str) -> Answer:
    found = plan(f"{COVER}# Extended School Year\n{text}\n\n# Meeting Notes\nThe family was heard.\n").decisions
    return next(d.answer for d in found if d.name == "esy")


@pytest.mark.parametrize(
    "text",
    [
        "• Yes, the student is eligible.\n• No, the student is not eligible.",
        "Is ESY needed? ■ Yes ■ No",
        "ESY: Yes ■   No ■",
    ],
)
def test_two_answers_with_the_same_sign_are_not_decided(text: str) -> None:
    assert esy(text) is Answer.UNCLEAR


@pytest.mark.parametrize(("text", "answer"), [("Yes, Ida needs ESY.", Answer.YES), ("• No, not needed.", Answer.NO)])
def test_one_answer_in_words_decides(text: str, answer: Answer) -> None:
    assert esy(text) is answer
