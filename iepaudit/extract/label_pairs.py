"""Labels and values that stand side by side in pairs, in columns without ruling lines: each label in bold or in smaller
type than its value, and any of them over several lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby, pairwise

from iepaudit.extract.grids import Grid
from iepaudit.extract.line_builder import Draft
from iepaudit.model.document import Word
from iepaudit.model.geometry import Box, around

_LEAST_COLUMNS = 4  # two labels and two values
_LEAST_ROWS = 2  # with all of them
_SAME = 2.0  # points by which words of one column may begin beside each other
_SMALLER = 0.6  # points by which labels are smaller than values
_TIGHT = 1.3  # font heights from line to line inside one row
_FAR = 3.0  # font heights, above which another list begins
_WIDER = 1.25  # of the widest step from line to line
_SPACE = 0.5  # font heights at most between two words of a sentence

_Kind = Callable[[Draft], list[bool]]


def find_label_pairs(lines: Sequence[Draft]) -> list[Grid]:
    """Grids over lines in reading order. Pairs that are told by wide gaps, each in one line, need none."""
    for kind in (_in_bold, _in_small_type):
        grids = [grid for run in _runs(lines, kind) if (grid := _grid(*run)) is not None]
        if grids:
            return grids
    return []


def _in_bold(line: Draft) -> list[bool]:
    return [w.bold for w in line.words]


def _in_small_type(line: Draft) -> list[bool]:
    large = max(w.size for w in line.words)
    return [w.size <= large - _SMALLER for w in line.words]


def _starts(line: Draft, kind: _Kind) -> list[float]:
    """Where labels and values begin, in turn; [] for a line that does not hold two pairs of them."""
    if line.atomic:
        return []
    parts = [(label, list(own)) for label, own in groupby(zip(kind(line), line.words, strict=True), lambda p: p[0])]
    if len(parts) < _LEAST_COLUMNS or len(parts) % 2 or not parts[0][0]:
        return []
    words = [[w for _, w in own] for _, own in parts]
    apart = all(b[0].box.x0 - a[-1].box.x1 > _SPACE * b[0].size for a, b in pairwise(words))
    return [own[0].box.x0 for own in words] if apart else []


def _runs(lines: Sequence[Draft], kind: _Kind) -> list[tuple[list[Draft], list[float]]]:
    """Lines that follow each other and keep to the columns of the first of them, with these columns."""
    found: list[tuple[list[Draft], list[float]]] = []
    run: list[Draft] = []
    columns: list[float] = []
    for line in lines:
        own = _starts(line, kind)
        near = bool(run) and 0 < line.box.top - run[-1].box.top <= _FAR * line.words[0].size
        if near and _keeps(line, columns) and not _is_apart(line, run, columns):
            run.append(line)
            continue
        if run:
            found.append((run, columns))
        run, columns = ([line], own) if own else ([], [])
    return [*found, (run, columns)] if run else found


def _keeps(line: Draft, columns: Sequence[float]) -> bool:
    cells = _cells(line, columns)
    begun = all(abs(own[0].box.x0 - x) <= _SAME for own, x in zip(cells, columns, strict=True) if own)
    ended = all(own[-1].box.x1 <= x for own, x in zip(cells, columns[1:], strict=False) if own)
    return not line.atomic and begun and ended and sum(map(len, cells)) == len(line.words)


def _is_apart(line: Draft, run: Sequence[Draft], columns: Sequence[float]) -> bool:
    """Whether a line holds a label alone and stands further from the lines above it than these from each other, as the
    heading of the next part does."""
    steps = [below.box.top - above.box.top for above, below in pairwise(run)]
    alone = not any(_cells(line, columns)[1:])
    return alone and bool(steps) and line.box.top - run[-1].box.top > _WIDER * max(steps)


def _cells(line: Draft, columns: Sequence[float]) -> list[list[Word]]:
    ends = [*columns[1:], float("inf")]
    return [
        [w for w in line.words if x - _SAME <= w.box.x0 < end - _SAME] for x, end in zip(columns, ends, strict=True)
    ]


def _grid(run: Sequence[Draft], columns: Sequence[float]) -> Grid | None:
    rows = [run[:1]]
    for above, line in pairwise(run):
        own = _cells(line, columns)
        apart = line.box.top - above.box.top > _TIGHT * line.words[-1].size
        if own[0] and own[0][0].text[:1].isupper() and (apart or all(own)):
            rows.append([line])
        else:
            rows[-1] = [*rows[-1], line]
    full = sum(all(_cells(row[0], columns)) for row in rows)
    if full < _LEAST_ROWS or len(run) == len(rows):
        return None
    box = around(line.box for line in run)
    between = ((max(line.box.bottom for line in one) + other[0].box.top) / 2 for one, other in pairwise(rows))
    ys = [box.top - 0.5, *between, box.bottom + 0.5]
    xs = [*(x - 1.0 for x in columns), box.x1 + 1.0]
    cells = tuple(tuple(Box(a, y0, b, y1) for a, b in pairwise(xs)) for y0, y1 in pairwise(ys))
    return Grid(Box(xs[0], ys[0], xs[-1], ys[-1]), cells, ruled=False)
