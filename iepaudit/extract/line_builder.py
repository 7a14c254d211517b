"""Words -> visual lines of one column or one cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from iepaudit.model.document import CHECKED, EMPTY, UNCLEAR_BOX, Line, Word
from iepaudit.model.geometry import Box, around

WIDE_GAP = 1.3  # times the font height: wider than any space in justified text, narrower than a tab
GAP = "   "
_BOX_GAP = 4.0
_BOXES = {CHECKED, EMPTY, UNCLEAR_BOX}


@dataclass(frozen=True, slots=True)
class Draft:
    """A line before it is numbered; `atomic` lines (a wrapped field value, turned text) are never joined or split."""

    words: tuple[Word, ...]
    box: Box
    atomic: bool = False
    turn: int = 0  # quarter turns of its writing direction
    foot: tuple[float, float] | None = None  # of text at a slant: the lower end of the line


def draft(words: Sequence[Word], atomic: bool = False, turn: int = 0) -> Draft:
    return Draft(tuple(words), around(w.box for w in words), atomic, turn)


def group(words: Iterable[Word]) -> list[Draft]:
    """Lines from top to bottom, each with its words from left to right and words printed twice (fake bold) once."""
    rows: list[list[Word]] = []
    center, height = 0.0, 0.0
    for word in sorted(words, key=_middle):
        middle = _middle(word)
        own = word.box.bottom - word.box.top
        if rows and middle - center <= 0.5 * min(max(own, height), 1.6 * min(own, height)):
            rows[-1].append(word)
            if own > height:  # the tallest word says where the line is
                center, height = (center + middle) / 2, own
        else:
            rows.append([word])
            center, height = middle, own
    return [draft(_without_twins(sorted(row, key=_left))) for row in rows]


def _middle(word: Word) -> float:
    return (word.box.top + word.box.bottom) / 2


def _left(word: Word) -> float:
    return word.box.x0


def _without_twins(words: list[Word]) -> list[Word]:
    """Text printed twice with a small shift looks bold on paper and must be read once."""
    kept: list[Word] = []
    for word in words:
        text = word.text
        twin = -1
        for n in range(len(kept) - 1, max(-1, len(kept) - 4), -1):
            if kept[n].text == text and _is_twin(kept[n], word):
                twin = n
        if twin < 0:
            kept.append(word)
        elif not kept[twin].bold and kept[twin].source is word.source:
            kept[twin] = replace(kept[twin], bold=True)
    return kept


def _is_twin(a: Word, b: Word) -> bool:
    near = 0.25 * max(a.size, 4.0)
    return abs(a.box.x0 - b.box.x0) <= near and abs(a.box.x1 - b.box.x1) <= near and abs(a.box.top - b.box.top) <= near


def text_of(words: Sequence[Word]) -> str:
    """Words joined by single spaces, with three at wide gaps; a box stays with its label."""
    if not words:
        return ""
    parts = [words[0].text]
    if _is_justified(words):
        return " ".join(w.text for w in words)
    for before, word in pairwise(words):
        gap = word.box.x0 - before.box.x1
        size = max(before.size, word.size)
        if gap > (_BOX_GAP if before.text in _BOXES else WIDE_GAP) * size and gap > 8:
            parts.append(GAP)
        else:
            parts.append(" ")
        parts.append(word.text)
    return "".join(parts)


def _is_justified(words: Sequence[Word]) -> bool:
    """A line of prose that was stretched: many gaps, all the same, and none as wide as a column apart."""
    if len(words) < 5:
        return False
    gaps = [b.box.x0 - a.box.x1 for a, b in pairwise(words)]
    widest, narrowest = max(gaps), min(gaps)
    return widest > 8 and narrowest > 0.75 * widest and widest < 3.5 * words[0].size


def split_at_gaps(item: Draft, least: float = WIDE_GAP) -> list[Draft]:
    """The pieces of a line between gaps wider than `least` font heights."""
    if item.atomic or _is_justified(item.words):
        return [item]
    pieces: list[list[Word]] = [[item.words[0]]]
    for before, word in pairwise(item.words):
        if word.box.x0 - before.box.x1 > max(least * max(before.size, word.size), 8):
            pieces.append([word])
        else:
            pieces[-1].append(word)
    return [draft(piece) for piece in pieces]


def to_line(
    item: Draft, page: int, shaded: bool, table: int | None = None, row: int | None = None, column: int | None = None
) -> Line:
    words = item.words
    sizes = sorted(w.size for w in words for _ in range(len(w.text)))
    return Line(
        text=text_of(words),
        box=item.box,
        page=page,
        words=words,
        size=sizes[len(sizes) // 2] if sizes else 0.0,
        bold=all(w.bold for w in words),
        shaded=shaded,
        table=table,
        row=row,
        column=column,
    )
