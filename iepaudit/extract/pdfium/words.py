"""Words of a page from PDFium: one call for the text, boxes asked only where words begin and end."""

from __future__ import annotations

import ctypes
import re
from dataclasses import dataclass
from math import atan2, cos, degrees, hypot, radians, sin
from sys import intern
from typing import Any

import pypdfium2.raw as pdfium

from iepaudit.extract.characters import BOX_GLYPH, clean, is_bad, symbol_font, translate
from iepaudit.extract.pdfium.view import Matrix, View, inverse, multiply
from iepaudit.extract.raw import RawPage, Slanted
from iepaudit.model.document import Word
from iepaudit.model.geometry import Box, around

# PDFium marks what it believes to be a line-end hyphen as U+0002 (U+FFFE in a text run): a hyphen on paper still.
_HYPHENS = "\x02\ufffe"
_WORD = re.compile(f"[^\\s\x00\x01{_HYPHENS}]+[{_HYPHENS}]?|[{_HYPHENS}]")
_SPECIAL = re.compile("[\u20de\u2100-\u2bff\ue000-\uf8ff\ud800-\udfff]")
_BOLD_NAME = re.compile(r"bold|black|heavy|demi|[-,]bd|[-_]b(?![a-z])", re.IGNORECASE)
_BOLD_WEIGHT = 600
_FILL_AND_STROKE = 2
_INVISIBLE = 3
_SLANTED = 12  # degrees
_MAP_SAMPLES = 120
_RUNS_OVER = 0.35  # font heights: more than any pair of letters is set closer
_WORD_LETTERS = 3
_OFF_LINE = 0.6  # font heights: more than any raised letter


@dataclass(frozen=True, slots=True)
class _Inner:
    """For text inside of a form: how the form is set into the page, and the text into the page."""

    into_page: Matrix
    text: Matrix
    reach: float  # points: letters of the text stand nearer than that to its base line


@dataclass(frozen=True, slots=True)
class _Style:
    size: float
    bold: bool
    invisible: bool
    turned: int  # quarter turns of the writing direction, as seen
    slanted: bool  # runs across the page, as watermarks do
    angle: float  # degrees of the writing direction against the clock, as seen
    symbols: dict[int, str] | None
    inner: _Inner | None = None


