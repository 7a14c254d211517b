"""Pictures of pages for reports, with the words of quotes found on them, and without what identifies a child.

What is to be hidden is told by the caller, as a function of text. Where words alone cannot say what a page shows (a
scan, letters that are drawings), there is no picture but a reason.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from iepaudit.extract.quoted import Quoted, find_quote
from iepaudit.model.document import Word
from iepaudit.model.errors import FileDamaged
from iepaudit.model.geometry import Box

if TYPE_CHECKING:
    from iepaudit.extract.pdfium.seen import SeenPage

Spans = Callable[[str], Iterable[tuple[int, int]]]  # the characters of a text that must not be seen

MEDIA = "image/webp"  # about half of PNG for pages of text; every browser since 2020 shows it
_PIXELS = 1100  # the long side of a page: its text is as clear as on a screen
_QUALITY = 45
_SCAN = 0.5  # share of a page that a picture covers
_LEAST = 12.0  # points: smaller pictures are check boxes and bullets
_BAD = 0.02  # share of characters without a meaning
_OUTLINES = 400  # curves on a page that has its letters drawn
_INK, _GRAY = "#000000", "#c8c8c8"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A page to draw, and what to find on it: (place or None, quote, deciding words)."""

    number: int
    quotes: tuple[tuple[Box | None, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class PagePicture:
    """`data` is empty when there is no picture, and `reason` says why. `quotes` stand in the order of the request;
    boxes are in points of a page of `width` by `height`."""

    number: int
    width: float
    height: float
    data: bytes
    reason: str = ""
    quotes: tuple[Quoted, ...] = ()


def draw_pages(
    path: Path, password: str | None, wanted: Iterable[Wanted], hidden: Spans | None = None
) -> Iterator[PagePicture]:
    """Pictures of pages of a PDF, one after the other. `hidden` None: nothing is hidden. Raises FileEncrypted or
    FileDamaged when the file cannot be opened."""
    from iepaudit.extract.pdfium.seen import SeenPage, opened

    with opened(path, password) as document:
        for one in wanted:
            if not 1 <= one.number <= len(document):
                continue
            try:
                page = SeenPage(document, one.number, notes=hidden is None)
            except FileDamaged:
                yield PagePicture(one.number, 0, 0, b"", "the page is damaged")
                continue
            try:
                yield _drawn(page, one, hidden)
            finally:
                page.close()


def _drawn(page: SeenPage, one: Wanted, hidden: Spans | None) -> PagePicture:
    width, height = page.view.width, page.view.height
    reason = _not_safe(page, hidden) if hidden is not None else ""
    if min(width, height) < 1 or max(width, height) > 20 * min(width, height):
        reason = "the page has an impossible size"
    if reason:
        return PagePicture(one.number, width, height, b"", reason)
    covers = _covers(page, hidden) if hidden is not None else []
    quotes = tuple(find_quote(page.words, *wanted) for wanted in one.quotes)
    return PagePicture(one.number, width, height, _picture(page, covers), "", quotes)


def _not_safe(page: SeenPage, hidden: Spans) -> str:
    """Why names could be seen on the page that its words do not tell; "" when they could not."""
    raw = page.raw
    area = page.view.width * page.view.height
    if any(b.width * b.height > _SCAN * area for b in raw.images) or raw.invisible_characters > raw.characters // 2:
        return "the page is a scan, and names in it cannot be covered"
    if not raw.words or raw.problem:
        return "the page has no text, and names on it cannot be covered"
    if raw.bad_characters > _BAD * raw.characters:
        return "some letters of the page cannot be read, so names might stay uncovered"
    if raw.drawn_curves > _OUTLINES or raw.too_busy:
        return "the page is a drawing, and names in it cannot be covered"
    slanted = " ".join(s.word.text for s in raw.slanted)  # watermarks: they run across everything
    if tuple(hidden(slanted)):
        return "a name runs across the page"
    return ""


def _covers(page: SeenPage, hidden: Spans) -> list[tuple[Box, str]]:
    """What to paint over: words that identify in black; pictures and handwriting in gray."""
    words = page.words
    named = _identifying(words, hidden)
    covers = [(_wider(w.box), _INK) for w in named]
    for widget in page.widgets.widgets:  # a value whose letters stand apart is read as single letters
        box = widget.field.box
        value = widget.field.value
        if value and tuple(hidden(value)) and not any(box.holds(*w.box.center) for w in named):
            covers.append((box, _INK))
    pictures = [b for b in page.raw.images if max(b.width, b.height) > _LEAST]
    covers += [(_wider(b), _GRAY) for b in (*pictures, *page.raw.drawings)]
    return covers


def _identifying(words: list[Word], hidden: Spans) -> list[Word]:
    """The words in which something must not be seen. Asked for the page with its lines apart, and run together: a name
    may go over the end of a line, and whether a word is a name may rest on how a line begins."""
    found = {id(w) for apart in ("\n", " ") for w in _within(words, hidden, apart)}
    return [w for w in words if id(w) in found]


def _within(words: list[Word], hidden: Spans, apart: str) -> Iterator[Word]:
    """`apart` stands between lines."""
    text, starts = "", []
    for n, word in enumerate(words):
        if n:
            text += " " if _same_line(words[n - 1].box, word.box) else apart
        starts.append(len(text))
        text += word.text
    spans, k = sorted(hidden(text)), 0
    for word, start in zip(words, starts, strict=True):
        while k < len(spans) and spans[k][1] <= start:
            k += 1
        if k < len(spans) and spans[k][0] < start + len(word.text):
            yield word


def _same_line(a: Box, b: Box) -> bool:
    return abs(a.center[1] - b.center[1]) < 0.5 * max(a.height, b.height) and b.x0 > a.x0


def _wider(box: Box) -> Box:
    return Box(box.x0 - 0.7, box.top - 0.7, box.x1 + 0.7, box.bottom + 0.7)


def _picture(page: SeenPage, covers: list[tuple[Box, str]]) -> bytes:
    from PIL import ImageDraw

    scale = _PIXELS / max(page.view.width, page.view.height)
    bitmap: Any = page.page.render(scale=scale, rotation=90 * page.turn, may_draw_forms=False, fill_color=(255,) * 4)
    picture = bitmap.to_pil().convert("RGB")
    bitmap.close()
    draw = ImageDraw.Draw(picture)
    for box, color in sorted(covers, key=lambda c: c[1], reverse=True):
        draw.rectangle((box.x0 * scale, box.top * scale, box.x1 * scale, box.bottom * scale), fill=color)
    out = io.BytesIO()
    picture.save(out, "WEBP", quality=_QUALITY, method=4)
    return out.getvalue()
