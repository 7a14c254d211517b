"""Checks as data: what a rule asks, after reading. A closed set; there is no way to write code in a rule."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from iepaudit.rulepack.paths import Path

Scalar: TypeAlias = str | int | float | bool


@dataclass(frozen=True, slots=True)
class Present:
    of: Path


@dataclass(frozen=True, slots=True)
class Text:
    """A hit of any lexicon or pattern. Hits count when their sentence holds each of `beside` ("with" in rule files) and
    none of `unless`."""

    of: tuple[Path, ...]
    lexicons: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    unless_lexicons: tuple[str, ...] = ()
    unless_patterns: tuple[str, ...] = ()
    beside_lexicons: tuple[str, ...] = ()
    beside_patterns: tuple[str, ...] = ()
    whole: bool = False  # the text is the phrase and nothing else, save punctuation
    at_least: int = 1


@dataclass(frozen=True, slots=True)
class Number:
    of: Path
    bounds: tuple[tuple[str, float | Path], ...]  # at_least, at_most, above, below, equals


@dataclass(frozen=True, slots=True)
class DateCheck:
    of: Path
    relation: str  # before, after, on_or_before, on_or_after
    than: Path
    days: int = 0
    months: int = 0


@dataclass(frozen=True, slots=True)
class Same:
    first: Path
    second: Path


@dataclass(frozen=True, slots=True)
class OneOf:
    of: Path
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StateIs:
    of: Path
    states: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class All:
    parts: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Any:
    parts: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Not:
    part: Expr


@dataclass(frozen=True, slots=True)
class Maybe:
    """A hint: when it holds, the answer may be there, so the result is unsure instead of no."""

    part: Expr


@dataclass(frozen=True, slots=True)
class Quantified:
    """some, every, none, or count with bounds, over a list."""

    quantifier: str
    over: Path
    variable: str
    that: Expr | None
    bounds: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Call:
    """One of the named functions of the engine, for what needs arithmetic or a comparison of many texts."""

    function: str
    arguments: tuple[tuple[str, Path | Scalar], ...] = ()


Expr: TypeAlias = (
    Present | Text | Number | DateCheck | Same | OneOf | StateIs | All | Any | Not | Maybe | Quantified | Call
)


@dataclass(frozen=True, slots=True)
class ForEach:
    over: Path
    variable: str
    where: Expr | None = None


@dataclass(frozen=True, slots=True)
class Escalation:
    """Another severity (and confidence) when the facts are so."""

    to: str
    when: Expr
    confidence: str = ""


def children(expr: Expr) -> Iterator[Expr]:
    """The parts directly inside."""
    if isinstance(expr, All | Any):
        yield from expr.parts
    elif isinstance(expr, Not | Maybe):
        yield expr.part
    elif isinstance(expr, Quantified) and expr.that is not None:
        yield expr.that


def walk(expr: Expr) -> Iterator[Expr]:
    """The expression and all inside it."""
    yield expr
    for child in children(expr):
        yield from walk(child)


@dataclass(frozen=True, slots=True)
class FunctionSignature:
    """Arguments that a function takes; those in `required` must be given."""

    help: str
    arguments: tuple[str, ...] = ()
    required: tuple[str, ...] = field(default=())


FUNCTIONS: dict[str, FunctionSignature] = {
    "page_gaps": FunctionSignature("printed page numbers ('Page 3 of 12') leave some out"),
    "other_name": FunctionSignature("a given name stands for the child that is not the child's"),
    "unfilled_slot": FunctionSignature("a slot that nobody filled: ____, [student], XXX, {name}", ("of",), ("of",)),
    "repeats_earlier": FunctionSignature("the same text stands earlier in the list", ("of", "in"), ("of", "in")),
    "wide_range": FunctionSignature("a range of minutes wider than a limit", ("of", "minutes"), ("of",)),
    "pronoun_mix": FunctionSignature("a second set of pronouns for the child, used rarely", ("of",), ("of",)),
    "area_data": FunctionSignature(
        "a text has a measurement near words about an area of need", ("area", "of"), ("area", "of")
    ),
    "area_named": FunctionSignature("a text speaks about an area of need", ("area", "of"), ("area", "of")),
    "years_before": FunctionSignature(
        "an age has come within some years of another", ("age", "majority", "years"), ("age", "majority", "years")
    ),
    "days_over": FunctionSignature(
        "more days than a number lie between two dates", ("from", "to", "days"), ("from", "to", "days")
    ),
    "minutes_over_share": FunctionSignature(
        "minutes of services away from class take more of the week than the stated share", ("points",)
    ),
    "overlap": FunctionSignature("two texts share words that carry meaning", ("a", "b", "words"), ("a", "b")),
}
