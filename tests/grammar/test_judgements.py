"""Judgements: what can be observed, vague words, flags."""

from datetime import date

import pytest

from iepaudit.model.goal import BehaviorKind
from iepaudit.parse.grammar import analyse_goal

START, END = date(2026, 9, 1), date(2027, 8, 31)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ada will read aloud.", BehaviorKind.OBSERVABLE),
        ("Ada will improve her reading.", BehaviorKind.VAGUE),
        ("Ada will understand fractions.", BehaviorKind.VAGUE),
        ("Ada will read better.", BehaviorKind.VAGUE),
        ("Ada will be respectful.", BehaviorKind.ATTITUDE),
        ("Ada will receive speech therapy.", BehaviorKind.ADULT_ACTION),
        ("The teacher will remind Ada.", BehaviorKind.ADULT_ACTION),
        ("Ada will be provided with a calculator.", BehaviorKind.ADULT_ACTION),
    ],
)
def test_kinds_of_behavior(text, kind):
    assert analyse_goal(text).behavior_kind is kind


@pytest.mark.parametrize(
    "text", ["Ada will improve her accuracy in 4 of 5 trials.", "Ada will increase accuracy from 40% to 80%."]
)
def test_accuracy_of_nothing_that_is_named_stays_vague(text):
    assert not analyse_goal(text).behavior.present


@pytest.mark.parametrize("words", ["from 9 of 20 to 16 of 20 correct", "from 9 out of 20 to 16 out of 20 correct"])
def test_the_whole_of_a_share_is_no_level_by_itself(words):
    levels = analyse_goal(f"Given 20 problems, Ada will solve {words}.").criteria
    assert [(level.value, level.of) for level in levels] == [(16, 20)]


@pytest.mark.parametrize(
    "text",
    [
        "Ada will improve her fluency from 40 to 80 words per minute.",
        "Ada will improve her spelling by writing ten words.",
        "Ada will increase on-task behavior (staying seated, looking at her work) to 80% of intervals.",
        "Ada will decrease outbursts to two or fewer per week.",
        "Ada will demonstrate the ability to count 20 objects.",
        "Ada will demonstrate coping skills such as deep breathing in 4 of 5 incidents.",
        "Ada will use gestures or words to ask for a toy.",
        "Given 20 problems, Ada will improve accuracy from 9 of 20 correct to 16 of 20 correct on 3 probes.",
        "Given 15 words, Ada will increase spelling accuracy from 6/15 to 12/15 correct.",
        "Ada will increase her correct answers from 9/20 to 16/20 on 3 probes.",
        "Ada will raise her listening comprehension from 40% to 75% correct on stories with 12 questions.",
        "Given a worksheet, Ada will improve her subtraction skills to 9 of 12 problems correct in 3 of 4 weeks.",
        "Ada will increase spelling from 50 percent to 80 percent correct on lists of 10 words.",
    ],
)
def test_a_vague_head_is_rescued_by_an_action(text):
    assert analyse_goal(text).behavior.present


@pytest.mark.parametrize(
    "text",
    [
        "Ada will improve comprehension by 20 percent.",
        "Ada will manage her energy levels with 90% proficiency.",
        "Ada will demonstrate appropriate behavior 80% of the time.",
        "Ada will improve how she finds common denominators.",
        "Ada will learn because she has a learning disability.",
        "Ada will improve in the industry class.",
        "Ada will raise her listening comprehension from 40% to 75% on long stories.",
        "Ada will increase her problem solving to 80% correct.",
    ],
)
def test_a_number_does_not_make_a_vague_behavior_observable(text):
    found = analyse_goal(text)
    assert not found.behavior.present
    assert not found.measurable


