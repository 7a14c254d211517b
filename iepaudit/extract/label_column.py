"""Pages set as a column of labels in bold and a column of values in plain type beside it, without ruling lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from iepaudit.extract.grids import Grid
from iepaudit.extract.line_builder import Draft
from iepaudit.model.geometry import Box, around

_LEAST_LINES = 4  # with a label and a value each
_SAME = 2.0  # points by which the values may begin beside each other
_TIGHT = 1.3  # font heights from line to line inside one row
_FAR = 3.5  # font heights, above which another list begins


def find_label_columns(lines: Sequence[Draft]) -> list[Grid]:
    """Grids of two columns over lines in reading order."""
    starts = Counter(round(x) for line in lines if (x := _value_start(line)) is not None)
    grids: list[Grid] = []
    for x, _ in starts.most_common(2):
        near = sum(count for other, count in starts.items() if abs(other - x) <= _SAME)
        if near >= _LEAST_LINES and not grids:
            grids = [grid for run in _runs(lines, float(x)) if (grid := _grid(run, float(x))) is not None]
    return grids


def _value_start(line: Draft) -> float | None:
    """Where plain words begin behind words in bold, None for other lines."""
    count = next((n for n, w in enumerate(line.words) if not w.bold), len(line.words))
    if line.atomic or not 0 < count < len(line.words) or any(w.bold for w in line.words[count:]):
        return None
    return line.words[count].box.x0


def _runs(lines: Sequence[Draft], x: float) -> list[list[Draft]]:
    """Lines that follow each other and keep to the columns, from the first label to the last line of its value."""
    runs: list[list[Draft]] = []
    run: list[Draft] = []
    for line in lines:
        start = _value_start(line)
        value = start is None and abs(line.box.x0 - x) <= _SAME and not line.atomic
        label = all(w.bold for w in line.words) and line.box.x1 < x and bool(run)
        step = line.box.top - run[-1].box.top if run else 0.0
        size = max(w.size for w in line.words)
        if run and not 0 < step <= _FAR * size:
            runs.append(run)
            run = []
        goes_on = value or (label and step <= _TIGHT * run[-1].words[-1].size)
        if (start is not None and abs(start - x) <= _SAME) or (run and goes_on):
            run.append(line)
        elif run:
            runs.append(run)
            run = []
    return [*runs, run]


def _grid(run: Sequence[Draft], x: float) -> Grid | None:
    if sum(_value_start(line) is not None for line in run) < 2:
        return None
    first = [0]
    for n, (above, line) in enumerate(pairwise(run), start=1):
        tight = line.box.top - above.box.top <= _TIGHT * line.words[-1].size
        if _value_start(line) is not None and not tight:
            first.append(n)
    box = around(line.box for line in run)
    tops = [run[n].box.top for n in first]
    bottoms = [max(line.box.bottom for line in run[a:b]) for a, b in pairwise([*first, len(run)])]
    ys = [box.top - 0.5, *((low + top) / 2 for low, top in zip(bottoms, tops[1:], strict=False)), box.bottom + 0.5]
    xs = (box.x0 - 1.0, x - 1.0, box.x1 + 1.0)
    cells = tuple(tuple(Box(a, y0, b, y1) for a, b in pairwise(xs)) for y0, y1 in pairwise(ys))
    return Grid(Box(xs[0], ys[0], xs[-1], ys[-1]), cells, ruled=False)
