# ruff: noqa: E501 - a pattern is read more easily whole than cut to the line length
"""Flags: judgements on a goal that are more than a missing element. Each function answers one question."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from iepaudit.model.goal import BehaviorKind, Criterion, CriterionKind, GoalAnalysis, Quantity
from iepaudit.parse.grammar.lexicon import pattern
from iepaudit.parse.grammar.service import is_service
from iepaudit.parse.grammar.text import plain

if TYPE_CHECKING:
    from datetime import date

    from iepaudit.model.goal import Span
    from iepaudit.parse.grammar.behavior import Judgement

# Thresholds of ours, for advice only: no law or study sets them.
LEAP_RATIO = 4.0
LEAP_PERCENT_POINTS = 75.0
MANY_SKILLS = 3

_SLOT = re.compile(
    r"\{\{?[^{}\n]{1,60}\}\}?|\[(?:[A-Za-z#][^\[\]\n]{0,40}|\s*|_+)\]|<[A-Za-z][^<>\n]{0,40}>|(?<!\w)_{2,}|(?<!\w)X{2,}(?!\w)|\bChoose an item\b|_+\s*/\s*_+"
)
_DOWN = re.compile(
    r"(?<!\w)(?:decreas|reduc|lower|lessen|drop|cut|limit|eliminat|diminish|down|minimi|shorten|disminui|reducir)\w*"
)
_FEWER = re.compile(r"(?<!\w)(?:no\s+more|fewer|less|at\s+most|under)(?!\w)")  # in the words of the level itself
_DEAD_MAN = re.compile(
    r"(?<!\w)(?:will|shall)\s+(?:not|never|no\s+longer)\s+(?!\w+\s+more)|(?<!\w)will\s+(?:\w+ly\s+)?(?:refrain|abstain|avoid)(?!\w)|(?<!\w)(?:remain|stay|be)\s+(?:quiet|silent|still)(?!\w)"
)
_STILL_DOES = re.compile(r"(?<!\w)instead(?!\w)|(?<!\w)rather(?!\w)|(?<!\w)but\s|(?<!\w)by\s+\w+ing")
_PRESENCE_VERBS = frozenset(
    (
        "stay",
        "remain",
        "sit",
        "attend",
        "wait",
        "keep",
        "participate",
        "comply",
        "engage",
        "stand",
        "arrive",
        "follow the",
    )
)
_ACCURACY = re.compile(r"(?<!\w)(?:accura\w+|correct\w*)(?!\w)")
_PASTED = re.compile(r"(?<!\w)(?:proficien\w+|success|mastery|improvement|of\s+the\s+time)(?!\w)")
_COUNTED = re.compile(
    r"(?<!\w)(?:trials?|opportunit\w+|attempts?|intervals?|questions|problems|words|items|occasions|instances|situations|responses|steps|sentences|tasks?|assignments|days|sessions)(?!\w)"
)


def find_flags(
    analysis: GoalAnalysis,
    judgements: tuple[Judgement, ...],
    task: tuple[Span, ...],
    *,
    body: str,
    start: date | None,
    end: date | None,
) -> frozenset[str]:
    """The flags that hold. `task`: numbers that describe the task; `body`: the goal's own words, fields masked."""
    low = plain(analysis.text)
    adult = analysis.behavior_kind is BehaviorKind.ADULT_ACTION and not analysis.measurable
    checks = {
        "adult-action": adult,
        "service-as-goal": adult and _service(low, judgements),
        "task-number-only": bool(task) and not analysis.criterion.present and not analysis.postsecondary,
        "percent-of-nothing": _percent_of_nothing(analysis),
        "unit-mismatch": _unit_mismatch(analysis, judgements),
        "compound": _compound(judgements),
        "undefined-support": pattern("vague-supports").search(body) is not None,
        "empty-slot": _SLOT.search(analysis.text) is not None,
        "hope-not-outcome": analysis.postsecondary and not analysis.behavior.present,
        "date-outside-plan": _outside(analysis.deadline, start, end),
        "dead-man": _dead_man(body, judgements),
        "several-criteria": len({c.kind for c in analysis.criteria}) >= MANY_SKILLS,
    }
    return frozenset(name for name, holds in checks.items() if holds) | _against_baseline(analysis, body)


def _service(low: str, judgements: tuple[Judgement, ...]) -> bool:
    for judgement in judgements:
        after = low[judgement.head.tokens[judgement.head.at].end : judgement.head.end]
        if judgement.kind is BehaviorKind.ADULT_ACTION and (
            is_service(after) or pattern("service-words").search(after)
        ):
            return True
    return False


