"""What to say about a goal: for each missing part and each flag a plain sentence, a question and a blank to fill.

Patterns hold blanks, never numbers: only the people who know the child can fill them in.
"""

from __future__ import annotations

from dataclasses import dataclass

from iepaudit.model.goal import BehaviorKind, GoalAnalysis
from iepaudit.model.outcome import Severity

ELEMENT_NAMES = {
    "timeframe": "Time frame",
    "condition": "Condition",
    "behavior": "Behavior",
    "criterion": "Criterion",
    "method": "Method",
    "baseline": "Baseline",
}
ELEMENT_MEANING = {
    "timeframe": "by when",
    "condition": "with what, where, after what",
    "behavior": "an action that two people would agree they saw or heard",
    "criterion": "how much, how often, how fast or how exactly",
    "method": "how and by whom it is measured",
    "baseline": "where the child is now",
}


@dataclass(frozen=True, slots=True)
class Advice:
    """One thing to say about a goal. `rule` is the name under which `iepaudit rules` knows it, where there is one."""

    rule: str
    severity: Severity
    message: str
    question: str


_MISSING = {
    "behavior": Advice(
        "goal-vague-behaviour", Severity.GAP, "No action was found that can be seen or heard.",
        "What will we see or hear my child do differently?",
    ),
    "criterion": Advice(
        "goal-no-criterion", Severity.REQUIRED, "No score, count or level was found that shows when the goal is met.",
        "What exact score or count would show my child has met this goal?",
    ),
    "condition": Advice(
        "goal-no-condition", Severity.ADVICE, "Nothing says with which materials or help, or where, this happens.",
        "With which materials or help, and where, will my child do this?",
    ),
    "timeframe": Advice(
        "goal-no-timeframe", Severity.ADVICE, "No date or period was found by which the goal should be met.",
        "By when should my child reach this?",
    ),
    "method": Advice(
        "goal-no-method", Severity.GAP, "Nothing says how progress toward this goal is measured.",
        "Who will measure this, with what, and how often?",
    ),
    "baseline": Advice(
        "goal-no-baseline", Severity.ADVICE, "No starting point was found.",
        "Where is my child right now on this skill, in numbers?",
    ),
}  # fmt: skip
_FLAGS = {
    "service-as-goal": Advice(
        "goal-adult-action", Severity.GAP, "This names a service that the child gets, not a skill.",
        "What will my child be able to do because of this service?",
    ),
    "adult-action": Advice(
        "goal-adult-action", Severity.GAP, "This says what adults will do or what the child will be given.",
        "What will my child do, not just receive?",
    ),
    "hope-not-outcome": Advice(
        "postsecondary-hope", Severity.GAP, "This is a wish or a search, not an outcome after leaving school.",
        "What will my child be doing after leaving school: which course, job or way of living?",
    ),
    "task-number-only": Advice(
        "goal-task-number", Severity.GAP, "The number describes the task, not when the goal is met.",
        "How well and how often must my child do this task?",
    ),
    "percent-of-nothing": Advice(
        "criterion-unit-mismatch", Severity.ADVICE, "The percentage has nothing countable that it could be a share of.",
        "A percentage of what, over how many tries?",
    ),
    "unit-mismatch": Advice(
        "criterion-unit-mismatch", Severity.GAP, "The unit of the level does not fit the action or the starting point.",
        "In which unit will this be counted, at the start and at the end?",
    ),
    "baseline-equals-target": Advice(
        "baseline-equals-target", Severity.GAP, "The target is the same as the starting point.",
        "If my child is already at this level, what is the goal?",
    ),
    "target-below-baseline": Advice(
        "baseline-equals-target", Severity.GAP, "The target lies on the wrong side of the starting point.",
        "Why is the target on the other side of where my child is now?",
    ),
    "implausible-leap": Advice(
        "target-unrealistic-leap", Severity.ADVICE, "The target is very far from the starting point.",
        "What makes this amount of growth realistic?",
    ),
    "compound": Advice(
        "goal-compound", Severity.ADVICE, "Several skills share one goal.",
        "Which part counts as meeting the goal?",
    ),
    "undefined-support": Advice(
        "goal-undefined-support", Severity.ADVICE, "The kind or amount of help is not said.",
        "How much help, and of which kind, counts as success?",
    ),
    "empty-slot": Advice(
        "goal-duplicate-or-slot", Severity.GAP, "A slot of a ready-made text was not filled in.",
        "Was this meant to be filled in for my child?",
    ),
    "date-outside-plan": Advice(
        "goal-date-outside-iep", Severity.GAP, "The deadline lies outside the dates of the plan.",
        "Is this the right date for this year's goal?",
    ),
    "dead-man": Advice(
        "goal-dead-man", Severity.ADVICE, "Somebody who does nothing would meet this goal.",
        "What should my child do in place of the old behavior?",
    ),
    "several-criteria": Advice(
        "goal-several-criteria", Severity.ADVICE, "Several kinds of levels share one goal.",
        "Must all of these levels be reached, or one of them?",
    ),
}  # fmt: skip
_BLANKS = {
    "timeframe": "By ____ (date)",
    "condition": "given ____ (materials, help, place)",
    "behavior": "____ (an action that can be seen or heard)",
    "criterion": "____ (how many, how often or how fast), in ____ of ____ tries",
    "method": "as measured by ____ (record or test), every ____",
    "baseline": "Now: ____ (the same measure today)",
}


