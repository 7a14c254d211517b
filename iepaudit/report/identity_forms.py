"""How a name, a date or a place may be spelled when it comes up again: in capitals, without accents, surname first, as
initials, as a single word; and when a word that is a name elsewhere is just a word ("by May", "Mark all that apply").
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from iepaudit.model.identity import Identity, Role
from iepaudit.resources import name_words

WORD = re.compile(r"\w+")
_WORD = re.compile(r"[^\W\d_][\w'’]*")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_MESES = (
    *("enero", "febrero", "marzo", "abril", "mayo", "junio"),
    *("julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"),
)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text that identifies, and what stands in its place."""

    start: int
    end: int
    mask: str


class _Lookup:
    """Finds the longest of many forms at each place of a text. A plan has its own hundred forms, and a pattern of them
    takes longer to compile than all searching."""

    def __init__(self, forms: Iterable[str], *, any_case: bool = False) -> None:
        self._fold = _small if any_case else str
        self._by_first: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
        for form in sorted(dict.fromkeys(map(self._fold, forms)), key=lambda f: (-len(f), f)):
            if first := WORD.search(form):
                self._by_first.setdefault(first.group(), []).append((first.start(), tuple(form.split())))

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Start and end of each form that stands as words of its own, from left to right, without overlaps."""
        folded, done = self._fold(text), 0
        for word in WORD.finditer(folded):
            for before, parts in self._by_first.get(word.group(), ()):
                start = word.start() - before
                end = _end_of(parts, folded, start) if start >= done else -1
                if end > start and _is_apart(folded, start, end):
                    yield start, end
                    done = end
                    break


# Words of a name stand close together; wider gaps part columns.
_GAP = re.compile(r" {1,2}(?=\S)|\s*\n\s*")


def _end_of(parts: tuple[str, ...], text: str, start: int) -> int:
    """Where `parts` end that stand in `text` from `start` on; -1 when they don't stand there."""
    for index, part in enumerate(parts):
        if index:
            gap = _GAP.match(text, start)
            if gap is None:
                return -1
            start = gap.end()
        if not text.startswith(part, start):
            return -1
        start += len(part)
    return start


def _is_apart(text: str, start: int, end: int) -> bool:
    return not (start > 0 and WORD.match(text, start - 1)) and not WORD.match(text, end)


def _small(text: str) -> str:
    """In small letters, letter for letter: positions stay what they are."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


class Phrases:
    """Whole names, places, numbers and words that the user named: in any case, across line ends, the longest first."""

    def __init__(self, identities: Iterable[Identity]) -> None:
        self._masks: dict[str, str] = {}
        for identity in identities:
            for form in _spellings(identity):
                if identity.role.person and " " not in form.strip() and "." not in form:
                    continue  # single names are words: their case matters
                self._masks.setdefault(_key(form), identity.role.mask)
        self._masks = {key: mask for key, mask in self._masks.items() if WORD.search(key)}
        self._lookup = _Lookup(self._masks, any_case=True)

    @property
    def firsts(self) -> frozenset[str]:
        """First words, in small letters: a text without any of them has no match."""
        return _firsts(self._masks)

    def find(self, text: str) -> Iterator[Span]:
        for start, end in self._lookup.find(text):
            words = text[start:end]
            mask = self._masks.get(_key(words), Role.PERSON.mask)
            if mask not in _PERSONS or _as_name(words):
                yield Span(start, end, mask)


def _firsts(forms: Iterable[str]) -> frozenset[str]:
    return frozenset(match.group().lower() for form in forms if (match := WORD.search(form)))


_PERSONS = frozenset(role.mask for role in Role if role.person)


def _as_name(text: str) -> bool:
    """Not "hall, Grace" in "down the hall, Grace sings"."""
    return all(w[0].isupper() or w.lower() not in _doubtful() for w in _WORD.findall(text))


def _key(form: str) -> str:
    return _small(" ".join(form.split()))


def _spellings(identity: Identity) -> Iterator[str]:
    if identity.role is Role.BIRTH_DATE:
        return
    for words in {identity.words: 0, plain(identity.words): 0}:
        yield words
        parts = [w for w in words.replace(",", " ").split() if w.lower().strip(".") not in name_words().particles]
        if identity.role.person and len(parts) >= 2:
            first, last = parts[0], parts[-1]
            if "," in words:
                first, last = last, first
            yield from (f"{first} {last}", f"{last}, {first}", f"{last} {first}", f"{first[0]}. {last}")
            yield from (f"{first} {last[0]}.", f"{first[0]}.{last[0]}.", f"{first[0]}. {last[0]}.")


def plain(text: str) -> str:
    """Without accents, as names are often typed."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


