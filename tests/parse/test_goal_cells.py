"""Labels of several lines in the first cell of a row of a goal table, and rows below column heads with such labels."""

from __future__ import annotations

import pytest
from builders import goals
from factories import place

from iepaudit.model.iep import Block
from iepaudit.parse.goal_cells import whole_labels

GOAL = "By March 2027, given a story read aloud, Ida will retell five events in order in 4 of 5 stories."


def cell(row: int, column: int, text: str, *, filled: bool = False, label: str = "") -> Block:
    said = {"filled": text, "template": ""} if filled else {"filled": "", "template": text}
    return Block(label, text, place=place(1, text), lines=(), table=1, row=row, column=column, **said)


def joined(*blocks: Block) -> list[str]:
    return [b.text for b in whole_labels(blocks)]


VALUE = cell(0, 1, "3 of 10", filled=True)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("PRESENT LEVEL OF ACADEMIC", "ACHIEVEMENT AND"),
        ("Current performance", "(related to this goal):"),
        ("METHODS FOR MEASURING", "THE CHILD'S GROWTH"),
    ],
)
def test_lines_of_a_label_beside_its_value_are_one_label(first: str, second: str) -> None:
    assert joined(cell(0, 0, first), cell(0, 0, second, filled=True), VALUE) == [f"{first} {second}", "3 of 10"]


@pytest.mark.parametrize("second", ["READS 40 WORDS", "Reads some words", "(3 of 10)"])
def test_a_value_below_its_label_stays_apart(second: str) -> None:
    assert joined(cell(0, 0, "Baseline"), cell(0, 0, second, filled=True), VALUE)[:2] == ["Baseline", second]


def test_capitals_below_a_label_without_a_value_beside_them_are_its_value() -> None:
    assert joined(cell(0, 0, "BASELINE"), cell(0, 0, "NO WORDS", filled=True)) == ["BASELINE", "NO WORDS"]
    labelled = cell(0, 0, "ALL WORDS", filled=True, label="Note")
    assert joined(cell(0, 0, "BASELINE"), labelled, VALUE) == ["BASELINE", "ALL WORDS", "3 of 10"]


def test_rows_below_the_parts_of_a_goal_have_labels_of_their_own() -> None:
    (goal,) = goals(
        "| Timeframe | Condition | Behavior | Criterion |\n"
        "| By March 2027, | given a story read aloud, | Ida will retell five events in order | in 4 of 5 stories |\n"
        "| Baseline: | 1 of 5 stories |\n| Method of measurement: | Story checklist |\n"
    )
    assert goal.baseline.value == "1 of 5 stories"
    assert goal.method.value == "Story checklist"


def test_objectives_beside_their_label_do_not_stand_under_the_heads_above() -> None:
    (goal,) = goals(
        f"| Annual Goal | {GOAL} |\n| Criteria | Method | Schedule |\n| 4 of 5 stories | Story checklist | Weekly |\n"
        "| Short-Term Objectives | 1. Ida will retell two events. 2. Ida will retell three events. |\n"
    )
    assert goal.method.value == "Story checklist"
    assert [o.text for o in goal.objectives] == ["Ida will retell two events.", "Ida will retell three events."] or [
        o.text for o in goal.objectives
    ] == ["1. Ida will retell two events.", "2. Ida will retell three events."]


def test_the_head_of_a_column_that_names_the_area_is_no_part_of_the_goal_below_it() -> None:
    (goal,) = goals(
        f"| Goal Area: Reading | Baseline | Target |\n| Measurable Annual Goal 1: {GOAL} | 1 of 5 | 4 of 5 |\n"
    )
    assert goal.text == GOAL.rstrip(".")
    assert (goal.baseline.value, goal.criterion.value) == ("1 of 5", "4 of 5")


def test_a_method_beside_its_label_may_begin_with_a_kind_and_a_colon() -> None:
    (goal,) = goals(f"| Annual Goal | {GOAL} |\n| Evaluation Method | Work samples: Story checklist |\n")
    assert goal.method.value is not None and "Story checklist" in goal.method.value


def test_goals_may_be_counted_with_letters() -> None:
    found = goals(f"Annual Goal A\n{GOAL}\n\nAnnual Goal B {GOAL.replace('five', 'six')}\n")
    assert [g.text for g in found] == [GOAL, GOAL.replace("five", "six")]


def test_a_list_of_days_below_the_label_of_objectives_is_one_of_them() -> None:
    (goal,) = goals(f"Goal 1: {GOAL}\n\nObjectives:\n- By 9/30/2026: two events\n- By 12/18/2026: three events\n")
    assert len(goal.objectives) == 2


def test_what_the_child_can_do_is_told_by_the_whole_name_of_the_present_levels() -> None:
    (goal,) = goals(
        f"| Present Level of Academic Achievement and Functional Performance | 1 of 5 |\n| Annual Goal | {GOAL} |\n"
    )
    assert goal.baseline.value == "1 of 5"


def test_the_effect_of_the_disability_below_its_question_is_no_goal() -> None:
    effect = "Slow reading makes tests hard, so the student does not finish class work in grade 5."
    found = goals(
        "Area of Concern: Writing\n\nPresent Level of Performance: writes 2 of 10 sentences with end marks\n\n"
        "How does the student's disability affect the student's progress in the general education curriculum?\n\n"
        f"{effect}\n\nAnnual Goal 1\n\n{GOAL}\n\nBaseline: 1 of 5 stories\n\n"
        "Makes friends easily. No area of concern.\n"
    )
    assert [(g.text, g.baseline.value) for g in found] == [(GOAL, "1 of 5 stories")]


def test_a_goal_that_names_accommodations_opens_no_part_for_them() -> None:
    second = "By March 2027, when a test is announced, the student will say which accommodation he will use in 8 of 10"
    found = goals(f"Goal 1: Reading\n\n{GOAL}\n\nGoal 2: Self-advocacy\n\n{second}.\n\nBaseline: 2 of 10 tests\n")
    assert [g.text.rstrip(".") for g in found] == [GOAL.rstrip("."), second]
