"""Boxes that stand behind their words ("Yes ☐  No ☒") are read as if they stood before them ("☐ Yes  ☒ No").

Later stages take the words behind a box for its label, as nearly all forms print them. Where a form prints them the
other way round, the words of its lines change their order here; their places on the page stay. A line is judged by its
words and gaps, and by the other lines of its page where these do not tell. A mark that could belong to either of two
answers becomes unclear.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import pairwise

from iepaudit.extract.boxes import GLYPHS
from iepaudit.extract.line_builder import WIDE_GAP, text_of
from iepaudit.model.document import UNCLEAR_BOX, Line, Table, Word
from iepaudit.model.geometry import Box

_ANSWER = re.compile(r"\W*(?:yes|no|n/?a|s[ií]|y|n|male|female|m|f|true|false)[:.,;)?]*", re.IGNORECASE)
_ENDS_LABEL = (":", "?")
_NEAR = 6.0  # font heights between a box and the answer that it stands for
_TIGHTER = 0.75  # of the gap on the other side, for a box that belongs to this one


class _Side(Enum):
    BEFORE = "before"  # the box stands before its words
    BEHIND = "behind"
    OPEN = "open"  # the line alone does not tell


@dataclass(frozen=True, slots=True)
class _Shape:
    """The boxes of a line (`places` among its words) and the words around them: one run more than boxes."""

    words: tuple[Word, ...]
    places: tuple[int, ...]

    @property
    def runs(self) -> list[tuple[Word, ...]]:
        bounds = [-1, *self.places, len(self.words)]
        return [self.words[a + 1 : b] for a, b in pairwise(bounds)]

    def gap(self, place: int) -> float | None:
        """Points between a word and the one before it, None at the ends of the line."""
        if not 0 < place < len(self.words):
            return None
        return self.words[place].box.x0 - self.words[place - 1].box.x1

    def answered(self, place: int, step: int) -> str | None:
        """The answer word right before (-1) or behind (1) a box."""
        other = place + step
        if not 0 <= other < len(self.words) or not _ANSWER.fullmatch(self.words[other].text):
            return None
        gap = self.gap(max(place, other)) or 0.0
        near = gap <= _NEAR * max(self.words[place].size, self.words[other].size)
        return re.sub(r"\W", "", self.words[other].text).lower() if near else None


def boxes_before_words(lines: Sequence[Line], tables: Sequence[Table]) -> tuple[list[Line], list[Table]]:
    """The lines and tables of a page, with every box before its words."""
    shapes = {n: shape for n, line in enumerate(lines) if (shape := _shape(line)) is not None}
    if not shapes:
        return list(lines), list(tables)
    sides = {n: _side(shape) for n, shape in shapes.items()}
    sides |= _columns(lines, shapes, sides)
    known = {side for side in sides.values() if side is not _Side.OPEN}
    usual = known.pop() if len(known) == 1 else None
    done = list(lines)
    for n, shape in shapes.items():
        side = sides[n]
        if side is _Side.OPEN:
            if usual is None and _torn(shape):
                done[n] = _with(lines[n], [_unclear(w) for w in shape.words], lines[n].words)
                continue
            side = usual or _Side.BEFORE
        if side is _Side.BEHIND:
            done[n] = _turned(lines[n], shape)
    changed = {(line.table, line.row, line.column) for line, old in zip(done, lines, strict=True) if line is not old}
    return done, [_refilled(table, n, done, changed) for n, table in enumerate(tables)]


def _shape(line: Line) -> _Shape | None:
    places = tuple(n for n, w in enumerate(line.words) if w.text in GLYPHS)
    return _Shape(line.words, places) if places and len(places) < len(line.words) else None


def _side(shape: _Shape) -> _Side:
    left = [shape.answered(place, -1) for place in shape.places]
    right = [shape.answered(place, 1) for place in shape.places]
    if all(left) and all(right):
        return _by_words(left, right) or _by_gaps(shape)
    if len(shape.places) == 1:
        return _single(shape, left[0], right[0])
    if left[0] and left[1] and not right[-1]:
        return _Side.BEHIND
    if right[0] and not left[0]:
        return _Side.BEFORE
    runs = shape.runs
    if not runs[0] or not all(runs[1:-1]):
        return _Side.BEFORE
    ended = [run[-1].text.endswith(_ENDS_LABEL) for run in runs[:-1]]
    if ended[0] and not all(ended):
        return _Side.BEFORE  # a question, then boxes with their labels on the right
    if runs[-1]:
        return _Side.BEFORE if ended[0] else _by_gaps(shape)
    inner = [shape.gap(place + 1) or 0.0 for place in shape.places[:-1]]
    outer = [shape.gap(place) or 0.0 for place in shape.places]
    tight = sum(outer) / len(outer) <= 1.2 * sum(inner) / len(inner)
    return _Side.BEHIND if tight else _Side.BEFORE


def _by_words(left: Sequence[str | None], right: Sequence[str | None]) -> _Side | None:
    """Answers stand on both sides of each box: those of one pair differ ("Yes ☐ No ☒ No concerns")."""
    if len(left) > 1 and len(set(left[:2])) != len(set(right[:2])):
        return _Side.BEHIND if len(set(left[:2])) > 1 else _Side.BEFORE
    return None


def _by_gaps(shape: _Shape) -> _Side:
    """Every box stands nearer to its own words."""
    before = [shape.gap(place) or 0.0 for place in shape.places]
    behind = [gap for place in shape.places if (gap := shape.gap(place + 1)) is not None]
    if max(before) <= _TIGHTER * min(behind):
        return _Side.BEHIND
    return _Side.BEFORE if max(behind) <= _TIGHTER * min(before) else _Side.OPEN


def _single(shape: _Shape, left: str | None, right: str | None) -> _Side:
    """One box in its line; a bare X between two answers is one too."""
    place = shape.places[0]
    if left and not right:
        ends = place == len(shape.words) - 1
        return _Side.BEHIND if ends or shape.words[place - 1].text.endswith(":") else _by_gaps(shape)
    return _Side.BEFORE


def _torn(shape: _Shape) -> bool:
    """A mark between two answers, as near to one as to the other."""
    return len(shape.places) == 1 and all(shape.answered(shape.places[0], step) for step in (-1, 1))


def _columns(lines: Sequence[Line], shapes: dict[int, _Shape], sides: dict[int, _Side]) -> dict[int, _Side]:
    """Lines one below the other that all end with their only box, at one place: a list with its boxes on the right."""
    runs: list[list[int]] = [[]]
    for n in shapes:
        run = runs[-1]
        if not _ends_with_box(shapes[n]) or sides[n] is _Side.BEHIND:
            continue
        if run and n == run[-1] + 1 and _same_column(lines[n], lines[run[-1]]):
            run.append(n)
        else:
            runs.append([n])
    return {n: _Side.BEHIND for run in runs if len(run) > 1 for n in run}


def _ends_with_box(shape: _Shape) -> bool:
    ends = shape.places == (len(shape.words) - 1,)
    return ends and not shape.words[-2].text.endswith(_ENDS_LABEL)


def _same_column(line: Line, above: Line) -> bool:
    same = (line.table, line.row, line.column) == (above.table, above.row, above.column)
    return same and abs(line.words[-1].box.x0 - above.words[-1].box.x0) < line.size


def _turned(line: Line, shape: _Shape) -> Line:
    order: list[Word] = []
    shown: list[Word] = []  # the same words at the places that the order would have on a page
    for run, place in zip(shape.runs, (*shape.places, None), strict=True):
        if place is None:
            order += run
            shown += run
            continue
        box = shape.words[place]
        start = _label_start(run)
        label = run[start:]
        order += [*run[:start], box, *label]
        shown += run[:start]
        if label:
            x0, shift = label[0].box.x0, box.box.x1 - label[-1].box.x1
            shown.append(_moved(box, x0 - box.box.x0))
            shown += [_moved(w, shift) for w in label]
        else:
            shown.append(box)
    return _with(line, shown, order)


def _label_start(run: Sequence[Word]) -> int:
    """Where the label begins that ends a run of words: its answer word, behind a colon or a wide gap, or at once."""
    if run and _ANSWER.fullmatch(run[-1].text):
        return len(run) - 1
    for n in range(len(run) - 1, 0, -1):
        before, word = run[n - 1], run[n]
        wide = word.box.x0 - before.box.x1 > WIDE_GAP * max(word.size, before.size)
        if wide or before.text.endswith(_ENDS_LABEL):
            return n
    return 0


def _moved(word: Word, shift: float) -> Word:
    box = word.box
    return replace(word, box=Box(box.x0 + shift, box.top, box.x1 + shift, box.bottom))


def _unclear(word: Word) -> Word:
    return replace(word, text=UNCLEAR_BOX) if word.text in GLYPHS else word


def _with(line: Line, shown: Sequence[Word], words: Sequence[Word]) -> Line:
    texts = tuple(replace(w, text=s.text) for w, s in zip(words, shown, strict=True))
    return replace(line, text=text_of(shown), words=texts)


def _refilled(
    table: Table, number: int, lines: Sequence[Line], changed: set[tuple[int | None, int | None, int | None]]
) -> Table:
    """A table whose cells hold what their lines say now."""
    if not any(place[0] == number for place in changed):
        return table
    rows = []
    for row in table.rows:
        cells = list(row)
        for n, cell in enumerate(cells):
            if cell is not None and (number, cell.row, cell.column) in changed:
                own = [x for x in lines if (x.table, x.row, x.column) == (number, cell.row, cell.column)]
                words = tuple(w for line in own for w in line.words)
                cells[n] = replace(cell, text="\n".join(line.text for line in own), words=words)
        rows.append(tuple(cells))
    return replace(table, rows=tuple(rows))
