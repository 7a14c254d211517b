"""Whether a line that names a part of a plan is its heading, and not a sentence that speaks of it."""

from __future__ import annotations

import re
from itertools import pairwise

from iepaudit.model.document import Line
from iepaudit.segment.grid_rows import in_column_heads, in_grid_row, is_row_label
from iepaudit.segment.known_headings import HeadingMatch
from iepaudit.segment.known_labels import labels
from iepaudit.segment.typography import same_style
from iepaudit.segment.words import has_numbering, strip_numbering

PROSE = re.compile(
    r"\b(?:will|has|reads|writes|shows|receives|received|needs|participates|continues|struggles|demonstrates)\b"
)
_GENERAL_SUBJECTS = frozenset(
    ["Student", "Child", "Team", "The", "Parent", "Parents", "You", "Progress", "They", "Services", "Report", "Reports",
     "How", "What", "When", "Where", "Which", "Who", "Why"]
)  # fmt: skip
_ASKS = re.compile(r"(?:How|What|Why|In what way)\b[^.]*$")
_QUESTION = re.compile(r"(?:How|What|When|Where|Which|Who|Why|(?:In|At|By) (?:what|which))\b[^.?]*\?\W*$")
_CITES = re.compile(r"\bCFR\b|\bU\.?S\.?C\b|§|\b\d{3}\.\d{3}\b")  # a law, as no heading in a whole sentence does


def is_heading(
    match: HeadingMatch, line: Line, text: str, strength: float, lines: tuple[Line, ...], position: int
) -> bool:
    """Whether the line at `position`, or its beginning, is the heading that `match` knows; `strength` counts the points
    of layout evidence for it."""
    first = next((c for c in strip_numbering(text) if c.isalnum()), "")
    if first.islower():
        return False
    if line.column is not None and line.column > 0 and not match.inside and (strength < 3 or match.key == "notes"):
        return False  # a column head ("Comments") or a cell's value
    if line.column is not None and (in_column_heads(line, lines, position) or in_grid_row(line, lines, position)):
        return False
    if (
        _continues(line, lines, position)
        and lines[position - 1].text.rstrip().endswith(",")
        and not has_numbering(text)
    ):
        return False  # the second line of a title or a list
    if match.weak and labels().name_of(text) and is_row_label(line, lines, position):
        return False  # "Date of meeting" beside its value
    if match.whole:
        if ":" in text.rstrip(" :") and labels().name_of(text.split(":")[0]) and not match.weak:
            return False
        if _continues(line, lines, position) and strength < 2.5:
            return False
        asks = text.rstrip().endswith(("?", ":")) and ":" not in text.rstrip()[:-1]  # a request in plain type
        return strength >= (3 if match.weak else 0 if asks else 1)
    # A phrase inside a longer line: a printed prompt, not prose about the child.
    if (
        strength < 3
        and PROSE.search(text.lower())
        and not _QUESTION.match(strip_numbering(text))
        and not re.search(r"\b(?:student|child|learner|estudiante)\b|\b(?:the|this|each) individual\b", text.lower())
    ):
        return False
    subject = re.search(r"\b([A-Z][a-z]+)(?:'s|’s)?\s+(?:will|disability)\b", text)
    if subject and subject[1] not in _GENERAL_SUBJECTS and not _ASKS.match(strip_numbering(text)):
        return False  # a sentence about somebody by name
    if re.search(r"[.;]\s+[A-Z(]" if strength < 3 else r"\.\s+[A-Z(]", strip_numbering(text)):  # several sentences
        return False
    if text.rstrip().endswith(".") and _CITES.search(text):
        return False
    if match.key == "progress-schedule" and _says_when(lines, position):
        return False  # "Parents will be informed of progress with each report card." answers
    if strength >= 2:
        return True
    if re.search(r":\s+\S", text):  # a label with its value
        return False
    if (is_prompt_like(text) or _asks_below(line, lines, position)) and not _continues(line, lines, position):
        return True
    item = has_numbering(text) or text[:1] in "-–—•*▪●◦■►»>"
    return item and not PROSE.search(text.lower()) and not text.rstrip().endswith((".", ";"))


def _says_when(lines: tuple[Line, ...], position: int) -> bool:
    """Whether a sentence that begins on this line ends with a period and says at which times something is done."""
    text = lines[position].text.strip()
    for above, line in pairwise(lines[position : position + 4]):
        if text.endswith((".", ":", "?")) or not line.text.strip()[:1].islower() or not same_style(above, line):
            break
        text = f"{text} {line.text.strip()}"
    return text.endswith(".") and bool(_TIMES.search(text))


_TIMES = re.compile(
    r"\b(?:each|every|per|with|after|end of)\s+(?:\w+\s+){0,3}(?:report cards?|quarters?|trimesters?|semesters?|terms?|"
    r"months?|weeks?|(?:marking|grading|reporting) periods?)\b|\b(?:quarterly|monthly|every \d+)\b|"
    r"\b(?:\d|two|three|four|five|six)\s*(?:times|x)\b",
    re.IGNORECASE,
)


def _asks_below(line: Line, lines: tuple[Line, ...], position: int) -> bool:
    """Whether a printed request goes on over one or two more lines and ends there as questions and labels do."""
    last = line
    for other in lines[position + 1 : position + 3]:
        text = other.text.strip()
        if not text[:1].islower() or not same_style(last, other):
            return False
        if text.endswith((":", "?")):
            return True
        last = other
    return False


def is_prompt_like(text: str) -> bool:
    """Ends as a question or label does, or speaks of "the student" in general."""
    lowered = text.lower()
    return text.rstrip().endswith((":", "?", "...", "…", ")")) or bool(
        re.search(
            r"\b(?:the|this) (?:student|child|individual|learner)(?:'s|’s)?\b|\bstudent(?:'s|’s)\b"
            r"|\bdescribe\b|\bif any\b",
            lowered,
        )
    )


def _continues(line: Line, lines: tuple[Line, ...], position: int) -> bool:
    """Whether a line is the rest of the sentence on the line before it."""
    if position == 0:
        return False
    before = lines[position - 1]
    if not same_style(before, line) or before.shaded != line.shaded:
        return False
    text = before.text.rstrip()
    return bool(text) and (
        text.endswith((",", "-", "/", "("))
        or bool(re.search(r"\s(?:and|or|the|of|to|in|for|with|a|his|her|by)$", text))
    )
