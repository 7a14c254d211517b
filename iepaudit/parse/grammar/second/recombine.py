"""Training text for the second reader: labelled goals, and the same goals with parts taken out or put in.

A few hundred goals hold few baselines and methods. Goals that lend each other their parts show what makes the
difference: the same sentence with and without "as measured by weekly probes".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from iepaudit.parse.grammar.analyse import analyse_goal
from iepaudit.parse.grammar.measure import LabelledGoal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from iepaudit.model.goal import GoalAnalysis, Span

Example = tuple[str, dict[str, float]]  # a text and its labels; a label that nobody may score is left out
MOVABLE = ("timeframe", "condition", "method", "baseline", "criterion")
_OTHERS = (*MOVABLE, "behavior")
_TAKEN_OUT = 0.4
_PUT_IN = {"criterion": 0.2, "condition": 0.2, "timeframe": 0.25, "method": 0.25, "baseline": 0.25}
_JOINTS = {"criterion": (" ", ", "), "method": (", ", " ", ". "), "baseline": ("; ", ", ", ". ", " ")}


def labels_of(goal: LabelledGoal) -> dict[str, float]:
    """Label -> 1.0 or 0.0; what two readers may see differently is left out."""
    found = {name: float(name in goal.present) for name in _OTHERS if name not in goal.unscored}
    if goal.measurable is not None:
        found["measurable"] = float(goal.measurable)
    return found


def recombined(goals: Sequence[LabelledGoal], random: Random) -> list[Example]:
    """The goals as they are, then each once more with parts taken out and put in. The same `random`, the same text."""
    analyses = [analyse_goal(goal.text) for goal in goals]
    examples = [(goal.text, labels_of(goal)) for goal in goals]
    parts = {name: _parts(name, goals, analyses) for name in MOVABLE}
    for goal, found in zip(goals, analyses, strict=True):
        if goal.postsecondary:
            continue
        labels = labels_of(goal)
        text = _take_out(goal.text, found, labels, random)
        if len(text.split()) > 1:
            examples.append((_put_in(text, labels, parts, random), labels))
    return examples


def _parts(name: str, goals: Sequence[LabelledGoal], analyses: Sequence[GoalAnalysis]) -> list[str]:
    """Parts of that kind whose label says that they are there."""
    found = []
    for goal, analysis in zip(goals, analyses, strict=True):
        element = analysis.element(name)
        if not goal.postsecondary and element.present and name in goal.present and name not in goal.unscored:
            found += [s.text for s in element.spans[:1] if 6 < len(s.text) < 110]
    return found


def _take_out(text: str, found: GoalAnalysis, labels: dict[str, float], random: Random) -> str:
    """The text without some of its parts; only parts that touch no other can go. `labels` follow."""
    gone: list[Span] = []
    for name in MOVABLE:
        element = found.element(name)
        if labels.get(name) != 1.0 or not element.present or random.random() >= _TAKEN_OUT:
            continue
        others = [s for other in _OTHERS if other != name for s in found.element(other).spans] + gone
        if any(a.start < b.end and b.start < a.end for a in element.spans for b in others):
            continue
        gone += element.spans
        labels[name] = 0.0
        if name == "criterion":
            labels["measurable"] = 0.0
    for span in sorted(gone, key=lambda s: -s.start):
        text = f"{text[: span.start]} {text[span.end :]}"
    text = re.sub(r"\s+([,.;])", r"\1", " ".join(text.split()))
    return re.sub(r"(?:,\s*)+(?=[,.])", "", text).strip(" ,;")


def _put_in(text: str, labels: dict[str, float], parts: dict[str, list[str]], random: Random) -> str:
    """The text with parts of other goals where it has none. `labels` follow."""
    for name, share in _PUT_IN.items():
        if labels.get(name) != 0.0 or random.random() >= share or not parts[name]:
            continue
        part = random.choice(parts[name])
        labels[name] = 1.0
        if name in _JOINTS:
            text = text.rstrip(". ") + random.choice(_JOINTS[name]) + part
        elif name == "timeframe" and random.random() < 0.3:
            text = f"{text.rstrip('. ')} {part}"
        else:
            text = f"{part.rstrip(',')}, {text}"
        if name == "criterion":
            labels.pop("measurable", None)
            if "behavior" in labels:
                labels["measurable"] = labels["behavior"]
    return text
