"""Short-term objectives that stand in the table of a goal, under a name of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from iepaudit.model.iep import Block
from iepaudit.segment.known_headings import headings
from iepaudit.segment.known_labels import goal_labels
from iepaudit.segment.rows_of import Row, rows_of, text_of

_OF_GOALS = frozenset({"annual-goals", "objectives"})


def objectives_in_rows(key: str, blocks: Sequence[Block]) -> list[Block]:
    """The objectives in tables of a section of goals: beside their name, behind it in its cell, or in the rows below a
    row of heads that begins with it; [] where nothing was written there, and for other sections."""
    found = [b for rows in rows_of(blocks) for b in _of_table(rows)] if key in _OF_GOALS else []
    return found if any(b.filled for b in found) else []


def _of_table(rows: Sequence[Row]) -> Iterator[Block]:
    below = False
    for row in rows:
        first, *others = (row[column] for column in sorted(row))
        named = _names(text_of(first))
        yield from (b for cell in row.values() if len(cell) > 1 and _names(cell[0].text) for b in cell[1:])
        if named and others:
            below = any(goal_labels().name_of(text_of(cell)) for cell in others)
            yield from () if below else (b for cell in others for b in cell)
        elif below and goal_labels().name_of(text_of(first)):
            below = False
        elif below:
            yield from (b for cell in row.values() for b in cell)


def _names(text: str) -> bool:
    match = headings().match(text)
    return goal_labels().name_of(text) == "objective" or bool(match and match.whole and match.key == "objectives")
