"""Rows of a form that nobody filled in: the words of a row's label, and those of the heads of a table, are the form's
own where nothing stands beside or below them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from iepaudit.model.document import Document, Table
from iepaudit.model.field import FieldState
from iepaudit.model.iep import Block, Section
from iepaudit.segment.known_headings import headings
from iepaudit.segment.known_labels import goal_labels, is_caption_alone, labels, reads_as_caption, service_labels
from iepaudit.segment.prompts import is_prompt

_LONGEST = 25  # words of a label
_LONGEST_HEAD = 8  # words of a column head
_BARE = 2  # rows
_TITLE_AND_HEADS = 2  # rows
_HEADS = 3  # cells at least, of a row of heads


def without_empty_rows(document: Document, sections: Sequence[Section]) -> tuple[Section, ...]:
    """The sections, with the labels of empty rows and the heads of empty tables as printed words; a block that several
    sections share stays one."""
    tables = {(page.number, n): table for page in document.pages for n, table in enumerate(page.tables)}
    empty = {place: _empty_rows(table) for place, table in tables.items()}
    asked: Mapping[int, Block] = {
        id(block): replace(block, filled="", template=block.text)
        for section in sections
        for block in section.blocks
        if block.filled
        and not block.label
        and block.table is not None
        and block.row in empty.get((block.place.page, block.table), ())
    } | {id(block): replace(block, filled="", template=block.text) for s in sections for block in _captions_last(s)}
    if not asked:
        return tuple(sections)
    return tuple(_with(asked, section) for section in sections)


def _captions_last(section: Section) -> list[Block]:
    """The lines outside of tables with which a section ends and that ask for a day or a signature: nothing stands below
    them that could be the answer."""
    filled = [block for block in section.blocks if block.filled]
    last = takewhile(lambda b: b.table is None and not b.label and is_caption_alone(b.text), reversed(filled))
    return list(last)


def _with(asked: Mapping[int, Block], section: Section) -> Section:
    blocks = tuple(asked.get(id(b), b) for b in section.blocks)
    if blocks == section.blocks or section.state is not FieldState.FILLED or any(b.filled for b in blocks):
        return replace(section, blocks=blocks)
    return replace(section, blocks=blocks, state=FieldState.TEMPLATE)


def _empty_rows(table: Table) -> frozenset[int]:
    rows = [[cell.text.strip() if cell else None for cell in row] for row in table.rows]
    found = {n for n, row in enumerate(rows) if len(row) == 2 and row[1] == "" and row[0] and _is_caption(row[0])}
    filled = [n for n, row in enumerate(rows) if any(row)]
    if filled and filled[-1] < _TITLE_AND_HEADS and all(map(_are_heads, map(rows.__getitem__, filled))):
        found |= set(filled)
    if filled == [0] and len(rows) > 1 and _may_be_heads(rows[0]):
        found.add(0)
    if rows and len(rows[0]) >= _HEADS and _are_heads(rows[0], all_known=True):
        found.add(0)
    return frozenset(found | _only_labels(rows))


def _only_labels(rows: Sequence[Sequence[str | None]]) -> set[int]:
    """All rows of a table of three or more columns in which nothing but labels stands in the first, below its heads."""
    bare = [n for n, row in enumerate(rows) if len(row) > 2 and row[0] and "" in row[1:] and not any(row[1:])]
    if len(bare) < _BARE or bare != list(range(bare[0], len(rows))) or not 0 < bare[0] <= _TITLE_AND_HEADS:
        return set()
    captions = sum(_is_caption(text) for n in bare if (text := rows[n][0]))
    heads = [text for text in rows[bare[0] - 1] if text]
    short = len(heads) >= _HEADS and all(len(t.split()) <= _LONGEST_HEAD and not re.search(r"\d", t) for t in heads)
    return set(range(len(rows))) if short and 2 * captions >= len(bare) else set()


def _is_caption(text: str) -> bool:
    if len(text.split()) > _LONGEST or re.search(r"\d", text) or text.endswith((".", "!")):
        return False
    known = headings().match(text) is not None or any(k.name_of(text) for k in (labels(), goal_labels()))
    return known or is_prompt(text) or reads_as_caption(text)


def _may_be_heads(row: Sequence[str | None]) -> bool:
    """Whether a row above nothing but empty ones reads as their heads: short, without figures, one of them known."""
    short = all(text and len(text.split()) <= _LONGEST_HEAD and not re.search(r"[\d.!]", text) for text in row)
    known = (service_labels(), goal_labels(), labels())
    return len(row) >= _HEADS and short and any(k.name_of(text) for text in row if text for k in known)


def _are_heads(row: Sequence[str | None], *, all_known: bool = False) -> bool:
    texts = [text for text in row if text]
    named = [t for t in texts if any(k.name_of(t) for k in (service_labels(), goal_labels(), labels()))]
    spanned = row.count(None)  # cells that are part of the one before them, or of the one above
    if len(texts) + spanned < len(row) or len(texts) < 2:
        return False
    return named == texts if all_known or len(texts) < _HEADS else 3 * len(named) >= 2 * len(texts)
