"""What a form asks for, each with what stands behind it, so that a rule can ask for an answer by the words of its
question wherever that stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from iepaudit.model.field import Place
from iepaudit.model.iep import Block, Section
from iepaudit.segment.known_labels import service_labels

_LONGEST = 300  # letters of a question; a longer paragraph of a form asks nothing


@dataclass(frozen=True, slots=True)
class Question:
    """A label or a question as printed, and the words that answer it, "" when nothing does."""

    label: str
    answer: str
    place: Place


def find_questions(sections: Sequence[Section]) -> Iterator[Question]:
    """The questions of all sections, in order. What stands behind a label counts as its answer, or else the next block
    that somebody filled in."""
    seen: set[int] = set()
    for section in sections:
        for position, block in enumerate(section.blocks):
            label = block.label or block.template
            if not label or len(label) > _LONGEST or id(block) in seen:
                continue
            seen.add(id(block))
            yield Question(label, block.filled or _next_answer(section.blocks[position + 1 :], block), block.place)


def _next_answer(following: Sequence[Block], label: Block) -> str:
    after = following[0] if following else None
    if after is None or after.label:
        return ""
    if label.table is None and after.table is not None:
        return after.filled if _alone_in_box(following) else ""
    if after.table != label.table:
        return ""
    below = label.table is not None and after.row != label.row
    if below and service_labels().name_of(after.filled):
        return ""  # a title above the heads of a service table
    return "" if below and after.column != label.column else after.filled


def _alone_in_box(cells: Sequence[Block]) -> bool:
    """Whether the first of `cells` is the only one of its row: the box below a question."""
    first = cells[0]
    return first.column == 0 and not any((b.table, b.row) == (first.table, first.row) and b.column for b in cells[1:9])
