"""Parts that have no heading of their own, as aids and supports for staff often have none: the name of the part is a
label in front of a line or of what is said under another label, the head of a column, the first of the heads printed
once more in the middle of a service table, or a request with its answer below another heading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from iepaudit.model.field import FieldState
from iepaudit.model.iep import AIDS, Block, Section
from iepaudit.segment.known_headings import headings
from iepaudit.segment.known_labels import service_labels
from iepaudit.segment.objective_rows import objectives_in_rows
from iepaudit.segment.rows_of import Row, rows_of, text_of

# In the order of a plan.
_PARTS = ("objectives", "supplementary-aids", "personnel-supports", "transition-assessment", "nonparticipation", "team")
_ASKED = frozenset({"nonparticipation"})  # parts that a form asks for in a sentence
_REQUEST = re.compile(
    r"\b(?:explain|describe|state|indicate|specify|document|justify|extent|reasons?|why|"
    r"explique|describa|indique|especifique|justifique|medida|razones|por qué)\b",
    re.IGNORECASE,
)
_LONGEST_REQUEST = 70  # words
_OF_SERVICES = AIDS | {"related-services", "special-education", "esy"}
_GENERIC = re.compile(
    r"(?:type of )?services?(?: (?:type|provided|description))?|services? to be provided", re.IGNORECASE
)
# Heads of a list of people, which otherwise may be one of contacts or of providers: it has teachers among them.
_PEOPLE = re.compile(r"(?:.{0,40}\W)?(?:names?|members?|participants?)(?:\(s\))?(?:\W.{0,30})?", re.IGNORECASE)
_ROLES = re.compile(r"(?:.{0,20}\W)?(?:roles?|positions?|titles?|relationship)(?:\(s\))?(?:\W.{0,40})?", re.IGNORECASE)
_TEACHER = re.compile(r"\b(?:teacher|educator|maestr[oa])\b", re.IGNORECASE)
_LEAST_PEOPLE = 3
_LONGEST_HEAD = 12  # words
_LEAST_HEADS = 2  # of a service table, beside the name of the part


def with_inner_parts(sections: Sequence[Section]) -> tuple[Section, ...]:
    """The sections, and behind the one that holds it each such part that has no section of its own. Its blocks stay
    part of the outer section as well."""
    missing = [key for key in _PARTS if all(s.key != key for s in sections)]
    found: list[Section] = []
    for section in sections:
        found.append(section)
        for key in tuple(missing):
            if inner := _inner(section, key):
                found.append(inner)
                missing.remove(key)
    return tuple(found)


def under_their_heading(sections: Sequence[Section]) -> tuple[Section, ...]:
    """The sections; a table below a heading for services or aids whose first column is headed "Service" goes on under
    that heading, and opens no part of its own."""
    found: list[Section] = []
    for section in sections:
        above = found[-1] if found else None
        if above is not None and not above.blocks and above.key in _OF_SERVICES and _is_column_head(section):
            own, rest = _divided(section)
            found[-1] = replace(above, blocks=own, state=_state(own), why=section.why, doubtful=section.doubtful)
            found += rest
        else:
            found.append(section)
    return tuple(found)


def _divided(section: Section) -> tuple[tuple[Block, ...], list[Section]]:
    """The blocks of a section up to a line that names its part again, and a section of those below this line."""
    for number, block in enumerate(section.blocks):
        if block.table is None and _may_name(block.label or block.text, section.key):
            below = section.blocks[number + 1 :]
            return section.blocks[:number], [_section(section.key, block.text, below, block)]
    return section.blocks, []


def _may_name(text: str, key: str) -> bool:
    """Whether a line between two tables names a part, also in some of its words alone."""
    known = headings()
    match = known.match(text) or known.match_part(text) or known.match_loose(text)
    return len(text.split()) <= _LONGEST_HEAD and match is not None and match.key == key


def _is_column_head(section: Section) -> bool:
    """Whether what passed for the heading of a section only says that services stand below it."""
    if section.key != "special-education" or service_labels().name_of(section.heading) != "name":
        return False
    return bool(_GENERIC.fullmatch(section.heading.strip())) and any(b.table is not None for b in section.blocks)


def _inner(section: Section, key: str) -> Section | None:
    for before, block in zip((None, *section.blocks), section.blocks, strict=False):
        for label in filter(None, (block.label, _lead_of(block), _label_over_lines(before, block))):
            if _is_name(label, key):
                return _section(key, label, [block], block)
    if key in _ASKED and (answered := _answer_to_request(section.blocks, key)):
        return _section(key, answered[0].template, answered, answered[0])
    if key == "objectives" and (steps := objectives_in_rows(section.key, section.blocks)):
        return _section(key, section.heading, steps, steps[0])
    for rows in rows_of(section.blocks):
        if key == "team" and (people := _list_of_people(rows)):
            return _section(key, text_of(rows[0][min(rows[0])]), people, people[0])
        for number, row in enumerate(rows):
            head = next((c for c, cell in row.items() if _is_name(text_of(cell), key)), None)
            if head is None:
                continue
            below = list(_column_below(rows[number:], head)) or list(_rows_below(rows[number:], head))
            if below:
                return _section(key, text_of(row[head]), below, row[head][0])
    return None


def _answer_to_request(blocks: Sequence[Block], key: str) -> list[Block]:
    """A request of the form for a part ("FAPE: explain the extent to which ... will not participate with ...:") and the
    paragraphs of its answer; [] where none has one."""
    for number, block in enumerate(blocks):
        if _requests(block.template, key):
            said = takewhile(lambda b: b.filled and not b.template, blocks[number + 1 :])
            answer = [block, *(b for b in said if _cell(b) == _cell(block))]
            if any(b.filled for b in answer):
                return answer
        asked, colon, rest = block.filled.partition(": ")
        if colon and rest and _requests(asked, key):  # on one line with its answer
            return [replace(block, filled=rest, template=f"{block.template} {asked}".strip())]
    return []


def _requests(text: str, key: str) -> bool:
    match = headings().match(text) if text and len(text.split()) <= _LONGEST_REQUEST else None
    return match is not None and match.key == key and bool(_REQUEST.search(text))


def _cell(block: Block) -> tuple[int | None, int | None, int | None]:
    return block.table, block.row, block.column


def _list_of_people(rows: Sequence[Row]) -> list[Block]:
    """The blocks of a table of those who met, with what they are; [] for other tables."""
    for number, row in enumerate(rows):
        heads = [text_of(cell) for cell in row.values()]
        short = len(heads) > 1 and all(len(head.split()) <= _LONGEST_HEAD for head in heads)
        told = {service_labels().name_of(head) for head in heads} - {None, "name", "provider"}
        if short and not told and any(map(_PEOPLE.fullmatch, heads)) and any(map(_ROLES.fullmatch, heads)):
            blocks = [b for own in rows[number:] for cell in own.values() for b in cell]
            known = any(_TEACHER.search(b.place.quote) for b in blocks)
            return blocks if known and len(rows) - number > _LEAST_PEOPLE else []
    return []


def _label_over_lines(before: Block | None, block: Block) -> str:
    """A label of two lines in one cell ("Support for School" / "Staff: a visit each month")."""
    if before is None or before.label or not block.label or block.table is None:
        return ""
    cells = {(b.place.page, b.table, b.row, b.column) for b in (before, block)}
    return f"{before.text} {block.label}" if len(cells) == 1 else ""


def _lead_of(block: Block) -> str:
    """What stands before the first colon of a text."""
    lead, colon, rest = block.filled.partition(": ")
    return lead if colon and rest and len(lead.split()) <= _LONGEST_HEAD and "." not in lead else ""


def _section(key: str, heading: str, blocks: Sequence[Block], head: Block) -> Section:
    return Section(key, heading, head.place.page, _state(blocks), tuple(blocks), head.place)


def _state(blocks: Sequence[Block]) -> FieldState:
    return FieldState.FILLED if any(b.filled for b in blocks) else FieldState.TEMPLATE


def _is_name(text: str, key: str) -> bool:
    if len(text.split()) > _LONGEST_HEAD:
        return False
    match = headings().match(text)
    return bool(match and match.whole and not match.weak and match.key == key)


def _column_below(rows: Sequence[Row], head: int) -> Iterator[Block]:
    """What stands below the head of a column, where the other heads of the row are names of parts as well."""
    first = {column: text_of(cell) for column, cell in rows[0].items()}
    named = [text for text in first.values() if (match := headings().match(text)) and match.whole]
    if len(named) >= 2 and 2 * len(named) > len(first) and all(len(t.split()) <= _LONGEST_HEAD for t in first.values()):
        for row in rows[1:]:
            yield from row.get(head, ())


def _rows_below(rows: Sequence[Row], head: int) -> Iterator[Block]:
    """The rows below the heads of a service table of which the first is the name of the part, up to other heads."""
    if head != 0 or len(_service_heads(rows[0])) < _LEAST_HEADS:
        return
    for row in rows[1:]:
        if len(_service_heads(row)) >= _LEAST_HEADS:
            return
        yield from (block for cell in row.values() for block in cell)


def _service_heads(row: Row) -> list[str]:
    names = (service_labels().name_of(text_of(cell)) for column, cell in row.items() if column)
    return [name for name in names if name]
