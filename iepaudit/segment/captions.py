"""Labels printed under the value they name, as under a signature line: "Ida Fenn   3/4/2016" / "Name   Date of birth".

Rows of values and rows of labels take turns, so every label stands between two values. Which of them is its own is
decided for all rows that follow each other at once: by the kind of value each label asks for, then by which of
them is nearer, then by what the rest of the document does. Where nothing tells, no label gets a value.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import pairwise

from iepaudit.model.document import Document, Line
from iepaudit.model.geometry import Box, around
from iepaudit.segment.known_labels import labels
from iepaudit.segment.label import BOXES, LABEL
from iepaudit.segment.label_strips import goes_on, with_below
from iepaudit.segment.pieces import Piece, chunks_of

_NEAR = 2.6  # font heights from one row to the next
_CLEAR = 3  # more than one label makes when it fits on one side and not on the other
_SMALLER = 0.93  # of the size of the values
_SIDE = 20.0  # points between the beginnings of a label and its value
_DATE = re.compile(r"\d{1,4}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{1,4}|[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}")
_GRADE = re.compile(r"(?:\d{1,2}(?:st|nd|rd|th)?|K|PK|Pre-?K|Kindergarten)\b", re.IGNORECASE)
_NAME = re.compile(r"[A-Z][\w'’-]+,?(?: [A-Z][\w'’.-]*){1,4}")
_SLOT = re.compile(r"[_\W]*")


class _Side(Enum):
    ABOVE = "above"  # the values stand above their labels
    BELOW = "below"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class _Row:
    position: int  # among the lines of the document
    line: Line
    chunks: tuple[Piece, ...]
    is_label: bool
    rest: tuple[int, ...] = ()  # positions of lines that its values go on over


def captioned(document: Document, taken: Collection[int]) -> dict[int, tuple[Piece, ...]]:
    """By position among `document.lines`, what stands there: label and value pairs for rows of values with their
    labels below, nothing for the rows of these labels, and labels without a value where it cannot be told which is
    theirs. Lines that are `taken` are none of these."""
    runs = _runs(document.lines, taken)
    sides = [_side(run) for run in runs]
    clear = {side for side in sides if side is not _Side.UNKNOWN}
    usual = clear.pop() if len(clear) == 1 else _Side.UNKNOWN
    found: dict[int, tuple[Piece, ...]] = {}
    for run, side in zip(runs, sides, strict=True):
        own = usual if side is _Side.UNKNOWN and run[0].line.table is None else side
        if own is _Side.ABOVE:
            found |= _paired(run)
        elif own is _Side.UNKNOWN and _fitting(run) > 0:
            for row in run:
                if row.is_label:
                    found[row.position] = tuple(_with_value(label, None, row) for label in row.chunks)
    return found


def _runs(lines: Sequence[Line], taken: Collection[int]) -> list[list[_Row]]:
    """Rows of labels and of values that follow each other closely, with labels the program knows among them."""
    runs: list[list[_Row]] = [[]]
    for position, line in enumerate(lines):
        small = position > 0 and line.size <= _SMALLER * lines[position - 1].size
        last = runs[-1][-1] if runs[-1] else None
        if last and not last.is_label and not last.rest and position not in taken and goes_on(last.line, line):
            runs[-1][-1] = replace(last, chunks=tuple(with_below(last.chunks, line)), rest=(position,))
            continue
        row = _row(position, line, small) if position not in taken and line.text.strip() else None
        if row is None or (last and not _follows(lines[last.rest[-1]] if last.rest else last.line, line)):
            runs.append([])
        if row is not None:
            runs[-1].append(row)
    labelled = (_in_type_of_labels(run) for run in runs if any(r.is_label for r in run))
    return [run for run in labelled if not all(r.is_label for r in run)]


def _in_type_of_labels(run: Sequence[_Row]) -> list[_Row]:
    """The rows, those as labels too that no one knows and that are set in the smaller type of those that one knows."""
    sizes = [r.line.size for above, r in pairwise(run) if r.is_label and r.line.size <= _SMALLER * above.line.size]
    done = list(run[:1])
    for row in run[1:]:
        alike = any(abs(row.line.size - size) < 0.3 for size in sizes) and not done[-1].is_label
        plain = not any(re.search(r"\d|_", c.text) for c in row.chunks)
        done.append(replace(row, is_label=True) if alike and plain else row)
    return done


def _row(position: int, line: Line, small: bool) -> _Row | None:
    """`small`: the type is smaller than that of the line above, as of labels."""
    chunks = tuple(chunks_of(line))
    boxed = [any(box in c.text for box in BOXES) for c in chunks]
    dated = any(_DATE.fullmatch(c.text) for c in chunks)  # "☐ M ☒ F   3/4/2016" is a row of values
    if any(LABEL.match(c.text) for c in chunks) or (any(boxed) and (small or not dated)):
        return None
    known = [labels().name_of(c.text) is not None and len(c.text) < 60 for c in chunks]
    if sum(known) * 2 > (0 if small else len(chunks)) and not any(re.search(r"\d|_", c.text) for c in chunks):
        return _Row(position, line, chunks, True)
    if any(known) or any(len(c.text.split()) > 8 for c in chunks):
        return None
    return _Row(position, line, chunks, False)


def _follows(above: Line, line: Line) -> bool:
    same = (above.page, above.table, above.row, above.column) == (line.page, line.table, line.row, line.column)
    return same and 0 < line.box.top - above.box.top <= _NEAR * max(above.box.height, line.box.height, 8.0)


def _side(run: Sequence[_Row]) -> _Side:
    above, below = _fitting(run), _fitting(run[::-1])
    near = _nearer(run)
    if above != below and max(above, below) > 0:
        side = _Side.ABOVE if above > below else _Side.BELOW
        # one value of the right kind on the side that is farther away may be chance
        return side if near in (side, _Side.UNKNOWN) or abs(above - below) >= _CLEAR else _Side.UNKNOWN
    return near if above > 0 else _by_ends(run)


def _by_ends(run: Sequence[_Row]) -> _Side:
    """On which side the values stand of labels in smaller type that take turns with them: what comes first and what
    comes last belong together."""
    first = next(n for n, row in enumerate(run) if row.is_label)
    run = run[max(0, first - 1) :]  # what stands before that is a heading
    turns = all(a.is_label is not b.is_label for a, b in pairwise(run))
    sizes = [(a.line.size, b.line.size) if a.is_label else (b.line.size, a.line.size) for a, b in pairwise(run)]
    if not turns or len(run) % 2 or any(label > _SMALLER * value for label, value in sizes):
        return _Side.UNKNOWN
    return _Side.ABOVE if run[-1].is_label else _Side.BELOW


def _nearer(run: Sequence[_Row]) -> _Side:
    """On which side of their labels the values stand nearer, where one is clearly so."""
    over = [b.line.box.top - a.line.box.bottom for a, b in pairwise(run) if b.is_label]
    under = [b.line.box.top - a.line.box.bottom for a, b in pairwise(run) if a.is_label]
    if not over or not under:
        return _Side.UNKNOWN
    if max(over) < min(under) - 1:
        return _Side.ABOVE
    return _Side.BELOW if max(under) < min(over) - 1 else _Side.UNKNOWN


def _fitting(run: Sequence[_Row]) -> int:
    """How many labels that ask for a kind of value have one of it in the row before, less those with another thing."""
    points = 0
    for before, row in pairwise(run):
        if row.is_label and not before.is_label:
            fits = (_fits(labels().name_of(label.text), value.text) for label, value in _matched(row, before) if value)
            points += sum(1 if fit else -1 for fit in fits if fit is not None)
    return points


def _fits(name: str | None, value: str) -> bool | None:
    """Whether a value is of the kind that a label asks for; None for labels of words and for empty lines."""
    if _SLOT.fullmatch(value):
        return None
    if name and (name.endswith("-date") or name == "span"):
        return bool(_DATE.match(value))
    if name == "grade":
        return bool(_GRADE.match(value)) and not _DATE.match(value)
    return bool(_NAME.fullmatch(value)) if name == "student-name" else None


def _matched(heads: _Row, values: _Row) -> list[tuple[Piece, Piece | None]]:
    """Each label with the value that stands over or under it."""

    def apart(label: Piece, value: Piece) -> float:
        one, other = _box(label), _box(value)
        return min(abs(one.x0 - other.x0), 2 * abs(one.center[0] - other.center[0]))

    free = list(values.chunks)
    done: list[tuple[Piece, Piece | None]] = []
    for label in heads.chunks:
        at = _box(label)
        near = [
            v for v in free if abs(_box(v).x0 - at.x0) <= _SIDE or abs(_box(v).center[0] - at.center[0]) <= _SIDE / 2
        ]
        own = min(near, key=lambda v: abs(_box(v).x0 - at.x0)) if near else None
        if own:
            free.remove(own)
        done.append((label, own))
    return done


def _box(piece: Piece) -> Box:
    return around(w.box for w in piece.words)


def _paired(run: Sequence[_Row]) -> dict[int, tuple[Piece, ...]]:
    found: dict[int, tuple[Piece, ...]] = {}
    for before, row in pairwise((None, *run)):
        if row is None or not row.is_label:
            continue
        above = before if before and not before.is_label else None
        pairs = _matched(row, above) if above else [(label, None) for label in row.chunks]
        own = [_with_value(label, value, above or row) for label, value in pairs]
        if above:
            used = {id(value) for _, value in pairs}
            own += [chunk for chunk in above.chunks if id(chunk) not in used]
            found |= {above.position: tuple(own), **dict.fromkeys(above.rest, ())}
            found[row.position] = ()
        else:
            found[row.position] = tuple(own)
    return found


def _with_value(label: Piece, value: Piece | None, row: _Row) -> Piece:
    """ "Name: Ida Fenn"; a slot stands for a value that was not filled in, so that nobody looks for it elsewhere."""
    text = value.text.strip(" _") if value else ""
    words = value.words if value and text else label.words
    return Piece(f"{label.text.strip(' :')}: {text or '____'}", words, row.line)
