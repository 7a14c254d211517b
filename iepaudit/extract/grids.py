"""Ruled tables: pdfplumber's table finder on the ruling lines of a page, cells filled by the centres of words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Protocol, TypeVar

from iepaudit.extract.raw import RawPage, Stroke
from iepaudit.model.document import Word
from iepaudit.model.geometry import Box, around

# The finder compares every crossing with every other: beyond these the page is a drawing, and would take minutes.
MAX_EDGES = 12_000
MAX_CROSSINGS = 5_000
_LEAST_WIDTH = 100.0  # points: rules shorter than this make no table
_LEAST_INNER = 2  # upright rules inside of two level ones
_MOST_HEIGHTS = 200  # rules of one width on a page: more are a drawing
_MOST_PAIRS = 1_000_000  # widths of level rules times upright rules: beyond, the page is a drawing
_LEAST_CUT = 3  # upright rules that end together
_DASHES_APART = 3.0  # points
_WORD_SPACE = 0.27  # heights of a line: nearer words are of one text, whatever is drawn between them
_SLIVER = 6.0  # points: columns and rows between double rules


class Placed(Protocol):
    @property
    def box(self) -> Box: ...


P = TypeVar("P", bound=Placed)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's cells by row and column (None where a merged cell goes on) and what stands in each."""

    box: Box
    rows: tuple[tuple[Box | None, ...], ...]
    ruled: bool = True

    @property
    def columns(self) -> int:
        return len(self.rows[0])


class _EdgePage:
    """What `TableFinder` asks of a page."""

    def __init__(self, raw: RawPage, edges: list[dict[str, Any]]) -> None:
        self.edges = edges
        self.bbox = (0.0, 0.0, raw.width, raw.height)


@dataclass(frozen=True, slots=True)
class Ruled:
    """The ruled tables of a page, and the frames around its paragraphs, which are none."""

    grids: list[Grid]
    frames: list[Box]


def find_ruled(raw: RawPage, words: Sequence[Word]) -> Ruled:
    """The tables without phantoms: frames of one column, empty rulings."""
    lines = _ruling_lines(raw)
    if raw.too_busy or len(lines) > MAX_EDGES:
        return Ruled([], [])
    lines = [*lines, *_open_ends(lines)]
    edges = [_edge(s) for s in (*lines, *_open_sides(lines))]
    if not _worth_it(edges):
        return Ruled([], [])
    from pdfplumber.table import TableFinder

    found = TableFinder(_EdgePage(raw, edges)).tables
    grids = [(table, _grid(table, words)) for table in found]
    frames = [around(Box(*c) for c in table.cells) for table, grid in grids if grid is None]
    return Ruled(sorted((g for _, g in grids if g), key=lambda g: (g.box.top, g.box.x0)), frames)


def _ruling_lines(raw: RawPage) -> list[Stroke]:
    """All strokes but those of small squares, which are check boxes."""
    own = {(round(s.x0), round(s.top), round(s.x1), round(s.bottom)) for s in raw.squares}
    if not own:
        return raw.strokes
    sides = set()
    for x0, top, x1, bottom in own:
        sides |= {(x0, top, x1, top), (x0, bottom, x1, bottom), (x0, top, x0, bottom), (x1, top, x1, bottom)}
    return [s for s in raw.strokes if (round(s.x0), round(s.top), round(s.x1), round(s.bottom)) not in sides]