def advice_for(analysis: GoalAnalysis) -> tuple[Advice, ...]:
    """What to say about the goal, the weightiest first."""
    found = [_FLAGS[flag] for flag in _FLAGS if flag in analysis.flags and not _said_better(flag, analysis)]
    covered = {a.rule for a in found}
    for name in analysis.missing:
        advice = _MISSING[name]
        if name == "behavior" and covered & {"goal-adult-action", "postsecondary-hope"}:
            continue
        if name == "criterion" and "goal-task-number" in covered:
            continue
        found.append(advice)
    return tuple(sorted(dict.fromkeys(found), key=lambda a: -a.severity.weight))


def _said_better(flag: str, analysis: GoalAnalysis) -> bool:
    return flag == "adult-action" and "service-as-goal" in analysis.flags


def completing_pattern(analysis: GoalAnalysis, learner: str = "the student") -> str:
    """The goal with blanks where something was not found; "" when nothing is missing. Never a number of ours."""
    if not analysis.missing:
        return ""

    def part(name: str) -> str:
        element = analysis.element(name)
        if name in analysis.missing:
            return _BLANKS[name]
        return (
            ", ".join(" ".join(s.text.split()) for s in element.spans)
            if element.source in ("text", "objectives") and element.present
            else ""
        )

    if analysis.postsecondary:
        when = part("timeframe") or "After leaving school"
        return f"{when}, {learner} will ____ (study, work or live: what and where)."
    behavior = part("behavior")
    if behavior and "behavior" not in analysis.missing and analysis.behavior_phrase:
        behavior = " ".join(analysis.behavior_phrase.text.split())
    opening = [p for p in (part("timeframe"), part("condition")) if p]
    levels = part("criterion")
    if levels and levels in behavior:
        levels = ""
    ending = [p for p in (levels, part("method")) if p]
    lead = ", ".join(opening)
    sentence = f"{lead}, {learner} will {behavior}" if lead else f"{learner} will {behavior}"
    sentence += "".join(f", {e}" for e in ending) + "."
    now = part("baseline")
    if now and not now.lower().startswith(("now", "current", "at present", "baseline", "present")):
        now = f"Now: {now}"
    return f"{sentence[0].upper()}{sentence[1:]}{f' {now}.' if now else ''}"


def verdict(analysis: GoalAnalysis) -> str:
    """One plain line: can it be measured as it stands?"""
    if analysis.postsecondary:
        return (
            "a goal for after school; it names an outcome"
            if analysis.measurable
            else "a goal for after school; no outcome found"
        )
    if analysis.measurable:
        return "can be measured"
    if analysis.behavior_kind is BehaviorKind.ADULT_ACTION:
        return "cannot be measured: it does not say what the child will do"
    gaps = [n for n in ("behavior", "criterion") if n in analysis.missing]
    named = {"behavior": "no action that can be seen or heard", "criterion": "no level that shows when it is met"}
    return "cannot be measured: " + (" and ".join(named[g] for g in gaps) or "its level was not filled in")
