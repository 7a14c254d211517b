"""The words of `rules/reading/names.yaml`: given names, and capitalized words that are none."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from iepaudit.resources.paths import rules_root
from iepaudit.resources.strict_yaml import load_yaml

LISTS = ("given", "ordinary", "form", "brands", "particles", "abbreviations")


@dataclass(frozen=True, slots=True)
class NameWords:
    """Words in lower case. `given`: given names; `ordinary`: names that are everyday words too; `form`: words of forms,
    roles and tests; `brands`: names that tests, methods and books bear; `particles`: "de", "Mrs"; `abbreviations`: in
    capitals they are nobody's initials."""

    given: frozenset[str]
    ordinary: frozenset[str]
    form: frozenset[str]
    brands: frozenset[str]
    particles: frozenset[str]
    abbreviations: frozenset[str]


@cache
def name_words() -> NameWords:
    data = load_yaml(rules_root() / "reading" / "names.yaml")
    data.only(("schema", "title", "words"))
    words = data["words"]
    words.only(LISTS)
    return NameWords(*(frozenset(str(words[name]).lower().split()) for name in LISTS))
