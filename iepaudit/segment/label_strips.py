"""Labels in small type above their values, several beside each other: "Area   Standard   Transition goal" above
"Math   7.NS.3   No". The type tells labels from values, so they need not be known; a label may have no value. In the
type of their values nearly all of them have to be known."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from iepaudit.model.document import Document, Line
from iepaudit.segment.known_labels import goal_labels, labels, service_labels
from iepaudit.segment.pieces import Piece, chunks_of

_SMALLER = 0.93  # of the size of the values
_LONGEST = 8  # words of a label
_NEAR = 2.4  # heights of the label from its top to that of the value
_LINES = 1.7  # font heights from one line of a value to the next
_BENEATH = 2.0  # points to a side
_NO_LABEL = re.compile(r"[:;.!_☐☒⍰]|\d{2,}")


def label_strips(document: Document, taken: Collection[int]) -> dict[int, tuple[Piece, ...]]:
    """By position among `document.lines`: label and value pairs where the values of such labels begin, nothing for the
    other lines that they take. Lines that are `taken` are none of these."""
    lines = document.lines
    found: dict[int, tuple[Piece, ...]] = {}
    for position, line in enumerate(lines[:-1]):
        if position in found or position in taken or not _are_labels(line, lines[position + 1]):
            continue
        if position and position - 1 not in {*found, *taken} and _are_below(lines, position):
            continue
        heads = chunks_of(line)
        values, count = _values(lines, position + 1, [h.words[0].box.x0 for h in heads], taken)
        if not values:
            continue
        pairs = [_pair(head, values.get(n, []), lines[position + 1]) for n, head in enumerate(heads)]
        found |= {position + n: () for n in range(count + 1)}
        found[position + 1] = tuple(pairs)
    return found


def _are_labels(line: Line, below: Line) -> bool:
    """Whether a line is two or more short labels in smaller type than the line right below it, or in the same type and
    all but one known."""
    if line.table is not None or below.table is not None or line.page != below.page:
        return False
    if not 0 < below.box.top - line.box.top <= _NEAR * max(line.box.height, 1):
        return False
    heads = chunks_of(line)
    if line.size > _SMALLER * below.size and not _all_known(heads, chunks_of(below)):
        return False
    worded = all(h.words and len(h.text.split()) <= _LONGEST and not _NO_LABEL.search(h.text) for h in heads)
    return len(heads) > 1 and worded and all(h.text[:1].isupper() for h in heads) and any(_known(h.text) for h in heads)


def _all_known(heads: Sequence[Piece], values: Sequence[Piece]) -> bool:
    """Whether all texts of a line but one are labels of the cover, and those below them, one each, are none."""
    known = sum(labels().name_of(head.text) is not None for head in heads)
    starts = [head.words[0].box.x0 for head in heads if head.words]
    beneath = len(values) == len(heads) and all(
        v.words and _start(v.words[0].box.x0, starts) is not None for v in values
    )
    return beneath and len(heads) - 1 <= known > 1 and not any(_known(v.text) or ":" in v.text for v in values)


def _are_below(lines: Sequence[Line], position: int) -> bool:
    """Whether labels are those of the values above them, which begin at the same places: values and labels take turns
    and labels come last, or those values stand no farther away than the ones below."""
    line, above, below = lines[position], lines[position - 1], lines[position + 1]
    if position > 1 and goes_on(lines[position - 2], above):
        above = lines[position - 2]
    if not _in_columns(above, line):
        return False
    last = position
    while (following := _behind_values(lines, last)) is not None:
        if not _in_columns(lines[last + 1], lines[following], lines[following - 1]):
            break
        last = following
    over, under = line.box.top - above.box.top, below.box.top - line.box.top
    return last + 1 == len(lines) or not _in_columns(lines[last + 1], lines[last]) or over < under + 1


def _behind_values(lines: Sequence[Line], position: int) -> int | None:
    """The position of the line behind the values below the labels at `position`, None where there are none."""
    if position + 2 >= len(lines) or not _in_columns(lines[position + 1], lines[position]):
        return None
    values = lines[position + 1]
    return position + 3 if position + 3 < len(lines) and goes_on(values, lines[position + 2]) else position + 2


def goes_on(values: Line, line: Line, last: Line | None = None) -> bool:
    """Whether a line goes on with some of the values side by side on the line above it, or on one above that: then
    `last` is the line right above."""
    starts = [v.words[0].box.x0 for v in chunks_of(values) if v.words]
    own = [v.words[0].box.x0 for v in chunks_of(line) if v.words]
    near = 0 < line.box.top - (last or values).box.top <= _LINES * max(values.size, 1)
    alike = values.page == line.page and abs(values.size - line.size) < 0.3
    return near and alike and 0 < len(own) < len(starts) and all(_start(x, starts) is not None for x in own)


def with_below(chunks: Sequence[Piece], below: Line) -> list[Piece]:
    """The chunks of a line, each with the words of the line `below` that go on with it."""
    under = [c for c in chunks_of(below) if c.words]
    whole: list[Piece] = []
    for chunk in chunks:
        more = next((c for c in under if abs(c.words[0].box.x0 - chunk.words[0].box.x0) <= _BENEATH), None)
        whole.append(Piece(f"{chunk.text} {more.text}", (*chunk.words, *more.words), chunk.line) if more else chunk)
    return whole


def _in_columns(values: Line, heads: Line, last: Line | None = None) -> bool:
    """Whether a line is values, each of which begins where one of several labels in smaller type does, near by; `last`
    is the line on which the values end."""
    apart = abs((last or values).box.top - heads.box.top)
    if values.page != heads.page or values.table is not None or apart > _NEAR * max(values.box.height, 1):
        return False
    starts = [h.words[0].box.x0 for h in chunks_of(heads) if h.words]
    own = [v.words[0].box.x0 for v in chunks_of(values) if v.words]
    smaller = heads.size <= _SMALLER * values.size
    return smaller and len(own) > 1 and all(_start(x, starts) is not None for x in own)


def _known(text: str) -> bool:
    return any(group.name_of(text) is not None for group in (labels(), goal_labels(), service_labels()))


def _values(
    lines: Sequence[Line], first: int, starts: Sequence[float], taken: Collection[int]
) -> tuple[dict[int, list[str]], int]:
    """(by label, the lines of its value; how many lines these take); nothing when rows follow as in a table."""
    values: dict[int, list[str]] = {}
    count = 0
    for position in range(first, min(first + 6, len(lines))):
        line, above = lines[position], lines[position - 1]
        near = line.box.top - above.box.top <= _LINES * max(line.size, 1)
        if count and (position in taken or line.page != above.page or line.table is not None or not near):
            break
        if count and abs(line.size - above.size) > 0.3:
            break
        runs = _runs(line, starts)
        if not runs:
            return (values, count) if count and len(values) == 1 else ({}, 0)
        if count and len(runs) > 1 and all(text[:1].isupper() or text[:1].isdigit() for text in runs.values()):
            return {}, 0
        for n, text in runs.items():
            values.setdefault(n, []).append(text)
        count += 1
    return values, count


def _runs(line: Line, starts: Sequence[float]) -> dict[int, str]:
    """What a line says under each label; nothing when some of it begins elsewhere."""
    under = [_start(word.box.x0, starts) for word in line.words]
    wide = {chunk.words[0] for chunk in chunks_of(line) if chunk.words}
    if not under or under[0] is None or any(n is None and w in wide for n, w in zip(under, line.words, strict=True)):
        return {}
    cuts = [*(n for n, own in enumerate(under) if own is not None), len(under)]
    found: dict[int, str] = {}
    for a, b in pairwise(cuts):
        label = under[a]
        assert label is not None
        if label in found:
            return {}
        found[label] = " ".join(w.text for w in line.words[a:b])
    return found


def _start(x: float, starts: Sequence[float]) -> int | None:
    return next((n for n, start in enumerate(starts) if abs(x - start) <= _BENEATH), None)


def _pair(head: Piece, value: Sequence[str], line: Line) -> Piece:
    """ "Area: Math"; a slot stands for a value that was not filled in."""
    text = " ".join(value)
    words = tuple(w for w in line.words if abs(w.box.x0 - head.words[0].box.x0) <= _BENEATH) if text else head.words
    return Piece(f"{head.text.strip(' :')}: {text or '____'}", words or head.words, line)
