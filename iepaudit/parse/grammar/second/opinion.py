"""Asks the second reader, and lowers the confidence of what it sees otherwise."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from iepaudit.parse.grammar.analyse import MOST_CHARACTERS
from iepaudit.parse.grammar.second.normal import ELEMENTS
from iepaudit.parse.grammar.second.pipeline import probabilities

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iepaudit.model.goal import GoalAnalysis

MODEL = Path(__file__).parent / "model"
# How certain of the opposite the second reader must be. Chosen by cross-validation on the goals for tuning: the lowest
# of .5, .7, .8, .9, .95 at which no more than 2 in 100 right answers are doubted.
AGAINST = 0.9
LOWERED = 0.5  # the confidence of an element that the two readers see differently


@cache
def load() -> Any:
    """The shipped pipeline. The first call imports spaCy, which takes most of a second."""
    import spacy

    return spacy.load(MODEL)


def disagreements(found: GoalAnalysis, likely: dict[str, float], against: float = AGAINST) -> frozenset[str]:
    """The names of the elements, and "measurable", of which the second reader is nearly certain of the opposite.

    What stands in a column or in the objectives the second reader has not seen, so it is not asked about it.
    """
    found_in_text = {name: found.element(name).present for name in ELEMENTS if _own(found, name)}
    if _own(found, "behavior") and _own(found, "criterion"):
        found_in_text["measurable"] = found.measurable
    return frozenset(
        name for name, yes in found_in_text.items() if (1 - likely[name] if yes else likely[name]) >= against
    )


def _own(found: GoalAnalysis, name: str) -> bool:
    return found.element(name).source == "text"


def lowered(found: GoalAnalysis, names: frozenset[str]) -> GoalAnalysis:
    """The same analysis with less confidence in those elements; what was found stays."""
    changed: dict[str, Any] = {n: replace(found.element(n), confidence=LOWERED) for n in ELEMENTS if n in names}
    if names & {"measurable", "behavior", "criterion"}:
        changed["confidence"] = LOWERED
    return replace(found, **changed)


def with_second_opinion(analyses: Iterable[GoalAnalysis]) -> tuple[GoalAnalysis, ...]:
    """The analyses, in order, with `confidence` lowered where the second reader sees an element otherwise."""
    asked = []
    for found in analyses:
        likely = probabilities(load(), found.text[:MOST_CHARACTERS])
        asked.append(lowered(found, disagreements(found, likely)))
    return tuple(asked)
