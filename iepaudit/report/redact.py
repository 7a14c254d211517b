"""Takes what identifies a child and the people around it out of text: names, birth date, numbers, schools, addresses,
telephone and e-mail.

Used by every output except an interactive terminal. Errs on the side of taking out too much: a plan's words are
quoted to show where something stands, and stay understandable with [student] or [teacher] in the place of a name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from enum import StrEnum
from functools import cached_property, lru_cache

from iepaudit.model.identity import Identity, Role
from iepaudit.model.iep import Iep
from iepaudit.model.outcome import FileReport
from iepaudit.report.identity_forms import WORD, Phrases, Span, Words, birth_pattern

STUDENT = Role.STUDENT.mask
NAME = Role.PERSON.mask
OTHER = Role.OTHER_CHILD.mask
DATE = Role.BIRTH_DATE.mask
NUMBER = Role.NUMBER.mask
CONTACT = Role.CONTACT.mask
ADDRESS = Role.ADDRESS.mask
WITHHELD = Role.WORDS.mask


class Redact(StrEnum):
    OFF = "off"
    NAMES = "names"  # names, birth dates, numbers that identify, contacts, places
    ALL = "all"  # no quotes at all


_TITLES = ("Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Prof", "Sr", "Sra", "Srta", "Dra")
_TITLE = rf"(?:{'|'.join(_TITLES)}|[Ss]eñora?)\b\.?"
_HONORIFIC = re.compile(rf"\b{_TITLE}\s+(?:[A-Z]\.\s*)?[A-ZÀ-Þ][\w'’-]+(?:[ -][A-ZÀ-Þ][\w'’-]+)?")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_WEB = re.compile(r"\b(?:https?://)?(?:www\.)?[\w-]+(?:\.[\w-]+)*\.k12\.[\w./-]+", re.IGNORECASE)
_PHONE = re.compile(r"(?<![\d-])(?:\+?1[ .-]?)?(?:\(\d{3}\)\s?|\d{3}[ .-])\d{3}[ .-]\d{4}(?!\d)")
# "850-1010" is a range of scores as well, so seven digits need a word before them or an end that no range has.
_SHORT_PHONE = re.compile(
    r"(?i:phone|tel[.:é]\w*|cell|fax|call|mobile)\W{0,6}(?P<it>\d{3}[-.]\d{4})(?!\d)|(?<![\d-])[2-9]\d\d-(?:0\d{3}|[3-9]\d{3})(?![\d-])"
)
_SOCIAL = re.compile(r"(?<!\d)\d{3}-\d{2}-\d{4}(?!\d)")
_LONG_NUMBER = re.compile(r"(?<![\d.,])\d{6,}(?![\d.,]*\d)")
_LABELLED_NUMBER = re.compile(
    r"\b(?i:(?:student|state|local|pupil|district|medicaid|case|file)\s*(?:id|number|no\.|#)|id\s*(?:number|no\.|#)?|SSID|SASID|MARSS"
    r"(?:\s*(?:no\.|number))?|lasid|uic)\b\s*[:#]{1,2}\s*(?P<it>[A-Z]{0,4}[-#]?\d[\w-]*)"
)
_STREET = (
    r"Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Court|Ct|Circle|Cir|Boulevard|Blvd|Way|Place|Pl|Terrace|Ter|Trail|Trl"
    r"|Parkway|Pkwy|Highway|Hwy|Route|Rte|Loop|Square|Sq|Alley|Run|Crossing|Pike"
)
_ADDRESS = re.compile(
    rf"(?<![\w/])\d{{1,6}}[A-Z]?\s+(?:[NSEW]{{1,2}}\.?\s+)?(?:(?:[A-Z][\w'’-]+|\d+(?:st|nd|rd|th))\s+){{1,4}}(?:{_STREET})\b\.?"
    r"(?:,?\s+(?:Apt|Apartment|Unit|Suite|Ste|#)\.?\s*#?\w+)?"
    r"(?:,\s+[A-Z][a-z]+(?:\s[A-Z][a-z]+){0,2})?(?:,\s+[A-Z]{2}(?:\s+\d{5}(?:-\d{4})?)?)?"
)
_BOX = re.compile(r"\bP\.?\s?O\.?\s+Box\s+\d+")
_TOWN = re.compile(r"\b[A-Z][a-z]+(?:\s[A-Z][a-z]+){0,2},\s+[A-Z]{2}\s+\d{5}(?:-\d{4})?\b")
_BORN = re.compile(
    r"\b(?i:DOB|D\.O\.B\.?|date\s+of\s+birth|birth\s?date|birthday|born(?:\s+on)?|fecha\s+de\s+nac(?:imiento|\.)?)\W{0,8}"
    r"(?P<it>\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}|[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{1,2}\s+[A-Za-z]{3,9}\.?,?\s+\d{4})"
)
_FIXED = (
    (_EMAIL, CONTACT), (_WEB, CONTACT), (_ADDRESS, ADDRESS), (_BOX, ADDRESS), (_TOWN, ADDRESS), (_BORN, DATE),
    (_LABELLED_NUMBER, NUMBER), (_SOCIAL, NUMBER), (_PHONE, CONTACT), (_SHORT_PHONE, CONTACT), (_LONG_NUMBER, NUMBER),
)  # fmt: skip


class Redactor:
    """`text()` gives a text without what identifies. With `Redact.OFF` everything stays as it is."""

    def __init__(self, identities: Iterable[Identity] = (), mode: Redact = Redact.NAMES) -> None:
        """`identities`: what the document names, the surest first."""
        self.mode = mode
        self._identities = tuple(dict.fromkeys(identities))

    @property
    def on(self) -> bool:
        return self.mode is not Redact.OFF

    def text(self, text: str) -> str:
        """`text` with names and numbers replaced, at the same reading quality."""
        if not self.on or not text:
            return text
        out: list[str] = []
        done = 0
        for span in self.masked(text):
            out += [text[done : span.start], span.mask]
            done = span.end
        return "".join([*out, text[done:]])

    def quote(self, text: str) -> str:
        """The words of a plan, as evidence: withheld altogether in the strictest mode."""
        return WITHHELD if self.mode is Redact.ALL and text else self.text(text)

    def masked(self, text: str) -> tuple[Span, ...]:
        """What identifies in `text`, in order and without overlaps, with what stands in its place."""
        fixed, words = _fixed(text)
        found = list(fixed)
        if self._may_be_named(text, words):
            found += (span for finder in self._finders for span in finder(text) if span.start < span.end)
        return tuple(_joined(_merged(found), text)) if found else ()

    def spans(self, text: str) -> list[tuple[int, int]]:
        """The characters of `text` that `text()` takes out; none when nothing is to be taken out."""
        return [(span.start, span.end) for span in self.masked(text)] if self.on else []

    def moved(self, text: str, start: int, end: int) -> tuple[int, int]:
        """Where the characters from `start` to `end` stand in `self.text(text)`."""
        if not self.on:
            return start, end
        begin, finish = start, end
        for span in self.masked(text):
            longer = len(span.mask) - (span.end - span.start)
            if span.end <= start:
                begin, finish = begin + longer, finish + longer
            elif span.start < end:  # they overlap: the whole mask stands for both
                begin -= max(0, start - span.start)
                finish += longer + max(0, span.end - end)
        return begin, finish

    def __reduce__(self) -> tuple[type[Redactor], tuple[tuple[Identity, ...], Redact]]:
        """Passes to a worker what it knows; patterns are made anew there."""
        return Redactor, (self._identities, self.mode)

    @cached_property
    def _finders(self) -> tuple[Callable[[str], Iterator[Span]], ...]:
        words = self._words
        return (
            *(_born_finder(born) for born in self._births),
            self._phrases.find,
            lambda text: words.titled(text, _HONORIFIC),
            words.find,
        )

    @cached_property
    def _births(self) -> tuple[date, ...]:
        return tuple(date.fromisoformat(i.words) for i in self._identities if i.role is Role.BIRTH_DATE)

    @cached_property
    def _phrases(self) -> Phrases:
        return Phrases(self._identities)

    @cached_property
    def _words(self) -> Words:
        return Words(self._identities)

    @cached_property
    def _firsts(self) -> frozenset[str]:
        return frozenset({*(title.lower() for title in _TITLES), *self._phrases.firsts, *self._words.firsts})

    def _may_be_named(self, text: str, words: frozenset[str]) -> bool:
        """False when no finder can find anything in `text`, which has these `words`: so it is with most texts, and no
        search is needed. Beyond ASCII a letter has more forms than this can tell."""
        return (
            not text.isascii()
            or not self._firsts.isdisjoint(words)
            or any(_two_digits(born) in text for born in self._births)
        )


@lru_cache(maxsize=8192)
def _fixed(text: str) -> tuple[tuple[Span, ...], frozenset[str]]:
    """What identifies whatever the document names, and the words of the text in small letters. Kept, because most texts
    of a run are the rules' own words, which come again with every plan."""
    spans = (span for pattern, mask in _FIXED for span in _by_pattern(pattern, mask)(text) if span.start < span.end)
    return tuple(spans), frozenset(WORD.findall(text.lower()))


