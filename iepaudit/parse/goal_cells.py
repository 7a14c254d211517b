"""Labels in the first cell of a row of a goal table whose lines were read apart."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from iepaudit.model.field import Place
from iepaudit.model.iep import Block
from iepaudit.segment.known_labels import goal_labels

_Cell = tuple[int, int | None, int | None, int | None]


def whole_labels(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, a label of several lines in the first cell of a row put together, where a line of it passed for a
    heading, for the value or for a request of its own ("PRESENT LEVEL OF ACADEMIC" / "ACHIEVEMENT", "Current level" /
    "(related to this goal):")."""
    answered = {cell_of(b) for b in blocks if b.table is not None and b.filled}
    found: list[Block] = []
    for block in blocks:
        above = found[-1] if found else None
        whole = _joined(above, block, answered) if above else None
        if whole is not None:
            found[-1] = whole
        else:
            found.append(block)
    return found


def cell_of(block: Block) -> _Cell:
    """Where a block stands: page, table, row and column."""
    return block.place.page, block.table, block.row, block.column


def _joined(above: Block, block: Block, answered: Collection[_Cell]) -> Block | None:
    """The label that two blocks of a first cell make up, None where they are none."""
    if block.table is None or block.column != 0 or cell_of(above) != cell_of(block) or above.label or block.label:
        return None
    text = f"{above.text} {block.text}"
    before, name = goal_labels().name_of(above.text), goal_labels().name_of(text)
    beside = (block.place.page, block.table, block.row, 1) in answered
    goes_on = beside and not above.filled and _goes_on(above.text, block.text)
    if not goes_on and (name is None or name == before):
        return None
    if goes_on and (before or name) is None:
        return None
    lines = (*above.lines, *block.lines)
    return replace(above, text=text, filled="", template=text, place=Place(above.place.page, above.place.box, text),
                   lines=lines)  # fmt: skip


def _goes_on(label: str, line: str) -> bool:
    """Whether a line below a label is more of it: in parentheses, or in capitals as the label is."""
    if any(c.isdigit() for c in line) or label.rstrip().endswith(":"):
        return False
    return (line.startswith("(") and line.rstrip(" :").endswith(")")) or (label.isupper() and line.isupper())
