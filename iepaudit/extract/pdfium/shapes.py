"""Ruling lines, filled rectangles, small squares and pictures from the page objects of PDFium."""

from __future__ import annotations

import ctypes
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

from iepaudit.extract.pdfium.blots import LARGEST, Blots, is_box_size
from iepaudit.extract.pdfium.pictures import box_state
from iepaudit.extract.pdfium.view import IDENTITY, Matrix, View, multiply
from iepaudit.extract.raw import Fill, RawPage, Slant, Stroke
from iepaudit.model.geometry import Box

MAX_OBJECTS = 50_000
MAX_SEGMENTS = 4_000
_MAX_DEPTH = 12
_THIN = 2.5  # points: a filled rectangle thinner than this is a ruling line
_STRAIGHT = 0.8
_DOTS_APART, _LEAST_DOTTED = 4.0, 30.0  # points between the dots of a line, and of the whole line
_LETTERS = 120.0  # points: filled curves up to this size may be letters or a signature
_WHITE = 0.97

Point = tuple[float, float]


class ShapeReader:
    """Reads what is drawn on one page into `raw`; stops at `MAX_OBJECTS` objects and says so in `raw.too_busy`."""

    def __init__(self, page: Any, view: View, raw: RawPage) -> None:
        self._page, self._view, self._raw = page, view, raw
        self._left = MAX_OBJECTS
        self._dots: list[Box] = []
        self._blots = Blots(raw)
        self._matrix = pdfium.FS_MATRIX()
        self._matrix_ref = ctypes.byref(self._matrix)
        self._numbers = [ctypes.c_float() for _ in range(4)]
        self._refs = [ctypes.byref(n) for n in self._numbers]
        self._colors = [ctypes.c_uint() for _ in range(4)]
        self._color_refs = [ctypes.byref(n) for n in self._colors]

    def read(self) -> None:
        count = pdfium.FPDFPage_CountObjects(self._page)
        for index in range(min(count, MAX_OBJECTS)):
            self._object(pdfium.FPDFPage_GetObject(self._page, index), IDENTITY, 0)
        self._raw.too_busy = count > MAX_OBJECTS or self._left <= 0
        raw = self._raw
        raw.strokes = list(dict.fromkeys([*raw.strokes, *_dotted(self._dots)]))
        raw.slants = list(dict.fromkeys(raw.slants))

    def _object(self, item: Any, outer: Matrix, depth: int) -> None:
        self._left -= 1
        if self._left <= 0 or not item:
            return
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            self._path(item, outer)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            a, b, c, d, e, f = multiply(self._matrix_of(item), outer)
            xs, ys = (e, e + a, e + c, e + a + c), (f, f + b, f + d, f + b + d)
            box = self._view.box(min(xs), min(ys), max(xs), max(ys))
            self._raw.images.append(box)
            if is_box_size(box):
                state = box_state(item)
                if state is not None:
                    self._raw.pictured.append((box, state))
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _MAX_DEPTH:
            inner = multiply(self._matrix_of(item), outer)
            for index in range(min(pdfium.FPDFFormObj_CountObjects(item), MAX_OBJECTS)):
                if self._left <= 0:
                    return
                self._object(pdfium.FPDFFormObj_GetObject(item, index), inner, depth + 1)

    def _matrix_of(self, item: Any) -> Matrix:
        if not pdfium.FPDFPageObj_GetMatrix(item, self._matrix_ref):
            return IDENTITY
        m = self._matrix
        return (m.a, m.b, m.c, m.d, m.e, m.f)

    def _path(self, item: Any, outer: Matrix) -> None:
        fill_mode, stroke = ctypes.c_int(), ctypes.c_int()
        if not pdfium.FPDFPath_GetDrawMode(item, ctypes.byref(fill_mode), ctypes.byref(stroke)):
            return
        lightness = self._lightness(item) if fill_mode.value else None
        stroked = bool(stroke.value) and self._stroke_visible(item)
        white = (lightness is not None and lightness >= _WHITE) or (bool(stroke.value) and not stroked)
        if not stroked and lightness is None and not white:
            return
        parts = self._subpaths(item, multiply(self._matrix_of(item), outer))
        if parts and white:
            self._blots.white(parts)
        if not stroked and lightness is None:
            return
        if parts and lightness is not None and self._blots.dark(parts, lightness):
            return
        if lightness is not None and not stroked and lightness < _WHITE and _is_frame(parts):
            points, closed, bent = parts[0]
            self._subpath(points, closed, bent, True, None)
            return
        for points, closed, bent in parts:
            self._subpath(points, closed, bent, stroked, lightness)

    def _lightness(self, item: Any) -> float | None:
        if not pdfium.FPDFPageObj_GetFillColor(item, *self._color_refs):
            return 0.5  # a pattern
        red, green, blue, alpha = (c.value for c in self._colors)
        if alpha < 8:
            return None
        solid = (0.299 * red + 0.587 * green + 0.114 * blue) / 255
        return 1 - (1 - solid) * alpha / 255

    def _stroke_visible(self, item: Any) -> bool:
        if not pdfium.FPDFPageObj_GetStrokeColor(item, *self._color_refs):
            return True
        red, green, blue, alpha = (c.value for c in self._colors)
        return bool(alpha > 8 and min(red, green, blue) < 250)

    def _subpaths(self, item: Any, matrix: Matrix) -> list[tuple[list[Point], bool, bool]]:
        a, b, c, d, e, f = matrix
        x_ref, y_ref = self._refs[:2]
        x_value, y_value = self._numbers[:2]
        parts: list[tuple[list[Point], bool, bool]] = []
        points: list[Point] = []
        bent = False
        count = min(pdfium.FPDFPath_CountSegments(item), MAX_SEGMENTS)
        for index in range(count):
            segment = pdfium.FPDFPath_GetPathSegment(item, index)
            pdfium.FPDFPathSegment_GetPoint(segment, x_ref, y_ref)
            x, y = x_value.value, y_value.value
            point = self._view.point(a * x + c * y + e, b * x + d * y + f)
            kind = pdfium.FPDFPathSegment_GetType(segment)
            if kind == pdfium.FPDF_SEGMENT_MOVETO:
                if len(points) > 1:
                    parts.append((points, False, bent))
                points, bent = [point], False
            else:
                points.append(point)
                bent = bent or kind == pdfium.FPDF_SEGMENT_BEZIERTO
            if pdfium.FPDFPathSegment_GetClose(segment):
                parts.append((points, True, bent))
                points, bent = [point], False
        if len(points) > 1:
            parts.append((points, False, bent))
        self._left -= count // 4
        return parts

    def _subpath(self, points: list[Point], closed: bool, bent: bool, stroked: bool, lightness: float | None) -> None:
        raw = self._raw
        xs, ys = [p[0] for p in points], [p[1] for p in points]
        box = Box(min(xs), min(ys), max(xs), max(ys))
        if box.x1 < -5 or box.x0 > raw.width + 5 or box.bottom < -5 or box.top > raw.height + 5:
            return
        filled = lightness is not None and lightness < _WHITE
        if bent:
            raw.drawn_curves += 1
            if not closed or (filled and box.width < _LETTERS and _THIN < box.height < _LETTERS / 2):
                raw.drawings.append(box)
            if is_box_size(box) and stroked and (closed or _near(points[0], points[-1])):
                raw.squares.append(box)
            return
        if lightness is not None and not stroked:
            if filled:
                self._filled(points, box, lightness)
            return
        if filled and lightness is not None and _is_rectangle(points):
            raw.fills.append(Fill(box, lightness))
        if _is_rectangle(points) and (closed or len(points) >= 5) and is_box_size(box):
            raw.squares.append(box)
        edges = list(pairwise(points))
        if closed and points[0] != points[-1]:
            edges.append((points[-1], points[0]))
        for (ax, ay), (bx, by) in edges:
            self._edge(ax, ay, bx, by)

    def _filled(self, points: list[Point], box: Box, lightness: float) -> None:
        """A filled outline without a stroke: a thin one is a ruling line, a rectangle is shading."""
        raw = self._raw
        if box.width <= _THIN and box.height <= _THIN:
            self._dots.append(box)
            return
        if box.height <= _THIN:
            y = (box.top + box.bottom) / 2
            raw.strokes.append(Stroke(box.x0, y, box.x1, y))
        elif box.width <= _THIN:
            x = (box.x0 + box.x1) / 2
            raw.strokes.append(Stroke(x, box.top, x, box.bottom))
        elif _is_rectangle(points):
            raw.fills.append(Fill(box, lightness))
        elif is_box_size(box):
            raw.slants.append(Slant(box.x0, box.top, box.x1, box.bottom))  # a drawn tick or cross

    def _edge(self, ax: float, ay: float, bx: float, by: float) -> None:
        width, height = abs(bx - ax), abs(by - ay)
        if width < 0.5 and height < 0.5:
            return
        if height <= _STRAIGHT and width > height:
            y = (ay + by) / 2
            self._raw.strokes.append(Stroke(min(ax, bx), y, max(ax, bx), y))
        elif width <= _STRAIGHT:
            x = (ax + bx) / 2
            self._raw.strokes.append(Stroke(x, min(ay, by), x, max(ay, by)))
        elif width <= LARGEST and height <= LARGEST:
            self._raw.slants.append(Slant(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)))


