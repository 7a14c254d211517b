"""Rebuilds the second reader: `python -m iepaudit.parse.grammar.second.train [FOLDER]`.

FOLDER (tests/data/goals) holds the labelled goals and `second_reader.jsonl`, the text that the shipped model was
trained on. `--recombine` writes that file anew from tune*.txt, wanted after those goals or the grammar changed much;
heldout.txt is never read. `--cross-validate` prints what the threshold was chosen by. On one machine the same
file and seed give the same weights to the byte; on another processor the last digits of the weights may differ.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from iepaudit.parse.grammar.measure import LabelledGoal, read_goals
from iepaudit.parse.grammar.second.opinion import MODEL
from iepaudit.parse.grammar.second.pipeline import SEED, probabilities, train
from iepaudit.parse.grammar.second.recombine import recombined

if TYPE_CHECKING:
    from iepaudit.parse.grammar.second.recombine import Example

TEXT = "second_reader.jsonl"
FOLDS = 5


def tuning_goals(folder: Path) -> list[LabelledGoal]:
    """The labelled goals that may be learned from."""
    return [goal for file in sorted(folder.glob("tune*.txt")) for goal in read_goals(file)]


def read_examples(folder: Path) -> list[Example]:
    """The text that the shipped model was trained on."""
    lines = (folder / TEXT).read_text("utf-8").splitlines()
    return [(item["text"], item["labels"]) for item in map(json.loads, lines)]


def write_examples(folder: Path) -> None:
    """Writes the training text anew."""
    examples = recombined(tuning_goals(folder), _random())
    lines = (json.dumps({"labels": labels, "text": text}, ensure_ascii=False) for text, labels in examples)
    (folder / TEXT).write_text("\n".join(lines) + "\n", "utf-8")


def out_of_sample(goals: list[LabelledGoal]) -> list[dict[str, float]]:
    """For each goal what a reader says that was trained on the other folds only."""
    folds = [int(hashlib.sha256(goal.text.encode()).hexdigest(), 16) % FOLDS for goal in goals]
    said: list[dict[str, float]] = [{} for _ in goals]
    for fold in range(FOLDS):
        others = [goal for goal, at in zip(goals, folds, strict=True) if at != fold]
        nlp = train(recombined(others, _random()))
        for index, goal in enumerate(goals):
            if folds[index] == fold:
                said[index] = probabilities(nlp, goal.text)
    return said


def save(nlp: Any, path: Path) -> None:
    """Writes the pipeline without its vocabulary, which only a table of vectors would need."""
    nlp.to_disk(path, exclude=["vocab"])


def _random() -> Random:
    return Random(SEED)  # noqa: S311 - varies training text, keeps no secret


def main(arguments: list[str]) -> int:
    """Trains and writes the model into the package, or prints the figures of a cross-validation."""
    folder = Path(next((a for a in arguments if not a.startswith("-")), "tests/data/goals"))
    if not folder.is_dir():
        sys.stderr.write(f"{folder}: there is no such folder\n")
        return 2
    if "--cross-validate" in arguments:
        from iepaudit.parse.grammar.second.figures import flag_table

        goals = tuning_goals(folder)
        sys.stdout.write(flag_table("tune, out of sample", goals, out_of_sample(goals)) + "\n")
        return 0
    if "--recombine" in arguments:
        write_examples(folder)
    examples = read_examples(folder)
    save(train(examples), MODEL)
    sys.stdout.write(f"trained on {len(examples)} texts, seed {SEED}; written to {MODEL}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
