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
_GAP = 1.3  # font heights at least between a label and a value that is in bold too
_SPACE = 0.5  # font heights at most between two words of a sentence
_LABEL_LINES = 5
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


def _is_row(line: Draft, x: float) -> bool:
    """Whether a line has words in bold left of `x` and, behind a gap, words that begin there, in bold or not."""
    before = [w for w in line.words if w.box.x0 < x - _SAME]
    behind = line.words[len(before) :]
    if line.atomic or not before or not behind or not all(w.bold for w in before):
        return False
    gap = behind[0].box.x0 - before[-1].box.x1
    wide = gap > _GAP * behind[0].size or not behind[0].bold
    return abs(behind[0].box.x0 - x) <= _SAME and gap > 0 and wide


def _in_sentence(line: Draft, x: float) -> bool:
    """Whether a value follows its label as a word does the one before it: that other values begin at the same place is
    then mere chance."""
    behind = [w for w in line.words if w.box.x0 >= x - _SAME]
    before = line.words[-len(behind) - 1]
    return behind[0].box.x0 - before.box.x1 <= _SPACE * behind[0].size


def _is_label(line: Draft, x: float) -> bool:
    return not line.atomic and all(w.bold for w in line.words) and line.box.x1 < x


def _is_tight(above: Draft, line: Draft) -> bool:
    return line.box.top - above.box.top <= _TIGHT * line.words[-1].size


def _runs(lines: Sequence[Draft], x: float) -> list[list[Draft]]:
    """Lines that follow each other and keep to the columns, from the first label to the last line of its value."""
    runs: list[list[Draft]] = []
    run: list[Draft] = []
    for n, line in enumerate(lines):
        step = line.box.top - run[-1].box.top if run else 0.0
        if run and not 0 < step <= _FAR * max(w.size for w in line.words):
            runs.append(run)
            run = []
        value = abs(line.box.x0 - x) <= _SAME and not line.atomic
        label = _is_label(line, x) and ((bool(run) and _is_tight(run[-1], line)) or _leads(lines, n, x))
        if _is_row(line, x) or (run and (value or label)):
            run.append(line)
        elif run:
            runs.append(run)
            run = []
    return [*runs, run]


def _leads(lines: Sequence[Draft], n: int, x: float) -> bool:
    """Whether a label in bold begins on this line whose value begins beside one of its next lines."""
    for above, line in pairwise(lines[n : n + _LABEL_LINES]):
        if not _is_tight(above, line):
            return False
        if _is_row(line, x):
            return True
        if not _is_label(line, x):
            return False
    return False


def _grid(run: Sequence[Draft], x: float) -> Grid | None:
    rows = [line for line in run if _is_row(line, x)]
    if len(rows) < 2 or all(_in_sentence(line, x) for line in rows):
        return None
    first = [0]
    for n, (above, line) in enumerate(pairwise(run), start=1):
        if (_is_row(line, x) or _is_label(line, x)) and not _is_tight(above, line):
            first.append(n)
    box = around(line.box for line in run)
    tops = [run[n].box.top for n in first]
    bottoms = [max(line.box.bottom for line in run[a:b]) for a, b in pairwise([*first, len(run)])]
    ys = [box.top - 0.5, *((low + top) / 2 for low, top in zip(bottoms, tops[1:], strict=False)), box.bottom + 0.5]
    xs = (box.x0 - 1.0, x - 1.0, box.x1 + 1.0)
    cells = tuple(tuple(Box(a, y0, b, y1) for a, b in pairwise(xs)) for y0, y1 in pairwise(ys))
    return Grid(Box(xs[0], ys[0], xs[-1], ys[-1]), cells, ruled=False)
