"""Tables drawn with bars, plus signs and dashes (`| a | b |` between `+---+---+`) or set by tabs, in text files."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from iepaudit.extract.typewriter import TypedCell, TypedTable

_BORDER = re.compile(r"\s*(?:\+|\|(?=[-=+|]))[-=+|]*[-=][-=+|]*\s*")
_BARRED = re.compile(r"\s*\|.*\|\s*")


def is_border(line: str) -> bool:
    return bool(_BORDER.fullmatch(line))


def is_barred(line: str) -> bool:
    """Whether a line stands between bars."""
    return bool(_BARRED.fullmatch(line)) and not is_border(line)


def find_barred_tables(lines: Sequence[str]) -> list[TypedTable]:
    """Tables between bars; frames around text, with one column, are none."""
    found: list[TypedTable] = []
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and (is_border(lines[end]) or is_barred(lines[end])):
            end += 1
        table = _table(lines, start, end) if end - start > 1 else None
        if table is not None:
            found.append(table)
        start = max(end, start + 1)
    return found


def _table(lines: Sequence[str], start: int, end: int) -> TypedTable | None:
    held = [n for n in range(start, end) if is_barred(lines[n])]
    bars = sorted({m.start() for n in held for m in re.finditer(r"\|", lines[n])})
    if len(held) < 2 or len(bars) < 3:
        return None
    rows = [_row(lines, numbers, bars) for numbers in _rows(lines, start, end, bars)]
    return TypedTable(tuple(bars[:-1]), tuple(rows), start, end - 1)


def _rows(lines: Sequence[str], start: int, end: int, bars: Sequence[int]) -> list[list[int]]:
    """Lines by row: those between two borders, or, below the only border inside, from one first cell to the next."""
    groups: list[list[int]] = [[]]
    for n in range(start, end):
        if is_barred(lines[n]):
            groups[-1].append(n)
        elif groups[-1]:
            groups.append([])
    groups = [group for group in groups if group]
    heads = 1 if len(groups) > 1 else 0
    if len(groups) - heads > 1:
        return groups
    rows = groups[:heads]
    for n in groups[-1]:
        bound = next((m.start() for m in re.finditer(r"\|", lines[n]) if m.start() > bars[0]), bars[1])
        if lines[n][bars[0] + 1 : bound].strip() or not rows[heads:]:
            rows.append([n])
        else:
            rows[-1].append(n)
    return rows


def _row(lines: Sequence[str], numbers: Sequence[int], bars: Sequence[int]) -> tuple[TypedCell | None, ...]:
    cells: list[list[tuple[int, int, str]]] = [[] for _ in bars[:-1]]
    for n in numbers:
        own = [m.start() for m in re.finditer(r"\|", lines[n])]
        for a, b in pairwise(own):
            part = lines[n][a + 1 : b]
            if part.strip():
                cells[bars.index(a)].append((n, a + 1 + len(part) - len(part.lstrip()), part.strip()))
    return tuple(TypedCell(tuple(cell)) if cell else None for cell in cells)


def tabbed_rows(lines: Sequence[str]) -> dict[int, tuple[tuple[str, ...], bool]]:
    """By line number, the cells of each row of a table by tabs and whether it is the row of heads: lines one below the
    other with the same number of tabs, two or more, of which the first holds heads."""
    found: dict[int, tuple[tuple[str, ...], bool]] = {}
    start = 0
    while start < len(lines):
        count = lines[start].count("\t")
        end = start + 1
        while count > 1 and end < len(lines) and lines[end].count("\t") == count and lines[end].strip():
            end += 1
        heads = [cell.strip() for cell in lines[start].split("\t")]
        if count > 1 and end - start > 1 and all(_is_head(head) for head in heads):
            for n in range(start, end):
                found[n] = (tuple(cell.strip() for cell in lines[n].split("\t")), n == start)
        start = end
    return found


def _is_head(text: str) -> bool:
    return bool(text) and len(text) <= 40 and text[0].isalpha() and not text.endswith(":") and "[" not in text
