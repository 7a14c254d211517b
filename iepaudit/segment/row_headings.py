"""Headings that stand beside their text, in lists of labels with what was written on their right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from iepaudit.model.document import Line
from iepaudit.segment.heading_line import ASKING_WORDS, HeadingLine, plain_heading
from iepaudit.segment.known_headings import headings
from iepaudit.segment.known_labels import goal_labels, labels
from iepaudit.segment.typography import Typography, strength_of

# Rows that are labels of a goal as often as headings, and are told by other means.
_OF_GOALS = frozenset({"other", "annual-goals", "objectives", "progress-method", "progress-schedule"})


def row_heading(lines: tuple[Line, ...], position: int, count: int, typography: Typography) -> HeadingLine | None:
    """The label of a row, in a list of labels with their text beside them, that is the heading of that text."""
    line = lines[position]
    text = " ".join(own.text.strip() for own in lines[position : position + count])
    if labels().name_of(text) or goal_labels().name_of(text) or not plain_heading(text.rstrip("?.:"), ASKING_WORDS):
        return None
    match = headings().match(text)
    if (match is None or match.key == "other") and plain_heading(text.rstrip("?.:")):
        match = headings().match_loose(text)
    if match is None or match.weak or match.key in _OF_GOALS:
        return None
    return HeadingLine(position, count, text, match, strength_of(line, text, typography))


def other_questions(
    lines: tuple[Line, ...], beside: Mapping[int, int], found: Sequence[HeadingLine]
) -> list[HeadingLine]:
    """Questions of a list of labels with their text beside them that are headings because several others in it are."""
    taken = {h.position: h for h in found}
    known: dict[tuple[int, int | None], list[HeadingLine]] = {}
    for position in beside:
        if (own := taken.get(position)) and own.match:
            known.setdefault((lines[position].page, lines[position].table), []).append(own)
    added = []
    for position, count in beside.items():
        others = known.get((lines[position].page, lines[position].table), [])
        text = " ".join(own.text.strip() for own in lines[position : position + count])
        if position not in taken and len(others) > 1 and text.endswith("?") and not goal_labels().name_of(text):
            added.append(HeadingLine(position, count, text, None, others[0].strength))
    return added