def _by_pattern(pattern: re.Pattern[str], mask: str) -> Callable[[str], Iterator[Span]]:
    group = "it" if "it" in pattern.groupindex else 0

    def find(text: str) -> Iterator[Span]:
        for match in pattern.finditer(text):
            part = group if match.start(group) >= 0 else 0
            yield Span(match.start(part), match.end(part), mask)

    return find


def _born_finder(born: date) -> Callable[[str], Iterator[Span]]:
    def find(text: str) -> Iterator[Span]:
        # The pattern takes long to compile and few texts hold any such year.
        return _by_pattern(birth_pattern(born), DATE)(text) if _two_digits(born) in text else iter(())

    return find


def _two_digits(born: date) -> str:
    return f"{born.year % 100:02d}"


def _merged(found: list[Span]) -> Iterator[Span]:
    """Overlapping spans as one, under the mask of the one that was found first: nothing of either is left over."""
    current: tuple[int, int, int] | None = None  # start, end, index of the span whose mask it bears
    for index in sorted(range(len(found)), key=lambda n: (found[n].start, n)):
        span = found[index]
        if current is not None and span.start < current[1]:
            current = (current[0], max(current[1], span.end), min(current[2], index))
            continue
        if current is not None:
            yield Span(current[0], current[1], found[current[2]].mask)
        current = (span.start, span.end, index)
    if current is not None:
        yield Span(current[0], current[1], found[current[2]].mask)