class WordReader:
    """Reads the words of one page; `read` fills `raw`."""

    def __init__(self, page: Any, view: View, raw: RawPage, limit: int) -> None:
        self._page, self._view, self._raw, self._limit = page, view, raw, limit
        self._styles: dict[int, _Style] = {}
        self._fonts: dict[int, tuple[bool, dict[int, str] | None]] = {}
        self._rect = pdfium.FS_RECTF()
        self._rect_ref = ctypes.byref(self._rect)

    def read(self) -> None:
        self._text = pdfium.FPDFText_LoadPage(self._page)
        if not self._text:
            self._raw.problem = "the text of this page could not be loaded"
            return
        try:
            count = pdfium.FPDFText_CountChars(self._text)
            if count > self._limit:
                self._raw.problem = f"this page holds more than {self._limit:,} characters and was read only to there"
                count = self._limit
            if count > 0:
                self._read(count)
        finally:
            pdfium.FPDFText_ClosePage(self._text)

    def _read(self, count: int) -> None:
        text = self._characters(count)
        end = 0
        kept_before = False
        for match in _WORD.finditer(text):
            start = match.start()
            if "\n" in text[end:start]:
                kept_before = False
            end = match.end()
            kept_before = self._word(match.group(), start, end, kept_before)
        self._count_map_errors(count)

    def _characters(self, count: int) -> str:
        """One Python character per PDFium character, so that positions in the text are character indexes."""
        buffer = (ctypes.c_ushort * (count + 1))()
        written = pdfium.FPDFText_GetText(self._text, 0, count, buffer) - 1
        if written == count:
            return (
                bytes(buffer)[: 2 * count].decode("utf-16-le", "surrogatepass")
                if not _has_pairs(buffer)
                else "".join(map(chr, buffer[:count]))
            )
        get = pdfium.FPDFText_GetUnicode
        return "".join(chr(n) if 0 < n < 0x110000 else " " for n in (get(self._text, i) for i in range(count)))

    def _word(self, text: str, start: int, end: int, kept_before: bool) -> bool:
        style = self._style(start)
        if style.slanted:
            self._slanted_word(text, start, end, style)
            return False
        if style.turned:
            return self._turned_word(text, start, end, style)
        first = self._loose(start, style)
        last = self._loose(end - 1, style) if end - start > 1 else first
        height = first.bottom - first.top
        odd = (
            style.symbols is not None
            or abs(first.top - last.top) > 0.3 * height
            or last.x1 < first.x1
            or last.x1 - first.x0 > (end - start) * style.size * 0.95 + 2
            or _SPECIAL.search(text) is not None
            or (style.inner is not None and not _same_form(style, self._style(end - 1)))
        )
        several = self._style(end - 1) is not style  # texts that were set one by one
        if end - start > 1 and (odd or several):
            return self._by_characters(text, start, end, kept_before, odd)
        box = first.union(last)
        return self._keep(text, box, style, kept_before)

    def _keep(self, text: str, box: Box, style: _Style, kept_before: bool) -> bool:
        printed = text[:-1] + "-" if text[-1] in _HYPHENS else text
        if max(printed) >= "\ud800" and any("\ud800" <= c <= "\udfff" for c in printed):
            printed = printed.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        printed = translate(printed, style.symbols)
        if not printed.strip():
            return kept_before
        raw = self._raw
        raw.characters += len(printed)
        if not printed.isascii():
            raw.bad_characters += sum(map(is_bad, printed))
        if style.invisible:
            raw.invisible_characters += len(printed)
        x, y = box.center
        # Nobody sees what stands outside the page; the end of a line that runs over the edge is the plan's text still.
        if not (0 <= x <= raw.width and 0 <= y <= raw.height) and not (kept_before and 0 <= y <= raw.height):
            return False
        for part in printed.split():
            raw.words.append(Word(intern(part), box, style.size, style.bold))  # the same words come on every page
        return True

    def _by_characters(self, text: str, start: int, end: int, kept_before: bool, odd: bool) -> bool:
        """Splits a run where another text begins, and an odd one at box glyphs, at changes of symbol font and where its
        characters stand apart."""
        run, run_box, run_style = "", Box(0, 0, 0, 0), self._style(start)
        index, right, last_style = start, 0.0, run_style
        for char in text:
            style = self._style(index)
            box = self._loose(index, style)
            index += 1
            alone = odd and BOX_GLYPH.search(translate(char, style.symbols)) is not None
            apart = odd and (
                alone
                or BOX_GLYPH.search(translate(run, run_style.symbols)) is not None
                or (style.symbols is None) != (run_style.symbols is None)
                or not _same_form(style, run_style)
                or box.x0 - run_box.x1 > 0.35 * style.size
                or box.x1 < run_box.x0
                or abs(box.center[1] - run_box.center[1]) > 0.6 * max(box.height, run_box.height)
            )
            apart = apart or (style is not last_style and _begins_text(run, char, right - box.x0, style.size))
            if run and apart:
                kept_before = self._keep(run, run_box, run_style, kept_before)
                run = ""
            run, run_box = (run + char, run_box.union(box)) if run else (char, box)
            run_style = last_style = style
            right = box.x1
        return self._keep(run, run_box, run_style, kept_before) if run else kept_before

    def _turned_word(self, text: str, start: int, end: int, style: _Style) -> bool:
        box = around(self._loose(i, style) for i in range(start, end))
        printed = clean(text.rstrip(_HYPHENS) + ("-" if text[-1] in _HYPHENS else ""))
        x, y = box.center
        self._raw.characters += len(printed)
        if not printed.strip() or not (0 <= x <= self._raw.width and 0 <= y <= self._raw.height):
            return False
        self._raw.turned.append((style.turned, Word(printed.strip(), box, style.size, style.bold)))
        return True

    def _slanted_word(self, text: str, start: int, end: int, style: _Style) -> None:
        printed = clean(text.strip(_HYPHENS)).strip()
        box = around(self._loose(i, style) for i in range(start, end))
        if not printed:
            return
        angle = radians(style.angle)
        first, last = (self._origin(i) for i in (start, end - 1))
        along = [x * cos(angle) - y * sin(angle) for x, y in (first, last)]
        level = first[0] * sin(angle) + first[1] * cos(angle)
        end_of_last = max(along) + _width(text[-1]) * style.size
        upright = Box(along[0], level - style.size, end_of_last, level + 0.2 * style.size)
        self._raw.slanted.append(Slanted(style.angle, upright, Word(printed, box, style.size, style.bold)))

    def _origin(self, index: int) -> tuple[float, float]:
        """Where a character begins on its base line, on the page as seen."""
        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetCharOrigin(self._text, index, ctypes.byref(x), ctypes.byref(y))
        return self._view.point(x.value, y.value)

    def _loose(self, index: int, style: _Style) -> Box:
        """The line-height box of a character, so that words of one line share top and bottom."""
        rect = self._rect
        pdfium.FPDFText_GetLooseCharBox(self._text, index, self._rect_ref)
        if style.inner is not None and self._is_misplaced(index, style.inner):
            a, b, c, d, e, f = style.inner.into_page
            xs = [a * x + c * y + e for x in (rect.left, rect.right) for y in (rect.bottom, rect.top)]
            ys = [b * x + d * y + f for x in (rect.left, rect.right) for y in (rect.bottom, rect.top)]
            return self._view.box(min(xs), min(ys), max(xs), max(ys))
        return self._view.box(rect.left, rect.bottom, rect.right, rect.top)

    def _is_misplaced(self, index: int, inner: _Inner) -> bool:
        """Whether a letter stands off the base line of its text: PDFium gives letters of a ligature inside of a form
        their places in the space of the form."""
        x, y = ctypes.c_double(), ctypes.c_double()
        if not pdfium.FPDFText_GetCharOrigin(self._text, index, ctypes.byref(x), ctypes.byref(y)):
            return False
        a, b, _, _, e, f = inner.text
        return abs((x.value - e) * b - (y.value - f) * a) > inner.reach * hypot(a, b)

    def _style(self, index: int) -> _Style:
        item = pdfium.FPDFText_GetTextObject(self._text, index)
        address = ctypes.cast(item, ctypes.c_void_p).value or 0
        found = self._styles.get(address)
        if found is None:
            found = self._styles[address] = self._make_style(item, index)
        return found

    def _make_style(self, item: Any, index: int) -> _Style:
        matrix = pdfium.FS_MATRIX()
        size = float(pdfium.FPDFText_GetFontSize(self._text, index))
        turned, slanted, angle = 0, False, 0.0
        inner: _Inner | None = None
        # The font size alone is 1.0 in files that put the scale into the text matrix.
        if pdfium.FPDFText_GetMatrix(self._text, index, ctypes.byref(matrix)):
            size *= hypot(matrix.c, matrix.d) or 1.0
            angle = degrees(atan2(matrix.b, matrix.a)) - 90 * self._view.rotation
            turned = round(angle / 90) % 4
            slanted = abs(angle - 90 * round(angle / 90)) > _SLANTED
            placed = (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)
            inner = self._form_of(item, placed, size) if item else None
        bold, symbols, mode = False, None, 0
        if item:
            bold, symbols = self._font(item)
            mode = pdfium.FPDFTextObj_GetTextRenderMode(item)
        bold = bold or mode == _FILL_AND_STROKE
        return _Style(round(size, 2) or 1.0, bold, mode == _INVISIBLE, turned, slanted, angle, symbols, inner)

    def _form_of(self, item: Any, on_page: Matrix, size: float) -> _Inner | None:
        """How the form that a text stands in is set into the page; None for text of the page itself."""
        own = pdfium.FS_MATRIX()
        if not pdfium.FPDFPageObj_GetMatrix(item, ctypes.byref(own)):
            return None
        matrix = (own.a, own.b, own.c, own.d, own.e, own.f)
        if all(abs(x - y) < 0.01 for x, y in zip(matrix, on_page, strict=True)):
            return None
        back = inverse(matrix)
        return _Inner(multiply(back, on_page), on_page, _OFF_LINE * size) if back else None

    def _font(self, item: Any) -> tuple[bool, dict[int, str] | None]:
        font = pdfium.FPDFTextObj_GetFont(item)
        if not font:
            return False, None
        address = ctypes.cast(font, ctypes.c_void_p).value or 0
        found = self._fonts.get(address)
        if found is None:
            buffer = ctypes.create_string_buffer(256)
            pdfium.FPDFFont_GetBaseFontName(font, buffer, 256)
            name = buffer.value.decode("utf-8", "replace")
            bold = _BOLD_NAME.search(name) is not None or pdfium.FPDFFont_GetWeight(font) >= _BOLD_WEIGHT
            found = self._fonts[address] = (bold, symbol_font(name))
        return found

    def _count_map_errors(self, count: int) -> None:
        """Glyphs without a Unicode value count as bad: sampled, since a broken font is broken throughout."""
        step = max(1, count // _MAP_SAMPLES)
        sampled = range(0, count, step)
        failed = sum(pdfium.FPDFText_HasUnicodeMapError(self._text, i) == 1 for i in sampled)
        share = failed / max(1, len(sampled))
        self._raw.bad_characters = max(self._raw.bad_characters, round(share * self._raw.characters))


def _begins_text(run: str, char: str, over: float, size: float) -> bool:
    """Whether a letter of another text object begins a text of its own, as where a long value runs up to or over its
    neighbor: it stands `over` points before the end of the letter before, or is a figure behind a word. Less tells
    nothing: some files set each letter that is moved closer to the one before as a text of its own."""
    if over > _RUNS_OVER * size:
        return True
    return char.isdigit() and len(run) > _WORD_LETTERS and run.isalpha() and run[-1].islower()


def _width(char: str) -> float:
    """About how wide a letter is, in font heights: PDFium does not say it for text at a slant."""
    if char in "iljtfrI.,:;'!|()[]-":
        return 0.28
    return 0.68 if char.isupper() or char in "mw" else 0.53


def _same_form(one: _Style, other: _Style) -> bool:
    """Whether two letters stand in one form object, or both in none: flattened fields are a form object each."""
    if one.inner is None or other.inner is None:
        return one.inner is other.inner
    return all(abs(x - y) < 0.1 for x, y in zip(one.inner.into_page, other.inner.into_page, strict=True))


def _has_pairs(buffer: Any) -> bool:
    raw = bytes(buffer)
    return any(0xD8 <= b <= 0xDF for b in raw[1::2])
