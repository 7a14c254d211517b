# ruff: noqa: E501 - a pattern is read more easily whole than cut to the line length
"""Numbers as goals write them: digits, words, ranges, and the empty slots of goal banks. Patterns for lower-cased text."""

from __future__ import annotations

import re

_UNITS = {
    "zero": 0, "no": 0, "none": 0, "one": 1, "a": 1, "an": 1, "once": 1, "two": 2, "twice": 2, "both": 2, "three": 3,
    "thrice": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "dozen": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19,
    "cero": 0, "un": 1, "uno": 1, "una": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7,
    "ocho": 8, "nueve": 9, "diez": 10, "quince": 15, "veinte": 20,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip

_PLAIN_WORDS = [w for w in _UNITS if w not in ("no", "none", "a", "an", "once", "twice", "thrice", "both", "un", "una")]
WORD = (
    r"(?<!\w)(?:(?:(?:one|two|three|four|five|six|seven|eight|nine|a)\s+)?hundred"
    r"|(?:" + "|".join(_TENS) + r")(?:[- ](?:one|two|three|four|five|six|seven|eight|nine)(?!\w))?"
    r"|(?:" + "|".join(_PLAIN_WORDS) + r"))(?!\w)"
)
# An empty slot of goal-bank text: {accuracy}, {{n}}, [X], <number>, ___, XX, #. A person's name is no number.
_NAME = r"(?!\W{0,2}\s*(?:the\s)?(?:stud|name|child|client|learner|first|last|he|she|his|her|they|pronoun))"
SLOT = (
    r"(?:\{\{?" + _NAME + r"[^{}\n]{1,60}\}\}?|\[" + _NAME + r"[^\[\]\n]{0,60}\]|<" + _NAME + r"[^<>\n]{1,40}>"
    r"|_{2,}|(?<!\w)x{1,5}(?![\w/])|(?<!\w)#+(?!\w))"
)
DIGITS = r"(?<![\w.,/$])\d{1,4}(?:,\d{3})*(?:\.\d+)?(?![\d])"
NUM = rf"(?:{DIGITS}|{WORD}|{SLOT})"
RANGE = rf"(?:{NUM}(?:\s*(?:-|to|or|through|a)\s*{NUM})?\+?)"

AT_LEAST = (
    r"at\s+least|no\s+(?:less|fewer)\s+than|not\s+(?:less|fewer)\s+than|a\s+minimum\s+of|minimum(?:\s+of)?|min\.|more\s+than"
    r"|greater\s+than|or\s+more\s+than|above|over|exceeding|>=|>|≥|al\s+menos|por\s+lo\s+menos|como\s+m[ií]nimo"
)
AT_MOST = (
    r"no\s+(?:more|greater|longer|higher)\s+than|not\s+(?:more|greater)\s+than|at\s+most|a\s+maximum\s+of|maximum(?:\s+of)?|max\."
    r"|fewer\s+than|less\s+than|lower\s+than|under|below|not\s+to\s+exceed|not\s+exceeding|without\s+exceeding|<=|<|≤"
    r"|no\s+m[aá]s\s+de|menos\s+de|como\s+m[aá]ximo|only"
)
LIMIT = rf"(?:{AT_LEAST}|{AT_MOST}|exactly|a\s+total\s+of|(?:an\s+)?average\s+of|up\s+to|approximately|about|hasta)"

_VALUE = re.compile(r"\d{1,3}(?:,\d{3})+|\d+\.\d+|\d+")


def number(text: str) -> float | None:
    """The value of a number in digits or words; None for an empty slot."""
    text = text.strip().lower()
    found = _VALUE.search(text)
    if found:
        return float(found[0].replace(",", ""))
    total, seen = 0.0, False
    for word in re.findall(r"[a-z]+", text):
        if word in _TENS:
            total, seen = total + _TENS[word], True
        elif word == "hundred":
            total, seen = max(total, 1) * 100, True
        elif word in _UNITS and not (word in ("a", "an") and seen):
            total, seen = total + _UNITS[word], True
    return total if seen else None
