"""Labels with their values side by side, whose values go on below, each in its own column: "Last evaluation: April 9,
Next evaluation: April 8," above "2024   2027". Values may stand in columns apart from their labels."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from iepaudit.model.document import Line, Word
from iepaudit.segment.label import label_of
from iepaudit.segment.label_strips import goes_on, with_below
from iepaudit.segment.pieces import Piece, chunks_of, is_bare_label, pieces_of

_BENEATH = 1.5  # points to a side
_NEAR = 1.7  # heights of a line from its top to that of the next
_BETWEEN = 1.6  # font heights that columns keep free at most
_OWN_COLUMN = 0.5  # font heights from a label to a value that does not follow it as one word does the next
_AROUND = 3  # lines above and below
_MOST = 3  # lines that go on


def columns_of(
    lines: Sequence[Line], position: int, pieces: Sequence[Piece], taken: Collection[int], edge: float
) -> list[list[Piece]]:
    """The pieces of a line, each with what goes on with it on the lines below; [] where nothing does. `edge` is how far
    to the right the lines of the page reach, `taken` are positions of lines that belong elsewhere."""
    if len(pieces) < 2 or not all(p.words and label_of(p.text.strip(), p.words) for p in pieces):
        return []
    columns = [[piece] for piece in pieces]
    shared = _shared(lines, position, pieces)
    for below in range(position + 1, min(position + 1 + _MOST, len(lines))):
        runs = {} if below in taken else _runs(lines[below], lines[below - 1], columns, edge)
        apart = bool(runs) and abs(lines[below].words[0].box.x0 - pieces[0].words[0].box.x0) > _BENEATH
        if not runs or (set(runs) == {0} and not shared and not apart):
            break
        for n, words in runs.items():
            columns[n].append(Piece(" ".join(w.text for w in words), tuple(words), lines[below]))
    return columns if any(len(column) > 1 for column in columns) else []


def _shared(lines: Sequence[Line], position: int, pieces: Sequence[Piece]) -> bool:
    """Whether lines near by begin in the same columns: what stands below the first may be a paragraph else."""
    starts = [piece.words[0].box.x0 for piece in pieces[1:]]
    near = [*lines[max(0, position - _AROUND) : position], *lines[position + 1 : position + 1 + _AROUND]]
    return any(_start(p.words[0], starts) is not None for line in near for p in pieces_of(line)[1:] if p.words)


def _runs(line: Line, above: Line, columns: Sequence[Sequence[Piece]], edge: float) -> dict[int, Sequence[Word]]:
    """By column, the words of a line that go on with it; {} when some of them do not."""
    near = 0 < line.box.top - above.box.top < _NEAR * max(above.box.height, 1)
    if not near or line.page != above.page or (line.table, line.row, line.column) != (
        above.table, above.row, above.column
    ):  # fmt: skip
        return {}
    starts = [column[0].words[0].box.x0 for column in columns]
    values = [_value_start(column[0]) for column in columns]
    under = [_start(word, starts, values) for word in line.words]
    cuts = [*(n for n, own in enumerate(under) if own is not None), len(under)]
    if not line.words or cuts[0] != 0:
        return {}
    runs: dict[int, Sequence[Word]] = {}
    for a, b in pairwise(cuts):
        n = under[a]
        assert n is not None
        if n in runs or not _goes_on(columns[n][-1], line, line.words[a:b], [*starts[n + 1 :], edge + 1][0], above):
            return {}
        runs[n] = line.words[a:b]
    return runs


def _start(word: Word, *columns: Sequence[float]) -> int | None:
    return next((n for xs in columns for n, x in enumerate(xs) if abs(word.box.x0 - x) <= _BENEATH), None)


def _value_start(piece: Piece) -> float:
    """Where the value of a label begins that stands in a column of its own; where the label does else."""
    said = label_of(piece.text.strip(), piece.words)
    count = len(said[1].split()) if said else 0
    label, value = piece.words[: len(piece.words) - count], piece.words[len(piece.words) - count :]
    apart = label and value and value[0].box.x0 - label[-1].box.x1 > _OWN_COLUMN * value[0].size
    return value[0].box.x0 if apart else piece.words[0].box.x0


def _goes_on(last: Piece, line: Line, words: Sequence[Word], end: float, above: Line) -> bool:
    """Whether words stay in their column and begin below the last line of it, where the first had no room."""
    text = " ".join(w.text for w in words)
    room = end - last.words[-1].box.x1
    full = words[0].box.width + _BETWEEN * words[0].size > room
    apart = abs(words[0].box.x0 - last.words[0].box.x0) > _BENEATH  # below the value: a word of it may be a label else
    plain = label_of(text, words) is None and (apart or not is_bare_label(text))
    return last.line is above and full and plain and words[-1].box.x1 < end and abs(line.size - above.size) < 0.8


def wrapped_pairs(lines: Sequence[Line], position: int, taken: Collection[int]) -> tuple[list[Piece], int]:
    """Labels and values in turns from left to right, without colons, of which some go on below ("Most recent   9/2/26"
    above "evaluation"): (a piece of text "label: value" for each pair, how many lines they take); ([], 0) for other
    lines. Each label has to be one that is known when it is whole."""
    line = lines[position]
    chunks = chunks_of(line) if line.table is None else []
    found: tuple[list[Piece], int] = ([], 0)
    most = min(_MOST, len(lines) - position) if len(chunks) > 2 else 1
    for count in range(1, most):
        above, below = lines[position + count - 1 : position + count + 1]
        if position + count in taken or below.table is not None or not goes_on(line, below, above):
            break
        chunks = with_below(chunks, below)
        if pairs := _in_turns(chunks):
            found = pairs, count + 1
    return found


def _in_turns(chunks: Sequence[Piece]) -> list[Piece]:
    """Each known label with the value behind it; [] where labels and values do not take turns."""
    names, values = chunks[::2], chunks[1::2]
    if len(names) != len(values) or any(map(_is_label, values)):
        return []
    if not all(is_bare_label(c.text) and ":" not in c.text for c in names):
        return []
    pairs = zip(names, values, strict=True)
    return [Piece(f"{a.text}: {b.text}", (*a.words, *b.words), a.line) for a, b in pairs]


def _is_label(chunk: Piece) -> bool:
    return is_bare_label(chunk.text) or label_of(chunk.text, chunk.words) is not None
