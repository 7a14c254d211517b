"""Tables in text files that are set with spaces alone: a row of heads, and rows whose cells begin below them."""

from __future__ import annotations

import re
from collections.abc import Sequence

_CHUNK = re.compile(r"\S+(?: \S+)*")
_SLOT = re.compile(r"__|[\[(]\s*[xX]?\s*[\])]|(?<!\S)[xX✓☐☒□☑](?!\S)")  # a place to write or to tick: no head has one
_LEAST = 3  # columns; two chunks side by side are as likely a label and its value
_REACH = 2  # characters by which a cell may begin beside its head


def spaced_rows(source: Sequence[str]) -> dict[int, tuple[tuple[str, ...], bool]]:
    """By line number, the cells of each table row and whether it is the row of heads."""
    found: dict[int, tuple[tuple[str, ...], bool]] = {}
    index = 0
    while index < len(source):
        starts = _heads(source[index])
        rows = _rows_below(source, index, starts) if starts else []
        if rows:
            found[index] = (tuple(text for _, text in _chunks(source[index])), True)
            found.update({number: (cells, False) for number, cells in rows})
            index = rows[-1][0] + 1
        else:
            index += 1
    return found


def _chunks(line: str) -> list[tuple[int, str]]:
    return [(match.start(), match.group()) for match in _CHUNK.finditer(line)]


def _heads(line: str) -> list[int]:
    """Where the columns begin, when a line can be a row of heads: short words without values."""
    chunks = _chunks(line)
    if len(chunks) < _LEAST or any(":" in text or any(c.isdigit() for c in text) for _, text in chunks):
        return []
    if any(len(text) > 40 or not text[0].isalpha() or _SLOT.search(text) for _, text in chunks):
        return []
    return [start for start, _ in chunks]


def _rows_below(source: Sequence[str], head: int, starts: Sequence[int]) -> list[tuple[int, tuple[str, ...]]]:
    """The rows that follow at once, each with a cell in the first column and in two more."""
    rows: list[tuple[int, tuple[str, ...]]] = []
    for number in range(head + 1, len(source)):
        cells = [""] * len(starts)
        chunks = _chunks(source[number])
        for start, text in chunks:
            column = next((c for c, at in enumerate(starts) if abs(start - at) <= _REACH), None)
            if column is None or cells[column]:
                return rows
            cells[column] = text
        if not cells[0] or len(chunks) < _LEAST:
            return rows
        rows.append((number, tuple(cells)))
    return rows
