"""Shares of the day that a form states as a range, against its own totals of minutes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from factories import MEETING, sound_iep

from iepaudit.engine import evaluate
from iepaudit.model.outcome import Outcome, RuleResult
from iepaudit.rulepack import Ruleset, load_ruleset


@pytest.fixture(scope="module")
def rules() -> Ruleset:
    return load_ruleset()


def result(rules: Ruleset, counted: float) -> RuleResult:
    plan = sound_iep()
    ranged = replace(
        plan.placement, percent_general=None, percent_least=40.0, percent_most=79.0, percent_of_minutes=counted
    )
    found = evaluate(rules, replace(plan, placement=ranged), as_of=MEETING)
    return next(r for r in found if r.rule == "lre-minutes-inconsistent")


def test_totals_beyond_a_range_are_told_with_the_words_of_the_plan(rules: Ruleset) -> None:
    found = result(rules, 97.0)
    assert found.outcome is Outcome.ISSUE
    assert "97% of the week is in class; 40-79% is stated" in found.message
    assert [place.quote for place in found.evidence] == [sound_iep().placement.extent.place.quote]


def test_totals_within_a_range_are_none(rules: Ruleset) -> None:
    assert result(rules, 60.0).outcome is Outcome.PASS
