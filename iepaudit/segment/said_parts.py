"""Parts that a plan says in a sentence and gives no heading: "Because of her dyslexia, Ida cannot read the texts of her
grade on her own" among the present levels is how the disability affects learning."""

from __future__ import annotations

import re
from collections.abc import Sequence

from iepaudit.model.field import FieldState
from iepaudit.model.iep import Section
from iepaudit.segment.known_headings import headings
from iepaudit.segment.prompts import is_prompt

_ENDS = re.compile(r"(?<=[.!?])\s+(?=[A-Z])|\n")


def with_said_parts(sections: Sequence[Section]) -> tuple[Section, ...]:
    """The sections, and behind the one that holds it each part without a heading of its own that one of its sentences
    states. Where such a part may stand and how it is worded, the data file says."""
    said = [own for own in headings().said if all(s.key != own.key for s in sections)]
    found: list[Section] = []
    for section in sections:
        found.append(section)
        for own in tuple(said):
            blocks = tuple(b for b in section.blocks if section.key in own.among and _says(b.filled, own.pattern))
            if blocks:
                place = blocks[0].place
                found.append(Section(own.key, section.heading, place.page, FieldState.FILLED, blocks, place))
                said.remove(own)
    return tuple(found)


def _says(text: str, pattern: re.Pattern[str]) -> bool:
    return any(pattern.search(sentence) and not is_prompt(sentence) for sentence in _ENDS.split(text))
