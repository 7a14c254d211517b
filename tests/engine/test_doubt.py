"""Results rest on elements: doubt about one makes the results that ask for it less sure."""

from dataclasses import replace
from pathlib import Path

import pytest

from iepaudit.audit import AuditOptions, audit_here
from iepaudit.engine.doubt import less_sure
from iepaudit.model.outcome import Outcome
from iepaudit.rulepack import load_ruleset

SAMPLE = Path(__file__).parents[2] / "samples" / "acroform-flattened.pdf"


@pytest.fixture(scope="module")
def ruleset():
    return load_ruleset()


@pytest.fixture(scope="module")
def report():
    return audit_here(SAMPLE, AuditOptions())


def doubting(iep, name):
    goals = tuple(
        replace(g, analysis=replace(g.analysis, **{name: replace(g.analysis.element(name), confidence=0.5)}))
        for g in iep.goals
    )
    return replace(iep, goals=goals)


def test_without_doubt_nothing_changes(report, ruleset):
    assert tuple(less_sure(report.results, ruleset, report.iep)) == report.results


@pytest.mark.parametrize(("name", "rule"), [("criterion", "goal-no-criterion"), ("baseline", "goal-no-baseline")])
def test_a_result_is_less_sure_when_its_element_is_doubted(report, ruleset, name, rule):
    one = next(r for r in report.results if r.rule == rule)
    one = replace(one, at="goals[0]", outcome=Outcome.ISSUE)
    (asked,) = less_sure([one], ruleset, doubting(report.iep, name))
    assert one.confidence == "high" and asked.confidence == "medium"
    assert replace(asked, confidence=one.confidence) == one


def test_a_result_about_another_element_stays_as_sure(report, ruleset):
    one = replace(next(r for r in report.results if r.rule == "goal-no-criterion"), at="goals[0]")
    assert less_sure([one], ruleset, doubting(report.iep, "method")) == [one]


def test_results_about_other_parts_of_the_plan_stay_as_sure(report, ruleset):
    others = [r for r in report.results if "goals[" not in " ".join((r.at, *r.also_at))]
    assert others
    assert less_sure(others, ruleset, doubting(report.iep, "criterion")) == others
