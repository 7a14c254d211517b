"""Days whose label is divided: by "from" and "to" behind it, or by the day itself, which stands at half its height."""

from __future__ import annotations

import re
from collections.abc import Sequence

from iepaudit.model.iep import Block
from iepaudit.parse.dates import find_dates, only_dates
from iepaudit.segment.known_labels import Labels

_PERIOD = frozenset({"span", "start-date", "end-date", "meeting-date", "plan-start", "plan-end"})  # "IEP Dates" as well
_PART = re.compile(
    r"\W*(?:(?P<first>(?:effective )?from|begin(?:s|ning)?|start(?:s|ing)?|initiation|desde|del?)|"
    r"(?P<last>to|through|thru|until|till|end(?:s|ing)?|hasta|al?))(?: date)?\b[\W_]*(?P<day>.*)$",
    re.IGNORECASE | re.DOTALL,
)


def day_of_period(block: Block, blocks: Sequence[Block], order: int, known: Labels) -> tuple[str, str] | None:
    """(label, value) of the first or the last day of a plan's period where "from" or "to" stands behind the label, with
    the day behind that or below it in the same cell ("IEP Effective: From" / "3/9/2026"); else None."""
    found = _PART.match(block.text)
    if found is None or known.name_of(block.label) not in _PERIOD:
        return None
    day = found["day"].strip()
    if not day and block.table is not None and order + 1 < len(blocks):
        below = blocks[order + 1]
        same = (below.place.page, below.table, below.row, below.column)
        alone = same == (block.place.page, block.table, block.row, block.column) and not below.label
        day = below.text if alone else ""
    if not only_dates(day) or len(find_dates(day)) != 1:
        return None
    return ("start-date" if found["first"] else "end-date"), day


def day_within_label(block: Block, known: Labels) -> tuple[str, str] | None:
    """(label, value) of a label over two lines with its day beside the first of them ("Date when services 3/9/2026" /
    "will begin:"); else None."""
    days = find_dates(block.label) if not block.text.strip() else ()
    if len(days) != 1:
        return None
    before, behind = block.label[: days[0].start].rstrip(), block.label[days[0].end :].lstrip()
    name = known.name_of(f"{before} {behind}") if before and behind else None
    return (name, block.label[days[0].start : days[0].end]) if name and name.endswith(_DAYS) else None


_DAYS = ("-date", "span", "plan-start", "plan-end")
