"""Levels that say when a goal is met: percent, trials, rates, limits, durations, scales. Task numbers are none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from iepaudit.model.goal import Criterion, CriterionKind, Span
from iepaudit.parse.grammar.criterion_forms import FORMS, NUMBER_TASKS, TASKS
from iepaudit.parse.grammar.numbers import AT_LEAST, AT_MOST, LIMIT, NUM, number
from iepaudit.parse.grammar.text import mask, merge, span_of
from iepaudit.parse.grammar.units import unit_after

if TYPE_CHECKING:
    from collections.abc import Iterator

_SERVICE_RATE = re.compile(
    r"(?:therap\w*|sessions?|training|counsel\w*|instruction|groups?|group\s+activities|services?|tutoring|program|clubs?|classes|practice|activities|meet(?:ings?)?|probes?|measured|assessed|collected|monitored|tracked|given|administered|checked|reviewed|data|reported|reports?|updates?)(?:\s+(?:for\s+)?(?:at\s+least\s+)?\S+){0,2}\s*$"
)
_STREAK = re.compile(r"consecutive|row|running")
_TIMES = re.compile(r"(?:once|twice|times|x|\d)\s")
_LIMIT = re.compile(LIMIT)
_LIMIT_BEFORE = re.compile(rf"(?<!\w)(?:{LIMIT})\s+\Z")
_NUMBER = re.compile(rf"{NUM}|(?<!\w)(?:once|twice|thrice)(?!\w)")
_OCCASION = re.compile(r"trial|opportun|attempt|time|session|day|week|probe")
_DOWN = re.compile(rf"(?:{AT_MOST})|or\s+(?:fewer|less|under)|at\s+most|within|no\b|without")
_UP = re.compile(rf"(?:{AT_LEAST})|or\s+(?:more|better|higher|above|greater)")
_NONE = re.compile(r"(?:with\s+)?(?:no|zero|without|sin)\b")
_TO = re.compile(r"\s*(?:-|to|or|through)\s*")
_ANY_NUMBER = re.compile(
    rf"{NUM}|%|(?<!\w)(?:no|without|once|twice|all|each|every|half|level|first|entire|full|whole|or|sin|peers?|\d)(?!\w)"
)
_LIMIT_LEAD = rf"(?:{LIMIT}\s+)?"
_NUMBER_LEAD = "(?P<n>"


@dataclass(frozen=True, slots=True)
class _Form:
    """A compiled form. `at_number`: tried only where a number starts, which is much faster than searching;
    `limit`: words such as "at least" before the number belong to it."""

    kind: CriterionKind
    pattern: re.Pattern[str]
    needs: tuple[str, ...]
    at_number: bool
    limit: bool


@cache
def _forms() -> tuple[_Form, ...]:
    forms = []
    for form in sorted(FORMS, key=lambda form: form[0] is CriterionKind.SCALE):  # "standard score of 90" is no rubric
        source, needs = form[1], form[2] if len(form) > 2 else ()
        limit = source.startswith(_LIMIT_LEAD + _NUMBER_LEAD)
        source = source.removeprefix(_LIMIT_LEAD) if limit else source
        whole = "|(?P<m>" not in source
        at_number = source.startswith(_NUMBER_LEAD) and whole
        if limit and not at_number:
            source, limit = form[1], False
        forms.append(_Form(form[0], re.compile(rf"(?<!\w)(?:{source})"), needs, at_number, limit))
    return tuple(forms)


@cache
def _task_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile("|".join(f"(?:{t})" for t in NUMBER_TASKS)), re.compile("|".join(f"(?:{t})" for t in TASKS))


_TASK_START = re.compile(rf"{NUM}|(?<!\w)(?:multi|single|double|triple)(?=\s*-)")


def task_numbers(low: str, text: str) -> tuple[Span, ...]:
    """Numbers that describe the task ("2-step directions", "a field of three", "numbers 1-20")."""
    if not _ANY_NUMBER.search(low):
        return ()
    at_number, by_word = _task_patterns()
    found = [m for m in by_word.finditer(low) if m[0].strip()]
    found += [m for m in (at_number.match(low, n.start()) for n in _TASK_START.finditer(low)) if m]
    return merge((Span(text[m.start() : m.end()], m.start(), m.end()) for m in found), text)


def find_criteria(
    low: str, text: str, source: str = "text", task: tuple[Span, ...] | None = None
) -> tuple[Criterion, ...]:
    """The levels in the text, in order, overlapping readings left out. `low` has conditions and baseline masked;
    `task` are its task numbers where they are known."""
    if not _ANY_NUMBER.search(low):
        return ()
    low = mask(low, task_numbers(low, text) if task is None else task)
    numbers = [m.start() for m in _NUMBER.finditer(low)]
    found: list[Criterion] = []
    taken: list[tuple[int, int]] = []
    for form in _forms():
        if form.needs and not any(word in low for word in form.needs):
            continue
        for start, match in _readings(form, low, numbers):
            end = match.end()
            if any(start < b and a < end for a, b in taken) or not _holds(form.kind, match, start, low):
                continue
            taken.append((start, end))
            found.append(_criterion(form.kind, match, start, low, text, source))
    return tuple(sorted(found, key=lambda c: c.span.start))


def _readings(form: _Form, low: str, numbers: list[int]) -> Iterator[tuple[int, re.Match[str]]]:
    """Each match with the place where it starts, words such as "at least" before it counted in."""
    if not form.at_number:
        for match in form.pattern.finditer(low):
            yield match.start(), match
        return
    done = 0
    for at in numbers:
        found = form.pattern.match(low, at) if at >= done else None
        if found:
            done = found.end()
            before = _LIMIT_BEFORE.search(low, max(0, at - 28), at) if form.limit else None
            yield (before.start() if before else at), found


def _holds(kind: CriterionKind, match: re.Match[str], start: int, low: str) -> bool:
    """False for a service's amount, a part larger than its whole and "one of three choices"."""
    words = low[start : match.end()]
    if kind is CriterionKind.FREQUENCY:
        before = low[max(0, start - 60) : start]
        if not _SERVICE_RATE.search(before) or _STREAK.search(words):
            return True
        counted = "per" not in words and _TIMES.search(words + " ")
        return (bool(_LIMIT.search(words)) if counted else True) and _LIMIT.match(words) is not None
    if kind is CriterionKind.FRACTION and match.groupdict().get("of"):
        n, of = number(match["n"] or ""), number(match["of"] or "")
        if n is not None and of is not None and n > of > 0:
            return False
        if match["n"] == "one" and " out " not in words:
            return _OCCASION.search(words) is not None
    return True


def _criterion(kind: CriterionKind, match: re.Match[str], start: int, low: str, text: str, source: str) -> Criterion:
    groups = match.groupdict()
    words = low[start : match.end()]
    raw = groups.get("n") or groups.get("m") or ""
    low_high = _TO.split(raw) if kind is not CriterionKind.SCALE else [raw]
    value = number(low_high[0]) if raw else (0.0 if _NONE.match(words) else None)
    of = number(groups["of"]) if groups.get("of") else None
    unit = "percent" if kind is CriterionKind.PERCENT else ""
    if not unit and raw:
        unit = unit_after(low, match.end("n") if groups.get("n") else match.end())
    if _DOWN.search(words):
        direction = "at-most"
    elif _UP.search(words):
        direction = "at-least"
    else:
        direction = "from-to" if len(low_high) > 1 and low_high[1] else "at-least"
    return Criterion(kind, span_of(text, start, match.end()), value, of, unit, direction, source)
