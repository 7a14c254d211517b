"""Parts that share one heading: "Supplementary aids, accommodations, personnel supports" is the heading of two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from iepaudit.model.field import FieldState
from iepaudit.model.iep import Section
from iepaudit.segment.known_headings import headings
from iepaudit.segment.rows_of import rows_of, text_of
from iepaudit.segment.wordings import bare
from iepaudit.segment.words import key_of

_LONGEST = 24  # words of a heading
_BETWEEN = re.compile(
    r"\s*[/,;:()|&+]\s*|\s+(?:and|with|including|plus|y|e|con|incluyendo)\s+|\s+[-–—~]\s+", re.IGNORECASE
)


def with_shared_headings(sections: Sequence[Section]) -> tuple[Section, ...]:
    """The sections, and beside each that holds an answer one more for every part that its heading names as well and
    that stands nowhere else; both have the same blocks, and the order in which they are named. Which parts may share
    a heading, the data file says."""
    missing = set(headings().shares_any) - {s.key for s in sections}
    found: list[Section] = []
    for section in sections:
        may = {section.key, *headings().shares.get(section.key, ())} if section.state is FieldState.FILLED else set()
        named = dict.fromkeys(_named_in_any(section)) if len(may) > 1 else {}
        keys = [key for key in named if key == section.key or (key in may and key in missing)]
        missing -= set(keys)
        found += [replace(section, key=key) for key in (keys if section.key in keys else (section.key, *keys))]
    return tuple(found)


def _named_in_any(section: Section) -> Iterator[str]:
    """The parts that the heading names, and then those that the first column head of its tables names."""
    yield from _named_in(section.heading)
    for rows in rows_of(section.blocks):
        yield from _named_in(text_of(rows[0].get(0, ())))


def _named_in(heading: str) -> Iterator[str]:
    """The parts that the pieces of a heading name, each by itself."""
    known = headings()
    for piece in _BETWEEN.split(heading) if len(heading.split()) <= _LONGEST else ():
        match = (known.match(piece) or known.match_loose(piece)) if piece.strip() else None
        if match is not None and match.whole:
            yield match.key
            second = known.also.get(bare(key_of(piece)))
            if second is not None:
                yield second
