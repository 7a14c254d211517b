"""Needs that the present levels name, by area."""

from __future__ import annotations

import re
from collections.abc import Sequence

from iepaudit.model.field import Place
from iepaudit.model.iep import Need, Section
from iepaudit.parse.areas import areas_of
from iepaudit.parse.patterns import pattern


def find_needs(sections: Sequence[Section]) -> tuple[Need, ...] | None:
    """One need an area, with the sentence that names it; None when no present levels were found."""
    own = [s for s in sections if s.key in ("present-levels", "impact")]
    if not own:
        return None
    found: dict[str, Need] = {}
    for section in own:
        for block in section.blocks:
            for sentence in re.split(r"(?<=[.!?])\s+|\n|;\s", block.filled):
                if not pattern("needs", "need").search(sentence) or pattern("needs", "no-need").search(sentence):
                    continue
                areas = areas_of(f"{block.label}: {sentence}" if block.label else sentence)
                for area in areas[:1]:
                    place = Place(block.place.page, block.place.box, sentence.strip())
                    found.setdefault(area, Need(area, place))
    return tuple(found.values())
