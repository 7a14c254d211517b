"""Answers that hold nothing: a part that says "TBD", "same as last year" or "see attached" and no more."""

from __future__ import annotations

import re
from dataclasses import replace
from enum import StrEnum

from iepaudit.engine.facts import Leaf
from iepaudit.model.field import FieldState
from iepaudit.parse.patterns import pattern

_LONGEST = 90  # letters of such an answer
_LABEL = re.compile(r"[^:.;?!]{3,60}: \S")
_EDGES = " \t\n.,;:!?-–—_*•/\\()[]\"'“”…"
_ALWAYS = frozenset(
    {"present-levels", "impact", "annual-goals", "progress-method", "progress-schedule", "special-education",
     "transition-assessment", "transition-services", "course-of-study", "cell"}
)  # fmt: skip
_OF_LEVELS = frozenset({"present-levels", "impact", "strengths", "parent-concerns", "vision", "objectives"})


class Nothing(StrEnum):
    """What an answer says instead of something; the values name the patterns of `rules/reading/answers.yaml`."""

    PUT_OFF = "put-off"  # to be determined, same as last year
    LEVELS = "points-to-levels"  # see present levels
    ELSEWHERE = "points-elsewhere"  # see page 4, see attached
    NONE = "not-applicable"  # an answer, but for what every plan has


def says_nothing(text: str) -> Nothing | None:
    """How an answer says nothing; None when it says something."""
    if len(text) > _LONGEST:
        return None
    words = " ".join(text.split())
    if _LABEL.match(words):  # as printed, with the form's label before it
        words = words.partition(":")[2]
    words = words.strip(_EDGES)
    if not words:
        return Nothing.PUT_OFF if text.strip() else None
    return next((kind for kind in Nothing if pattern("answers", kind.value).fullmatch(words)), None)


def emptied(found: Leaf, part: str = "") -> Leaf:
    """The leaf, blank where its words only put something off, and unclear where what they point to may hold it.
    `part`: the key of the section that it stands for, or "cell"."""
    kind = says_nothing(found.text) if found.filled and isinstance(found.value, str) else None
    if kind is None or (kind is Nothing.NONE and part not in _ALWAYS):
        return found
    said = " ".join(found.text.split())
    why = f'it says only "{said}"'
    place = found.parts[0] if found.parts else found.place
    # Present levels may say how the disability shows; they are no list of courses, and all of them was searched anyway.
    if kind in (Nothing.PUT_OFF, Nothing.NONE) or (kind is Nothing.LEVELS and part not in _OF_LEVELS):
        return replace(found, state=FieldState.BLANK, value=None, place=place, parts=(), why=why)
    return replace(found, state=FieldState.UNCLEAR, value=None, place=place, parts=(), why=why)
