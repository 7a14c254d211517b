"""What a goal section says, one thing at a time and in order: labels with their values, rows of tables, plain text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from iepaudit.model.field import Place
from iepaudit.model.iep import Block
from iepaudit.parse.goal_event import Event
from iepaudit.parse.goal_fragments import with_fragments
from iepaudit.parse.goal_lines import line_events
from iepaudit.parse.goal_parts import whole_goals
from iepaudit.parse.goal_tables import table_events
from iepaudit.parse.goal_turned import turned_events
from iepaudit.parse.goal_wording import NUMBER, STATEMENT, is_answered_question, looks_like_goal
from iepaudit.parse.patterns import names, pattern
from iepaudit.parse.tables import grids_of

__all__ = ["Event", "goal_events"]


def goal_events(blocks: Sequence[Block]) -> Iterator[Event]:
    """The events of `blocks`; a table with column heads speaks row by row."""
    grids = {(g.page, g.table): g for g in grids_of(blocks)}
    turned = turned_events(list(grids.values()))
    rows = {key: turned[key] if key in turned else table_events(grid) for key, grid in grids.items()}
    said = with_fragments(whole_goals(list(_with_lists(line_events(blocks, rows)))))
    numbers = {_number(e.value) for e in said if e.name == "" and looks_like_goal(e.value)}
    for event in said:
        if event.name == "" and _is_listed(event.value, numbers):
            yield from _afterwords(replace(event, listed=True))
        elif (event.name == "" and looks_like_goal(event.value)) or (event.name == "goal" and event.value):
            yield from _afterwords(event)
        elif event.name == "baseline" and event.value:
            yield from _afterwords(event)  # "Baseline: 3 of 10. Progress is measured by ...": one paragraph
        else:
            yield event


def _with_lists(said: Iterable[Event]) -> Iterator[Event]:
    """The events, a goal that ends in a colon with the items of the list below it ("... will do all of these:")."""
    goal: Event | None = None
    for event in said:
        if goal is not None and event.name == "" and event.bullet and not event.head:
            text = f"{goal.value}{' ' if goal.value.endswith(':') else '; '}{event.value}"
            goal = replace(goal, value=text, place=Place(goal.place.page, goal.place.box, text))
            continue
        if goal is not None:
            yield goal
        lists = event.name in ("", "goal") and event.value.endswith(":") and looks_like_goal(event.value)
        goal = event if lists else None
        if goal is None:
            yield event
    if goal is not None:
        yield goal


def _number(text: str) -> int:
    """The number in front of a statement, 0 where it has none."""
    own = NUMBER.match(text)
    return int(own["number"]) if own else 0


def _is_listed(text: str, numbers: Collection[int]) -> bool:
    """Whether a statement of what somebody else will do ("1. The teacher will ...") stands among numbered goals."""
    number = _number(text)
    first = _SENTENCE.split(NUMBER.sub("", text, count=1))[0]
    stated = number > 0 and STATEMENT.search(first) and not looks_like_goal(text) and not is_answered_question(text)
    return bool(stated) and number not in numbers and bool({number - 1, number + 1} & (set(numbers) - {0}))


_SENTENCE = re.compile(r"(?<=[.!?])[\"”’)]?\s+(?=[A-Z0-9])")


def _afterwords(event: Event) -> Iterator[Event]:
    """A goal's paragraph, or that of its baseline, without the sentences that say where the child stands or how the
    goal is measured, and these as events of their own."""
    level = _level_behind(event)
    sentences = _SENTENCE.split(event.value)
    stated = (n for n, s in enumerate(sentences) if STATEMENT.search(s))
    at = 0 if event.name == "baseline" else next(stated, len(sentences))
    kept, others = sentences[: at + 1], []
    for sentence in sentences[at + 1 :]:
        name = next((n for n in names("goals") if pattern("goals", n).match(sentence)), "")
        if name and name != event.name:
            others.append((name, sentence))
        elif others:
            others[-1] = (others[-1][0], f"{others[-1][1]} {sentence}")
        else:
            kept.append(sentence)
    text = " ".join(kept)
    yield replace(event, value=text, place=Place(event.place.page, event.place.box, text))
    for name, said in others:
        yield Event(name, said, Place(event.place.page, event.place.box, said))
    yield from level


def _level_behind(event: Event) -> tuple[Event, ...]:
    """Where the child stands now, in parentheses behind a goal ("... by May (baseline 40%)")."""
    _, said = apart_from_level(event.value) if event.name != "baseline" else ("", "")
    return (Event("baseline", said, Place(event.place.page, event.place.box, said)),) if said else ()


def apart_from_level(text: str) -> tuple[str, str]:
    """A goal without the parentheses behind it that say where the child stands now, and what these say, or ""."""
    behind = _IN_PARENTHESES.search(text)
    if behind is None or not pattern("goals", "baseline").match(behind["said"]):
        return text, ""
    return text[: behind.start()], behind["said"]


_IN_PARENTHESES = re.compile(r"\s*\((?P<said>[^()]*\d[^()]*)\)[.;]?$")
