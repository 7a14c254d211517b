"""Boxes made with the keyboard: `[ ]`, `[X]`, `( )`, `(X)`, `_X_`, `___` beside an `_X_` or between Yes and No, an X
typed beside Yes or No, and Yes or No chosen by brackets around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from iepaudit.model.document import CHECKED, EMPTY, Word
from iepaudit.model.geometry import Box

_X = "[xX✓✔✗✘√]"
_WORD = r"[^\W\d_]"
_YN = r"(?:yes|no|n/?a|s[ií]|male|female|y|n|m|f)"
_SIGN = re.compile(
    rf"(?P<marked>_+{_X}_+|(?<!\w)_+{_X}(?!\w)|(?<!\w){_X}_+(?!\w)"
    rf"|\[[\s_]{{0,4}}{_X}[\s_]{{0,4}}\]|\([\s_]{{0,4}}{_X}[\s_]{{0,4}}\))"
    r"|(?P<square>\[[\s_]{0,4}\])|(?P<round>\([\s_]{1,6}\)|\(\))|(?P<blank>(?<!_)_{2,12}(?!_))"
)
_HINT = re.compile(rf"[\[(_]|\A{_X}\Z")
_BLANK = re.compile(r"_{2,12}")
_BARE = re.compile(rf"(?<!\S){_X}(?!\S)")
_YN_BEFORE = re.compile(rf"(?<!\w){_YN}[:.,;?)]?\s{{0,6}}\Z", re.IGNORECASE)
_YN_BEHIND = re.compile(rf"\s{{0,6}}{_YN}(?!\w)", re.IGNORECASE)
_TYPED_OVER = re.compile(r"(?<!\S)(_{2,12})(?P<said>[^_\s](?:(?! {3})[^_])*[^_\s])(_{2,12})(?!\S)")
_ANSWER = re.compile(_YN, re.IGNORECASE)
_BEFORE = re.compile(rf"(?<![\w#])(?:{_WORD}|/)+[:?]*\s{{0,3}}\Z")
_BEHIND = re.compile(rf"\s{{0,3}}{_WORD}")
_TITLE = re.compile(rf"{_WORD}[^:]*\Z")  # a label that asks for no words: "Date: ____" does
_CHOICES = (("yes", "no"), ("y", "n"))
_REACH = 14.0  # font heights from a mark to the blanks above and below it


def read_typed(words: list[Word], encodings: dict[Box, str]) -> list[Word]:
    """The words, in the same order, with typed boxes as glyphs; `encodings` gets the place of each."""
    if not any(_HINT.search(w.text) for w in words):
        return words
    words = _marks_on_blanks(words)
    rows = _rows(words)
    marks = [row.box(s) for row in rows for s in _SIGN.finditer(row.text) if s["marked"] and "_" in s[0]]
    made: dict[int, list[Word]] = {}  # by the place of the word that they stand for
    for row in rows:
        signs = [*_signs(row, marks), *_bare(row), *_chosen(row)]
        if signs:
            made |= row.rebuilt(sorted(signs, key=lambda s: s.start), encodings)
    return [part for n, word in enumerate(words) for part in made.get(n, (word,))]


def _marks_on_blanks(words: list[Word]) -> list[Word]:
    """A blank with an X set over it, as programs print that fill in a form, as one `_X_`."""
    blanks = [n for n, w in enumerate(words) if _BLANK.fullmatch(w.text)]
    marks = [n for n, w in enumerate(words) if _BARE.fullmatch(w.text)] if blanks else []
    over = {n: m for n in blanks for m in marks if words[n].box.meets(words[m].box)
            and words[n].box.x0 <= words[m].box.center[0] <= words[n].box.x1}  # fmt: skip
    if not over:
        return words
    used = set(over.values())
    return [replace(w, text="_X_") if n in over else w for n, w in enumerate(words) if n not in used]


@dataclass(frozen=True, slots=True)
class _Sign:
    """Characters of a row that are a box; "" as glyph for a bracket that only closes."""

    start: int
    end: int
    glyph: str


@dataclass(frozen=True, slots=True)
class _Row:
    """Words side by side as one text, in which spaces stand for gaps; `places` are theirs in the list of words."""

    text: str
    words: tuple[Word, ...]
    starts: tuple[int, ...]
    places: tuple[int, ...]

    def box(self, found: re.Match[str] | _Sign) -> Box:
        start, end = (found.start, found.end) if isinstance(found, _Sign) else found.span()
        inside = [n for n, (at, w) in enumerate(zip(self.starts, self.words, strict=True))
                  if at < end and start < at + len(w.text)]  # fmt: skip
        first, last = self.words[inside[0]], self.words[inside[-1]]
        x0, x1 = _x(first, start - self.starts[inside[0]]), _x(last, end - self.starts[inside[-1]])
        return Box(x0, first.box.top, x1, first.box.bottom)

    def rebuilt(self, signs: Sequence[_Sign], encodings: dict[Box, str]) -> dict[int, list[Word]]:
        """What each word that a box takes letters of becomes."""
        made: dict[int, list[Word]] = {}
        for place, at, word in zip(self.places, self.starts, self.words, strict=True):
            own = [s for s in signs if s.start < at + len(word.text) and at < s.end]
            if not own:
                continue
            parts: list[Word] = []
            done = 0
            for sign in own:
                begin, end = max(sign.start - at, 0), min(sign.end - at, len(word.text))
                if begin > done:
                    parts.append(_part(word, done, begin))
                if sign.glyph and sign.start >= at:  # else the word before it has it
                    glyph = replace(word, text=sign.glyph, box=self.box(sign))
                    encodings[glyph.box] = "typed"
                    parts.append(glyph)
                done = end
            if done < len(word.text):
                parts.append(_part(word, done, len(word.text)))
            made[place] = parts
        return made


def _x(word: Word, letters: int) -> float:
    share = min(max(letters, 0), len(word.text)) / len(word.text)
    return word.box.x0 + share * word.box.width


def _part(word: Word, start: int, end: int) -> Word:
    box = Box(_x(word, start), word.box.top, _x(word, end), word.box.bottom)
    return replace(word, text=word.text[start:end], box=box)


def _rows(words: Sequence[Word]) -> list[_Row]:
    found: list[list[int]] = []
    for place in sorted(range(len(words)), key=lambda n: words[n].box.center[1]):
        word = words[place]
        above = words[found[-1][0]] if found else word
        if found and word.box.center[1] - above.box.center[1] < 0.5 * min(word.size, above.size):
            found[-1].append(place)
        else:
            found.append([place])
    return [_row([(n, words[n]) for n in sorted(row, key=lambda n: words[n].box.x0)]) for row in found]


def _row(items: Sequence[tuple[int, Word]]) -> _Row:
    text, starts, before = "", [], None
    for _, word in items:
        if before is not None:
            gap = (word.box.x0 - before.box.x1) / max(word.size, before.size, 1.0)
            text += " " * min(max(round(2 * gap), 1), 200)
        starts.append(len(text))
        text += word.text
        before = word
    return _Row(text, tuple(w for _, w in items), tuple(starts), tuple(n for n, _ in items))


def _signs(row: _Row, marks: Sequence[Box]) -> Iterator[_Sign]:
    """Brackets and blanks. A blank is a box beside Yes or No, in a row or a column with a mark; else it is a line to
    write on, as a round bracket without a mark may be the area code of a telephone number."""
    text = row.text
    found = list(_SIGN.finditer(text))
    marked = any(s["marked"] for s in found)
    typed_over = [
        span for m in _TYPED_OVER.finditer(text) if not _ANSWER.fullmatch(m["said"]) for span in (m.span(1), m.span(3))
    ]
    for sign in found:
        if sign["blank"] and sign.span() in typed_over:
            continue  # the line on which a value was typed
        before, behind = text[: sign.start()], text[sign.end() :]
        answers = bool(_YN_BEFORE.search(before) or _YN_BEHIND.match(behind))
        if sign["marked"]:
            yield _Sign(*sign.span(), CHECKED)
        elif sign["square"]:
            yield _Sign(*sign.span(), EMPTY)
        elif sign["round"]:
            if answers or marked or _BEHIND.match(behind):
                yield _Sign(*sign.span(), EMPTY)
        elif answers or _in_line(row, sign, marks):
            yield _Sign(*sign.span(), EMPTY)


def _in_line(row: _Row, blank: re.Match[str], marks: Sequence[Box]) -> bool:
    """Whether a blank with words beside it stands in the row of a mark, or in its column at the side of labels."""
    before, behind = row.text[: blank.start()], row.text[blank.end() :]
    own = row.box(blank)
    size = own.height
    if any(abs(m.center[1] - own.center[1]) < 0.8 * size for m in marks):
        return bool(_BEFORE.search(before) or _BEHIND.match(behind))
    leads = _BEHIND.match(behind) is not None and (not before or before.endswith("   "))
    ends = not behind.strip() and _TITLE.search(before) is not None
    column = [m for m in marks if abs(m.x0 - own.x0) < 1.2 * size and abs(m.top - own.top) < _REACH * size]
    return bool(column) and (leads or ends)


def _bare(row: _Row) -> Iterator[_Sign]:
    """An X without brackets, between or beside the two words of a choice ("Yes X  No", "Yes:  No: X")."""
    found = list(_BARE.finditer(row.text))
    for mark in found:
        before, behind = row.text[: mark.start()], row.text[mark.end() :]
        if (_YN_BEFORE.search(before) or _YN_BEHIND.match(behind)) and _offers(row.text, mark):
            yield _Sign(*mark.span(), CHECKED)


def _offers(text: str, mark: re.Match[str]) -> bool:
    """Whether both words of a choice stand near a mark."""
    near = set(re.findall(r"\w+", text[max(0, mark.start() - 24) : mark.end() + 24].lower()))
    return any(a in near and b in near for a, b in _CHOICES)


_PAIRED = [
    re.compile(rf"(?<![\w(\[]){first}(?P<gap>\s{{0,6}}[/|]?\s{{0,6}}){second}(?![\w)\]])", re.IGNORECASE)
    for a, b in _CHOICES
    for first, second in (
        (rf"(?P<open>[\[(])\s?{a}\s?(?P<close>[\])])", b),
        (a, rf"(?P<open>[\[(])\s?{b}\s?(?P<close>[\])])"),
    )
]


def _chosen(row: _Row) -> Iterator[_Sign]:
    """ "Y [N]": the brackets around one of two words say which was chosen."""
    for form in _PAIRED:
        for found in form.finditer(row.text):
            if found["gap"]:
                yield _Sign(*found.span("open"), CHECKED)
                yield _Sign(*found.span("close"), "")
