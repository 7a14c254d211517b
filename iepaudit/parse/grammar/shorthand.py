"""Shorthand of hurried notes ("w/ 80% acc x3 sessions") read as the words it stands for, and the way back."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from iepaudit.model.goal import Element, GoalAnalysis, Span
from iepaudit.parse.grammar.lexicon import load_lexicon
from iepaudit.parse.grammar.text import plain, span_of

# "x3 sessions" is a count of sessions; "x5" and "5x" say how often. "3x/week" and "10x daily" are read as they stand.
_OVER = re.compile(
    r"(?<![\w.])x\s?(\d{1,2})(?=\s+(?:consecutive\s+|data\s+)?(?:sessions?|trials?|days|weeks|probes?|points|visits)\b)"
)
_TIMES = re.compile(
    r"(?<![\w.])(?:x(\d{1,3})|(?<![+=*<>(-]\s)(?<![+=*<>(-])(\d{1,3})\s?x)(?![\w')])(?!\s*(?:\d|[/+=*<>-]|daily|weekly))"
)
_BASELINE = re.compile(r"(?<![\w/-])bl(?=\s*=?\s*\d)")  # "BL 2/10"; "bl" alone may be two letters to be said
# "Pt" is the patient in a clinic's notes, "PT" the physical therapist.
_PATIENT = re.compile(r"(?<!\w)[Pp]t\.?(?=\s+(?:will|shall)\b)")
# "Mina will" is a child; "MinA" is minimal assistance.
_NAME = re.compile(r"[A-Z][a-z]+\Z")


@dataclass(frozen=True, slots=True)
class Expanded:
    """`text` with shorthand written out. `pieces` are (start here, length here, start there, length there) of every
    replacement, in order."""

    text: str
    original: str
    pieces: tuple[tuple[int, int, int, int], ...] = ()

    def back(self, span: Span) -> Span:
        """The same span in the text as it was written; a word that stands for shorthand maps to all of it."""
        start, end = self._at(span.start, end=False), self._at(span.end, end=True)
        return span_of(self.original, start, max(start, end))

    def _at(self, at: int, *, end: bool) -> int:
        index = bisect_right(self.pieces, at - end, key=lambda p: p[0]) - 1
        if index < 0:
            return at
        here, length, there, written = self.pieces[index]
        if at - end < here + length:
            return there + written if end else there
        return at - (here + length) + there + written


@cache
def _known() -> tuple[re.Pattern[str], dict[str, str]]:
    table = {form: entry.text for entry in load_lexicon("shorthand") for form in entry.forms if form != entry.text}
    forms = sorted(table, key=lambda f: (-len(f), f))
    return re.compile(r"(?<![\w/])(?:" + "|".join(map(_form, forms)) + ")"), table


def _form(form: str) -> str:
    """A form as a whole word; "w/" may stand right before its word, and a dot that ends the sentence is not its own."""
    pattern = re.escape(form).replace(r"\ ", r"\s+")
    if form.endswith("/"):
        return pattern + r"(?=[\s\w])(?!\w\b)"
    return pattern + (r"(?=\s+[a-z\d(])" if form.endswith(".") else r"(?![\w/'])")


def expand(text: str) -> Expanded:
    """The text with its shorthand written out; without any, the same text."""
    low = plain(text)
    pattern, table = _known()
    found: list[tuple[int, int, str]] = []
    for match in pattern.finditer(low):
        if not _NAME.match(text, match.start(), match.end()):
            found.append((match.start(), match.end(), table[" ".join(match[0].split())]))
    found += [(m.start(), m.end(), f"over {m[1]}") for m in _OVER.finditer(low)]
    found += [(m.start(), m.end(), "baseline") for m in _BASELINE.finditer(low)]
    found += [(m.start(), m.end(), "student") for m in _PATIENT.finditer(text)]
    taken = {start for start, _, _ in found}
    found += [(m.start(), m.end(), f"{m[1] or m[2]} times") for m in _TIMES.finditer(low) if m.start() not in taken]
    if not found:
        return Expanded(text, text)
    out: list[str] = []
    pieces: list[tuple[int, int, int, int]] = []
    at = here = 0
    for start, end, words in sorted(found):
        tight = " " if end < len(text) and text[end].isalnum() else ""
        shown = words + tight
        out += [text[at:start], shown]
        here += start - at
        pieces.append((here, len(shown), start, end - start))
        here += len(shown)
        at = end
    out.append(text[at:])
    return Expanded("".join(out), text, tuple(pieces))


def restore(found: GoalAnalysis, written: Expanded) -> GoalAnalysis:
    """The analysis with its spans in the text as it was written."""
    if not written.pieces:
        return found
    changed: dict[str, Any] = {}
    for name in GoalAnalysis.__dataclass_fields__:
        value = getattr(found, name)
        if isinstance(value, Element) and value.source == "text" and value.spans:
            changed[name] = replace(value, spans=tuple(map(written.back, value.spans)))
    own = found.baseline.source == "text"
    return replace(
        found,
        text=written.original,
        behavior_phrase=written.back(found.behavior_phrase) if found.behavior_phrase else None,
        criteria=tuple(replace(c, span=written.back(c.span)) if c.source == "text" else c for c in found.criteria),
        baselines=tuple(replace(q, span=written.back(q.span)) if own else q for q in found.baselines),
        vague=tuple(replace(v, span=written.back(v.span)) for v in found.vague),
        **changed,
    )
