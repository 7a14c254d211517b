"""What a question of a plan asks about."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from iepaudit.parse.answers import BOXES
from iepaudit.parse.factor_prose import FACTORS
from iepaudit.parse.patterns import names, pattern

_ASIDE = re.compile(r"\([^()]*\)")  # "communication needs (required for children who are deaf)"
_ANSWER = re.compile(rf"[{BOXES}]\s*(?:(?:yes|no|y|n|n/?a)\b:?)?", re.IGNORECASE)
_LONGEST = 700  # characters of a question
_CAPTION = 7  # words of a row's name

Asks = Callable[[str], str | None]  # what a text asks about, if anything


def subject_of(text: str) -> str | None:
    """What a question asks about: the subject that it names first outside of parentheses, else within them."""
    if len(text) > _LONGEST:
        return None
    aside = _ASIDE.sub(" ", text)
    return _named_first(aside, "questions") or (_named_first(text, "questions") if aside != text else None)


def factor_of(text: str) -> str | None:
    """The special factor that a row of them is called after ("Behavior", "b. Language needs (English learner)")."""
    bare = _ANSWER.sub(" ", text).strip(" .:_…")
    return subject_of(bare) or (_named_first(bare, "factors", FACTORS) if len(bare.split()) <= _CAPTION else None)


def _named_first(text: str, file: str, among: Sequence[str] = ()) -> str | None:
    known = among or names(file)
    found = ((match.start(), name) for name in known if (match := pattern(file, name).search(text)))
    return min(found, key=lambda one: one[0], default=(0, None))[1]
