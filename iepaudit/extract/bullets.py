"""Bullets of lists that are drawn as dots and written with no letter, as printed web pages and some forms have them."""

from __future__ import annotations

from collections.abc import Sequence

from iepaudit.extract.raw import RawPage
from iepaudit.model.document import Word
from iepaudit.model.geometry import Box

_LARGEST = 6.5  # points
_OF_TYPE = 0.7  # of the height of the type beside it
_REACH = 26.0  # points to the first word of its line
_FREE = 30.0  # points to its left without another word
_ROUND = 1.3  # width to height, or height to width
_MIDDLE = 0.4  # of the height of the type, from the middle of the line
_MOST = 400


def with_bullets(raw: RawPage, words: Sequence[Word]) -> list[Word]:
    """The words, with "•" for each round dot in front of a line. Dots in open circles are choices and no bullets."""
    dots = dict.fromkeys(s.box for s in raw.blots if _is_dot(s.box) and not _in_circle(s.box, raw))
    if not dots or len(dots) > _MOST:
        return list(words)
    return [*words, *(bullet for dot in dots if (bullet := _bullet(dot, words)))]


def _is_dot(box: Box) -> bool:
    return max(box.width, box.height) <= _LARGEST and 1 / _ROUND <= box.width / max(box.height, 0.1) <= _ROUND


def _in_circle(dot: Box, raw: RawPage) -> bool:
    return any(square.holds(*dot.center) for square in (*raw.squares, *raw.ticked))


def _bullet(dot: Box, words: Sequence[Word]) -> Word | None:
    """The bullet that a dot is, on the line of the word behind it; None where it stands in no line or within one."""
    y = dot.center[1]
    line = [w for w in words if abs((w.box.top + w.box.bottom) / 2 - y) <= _MIDDLE * w.box.height]
    behind = min((w for w in line if 0 < w.box.x0 - dot.x1 <= _REACH), key=lambda w: w.box.x0, default=None)
    if behind is None or dot.height > _OF_TYPE * behind.size or not any(c.isalnum() for c in behind.text):
        return None
    if any(w is not behind and dot.x0 - _FREE < w.box.x1 and w.box.x0 < behind.box.x0 for w in line):
        return None
    return Word("•", Box(dot.x0, behind.box.top, dot.x1, behind.box.bottom), behind.size)
