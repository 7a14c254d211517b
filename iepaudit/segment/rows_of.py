"""The tables among blocks: by row and column."""

from __future__ import annotations

from collections.abc import Sequence

from iepaudit.model.iep import Block

Row = dict[int, list[Block]]


def rows_of(blocks: Sequence[Block]) -> list[list[Row]]:
    """For each table its rows from the top, each with its cells by column; a cell may hold several blocks."""
    tables: dict[tuple[int, int], dict[int, Row]] = {}
    for block in blocks:
        if block.table is not None and block.row is not None and block.column is not None:
            rows = tables.setdefault((block.place.page, block.table), {})
            rows.setdefault(block.row, {}).setdefault(block.column, []).append(block)
    return [[rows[n] for n in sorted(rows)] for rows in tables.values()]


def text_of(cell: Sequence[Block]) -> str:
    """What is printed and written in a cell."""
    return " ".join(b.place.quote for b in cell)
