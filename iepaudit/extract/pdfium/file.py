"""Opens a PDF with PDFium and reads its pages one by one, closing each, so that memory does not grow with the pages."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from iepaudit.extract.pdf_errors import damaged, encrypted, no_pages, too_many_pages, xfa_only
from iepaudit.extract.pdfium.fields import read_annotations
from iepaudit.extract.pdfium.shapes import ShapeReader
from iepaudit.extract.pdfium.view import View
from iepaudit.extract.pdfium.words import WordReader
from iepaudit.extract.raw import RawPage

_NEEDS_RENDERING = re.compile(rb"/NeedsRendering\s+true")
_TAIL = 2_000_000  # bytes of the file that are searched for it
_MAX_SIDE = 20_000  # points, about 7 metres


def read_pages(path: Path, password: str | None, max_pages: int, max_characters: int) -> Iterator[RawPage]:
    """Yields the pages of a PDF; raises FileEncrypted, FileDamaged, FileTooLarge or FileUnsupported before that."""
    document = _open(path, password)
    try:
        count = len(document)
        if count == 0:
            raise no_pages()
        if count > max_pages:
            raise too_many_pages(count, max_pages)
        form = _form(document)
        if _is_xfa_only(document, path):
            raise xfa_only()
        for index in range(count):
            yield _page(document, index, form, max_characters)
    finally:
        document.close()


def _open(path: Path, password: str | None) -> Any:
    try:
        return pypdfium2.PdfDocument(path, password=password)
    except pypdfium2.PdfiumError as error:
        code = getattr(error, "err_code", None)
        locked = code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY) or "password" in str(error).lower()
        # The code may be left from the file before: PDFium sets none for some damaged files.
        if locked and b"/Encrypt" in path.read_bytes():
            raise encrypted(tried=bool(password)) from None
        raise damaged() from None


def _form(document: Any) -> Any:
    """The form handle, None for files without a form. Scripts are never run: this build of PDFium has no engine."""
    logging.getLogger("pypdfium2").setLevel(logging.ERROR)  # else it advises users to build PDFium themselves
    try:
        document.init_forms()
    except pypdfium2.PdfiumError:
        return None
    return document.formenv.raw if document.formenv else None


def _is_xfa_only(document: Any, path: Path) -> bool:
    """Dynamic XFA: the form's pages exist only in Adobe's viewer; the PDF's own page says "please wait", or nothing."""
    if len(document) > 1:
        return False
    if pdfium.FPDF_GetFormType(document) != pdfium.FORMTYPE_XFA_FULL and not _NEEDS_RENDERING.search(
        path.read_bytes()[-_TAIL:]
    ):
        return False
    page = pdfium.FPDF_LoadPage(document, 0)
    if not page:
        return True
    raw = RawPage(1, 612.0, 792.0)
    try:
        view = View(page)
        raw.width, raw.height = view.width, view.height
        WordReader(page, view, raw, 20_000).read()
        widgets = pdfium.FPDFPage_GetAnnotCount(page)
    finally:
        pdfium.FPDF_ClosePage(page)
    text = " ".join(w.text for w in raw.words).lower()
    return widgets == 0 and (len(text) < 40 or "please wait" in text or "adobe reader" in text)


def sideways(raw: RawPage) -> int:
    """The quarter turns after which a page whose text runs sideways can be read; 0 for other pages."""
    upright = sum(len(word.text) for word in raw.words)
    for turn in (1, 2, 3):
        if sum(len(word.text) for t, word in raw.turned if t == turn) > 2 * upright + 30:
            return turn
    return 0


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
        turn = sideways(raw)
        if turn:
            pdfium.FPDFPage_SetRotation(handle, (view.rotation + turn) % 4)  # in memory; else letters come in disorder
            view = View(handle)
            raw = RawPage(index + 1, view.width, view.height)
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
