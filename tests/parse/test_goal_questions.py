"""Labels of a goal's parts that say in a question what they ask for, and the heads of tables below a goal."""

from __future__ import annotations

import pytest
from builders import COVER, goals, plan

from iepaudit.parse.goal_wording import looks_like_goal
from iepaudit.segment.known_labels import goal_labels, labels

WRITE = "By March 2027, given a word bank, Ida will write ten sentences with capital letters in 4 of 5 samples."


@pytest.mark.parametrize(
    "label",
    [
        "Annual Goal/Target (What should we see the student do when this plan has run for a year, in which setting?)",
        "Annual goal or outcome: What is the student expected to do by the end of the year?",
        "Measurable Annual Goal - what will the student learn?",
        "Goal/Outcome. In what way will the student's skill have grown?",
        "Annual Target (how far will the student come?)",
        "Expected Annual Outcome",
    ],
)
def test_a_goal_stands_below_its_label_with_a_question(label: str) -> None:
    (goal,) = goals(
        f"| Starting level (Where is the student now?) |\n| 3 of 10 sentences |\n| {label} |\n| {WRITE} |\n"
    )
    assert (goal.text, goal.baseline.value) == (WRITE, "3 of 10 sentences")


def test_a_question_behind_the_name_of_the_child_is_no_label() -> None:
    assert goal_labels().name_of("Area: which need is it about?") == "area"
    assert labels().name_of("Student: what does she enjoy?") is None


@pytest.mark.parametrize(
    "text",
    [
        "Outlook of the year (What skill will the student show by the end of this plan?)",
        "The year ahead: what will the student show by the end of this plan?",
    ],
)
def test_a_question_of_the_form_is_no_goal(text: str) -> None:
    assert not looks_like_goal(text)


def test_what_the_child_will_ask_may_be_a_goal() -> None:
    assert looks_like_goal("When a game begins, Ida will ask a classmate: “May I play with you?”")


def test_steps_below_their_own_label_answer_no_heads_above_it() -> None:
    (goal,) = goals(
        f"| Goal 1 | Area: Writing |\n| Annual Goal: {WRITE} |\n| Criteria | Method | Schedule |\n"
        "| 4 of 5 samples | Rubric | Weekly |\n| Short-Term Objectives |\n"
        "| 1. By December 2026: 4 sentences. |\n| 2. By February 2027: 7 sentences. |\n"
    )
    assert goal.criterion.value == "4 of 5 samples"
    assert [o.text for o in goal.objectives] == [
        "1. By December 2026: 4 sentences.",
        "2. By February 2027: 7 sentences.",
    ]


@pytest.mark.parametrize("period", ["Prog", "Progress", "Report", "Marking Period", "Update #"])
def test_objectives_may_stand_beside_columns_for_every_report(period: str) -> None:
    periods = " | ".join(f"{period} {n}" for n in range(1, 6))
    (goal,) = goals(
        f"| Goal 1 | Area: Writing |\n| Annual measurable goal | {WRITE} |\n\n"
        f"Steps:\n\n| Objective | Level | Criterion | Target date | {periods} |\n"
        "| Copies a sentence from the board | | 3 of 4 | 12/18/2026 | | | | | |\n"
        "| Writes with a word bank | | 5 of 10 | 02/26/2027 | | | | | |\n"
    )
    assert [o.text for o in goal.objectives] == [
        "Copies a sentence from the board, 3 of 4",
        "Writes with a word bank, 5 of 10",
    ]


@pytest.mark.parametrize("number", ["Goal 1", "See Goal #1", "Goals 1, 2", "Annual Goal No. 1"])
def test_the_goal_that_a_row_of_present_levels_leads_to_opens_no_part(number: str) -> None:
    found = plan(
        f"{COVER}# Present Levels of Performance\n\n| Area | Level now | Effect in class | Leads to |\n"
        f"| Reading | 40 words a minute on grade 3 text | Ida needs directions read to her | {number} |\n"
        "| Writing | Two sentences on her own | She will not hand in pages without help from an adult | Goal 2 |\n"
        "| Mathematics | At grade level | None when problems are read to her | none |\n\n"
        f"# Measurable Annual Goals\n\n## Goal 1\n{WRITE}\n"
    )
    assert [g.text for g in found.goals or ()] == [WRITE]


def test_the_number_of_a_goal_in_the_first_row_beside_its_area_opens_the_goals() -> None:
    found = plan(
        f"{COVER}# Present Levels of Performance\nIda reads 40 words a minute.\n\n"
        f"| Area: Writing | Goal 1 |\n| {WRITE} |\n| Criteria | Method |\n| 4 of 5 samples | Rubric |\n"
    )
    assert [g.text for g in found.goals or ()] == [WRITE]


@pytest.mark.parametrize("mark", ["Objective 1", "Short-term Objective #1", "Benchmark 1a", "STO 1"])
def test_numbered_steps_across_a_table_answer_no_labels_above_them(mark: str) -> None:
    (goal,) = goals(
        f"| Goal # 1 | Area: Writing |\n| Goal//{WRITE} |\n"
        "| Measured by//Folder of drafts | Frequency of Reports//Each quarter |\n"
        f"| {mark} Ida will write four sentences by December 2026. |\n"
        f"| {mark.replace('1', '2')} Ida will write seven sentences by February 2027. |\n"
    )
    assert (goal.method.value, len(goal.objectives)) == ("Folder of drafts", 2)


def test_a_child_named_like_a_request_has_a_goal() -> None:
    assert looks_like_goal("Mark will write ten sentences with capital letters in 4 of 5 samples.")
    assert not looks_like_goal("Mark the weeks in which reports on progress will be sent to the parents.")


@pytest.mark.parametrize(
    "asked",
    [
        "Will objectives be included?: No",
        "Does this goal address a transition need? Not at this time",
        "Is the student going to need steps towards this goal?: Yes - see below",
        "Goal will be addressed during the extended school year?: No",
        "Goal will be addressed in the general classroom: Yes",
    ],
)
def test_a_question_with_its_short_answer_is_no_goal(asked: str) -> None:
    (goal,) = goals(f"Area of Need: Writing\nGoal #: 1\n{asked}\n**Measurable Goal**\n{WRITE}\nBaseline: 3 of 10\n")
    assert (goal.text, goal.baseline.value, goal.objectives) == (WRITE, "3 of 10", ())


def test_a_question_that_the_child_answers_belongs_to_the_goal() -> None:
    assert looks_like_goal("When a visitor asks what is your name? Ida will answer in a sentence in 4 of 5 trials.")


@pytest.mark.parametrize(
    "text",
    [
        "Ida will be 14 and 15 while this plan is in effect.",
        "During this plan the student will turn sixteen in May and may come along.",
        "The child will reach the age of 18 before the plan ends.",
    ],
)
def test_how_old_the_child_will_be_is_no_goal(text: str) -> None:
    assert not looks_like_goal(text)


def test_how_often_the_child_will_be_on_time_is_a_goal() -> None:
    assert looks_like_goal("Ida will be on time for 14 of 15 lessons in May.")
    assert looks_like_goal("Ida will reach 15 of 20 points on the weekly quiz.")
