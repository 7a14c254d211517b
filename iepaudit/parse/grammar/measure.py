"""Precision, recall and F1 of the grammar on labelled goals: `python -m iepaudit.parse.grammar.measure FOLDER`.

FOLDER holds files of lines `LABELS | area | text` (its README says what the letters mean).
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from iepaudit.model.goal import GoalAnalysis
from iepaudit.parse.grammar.analyse import analyse_goal

LETTERS = {"T": "timeframe", "C": "condition", "B": "behavior", "K": "criterion", "M": "method", "L": "baseline"}


@dataclass(frozen=True, slots=True)
class LabelledGoal:
    """A goal with its labels; `unscored` are elements on which two readers may differ."""

    area: str
    text: str
    present: frozenset[str]
    unscored: frozenset[str]
    postsecondary: bool

    @property
    def measurable(self) -> bool | None:
        """None when it hangs on an element that is not scored."""
        if self.unscored & {"behavior", "criterion"}:
            return None
        return "behavior" in self.present and ("criterion" in self.present or self.postsecondary)


@dataclass(frozen=True, slots=True)
class Score:
    """Right and wrong answers for one element."""

    hits: int
    false: int
    missed: int

    @property
    def precision(self) -> float:
        return self.hits / (self.hits + self.false) if self.hits + self.false else 1.0

    @property
    def recall(self) -> float:
        return self.hits / (self.hits + self.missed) if self.hits + self.missed else 1.0

    @property
    def f1(self) -> float:
        total = 2 * self.hits + self.false + self.missed
        return 2 * self.hits / total if total else 1.0


def read_goals(path: Path) -> tuple[LabelledGoal, ...]:
    """The labelled goals of a file; raises ValueError at a line that does not fit."""
    goals = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        labels, _, rest = line.partition(" | ")
        area, _, text = rest.partition(" | ")
        if not text or not set(labels) <= set("TCBKMLtcbkmlP-"):
            raise ValueError(f"{path}:{number}: expected LABELS | area | text")
        present = frozenset(LETTERS[c] for c in labels if c in LETTERS)
        unscored = frozenset(LETTERS[c.upper()] for c in labels if c.islower())
        goals.append(LabelledGoal(area, text.replace("\\n", "\n"), present, unscored, "P" in labels))
    return tuple(goals)


def score(goals: tuple[LabelledGoal, ...]) -> tuple[dict[str, Score], list[tuple[str, LabelledGoal, GoalAnalysis]]]:
    """Element -> its score, and every wrong answer. "measurable" is scored as an element."""
    counts = {name: [0, 0, 0] for name in (*LETTERS.values(), "measurable")}
    wrong = []
    for goal in goals:
        found = analyse_goal(goal.text)
        said = {name: found.element(name).present for name in LETTERS.values()} | {"measurable": found.measurable}
        truth: dict[str, bool | None] = {name: name in goal.present for name in LETTERS.values()}
        truth["measurable"] = goal.measurable
        for name, answer in said.items():
            right = truth[name]
            if right is None or name in goal.unscored:
                continue
            counts[name][0] += answer and right
            counts[name][1] += answer and not right
            counts[name][2] += right and not answer
            if answer != right:
                wrong.append((name, goal, found))
    return {name: Score(*c) for name, c in counts.items()}, wrong


def table(title: str, goals: tuple[LabelledGoal, ...], scores: dict[str, Score], wrong: int) -> str:
    """The figures as text for people."""
    unmeasurable = sum(g.measurable is False for g in goals)
    lines = [f"{title}: {len(goals)} goals, {unmeasurable} not measurable, {wrong} wrong answers"]
    lines += [f"  {n:<11} precision {s.precision:.3f}  recall {s.recall:.3f}  F1 {s.f1:.3f}" for n, s in scores.items()]
    return "\n".join(lines)


def _miss(wrong: tuple[str, LabelledGoal, GoalAnalysis]) -> str:
    name, goal, found = wrong
    said = found.measurable if name == "measurable" else found.element(name).present
    shown = "" if name == "measurable" else found.element(name).text.replace("\n", " // ")
    phrase = found.behavior_phrase.text if name == "behavior" and found.behavior_phrase else ""
    return f"    {name} said {'yes' if said else 'no'}: {goal.text!r} [{shown}] {phrase}\n"


def main(arguments: list[str]) -> int:
    """Prints a table for each *.txt file of the folder; `--misses` lists the wrong answers (of heldout*.txt never);
    `--second` adds which share of right and wrong answers the second reader doubts."""
    folder = Path(next((a for a in arguments if not a.startswith("-")), "tests/data/goals"))
    files = sorted(folder.glob("*.txt")) if folder.is_dir() else [folder]
    if not files:
        sys.stderr.write(f"{folder}: no labelled goals there\n")
        return 2
    for file in files:
        goals = read_goals(file)
        scores, wrong = score(goals)
        sys.stdout.write(table(file.stem, goals, scores, len(wrong)) + "\n")
        if "--misses" in arguments and not file.stem.startswith("heldout"):
            sys.stdout.write("".join(map(_miss, wrong)))
        if "--second" in arguments:
            from iepaudit.parse.grammar.second.figures import flag_table, shipped

            sys.stdout.write(flag_table(file.stem, goals, shipped(goals)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
