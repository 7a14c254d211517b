"""Services: rows of a grid, label lines, list items or sentences that promise something with an amount."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from iepaudit.model.field import FieldState, filled
from iepaudit.model.iep import Block, Dates, Section, Service
from iepaudit.parse.dates import find_dates
from iepaudit.parse.measures import read_measure
from iepaudit.parse.service_fields import ServiceDraft, finish, service_words
from iepaudit.parse.service_grids import joined
from iepaudit.parse.service_lines import from_lines
from iepaudit.parse.service_rows import CATEGORY, Head, from_grid, place_all
from iepaudit.parse.tables import grids_of

_AS_PLAN = re.compile(
    r"\bif\s+(?:other\s+than|different\s+from|not|the\s+same\s+as|same\s+as)\b[^.]{0,40}\b(?:date|iep|initiation)",
    re.IGNORECASE,
)
_ALL = re.compile(
    r"^(?:all|these|the|each of these|every)\b.{0,60}\b(?:services?|are|is|begins?|starts?|runs?|provided|dates?)\b",
    re.IGNORECASE,
)


def find_services(sections: Sequence[Section]) -> tuple[Service, ...]:
    """Every row or sentence of the service sections that names a service, in order."""
    drafts: list[ServiceDraft] = []
    seen: set[int] = set()
    last_table: tuple[int, int] | None = None
    last_head: Head | None = None
    for section in sections:
        category = CATEGORY.get(section.key, "special-education")
        own = [b for b in section.blocks if id(b) not in seen]
        used: set[int] = set()
        before = len(drafts)
        head: Head | None = None
        for grid in joined(grids_of(own)):
            if head is None and (grid.page, grid.table) == last_table:
                head = last_head  # a row such as "Related services" opened a section in the middle of the table
            found, head = from_grid(grid, category, head, (grid.page, grid.table) == last_table)
            last_table, last_head = (grid.page, grid.table), head
            if found is not None:
                drafts += found
                used.update(id(b) for b in grid.blocks)
        seen.update(used)
        rest = [b for b in own if id(b) not in used]
        if section.key != "supplementary-aids":  # there, only a table says what is instruction
            drafts += from_lines(rest, category, section)
        _date_all(drafts[before:], rest)
        place_all(drafts[before:], section.heading)
        seen.update(id(b) for b in rest)
    return tuple(finish(d) for d in _distinct(drafts))


def _date_all(drafts: Sequence[ServiceDraft], blocks: Sequence[Block]) -> None:
    """ "All services begin on ... and end on ..." dates those that name no dates of their own."""
    for block in blocks:
        dates = find_dates(block.filled)
        if len(dates) < 1 or not _ALL.match(block.filled):
            continue
        for draft in drafts:
            if not {"start", "end", "dates"} & draft.parts.keys() and not find_dates(draft.text):
                draft.put("dates", block.filled, block.place)


def start_with_plan(services: Sequence[Service], sections: Sequence[Section], dates: Dates) -> tuple[Service, ...]:
    """Services of a form that asks for a start date only where it is not the plan's own take the plan's start."""
    says = next((b for s in sections for b in s.blocks if _AS_PLAN.search(b.place.quote)), None)
    start = dates.start if dates.start.filled else dates.meeting
    if says is None or not start.filled or start.value is None:
        return tuple(services)
    begins = filled(start.value, says.place)
    return tuple(
        s if s.start.filled or s.start.state is FieldState.UNCLEAR else replace(s, start=begins) for s in services
    )


def find_loose_services(blocks: Sequence[Block]) -> tuple[Service, ...]:
    """Services in a document without a section for them: sentences with a service word, an amount and how often."""
    drafts = [
        d for d in from_lines([b for b in blocks if _is_promise(b.filled)], "special-education", None)
        if service_words("service").search(d.name)
    ]  # fmt: skip
    return tuple(finish(d) for d in _distinct(drafts))


def _is_promise(text: str) -> bool:
    measure = read_measure(text)
    return (
        bool(measure.amount and measure.frequency and service_words("service").search(text)) and len(text.split()) < 60
    )


def _distinct(drafts: Sequence[ServiceDraft]) -> list[ServiceDraft]:
    """Without the same service said twice in the same amount ("... is provided 150 minutes weekly")."""
    kept: list[ServiceDraft] = []
    for draft in drafts:
        minutes = read_measure(draft.text).minutes_per_week
        twin = next(
            (k for k in kept if k.name.lower() == draft.name.lower() and "frequency" not in draft.parts
             and minutes is not None and read_measure(k.text).minutes_per_week == minutes),
            None,
        )  # fmt: skip
        if twin is None:
            kept.append(draft)
        elif "location" not in twin.parts:
            twin.text = f"{twin.text} {draft.text}"
    return kept
