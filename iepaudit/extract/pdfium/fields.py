"""Form fields and notes of a page from PDFium's form API: values with and without an appearance."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from functools import partial
from typing import Any

import pypdfium2.raw as pdfium

from iepaudit.extract.characters import clean
from iepaudit.extract.pdfium.view import View
from iepaudit.extract.raw import RawPage, Widget
from iepaudit.model.document import FormField
from iepaudit.model.geometry import Box

MAX_ANNOTATIONS = 5_000
_HIDDEN = 2 | 32  # hidden, no view
_MULTILINE = 1 << 12
_KINDS = {1: "button", 2: "checkbox", 3: "radio", 4: "choice", 5: "choice", 6: "text", 7: "signature"}
_NOTES = {pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_TEXT, pdfium.FPDF_ANNOT_STAMP}


def read_annotations(page: Any, form: Any, view: View, raw: RawPage) -> None:
    """Fills `raw.widgets` and `raw.annotations`; `form` is None for files without a form."""
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), MAX_ANNOTATIONS)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        try:
            subtype = pdfium.FPDFAnnot_GetSubtype(annotation)
            if pdfium.FPDFAnnot_GetFlags(annotation) & _HIDDEN:
                continue
            if subtype == pdfium.FPDF_ANNOT_WIDGET:
                widget = _widget(form, annotation, view, raw.number)
                if widget is not None:
                    raw.widgets.append(widget)
            elif subtype in _NOTES:
                note = clean(_string(partial(pdfium.FPDFAnnot_GetStringValue, annotation, b"Contents")))
                if note.strip():
                    raw.annotations.append(" ".join(note.split()))
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)


def _widget(form: Any, annotation: Any, view: View, page: int) -> Widget | None:
    kind = _KINDS.get(pdfium.FPDFAnnot_GetFormFieldType(form, annotation)) if form is not None else None
    rect = pdfium.FS_RECTF()
    if not pdfium.FPDFAnnot_GetRect(annotation, ctypes.byref(rect)):
        return None
    box = view.box(rect.left, rect.bottom, rect.right, rect.top)
    if kind is None:
        return _orphan(annotation, box, page)
    name = _string(partial(pdfium.FPDFAnnot_GetFormFieldName, form, annotation))
    checked: bool | None = None
    value = ""
    unclear = False
    if kind in ("checkbox", "radio"):
        checked, value, unclear = _state(form, annotation)
    elif kind in ("text", "choice"):
        value = _value(form, annotation, kind)
    size = ctypes.c_float()
    pdfium.FPDFAnnot_GetFontSize(form, annotation, ctypes.byref(size))
    flags = pdfium.FPDFAnnot_GetFormFieldFlags(form, annotation)
    return Widget(
        FormField(clean(name), kind, value, box, page),
        checked,
        kind == "text" and bool(flags & _MULTILINE),
        max(0.0, float(size.value)),
        unclear,
    )


def _orphan(annotation: Any, box: Box, page: int) -> Widget | None:
    """A widget that no form of the file knows, as in pages cut out of a form: what the widget itself says."""
    kind, name, value, shown = (
        _string(partial(pdfium.FPDFAnnot_GetStringValue, annotation, key)) for key in (b"FT", b"T", b"V", b"AS")
    )
    if kind == "Btn":
        on = shown not in ("", "Off")
        return Widget(FormField(name, "checkbox", shown if on else "", box, page), on) if shown else None
    if kind not in ("Tx", "Ch"):
        return None
    return Widget(FormField(clean(name), "text" if kind == "Tx" else "choice", clean(value), box, page), None)


def _state(form: Any, annotation: Any) -> tuple[bool, str, bool]:
    """Whether a box is on, its export value when it is, and whether value and appearance contradict each other."""
    export = _string(partial(pdfium.FPDFAnnot_GetFormFieldExportValue, form, annotation))
    shown = _string(partial(pdfium.FPDFAnnot_GetStringValue, annotation, b"AS"))
    if pdfium.FPDFAnnot_IsChecked(form, annotation) or shown not in ("", "Off"):
        return True, export or shown or "on", False
    chosen = _string(partial(pdfium.FPDFAnnot_GetFormFieldValue, form, annotation))
    if not chosen or chosen == "Off":
        chosen = _string(partial(pdfium.FPDFAnnot_GetStringValue, annotation, b"V"))
    if chosen and chosen != "Off" and chosen == export:
        return not shown, export if not shown else "", bool(shown)
    return False, "", False


def _value(form: Any, annotation: Any, kind: str) -> str:
    value = _string(partial(pdfium.FPDFAnnot_GetFormFieldValue, form, annotation))
    if kind == "choice":
        count = min(max(0, pdfium.FPDFAnnot_GetOptionCount(form, annotation)), 500)
        chosen = [
            _string(partial(pdfium.FPDFAnnot_GetOptionLabel, form, annotation, index))
            for index in range(count)
            if pdfium.FPDFAnnot_IsOptionSelected(form, annotation, index)
        ]
        if chosen:  # what is shown is the label, not the export value; lists may hold several
            value = "; ".join(chosen)
    return clean(value.replace("\r\n", "\n").replace("\r", "\n"))


def _string(call: Callable[[Any, int], int]) -> str:
    """The UTF-16 string that a PDFium call writes; `call(buffer, size)` returns the bytes it needs."""
    size = int(call(None, 0))
    if size <= 2:
        return ""
    buffer = ctypes.create_string_buffer(size + 2)
    call(ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), size)
    return buffer.raw[: size - 2].decode("utf-16-le", "replace")