def test_vague_words_are_exact_and_only_where_nothing_rescues_them():
    vague = analyse_goal("Ada will improve her reading.").vague
    assert [(v.span.text, v.category) for v in vague] == [("improve", "change")]
    assert analyse_goal("Ada will improve her rate from 40 to 80 words per minute.").vague == ()


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("Ada will receive speech therapy twice a week.", "service-as-goal"),
        ("Ada will participate in 30 minutes of counseling.", "service-as-goal"),
        ("Staff will prompt Ada.", "adult-action"),
        ("The teacher will give Ada notes and will check them two times a month.", "adult-action"),
        ("The case carrier will email Ada, and will call her 3 times per week.", "adult-action"),
        ("Ada will follow 2-step directions.", "task-number-only"),
        ("Ada will manage her energy levels with 90% proficiency.", "percent-of-nothing"),
        ("Ada will stay in her seat with 80% accuracy.", "unit-mismatch"),
        ("Ada will read, write, add and subtract with 80% accuracy.", "compound"),
        ("Ada will dress with minimal assistance in 4 of 5 trials.", "undefined-support"),
        ("By ____, [student] will read 20 words.", "empty-slot"),
        ("Ada will increase her rate from 80 to 80 words per minute.", "baseline-equals-target"),
        ("Ada will increase her rate from 80 to 40 words per minute.", "target-below-baseline"),
        ("Ada will increase her rate from 10 to 200 words per minute.", "implausible-leap"),
        ("Ada will not hit.", "dead-man"),
    ],
)
def test_flags(text, flag):
    assert flag in analyse_goal(text).flags


@pytest.mark.parametrize("text", ["Staff will prompt Ada.", "The teacher will give Ada notes and will check them."])
def test_steps_of_the_child_do_not_make_what_adults_do_her_goal(text):
    found = analyse_goal(text, objectives=["Ada will write 3 of 4 sentences by June."])
    assert not found.measurable
    assert "adult-action" in found.flags


@pytest.mark.parametrize(
    "text",
    [
        "By May 2027, given a passage, Ada will read 80 words per minute, up from 40, as measured by weekly probes.",
        "Ada will decrease hitting from 9 times a day to 2 times a day.",
        "Ada will ask for a break instead of hitting in 4 of 5 incidents.",
        "Ada will lower her errors from 10 to 2 errors a page.",
    ],
)
def test_a_sound_goal_has_no_flags(text):
    assert analyse_goal(text).flags == frozenset()


def test_a_deadline_outside_the_plan_is_flagged_only_with_its_dates():
    text = "By 12/1/2028, Ada will read 80 words per minute."
    assert "date-outside-plan" in analyse_goal(text, start=START, end=END).flags
    assert "date-outside-plan" not in analyse_goal(text).flags


def test_missing_elements_come_in_teaching_order():
    assert analyse_goal("Ada will improve.").missing == (
        "behavior", "criterion", "condition", "timeframe", "method", "baseline",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "measurable"),
    [
        ("Ada will dress with 4 of 5 shirts.", True),
        ("Ada will read.", False),
        ("Ada will improve 80% of the time.", False),
    ],
)
def test_measurable_is_an_observable_behavior_and_a_criterion(text, measurable):
    assert analyse_goal(text).measurable is measurable


@pytest.mark.parametrize(
    ("text", "measurable"),
    [
        ("Ada will improve her spelling from 8 of 20 words spelled correctly to 17 of 20 words by May 2027.", True),
        ("Ada will increase her understanding of rules, from following 45% of rules to following 85% of rules.", True),
        ("Ada will improve her comprehension from 45% to 80% accuracy.", False),
        ("Ada will increase her understanding from 3 of 10 words known to 8 of 10 words.", False),
    ],
)
def test_growth_is_measurable_when_its_start_counts_what_is_done(text, measurable):
    assert analyse_goal(text).measurable is measurable


def test_a_deadline_beside_the_goal_counts_as_its_own():
    found = analyse_goal("Ada will read 80 words per minute.", timeframe="by 5/28/2027")
    assert (found.timeframe.source, found.deadline) == ("timeframe", date(2027, 5, 28))
    assert not analyse_goal("Ada will read 80 words per minute.", timeframe="TBD").timeframe.present


@pytest.mark.parametrize(
    "text",
    [
        "By ____, Ada will solve ___ problems with ___% accuracy in ___ of ___ trials.",
        "Ada will write a paragraph with ____% accuracy.",
    ],
)
def test_a_level_that_nobody_filled_in_makes_no_goal_measurable(text):
    assert not analyse_goal(text).measurable


def test_a_level_with_a_place_left_open_beside_it_can_be_measured():
    assert analyse_goal("Ada will write a paragraph with 80% accuracy in ___ of ___ trials.").measurable
