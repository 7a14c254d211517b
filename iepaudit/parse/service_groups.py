"""Rows of a service table that are no service: classes of all children, names of providers, options not chosen."""

from __future__ import annotations

import re
from collections.abc import Mapping

from iepaudit.model.document import CHECKED, EMPTY
from iepaudit.parse.measures import read_measure
from iepaudit.parse.service_fields import flat, service_words
from iepaudit.parse.service_heads import Head, is_marked
from iepaudit.parse.tables import GridCell

_NOTHING_SPECIAL = re.compile(
    r"\b(?:no|not|without)\s+(?:\w+\s+){0,2}(?:special|service|related|therapy)", re.IGNORECASE
)
_BOXED = re.compile(rf"^\s*[{CHECKED}{EMPTY}]\s*")


def is_of_all(heads: str) -> bool:
    """Whether the head over the rows speaks of the classes that all children attend, and of nothing special."""
    return bool(service_words("general-classes").search(heads)) and not service_words("special").search(heads)


def is_special(row: Mapping[int, GridCell]) -> bool:
    """Whether a row among classes of all children says that something special is given there."""
    return any(service_words("special").search(_NOTHING_SPECIAL.sub("", cell.text)) for cell in row.values())


def provider_alone(row: Mapping[int, GridCell], head: Head) -> GridCell | None:
    """The cell of a row that only names who gives the services below it ("Ms. Bly, special education teacher")."""
    cells = [cell for cell in row.values() if cell.text]
    if len(cells) != 1 or "provider" in head.names.values():
        return None
    text = flat(cells[0].text)
    roles = [m.end() for m in service_words("role").finditer(text)]
    ends = bool(roles) and not any(c.isalnum() for c in text[roles[-1] :])
    return cells[0] if ends and len(text.split()) <= 12 and not read_measure(text).frequency else None


def is_declined(row: Mapping[int, GridCell], head: Head) -> bool:
    """Whether a row of a list of services is one that was not chosen: marked under "No", or without a mark under
    "Yes" and in front of its name, and without an amount."""
    if any(is_marked(row[column]) for column, wanted in head.choices.items() if not wanted and column in row):
        return True
    if any(c.isdigit() for cell in row.values() for c in cell.text):
        return False
    wanted = [column for column, meaning in head.choices.items() if meaning]
    if wanted:
        return not any(is_marked(row[column]) for column in wanted if column in row)
    name = row.get(head.name)
    return name is not None and flat(name.printed).startswith(EMPTY)


def chosen_name(name: str) -> str:
    """A name without the box in front of it."""
    return _BOXED.sub("", name)
