"""Where the value of a label without a colon stands: beside it, below it, or in its column of a table."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from iepaudit.model.geometry import Box
from iepaudit.model.iep import Block
from iepaudit.parse.dates import find_dates, only_dates
from iepaudit.segment.known_labels import Labels


def same_column(a: Block, b: Block) -> bool:
    return a.table == b.table and a.column == b.column and a.place.page == b.place.page


def is_beside(label: Box, value: Box) -> bool:
    """To the right of a label, at its height or half a line lower."""
    reach = 0.8 * max(label.height, 8)
    return value.x0 >= label.x1 - 2 and label.top - reach < value.center[1] < label.bottom + reach


def value_near(block: Block, blocks: Sequence[Block], order: int, known: Labels) -> str:
    """The value of a bare label: in the next cell of its row, or below it in its own cell or column."""
    box = block.place.box
    if block.table is not None and (own := _in_own_cell(block, blocks, order, known)):
        return own
    if block.table is not None and (day := _day_of_line_below(block, blocks, order, known)) is not None:
        return day
    if block.table is not None and (value := _column_value(block, blocks, order, known)) is not None:
        return value
    follows = blocks[order + 1] if order + 1 < len(blocks) else None
    if follows is not None and _goes_on_below(block, follows):
        return follows.filled
    for step, other in enumerate(blocks[order + 1 : order + 14]):
        if other.place.page != block.place.page:
            break
        if is_label(other, known) or not other.filled or other.label:
            if step == 0 and block.table is None and _label_below(box, other, known):
                break
            continue
        if block.table is not None and other.table == block.table:
            if other.row == block.row and other.column is not None and block.column is not None:
                if other.column >= block.column and _clear_between(blocks, order, order + 1 + step, block):
                    return other.filled
                continue
            if box and other.place.box and is_below(box, other.place.box) and other.column == block.column:
                next_row = (other.row or 0) == (block.row or 0) + 1
                return other.filled if next_row and not _has_label(blocks, order + 1 + step, known) else ""
            continue
        at = other.place.box
        if box and at and other.table is None and block.table is None and (is_below(box, at) or is_beside(box, at)):
            return other.filled
    return ""


def _has_label(blocks: Sequence[Block], order: int, known: Labels) -> bool:
    """Whether a value stands under a label in its own cell."""
    block = blocks[order]
    return any(
        same_column(other, block) and other.row == block.row and is_label(other, known)
        for other in blocks[max(0, order - 3) : order]
    )


def _in_own_cell(block: Block, blocks: Sequence[Block], order: int, known: Labels) -> str:
    """The value of a label that stands under it in the same cell, when that cell holds nothing else."""
    cell = (block.place.page, block.table, block.row, block.column)
    own = [b for b in blocks[max(0, order - 3) : order + 4] if (b.place.page, b.table, b.row, b.column) == cell]
    dated = str(known.name_of(block.label or block.text)).endswith("-date")
    if dated and block.label and (day := _day_right_below(block, own)):
        return day
    if len(own) != 2 or own[0] is not block or own[1].label or is_label(own[1], known):
        return ""
    value = own[1].filled
    return value if value[:1].isalnum() and not value[:1].islower() and (not dated or find_dates(value)) else ""


def _day_right_below(block: Block, cell: Sequence[Block]) -> str:
    """The one day that follows a label with a colon in its cell, for which its line had no room; else ""."""
    below = next((after for before, after in pairwise(cell) if before is block), None)
    if below is None or below.label or len(find_dates(below.filled)) != 1:
        return ""
    return below.filled if only_dates(below.filled) else ""


def _day_of_line_below(block: Block, blocks: Sequence[Block], order: int, known: Labels) -> str | None:
    """The day of a label that shares a cell with others, side by side, above a line of nothing but their days; "" where
    that line does not have one day for each."""
    cell = (block.place.page, block.table, block.row, block.column)
    first = max(0, order - _SIDE_BY_SIDE)
    own = [b for b in blocks[first : order + _SIDE_BY_SIDE] if (b.place.page, b.table, b.row, b.column) == cell]
    heads = list(takewhile(lambda b: _bare(b, known), own))
    if len(heads) < 2 or len(own) != len(heads) + 1 or not any(b is block for b in heads):
        return None
    days = find_dates(own[-1].filled)
    if len(days) < 2 or not only_dates(own[-1].filled):
        return None
    place = next(n for n, b in enumerate(heads) if b is block)
    return own[-1].filled[days[place].start : days[place].end] if len(days) == len(heads) else ""


_SIDE_BY_SIDE = 6  # blocks before and behind a label in which the others of its cell stand


def _goes_on_below(block: Block, other: Block) -> bool:
    """A label at the end of a line whose date, for want of room, begins the next one."""
    box, at = block.place.box, other.place.box
    if not (block.label and box and at) or block.table is not None or other.table is not None or other.label:
        return False
    near = other.place.page == block.place.page and 0 < at.top - box.top < 2 * max(box.height, 8)
    dates = find_dates(other.filled)
    return near and at.x1 < box.x0 and len(dates) == 1 and dates[0].end - dates[0].start == len(other.filled.strip())


def with_day_below(blocks: Sequence[Block], order: int) -> str:
    """What stands at a label, with the day that its last line has no room for and that begins the next one."""
    block, below = blocks[order], blocks[order + 1] if order + 1 < len(blocks) else None
    box, at = block.place.box, below.place.box if below else None
    if below is None or box is None or at is None or below.label or not only_dates(below.filled):
        return block.filled
    same = (block.place.page, block.table, block.row, block.column)
    near = same == (below.place.page, below.table, below.row, below.column) and is_below(box, at) and at.x1 < box.x1
    return f"{block.filled} {below.filled}" if near and not only_dates(block.filled[-_DAY:]) else block.filled


_DAY = 10  # characters


def _column_value(block: Block, blocks: Sequence[Block], order: int, known: Labels) -> str | None:
    """In a table whose labels stand side by side in a row: what stands in the row below, or in the row above where the
    table begins with values. None for a label with its value beside it."""
    around = blocks[max(0, order - 20) : order + 20]
    near = [b for b in around if b.place.page == block.place.page and b.table == block.table]
    row, column = block.row or 0, block.column or 0
    heads = {b.column for b in near if b.row == row and b.column is not None and _bare(b, known)} | {column}
    below = [b for b in near if b.row == row + 1 and b.column == column]
    if not any(
        head + 1 in heads for head in heads
    ):  # a label that nobody knows may stand beside it, above its own date
        beside = " ".join(b.filled for b in near if b.row == row and (b.column or 0) > column)
        dated = str(known.name_of(block.text)).endswith("-date") and not find_dates(beside)
        return below[0].filled if dated and len(below) == 1 and only_dates(below[0].filled) else None
    first = min(b.row or 0 for b in near)
    above = [b for b in near if b.row == row - 1 and b.column == column]
    if row == first + 1 and above and _holds_values([b for b in near if b.row == first], heads, known):
        said = " ".join(b.filled for b in above)
        if find_dates(said) or not str(known.name_of(block.text)).endswith("-date"):
            return said
    if below and below[0].filled and not below[0].label and not is_label(below[0], known):
        return below[0].filled
    return None


def _holds_values(row: Sequence[Block], heads: set[int], known: Labels) -> bool:
    """Whether the first row of a table has the values of the labels below it, and no title with a number in front."""
    return not any(_bare(b, known) for b in row) and 2 * len({b.column for b in row} & heads) > len(heads)


def name_by_row(block: Block, blocks: Sequence[Block], order: int, known: Labels) -> str | None:
    """What the label of a day means together with the head of its row, where neither says it alone ("Evaluation" |
    "Last: 3/4/2025 Next: 3/4/2028")."""
    if block.table is None or not block.column or not only_dates(block.filled):
        return None
    row = (block.place.page, block.table, block.row, 0)
    heads = [b for b in blocks[max(0, order - 8) : order] if (b.place.page, b.table, b.row, b.column) == row]
    if len(heads) != 1 or heads[0].label or len(heads[0].text.split()) > _HEAD_WORDS:
        return None
    name = known.name_of(f"{block.label} {heads[0].text}")
    return name if name and name.endswith("-date") else None


_HEAD_WORDS = 4  # of the head of a row


def _bare(block: Block, known: Labels) -> bool:
    return not block.label and is_label(block, known)


def _label_below(box: Box | None, other: Block, known: Labels) -> bool:
    """The next label stands right under this one, so nothing was written between them."""
    below = other.place.box
    return bool(box and below and not _same_row(box, below) and is_below(box, below) and is_label(other, known))


def _clear_between(blocks: Sequence[Block], start: int, end: int, block: Block) -> bool:
    return all(b.row != block.row or not b.filled for b in blocks[start + 1 : end])


def is_label(block: Block, known: Labels) -> bool:
    return bool(known.name_of(block.label or block.text)) if len(block.text) < 80 else False


def _same_row(a: Box, b: Box) -> bool:
    return abs(a.center[1] - b.center[1]) < max(a.height, b.height) * 0.6


def is_below(upper: Box, lower: Box) -> bool:
    """Right under it: within two line heights, sharing some width."""
    near = 0 <= lower.top - upper.bottom + 2 <= 2.2 * max(upper.height, 8)
    return near and lower.x0 < upper.x1 + 40 and upper.x0 < lower.x1
