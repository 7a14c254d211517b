"""Tables whose rows are ruled and whose columns are not: "label | value" lists with a line under each row.

The columns are what the words of nearly all rows leave free, with words that begin beneath each other behind the gap.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise, takewhile
from statistics import median

from iepaudit.extract.grids import Grid, joined
from iepaudit.extract.line_builder import Draft, group, split_at_gaps
from iepaudit.extract.lone_boxes import between_boxes
from iepaudit.extract.raw import RawPage
from iepaudit.extract.right_labels import not_in_labels, with_labels
from iepaudit.extract.row_cuts import Row, bold_heads, tables_of
from iepaudit.extract.rule_seams import find_seamed
from iepaudit.model.document import Word
from iepaudit.model.geometry import Box, around

_LEAST_WIDTH = 150.0  # points
_LEAST_ROWS = 3
_HIGHEST = 220.0  # points of one row
_PARAGRAPH = 1.9  # font heights from line to line, above which a row begins
_HALF = 0.85  # font heights from line to line, below which one stands beside the other
_WIDE, _NARROW = 6.0, 2.0  # points of a gap by itself, and of one with words that begin beneath each other behind it
_SAME = 2.0
_WORD_SPACE = 0.4  # font heights between words of one sentence
_BELOW_RULE = 14.0  # points from a rule to the row below it, or to the row above the first
_EMPTY_BELOW = 30.0  # points from the last line of a row to its rule
_SMALLER = 0.93  # of the type of values, at most, that of labels
_MOST_RULES = 400


def find_row_ruled(raw: RawPage, words: Sequence[Word]) -> list[Grid]:
    """Grids over `words`, which are those that stand in no other table."""
    grids = find_seamed(raw, words)
    free = [w for w in words if not any(grid.box.holds(*w.box.center) for grid in grids)]
    upright = [s for s in raw.strokes if s.x1 - s.x0 < 1 and s.bottom - s.top > 1]
    for x0, x1, heights in _rule_groups(raw):
        inside = [w for w in free if x0 - 2 <= w.box.x0 and w.box.x1 <= x1 + 2]
        stretches = [own for own in between_boxes(upright, x0, x1, heights, inside) if own[0]]
        runs = (run for own, near in stretches for run in _runs(x0, x1, own, near))
        for rows in (table for run in runs for table in tables_of(run)):
            grid = _grid(rows)
            if grid is not None and not any(grid.box.meets(other.box) for other in grids):
                grids.append(grid)
    return grids


def _rule_groups(raw: RawPage) -> list[tuple[float, float, list[float]]]:
    """Left end, right end and heights of rules that share their ends."""
    groups: dict[tuple[int, int], list[tuple[float, float, float]]] = {}
    for s in joined([s for s in raw.strokes if s.bottom - s.top < 1]):
        if s.x1 - s.x0 >= _LEAST_WIDTH:
            groups.setdefault((round(s.x0 / 4), round(s.x1 / 4)), []).append((s.x0, s.x1, s.top))
    found = []
    for own in groups.values():
        heights: list[float] = []
        for _, _, y in sorted(own, key=lambda rule: rule[2]):
            if not heights or y - heights[-1] > 3:
                heights.append(y)
        if _LEAST_ROWS <= len(heights) <= _MOST_RULES:
            found.append((min(r[0] for r in own), max(r[1] for r in own), heights))
    return found


def _runs(x0: float, x1: float, heights: Sequence[float], words: Sequence[Word]) -> list[list[Row]]:
    """Rows that follow each other: what stands between one rule and the next, or right above the first."""
    runs: list[list[Row]] = [[]]
    middles = sorted((w.box.center[1], n) for n, w in enumerate(words))
    for above, rule in pairwise([-1e6, *heights, heights[-1] + _HIGHEST]):
        between = middles[bisect_right(middles, (above - 1, len(words))) : bisect_left(middles, (rule + 1, -1))]
        own = group(words[n] for n in sorted(n for _, n in between))
        first = max((n for n in range(1, len(own)) if _parts(own[n - 1], own[n])), default=0)
        cut = next((n for n in range(1, len(own)) if _parts(own[n - 1], own[n])), 0)
        if runs[-1] and cut and own[0].box.top - above < _BELOW_RULE:
            below = tuple(own[:cut])
            runs[-1].append(Row(Box(x0, above, x1, below[-1].box.bottom + 1), below, open=True))
        lines = own[first:]
        if rule > heights[-1]:
            break
        far = _BELOW_RULE if above < 0 else _EMPTY_BELOW  # a running header is no first row
        if not lines or rule - lines[-1].box.bottom > far or rule - lines[0].box.top > _HIGHEST:
            runs.append([])
            continue
        if first or above < 0:
            runs.append([])
        top = lines[0].box.top - 0.5 if first or above < 0 else above
        runs[-1].append(Row(Box(x0, top, x1, rule), tuple(lines)))
    return runs


def _parts(above: Draft, line: Draft) -> bool:
    """Whether a row begins with a line that has text above it and no rule between: a heading, or another paragraph."""
    size, before = max(w.size for w in line.words), max(w.size for w in above.words)
    if line.box.top - above.box.top > _PARAGRAPH * max(size, before):
        return True
    if line.box.top - above.box.top < _HALF * min(size, before):
        return False  # beside the lines of a taller text in the same row
    if min(w.size for w in above.words) > 1.15 * size:
        return True
    return all(w.bold for w in above.words) and not any(w.bold for w in line.words)


def _grid(rows: Sequence[Row]) -> Grid | None:
    closed = [row for row in rows if not row.open]
    starts = not_in_labels(closed, _column_starts(closed)) if len(closed) > 1 else []
    if not starts or _are_captions(closed, starts):
        return None
    rows = [row for row in rows if not row.open or _keeps(row, starts)]
    box = around(row.box for row in rows)
    xs = [box.x0, *starts, box.x1]
    return Grid(box, with_labels(rows, [_cells(row, xs) for row in rows], starts))


def _are_captions(rows: Sequence[Row], starts: Sequence[float]) -> bool:
    """Whether the rules are lines to write on, with their labels in small type below them: only the first row has
    values and no labels, all others begin with small type and end with that of the values."""
    first = next((n for n, r in enumerate(rows) if _fills(r.lines[-1], starts)), len(rows))
    own = rows[first:]
    if len(own) < 2 or (len(own[0].lines) > 1 and _smaller(own[0].lines[-2], own[0].lines[-1].words)):
        return False
    values = own[0].lines[-1].words
    taken = list(takewhile(lambda r: len(r.lines) > 1 and _smaller(r.lines[0], r.lines[-1].words), own[1:]))
    rest = own[1 + len(taken) :]
    return bool(taken) and (not rest or all(_smaller(line, values) for line in rest[0].lines))


def _fills(line: Draft, starts: Sequence[float]) -> bool:
    """Whether a line has something at the begin of each column, and nothing else far from other words."""
    pieces = split_at_gaps(line)
    return len(pieces) == len(starts) + 1 and all(
        -1 <= piece.box.x0 - x <= 2 * _WIDE for piece, x in zip(pieces[1:], starts, strict=True)
    )


def _smaller(line: Draft, words: Sequence[Word]) -> bool:
    return max(w.size for w in line.words) <= _SMALLER * min(w.size for w in words)


def _cells(row: Row, xs: Sequence[float]) -> tuple[Box | None, ...]:
    """The cells of a row; a border that its words run over is none in this row."""
    cells: list[Box | None] = []
    begin = 0
    for n in range(1, len(xs)):
        if n < len(xs) - 1 and not _is_free(row, xs[n]):
            cells.append(None)
            continue
        cells.insert(begin, Box(xs[begin], row.box.top, xs[n], row.box.bottom))
        begin = n
    return tuple(cells)


def _keeps(row: Row, starts: Sequence[float]) -> bool:
    """Whether a row has words on both sides of the first border and leaves it free."""
    words = row.lines[0].words
    before = [w.box.x1 for w in words if w.box.x0 < starts[0]]
    behind = [w.box.x0 for w in words if w.box.x0 >= starts[0]]
    if not _is_free(row, starts[0]) or not before or not behind or behind[0] - starts[0] >= 4:
        return False
    return behind[0] - before[-1] > _WORD_SPACE * words[0].size  # else a sentence with a space in that place


def _is_free(row: Row, x: float) -> bool:
    return not any(w.box.x0 < x - 0.5 and w.box.x1 > x + 0.5 for line in row.lines for w in line.words)


def _column_starts(rows: Sequence[Row]) -> list[float]:
    """Where the second and later columns begin, a little left of their words."""
    found: list[float] = []
    firsts = sorted({round(b.box.x0, 1) for row in rows for line in row.lines for _, b in pairwise(line.words)})
    alone = sorted({round(line.words[0].box.x0, 1) for row in rows for line in row.lines})
    for x in sorted({*firsts, *alone}):
        if found and x - found[-1] < 12:
            continue
        if _begins_column(rows, x):
            found.append(x - 1.0)
    for head in bold_heads(rows[0])[1:]:
        x = head.box.x0 - 1.0
        if all(_is_free(row, x) for row in rows) and all(abs(x - other) > 12 for other in found):
            found.append(x)
    left = min(line.box.x0 for row in rows for line in row.lines)
    return sorted(x for x in found if x > left + 8)


def _begins_column(rows: Sequence[Row], x: float) -> bool:
    """Whether words begin at `x` in most rows that have any behind it, with a gap before them in nearly all rows."""
    gaps: list[float] = []
    behind = beneath = 0
    for row in rows:
        words = [w for line in row.lines for w in line.words]
        before = [w.box.x1 for w in words if w.box.x0 < x - _SAME]
        after = [w.box.x0 for w in words if w.box.x0 >= x - _SAME]
        if any(w.box.x0 < x - _SAME and w.box.x1 > x - 1 for w in words):
            continue  # its words run over the border
        if before and after:
            gaps.append(x - max(before))
        if after:
            behind += 1
            beneath += abs(min(after) - x) <= _SAME
    if len(gaps) < max(2, 0.6 * len(rows)) or beneath < 0.6 * behind or min(gaps) < _NARROW:
        return False
    return median(gaps) >= _WIDE
