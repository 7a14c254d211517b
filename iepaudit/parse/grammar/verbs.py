"""Verb phrases and their classes, from the lists in `rules/lexicons/`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from iepaudit.parse.grammar.lexicon import form_table, load_lexicon, words


class VerbClass(StrEnum):
    OBSERVABLE = "observable"
    MENTAL = "mental"
    CHANGE = "change"
    HEDGE = "hedge"
    RECEIVING = "receiving"


@dataclass(frozen=True, slots=True)
class Token:
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb found at token `at`, `length` tokens long."""

    lemma: str
    kind: VerbClass
    at: int
    length: int
    form: str

    @property
    def next(self) -> int:
        return self.at + self.length

    @property
    def is_base(self) -> bool:
        return self.form.split()[0] == self.lemma.split()[0]

    @property
    def is_gerund(self) -> bool:
        head = self.form.split()[0]
        return head.endswith(("ing", "ando", "endo")) and head != self.lemma.split()[0]


_TOKEN = re.compile(
    r"[^\W\d_]+(?:['/-][^\W\d_]+)*|\d+(?:[.,/:-]\d+)*%?|\{\{?[^{}\n]{1,60}\}\}?|\[[^\[\]\n]{0,60}\]|_+|\"|[^\s\w]|\x01+|\w+"
)
_LISTS = (
    ("receiving-verbs", VerbClass.RECEIVING),
    ("hedge-verbs", VerbClass.HEDGE),
    ("change-verbs", VerbClass.CHANGE),
    ("mental-verbs", VerbClass.MENTAL),
    ("observable-verbs", VerbClass.OBSERVABLE),
)
_SPANISH = {"observable": VerbClass.OBSERVABLE, "vague": VerbClass.CHANGE, "adult": VerbClass.RECEIVING}


def tokens_of(low: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Words, numbers, slots and marks of the text, with their offsets."""
    return [Token(m[0], m.start(), m.end()) for m in _TOKEN.finditer(low, start, len(low) if end is None else end)]


@cache
def verb_table() -> tuple[dict[str, tuple[str, VerbClass]], frozenset[str]]:
    """Form -> (lemma, class) for one to five words, and the first words of the longer forms."""
    table: dict[str, tuple[str, VerbClass]] = {}
    for name, kind in _LISTS:
        for form, entry in form_table(name).items():
            table.setdefault(form, (entry.text, kind))
    for entry in load_lexicon("verbs-es"):
        for form in entry.forms:
            table.setdefault(form, (entry.text, _SPANISH[entry.category]))
    return table, frozenset(form.split()[0] for form in table if " " in form)


def verb_at(tokens: list[Token], at: int) -> Verb | None:
    """The longest known verb that starts at token `at`."""
    if at >= len(tokens):
        return None
    table, starts = verb_table()
    first = tokens[at].text
    if first in starts:
        for length in range(min(5, len(tokens) - at), 1, -1):
            form = " ".join(t.text for t in tokens[at : at + length])
            if form in table:
                lemma, kind = table[form]
                return Verb(lemma, kind, at, length, form)
    for form in (first, first.partition("/")[0]):
        if form in table:
            lemma, kind = table[form]
            return Verb(lemma, kind, at, 1, first)
    return None


@cache
def is_noun_too(word: str) -> bool:
    """True for verbs that are often nouns, which a bare "and" before them does not make verbs."""
    return word in words("noun-verbs")
