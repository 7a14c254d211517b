"""What the second reader is asked, and the form in which it sees a goal."""

from __future__ import annotations

import re

ELEMENTS = ("timeframe", "condition", "behavior", "criterion", "method", "baseline")
LABELS = (*ELEMENTS, "measurable")

_WORDS = re.compile(
    r"(?<!\w)(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty"
    r"|sixty|seventy|eighty|ninety|hundred|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez)(?!\w)"
)
_SLOT = re.compile(r"[\[{<(]*_{2,}|[\[{<][^\]}>\n]{0,40}[\]}>]+")
_DIGITS = re.compile(r"\d+")


def normal(text: str) -> str:
    """The goal in lower case with every number and empty slot as 0: which number it is tells nothing."""
    low = text.lower().replace("’", "'")
    low = _SLOT.sub(" 0 ", _WORDS.sub(" 0 ", _DIGITS.sub(" 0 ", low)))
    return " ".join(low.split())
