"""Goals that are no sentences: "Blends in words, 80% correct in 3 sessions, by 5/2027"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from iepaudit.model.field import Place
from iepaudit.parse.goal_event import Event
from iepaudit.parse.goal_wording import NUMBER, OBJECTIVE_NUMBER, looks_like_goal, may_be_goal
from iepaudit.parse.grammar import analyse_goal
from iepaudit.segment.known_labels import labels


def with_fragments(said: Sequence[Event]) -> list[Event]:
    """The events of a goal section, those that say how much and by when made goals where nothing else states one, or
    where they stand in a list with one that does."""
    stated = [e for e in said if (e.head and e.label) or (e.name in ("", "goal") and looks_like_goal(e.value))]
    if any(not e.bullet for e in stated) or any(e.name == "goal" and may_be_goal(e.value) for e in said):
        return list(said)
    found: list[Event] = []
    steps = False  # below the label of objectives
    for event in said:
        steps = event.name == "objective" or (steps and event.name == "")
        listed = event.bullet or not stated
        goal = _goal_of(event) if listed and not steps and event not in stated else ()
        found += goal or (event,)
    return found


def _goal_of(event: Event) -> tuple[Event, ...]:
    """The goal that an event states in a few words, behind its area; nothing when it states none."""
    if (
        event.head
        or event.name not in ("", "?")
        or OBJECTIVE_NUMBER.match(event.value)
        or labels().name_of(event.label)
    ):
        return ()
    area = event.label if event.name == "?" and len(event.label.split()) <= _AREA else ""
    text = NUMBER.sub("", event.value[len(area) :].lstrip(" :"))
    plain = _NOTE.sub("", text)
    told = analyse_goal(plain) if may_be_goal(plain) else None
    if told is None or not told.criterion.present or _TOLD.search(plain):
        return ()
    if not told.timeframe.present and not _AIM.match(text):
        return ()
    goal = replace(event, name="goal", value=text, label="", place=Place(event.place.page, event.place.box, text))
    return (Event("area", area, event.place), goal) if area else (goal,)


_AREA = 4  # words


_AIM = re.compile(
    r"(?:to|increase|improve|decrease|reduce|raise|lower|master|achieve|reach|aumentar|mejorar|reducir)\s",
    re.IGNORECASE,
)
_NOTE = re.compile(r"\s*\([^()]*\)[.;]?$")  # where the child stands now
# What was reached, and no goal.
_TOLD = re.compile(r"\b(?:was|were|has|had|did|scored|earned|received|currently)\b", re.IGNORECASE)
