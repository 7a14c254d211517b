"""What is drawn on a page picture: ruling lines and check boxes, found and taken out before letters are looked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ink = NDArray[np.bool_]

# All in pixels at 300 dots per inch.
_LEAST_LINE = 100
_THICKEST = 12
_BAND_LEAST, _BAND_MOST = 30, 180
_BAND_INK = 0.6
_BAND_LINE, _BAND_LETTERS = 60, 0.5  # height of a line of light letters in a band, and the share of it that stays dark
_TILE, _LIGHTEST = 8, 50  # side of a square of paper, and which of its pixels, by lightness, is paper and no ink
_SHADE_LEAST, _SHADE_MOST = 9, 110  # gray levels between a shade and the paper
_SQUARE_LEAST, _SQUARE_MOST = 22, 80
_MOST_RUNS = 20_000  # more: not a form but a photograph or a pattern
_SIDE = 0.85  # share of a side of a square that must be dark
_CORNER = 0.4  # share of the pixels at a corner that must be dark
_EMPTY_INK, _MARK_INK = 0.04, 0.09  # share of the inside: up to the first an empty box, from the second a marked one


@dataclass(frozen=True, slots=True)
class Bar:
    """A straight line, by its outer pixels."""

    x0: int
    top: int
    x1: int
    bottom: int


@dataclass(frozen=True, slots=True)
class Square:
    """A check box; `marked` is None when its ink is neither nothing nor a mark."""

    x0: int
    top: int
    x1: int
    bottom: int
    marked: bool | None


def find_bars(dark: Ink) -> tuple[list[Bar], list[Bar]]:
    """Horizontal and vertical ruling lines."""
    across = [b for b in _clusters(dark) if b.bottom - b.top <= _THICKEST]
    down = [b for b in _clusters(np.ascontiguousarray(dark.T)) if b.bottom - b.top <= _THICKEST]
    return across, [Bar(b.top, b.x0, b.bottom, b.x1) for b in down]


def find_bands(dark: Ink) -> list[Bar]:
    """Dark bands with light letters on them, as many forms have for headings."""
    return [
        b
        for b in _joined(_clusters(dark), dark)
        if _BAND_LEAST <= b.bottom - b.top <= _BAND_MOST
        and b.x1 - b.x0 >= 4 * _LEAST_LINE
        and dark[b.top : b.bottom, b.x0 : b.x1].mean() > _BAND_INK
    ]


def _joined(bars: list[Bar], dark: Ink) -> list[Bar]:
    """With the parts of one band put together, which a line of light letters from end to end cuts in two."""
    done: list[Bar] = []
    for bar in sorted((b for b in bars if b.x1 - b.x0 >= 4 * _LEAST_LINE), key=lambda b: (b.x0, b.top)):
        last = done[-1] if done else bar
        level = abs(bar.x0 - last.x0) <= _THICKEST and abs(bar.x1 - last.x1) <= _THICKEST
        between = dark[last.bottom : bar.top, last.x0 : last.x1]
        if done and level and between.size and len(between) <= _BAND_LINE and between.mean() >= _BAND_LETTERS:
            done[-1] = Bar(min(last.x0, bar.x0), last.top, max(last.x1, bar.x1), bar.bottom)
        else:
            done.append(bar)
    return done


def find_shades(gray: NDArray[np.uint8]) -> list[Bar]:
    """Bands of gray paper under dark letters, as many forms have for headings and for the heads of tables."""
    height, width = gray.shape[0] // _TILE, gray.shape[1] // _TILE
    tiles = gray[: height * _TILE, : width * _TILE].reshape(height, _TILE, width, _TILE).swapaxes(1, 2)
    light = np.partition(tiles.reshape(height, width, -1), _LIGHTEST, axis=2)[:, :, _LIGHTEST]
    paper = int(np.median(light))
    shaded = (light < paper - _SHADE_LEAST) & (light > paper - _SHADE_MOST)
    return find_bands(shaded.repeat(_TILE, axis=0).repeat(_TILE, axis=1))


def _clusters(dark: Ink) -> list[Bar]:
    """Long dark runs that lie upon each other, as one bar each."""
    thick = dark.copy()
    thick[1:] |= dark[:-1]
    thick[:-1] |= dark[1:]
    rows, starts, ends = _runs(thick, _LEAST_LINE)
    if len(rows) > _MOST_RUNS:
        return []
    open_: list[list[int]] = []
    closed: list[list[int]] = []
    for y, x0, x1 in zip(rows.tolist(), starts.tolist(), ends.tolist(), strict=True):
        closed += [b for b in open_ if y - b[3] > 2]
        open_ = [b for b in open_ if y - b[3] <= 2]
        for bar in open_:
            if min(bar[2], x1) - max(bar[0], x0) > 0.3 * min(bar[2] - bar[0], x1 - x0):
                bar[0], bar[2], bar[3] = min(bar[0], x0), max(bar[2], x1), y
                break
        else:
            open_.append([x0, y, x1, y])
    return [Bar(b[0], b[1] + 1, b[2], b[3]) for b in closed + open_]


def _runs(dark: Ink, least: int) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Rows, starts and ends (outside) of the dark runs of at least `least` pixels."""
    height, width = dark.shape
    flat = np.zeros((height, width + 2), dtype=np.int8)
    flat[:, 1:-1] = dark
    edges = np.diff(flat.ravel())
    begins, stops = np.flatnonzero(edges == 1), np.flatnonzero(edges == -1)
    long = stops - begins >= least
    begins, stops = begins[long], stops[long]
    rows = begins // (width + 2)
    offset = rows * (width + 2)
    return rows, begins - offset, stops - offset


