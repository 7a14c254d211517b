"""Typography: what is ordinary in a document, and by how much a line stands out from it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from iepaudit.model.document import Document, Line
from iepaudit.segment.known_headings import headings
from iepaudit.segment.words import has_numbering

_SENTENCE = re.compile(r"[a-z,;]\s+[a-z]+.*[.!?]\s*$")
MAX_HEADING_WORDS = 22
_LEAST_CAPITALS = 2  # headings on a page that say how its headings are set


@dataclass(frozen=True, slots=True)
class Typography:
    """What is ordinary in a document: the size most characters have, outside tables and in them, whether most of them
    are bold, and the pages whose headings are set in capitals and nothing else."""

    size: float
    size_in_tables: float
    bold: bool
    capitals: frozenset[int] = frozenset()

    @classmethod
    def of(cls, document: Document) -> Typography:
        sizes: dict[bool, Counter[float]] = {True: Counter(), False: Counter()}
        bold = total = 0
        for line in document.lines:
            count = len(line.text)
            sizes[line.table is not None][round(line.size * 2) / 2] += count
            total += count
            bold += count if line.bold else 0
        common = [own.most_common(1)[0][0] for own in (sizes[False], sizes[True]) if own] or [10.0]
        named = Counter(line.page for line in document.lines if _names_part_in_capitals(line))
        capitals = frozenset(page for page, count in named.items() if count >= _LEAST_CAPITALS)
        return cls(common[0], common[-1], bold * 2 > total, capitals)


def strength_of(line: Line, text: str, typography: Typography) -> float:
    """The layout evidence for a heading, in points (see `HeadingLine`); `text` is the line or its first part."""
    points = 0.0
    if (line.bold or _is_bold_but_note(line)) and not typography.bold:
        points += 2
    if line.size > 1.08 * (typography.size if line.table is None else typography.size_in_tables):
        points += 2
    if line.shaded:
        points += 2
    if _in_capitals(text):
        points += 2 if line.page in typography.capitals and not line.bold else 1.5
    if has_numbering(text) and text[:1] not in "-–—•*▪●◦■►»>":
        points += 1
    words = len(text.split())
    if words <= 12 and not _SENTENCE.search(text):
        points += 1
    if text.rstrip().endswith(":"):
        points += 0.5
    if words > MAX_HEADING_WORDS or (_SENTENCE.search(text) and words > 12):
        points -= 2
    return points


def _is_bold_but_note(line: Line) -> bool:
    """Whether a line is in bold up to a note in parentheses ("**Concerns of the parents** (if they have any)")."""
    note = next((n for n, w in enumerate(line.words) if w.text.startswith("(")), 0)
    return note > 1 and all(w.bold for w in line.words[:note]) and not any(w.bold for w in line.words[note:])


def _in_capitals(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= 4 and sum(c.isupper() for c in letters) > 0.9 * len(letters)


def _names_part_in_capitals(line: Line) -> bool:
    """Whether a line in capitals, with nothing else to make it stand out, is a heading that is no common word."""
    if line.bold or line.shaded or line.table is not None or not _in_capitals(line.text):
        return False
    match = headings().match(line.text.strip())
    return match is not None and match.whole and not match.weak


def same_style(a: Line, b: Line) -> bool:
    """Whether the second line stands right below the first, in the same type and cell."""
    return (
        a.page == b.page
        and a.bold == b.bold
        and abs(a.size - b.size) < 0.6
        and (a.table, a.row, a.column) == (b.table, b.row, b.column)
        and b.box.top - a.box.bottom < max(a.box.height, 1)
    )
