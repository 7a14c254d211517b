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
    if _in_labels_at_side(raws, position):
        return True
    above, raw = raws[position - 1] if position else None, raws[position]
    if above is None or not above.label or above.page != raw.page:
        return False
    own = service_labels().name_of(raw.label or raw.text)
    return own not in (None, "name") and service_labels().name_of(above.label) is not None


def _in_labels_at_side(raws: Sequence[Raw], position: int) -> bool:
    """Whether a label of a service stands at the side of a table, below another one, with its value beside it."""
    line = raws[position].first
    if line.table is None or line.column != 0 or not line.row or not _tells_more(raws[position]):
        return False
    same = [r for r in raws[max(0, position - _ROWS) : position + _ROWS] if _table(r) == _table(raws[position])]
    beside = any(r.first.row == line.row and r.first.column for r in same)
    return beside and any(r.first.row == line.row - 1 and r.first.column == 0 and _tells_more(r) for r in same)


_ROWS = 12  # blocks of the rows right above and below


def _tells_more(raw: Raw) -> bool:
    return service_labels().name_of(raw.label or raw.text) not in (None, "name")


def _table(raw: Raw) -> tuple[int, int | None]:
    return raw.page, raw.first.table


def _heads_card(raws: Sequence[Raw], position: int) -> bool:
    """Whether a label names a service that the labels below it say more about ("Services: Counseling", "Minutes: 30",
    below "Related Services")."""
    raw, *below = raws[position : position + 2]
    if not raw.label or not raw.text or not below or not below[0].label or below[0].page != raw.page:
        return False
    own, next_one = service_labels().name_of(raw.label), service_labels().name_of(below[0].label)
    return own == "name" and next_one not in (None, "name")
