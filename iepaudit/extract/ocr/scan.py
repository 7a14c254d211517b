"""A page picture -> words, ruling lines and check boxes in points, ready for the same layout as printed text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import TYPE_CHECKING

import numpy as np

from iepaudit.extract.characters import clean
from iepaudit.extract.ocr.denoise import smoothed
from iepaudit.extract.ocr.engine import DPI, Engine, Seen
from iepaudit.extract.ocr.ink import Bar, Square, erase, find_bands, find_bars, find_shades, find_squares
from iepaudit.extract.ocr.second_look import second_look, signs_among
from iepaudit.extract.ocr.signs import Sign
from iepaudit.extract.ocr.straighten import cleared, faint_ink, ink, skew, straightened, turned
from iepaudit.extract.raw import Fill, RawPage, Stroke
from iepaudit.model.document import UNCLEAR_BOX, Grade, PageQuality, Word, WordSource
from iepaudit.model.geometry import Box

if TYPE_CHECKING:
    from numpy.typing import NDArray

_FLOOR = 0.3  # below, a word is a guess
_DOUBTFUL = 0.6
_LINE_FLOOR = 0.5  # mean of a line, below which it is a signature, handwriting or a pattern
_TURN_BELOW = 0.7  # mean confidence, below which the page may lie on its side or on its head
_SURE = 0.93  # mean of a clean scan
_FAIR = 0.87
_OTHER_BLURS = (1.5,)  # tried on grainy pages
_MOST_DOUBTFUL, _MOST_UNREAD = 0.15, 0.25  # shares of the words of a page
_SOME_LETTERS = 3  # shorter bits of what could not be read are specks
_WELL_COVERED, _LEAST_COVERED = 0.85, 0.4  # shares of the ink of a page that belong to words
_BLANK = 0.0005  # share of the page that is dark on an empty sheet with a few specks
_DARK, _GRAY = 0.3, 0.85  # lightness of bands with light and with dark letters
_BOLD = 1.25  # stroke width against the page's own, for the same size of letters
_NOISE = re.compile(r"[|_~=«»‘’“”'\"`.,:;\-–—*^°\\/<>\[\](){}]+")
TICK = "✔"
_SIGNS = {"-", "–", "—", "/", "&", "•", "*"}


@dataclass(frozen=True, slots=True)
class Scan:
    """`raw` has no picture among its images, so that it is laid out like a page of text."""

    raw: RawPage
    quality: PageQuality
    quarters: int  # by which the page was turned to stand upright


@dataclass(frozen=True, slots=True)
class _Reading:
    words: list[Seen]
    across: list[Bar]
    down: list[Bar]
    bands: list[Bar]
    squares: list[Square]
    gray: NDArray[np.uint8]  # without lines and boxes
    dark: NDArray[np.bool_]
    grainy: bool
    quarters: int = 0

    @property
    def worth(self) -> float:
        return sum(w.confidence * len(w.text) for w in self.words if w.confidence > _DOUBTFUL)


def read_scan(engine: Engine, gray: NDArray[np.uint8], number: int, scale: float, source_dpi: float) -> Scan:
    """Reads one page; `scale` is pixels a point, about 300 / 72."""
    reading = _upright(engine, gray, source_dpi)
    if reading.grainy and _mean(reading.words) < _SURE:
        upright = turned(gray, reading.quarters)
        tries = [_read(engine, upright, source_dpi, reading.quarters, blur) for blur in _OTHER_BLURS]
        calm = smoothed(upright, DPI, source_dpi)
        tries.append(_read(engine, calm, source_dpi, reading.quarters))
        reading = max(reading, *tries, key=lambda r: r.worth)
    height, width = reading.dark.shape
    raw = RawPage(number, width / scale, height / scale)
    faint = faint_ink(reading.gray)
    signs, words = signs_among(reading.words, faint)
    kept = _believable(words)
    more_signs, more = second_look(engine, reading.gray, reading.dark, faint, [*kept, *(at for at, _ in signs)])
    signs += more_signs
    kept += more
    bold = _bold(kept, reading.dark)
    raw.words = [_word(w, scale, b) for w, b in zip(kept, bold, strict=True)]
    raw.characters = sum(len(w.text) for w in raw.words)
    raw.strokes = [_stroke(b, scale, flat=True) for b in reading.across]
    raw.strokes += [_stroke(b, scale, flat=False) for b in reading.down]
    raw.fills = [Fill(_box(b, scale), _DARK) for b in reading.bands]
    raw.fills += [Fill(_box(b, scale), _GRAY) for b in find_shades(reading.gray)]
    for square in reading.squares:
        box = _box(square, scale)
        if square.marked is None:
            raw.words.append(Word(UNCLEAR_BOX, box, box.height, False, WordSource.OCR, _DOUBTFUL))
        else:
            raw.pictured.append((box, square.marked))
    for at, sign in signs:
        box = _box(at, scale)
        if sign is Sign.TICK:
            raw.words.append(Word(TICK, box, box.height, False, WordSource.OCR, _DOUBTFUL))
        else:
            raw.pictured.append((box, sign is Sign.MARKED))
    return Scan(raw, _quality(reading, kept), reading.quarters)


def _upright(engine: Engine, gray: NDArray[np.uint8], source_dpi: float) -> _Reading:
    """The page as it is when it reads well; else turned as the recognizer advises, and only then in every way."""
    best = _read(engine, gray, source_dpi)
    if _reads_well(best) or float(best.dark.mean()) < _BLANK:
        return best
    advised = engine.turn(gray)
    others = [q for q in (2, 1, 3) if q != advised]
    for quarters in (advised, *others) if advised else others:
        tried = _read(engine, turned(gray, quarters), source_dpi, quarters)
        if _reads_well(tried):
            return tried
        best = max(best, tried, key=lambda r: r.worth)
    return best


def _reads_well(reading: _Reading) -> bool:
    """Sure of its words, which lie flat: the recognizer also reads words that stand on end, out of their order."""
    long = [w for w in reading.words if len(w.text) > _SOME_LETTERS]
    on_end = sum(w.bottom - w.top > w.x1 - w.x0 for w in long)
    return _mean(reading.words) >= _TURN_BELOW and 2 * on_end <= len(long)


def _read(engine: Engine, gray: NDArray[np.uint8], source_dpi: float, quarters: int = 0, blur: float = 2.0) -> _Reading:
    level, grainy = cleared(straightened(gray, skew(gray)), source_dpi, blur)
    dark = ink(level)
    bands = find_bands(dark)
    for band in bands:
        place = np.s_[band.top : band.bottom, band.x0 : band.x1]
        light = 255 - level[place].astype(np.float32)
        level[place] = np.clip(light * (255 / max(60.0, float(np.median(light)) * 0.97)), 0, 255)
        dark[place] = ~dark[place]
    across, down = find_bars(dark)
    across += [edge for band in bands for edge in _edges(band)]
    squares = find_squares(dark)
    erase(level, dark, across, down, squares)
    dark = ink(level)  # of letters alone
    return _Reading(engine.read(level), across, down, bands, squares, level, dark, grainy, quarters)


def _edges(band: Bar) -> tuple[Bar, Bar]:
    """A dark band hides the rules that it touches: its edges stand for the lower rule of what lies above it, and for
    the upper one of a table below."""
    return Bar(band.x0, band.top, band.x1, band.top + 2), Bar(band.x0, band.bottom - 2, band.x1, band.bottom)


def _mean(words: Sequence[Seen]) -> float:
    letters = sum(len(w.text) for w in words)
    return sum(w.confidence * len(w.text) for w in words) / letters if letters else 0.0


def _believable(words: Sequence[Seen]) -> list[Seen]:
    """Without guesses, specks, and lines that are no print."""
    by_line: dict[int, list[Seen]] = {}
    for word in words:
        by_line.setdefault(word.line, []).append(word)
    kept: list[Seen] = []
    for line in by_line.values():
        real = [w for w in _unquoted(line) if not _is_noise(w)]
        if _mean(real) >= _LINE_FLOOR:
            kept += [w for w in real if w.confidence >= _FLOOR]
    return kept


def _unquoted(line: Sequence[Seen]) -> list[Seen]:
    """Without opening quotes that nothing closes: bits of a ruling line close to the first letter are read as such."""
    closed = any(c in "’”'\"" for w in line for c in w.text[1:])
    return [w if closed or len(w.text) < 2 else replace(w, text=w.text.lstrip("‘“")) for w in line]


def _is_noise(word: Seen) -> bool:
    if not _NOISE.fullmatch(word.text):
        return False
    return word.text not in _SIGNS or word.confidence < 0.7


def _bold(words: Sequence[Seen], dark: NDArray[np.bool_]) -> list[bool]:
    """Which words have strokes that are clearly thicker than those of the page's other words of their size."""
    widths: list[float] = []
    for word in words:
        part = dark[max(0, int(word.top)) : int(word.bottom) + 1, max(0, int(word.x0)) : int(word.x1) + 1]
        starts = (part[:, 1:] & ~part[:, :-1]).sum() + part[:, 0].sum() if part.size else 0
        widths.append(float(part.sum()) / float(starts) / max(word.size, 1.0) if starts else 0.0)
    usual = [v for w, v in zip(words, widths, strict=True) if v for _ in w.text]
    limit = _BOLD * median(usual) if usual else 0.0
    found: list[bool] = []
    for n, word in enumerate(words):
        thick = widths[n] > limit > 0
        if n and word.line == words[n - 1].line and _says_little(word.text) and not words[n - 1].text.endswith(":"):
            thick = found[-1]
        found.append(thick)
    return found


