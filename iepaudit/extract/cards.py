"""Cards side by side: the same labels printed once in each of two or more columns, with values below them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from iepaudit.extract.line_builder import Draft, split_at_gaps
from iepaudit.model.document import CHECKED, EMPTY, Word

_LABEL_WORDS = 6
_LEAST_LABELS = 2  # unlike ones, each printed once in every column
_SAME = 2.0  # points by which one column's lines may begin beside each other
_TIGHT = 1.7  # font heights from line to line inside one value
_FAR = 3.5  # font heights from line to line, above which the cards end


def find_cards(lines: Sequence[Draft]) -> tuple[int, int, tuple[float, ...]] | None:
    """(first line, end, where each column begins) of the first cards among lines from top to bottom, or None."""
    tried: tuple[tuple[float, ...], int] = ((), 0)  # columns that came to nothing, and the line where that ended
    for start, line in enumerate(lines):
        starts = _twins(line)
        if not starts or (starts == tried[0] and start < tried[1]):
            continue
        end, labels, values = start, set(), 0
        for number in range(start, len(lines)):
            own = lines[number]
            step = own.box.top - lines[number - 1].box.top if number > start else 0.0
            alone = len({column_of(word, starts) for word in own.words}) == 1
            if step > (_TIGHT if alone else _FAR) * own.words[0].size or own.atomic or not _keeps(own, starts):
                break
            if _twins(own) == starts:
                labels.add(split_at_gaps(own)[0].words)
            else:
                values += 1
            end = number + 1
        texts = {" ".join(w.text for w in words) for words in labels}
        if len(texts) >= _LEAST_LABELS and values >= len(labels) - 1:
            return _with_titles(lines, start, starts), end, starts
        tried = (starts, end)
    return None


def column_of(word: Word, starts: Sequence[float]) -> int:
    return max(0, sum(word.box.x0 >= x - _SAME for x in starts) - 1)


def _twins(line: Draft) -> tuple[float, ...]:
    """Where the pieces of a line begin that all read the same and may be labels; () for other lines."""
    if line.atomic:
        return ()
    pieces = split_at_gaps(line)
    texts = {" ".join(w.text for w in piece.words) for piece in pieces}
    text = next(iter(texts))
    if len(pieces) < 2 or len(texts) > 1 or len(text.split()) > _LABEL_WORDS:
        return ()
    if not text[0].isalpha() or any(c.isdigit() or c in (CHECKED, EMPTY) for c in text):
        return ()
    return tuple(round(piece.box.x0, 1) for piece in pieces)


def _keeps(line: Draft, starts: Sequence[float]) -> bool:
    """Whether each word stands in one column, and each column's part of the line begins where the column does."""
    first: dict[int, Word] = {}
    for before, word in pairwise([*line.words[:1], *line.words]):
        at = column_of(word, starts)
        first.setdefault(at, word)
        if word is not before and column_of(before, starts) != at and word.box.x0 - before.box.x1 < 4:
            return False
        if at + 1 < len(starts) and word.box.x1 > starts[at + 1] - 1:
            return False
    return all(word.box.x0 - starts[at] <= max(12.0, 2 * _SAME) for at, word in first.items())


def _with_titles(lines: Sequence[Draft], start: int, starts: Sequence[float]) -> int:
    """The first line of the cards: titles beside each other above the first labels belong to them."""
    while start:
        above = lines[start - 1]
        near = lines[start].box.top - above.box.top <= _FAR * above.words[0].size
        columns = {column_of(word, starts) for word in above.words}
        if above.atomic or not near or len(columns) < len(starts) or not _keeps(above, starts):
            break
        start -= 1
    return start
