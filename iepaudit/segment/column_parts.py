"""Parts of a plan that are one column of a table about something else, as the effect of the disability is beside the
present levels, and the services and courses toward a goal for life after school are beside that goal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from iepaudit.model.field import FieldState
from iepaudit.model.iep import Block, Section
from iepaudit.segment.known_headings import headings
from iepaudit.segment.rows_of import Row, rows_of, text_of

# By part, the parts in which such a table may stand.
_AMONG = {
    "strengths": ("present-levels", "impact", "parent-concerns", "other"),
    "parent-concerns": ("present-levels", "impact", "strengths", "parent-concerns", "other"),
    "impact": ("present-levels", "strengths", "parent-concerns", "other"),
    "postsecondary-goals": ("transition-services", "transition-assessment", "vision", "other"),
    "transition-services": ("postsecondary-goals", "transition-assessment", "vision", "other"),
    "course-of-study": ("postsecondary-goals", "transition-services", "transition-assessment", "vision", "other"),
    "supplementary-aids": ("nonparticipation", "placement", "special-education", "other"),
}
_LONGEST = 16  # words of a column head
_ASKS_LONG = ("impact",)  # whose column heads say in many words what they ask for
_LONGEST_ASKED = 28


def with_column_parts(sections: Sequence[Section], *, empty: bool) -> tuple[Section, ...]:
    """The sections, and behind the one that holds it each part that is a column of one of its tables and stands nowhere
    else: when `empty` only those without an answer, otherwise only those with one. The cells stay part of the outer
    section as well, their head as a printed word of the form."""
    missing = [key for key in _AMONG if all(s.key != key or (not empty and _is_untold(s)) for s in sections)]
    found: list[Section] = []
    heads: dict[int, Block] = {}
    for section in sections:
        found.append(section)
        for key in tuple(missing):
            columns = list(_columns(section.blocks, key)) if section.key in _AMONG[key] else []
            cells = tuple(block for _, own in columns for block in own)
            if columns and any(b.filled for b in cells) != empty:
                found.append(_section(key, columns[0][0], cells))
                heads |= {id(b): replace(b, filled="", template=b.text) for head, _ in columns for b in head}
                missing.remove(key)
    return tuple(replace(s, blocks=tuple(heads.get(id(b), b) for b in s.blocks)) for s in found)


def _is_untold(section: Section) -> bool:
    """Whether nothing was written in a part, or it holds no more than the column heads beside its own."""
    rows = {(b.place.page, b.table, b.row) for b in section.blocks}
    heads = len(rows) == 1 and all(line.bold for b in section.blocks for line in b.lines)
    return section.state is FieldState.TEMPLATE or (heads and all(b.table is not None for b in section.blocks))


def _section(key: str, head: Sequence[Block], cells: tuple[Block, ...]) -> Section:
    state = FieldState.FILLED if any(b.filled for b in cells) else FieldState.TEMPLATE
    return Section(key, text_of(head), head[0].place.page, state, cells, head[0].place)


def _columns(blocks: Sequence[Block], key: str) -> Iterator[tuple[Sequence[Block], list[Block]]]:
    """(head, cells below it) for each table that has such a column, as it may go on with the same heads on other pages:
    not its first one, unless heads are in bold."""
    for rows in rows_of(blocks):
        for number, row in enumerate(rows[:-1]):
            if number and len(rows[number - 1]) >= len(row):
                continue  # no first row, nor one below a title
            first = 0 if len(row) > 1 and _is_bold(row) else 1
            head = next((c for c in sorted(row)[first:] if _is_headed(row, c, key)), None)
            if head is not None:
                yield row[head], [b for below in rows[number + 1 :] for b in below.get(head, ())]
                break


def _is_bold(row: Row) -> bool:
    return all(line.bold for cell in row.values() for block in cell for line in block.lines)


def _is_headed(row: Row, column: int, key: str) -> bool:
    """Whether a row is one of column heads, of which this one names the part."""
    if any(b.label and b.filled for cell in row.values() for b in cell):
        return False
    if any(len(text_of(cell).split()) > _LONGEST for other, cell in row.items() if other != column):
        return False
    text, asks_long = text_of(row[column]), key in _ASKS_LONG
    match = headings().match(text) if len(text.split()) <= (_LONGEST_ASKED if asks_long else _LONGEST) else None
    return match is not None and match.key == key and not match.weak and (match.whole or asks_long)
