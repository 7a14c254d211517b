"""Places of the columns and rows of tables that go on over the end of a page."""

from __future__ import annotations

from iepaudit.model.document import Cell, Table
from iepaudit.model.geometry import Box


def column_edges(table: Table) -> list[float]:
    """Where the columns begin, and where the last one ends; without rules, that is where their words begin."""
    columns = list(zip(*table.rows, strict=True))
    edges = [min((cell.box.x0 for cell in column if cell), default=0.0) for column in columns]
    if not table.ruled:
        firsts = [[w.box.x0 for cell in column if cell for w in cell.words] for column in columns]
        edges = [min(own) - 1.0 if own else x for own, x in zip(firsts, edges, strict=True)]
    return [*edges, table.box.x1]


def lowered(box: Box, by: float) -> Box:
    return Box(box.x0, box.top + by, box.x1, box.bottom + by)


def cell_text(cell: Cell | None) -> str:
    return " ".join(cell.text.split()) if cell else ""
