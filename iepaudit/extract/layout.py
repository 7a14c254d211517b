"""A raw page -> lines in reading order, with tables, field values and check boxes in their places."""

from __future__ import annotations

from collections.abc import Sequence

from iepaudit.extract.alignment import find_aligned
from iepaudit.extract.box_sides import boxes_before_words
from iepaudit.extract.boxes import place_boxes
from iepaudit.extract.bullets import with_bullets
from iepaudit.extract.columns import in_reading_order
from iepaudit.extract.dividers import Divider, find_dividers
from iepaudit.extract.field_rows import find_field_rows
from iepaudit.extract.fields import place_fields
from iepaudit.extract.fixed_pitch import read_fixed_pitch
from iepaudit.extract.grids import Grid, fill, find_ruled
from iepaudit.extract.label_column import find_label_columns
from iepaudit.extract.label_pairs import find_label_pairs
from iepaudit.extract.labels import check_boxes
from iepaudit.extract.line_builder import Draft, to_line
from iepaudit.extract.quality import grade
from iepaudit.extract.raw import Fill, RawPage
from iepaudit.extract.row_rules import find_row_ruled
from iepaudit.extract.side_heads import take_side_heads
from iepaudit.extract.tall_rows import with_rows
from iepaudit.extract.turned import slanted_lines, turned_lines
from iepaudit.extract.turned_heads import place_turned_heads
from iepaudit.extract.upright_rules import find_upright_ruled
from iepaudit.model.document import Cell, Line, Page, Table, Word
from iepaudit.model.geometry import Box

_SHADE = 0.93  # lighter fills are paper
_MOST_SHADES = 1_000


def build_page(raw: RawPage) -> Page:
    """The page as later stages see it; running headers are still among its lines (see `running`)."""
    words, drafts = place_fields(raw)
    words, encodings = place_boxes(raw, words)
    typed = read_fixed_pitch(with_bullets(raw, words))
    words = typed.words
    ruled = find_ruled(raw, words)
    beside = take_side_heads(ruled.grids, words, turned_lines(raw, ruled.grids))
    headed = place_turned_heads(raw, beside.grids, beside.words, beside.drafts, slanted_lines(raw))
    grids, words = headed.grids, beside.words
    drafts += headed.drafts
    grids = [with_rows(grid, words, drafts) for grid in grids]
    grids += find_upright_ruled(raw, words, grids)
    grids += [grid for grid in typed.grids if not any(other.box.meets(grid.box) for other in grids)]
    grids += find_field_rows(raw, words, drafts, grids)
    shades = [f for f in raw.fills if f.lightness < _SHADE and _is_band(f, raw)][:_MOST_SHADES]
    dividers = find_dividers(raw, shades, grids, ruled.frames)
    grids = sorted(grids + _aligned(raw, grids, words, dividers), key=lambda g: (g.box.top, g.box.x0))
    homes = {n: home for n in range(len(grids)) if (home := _cell_around(grids[n], grids)) is not None}
    made: dict[int, tuple[Table, tuple[Line, ...]]] = {}
    # A table inside of a cell takes its words before the cell does.
    for number in sorted(range(len(grids)), key=lambda n: -_depth(n, homes)):
        table, lines, words, drafts = _table(grids[number], words, drafts, raw, shades, number)
        made[number] = table, lines
    tables = [made[n][0] for n in range(len(grids))]
    free = in_reading_order(words, drafts, dividers)
    outer = [n for n in range(len(grids)) if n not in homes]
    places = [_place(grids[n].box, free) for n in outer]
    ordered: list[Line] = []
    for at in range(len(free) + 1):
        for place, n in zip(places, outer, strict=True):
            if place == at:
                ordered += _with_inner(n, made, homes)
        if at < len(free):
            ordered.append(to_line(free[at], raw.number, _shaded(free[at], shades)))
    turned, tables = boxes_before_words(ordered, tables)
    lines = tuple(turned)
    return Page(
        number=raw.number,
        width=raw.width,
        height=raw.height,
        lines=lines,
        tables=tuple(tables),
        fields=tuple(w.field for w in raw.widgets),
        check_boxes=check_boxes(lines, tables, encodings),
        quality=grade(raw, lines),
        annotations=(*((headed.across,) if headed.across else ()), *raw.annotations),
    )


def _aligned(raw: RawPage, grids: Sequence[Grid], words: Sequence[Word], dividers: Sequence[Divider]) -> list[Grid]:
    """Tables without upright ruling lines in what stands outside of the ruled ones."""
    free = _outside(grids, words)
    rows = find_row_ruled(raw, free)
    lines = in_reading_order(_outside(rows, free) if rows else free, dividers=dividers)
    found = [*rows, *find_aligned(lines)]
    if len(found) > len(rows):
        lines = in_reading_order(_outside(found, free), dividers=dividers)
    pairs = find_label_pairs(lines)
    if pairs:
        found += pairs
        lines = in_reading_order(_outside(found, free), dividers=dividers)
    return found + find_label_columns(lines)


def _outside(grids: Sequence[Grid], words: Sequence[Word]) -> list[Word]:
    free = list(words)
    for grid in grids:
        free = fill(grid, free)[1]
    return free


_Home = tuple[int, int, int]  # the table, row and column in which another table stands


def _cell_around(grid: Grid, grids: Sequence[Grid]) -> _Home | None:
    """The smallest cell that holds a whole grid of several columns, as on forms that are cells."""
    own = grid.box
    if len(grid.rows[0]) < 2:
        return None
    around = [
        (cell.width * cell.height, (n, i, j))
        for n, other in enumerate(grids)
        if other is not grid and other.box.meets(own)
        for i, row in enumerate(other.rows)
        for j, cell in enumerate(row)
        if cell is not None and _holds(cell, own)
    ]
    return min(around)[1] if around else None


def _holds(cell: Box, box: Box) -> bool:
    return cell.x0 - 1 <= box.x0 and box.x1 <= cell.x1 + 1 and cell.top - 1 <= box.top and box.bottom <= cell.bottom + 1


def _depth(number: int, homes: dict[int, _Home]) -> int:
    """In how many tables a table stands, one in the other."""
    count = 0
    while number in homes and count <= len(homes):
        number, count = homes[number][0], count + 1
    return count


def _with_inner(number: int, made: dict[int, tuple[Table, tuple[Line, ...]]], homes: dict[int, _Home]) -> list[Line]:
    """The lines of a table in reading order, with those of the tables in its cells where they stand."""
    inner = sorted((n for n, home in homes.items() if home[0] == number), key=lambda n: made[n][0].box.top)
    ordered: list[Line] = []
    for line in made[number][1]:
        assert line.row is not None and line.column is not None
        for n in tuple(inner):
            _, row, column = homes[n]
            if (row, column) < (line.row, line.column) or (
                (row, column) == (line.row, line.column) and made[n][0].box.top < line.box.top
            ):
                ordered += _with_inner(n, made, homes)
                inner.remove(n)
        ordered.append(line)
    for n in inner:
        ordered += _with_inner(n, made, homes)
    return ordered


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
