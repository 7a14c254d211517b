"""Headings at the left of what they head, in a tall cell: turned text, letters one below the other, or a label beside a
table with column heads of its own. They are taken out of their tables and read as lines above what stands beside
them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from iepaudit.extract.column_words import ANY_COLUMN_WORD
from iepaudit.extract.grids import Grid, fill
from iepaudit.extract.line_builder import Draft, group
from iepaudit.model.document import Word
from iepaudit.model.geometry import Box, around

_LEAST_LETTERS = 4  # of a word set letter by letter
_WIDEST = 0.3  # share of the table's width
_LONGEST = 8  # words of a label or a head
_LEAST_BESIDE = 2  # column heads
_NEXT_WORD = 1.5  # times the usual step from letter to letter
_OF_NAMES = re.compile(
    r"servic|accommodat|modific|support|\baids?\b|objective|assess|\btests?\b|agency|activit|role|positi"
)


@dataclass(frozen=True, slots=True)
class Beside:
    """What is left when the side heads are taken out, and these as lines."""

    grids: list[Grid]
    words: list[Word]
    drafts: list[Draft]


def take_side_heads(grids: Sequence[Grid], words: Sequence[Word], drafts: Sequence[Draft]) -> Beside:
    """`drafts` are the turned lines of the page."""
    kept: list[Grid] = []
    words, drafts = list(words), list(drafts)
    for grid in grids:
        heads = _side_heads(grid, words, drafts) or _labels(grid, words)
        if not heads:
            kept.append(grid)
            continue
        used = {id(item) for head in heads for item in head.used}
        words = [w for w in words if id(w) not in used]
        drafts = [d for d in drafts if id(d) not in used] + [head.line for head in heads]
        kept += [rest for head in heads if (rest := _rest(grid, head.rows)) is not None]
        kept += _between(grid, heads)
    return Beside(kept, words, drafts)


@dataclass(frozen=True, slots=True)
class _Head:
    line: Draft
    rows: tuple[int, int]  # of the grid, from and up to
    used: tuple[Draft | Word, ...]


def _side_heads(grid: Grid, words: Sequence[Word], drafts: Sequence[Draft]) -> list[_Head]:
    """The heads in the first column, where all that stands in it are such heads."""
    cells = [(n, row[0]) for n, row in enumerate(grid.rows) if row[0] is not None]
    if grid.columns < 2 or not cells or cells[0][0] != 0:
        return []
    narrow = [(n, cell) for n, cell in cells if cell is not None and cell.height > 1.5 * cell.width]
    column = Box(grid.box.x0, grid.box.top, max(c.x1 for _, c in cells if c), grid.box.bottom)
    if not narrow or column.width > _WIDEST * grid.box.width:
        return []
    held = fill(grid, [w for w in words if column.holds(*w.box.center)])[0]
    turned = fill(grid, [d for d in drafts if d.turn % 2 and column.holds(*d.box.center)])[0]
    heads: list[_Head] = []
    ends = [*(n for n, _ in cells[1:]), len(grid.rows)]
    for (n, cell), end in zip(cells, ends, strict=True):
        assert cell is not None
        upright, sideways = held.get((n, 0), []), turned.get((n, 0), [])
        if sideways and not upright:
            ordered = sorted(sideways, key=lambda d: d.box.x0 * (2 - d.turn))
            text = [w for d in ordered for w in d.words]
        else:
            text = _stacked(upright) if upright and not sideways else []
        if not text:
            return []  # a cell of its own kind: a corner above row labels, or a value
        heads.append(_Head(_as_line(text, cell), (n, end), (*sideways, *upright)))
    return heads


def _labels(grid: Grid, words: Sequence[Word]) -> list[_Head]:
    """Labels in tall cells of the first column with column heads beside them, in the first of the rows they span."""
    tall = [
        (n, end, cell)
        for n, row in enumerate(grid.rows)
        if (cell := row[0]) is not None and cell.width <= _WIDEST * grid.box.width
        and (end := _end(grid, n)) > n + 1 and len([c for c in row if c is not None]) > _LEAST_BESIDE
    ]  # fmt: skip
    if not tall:
        return []
    held = fill(grid, words)[0]
    heads: list[_Head] = []
    for n, end, cell in tall:
        own = [w for line in group(held.get((n, 0), ())) for w in line.words]
        beside = [held.get((n, c), []) for c in range(1, grid.columns) if grid.rows[n][c] is not None]
        below = [w for r in range(n + 1, end) for c in range(1, grid.columns) for w in held.get((r, c), ())]
        rows = any(c.isdigit() for w in below for c in w.text)  # else these are all heads, in two rows
        if own and rows and len(own) <= _LONGEST and own[0].text[:1].isupper() and _are_heads(beside):
            heads.append(_Head(_as_line(own, cell), (n, end), tuple(own)))
    return heads


def _end(grid: Grid, row: int) -> int:
    """The row below a cell of the first column."""
    return next((n for n in range(row + 1, len(grid.rows)) if grid.rows[n][0] is not None), len(grid.rows))


def _are_heads(cells: Sequence[Sequence[Word]]) -> bool:
    """Whether cells side by side hold short words that column heads are made of, and nothing else; the first of them
    the head of what its rows are about, which a label at their left is not."""
    texts = [" ".join(w.text for w in cell) for cell in cells]
    if not _OF_NAMES.search(texts[0].lower()):
        return False
    if any(any(c.isdigit() for c in text) or len(text.split()) > _LONGEST for text in texts):
        return False
    return len({found for text in texts for found in ANY_COLUMN_WORD.findall(text.lower())}) >= _LEAST_BESIDE


def _as_line(words: Sequence[Word], cell: Box) -> Draft:
    """One line at the top of the cell, so that it is read before what stands beside it."""
    size = max(w.size for w in words)
    inside = around(w.box for w in words)
    return Draft(tuple(words), Box(inside.x0, cell.top, inside.x1, cell.top + size), atomic=True)


def _stacked(words: Sequence[Word]) -> list[Word]:
    """The words that letters one below the other spell; [] for other text."""
    lines = group(words)
    if len(lines) < _LEAST_LETTERS or any(len(line.words) > 1 or len(line.words[0].text) > 1 for line in lines):
        return []
    if not all(line.words[0].text.isalpha() or line.words[0].text in "/&-," for line in lines):
        return []
    steps = [b.box.top - a.box.top for a, b in pairwise(lines)]
    usual = median(steps)
    done = [lines[0].words[0]]
    for step, line in zip(steps, lines[1:], strict=True):
        word, last = line.words[0], done[-1]
        if step > _NEXT_WORD * usual:
            done.append(word)
        else:
            done[-1] = replace(last, text=last.text + word.text, box=last.box.union(word.box))
    return done


def _rest(grid: Grid, span: tuple[int, int]) -> Grid | None:
    """The grid of the rows beside a head, None when that is one cell or one column."""
    rows = [row[1:] for row in grid.rows[span[0] : span[1]]]
    cells = [cell for row in rows for cell in row if cell is not None]
    if not cells or max(sum(cell is not None for cell in row) for row in rows) < 2:
        return None
    used = [n for n in range(len(rows[0])) if any(row[n] is not None for row in rows)]
    return Grid(around(cells), tuple(tuple(row[n] for n in used) for row in rows), grid.ruled)


def _between(grid: Grid, heads: Sequence[_Head]) -> list[Grid]:
    """What is left of a grid above, between and below the rows of its side heads."""
    bounds = [0, *(n for head in heads for n in head.rows), len(grid.rows)]
    runs = [grid.rows[a:b] for a, b in zip(bounds[::2], bounds[1::2], strict=True) if b > a]
    return [Grid(around(c for row in run for c in row if c is not None), run, grid.ruled) for run in runs]
