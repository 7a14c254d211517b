"""How progress is measured and when it is reported (34 CFR 300.320(a)(3)), for the plan as a whole."""

from __future__ import annotations

import re
from collections.abc import Sequence

from iepaudit.model.document import CHECKED
from iepaudit.model.field import Field, FieldState, Place, blank, filled, template, unclear
from iepaudit.model.iep import Block, Section
from iepaudit.parse.dates import find_dates
from iepaudit.parse.goal_wording import looks_like_goal
from iepaudit.parse.patterns import pattern
from iepaudit.segment.known_labels import goal_labels


def _words(name: str) -> re.Pattern[str]:
    return pattern("progress", name)


def find_schedule(sections: Sequence[Section]) -> Field[str]:
    """When periodic reports on progress are given; looked for in its own section, then in the goals, then anywhere."""
    own = [s for s in sections if s.key == "progress-schedule"]
    found = _among(own, strict=False)
    if found is None:
        found = _labelled([s for s in sections if s.key in ("annual-goals", "objectives", "progress-method")])
    if found is None:
        found = _among([s for s in sections if s.key not in ("progress-schedule", "notes")], strict=True)
    return found or _missing(own)


def find_method(sections: Sequence[Section]) -> Field[str]:
    """How progress is measured, where the plan says it for all goals at once."""
    own = [s for s in sections if s.key == "progress-method"]
    for section in own:
        for block in section.blocks:
            text = _said(block)
            if text:
                return _filled(block, text)
    of_goals = _of_single_goals([b for s in sections if s.key == "annual-goals" for b in s.blocks])
    for section in sections:
        if section.key in ("progress-schedule", "annual-goals", "demographics", "other"):
            for block in section.blocks:
                text = "" if id(block) in of_goals else _said(block)
                if _words("progress-measured").search(text) and _words("measured").search(text):
                    return _filled(block, text)
    return _missing(own)


_ALL_GOALS = re.compile(r"\b(?:all|each|every|these|both|the|annual) (?:\w+ ){0,2}goals?\b", re.IGNORECASE)


def _of_single_goals(blocks: Sequence[Block]) -> frozenset[int]:
    """Those that say it of one goal: behind its text, or where the form asks for it with each goal."""
    asked = [b for b in blocks if goal_labels().name_of(b.label or b.text.rstrip(" _:")) == "method"]
    own = [b for b in blocks if looks_like_goal(b.filled) and not _ALL_GOALS.search(b.filled)]
    return frozenset(map(id, [*own, *(asked if len(asked) > 1 else ())]))


def _among(sections: Sequence[Section], *, strict: bool) -> Field[str] | None:
    for section in sections:
        for block in section.blocks:
            text = _said(block)
            if not text or not (_words("schedule").search(text) or (not strict and len(find_dates(text)) >= 2)):
                continue
            if strict and not _reports_progress(text):
                continue
            return _filled(block, text)
    return None


def _reports_progress(text: str) -> bool:
    """A sentence that says reports on progress go to the parents at some time."""
    return any(
        _words("schedule").search(sentence)
        and _words("progress").search(sentence)
        and _words("reported").search(sentence)
        for sentence in re.split(r"(?<=[.;])\s+|\n", text)
    )


def _labelled(sections: Sequence[Section]) -> Field[str] | None:
    """A goal's own line for reports ("Reports to parents: with each report card")."""
    for section in sections:
        for position, block in enumerate(section.blocks):
            label = block.label or block.text
            if re.match(r"progress report dates?\b", label, re.IGNORECASE):
                after = next((b for b in section.blocks[position + 1 : position + 2] if find_dates(b.filled)), None)
                if after is not None:
                    return _filled(after, after.filled)
            if goal_labels().name_of(label) != "schedule" or not re.search(r"report|inform", label, re.IGNORECASE):
                continue
            text = block.filled if block.label else ""
            place = block
            if not text and position + 1 < len(section.blocks):
                place = section.blocks[position + 1]
                text = place.filled
            if text and (_words("schedule").search(text) or find_dates(text)):
                return _filled(place, text)
    return None


def _said(block: Block) -> str:
    """What a block says, "" for the label of a row and for a goal, whose dates and probes are no times of reports."""
    if goal_labels().name_of(block.label) == "goal" or (
        looks_like_goal(block.filled) and not _words("reported").search(block.filled)
    ):
        return ""
    if block.filled and goal_labels().name_of(block.filled) is None:
        return f"{block.label}: {block.filled}" if block.label and CHECKED not in block.filled else block.filled
    return ""


def _filled(block: Block, text: str) -> Field[str]:
    return filled(text, Place(block.place.page, block.place.box, text))


def _missing(sections: Sequence[Section]) -> Field[str]:
    if not sections:
        return blank()
    hidden = next((s for s in sections if s.state is FieldState.UNCLEAR), None)
    if hidden:
        return unclear(hidden.why, hidden.heading_place)
    return template(sections[0].heading_place)
