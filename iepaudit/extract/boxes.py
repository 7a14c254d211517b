"""Check boxes of every encoding -> one of three glyphs in the words of the page, at the place of the box.

Encodings: glyphs of ordinary and symbol fonts, drawn squares, typed `[X]` or `_X_`, form widgets.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from iepaudit.extract.characters import CROSS_GLYPHS, TICK
from iepaudit.extract.raw import RawPage
from iepaudit.extract.spatial import WordIndex, grown
from iepaudit.extract.typed_boxes import read_typed
from iepaudit.model.document import CHECKED, EMPTY, UNCLEAR_BOX, BoxState, Word
from iepaudit.model.geometry import Box

GLYPHS = {CHECKED: BoxState.CHECKED, EMPTY: BoxState.EMPTY, UNCLEAR_BOX: BoxState.UNCLEAR}
_SIGN = {state: glyph for glyph, state in GLYPHS.items()}
_MARK = re.compile(f"[xX{TICK}{CROSS_GLYPHS}√✔×]{{1,2}}")
_TICKS = {TICK, "√", "✔"}
_SAME_COLUMN = 3.0  # points
_WORDS_OF_CHOICE = 20.0  # points at least between a box and a tick on one line, which is no mark on the box
_LIST_REACH = 120.0  # points from a tick to a box of the same list
_FILLED = {"■", "●"}
_OVERLAYS = _FILLED | {CHECKED}
_MOST_PAIRS = 5_000_000  # squares times marks: beyond, the page is a drawing
_LABEL_REACH = 150.0  # points from a box to its words
_DOT = 0.12  # the same for a round shape
_INK = 0.25  # share of the square that a fill must cover to count as a mark
Encodings = dict[Box, str]


def place_boxes(raw: RawPage, words: list[Word]) -> tuple[list[Word], Encodings]:
    """The words with every check box as one glyph word, and how each box was encoded, by its place."""
    words, encodings = place_written(words)
    words = _widgets(raw, words, encodings)
    words = _drawn(raw, words, encodings)
    return words, encodings


def place_written(words: list[Word]) -> tuple[list[Word], Encodings]:
    """The same for boxes that are characters: glyphs and typed boxes."""
    encodings: Encodings = {}
    words = _tick_on_glyph(words)
    words = read_typed(words, encodings)
    words = _filled_glyphs(_ticks_in_place_of_boxes(words))
    for word in words:
        if word.text in GLYPHS:
            encodings.setdefault(word.box, "glyph")
    return words, encodings


def _tick_on_glyph(words: list[Word]) -> list[Word]:
    """A tick, X or filled square set over an empty box glyph marks it."""
    empty = [w for w in words if w.text == EMPTY]
    marks = [w for w in words if w.text in _OVERLAYS or _MARK.fullmatch(w.text)] if empty else []
    if not marks:
        return words
    marked: set[int] = set()
    used: set[int] = set()
    for mark in marks:
        for box in empty:
            if _covers(mark.box, box.box):
                marked.add(id(box))
                used.add(id(mark))
    if not used:
        return words
    return [_with(w, CHECKED) if id(w) in marked else w for w in words if id(w) not in used]


def _ticks_in_place_of_boxes(words: list[Word]) -> list[Word]:
    """A tick that stands right above or below empty boxes, or behind the words of one on its line, in a list of
    choices, takes the place of a marked one."""
    empty = [w.box for w in words if w.text == EMPTY]
    if len(empty) * sum(w.text in _TICKS for w in words) > _MOST_PAIRS:
        return words
    return [
        _with(w, CHECKED)
        if w.text in _TICKS and any(_in_column(w.box, box) or _on_line(w.box, box) for box in empty)
        else w
        for w in words
    ]


def _on_line(tick: Box, box: Box) -> bool:
    return abs(tick.center[1] - box.center[1]) < tick.height / 2 and tick.x0 - box.x1 > _WORDS_OF_CHOICE


def _in_column(tick: Box, box: Box) -> bool:
    apart = abs(tick.center[1] - box.center[1])
    return abs(tick.x0 - box.x0) < _SAME_COLUMN and tick.height < apart < _LIST_REACH


def _covers(mark: Box, box: Box) -> bool:
    wide = min(mark.x1, box.x1) - max(mark.x0, box.x0)
    high = min(mark.bottom, box.bottom) - max(mark.top, box.top)
    return wide >= 0.4 * min(mark.width, box.width) and high >= 0.4 * min(mark.height, box.height)


def _filled_glyphs(words: list[Word]) -> list[Word]:
    """■ and ● mark a choice only beside open boxes or circles of the same kind; elsewhere they are bullets."""
    texts = {w.text for w in words}
    square, round_ = bool(texts & {EMPTY, CHECKED}), bool(texts & {"◉", "⦿"} or ("○" in texts and "●" in texts))
    circles = {"◉": CHECKED, "⦿": CHECKED, "●": CHECKED, "○": EMPTY, "◯": EMPTY} if round_ else {}
    table = circles | ({"■": CHECKED} if square else {})
    if not table:
        return words
    return [_with(w, table[w.text]) if w.text in table else w for w in words]


def _widgets(raw: RawPage, words: list[Word], encodings: Encodings) -> list[Word]:
    """Widgets say the state; the empty box printed beneath one only shows where it is."""
    boxes = [w for w in raw.widgets if w.checked is not None]
    if not boxes:
        return words
    index = WordIndex(words)
    gone: set[int] = set()
    made: list[Word] = []
    for widget in boxes:
        rect = widget.field.box
        under = grown(rect, 3.0)
        covered = [w for w in index.inside(under) if w.text in GLYPHS]
        gone.update(map(id, covered))
        state = BoxState.CHECKED if widget.checked else BoxState.EMPTY
        if widget.unclear:
            state = BoxState.UNCLEAR
        for word in covered:
            encodings.pop(word.box, None)
            index.remove(word)
        glyph = _glyph_word(covered[0].box if covered else rect, state, index)
        made.append(glyph)
        encodings[glyph.box] = "widget"
    places = [grown(w.field.box, 3.0) for w in boxes]
    if raw.squares:
        raw.squares = [s for s in raw.squares if not any(p.holds(*s.center) for p in places)]
    return [w for w in words if id(w) not in gone] + made


def _drawn(raw: RawPage, words: list[Word], encodings: Encodings) -> list[Word]:
    """Small squares outside of grids, drawn or as pictures, with or without something in them."""
    marks = len(raw.slants) + len(raw.fills) + len(raw.blots) + len(raw.ticked)
    if len(raw.squares) * marks > _MOST_PAIRS:
        return words
    pictured = dict(raw.pictured) | dict.fromkeys(raw.ticked, True)
    squares = _single_squares([s for s in raw.squares if not any(t.holds(*s.center) for t in raw.ticked)])
    squares += list(pictured)
    if not squares:
        return words
    stacked = _stacked(squares)
    index = WordIndex(words)
    gone: set[int] = set()
    made: list[Word] = []
    for square in squares:
        inside = index.inside(grown(square, 0.5))
        signs = [w for w in inside if w.text in _FILLED or _MARK.fullmatch(w.text)]
        if any(w.text in GLYPHS for w in inside) or len(signs) != len(inside):
            continue  # a glyph that was read already, or a small frame around text
        marked = bool(signs) or (pictured[square] if square in pictured else _has_ink(square, raw))
        state = BoxState.CHECKED if marked else BoxState.EMPTY
        own_label = index.beside(grown(square, 2.0), reach=_LABEL_REACH) or _below_words(square, index)
        if not own_label and not (square in stacked and index.beside(grown(square, 2.0), reach=raw.width)):
            continue
        for sign in signs:
            gone.add(id(sign))
            index.remove(sign)
        glyph = _glyph_word(square, state, index)
        made.append(glyph)
        index.add(glyph)
        encodings[glyph.box] = "drawn"
    return [w for w in words if id(w) not in gone] + made


def _single_squares(squares: Sequence[Box]) -> list[Box]:
    """Squares once each, without those that touch another: these are cells of a grid or of a comb field."""
    by_place: dict[tuple[int, int], list[Box]] = {}
    single: list[Box] = []
    for square in sorted(set(squares), key=lambda s: -s.width):
        x, y = square.center
        i, j = int(x // 24), int(y // 24)
        near = [s for a in (i - 1, i, i + 1) for b in (j - 1, j, j + 1) for s in by_place.get((a, b), ())]
        if not any(grown(s, 0.5).holds(x, y) for s in near):
            single.append(square)
            by_place.setdefault((i, j), []).append(square)
    touching: set[int] = set()
    for (i, j), held in by_place.items():
        around = [s for a in (i - 1, i, i + 1) for b in (j - 1, j, j + 1) for s in by_place.get((a, b), ())]
        touching.update(id(s) for s in held for o in around if o is not s and _touch(s, o))
    return [s for s in single if id(s) not in touching]


def _stacked(squares: Sequence[Box]) -> frozenset[Box]:
    """Those of equal squares one below another: the column of boxes of a list, however far its words are."""
    columns: dict[tuple[int, int], list[Box]] = {}
    for square in squares:
        columns.setdefault((round(square.x0), round(square.width)), []).append(square)
    return frozenset(s for column in columns.values() if len(column) > 1 for s in column)


def _touch(a: Box, b: Box) -> bool:
    beside = min(abs(a.x1 - b.x0), abs(b.x1 - a.x0)) < 0.6 and abs(a.top - b.top) < 2
    below = min(abs(a.bottom - b.top), abs(b.bottom - a.top)) < 0.6 and abs(a.x0 - b.x0) < 2
    return beside or below


def _below_words(square: Box, index: WordIndex) -> bool:
    """A box may stand alone under its label, as in a narrow column."""
    return bool(index.inside(Box(square.x0 - 60, square.top - 1.8 * square.height, square.x1 + 60, square.top)))


def _has_ink(square: Box, raw: RawPage) -> bool:
    area = square.width * square.height
    reach = grown(square, 3.0)
    for slant in raw.slants:
        box = Box(*slant)
        if reach.holds(*box.center) and square.meets(box) and box.width >= 0.2 * square.width:
            return True
    for shade in raw.fills:
        box = shade.box
        if shade.lightness < 0.6 and reach.holds(*box.center) and _INK * area <= box.width * box.height <= 1.3 * area:
            return True
    for shape in raw.blots:
        box = shape.box
        if reach.holds(*box.center) and _DOT * area <= box.width * box.height <= 1.3 * area:
            return True
    return False


def _glyph_word(box: Box, state: BoxState, index: WordIndex) -> Word:
    """The glyph on the line of its label, which is right of it as a rule."""
    label = index.beside(grown(box, 1.0), reach=60.0, right_first=True)
    if label is None:
        return Word(_SIGN[state], box, box.height)
    place = Box(box.x0, label.box.top, box.x1, label.box.bottom)
    return Word(_SIGN[state], place, label.size, label.bold)


def _with(word: Word, text: str) -> Word:
    return Word(text, word.box, word.size, word.bold, word.source, word.confidence)
