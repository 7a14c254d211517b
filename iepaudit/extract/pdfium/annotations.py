"""Highlights and notes written into an open PDF, and its bytes."""

from __future__ import annotations

import ctypes
import io
import re
from collections.abc import Iterable
from typing import Any

import pypdfium2.raw as pdfium

from iepaudit.extract.pdf_errors import damaged

_PRINTED = 4  # annotation flag: part of what is printed
_NOTE_FLAGS = 4 | 8 | 16  # printed; stays upright and of one size however the page is turned and enlarged
_NAMES = re.compile(rb"(/ID\s*\[\s*<[0-9A-Fa-f]*>\s*)<([0-9A-Fa-f]*)>")
AUTHOR = "iepaudit"


def add(
    document: Any,
    number: int,
    rects: Iterable[tuple[float, float, float, float]],
    title: str,
    text: str,
    color: tuple[int, int, int],
    name: str,
    *,
    highlight: bool,
) -> None:
    """Adds one annotation to page `number` (from 1); `rects` are left, bottom, right, top in page space."""
    page = pdfium.FPDF_LoadPage(document, number - 1)
    if not page:
        raise damaged()
    try:
        kind = pdfium.FPDF_ANNOT_HIGHLIGHT if highlight else pdfium.FPDF_ANNOT_TEXT
        annotation = pdfium.FPDFPage_CreateAnnot(page, kind)
        if not annotation:
            raise damaged()
        try:
            _fill(annotation, tuple(rects), title, text, color, name, highlight=highlight)
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)
    finally:
        pdfium.FPDF_ClosePage(page)


def _fill(
    annotation: Any,
    rects: tuple[tuple[float, float, float, float], ...],
    title: str,
    text: str,
    color: tuple[int, int, int],
    name: str,
    *,
    highlight: bool,
) -> None:
    if highlight:
        for left, bottom, right, top in rects:
            corners = pdfium.FS_QUADPOINTSF(left, top, right, top, left, bottom, right, bottom)
            pdfium.FPDFAnnot_AppendAttachmentPoints(annotation, ctypes.byref(corners))
    whole = pdfium.FS_RECTF(
        min(r[0] for r in rects), max(r[3] for r in rects), max(r[2] for r in rects), min(r[1] for r in rects)
    )
    pdfium.FPDFAnnot_SetRect(annotation, ctypes.byref(whole))
    pdfium.FPDFAnnot_SetColor(annotation, pdfium.FPDFANNOT_COLORTYPE_Color, *color, 255)
    pdfium.FPDFAnnot_SetFlags(annotation, _PRINTED if highlight else _NOTE_FLAGS)
    for key, value in ((b"Contents", text), (b"T", AUTHOR), (b"Subj", title), (b"NM", name)):
        wide = ctypes.create_string_buffer(value.encode("utf-16-le", "replace") + b"\0\0")
        pdfium.FPDFAnnot_SetStringValue(annotation, key, ctypes.cast(wide, pdfium.FPDF_WIDESTRING))


def copied(document: Any) -> bytes:
    """The document as a new file. The part of its identifier that PDFium draws by lot is set to nought, so that the
    same plan always gives the same bytes; passwords use the other part."""
    out = io.BytesIO()
    document.save(out, flags=pdfium.FPDF_NO_INCREMENTAL)
    data = out.getvalue()
    at = data.rfind(b"/ID")
    return data[:at] + _NAMES.sub(lambda m: m[1] + b"<" + b"0" * len(m[2]) + b">", data[at:]) if at >= 0 else data
