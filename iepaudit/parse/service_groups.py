"""Rows of a service table that are no service: classes of all children, names of providers, options not chosen."""

from __future__ import annotations

import re
from collections.abc import Mapping

from iepaudit.model.document import CHECKED, EMPTY
from iepaudit.model.field import Place
from iepaudit.model.iep import Block
from iepaudit.parse.measures import read_measure
from iepaudit.parse.service_fields import service_words
from iepaudit.parse.service_heads import Head, is_marked
from iepaudit.parse.service_kinds import named_without_kind
from iepaudit.parse.tables import GridCell, cell_of, flat
from iepaudit.segment.known_labels import goal_labels, service_labels

_NOTHING_SPECIAL = re.compile(
    r"\b(?:no|not|without)\s+(?:\w+\s+){0,2}(?:special|service|related|therapy)", re.IGNORECASE
)
_STAFF = r"\b(?:staff|personnel|teachers?|paras?|paraprofessionals|paraeducators|aides|adults|team)\b"
_TRAINS = re.compile(
    rf"\btrain(?:s|ed|ing)?\b.{{0,40}}?{_STAFF}|{_STAFF}.{{0,30}}?\b(?:trained|training|in-?service)\b", re.IGNORECASE
)
_LONGEST_NAME = 12  # words
_NO = re.compile(
    rf"[\s{CHECKED}{EMPTY}]*(?:no|none|not needed|not (?:required|applicable|eligible)|n/?a)\W*", re.IGNORECASE
)
_BOXED = re.compile(rf"^\s*[{CHECKED}{EMPTY}]\s*")


def is_of_all(heads: str) -> bool:
    """Whether the head over the rows speaks of the classes that all children attend, and of nothing special."""
    return bool(service_words("general-classes").search(heads)) and not service_words("special").search(heads)


def is_special(row: Mapping[int, GridCell]) -> bool:
    """Whether a row among classes of all children says that something special is given there."""
    return any(service_words("special").search(_NOTHING_SPECIAL.sub("", cell.text)) for cell in row.values())


def is_training(text: str) -> bool:
    """Whether it is staff who are trained: a support for personnel, and no service to the child."""
    return bool(_TRAINS.search(text))


def provider_alone(row: Mapping[int, GridCell], head: Head) -> GridCell | None:
    """The cell of a row that only names who gives the services below it ("Ms. Bly, special education teacher")."""
    cells = [cell for cell in row.values() if cell.text]
    if len(cells) != 1 or "provider" in head.names.values():
        return None
    return cells[0] if _names_provider(flat(cells[0].text)) else None


def with_provider(name: str, cell: GridCell) -> tuple[str, str] | None:
    """(service, who gives it) of a cell with both, behind a dash or on a line each; None when its end names nobody.
    `name`: what the cell calls the service, without its kind."""
    _, *behind = _DASHES.split(name)
    if behind and service_words("role").fullmatch(behind[-1].strip()):
        return name[: len(name) - len(behind[-1])].rstrip(" -–—/|,;"), behind[-1].strip()
    lines = [line.text.strip() for block in cell.blocks for line in block.lines]
    last = lines[-1] if len(lines) > 1 else ""
    if not last or not name.endswith(last) or name == last or not _names_provider(last):
        return None
    return name[: -len(last)].strip(), last


_DASHES = re.compile(r"\s+[-–—/|]\s+|\s*;\s+")


def provider_above(block: Block | None) -> tuple[str, Place] | None:
    """Who gives the services of a table, in the line above it: "Provider: Ms. Bly", "Ms. Bly, reading specialist"."""
    if block is None or block.table is not None or not block.filled:
        return None
    labelled = bool(block.label) and service_labels().name_of(block.label) == "provider"
    text = flat(block.filled)
    alone = not block.label and len(text.split()) > 1 and _names_provider(text)
    return (text, block.place) if (labelled and len(text.split()) <= _LONGEST_NAME) or alone else None


