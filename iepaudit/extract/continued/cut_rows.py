"""Rows that the end of a page cuts in two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from iepaudit.extract.continued.places import cell_text, lowered
from iepaudit.model.document import Cell, Page
from iepaudit.model.geometry import Box

_MARGIN = 1.0  # points above the lower edge of the page
_LEAST_STEP = 0.2  # points from line to line
_ENDED = re.compile(r"[.!?:;][)\"'”’]*\Z")
_OPEN = re.compile(
    r"(?:,|\b(?:of|at|in|on|to|by|with|for|from|and|or|the|an?|least|than|per|each|every|her|his))\Z", re.I
)
_AGAIN = re.compile(r"\W*\b(?:continued|cont(?:['’]d|\.)?)\W*\Z", re.IGNORECASE)
_TOP_ROWS = 3  # of a table, among which its heads begin


def heads_again(table: Sequence[Sequence[Cell | None]], rows: Sequence[Sequence[Cell | None]]) -> int:
    """How many rows at the top of a page repeat the heads of the table that goes on there."""
    above, below = ([[_AGAIN.sub("", cell_text(cell)) for cell in row] for row in part] for part in (table, rows[:-1]))
    for start in range(min(_TOP_ROWS, len(above) - 1)):
        count = 0
        while count < min(len(below), len(above) - start - 1) and below[count] == above[start + count]:
            count += 1
        if count and any(below[0]):
            return count
    return 0


def row_goes_on(last: Sequence[Cell | None], first: Sequence[Cell | None]) -> bool:
    """Whether a row is the rest of the row above it: all it holds goes on with a cell there, one in mid-sentence."""
    pairs = [(cell_text(a), cell_text(b)) for a, b in zip(last, first, strict=True) if cell_text(b)]
    lead = cell_text(first[0])
    if not pairs or not all(above for above, _ in pairs) or (lead and not lead[:1].islower()):
        return False
    return any(not _ENDED.search(above) and (below[:1].islower() or _OPEN.search(above)) for above, below in pairs)


def with_rest_moved(before: Page, number: int, page: Page, first: int, top: int = 0) -> tuple[Page, Page]:
    """Row `top` of a table, the first one below repeated heads, set below the last row of the table it goes on with.
    Its lines count as lines of the page where the row begins, at the lower end of their cells."""
    table, rest = before.tables[number], page.tables[first]
    at = len(table.rows) - 1
    moved = [line for line in page.lines if line.table == first and line.row == top]
    lines = list(before.lines)
    for line in moved:
        own = [
            n for n, other in enumerate(lines) if (other.table, other.row, other.column) == (number, at, line.column)
        ]
        end = max(own) + 1 if own else len(lines)
        above = lines[end - 1]
        below = sum(other.column == line.column for other in moved[moved.index(line) :])
        shift = _next_top(above.box, line.box.height, below, before.height) - line.box.top
        words = tuple(replace(w, box=lowered(w.box, shift)) for w in line.words)
        lines.insert(
            end,
            replace(line, page=before.number, box=lowered(line.box, shift), words=words, table=number, row=at),
        )
    joined = tuple(
        replace(a, text=f"{a.text}\n{b.text}".strip(), words=(*a.words, *b.words)) if a and b and b.text else a
        for a, b in zip(table.rows[-1], rest.rows[top], strict=True)
    )
    tables = [replace(t, rows=(*t.rows[:-1], joined)) if n == number else t for n, t in enumerate(before.tables)]
    others = tuple(tuple(c and replace(c, row=c.row - 1) for c in own) for own in rest.rows[top + 1 :])
    rows = (*rest.rows[:top], *others) or (tuple(c and replace(c, text="", words=()) for c in rest.rows[0]),)
    kept = [
        replace(n, row=n.row - 1) if n.table == first and n.row is not None and n.row > top else n
        for n in page.lines if n not in moved
    ]  # fmt: skip
    left = [replace(t, rows=rows) if n == first else t for n, t in enumerate(page.tables)]
    return replace(before, lines=tuple(lines), tables=tuple(tables)), replace(
        page, lines=tuple(kept), tables=tuple(left)
    )


def _next_top(above: Box, height: float, count: int, page_height: float) -> float:
    """Where the next of `count` lines below another begins: closer than usual where the page would end before them,
    so that all of them can be shown on it."""
    usual = above.bottom + 1.0
    lowest = page_height - _MARGIN - height
    return min(usual, above.top + max(_LEAST_STEP, (lowest - above.top) / count))
