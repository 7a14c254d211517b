"""A goal taken apart: its elements with the words they rest on, and the judgements that follow from them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class BehaviorKind(StrEnum):
    OBSERVABLE = "observable"  # two people would agree that it happened
    VAGUE = "vague"  # improve, understand, appropriate behaviour ... and nothing that rescues it
    ADULT_ACTION = "adult-action"  # the staff act, or the child only receives
    ATTITUDE = "attitude"
    NONE = "none"


class CriterionKind(StrEnum):
    PERCENT = "percent"
    FRACTION = "fraction"  # 4 of 5 trials
    RATE = "rate"  # words correct per minute
    COUNT = "count"
    FREQUENCY = "frequency"  # twice per day
    DURATION = "duration"
    LATENCY = "latency"
    PROMPT_LEVEL = "prompt-level"
    SCALE = "scale"  # rubric or named level
    NORM = "norm"  # standard score, Lexile, grade level on a named tool
    STEPS = "steps"  # 9 of 12 steps of a task analysis
    PRODUCT = "product"
    BINARY = "binary"  # done once, with a date


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` to `end` of the text that was analysed; `text` is exactly that slice."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Element:
    """One element of a goal. `source` says which text `spans` index: the goal itself, or a column beside it."""

    present: bool
    spans: tuple[Span, ...] = ()
    source: str = "text"  # text, criterion, method, baseline, schedule, objectives
    confidence: float = 1.0

    @property
    def text(self) -> str:
        return "; ".join(s.text for s in self.spans)


ABSENT = Element(False)
DOUBTFUL_WORDS = "doubtful-words"  # flag of a goal on a scan: letters too poor to say what it lacks


@dataclass(frozen=True, slots=True)
class Criterion:
    """A level that says when the goal is met. `unit` is a singular lower-case noun or abbreviation (percent, trial,
    word per minute, minute, prompt, ...)."""

    kind: CriterionKind
    span: Span
    value: float | None = None
    of: float | None = None  # the denominator of "4 of 5"
    unit: str = ""
    direction: str = ""  # at-least, at-most, exactly, from-to
    source: str = "text"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, as in a baseline."""

    value: float
    unit: str
    span: Span
    of: float | None = None


@dataclass(frozen=True, slots=True)
class VagueTerm:
    span: Span
    category: str  # mental, change, hedge, attitude, degree, anchor, support


@dataclass(frozen=True, slots=True)
class GoalAnalysis:
    """Elements as in 34 CFR 300.320(a)(2)-(3) practice: timeframe, condition, behavior, criterion, method, baseline."""

    text: str
    timeframe: Element = ABSENT
    condition: Element = ABSENT
    learner: Element = ABSENT
    behavior: Element = ABSENT  # present only when observable
    criterion: Element = ABSENT
    consistency: Element = ABSENT  # "in 3 of 4 consecutive sessions"
    method: Element = ABSENT
    measurement_frequency: Element = ABSENT
    evaluator: Element = ABSENT
    setting: Element = ABSENT
    baseline: Element = ABSENT
    behavior_kind: BehaviorKind = BehaviorKind.NONE
    behavior_phrase: Span | None = None  # the verb phrase judged, whatever its kind
    criteria: tuple[Criterion, ...] = ()
    baselines: tuple[Quantity, ...] = ()
    deadline: date | None = None
    vague: tuple[VagueTerm, ...] = ()
    measurable: bool = False
    postsecondary: bool = False
    flags: frozenset[str] = field(default_factory=frozenset)
    # flags: adult-action, service-as-goal, task-number-only, percent-of-nothing, unit-mismatch, compound,
    # undefined-support, empty-slot, baseline-equals-target, target-below-baseline, implausible-leap,
    # hope-not-outcome, read-in-part, doubtful-words (DOUBTFUL_WORDS)
    missing: tuple[str, ...] = ()  # names of the elements that were not found, in teaching order
    confidence: float = 1.0  # in `measurable`; lower where a second reader sees it, its behavior or criterion otherwise

    def element(self, name: str) -> Element:
        found = getattr(self, name)
        assert isinstance(found, Element)
        return found
