"""Where a page is drawn as columns: by an upright rule between them, by bars in each that end where it ends, by frames
side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from iepaudit.extract.grids import Grid
from iepaudit.extract.raw import Fill, RawPage, Stroke
from iepaudit.model.geometry import Box

_LEAST_RULE = 72.0  # points
_LEAST_BAR, _LOW, _HIGH = 120.0, 8.0, 60.0  # points: width of a bar, and from and to its height
_NARROW, _WIDE = 4.0, 48.0  # points between two columns
_LEAST_FRAME = 80.0  # points of its width
_BESIDE = 0.6  # share of the height that two frames side by side have in common
_SAME = 3.0
_MOST = 60  # upright rules, places of bars, or frames of one page; more are a drawing, and cost their number squared


class Divider(NamedTuple):
    """The middle between two columns. They end where it ends, or go on to `limit` as far as their lines leave it
    free."""

    x: float
    top: float
    bottom: float
    limit: float


def find_dividers(
    raw: RawPage, shades: Sequence[Fill], grids: Sequence[Grid], frames: Sequence[Box] = ()
) -> list[Divider]:
    """From the top of the page to its bottom, and from left to right. `frames` are drawn around paragraphs."""
    found = _of_rules(raw, grids)
    found += _of_bars(shades, grids, raw.height)
    found += _of_frames([*frames, *(s.box for s in shades if s.box.height > _HIGH)], grids)
    return sorted(set(found), key=lambda d: (d.top, d.x))


def _of_rules(raw: RawPage, grids: Sequence[Grid]) -> list[Divider]:
    """Long upright rules inside of the page that no level rule meets and no table has."""
    long = [
        s
        for s in raw.strokes
        if s.x0 == s.x1 and s.bottom - s.top >= _LEAST_RULE and 0.25 * raw.width < s.x0 < 0.75 * raw.width
    ]
    if len(long) > _MOST:
        return []
    level = [s for s in raw.strokes if s.top == s.bottom]
    return [Divider(s.x0, s.top, s.bottom, s.bottom) for s in long if _stands_free(s, level, grids)]


def _stands_free(rule: Stroke, level: Sequence[Stroke], grids: Sequence[Grid]) -> bool:
    if any(g.box.x0 - _SAME <= rule.x0 <= g.box.x1 + _SAME and _meet(rule, g.box.top, g.box.bottom) for g in grids):
        return False
    return not any(
        s.x0 - _SAME <= rule.x0 <= s.x1 + _SAME and rule.top + _SAME < s.top < rule.bottom - _SAME for s in level
    )


def _meet(rule: Stroke, top: float, bottom: float) -> bool:
    return rule.top < bottom - _SAME and top + _SAME < rule.bottom


def _of_bars(shades: Sequence[Fill], grids: Sequence[Grid], page_height: float) -> list[Divider]:
    """Bars of one width on the left and of one width on the right, three at least, with none across the middle."""
    bars = [
        s.box
        for s in shades
        if s.box.width >= _LEAST_BAR
        and _LOW <= s.box.height <= _HIGH
        and not any(g.box.holds(*s.box.center) for g in grids)
    ]
    by_place: dict[tuple[int, int], list[tuple[float, float]]] = {}
    for bar in bars:
        by_place.setdefault((round(bar.x0 / _SAME), round(bar.x1 / _SAME)), []).append((bar.top, bar.bottom))
    if len(by_place) > _MOST:
        return []
    found: list[Divider] = []
    for (_, left_end), left in by_place.items():
        for (right_start, _), right in by_place.items():
            gap = (right_start - left_end) * _SAME
            if not _NARROW <= gap <= _WIDE or len(left) + len(right) < 3:
                continue
            x = (left_end + right_start) * _SAME / 2
            heights = [*left, *right]
            bottom = max(end for _, end in heights)
            across = [s.box.top for s in shades if s.box.x0 < x < s.box.x1 and s.box.top > bottom - _SAME]
            found.append(Divider(x, min(top for top, _ in heights), bottom, min([*across, page_height])))
    return found


def _of_frames(frames: Sequence[Box], grids: Sequence[Grid]) -> list[Divider]:
    """Between frames, or shaded fields, that stand side by side."""
    wide = [
        f
        for f in frames
        if f.width >= _LEAST_FRAME and f.height >= _LOW and not any(g.box.holds(*f.center) for g in grids)
    ]
    if len(wide) > _MOST:
        return []
    found: list[Divider] = []
    for left in wide:
        for right in wide:
            overlap = min(left.bottom, right.bottom) - max(left.top, right.top)
            near = -_SAME < right.x0 - left.x1 <= _WIDE
            if near and overlap >= _BESIDE * max(left.height, right.height):
                x = (left.x1 + right.x0) / 2
                found.append(Divider(x, min(left.top, right.top), *(max(left.bottom, right.bottom),) * 2))
    return found
