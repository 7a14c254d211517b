"""Goal blocks: each annual goal with its columns and objectives, from prose, label lines or tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from iepaudit.model.iep import Block, Section
from iepaudit.parse.goal_draft import Draft
from iepaudit.parse.goal_drafts import drafts_of
from iepaudit.parse.goal_events import Event, goal_events
from iepaudit.parse.goal_wording import GOAL_HEAD, MIN_WORDS
from iepaudit.segment.known_labels import goal_labels


def find_goals(sections: Sequence[Section], above: Sequence[Block] = ()) -> tuple[Draft, ...]:
    """All goals among the blocks of `sections`, in order; `above` is what belongs to the first goal and stands in
    front of them."""
    blocks = [*above, *_once(sections)]
    drafts = drafts_of(_status_as_baseline(list(goal_events(blocks))))
    return tuple(d for d in drafts if d.place is not None and len(d.text.split()) >= MIN_WORDS)


def _status_as_baseline(events: Sequence[Event]) -> Sequence[Event]:
    """ "Current status" is where the child stands in a form that has no other place for that, and says how much."""
    if any(event.name == "baseline" for event in events):
        return events
    return [replace(e, name="baseline") if e.name == "status" and _FIGURE.search(e.value) else e for e in events]


_FIGURE = re.compile(r"\d|\b(?:no|none|never|zero|one|two|three|four|five|half)\b", re.IGNORECASE)


def _once(sections: Sequence[Section]) -> list[Block]:
    seen: set[int] = set()
    blocks: list[Block] = []
    for section in sections:
        if section.blocks and section.heading_place:
            head = GOAL_HEAD.match(section.heading)
            names_goal = head is not None and bool(head["number"] or head["rest"])
            name = goal_labels().name_of(section.heading)
            # "Measurable annual goal" is the label of what stands below it, however that is worded.
            one_goal = name == "goal" and (section.heading.endswith(":") or not _SEVERAL.search(section.heading))
            if names_goal or name in ("objective", "method") or one_goal:
                blocks.append(_heading_block(section))
        for block in section.blocks:
            if id(block) not in seen:
                seen.add(id(block))
                blocks.append(block)
    return blocks


_SEVERAL = re.compile(r"\b(?:goals|goal\(s\)|metas|objetivos|statements)(?!\w)", re.IGNORECASE)


def _heading_block(section: Section) -> Block:
    assert section.heading_place is not None
    return Block("", section.heading, "", section.heading, section.heading_place, ())
