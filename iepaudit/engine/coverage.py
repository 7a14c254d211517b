"""Which items of 34 CFR 300.320 to 300.324 the rules look at, and which are left to a person."""

from __future__ import annotations

from dataclasses import dataclass

from iepaudit.rulepack.law import ITEMS
from iepaudit.rulepack.rule import Rule


@dataclass(frozen=True, slots=True)
class Covered:
    """`how` is checked, partly (only rules that ask), or person."""

    cite: str
    words: str
    how: str
    rules: tuple[str, ...]
    why_person: str


def coverage(rules: tuple[Rule, ...]) -> tuple[Covered, ...]:
    """Every item, in the order of the law."""
    found = []
    for cite, words, why in ITEMS:
        using = [r for r in rules if cite in r.covers]
        sure = any(r.confidence.value != "low" for r in using)
        how = "checked" if sure else "partly" if using else "person"
        reason = why or ("" if using else "no rule looks at it yet")
        found.append(Covered(cite, words, how, tuple(f"{r.id} {r.name}" for r in using), reason))
    return tuple(found)
