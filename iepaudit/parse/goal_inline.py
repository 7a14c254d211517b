"""Several parts of a goal in one line, cell or paragraph, each behind its label; and labels that need no colon."""

from __future__ import annotations

import re
from collections.abc import Iterator

from iepaudit.model.field import Place
from iepaudit.model.iep import Block
from iepaudit.parse.goal_event import Event
from iepaudit.parse.goal_wording import looks_like_goal
from iepaudit.segment.known_labels import goal_labels
from iepaudit.segment.prompts import is_prompt

# Behind the end of a sentence or a sign that parts, or a known label in the middle of one: "62% in term 1 Measured by:
# report".
_INLINE = re.compile(
    r"(?:(?<=[.;!?)|•·–—])|(?P<within>(?<=[\w%,])))\s+"
    r"(?P<label>[A-Z][A-Za-z/-]+(?(within)(?:[ ][A-Za-z/-]+){0,4}?|[A-Za-z/ -]{1,33}?))"
    r"(?P<note>\s*\([^)]{1,40}\))?(?::|(?(within)(?!)|\s[–—]))\s+"
)
_PARTING = " |•·–—"
_BETWEEN_PARTS = re.compile(r"\s+/\s+|;\s+|\n")


def shared_label(block: Block) -> Iterator[Event]:
    """One label for several parts of a goal with their values in the same order ("Baseline / How measured" above "3 of
    10 / weekly probe"); values that can't be told apart belong to each of them."""
    label, value = block.label, block.filled
    if not label and len(block.lines) > 1 and value.startswith(block.lines[0].text):
        label = block.lines[0].text
        value = value[len(label) :].strip()
    sides = re.split(r"\s*/\s*|\s+[&+]\s+", label) if value and "/" in label and len(label) < 90 else []
    names = [goal_labels().name_of(side) for side in sides]
    if not 2 <= len(sides) <= 3 or len(set(names)) < len(names) or not set(names) <= _LED:
        return
    values = _BETWEEN_PARTS.split(value)
    shared = [name for name in names if name in _LEVELS] or names  # nobody is named by words for all of them
    apart = zip(names, values, strict=True) if len(values) == len(names) else ((name, value) for name in shared)
    for name, own in apart:
        yield Event(name or "", own.strip(), Place(block.place.page, block.place.box, own.strip()), label)


_LEVELS = frozenset({"baseline", "criterion", "method", "schedule"})
_LED = _LEVELS | {"deadline", "evaluator"}


def below_label(block: Block) -> tuple[str, str, str] | None:
    """(meaning, value, label) of a cell whose first line is a label by itself, set as the value below it is."""
    label = block.lines[0].text.strip() if block.table is not None and len(block.lines) > 1 else ""
    name = goal_labels().name_of(label) if label and block.filled.startswith(label) else None
    value = block.filled[len(label) :].strip()
    if name not in _LED or value[:1].islower():
        return None
    return name, "" if is_prompt(value) else value, label


def led_by_label(text: str) -> tuple[str, str, str] | None:
    """(meaning, value, label) of a line that begins with a label without a colon ("Present level 2 of 10 days"); a
    label of two words only where the value does not begin like a sentence."""
    found = goal_labels().leading(text) if text[:1].isupper() and not looks_like_goal(text) else None
    if found is None or found[0] not in _LED:
        return None
    name, value = found
    words = text.split()[: len(text.split()) - len(value.split())]
    if len(words) >= 3 or (len(words) == 2 and not value[:1].isupper()):
        return name, value, " ".join(words)
    return None


def split_inline(name: str, text: str, block: Block) -> Iterator[Event]:
    """ "... 60 words per minute. Baseline (8/29): 22 words." -> two events."""
    known = goal_labels()
    start = 0
    current, label = name, block.label
    for match in _INLINE.finditer(text):
        found = known.name_of(match["label"])
        if not found or (match["within"] and (found not in _LED or found == current)):
            continue
        yield _event(current, text[start : match.start()].strip().rstrip(_PARTING), block, label)
        current, label, start = found, match["label"], match.end()
    yield _event(current, text[start:].strip(), block, label)


def _event(name: str, value: str, block: Block, label: str) -> Event:
    value = value.rstrip(" |•·")
    place = Place(block.place.page, block.place.box, value or block.place.quote)
    return Event(name, value, place, label, bullet=block.bullet)
