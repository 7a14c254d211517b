"""Takes what identifies a child out of text: names, birth date, numbers, telephone and e-mail.

Used by every output except an interactive terminal. Errs on the side of taking out too much: a plan's words are
quoted to show where something stands, and stay understandable with [student] in the place of a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from functools import cached_property

from iepaudit.model.iep import Iep
from iepaudit.model.outcome import FileReport

STUDENT = "[student]"
NAME = "[name]"
OTHER = "[another name]"
DATE = "[birth date]"
NUMBER = "[number]"
CONTACT = "[contact]"
WITHHELD = "[withheld]"


class Redact(StrEnum):
    OFF = "off"
    NAMES = "names"  # names, birth dates, numbers that identify, contacts
    ALL = "all"  # no quotes at all


_HONORIFIC = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.?\s+(?:[A-Z]\.\s*)?[A-Z][\w'’-]+(?:[ -][A-Z][\w'’-]+)?")
_EMAIL = re.compile(r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b")
_PHONE = re.compile(r"(?<![\d-])(?:\+?1[ .-]?)?(?:\(\d{3}\)\s?|\d{3}[ .-])\d{3}[ .-]\d{4}(?!\d)")
_SOCIAL = re.compile(r"(?<!\d)\d{3}-\d{2}-\d{4}(?!\d)")
_LONG_NUMBER = re.compile(r"(?<![\d.,])\d{6,}(?![\d.,]*\d)")
_STUDENTS = re.compile(r"\[student\](?:[ ,]+(?:[A-Z]\.?[ ,]+)?\[student\])+")
_MASKED = re.compile("\0+(?:[ ,]+(?:[A-Z][.]?[ ,]+)?\0+)+")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_PARTICLES = frozenset(
    ["de", "la", "le", "van", "von", "der", "del", "di", "da", "el", "al", "and", "the", "of", "student", "name"]
)
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


class Redactor:
    """`text()` gives a text without what identifies. With `Redact.OFF` everything stays as it is."""

    def __init__(
        self,
        names: Iterable[str] = (),
        birth_date: date | None = None,
        mode: Redact = Redact.NAMES,
        others: Iterable[str] = (),
        phrases: Iterable[str] = (),
    ) -> None:
        """`others`: names that stand in the plan and do not seem to be the child's. `phrases`: names of adults and
        places, taken out only as a whole."""
        self.mode = mode
        self._names = tuple(sorted({n.strip() for n in names if n.strip()}))
        self._others = tuple(sorted({n.strip() for n in others if n.strip()}))
        self._phrases = tuple(sorted({p.strip() for p in phrases if p.strip()}, key=lambda p: (-len(p), p)))
        self._birth_date = birth_date

    @property
    def on(self) -> bool:
        return self.mode is not Redact.OFF

    def text(self, text: str) -> str:
        """`text` with names and numbers replaced, at the same reading quality."""
        if not self.on or not text:
            return text
        for pattern, instead in self._passes:
            text = pattern.sub(instead, text)
        return text

    def spans(self, text: str) -> list[tuple[int, int]]:
        """The characters of `text` that `text()` takes out; none when nothing is to be taken out."""
        found: list[tuple[int, int]] = []
        for known, _ in self._passes if self.on else ():
            pattern = _MASKED if known is _STUDENTS else known  # an initial between two names
            found += (m.span() for m in pattern.finditer(text) if not m.group().startswith("["))
            text = pattern.sub(lambda m: "\0" * len(m.group()), text)
        return sorted(found)

    def quote(self, text: str) -> str:
        """The words of a plan, as evidence: withheld altogether in the strictest mode."""
        return WITHHELD if self.mode is Redact.ALL and text else self.text(text)

    @cached_property
    def _passes(self) -> tuple[tuple[re.Pattern[str], str], ...]:
        """What is looked for, in order, and what stands in its place."""
        phrases = "|".join(re.escape(p) for p in self._phrases)
        passes = (
            (re.compile(rf"(?<!\w)(?:{phrases})(?!\w)", re.IGNORECASE) if phrases else None, NAME),
            (self._names_pattern, STUDENT),
            (_STUDENTS, STUDENT),
            (self._others_pattern, OTHER),
            (self._birth_pattern, DATE),
            (_HONORIFIC, NAME),
            (_EMAIL, CONTACT),
            (_SOCIAL, NUMBER),
            (_PHONE, CONTACT),
            (_LONG_NUMBER, NUMBER),
        )
        return tuple((pattern, instead) for pattern, instead in passes if pattern is not None)

    @cached_property
    def _names_pattern(self) -> re.Pattern[str] | None:
        return _pattern(self._names)

    @cached_property
    def _others_pattern(self) -> re.Pattern[str] | None:
        return _pattern(self._others)

    @cached_property
    def _birth_pattern(self) -> re.Pattern[str] | None:
        d = self._birth_date
        if d is None:
            return None
        month = _MONTHS[d.month - 1]
        forms = (
            rf"0?{d.month}[/.-]0?{d.day}[/.-](?:{d.year}|{d.year % 100:02d})",
            rf"{d.year}[-/.]{d.month:02d}[-/.]{d.day:02d}",
            rf"(?:{month}|{month[:3]}\.?)\s+0?{d.day}(?:st|nd|rd|th)?,?\s+{d.year}",
            rf"0?{d.day}\s+(?:{month}|{month[:3]}\.?),?\s+{d.year}",
        )
        return re.compile(r"(?<!\d)(?:" + "|".join(forms) + r")(?!\d)", re.IGNORECASE)


_VALUE = (
    r"s?(?:\(s\))?(?:/guardians?)?(?: names?)?\s*:\s*([A-Z0-9][^\n:;|]{1,60}?)"
    r"(?=\s{2,}|[,;|]|\s+[A-Z][a-z]+(?: [a-z]+)*:|$)"
)
_PEOPLE = re.compile(r"\b(?i:parent|guardian|mother|father|student|child)" + _VALUE, re.MULTILINE)
_OTHERS = re.compile(
    r"\b(?i:case manager|teacher|provider|therapist|pathologist|psychologist|counselor|principal|administrator|nurse"
    r"|coordinator|representative|school|school of attendance|district|campus|address)" + _VALUE,
    re.MULTILINE,
)


def labelled(pages: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What stands after labels: names of the family ("Parents:"), and of staff, schools and places ("School:")."""
    texts = tuple(pages)
    return tuple(
        tuple(dict.fromkeys(m.group(1).strip() for text in texts for m in pattern.finditer(text)))
        for pattern in (_PEOPLE, _OTHERS)
    )  # type: ignore[return-value]


