"""Kinds of service: what a cell beside a name, a row over others or the words before a colon say of them."""

from __future__ import annotations

import re

from iepaudit.parse.service_fields import service_words
from iepaudit.parse.service_heads import Head
from iepaudit.parse.tables import Grid, GridCell, flat
from iepaudit.segment.known_headings import headings

CATEGORY = {
    "special-education": "special-education",
    "related-services": "related-service",
    "supplementary-aids": "supplementary-aid",
    "personnel-supports": "personnel-support",
    "esy": "esy",
}


def category_of(kind: str, category: str) -> str:
    """The category that a kind of service names ("Related services"), else the one that holds so far."""
    match = headings().match(kind)
    if match and match.whole and match.key in CATEGORY:
        return CATEGORY[match.key]
    if service_words("aid-kind").fullmatch(kind):
        return CATEGORY["supplementary-aids"]
    lowered = kind.lower()
    if lowered.startswith("relat"):
        return "related-service"
    return "special-education" if lowered.startswith(("special ", "sp. ed", "sped")) else category


def lists_aids(grid: Grid, head: Head) -> bool:
    """Whether a table names accommodations or other aids in its column of kinds, and neither special education nor a
    related service: "Support" is one of them there."""
    cells = (
        [row[head.group] for row in grid.rows[head.row + 1 :] if head.group in row] if head.group is not None else []
    )
    found = {category_of(flat(cell.text or cell.printed), "") for cell in cells} - {""}
    of_aids = {CATEGORY["supplementary-aids"], CATEGORY["personnel-supports"]}
    return CATEGORY["supplementary-aids"] in found and found <= of_aids


def category_row(row: dict[int, GridCell], category: str) -> str:
    """A row that is only the name of another kind of service ("Related services") changes the kind below it."""
    return named_category(row, category) if len(row) == 1 else category


def named_category(row: dict[int, GridCell], category: str) -> str:
    match = headings().match(row[min(row)].printed)
    return CATEGORY[match.key] if match and match.whole and match.key in CATEGORY else category


def kind_in(name: str) -> str:
    """The part of a plan that the words in front of a colon name ("Accommodation: notes before class"); else ""."""
    kind, colon, _ = name.partition(":")
    match = headings().match(kind) if colon else None
    return match.key if match and match.whole else ""


def named_without_kind(cell: GridCell) -> tuple[str, str]:
    """(what the cell calls the service, its category or ""): without the kind on a line above the name, or in front of
    a colon ("Related service: Counseling"). A name whose end is set off as an item of a list goes on."""
    named = [block for block in cell.blocks if block.filled]
    lines = [line.text.strip() for block in cell.blocks for line in block.lines if line.text.strip()]
    own = flat(cell.text)
    if len(named) == 2 and named[1].bullet and not named[0].bullet:
        return f"{flat(named[0].filled)} - {flat(named[1].filled)}", ""
    first, _, rest = cell.text.partition("\n")
    if rest.strip() and (key := _whole(first)) in CATEGORY:
        return flat(rest), CATEGORY[key] if key in _OPENS else ""
    above = lines[0] if len(lines) > 1 and service_words("kind").fullmatch(lines[0]) else ""
    if (key := _whole(above)) in _OPENS and own.startswith(f"{above} "):
        return own[len(above) :].strip(), CATEGORY[key]
    kind, *behind = _AFTER_KIND.split(own, maxsplit=1)
    key = _whole(kind) if behind else ""
    if key in _OPENS and behind[0].strip():
        return behind[0].strip(), CATEGORY[key]
    return own, ""


def _whole(text: str) -> str:
    """The part of a plan that a few words are a heading of, with nothing else in them; else ""."""
    match = headings().match(text)
    return match.key if match and match.whole else ""


def is_device(name: str) -> bool:
    """Whether the words in front of a colon say that a thing follows, and nobody's time."""
    kind, colon, _ = name.partition(":")
    return bool(colon) and service_words("device-kind").fullmatch(kind.strip()) is not None


_OPENS = frozenset({"related-services", "personnel-supports"})  # in front of a name, and no part of it
_AFTER_KIND = re.compile(r"\s*:\s+")
