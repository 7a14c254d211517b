"""What a reader finds on one page before anything is made of it; the same shape from every engine.

All boxes are in points from the top left of the page as a person sees it (rotated and cropped).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from iepaudit.model.document import FormField, Word
from iepaudit.model.geometry import Box


class Stroke(NamedTuple):
    """A ruling line: axis-parallel, so one of width and height is 0."""

    x0: float
    top: float
    x1: float
    bottom: float


class Slant(NamedTuple):
    """A short slanted line, as in a cross or a tick."""

    x0: float
    top: float
    x1: float
    bottom: float


class Slanted(NamedTuple):
    """A word that runs at a slant. `upright` is its place on the page turned by `angle` degrees clockwise around the
    page's top left corner, so that it runs from left to right there."""

    angle: float
    upright: Box
    word: Word


class Fill(NamedTuple):
    """A filled rectangle; `lightness` runs from 0 (black) to 1 (white)."""

    box: Box
    lightness: float


@dataclass(frozen=True, slots=True)
class Widget:
    """A form field where it stands. `checked` is None for fields that are no boxes."""

    field: FormField
    checked: bool | None = None
    multiline: bool = False
    font_size: float = 0.0  # 0: chosen by the viewer
    unclear: bool = False  # a box whose value and appearance contradict each other


@dataclass(slots=True)
class RawPage:
    number: int
    width: float
    height: float
    words: list[Word] = field(default_factory=list)
    turned: list[tuple[int, Word]] = field(
        default_factory=list
    )  # words written upwards (1), upside down (2), downwards (3)
    slanted: list[Slanted] = field(default_factory=list)  # in watermarks and in column heads
    strokes: list[Stroke] = field(default_factory=list)
    slants: list[Slant] = field(default_factory=list)
    fills: list[Fill] = field(default_factory=list)
    squares: list[Box] = field(default_factory=list)  # small drawn squares and circles, outline only
    blots: list[Fill] = field(default_factory=list)  # small solid shapes with curves, as the dots of chosen circles
    ticked: list[Box] = field(default_factory=list)  # check boxes in color with a white mark, outline or none
    images: list[Box] = field(default_factory=list)
    pictured: list[tuple[Box, bool]] = field(default_factory=list)  # check boxes that are pictures, True when marked
    widgets: list[Widget] = field(default_factory=list)
    annotations: list[str] = field(default_factory=list)
    characters: int = 0  # printed characters without spaces
    bad_characters: int = 0  # replacement, private use or control characters
    invisible_characters: int = 0  # written in render mode 3, as OCR programs do
    drawn_curves: int = 0  # outlines with curves: letters turned into drawings, logos
    drawings: list[Box] = field(default_factory=list)  # those of them that may be handwriting, or letters of a logo
    problem: str = ""  # why the page could not be read, or not all of it
    unread: bool = False  # nothing on the page could be read because of `problem`
    too_busy: bool = False  # more path objects than the limit: no tables were looked for