def _pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    """Finds the names, whole and word by word, as written and in capitals; longest first."""
    forms: set[str] = set()
    for name in names:
        words = _words(name)
        forms |= {name, *words}
        forms |= {w.upper() for w in (name, *words)}
    if not forms:
        return None
    ordered = sorted(forms, key=lambda f: (-len(f), f))
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(f) for f in ordered) + r")(?!\w)")


def _words(name: str) -> list[str]:
    return [w for w in _WORD.findall(name) if len(w) > 1 and w.lower() not in _PARTICLES]


def redactor_for(report: FileReport, mode: Redact) -> Redactor:
    """The redactor that knows the names which this file prints."""
    if mode is Redact.OFF or report.iep is None:
        return Redactor((), None, mode)
    own, others = names_in(report.iep)
    return Redactor(own, report.iep.student.birth_date.value, mode, others)


def names_in(iep: Iep) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names of children that were recognised: the child's own, and others that share no word with it. From the label,
    from running headers, and where a name is the subject of a sentence."""
    own: list[str] = [iep.student.name.value or ""]
    others: list[str] = []
    known = {w.casefold() for w in _words(own[0])}
    for found in (*iep.student.names_in_headers, *iep.first_names):
        words = {w.casefold() for w in _words(found.quote)}
        # Without a labelled name all are taken for the child's: that hides most.
        (own if not known or words & known else others).append(found.quote)
    return tuple(n for n in dict.fromkeys(own) if n), tuple(n for n in dict.fromkeys(others) if n)
