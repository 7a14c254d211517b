"""Pairs of boxes in the cell in front of their question."""

from __future__ import annotations

from builders import COVER, plan

from iepaudit.model.iep import Answer


def answers(rows: str) -> dict[str, Answer]:
    found = plan(f"{COVER}# Consideration of Special Factors\n{rows}\n\n# Meeting Notes\nThe family was heard.\n")
    return {d.name: d.answer for d in found.decisions}


def test_a_pair_of_boxes_in_the_first_cell_of_a_row_answers_its_question() -> None:
    rows = "| ☒ Yes ☐ No | Vision needs |\n| ☐ Yes ☒ No | behavior impedes learning |\n"
    assert answers(rows) == {"vision": Answer.YES, "behavior": Answer.NO}


def test_a_pair_of_boxes_behind_another_question_answers_only_that_one() -> None:
    assert "vision" not in answers("| Does he like music? | ☒ Yes ☐ No | Is the student blind? | |\n")