class Words:
    """Single names: a given name, a surname, each half of a double one, and two bare initials where a person acts."""

    def __init__(self, identities: Iterable[Identity]) -> None:
        self._masks: dict[str, str] = {}
        self._family: dict[str, str] = {}  # surnames of adults, for names behind a title
        self._initials: dict[str, str] = {}
        for identity in identities:
            if identity.role.person:
                self._take(identity)
        self._lookup = _Lookup(self._masks)
        self._letters = _Lookup(self._initials)

    def _take(self, identity: Identity) -> None:
        mask = identity.role.mask
        known = name_words()
        no_names = (known.form - known.given - known.ordinary) | known.particles
        words = [w for w in _WORD.findall(identity.words) if len(w) > 1 and w.lower() not in no_names]
        for word in words:
            bare = re.sub(r"['’]s$", "", word)
            for spelled in (bare, plain(bare)):
                as_name = spelled.capitalize() if spelled.isupper() and len(spelled) > 2 else spelled
                for form in (spelled, as_name, as_name.upper()):
                    if len(form) > 1 and form[0].isupper():
                        self._masks.setdefault(form, mask)
        if len(words) > 1 and identity.role not in (Role.STUDENT, Role.OTHER_CHILD):
            self._family.setdefault(plain(words[-1]).casefold(), mask)
        initials = "".join(w[0] for w in words).upper()
        for letters in {initials, initials[:1] + initials[-1:]} if identity.role is Role.STUDENT else ():
            if 2 <= len(letters) <= 3 and letters.lower() not in known.abbreviations:
                self._initials.setdefault(letters, mask)

    @property
    def firsts(self) -> frozenset[str]:
        """First words, in small letters: a text without any of them has no match."""
        return _firsts((*self._masks, *self._initials))

    def titled(self, text: str, pattern: re.Pattern[str]) -> Iterator[Span]:
        """Names behind a title, with the title; the mask is that of the adult who bears the surname."""
        for match in pattern.finditer(text):
            last = plain(re.findall(r"[\w'’]+", match.group())[-1]).casefold()
            yield Span(match.start(), match.end(), self._family.get(last, Role.PERSON.mask))

    def find(self, text: str) -> Iterator[Span]:
        for start, end in self._lookup.find(text):
            word = text[start:end]
            if word.lower() not in _doubtful() or self._is_name(text[:start], word, text[end:]):
                yield Span(start, end, self._masks[word])
        for start, end in self._letters.find(text):
            if text[start - 1 : start] != "." and _ACTING.match(text, end):
                yield Span(start, end, self._initials[text[start:end]])

    def _is_name(self, before: str, word: str, after: str) -> bool:
        """Whether a word that may be an everyday word ("Will", "May", "Page", "Grace") is a name where it stands."""
        if self._neighbor(before, after):
            return True
        if word.capitalize() in _MONTHS and (_DATE_AFTER.match(after) or _DATE_BEFORE.search(before)):
            return False
        if word.isupper():
            return False  # "THE STUDENT WILL": headings are set in capitals
        if re.match(r"['’]s\b", after):
            return True
        if _NUMBERED.match(after):
            return False  # "Page 3", "Grade 4"
        if _SENTENCE_HEAD.search(before):
            return bool(_ACTING.match(after)) and not _NO_SUBJECT.match(after)
        # Within a sentence a capital means a name, unless the words around it are capitals too: "Visual Art Class".
        return not (_CAPITAL_BEFORE.search(before) or _CAPITAL_AFTER.match(after))

    def _neighbor(self, before: str, after: str) -> bool:
        last, following = _LAST.search(before), _NEXT.match(after)
        return any(m is not None and m[1] in self._masks and m[1].lower() not in _doubtful() for m in (last, following))


def _doubtful() -> frozenset[str]:
    known = name_words()
    return known.ordinary | known.form


_ACTS = (
    r"(?:['’]s\b|\s+(?:will|can|cannot|is|was|has|had|does|did|needs?|should|must|would|could|wants?|likes?"
    r"|[a-z]{2,}(?:s|ed))\b)"
)
_ACTING = re.compile(_ACTS)
# "Will this ...", "Mark needs" is a name, "Mark as", "Art class" are not.
_NO_SUBJECT = re.compile(
    r"\s+(?:this|its|as|less|all|each|those|these|unless|always|class|pass|needed|used|based|services)\b"
)
_SENTENCE_HEAD = re.compile(r"(?:^|[.!?:;•·\n\"“|(]|[-–—]\s|\d[.)]\s)\s*$")
_DATE_AFTER = re.compile(r"[\s,]*(?:of\s+)?\d")
_DATE_BEFORE = re.compile(
    r"(?:\d|\b(?:by|in|until|since|of|before|after|through|to|from|each|every|and|or|late|early|mid|during|until)|[-–/])\W{0,2}$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\s*[#:]?\s*\d")
_CAPITAL_BEFORE = re.compile(
    r"(?<!\w)(?!(?:Where|When|How|What|Why|That|If|As|After|Before|While|Because|And|But|For|With|So|Then|Once|The)\b)"
    r"[A-ZÀ-Þ][\w'’]*[ ]$"
)
_CAPITAL_AFTER = re.compile(r"[ ][A-ZÀ-Þ][a-z]")
_LAST = re.compile(r"([^\W\d_][\w'’]*),?\s+(?:[A-Z]\.\s+)?$")
_NEXT = re.compile(r",?\s+(?:[A-Z]\.\s+)?([^\W\d_][\w'’]*)")


def birth_pattern(born: date) -> re.Pattern[str]:
    """A day in every form in which a plan may print it."""
    month, mes = _MONTHS[born.month - 1], _MESES[born.month - 1]
    named = rf"(?:{month}|{month[:3]}\.?)"
    day, two = rf"0?{born.day}(?:st|nd|rd|th)?", f"{born.year % 100:02d}"
    forms = (
        rf"0?{born.month}\s?[/.-]\s?0?{born.day}\s?[/.-]\s?(?:{born.year}|['’]?{two})",
        rf"{born.year}[-/.]0?{born.month}[-/.]0?{born.day}",
        rf"{named}\s+{day},?\s+(?:{born.year}|['’]{two})",
        rf"{day}[\s-]+(?:of\s+)?{named},?[\s-]+(?:{born.year}|{two})",
        rf"0?{born.day}\s+de\s+{mes}\s+(?:de|del)\s+{born.year}",
        f"{born:%Y%m%d}|{born:%m%d%Y}",
    )
    return re.compile(r"(?<!\d)(?:" + "|".join(forms) + r")(?!\d)", re.IGNORECASE)
