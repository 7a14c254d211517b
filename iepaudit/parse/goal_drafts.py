"""Events of the goal sections -> drafts of goals: which text, columns and objectives belong to which goal."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Sequence

from iepaudit.model.field import Place
from iepaudit.parse.dates import only_dates
from iepaudit.parse.goal_draft import Draft
from iepaudit.parse.goal_events import Event
from iepaudit.parse.goal_steps import steps_of
from iepaudit.parse.goal_wording import (
    BY_DAY,
    FRAGMENT,
    MIN_WORDS,
    NUMBER,
    NUMBERED,
    OBJECTIVE_NUMBER,
    ONLY_NUMBER,
    STATEMENT,
    calls_baseline,
    looks_like_goal,
    may_be_goal,
)  # fmt: skip
from iepaudit.parse.patterns import pattern


def drafts_of(events: Iterable[Event]) -> list[Draft]:
    """The goals that `events` tell of, in order."""
    reading = _Reading(tuple(events))
    reading.run()
    return _steps_apart(reading.drafts)


class _Reading:
    """The goals so far, and what the next event may belong to."""

    def __init__(self, said: Sequence[Event]) -> None:
        self.drafts: list[Draft] = []
        self._said = said
        self._areas_below = _areas_below(said)
        self._above_goals = _baselines_above(said)
        self._current: Draft | None = None
        self._waiting_area = ""
        self._in_objectives = False
        self._by_period = False  # the label of the objectives stands above "Quarter 1", "Quarter 2"
        self._goes_on = False  # the event before is the goal's own text, or what goes on with it
        self._unread: list[Event] = []  # above the first goal

    def run(self) -> None:
        for index, event in enumerate(self._said):
            name = _meaning(event)
            day = name == "baseline" and only_dates(event.value)  # no level: the answer to another label
            if day or (name == "goal" and not (event.value or event.head)):
                continue
            if event.head:
                self._head(event)
            elif name == "number" or (name == "goal" and ONLY_NUMBER.fullmatch(event.value)):
                self._number(event.value)
            elif name == "goal":
                self._goal(event)
            elif name == "area":
                self._area(event.value)
            elif name == "objective":
                self._objective(event)
            elif name == "deadline":
                self._deadline(event)
            elif name in _COLUMNS:
                self._column(name, event, index)
            elif name == "" and event.value:
                self._text(event)
            elif name == "?":
                self._not_read(event)
            elif name == "progress" and self._by_period:
                self._step_of_period(event)
            if name != "progress":
                self._by_period = name == "objective" and not event.value
            self._goes_on = name in ("", "goal") and bool(event.value)
        if self.drafts:
            self.drafts[0].unread[:0] = self._unread

    def _fresh(self, label: str = "") -> Draft:
        """A new goal."""
        self._current = Draft(label or f"Goal {len(self.drafts) + 1}", area=self._waiting_area)
        self._waiting_area = ""
        self._in_objectives = False
        self.drafts.append(self._current)
        return self._current

    def _without_text(self, label: str = "") -> Draft:
        """The goal at hand when it has no text yet, else a new one."""
        return self._fresh(label) if self._current is None or self._current.text else self._current

    def _not_read(self, event: Event) -> None:
        if self._in_objectives and self._current and event.bullet and BY_DAY.match(event.label):
            self._current.objectives += steps_of(event.value, event.place)
        else:
            (self._current.unread if self._current else self._unread).append(event)

    def _head(self, event: Event) -> None:
        """ "Goal 2", "Reading goal"."""
        current = self._current
        other = current is not None and current.named and current.label != event.label
        if current and not current.text and not (current.columns and other):
            current.label = event.label
            self._in_objectives = False
        else:
            current = self._fresh(event.label)
        current.named = True

    def _number(self, value: str) -> None:
        if not value:
            return
        number, _, area = value.partition(":")
        digits = re.match(r"\W*(\d{1,2})", number)
        self._fresh(f"Goal {digits[1]}" if digits else "").area = area.strip()

    def _goal(self, event: Event) -> None:
        """What stands under a label for the goal: its text, or only its area."""
        if not may_be_goal(event.value):
            if self._current is None or self._current.text:
                self._waiting_area = event.value
            elif not self._current.area:
                self._current.area = event.value
            return
        own = self._without_text()
        own.text, own.place, own.named = event.value, event.place, True
        self._in_objectives = False

    def _area(self, value: str) -> None:
        current = self._current
        if value and (current is None or (current.text and not (self._areas_below and not current.area))):
            self._waiting_area = value
        elif value and current and not current.area:
            current.area = value

    def _objective(self, event: Event) -> None:
        self._in_objectives = True
        if event.value and self._current:
            self._current.objectives += steps_of(event.value, event.place)

    def _step_of_period(self, event: Event) -> None:
        """What is to be reached by a quarter; below another label for progress it is what was reached."""
        self._by_period = pattern("progress", "period-head").fullmatch(event.label.strip(" :")) is not None
        if self._by_period and self._current and len(event.value.split()) > 1:
            self._current.objectives.append((event.value, event.place))

    def _deadline(self, event: Event) -> None:
        if self._current and self._current.text and event.value and not self._in_objectives:
            self._current.put("timeframe", event.value, event.place)

    def _column(self, name: str, event: Event, index: int) -> None:
        """A baseline, criterion, method, schedule or evaluator."""
        value = event.value
        if name == "baseline" and value and self._opens_next(index):
            self._fresh()
        current = self._current
        if current is None or (name == "baseline" and current.text and current.has_baseline(event.label)):
            stated = _last_step(current, self._said[index - 1])
            current = self._fresh()
            if stated:
                current.text, current.place = stated
        if name == "baseline" and value and event.label:
            called = calls_baseline(event.label)
            if called and not current.baseline_called:
                current.columns.pop(name, None)  # rather than the longer account of the present level above it
            current.baseline_called = called or current.baseline_called
        current.put(name, value, event.place)

    def _opens_next(self, index: int) -> bool:
        """Whether the baseline at `index` belongs to a goal that is still to come."""
        if self._current is None:
            return False
        if self._above_goals and self._current.text:
            return True
        return _is_of_next(self._current, self._said[index:], bool(self._waiting_area))

    def _text(self, event: Event) -> None:
        """What stands under no label."""
        value, current = event.value, self._current
        if not self._in_objectives and _opens_numbered(event, current):
            own = NUMBER.match(value)
            assert own
            opened = self._without_text(f"Goal {int(own['number'])}")
            opened.number, opened.text = int(own["number"]), value[own.end() :]
            opened.place = Place(event.place.page, event.place.box, opened.text)
        elif current and self._is_objective(event, current):
            current.objectives += steps_of(value, event.place)
        elif looks_like_goal(value):
            opened = self._without_text()
            opened.text, opened.place = value, event.place
        elif current and current.text and self._goes_on and FRAGMENT.match(value) and len(value.split()) < _LONG:
            current.put("criterion", value, event.place)
        elif current and not current.text and current.label and not event.bullet and may_be_goal(value):
            current.text, current.place = value, event.place
        else:
            self._not_read(event)

    def _is_objective(self, event: Event, current: Draft) -> bool:
        value = event.value
        step = OBJECTIVE_NUMBER.match(value)
        numbered = step or NUMBERED.match(value)
        alike = event.bullet or looks_like_goal(value) or numbered or _begins_alike(value, current)
        if alike and self._in_objectives and not self._waiting_area:
            return True
        return bool(current.text and (step or (numbered and STATEMENT.search(value))))


def _meaning(event: Event) -> str:
    """The name of an event; "As measured by the teacher" under "Criteria" names no level."""
    measured = event.name == "criterion" and _MEASURED.match(event.value)
    return "method" if measured and not any(c.isdigit() for c in event.value) else event.name


_MEASURED = re.compile(
    r"(?:as )?(?:measured|evidenced|documented|assessed|observed|reported) (?:by|with|through|on)\b", re.I
)
_COLUMNS = frozenset({"baseline", "criterion", "method", "schedule", "evaluator"})
_LONG = 40  # words; what goes on with a goal's sentence is shorter


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
    """Whether each baseline between two goals stands on the page of the second one, and not on that of the first, and
    none behind the last."""
    stated = [n for n, e in enumerate(said) if e.head or e.name == "goal" or looks_like_goal(e.value)]
    places = [(bisect(stated, n), e) for n, e in enumerate(said) if e.name == "baseline" and e.value]
    between = [(said[stated[k - 1]], e, said[stated[k]]) for k, e in places if 0 < k < len(stated)]
    behind = any(k == len(stated) for k, _ in places)
    return bool(between) and not behind and all(a.place.page < e.place.page == b.place.page for a, e, b in between)


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


def _opens_numbered(event: Event, current: Draft | None) -> bool:
    """ "1. By ..." opens a list of goals, "2. By ..." goes on with it; behind a goal without a number, numbers are
    those of its objectives."""
    own = NUMBER.match(event.value)
    if own is None or not (event.listed or looks_like_goal(event.value)):
        return False
    if current is None or not current.text:
        return current is None or not current.label or int(own["number"]) == 1
    return current.number > 0 and int(own["number"]) == current.number + 1
