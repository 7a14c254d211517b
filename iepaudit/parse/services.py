"""Services: rows of a grid, label lines, list items or sentences that promise something with an amount."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from iepaudit.model.field import FieldState, Place, filled
from iepaudit.model.iep import Block, Dates, Section, Service
from iepaudit.parse.measures import read_measure
from iepaudit.parse.service_cards import card_tables, paired, upright
from iepaudit.parse.service_columns import in_same_columns
from iepaudit.parse.service_cycles import with_cycle
from iepaudit.parse.service_dates import date_all, date_by_labels, dates_apart, heading_of
from iepaudit.parse.service_fields import ServiceDraft, finish, service_words
from iepaudit.parse.service_former import current_sections, is_ended
from iepaudit.parse.service_grids import by_terms, in_one_cell, joined
from iepaudit.parse.service_groups import provider_above
from iepaudit.parse.service_heads import Head
from iepaudit.parse.service_inline import fields_apart
from iepaudit.parse.service_kinds import CATEGORY
from iepaudit.parse.service_lines import from_lines, teaches
from iepaudit.parse.service_methods import without_methods
from iepaudit.parse.service_rows import from_grid, place_all, rows_of_others
from iepaudit.parse.service_sentences import sentences_of
from iepaudit.parse.service_titles import names_one, one_name
from iepaudit.parse.tables import Grid, grids_of

_AS_PLAN = re.compile(
    r"\bif\s+(?:other\s+than|different\s+from|not|the\s+same\s+as|same\s+as)\b[^.]{0,40}\b(?:date|iep|initiation)",
    re.IGNORECASE,
)


def find_services(sections: Sequence[Section]) -> tuple[Service, ...]:
    """Every row or sentence of the service sections that names a service, in order."""
    drafts: list[ServiceDraft] = []
    seen: set[int] = set()
    last_table: tuple[int, int] | None = None
    last_head: Head | None = None
    for section in current_sections(sections):
        category = CATEGORY.get(section.key, "special-education")
        own = list(fields_apart(dates_apart([b for b in section.blocks if id(b) not in seen])))
        own = card_tables(own, names_one(section.heading))
        seen.update(id(b) for b in section.blocks)
        used: set[int] = set()
        before = len(drafts)
        head: Head | None = None
        for grid in map(laid_out, joined(grids_of(own))):
            if head is None and _continues(grid, last_table, last_head):
                head = last_head
            above = drafts[-1] if len(drafts) > before and drafts[-1].place.page + 1 == grid.page else None
            found, head = from_grid(grid, category, head, (grid.page, grid.table) == last_table, section.heading, above)
            last_table, last_head = (grid.page, grid.table), head or last_head
            if found is not None:
                if section.key == "supplementary-aids":
                    found = [d for d in found if _is_instruction(d)]
                _provide_all(found, provider_above(_before(grid, own)))
                drafts += found
                used.update(id(b) for b in grid.blocks)
        seen.update(used)
        others = rows_of_others(own)
        rest = [b for b in own if id(b) not in used and (b.place.page, b.table, b.row) not in others]
        if section.key != "supplementary-aids":  # there, only a table says what is instruction
            drafts += from_lines(one_name(tuple(paired(rest))), category, section)
        if section.key == "personnel-supports":
            drafts[before:] = filter(_is_promised, drafts[before:])
        date_all(drafts[before:], rest, section.heading)
        place_all(drafts[before:], section.heading)
        seen.update(id(b) for b in rest)
    drafts = without_methods(drafts)
    with_cycle(drafts, sections)
    date_by_labels(drafts, [b for s in sections if s.key != "esy" for b in (*heading_of(s), *s.blocks)])
    return tuple(finish(d) for d in _distinct(drafts))


def laid_out(grid: Grid) -> Grid:
    """The table with a row for each service and a column for each of its fields."""
    return by_terms(in_one_cell(upright(grid)))


def _is_instruction(draft: ServiceDraft) -> bool:
    """Whether a row among modifications is a service: by its name, or by the time that it takes. How long the work is
    that an aid is for ("each task of more than 5 min.") is no such time."""
    timed = service_words("of-a-task").sub("", draft.text)
    return bool(service_words("service").search(draft.name) or read_measure(timed).amount)


def _is_promised(draft: ServiceDraft) -> bool:
    """Whether a form says of a support for the staff how often or how long it is given, and where or when: in columns
    or under labels, as of a service. A sentence about their meetings is none."""
    said = draft.parts.keys()
    how_much = " ".join(draft.parts[name][0] for name in sorted(_HOW_MUCH & said))
    timed = any(c.isdigit() for c in how_much) or read_measure(how_much).frequency
    return bool(timed) and bool({"location", "start", "end", "dates", "provider"} & said)


_HOW_MUCH = frozenset({"amount", "frequency"})


def _before(grid: Grid, blocks: Sequence[Block]) -> Block | None:
    """The block in front of a table."""
    first = next((n for n, b in enumerate(blocks) if grid.blocks and b is grid.blocks[0]), 0)
    return blocks[first - 1] if first else None


def _provide_all(drafts: Sequence[ServiceDraft], said: tuple[str, Place] | None) -> None:
    for draft in drafts:
        if said is not None and "provider" not in draft.parts:
            draft.put("provider", *said)


def _continues(grid: Grid, last_table: tuple[int, int] | None, last_head: Head | None) -> bool:
    """Whether the heads of the section before hold here: a row such as "Related services" opened this one in the
    middle of a table, or above rows that are printed in the same columns."""
    if last_head is None:
        return False
    return (grid.page, grid.table) == last_table or in_same_columns(grid, last_head)


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
    """Services in a document without a section for them: sentences with a service word, an amount and how often. Where
    a paragraph holds such a sentence, those beside it count that promise a service without an amount."""
    drafts: list[ServiceDraft] = []
    for block in blocks:
        sentences = list(sentences_of(block))
        if not any(_is_promise(s.filled) for s in sentences):
            continue
        own = [s for s in sentences if _is_promise(s.filled) or _is_vague(s.filled)]
        found = [d for d in from_lines(own, "special-education", None) if _may_be_service(d)]
        date_all(found, sentences)
        drafts += found
    return tuple(finish(d) for d in _distinct(drafts))


def _may_be_service(draft: ServiceDraft) -> bool:
    return bool(service_words("service").search(draft.name) or teaches(draft.text))


def _is_promise(text: str) -> bool:
    measure = read_measure(text)
    served = service_words("service").search(text) or teaches(text)
    return bool(measure.amount and measure.frequency and served) and len(text.split()) < 60 and not is_ended(text)


def _is_vague(text: str) -> bool:
    """ "She will see our counselor as needed." """
    served = service_words("service").search(text) and re.search(r"\bwill\b", text)
    return bool(served and service_words("vague-amount").search(text)) and len(text.split()) < 30


_CONTINUED = re.compile(
    r"\s*(?:\((?:continued|cont['’]?d?\.?)\)|[-–—,]\s*(?:continued|cont['’]d|cont\.))$", re.IGNORECASE
)


def _says_more_of(service: ServiceDraft, draft: ServiceDraft) -> bool:
    """Whether a sentence by the name of a service in a table, or by words of that name, tells how its time is divided
    ("Speech therapy is given in two 30 minute sessions", "Speech: 2 sessions of 30 min."), and not how often."""
    of_one, of_other = (set(re.findall(r"[\w'’]+", one.name.lower())) for one in (draft, service))
    same = of_one <= of_other and {"amount", "frequency"} & service.parts.keys()
    return bool(same) and not draft.parts and not read_measure(draft.text).frequency


def _distinct(drafts: Sequence[ServiceDraft]) -> list[ServiceDraft]:
    """Without the same service said twice in the same amount ("... is provided 150 minutes weekly"), or printed once
    more where its page goes on ("Speech therapy (continued)")."""
    kept: list[ServiceDraft] = []
    for draft in drafts:
        if any(k.name == _CONTINUED.sub("", draft.name) != draft.name for k in kept):
            continue
        minutes = read_measure(draft.text).minutes_per_week
        twin = next(
            (k for k in kept if k.name.lower() == draft.name.lower() and "frequency" not in draft.parts
             and (k.category == "esy") == (draft.category == "esy")
             and minutes is not None and read_measure(k.text).minutes_per_week == minutes),
            None,
        )  # fmt: skip
        if twin is None and not any(_says_more_of(k, draft) for k in kept):
            kept.append(draft)
        elif twin is None:
            continue
        elif "location" not in twin.parts:
            twin.text = f"{twin.text} {draft.text}"
    return kept
