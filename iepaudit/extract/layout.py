"""A raw page -> lines in reading order, with tables, field values and check boxes in their places."""

from __future__ import annotations

from collections.abc import Sequence

from iepaudit.extract.alignment import find_aligned
from iepaudit.extract.boxes import place_boxes
from iepaudit.extract.columns import in_reading_order
from iepaudit.extract.fields import place_fields
from iepaudit.extract.grids import Grid, fill, find_grids
from iepaudit.extract.label_column import find_label_columns
from iepaudit.extract.labels import check_boxes
from iepaudit.extract.line_builder import Draft, to_line
from iepaudit.extract.quality import grade
from iepaudit.extract.raw import Fill, RawPage
from iepaudit.extract.turned import turned_lines
from iepaudit.model.document import Cell, Line, Page, Table, Word
from iepaudit.model.geometry import Box

_SHADE = 0.93  # lighter fills are paper
_MOST_SHADES = 1_000


def build_page(raw: RawPage) -> Page:
    """The page as later stages see it; running headers are still among its lines (see `running`)."""
    words, drafts = place_fields(raw)
    words, encodings = place_boxes(raw, words)
    drafts += turned_lines(raw)
    grids = find_grids(raw, words) if not raw.too_busy else []
    grids = sorted(grids + _aligned(grids, words), key=lambda g: (g.box.top, g.box.x0))
    shades = [f for f in raw.fills if f.lightness < _SHADE and _is_band(f, raw)][:_MOST_SHADES]
    made: dict[int, tuple[Table, tuple[Line, ...]]] = {}
    # A table inside of a cell takes its words before the cell does.
    for number in sorted(range(len(grids)), key=lambda n: not _stands_in_a_cell(grids[n], grids)):
        table, lines, words, drafts = _table(grids[number], words, drafts, raw, shades, number)
        made[number] = table, lines
    tables = [made[n][0] for n in range(len(grids))]
    in_tables = [made[n][1] for n in range(len(grids))]
    free = in_reading_order(words, drafts)
    places = [_place(grid.box, free) for grid in grids]
    ordered: list[Line] = []
    for n in range(len(free) + 1):
        for place, held in zip(places, in_tables, strict=True):
            if place == n:
                ordered += held
        if n < len(free):
            ordered.append(to_line(free[n], raw.number, _shaded(free[n], shades)))
    lines = tuple(ordered)
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
    found = find_aligned(in_reading_order(free))
    for grid in found:
        free = fill(grid, free)[1]
    return found + find_label_columns(in_reading_order(free))


def _stands_in_a_cell(grid: Grid, grids: Sequence[Grid]) -> bool:
    """Whether a grid of several rows and columns lies within one cell of a larger one, as on forms that are cells."""
    if len(grid.rows) < 2 or len(grid.rows[0]) < 2:
        return False
    own = grid.box
    return any(
        cell is not None
        and cell.x0 - 1 <= own.x0
        and own.x1 <= cell.x1 + 1
        and cell.top - 1 <= own.top
        and own.bottom <= cell.bottom + 1
        for other in grids
        if other is not grid and other.box.meets(own)
        for row in other.rows
        for cell in row
    )


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
            inner = own[0].words if len(own) == 1 else tuple(w for n in own for w in n.words)
            cells.append(Cell("\n".join(n.text for n in own), box, i, j, inner))
        rows.append(tuple(cells))
    return Table(grid.box, tuple(rows), grid.ruled), tuple(lines), words_left, drafts_left


def _place(table: Box, free: Sequence[Draft]) -> int:
    """Before which of the free lines, which are in reading order, a table is read: before the first that is below it,
    and in its own column where the page has columns. What stands left of a table is read first."""
    lowest_later = float("inf")
    later: list[float] = []  # the smallest top among each line and all after it
    for item in reversed(free):
        lowest_later = min(lowest_later, item.box.top)
        later.append(lowest_later)
    later.reverse()
    for n, item in enumerate(free):
        box = item.box
        if box.center[1] <= table.top:
            continue
        over_or_under = box.x0 < table.x1 and table.x0 < box.x1
        right = box.x0 >= table.x1 - 2 and box.center[1] < table.bottom
        if over_or_under or right or (box.top >= table.bottom - 2 and later[n] >= table.top):
            return n
    return len(free)


def _is_band(shade: Fill, raw: RawPage) -> bool:
    """Shading behind text, not the background of the whole page."""
    return not (shade.box.width > 0.95 * raw.width and shade.box.height > 0.6 * raw.height)


def _shaded(item: Draft, shades: Sequence[Fill]) -> bool:
    x, y = item.box.center
    return any(s.box.holds(x, y) and s.box.height > 4 for s in shades)
