"""The way from a path to a Document: what the file is, which reader reads it, pages put together."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from iepaudit.extract.sniff import Format, sniff
from iepaudit.model.document import Document, Grade, Page, PageQuality
from iepaudit.model.errors import FileDamaged, FileError

if TYPE_CHECKING:
    from iepaudit.extract import ReadOptions
    from iepaudit.extract.raw import RawPage, Widget

_DAMAGED = "The file is damaged; what could be saved of it was read, and parts may be missing."


def read(path: Path, options: ReadOptions) -> Document:
    """See `iepaudit.extract.read_document`."""
    found = sniff(path, options.max_bytes)
    if found is Format.PDF:
        return _read_pdf(path, options)
    if found is Format.DOCX:
        from iepaudit.extract.docx import read_docx

        return read_docx(path, options)
    if found is Format.HTML:
        from iepaudit.extract.html import read_html

        return read_html(path, options)
    if found is Format.IMAGE:
        from iepaudit.extract.image import read_image

        return read_image(path, options)
    from iepaudit.extract.text import read_text

    return read_text(path, found, options)


def _read_pdf(path: Path, options: ReadOptions) -> Document:
    """PDFium first; pdfplumber when asked for, when PDFium is not there, and for files that PDFium cannot open."""
    if options.engine == "pdfplumber":
        return _with_pdfplumber(path, options)
    try:
        from iepaudit.extract.pdfium import read_pages
    except (ImportError, OSError):
        return _with_pdfplumber(path, options, "PDFium could not be loaded, so the slower reader was used.")
    try:
        raws = read_pages(path, options.password, options.max_pages, options.max_characters_per_page)
        return _document(raws, "pdfium", path, options)
    except FileDamaged as first:
        try:
            saved = _with_pdfplumber(path, options, _DAMAGED)
        except FileError:
            raise first from None
        if not any(page.lines for page in saved.pages):
            raise
        from iepaudit.extract.packed import kept

        return replace(saved, pages=kept(map(_doubted, saved.pages)))


def _with_pdfplumber(path: Path, options: ReadOptions, *notes: str) -> Document:
    from iepaudit.extract.plumber import read_pages

    raws = read_pages(path, options.password, options.max_pages, options.max_characters_per_page)
    document = _document(raws, "pdfplumber", path, options)
    return replace(document, notes=(*notes, *document.notes))


def _document(raws: Iterable[RawPage], reader: str, path: Path, options: ReadOptions) -> Document:
    from iepaudit.extract.continued import carried_on
    from iepaudit.extract.layout import build_page
    from iepaudit.extract.ocr.pages import wants_ocr, with_ocr
    from iepaudit.extract.packed import PageStore, kept
    from iepaudit.extract.quality import without_text
    from iepaudit.extract.running import set_aside

    pages = PageStore()
    pictures: dict[int, list[Widget]] = {}
    anything = False
    for raw in raws:
        page = _built(raw, build_page)
        anything = anything or bool(page.lines or page.fields)
        pages.append(page)
        if wants_ocr(raw, page, options.ocr):
            pictures[raw.number] = raw.widgets
    if not anything:
        pages = PageStore(map(without_text, pages))
    notes = with_ocr(path, options, pages, pictures)
    return Document(kept(carried_on(set_aside(pages))), "pdf", reader, notes)


def _built(raw: RawPage, build_page: Callable[[RawPage], Page]) -> Page:
    """The page; one that trips the program up is unreadable, and the others are kept."""
    try:
        return build_page(raw)
    except MemoryError:
        raise  # the limit of this worker, not a fault of the page
    except Exception:
        reason = "this page could not be taken apart, which is a fault of this program"
        quality = PageQuality(Grade.UNREADABLE, 0.0, reason, "none")
        return Page(raw.number, raw.width, raw.height, (), (), (), (), quality)


def _doubted(page: Page) -> Page:
    """A page of a damaged file: what is there may be used, what is missing proves nothing."""
    quality = page.quality
    if quality.grade is Grade.GOOD:
        quality = replace(quality, grade=Grade.POOR, score=0.5, reason="the file is damaged; parts may be missing")
    return replace(page, quality=quality)
