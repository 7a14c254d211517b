"""What stands beside goals under labels that no list knows: nothing is said to be missing there."""

from __future__ import annotations

import pytest
from builders import goals

from iepaudit.model.field import FieldState

WRITE = "Ida will write ten sentences with capital letters by March 2027."
READ = "Ida will read aloud 95 words correct per minute on grade 4 passages by March 2027."
ADD = "Given 20 facts, Ida will add within 20 with 18 of 20 correct by March 2027."


@pytest.mark.parametrize("label", ["Growth by looking", "The way we know", "We look at"])
def test_an_unknown_label_beside_most_goals_leaves_open_what_none_of_them_has(label: str) -> None:
    found = goals(
        f"Goal 1: {READ}\nBaseline: 61 words\n{label}: weekly probes\n\n"
        f"Goal 2: {WRITE}\nBaseline: 4 sentences\n{label}: work samples\n\n"
        f"Goal 3: {ADD}\nBaseline: 9 of 20\n"
    )
    assert [g.method.state for g in found] == [FieldState.UNCLEAR] * 3
    assert [g.criterion.state for g in found] == [FieldState.BLANK] * 3  # no figure stands there
    assert [g.baseline.value for g in found] == ["61 words", "4 sentences", "9 of 20"]


def test_a_column_with_an_unknown_head_leaves_open_what_no_goal_has() -> None:
    found = goals(
        "| Annual Goal | Baseline | We look at |\n"
        f"| {READ} | 61 words | weekly probes |\n"
        f"| {WRITE} | 4 sentences | work samples |\n"
    )
    assert [g.method.state for g in found] == [FieldState.UNCLEAR] * 2


def test_rows_for_the_parts_of_one_goal_with_an_unknown_head_leave_open_the_rest() -> None:
    (goal,) = goals(f"| Annual Goal #1: {READ} |\n| Baseline | Criteria | We look at |\n| 61 | 95 | weekly probes |\n")
    assert (goal.criterion.value, goal.method.state) == ("95", FieldState.UNCLEAR)


@pytest.mark.parametrize(
    "beside",
    [
        "Person responsible: Ms. Whit",
        "Related content standard: RF.4.4",
        "Goal type: Academic",
        "Student: Ida Moss",
        "☒ Enables the student to progress in the general curriculum",
        "Progress key: 1 = met",
        "Reviewed: 10/12/2026",
    ],
)
def test_words_about_something_else_leave_nothing_open(beside: str) -> None:
    found = goals(f"Goal 1: {READ}\nBaseline: 61\n{beside}\n\nGoal 2: {WRITE}\nBaseline: 4\n{beside}\n")
    assert {g.method.state for g in found} == {FieldState.BLANK}


def test_what_one_goal_has_is_missing_from_another_in_spite_of_an_unknown_label() -> None:
    found = goals(f"Goal 1: {READ}\nMethod: weekly probes\nWe look at: books\n\nGoal 2: {WRITE}\nWe look at: papers\n")
    assert [g.method.state for g in found] == [FieldState.FILLED, FieldState.BLANK]


def test_an_empty_place_for_it_is_empty_in_spite_of_an_unknown_label() -> None:
    found = goals(f"Goal 1: {READ}\nMethod of measurement:\nWe look at: books\n")
    assert found[0].method.state is FieldState.TEMPLATE


def test_an_unknown_label_beside_few_goals_leaves_nothing_open() -> None:
    found = goals(f"Goal 1: {READ}\nWe look at: books\n\nGoal 2: {WRITE}\n\nGoal 3: {ADD}\n")
    assert {g.method.state for g in found} == {FieldState.BLANK}


def test_statements_under_an_unknown_label_are_objectives_where_goals_have_heads_and_parts() -> None:
    steps = "On the way there\n\n1\n\nIda will read 70 words correct by May.\n\n2\n\nIda will read 80 by July.\n\n"
    found = goals(f"Goal 1: {READ}\n\nBaseline: 61\n\n{steps}Goal 2: {WRITE}\n\nBaseline: 4\n\n{steps}")
    assert [(g.text, len(g.objectives)) for g in found] == [(READ, 2), (WRITE, 2)]


def test_statements_with_parts_of_their_own_are_goals_beside_those_that_are_called_so() -> None:
    called = f"Goal 1: {READ}\n\nBaseline: 61\n\nGoal 2: {WRITE}\n\nBaseline: 4\n\n"
    found = goals(f"{called}{ADD}\n\nBaseline: 9\n\nIda will spell 40 words by March 2027.\n")
    assert [g.text for g in found][:3] == [READ, WRITE, ADD]
    assert len(found) == 4


def test_a_goal_with_an_unknown_label_behind_objectives_is_told_by_its_baseline() -> None:
    steps = "Objectives:\n- Ida will read aloud 70 words correct by May.\n- Ida will read 80 by July.\n\n"
    found = goals(
        f"What we want to see 1\n\n{READ}\n\nBaseline: 61\n\n{steps}"
        f"What we want to see 2\n\n{WRITE}\n\nBaseline: 4\n\n{steps}"
    )
    assert [(g.text, g.baseline.value, len(g.objectives)) for g in found] == [(READ, "61", 2), (WRITE, "4", 2)]


def test_a_goal_with_an_unknown_label_behind_objectives_is_told_by_a_new_area() -> None:
    steps = "Objectives:\n- Ida will read aloud 70 words correct by May.\n- Ida will read 80 by July.\n\n"
    found = goals(f"Area: Reading\n\n{READ}\n\n{steps}Area: Writing\n\n{WRITE}\n\n{steps}")
    assert [(g.text, len(g.objectives)) for g in found] == [(READ, 2), (WRITE, 2)]


@pytest.mark.parametrize("order", [(0, 1, 2), (1, 0, 2), (1, 2, 0)])
def test_what_an_adult_will_do_is_one_of_the_goals_of_a_numbered_list(order: tuple[int, ...]) -> None:
    stated = ("The teacher will give her a chart in 4 of 5 lessons.", WRITE, ADD)
    methods = ("notes", "work samples", "tests")
    lines = [f"{n}. {stated[k]} Progress is measured by {methods[k]}." for n, k in enumerate(order, 1)]
    found = goals("\n\n".join(lines))
    assert [g.text for g in found] == [stated[k] for k in order]
    assert [methods[k] in (g.method.value or "") for g, k in zip(found, order, strict=True)] == [True] * 3


def test_what_an_adult_will_do_beside_a_goal_without_a_number_is_none() -> None:
    found = goals(f"1. The teacher will give her a chart in 4 of 5 lessons.\n\n{WRITE}\n")
    assert [g.text for g in found] == [WRITE]
