"""Tables whose column heads run upwards, downwards or at a slant above their columns: above rules of their own, or
above columns that only their words make."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from iepaudit.extract.grids import Grid
from iepaudit.extract.line_builder import Draft
from iepaudit.extract.raw import RawPage
from iepaudit.extract.turned_bands import MOST, Band, find_bands, placed, upright_top, within
from iepaudit.extract.turned_columns import above_columns
from iepaudit.model.document import Word
from iepaudit.model.geometry import Box

_OFF = 0.75  # of its column's width, from the foot of a head to the middle of the column
_AT_RULES = 10.0  # points between the feet of heads and the table they stand on


@dataclass(frozen=True, slots=True)
class Headed:
    """The tables of a page with those below turned heads among them, and its turned lines, heads set into them."""

    grids: list[Grid]
    drafts: list[Draft]
    across: str  # what runs across the page: slanted text that is no head


def place_turned_heads(
    raw: RawPage, grids: Sequence[Grid], words: Sequence[Word], turned: Sequence[Draft], slanted: Sequence[Draft]
) -> Headed:
    """`words` and `turned` are what is left of the page beside its side heads."""
    done = list(grids)
    moved: dict[int, Draft] = {}
    free = [d for d in turned if d.turn % 2 and not _is_inside(d, grids)]
    for band in find_bands([*free, *slanted][:MOST]):
        on = next((n for n, grid in enumerate(done) if _stands_on(band, grid)), None)
        found = _on_rules(band, done[on], words) if on is not None else above_columns(band, done, words, raw)
        if found is None:
            continue
        grid, set_in = found
        moved |= set_in
        if on is None:
            done.append(grid)
        else:
            done[on] = grid
    kept = [moved.get(id(d), d) for d in turned]
    across: list[str] = []
    for item in slanted:
        at = moved.get(id(item)) or _in_its_cell(item, done)
        if at is not None:
            kept.append(at)
        else:
            across.append(" ".join(w.text for w in item.words))
    return Headed(done, kept, " ".join(across))


def _is_inside(item: Draft, grids: Sequence[Grid]) -> bool:
    return any(grid.box.holds(*item.box.center) for grid in grids)


def _in_its_cell(item: Draft, grids: Sequence[Grid]) -> Draft | None:
    """A slanted line set into the cell in which its foot stands; None for one outside of all tables."""
    assert item.foot is not None
    x, y = item.foot[0], item.foot[1] - 2
    for grid in grids:
        for row in grid.rows:
            for cell in row:
                if cell is not None and cell.holds(x, y) and item.box.top >= cell.top - 3:
                    return replace(item, box=within(cell))
    return None


def _stands_on(band: Band, grid: Grid) -> bool:
    """Whether a table begins where the feet of the heads stand."""
    if not grid.ruled or not -_AT_RULES / 2 <= grid.box.top - band.level <= _AT_RULES:
        return False
    return grid.box.x0 - 5 <= band.heads[0].middle and band.heads[-1].middle <= grid.box.x1 + 5


_Found = tuple[Grid, dict[int, Draft]]


def _on_rules(band: Band, grid: Grid, words: Sequence[Word]) -> _Found | None:
    """The table with a row of heads above it; None when two heads may be those of one column."""
    columns = [_extent(grid, n) for n in range(grid.columns)]
    at = _in_order(band, columns) or _in_columns(band, columns)
    if not at:
        return None
    row: list[Box | None] = []
    set_in: dict[int, Draft] = {}
    for n, (x0, x1) in enumerate(columns):
        head = band.heads[at.index(n)] if n in at else None
        top = band.top if head else upright_top(band, x0, x1, grid.box.top, words)
        row.append(Box(x0, min(top, grid.box.top - 1), x1, grid.box.top))
        if head is not None:
            set_in |= placed(head, Box(x0, band.top, x1, grid.box.top))
    box = Box(grid.box.x0, band.top, grid.box.x1, grid.box.bottom)
    return Grid(box, (tuple(row), *grid.rows), grid.ruled), set_in


def _in_order(band: Band, columns: Sequence[tuple[float, float]]) -> list[int]:
    """The columns of heads when there is one head for each, or for each but the first, near its middle."""
    first = len(columns) - len(band.heads)
    at = list(range(first, len(columns))) if 0 <= first <= 1 else []
    ends = [columns[n] for n in at]
    near = all(abs(h.middle - (x0 + x1) / 2) <= _OFF * (x1 - x0) for h, (x0, x1) in zip(band.heads, ends, strict=False))
    return at if near else []


def _in_columns(band: Band, columns: Sequence[tuple[float, float]]) -> list[int]:
    """The columns in which the feet of heads stand; [] when two stand in one, or one in none. Slanted heads lean over
    their columns, whose borders their feet may touch."""
    at: list[int] = []
    for head in band.heads:
        line = head.lines[0]
        lean = 0.0 if line.foot is None else band.size / 2
        x = head.middle + (lean if line.turn == 1 else -lean)
        own = next((n for n, (x0, x1) in enumerate(columns) if x0 <= x < x1), None)
        if own is None or own in at:
            return []
        at.append(own)
    return at


def _extent(grid: Grid, column: int) -> tuple[float, float]:
    """Where a column begins and ends, by its narrowest cell."""
    cells = [cell for row in grid.rows if (cell := row[column]) is not None]
    least = min(cells, key=lambda c: c.width) if cells else grid.box
    return least.x0, least.x1
