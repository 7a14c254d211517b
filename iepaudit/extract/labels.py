"""The label of each check box: the words behind it, else before it, else of its row and column."""

from __future__ import annotations

from collections.abc import Sequence

from iepaudit.extract.boxes import GLYPHS, Encodings
from iepaudit.extract.line_builder import WIDE_GAP
from iepaudit.model.document import CheckBox, Line, Table, Word

_FAR = 6.0  # font heights between a box and its label
_MOST_LINES = 8  # of one label
_STEP = 1.7  # font heights from line to line of one label
_BESIDE = 3.0  # points
_FULL = 6  # words: lines with less end where somebody ended them


def check_boxes(lines: Sequence[Line], tables: Sequence[Table], encodings: Encodings) -> tuple[CheckBox, ...]:
    """The boxes of a page whose lines have every box before its words (`box_sides`)."""
    found: list[CheckBox] = []
    for index, line in enumerate(lines):
        places = [n for n, w in enumerate(line.words) if w.text in GLYPHS]
        if not places:
            continue
        for n in places:
            word = line.words[n]
            label = _right(line.words, n)
            if label and n == places[-1] and word.box.x0 < line.words[n + 1].box.x0:
                label = _with_next_lines(label, line, n, lines[index + 1 : index + _MOST_LINES])
            if not label and (n == 0 or len(places) == 1):
                label = _left(line.words, n)
            if not label and n == len(line.words) - 1 and n:
                label = _on_next_line(line, lines, index)
            label = label or _from_grid(line, tables) or (_above(word, lines[index - 1]) if index else "")
            state = GLYPHS[word.text]
            found.append(CheckBox(word.box, line.page, state, label, encodings.get(word.box, "glyph")))
    return tuple(found)


def _right(words: Sequence[Word], place: int) -> str:
    taken: list[Word] = []
    before = words[place]
    for word in words[place + 1 :]:
        gap = word.box.x0 - before.box.x1
        limit = _FAR if not taken else WIDE_GAP
        if gap > limit * max(word.size, before.size):
            break
        if word.text in GLYPHS:
            if taken:
                break
            before = word  # two boxes that share one label
            continue
        taken.append(word)
        before = word
    return " ".join(w.text for w in taken)


def _left(words: Sequence[Word], place: int) -> str:
    taken: list[Word] = []
    after = words[place]
    for word in reversed(words[:place]):
        gap = after.box.x0 - word.box.x1
        limit = _FAR if not taken else WIDE_GAP
        if word.text in GLYPHS or gap > limit * max(word.size, after.size):
            break
        taken.append(word)
        after = word
    return " ".join(w.text for w in reversed(taken)).rstrip(":")


def _from_grid(line: Line, tables: Sequence[Table]) -> str:
    """For a box alone in its cell: the text of its row, and of the head of its column."""
    if line.table is None or line.row is None or line.column is None:
        return ""
    rows = tables[line.table].rows
    texts = [
        (c.column, " ".join(c.text.split()))
        for c in rows[line.row]
        if c and c.column != line.column and c.text.strip() and not any(g in c.text for g in GLYPHS)
    ]
    own = next((t for n, t in texts if n < line.column), None) or next((t for _, t in texts), "")
    head = ""
    for row in rows[: line.row]:
        cell = row[line.column]
        if cell and any(g in cell.text for g in GLYPHS):
            break
        if cell and cell.text.strip():
            head = " ".join(cell.text.split())
    parts = [p for p in (own, head) if p]
    return ", ".join(parts)


def _on_next_line(line: Line, lines: Sequence[Line], index: int) -> str:
    """For the last box of a line whose label was pushed to the next one."""
    following = lines[index + 1] if index + 1 < len(lines) else None
    if following is None or (following.table, following.row, following.column) != (line.table, line.row, line.column):
        return ""
    distance = following.box.top - line.box.top
    if not 0 < distance < 2.5 * line.size or any(w.text in GLYPHS for w in following.words):
        return ""
    return following.text


def _with_next_lines(label: str, line: Line, place: int, following: Sequence[Line]) -> str:
    """The label with the lines on which it goes on: they begin below its first word, or below the box in lower case,
    and their first word had no room on the line before."""
    words = line.words
    if place + 1 >= len(words) or not label.endswith(words[-1].text):
        return label  # it ends before its line does
    parts, before = [label], line
    start, box = words[place + 1].box.x0, words[place].box.x0
    for after in following:
        same_cell = (after.table, after.row, after.column) == (line.table, line.row, line.column)
        step = after.box.top - before.box.top
        if not same_cell or not 0 < step < _STEP * line.size or abs(after.size - line.size) > 0.5:
            break
        if after.bold != line.bold or not after.words or any(w.text in GLYPHS for w in after.words):
            break
        hangs = abs(after.box.x0 - start) < _BESIDE
        if not hangs and not (abs(after.box.x0 - box) < _BESIDE and after.text[:1].islower()):
            break
        edge = max(before.box.x1, after.box.x1, line.box.x1)
        room = before.box.x1 + after.words[0].box.width + 0.2 * line.size < edge
        if room or (len(before.words) < _FULL and not after.text[:1].islower()):
            break  # something else begins here
        parts.append(after.text)
        before = after
    return " ".join(parts)


def _above(box: Word, line: Line) -> str:
    """For a box that stands alone: the line right above it."""
    if not 0 <= box.box.center[1] - line.box.bottom < 2 * box.box.height:
        return ""
    near = line.box.x0 - 20 <= box.box.center[0] <= line.box.x1 + 20
    return line.text if near and not any(w.text in GLYPHS for w in line.words) else ""
