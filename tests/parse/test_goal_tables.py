"""Goals in tables: under column heads, in parts, with their levels and objectives in rows."""

from __future__ import annotations

import pytest
from builders import goals

WRITE = "Ida will write ten sentences with capital letters by March 2027."
READ = "Ida will read aloud 95 words correct per minute on grade 4 passages by March 2027."


def test_a_goal_above_the_heads_of_its_objectives_is_read() -> None:
    (goal,) = goals(
        f"| Annual Goal #1: {READ} |\n"
        "| Current level: 61 words correct per minute |\n"
        "| Short-Term Objectives | Performance Criteria | Evaluation Procedures |\n"
        "| Reads 70 words in a minute | 3 of 4 probes | weekly probe |\n"
        "| Reads 80 words in a minute | 3 of 4 probes | weekly probe |\n"
    )
    assert goal.text == READ
    assert goal.baseline.value == "61 words correct per minute"
    assert [o.text for o in goal.objectives] == [
        "Reads 70 words in a minute, 3 of 4 probes",
        "Reads 80 words in a minute, 3 of 4 probes",
    ]


def test_numbered_steps_below_a_goal_in_its_column_are_objectives() -> None:
    (goal,) = goals(
        "| Measurable Annual Goal | Criteria for mastery | Method of evaluation |\n"
        "| Goal 1. Ida will use her device to ask for help without being reminded. | 8 of 10 days | tally |\n"
        "| 1a. Asks after the device is pointed to | 6 of 10 days | tally |\n"
        "| 1b. Asks after a look | 7 of 10 days | tally |\n"
    )
    assert len(goal.objectives) == 2 and goal.criterion.value == "8 of 10 days"


def test_what_stands_below_a_goal_in_its_cell_is_not_part_of_it() -> None:
    (goal,) = goals(
        "| Measurable Annual Goal | Criteria for mastery | Method of evaluation |\n"
        "| Goal 1. Ida will use her device to ask for help.//Current: 2 of 8 steps | 8 of 10 days | tally |\n"
    )
    assert goal.text == "Ida will use her device to ask for help."
    assert goal.baseline.value == "2 of 8 steps"


def test_a_goal_in_parts_is_put_together() -> None:
    (goal,) = goals(
        "| Condition | Behavior | Criterion | Evaluation Procedure |\n"
        "| Given lined paper, | Ida will write the lower-case letters from memory. | 24 of 26 letters | sample |\n"
    )
    assert goal.text == "Given lined paper, Ida will write the lower-case letters from memory."
    assert goal.criterion.value == "24 of 26 letters" and goal.method.value == "sample"


def test_goals_are_read_where_their_column_head_is_the_heading_of_the_part() -> None:
    (goal,) = goals(
        f"| | Baseline | How progress is measured |\n| {READ} | 61 words in a minute | weekly probe by the teacher |\n"
    )
    assert goal.text == READ
    assert (goal.baseline.value, goal.method.value) == ("61 words in a minute", "weekly probe by the teacher")


@pytest.mark.parametrize("name", ["Objective #{}", "STO {}", "Benchmark {}.", "Step {}"])
def test_a_row_that_is_called_an_objective_beside_it_is_no_goal(name: str) -> None:
    (goal,) = goals(
        "| No. | Measurable Annual Goal | Evaluation procedure | Performance criteria |\n"
        f"| 1 | {READ} | probe | 95 words |\n"
        f"| {name.format(1)} | Reads a grade 3 passage aloud after practice | probe | 70 words |\n"
        f"| {name.format(2)} | Reads a grade 4 passage aloud after practice | probe | 80 words |\n"
    )
    assert goal.text == READ and len(goal.objectives) == 2


def test_the_level_in_a_row_below_an_objective_belongs_to_that_objective() -> None:
    (goal,) = goals(
        "Ida will use her planner in every class by March 2027.\n\n"
        "| Objective 1: Ida will open her planner at the start of class. |\n"
        "| Evaluation criteria | Evaluation procedures | Schedule for determining progress |\n"
        "| 4/5 attempts | Checklist | Weekly |\n"
    )
    assert [o.text for o in goal.objectives] == ["Ida will open her planner at the start of class, 4/5 attempts"]
    assert (goal.method.value, goal.schedule.value) == ("Checklist", "Weekly")


def test_rows_under_milestones_are_objectives() -> None:
    (goal,) = goals(
        f"{READ}\n\n"
        "| Major milestones / short-term objectives | Expected by | Status |\n"
        "| Ida will read 70 words in a minute | December 2026 | |\n"
    )
    assert len(goal.objectives) == 1


def test_a_label_of_several_lines_beside_its_value_is_one_label() -> None:
    rows = (
        "| Goal 1 | Given a list of chores, Ida will finish 9 of 10 chores by May 2027. |\n"
        "| **Current Academic**//**Achievement and Functional**//**Performance (baseline)** | 4 of 10 chores |\n"
    )
    (goal,) = goals(rows)
    assert goal.baseline.value == "4 of 10 chores"


