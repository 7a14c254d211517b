"""Parts that begin with the label of a row in a list of labels with their answers beside them, where nobody answered:
the rows below that have answers are about other things."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from iepaudit.model.document import Document, Table
from iepaudit.model.field import FieldState
from iepaudit.model.geometry import Box
from iepaudit.model.iep import Block, Section
from iepaudit.segment.known_labels import labels

_LONGEST = 16  # words of a label
_PART_OF_LIST = re.compile(r"\d|\b(?:grade|year|semester|term|fall|spring|freshman|sophomore|junior|senior)\b", re.I)


def without_rows_below(document: Document, sections: Sequence[Section]) -> tuple[Section, ...]:
    """The sections, those that begin with such a row without the rows below it, as long as these stay in another
    section."""
    tables = {(page.number, n): table for page in document.pages for n, table in enumerate(page.tables)}
    cells = {(b.place.page, b.place.box): b for s in sections for b in s.blocks if b.table is not None}
    return tuple(_cut(section, sections, cells, tables) for section in sections)


def _cut(
    section: Section,
    sections: Sequence[Section],
    cells: Mapping[tuple[int, Box | None], Block],
    tables: Mapping[tuple[int, int], Table],
) -> Section:
    place = section.heading_place
    opener = cells.get((place.page, place.box)) if place is not None else None
    if opener is None or opener.table is None or opener.row is None or opener.column != 0 or not section.blocks:
        return section
    table = tables.get((opener.place.page, opener.table))
    own = (opener.place.page, opener.table)
    below = [b for b in section.blocks if (b.place.page, b.table) == own and (b.row or 0) > opener.row]
    if table is None or not below or not _is_unanswered(table, opener.row):
        return section
    elsewhere = {id(b) for s in sections if s is not section for b in s.blocks}
    at = section.blocks.index(below[0])
    rest, gone = section.blocks[:at], section.blocks[at:]
    if any(id(b) not in elsewhere for b in gone) or any(b.filled for b in rest):
        return section
    return replace(section, blocks=rest, state=FieldState.TEMPLATE)


def _is_unanswered(table: Table, row: int) -> bool:
    """Whether a row holds a label and an empty place beside it, in a list whose rows above and below have answers."""
    rows = [[cell.text.strip() if cell else None for cell in own] for own in table.rows]
    if row + 1 >= len(rows) or "" not in rows[row][1:] or any(rows[row][1:]):
        return False
    alike = [n for n, own in enumerate(rows) if _shape(own) == _shape(rows[row])]
    answered = [n for n in alike if rows[n][0] and rows[n][1]]
    if not any(n < row for n in answered) or row + 1 not in answered:
        return False
    label = rows[row + 1][0] or ""
    return len(label.split()) <= _LONGEST and not (_PART_OF_LIST.search(label) or labels().name_of(label) == "grade")


def _shape(row: Sequence[str | None]) -> tuple[bool, ...]:
    return tuple(cell is None for cell in row)
