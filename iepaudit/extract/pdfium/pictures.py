"""Check boxes that are small pictures: a dark border on four sides, and ink inside or not."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

_MOST_PIXELS = 250  # a side of a picture of a check box
_LEAST_PIXELS = 6
_DARK = 128
_SIDE = 0.7  # share of a border line that is dark
_INK = 0.1  # share of the inside that a mark covers


def box_state(item: Any) -> bool | None:
    """True for a marked box, False for an empty one, None when the picture is no check box."""
    bitmap = pdfium.FPDFImageObj_GetBitmap(item)
    if not bitmap:
        return None
    try:
        rows = _dark_rows(bitmap)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    return _judge(rows) if rows else None


def _dark_rows(bitmap: Any) -> list[list[bool]]:
    width, height = pdfium.FPDFBitmap_GetWidth(bitmap), pdfium.FPDFBitmap_GetHeight(bitmap)
    if not (_LEAST_PIXELS <= width <= _MOST_PIXELS and _LEAST_PIXELS <= height <= _MOST_PIXELS):
        return []
    depth = {pdfium.FPDFBitmap_Gray: 1, pdfium.FPDFBitmap_BGR: 3, pdfium.FPDFBitmap_BGRx: 4}.get(
        pdfium.FPDFBitmap_GetFormat(bitmap), 4
    )
    stride = pdfium.FPDFBitmap_GetStride(bitmap)
    data = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
    rows = []
    for y in range(height):
        row = data[y * stride : y * stride + width * depth]
        shown = [max(row[n : n + min(3, depth)]) for n in range(0, len(row), depth)]
        rows.append([value < _DARK for value in shown])
    return rows


def _judge(rows: list[list[bool]]) -> bool | None:
    columns = [list(c) for c in zip(*rows, strict=True)]
    for lines in (rows, columns):
        band = max(1, len(lines) // 4)
        for edge in (lines[:band], lines[-band:]):
            if max(sum(line) / len(line) for line in edge) < _SIDE:
                return None
    top, left = len(rows) // 4, len(columns) // 4
    inner = [row[left : len(columns) - left] for row in rows[top : len(rows) - top]]
    share = sum(map(sum, inner)) / max(1, sum(map(len, inner)))
    return share >= _INK
