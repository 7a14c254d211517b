"""What a goal section says, one thing at a time and in order: labels with their values, rows of tables, plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from iepaudit.model.field import Place
from iepaudit.model.iep import Block
from iepaudit.parse.goal_lines import Event, line_events
from iepaudit.parse.goal_tables import table_events
from iepaudit.parse.goal_wording import STATEMENT, looks_like_goal
from iepaudit.parse.patterns import names, pattern
from iepaudit.parse.tables import grids_of

__all__ = ["Event", "goal_events"]


def goal_events(blocks: Sequence[Block]) -> Iterator[Event]:
    """The events of `blocks`; a table with column heads speaks row by row."""
    grids = {(g.page, g.table): g for g in grids_of(blocks)}
    for event in line_events(blocks, {key: table_events(grid) for key, grid in grids.items()}):
        if event.name in ("", "goal") and looks_like_goal(event.value):
            yield from _afterwords(event)
        elif event.name == "baseline" and event.value:
            yield from _afterwords(event)  # "Baseline: 3 of 10. Progress is measured by ...": one paragraph
        else:
            yield event


_SENTENCE = re.compile(r"(?<=[.!?])[\"”’)]?\s+(?=[A-Z0-9])")


def _afterwords(event: Event) -> Iterator[Event]:
    """A goal's paragraph, or that of its baseline, without the sentences that say where the child stands or how the
    goal is measured, and these as events of their own."""
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
    yield Event(event.name, text, Place(event.place.page, event.place.box, text), event.label, event.head, event.bullet)
    for name, said in others:
        yield Event(name, said, Place(event.place.page, event.place.box, said))
