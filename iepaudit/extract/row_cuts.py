"""Rows that only have rules between them: where one table ends and the next begins.

Forms stack such tables without a rule that would tell them apart. A row of column heads begins another table, and so
do columns that begin elsewhere and stay there; a title above heads stands in no table.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from iepaudit.extract.column_words import ANY_COLUMN_WORD
from iepaudit.extract.line_builder import Draft, split_at_gaps
from iepaudit.model.geometry import Box

_SAME = 3.0  # points by which a column may begin beside its own in the row above
_HEAD_WORDS = 7
_TITLE_WORDS = 14
_APART = 1.35  # font heights from a title to the heads below it, more than from line to line of one cell
_LEAST_CLOSED = 3
_LEAST_HEADS = 3
_LEAST_LISTED = 3  # lines of a list whose labels have no colons


@dataclass(frozen=True, slots=True)
class Row:
    box: Box
    lines: tuple[Draft, ...]
    open: bool = False  # no rule below it: it may be the last row, or text that follows the table

    @property
    def starts(self) -> list[float]:
        """Where the pieces of its lines begin that stand behind a wide gap."""
        return sorted(p.box.x0 for line in self.lines for p in split_at_gaps(line)[1:])

    @property
    def is_lone(self) -> bool:
        """Whether it is one short text in one place."""
        words = sum(len(line.words) for line in self.lines)
        return not self.starts and words <= _TITLE_WORDS and len({round(n.box.x0) for n in self.lines}) == 1


def tables_of(rows: Sequence[Row]) -> list[list[Row]]:
    """The rows of each table among rows that follow each other."""
    tables: list[list[Row]] = [[]]
    for n, row in enumerate(rows):
        below = rows[n + 1] if n + 1 < len(rows) else None
        if _lists_labels(row) or ends_in_heads(row.lines):
            tables.append([])
            continue
        heads = _title_lines(row)
        if heads:
            row = replace(row, lines=row.lines[heads:], box=replace(row.box, top=row.lines[heads].box.top - 0.5))
        if heads or (tables[-1] and _begins(tables[-1], row, below)):
            tables.append([])
        if below is not None and row.is_lone and has_heads(below):
            tables.append([])
            continue
        tables[-1].append(row)
    tables = [_without_next_heading(table) for table in tables]
    several = sum(not row.open for row in rows) >= _LEAST_CLOSED
    return [t for t in tables if _is_table(t, several)]


def _without_next_heading(table: list[Row]) -> list[Row]:
    """The rows without a line in bold at their end, below which nothing keeps to the columns: the heading of what
    follows the table."""
    if len(table) < 3 or len(bold_heads(table[0])) < 2:
        return table
    closed = [n for n, row in enumerate(table) if not row.open]
    last = table[closed[-1]] if closed else None
    if last is None or not last.is_lone or not bold_heads(last):
        return table
    below = [x for row in table[closed[-1] + 1 :] for x in row.starts]
    return table if any(_is_among(x, table[0].starts) for x in below) else table[: closed[-1]]


def bold_heads(row: Row) -> list[Draft]:
    """The column heads of a row that is all in bold."""
    bold = all(w.bold for line in row.lines for w in line.words)
    return split_at_gaps(row.lines[0]) if bold else []


def has_heads(row: Row) -> bool:
    return len(bold_heads(row)) > 1 or _is_worded(row.lines)


def _is_worded(lines: Sequence[Draft]) -> bool:
    """Whether lines in any type are column heads by their words."""
    pieces = [" ".join(w.text for w in p.words) for p in split_at_gaps(lines[0])]
    if len(lines) > 3 or len(pieces) < 2 or any(len(p.split()) > _HEAD_WORDS or not p[0].isalpha() for p in pieces):
        return False
    text = " ".join(w.text for line in lines for w in line.words)
    named = sum(ANY_COLUMN_WORD.search(p.lower()) is not None for p in pieces)
    return named > 1 and 2 * named >= len(pieces) and not any(c.isdigit() or c == ":" for c in text)


def _begins(table: Sequence[Row], row: Row, below: Row | None) -> bool:
    if len(bold_heads(row)) > 1:
        return not bold_heads(table[-1])
    known = [x for own in table for x in own.starts]
    new = [x for x in row.starts if not _is_among(x, known)]
    if _is_worded(row.lines):
        return bool(new) or _text(row) == _text(table[0]) or _has_fewer(table[0], row, below)
    if below is None or len(table) < 2 or not new or any(map(bold_heads, table[-1:])):
        return False
    stay = _is_alike(row, below)
    gone = [x for x in known if not _is_among(x, row.starts)]
    return stay and (len(new) > 1 or len(gone) >= len(table))


def _has_fewer(heads: Row, row: Row, below: Row | None) -> bool:
    """Whether the row and the one below it agree on fewer columns than the heads of the table have."""
    return below is not None and len(row.starts) < len(heads.starts) and _is_alike(row, below)


def _is_alike(row: Row, other: Row) -> bool:
    ahead, behind = row.starts, other.starts
    return all(_is_among(x, behind) for x in ahead) and all(_is_among(x, ahead) for x in behind)


def _is_among(x: float, others: Sequence[float]) -> bool:
    return any(abs(x - other) <= _SAME for other in others)


def _text(row: Row) -> str:
    return " ".join(w.text for line in row.lines for w in line.words)


def _title_lines(row: Row) -> int:
    """How many lines at the top of a row are text above the column heads of a table."""
    for n, (above, line) in enumerate(pairwise(row.lines), start=1):
        if len(split_at_gaps(above)) > 1:
            return 0
        heads = row.lines[n:]
        bold = all(w.bold for own in heads for w in own.words) and len(split_at_gaps(line)) > 1
        if bold and not any(w.bold for w in above.words):
            return n
        apart = line.box.top - above.box.top > _APART * max(w.size for w in (*above.words, *line.words))
        if apart and (bold or _is_worded(heads)):
            return n
    return 0


def _is_table(rows: Sequence[Row], several: bool) -> bool:
    """Whether rows are enough to be a table: two where they are some of several, or stand below heads."""
    closed = [row for row in rows if not row.open]
    if several or len(closed) != 2:
        return len(closed) > 1
    return has_heads(closed[0]) and not _holds_rows(closed[1])


def _lists_labels(row: Row) -> bool:
    """Whether several lines between two rules each have a label with its value: a list in a frame, and no row."""
    pieces = [split_at_gaps(line) for line in row.lines]
    with_colon = sum(any(a.words[-1].text.endswith(":") for a in own[:-1]) for own in pieces)
    return with_colon > 1 or (len(pieces) == _full_lines(row) >= _LEAST_LISTED and all(len(p) > 3 for p in pieces))


def ends_in_heads(lines: Sequence[Draft]) -> bool:
    """Whether what stands between two rules ends in the column heads of another table: only heads have a rule below
    them there, and their rows have none."""
    last, *above = reversed(lines)
    heads = all(w.bold for w in last.words) or _is_worded([last])
    if not heads or len(split_at_gaps(last)) < _LEAST_HEADS:
        return False
    return any(len(split_at_gaps(line)) > 1 and not all(w.bold for w in line.words) for line in above)


def _holds_rows(row: Row) -> bool:
    """Whether several rows may stand between two rules."""
    return _full_lines(row) > 1


def _full_lines(row: Row) -> int:
    """How many lines have text in several places that nowhere goes on from the line above."""
    full = [pieces for line in row.lines if len(pieces := split_at_gaps(line)) > 1]
    return sum(all(not p.words[0].text[0].islower() for p in pieces) for pieces in full)
