"""Special factors that are answered in words: "Behavior: yes. Braille: no", "She is not deaf", "None apply"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from iepaudit.model.iep import Answer
from iepaudit.parse.answers import without_choice
from iepaudit.parse.patterns import names, pattern

_FILE = "factors"
FACTORS = ("behavior", "english-learner", "vision", "hearing", "communication", "assistive-technology")
_ANSWERED = re.compile(
    r"(?P<label>[^.;:?\n]{2,160}?)\s*[?:]+\s*(?P<answer>yes|no(?:ne|t)?|n/a|s[ií]|[yn])(?![\w/-])", re.IGNORECASE
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z¿])|\n")
_CLAUSE = re.compile(r"[,;]\s+|\s+but\s+|\s+and\s+(?=(?:is|has|does|needs|uses|are|he|she|they)\b)", re.IGNORECASE)


def answered_labels(text: str) -> Iterator[tuple[str, Answer]]:
    """Every "label: yes" of a running text, as the label and the answer behind it."""
    for found in _ANSWERED.finditer(without_choice(text)):
        said = found["answer"].lower()
        yield found["label"].strip(), Answer.YES if said in ("yes", "y", "si", "sí") else Answer.NO


def factors_answered(text: str) -> dict[str, Answer]:
    """The factors that stand as labels before their answers ("Behavior: yes. Braille: no")."""
    found: dict[str, Answer] = {}
    for label, answer in answered_labels(text):
        for name in _named(label):
            found.setdefault(name, answer)
    return found


def factors_in(text: str) -> dict[str, Answer]:
    """What the sentences of a part about the special factors say of each; one without a clear word is left out. Words
    on one factor may read like words on another ("uses spoken English with hearing aids"), so that an answer to the
    question itself goes before."""
    found: dict[str, Answer] = {}
    for sentence in _SENTENCE.split(text):
        if _ANSWERED.search(without_choice(sentence)) or sentence.rstrip().endswith("?"):
            continue
        if pattern(_FILE, "all-denied").search(sentence):
            for name in _named(sentence):
                found.setdefault(name, Answer.NO)
            continue
        for clause in _CLAUSE.split(sentence):
            for name in _named(clause):
                answered = _said(clause, name)
                if answered is not None:
                    found.setdefault(name, answered)
    return found


def _said(clause: str, name: str) -> Answer | None:
    if pattern(_FILE, "unrelated").search(clause):
        return None
    if pattern(_FILE, "denied").search(clause):
        return Answer.NO
    if pattern(_FILE, "open").search(clause) or not pattern(_FILE, "asserted").search(clause):
        return None
    return Answer.YES


def _named(text: str) -> list[str]:
    return [name for name in names(_FILE) if name in FACTORS and pattern(_FILE, name).search(text)]
