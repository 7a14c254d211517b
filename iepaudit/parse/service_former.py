"""Services that a child had and has no more: those of the plan before, and rows marked as ended."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from iepaudit.model.iep import Block, Section
from iepaudit.parse.measures import read_measure
from iepaudit.parse.service_fields import service_words
from iepaudit.parse.tables import Grid, GridCell, flat, grids_of
from iepaudit.segment.known_labels import service_labels

_LONGEST_HEADING = 16  # words
_LONGEST_STATUS = 12  # words
_BEHIND_NAME = re.compile(r"\s*(?:[(\[]|[:,;]|\s[-–—]+\s|\n)\s*")


def current_sections(sections: Sequence[Section]) -> tuple[Section, ...]:
    """The parts without the services that are given no more; all of them where nothing else would be left, since a
    heading may then have been misread."""
    former = {id(b) for b in _former(sections)}
    if not former:
        return tuple(sections)
    kept = tuple(replace(s, blocks=tuple(b for b in s.blocks if id(b) not in former)) for s in sections)
    figures = any(c.isdigit() for s in kept for b in s.blocks for c in b.filled)
    return kept if figures else tuple(sections)


def with_headings_before(sections: Sequence[Section]) -> tuple[Section, ...]:
    """The parts of a plan, where a heading about former services with nothing of its own below it is the first line of
    the part that its table begins."""
    found: list[Section] = []
    for section in sections:
        before = found[-1] if found else None
        if before is not None and not before.blocks and before.heading_place and _speaks_of_former(before.heading):
            line = Block("", before.heading, before.heading, "", before.heading_place, ())
            section = replace(section, blocks=(line, *section.blocks))
        found.append(section)
    return tuple(found)


def is_of_former(section: Section) -> bool:
    """Whether the heading of a part opens the services of the plan before."""
    return _speaks_of_former(section.heading)


def is_ended(text: str) -> bool:
    """Whether a sentence says that a service is given no more."""
    return bool(service_words("ended-sentence").search(text))


def _former(sections: Sequence[Section]) -> Iterator[Block]:
    names = [flat(row[min(row)].text).lower() for s in sections for g in grids_of(s.blocks) for row in g.rows if row]
    for section in sections:
        whole = _speaks_of_former(section.heading)
        tables = {id(b): grid for grid in grids_of(section.blocks) for b in grid.blocks}
        opened = whole  # by the last line in front of a table
        done: set[int] = set()
        for block in section.blocks:
            grid = tables.get(id(block))
            if grid is None:
                opened = _speaks_of_former(block.text) or (opened and not _opens_others(block))
                if opened and not _speaks_of_former(block.text):
                    yield block
            elif id(grid) not in done:
                done.add(id(grid))
                yield from grid.blocks if opened else _former_rows(grid, names)
                opened = whole


def _speaks_of_former(text: str) -> bool:
    """Whether a heading, or a line in its place, opens the services of the plan before."""
    short = len(text.split()) <= _LONGEST_HEADING and not read_measure(text).amount
    said = service_words("former").search(text) if short else None
    return bool(said) and not service_words("compared").search(text)


def _opens_others(block: Block) -> bool:
    """Whether a line without figures speaks of services again: of those of now."""
    text = flat(block.text)
    plain = len(text.split()) <= _LONGEST_HEADING and not any(c.isdigit() for c in text)
    return plain and service_words("service").search(text) is not None


def _former_rows(grid: Grid, names: Sequence[str]) -> Iterator[Block]:
    """What stands in rows that are marked as ended, or below a row that opens former services."""
    former = False
    for number, row in enumerate(grid.rows):
        if len(row) == 1:
            text = flat(next(iter(row.values())).printed)
            former = _speaks_of_former(text)
        elif number and len(grid.heads(number, service_labels())) >= 2:
            former = former and len(grid.rows[number - 1]) == 1
            continue
        if former or _is_over(row, names):
            yield from (b for cell in row.values() for b in cell.blocks)


def _is_over(row: dict[int, GridCell], names: Sequence[str]) -> bool:
    """Whether a row is marked as ended, or as one that stands once more among the services of now."""
    if len(row) < 2:
        return False
    first = min(row)
    for column, cell in row.items():
        text = flat(cell.text)
        if column == first:
            behind = [text[m.end() :] for m in _BEHIND_NAME.finditer(text)]
            if any(_says_ended(part) for part in behind):
                return True
        elif len(text.split()) <= _LONGEST_STATUS:
            if _says_ended(text):
                return True
            if service_words("told-elsewhere").match(text) and names.count(flat(row[first].text).lower()) > 1:
                return True
    return False


def _says_ended(text: str) -> bool:
    """ "Discontinued - goal met", "Ended 5/1/2026", and not "Removed from the classroom"."""
    said = service_words("ended").match(text)
    return said is not None and _STATUS_ENDS.match(text, said.end()) is not None


_STATUS_ENDS = re.compile(
    r"\s*(?:$|[-–—:;,.()\d]|\s(?:on|by|as of|per|due|since|effective|at|after|because|when|in (?:\w+ )?\d)\b)",
    re.IGNORECASE,
)
