"""Boxes made with the keyboard: `[ ]`, `[X]`, `( )`, `(X)`, `_X_`, and `___` beside an `_X_` or between Yes and No."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from iepaudit.model.document import CHECKED, EMPTY, Word
from iepaudit.model.geometry import Box

_X = "[xX✓✔✗✘√]"
_MARKED = re.compile(rf"_+{_X}_+|[\[(]_*{_X}_*[\])]")
_GLUED = re.compile(rf"(.*?)(_+{_X}_+|\[_*{_X}?_*\])(.*)", re.DOTALL)
_BLANK_TAIL = re.compile(r"([A-Za-z/]+:?)(_{2,8})")
_BLANK_HEAD = re.compile(r"(_{2,8})([A-Za-z/]+.*)")
_BLANK = re.compile(r"_{2,8}")
_YES_NO = re.compile(r"(?:yes|no|n/?a|male|female|m|f)[:.,;]?", re.IGNORECASE)
_OPEN, _CLOSE = {"[", "("}, {"]", ")"}


def read_typed(words: list[Word], encodings: dict[Box, str]) -> list[Word]:
    """The words, in the same order, with typed boxes as glyphs; `encodings` gets the place of each."""
    texts = " ".join(w.text for w in words)
    if not any(sign in texts for sign in ("[", "(", "_")):
        return words
    words = _joined(_opened(words))
    words = [part for word in words for part in _parts(word)]
    marked_rows = [w.box for w in words if _MARKED.fullmatch(w.text) and "_" in w.text]
    out: list[Word] = []
    for index, word in enumerate(words):
        before = words[index - 1] if index else None
        after = words[index + 1] if index + 1 < len(words) else None
        glyph = _glyph(word, before, after, marked_rows)
        if glyph is None:
            out.append(word)
            continue
        made = replace(word, text=glyph)
        encodings[made.box] = "typed"
        out.append(made)
    return out


def _joined(words: Sequence[Word]) -> list[Word]:
    """`[`, `]` and `(`, `X`, `)` that a reader took for separate words."""
    out: list[Word] = []
    index = 0
    while index < len(words):
        word = words[index]
        taken = 1
        if word.text in _OPEN:
            for length in (2, 3):
                run = words[index : index + length]
                inner = run[1].text if length == 3 and len(run) == 3 else ""
                closes = len(run) == length and run[-1].text in _CLOSE
                labelled = word.text == "[" or inner or _labelled(words, index + length)
                if closes and labelled and _same_row(run) and (not inner or re.fullmatch(_X, inner)):
                    box = Box(word.box.x0, word.box.top, run[-1].box.x1, word.box.bottom)
                    word = replace(word, text=f"[{inner}]" if word.text == "[" else f"({inner or '_'})", box=box)
                    taken = length
                    break
        out.append(word)
        index += taken
    return out


def _labelled(words: Sequence[Word], place: int) -> bool:
    return place < len(words) and words[place].text[:1].isalpha() and _beside(words[place - 1], words[place])


def _opened(words: Sequence[Word]) -> list[Word]:
    """`[` and `]Reading` as three words, so that the box can be joined."""
    out: list[Word] = []
    for word in words:
        if out and out[-1].text in _OPEN and word.text[0] in _CLOSE and len(word.text) > 1:
            out += _split(word, [word.text[0], word.text[1:]])
        else:
            out.append(word)
    return out


def _same_row(run: Sequence[Word]) -> bool:
    first, last = run[0], run[-1]
    return abs(first.box.top - last.box.top) < 0.5 * first.size and 0 <= last.box.x0 - first.box.x1 < 2.5 * first.size


def _parts(word: Word) -> list[Word]:
    """`_X_Yes`, `Female:___` and `[X]Reading` taken apart, places in proportion to the letters."""
    text = word.text
    if "_" not in text and "[" not in text:
        return [word]
    match = _GLUED.fullmatch(text) or _BLANK_TAIL.fullmatch(text) or _BLANK_HEAD.fullmatch(text)
    if match is None:
        return [word]
    pieces = [p for p in match.groups() if p]
    return _split(word, pieces) if len(pieces) > 1 else [word]


def _split(word: Word, pieces: Sequence[str]) -> list[Word]:
    """Parts of a word, with places in proportion to the letters."""
    parts: list[Word] = []
    width = word.box.width / len(word.text)
    x = word.box.x0
    for piece in pieces:
        end = x + width * len(piece)
        parts.append(replace(word, text=piece, box=Box(x, word.box.top, end, word.box.bottom)))
        x = end
    return parts


def _glyph(word: Word, before: Word | None, after: Word | None, marked_rows: Sequence[Box]) -> str | None:
    text = word.text
    if _MARKED.fullmatch(text):
        return CHECKED
    near_after = after is not None and _beside(word, after) and after.text[:1].isalpha()
    near_before = before is not None and _beside(before, word) and before.text.rstrip(":?").isalpha()
    if text in ("[]", "[_]", "[__]", "[___]"):
        return EMPTY
    if text in ("(_)", "(__)", "(___)"):
        return EMPTY if near_after else None  # else it is the area code of a telephone number
    if not _BLANK.fullmatch(text):
        return None
    beside_mark = any(abs(row.center[1] - word.box.center[1]) < word.size for row in marked_rows)
    if beside_mark and (near_after or near_before):
        return EMPTY
    left = before is not None and near_before and _YES_NO.fullmatch(before.text) is not None
    right = after is not None and near_after and _YES_NO.fullmatch(after.text) is not None
    return EMPTY if left or right else None


def _beside(left: Word, right: Word) -> bool:
    gap = right.box.x0 - left.box.x1
    return abs(left.box.center[1] - right.box.center[1]) < 0.6 * left.size and -1 <= gap < 2 * left.size
