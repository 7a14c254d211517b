"""Names of services that stand as titles: over the labels of how much and how often, or in the heading itself."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from iepaudit.model.document import CHECKED
from iepaudit.model.iep import Block, Section
from iepaudit.parse.measures import read_measure
from iepaudit.parse.service_fields import service_words
from iepaudit.parse.service_places import place_in
from iepaudit.parse.service_rows import GENERIC
from iepaudit.parse.tables import flat
from iepaudit.segment.known_headings import headings
from iepaudit.segment.known_labels import goal_labels, service_labels
from iepaudit.segment.label import BOXES
from iepaudit.segment.prompts import is_prompt

_HOW_MUCH = frozenset({"amount", "frequency"})
_NEXT = 3  # labels below the name of a service

_OF_A_PART = re.compile(r"\b(?:services|programs?|supports|special education|esy|extended)\b", re.IGNORECASE)


def named_by(section: Section, parts: Sequence[Block]) -> str:
    """The one service that a heading names ("Speech Therapy"), where labels of how much and how often are the first
    lines below it; else ""."""
    told = [service_labels().name_of(b.label) for b in parts[:2] if b.label and b.filled]
    first = bool(told[:1]) and told[0] in ("amount", "frequency") and len(told) == 2
    return section.heading.strip(" :") if first and names_one(section.heading) else ""


def names_one(heading: str) -> bool:
    """Whether a heading is the name of one service, and of no part of a plan."""
    short = len(heading.split()) <= 6 and not _OF_A_PART.search(heading)
    return short and service_words("service").search(heading) is not None


def chosen_below(block: Block, following: Sequence[Block], above: Collection[str] = ()) -> str:
    """The service that a marked box or a line of its own names, where amount and frequency follow under labels of
    their own; else "". `above`: what the labels say of the service before it."""
    printed = not block.filled and not any(box in block.text for box in BOXES)  # a title may pass for one of the form
    name = flat(block.text if printed else block.filled).strip(f" {CHECKED}")
    label, colon, rest = name.partition(":")
    if colon and service_labels().name_of(label) == "name":
        name = rest.strip()
    if block.label or len(name.split()) > 6 or any(c.isdigit() for c in name) or read_measure(name).frequency:
        return ""
    if not block.filled.startswith(CHECKED) and (block.table is not None or headings().match(name)):
        return ""
    if service_words("service").search(name):
        near = {service_labels().name_of(b.label) for b in following[:2] if b.label and b.filled}
        if _HOW_MUCH & near:
            return name
    told = _told_below(following)[:_NEXT]
    anew = not above or bool(set(told) & set(above))  # else it may be a value among the labels of the one before
    return name if anew and _is_title(name, told) else ""


def _is_title(name: str, told: Sequence[str]) -> bool:
    """Whether a line may name what is taught ("Mathematics"), with nothing but labels of a service below it."""
    worded = name[:1].isupper() and not name.endswith((".", ":", "?")) and not is_prompt(name)
    own = worded and not service_labels().name_of(name) and not GENERIC.match(name)
    own = own and not place_in(name) and not service_words("role").search(name)
    return own and len(told) > 1 and "name" not in told and bool(_HOW_MUCH & set(told))


def _told_below(following: Sequence[Block]) -> list[str]:
    """What the labels of a service say that come next, one after the other."""
    names = [service_labels().name_of(b.label) if b.label and b.filled else None for b in following]
    return [name for name in takewhile(bool, names) if name]


def of_goal(label: str, following: Sequence[Block]) -> bool:
    """Whether a label such as "Area" opens the next goal, and no service: nothing of one follows."""
    told = set(_told_below(following)) - {"name"} or (following and read_measure(following[0].filled).amount)
    return goal_labels().name_of(label) == "area" and not told


_DESCRIBES = re.compile(r"(?:describe|description|details?|what|how|explain|explanation)\b", re.IGNORECASE)


def one_name(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, where each card names its service once: another label of such a name ("Description (what the adults
    will do)", "Type") that takes turns with the first, and has no amount behind it, says more about the same one."""
    named = [n for n, b in enumerate(blocks) if b.label and b.filled and service_labels().name_of(b.label) == "name"]
    first = blocks[named[0]].label if named else ""
    timed: dict[str, bool] = {}
    for a, b in pairwise([*named, len(blocks)]):
        timed[blocks[a].label] = timed.get(blocks[a].label, False) or any(map(_says_how_much, blocks[a + 1 : b]))
    order = [blocks[n].label for n in named]
    turns = len(order) > 2 and len(order) % 2 == 0 and order == [*order[:2]] * (len(order) // 2) and len(timed) == 2
    drop = {
        label for label, own in timed.items()
        if label != first and ((turns and not own) or _DESCRIBES.match(label))
    }  # fmt: skip
    if turns and not timed[first] and any(timed.values()):
        drop = {first}
    return [replace(b, label=_REMARK) if n in named and b.label in drop else b for n, b in enumerate(blocks)]


_REMARK = "Comments"


def _says_how_much(block: Block) -> bool:
    return bool(block.label) and service_labels().name_of(block.label) in _HOW_MUCH