def _percent_of_nothing(analysis: GoalAnalysis) -> bool:
    """A percentage, and nothing countable that it could be a share of."""
    percents = [c for c in analysis.criteria if c.kind is CriterionKind.PERCENT]
    if not percents or analysis.behavior.present or analysis.behavior_kind is BehaviorKind.NONE:
        return False
    return not any(_COUNTED.search(c.span.text.lower()) for c in percents) or any(
        _PASTED.search(c.span.text.lower()) for c in percents
    )


def _unit_mismatch(analysis: GoalAnalysis, judgements: tuple[Judgement, ...]) -> bool:
    """Accuracy for being present or staying, or a baseline in other units than the target."""
    lemmas = {j.head.verb.lemma for j in judgements if j.head.verb and j.kind is BehaviorKind.OBSERVABLE}
    if lemmas and lemmas <= _PRESENCE_VERBS and any(_ACCURACY.search(c.span.text.lower()) for c in analysis.criteria):
        return True
    ours = {_unit(c) for c in analysis.criteria} - {""}
    theirs = {_unit_of(q) for q in analysis.baselines} - {""}
    return bool(ours and theirs) and not any(_alike(a, b) for a in ours for b in theirs)


def _alike(target: str, before: str) -> bool:
    """ "from 40 to 80 words": a start without a unit has the target's; "12 words" fits words per minute."""
    return not before or target == before or target.startswith(f"{before} per ") or before.startswith(f"{target} per ")


def _unit(criterion: Criterion) -> str:
    return _same(criterion.unit, criterion.of)


def _unit_of(quantity: Quantity) -> str:
    return _same(quantity.unit, quantity.of)


def _same(unit: str, of: float | None) -> str:
    """Shares are one unit, however they are written: 4 of 5, 80 percent."""
    if of is not None or unit in ("percent", "trial"):
        return "share"
    return "" if unit in ("session",) else unit


def _compound(judgements: tuple[Judgement, ...]) -> bool:
    """Three skills in one goal, or two sentences with a skill each."""
    seen = [j for j in judgements if j.kind is BehaviorKind.OBSERVABLE and j.head.verb]
    sentences = {j.head.end for j in seen}
    lemmas = {j.head.verb.lemma for j in seen if j.head.verb}
    return len(lemmas) >= MANY_SKILLS or (len(sentences) > 1 and len(lemmas) > 1)


def _outside(deadline: date | None, start: date | None, end: date | None) -> bool:
    return deadline is not None and ((start is not None and deadline < start) or (end is not None and deadline > end))


def _dead_man(body: str, judgements: tuple[Judgement, ...]) -> bool:
    """True when somebody who does nothing would meet the goal."""
    return len(judgements) <= 1 and _DEAD_MAN.search(body) is not None and _STILL_DOES.search(body) is None


def _against_baseline(analysis: GoalAnalysis, body: str) -> frozenset[str]:
    """Flags from comparing the target with the starting point, where both have the same unit."""
    pairs = [
        (_level(b.value, b.of, b.unit), _level(c.value, c.of, c.unit), _same(c.unit, c.of), c)
        for c in analysis.criteria
        for b in analysis.baselines
        if c.value is not None and _unit(c) and _alike(_unit(c), _unit_of(b)) and not _streak(c)
    ]
    if not pairs:
        return frozenset()
    before, target, unit, criterion = pairs[0]
    down = (
        criterion.direction == "at-most"
        or _FEWER.search(criterion.span.text.lower()) is not None
        or _DOWN.search(body) is not None
        or unit in ("error", "prompt", "second")
    )
    if abs(before - target) < 1e-9:
        return frozenset({"baseline-equals-target"})
    if (target < before) is not down:
        return frozenset({"target-below-baseline"})
    if not down and (
        target - before > LEAP_PERCENT_POINTS / 100 if unit == "share" else before > 0 and target / before > LEAP_RATIO
    ):
        return frozenset({"implausible-leap"})
    return frozenset()


def _level(value: float, of: float | None, unit: str) -> float:
    """Shares as 0 to 1, so that 4 of 5 and 80 percent compare; other units as they are."""
    if of:
        return value / of
    return value / 100 if unit == "percent" else value


def _streak(criterion: Criterion) -> bool:
    return (
        re.search(r"consecutive|in\s+a\s+row|running|sessions?|days|weeks|probes?", criterion.span.text.lower())
        is not None
    )
