"""Tables below turned column heads in columns that only their words make.

Where the words cannot be given to one head each, there is no table: a value under the wrong head is worse than a line
of text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from iepaudit.extract.column_words import ANY_COLUMN_WORD
from iepaudit.extract.grids import Grid, joined
from iepaudit.extract.line_builder import Draft, group, split_at_gaps
from iepaudit.extract.raw import RawPage
from iepaudit.extract.turned_bands import Band, Head, placed, upright_top
from iepaudit.model.document import Word
from iepaudit.model.geometry import Box

_LONGEST = 120  # lines of a table
_FAR = 3.2  # font heights between two lines of one table
_TIGHT = 1.3  # and between two lines of one cell
_SENTENCE_GAP = 0.9  # font heights, at most, between two words of a cell
_NEAR = 0.35  # of the distance to the next head: how far beside its head a value may stand


def above_columns(
    band: Band, grids: Sequence[Grid], words: Sequence[Word], raw: RawPage
) -> tuple[Grid, dict[int, Draft]] | None:
    """A table of the lines below heads, in columns that only their words make."""
    free = [w for w in words if not any(grid.box.holds(*w.box.center) for grid in grids)]
    lines = group(w for w in free if w.box.center[1] > band.level)
    heads = [*_upright_heads(band, free), *band.heads]
    heads.sort(key=lambda head: head.x0)
    taken = _body(band, heads, lines)
    columns = _columns(heads, taken, band)
    if columns is None or not any(len(_filled(line, columns)) > 1 for line in taken):
        return None
    rows = _rows(taken, columns, raw)
    ys = [min(band.level + 1, rows[0][0].box.top)]
    ys += [(max(d.box.bottom for d in a) + min(d.box.top for d in b)) / 2 for a, b in pairwise(rows)]
    ys.append(max(line.box.bottom for line in rows[-1]) + 0.5)
    xs = _borders(columns)
    set_in: dict[int, Draft] = {}
    top_row: list[Box] = []
    for (x0, x1), column in zip(pairwise(xs), columns, strict=True):
        head = column.head
        turned = head is not None and head in band.heads
        top = band.top if turned else upright_top(band, x0, x1, ys[0], free)
        top_row.append(Box(x0, min(top, ys[0] - 1), x1, ys[0]))
        if turned and head is not None:
            set_in |= placed(head, top_row[-1])
    cells = [tuple(Box(x0, y0, x1, y1) for x0, x1 in pairwise(xs)) for y0, y1 in pairwise(ys)]
    box = Box(xs[0], band.top, xs[-1], ys[-1])
    return Grid(box, (tuple(top_row), *cells), ruled=False), set_in


def _upright_heads(band: Band, words: Sequence[Word]) -> list[Head]:
    """Heads set upright beside the turned ones, at the height of their feet."""
    zone = [w for w in words if band.top <= w.box.center[1] <= band.level + 0.3 * w.size]
    for line in reversed(group(zone)):
        at_feet = line.box.center[1] >= band.level - 1.2 * line.words[0].size
        if at_feet or ANY_COLUMN_WORD.search(" ".join(w.text for w in line.words).lower()):
            return [Head((piece,), piece.box.x0, piece.box.x1) for piece in split_at_gaps(line)]
    return []


@dataclass(frozen=True, slots=True)
class _Column:
    head: Head | None
    x0: float
    x1: float


def _body(band: Band, heads: Sequence[Head], lines: Sequence[Draft]) -> list[Draft]:
    """The lines below heads up to the first that does not keep to the columns."""
    taken: list[Draft] = []
    bottom = band.level
    for line in lines[:_LONGEST]:
        size = max(band.size, line.words[0].size)
        lone = len(split_at_gaps(line, _SENTENCE_GAP)) == 1
        text = " ".join(w.text for w in line.words)
        other = lone and bool(taken) and (all(w.bold for w in line.words) or text.endswith(":"))
        if line.atomic or line.box.top - bottom > _FAR * size or other:
            break
        if any(sum(x0 - 1 <= h.middle <= x1 + 1 for h in heads) > 1 for x0, x1 in _spans([*taken, line])):
            break  # words that reach below two heads
        taken.append(line)
        bottom = line.box.top
    return taken


def _spans(lines: Sequence[Draft]) -> list[tuple[float, float]]:
    """What the words of lines one below the other take up, from left to right."""
    spans: list[tuple[float, float]] = []
    pieces = [piece for line in lines for piece in split_at_gaps(line, _SENTENCE_GAP)]
    for x0, x1 in sorted((piece.box.x0, piece.box.x1) for piece in pieces):
        if spans and x0 - spans[-1][1] < 2:
            spans[-1] = (spans[-1][0], max(spans[-1][1], x1))
        else:
            spans.append((x0, x1))
    return spans


def _columns(heads: Sequence[Head], lines: Sequence[Draft], band: Band) -> list[_Column] | None:
    """The columns that lines make below heads; None when some words may belong to two of them, or to none."""
    spans = _spans(lines)
    if not spans:
        return None
    known: list[Head | None] = list(heads)
    stub = [span for span in spans if span[1] < heads[0].x0 - 2]
    if stub and heads[0] in band.heads:
        known.insert(0, None)
    in_order = len(spans) == len(known)
    held: dict[int, tuple[float, float]] = {}
    for span in spans:
        own = _own_head(span, known, stub)
        if own is None or own in held:
            held = {}
            break
        held[own] = span
    if not held and in_order and all(_may_be(span, known, n) for n, span in enumerate(spans)):
        held = dict(enumerate(spans))
    if not held:
        return None
    columns = []
    for n, head in enumerate(known):
        x0, x1 = held.get(n, (head.x0, head.x1) if head else (0.0, 0.0))
        columns.append(_Column(head, x0, x1))
    return columns if all(a.x1 <= b.x0 + 1 for a, b in pairwise(columns)) else None


def _own_head(
    span: tuple[float, float], heads: Sequence[Head | None], stub: Sequence[tuple[float, float]]
) -> int | None:
    """The head of a column: the only one above it, or one that it stands clearly nearer to than to any other."""
    if heads[0] is None and span in stub:
        return 0
    over = [n for n, h in enumerate(heads) if h is not None and span[0] - 1 <= h.middle <= span[1] + 1]
    if len(over) == 1:
        return over[0]
    if over:
        return None
    apart = sorted((max(h.middle - span[1], span[0] - h.middle), n) for n, h in enumerate(heads) if h is not None)
    if len(apart) < 2:
        return None
    return apart[0][1] if apart[0][0] <= _NEAR * (apart[0][0] + apart[1][0]) else None


def _may_be(span: tuple[float, float], heads: Sequence[Head | None], n: int) -> bool:
    """Whether a column that is the n-th may be that of the n-th head: it stands between the heads beside that."""
    before = heads[n - 1] if n else None
    behind = heads[n + 1] if n + 1 < len(heads) else None
    return not (before and span[1] < before.middle) and not (behind and span[0] > behind.middle)


def _borders(columns: Sequence[_Column]) -> list[float]:
    inner = [(a.x1 + b.x0) / 2 for a, b in pairwise(columns)]
    return [columns[0].x0 - 1, *inner, columns[-1].x1 + 1]


def _filled(line: Draft, columns: Sequence[_Column]) -> set[int]:
    xs = _borders(columns)
    return {sum(w.box.center[0] >= x for x in xs[1:-1]) for w in line.words}


def _rows(lines: Sequence[Draft], columns: Sequence[_Column], raw: RawPage) -> list[list[Draft]]:
    """Lines by row: between the rules that part them, else a line that fills the first column begins one, unless it
    goes on with the line right above it."""
    x0, x1 = columns[0].x0, columns[-1].x1
    level = joined([s for s in raw.strokes if s.bottom - s.top < 1])
    rules = [s.top for s in level if s.x0 <= x0 + 5 and s.x1 >= x1 - 5]
    ruled = sum(any(a.box.center[1] < y < b.box.center[1] for y in rules) for a, b in pairwise(lines))
    filled = [_filled(line, columns) for line in lines]
    whole = [n for n, f in enumerate(filled) if 0 in f and len(f) > 1]
    steps = [b.box.top - a.box.top for a, b in pairwise(lines)]
    pitch = min((steps[n - 1] for n in whole if n), default=0.0)
    rows: list[list[Draft]] = []
    for n, line in enumerate(lines):
        above = lines[n - 1] if n else None
        if above is None:
            new = True
        elif ruled:
            new = any(above.box.center[1] < y < line.box.center[1] for y in rules)
        else:
            tight = steps[n - 1] <= _TIGHT * line.words[0].size
            lower = line.words[0].text[:1].islower()
            wraps = tight and (lower or (n not in whole and steps[n - 1] < pitch - 1.5))
            new = 0 in filled[n] and not wraps
        if new:
            rows.append([line])
        else:
            rows[-1].append(line)
    return rows
