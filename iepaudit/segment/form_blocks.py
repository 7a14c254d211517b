"""Which blocks of a document with form fields are the form's own print, because their answers are in the fields."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from iepaudit.model.document import Document, WordSource
from iepaudit.segment.blocks import Raw
from iepaudit.segment.filled import form_pages
from iepaudit.segment.known_prompts import has_placeholder
from iepaudit.segment.printed_in import printed_in

_Row = tuple[int, int | None, int | None]


def form_blocks(document: Document, raws: Sequence[Raw], headings: Sequence[int]) -> frozenset[int]:
    """Positions in `raws` of the blocks whose printed words are the form's own. `headings` are those of the headings.

    In a Word file people also type beside the form fields: there, only parts that have a field are taken for form, and
    the first cell of a row is none of it when all others hold fields ("Speech therapy" before its amount and place).
    A PDF may be printed from a database, with fields left for the rest: what tells of the student is none of the form.
    """
    pages = form_pages(document)
    own = [n for n, raw in enumerate(raws) if raw.page in pages]
    if document.format != "docx":
        return frozenset(own) - printed_in(raws, own)
    with_field = [
        range(a, b)
        for a, b in pairwise([0, *headings, len(raws)])
        if any(_has_field(raw) or has_placeholder(raw.text) for raw in raws[a:b])
    ]
    named = _names_of_rows(raws)
    return frozenset(n for n in own if n not in named and any(n in part for part in with_field))


def _has_field(raw: Raw) -> bool:
    return any(word.source is WordSource.FIELD for word in raw.words)


def _names_of_rows(raws: Sequence[Raw]) -> set[int]:
    rows: dict[_Row, list[int]] = {}
    for n, raw in enumerate(raws):
        if raw.first.table is not None:
            rows.setdefault((raw.page, raw.first.table, raw.first.row), []).append(n)
    return {
        row[0]
        for row in rows.values()
        if len(row) > 2 and not _has_field(raws[row[0]]) and all(_has_field(raws[n]) for n in row[1:])
    }
