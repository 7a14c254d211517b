"""How well a page could be read: a grade, a figure and a plain reason."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from iepaudit.extract.raw import RawPage
from iepaudit.model.document import Grade, Line, Page, PageQuality

_WORD = re.compile(r"[a-z]{1,15}")
_ENOUGH_WORDS = 120
# Of the languages that plans are written in: a page without any of them in 120 words is no text.
# fmt: off
_COMMON = frozenset({
    "the", "of", "and", "to", "in", "for", "is", "a", "with", "or", "be", "will", "student", "name", "date",
    "school", "yes", "no", "at", "by", "on", "not", "de", "la", "el", "los", "que", "en", "para", "del", "y",
    "le", "les", "et", "des", "un", "una", "und", "der", "die", "das", "ang", "ng", "sa", "iyo", "ka", "nan",
    "ak", "yo", "koj", "tus", "yog", "va", "da", "na", "se", "do", "o", "e", "minutes", "week",
})
# fmt: on
_FEW_CHARACTERS = 16
_PICTURE = 0.5  # share of the page: a picture this large is the page itself
_FULL_PICTURE = 0.85
_SOME_PICTURE = 0.05
_DRAWING = 60  # drawn pieces: more than a frame and a few rules
_BAD = 0.3
_SOME_BAD = 0.05


def grade(raw: RawPage, lines: Sequence[Line]) -> PageQuality:
    """Thresholds as measured on good files (0.00 bad characters), broken fonts (0.83 and up), scans (no characters)."""
    if raw.unread:
        return PageQuality(Grade.UNREADABLE, 0.0, raw.problem, "none")
    area = max(1.0, raw.width * raw.height)
    picture = max((i.width * i.height for i in raw.images), default=0.0) / area
    bad = raw.bad_characters / max(1, raw.characters)
    filled = any(w.field.value and w.checked is None for w in raw.widgets)
    if raw.characters < _FEW_CHARACTERS and picture >= _PICTURE:
        return PageQuality(Grade.UNREADABLE, 0.0, "this page is a picture without text", "none")
    if bad >= _BAD:
        reason = "the fonts of this page do not say which letters they draw"
        return PageQuality(Grade.POOR, round(1 - bad, 2), reason, "text")
    source = "fields" if filled and not raw.characters else "text"
    if raw.problem:
        return PageQuality(Grade.POOR, 0.4, raw.problem, source)
    if _is_gibberish(lines):
        return PageQuality(Grade.POOR, 0.2, "the letters of this page do not make words", "text")
    if not lines:
        drawn = len(raw.strokes) + len(raw.slants) + len(raw.fills) > _DRAWING or raw.drawn_curves > _DRAWING
        if picture >= _SOME_PICTURE or drawn:
            return PageQuality(Grade.UNREADABLE, 0.0, "this page holds a picture or drawing, but no text", "none")
        return PageQuality(Grade.GOOD, 1.0, "this page is empty", "none")
    if bad >= _SOME_BAD:
        return PageQuality(Grade.FAIR, round(1 - bad, 2), "some letters of this page could not be told", source)
    if raw.invisible_characters > 0.5 * raw.characters or picture >= _FULL_PICTURE:
        reason = "this page is a picture with recognized text behind it, which may hold wrong letters"
        return PageQuality(Grade.FAIR, 0.75, reason, source)
    if raw.too_busy:
        return PageQuality(Grade.FAIR, 0.7, "this page holds too many drawn lines to look for tables", source)
    return PageQuality(Grade.GOOD, 1.0, "", source)


def _is_gibberish(lines: Sequence[Line]) -> bool:
    """A font with a wrong but valid mapping gives letters without a single one of the commonest words."""
    words = [w for line in lines for w in _WORD.findall(line.text.lower())]
    return len(words) >= _ENOUGH_WORDS and not _COMMON.intersection(words)


def without_text(page: Page) -> Page:
    """A page of a file without any text: reading it and finding nothing is no proof that it is empty."""
    if page.quality.grade is Grade.UNREADABLE:
        return page
    return replace(page, quality=PageQuality(Grade.UNREADABLE, 0.0, "no text was found on this page", "none"))
