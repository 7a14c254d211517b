"""Ten places where a naive auditor would be wrong. Each is a promise to the reader of a report."""

from dataclasses import replace
from datetime import date

import pytest
from factories import (
    ABSENT,
    MEETING,
    analysis,
    goal,
    place,
    section,
    service,
    sound_iep,
    teenager,
    with_section,
    without,
)

from iepaudit.engine import evaluate
from iepaudit.model.field import blank, filled
from iepaudit.model.iep import Accommodation, Answer, Decision
from iepaudit.model.outcome import Outcome, Severity
from iepaudit.rulepack import load_ruleset


@pytest.fixture(scope="module")
def federal():
    return load_ruleset()


def said(rules, iep, name, as_of=MEETING):
    return [r for r in evaluate(rules, iep, as_of=as_of) if r.rule == name]


def outcome(rules, iep, name):
    return said(rules, iep, name)[0].outcome


def test_1_what_stands_under_another_heading_need_not_be_repeated(federal):
    plan = without(sound_iep(), "impact")
    text = "Weak decoding makes it hard for her to follow lessons in science."
    plan = replace(plan, sections=(*plan.sections, section("other", text, heading="Notes of the team")))
    assert outcome(federal, plan, "impact-statement-missing") is Outcome.PASS


def test_2_special_factors_that_are_not_written_down_are_never_required(federal):
    plan = replace(without(sound_iep(), "special-factors"), decisions=())
    assert said(federal, plan, "special-factors-absent")[0].severity is Severity.GAP


@pytest.mark.parametrize(("profile", "level"), [("federal", Severity.GAP), ("mi", Severity.REQUIRED)])
def test_3_a_baseline_is_required_only_where_a_state_says_so(profile, level):
    words = "By March 2027, Tamsin will spell 20 words."
    bare = goal(words, area="writing", baseline=blank(), analysis=analysis(words, baseline=ABSENT, baselines=()))
    plan = replace(sound_iep(), goals=(bare,))
    assert said(load_ruleset(profile=profile), plan, "goal-no-baseline")[0].severity is level


def test_4_a_condition_is_missed_only_where_a_state_asks_for_it(federal):
    words = "By March 2027, Tamsin will spell 20 words."
    plan = replace(sound_iep(), goals=(goal(words, analysis=analysis(words, condition=ABSENT)),))
    level = {r.rule for r in evaluate(federal, plan, as_of=MEETING) if r.outcome is Outcome.ISSUE}
    texas = load_ruleset(profile="tx")
    assert not level
    assert outcome(texas, plan, "state-goal-element-missing") is Outcome.ISSUE


def test_5_a_therapy_without_a_goal_is_advice_at_most(federal):
    plan = sound_iep()
    speech = service("Speech therapy", category="related-service")
    found = said(federal, replace(plan, services=(*plan.services, speech)), "service-no-goal")[0]
    assert (found.outcome, found.severity) == (Outcome.ISSUE, Severity.ADVICE)


def test_6_supports_in_class_and_on_tests_may_differ(federal):
    plan = sound_iep()
    aids = (
        Accommodation("Calculator", place(5, "Calculator"), "classroom"),
        Accommodation("Small room", place(5, "Small room"), "testing"),
    )
    found = said(federal, replace(plan, accommodations=aids), "accommodation-class-test-mismatch")[0]
    assert (found.outcome, found.severity) == (Outcome.ISSUE, Severity.ADVICE)


def test_7_behavior_that_gets_in_the_way_needs_a_support_and_no_formal_assessment(federal):
    plan = sound_iep()
    decisions = tuple(d for d in plan.decisions if d.name != "behavior")
    plan = replace(plan, decisions=(*decisions, Decision("behavior", Answer.YES, place(3, "Yes"))))
    plan = with_section(plan, "supplementary-aids", "Check-in/check-out with the counselor each day.")
    assert outcome(federal, plan, "behaviour-yes-no-plan") is Outcome.PASS


@pytest.mark.parametrize(("profile", "level"), [("federal", Severity.ADVICE), ("va", Severity.REQUIRED)])
def test_8_progress_as_often_as_report_cards_is_state_law(profile, level):
    plan = with_section(sound_iep(), "progress-schedule", "Annually.")
    plan = replace(plan, progress_schedule=filled("Annually", place(4, "Annually")))
    assert said(load_ruleset(profile=profile), plan, "progress-frequency-below-state")[0].severity is level


def test_9_life_after_school_is_due_when_the_plan_runs_through_the_birthday(federal):
    plan = sound_iep()
    young = replace(plan.student, birth_date=filled(date(2010, 12, 24), place()), grade=filled("9", place()))
    plan = replace(plan, student=young)  # 15 at the meeting of March 2026, 16 in December
    assert outcome(federal, plan, "psg-missing") is Outcome.ISSUE
    younger = replace(plan.student, birth_date=filled(date(2011, 6, 24), place()))
    assert outcome(federal, replace(plan, student=younger), "psg-missing") is Outcome.NOT_APPLICABLE


def test_10_state_form_parts_are_never_reported_as_required(federal):
    plan = replace(without(sound_iep(), "esy", "parent-concerns", "team", "strengths"), team=None, decisions=())
    plan = replace(plan, dates=replace(plan.dates, evaluation=blank(), reevaluation=blank()))
    found = [r for r in evaluate(federal, plan, as_of=MEETING) if r.outcome is Outcome.ISSUE]
    assert [r.rule for r in found if r.severity is Severity.REQUIRED] == []


def test_the_day_of_the_audit_decides_whether_a_plan_has_ended(federal):
    plan = sound_iep()
    assert said(federal, plan, "iep-expired", date(2026, 9, 1))[0].outcome is Outcome.PASS
    assert said(federal, plan, "iep-expired", date(2027, 9, 1))[0].outcome is Outcome.ISSUE


@pytest.mark.parametrize(
    ("cell", "rule"),
    [
        ("", "goal-no-baseline"),
        ("see present levels", "goal-baseline-elsewhere"),
        ("TBD", "goal-baseline-undetermined"),
        ("baseline data: none recorded", "goal-baseline-none-recorded"),
    ],
)
def test_four_kinds_of_missing_baseline_are_four_findings(federal, cell, rule):
    words = "By March 2027, Tamsin will spell 20 words."
    field = filled(cell, place(4, cell)) if cell else blank(place(4, "Baseline"))
    made = goal(words, area="writing", baseline=field, analysis=analysis(words, baseline=ABSENT, baselines=()))
    plan = replace(sound_iep(), goals=(made,))
    found = {r.rule for r in evaluate(federal, plan, as_of=MEETING) if r.outcome is Outcome.ISSUE}
    assert found == {rule}


def test_no_concerns_at_this_time_is_an_answer(federal):
    plan = with_section(sound_iep(), "parent-concerns", "Parents report no concerns at this time.")
    assert outcome(federal, plan, "parent-concerns-blank") is Outcome.PASS


def test_rights_transfer_at_another_age_in_pennsylvania():
    plan = without(teenager(), "transfer-of-rights")
    assert outcome(load_ruleset(profile="pa"), plan, "transfer-of-rights-missing") is Outcome.NOT_APPLICABLE
    assert outcome(load_ruleset(profile="il"), plan, "transfer-of-rights-missing") is Outcome.ISSUE
