"""Words of a document made safe for a terminal and for other formats."""

from __future__ import annotations

import re

# C0 and C1 controls, the escape that starts terminal commands, direction overrides, zero-width marks, lone surrogates.
_CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff]"
)
_OBEYED = re.compile(rf"{_CONTROL.pattern}|[\u2028\u2029]")  # with what some readers take for the end of a line
_SPACE = re.compile(r"\s+")

_ASCII = {
    "✓": "+", "✗": "x", "–": "-", "—": "-", "‘": "'", "’": "'", "“": '"', "”": '"', "…": "...", "•": "*", "·": "-",
    "→": "->", "☒": "[x]", "☐": "[ ]", "⍰": "[?]", "≥": ">=", "≤": "<=", "×": "x", "§": "sec.", "½": "1/2", "─": "-",
    "■": "#", "│": "|", "\u00a0": " ", "−": "-", "°": " deg", "é": "e", "ñ": "n",
}  # fmt: skip


def one_line(text: str) -> str:
    """`text` on one line, without control characters."""
    return _SPACE.sub(" ", _CONTROL.sub("", text)).strip()


def without_controls(text: str) -> str:
    """`text` with its line ends, without anything else that a terminal or another reader would obey."""
    return _CONTROL.sub("", text)


def escaped_json(text: str) -> str:
    """JSON that shows what a terminal would obey as \\u escapes; its meaning stays the same."""
    return _OBEYED.sub(lambda m: f"\\u{ord(m.group()):04x}", text)


def printable(text: str) -> str:
    """`text` with its line and page breaks, without control characters that a terminal would obey."""
    return "\f".join("\n".join(_CONTROL.sub("", line) for line in page.split("\n")) for page in text.split("\f"))


def ascii_only(text: str) -> str:
    """`text` in ASCII: known signs by their nearest likeness, the rest without accents, else "?"."""
    import unicodedata

    out = []
    for char in text:
        if ord(char) < 128:
            out.append(char)
        elif char in _ASCII:
            out.append(_ASCII[char])
        else:
            plain = unicodedata.normalize("NFKD", char).encode("ascii", "ignore").decode()
            out.append(plain or "?")
    return "".join(out)


def shorten(text: str, limit: int) -> str:
    """At most `limit` characters, cut between words, with an ellipsis where something was left out."""
    line = one_line(text)
    if len(line) <= limit:
        return line
    cut = line[: limit - 1].rsplit(" ", 1)[0] if " " in line[: limit - 1] else line[: limit - 1]
    return cut.rstrip(" ,;:") + "…"