def _names_provider(text: str) -> bool:
    """Whether a few words end in what somebody is by profession."""
    roles = [m.end() for m in service_words("role").finditer(text)]
    ends = bool(roles) and not any(c.isalnum() for c in text[roles[-1] :])
    return ends and len(text.split()) <= _LONGEST_NAME and not read_measure(text).frequency


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


def is_not_given(row: Mapping[int, GridCell], head: Head) -> bool:
    """Whether a row that a form prints for a service says that it is not given: behind its name ("Nursing - not
    needed"), or with "N/A" or "None at this time" and no more in its cells."""
    name = row.get(head.name)
    if name is None:
        return False
    if service_words("not-given-behind").search(flat(name.text)):
        return True
    said = [flat(cell.text) for c, cell in row.items() if c in {*head.names, *head.each} - {head.name}]
    said = [text for text in said if any(c.isalnum() for c in text)]
    return bool(said) and all(map(says_none, said))


def says_none(text: str) -> bool:
    """Whether a cell says that nothing is given ("N/A", "0", "Considered, not needed"); why may stand behind it."""
    said = _BEFORE_NO.sub("", text).rstrip(" .")
    plain = re.split(r"\s*[,;:(–—]|\s-\s", said, maxsplit=1)[0]
    why = said[len(plain) :]
    return service_words("not-given").fullmatch(plain) is not None and not read_measure(why).amount


_BEFORE_NO = re.compile(
    r"^(?:\d{1,3}\s+(?=not?\b))?(?:(?:was |were )?considered[,;:]?\s+(?:and |but )?)?", re.IGNORECASE
)


def special_time(row: dict[int, GridCell], head: Head) -> dict[int, GridCell]:
    """A row of a schedule of all classes, without its general education time; nothing where it has no other and says
    nothing of special education."""
    if not head.special:
        return row
    if any(row[c].text.strip() for c in head.special if c in row):
        return {c: cell for c, cell in row.items() if c not in head.general}
    name = row.get(head.name)
    named = name is not None and service_words("service").search(name.text)
    return row if named or is_special(row) else {}


def fields_in(cell: GridCell) -> dict[str, tuple[str, Place]]:
    """What the labels below the name of a service in its cell say of it ("Location: therapy room"), by meaning."""
    if named_without_kind(cell)[1]:
        return {}  # "Supports for school" / "Personnel: meets the teacher"
    told = {b: service_labels().name_of(b.label) for b in cell.blocks if b.label and b.filled}
    return {name: (flat(b.filled), b.place) for b, name in told.items() if name in _FIELDS}


def without_fields(cell: GridCell) -> GridCell | None:
    """The cell without them; None where nothing else stands in it."""
    own = [b for b in cell.blocks if not (b.label and service_labels().name_of(b.label) in _FIELDS)]
    return cell_of(own) if own else None


_FIELDS = frozenset({"amount", "frequency", "location", "start", "end", "dates", "provider"})


def answers_no(row: Mapping[int, GridCell]) -> bool:
    """Whether a row holds nothing but questions that are answered with "No" ("Special transportation: [x] No   Adapted
    PE: [x] No"), and no service."""
    said = [b for cell in row.values() for b in cell.blocks if b.filled]
    return bool(said) and all(b.label and _NO.fullmatch(flat(b.filled)) for b in said)


def chosen_name(name: str) -> str:
    """A name without the box in front of it."""
    return _BOXED.sub("", name)


def begins_other_table(row: dict[int, GridCell], head: Head) -> bool:
    """Whether a row holds the heads of another kind of table, drawn below this one without a gap."""
    if len(row) < 2 or any(c.isdigit() for cell in row.values() for c in cell.printed):
        return False
    named = [goal_labels().name_of(flat(cell.printed)) for cell in row.values()]
    return sum(name is not None for name in named) == len(row) and head.name in row


def names_alone(row: Mapping[int, GridCell], head: Head) -> bool:
    """Whether a row has words in the column of names and in no other."""
    return [c for c, cell in row.items() if cell.text.strip()] == [head.name]
