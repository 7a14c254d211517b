"""Finds what looks like a person's name: runs of capitalized words, without the words of forms and roles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from iepaudit.parse.patterns import names, pattern
from iepaudit.resources import name_words

CAPITAL = r"[A-ZÀ-ÖØ-Þ]"
WORD = rf"(?:(?:Mc|Mac|O['’]|D['’])?{CAPITAL}[^\W\d_]*(?:['’][^\W\d_]{{2,}})?(?:-{CAPITAL}[^\W\d_]+)*)"
PARTICLE = r"(?:de la|de los|de las|del|de|la|van der|van den|van|von der|von|bin|ibn|ben|el|al|da|di|dos|du|le|y)"
_RUN = re.compile(
    rf"(?<![\w'’]){WORD}(?:,? (?:Jr|Sr|II|III|IV)\b\.?|[ ]{{1,2}}(?:{PARTICLE}[ ]{{1,2}})?(?:{WORD}|{CAPITAL}\.))*"
)


@dataclass(frozen=True, slots=True)
class Run:
    """Words that may be a name, and where they stand in the text."""

    text: str
    start: int
    end: int

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(w for w in self.text.split() if w.lower().strip(".") not in name_words().particles)


def runs(text: str, *, least: int = 2) -> Iterator[Run]:
    """Runs of at least `least` capitalized words that are no words of forms: "Teacher: Ruben Talavera (Room 4)" gives
    "Ruben Talavera". A word that may be either, such as "May" or "Dean", counts as a name beside another name."""
    for match in _RUN.finditer(text):
        words = list(re.finditer(r"\S+", match.group()))
        keep = _named([w.group() for w in words])
        start = 0
        while start < len(words):
            if not keep[start]:
                start += 1
                continue
            end = start
            while end + 1 < len(words) and keep[end + 1]:
                end += 1
            found = match.group()[words[start].start() : words[end].end()].rstrip(",")
            run = Run(found, match.start() + words[start].start(), match.start() + words[start].start() + len(found))
            if len(run.words) >= least and any(len(w.strip(".")) > 1 for w in run.words):
                yield run
            start = end + 1


def _named(words: list[str]) -> list[bool]:
    """For each word whether it can be part of a name here."""
    known = name_words()
    bare = [w.lower().strip(".,") for w in words]
    sure = [b not in known.form for b in bare]
    for n, word in enumerate(bare):
        if sure[n] or not (word in known.given or word in known.ordinary):
            continue
        around = [m for m in (n - 1, n + 1) if 0 <= m < len(bare)]
        sure[n] = any(bare[m] not in known.form and bare[m] not in known.particles for m in around)
    return sure


def is_given(word: str) -> bool:
    return word.lower() in name_words().given


def is_ordinary(word: str) -> bool:
    """A word that says nothing by itself: an everyday word or one of a form."""
    known = name_words()
    return word.lower() in known.ordinary or word.lower() in known.form


def is_short_for(short: str, name: str) -> bool:
    """Whether a given name is a usual short form of another that does not begin like it: "Bill" of "William"."""
    known = name.casefold()
    return known in names("nicknames") and bool(pattern("nicknames", known).fullmatch(short))
