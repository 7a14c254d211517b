"""A copy of a PDF with highlights and comments. Everything else stays: text, form, bookmarks, tags, password.

PDFium writes the copy. Measured on 70 files against pikepdf: both keep pages, forms, outlines, tags and encryption, and
both pass `qpdf --check`; PDFium is here anyway and knows where the words stand. Saving by appending, which would keep
the bytes of the original, breaks files with compressed cross-reference tables, so the whole file is written.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from iepaudit.model.geometry import Box

Rect = tuple[float, float, float, float]  # left, bottom, right, top in page space
Color = tuple[int, int, int]

_NOTE = 18.0  # points: the side of a note's sign
_STEP = 22.0
_EDGE = 6.0


@dataclass(frozen=True, slots=True)
class Comment:
    """What to say about words of a page: `quote` at `box`. Without a quote and a box it is a note in the margin."""

    page: int  # from 1
    title: str
    text: str
    color: Color
    box: Box | None = None
    quote: str = ""


@dataclass(frozen=True, slots=True)
class _Mark:
    """A comment with its place: rectangles of words to highlight, or one for a note."""

    title: str
    text: str
    color: Color
    rects: tuple[Rect, ...]
    highlight: bool


def annotated(path: Path, password: str | None, comments: Iterable[Comment]) -> bytes:
    """The bytes of the copy. Comments on the same words become one, comments on pages that are not there are notes on
    the first page. Raises FileEncrypted or FileDamaged."""
    from iepaudit.extract.pdfium.annotations import add, copied
    from iepaudit.extract.pdfium.seen import opened

    with opened(path, password) as document:
        marks = _placed(document, tuple(comments))
    with opened(path, password, forms=False) as document:
        for page in sorted(marks):
            for number, mark in enumerate(marks[page], start=1):
                name = f"iepaudit-{page}-{number}"
                add(document, page, mark.rects, mark.title, mark.text, mark.color, name, highlight=mark.highlight)
        return copied(document)


def _placed(document: object, comments: tuple[Comment, ...]) -> dict[int, list[_Mark]]:
    from iepaudit.extract.pdfium.seen import SeenPage
    from iepaudit.extract.quoted import find_quote

    count = len(document)  # type: ignore[arg-type]
    by_page: dict[int, list[Comment]] = {}
    for comment in comments:
        by_page.setdefault(comment.page if 1 <= comment.page <= count else 1, []).append(comment)
    marks: dict[int, list[_Mark]] = {}
    for number, on_page in by_page.items():
        page = SeenPage(document, number, notes=True)
        try:
            words = page.words
            found: dict[tuple[Box, ...], list[Comment]] = {}
            notes: list[Comment] = []
            for comment in on_page:
                boxes = find_quote(words, comment.box, comment.quote).words if comment.quote or comment.box else ()
                boxes = tuple(b for b in boxes if b.width > 0 and b.height > 0)
                if boxes:
                    found.setdefault(boxes, []).append(comment)
                else:
                    notes.append(comment)
            rects = {boxes: tuple(page.view.rect(b) for b in boxes) for boxes in found}
            marks[number] = [
                _Mark(same[0].title, "\n\n".join(c.text for c in same), same[0].color, rects[boxes], True)
                for boxes, same in found.items()
            ]
            marks[number] += [
                _Mark(c.title, c.text, c.color, (page.view.rect(_margin(n, page.view.width, page.view.height)),), False)
                for n, c in enumerate(notes)
            ]
        finally:
            page.close()
    return marks


def _margin(number: int, width: float, height: float) -> Box:
    """The place of a note: down the right margin of the page, then in columns beside it."""
    rows = max(1, int((height - 2 * _EDGE) // _STEP))
    left = max(_EDGE, width - _EDGE - _NOTE - (number // rows) * _STEP)
    top = _EDGE + (number % rows) * _STEP
    return Box(left, top, left + _NOTE, top + _NOTE)
