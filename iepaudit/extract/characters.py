"""Characters as people read them: ligatures taken apart, invisible marks dropped, symbol fonts translated."""

from __future__ import annotations

import re
import unicodedata

from iepaudit.model.document import CHECKED, EMPTY

TICK = "✓"
BULLET = "•"

# Empty and marked boxes by code point. Filled squares and circles are decided later, since they also serve as bullets.
_EMPTY_GLYPHS = "\u2610\u25a1\u25a2\u25fb\u25fd\u2b1c\u274f\u2750\u2751\u2752\U0001f790\U0001f78e"
_CHECKED_GLYPHS = "\u2611\u2612\u22a0\u2327\U0001f5f9\U0001f5f7\U0001f5f5\u2705\u274e\u25a3\u25a9\u2bbd\U0001f5f8\u20de"
_TICK_GLYPHS = "\u2713\u2714\U0001f5f8\u2705"
CROSS_GLYPHS = "\u2715\u2716\u2717\u2718"

_DROPPED = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e\ufe0e\ufe0f"
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
_TABLE: dict[int, str | None] = {ord(c): None for c in _DROPPED}
_TABLE |= {ord(c): " " for c in _SPACES}
_TABLE |= dict.fromkeys((*range(9), *range(14, 32), *range(127, 160), 65534, 65535))
_TABLE |= {
    0x2010: "-",
    0x2011: "-",
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}
_TABLE |= {ord(c): EMPTY for c in _EMPTY_GLYPHS}
_TABLE |= {ord(c): CHECKED for c in _CHECKED_GLYPHS}
_TABLE |= {ord(c): TICK for c in _TICK_GLYPHS if c not in _CHECKED_GLYPHS}

# Codes of symbol fonts, which arrive as themselves or as private use U+F0xx. Only codes whose look matters here.
_WINGDINGS = {0x6F: EMPTY, 0x71: EMPTY, 0x72: EMPTY, 0xA8: EMPTY, 0x78: CHECKED, 0xFD: CHECKED, 0xFE: CHECKED}
_WINGDINGS |= {0xFC: TICK, 0xFB: "✗", 0x6E: "■", 0x6C: "●", 0xA1: "○"}
_WINGDINGS |= dict.fromkeys((159, 118, 167, 216, 164, 119, 115, 183), BULLET)
_WINGDINGS |= {0xE0: "→", 0xDF: "←", 0xE8: "→"}
_WINGDINGS2 = dict.fromkeys((42, 163, 164), EMPTY)
_WINGDINGS2 |= dict.fromkeys((81, 82, 83, 84, 85, 86), CHECKED) | {0x50: TICK, 0x4F: "✗", 0xA2: "■"}
_WEBDINGS = {0x63: EMPTY, 0x67: "■", 0x61: TICK, 0x72: "✗"}
_DINGBATS = {0x33: TICK, 0x34: TICK, 0x35: "✗", 0x36: "✗", 0x37: "✗", 0x38: "✗"}
_DINGBATS |= dict.fromkeys((111, 112, 113, 114), EMPTY) | {0x6E: "■", 0x6C: "●", 0x75: BULLET, 0x76: BULLET}
_SYMBOL = {0xB7: BULLET, 0xA8: BULLET, 0xD6: "√", 0xA3: "≤", 0xB3: "≥", 0xB0: "°", 0xB1: "±", 0xB4: "×", 0xAE: "→"}
_SYMBOL |= {0x2D: "-", 0xBE: "-", 0x61: "α", 0x62: "β"}

SYMBOL_FONTS = {
    "wingdings2": _WINGDINGS2,
    "wingdings": _WINGDINGS,
    "webdings": _WEBDINGS,
    "dingbats": _DINGBATS,
    "symbol": _SYMBOL,
}
_ODD = re.compile("[^\x20-\x7e]")
BOX_GLYPH = re.compile(f"[{EMPTY}{CHECKED}{TICK}■●○◉⦿◯✗]")


def symbol_font(name: str) -> dict[int, str] | None:
    """The code table of a symbol font, by its name with or without a subset prefix; None for ordinary fonts."""
    plain = name.lower().replace(" ", "").replace("-", "")
    for key, table in SYMBOL_FONTS.items():
        if key in plain and not (key == "symbol" and "segoeui" in plain):
            return table
    return None


def is_bad(char: str) -> bool:
    """Whether a character shows that the file does not say what its glyphs mean."""
    code = ord(char)
    return code == 0xFFFD or 0xE000 <= code <= 0xF8FF or code >= 0xF0000 or code < 9 or 14 <= code < 32


def clean(text: str) -> str:
    """`text` as a person would type it: no ligatures, soft hyphens or invisible marks; every box glyph is one of three.

    Looks never change: fractions, superscripts, dashes and curly quotes stay.
    """
    if not _ODD.search(text):
        return text
    text = text.translate(_TABLE)
    return unicodedata.normalize("NFC", text)


def translate(text: str, symbols: dict[int, str] | None) -> str:
    """`clean`, for text in a symbol font (`symbols` from `symbol_font`); private use codes of unknown fonts are
    read as Wingdings, which is what nearly all of them are."""
    if symbols is None and not any("\uf020" <= c <= "\uf0ff" for c in text):
        return clean(text)
    out = []
    for char in text:
        code = ord(char)
        if 0xF020 <= code <= 0xF0FF:
            table = symbols if symbols is not None else _WINGDINGS | {0xA3: EMPTY}
            out.append(table.get(code - 0xF000, char))
        elif symbols is not None and code < 0x100:
            out.append(symbols.get(code, char))
        else:
            out.append(char)
    return clean("".join(out))
