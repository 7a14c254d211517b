"""Objectives side by side, each under a head of its own: "Benchmark, 1st quarter | Benchmark, 2nd quarter"."""

from __future__ import annotations

from collections.abc import Iterator

from iepaudit.model.field import Place
from iepaudit.parse.goal_event import Event
from iepaudit.parse.patterns import pattern
from iepaudit.parse.tables import GridCell, flat
from iepaudit.segment.known_labels import goal_labels

_FEWEST = 2  # words of an objective in the first row below the heads
_FEWEST_LATER = 4  # and in others, which may say how it went


def step_heads(row: dict[int, GridCell], *, asked: bool) -> frozenset[int]:
    """The columns of a row of heads that all call for an objective, or for what is reached by a period where the row
    above has `asked` for objectives; none for any other row."""
    if len(row) < 2:
        return frozenset()
    texts = [flat(cell.printed) for cell in row.values()]
    named = all(goal_labels().name_of(text.rstrip(" :")) == "objective" for text in texts)
    periods = asked and all(pattern("progress", "period-head").fullmatch(text.rstrip(" :")) for text in texts)
    return frozenset(row) if named or periods else frozenset()


def steps_under(row: dict[int, GridCell], heads: frozenset[int], *, first: bool) -> list[Event]:
    """The objectives in a row below such heads; none when the row says something else."""
    said = [cell for cell in row.values() if cell.text]
    fewest = _FEWEST if first else _FEWEST_LATER
    other = any(goal_labels().name_of(flat(cell.printed)) or len(cell.text.split()) < fewest for cell in said)
    return [] if other or not set(row) <= heads else list(_events(said))


def _events(cells: list[GridCell]) -> Iterator[Event]:
    for cell in cells:
        text = flat(cell.text)
        yield Event("objective", text, Place(cell.place.page, cell.place.box, text))
