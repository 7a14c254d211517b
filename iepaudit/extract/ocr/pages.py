"""Pages of a document read anew from their pictures, where that was asked for and can be done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from iepaudit.extract.layout import build_page
from iepaudit.extract.ocr.engine import HOW_TO_GET, Engine, available
from iepaudit.extract.raw import RawPage, Widget
from iepaudit.model.document import Grade, Page
from iepaudit.model.errors import FileError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from iepaudit.extract import ReadOptions
    from iepaudit.extract.packed import PageStore

ASK = f"Pages that are pictures were not read; OCR can try: {HOW_TO_GET}."
ASK_INSTALLED = "Pages that are pictures were not read; OCR can try: run again with --ocr auto."
NOT_INSTALLED = f"OCR was asked for but is not installed: {HOW_TO_GET}."


def wants_ocr(raw: RawPage, page: Page, mode: str) -> bool:
    """Whether a page should be read from its picture: every page if forced, else pages without usable letters."""
    if mode == "force":
        return True
    return page.quality.grade in (Grade.UNREADABLE, Grade.POOR) and not raw.problem


def with_ocr(path: Path, options: ReadOptions, pages: PageStore, wanted: dict[int, list[Widget]]) -> tuple[str, ...]:
    """Puts in the place of the pages numbered in `wanted` (with the form fields that lie on them) what is read from
    their pictures. What must be said about it."""
    if not wanted:
        return ()
    if options.ocr == "off":
        pictures = any(pages[n - 1].quality.grade is Grade.UNREADABLE for n in wanted)
        return (ASK_INSTALLED if available() else ASK,) if pictures else ()
    if not available():
        return (NOT_INSTALLED,)
    from iepaudit.extract.pdfium.render import render_pages

    try:
        with engine() as reader:
            for bitmap in render_pages(path, options.password, wanted):
                at = bitmap.number - 1
                old = pages[at]
                new = read_picture(
                    reader, bitmap.gray, bitmap.number, bitmap.scale, bitmap.source_dpi, wanted[bitmap.number]
                )
                if new.lines or not old.lines:
                    pages.put(at, replace(new, annotations=old.annotations, fields=old.fields))
    except FileError:
        return ("The file is damaged, so its pages could not be shown for OCR.",)
    return ()


@contextmanager
def engine() -> Iterator[Engine]:
    reader = Engine()
    try:
        yield reader
    finally:
        reader.close()


def read_picture(
    reader: Engine,
    gray: NDArray[np.uint8],
    number: int,
    scale: float,
    source_dpi: float,
    widgets: Iterable[Widget] = (),
) -> Page:
    """One page from its picture, laid out as a page of text is; form values are set in where they stand."""
    from iepaudit.extract.ocr.scan import read_scan

    scan = read_scan(reader, gray, number, scale, source_dpi)
    if scan.quarters == 0:
        scan.raw.widgets = list(widgets)
    return replace(build_page(scan.raw), quality=scan.quality)
