"""From PDF page space to the page as a person sees it.

PDFium gives boxes in unrotated, uncropped page space with y upwards; crop box and /Rotate are applied here, or words of
rotated pages fall into pieces.
"""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

from iepaudit.model.geometry import Box

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def multiply(inner: Matrix, outer: Matrix) -> Matrix:
    """The matrix that applies `inner` first."""
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def inverse(matrix: Matrix) -> Matrix | None:
    """The matrix that undoes `matrix`; None when nothing can."""
    a, b, c, d, e, f = matrix
    size = a * d - b * c
    if abs(size) < 1e-9:
        return None
    return (d / size, -b / size, -c / size, a / size, (c * f - d * e) / size, (b * e - a * f) / size)


class View:
    """The transform of one page; `width` and `height` are those of the page as seen. `quarter_turns` turns it further,
    for pages whose text runs sideways."""

    __slots__ = ("_same", "_x0", "_x1", "_y0", "_y1", "height", "rotation", "width")

    def __init__(self, page: Any, quarter_turns: int = 0) -> None:
        rect = pdfium.FS_RECTF()
        if not pdfium.FPDF_GetPageBoundingBox(page, ctypes.byref(rect)):
            rect.left, rect.bottom, rect.right, rect.top = 0, 0, 612, 792
        self._x0, self._x1 = sorted((float(rect.left), float(rect.right)))
        self._y0, self._y1 = sorted((float(rect.bottom), float(rect.top)))
        self.rotation = (pdfium.FPDFPage_GetRotation(page) + quarter_turns) % 4
        width, height = self._x1 - self._x0, self._y1 - self._y0
        self.width, self.height = (height, width) if self.rotation % 2 else (width, height)
        self._same: dict[float, float] = {}

    def point(self, x: float, y: float) -> tuple[float, float]:
        if self.rotation == 0:
            return x - self._x0, self._y1 - y
        if self.rotation == 1:
            return y - self._y0, x - self._x0
        if self.rotation == 2:
            return self._x1 - x, y - self._y0
        return self._y1 - y, self._x1 - x

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        if self.rotation == 0 and left <= right and bottom <= top:  # nearly always
            x0, above, x1, below = left - self._x0, self._y1 - top, right - self._x0, self._y1 - bottom
            same = self._same.setdefault  # words of a line share their heights: one object each, not one a word
            return Box(same(x0, x0), same(above, above), same(x1, x1), same(below, below))
        ax, ay = self.point(left, bottom)
        bx, by = self.point(right, top)
        return Box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))

    def rect(self, box: Box) -> tuple[float, float, float, float]:
        """The way back: left, bottom, right and top in page space."""
        corners = [self._back(box.x0, box.top), self._back(box.x1, box.bottom)]
        xs, ys = sorted(c[0] for c in corners), sorted(c[1] for c in corners)
        return xs[0], ys[0], xs[1], ys[1]

    def _back(self, x: float, y: float) -> tuple[float, float]:
        if self.rotation == 0:
            return x + self._x0, self._y1 - y
        if self.rotation == 1:
            return y + self._x0, x + self._y0
        if self.rotation == 2:
            return self._x1 - x, y + self._y0
        return self._x1 - y, self._y1 - x
