"""Tables set with spaces alone, as in text files and in print of one letter width: a block of column heads, and rows
whose cells keep clear of the same gaps. Heads and cells may take several lines; lines of dashes may part them.

Works on lines of characters. Conservative: what only looks aligned stays text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from iepaudit.extract.column_words import ANY_COLUMN_WORD

_CHUNK = re.compile(r"\S+(?: \S+)*")
_RULE = re.compile(r"\s*[-=_~*](?:[-=_~*]|\s+(?=[-=_~*]{2})){2,}\s*")
_SEGMENT = re.compile(r"[-=_]{2,}")
_SLOT = re.compile(r"__|[\[(]\s*[xX]?\s*[\])]|(?<!\S)[xX✓☐☒□☑](?!\S)")  # a place to write or to tick: no head has one
_SENTENCE = re.compile(r"[.!?;:]\Z")
_AMOUNT = re.compile(
    r"(?:as (?:needed|ordered|required|determined)|up to|varies|ongoing|once|twice|one|two|three|four|five|none|n/a)\b",
    re.IGNORECASE,
)  # without a figure
_LEAST = 3  # columns; two side by side are as likely a label and its value
_MOST_HEADS = 4  # lines
_LONGEST = 40  # characters of a head


@dataclass(frozen=True, slots=True)
class TypedCell:
    """The lines of a cell: the number of each, where it begins in it, and its words."""

    lines: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True)
class TypedTable:
    """`columns` are the places at which they begin; a row lists its cells, None for empty ones. `first` and `last` are
    the numbers of its first and last line; the lines of dashes in between belong to it."""

    columns: tuple[int, ...]
    rows: tuple[tuple[TypedCell | None, ...], ...]
    first: int
    last: int


def is_rule(line: str) -> bool:
    """Whether a line is drawn with dashes, and nothing else."""
    return bool(_RULE.fullmatch(line))


def find_typed_tables(lines: Sequence[str]) -> list[TypedTable]:
    """The tables of a page of characters, from top to bottom."""
    found: list[TypedTable] = []
    at = 0
    while at < len(lines):
        table = _table_at(lines, at)
        if table is not None:
            found.append(table)
            at = table.last
        at += 1
    return found


@dataclass(slots=True)
class _Growing:
    """A table while lines are added. `cuts` holds, for each boundary, where the next column may still begin."""

    cuts: list[list[int]]
    heads: list[int]
    rows: list[list[int]] = field(default_factory=list)

    def takes(self, line: str) -> bool:
        """Whether a line keeps all gaps; notes what it leaves of them."""
        left = [[c for c in cuts if c > len(line) or line[c - 1] == " "] for cuts in self.cuts]
        if not all(left):
            return False
        self.cuts = left
        return True

    @property
    def columns(self) -> list[int]:
        return [0, *(cuts[-1] for cuts in self.cuts)]

    def cells(self, line: str) -> list[str]:
        bounds = [*self.columns, max(len(line), self.columns[-1])]
        return [line[a:b].strip() for a, b in pairwise(bounds)]


def _table_at(lines: Sequence[str], at: int) -> TypedTable | None:
    if not lines[at].strip() or is_rule(lines[at]) or (at and _may_be_head(lines[at]) and _joins(lines, at)):
        return None
    block = _block(lines, at)
    if block > 1 and len(_chunks(lines[at])) == 1 and _indent(lines[at : at + 1]) <= _indent(lines[at + 1 : at + 2]):
        return None  # a title above the heads
    for count in _head_counts(lines, at, block):
        grown = _heads(lines, at, count)
        if grown is None:
            continue
        _grow(grown, lines, at + count)
        if grown.rows and _believed(grown, lines):
            return _made(grown, lines, at)
    return None


def _joins(lines: Sequence[str], at: int) -> bool:
    """Whether a line is the second of a block of heads that was tried from its first."""
    return bool(lines[at - 1].strip()) and not is_rule(lines[at - 1]) and len(_chunks(lines[at - 1])) >= _LEAST


def _block(lines: Sequence[str], at: int) -> int:
    """How many lines, up to the next blank line or rule."""
    end = at
    while end < len(lines) and lines[end].strip() and not is_rule(lines[end]):
        end += 1
    return end - at


def _head_counts(lines: Sequence[str], at: int, block: int) -> list[int]:
    """How many lines the heads may take, the most likely number first."""
    like = 0
    while like < min(block, _MOST_HEADS) and _may_be_head(lines[at + like]):
        like += 1
    if not like:
        return []
    if like == block:  # all of them stand over a rule or a blank line, or a table without figures follows its heads
        return [block, 1] if block > 1 else [1]
    return sorted({like, 1}, reverse=True)


def _may_be_head(line: str) -> bool:
    return all(
        len(text) <= _LONGEST and (text[0].isalpha() or text[0] in "#%(/&") and not re.search(r"\d{2,}", text)
        and not _SENTENCE.search(text) and ": " not in text and not _SLOT.search(text)
        for _, text in _chunks(line)
    )  # fmt: skip


def _chunks(line: str) -> list[tuple[int, str]]:
    return [(match.start(), match.group()) for match in _CHUNK.finditer(line)]


def _heads(lines: Sequence[str], at: int, count: int) -> _Growing | None:
    """The columns that a block of heads opens, by the line of dashes under it where that is divided."""
    below = lines[at + count] if at + count < len(lines) else ""
    segments = [m.span() for m in _SEGMENT.finditer(below)] if is_rule(below) else []
    if len(segments) >= _LEAST and segments[0][0] <= _indent(lines[at : at + count]) + 1:
        spans = [(a, b) for a, b in segments]
        cuts = [[start] for start, _ in spans[1:]]
        grown = _Growing(cuts, list(range(at, at + count)))
        return grown if all(grown.takes(lines[n]) for n in grown.heads) else None
    spans = _merged([(x, x + len(text)) for n in range(at, at + count) for x, text in _chunks(lines[n])])
    if len(spans) < _LEAST:
        return None
    return _Growing([list(range(a[1] + 1, b[0] + 1)) for a, b in pairwise(spans)], list(range(at, at + count)))


def _indent(lines: Sequence[str]) -> int:
    return min(len(line) - len(line.lstrip()) for line in lines)


def _merged(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans that overlap or touch as one, from left to right."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _grow(grown: _Growing, lines: Sequence[str], at: int) -> None:
    """Takes the rows below the heads, up to what does not keep to the columns or begins something else."""
    apart = False  # whether a blank line or a rule came before
    blanks = 0
    for n in range(at, len(lines)):
        line = lines[n]
        if not line.strip():
            blanks += 1
            apart = True
            if blanks > 1:
                return
            continue
        if is_rule(line):
            apart = True
            continue
        cells = grown.cells(line)
        filled = [c for c, text in enumerate(cells) if text]
        if len(filled) > 1 and len(_chunks(line)) == 1:
            return  # words of one sentence
        if apart and len(filled) == 1 and not (grown.rows and _is_group(grown, lines, n)):
            return
        alone = filled == [0] and not apart and not (grown.rows and grown.cells(lines[n - 1])[0])
        if alone or not grown.takes(line):
            return
        if apart or not grown.rows or _begins_row(grown.cells(line), grown, lines):
            grown.rows.append([n])
        else:
            grown.rows[-1].append(n)
        apart, blanks = False, 0


def _is_group(grown: _Growing, lines: Sequence[str], at: int) -> bool:
    """Whether a line in the first column alone names the rows that follow it, and not what comes after the table."""
    numbers = any(any(c.isdigit() for c in lines[n]) for row in grown.rows for n in row)
    below = at + _block(lines, at)
    while below < len(lines) and (not lines[below].strip() or is_rule(lines[below])) and below - at < 4:
        below += 1
    if below >= len(lines) or (numbers and not any(c.isdigit() for c in lines[below])):
        return False
    trial = _Growing([list(cuts) for cuts in grown.cuts], [])
    fits = all(trial.takes(lines[n]) for n in (*range(at, at + _block(lines, at)), below))
    return fits and sum(map(bool, trial.cells(lines[below]))) >= _LEAST


def _begins_row(cells: Sequence[str], grown: _Growing, lines: Sequence[str]) -> bool:
    """Whether a line right below another begins a row: it has a first cell, and none that goes on in small letters
    where the row above began in capitals or figures."""
    first = grown.cells(lines[grown.rows[-1][0]])
    if not cells[0] or sum(map(bool, cells)) < 2:
        return False
    pairs = [(text, above) for text, above in zip(cells, first, strict=True) if text]
    if any(text[0] in ",;)&" or (text[0].islower() and not above[:1].islower()) for text, above in pairs):
        return False
    if _had_room(cells, grown, lines[grown.rows[-1][-1]]):
        return True
    figures = [c for c, text in enumerate(first) if c and text[:1].isdigit()]
    return not figures or any(cells[c][:1].isdigit() or _AMOUNT.match(cells[c]) for c in figures)


def _had_room(cells: Sequence[str], grown: _Growing, above: str) -> bool:
    """Whether the first words of a line would all have found room behind the words above them, so that nothing made
    these go on here."""
    columns = grown.columns
    pairs = [
        (upper, text, end - start - 1)
        for upper, text, (start, end) in zip(grown.cells(above), cells, pairwise(columns), strict=False)
        if upper and text
    ]
    return len(pairs) > 1 and all(len(upper) + 1 + len(text.split()[0]) <= room for upper, text, room in pairs)


def _believed(grown: _Growing, lines: Sequence[str]) -> bool:
    """Whether the heads read like heads, or stand over a rule or exactly over their cells."""
    heads = " ".join(lines[n] for n in grown.heads)
    widest = max(sum(map(bool, grown.cells(lines[row[0]]))) for row in grown.rows)
    if widest < min(_LEAST, len(grown.columns)):
        return widest == 2 and _is_marked(grown, lines)
    under = lines[grown.heads[-1] + 1] if grown.heads[-1] + 1 < len(lines) else ""
    known = sum(bool(ANY_COLUMN_WORD.search(" ".join(cell).lower())) for cell in zip(
        *(grown.cells(lines[n]) for n in grown.heads), strict=True))  # fmt: skip
    if known >= 2 or is_rule(under):
        return True
    return heads.upper() == heads or all(_under_heads(grown, lines, row[0]) for row in grown.rows)


def _is_marked(grown: _Growing, lines: Sequence[str]) -> bool:
    """A grid to be ticked: each row has its words and one mark."""
    return all(all(len(text) <= 2 for text in grown.cells(lines[row[0]])[1:]) for row in grown.rows)


def _under_heads(grown: _Growing, lines: Sequence[str], number: int) -> bool:
    starts = [x for n in grown.heads for x, _ in _chunks(lines[n])]
    return all(min(abs(x - start) for start in starts) <= 2 for x, _ in _chunks(lines[number]))


def _made(grown: _Growing, lines: Sequence[str], at: int) -> TypedTable:
    rows = []
    columns = grown.columns
    for numbers in (grown.heads, *grown.rows):
        held: list[list[tuple[int, int, str]]] = [[] for _ in columns]
        for n in numbers:
            bounds = [*columns, max(len(lines[n]), columns[-1])]
            for column, (a, b) in enumerate(pairwise(bounds)):
                part = lines[n][a:b]
                if part.strip():
                    held[column].append((n, a + len(part) - len(part.lstrip()), part.strip()))
        rows.append(tuple(TypedCell(tuple(own)) if own else None for own in held))
    return TypedTable(tuple(columns), tuple(rows), at, grown.rows[-1][-1])
