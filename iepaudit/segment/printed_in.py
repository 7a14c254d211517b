"""What a program has printed into a form with fields: the student's name and the dates of the plan behind their labels,
sentences with that name, and the rows of tables that have dates or amounts in print and no field."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from iepaudit.model.document import WordSource
from iepaudit.segment.blocks import Raw
from iepaudit.segment.known_labels import labels
from iepaudit.segment.known_prompts import has_placeholder
from iepaudit.segment.label import DATE
from iepaudit.segment.prompts import is_prompt

_DATE = re.compile(rf"{DATE}|\d{{4}}-\d\d-\d\d")
_NAME = re.compile(r"(?P<first>[A-Z][\w'’-]+),?(?: [A-Z][\w'’.-]*){1,3}")
_AMOUNT = re.compile(rf"{DATE}|\b\d+ ?(?:min|hour|hr|x\b|times?\b)", re.IGNORECASE)
_GRADE = re.compile(r"(?:\d{1,2}(?:st|nd|rd|th)?|K|PK|Pre-?K|Kindergarten)")
_LEAST = 2  # values of the student's own, else they may be an example or the date of the form
_TOLD = 3  # blocks in print that say what a child whose name was typed does

_Table = tuple[int, int | None]


def printed_in(raws: Sequence[Raw], own: Sequence[int]) -> frozenset[int]:
    """Those of the blocks at `own`, which stand on pages with fields, that hold a value in print: all of them where the
    print tells time and again of the child who is named in a field, so that only some of the plan is in fields."""
    if _tells_of_typed(raws, own):
        return frozenset(own)
    values = {n: name for n in own if (name := _value_of(raws[n]))}
    if len(set(values.values())) < _LEAST:
        return frozenset()
    first = {m["first"] for n, name in values.items() if name == "student-name" and (m := _NAME.match(raws[n].text))}
    named = re.compile(rf"\b(?:{'|'.join(map(re.escape, first))})\b") if first else None
    tables = _filled_tables([raws[n] for n in own])
    return frozenset(
        n
        for n in own
        if n in values
        or _table_of(raws[n]) in tables
        or (named and not _has_field(raws[n]) and named.search(raws[n].text))
    )


def _tells_of_typed(raws: Sequence[Raw], own: Sequence[int]) -> bool:
    """Whether a first name that stands in a field is that of whom the printed sentences tell ("... when Ida reads")."""
    first = {m["first"] for raw in raws for name in _typed(raw) if (m := _NAME.fullmatch(name))}
    if not first:
        return False
    told = re.compile(rf"\b(?P<first>{'|'.join(map(re.escape, sorted(first)))})(?:['’]s)? [a-z]")
    printed = [m["first"] for n in own if not _has_field(raws[n]) and (m := told.search(raws[n].text))]
    return any(printed.count(name) >= _TOLD for name in set(printed))


def _typed(raw: Raw) -> Iterator[str]:
    """What fields beside each other hold, one after the other."""
    runs = groupby(raw.words, key=lambda word: word.source is WordSource.FIELD)
    for run in (list(words) for typed, words in runs if typed):
        gaps = [n for n, (a, b) in enumerate(pairwise(run), 1) if b.box.x0 - a.box.x1 > b.size or b.box.x1 < a.box.x0]
        yield from (" ".join(w.text for w in run[a:b]) for a, b in pairwise([0, *gaps, len(run)]))


def _value_of(raw: Raw) -> str | None:
    """The label of a value of the student's own that is printed behind it."""
    name = labels().name_of(raw.label) if raw.label else None
    if name is None or _has_field(raw) or has_placeholder(raw.text) or is_prompt(raw.text):
        return None
    text = raw.text.strip()
    if name == "student-name":
        return name if _NAME.fullmatch(text) and not labels().name_of(text) else None
    if name == "grade":
        return name if _GRADE.fullmatch(text) else None
    return name if (name.endswith("-date") or name == "span") and _DATE.match(text) else None


def _filled_tables(raws: Sequence[Raw]) -> frozenset[_Table]:
    tables: dict[_Table, list[Raw]] = {}
    for raw in raws:
        if raw.first.table is not None:
            tables.setdefault(_table_of(raw), []).append(raw)
    return frozenset(
        table
        for table, held in tables.items()
        if not any(map(_has_field, held)) and sum(bool(_AMOUNT.search(raw.text)) for raw in held) >= _LEAST
    )


def _table_of(raw: Raw) -> _Table:
    return raw.page, raw.first.table


def _has_field(raw: Raw) -> bool:
    return any(word.source is WordSource.FIELD for word in raw.words)
