"""A raw page -> lines in reading order, with tables, fields and check boxes in their places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from iepaudit.extract.columns import in_reading_order
from iepaudit.extract.grids import Grid, fill, find_grids
from iepaudit.extract.line_builder import Draft, group, to_line
from iepaudit.extract.quality import grade
from iepaudit.extract.raw import Fill, RawPage
from iepaudit.model.document import Cell, Line, Page, Table, Word

_SHADE = 0.93  # lighter fills are paper


@dataclass(frozen=True, slots=True)
class _Block:
    """A table, or a run of lines, at its place in the order."""

    top: float
    x0: float
    lines: tuple[Line, ...]


def build_page(raw: RawPage) -> Page:
    """The page as later stages see it; running headers are still among its lines (see `running`)."""
    words = raw.words
    grids = find_grids(raw, words) if not raw.too_busy else []
    shades = [f for f in raw.fills if f.lightness < _SHADE and _is_band(f, raw)]
    blocks: list[_Block] = []
    tables: list[Table] = []
    for number, grid in enumerate(grids):
        table, lines, words = _table(grid, words, raw, shades, number)
        tables.append(table)
        blocks.append(_Block(grid.box.top, grid.box.x0, lines))
    for item in in_reading_order(words, [g.box for g in grids]):
        line = to_line(item, raw.number, _shaded(item, shades))
        blocks.append(_Block(line.box.top, line.box.x0, (line,)))
    blocks.sort(key=lambda b: b.top)
    lines = tuple(line for block in blocks for line in block.lines)
    return Page(
        number=raw.number,
        width=raw.width,
        height=raw.height,
        lines=lines,
        tables=tuple(tables),
        fields=tuple(w.field for w in raw.widgets),
        check_boxes=(),
        quality=grade(raw, lines),
        annotations=tuple(raw.annotations),
    )


def _table(
    grid: Grid, words: Sequence[Word], raw: RawPage, shades: list[Fill], number: int
) -> tuple[Table, tuple[Line, ...], list[Word]]:
    held, outside = fill(grid, words)
    lines: list[Line] = []
    rows: list[tuple[Cell | None, ...]] = []
    for i, row in enumerate(grid.rows):
        cells: list[Cell | None] = []
        for j, box in enumerate(row):
            if box is None:
                cells.append(None)
                continue
            items = group(held.get((i, j), ()))
            own = [to_line(item, raw.number, _shaded(item, shades), number, i, j) for item in items]
            lines += own
            cells.append(Cell("\n".join(n.text for n in own), box, i, j, tuple(w for n in own for w in n.words)))
        rows.append(tuple(cells))
    return Table(grid.box, tuple(rows), grid.ruled), tuple(lines), outside


def _is_band(shade: Fill, raw: RawPage) -> bool:
    """Shading behind text, not the background of the whole page."""
    return not (shade.box.width > 0.95 * raw.width and shade.box.height > 0.6 * raw.height)


def _shaded(item: Draft, shades: Sequence[Fill]) -> bool:
    x, y = item.box.center
    return any(s.box.holds(x, y) and s.box.height > 4 for s in shades)
