"""The team's roles, and given names that stand where the child is the subject."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from iepaudit.model.field import Place
from iepaudit.model.iep import Participant, Section
from iepaudit.parse.name_runs import is_given, is_ordinary
from iepaudit.parse.patterns import pattern

_SUBJECT = re.compile(
    r"(?:^|(?<=[.;:,]\s)|(?<=\n))(?P<name>[A-Z][a-z]+(?:-[A-Z][a-z]+)?)(?:\s+[A-Z][a-z]+)?\s+(?:will|can|is able to)\s+"
    r"(?!be\s+(?:provided|held|reported|given|sent|measured|reviewed|decided|determined|considered|made|collected|based|"
    r"discussed|offered|implemented|scheduled|needed|required|available))"
)


def find_team(sections: Sequence[Section]) -> tuple[Participant, ...] | None:
    """The roles that the list of participants names; None when no such list was found."""
    own = [s for s in sections if s.key == "team"]
    if not own:
        return None
    found: list[Participant] = []
    for section in own:
        for block in section.blocks:
            text = f"{block.label}: {block.filled}" if block.label else (block.filled or block.text)
            for match in pattern("people", "role").finditer(text):
                found.append(Participant(" ".join(match.group().split()), block.place))
    return tuple(found)


def subject_names(texts: Sequence[tuple[str, Place]]) -> Iterator[Place]:
    """Given names of whom a sentence says what he or she will do; the place quotes the name."""
    for text, place in texts:
        for match in _SUBJECT.finditer(text):
            name = match["name"]
            if not pattern("people", "no-name").fullmatch(name):
                yield Place(place.page, place.box, name)


_NARRATIVE = ("present-levels", "strengths", "impact", "annual-goals")  # forms by need tell levels among goals
_NARRATED = re.compile(
    r"(?:^|(?<=[.;]\s)|(?<=\n))(?P<name>[A-Z][a-z]+)\s+(?:also|still|often|usually|currently|now)?\s*"
    r"(?:needs|requires|reads|writes|struggles|scored|can|works|uses|knows|finished|completed|earned|enjoys|likes|"
    r"demonstrates|is (?:able|reading|writing|working|reluctant|easily))\b"
)


def narrated_names(sections: Sequence[Section]) -> Iterator[Place]:
    """Common given names of whom the present levels tell what he or she does or needs, each once, without people whom
    the plan introduces: relatives, friends, staff, and anybody with a surname."""
    whole = "\n".join(b.place.quote for s in sections for b in s.blocks)
    seen: set[str] = set()
    for section in sections:
        if section.key not in _NARRATIVE:
            continue
        for block in section.blocks:
            for match in _NARRATED.finditer(block.filled):
                name = match["name"]
                if name in seen or not is_given(name) or is_ordinary(name) or _introduced(name, whole):
                    continue
                seen.add(name)
                yield Place(block.place.page, block.place.box, name)


def _introduced(name: str, whole: str) -> bool:
    """Whether some place says who that is: "her brother Tom", "Mr. Tom", "Tom Lee", "Tom, the aide", "Tom and"."""
    kin = "|".join(pattern("identities", k).pattern for k in ("relative", "parent", "companion", "teacher", "staff"))
    titles = pattern("identities", "honorific").pattern
    before = rf"(?i:{kin}|{titles}|\band|\bwith)[.,:(]?\s+(?:(?:is|named|called)\s+)?{name}\b"
    behind = rf"\b{name}(?:\s+[A-Z][a-z]|\s+and\b|\s*\(|,\s+(?:his|her|their|an?|the)\b)"
    return bool(re.search(before, whole) or re.search(behind, whole))
