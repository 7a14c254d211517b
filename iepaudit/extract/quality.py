"""How well a page could be read: a grade, a figure and a plain reason."""

from __future__ import annotations

from collections.abc import Sequence

from iepaudit.extract.raw import RawPage
from iepaudit.model.document import Grade, Line, PageQuality

_FEW_CHARACTERS = 16
_PICTURE = 0.5  # share of the page: a picture this large is the page itself
_FULL_PICTURE = 0.85
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
    if not lines:
        return PageQuality(Grade.GOOD, 1.0, "this page is empty", "none")
    if bad >= _SOME_BAD:
        return PageQuality(Grade.FAIR, round(1 - bad, 2), "some letters of this page could not be told", source)
    if raw.invisible_characters > 0.5 * raw.characters or picture >= _FULL_PICTURE:
        reason = "this page is a picture with text that a scanner recognized; it may hold wrong letters"
        return PageQuality(Grade.FAIR, 0.75, reason, source)
    if raw.too_busy:
        return PageQuality(Grade.FAIR, 0.7, "this page holds too many drawn lines to look for tables", source)
    return PageQuality(Grade.GOOD, 1.0, "", source)
