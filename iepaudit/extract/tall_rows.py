"""Rows of tables without rules between them, in columns that are ruled: one tall cell in each column, whose texts stand
side by side with free space across all columns from one row to the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from iepaudit.extract.grids import Grid, fill
from iepaudit.extract.line_builder import Draft
from iepaudit.model.document import Word
from iepaudit.model.geometry import Box

_LEAST_COLUMNS = 3  # that hold something in every row
_SHARE = 0.6  # of the columns in use
_SPACE = 0.35  # font heights that stay free between two rows
_MOST_WORDS = 6  # of a usual cell: longer texts side by side are paragraphs


def with_rows(grid: Grid, words: Sequence[Word], drafts: Sequence[Draft]) -> Grid:
    """The grid with its tall rows cut into those that their texts make."""
    held = fill(grid, words)[0]
    rows: list[tuple[Box | None, ...]] = []
    for number, row in enumerate(grid.rows):
        cells = {c: box for c, box in enumerate(row) if box is not None}
        own = {c: found for c in cells if (found := held.get((number, c)))}
        busy = any(box.holds(*d.box.center) for box in cells.values() for d in drafts)
        level = len({(round(box.top), round(box.bottom)) for box in cells.values()}) == 1
        ys = _between(own) if level and not busy and len(own) >= _LEAST_COLUMNS else []
        if not ys:
            rows.append(row)
            continue
        box = next(iter(cells.values()))
        for top, bottom in pairwise([box.top, *ys, box.bottom]):
            rows.append(tuple(cell and replace(cell, top=top, bottom=bottom) for cell in row))
    return replace(grid, rows=tuple(rows))


def _between(cells: dict[int, list[Word]]) -> list[float]:
    """The heights between two rows; [] where the texts do not stand in rows."""
    bands: list[list[tuple[int, Word]]] = []
    bottom = 0.0
    for column, word in sorted(((c, w) for c, own in cells.items() for w in own), key=lambda item: item[1].box.top):
        if bands and word.box.top - bottom <= _SPACE * word.size:
            bands[-1].append((column, word))
        else:
            bands.append([(column, word)])
        bottom = max(bottom, word.box.bottom)
    texts = [_texts(band) for band in bands]
    least = max(_LEAST_COLUMNS, _SHARE * len(cells))
    if len(bands) < 2 or any(len(row) < least or not row.get(min(cells), "")[:1].isupper() for row in texts):
        return []
    if median(len(text.split()) for row in texts for text in row.values()) > _MOST_WORDS or not _alike(texts):
        return []
    return [(max(w.box.bottom for _, w in a) + min(w.box.top for _, w in b)) / 2 for a, b in pairwise(bands)]


def _texts(band: Sequence[tuple[int, Word]]) -> dict[int, str]:
    ordered = sorted(band, key=lambda item: (round(item[1].box.top), item[1].box.x0))
    return {column: " ".join(w.text for c, w in ordered if c == column) for column, _ in band}


def _alike(rows: Sequence[dict[int, str]]) -> bool:
    """Whether the rows have figures in the same columns, but for heads: not one row of widely spaced lines."""
    figures = [{c for c, text in row.items() if any(map(str.isdigit, text))} for row in rows]
    own = figures[1:] if not figures[0] else figures
    return bool(own) and all(own) and all(a & b for a, b in pairwise(own))
