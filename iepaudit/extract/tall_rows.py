"""Rows of tables without rules between them, in columns that are ruled: one tall cell in each column, whose texts stand
side by side with free space across all columns from one row to the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from iepaudit.extract.column_words import ANY_COLUMN_WORD
from iepaudit.extract.grids import Grid, fill
from iepaudit.extract.line_builder import Draft
from iepaudit.model.document import Word
from iepaudit.model.geometry import Box

_LEAST_COLUMNS = 3  # that hold something in every row
_SHARE = 0.6  # of the columns in use
_FEW_ROWS = 2
_LEAST_HEADED, _LEAST_LINES = 3, 4  # rows with their heads, and such that are set without space between them
_SPACE = 0.35  # font heights that stay free between two rows
_OVERLAP = 0.45  # font heights that lines below each other may have in common at most
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
        ys: list[float] = []
        if level and not busy and len(own) >= _LEAST_COLUMNS:
            ys = _between(own, alone=len(grid.rows) <= _FEW_ROWS)
        elif level and not busy and len(own) == 2:
            ys = _between_labels(own)
        if not ys:
            rows.append(row)
            continue
        box = next(iter(cells.values()))
        for top, bottom in pairwise([box.top, *ys, box.bottom]):
            rows.append(tuple(cell and replace(cell, top=top, bottom=bottom) for cell in row))
    return replace(grid, rows=tuple(rows))


def _between(cells: dict[int, list[Word]], alone: bool) -> list[float]:
    """The heights between two rows; [] where the texts do not stand in rows. `alone` is said of a tall row that is
    the whole table, perhaps below heads: only there the lines of a text have to be told from rows."""
    items = sorted(((c, w) for c, own in cells.items() for w in own), key=lambda item: item[1].box.top)
    least = max(_LEAST_COLUMNS, _SHARE * len(cells))
    lead = min(cells)
    bands = _bands(items, _SPACE)
    if len(bands) == 1 and alone:
        lines = _bands(items, -_OVERLAP)
        bands = _from_starts(lines, lead, least)
        if len(bands) < max(_LEAST_LINES, _SHARE * len(lines)):
            return []
    texts = [_texts(band) for band in bands]
    if len(bands) < 2 or any(len(row) < least or not row.get(lead, "")[:1].isupper() for row in texts):
        return []
    if median(len(text.split()) for row in texts for text in row.values()) > _MOST_WORDS:
        return []
    headed = alone and len(bands) >= _LEAST_HEADED and not all(w.bold for _, w in items)  # heads of several lines
    if not _alike(texts) and not (headed and _are_heads(bands[0], texts[0]) and _are_whole(texts[1:])):
        return []
    return [(max(w.box.bottom for _, w in a) + min(w.box.top for _, w in b)) / 2 for a, b in pairwise(bands)]


def _between_labels(cells: dict[int, list[Word]]) -> list[float]:
    """The heights between labels with colons, each with its value level with it, in one row of two cells: a thin rule
    was worn away in a scan, or never drawn."""
    items = sorted(((c, w) for c, own in cells.items() for w in own), key=lambda item: item[1].box.top)
    bands = _bands(items, _SPACE)
    texts = [_texts(band) for band in bands]
    lead = min(cells)
    if len(bands) < 2 or any(len(row) < 2 or not row[lead].endswith(":") or row[lead].count(":") > 1 for row in texts):
        return []
    return [(max(w.box.bottom for _, w in a) + min(w.box.top for _, w in b)) / 2 for a, b in pairwise(bands)]


_Band = list[tuple[int, Word]]  # words by column that stand beside each other


def _bands(items: Sequence[tuple[int, Word]], space: float) -> list[_Band]:
    """What stands between heights that are free, by `space` font heights, across all columns."""
    bands: list[_Band] = []
    bottom = 0.0
    for column, word in items:
        if bands and word.box.top - bottom <= space * word.size:
            bands[-1].append((column, word))
        else:
            bands.append([(column, word)])
        bottom = max(bottom, word.box.bottom)
    return bands


def _from_starts(lines: Sequence[_Band], lead: int, least: float) -> list[_Band]:
    """Lines set without space between them as rows: one begins with a line that fills most columns."""
    rows: list[_Band] = []
    for line in lines:
        texts = _texts(line)
        if not rows or (len(texts) >= least and texts.get(lead, "")[:1].isupper()):
            rows.append([])
        rows[-1] += line
    return rows


def _are_heads(band: _Band, texts: dict[int, str]) -> bool:
    if any(len(text.split()) > _MOST_WORDS or any(map(str.isdigit, text)) for text in texts.values()):
        return False
    named = sum(ANY_COLUMN_WORD.search(text.lower()) is not None for text in texts.values())
    return all(w.bold for _, w in band) or (named > 1 and 2 * named >= len(texts))


def _are_whole(rows: Sequence[dict[int, str]]) -> bool:
    """Whether no text goes on from the row above."""
    return bool(rows) and not any(text[0].islower() for row in rows for text in row.values())


def _texts(band: _Band) -> dict[int, str]:
    ordered = sorted(band, key=lambda item: (round(item[1].box.top), item[1].box.x0))
    return {column: " ".join(w.text for c, w in ordered if c == column) for column, _ in band}


def _alike(rows: Sequence[dict[int, str]]) -> bool:
    """Whether the rows have figures in the same columns, but for heads: not one row of widely spaced lines."""
    figures = [{c for c, text in row.items() if any(map(str.isdigit, text))} for row in rows]
    own = figures[1:] if not figures[0] else figures
    return bool(own) and all(own) and all(a & b for a, b in pairwise(own))
