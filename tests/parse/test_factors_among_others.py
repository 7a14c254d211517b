"""Yes/no questions on special factors that stand in other parts, and lists that look like them. Nobody here exists."""

from __future__ import annotations

from builders import COVER, plan

from iepaudit.model.iep import Answer

LEVELS = "# Present Levels of Performance\n"


def answers(text: str) -> dict[str, Answer]:
    found = plan(f"{COVER}{text}\n\n# Meeting Notes\nThe family was heard.\n").decisions
    return {d.name: d.answer for d in found}


def test_labels_with_boxes_one_behind_the_other_are_answered_among_the_present_levels() -> None:
    text = (
        f"{LEVELS}English learner: ☐ Yes ☒ No Deaf or hard of hearing: ☐ Yes ☒ No\n\n"
        "Autism: ☐ Yes ☒ No Communication needs: ☒ Yes (see goal 3) ☐ No\n"
    )
    assert answers(text) == {
        "english-learner": Answer.NO, "hearing": Answer.NO, "communication": Answer.YES
    }  # fmt: skip


def test_one_label_with_boxes_among_the_present_levels_is_left_alone() -> None:
    assert answers(f"{LEVELS}Deaf or hard of hearing: ☐ Yes ☒ No\n") == {}


def test_a_list_of_evaluations_to_come_answers_no_question() -> None:
    listed = "☐ Hearing test ☐ Assistive Technology Evaluation ☒ No other evaluation is needed now\n"
    assert "assistive-technology" not in answers(f"# Evaluations\n{listed}")


def test_no_in_front_of_what_is_needed_is_no_yes() -> None:
    text = "# Consideration of Special Factors\nAssistive technology: ☐ A device ☒ No device is needed\n"
    assert answers(text)["assistive-technology"] is Answer.NO
