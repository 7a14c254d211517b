"""Special factors in tables and lists: marks before and behind their names, columns that say what a team did, boxes
without yes and no. Nobody here exists."""

from __future__ import annotations

import pytest
from builders import COVER, plan

from iepaudit.model.iep import Answer


def answers(text: str) -> dict[str, Answer]:
    found = plan(
        f"{COVER}# Consideration of Special Factors\n{text}\n\n# Meeting Notes\nThe family was heard.\n"
    ).decisions
    return {d.name: d.answer for d in found}


NAMES = {
    "behavior": "Behavior impeding learning of self or others",
    "english-learner": "English language proficiency needs",
    "vision": "Blind/visually impaired (Braille)",
    "communication": "Communication",
    "assistive-technology": "Assistive technology: slant board",
}
EXPECTED = dict.fromkeys(NAMES, Answer.NO) | {"assistive-technology": Answer.YES}


def rows(form: str, yes: str, no: str) -> str:
    return "".join(form.format(name=n, mark=yes if k == "assistive-technology" else no) for k, n in NAMES.items())


@pytest.mark.parametrize(
    ("head", "form", "yes", "no"),
    [
        ("| Yes | No | |\n", "| {mark} | {name} |\n", "X | ", " | X"),
        ("| Yes | No | Factor | How addressed |\n", "| {mark} | {name} | by the class |\n", "✓ | ", " | ✓"),
        ("| Factor | Yes | No |\n", "| {name} | {mark} |\n", "x | ", " | x"),
        ("| | Considered | Needed | Not needed |\n", "| {name} | X | {mark} |\n", "X | ", " | X"),
        ("| Factor | Considered | Needed in IEP |\n", "| {name} | Yes | {mark} |\n", "Yes – a slant board", "No"),
        ("| Factor | Date discussed | Answer |\n", "| {name} | 3/2/2026 | {mark} |\n", "Yes", "No"),
    ],
)
def test_the_answer_stands_in_the_columns_beside_the_name(head: str, form: str, yes: str, no: str) -> None:
    assert answers(head + rows(form, yes, no)) == EXPECTED


def test_two_factors_in_one_row_have_their_own_answers() -> None:
    table = "| Behavior | N | English learner | Y |\n| Communication | Y | Assistive technology | N |\n"
    yes, no = Answer.YES, Answer.NO
    assert answers(table) == {
        "behavior": no, "english-learner": yes, "communication": yes, "assistive-technology": no,
    }  # fmt: skip


def test_help_with_behavior_as_a_row_of_the_factors_is_no_behavior_plan() -> None:
    rows = "| a. Positive behavior interventions and supports | | X |\n| b. Communication | X | |\n"
    assert answers(f"| | Needed | Not needed |\n{rows}") == {"behavior": Answer.NO, "communication": Answer.YES}


def test_a_bold_name_before_a_question_on_behavior_is_no_behavior_plan() -> None:
    table = (
        "| **Behavioral Intervention.** Does behavior impede learning? | ☒ Yes ☐ No |\n"
        "| **English Learner.** Is the student an English learner? | ☐ Yes ☒ No |\n"
    )
    assert answers(table) == {"behavior": Answer.YES, "english-learner": Answer.NO}


LIST = "☐ Behavior impedes learning   ☐ Limited English proficiency\n☐ Blind   {0} Communication needs\n"


def test_marked_boxes_in_a_list_without_yes_and_no_say_yes() -> None:
    assert answers("Check all that apply.\n" + LIST.format("☒")) == {"communication": Answer.YES}


@pytest.mark.parametrize("text", [LIST.format("☐"), LIST.format("☒").replace("☐", "☒")])
def test_a_list_with_no_box_or_every_box_marked_says_nothing(text: str) -> None:
    assert Answer.YES not in answers(text).values()


@pytest.mark.parametrize("pair", ["■ YES ■ NO {0}\n", "YES ■ NO {0}\n", "{0} ■ YES ■ NO\n"])
def test_two_signs_that_look_alike_are_unclear(pair: str) -> None:
    text = "".join(pair.format(name) for name in ("LIMITED ENGLISH PROFICIENT", "BLIND OR VISUALLY IMPAIRED"))
    assert answers(text) == {"english-learner": Answer.UNCLEAR, "vision": Answer.UNCLEAR}


def test_a_column_for_comments_ends_no_part() -> None:
    table = (
        "| % Special factor | % Comments |\n| Behavior that impedes learning? ☐ Yes ☒ No | none |\n"
        "| Is the student blind? ☐ Yes ☒ No | glasses |\n"
    )
    assert answers(table) == {"behavior": Answer.NO, "vision": Answer.NO}


def test_questions_in_the_words_of_other_parts_open_none() -> None:
    text = (
        "Does the student need a behavioral intervention plan?   ☐ Yes ☒ No\n"
        "For a student with limited English proficiency, does he/she need a special education service to   ☐ Yes ☒ No\n"
        "address his/her language needs as they relate to the IEP?\n"
        "Does the student need an assistive technology device and/or service?   ☒ Yes ☐ No\n"
    )
    found = answers(text)
    assert (found["english-learner"], found["assistive-technology"]) == (Answer.NO, Answer.YES)
