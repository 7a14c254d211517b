"""A page picture made fit for reading: turned upright by quarters, straightened, cleared of specks and shadows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageFilter

if TYPE_CHECKING:
    from numpy.typing import NDArray

_SHRINK = 4  # the search looks at 75 dots per inch, where specks are averaged away
_REACH = 7.0  # degrees to either side
_SURE = 1.02  # by how much a slant must beat the page as it is
_MEDIAN_FROM = 180.0  # dots per inch of the source: below, the filter eats thin strokes
_EVEN = 225  # paper this light everywhere has no shadow on it
_TILE = 16
_DARKER = 25  # than the paper around it: ink
_GRAIN = 4  # gray levels by which a pixel of the paper differs from those around it


def turned(gray: NDArray[np.uint8], quarters: int) -> NDArray[np.uint8]:
    """Turned clockwise by so many quarters."""
    return np.ascontiguousarray(np.rot90(gray, -quarters % 4)) if quarters % 4 else gray


def skew(gray: NDArray[np.uint8]) -> float:
    """By how many degrees the lines run downhill: the slant at which neighboring rows of ink differ the most."""
    small = Image.fromarray(gray).reduce(_SHRINK).filter(ImageFilter.GaussianBlur(1))
    paper = small.filter(ImageFilter.BoxBlur(20))
    dark = np.asarray(small).astype(np.int16) < np.asarray(paper).astype(np.int16) - _DARKER
    ys, xs = np.nonzero(dark)
    if len(xs) < 200:
        return 0.0
    step = len(xs) // 150_000 + 1
    ys, xs = ys[::step], xs[::step]

    def sharpness(angle: float) -> float:
        rows = np.rint(ys - xs * np.tan(np.radians(angle))).astype(np.int64)
        counts = np.bincount(rows - rows.min())
        return float(np.square(np.diff(counts), dtype=np.float64).sum())

    best = 0.0
    for reach, fine in ((_REACH, 0.5), (0.4, 0.1), (0.08, 0.04)):
        tried = best + np.arange(-reach, reach + fine / 2, fine)
        best = float(max(tried, key=sharpness))
    return best if sharpness(best) > _SURE * sharpness(0.0) else 0.0


def straightened(gray: NDArray[np.uint8], angle: float) -> NDArray[np.uint8]:
    """With lines that ran downhill by `angle` degrees made level; the size of the page stays."""
    if abs(angle) < 0.05:
        return gray
    return np.asarray(Image.fromarray(gray).rotate(angle, Image.Resampling.BICUBIC, fillcolor=255))


def cleared(gray: NDArray[np.uint8], source_dpi: float, blur: float = 2.0) -> tuple[NDArray[np.uint8], bool]:
    """Without shadows on the paper, without grain (and whether there was any; `blur` is the radius in pixels that takes
    it away), and, in scans that are fine enough, without specks."""
    picture = Image.fromarray(gray)
    paper = picture.reduce(_TILE).filter(ImageFilter.MaxFilter(5))
    if np.percentile(np.asarray(paper), 5) < _EVEN:
        light = paper.filter(ImageFilter.GaussianBlur(3)).resize(picture.size, Image.Resampling.BILINEAR)
        lit = np.maximum(np.asarray(light), 60).astype(np.uint16)
        picture = Image.fromarray(np.minimum(gray.astype(np.uint16) * 250 // lit, 255).astype(np.uint8))
    if _is_grainy(picture):
        return _smooth(picture, blur), True
    if source_dpi >= _MEDIAN_FROM:
        picture = picture.filter(ImageFilter.MedianFilter(3))
    return np.array(picture), False


def _is_grainy(picture: Image.Image) -> bool:
    width, height = picture.size
    middle = picture.crop((width // 8, height // 8, width * 7 // 8, height * 7 // 8))
    flat = np.asarray(middle.filter(ImageFilter.MedianFilter(3))).astype(np.int16)
    grain = np.abs(flat - np.asarray(middle))[::3, ::3]
    return bool(np.percentile(grain, 75) >= _GRAIN)


def _smooth(picture: Image.Image, blur: float) -> NDArray[np.uint8]:
    """Blurred, then with all that lies within the grain of the paper made white."""
    soft = np.asarray(picture.filter(ImageFilter.GaussianBlur(blur))).astype(np.float32)
    paper = float(np.median(soft))
    white = paper - 2 * 1.48 * float(np.median(np.abs(soft - paper)))
    darker = soft[soft < white]
    black = min(float(np.percentile(darker, 20)) if len(darker) else 0.0, white - 60)
    stretched: NDArray[np.uint8] = np.clip((soft - black) * (255 / (white - black)), 0, 255).astype(np.uint8)
    return stretched


def ink(gray: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Where the page is dark."""
    return gray < _threshold(gray)


def faint_ink(gray: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Where the page is darker than its paper at all: thin lines are worn away in scans before letters are."""
    return gray < (_threshold(gray) + int(np.median(gray[::4, ::4]))) // 2


def _threshold(gray: NDArray[np.uint8]) -> int:
    """Between ink and paper, by Otsu's method, within sane bounds."""
    counts = np.bincount(gray[::2, ::2].ravel(), minlength=256).astype(np.float64)
    below = np.cumsum(counts)
    mass = np.cumsum(counts * np.arange(256))
    above = below[-1] - below
    with np.errstate(divide="ignore", invalid="ignore"):
        spread = (mass[-1] * below - mass * below[-1]) ** 2 / (below * above)
    spread[~np.isfinite(spread)] = 0
    return int(np.clip(np.argmax(spread), 90, 190))
