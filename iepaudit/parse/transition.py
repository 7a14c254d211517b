"""Transition parts of a plan for older students (34 CFR 300.320(b), 300.43)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from iepaudit.model.field import Field, FieldState, Place, blank, filled, template, unclear
from iepaudit.model.iep import Block, Section
from iepaudit.parse.patterns import pattern
from iepaudit.segment.prompts import is_prompt

KEYS = ("postsecondary-goals", "transition-services", "transition-assessment", "course-of-study")
_NONE = re.compile(r"\W*(?:n/?a|none|not (?:needed|applicable|required)|no goal)\b", re.IGNORECASE)
AREAS = ("employment", "education", "independent_living")


@dataclass(frozen=True, slots=True)
class Postsecondary:
    """One statement about life after school."""

    area: str
    text: str
    place: Place


def find_postsecondary(sections: Sequence[Section]) -> tuple[Postsecondary, ...]:
    """Statements of postsecondary goals with the area that each is about."""
    found: list[Postsecondary] = []
    pending = ""
    for section in sections:
        if section.key != "postsecondary-goals":
            continue
        pending = ""
        rows = _row_areas(section.blocks)
        others = _of_other_parts(section, sections)
        for block in section.blocks:
            if id(block) in others:
                continue
            if _NONE.match(block.filled) or pattern("answers", "not-needed").search(block.filled):
                continue  # "Independent living: not needed at this time"
            if block.table is not None:
                own = rows.get((block.place.page, block.table, block.row), "")
                if not pattern("transition", "outcome").search(block.filled) and (not own or block.column == 0):
                    continue  # a list of courses or activities beside the goals
                pending = own or pending
            heading = block.label or (block.text if not block.filled or len(block.text.split()) <= 6 else "")
            named = _area(heading) if heading else ""
            text = block.filled
            if not text or (is_prompt(text) and not block.label):
                pending = named or pending
                continue
            if not pattern("transition", "outcome").search(text) and len(text.split()) <= 6:
                pending = named or _area(text) or pending
                if not (block.label and named):
                    continue
            outcome = pattern("transition", "outcome").search(text)
            area = named or pending or (_area(text) if outcome else "")
            if not area or (not block.label and not outcome and len(text.split()) < 4):
                continue
            found.append(Postsecondary(area, text, Place(block.place.page, block.place.box, text)))
    return tuple(found)


def _of_other_parts(section: Section, sections: Sequence[Section]) -> set[int]:
    """Blocks that belong to a part within this one, such as a course of study below the goals."""
    own = {id(b) for b in section.blocks}
    inner = ({id(b) for b in s.blocks} for s in sections if s.key in KEYS and s.key != section.key)
    return {block for blocks in inner if blocks < own for block in blocks}


def _row_areas(blocks: Sequence[Block]) -> dict[tuple[int, int | None, int | None], str]:
    """By page, table and row, the area of life that the first cell of the row names and nothing else."""
    found: dict[tuple[int, int | None, int | None], str] = {}
    for block in blocks:
        words = block.text.split()
        if block.column == 0 and len(words) <= 6 and not block.label and (area := _area(block.text)):
            found[block.place.page, block.table, block.row] = area
    return found


def _area(text: str) -> str:
    """employment, education or independent_living by the first word that tells; "" when none does."""
    best: tuple[int, str] | None = None
    for name in AREAS:
        match = pattern("transition", name).search(text)
        if match and (best is None or match.start() < best[0]):
            best = (match.start(), name)
    return best[1] if best else ""


def section_text(sections: Sequence[Section], key: str) -> Field[str]:
    """All that was filled in under one kind of heading."""
    own = [s for s in sections if s.key == key]
    blocks: dict[int, Block] = {id(b): b for s in own for b in s.blocks if b.filled}
    if blocks:
        first = next(iter(blocks.values()))
        text = "\n".join(f"{b.label}: {b.filled}" if b.label else b.filled for b in blocks.values())
        return filled(text, Place(first.place.page, first.place.box, first.filled))
    if not own:
        return blank()
    hidden = next((s for s in own if s.state is FieldState.UNCLEAR), None)
    if hidden:
        return unclear(hidden.why, hidden.heading_place)
    return template(own[0].heading_place)
