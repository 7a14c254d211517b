"""A value read from a document, with its state and the place it stands at."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from iepaudit.model.geometry import Box

T = TypeVar("T")


class FieldState(StrEnum):
    FILLED = "filled"
    BLANK = "blank"  # nothing there: an empty cell, or no such label on the form
    TEMPLATE = "template"  # only the form's own words
    UNCLEAR = "unclear"  # could not be read


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand, and the words themselves exactly as printed."""

    page: int  # from 1
    box: Box | None
    quote: str


@dataclass(frozen=True, slots=True)
class Field(Generic[T]):
    """`value` is set when, and only when, `state` is filled."""

    state: FieldState
    value: T | None = None
    place: Place | None = None
    why: str = ""  # for unclear: the reason, in plain words

    @property
    def filled(self) -> bool:
        return self.state is FieldState.FILLED


def filled(value: T, place: Place | None = None) -> Field[T]:
    return Field(FieldState.FILLED, value, place)


def blank(place: Place | None = None) -> Field[T]:
    return Field(FieldState.BLANK, None, place)


def template(place: Place | None = None) -> Field[T]:
    return Field(FieldState.TEMPLATE, None, place)


def unclear(why: str, place: Place | None = None) -> Field[T]:
    return Field(FieldState.UNCLEAR, None, place, why)
