"""Results about goals are as sure as what they rest on: where the second reader of goals sees an element otherwise, the
confidence of the result drops by one step. What was found, and its severity, stay."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from iepaudit.model.goal import GoalAnalysis
from iepaudit.model.iep import Goal, Iep
from iepaudit.model.outcome import Confidence, Outcome, RuleResult
from iepaudit.rulepack import Rule, Ruleset
from iepaudit.rulepack.paths import paths_in

_PLACE = re.compile(r"(transition\.)?goals\[(\d+)\]")
_LESS = {Confidence.HIGH: Confidence.MEDIUM, Confidence.MEDIUM: Confidence.LOW, Confidence.LOW: Confidence.LOW}
# What a rule may ask of a goal -> the elements that the answer rests on.
_RESTS_ON = {
    "behavior": ("behavior",),
    "behavior_kind": ("behavior",),
    "vague": ("behavior",),
    "vague_kinds": ("behavior",),
    "flags": ("behavior", "criterion"),
    "criterion": ("criterion",),
    "criterion_source": ("criterion",),
    "growth": ("criterion", "baseline"),
    "method": ("method",),
    "method_source": ("method",),
    "baseline": ("baseline",),
    "condition": ("condition",),
    "timeframe": ("timeframe",),
    "deadline": ("timeframe",),
    "measurable": ("behavior", "criterion"),
}


def less_sure(results: Iterable[RuleResult], ruleset: Ruleset, iep: Iep) -> list[RuleResult]:
    """The results, in order, less sure where they rest on an element that two readers see differently."""
    after_school = iep.transition.goals if iep.transition else ()
    goals = {"": iep.goals or (), "transition.": after_school}
    rules = {rule.id: rule for rule in ruleset.rules}
    return [_less_sure(r, rules.get(r.id), goals) for r in results]


def _less_sure(result: RuleResult, rule: Rule | None, goals: dict[str, tuple[Goal, ...]]) -> RuleResult:
    if rule is None or result.outcome not in (Outcome.ISSUE, Outcome.REVIEW, Outcome.PASS):
        return result
    elements = _elements(rule)
    places = (_PLACE.match(at) for at in (result.at, *result.also_at))
    doubted = any(
        _is_doubted(goals[found[1] or ""][int(found[2])].analysis, elements)
        for found in places
        if found and int(found[2]) < len(goals[found[1] or ""])
    )
    return replace(result, confidence=_LESS[result.confidence]) if doubted else result


def _is_doubted(found: GoalAnalysis, elements: frozenset[str]) -> bool:
    return any(found.element(name).confidence < 1 for name in elements)


def _elements(rule: Rule) -> frozenset[str]:
    """The elements of a goal that a rule asks about."""
    if rule.for_each is None:
        return frozenset()
    asked = (rule.when, rule.for_each.where, rule.require, rule.forbid)
    names = (p.steps[1].name for part in asked for p in paths_in(part) if len(p.steps) > 1)
    return frozenset(element for name in names for element in _RESTS_ON.get(name, ()))