_BETWEEN = re.compile(r"[ ,\n]*(?:[A-Z]\.?[ ,\n]+)?")


def _joined(spans: Iterable[Span], text: str) -> Iterator[Span]:
    """The words of one name as one: "Quenby, Marisol A." is [student] once."""
    last: Span | None = None
    for span in spans:
        if last is not None and span.mask == last.mask and _BETWEEN.fullmatch(text, last.end, span.start):
            last = Span(last.start, span.end, last.mask)
            continue
        if last is not None:
            yield last
        last = span
    if last is not None:
        yield last


def redactor_for(report: FileReport, mode: Redact) -> Redactor:
    """The redactor that knows whom and what this file names."""
    if mode is Redact.OFF:
        return Redactor((), mode)
    return Redactor((*report.identities, *of_plan(report)), mode)


def of_plan(report: FileReport) -> tuple[Identity, ...]:
    """The child's own name and birth date as the plan gives them, for reports made without the document."""
    iep = report.iep
    if iep is None:
        return ()
    own, others = names_in(iep)
    found = [Identity(Role.STUDENT, name) for name in own] + [Identity(Role.OTHER_CHILD, name) for name in others]
    if iep.student.birth_date.value:
        found.append(Identity(Role.BIRTH_DATE, iep.student.birth_date.value.isoformat()))
    return tuple(found)


def names_in(iep: Iep) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names of children that were recognized: the child's own, and others that share no word with it. From the label,
    from running headers, and where a name is the subject of a sentence."""
    own: list[str] = [iep.student.name.value or ""]
    others: list[str] = []
    known = {w.casefold() for w in re.findall(r"[^\W\d_]{2,}", own[0])}
    for found in (*iep.student.names_in_headers, *iep.first_names):
        words = {w.casefold() for w in re.findall(r"[^\W\d_]{2,}", found.quote)}
        # Without a labelled name all are taken for the child's: that hides most.
        (own if not known or words & known else others).append(found.quote)
    return tuple(n for n in dict.fromkeys(own) if n), tuple(n for n in dict.fromkeys(others) if n)