def _says_little(text: str) -> bool:
    """Too few letters to measure: the 2 of "Goal 2"."""
    return len(text) <= 2 or not any(c.isalpha() for c in text)


def _word(seen: Seen, scale: float, bold: bool) -> Word:
    confidence = round(min(1.0, max(0.0, seen.confidence)), 3)
    return Word(clean(seen.text), _box(seen, scale), seen.size / scale, bold, WordSource.OCR, confidence)


def _box(at: Bar | Square | Seen, scale: float) -> Box:
    return Box(at.x0 / scale, at.top / scale, at.x1 / scale, at.bottom / scale)


def _stroke(bar: Bar, scale: float, flat: bool) -> Stroke:
    if flat:
        y = (bar.top + bar.bottom) / 2 / scale
        return Stroke(bar.x0 / scale, y, bar.x1 / scale, y)
    x = (bar.x0 + bar.x1) / 2 / scale
    return Stroke(x, bar.top / scale, x, bar.bottom / scale)


def _covered(kept: Sequence[Seen], dark: NDArray[np.bool_], *, inside: bool) -> float:
    """The share of the ink that belongs to words: the rest is drawings, handwriting, or print that was passed over.
    With `inside`, of what lies around all words nothing counts: it may be the table under a photographed sheet."""
    free = dark.copy()
    for w in kept:
        free[max(0, int(w.top) - 4) : int(w.bottom) + 5, max(0, int(w.x0) - 4) : int(w.x1) + 5] = False
    if not inside:
        return 1 - int(free.sum()) / max(1, int(dark.sum()))
    top, left = min(w.top for w in kept), min(w.x0 for w in kept)
    page = np.s_[max(0, int(top) - 4) : int(max(w.bottom for w in kept)) + 5,
                 max(0, int(left) - 4) : int(max(w.x1 for w in kept)) + 5]  # fmt: skip
    total = int(dark[page].sum())
    return 1 - int(free[page].sum()) / total if total else 1.0