def _open_sides(lines: Sequence[Stroke]) -> list[Stroke]:
    """The outer sides of tables that are drawn without them: three and more rules of one width, with an upright rule
    from one to the next somewhere between their ends, or two with several."""
    level: dict[tuple[int, int], list[Stroke]] = {}
    upright = [s for s in lines if s.x1 - s.x0 < s.bottom - s.top]
    for line in lines:
        if line.x1 - line.x0 > _LEAST_WIDTH:
            level.setdefault((round(line.x0 / 2), round(line.x1 / 2)), []).append(line)
    sides: list[Stroke] = []
    if len(level) * len(upright) > _MOST_PAIRS:
        return sides
    for rules in level.values():
        heights = sorted({r.top for r in rules})
        if not 2 <= len(heights) <= _MOST_HEIGHTS:
            continue
        x0, x1 = rules[0].x0, rules[0].x1
        inner = [
            s for s in upright if x0 + 10 < s.x0 < x1 - 10 and s.top >= heights[0] - 3 and s.bottom <= heights[-1] + 3
        ]
        if len(heights) == 2 and len({round(s.x0) for s in inner}) < _LEAST_INNER:
            continue
        joined = [
            (a, b)
            for a, b in pairwise(heights)
            if b - a > 6 and any(s.top <= a + 3 and s.bottom >= b - 3 for s in inner)
        ]
        for x in (x0, x1):
            if joined and not any(
                abs(s.x0 - x) <= 3 and s.bottom > heights[0] and s.top < heights[-1] for s in upright
            ):
                sides += [Stroke(x, a, x, b) for a, b in joined]
    return sides


def joined(strokes: Sequence[Stroke]) -> list[Stroke]:
    """Level strokes, with the dashes of a dashed line, and the sides of cells drawn one by one, as one."""
    done: list[Stroke] = []
    for s in sorted(strokes, key=lambda s: (round(s.top * 2), s.x0)):
        last = done[-1] if done else None
        if last and abs(last.top - s.top) <= 0.6 and s.x0 - last.x1 <= _DASHES_APART:
            done[-1] = last._replace(x1=max(last.x1, s.x1))
        else:
            done.append(s)
    return done


def _open_ends(lines: Sequence[Stroke]) -> list[Stroke]:
    """The upper or lower rule of a table that a page break cut in the middle of a row: upright rules that end together,
    with a level rule across them elsewhere."""
    upright = [s for s in lines if s.bottom - s.top > s.x1 - s.x0 and s.bottom - s.top > 10]
    level = joined([s for s in lines if s.x1 - s.x0 > s.bottom - s.top])
    ends: list[Stroke] = []
    for at in ("top", "bottom"):
        groups: dict[int, list[Stroke]] = {}
        for s in upright:
            groups.setdefault(round(getattr(s, at) / 2), []).append(s)
        for own in groups.values():
            y = getattr(own[0], at)
            x0, x1 = min(s.x0 for s in own), max(s.x0 for s in own)
            if len({round(s.x0) for s in own}) < _LEAST_CUT or x1 - x0 < _LEAST_WIDTH:
                continue
            across = [r for r in level if r.x0 <= x0 + 3 and r.x1 >= x1 - 3]
            crossed = any(all(s.top - 3 <= r.top <= s.bottom + 3 for s in own) for r in across)
            if crossed and not any(abs(r.top - y) <= 3 for r in level if r.x1 > x0 + 3 and r.x0 < x1 - 3):
                a, b = _whole_width(own, across, upright)
                ends.append(Stroke(a, y, b, y))
    return ends


def _whole_width(own: Sequence[Stroke], across: Sequence[Stroke], upright: Sequence[Stroke]) -> tuple[float, float]:
    """From where to where the table of some upright rules reaches that is open at its sides: as far as the level rules
    across them, when these agree and no other upright rule stands below them."""
    inner = min(s.x0 for s in own), max(s.x0 for s in own)
    x0, x1 = min(r.x0 for r in across), max(r.x1 for r in across)
    agree = all(abs(r.x0 - x0) <= 3 and abs(r.x1 - x1) <= 3 for r in across)
    top, bottom = min(s.top for s in own), max(s.bottom for s in own)
    others = [
        s for s in upright if s.top < bottom and s.bottom > top and (x0 <= s.x0 < inner[0] or inner[1] < s.x0 <= x1)
    ]
    return (x0, x1) if agree and not others else inner


def _edge(stroke: Stroke) -> dict[str, Any]:
    horizontal = stroke.bottom - stroke.top < stroke.x1 - stroke.x0
    return {
        "x0": stroke.x0,
        "x1": stroke.x1,
        "top": stroke.top,
        "bottom": stroke.bottom,
        "width": stroke.x1 - stroke.x0,
        "height": stroke.bottom - stroke.top,
        "orientation": "h" if horizontal else "v",
        "object_type": "line",
    }


