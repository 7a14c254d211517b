"""Heavy grain taken out of a page picture: every spot becomes the mean of spots nearby that look like it.

Non-local means (Buades, Coll and Morel, 2005), at about the resolution that the page was scanned at. Slower than a
blur, which it beats on pages where the grain is as dark as the letters: strokes stay sharp.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Plane = NDArray[np.float32]

_REACH = 4  # pixels to every side in which alike spots are looked for
_PATCH = 2  # pixels to every side that two spots are compared by
_ALIKE = 1.5  # of the grain's deviation
_COARSE, _FINE = 120.0, 170.0  # dots per inch to work at


def smoothed(gray: NDArray[np.uint8], dpi: float, source_dpi: float) -> NDArray[np.uint8]:
    """A picture of `dpi` dots per inch without grain, black on white, of the same size; `source_dpi` is what it was
    scanned at, where the grains are single dots."""
    factor = dpi / min(max(source_dpi, _COARSE), _FINE)
    height, width = gray.shape
    small = Image.fromarray(gray).resize(
        (max(1, round(width / factor)), max(1, round(height / factor))), Image.Resampling.BOX
    )
    calm = _means(np.asarray(small, dtype=np.float32))
    black, paper = (float(v) for v in np.percentile(calm, (2, 60)))
    black = min(black, paper - 60)
    level = np.clip((calm - black) * (255 / (paper - black - 15)), 0, 255).astype(np.uint8)
    return np.array(Image.fromarray(level).resize((width, height), Image.Resampling.BICUBIC))


def _means(plane: Plane) -> Plane:
    height, width = plane.shape
    spread = max((1.48 * float(np.median(np.abs(plane - np.median(plane))))) ** 2, 1.0)
    total, weights = plane.copy(), np.ones_like(plane)
    framed = np.pad(plane, _REACH, mode="reflect")
    for down in range(_REACH + 1):
        for right in range(-_REACH, _REACH + 1):
            if down == 0 and right <= 0:
                continue  # every pair once
            top, left = _REACH + down, _REACH + right
            moved = framed[top : top + height, left : left + width]
            apart = _box_mean(np.square(plane - moved)) - 2 * spread
            weight = np.exp(-np.maximum(apart, 0) / (_ALIKE**2 * spread))
            total += weight * moved
            weights += weight
            here = np.s_[: height - down, max(0, -right) : width - max(0, right)]
            there = np.s_[down:, max(0, right) : width - max(0, -right)]
            total[there] += (weight * plane)[here]
            weights[there] += weight[here]
    calm: Plane = (total / weights).astype(np.float32)
    return calm


def _box_mean(plane: Plane) -> Plane:
    """The mean of the square around each pixel."""
    size = 2 * _PATCH + 1
    for axis in (0, 1):
        margin = [(_PATCH + 1, _PATCH) if axis == n else (0, 0) for n in (0, 1)]
        sums = np.cumsum(np.pad(plane, margin, mode="edge"), axis=axis, dtype=np.float64)
        ahead, behind = (sums[size:], sums[:-size]) if axis == 0 else (sums[:, size:], sums[:, :-size])
        plane = ((ahead - behind) / size).astype(np.float32)
    return plane