def _quality(reading: _Reading, kept: Sequence[Seen]) -> PageQuality:
    if not kept:
        if float(reading.dark.mean()) < _BLANK:
            return PageQuality(Grade.FAIR, 0.9, "this page is an empty sheet", "ocr")
        return PageQuality(Grade.UNREADABLE, 0.0, "no printed words could be recognized in this picture", "ocr")
    mean = _mean(kept)
    doubtful = sum(w.confidence < _DOUBTFUL for w in kept) / len(kept)
    real = [w for w in reading.words if sum(map(str.isalnum, w.text)) >= _SOME_LETTERS]
    unread = max(0, len(real) - len(kept)) / max(1, len(real))
    score = round(mean * (1 - doubtful), 2)
    if mean < _FAIR or doubtful > _MOST_DOUBTFUL or unread > _MOST_UNREAD:
        return PageQuality(Grade.POOR, min(score, 0.6), "much of this picture could not be recognized surely", "ocr")
    seen = _covered(kept, reading.dark, inside=False)
    if seen < _LEAST_COVERED and _covered(kept, reading.dark, inside=True) < _LEAST_COVERED:
        return PageQuality(Grade.POOR, min(score, 0.6), "much of this picture is no printed text", "ocr")
    reason = "recognized from a picture (OCR); single letters may be wrong"
    if unread > 0 or seen < _WELL_COVERED:
        reason = "recognized from a picture (OCR); handwriting, stamps and signatures were left out"
    return PageQuality(Grade.FAIR, score, reason, "ocr")
