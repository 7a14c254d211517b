"""What a text answers to a yes/no question: by boxes, by a word behind it or at its end, by plain prose."""

from __future__ import annotations

import re
from collections.abc import Sequence

from iepaudit.model.document import CHECKED, EMPTY, UNCLEAR_BOX
from iepaudit.model.iep import Answer
from iepaudit.parse.patterns import pattern

BOXES = CHECKED + EMPTY + UNCLEAR_BOX
YES = re.compile(r"^\W*(?:yes|y|s[ií])\b", re.IGNORECASE)
_UNMARKED = re.compile(
    r"(?P<sign>[■●▪•○])\s*(?:yes|s[ií])\b[^■●▪•○]{0,40}(?P=sign)\s*no\b|"
    r"\b(?:yes|s[ií])\s*(?P<end>[■●▪○])\s*no\s*(?P=end)|"
    r"^(?:yes|s[ií])\s*[■●▪•○]\s*no\b",  # the first of the two signs was taken for a bullet
    re.IGNORECASE,
)
NO = re.compile(r"^\W*(?:no|n)\b(?!\.\s*\d)", re.IGNORECASE)
OPTION = re.compile(rf"([{BOXES}])\s*([^{BOXES}]*)")
MARK = re.compile(rf"[{CHECKED}xX✓✔√]")
_WORD = r"(?:yes|no|n/a|s[ií]|y|n)"
_CHOICE = re.compile(
    r"[(\[]?(?<!\w)(?:yes|y|s[ií])\s*(?:/|\||\bor\b|\bo\b)\s*(?:no|n)(?!\w)(?:\s*(?:/|\||\bor\b)\s*n/?a(?!\w))?[)\]]?",
    re.IGNORECASE,
)
_AT_END = re.compile(rf"(?:[:?]|\.{{3,}}|…|_{{2,}}|\s[-–—])\s*(?P<word>{_WORD})\W*\Z", re.IGNORECASE)
_BARE = re.compile(rf"\W*{_WORD}\W*", re.IGNORECASE)


def without_choice(text: str) -> str:
    """`text` without a choice that the form prints in words ("Yes/No", "(Y/N)", "Yes or No")."""
    return _CHOICE.sub("", text)


def is_answer_word(text: str) -> bool:
    """Whether a text is "Yes", "N" or the like and nothing else."""
    return bool(_BARE.fullmatch(text))


def is_unmarked(text: str) -> bool:
    """Whether a text holds a yes and a no with the same sign at both, so that nobody can tell which one is meant."""
    return bool(_UNMARKED.search(text))


def answer_of(printed: str, said: str, label: str = "") -> Answer | None:
    """What a block answers, None when it does not. `printed` is all of it, `said` what somebody wrote."""
    options = OPTION.findall(printed)
    if options:
        return from_options(options)
    if is_unmarked(printed):
        return Answer.UNCLEAR
    if label and is_answer_word(label):  # "Yes: a pencil grip"
        return Answer.YES if YES.match(label) else Answer.NO
    text = without_choice(said)
    if label and text.startswith(label):
        text = text[len(label) :].lstrip(" :")
    behind = re.split(r"\?\s*", text)[-1] if "?" in text else text
    for candidate in (behind, text):
        if YES.match(candidate):
            return Answer.YES
        if NO.match(candidate):
            return Answer.NO
    ended = _AT_END.search(without_choice(printed))
    if ended:
        return Answer.YES if YES.match(ended["word"]) else Answer.NO
    if not text:
        return None
    if not_needed(text) or (label and not_needed(label)):  # "Not needed: the skills were kept."
        return Answer.NO
    return Answer.YES if needed(text) else None


def from_options(options: Sequence[tuple[str, str]]) -> Answer | None:
    """The answer by boxes with the words behind each; None when these are no answers."""
    yes = [
        m for m, text in options if YES.match(text) or (_affirmed(text) and not (NO.match(text) or not_needed(text)))
    ]
    no = [mark for mark, text in options if NO.match(text) or not_needed(text)]
    if not yes and not no:
        return None
    if UNCLEAR_BOX in yes + no:
        return Answer.UNCLEAR
    said_yes, said_no = CHECKED in yes, CHECKED in no
    if said_yes and said_no:
        return Answer.BOTH
    if said_yes:
        return Answer.YES
    if said_no:
        return Answer.NO
    return _third(options) if yes and no else None


_CHOICE_WORDS = 6  # at most, of one more choice beside Yes and No


def _third(options: Sequence[tuple[str, str]]) -> Answer | None:
    """What Yes and No say when both are empty: another choice beside them may be marked, as in "☐ Yes ☐ No ☒ N/A"."""
    at = [n for n, (_, text) in enumerate(options) if YES.match(text) or NO.match(text)]
    for n in range(max(0, min(at, default=0) - 2), min(len(options), max(at, default=0) + 3)):
        mark, text = options[n]
        words = text.strip(" .,;")
        if mark != CHECKED or len(words.split()) > _CHOICE_WORDS or words.endswith((":", "?")):
            continue
        return Answer.NO if pattern("answers", "none-option").match(words) else None
    return Answer.NEITHER


def _affirmed(option: str) -> bool:
    return needed(option) or bool(pattern("answers", "yes-option").match(option))


def needed(text: str) -> bool:
    return bool(pattern("answers", "needed").search(text))


def not_needed(text: str) -> bool:
    return bool(pattern("answers", "not-needed").search(text))
