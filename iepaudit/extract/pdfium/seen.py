"""A page as it looks: its words with the values of its form fields at the very place where a viewer shows them.

Fields are drawn into the page for that, in memory only; so a page that was opened here must never be saved.
"""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from iepaudit.extract.pdf_errors import damaged, encrypted
from iepaudit.extract.pdfium.fields import read_annotations
from iepaudit.extract.pdfium.file import sideways
from iepaudit.extract.pdfium.shapes import ShapeReader
from iepaudit.extract.pdfium.view import View
from iepaudit.extract.pdfium.words import WordReader
from iepaudit.extract.raw import RawPage
from iepaudit.model.document import Word

CHARACTERS = 200_000  # of one page


@contextmanager
def opened(path: Path, password: str | None, *, forms: bool = True) -> Iterator[Any]:
    """The document, with its form unless `forms` is off; raises FileEncrypted or FileDamaged."""
    logging.getLogger("pypdfium2").setLevel(logging.ERROR)
    try:
        document = pypdfium2.PdfDocument(path, password=password)
    except pypdfium2.PdfiumError as error:
        code = getattr(error, "err_code", None)
        if code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY) or "password" in str(error).lower():
            raise encrypted(tried=bool(password)) from None
        raise damaged() from None
    try:
        if forms:
            with contextlib.suppress(pypdfium2.PdfiumError):  # the values of a broken form are not shown
                document.init_forms()
        yield document
    finally:
        document.close()


class SeenPage:
    """One page. `turn` is in quarter turns, for pages whose text runs sideways; boxes are those of the turned page, as
    in the report on it."""

    def __init__(self, document: Any, number: int, *, notes: bool) -> None:
        """`notes`: whether sticky notes, stamps, ink and signatures are to be seen too. Raises FileDamaged."""
        try:
            page = document[number - 1]
            form = document.formenv.raw if document.formenv else None
            self.widgets = _widgets(page, form, number)
            if not notes:
                _without_notes(page, form)
            pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY)
            page.close()
            self.page = document[number - 1]
        except pypdfium2.PdfiumError:
            raise damaged() from None
        handle = self.page.raw
        self.turn = 0
        self.view = View(handle)
        self.raw = self._read(number)
        turn = sideways(self.raw)
        if turn:
            self.turn, self.view = turn, View(handle, turn)
            self.raw = self._read(number)
        ShapeReader(handle, self.view, self.raw).read()

    def _read(self, number: int) -> RawPage:
        raw = RawPage(number, self.view.width, self.view.height)
        WordReader(self.page.raw, self.view, raw, CHARACTERS).read()
        return raw

    @property
    def words(self) -> list[Word]:
        """Every word with a place, in the order of the file; words that run upwards or at a slant too."""
        return [*self.raw.words, *(word for _, word in self.raw.turned), *(s.word for s in self.raw.slanted)]

    def close(self) -> None:
        self.page.close()


def _widgets(page: Any, form: Any, number: int) -> RawPage:
    view = View(page.raw)
    raw = RawPage(number, view.width, view.height)
    read_annotations(page.raw, form, view, raw)
    return raw


def _without_notes(page: Any, form: Any) -> None:
    """Takes out all annotations that are no form fields, and signatures."""
    for index in reversed(range(pdfium.FPDFPage_GetAnnotCount(page.raw))):
        annotation = pdfium.FPDFPage_GetAnnot(page.raw, index)
        if not annotation:
            continue
        keep = pdfium.FPDFAnnot_GetSubtype(annotation) == pdfium.FPDF_ANNOT_WIDGET
        if keep and form is not None:
            keep = pdfium.FPDFAnnot_GetFormFieldType(form, annotation) != pdfium.FPDF_FORMFIELD_SIGNATURE
        pdfium.FPDFPage_CloseAnnot(annotation)
        if not keep:
            pdfium.FPDFPage_RemoveAnnot(page.raw, index)
