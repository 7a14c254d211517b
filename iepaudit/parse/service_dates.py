"""Dates that are said once for all services: in a sentence, under labels, in the line or heading above a table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from iepaudit.model.iep import Block, Section
from iepaudit.parse.dates import find_dates
from iepaudit.parse.service_fields import ServiceDraft
from iepaudit.parse.service_sentences import sentences_of
from iepaudit.segment.known_labels import service_labels

_ALL = re.compile(
    r"^(?:all|these|the|each of these|every|(?:special education |related )*services)\b"
    r".{0,60}\b(?:services?|are|is|begins?|starts?|runs?|provided|dates?|initiated|from|effective|beginning)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?:^|(?<=\s))(?:All|These|Each|Every)\b[^.|]*\bservices?\b[^|]*$")
_WHEN = ("start", "end", "dates")
_LASTS = re.compile(r"(?:anticipated |projected )?duration\b", re.IGNORECASE)
_LONGEST_DATE_LINE = 30  # words


def dates_apart(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, where a sentence that dates all services stands below a table or in its last row as one outside of
    it, and not as part of a name."""
    found: list[Block] = []
    for block in blocks:
        said = _SENTENCE.search(block.filled) if block.table is not None else None
        if said is None or not _ALL.match(said.group()) or not find_dates(said.group()):
            found.append(block)
            continue
        if before := block.filled[: said.start()].strip():
            found.append(replace(block, text=before, filled=before))
        text = said.group()
        found.append(replace(block, label="", text=text, filled=text, table=None, row=None, column=None))
    return found


def date_all(drafts: Sequence[ServiceDraft], blocks: Sequence[Block], heading: str = "") -> None:
    """ "All services begin on ... and end on ..." dates those that name no dates of their own; so does what goes on
    with the heading above them ("Services, initiated ... and lasting to ...")."""
    for number, block in enumerate(blocks):
        dates = find_dates(block.filled)
        text = f"{heading} {block.filled}" if number == 0 and block.filled[:1].islower() else block.filled
        if len(dates) < 1 or not _ALL.match(text):
            continue
        for draft in drafts:
            if not {"start", "end", "dates"} & draft.parts.keys() and not find_dates(draft.text):
                draft.put("dates", block.filled, block.place)


def date_by_labels(drafts: Sequence[ServiceDraft], blocks: Sequence[Block]) -> None:
    """ "Initiation date: ...  Duration date: ..." printed once for all services dates those without dates."""
    stated: dict[str, dict[int, Block]] = {}
    for block in _out_of_date_tables(blocks):
        for name, value in labelled_dates(block).items():
            stated.setdefault(name, {})[id(block)] = replace(block, filled=value)
    undated = [
        d for d in drafts
        if d.category != "esy" and not {"start", "end", "dates"} & d.parts.keys() and not find_dates(d.text)
    ]  # fmt: skip
    for name, found in stated.items():
        if len(found) != 1:
            continue
        block = next(iter(found.values()))
        for draft in undated:
            draft.put(name, block.filled, block.place)


def _out_of_date_tables(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, where a box that holds nothing but dates under labels ("Initiation Date: ... | Duration Date: ...")
    is no table of services: they stand there as lines."""
    tables: dict[tuple[int, int], list[bool]] = {}
    for block in blocks:
        if block.table is not None:
            dated = bool(find_dates(block.filled)) and service_labels().name_of(block.label) in _WHEN
            tables.setdefault((block.place.page, block.table), []).append(bool(block.label) and dated)
    return [
        replace(b, table=None, row=None, column=None)
        if b.table is not None and all(tables[b.place.page, b.table]) else b for b in blocks
    ]  # fmt: skip


def heading_of(section: Section) -> tuple[Block, ...]:
    """The heading of a part, as a block of its own."""
    place = section.heading_place
    return () if place is None else (Block("", section.heading, section.heading, "", place, ()),)


def labelled_dates(block: Block) -> dict[str, str]:
    """By the meaning of the label in front of it, each date of a line outside of tables: "Initiation date: ..." or
    "Services    Initiation date ...   Duration date ..."."""
    dates = find_dates(block.filled) if block.table is None else ()
    name = service_labels().name_of(block.label) if block.label else None
    if name in _WHEN and dates:
        return {name: block.filled}
    if name == "amount" and len(dates) > 1 and _LASTS.match(block.label):
        return {"dates": block.filled[: dates[1].end]}
    if len(block.text.split()) > _LONGEST_DATE_LINE:
        return _in_sentences(block)
    found: dict[str, str] = {}
    begin = 0
    for each in dates:
        words = re.sub(r"[^\w\s/]+", " ", block.filled[begin : each.start]).split()
        names = (service_labels().name_of(" ".join(words[-count:])) for count in range(min(4, len(words)), 0, -1))
        meaning = next((n for n in names if n in ("start", "end")), None)
        if meaning is None:
            return {}
        found[meaning] = block.filled[each.start : each.end]
        begin = each.end
    return found if len(found) == len(dates) > 1 else {}


def _in_sentences(block: Block) -> dict[str, str]:
    """The same in sentences of a longer paragraph, with a label that speaks of services ("Initiation date for all
    services: 3/9/2026.")."""
    found: dict[str, str] = {}
    for own in sentences_of(block) if block.table is None else ():
        dates = find_dates(own.filled)
        label = own.filled[: dates[0].start].strip(" :–—-") if len(dates) == 1 else ""
        name = service_labels().name_of(label) if "service" in label.lower() else None
        if name in ("start", "end"):
            found.setdefault(name, own.filled[dates[0].start : dates[0].end])
    return found


def says_dates_alone(text: str) -> bool:
    """Whether a text begins with the label of its first date."""
    dates = find_dates(text)
    return bool(dates) and service_labels().name_of(text[: dates[0].start].strip(" :–—-")) in _WHEN
