"""Tables without ruling lines: rows whose words keep clear of the same gutters below a line of short column heads.

Conservative: text that only looks aligned stays text. A head is bold, in capitals or worded like one, and the first
row below fills at least two of its columns.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from iepaudit.extract.column_words import COLUMN_WORD
from iepaudit.extract.grids import Grid
from iepaudit.extract.line_builder import Draft, draft, split_at_gaps
from iepaudit.extract.spaced_rows import spaced_rows
from iepaudit.model.document import CHECKED, EMPTY, Word, WordSource
from iepaudit.model.geometry import Box, around

_HEAD_WORDS, _HEAD_LETTERS = 6, 42
_LEAST_GUTTER = 4.0  # points that stay free between two columns over all rows
_SENTENCE_GAP = 0.9  # font heights, at most, between two words of a sentence
_BREAK = 1.5  # of the table's pitch
_HEAD_GAP = 0.65  # font heights between two heads set close to each other
_WORD_SPACE = 0.6  # font heights between two words of one head
_FAR = 3.0  # font heights between two lines of one table
_INSIDE = 1.25  # and between two lines of one cell
_NOT_HEAD = re.compile(rf"[:;,.?!]\Z|[_{CHECKED}{EMPTY}]|:\s|\d{{3,}}|\A[-•\d(]")
_HEAD_LINES = 5  # lines of heads in plain type, those set between two others counted as well
_TOUCHING = 0.2  # font heights between two such lines
_LEAST_PLAIN = 4  # columns with heads in plain type that take several lines
_BLANK = re.compile(r"[\W_]+")
_BENEATH = 6.0  # points to a side
_SMALLER = 0.93  # of the size of the values below it, the type of labels
_EXACT = 2.0  # points by which a value may begin beside its own label
_SAME = 3.0  # points by which a column may begin beside its head
_SIDE_LINES = 6  # below heads, in which a column of labels must begin


@dataclass(slots=True)
class _Growing:
    """A table while lines are added: the free space left of the first and between any two columns."""

    gutters: list[tuple[float, float]]
    lines: list[Draft] = field(default_factory=list)
    heads: int = 1
    first: int = 0  # 1 when a column of labels without a head stands left of the others

    def add(self, line: Draft) -> bool:
        """Takes the line if its words keep the gutters free."""
        gutters = list(self.gutters)
        for word in line.words:
            x0, x1 = word.box.x0, word.box.x1
            for n, (low, high) in enumerate(gutters):
                if x1 <= high and (x0 + x1) / 2 < (max(low, 0.0) + high) / 2:
                    gutters[n] = (max(low, x1), high)
                elif x0 >= low or x0 >= high:
                    gutters[n] = (low, min(high, x0))
                else:
                    return False
                if gutters[n][1] - gutters[n][0] < _LEAST_GUTTER:
                    return False
        self.gutters = gutters
        self.lines.append(line)
        return True

    @property
    def pitch(self) -> float:
        """From one line of the table to the next, at the least."""
        steps = [b.box.top - a.box.top for a, b in pairwise(self.lines)]
        return min((s for s in steps if s > 1), default=0.0)

    def gaps_wide(self, line: Draft) -> bool:
        """Whether some two words of a line stand further apart than words of one sentence do."""
        return len(split_at_gaps(line, _SENTENCE_GAP)) > 1 or len(self.filled(line)) < 2

    def column(self, word: Word) -> int:
        middle = word.box.center[0]
        return sum(middle > (max(low, 0.0) + high) / 2 for low, high in self.gutters)

    def is_lower(self, line: Draft) -> bool:
        """Whether a line begins in lower case, beside the labels at its left."""
        own = [w for w in line.words if self.column(w) >= self.first]
        return bool(own) and own[0].text[:1].islower()

    def filled(self, line: Draft) -> set[int]:
        return {self.column(w) for w in line.words if not _BLANK.fullmatch(w.text) or w.text in (CHECKED, EMPTY)}


def find_aligned(lines: Sequence[Draft]) -> list[Grid]:
    """Grids over lines in reading order; cells are found by place, as in ruled grids."""
    grids: list[Grid] = []
    start = 0
    while start < len(lines) - 1:
        grown = _grow(lines, start)
        grid = _grid(grown) if grown else None
        if grown is None or grid is None:
            start += 1
            continue
        grids.append(grid)
        start += len(grown.lines)
    return grids


def _grow(lines: Sequence[Draft], start: int) -> _Growing | None:
    count, spans = _head_block(lines, start)
    if not count:
        pieces = _head(lines[start])
        if pieces is None or (start and _stands_under(lines[start - 1], lines[start], pieces)):
            return None
        count, spans = 1, [(p.box.x0, p.box.x1) for p in pieces]
    side = _side_column(lines[start + count : start + count + _SIDE_LINES], spans[0])
    gutters = [(side, spans[0][0])]
    gutters += [(a[1], b[0]) for a, b in pairwise(spans)]
    grown = _Growing(gutters, list(lines[start : start + count]), count, int(side > 0))
    bold = all(w.bold for w in lines[start].words)
    for before, line in pairwise(lines[start + count - 1 :]):
        distance = line.box.top - before.box.top
        size = max(line.words[0].size, before.words[0].size)
        if line.atomic or not 0 < distance <= _FAR * size + 2:
            break
        if len(grown.lines) == grown.heads and not bold and distance > 2.2 * size:
            break
        if grown.lines[grown.heads :] and distance > _BREAK * grown.pitch and not grown.gaps_wide(line):
            break  # running text below the table whose words happen to keep the columns
        all_bold = all(w.bold for w in line.words)
        if all_bold and len(split_at_gaps(line)) == 1 and len(grown.lines) > grown.heads:
            break  # the next heading
        if not grown.add(line):
            break
        if bold and all_bold and len(grown.lines) == grown.heads + 1:
            grown.heads += 1
    while len(grown.lines) > 1 and _is_below(grown):
        grown.lines.pop()
    return grown


def _is_strip(grown: _Growing, rows: int) -> bool:
    """Whether the heads are labels in small type over one value each, on a card or a form, and perhaps over more such
    labels: they belong to their values, and to no column."""
    heads, values = grown.lines[grown.heads - 1], grown.lines[grown.heads]
    small = _SMALLER * min(w.size for w in values.words)
    if any(w.bold or w.size > small for w in heads.words):
        return False
    starts = [piece.box.x0 for piece in split_at_gaps(heads)]
    beneath = [min(abs(piece.box.x0 - x) for x in starts) for piece in split_at_gaps(values)]
    again = any(all(w.size <= small for w in line.words) for line in grown.lines[grown.heads + 1 :])
    return max(beneath) <= _EXACT and (again or rows == 2)


def _side_column(lines: Sequence[Draft], head: tuple[float, float]) -> float:
    """Where labels end that stand left of the first head, with text or boxes of its column beside them; 0 for none."""
    for line in lines:
        pieces = split_at_gaps(line, _SENTENCE_GAP)
        if len(pieces) <= 2 or pieces[0].box.x1 >= min(head[0], pieces[1].box.x0) - _LEAST_GUTTER:
            continue
        beneath = pieces[1].box.x0 < head[1] and pieces[1].box.x1 > head[0]
        boxed = pieces[1].words[0].text in (CHECKED, EMPTY) and pieces[0].words[0].text not in (CHECKED, EMPTY)
        if abs(pieces[1].box.x0 - head[0]) <= _SAME or (boxed and beneath):
            return pieces[0].box.x1
    return 0.0


def _is_below(grown: _Growing) -> bool:
    """Whether the last line is a sentence below the table that happens to be short."""
    above, last = grown.lines[-2:]
    filled = grown.filled(last)
    if len(filled) != 1 or not _is_prose(last):
        return False
    beneath = [w.box.x0 for w in above.words if grown.column(w) in filled]
    inside = 0 not in filled and 0 < last.box.top - above.box.top <= _INSIDE * last.words[0].size
    return not (inside and beneath and abs(min(beneath) - last.box.x0) <= 2)


def _head_block(lines: Sequence[Draft], start: int) -> tuple[int, list[tuple[float, float]]]:
    """(number of lines, extent of each column) for heads in bold that take several lines each, set at different
    heights: the columns are what their words leave free. (0, []) for anything else."""
    bold = all(w.bold for w in lines[start].words)
    count = 0 if bold else _plain_heads(lines, start)
    for before, line in pairwise([lines[start], *lines[start:]] if bold else ()):
        step = line.box.top - before.box.top
        if line.atomic or not all(w.bold for w in line.words) or not -0.1 <= step <= 1.6 * line.words[0].size:
            break
        count += 1
    block = lines[start : start + count]
    if not 2 <= count <= 8 or _is_title(block):
        return 0, []
    spans: list[tuple[float, float]] = []
    for word in sorted((w for line in block for w in line.words), key=lambda w: w.box.x0):
        if spans and word.box.x0 - spans[-1][1] <= _WORD_SPACE * word.size:
            spans[-1] = (spans[-1][0], max(spans[-1][1], word.box.x1))
        else:
            spans.append((word.box.x0, word.box.x1))
    text = " ".join(w.text for line in block for w in line.words)
    if not bold and (len(spans) < _LEAST_PLAIN or any(c.isdigit() or c == ":" for c in text)):
        return 0, []
    wide = max(x1 - x0 for x0, x1 in spans) > 0.6 * (spans[-1][1] - spans[0][0])
    if len(spans) < 3 or wide or len(set(COLUMN_WORD.findall(text.lower()))) < 2 or len(text.split()) > 40:
        return 0, []
    return count, spans


def _is_title(block: Sequence[Draft]) -> bool:
    """Whether the first line says what the table is about, above a line that holds all of its heads."""
    return len(block[0].words) > _HEAD_WORDS and len(split_at_gaps(block[0])) == 1 and _head(block[1]) is not None


def _plain_heads(lines: Sequence[Draft], start: int) -> int:
    """How many lines in plain type are set without space between them, above a space; 0 where they may be text."""
    count, bottom = 1, lines[start].box.bottom
    for line in lines[start + 1 : start + 2 + _HEAD_LINES]:
        if line.box.top - bottom > _TOUCHING * line.words[0].size:
            return count
        count, bottom = count + 1, max(bottom, line.box.bottom)
    return 0


def _stands_under(above: Draft, line: Draft, pieces: Sequence[Draft]) -> bool:
    """Whether a line in plain type may as well be labels printed below the values of the line above."""
    near = 0 < line.box.top - above.box.top <= 2.2 * max(line.words[0].size, above.words[0].size)
    if not near or above.atomic or all(w.bold for w in line.words) or all(w.bold for w in above.words):
        return False
    over = split_at_gaps(above)
    return len(over) == len(pieces) and all(
        abs(a.box.x0 - b.box.x0) <= _BENEATH for a, b in zip(over, pieces, strict=True)
    )


def _is_prose(line: Draft) -> bool:
    return len(line.words) > 6 or line.words[-1].text.endswith((".", ":"))


def _head(line: Draft) -> list[Draft] | None:
    if line.atomic or any(w.source is WordSource.FIELD for w in line.words):
        return None
    pieces = [part for piece in split_at_gaps(line) for part in _parted(piece)]
    if len(pieces) < 2:
        return None
    text = " ".join(w.text for w in line.words)
    stands_out = all(w.bold for w in line.words) or text.isupper()
    if not stands_out and (len(pieces) < 3 or len(set(COLUMN_WORD.findall(text.lower()))) < 2):
        return None
    for piece in pieces:
        text = " ".join(w.text for w in piece.words)
        if len(piece.words) > _HEAD_WORDS or len(text) > _HEAD_LETTERS or _NOT_HEAD.search(text):
            return None
        if not text[0].isupper() and text[0] != "#":
            return None
    return pieces


def _parted(piece: Draft) -> list[Draft]:
    """Heads set close to each other: cut at gaps wider than a space with a word of column heads on both sides."""
    parts: list[list[Word]] = [[]]
    for before, word in pairwise((None, *piece.words)):
        assert word is not None
        gap = word.box.x0 - before.box.x1 if before else 0.0
        rest = piece.words[sum(map(len, parts)) :]
        if gap > _HEAD_GAP * word.size and all(_is_column_word(side) for side in (parts[-1], rest)):
            parts.append([])
        parts[-1].append(word)
    return [draft(part) for part in parts]


def _is_column_word(words: Sequence[Word]) -> bool:
    return COLUMN_WORD.search(" ".join(w.text for w in words).lower()) is not None


def _grid(grown: _Growing) -> Grid | None:
    rows = _rows(grown)
    body = rows[1:]
    spoken = [row for row in body if any(map(grown.filled, row))]  # the others are rules typed as dashes
    if not any(len(set().union(*map(grown.filled, row))) >= 2 for row in spoken[:1]):
        return None
    columns = len(grown.gutters) + 1
    used = set().union(*(grown.filled(line) for line in grown.lines))
    if columns - 1 <= 2 and len(spoken) < 2:
        return None  # two columns want two rows
    if _is_strip(grown, len(rows)):
        return None
    head = _texts(rows[0], grown)
    if all(_texts(row, grown) == head for row in spoken):
        return None  # a label repeated over its blanks is no table
    box = around(line.box for line in grown.lines)
    xs = [box.x0 - 1.0]
    for low, high in grown.gutters[0 if 0 in used else 1 :]:
        xs.append((max(low, box.x0 - 1.0) + high) / 2)
    xs.append(box.x1 + 1.0)
    tops = [min(line.box.top for line in row) for row in rows]
    ys = [box.top - 0.5]
    for row, top in zip(rows, tops[1:], strict=False):
        ys.append((max(line.box.center[1] for line in row) + top) / 2 if row else top)
    ys.append(box.bottom + 0.5)
    cells = tuple(tuple(Box(x0, y0, x1, y1) for x0, x1 in pairwise(xs)) for y0, y1 in pairwise(ys))
    return Grid(Box(xs[0], ys[0], xs[-1], ys[-1]), cells, ruled=False)


def _texts(row: Sequence[Draft], grown: _Growing) -> list[str]:
    return [w.text for line in row for w in line.words if not _BLANK.fullmatch(w.text)]


def _paired_lines(body: Sequence[Draft], steps: Sequence[float]) -> set[int]:
    """Which lines go on with the row above although they fill its leading column as well: those set closer to it than
    rows are to each other, when most of them begin as the rest of a phrase does."""
    if len(steps) < 3 or max(steps) < 1.25 * min(steps):
        return set()
    middle = (max(steps) + min(steps)) / 2
    close = {n for n, step in enumerate(steps, start=1) if step < middle}
    unfinished = sum(not body[n].words[0].text[:1].isupper() for n in close)
    return close if close and unfinished >= 0.6 * len(close) else set()


def _wraps(above: Draft, line: Draft, grown: _Growing) -> bool:
    """Whether a line that begins in lower case is set right below the line above, as inside of one cell."""
    return grown.is_lower(line) and 0 < line.box.top - above.box.top <= _INSIDE * line.words[0].size


def _rows(grown: _Growing) -> list[list[Draft]]:
    """Head lines together; below, a line that does not begin in the leading column continues the row above."""
    rows: list[list[Draft]] = [grown.lines[: grown.heads]]
    body = grown.lines[grown.heads :]
    filled = [grown.filled(line) for line in body]
    lead = max(grown.first, min((min(f) for f in filled if len(f) >= 2), default=0))
    starts = [
        n for n, f in enumerate(filled) if lead in f and len(f) >= 2 and not (n and _wraps(body[n - 1], body[n], grown))
    ]
    steps = [b.box.top - a.box.top for a, b in pairwise(body)]
    row_step = min((steps[n - 1] for n in starts if n), default=0.0)
    spaced = [] if grown.first else spaced_rows(body, grown.column, len(grown.gutters))
    if spaced:
        return [*rows, *spaced]
    paired = _paired_lines(body, steps)
    if paired:
        for n, line in enumerate(body):
            if n in paired:
                rows[-1].append(line)
            else:
                rows.append([line])
        return rows
    for n, line in enumerate(body):
        tight = n > 0 and steps[n - 1] < row_step - 1.5
        goes_on = (
            n > 0
            and bool(filled[n - 1])
            and (_wraps(body[n - 1], line, grown) or filled[n] == {lead})
            and grown.is_lower(line)
        )
        new = n == 0 or n in starts or (lead in filled[n] and not tight and not goes_on) or not filled[n]
        if new or len(rows) == 1:
            rows.append([line])
        else:
            rows[-1].append(line)
    return rows
