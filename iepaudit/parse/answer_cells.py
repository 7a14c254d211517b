"""Answers in the cells beside a question: boxes with their words, a word, or a mark in the column of an answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from iepaudit.model.iep import Answer, Block
from iepaudit.parse.answers import BOXES, MARK, OPTION, YES, from_options, is_answer_word, not_needed
from iepaudit.parse.patterns import pattern
from iepaudit.parse.question_runs import PAIR
from iepaudit.parse.questions import Asks

_BEFORE, _BEHIND, _ABOVE = 4, 8, 160  # blocks around a question in which its row and the heads of its table stand
_HEAD = 4  # words of a column head


def answer_in_row(blocks: Sequence[Block], position: int, asks: Asks) -> Answer | None:
    """The answer in the cells behind the question at `position`, up to the next one, or before it. `asks`: what a text
    asks about, if anything."""
    block = blocks[position]
    if block.table is None:
        return None
    row = [b for b in of_table(blocks[max(0, position - _BEFORE) : position + _BEHIND], block) if b.row == block.row]
    above = blocks[max(0, position - _ABOVE) : position]
    heads, talked_of = _heads(above, block), _talked_of(above, block)
    row = [b for b in row if b.column not in talked_of]
    own = block.column or 0
    behind = takewhile(lambda b: not asks(b.place.quote), (b for b in row if (b.column or 0) > own))
    before = [b for b in row if (b.column or 0) < own]
    sides = list(behind), [] if any(asks(b.place.quote) for b in before) else before
    answers = (_in_cells(side, heads) for side in sides)
    return next((answer for answer in answers if answer is not None), None) or _in_first_cell(before)


def _in_first_cell(before: Sequence[Block]) -> Answer | None:
    """The answer by a pair of boxes with their words that opens the row of a question ("☐ Yes ☒ No | Is he blind?")."""
    cells = [b.place.quote.strip() for b in before]
    worded = [cell for cell in cells if re.search(r"[^\W\d_]", cell)]
    paired = PAIR.fullmatch(worded[0]) if len(worded) == 1 else None
    return from_options(OPTION.findall(paired.group())) if paired else None


def _in_cells(row: Sequence[Block], heads: dict[int | None, Answer]) -> Answer | None:
    cells = [b.place.quote.strip() for b in row]
    joined = _boxes_first([cell for cell in cells if cell in BOXES or is_answer_word(cell)])
    if joined and (answer := from_options(OPTION.findall(joined))):
        return answer
    said = {heads[b.column] for b in row if b.column in heads and MARK.fullmatch(b.place.quote.strip())}
    if said:
        return said.pop() if len(said) == 1 else Answer.BOTH
    words = [cell for cell in cells if _WORD.match(cell)]
    return (Answer.YES if YES.match(words[0]) else Answer.NO) if len(words) == 1 else None


_WORD = re.compile(r"(?:yes|no|s[ií]|y|n)(?:\s*[,:;–—-]\s|[.:]?$)", re.IGNORECASE)  # "Yes – a pencil grip"


def of_table(blocks: Sequence[Block], block: Block) -> list[Block]:
    return [b for b in blocks if b.table == block.table and b.place.page == block.place.page]


def _boxes_first(cells: Sequence[str]) -> str:
    """Cells of boxes and of words, in turn, as one text in which each box stands before its word; "" for others."""
    kinds = [cell in BOXES for cell in cells]
    if len(cells) < 4 or len(cells) % 2 or any(a == b for a, b in pairwise(kinds)):
        return ""
    pairs = zip(cells[::2], cells[1::2], strict=True)
    return " ".join(f"{a} {b}" if kinds[0] else f"{b} {a}" for a, b in pairs)


def _heads(above: Sequence[Block], block: Block) -> dict[int | None, Answer]:
    """The columns of a table whose heads are Yes and No, or Needed and Not needed; the heads may stand on the page
    before, where it begins."""
    found: dict[int | None, Answer] = {}
    place = None
    for item in reversed(above):
        if item.table is None or block.place.page - item.place.page > 1:
            continue
        answer = _of_head(item.place.quote)
        if answer is None:
            continue
        if place != (item.place.page, item.table, item.row):
            place, found = (item.place.page, item.table, item.row), {}
        found[item.column] = answer
        if len(found) == 2 and len(set(found.values())) == 2:
            return found
    return {}


def _talked_of(above: Sequence[Block], block: Block) -> set[int | None]:
    """The columns of a table that say whether a question was looked at, and not what came of it ("Considered")."""
    own = [b for b in of_table(above, block) if b.row != block.row and len(b.place.quote.split()) <= _HEAD]
    return {b.column for b in own if pattern("answers", "talked-of").fullmatch(b.place.quote.strip(" .:?"))}


def _of_head(text: str) -> Answer | None:
    """What a mark below a column head answers, if anything."""
    if is_answer_word(text):
        return Answer.YES if YES.match(text) else Answer.NO
    if any(box in text for box in BOXES) or len(text.split()) > _HEAD:
        return None
    if not_needed(text):
        return Answer.NO
    return Answer.YES if pattern("answers", "yes-option").fullmatch(text.strip(" .:?")) else None
