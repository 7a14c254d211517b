"""Services in tables: which columns say what, and each row as a service."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from iepaudit.model.field import Place
from iepaudit.model.iep import AIDS, Block
from iepaudit.parse.measures import read_measure
from iepaudit.parse.service_cells import hours_and_minutes, is_timed, put_marked, understood
from iepaudit.parse.service_columns import goes_on, is_part_of
from iepaudit.parse.service_cycles import per_cycle
from iepaudit.parse.service_fields import SPLIT_DATE, ServiceDraft, service_words
from iepaudit.parse.service_groups import (
    answers_no,
    begins_other_table,
    chosen_name,
    fields_in,
    is_declined,
    is_not_given,
    is_of_all,
    is_special,
    is_training,
    names_alone,
    provider_alone,
    special_time,
    with_provider,
    without_fields,
)
from iepaudit.parse.service_heads import Head, head_of
from iepaudit.parse.service_kinds import (
    CATEGORY,
    category_of,
    category_row,
    is_device,
    kind_in,
    lists_aids,
    named_category,
    named_without_kind,
)
from iepaudit.parse.service_places import place_in
from iepaudit.parse.tables import Grid, GridCell, flat
from iepaudit.segment.known_headings import headings
from iepaudit.segment.known_labels import service_labels
from iepaudit.segment.prompts import is_prompt

_NO_SERVICES = frozenset(AIDS | {"assessment", "nonparticipation", "placement", "annual-goals"})
GENERIC = re.compile(
    r"^(?:(?:length of (?:the |a )?)?(?:school|instructional|student) (?:day|week|hours|year)|bell schedule|"
    r"\d{1,3}(?:\.\d+)?\s*%|total|subtotal|n/?a|none|not applicable|services?$|not (?:needed|required|recommended)|"
    r"no\b|ninguno|before|previous(?:ly)?|formerly|was|"
    r"(?:other |service |placement |program )*(?:options?|alternatives) (?:\w+ ){0,2}"
    r"(?:considered|rejected|discussed|reviewed|not selected)|percent(?:age)?|"
    r"(?:amount of |total )?(?:minutes|hours|time) "
    r"(?:in|of|spent|away|apart|out|outside|removed|with(?:out)?)|away from|removal)"
    r"(?![\w-])[\s:.]*",
    re.IGNORECASE,
)
_SETTING_HEAD = re.compile(
    r"\b(?:(?:with)?in|outside(?: of)?)\s+(?:the\s+)?(?:general|regular|special)\s+education"
    r"(?:\s+(?:class(?:room)?|setting|environment))?"
    r"|\bin\s+other\s+settings",
    re.IGNORECASE,
)


def rows_of_others(blocks: Sequence[Block]) -> set[tuple[int, int | None, int | None]]:
    """(page, table, row) of rows that begin with the name of another part of a plan ("Supplementary aids and
    services" | "an adult goes along")."""
    found: set[tuple[int, int | None, int | None]] = set()
    for block in blocks:
        if block.table is not None and not block.label:
            match = headings().match(block.text)
            if match and match.whole and match.key in _NO_SERVICES:
                found.add((block.place.page, block.table, block.row))
    return found


def place_all(drafts: Sequence[ServiceDraft], heading: str) -> None:
    """A heading such as "Services in the General Education Classroom" says where the services below it take place."""
    said = _SETTING_HEAD.search(heading)
    for draft in drafts:
        if said and "location" not in draft.parts and not place_in(draft.text):
            draft.put("location", re.sub(r"^in\s+(?:the\s+)?", "", said.group(), flags=re.IGNORECASE), draft.place)


def from_grid(
    grid: Grid,
    category: str,
    before: Head | None,
    same_table: bool,
    heading: str = "",
    above: ServiceDraft | None = None,
) -> tuple[list[ServiceDraft] | None, Head | None]:
    """(services, column meanings); (None, ...) when the table is no service grid. A table without column heads
    that follows one with them, and has as many columns, goes on with them. Heads that stand in the middle of the
    table, as where two tables are drawn without a gap, hold for the rows below them. `heading` is that of the section,
    which may be the first column head itself; `above` the last service of a page that this table may go on from."""
    head = head_of(grid)
    if head is None:
        if before is None or not goes_on(grid, before, same_table):
            return None, before
        head = replace(before, row=-1)
    elif before is not None and is_part_of(head, before):
        head = replace(before, row=head.row)
    drafts: list[ServiceDraft] = []
    known = service_labels()
    kind = ""
    provider: GridCell | None = None  # in a row of its own above what he or she gives
    reading: Head | None = head
    group = head.printed.get(head.name) or heading
    if lists_aids(grid, head):
        category = CATEGORY["supplementary-aids"]
    for number, row in enumerate(grid.rows):
        if number <= head.row:
            continue
        again = grid.heads(number, known) if len(row) > 1 else {}
        if len(again) >= 2 and len(again) >= len(row) - 1:  # heads once more, over another kind of service
            category = named_category(row, category)
            group = flat(row[min(row)].printed)
            if dict(again) != {c: n for c, n in head.names.items() if c in again}:
                reading = head_of(replace(grid, rows=grid.rows[number:]))
            continue
        if reading is None:
            continue
        if begins_other_table(row, reading):
            reading = None
            continue
        category = category_row(row, category)
        if is_of_all(group) and not is_special(row):
            continue
        if by := provider_alone(row, reading):
            provider = by
            continue
        if reading.group is not None and reading.group in row:
            if service_words("no-model").fullmatch(flat(row[reading.group].text)):
                continue  # a class of all children
            kind = flat(row[reading.group].text or row[reading.group].printed) or kind
        own = category_of(kind, category) if reading.group is not None else category
        if not (row := special_time(row, reading)):
            continue
        below = fields_in(row[reading.name]) if reading.name in row else {}
        if below:
            rest = without_fields(row[reading.name])
            row = {c: cell for c, cell in row.items() if c != reading.name} | ({reading.name: rest} if rest else {})
            if not row and drafts:
                put_all(drafts[-1], below)
                continue
        for cells in _sub_rows(row, reading):
            last = drafts[-1] if drafts else above if names_alone(cells, reading) else None
            draft = _row(cells, reading, own, last, kind)
            measured = draft is not None and is_timed(cells, reading) and read_measure(draft.text).frequency
            if draft and (
                len(reading.names) + len(reading.each) != 2 or measured or service_words("service").search(draft.name)
            ):
                drafts.append(draft)
                put_all(draft, below)
                place_all([draft], group)
                if provider is not None and "provider" not in draft.parts:
                    draft.put("provider", flat(provider.text), provider.place)
    over = " ".join(cell.printed for row in grid.rows[: max(head.row, 0)] for cell in row.values())
    drafts = chosen_of(drafts)
    place_all(drafts, over)
    return drafts, head


def put_all(draft: ServiceDraft, told: Mapping[str, tuple[str, Place]]) -> None:
    for meaning, (value, place) in told.items():
        draft.put(meaning, value, place)
        draft.text = f"{draft.text} | {value}"


def chosen_of(drafts: Sequence[ServiceDraft]) -> list[ServiceDraft]:
    """The services of a table without those that it only names, where it says more of others: a form prints them to
    choose from."""
    told = [len(draft.parts) > 1 for draft in drafts]
    return [d for d in drafts if d.parts or d.weekly] if any(told) else list(drafts)


_IN_BREAK = re.compile(r"ESY\b|extended (?:school )?year\b|summer\b", re.IGNORECASE)


def _sub_rows(row: dict[int, GridCell], head: Head) -> Iterator[dict[int, GridCell]]:
    """A row whose cells hold several services on several lines, paired by height; else the row itself."""
    name_column = head.name
    cell = row.get(name_column)
    if cell is None or len(cell.blocks) < 2:
        yield row
        return
    others = [c for k, c in row.items() if k != name_column and c.text]
    named = [b for b in cell.blocks if b.filled]
    if len(named) < 2 or not others or max(len(c.blocks) for c in others) < len(named):
        yield row
        return
    tops = [b.place.box.top if b.place.box else 0.0 for b in named]
    for index, block in enumerate(named):
        low = tops[index] - 4
        high = tops[index + 1] - 4 if index + 1 < len(tops) else float("inf")
        part: dict[int, GridCell] = {}
        for column, other in row.items():
            own = [b for b in other.blocks if b.place.box is None or low <= b.place.box.top < high]
            if column == name_column:
                own = [block]
            if own:
                text = "\n".join(b.filled for b in own if b.filled)
                part[column] = GridCell(text, " ".join(b.place.quote for b in own), own[0].place, tuple(own))
        yield part


def _row(
    row: dict[int, GridCell], head: Head, category: str, above: ServiceDraft | None, kind: str
) -> ServiceDraft | None:
    """The service in a row. The end of a name that takes two rows is added to the service `above`; a row whose name
    is left out is another amount of that one, or of the `kind` that its group names."""
    name_cell = row.get(head.name)
    if answers_no(row) or (name_cell and answers_no({0: name_cell})):
        return None
    if is_declined(row, head) or is_not_given(row, head):
        return None
    if name_cell and is_device(flat(name_cell.text)) and not is_timed(row, head):
        return None
    name, told = named_without_kind(name_cell) if name_cell else ("", "")
    name = chosen_name(name)
    others = [c for k, c in row.items() if k not in (head.name, head.group) and c.text]
    if above is not None and name[:1].islower() and not others and above.category == category:
        above.name = f"{above.name} {name}"
        above.text = above.text.replace(" | ", f" {name} | ", 1)
        return None
    if not name and is_timed(row, head):
        name = kind if head.group is not None else above.name if above is not None else ""
        name_cell = others[0]
    if not name or GENERIC.match(name) or is_prompt(name) or not any(c.isalpha() for c in name):
        return None
    if service_labels().name_of(name) and not service_words("service").search(name):
        return None
    if not others and service_words("current-title").fullmatch(name):
        return None
    match = headings().match(name)
    if match and (
        len([c for c in row.values() if c.text]) == 1 or (match.whole and _is_other_part(match.key, name, row, head))
    ):
        return None
    assert name_cell is not None
    name, *by = re.split(r"\s+(?:provided\s+)?by:\s*", name, maxsplit=1)
    if not by and "provider" in head.printed.get(head.name, "").lower():  # "Service / Provider"
        name, *by = with_provider(name, name_cell) or (name,)
    if _IN_BREAK.match(name):
        category = "esy"
    elif told:
        category = told
    elif (part := kind_in(name)) in AIDS:
        category = CATEGORY[part]
    elif is_training(name):
        category = "personnel-support"
    draft = ServiceDraft(name, Place(name_cell.place.page, name_cell.place.box, name), category)
    if by:
        draft.put("provider", by[0], name_cell.place)
    texts = []
    joined = hours_and_minutes(row, head)
    for column, meaning in head.names.items():
        cell = row.get(column)
        value = SPLIT_DATE.sub(r"\1\2", flat(cell.text)) if cell else ""
        if value:
            texts.append(value)
        if column == head.name or column in head.each or joined.get(column) == "":
            continue
        value = joined.get(column, value)
        meaning, value = understood(meaning, value, head.printed.get(column, ""))
        if meaning in ("amount", "frequency"):
            value = per_cycle(value, head.printed.get(column, ""))
        if meaning == "provider" and meaning in draft.parts:
            continue  # who is responsible stands before who else may give it
        draft.put(meaning, value, cell.place if cell else name_cell.place)
    put_marked(draft, row, head)
    for column, cell in row.items():
        if column not in head.names and cell.text:
            texts.append(flat(cell.text))
    draft.text = " | ".join(texts)
    detailed = any(k in draft.parts for k in ("amount", "frequency", "location", "start", "end", "dates", "provider"))
    if not detailed and (not service_words("service").search(name) or len(name.split()) > 14):
        return None
    return draft


def _is_other_part(key: str, name: str, row: dict[int, GridCell], head: Head) -> bool:
    """Whether a row of that name belongs to another part of a plan; one with a length and a number of times is the
    service itself ("Inclusion - reading" | "30 minutes" | "3 times a week"), and so is one that says in what it
    supports the child ("Classroom support - math" | "1 hour daily")."""
    said = read_measure(
        "; ".join(flat(row[c].text) for c, meaning in head.names.items() if c in row and c != head.name)
    )
    if key in AIDS and re.search(r"\s[-–—]\s", name) and said.amount and said.frequency:
        return False
    timed = [meaning for c, meaning in head.names.items() if c in row and any(ch.isdigit() for ch in row[c].text)]
    given = key in ("nonparticipation", "placement") and {"amount", "frequency"} <= set(timed)
    return key in _NO_SERVICES and not given
