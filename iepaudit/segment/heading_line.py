"""A line that stands as a heading, and what any such line looks like."""

from __future__ import annotations

import re
from dataclasses import dataclass

from iepaudit.segment.known_headings import HeadingMatch
from iepaudit.segment.words import strip_numbering

ASKING_WORDS = 32  # of a heading that stands beside its text, and may ask at length


@dataclass(frozen=True, slots=True)
class HeadingLine:
    """A line (or two) of a document that stands as a heading. `strength` is its layout evidence, in points of which
    a lone short line has one, bold, larger, shaded type two each."""

    position: int  # index into Document.lines
    count: int  # lines it takes
    text: str
    match: HeadingMatch | None  # None: looks like a heading, but is none that we know
    strength: float
    cut: int = 0  # characters of the line that are the heading, when more stands behind it; 0: all of it


# The first line of a sentence about what somebody will do.
_GOAL_LINE = re.compile(
    r"[A-Z][a-z]+ will\b|"
    r"(?:After|Upon|Following|By|Within|Given|When|During|In|Once)\b[^?:]*\b(?:[A-Z][\w'’-]+|he|she|they|I) will\b"
)


def plain_heading(text: str, longest: int = 14) -> bool:
    """Whether a text is short enough, and no sentence, slot or box."""
    text = strip_numbering(text)
    words = text.split()
    if not 1 <= len(words) <= longest or text.rstrip().endswith((".", ",", ";")):
        return False
    if re.search(r"\d{3,}|_{2,}|[☐☒⍰]", text) or _GOAL_LINE.match(text):
        return False
    return text[0].isupper() or text[0].isdigit()
