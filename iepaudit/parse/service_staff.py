"""Supports for the staff that a form asks for as it does for services: in parts or rows of tables of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from iepaudit.model.field import FieldState
from iepaudit.model.iep import Block, Section
from iepaudit.parse.service_heads import head_of
from iepaudit.parse.service_kinds import CATEGORY, named_without_kind
from iepaudit.parse.service_strays import names_aids
from iepaudit.parse.tables import Grid, GridCell, flat, grids_of
from iepaudit.segment.known_headings import headings

_STAFF = "personnel-supports"


def with_staff(own: Sequence[Section], sections: Sequence[Section]) -> list[Section]:
    """The parts for services and those for supports of the staff, in order; of these what no part for services or of
    the same heading holds as well."""
    given = {id(b) for s in own for b in s.blocks}
    rows = list(_in_tables(sections, given))
    given |= {id(b) for s in rows for b in s.blocks}
    shared = {s.heading for s in sections if s.key == "supplementary-aids"}
    staff = [
        replace(s, blocks=tuple(b for b in s.blocks if id(b) not in given))
        for s in sections
        if s.key == _STAFF and s.heading not in shared
    ]
    order = {id(s.heading_place or s): n for n, s in enumerate(sections)}
    return [*sorted([*own, *staff], key=lambda s: order.get(id(s.heading_place or s), -1)), *rows]


def _in_tables(sections: Sequence[Section], given: set[int]) -> Iterator[Section]:
    """Rows about the staff in a table whose heads stand over another part ("Supplementary aids"), each table's with
    its heads; none of what a part for services holds."""
    blocks = {id(b): b for s in sections for b in s.blocks if b.table is not None}
    for grid in grids_of(list(blocks.values())):
        head = head_of(grid)
        if head is None or head.row < 0:
            continue
        of_services = not names_aids(head.printed.get(head.name, ""))
        rows = [b for b in _about_staff(grid, of_services) if id(b) not in given]
        if rows:
            heads = [b for row in grid.rows[: head.row + 1] for cell in row.values() for b in cell.blocks]
            over = {id(b) for b in heads}
            place = rows[0].place
            own = (*heads, *(b for b in rows if id(b) not in over))
            yield Section(_STAFF, "", grid.page, FieldState.FILLED, own, place)


def _about_staff(grid: Grid, of_services: bool) -> Iterator[Block]:
    """The blocks of rows below a bar that names supports for the staff, up to the next bar, and, among services, of
    rows that are named so themselves."""
    below = False
    for row in grid.rows:
        name = row[min(row)]
        if len(row) == 1:
            below = _part(flat(name.printed)) == _STAFF
        elif below or (of_services and _is_named_so(name)):
            yield from (b for cell in row.values() for b in cell.blocks)


def _is_named_so(name: GridCell) -> bool:
    return named_without_kind(name)[1] == CATEGORY[_STAFF]


def _part(text: str) -> str:
    match = headings().match(text)
    return match.key if match and match.whole else ""