def _dotted(dots: list[Box]) -> list[Stroke]:
    """Ruling lines that are drawn as rows of dots."""
    strokes: list[Stroke] = []
    start = end = 0.0
    level: float | None = None
    for dot in [*sorted(dots, key=lambda d: (round(d.top * 2), d.x0)), None]:
        y = (dot.top + dot.bottom) / 2 if dot else None
        if dot and y is not None and level is not None and abs(y - level) <= 0.6 and dot.x0 - end <= _DOTS_APART:
            end = max(end, dot.x1)
            continue
        if level is not None and end - start >= _LEAST_DOTTED:
            strokes.append(Stroke(start, level, end, level))
        if dot:
            start, end, level = dot.x0, dot.x1, y
    return strokes


def _is_frame(parts: list[tuple[list[Point], bool, bool]]) -> bool:
    """Two filled rectangles, one just inside the other: a drawn border."""
    if len(parts) != 2 or not all(_is_rectangle(points) for points, _, _ in parts):
        return False
    (ax0, ay0, ax1, ay1), (bx0, by0, bx1, by1) = (_extent(points) for points, _, _ in parts)
    margins = (bx0 - ax0, by0 - ay0, ax1 - bx1, ay1 - by1)
    return all(0 < m <= _THIN for m in margins)


def _extent(points: list[Point]) -> tuple[float, float, float, float]:
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return min(xs), min(ys), max(xs), max(ys)


def _is_rectangle(points: list[Point]) -> bool:
    corners = points[:-1] if len(points) > 4 and _near(points[0], points[-1]) else points
    if len(corners) != 4:
        return False
    return all(
        abs(a[0] - b[0]) <= _STRAIGHT or abs(a[1] - b[1]) <= _STRAIGHT
        for a, b in zip(corners, [*corners[1:], corners[0]], strict=True)
    )


def _near(a: Point, b: Point) -> bool:
    return abs(a[0] - b[0]) < 0.01 and abs(a[1] - b[1]) < 0.01
