"""Schools that count their days in cycles: how long one is by the box of the form, for services given per cycle."""

from __future__ import annotations

import re
from collections.abc import Sequence

from iepaudit.model.document import CHECKED
from iepaudit.model.iep import Section
from iepaudit.parse.measures import read_measure
from iepaudit.parse.service_fields import ServiceDraft

_LENGTH = re.compile(rf"(?:^|{CHECKED})\W*(?P<days>\d{{1,2}}|five|six|seven|eight|ten)[- ]?day\b", re.IGNORECASE)
_PER_CYCLE = re.compile(r"\b(?:per|each|every|in (?:a|one|each)) (?:school )?cycle\b", re.IGNORECASE)
_HEAD = re.compile(
    r"(?:\bper|/|\beach|\bin an?|\ba)\s*(?P<days>\d{1,2}[- ]?day )?(?:school )?(?:cycle|rotation)\b", re.IGNORECASE
)


def per_cycle(value: str, head: str) -> str:
    """What a cell says of how much, with the cycle that its head says it is for ("Frequency and Duration/Per Cycle"
    over "2 x 30 min")."""
    measure = read_measure(value)
    named = _PER_CYCLE.search(value) or measure.minutes_per_week is not None or not measure.amount
    said = _HEAD.search(head)
    return value if named or not said else f"{value} per {said['days'] or ''}cycle"


def with_cycle(drafts: Sequence[ServiceDraft], sections: Sequence[Section]) -> None:
    """Services that are given so much per cycle, by the length of one cycle that is marked for the school."""
    days = {days for section in sections for days in _lengths(section)}
    if len(days) != 1:
        return
    for draft in drafts:
        for name in {"amount", "frequency"} & draft.parts.keys():
            text, place = draft.parts[name]
            draft.parts[name] = _PER_CYCLE.sub(f"per {next(iter(days))} day cycle", text), place


def _lengths(section: Section) -> list[str]:
    """The lengths of a cycle that are marked in a section, in days."""
    lines = [b for b in section.blocks if "cycle" in f"{b.label} {b.text}".lower() and len(b.text.split()) <= _LONGEST]
    return [found["days"] for b in lines if (found := _LENGTH.search(b.filled))]


_LONGEST = 30  # words of the line with the boxes
