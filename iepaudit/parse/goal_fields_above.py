"""What belongs to the first goal of a plan and stands above the part for the goals: its area and its present level."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from iepaudit.model.iep import Block, Section
from iepaudit.segment.known_labels import goal_labels
from iepaudit.segment.words import key_of

_FIELDS_ABOVE = 8  # blocks
_LONGEST_LEVEL = 120  # words
_LONGEST_ASKED = 160  # characters of a label with what it asks for


def fields_above(sections: Sequence[Section], key: str = "annual-goals") -> tuple[Block, ...]:
    """Area and present level of the first goal, where a form prints them above each goal under labels that come again
    among the goals; above the first one they stand at the end of the part before."""
    own = [s for s in sections if s.key == key]
    first = next((n for n, s in enumerate(sections) if s.key == key), 0)
    among = [s for s in sections if s.key in (key, "objectives")]
    again = {key_of(b.label) for s in among for b in _paired(s.blocks) if _is_field_above(b)}
    inside = {id(b) for s in own for b in s.blocks}
    before = _paired([b for s in sections[:first] for b in s.blocks if id(b) not in inside])
    kept = {id(b): b for b in before[-_FIELDS_ABOVE:] if _is_field_above(b) and key_of(b.label) in again}
    asked = {key_of(b.label or b.text) for s in among for b in s.blocks if len(b.label or b.text) < _LONGEST_ASKED}
    told = {goal_labels().name_of(b.label) for b in kept.values()}
    level = _headed(sections[:first], asked) or _below_label(before[-_FIELDS_ABOVE:], asked)
    if level is not None and "baseline" not in told:
        kept[id(level)] = level
        told.add("baseline")
    return tuple(kept.values()) if "baseline" in told and len(kept) == len(told) else ()


def _headed(before: Sequence[Section], again: Collection[str]) -> Block | None:
    """The present level of the first goal, where its label was taken for the heading of a part."""
    last = before[-1] if before else None
    label = last.heading.rstrip(" :") if last is not None and last.key == "present-levels" else ""
    if last is None or key_of(label) not in again or len(last.blocks) > 2:
        return None
    said = [b for b in last.blocks if b.filled and not b.label]
    return replace(said[0], label=label) if len(said) == 1 else None


def _below_label(before: Sequence[Block], again: Collection[str]) -> Block | None:
    """The present level of the first goal, where its label stands above it without a value."""
    for n, block in enumerate(before):
        label = block.label or block.text
        if block.filled or goal_labels().name_of(label) != "baseline" or key_of(label) not in again:
            continue
        said = _up_to_label(before[n + 1 :], block.place.page)
        text = " ".join(b.filled for b in said)
        if 0 < len(text.split()) <= _LONGEST_LEVEL:
            return replace(said[0], label=label.rstrip(" :"), text=text, filled=text)
    return None


def _up_to_label(blocks: Sequence[Block], page: int) -> list[Block]:
    """What was filled in on a page before the next label."""
    return [b for b in takewhile(lambda b: not b.label and b.place.page == page, blocks) if b.filled]


def _paired(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with area and level that stand beside their label, in a row of a table, as one block each."""
    found: list[Block] = []
    for before, block in pairwise((None, *blocks)):
        assert block is not None
        if before is not None and _is_row(before, block) and not before.label and not block.label:
            label = before.text.rstrip(" :")
            if goal_labels().name_of(label) in ("area", "baseline"):
                found[-1] = replace(block, label=label)
                continue
        found.append(block)
    return found


def _is_row(one: Block, other: Block) -> bool:
    same = (one.place.page, one.table, one.row) == (other.place.page, other.table, other.row)
    return one.table is not None and same and one.column == 0 and other.column == 1


def _is_field_above(block: Block) -> bool:
    return bool(block.label and block.filled) and goal_labels().name_of(block.label) in ("area", "baseline")
