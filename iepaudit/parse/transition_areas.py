"""Areas of life after school that a plan's table or labels name, and those under which nothing was written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from iepaudit.model.document import UNCLEAR_BOX
from iepaudit.model.field import Place
from iepaudit.model.iep import Block
from iepaudit.parse.patterns import pattern

AREAS = ("employment", "education", "independent_living")
_HEAD_WORDS = 8  # a row or column head that names an area has no more
Cell = tuple[int, int | None, int | None]  # page, table, and a row or column


def area_of_life(text: str) -> str:
    """employment, education or independent_living by the first word that tells; "" when none does."""
    best: tuple[int, str] | None = None
    for name in AREAS:
        match = pattern("transition", name).search(text)
        if match and (best is None or match.start() < best[0]):
            best = (match.start(), name)
    return best[1] if best else ""


def shared_areas(label: str) -> frozenset[str]:
    """The areas that one label asks about together, none when it asks about one."""
    named = frozenset(area for area in AREAS if pattern("transition", f"asks_{area}").search(label))
    return named if len(named) > 1 else frozenset()


def states_goal(text: str) -> bool:
    """Whether words say what somebody will do, or hopes to do, later in life."""
    return any(pattern("transition", name).search(text) for name in ("outcome", "wish"))


def head_area(block: Block) -> str:
    """The area that a block names and says nothing else about."""
    text = block.label if block.label and not block.filled else block.text
    said = bool(block.label and block.filled) or states_goal(text)
    if said or len(text.split()) > _HEAD_WORDS:
        return ""
    return area_of_life(text)


def asked_areas(blocks: Sequence[Block]) -> frozenset[int]:
    """The ids of blocks whose labels ask for goals after school, where such labels ask for learning and for work; among
    labels for kinds of services ("Instruction", "Community experiences") they ask for services."""
    if any(b.label and pattern("transition", "kinds-of-services").fullmatch(b.label.strip()) for b in blocks):
        return frozenset()
    named = {id(b): area for b in blocks if b.label and (area := _label_area(b.label))}
    return frozenset(named) if {"education", "employment"} <= set(named.values()) else frozenset()


def _label_area(label: str) -> str:
    """The first area that a short label asks about; none for one that asks for an assessment."""
    if len(label.split()) > _HEAD_WORDS or re.search("assess|evalua", label, re.IGNORECASE):
        return ""
    return next((area for area in AREAS if pattern("transition", f"asks_{area}").search(label)), "")


def row_areas(blocks: Sequence[Block]) -> dict[Cell, str]:
    """By page, table and row, the area of life that the first cell of the row names and nothing else."""
    return {
        (b.place.page, b.table, b.row): area for b in blocks if b.column == 0 and (area := head_area(b))
    }  # fmt: skip


def column_areas(blocks: Sequence[Block]) -> dict[Cell, str]:
    """By page, table and column, the area in a row of heads that names at least two."""
    rows: dict[Cell, dict[int, str]] = {}
    for block in blocks:
        if block.table is not None and block.column is not None and (area := head_area(block)):
            rows.setdefault((block.place.page, block.table, block.row), {})[block.column] = area
    return {
        (page, table, column): area
        for (page, table, _), own in rows.items() if len(set(own.values())) > 1
        for column, area in own.items()
    }  # fmt: skip


def left_empty(blocks: Sequence[Block]) -> dict[str, Place]:
    """Areas whose own row, column or label is there with nothing in it, and where the label stands. In a table some
    other area is answered, so that the place of the answers is known."""
    found: dict[str, Place] = {}
    for area, place in (*_empty_cells(blocks), *_empty_labels(blocks)):
        found.setdefault(area, place)
    return found


def _empty_cells(blocks: Sequence[Block]) -> Iterator[tuple[str, Place]]:
    tables: dict[tuple[int, int], list[Block]] = {}
    for block in blocks:
        if block.table is not None:
            tables.setdefault((block.place.page, block.table), []).append(block)
    for own in tables.values():
        if any(UNCLEAR_BOX in b.text for b in own):
            continue
        columns = column_areas(own)
        if columns:
            yield from _unanswered(own, columns, by_row=False)
        else:
            yield from _unanswered(own, row_areas(own), by_row=True)


def _unanswered(own: Sequence[Block], areas: dict[Cell, str], *, by_row: bool) -> Iterator[tuple[str, Place]]:
    heads: dict[Cell, Block] = {}
    answered: set[Cell] = set()
    for block in own:
        cell = (block.place.page, block.table, block.row if by_row else block.column)
        if cell in areas and head_area(block) and (not by_row or block.column == 0):
            heads.setdefault(cell, block)
        elif cell in areas and (block.filled or block.label):
            answered.add(cell)
    if by_row and not answered:  # the answer stands in the row below the area's name
        rows = sorted({(b.row or 0) for b in own})
        named = {cell[2]: cell for cell in areas}
        followed = {row for row, below in pairwise(rows) if below not in named}
        answered = {cell for row, cell in named.items() if row in followed}
    if not answered:
        return
    for cell, head in heads.items():
        if cell not in answered and not any(areas[other] == areas[cell] for other in answered):
            yield areas[cell], head.place


def _empty_labels(blocks: Sequence[Block]) -> Iterator[tuple[str, Place]]:
    lines = [b for b in blocks if b.table is None]
    for block, below in pairwise((*lines, None)):
        assert block is not None
        named = "" if block.filled else block.label
        if not block.label and block.text.rstrip().endswith(":"):
            named = block.text
        area = area_of_life(named) if named and len(named.split()) <= _HEAD_WORDS else ""
        if area and UNCLEAR_BOX not in block.text and (below is None or below.label or head_area(below)):
            yield area, block.place
