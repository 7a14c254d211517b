"""The order in which a person reads text outside tables: down each column of prose, across everything else."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from iepaudit.extract.cards import column_of, find_cards
from iepaudit.extract.dividers import Divider
from iepaudit.extract.line_builder import Draft, draft, group
from iepaudit.model.document import CHECKED, EMPTY, Word

_LEAST_LINES = 5  # on both sides of a gutter
_LEAST_HEADED = 3  # on both sides of one below two headings
_LEAST_DRAWN = 4  # at both sides, taken together, of one that is drawn
_BOXES = {CHECKED, EMPTY}
_GUTTER = 9.0  # points
_PARAGRAPH = 2.6  # font heights from line to line, above which columns end
_SPACED = 1.5  # font heights from line to line, above which something else begins
_FULL = 0.6  # share of its column that a line of prose fills


def in_reading_order(
    words: Sequence[Word], drafts: Sequence[Draft] = (), dividers: Sequence[Divider] = ()
) -> list[Draft]:
    """Lines from top to bottom; where two columns stand side by side, drawn as such or filled with prose, the left one
    first."""
    items = _divided(group(words), dividers)
    for extra in _in_order(drafts):
        at = next((n for n, item in enumerate(items) if item.box.top > extra.box.top and not item.atomic), len(items))
        items.insert(at, extra)
    return items


def _in_order(drafts: Sequence[Draft]) -> list[Draft]:
    """From top to bottom; lines that run upwards side by side from left to right, downwards from right to left."""
    runs: list[list[Draft]] = []
    for item in sorted(drafts, key=lambda d: (d.box.top, d.box.x0)):
        beside = runs and item.turn % 2 == 1 and runs[-1][0].turn == item.turn
        if beside and item.box.top < min(d.box.bottom for d in runs[-1]):
            runs[-1].append(item)
        else:
            runs.append([item])
    return [d for run in runs for d in sorted(run, key=lambda d: d.box.x0 * (2 - d.turn) if d.turn % 2 else 0.0)]


def _divided(lines: list[Draft], dividers: Sequence[Divider]) -> list[Draft]:
    """The lines with the first columns that are drawn as such taken apart."""
    for n, divider in enumerate(dividers):
        first, last = _beside(lines, divider)
        inner = lines[first:last]
        left = [w for line in inner for w in line.words if w.box.center[0] < divider.x]
        right = [w for line in inner for w in line.words if w.box.center[0] >= divider.x]
        if not left or not right or len(group(left)) + len(group(right)) < _LEAST_DRAWN:
            continue
        later = dividers[n + 1 :]
        sides = [*_divided(group(left), later), *_divided(group(right), later)]
        return [*_divided(lines[:first], later), *sides, *_divided(lines[last:], later)]
    return _columns(lines)


def _beside(lines: Sequence[Draft], divider: Divider) -> tuple[int, int]:
    """The first line, and the end, of those that stand at the sides of a divider; (0, 0) for none."""
    free = [_is_free(line, divider.x) for line in lines]
    own = [n for n, line in enumerate(lines) if divider.top <= line.box.center[1] <= divider.bottom]
    if not own or not all(free[n] for n in own):
        return 0, 0
    first, last = own[0], own[-1] + 1
    while (
        last < len(lines)
        and lines[last].box.center[1] < divider.limit
        and free[last]
        and _near(lines[last - 1], lines[last])
    ):
        last += 1
    return first, last


def _is_free(line: Draft, x: float) -> bool:
    """Whether a line leaves the middle free by more than the space between two words."""
    if line.atomic or any(w.box.x0 < x < w.box.x1 for w in line.words):
        return False
    left = max((w.box.x1 for w in line.words if w.box.x1 <= x), default=None)
    right = min((w.box.x0 for w in line.words if w.box.x0 >= x), default=None)
    return left is None or right is None or right - left > 0.6 * line.words[0].size


def _near(above: Draft, line: Draft) -> bool:
    return line.box.top - above.box.top <= _PARAGRAPH * max(above.words[0].size, line.words[0].size)


def _columns(lines: list[Draft]) -> list[Draft]:
    cards = find_cards(lines)
    if cards is not None:
        first, last, starts = cards
        held: list[list[Word]] = [[] for _ in starts]
        for line in lines[first:last]:
            for word in line.words:
                held[column_of(word, starts)].append(word)
        inner = [line for words in held if words for line in group(words)]
        return [*_columns(lines[:first]), *inner, *_columns(lines[last:])]
    if len(lines) < _LEAST_LINES:
        return lines
    gutter = _find_gutter(lines)
    if gutter is None:
        return lines
    first, last, x = gutter
    last -= _tail(lines[first:last], x)
    left: list[Word] = []
    right: list[Word] = []
    for line in lines[first:last]:
        for word in line.words:
            (left if word.box.center[0] < x else right).append(word)
    return [*_columns(lines[:first]), *_columns(group(left)), *_columns(group(right)), *_columns(lines[last:])]


def _tail(lines: Sequence[Draft], x: float) -> int:
    """How many lines at the end of two columns are short ones on the left, below a gap, with nothing beside them: the
    heading and the first words of what goes over the whole page again."""
    last_right = max((n for n, line in enumerate(lines) if line.box.x1 > x), default=len(lines))
    left = [w for line in lines for w in line.words if w.box.x1 <= x]
    start, left_end = min(w.box.x0 for w in left), max(w.box.x1 for w in left)
    tail = 0
    for n in range(len(lines) - 1, last_right, -1):
        line = lines[n]
        if line.box.x1 - start > _FULL * (left_end - start):
            break
        if line.box.top - lines[n - 1].box.top > _SPACED * line.words[0].size:
            tail = len(lines) - n
    return tail


def _find_gutter(lines: Sequence[Draft]) -> tuple[int, int, float] | None:
    """The longest run of lines that share a gap, with prose on both sides: first line, end, middle of the gap."""
    best: tuple[int, int, float] | None = None
    gaps = [_gaps(line) for line in lines]
    beside = [[*own, *_gap_between(a, b)] for own, (a, b) in zip(gaps, pairwise([*lines, lines[-1]]), strict=True)]
    tried: set[int] = set()
    for start, found in enumerate(beside):
        for x0, x1 in found:
            x = x1 - min(x1 - x0, _GUTTER) / 2  # next to the right column: a short line leaves a wide gap
            key = round(x / 6)
            if key in tried:
                continue
            tried.add(key)
            run = _run(lines, gaps, start, x)
            if run and (best is None or run[1] - run[0] > best[1] - best[0]):
                best = run
    return best


def _gaps(line: Draft) -> list[tuple[float, float]]:
    if line.atomic:
        return []
    least = max(_GUTTER, 0.8 * line.words[0].size)
    return [(a.box.x1, b.box.x0) for a, b in pairwise(line.words) if b.box.x0 - a.box.x1 >= least]


def _gap_between(line: Draft, below: Draft) -> list[tuple[float, float]]:
    """The gap between two lines that stand side by side with baselines of their own, as in columns of unlike type."""
    left, right = (line, below) if line.box.x0 < below.box.x0 else (below, line)
    overlap = min(line.box.bottom, below.box.bottom) - max(line.box.top, below.box.top)
    if line.atomic or below.atomic or overlap <= 0 or right.box.x0 - left.box.x1 < _GUTTER:
        return []
    return [(left.box.x1, right.box.x0)]


def _run(
    lines: Sequence[Draft], gaps: Sequence[list[tuple[float, float]]], start: int, x: float
) -> tuple[int, int, float] | None:
    low, high = -1e9, 1e9
    end = start
    both = 0
    for index in range(start, len(lines)):
        box = lines[index].box
        if index > start and box.top - lines[index - 1].box.top > _PARAGRAPH * lines[index].words[0].size:
            break
        gap = next(((a, b) for a, b in gaps[index] if a < x < b), None)
        if gap is not None:
            new_low, new_high = max(low, gap[0]), min(high, gap[1])
            both += 1
        elif box.x1 < x:
            new_low, new_high = max(low, box.x1), high
        elif box.x0 > x:
            new_low, new_high = low, min(high, box.x0)
        else:
            break
        if new_high - new_low < _GUTTER:
            break
        low, high = new_low, new_high
        end = index + 1
    least = _LEAST_HEADED if _are_heads(lines[start], x) else _LEAST_LINES
    if both < least and not _side_by_side(lines[start:end], low, high):
        return None
    middle = (low + high) / 2
    return (start, end, middle) if _is_prose(lines[start:end], low, high, least) else None


def _are_heads(line: Draft, x: float) -> bool:
    """Whether a line is two headings side by side."""
    sides = [[w for w in line.words if (w.box.center[0] < x) is left] for left in (True, False)]
    return all(w.bold for w in line.words) and all(len(side) > 1 for side in sides)


def _side_by_side(lines: Sequence[Draft], low: float, high: float) -> bool:
    """Lines of the left and of the right take turns down the page, instead of one block below the other."""
    sides = [
        "left" if line.box.x1 <= low + 0.1 else "right"
        for line in lines
        if line.box.x1 <= low + 0.1 or line.box.x0 >= high - 0.1
    ]
    turns = sum(a != b for a, b in pairwise(sides))
    return turns >= 2 * _LEAST_LINES - 2


def _is_prose(lines: Sequence[Draft], low: float, high: float, least: int) -> bool:
    """Both sides fill their columns, so these are no label and value pairs, no table and no rows of check boxes."""
    if sum(any(w.text in _BOXES for w in line.words) for line in lines) > 0.2 * len(lines):
        return False
    left = [p for line in lines if (p := [w for w in line.words if w.box.x1 <= low + 0.1])]
    right = [p for line in lines if (p := [w for w in line.words if w.box.x0 >= high - 0.1])]
    for side in (left, right):
        pieces = [draft(words) for words in side]
        if len(pieces) < least:
            return False
        x0, x1 = min(p.box.x0 for p in pieces), max(p.box.x1 for p in pieces)
        if x1 - x0 < 120 or median(p.box.width for p in pieces) < _FULL * (x1 - x0):
            return False
        if median(len(p.words) for p in pieces) < 4:
            return False
        if sum(bool(_gaps(p)) for p in pieces) > 0.2 * len(pieces) and _find_gutter(pieces) is None:
            return False  # pairs of labels and values, or a table
    return True
