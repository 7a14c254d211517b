"""Goal blocks: each annual goal with its columns and objectives, from prose, label lines or tables."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from iepaudit.model.document import UNCLEAR_BOX
from iepaudit.model.field import Field, Place, blank, filled, template
from iepaudit.model.iep import Block, Section
from iepaudit.parse.dates import only_dates
from iepaudit.parse.goal_events import Event, goal_events
from iepaudit.parse.goal_steps import steps_of
from iepaudit.parse.goal_wording import (
    FRAGMENT,
    GOAL_HEAD,
    MIN_WORDS,
    NUMBER,
    NUMBERED,
    OBJECTIVE_NUMBER,
    STATEMENT,
    calls_baseline,
    looks_like_goal,
    may_be_goal,
)  # fmt: skip
from iepaudit.segment.known_labels import goal_labels


@dataclass(slots=True)
class Draft:
    """A goal being put together."""

    label: str
    text: str = ""
    place: Place | None = None
    area: str = ""
    columns: dict[str, tuple[str, Place]] = field(default_factory=dict)
    asked: dict[str, Place] = field(default_factory=dict)  # columns that the form prints without a value
    objectives: list[tuple[str, Place]] = field(default_factory=list)
    named: bool = False  # the document itself calls it a goal
    number: int = 0  # in a list of goals without other labels
    baseline_called: bool = False  # under a label of that name, and not as the present level
    unread: list[Event] = field(default_factory=list)  # what stands beside it and was taken for no part of it

    def put(self, name: str, value: str, place: Place) -> None:
        if not value:
            if name not in self.asked or UNCLEAR_BOX in place.quote:
                self.asked[name] = place
        elif name in self.columns:
            before, at = self.columns[name]
            if value not in before:
                self.columns[name] = (f"{before} {value}", at)
        else:
            self.columns[name] = (value, place)

    def column(self, name: str) -> Field[str]:
        if name in self.columns:
            value, place = self.columns[name]
            return filled(value, Place(place.page, place.box, value))
        return template(self.asked[name]) if name in self.asked else blank()


def find_goals(sections: Sequence[Section], above: Sequence[Block] = ()) -> tuple[Draft, ...]:
    """All goals among the blocks of `sections`, in order; `above` is what belongs to the first goal and stands in
    front of them."""
    blocks = [*above, *_once(sections)]
    drafts = _from_events(goal_events(blocks))
    return tuple(d for d in drafts if d.place is not None and len(d.text.split()) >= MIN_WORDS)


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


_MEASURED = re.compile(
    r"(?:as )?(?:measured|evidenced|documented|assessed|observed|reported) (?:by|with|through|on)\b", re.I
)
_COLUMNS = frozenset({"baseline", "criterion", "method", "schedule", "evaluator"})


def _from_events(events: Iterator[Event]) -> list[Draft]:
    drafts: list[Draft] = []
    current: Draft | None = None
    waiting_area = ""
    in_objectives = False

    def fresh(label: str = "") -> Draft:
        nonlocal current, in_objectives, waiting_area
        current = Draft(label or f"Goal {len(drafts) + 1}", area=waiting_area)
        waiting_area = ""
        in_objectives = False
        drafts.append(current)
        return current

    goes_on = False  # whether the event before is the goal's own text, or what goes on with it
    said = list(events)
    areas_below = _areas_below(said)
    above_goals = _baselines_above(said)
    unread: list[Event] = []  # above the first goal
    for index, event in enumerate(said):
        name, value = event.name, event.value
        if name == "criterion" and _MEASURED.match(value) and not any(c.isdigit() for c in value):
            name = "method"  # "As measured by the teacher" under "Criteria" names no level
        if name == "baseline" and only_dates(value):
            continue  # a day is no level: the answer to another label
        if event.head:
            other = current is not None and current.named and current.label != event.label
            if current and not current.text and not (current.columns and other):
                current.label = event.label
                in_objectives = False
            else:
                fresh(event.label)
            assert current is not None
            current.named = True
        elif name == "number" or (name == "goal" and re.fullmatch(r"#?\s*\d{1,2}\W*", value)):
            if value:
                number, _, area = value.partition(":")
                digits = re.match(r"\W*(\d{1,2})", number)
                fresh(f"Goal {digits[1]}" if digits else "")
                assert current is not None
                current.area = area.strip()
        elif name == "goal" and value and not may_be_goal(value):
            if current is None or current.text:
                waiting_area = value
            elif not current.area:
                current.area = value
        elif name == "goal":
            if not value:
                continue
            if current is None or current.text:
                fresh()
            assert current is not None
            current.text, current.place = value, event.place
            current.named = True
            in_objectives = False
        elif name == "area":
            if value and (current is None or (current.text and not (areas_below and not current.area))):
                waiting_area = value
            elif value and current and not current.area:
                current.area = value
        elif name == "objective":
            in_objectives = True
            if value and current:
                current.objectives += steps_of(value, event.place)
        elif name == "deadline":
            if current and current.text and value and not in_objectives:
                current.put("timeframe", value, event.place)
        elif name in _COLUMNS:
            of_next = current is not None and (
                (above_goals and bool(current.text)) or _is_of_next(current, said[index:], bool(waiting_area))
            )
            if name == "baseline" and value and of_next:
                fresh()
            if current is None or (name == "baseline" and current.text and name in current.columns):
                stated = _last_step(current, said[index - 1])
                opened = fresh()
                if stated:
                    opened.text, opened.place = stated
            assert current is not None
            if name == "baseline" and value and event.label:
                called = calls_baseline(event.label)
                if called and not current.baseline_called:
                    current.columns.pop(name, None)  # rather than the longer account of the present level above it
                current.baseline_called = called or current.baseline_called
            current.put(name, value, event.place)
        elif name == "" and value and not in_objectives and opens_numbered(event, current):
            own = NUMBER.match(value)
            assert own
            if current is None or current.text:
                fresh(f"Goal {int(own['number'])}")
            assert current is not None
            current.number, current.text = int(own["number"]), value[own.end() :]
            current.place = Place(event.place.page, event.place.box, current.text)
        elif name == "" and value:
            step = OBJECTIVE_NUMBER.match(value)
            numbered = step or NUMBERED.match(value)
            alike = event.bullet or looks_like_goal(value) or numbered or _begins_alike(value, current)
            if (in_objectives and current and alike and not waiting_area) or (
                current and current.text and (step or (numbered and STATEMENT.search(value)))
            ):
                current.objectives += steps_of(value, event.place)
            elif looks_like_goal(value):
                if current is None or current.text:
                    fresh()
                assert current is not None
                current.text, current.place = value, event.place
            elif current and current.text and goes_on and FRAGMENT.match(value) and len(value.split()) < 40:
                current.put("criterion", value, event.place)
            elif current and not current.text and current.label and not event.bullet and may_be_goal(value):
                current.text, current.place = value, event.place
            else:
                (current.unread if current else unread).append(event)
        elif name == "?":
            (current.unread if current else unread).append(event)
        goes_on = name in ("", "goal") and bool(value)
    if drafts:
        drafts[0].unread[:0] = unread
    return _steps_apart(drafts)


def _last_step(draft: Draft | None, before: Event) -> tuple[str, Place] | None:
    """The last of a goal's objectives, taken from it, where a baseline follows right `before` it: the next goal, with a
    label that is not known."""
    if draft is None or not draft.objectives or before.name or not draft.objectives[-1][0].endswith(before.value):
        return None
    return draft.objectives.pop() if looks_like_goal(before.value) else None


def _steps_apart(drafts: Sequence[Draft]) -> list[Draft]:
    """Goals with parts of their own, each with the statements behind it that the document does not call goals and that
    have no parts: its objectives, under a label that is not known."""
    whole = [d for d in drafts if d.named and d.columns]
    if len(whole) < _LEAST_NAMED or any(d.columns and not d.named for d in drafts):
        return list(drafts)
    kept: list[Draft] = []
    for draft in drafts:
        if kept and not draft.named and draft.place and not draft.area and not draft.objectives:
            kept[-1].objectives.append((draft.text, draft.place))
            kept[-1].unread += draft.unread
        else:
            kept.append(draft)
    return kept


_LEAST_NAMED = 2  # goals that the document calls so


def _areas_below(said: Sequence[Event]) -> bool:
    """Whether each goal is followed by its area: the first and the last of them are."""
    stated = [n for n, e in enumerate(said) if e.head or (e.name == "goal" and e.value)]
    areas = [n for n, e in enumerate(said) if e.name == "area" and e.value]
    return bool(stated and areas) and stated[0] < areas[0] and stated[-1] < areas[-1]


def _baselines_above(said: Sequence[Event]) -> bool:
    """Whether each baseline between two goals stands on the page of the second one, and not on that of the first."""
    stated = [n for n, e in enumerate(said) if e.head or e.name == "goal" or looks_like_goal(e.value)]
    places = ((bisect(stated, n), e) for n, e in enumerate(said) if e.name == "baseline" and e.value)
    between = [(said[stated[k - 1]], e, said[stated[k]]) for k, e in places if 0 < k < len(stated)]
    return bool(between) and all(a.place.page < e.place.page == b.place.page for a, e, b in between)


_BEHIND = frozenset({"criterion", "method", "schedule"})


def _is_of_next(current: Draft, following: Sequence[Event], new_area: bool) -> bool:
    """Whether a baseline opens the next goal: an area was named since, or a page begins that states another goal, and
    the goal so far has a baseline or what comes behind it."""
    if not current.text or current.place is None:
        return False
    done = "baseline" in current.columns or bool(current.objectives) or bool(_BEHIND & current.columns.keys())
    page = following[0].place.page
    if new_area:
        return done or page != current.place.page
    stated = next((e for e in following[1:] if e.head or e.name == "baseline" or looks_like_goal(e.value)), None)
    own_page = page != current.place.page and stated is not None and stated.place.page == page
    return done and own_page and stated is not None and not stated.head and stated.name in ("", "goal")


def _begins_alike(text: str, current: Draft | None) -> bool:
    """Whether a line begins with the word with which the objective before it does ("By November ...", "By May ...")."""
    if current is None or not current.objectives or not text[:1].isupper() or len(text.split()) < MIN_WORDS:
        return False
    return text.split()[0] == current.objectives[-1][0].split()[0]


def opens_numbered(event: Event, current: Draft | None) -> bool:
    """ "1. By ..." opens a list of goals, "2. By ..." goes on with it; behind a goal without a number, numbers are
    those of its objectives."""
    own = NUMBER.match(event.value)
    if own is None or not (event.listed or looks_like_goal(event.value)):
        return False
    if current is None or not current.text:
        return current is None or not current.label or int(own["number"]) == 1
    return current.number > 0 and int(own["number"]) == current.number + 1
