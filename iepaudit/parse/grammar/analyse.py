"""Takes a goal apart, together with its columns and objectives, and judges it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from iepaudit.model.goal import ABSENT, BehaviorKind, Criterion, CriterionKind, Element, GoalAnalysis, Quantity, Span
from iepaudit.parse.grammar.baseline import find_baseline, quantities
from iepaudit.parse.grammar.behavior import Judgement, judge_heads, overall
from iepaudit.parse.grammar.condition import find_condition, find_given, find_setting
from iepaudit.parse.grammar.counts import bare_counts
from iepaudit.parse.grammar.criterion import find_criteria, task_numbers
from iepaudit.parse.grammar.facts import Facts
from iepaudit.parse.grammar.fields import is_empty_value, labelled_parts
from iepaudit.parse.grammar.growth import find_targets
from iepaudit.parse.grammar.method import find_evaluator, find_frequency, find_method
from iepaudit.parse.grammar.postsecondary import is_postsecondary, states_outcome
from iepaudit.parse.grammar.shorthand import expand, restore
from iepaudit.parse.grammar.text import mask, merge, plain, sentences, span_of
from iepaudit.parse.grammar.timeframe import deadline_of, find_timeframe

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

# In a service that poses as a goal these are its amount.
_SERVICE_AMOUNTS = (CriterionKind.DURATION, CriterionKind.FREQUENCY, CriterionKind.COUNT)
MOST_CHARACTERS = 4_000
TEACHING_ORDER = ("behavior", "criterion", "condition", "timeframe", "method", "baseline")
_CONSISTENCY = re.compile(
    r"(?<!\w)(?:(?:in|on|across|over|for|during)\s+)?(?:(?:at\s+least\s+)?[\w\[\]{}]+\s+(?:out\s+)?of\s+(?:every\s+)?[\w\[\]{}]+\s+(?:consecutive\s+|consecutively\s+)?(?:[a-z-]+\s+){0,2}?(?:trials?|sessions?|days|weeks|probes?|opportunities|observations|lessons|assessments|data\s+\w+|attempts|checks|tries|periods|chances)|[\w\[\]{}]+\s+(?:consecutive|successive|straight)(?:ly)?\s+(?:[a-z-]+\s*){1,3}|[\w\[\]{}]+\s+(?:[a-z-]+\s+){1,3}(?:in\s+a\s+row|running))"
)


@dataclass(frozen=True, slots=True)
class _Found:
    """What one text yields before it is joined with the columns."""

    text: str
    timeframe: tuple[Span, ...]
    condition: tuple[Span, ...]
    method: tuple[Span, ...]
    baseline: tuple[Span, ...]
    criteria: tuple[Criterion, ...]
    judgements: tuple[Judgement, ...]
    evaluator: tuple[Span, ...]
    frequency: tuple[Span, ...]
    task: tuple[Span, ...]
    body: str  # lower-cased, with labelled parts and baseline masked


def take_apart(text: str, *, postsecondary: bool = False, extra_criteria: tuple[Criterion, ...] = ()) -> _Found:
    """The elements of one text by itself; `extra_criteria` are levels that stand beside it."""
    low = plain(text)
    parts = labelled_parts(low)
    by_label: dict[str, list[Span]] = {}
    hidden: list[tuple[int, int]] = []
    for part in parts:
        span = span_of(text, part.start, part.end)
        if part.kind == "goal":
            hidden.append((part.label, part.start))
            continue
        if not is_empty_value(low[part.start : part.end]) and span.text:
            by_label.setdefault(part.kind, []).append(span)
        if part.kind in ("baseline", "method", "evaluator", "schedule", "other", "timeframe"):
            hidden.append((part.label, part.end))
        else:
            hidden.append((part.label, part.start))
    body = mask(low, hidden)
    targets = find_targets(body, text)
    baseline = merge([*find_baseline(body, text), *by_label.get("baseline", ())], text)
    body = mask(body, baseline)
    timeframe = merge([*find_timeframe(body, text), *_dated(by_label.get("timeframe", ()))], text)
    given = find_given(body, text)
    method = merge([*find_method(mask(body, given), text), *_methods(by_label.get("method", ()))], text)
    clear = mask(body, [*timeframe, *given])
    task = task_numbers(clear, text)
    criteria = find_criteria(clear, text, task=task)
    reached = [t for t in targets if not any(_overlap(t.span, c.span) for c in criteria)]
    criteria = tuple(sorted((*criteria, *reached), key=lambda c: c.span.start))
    now = " ".join(s.text for s in baseline).lower()
    facts = Facts((*criteria, *extra_criteria), now)
    quiet = mask(body, [m for m in method if not _holds_action(m)])
    pieces = sentences(low)
    judgements = judge_heads(quiet, text, pieces, facts)
    counts = [
        c
        for c in bare_counts(mask(clear, task), text, judgements, given)
        if not any(_overlap(c.span, k.span) for k in criteria)
    ]
    if counts:
        criteria = tuple(sorted((*criteria, *counts), key=lambda c: c.span.start))
        judgements = judge_heads(quiet, text, pieces, Facts((*criteria, *extra_criteria), now))
    if overall(judgements)[0] is BehaviorKind.ADULT_ACTION:
        criteria = tuple(c for c in criteria if c.kind not in _SERVICE_AMOUNTS)
    condition = find_condition(mask(body, [*timeframe, *method]), text, given, postsecondary)
    condition = merge([*condition, *(s for s in by_label.get("condition", ()))], text)
    evaluator = (*find_evaluator(low, text, method), *by_label.get("evaluator", ()))
    frequency = (*find_frequency(low, text, method), *by_label.get("schedule", ()))
    return _Found(text, timeframe, condition, method, baseline, criteria, judgements, evaluator, frequency, task, body)


def _dated(spans: Iterable[Span]) -> list[Span]:
    return [
        s
        for s in spans
        if re.search(
            r"\d|year|review|end|january|february|march|april|may|june|july|august|september|october|november|december|month|week|[\[{_]",
            s.text.lower(),
        )
    ]


def _methods(spans: Iterable[Span]) -> list[Span]:
    only_when = re.compile(r"(?:quarterly|weekly|monthly|daily|annually|bi-?weekly|each\s+\w+|every\s+\w+)\W*\Z")
    return [s for s in spans if not only_when.match(s.text.lower())]


def _holds_action(span: Span) -> bool:
    return (
        re.search(r"(?<!\w)(?:demonstrated|evidenced|shown|exhibited)\s+by\s+(?:\w+ly\s+)?\w+ing\b", span.text.lower())
        is not None
    )


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def _element(spans: Sequence[Span], source: str = "text", confidence: float = 1.0) -> Element:
    return Element(True, tuple(spans), source, confidence) if spans else ABSENT


def _column(name: str, value: str) -> Element:
    """A column that somebody filled in counts as the element it is named for."""
    low = plain(value)
    if is_empty_value(low):
        return ABSENT
    return _element((span_of(value, 0, len(value)),), name)


def analyse_goal(
    text: str,
    *,
    criterion: str = "",
    method: str = "",
    baseline: str = "",
    schedule: str = "",
    timeframe: str = "",
    objectives: Sequence[str] = (),
    postsecondary: bool | None = None,
    start: date | None = None,
    end: date | None = None,
) -> GoalAnalysis:
    """The elements, judgements and flags of a goal, judged with its columns and objectives.

    `postsecondary=None` decides from the text. `start` and `end` are the plan's dates, for deadlines outside them.
    Spans index the text that `Element.source` names: `text`, a column, or `objectives` (joined by line breaks).
    Of a text longer than MOST_CHARACTERS only the start is read, with the flag `read-in-part`: no goal is that long.
    """
    whole, text, objectives = text, _start_of(text), tuple(map(_start_of, objectives))
    written = expand(text)
    found = _analyse(written.text, criterion, method, baseline, schedule, objectives, postsecondary, start, end)
    found = _with_deadline(restore(found, written), timeframe)
    cut = len(text) < len(whole)
    return replace(found, text=whole, flags=found.flags | {"read-in-part"}) if cut else found


def _with_deadline(found: GoalAnalysis, timeframe: str) -> GoalAnalysis:
    """A goal without a deadline of its own takes the one of the part beside it ("Target date: 5/28/2027")."""
    if found.timeframe.present or is_empty_value(plain(timeframe)):
        return found
    spans = tuple(_dated((span_of(timeframe, 0, len(timeframe)),)))
    return replace(found, timeframe=_element(spans, "timeframe"), deadline=found.deadline or deadline_of(spans))


def _start_of(text: str) -> str:
    """The words of the text that are analysed: all, or as many as fit."""
    if len(text) <= MOST_CHARACTERS:
        return text
    space = text.rfind(" ", MOST_CHARACTERS - 100, MOST_CHARACTERS)
    return text[: space if space > 0 else MOST_CHARACTERS]


def _analyse(
    text: str,
    criterion: str,
    method: str,
    baseline: str,
    schedule: str,
    objectives: Sequence[str],
    postsecondary: bool | None,
    start: date | None,
    end: date | None,
) -> GoalAnalysis:
    from iepaudit.parse.grammar.judge import finish

    low = plain(text)
    after_school = is_postsecondary(low) if postsecondary is None else postsecondary
    beside = _column_criteria(criterion)
    found = take_apart(text, postsecondary=after_school, extra_criteria=beside)
    steps = take_apart("\n".join(objectives)) if objectives else None
    elements = _join(found, steps, criterion, method, baseline, schedule, beside)
    kind, main = overall(found.judgements)
    criteria = (*found.criteria, *beside) or (steps.criteria if steps else ())
    # What a grown-up does is not made the child's goal by the steps below it.
    by_steps = overall(steps.judgements) if steps and kind is not BehaviorKind.ADULT_ACTION else None
    if by_steps is not None and kind is not BehaviorKind.OBSERVABLE and by_steps[0] is BehaviorKind.OBSERVABLE:
        kind, step = by_steps
        elements["behavior"] = _element((step.span,) if step else (), "objectives")
    elif kind is BehaviorKind.OBSERVABLE and main is not None:
        elements["behavior"] = _element([_cut(_shown(j, found), found) for j in found.judgements if j.kind is kind])
    heads = tuple(j.head for j in found.judgements)
    if after_school:
        good = states_outcome(found.body, heads)
        kind = (
            BehaviorKind.OBSERVABLE if good else (kind if kind is not BehaviorKind.OBSERVABLE else BehaviorKind.VAGUE)
        )
        elements["behavior"] = _element((main.span,)) if good and main else ABSENT
    analysis = GoalAnalysis(
        text=text,
        behavior_kind=kind,
        behavior_phrase=_cut(main.span, found) if main else None,
        criteria=tuple(criteria),
        baselines=_baselines(found, baseline),
        deadline=deadline_of(found.timeframe),
        postsecondary=after_school,
        timeframe=elements["timeframe"],
        condition=elements["condition"],
        learner=elements["learner"],
        behavior=elements["behavior"],
        criterion=elements["criterion"],
        consistency=elements["consistency"],
        method=elements["method"],
        measurement_frequency=elements["measurement_frequency"],
        evaluator=elements["evaluator"],
        setting=elements["setting"],
        baseline=elements["baseline"],
    )
    return finish(analysis, found.judgements, found.task, body=found.body, start=start, end=end)


def _shown(judgement: Judgement, found: _Found) -> Span:
    """The action itself; the head where only its level makes it countable ("improve reading" from 40 to 80)."""
    rescue = judgement.rescue
    if rescue is None or any(_overlap(rescue, c.span) for c in found.criteria):
        return judgement.span
    return rescue


def _cut(span: Span, found: _Found) -> Span:
    """A predicate without the level that follows it: "read aloud", not "read aloud 90 words"."""
    starts = [c.span.start for c in found.criteria if span.start < c.span.start < span.end]
    return span_of(found.text, span.start, min(starts)) if starts else span


def _column_criteria(criterion: str) -> tuple[Criterion, ...]:
    if is_empty_value(plain(criterion)):
        return ()
    return tuple(replace(c, source="criterion") for c in find_criteria(plain(criterion), criterion))


def _baselines(found: _Found, column: str) -> tuple[Quantity, ...]:
    if not is_empty_value(plain(column)):
        return quantities(column, (span_of(column, 0, len(column)),))
    return quantities(found.text, found.baseline)


def _join(
    found: _Found,
    steps: _Found | None,
    criterion: str,
    method: str,
    baseline: str,
    schedule: str,
    beside: tuple[Criterion, ...],
) -> dict[str, Element]:
    """The elements of the goal, else of its columns, else of its objectives."""
    subjects = [j.head.subject for j in found.judgements if j.head.subject[1] > j.head.subject[0]]
    learner = [span_of(found.text, *subjects[0])] if subjects else []
    consistency = [span_of(found.text, m.start(), m.end()) for m in _CONSISTENCY.finditer(found.body)]
    elements = {
        "timeframe": _element(found.timeframe),
        "condition": _element(found.condition),
        "learner": _element([s for s in learner if s.text]),
        "criterion": _element([c.span for c in found.criteria]),
        "consistency": _element(consistency),
        "method": _element(found.method),
        "baseline": _element(found.baseline),
        "evaluator": _element(found.evaluator),
        "measurement_frequency": _element(found.frequency),
        "setting": _element(find_setting(found.body, found.text, found.condition)),
        "behavior": ABSENT,
    }
    if not elements["criterion"].present and beside:
        elements["criterion"] = _element([c.span for c in beside], "criterion")
    columns = {"method": method, "baseline": baseline, "measurement_frequency": schedule}
    for name, value in columns.items():
        if not elements[name].present:
            source = "schedule" if name == "measurement_frequency" else name
            elements[name] = _column(source, value)
    if steps is not None:
        for name in ("timeframe", "condition", "method", "criterion"):
            if not elements[name].present:
                spans = [c.span for c in steps.criteria] if name == "criterion" else getattr(steps, name)
                elements[name] = _element(spans, "objectives")
    return elements


def analyse_goals(texts: Iterable[str]) -> tuple[GoalAnalysis, ...]:
    """Many goals, each by itself."""
    return tuple(analyse_goal(text) for text in texts)
