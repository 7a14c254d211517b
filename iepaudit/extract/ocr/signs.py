"""Signs that a recognizer of letters takes for letters or passes over: boxes with a shadow, ticks, brackets of a typed
box. Told by the shape of their ink alone."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ink = NDArray[np.bool_]

# All in pixels at 300 dots per inch.
_LEAST, _MOST = 18, 64  # height of a sign
_SIDE = 0.8  # share of a side that must be dark; the round of a D or an O covers less
_EMPTY_INK, _MARK_INK, _SOLID = (
    0.03,
    0.09,
    0.85,
)  # share of the inside: empty up to the first, marked between the others


class Sign(Enum):
    EMPTY = "empty"
    MARKED = "marked"
    TICK = "tick"
    BRACKETS = "brackets"  # of an empty box that is typed; a round 11 looks much the same


def grown(dark: Ink, x0: int, top: int, x1: int, bottom: int) -> tuple[int, int]:
    """The left and right ends of the ink at a place, which a recognizer cuts through where it sees letters: as far as
    dark columns go on, by the height of a sign at most."""
    columns: Ink = np.logical_or.reduce(dark[top:bottom], axis=0)
    left, right = max(0, x0), min(len(columns), x1)
    while left > max(0, x0 - _MOST) and columns[left - 1]:
        left -= 1
    while right < min(len(columns), x1 + _MOST) and columns[right]:
        right += 1
    return left, right


def trimmed(dark: Ink) -> Ink:
    """Without the white rows and columns around the ink."""
    rows, columns = dark.nonzero()
    if not len(rows):
        return dark[:0, :0]
    return dark[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1]


def sign_of(dark: Ink) -> Sign | None:
    """The sign that a patch of ink is, when it is one."""
    ink = trimmed(dark)
    height, width = ink.shape
    if not (_LEAST <= height <= _MOST and 0.6 * height <= width <= 1.6 * height):
        return None
    if _is_tick(ink):
        return Sign.TICK
    sides = [_along(ink, side) for side in (np.s_[:, : _band(width)], np.s_[:, -_band(width) :])]
    ends = [_along(ink.T, side) for side in (np.s_[:, : _band(height)], np.s_[:, -_band(height) :])]
    if min(sides) < _SIDE:
        return None
    if min(ends) < _SIDE:
        middle = ink[:, width * 2 // 5 : width * 3 // 5]
        return Sign.BRACKETS if _has_feet(ink) and middle.mean() <= _EMPTY_INK else None
    # a shadow makes the right and lower sides of a box thick, so the inside is looked at off its middle
    share = float(ink[height // 4 : height * 5 // 8, width // 4 : width * 5 // 8].mean())
    return Sign.EMPTY if share <= _EMPTY_INK else Sign.MARKED if _MARK_INK <= share <= _SOLID else None


def _band(length: int) -> int:
    return max(3, length // 5)


def _along(ink: Ink, part: tuple[slice, slice]) -> float:
    """The share of the rows that are dark somewhere in a part."""
    return float(ink[part].any(axis=1).mean())


def _has_feet(ink: Ink) -> bool:
    """Whether strokes on the left and right are brackets: thicker at their ends than in their middle, turned inward."""
    height, width = ink.shape
    half = width * 2 // 5
    for stroke in (ink[:, :half], ink[:, ::-1][:, :half]):
        reach = [int(np.flatnonzero(row)[-1]) + 1 if row.any() else 0 for row in stroke]
        sixth = height // 6
        if max(reach[:sixth] + reach[-sixth:]) < np.median(reach[2 * sixth : 4 * sixth]) + 2:
            return False
    return True


def _is_tick(ink: Ink) -> bool:
    """A short arm down to the lowest point, and a long one up to the right end at the top."""
    height, width = ink.shape
    lowest = int(np.flatnonzero(ink[-1]).mean())
    rightmost = int(np.flatnonzero(ink[:, -1]).mean())
    leftmost = int(np.flatnonzero(ink[:, 0]).mean())
    if not (0.12 * width <= lowest <= 0.5 * width and rightmost <= 0.25 * height):
        return False
    if not 0.3 * height <= leftmost <= 0.85 * height:
        return False
    above, behind = ink[: height // 4, : width * 2 // 5], ink[height * 3 // 5 :, width * 7 // 10 :]
    return not above.any() and not behind.any()
