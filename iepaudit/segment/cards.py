"""Labels of a card about one service, which are no headings of parts."""

from __future__ import annotations

from collections.abc import Sequence

from iepaudit.segment.blocks import Raw
from iepaudit.segment.known_labels import service_labels


def of_card(raws: Sequence[Raw], position: int, key: str) -> bool:
    """Whether a label that may open the part `key` goes on with what the labels right above it say about one service
    ("Provider: ...", "Location: ...", "Comments: ..."), or names the service that those below it are about."""
    if key == "special-education" and _heads_card(raws, position):
        return True
    above, raw = raws[position - 1] if position else None, raws[position]
    if above is None or not above.label or above.page != raw.page:
        return False
    own = service_labels().name_of(raw.label or raw.text)
    return own not in (None, "name") and service_labels().name_of(above.label) is not None


def _heads_card(raws: Sequence[Raw], position: int) -> bool:
    """Whether a label names a service that the labels below it say more about ("Services: Counseling", "Minutes: 30",
    below "Related Services")."""
    raw, *below = raws[position : position + 2]
    if not raw.label or not raw.text or not below or not below[0].label or below[0].page != raw.page:
        return False
    own, next_one = service_labels().name_of(raw.label), service_labels().name_of(below[0].label)
    return own == "name" and next_one not in (None, "name")
