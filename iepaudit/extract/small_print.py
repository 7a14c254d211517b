"""Blocks of smaller print on a page of one letter width, as tables have it: their letters are counted by their own."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from iepaudit.extract.line_builder import Draft

ALIKE = 0.1  # of the width of a letter, in print of one size
_SAME = 0.02  # of the width of a letter, in one block
_LEAST_ROWS = 2
_END = -1.0  # behind the last row


def small_print(rows: Sequence[Draft], pitch: float) -> list[float]:
    """The width of a letter in the block of each row, in points, where that is smaller than `pitch`; 0 elsewhere."""
    found: list[float] = []
    block: list[float] = []
    for width in (*map(_letter, rows), _END):
        if block and abs(width - block[0]) > _SAME * block[0]:
            small = len(block) >= _LEAST_ROWS and block[0] < (1 - ALIKE) * pitch
            found += [median(block) if small else 0.0] * len(block)
            block = []
        block.append(width)
    return found


def _letter(row: Draft) -> float:
    """The width of a letter in a row, 0 where its words differ."""
    widths = [w.box.width / len(w.text) for w in row.words if len(w.text) > 1]
    usual = median(widths) if widths else 0.0
    return usual if all(abs(width - usual) < ALIKE * usual for width in widths) else 0.0
