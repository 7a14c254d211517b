"""Whether words under the headings for services were left unread, so that nothing can be said to be missing there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from iepaudit.model.field import Field, FieldState, unclear
from iepaudit.model.iep import Block, Section, Service
from iepaudit.parse.measures import read_measure
from iepaudit.parse.service_fields import service_words
from iepaudit.parse.service_former import current_sections, is_ended, with_headings_before
from iepaudit.parse.service_lines import is_of_aids
from iepaudit.parse.service_rows import GENERIC, rows_of_others
from iepaudit.parse.tables import flat
from iepaudit.segment.known_labels import service_labels
from iepaudit.segment.prompts import is_prompt

NONE_READ = "the services could not be read"
SOME_UNREAD = "part of what is written about services could not be read"
HOW_MUCH_UNREAD = "the figures beside the services were not understood"
_FIGURE = re.compile(r"\d{1,4}(?:[.,]\d{1,2})?\W*[a-z]{0,8}\.?", re.IGNORECASE)
_KEYS = ("special-education", "related-services")
_NEGATED = re.compile(r"\b(?:no|not|none|n/a|declined|exited|total|progress|reviewed|goals?)\b", re.IGNORECASE)
_LEAST_WORDS = 3

T = TypeVar("T")


def unread_services(sections: Sequence[Section], services: Sequence[Service] | None) -> str:
    """Why more services may stand in a plan than were read, "" when all under their headings was understood."""
    own = current_sections([s for s in with_headings_before(sections) if s.key in _KEYS])
    for_staff = {id(b) for s in sections if s.key == "personnel-supports" for b in s.blocks}
    blocks = [b for s in own for b in s.blocks if id(b) not in for_staff]
    others = rows_of_others(blocks) | _totals(blocks)
    blocks = [b for b in blocks if (b.place.page, b.table, b.row) not in others]
    blocks = [b for b in blocks if not is_of_aids(b.label or b.filled.partition(":")[0])]
    if not own or services is None:
        return ""
    if not services:
        return NONE_READ if any(_may_promise(b, least=2) for b in blocks) else ""
    read = " ".join(_comparable(f"{s.name} {s.text}") for s in services)
    left = [b for b in blocks if _may_promise(b) and read_measure(b.filled).amount]
    if any(_comparable(b.filled) not in read for b in left):
        return SOME_UNREAD
    return HOW_MUCH_UNREAD if _figures_beside(blocks, services) else ""


def _totals(blocks: Sequence[Block]) -> set[tuple[int, int | None, int | None]]:
    """(page, table, row) of rows that begin with "Total", or otherwise name no service."""
    return {(b.place.page, b.table, b.row) for b in blocks
            if b.table is not None and b.column == 0 and b.filled and GENERIC.match(flat(b.filled))}  # fmt: skip


def _figures_beside(blocks: Sequence[Block], services: Sequence[Service]) -> bool:
    """Whether no service says how much or how often, and figures stand beside most of them."""
    if any(s.amount.filled or s.frequency.filled for s in services):
        return False
    figures = [b for b in blocks if _FIGURE.fullmatch(flat(b.filled))]
    return 2 * len(figures) >= len(services)


def in_doubt(services: Sequence[Service], why: str) -> tuple[Service, ...]:
    """The services, with what was not found of them unclear: it may stand in the words that were not read."""
    return tuple(
        replace(
            s,
            amount=_open(s.amount, why),
            frequency=_open(s.frequency, why),
            location=_open(s.location, why),
            start=_open(s.start, why),
            end=_open(s.end, why),
        )
        for s in services
    )


def _open(found: Field[T], why: str) -> Field[T]:
    return unclear(why, found.place) if found.state in (FieldState.BLANK, FieldState.TEMPLATE) else found


def _may_promise(block: Block, least: int = _LEAST_WORDS) -> bool:
    """Words that may name a service: no head of a column, no prompt, nothing about what is not needed."""
    text = flat(block.filled)
    if len(text.split()) < least or is_prompt(text) or service_labels().name_of(text):
        return False
    if GENERIC.match(text) or is_ended(text) or _NEGATED.search(f"{block.label} {text}"):
        return False
    return bool(service_words("service").search(text) or read_measure(text).amount)


def _comparable(text: str) -> str:
    return re.sub(r"\W+", "", text).lower()
