"""Pages in print of one letter width, as typewriters and old programs make them: their tables by spaces, and their
lines of dashes, which are furniture."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from iepaudit.extract.barred import find_barred_tables
from iepaudit.extract.grids import Grid
from iepaudit.extract.line_builder import Draft, group
from iepaudit.extract.plain import heads_in_capitals, is_capitals
from iepaudit.extract.small_print import ALIKE, small_print
from iepaudit.extract.typewriter import TypedTable, find_typed_tables
from iepaudit.model.document import Word
from iepaudit.model.geometry import Box

_LEAST_WORDS = 12
_SAME = 0.02  # of the width of a letter
_SHARE = 0.95  # of the words that have it
_DRAWN = re.compile(r"[-=~*]{4,}")
_BAR = re.compile(r"[-=+|]+")
_CUT_YEAR = re.compile(r"\d{1,2}/\d{1,2}/(?P<year>\d{1,3})")
_SMALL = frozenset(["a", "an", "as", "at", "by", "if", "in", "is", "it", "no", "of", "on", "or", "so", "to", "up"])
_MOST_BLANKS = 3  # lines


@dataclass(frozen=True, slots=True)
class TypedPage:
    """The words of a page without its lines of dashes, and its tables."""

    words: list[Word]
    grids: list[Grid]


def read_fixed_pitch(words: list[Word]) -> TypedPage:
    """`words` unchanged, and no tables, for pages in any other print. Lines in capitals that are headings become bold,
    which such print has no other way to say."""
    pitch = _pitch(words)
    if not pitch:
        return TypedPage(words, [])
    rows = group(words)
    lines, numbers = _characters(rows, pitch)
    barred = find_barred_tables(lines)
    inside = {n for table in barred for n in range(table.first, table.last + 1)}
    tables = [*barred, *find_typed_tables(["" if n in inside else line for n, line in enumerate(lines)])]
    left = min(row.box.x0 for row in rows)
    by_line = dict(zip(numbers, rows, strict=True))
    grids = [_grid(table, by_line, left, pitch) for table in tables]
    drawn = {id(w) for n, row in by_line.items() for w in row.words
             if _DRAWN.fullmatch(w.text) or (n in inside and _BAR.fullmatch(w.text))}  # fmt: skip
    heads = {id(w) for n in _headings(lines) if n in by_line for w in by_line[n].words}
    words = [replace(w, bold=True) if id(w) in heads else w for w in words if id(w) not in drawn]
    return TypedPage(_with_whole_words(words, grids), grids)


def _headings(lines: Sequence[str]) -> list[int]:
    if not heads_in_capitals("\n".join(lines)):
        return []
    return [n for n, line in enumerate(lines) if is_capitals(line.strip(), lines[n - 1] if n else "")]


def _pitch(words: Sequence[Word]) -> float:
    """The width of a letter in points, 0 for print whose letters differ."""
    long = [w for w in words if len(w.text) > 2 and w.size > 0]
    if len(long) < _LEAST_WORDS:
        return 0.0
    shares = [w.box.width / len(w.text) / w.size for w in long]
    usual = median(shares)
    alike = sum(abs(share - usual) <= _SAME * usual for share in shares)
    return median(w.box.width / len(w.text) for w in long) if alike >= _SHARE * len(shares) else 0.0


def _characters(rows: Sequence[Draft], pitch: float) -> tuple[list[str], list[int]]:
    """The page as lines of characters, and which of them holds each row."""
    left = min(row.box.x0 for row in rows)
    steps = [b.box.top - a.box.top for a, b in pairwise(rows) if b.box.top > a.box.top]
    leading = min((s for s in steps if s > 0.8 * rows[0].words[0].size), default=12.0)
    lines: list[str] = []
    numbers: list[int] = []
    own_pitch = small_print(rows, pitch)
    for above, row, small in zip((None, *rows), rows, own_pitch, strict=False):
        if above is not None:
            step = (row.box.top - above.box.top) / leading
            lines += [""] * min(max(round(step) - 1, 0), _MOST_BLANKS)
        text, end = "", left
        for word in row.words:
            own = word.box.width / len(word.text)
            usual = abs(own - pitch) < ALIKE * pitch
            gap = (word.box.x0 - end) / own  # of larger print, in its own letters
            place = round((word.box.x0 - left) / pitch) if usual or not text else len(text) + max(1, round(gap))
            if small:
                place = max(round((word.box.x0 - left) / small), len(text) + bool(text))
            text, end = text.ljust(place) + word.text, word.box.x1
        numbers.append(len(lines))
        lines.append(text)
    return lines, numbers


def _grid(table: TypedTable, by_line: dict[int, Draft], left: float, pitch: float) -> Grid:
    held = [sorted({n for cell in row if cell for n, _, _ in cell.lines}) for row in table.rows]
    boxes = [by_line[n].box for row in held for n in row]
    tops = [by_line[row[0]].box.top for row in held]
    bottoms = [by_line[row[-1]].box.bottom for row in held]
    ys = [tops[0] - 1, *((low + high) / 2 for low, high in zip(bottoms, tops[1:], strict=False)), bottoms[-1] + 1]
    own = small_print([by_line[n] for row in held for n in row], pitch)
    pitch = own[0] or pitch
    xs = [left + (column - 0.5) * pitch for column in table.columns] + [max(box.x1 for box in boxes) + pitch]
    cells = tuple(tuple(Box(a, top, b, bottom) for a, b in pairwise(xs)) for top, bottom in pairwise(ys))
    return Grid(Box(xs[0], ys[0], xs[-1], ys[-1]), cells, ruled=False)


def _with_whole_words(words: list[Word], grids: Sequence[Grid]) -> list[Word]:
    """Words that a narrow column cut at its edge put together: years ("02/02/2" over "6"), and heads ("Provide" over
    "r")."""
    gone: set[int] = set()
    whole: dict[int, Word] = {}
    for grid in grids:
        for column in range(grid.columns):
            cells = [[w for w in words if box.holds(*w.box.center)] for row in grid.rows if (box := row[column])]
            edge = max((w.box.x1 for own in cells for w in own), default=0.0)
            for number, own in enumerate(cells):
                for upper, lower in pairwise(sorted(own, key=lambda w: (round(w.box.top), w.box.x0))):
                    below = lower.box.top > upper.box.bottom - 1
                    full = upper.box.x1 > edge - 1 and id(upper) not in gone
                    if below and full and (_is_cut_year(upper, lower) or (number == 0 and _is_cut_head(upper, lower))):
                        whole[id(upper)] = replace(upper, text=upper.text + lower.text)
                        gone.add(id(lower))
    return [whole.get(id(w), w) for w in words if id(w) not in gone]


def _is_cut_year(upper: Word, lower: Word) -> bool:
    cut = _CUT_YEAR.fullmatch(upper.text)
    return cut is not None and lower.text.isdigit() and len(cut["year"]) + len(lower.text) in (2, 4)


def _is_cut_head(upper: Word, lower: Word) -> bool:
    return upper.text[-1].islower() and len(lower.text) <= 2 and lower.text.islower() and lower.text not in _SMALL
