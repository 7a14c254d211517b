"""One spelling for headings and labels, so that case, plurals, numbering and punctuation do not matter."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_NUMBERING = re.compile(
    r"""^\W*(?:
        (?:section|part|form|page|secci[oó]n|parte)\s+(?:[0-9]{1,2}[a-z]?|[ivx]{1,5}|[a-z])\b\s*[-–—:.)]*
      | (?:[0-9]{1,2}[a-z]?(?:\.[0-9]{1,2})?|[ivx]{1,5}|[a-z])\s*[.):]+(?!\w)\s*[-–—]?
      | [0-9]{1,2}[a-z]?\s+[-–—]
      | (?:[#]\s?)?[0-9]{1,2}\s+(?=(?-i:[A-Z]))
      | [-–—•*▪●◦■►»>]+
    )\s*""",
    re.IGNORECASE | re.VERBOSE,
)
_TAIL = re.compile(r"\s*\((?:[^()]|\([^()]*\))*\)\s*[:.]?\s*$")
_SAME = {
    "child": "student",
    "individual": "student",
    "pupil": "student",
    "learner": "student",
    "children": "student",
    "learners": "student",
}
# Words that are written together, with a hyphen or apart: "post-secondary", "non participation", "state-wide".
_TOGETHER = re.compile(r"\b(post|non|re)[- ](?=[a-z]{4})|(?<=state|chool|trict|ision)[- ](?=wide\b)")
# "class" and the like keep their s; "ies" becomes "y" so that "disability" and "disabilities" agree.
_KEEP_S = frozenset(
    ("progress", "class", "esy", "is", "this", "was", "has", "as", "us", "its", "dress", "address", "plus")
)


def strip_numbering(text: str) -> str:
    """`text` without "IV.", "3)", "Section 4 -" or a bullet in front; the text itself when nothing else is left."""
    rest = _NUMBERING.sub("", text, count=1)
    return rest if rest.strip() else text


def has_numbering(text: str) -> bool:
    match = _NUMBERING.match(text)
    return bool(match and match.end() < len(text) and match.group().strip(" -–—•*▪●◦■►»>"))


def numbering_of(text: str) -> str | None:
    """Which kind of numbering a heading begins with ("12." and "3)" are of one kind, "IV." is of another)."""
    match = _NUMBERING.match(text)
    number = re.search(r"\d+|[^\W\d_]+", match.group()) if match and has_numbering(text) else None
    if number is None:
        return None
    mark = number.group()
    if len(mark) > 5:
        return mark.lower()  # "Section 4"
    return "number" if mark.isdigit() else "roman" if re.fullmatch(r"[IVX]+", mark) else "letter"


def number_of(text: str) -> str:
    """The number, letter or Roman number that a heading begins with ("14", "K", "IX"), "" where it has none."""
    match = _NUMBERING.match(text)
    found = re.findall(r"\d+|[^\W\d_]+", match.group()) if match and has_numbering(text) else []
    return next((mark.upper() for mark in reversed(found) if mark.isdigit() or len(mark) <= 5), "")


_ROMAN = (
    *("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"),
    *("XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX"),
)


def follows(number: str, before: str) -> bool:
    """Whether a heading with `number` is the next one behind that with `before`: "14" behind "13", "I" behind "H" or,
    in Roman numbers, "IX" behind "VIII"."""
    if before.isdigit() or number.isdigit():
        return before.isdigit() and number.isdigit() and int(number) == int(before) + 1
    letters = len(number) == len(before) == 1 and ord(number) == ord(before) + 1
    return letters or (number, before) in zip(_ROMAN[1:], _ROMAN, strict=False)


@lru_cache(maxsize=20_000)
def key_of(text: str) -> str:
    """The comparable form of a heading or label: lower-case words in the singular, joined by single spaces."""
    text = unicodedata.normalize("NFKC", text).replace("’", "'").replace("‘", "'").replace("&", " and ")
    text = strip_numbering(text.strip())
    text = text.replace("(s)", "s").replace("(S)", "s")
    shorter = _TAIL.sub("", text)
    if shorter.strip():
        text = shorter
    text = _TOGETHER.sub(r"\1", re.sub(r"'s\b|s'(?=\s)", "", text.lower()))
    words = re.findall(r"[^\W_]+", text)
    return " ".join(_singular(_SAME.get(w, w)) for w in words)


def _singular(word: str) -> str:
    if len(word) < 4 or word in _KEEP_S or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") else word
