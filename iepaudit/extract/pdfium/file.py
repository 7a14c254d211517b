"""Opens a PDF with PDFium and reads its pages one by one, closing each, so that memory does not grow with the pages."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from iepaudit.extract.pdfium.fields import read_annotations
from iepaudit.extract.pdfium.shapes import ShapeReader
from iepaudit.extract.pdfium.view import View
from iepaudit.extract.pdfium.words import WordReader
from iepaudit.extract.raw import RawPage
from iepaudit.model.errors import FileDamaged, FileEncrypted, FileTooLarge, FileUnsupported

XFA_MESSAGE = (
    "This is a dynamic XFA form, which only Adobe software can show; open it there, print it to PDF and try again."
)
_MAX_SIDE = 20_000  # points, about 7 metres


def read_pages(path: Path, password: str | None, max_pages: int, max_characters: int) -> Iterator[RawPage]:
    """Yields the pages of a PDF; raises FileEncrypted, FileDamaged, FileTooLarge or FileUnsupported before that."""
    document = _open(path, password)
    try:
        count = len(document)
        if count == 0:
            raise FileDamaged("The PDF holds no pages; ask for a new copy.")
        if count > max_pages:
            raise FileTooLarge(f"The PDF has {count:,} pages, more than the limit of {max_pages:,}; split it.")
        form = _form(document)
        if _is_xfa_only(document, form):
            raise FileUnsupported(XFA_MESSAGE)
        for index in range(count):
            yield _page(document, index, form, max_characters)
    finally:
        document.close()


def _open(path: Path, password: str | None) -> Any:
    try:
        return pypdfium2.PdfDocument(path, password=password)
    except pypdfium2.PdfiumError as error:
        code = getattr(error, "err_code", None)
        if code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY) or "password" in str(error).lower():
            tried = "The password does not open this PDF" if password else "The PDF is protected by a password"
            raise FileEncrypted(f"{tried}; save a copy without a password and try again.") from None
        raise FileDamaged("The PDF is damaged and cannot be opened; ask for a new copy or print it to PDF.") from None


def _form(document: Any) -> Any:
    """The form handle, None for files without a form. Scripts are never run: this build of PDFium has no engine."""
    logging.getLogger("pypdfium2").setLevel(logging.ERROR)  # else it advises users to build PDFium themselves
    try:
        document.init_forms()
    except pypdfium2.PdfiumError:
        return None
    return document.formenv.raw if document.formenv else None


def _is_xfa_only(document: Any, form: Any) -> bool:
    """Dynamic XFA: the form's pages exist only in Adobe's viewer, the PDF's own page says "please wait"."""
    if form is None or pdfium.FPDF_GetFormType(document) not in (pdfium.FORMTYPE_XFA_FULL,):
        return False
    return len(document) <= 1


def _page(document: Any, index: int, form: Any, max_characters: int) -> RawPage:
    handle = pdfium.FPDF_LoadPage(document, index)
    if not handle:
        return RawPage(index + 1, 612.0, 792.0, problem="this page is damaged", unread=True)
    try:
        view = View(handle)
        raw = RawPage(index + 1, view.width, view.height)
        if view.width < 1 or view.height < 1 or max(view.width, view.height) > _MAX_SIDE:
            raw.problem, raw.unread = "this page has an impossible size", True
            return raw
        WordReader(handle, view, raw, max_characters).read()
        ShapeReader(handle, view, raw).read()
        if form is not None:
            pdfium.FORM_OnAfterLoadPage(handle, form)  # else every box reads as off
        try:
            read_annotations(handle, form, view, raw)
        finally:
            if form is not None:
                pdfium.FORM_OnBeforeClosePage(handle, form)
        return raw
    finally:
        pdfium.FPDF_ClosePage(handle)