def find_squares(dark: Ink) -> list[Square]:
    """Small drawn squares that stand alone, with what is in them."""
    thick = dark.copy()
    thick[1:] |= dark[:-1]
    rows, starts, ends = _runs(thick, _SQUARE_LEAST)
    fits = ends - starts <= _SQUARE_MOST
    rows, starts, ends = rows[fits], starts[fits], ends[fits]
    first = ~thick[np.maximum(rows - 2, 0), (starts + ends) // 2]
    found: list[Square] = []
    tops = list(zip(rows[first].tolist(), starts[first].tolist(), ends[first].tolist(), strict=True))
    for y, x0, x1 in tops[:_MOST_RUNS]:
        square = _square(dark, y, x0, x1)
        if square and not any(abs(s.x0 - square.x0) < 12 and abs(s.top - square.top) < 12 for s in found[-40:]):
            found.append(square)
    alone = [s for s in found if _is_clear(dark, s)]
    return [s for s in alone if not any(o is not s and _touch(s, o) for o in found)]


def _is_clear(dark: Ink, s: Square) -> bool:
    """Sharp corners, and nothing close by on the left, below and low on the right: else it is a letter of a word."""
    for y, x in ((s.top, s.x0), (s.top, s.x1 - 4), (s.bottom - 4, s.x0), (s.bottom - 4, s.x1 - 4)):
        if dark[max(0, y - 1) : y + 4, max(0, x - 1) : x + 4].mean() < _CORNER:
            return False
    gap = max(8, (s.x1 - s.x0) // 4)
    middle = (s.top + s.bottom) // 2
    left = dark[s.top + 2 : s.bottom - 2, max(0, s.x0 - gap) : max(0, s.x0 - 3)]
    right = dark[middle : s.bottom - 2, s.x1 + 3 : s.x1 + gap]
    return not _has_ink(left) and not _has_ink(right)


def _has_ink(part: Ink) -> bool:
    return bool(part.size) and float(part.mean()) > 0.03


def _square(dark: Ink, y: int, x0: int, x1: int) -> Square | None:
    width = x1 - x0
    low = y + int(0.85 * width)
    window = dark[low : y + int(1.18 * width) + 2, x0 + 2 : x1 - 2]
    if y + width >= dark.shape[0] or not window.size:
        return None
    side = slice(y + 2, y + int(0.75 * width))
    for edge in (dark[side, max(0, x0 - 2) : x0 + 4], dark[side, x1 - 4 : x1 + 2]):
        if not edge.size or edge.any(axis=1).mean() < _SIDE:
            return None
    full = np.flatnonzero(window.mean(axis=1) >= _SIDE)
    if not len(full):
        return None
    bottom = low + int(full[0]) + 1
    margin = max(4, int(0.2 * width))
    inside = dark[y + margin : bottom - margin, x0 + margin : x1 - margin]
    if not inside.size:
        return None
    share = float(inside.mean())
    if share > 0.85 or (inside.mean(axis=1) > 0.9).any():
        return None  # a filled square, which is a bullet as a rule, or the letter B
    marked = True if share >= _MARK_INK else False if share <= _EMPTY_INK else None
    return Square(x0, y, x1, bottom, marked)


def _touch(a: Square, b: Square) -> bool:
    """Cells of a comb or of a small grid."""
    level = abs(a.top - b.top) < 8 and min(abs(a.x1 - b.x0), abs(b.x1 - a.x0)) < 6
    above = abs(a.x0 - b.x0) < 8 and min(abs(a.bottom - b.top), abs(b.bottom - a.top)) < 6
    return level or above


def erase(gray: NDArray[np.uint8], dark: Ink, across: list[Bar], down: list[Bar], squares: list[Square]) -> None:
    """Makes lines and boxes white in `gray`, but not the letters that touch a line."""
    for bar in across:
        _wipe(gray, dark, bar)
    for bar in down:
        _wipe(gray.T, dark.T, Bar(bar.top, bar.x0, bar.bottom, bar.x1))
    for s in squares:
        margin = max(3, (s.x1 - s.x0) // 8)
        gray[max(0, s.top - margin) : s.bottom + margin, max(0, s.x0 - margin) : s.x1 + margin] = 255


def _wipe(gray: NDArray[np.uint8], dark: Ink, bar: Bar) -> None:
    above, below = max(0, bar.top - 3), min(dark.shape[0] - 1, bar.bottom + 3)
    free = ~(dark[above, bar.x0 : bar.x1] | dark[below, bar.x0 : bar.x1])
    band = gray[max(0, bar.top - 2) : bar.bottom + 3, bar.x0 : bar.x1]
    band[:, free] = 255