def _worth_it(edges: list[dict[str, Any]]) -> bool:
    xs = {round(e["x0"] / 3) for e in edges if e["orientation"] == "v"}
    ys = {round(e["top"] / 3) for e in edges if e["orientation"] == "h"}
    return len(xs) >= 2 and len(ys) >= 2 and len(xs) * len(ys) <= MAX_CROSSINGS


def _grid(table: Any, words: Sequence[Word]) -> Grid | None:
    rows: list[list[Box | None]] = [[Box(*c) if c else None for c in row.cells] for row in table.rows]
    cells = [c for row in rows for c in row if c]
    box = around(cells)
    inside = [w for w in words if box.holds(*w.box.center)]
    if not inside:
        return None
    rows = _without_slivers(rows, inside)
    if not rows or max(sum(c is not None for c in row) for row in rows) < 2:
        return None
    return Grid(box, tuple(tuple(row) for row in rows))


def _without_slivers(rows: list[list[Box | None]], words: Sequence[Word]) -> list[list[Box | None]]:
    """Drops columns and rows that are only the space between double rules."""

    def real(cells: Sequence[Box | None], across: bool) -> bool:
        present = [c for c in cells if c]
        if not present:
            return False
        if max((c.width if across else c.height) for c in present) > _SLIVER:
            return True
        return any(c.holds(*w.box.center) for c in present for w in words)

    rows = [row for row in rows if real(row, across=False)]
    if not rows:
        return []
    keep = [n for n in range(len(rows[0])) if real([row[n] for row in rows], across=True)]
    return [[row[n] for n in keep] for row in rows]


def _gap(before: Box, box: Box) -> float | None:
    """How far `box` stands behind `before`, when it may be the next word of the same text."""
    gap = box.x0 - before.x1
    level = abs(before.top - box.top) <= 1 and abs(before.bottom - box.bottom) <= 1
    return gap if level and 0 <= gap < 0.4 * box.height else None


def fill(grid: Grid, items: Sequence[P]) -> tuple[dict[tuple[int, int], list[P]], list[P]]:
    """What stands in each cell, by (row, column), and what stands in none: the centre decides."""
    cells = [(c, (i, j)) for i, row in enumerate(grid.rows) for j, c in enumerate(row) if c]
    xs = sorted({x for c, _ in cells for x in (c.x0, c.x1)})
    ys = sorted({y for c, _ in cells for y in (c.top, c.bottom)})
    x_at, y_at = {x: n for n, x in enumerate(xs)}, {y: n for n, y in enumerate(ys)}
    slots: dict[tuple[int, int], tuple[int, int]] = {}
    # Larger cells first, so that a cell inside a frame keeps its own words.
    for c, place in sorted(cells, key=lambda item: -item[0].width * item[0].height):
        for i in range(y_at[c.top], y_at[c.bottom]):
            for j in range(x_at[c.x0], x_at[c.x1]):
                slots[i, j] = place
    held: dict[tuple[int, int], list[P]] = {}
    outside: list[P] = []
    before: P | None = None
    cell_before: tuple[int, int] | None = None
    over = False  # whether the text has left its cell
    for item in items:
        x, y = item.box.center
        found = slots.get((bisect_right(ys, y) - 1, bisect_right(xs, x) - 1))
        gap = _gap(before.box, item.box) if before is not None and cell_before is not None else None
        if gap is not None and found != cell_before:
            cell = grid.rows[found[0]][found[1]] if found else None
            edge = cell.x0 if cell else grid.box.x1
            if over or item.box.x0 - edge <= 1.5 or gap < _WORD_SPACE * item.box.height:
                found, over = cell_before, True
        else:
            over = over and gap is not None
        before, cell_before = item, found
        if found is None:
            outside.append(item)
        else:
            held.setdefault(found, []).append(item)
    return held, outside
