"""Whether the second reader's doubt predicts the grammar's errors: counts only, never the goals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from iepaudit.parse.grammar.analyse import analyse_goal
from iepaudit.parse.grammar.second.normal import LABELS
from iepaudit.parse.grammar.second.opinion import AGAINST, disagreements, load
from iepaudit.parse.grammar.second.pipeline import probabilities
from iepaudit.parse.grammar.second.recombine import labels_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from iepaudit.parse.grammar.measure import LabelledGoal

_TRIED = (0.5, 0.7, 0.8, 0.9, 0.95)


@dataclass(frozen=True, slots=True)
class Flags:
    """Of the grammar's wrong and right answers, how many the second reader doubts."""

    wrong: int
    wrong_doubted: int
    right: int
    right_doubted: int


def flags(goals: Sequence[LabelledGoal], said: Sequence[dict[str, float]], against: float = AGAINST) -> Flags:
    """Counts over all elements and "measurable" of all goals that may be scored."""
    counts = [0, 0, 0, 0]
    for goal, likely in zip(goals, said, strict=True):
        found = analyse_goal(goal.text)
        doubted = disagreements(found, likely, against)
        truth = labels_of(goal)
        for name, yes in truth.items():
            answer = found.measurable if name == "measurable" else found.element(name).present
            right = answer == bool(yes)
            counts[2 * right] += 1
            counts[2 * right + 1] += name in doubted
    return Flags(*counts)


def own_f1(goals: Sequence[LabelledGoal], said: Sequence[dict[str, float]]) -> dict[str, float]:
    """F1 of the second reader by itself, at one half."""
    found = {}
    for name in LABELS:
        pairs = [
            (labels_of(g)[name] > 0.5, s[name] > 0.5) for g, s in zip(goals, said, strict=True) if name in labels_of(g)
        ]
        hits = sum(truth and yes for truth, yes in pairs)
        wrong = sum(truth != yes for truth, yes in pairs)
        found[name] = 2 * hits / (2 * hits + wrong) if hits or wrong else 1.0
    return found


def shipped(goals: Sequence[LabelledGoal], nlp: Any = None) -> list[dict[str, float]]:
    """What the shipped model, or another, says of each goal."""
    return [probabilities(nlp or load(), goal.text) for goal in goals]


def flag_table(title: str, goals: Sequence[LabelledGoal], said: Sequence[dict[str, float]]) -> str:
    """The figures as text for people, for several thresholds; `*` marks the one in use."""
    lines = [f"{title}: of the grammar's answers the second reader doubts"]
    for against in _TRIED:
        f = flags(goals, said, against)
        mark = "*" if against == AGAINST else " "
        lines.append(
            f"{mark} certain {against:.2f}  wrong {f.wrong_doubted}/{f.wrong} ({_share(f.wrong_doubted, f.wrong)})"
            f"  right {f.right_doubted}/{f.right} ({_share(f.right_doubted, f.right)})"
        )
    own = "  ".join(f"{name} {value:.3f}" for name, value in own_f1(goals, said).items())
    return "\n".join((*lines, f"  its own F1: {own}"))


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole else "none"
