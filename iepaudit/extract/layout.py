"""A raw page -> lines in reading order, with tables, field values and check boxes in their places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from iepaudit.extract.alignment import find_aligned
from iepaudit.extract.boxes import place_boxes
from iepaudit.extract.columns import in_reading_order
from iepaudit.extract.fields import place_fields
from iepaudit.extract.grids import Grid, fill, find_grids
from iepaudit.extract.labels import check_boxes
from iepaudit.extract.line_builder import Draft, to_line
from iepaudit.extract.quality import grade
from iepaudit.extract.raw import Fill, RawPage
from iepaudit.extract.turned import turned_lines
from iepaudit.model.document import Cell, Line, Page, Table, Word

_SHADE = 0.93  # lighter fills are paper


@dataclass(frozen=True, slots=True)
class _Block:
    """A table, or a line outside of tables, at its place in the order."""

    top: float
    lines: tuple[Line, ...]


def build_page(raw: RawPage) -> Page:
    """The page as later stages see it; running headers are still among its lines (see `running`)."""
    words, drafts = place_fields(raw)
    words, encodings = place_boxes(raw, words)
    drafts += turned_lines(raw)
    grids = find_grids(raw, words) if not raw.too_busy else []
    grids = sorted(grids + _aligned(grids, words), key=lambda g: (g.box.top, g.box.x0))
    shades = [f for f in raw.fills if f.lightness < _SHADE and _is_band(f, raw)]
    blocks: list[_Block] = []
    tables: list[Table] = []
    for number, grid in enumerate(grids):
        table, lines, words, drafts = _table(grid, words, drafts, raw, shades, number)
        tables.append(table)
        blocks.append(_Block(grid.box.top, lines))
    for item in in_reading_order(words, drafts):
        line = to_line(item, raw.number, _shaded(item, shades))
        blocks.append(_Block(_place(item, grids), (line,)))
    blocks.sort(key=lambda b: b.top)
    lines = tuple(line for block in blocks for line in block.lines)
    return Page(
        number=raw.number,
        width=raw.width,
        height=raw.height,
        lines=lines,
        tables=tuple(tables),
        fields=tuple(w.field for w in raw.widgets),
        check_boxes=check_boxes(lines, tables, encodings),
        quality=grade(raw, lines),
        annotations=tuple(raw.annotations),
    )


def _aligned(grids: Sequence[Grid], words: Sequence[Word]) -> list[Grid]:
    """Tables without ruling lines in what stands outside of the ruled ones."""
    free = list(words)
    for grid in grids:
        free = fill(grid, free)[1]
    return find_aligned(in_reading_order(free))


def _table(
    grid: Grid, words: Sequence[Word], drafts: Sequence[Draft], raw: RawPage, shades: list[Fill], number: int
) -> tuple[Table, tuple[Line, ...], list[Word], list[Draft]]:
    """The table with its lines, cell by cell, and the words and drafts that stand outside of it."""
    held, words_left = fill(grid, words)
    held_drafts, drafts_left = fill(grid, drafts)
    lines: list[Line] = []
    rows: list[tuple[Cell | None, ...]] = []
    for i, row in enumerate(grid.rows):
        cells: list[Cell | None] = []
        for j, box in enumerate(row):
            if box is None:
                cells.append(None)
                continue
            items = in_reading_order(held.get((i, j), ()), held_drafts.get((i, j), ()))
            own = [to_line(item, raw.number, _shaded(item, shades), number, i, j) for item in items]
            lines += own
            cells.append(Cell("\n".join(n.text for n in own), box, i, j, tuple(w for n in own for w in n.words)))
        rows.append(tuple(cells))
    return Table(grid.box, tuple(rows), grid.ruled), tuple(lines), words_left, drafts_left


def _place(item: Draft, grids: Sequence[Grid]) -> float:
    """A line left of a table comes before it, wherever along its height the line stands."""
    for grid in grids:
        if item.box.x1 <= grid.box.x0 + 2 and grid.box.top < item.box.center[1] < grid.box.bottom:
            return grid.box.top - 0.1
    return item.box.top


def _is_band(shade: Fill, raw: RawPage) -> bool:
    """Shading behind text, not the background of the whole page."""
    return not (shade.box.width > 0.95 * raw.width and shade.box.height > 0.6 * raw.height)


def _shaded(item: Draft, shades: Sequence[Fill]) -> bool:
    x, y = item.box.center
    return any(s.box.holds(x, y) and s.box.height > 4 for s in shades)
