"""The tree of facts that rules look at: leaves with state, value and place; groups; lists that may be open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from iepaudit.model.field import FieldState, Place

Value: TypeAlias = str | int | float | bool | date | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Leaf:
    """`open`: more may stand where it could not be read, so that absence here proves nothing; `why_open` says where.
    `parts` are the lines that a long text is made of, joined by newlines."""

    state: FieldState
    value: Value = None
    place: Place | None = None
    why: str = ""
    parts: tuple[Place, ...] = ()
    why_open: str = ""

    @property
    def filled(self) -> bool:
        return self.state is FieldState.FILLED

    @property
    def text(self) -> str:
        """What a person would read; "" when nothing was filled in."""
        if self.value is None:
            return ""
        if isinstance(self.value, bool):
            return "true" if self.value else "false"
        if isinstance(self.value, tuple):
            return "\n".join(self.value)
        if isinstance(self.value, date):
            return self.value.isoformat()
        if isinstance(self.value, float) and self.value.is_integer():
            return str(int(self.value))
        return str(self.value)


@dataclass(frozen=True, slots=True)
class Group:
    """`main` names the field that stands for the group; `label` names the group to a person."""

    fields: Mapping[str, Node]
    main: str = ""
    label: str = ""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Many:
    """`items` is None when the section that would hold them was never found."""

    items: tuple[Node, ...] | None
    why: str = ""  # for None
    why_open: str = ""  # more may stand where it could not be read


Node: TypeAlias = Leaf | Group | Many

NOTHING = Leaf(FieldState.BLANK)


@dataclass(frozen=True, slots=True)
class Facts:
    """The whole tree, and what was searched to build it."""

    root: Group
    searched: tuple[str, ...] = ()  # for absences: pages, headings, pages that could not be read
    searched_short: str = "this file"
    why_open: str = ""  # why nothing can be ruled out in this file, "" when it was read whole
    as_read: Facts | None = None  # the same where only the language leaves it open, with what was read taken for all


def leaf(value: Value, place: Place | None = None) -> Leaf:
    """A filled leaf, or a blank one for None and empty text."""
    if value is None or value == "" or value == ():
        return Leaf(FieldState.BLANK, None, place)
    return Leaf(FieldState.FILLED, value, place)


def unsure(why: str, place: Place | None = None) -> Leaf:
    return Leaf(FieldState.UNCLEAR, None, place, why)
