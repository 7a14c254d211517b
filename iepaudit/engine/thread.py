"""The map that the cross-section rules go by: which goals, services and accommodations may answer each need, and which
services may teach each goal, with how sure each link is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from iepaudit.engine.facts import Facts, Group, Leaf, Many
from iepaudit.model.iep import Iep
from iepaudit.rulepack.areas import PREFIX
from iepaudit.rulepack.lexicons import Lexicon
from iepaudit.rulepack.patterns import compiled
from iepaudit.rulepack.rule import Ruleset

# A goal or need of the area on the left is also answered by the areas on the right, as in rules/coherence/thread.yaml.
NEAR = {"attention": ("behavior",), "academics": ("reading", "writing", "math")}
ANSWERS = ("goals", "services", "accommodations")


class Sure(StrEnum):
    """How sure a link is. `possible` never lets a rule pass: it makes it undecided."""

    SAME_AREA = "same area"
    NAMED = "named in the words"
    NEAR = "related area"
    POSSIBLE = "possible: it names no area"


@dataclass(frozen=True, slots=True)
class Link:
    at: str  # such as "goals[0]"
    label: str
    sure: Sure
    page: int | None


@dataclass(frozen=True, slots=True)
class Strand:
    """A need or a goal, and what may answer it. `area` is "" when it could not be told."""

    at: str
    label: str
    area: str
    page: int | None
    text: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Thread:
    """`not_found` names the lists that were never found: they may hold an answer."""

    needs: tuple[Strand, ...]
    goals: tuple[Strand, ...]  # linked to services only
    alone: tuple[Link, ...]  # goals, services and accommodations that no need is linked to for sure
    not_found: tuple[str, ...]


def thread(iep: Iep, ruleset: Ruleset) -> Thread:
    """The map of one plan. Nothing in it depends on a date."""
    from datetime import date

    from iepaudit.engine.build import build_facts

    return thread_of(build_facts(iep, ruleset, iep.dates.meeting.value or date.min), ruleset)


def thread_of(facts: Facts, ruleset: Ruleset) -> Thread:
    """The same from facts that were built before."""
    lists = {name: _items(facts, name) for name in ("needs", *ANSWERS)}
    words = ruleset.lexicons
    needs = tuple(
        _strand(f"needs[{i}]", need, [(n, lists[n] or ()) for n in ANSWERS], words)
        for i, need in enumerate(lists["needs"] or ())
    )
    goals = tuple(
        _strand(f"goals[{i}]", goal, [("services", lists["services"] or ())], words)
        for i, goal in enumerate(lists["goals"] or ())
    )
    linked = {link.at for need in needs for link in need.links if link.sure is not Sure.POSSIBLE}
    alone = tuple(
        Link(at, _text(item, "label"), Sure.POSSIBLE, _page(item))
        for name in ANSWERS
        for i, item in enumerate(lists[name] or ())
        if (at := f"{name}[{i}]") not in linked
    )
    return Thread(needs, goals, alone, tuple(name for name, items in lists.items() if items is None))


def _items(facts: Facts, name: str) -> tuple[Group, ...] | None:
    many = facts.root.fields[name]
    assert isinstance(many, Many)
    return None if many.items is None else tuple(i for i in many.items if isinstance(i, Group))


def _strand(at: str, item: Group, lists: list[tuple[str, tuple[Group, ...]]], words: Mapping[str, Lexicon]) -> Strand:
    area = _text(item, "area")
    links = tuple(
        Link(f"{name}[{i}]", _text(other, "label"), sure, _page(other))
        for name, others in lists
        for i, other in enumerate(others)
        if (sure := _sure(area, other, words)) is not None
    )
    label = _text(item, "label") or area
    return Strand(at, label, area, _page(item), _text(item, "text"), links)


def _sure(area: str, other: Group, words: Mapping[str, Lexicon]) -> Sure | None:
    theirs = _text(other, "area")
    if area and theirs == area:
        return Sure.SAME_AREA
    lexicon = words.get(f"{PREFIX}{area}")
    if lexicon is not None and compiled(lexicon.pattern).search(_text(other, "text")):
        return Sure.NAMED
    if theirs in NEAR.get(area, ()):
        return Sure.NEAR
    return Sure.POSSIBLE if not theirs or not area else None


def _text(item: Group, name: str) -> str:
    found = item.fields.get(name)
    return found.text if isinstance(found, Leaf) and found.filled else ""


def _page(item: Group) -> int | None:
    return item.place.page if item.place is not None else None
