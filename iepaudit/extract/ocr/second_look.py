"""A second look at a page that was recognized: signs that were taken for letters, and ink that was passed over (single
marks in cells, headings on dark bands, words far from all others), which is cut out and read line by line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from iepaudit.extract.ocr.engine import Seen
from iepaudit.extract.ocr.signs import Sign, grown, sign_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from iepaudit.extract.ocr.engine import Engine

    Ink = NDArray[np.bool_]

# All in pixels at 300 dots per inch.
_TILE = 6  # ink is grouped in squares of this side
_TILE_INK = 3  # pixels that make a square count
_REACH = 4  # squares to the right: words of a line hang together
_LEAST_HIGH, _MOST_HIGH, _LEAST_WIDE = 15, 110, 15
_LEAST_INK = 40
_MARGIN = 12  # around what is cut out
_AROUND = 4  # around words that are known
_MOST = 150  # patches of a page: more are a picture or a pattern
_SIGN_LETTERS = 2  # a sign is taken for this many letters at most
_LETTERS, _LETTERS_SURE = 0.5, 0.88  # confidence from which a letter is no marked box, no other sign
_SURE, _SURE_LONG, _SURE_MARK = 0.75, 0.6, 0.5  # confidence of words, of longer ones, of a lone X: believed from there
_LONG = 4  # letters
_WORDS, _SURE_LINE = 3, 0.85  # so many words of that mean confidence are a line

Patch = tuple[int, int, int, int]  # left, top, right, bottom


def signs_among(words: Sequence[Seen], faint: Ink) -> tuple[list[tuple[Seen, Sign]], list[Seen]]:
    """Signs that were taken for a letter or two, at their places, and the words that are none."""
    signs: list[tuple[Seen, Sign]] = []
    others: list[Seen] = []
    for word in words:
        top, bottom = max(0, int(word.top) - _AROUND), int(word.bottom) + _AROUND + 1
        x0, x1 = grown(faint, int(word.x0), top, int(word.x1), bottom)
        sign = sign_of(faint[top:bottom, x0:x1]) if len(word.text) <= _SIGN_LETTERS else None
        if sign and _may_be(sign, word):
            signs.append((replace(word, x0=x0, x1=x1), sign))
        else:
            others.append(word)
    return signs, others


def _may_be(sign: Sign, word: Seen) -> bool:
    """Whether what was recognized as a word is unsure enough to be a sign."""
    if sign is Sign.BRACKETS:
        return not word.text.isalnum()
    return word.confidence < (_LETTERS if sign is Sign.MARKED else _LETTERS_SURE)


def second_look(
    engine: Engine, gray: NDArray[np.uint8], dark: Ink, faint: Ink, known: Sequence[Seen]
) -> tuple[list[tuple[Seen, Sign]], list[Seen]]:
    """Signs and words where there is ink that belongs to no known word, each place read as one line. None when there is
    too much of it to be words."""
    free, around, clear = dark.copy(), faint.copy(), gray.copy()
    for word in known:
        free[_rows(word), _columns(word)] = around[_rows(word), _columns(word)] = False
        clear[_rows(word), _columns(word)] = 255
    signs: list[tuple[Seen, Sign]] = []
    found: list[Seen] = []
    patches = [p for p in _groups(free) if _may_be_read(free, p)]
    for line, (x0, top, x1, bottom) in enumerate(patches if len(patches) <= _MOST else [], _last_line(known) + 1):
        sign, at = _sign_near(around, x0, top, x1, bottom)
        if sign in {Sign.EMPTY, Sign.TICK}:
            signs.append((at, sign))
            continue
        left, up = max(0, x0 - _MARGIN), max(0, top - _MARGIN)
        cut = np.pad(clear[up : bottom + _MARGIN, left : x1 + _MARGIN], _MARGIN, constant_values=255)
        read = [_as_mark(w) for w in engine.read_line(cut)]
        sure = [_moved(w, left - _MARGIN, up - _MARGIN, line) for w in read if _is_sure(w) or _is_line(read)]
        found += sure
        if sign and not sure and all(w.confidence < _LETTERS for w in read if w.text.isalnum()):
            signs.append((at, sign))
    return signs, found


def _sign_near(faint: Ink, x0: int, top: int, x1: int, bottom: int) -> tuple[Sign | None, Seen]:
    above, below = max(0, top - _AROUND), bottom + _AROUND
    left, right = grown(faint, x0, above, x1, below)
    return sign_of(faint[above:below, left:right]), Seen("", left, top, right, bottom, bottom - top, 0.0, -1)


def _last_line(known: Sequence[Seen]) -> int:
    return max((word.line for word in known), default=0)


def _rows(word: Seen) -> slice:
    return slice(max(0, int(word.top) - _AROUND), int(word.bottom) + _AROUND + 1)


def _columns(word: Seen) -> slice:
    return slice(max(0, int(word.x0) - _AROUND), int(word.x1) + _AROUND + 1)


def _as_mark(word: Seen) -> Seen:
    """A lone x of any size is a mark; the recognizer is unsure of its case."""
    return replace(word, text="X") if word.text in {"x", "xX", "Xx", "XX"} else word


def _is_sure(word: Seen) -> bool:
    if word.text == "X":
        return word.confidence >= _SURE_MARK
    letters = sum(map(str.isalpha, word.text))
    if letters == len(word.text) >= _LONG:
        return word.confidence >= _SURE_LONG
    return word.confidence >= _SURE and (letters > 1 or word.text.isdigit())


def _is_line(words: Sequence[Seen]) -> bool:
    """Whether a place reads well as a whole, so that its short words can be believed too."""
    return len(words) >= _WORDS and sum(w.confidence for w in words) / len(words) >= _SURE_LINE


def _moved(word: Seen, x: int, y: int, line: int) -> Seen:
    moved = replace(word, x0=word.x0 + x, x1=word.x1 + x, top=word.top + y, bottom=word.bottom + y)
    return replace(moved, line=line)


def _may_be_read(free: Ink, patch: Patch) -> bool:
    x0, top, x1, bottom = patch
    size = _LEAST_HIGH <= bottom - top <= _MOST_HIGH and x1 - x0 >= _LEAST_WIDE
    return size and int(free[top:bottom, x0:x1].sum()) >= _LEAST_INK


def _groups(free: Ink) -> Iterator[Patch]:
    """Ink that hangs together, with what stands close to its right."""
    height, width = free.shape[0] // _TILE, free.shape[1] // _TILE
    tiles = free[: height * _TILE, : width * _TILE].reshape(height, _TILE, width, _TILE).sum(axis=(1, 3)) >= _TILE_INK
    wide = tiles.copy()
    for step in range(1, _REACH + 1):
        wide[:, step:] |= tiles[:, :-step]
    open_: list[list[int]] = []  # left, top, right, bottom, and the row in which they were last met
    for y in range(height):
        edges = np.flatnonzero(np.diff(np.concatenate(([0], wide[y].astype(np.int8), [0]))))
        met: list[list[int]] = []
        for x0, x1 in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
            run = [x0, y, x1, y + 1]
            for group in [g for g in (*open_, *met) if g[0] < x1 and x0 < g[2]]:
                run = [min(run[0], group[0]), min(run[1], group[1]), max(run[2], group[2]), y + 1]
                (open_ if group in open_ else met).remove(group)
            met.append(run)
        yield from (_in_pixels(group) for group in open_)
        open_ = met
    yield from (_in_pixels(group) for group in open_)


def _in_pixels(group: Sequence[int]) -> Patch:
    return group[0] * _TILE, group[1] * _TILE, group[2] * _TILE, group[3] * _TILE
