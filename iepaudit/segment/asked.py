"""Questions of a table of special factors, told from what somebody wrote: a cell with no more than "Yes" or "No" in
the next one is the form's own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from iepaudit.model.iep import Block, Section

_ANSWER = re.compile(r"\W*(?:yes|no|y|n|s[ií]|n/a)(?:\W+(?:yes|no|s[ií]))?\W*", re.IGNORECASE)


def without_questions(sections: Sequence[Section]) -> tuple[Section, ...]:
    """The sections, with the questions of the special factors as printed words; a block that several sections share
    stays one."""
    asked = {
        id(block): replace(block, filled="", template=block.text)
        for section in sections
        if section.key == "special-factors"
        for block, beside in pairwise(section.blocks)
        if _asks(block, beside)
    }
    if not asked:
        return tuple(sections)
    return tuple(replace(s, blocks=tuple(asked.get(id(b), b) for b in s.blocks)) for s in sections)


def _asks(block: Block, beside: Block) -> bool:
    if block.row is None or block.column != 0 or block.label or beside.label or re.search(r"\d", block.text):
        return False
    same_row = (block.place.page, block.table, block.row) == (beside.place.page, beside.table, beside.row)
    return same_row and beside.column != 0 and bool(block.filled) and bool(_ANSWER.fullmatch(beside.text))