@pytest.mark.parametrize(
    "rows",
    [
        f"| Goal # | 1 | Area | Reading |\n| Annual Measurable Goal | {READ} |\n"
        "| Baseline | 61 words correct per minute |\n| Progress measured by | weekly probe | Implementer | Ms. Oak |\n",
        f"| Goal Area | Reading | Annual Goal | One of two |\n| Goal Statement | {READ} |\n"
        "| Current Level | 61 words correct per minute | Method | weekly probe |\n",
        f"| Area of Need | Reading | Goal Number | 1 |\n| Annual Goal | {READ} |\n"
        "| Baseline | 61 words correct per minute | How Measured | weekly probe |\n",
    ],
    ids=["number and area", "area and goal", "values beside both"],
)
def test_labels_with_their_values_beside_them_are_no_column_heads(rows: str) -> None:
    (goal,) = goals(rows)
    assert goal.text == READ
    assert goal.baseline.value == "61 words correct per minute" and goal.method.value == "weekly probe"


@pytest.mark.parametrize(
    ("head", "method"),
    [
        ("Goal 1 / Meta 1:", "How measured / Cómo se medirá el progreso:"),
        ("Meta 1 / Goal 1:", "Cómo se medirá el avance - How Progress Will Be Measured:"),
    ],
)
def test_labels_in_two_languages_are_known_by_either(head: str, method: str) -> None:
    (goal,) = goals(f"{head} {READ}\n\nLínea base / Baseline: 61 words per minute\n\n{method} weekly log\n")
    assert goal.text == READ
    assert goal.baseline.value == "61 words per minute" and goal.method.value == "weekly log"


PERIODS = "1st 9 weeks | 2nd 9 weeks | 3rd 9 weeks | 4th 9 weeks | ESY"


@pytest.mark.parametrize(
    ("heads", "row", "method", "criterion"),
    [
        (f"How Measured | Criteria | {PERIODS}", "weekly probe | 8 of 10 | | | | |", "weekly probe", "8 of 10"),
        (f"How Measured | Criteria | {PERIODS}", "weekly probe | | | | | |", "weekly probe", None),
        ("Procedures | Criteria | Position Responsible", "tally sheet | 80% | teacher", "tally sheet", "80%"),
        ("Evaluation Method | Q1 | Q2 | Q3 | Q4", "running record | P | | |", "running record", None),
        ("Target | Measurement Tool | Nov | Feb | May", "9 of 10 | rubric | | |", "rubric", "9 of 10"),
    ],
)
def test_a_table_below_each_goal_says_how_it_is_measured(
    heads: str, row: str, method: str, criterion: str | None
) -> None:
    below = f"\n\n| {heads} |\n| {row} |\n"
    first, second = goals(f"**Annual Goal #1:** {READ}{below}\n**Annual Goal #2:** {WRITE}{below}")
    for goal in (first, second):
        assert (goal.method.value, goal.criterion.value) == (method, criterion)


def test_labels_in_a_table_above_a_goal_have_their_values_below() -> None:
    cards = "".join(
        f"### Goal {n}\n\n| Goal area | Baseline | Target date |\n| {area} | {level} | 03/01/2027 |\n\n"
        f"**Goal statement:** {text}\n\n| How measured | Who is responsible |\n| {how} | Teacher |\n\n"
        for n, area, level, text, how in (
            (1, "Reading", "61 words", READ, "weekly probe"), (2, "Writing", "4 sentences", WRITE, "work sample")
        )
    )  # fmt: skip
    assert [(g.text, g.baseline.value, g.method.value) for g in goals(cards)] == [
        (READ, "61 words", "weekly probe"), (WRITE, "4 sentences", "work sample"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("heads", "values"),
    [
        ("Baseline | Evaluation Method | With | Summer Goal?", "3 of 10 sentences | weekly sample | accuracy | No"),
        ("Pace | Setting | Current Level | How Measured", "slow | class | 3 of 10 sentences | weekly sample"),
        (
            "Strand | Baseline | Evaluation Method | With | For | Team",
            "RF | 3 of 10 sentences | weekly sample | x | y | z",
        ),
    ],
)
def test_known_heads_side_by_side_among_unknown_ones_are_heads(heads: str, values: str) -> None:
    found = goals(f"**GOAL 1: Writing**\n**Goal:** {WRITE}\n| {heads} |\n| {values} |\n\n| Objective 1: | |\n")
    (goal,) = found
    assert (goal.text, goal.baseline.value, goal.method.value) == (WRITE, "3 of 10 sentences", "weekly sample")


def test_labels_with_their_values_beside_them_are_no_heads() -> None:
    (goal,) = goals(
        f"**Goal 1:** {WRITE}\n| Baseline | 3 of 10 sentences | Method | weekly sample |\n| Staff | Ms. Roe |\n"
    )
    assert (goal.baseline.value, goal.method.value) == ("3 of 10 sentences", "weekly sample")


def test_labels_side_by_side_with_their_answers_below_them_are_no_heads() -> None:
    (goal,) = goals(
        f"| Annual goal: {READ} |\n"
        "| Baseline://61 words in a minute | Comments to family://By telephone |\n"
        "| Method of evaluation://Weekly probe | Progress to parents://Quarterly, with the report card |\n"
    )
    assert (goal.baseline.value, goal.method.value) == ("61 words in a minute", "Weekly probe")
    assert goal.schedule.value == "Quarterly, with the report card"
