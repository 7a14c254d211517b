"""Whatever a reader makes of a file, no rule breaks down, and running them takes little time."""

import time
from dataclasses import fields, replace

import pytest
from factories import MEETING, goal, section, service, sound_iep, teenager
from hypothesis import given, settings
from hypothesis import strategies as st

from iepaudit.engine import evaluate
from iepaudit.model.field import Field, FieldState, blank, unclear
from iepaudit.model.iep import Answer, Decision, Kind, Placement
from iepaudit.model.outcome import Outcome
from iepaudit.rulepack import load_ruleset

RULES = load_ruleset()
TEXAS = load_ruleset(profile="tx")


def spoiled(draw, thing):
    """A dataclass with some of its fields blank or unreadable."""
    changes = {}
    for field in fields(thing):
        value = getattr(thing, field.name)
        if isinstance(value, Field):
            changes[field.name] = draw(st.sampled_from([value, value, blank(), unclear("torn"), blank(value.place)]))
    return replace(thing, **changes)


@st.composite
def plans(draw):
    plan = draw(st.sampled_from([sound_iep(), teenager()]))
    kept = draw(st.lists(st.sampled_from(plan.sections), unique_by=id, max_size=len(plan.sections)))
    kept = [replace(s, state=draw(st.sampled_from(list(FieldState))), why="torn") for s in kept]
    kept = [replace(s, blocks=s.blocks if s.state is FieldState.FILLED else ()) for s in kept]
    some = st.booleans()
    answers = st.lists(st.sampled_from(list(Answer)), min_size=len(plan.decisions), max_size=len(plan.decisions))
    transition = spoiled(draw, plan.transition) if plan.transition and draw(some) else None
    return replace(
        plan,
        kind=draw(st.sampled_from([Kind.IEP, Kind.AMENDMENT, Kind.BLANK_FORM])),
        sections=tuple(kept),
        student=spoiled(draw, plan.student),
        dates=spoiled(draw, plan.dates),
        goals=tuple(spoiled(draw, g) for g in plan.goals) if draw(some) else draw(st.sampled_from([None, ()])),
        services=tuple(spoiled(draw, s) for s in plan.services) if draw(some) else draw(st.sampled_from([None, ()])),
        accommodations=plan.accommodations if draw(some) else None,
        needs=plan.needs if draw(some) else None,
        team=plan.team if draw(some) else None,
        decisions=tuple(replace(d, answer=a) for d, a in zip(plan.decisions, draw(answers), strict=True)),
        placement=spoiled(draw, plan.placement),
        transition=transition,
        unreadable_pages=draw(st.sampled_from([(), (2,), (1, 5)])),
    )


@settings(max_examples=60, deadline=None)
@given(plans())
def test_no_rule_breaks_down(plan):
    for rules in (RULES, TEXAS):
        results = evaluate(rules, plan, as_of=MEETING)
        assert [r.message for r in results if r.outcome is Outcome.ERROR] == []
        assert {r.id for r in results} == {r.id for r in rules.rules}


@settings(max_examples=60, deadline=None)
@given(plans())
def test_every_message_is_filled_and_every_absence_says_where_it_looked(plan):
    for result in evaluate(RULES, plan, as_of=MEETING):
        if result.outcome in (Outcome.ISSUE, Outcome.REVIEW):
            assert result.message
            assert "{" not in result.message
        if result.outcome is Outcome.ISSUE and "was found in this file" in result.message:
            assert result.searched


def test_a_plan_of_which_nothing_was_understood_gives_no_required_finding():
    plan = replace(
        sound_iep(), sections=(section("other", "Some text.", heading="Page"),), goals=None, services=None, needs=None,
        accommodations=None, decisions=(), team=None, placement=Placement(blank(), blank(), blank()),
        progress_schedule=blank(), progress_method=blank(),
    )  # fmt: skip
    found = [r for r in evaluate(RULES, plan, as_of=MEETING) if r.outcome is Outcome.ISSUE]
    assert [r.rule for r in found if r.severity.value == "required"] == []


def test_a_box_that_could_not_be_read_is_a_question():
    plan = sound_iep()
    decisions = tuple(d for d in plan.decisions if d.name != "behavior")
    plan = replace(plan, decisions=(*decisions, Decision("behavior", Answer.UNCLEAR, plan.decisions[0].place)))
    outcomes = {r.rule: r.outcome for r in evaluate(RULES, plan, as_of=MEETING)}
    assert outcomes["checkbox-blank-pair"] is Outcome.REVIEW


@pytest.mark.parametrize("pages", [60])
def test_all_rules_on_a_long_plan_take_less_than_a_second(pages):
    words = "Tamsin reads slowly and her teacher has noticed that long passages tire her.\n" * 40
    extra = tuple(section("other", words, page=n, heading=f"Page {n}") for n in range(8, pages + 1))
    goals = tuple(goal(f"By March 2027, Tamsin will read aloud list {n}.", label=f"Goal {n}") for n in range(25))
    services = tuple(service(f"Service {n}") for n in range(25))
    plan = teenager()
    plan = replace(plan, sections=(*plan.sections, *extra), goals=goals, services=services, page_count=pages)
    start = time.process_time()
    evaluate(RULES, plan, as_of=MEETING)
    assert time.process_time() - start < 1.0
