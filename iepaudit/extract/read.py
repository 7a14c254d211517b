"""The way from a path to a Document: what the file is, which reader reads it, pages put together."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from iepaudit.extract.sniff import Format, sniff
from iepaudit.model.document import Document

if TYPE_CHECKING:
    from iepaudit.extract import ReadOptions


def read(path: Path, options: ReadOptions) -> Document:
    """See `iepaudit.extract.read_document`."""
    found = sniff(path, options.max_bytes)
    if found is Format.PDF:
        return _read_pdf(path, options)
    from iepaudit.extract.text import read_text

    return read_text(path, found, options)


def _read_pdf(path: Path, options: ReadOptions) -> Document:
    from iepaudit.extract.layout import build_page
    from iepaudit.extract.pdfium import read_pages
    from iepaudit.extract.running import set_aside

    raws = read_pages(path, options.password, options.max_pages, options.max_characters_per_page)
    pages = [build_page(raw) for raw in raws]
    return Document(set_aside(pages), "pdf", "pdfium")
