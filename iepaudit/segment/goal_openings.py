"""Goals that open the part of a plan about them, where it has no heading of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from iepaudit.segment.blocks import Raw
from iepaudit.segment.known_labels import goal_labels
from iepaudit.segment.words import strip_numbering

_NARROWER = re.compile(r"\s*(?:\([^()]*\)|[:·|–—-]\s.*)\s*$")  # what a goal is about: "Goal 1 (reading)"
_WHOLE = re.compile(r"^(?P<goal>\S+(?: \S+){0,4}(?<=\d)\W*)$")
# "Social, Emotional and Behavioral Development: Annual Goal 1"
_BEHIND_AREA = re.compile(
    r"^(?=.{8,90}$)(?!.*\b(?i:progress|last|prior|previous|current|met)\b)"
    r"[A-Z].*?\s?[:–—|-]\s(?P<goal>\S+(?: \S+){1,3}(?<=\d)\W*)$"
)
_WILL = re.compile(r"\b(?:will|podrá|va a)\b")
_PARTS = frozenset({"baseline", "criterion", "method"})
_BEHIND = 4  # blocks behind the number of a goal in which it is told what it is
_NAME = 12  # words of the area of a goal
_STATED = 6  # words of a sentence that says what the child will do


def states_goal(raws: Sequence[Raw], position: int) -> bool:
    """Whether a block is a goal under whatever heading it stands: "Goal statement #2: ... will ...", "Goal 3", or
    "Goal 1: Math" with the goal or its parts right behind it."""
    raw = raws[position]
    if raw.label and goal_labels().name_of(raw.label) == "goal":
        said = len(raw.text.split()) >= _STATED and bool(_WILL.search(raw.text))
        return said or (re.search(r"\d", raw.label) is not None and _told_behind(raws, position))
    if raw.label:
        return False
    text = _NARROWER.sub("", strip_numbering(raw.text))
    begins = raw.text[:1].isupper() or not raw.text[:1].isalpha()
    named = _WHOLE.search(text) or (_BEHIND_AREA.search(raw.text) if all(w.bold for w in raw.words) else None)
    if begins and named is not None and goal_labels().name_of(named["goal"]) == "goal":
        return True
    numbered = len(text) < 60 and re.search(r"\d", text) is not None and goal_labels().name_of(text) == "goal"
    return numbered and _told_behind(raws, position)


def _told_behind(raws: Sequence[Raw], position: int) -> bool:
    """Whether behind a label "Goal 1: Math" stands what the child will do, or what the parts of a goal are called."""
    first = raws[position].first
    if len(raws[position].text.split()) > _NAME or (first.column or 0) > 0:
        return False
    for raw in raws[position + 1 : position + 1 + _BEHIND]:
        if raw.first.page != first.page or raw.first.table != first.table:
            return False
        if goal_labels().name_of(raw.label or raw.text) in _PARTS:
            return True
        if not raw.label and len(raw.text.split()) >= _STATED and _WILL.search(raw.text):
            return True
    return False


def first_goal(raws: Sequence[Raw], start: int, end: int) -> int | None:
    """Where among blocks the first goal begins that no word calls one: what the child will do and by how much, with
    parts of a goal by name right behind it; and its name above, if any. None when there is none."""
    told = next((n for n in range(start, end) if _is_told(raws, n)), None)
    return None if told is None else max(start, told - _has_name(raws, told))


def _is_told(raws: Sequence[Raw], position: int) -> bool:
    raw = raws[position]
    said = len(raw.text.split()) >= _STATED and _WILL.search(raw.text) and re.search(r"\d", raw.text)
    if not said or raw.heading or goal_labels().name_of(raw.label) in _PARTS:
        return False
    near = [r for r in raws[position + 1 : position + 1 + _BEHIND] if r.page == raw.page]
    return any(goal_labels().name_of(r.label or r.text) in _PARTS for r in near)


def _has_name(raws: Sequence[Raw], position: int) -> bool:
    """Whether the block above a goal is its name: "G1: Reading" in the cell before it or on the line above."""
    if not position:
        return False
    above, own = raws[position - 1], raws[position]
    short = len(f"{above.label} {above.text}".split()) <= _NAME and not above.text.rstrip().endswith(".")
    return short and above.page == own.page and above.first.table == own.first.table
