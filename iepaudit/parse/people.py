"""The team's roles, and given names that stand where the child is the subject."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from iepaudit.model.field import Place
from iepaudit.model.iep import Participant, Section
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
