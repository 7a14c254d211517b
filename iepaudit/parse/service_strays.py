"""Services outside of the parts for them: a table told by its heads alone, a row or line labelled "Service"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from iepaudit.model.field import FieldState
from iepaudit.model.iep import AIDS, Block, Section
from iepaudit.parse.measures import read_measure
from iepaudit.parse.service_cards import upright
from iepaudit.parse.service_fields import service_words
from iepaudit.parse.service_former import is_of_former
from iepaudit.parse.service_heads import Head, head_of
from iepaudit.parse.tables import Grid, GridCell, flat, grids_of
from iepaudit.segment.known_headings import headings
from iepaudit.segment.known_labels import service_labels

# Parts whose tables and lines also say how much and how often, of something else.
_OTHERS = frozenset(
    AIDS | {"assessment", "progress-method", "progress-schedule", "behavior",
     "consent-notice", "amendment", "notes", "team", "transition-services", "nonparticipation", "placement"}
)  # fmt: skip
_AIDS = re.compile(r"\b(?:aids?|accommodations?|modifications?|adaptations?|assessments?|personnel)\b", re.IGNORECASE)
_SERVICE = re.compile(r"\bservices?\b|\bspecially designed instruction\b|\bSDI\b", re.IGNORECASE)


def stray_services(sections: Sequence[Section], own: Sequence[Section]) -> tuple[Section, ...]:
    """What such tables and lines hold, each as a section; nothing of what stands in `own`, the parts for services."""
    seen = {id(b) for s in own for b in s.blocks}
    seen |= {id(b) for s in sections if s.key in _OTHERS or is_of_former(s) for b in s.blocks}
    found: list[Section] = []
    for section in sections:
        blocks = [b for b in section.blocks if id(b) not in seen]
        seen.update(id(b) for b in blocks)
        tables = [grid for grid in map(upright, grids_of(blocks)) if _lists_services(grid)]
        for grid in tables:
            found.append(_section([*_caption(grid, blocks), *grid.blocks]))
        taken = {id(b) for grid in tables for b in grid.blocks}
        lines = list(_labelled([b for b in blocks if id(b) not in taken]))
        if lines:
            found.append(_section(lines))
    return tuple(found)


def without_reports(section: Section, sections: Sequence[Section]) -> Section:
    """A part for services without the tables of a part about reports on progress that stands in it: they say how often
    and from when to when as well, and name no services."""
    own = {id(b) for b in section.blocks}
    inner = {id(b) for s in sections if s.key in _REPORTS and len(s.blocks) < len(own) for b in s.blocks}
    kept = {(b.place.page, b.table) for b in section.blocks if id(b) not in inner}
    blocks = tuple(
        b for b in section.blocks
        if id(b) not in inner or b.table is None or (b.place.page, b.table) in kept
    )  # fmt: skip
    return replace(section, blocks=blocks)


_REPORTS = frozenset({"progress-schedule", "progress-method"})


def services_among_aids(sections: Sequence[Section]) -> tuple[Section, ...]:
    """Tables of services that follow one of aids in the same part, with no heading of their own between the two."""
    found: dict[tuple[int, int], Section] = {}
    for section in (s for s in sections if s.key in AIDS):
        grids = list(grids_of(section.blocks))
        aids = [n for n, grid in enumerate(grids) if names_aids(" ".join(_heads(grid)))]
        for number, grid in enumerate(grids):
            if aids and number > aids[0] and number not in aids and _lists_services(grid):
                found[grid.page, grid.table] = _section(grid.blocks)
    return tuple(found.values())


def ends_label_of_aids(section: Section, sections: Sequence[Section]) -> bool:
    """Whether the heading of a part is the second line of a label beside a value: "Supplementary Aids and   Break card"
    above "Services   check-in each morning"."""
    first = section.blocks[0] if section.blocks else None
    for own in (s.blocks for s in sections if s.key in AIDS):
        at = next((n for n, b in enumerate(own) if b is first), 0)
        line = own[at - 1].lines[-1].text if at and own[at - 1].lines else ""
        label, gap, _ = line.partition("   ")
        match = headings().match(f"{label} {section.heading}") if gap else None
        if match and match.whole and match.key in AIDS:
            return True
    return False


def names_aids(text: str) -> bool:
    """Whether the head of a column speaks of aids, accommodations or supports for personnel."""
    return _AIDS.search(text) is not None


def _heads(grid: Grid) -> list[str]:
    """What stands over the columns of a table."""
    head = head_of(grid)
    rows = grid.rows[: head.row + 1] if head is not None and head.row >= 0 else grid.rows[:1]
    return [cell.printed for row in rows for cell in row.values()]


def _section(blocks: Sequence[Block]) -> Section:
    first = blocks[0]
    return Section("special-education", "", first.place.page, FieldState.FILLED, tuple(blocks), first.place)


def _lists_services(grid: Grid) -> bool:
    """Whether the heads are those of a service table, and most rows name a service and say how many minutes."""
    head = head_of(grid)
    if head is None or head.row < 0:
        return False
    told = {*head.names.values(), *(meaning for meaning, _ in head.each.values())}
    printed = head.printed.get(head.name, "")
    if not told & {"location", "start", "end", "dates", "provider"} or names_aids(printed):
        return False
    rows = [row for row in grid.rows[head.row + 1 :] if head.name in row]
    return bool(rows) and 2 * sum(_is_service(row[head.name].text, _row_texts(row, head)) for row in rows) > len(rows)


def _row_texts(row: Mapping[int, GridCell], head: Head) -> list[str]:
    """What a row says under the heads of how much and how often."""
    columns = [c for c, meaning in head.names.items() if meaning in ("amount", "frequency")]
    return [flat(row[c].text) for c in (*columns, *head.each) if c in row]


def _is_service(name: str, texts: Sequence[str]) -> bool:
    timed = any(c.isdigit() for text in texts for c in text)
    return timed and bool(service_words("service").search(flat(name)))


def _caption(grid: Grid, blocks: Sequence[Block]) -> list[Block]:
    """The line above a table, which may date all that it lists."""
    first = next(n for n, b in enumerate(blocks) if b is grid.blocks[0])
    above = blocks[first - 1] if first else None
    return [above] if above is not None and above.table is None and len(above.filled.split()) <= 30 else []


def _labelled(blocks: Sequence[Block]) -> Iterable[Block]:
    """ "Service: reading instruction, 30 minutes, 5 times a week, ...", as a line or as a row of two cells."""
    for block in blocks:
        if block.label and _names_service(block.label) and _promises(block.filled):
            yield replace(block, label="")
    for grid in grids_of(blocks):
        for row in grid.rows:
            cells = [row[c] for c in sorted(row)]
            if len(cells) == 2 and _names_service(flat(cells[0].printed)):
                for block in cells[1].blocks:
                    if not block.label and _promises(block.filled):
                        yield block


def _names_service(label: str) -> bool:
    if service_labels().name_of(label) != "name" or not _SERVICE.search(label):
        return False
    match = headings().match(label)
    return not (match and match.key in _OTHERS)


def _promises(text: str) -> bool:
    measure = read_measure(flat(text))
    return bool(measure.amount and measure.frequency) and len(text.split()) < 60
