"""Parts of a plan that have no heading but the column heads of a table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from iepaudit.model.iep import AIDS
from iepaudit.segment.blocks import Raw
from iepaudit.segment.known_headings import headings
from iepaudit.segment.known_labels import goal_labels, service_labels

# Parts in which a table with the column heads of goals, or of services, is no longer part of them.
BEFORE_GOALS = frozenset(
    {"other", "demographics", "team", "present-levels", "impact", "strengths", "parent-concerns", "special-factors"}
)
_BEFORE_SERVICES = BEFORE_GOALS | {"annual-goals", "objectives", "progress-method", "progress-schedule"}
_BEFORE_AIDS = _BEFORE_SERVICES | {"special-education", "related-services"}
_BEFORE_NAMED = _BEFORE_SERVICES | AIDS | {"assessment", "nonparticipation", "placement"}
_GOAL_HEADS = frozenset({"baseline", "criterion", "method", "schedule"})
_OF_THE_YEAR = re.compile(r"\d|annual|anual|year|\bIEP\b|objective", re.IGNORECASE)  # it says so, or has a number
_AFTER_SCHOOL = frozenset({"postsecondary-goals", "transition-services", "vision"})
_SERVICE_HEADS = frozenset({"amount", "frequency", "location", "start", "end", "dates"})
_SERVICE = re.compile(r"\bservic|\binstruction", re.IGNORECASE)
_KIND = re.compile(r"special|educati|instruct|educaci|instruc", re.IGNORECASE)  # and not "Service(s)" alone
_LONGEST = 16  # words of a column head
_CAPTION = 30  # words of a line above a table
_CAPTION_LINES = 4


def opened_by_heads(raws: Sequence[Raw], position: int, outer: str) -> tuple[str, str, bool] | None:
    """(key, heading, nests) of the part that a table opens inside of the part `outer` with its row of column heads."""
    line = raws[position].first
    if line.table is None or line.column != 0 or outer not in _BEFORE_AIDS | _BEFORE_NAMED or raws[position].heading:
        return None
    if position and raws[position - 1].first.column == 0 and raws[position - 1].first.row == line.row:
        return None
    first, *others = _row_at(raws, position)
    if len(others) < 2 or any(len(text.split()) > _LONGEST for text in (first, *others)):
        return None
    goals = {goal_labels().name_of(text) for text in others}
    numbered = goal_labels().name_of(first) in ("number", "area") or not any(c.isalnum() for c in first)
    stated = goal_labels().name_of(first) == "goal" or (numbered and "goal" in goals)
    if outer in BEFORE_GOALS and stated and goals & _GOAL_HEADS:
        return "annual-goals", first, False
    match = headings().match(first)
    of_aids = match is not None and match.key in AIDS
    told = {service_labels().name_of(text) for text in others}
    if len(told & (_SERVICE_HEADS | {"circumstance"} if of_aids else _SERVICE_HEADS)) < 2:
        return None
    right_below = position > 0 and bool(raws[position - 1].heading)
    of_tests = outer == "assessment" and right_below  # "Accommodations Needed for Assessments" over a table
    alone = outer not in AIDS and not of_tests  # whose heads may say "Service(s)" too
    if match and match.whole and match.key in _OWN_TABLES and match.key != outer and not _is_in_part(raws, position):
        return match.key, first, False
    if outer in _BEFORE_NAMED and _names_kind(raws, position, others, alone=alone):
        return "special-education", first, False
    if outer not in _BEFORE_AIDS:
        return None
    if match and match.key in {*AIDS, "related-services"}:
        return (match.key, first, False) if match.key != outer else None
    named = service_labels().name_of(first) == "name" and _SERVICE.search(first)
    return ("special-education", first, False) if named and outer in _BEFORE_SERVICES else None


_OWN_TABLES = frozenset({"esy", "personnel-supports"})  # on forms that print the same heads for each kind of service


def _is_in_part(raws: Sequence[Raw], position: int) -> bool:
    """Whether a row stands in a table that has begun above: a group of its rows, or a cell of a form that is one."""
    return (raws[position].first.row or 0) > 0


def _row_at(raws: Sequence[Raw], position: int) -> list[str]:
    """What the cells say of the row that begins there, column by column."""
    line = raws[position].first
    columns: dict[int, str] = {}
    for raw in raws[position : position + 16]:
        if (raw.first.page, raw.first.table, raw.first.row) == (line.page, line.table, line.row):
            column = raw.first.column or 0
            columns[column] = f"{columns.get(column, '')} {raw.label or raw.text}".strip()
    return list(columns.values())


def _names_kind(raws: Sequence[Raw], position: int, others: Sequence[str], *, alone: bool) -> bool:
    """Whether the first head of a service table, or what stands in its place where the other heads are printed once
    more further down, is the name of special education ("Special education - outside the classroom"). `alone`:
    "Service(s)" by itself is one as well."""
    line = raws[position].first
    for number in range(position, len(raws)):
        raw = raws[number]
        if (raw.first.page, raw.first.table) != (line.page, line.table):
            return False
        if raw.first.column == 0:
            match = headings().match(raw.text)
            named = match and match.whole and match.key == "special-education" and (alone or _KIND.search(raw.text))
            if named and _row_at(raws, number)[1:] == [*others]:
                return True
    return False


def goals_after_school(raws: Sequence[Raw], position: int, key: str, outer: str) -> bool:
    """Whether a column head "Goal" stands over goals for life after school: in a part about these, without a column
    for level, method or baseline beside it."""
    line = raws[position].first
    if key != "annual-goals" or outer not in _AFTER_SCHOOL or line.table is None:
        return False
    if _OF_THE_YEAR.search(raws[position].text):
        return False
    row = (line.page, line.table, line.row)
    heads = [
        r for r in raws[max(0, position - 16) : position + 16] if (r.first.page, r.first.table, r.first.row) == row
    ]
    others = [r for r in heads if r.first.column != line.column]
    if any(len(r.text.split()) > _LONGEST for r in others):
        return False  # the label of a goal beside it
    return bool(others) and not {goal_labels().name_of(r.label or r.text) for r in others} & _GOAL_HEADS


def groups_services(raws: Sequence[Raw], position: int, key: str, start: int) -> bool:
    """Whether a bar about taking part in regular classes stands among the rows of a service table, whose column heads
    are behind block `start`: it says of the services below it where they are given."""
    line = raws[position].first
    if key not in _ABOUT_CLASSES or line.table is None or line.row is None or len(_row_at(raws, position)) > 1:
        return False
    for number in range(start, position):
        first = raws[number].first
        if (first.page, first.table) == (line.page, line.table) and first.row != line.row and not first.column:
            named = {service_labels().name_of(text) for text in _row_at(raws, number)}
            if len(named & _SERVICE_HEADS) >= 2:
                below = next((n for n in range(position + 1, len(raws)) if raws[n].first.row != line.row), None)
                return below is not None and len(_row_at(raws, below)) > 2
    return False


_ABOUT_CLASSES = frozenset({"nonparticipation", "placement"})
_GOAL_NUMBER = re.compile(
    r"\W*(?:see |in |yes\W+)?(?:(?:annual|iep|measurable) )*(?:goals?|metas?)\s*(?:#|no\.?|number)?\s*"
    r"\d{1,2}(?:\s*(?:,|&|and|-|–)\s*(?:goal\s*)?#?\d{1,2})*\W*",
    re.IGNORECASE,
)


def names_goal_of_row(raws: Sequence[Raw], position: int) -> bool:
    """Whether "Goal 2" in a later column says which goal the row leads to: there is more in its row to the left, and
    something in its column in a row above."""
    line = raws[position].first
    if not line.column or not line.row or not _GOAL_NUMBER.fullmatch(raws[position].text):
        return False
    around = [r.first for r in raws[max(0, position - 60) : position]]
    own = [o for o in around if (o.page, o.table) == (line.page, line.table) and o.row is not None]
    beside = any(o.row == line.row and (o.column or 0) < line.column for o in own)
    return beside and any(o.row < line.row and o.column == line.column for o in own if o.row is not None)


def caption_length(raws: Sequence[Raw], position: int) -> int:
    """How many of the lines above such a table belong to it: one that speaks of services, with dates below it."""
    for count in range(1, min(position, _CAPTION_LINES) + 1):
        above = raws[position - count]
        if above.heading or above.first.table is not None:
            return 0
        if _SERVICE.search(above.text) and len(above.text.split()) <= _CAPTION:
            return count
        if not above.label or service_labels().name_of(above.label) not in ("start", "end", "dates"):
            return 0
    return 0
