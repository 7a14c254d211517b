"""Rows of a table without rules, told by the free space above and below them: it is wider than from line to line inside
of a cell. Cells may be set at the top, in the middle or at the foot of their row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import pairwise

from iepaudit.extract.line_builder import Draft
from iepaudit.model.document import Word

_LEADING = 1.65  # font heights from line to line inside of a cell, at most
_MORE = 0.18  # font heights of more space between two rows
_SHARE = 0.6  # of the columns
_SAME = 2.0  # points


def spaced_rows(lines: Sequence[Draft], column: Callable[[Word], int], columns: int) -> list[list[Draft]]:
    """The lines of each row; [] where space does not tell them, or rows are of one line each."""
    words = [w for line in lines for w in line.words]
    size = max((w.size for w in words), default=0.0)
    leading = _leading(words, column)
    if leading is None or leading > _LEADING * size:
        return []
    height = max(w.box.bottom - w.box.top for w in words)
    least = leading - height + _MORE * size
    rows: list[list[Draft]] = []
    bottom = 0.0
    for line in sorted(lines, key=lambda line: line.box.top):
        if not rows or line.box.top - bottom > least:
            rows.append([])
        rows[-1].append(line)
        bottom = max(bottom, line.box.bottom)
    lead = min(map(column, words))
    return rows if len(rows) > 1 and all(_is_row(row, column, lead, columns) for row in rows) else []


def _leading(words: Sequence[Word], column: Callable[[Word], int]) -> float | None:
    """From one line to the next in the same column, at the least."""
    tops: dict[int, list[float]] = defaultdict(list)
    for word in words:
        tops[column(word)].append(word.box.top)
    steps = [b - a for own in tops.values() for a, b in pairwise(sorted(own)) if b - a > _SAME]
    return min(steps, default=None)


def _is_row(lines: Sequence[Draft], column: Callable[[Word], int], lead: int, columns: int) -> bool:
    """Whether lines may be one row: it has a text in its first column, and not two lines of texts of their own."""
    firsts = [_firsts(line, column) for line in lines]
    if not any(lead in own for own in firsts) or len({c for own in firsts for c in own}) < 2:
        return False
    whole = [own for own in firsts if len(own) >= _SHARE * columns and not any(t[0].islower() for t in own.values())]
    return len(whole) <= 1


def _firsts(line: Draft, column: Callable[[Word], int]) -> dict[int, str]:
    """By column, the word with which its part of a line begins."""
    found: dict[int, str] = {}
    for word in line.words:
        found.setdefault(column(word), word.text)
    return found
