"""Word lists of `rules/lexicons/`, read once: lemmas with their inflected forms, and whole phrases as one pattern."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from iepaudit.resources import DataError, YamlMap, load_yaml, rules_root

if TYPE_CHECKING:
    from collections.abc import Iterable

_KEYS = ("schema", "name", "title", "kind", "notes", "entries")
_ENTRY_KEYS = ("lemma", "phrase", "forms", "lang", "category", "weak")
_VOWELS = "aeiou"

# Irregular verbs among the lemmas of the lists; regular ones are formed by rule.
_IRREGULAR = {
    "be": "is are was were been being",
    "become": "became becoming",
    "begin": "began begun beginning",
    "bend": "bent",
    "bite": "bit bitten biting",
    "blow": "blew blown",
    "bring": "brought",
    "build": "built",
    "buy": "bought",
    "catch": "caught",
    "choose": "chose chosen choosing",
    "come": "came coming",
    "cut": "cut",
    "do": "does did done",
    "draw": "drew drawn",
    "drink": "drank drunk",
    "drive": "drove driven driving",
    "eat": "ate eaten",
    "feed": "fed",
    "feel": "felt",
    "find": "found",
    "get": "got gotten",
    "give": "gave given giving",
    "go": "goes went gone",
    "grow": "grew grown",
    "hang": "hung",
    "have": "has had having",
    "hit": "hit",
    "hold": "held",
    "keep": "kept",
    "know": "knew known",
    "lead": "led",
    "leave": "left",
    "make": "made making",
    "meet": "met",
    "pay": "paid",
    "put": "put",
    "read": "read",
    "rewrite": "rewrote rewritten rewriting",
    "ride": "rode ridden riding",
    "ring": "rang rung",
    "run": "ran",
    "say": "said",
    "send": "sent",
    "set": "set",
    "show": "shown",
    "sing": "sang sung",
    "sit": "sat",
    "speak": "spoke spoken",
    "spread": "spread",
    "stand": "stood",
    "steal": "stole stolen",
    "sweep": "swept",
    "swim": "swam swum",
    "swing": "swung",
    "take": "took taken taking",
    "teach": "taught",
    "tell": "told",
    "think": "thought",
    "throw": "threw thrown",
    "understand": "understood",
    "wear": "wore worn",
    "write": "wrote written writing",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One word or phrase of a list, with every form in which it is matched (lower case, single spaces)."""

    text: str
    forms: tuple[str, ...]
    category: str = ""
    lang: str = "en"
    weak: bool = False  # a hint only; the title of the list explains it


def inflect(lemma: str) -> tuple[str, ...]:
    """The lemma with its third person, past and -ing forms; of a phrase, its first word is the verb."""
    head, _, rest = lemma.partition(" ")
    rest = f" {rest}" if rest else ""
    forms = [head]
    if head.endswith("y") and len(head) > 2 and head[-2] not in _VOWELS:
        forms += [head[:-1] + "ies", head[:-1] + "ied", head + "ing"]
    elif head.endswith("e") and not head.endswith(("ee", "oe", "ye")):
        forms += [head + "s", head + "d", head[:-1] + "ing"]
    else:
        forms += [head + ("es" if head.endswith(("s", "sh", "ch", "x", "z")) else "s"), head + "ed", head + "ing"]
        short = re.fullmatch(r"(?:.*[^aeiou])?[aeiou]([bdgklmnprtvz])", head)
        if short:
            forms += [head + short[1] + "ed", head + short[1] + "ing"]
    if head.endswith("ie"):
        forms.append(head[:-2] + "ying")
    forms += _IRREGULAR.get(head, "").split()
    return tuple(dict.fromkeys(form + rest for form in forms))


@cache
def load_lexicon(name: str) -> tuple[Entry, ...]:
    """The entries of `rules/lexicons/NAME.yaml`; raises DataError with line and column when the file is unsound."""
    data = load_yaml(rules_root() / "lexicons" / f"{name}.yaml")
    if not isinstance(data, YamlMap):
        raise DataError(f"{name}.yaml: expected a map with schema, name, title and entries")
    data.only(_KEYS)
    if str(data.get("schema")) != "1" or data.get("name") != name or not isinstance(data.get("entries"), list):
        raise DataError("expected schema: 1, the file's own name, and a list of entries", data.mark)
    lemmas = data.get("kind") == "lemmas"
    return tuple(_entry(item, lemmas, data) for item in data["entries"])


def _entry(item: object, lemmas: bool, data: YamlMap) -> Entry:
    if isinstance(item, str):
        text = " ".join(item.casefold().split())
        return Entry(text, inflect(text) if lemmas else (text,))
    if not isinstance(item, YamlMap):
        raise DataError("an entry is a string or a map", data.at("entries"))
    item.only(_ENTRY_KEYS)
    text = " ".join(str(item.get("lemma") or item.get("phrase") or "").casefold().split())
    if not text:
        raise DataError("an entry needs a lemma or a phrase", item.mark)
    spanish = item.get("lang") == "es"
    forms = inflect(text) if "lemma" in item and not spanish else (text,)
    forms += tuple(str(form).casefold() for form in item.get("forms", ()))
    category, weak = str(item.get("category", "")), item.get("weak") is True
    return Entry(text, tuple(dict.fromkeys(forms)), category, str(item.get("lang", "en")), weak)


@cache
def words(name: str) -> frozenset[str]:
    """Every form of every entry."""
    return frozenset(form for entry in load_lexicon(name) for form in entry.forms)


@cache
def form_table(name: str) -> dict[str, Entry]:
    """Form -> its entry; the first entry wins."""
    table: dict[str, Entry] = {}
    for entry in load_lexicon(name):
        for form in entry.forms:
            table.setdefault(form, entry)
    return table


def alternation(forms: Iterable[str]) -> str:
    """A pattern for any of the forms as whole words, longest first, any white space between words."""
    parts = (re.escape(form).replace(r"\ ", r"\s+") for form in sorted(set(forms), key=lambda f: (-len(f), f)))
    return r"(?<!\w)(?:" + "|".join(parts) + r")(?!\w)"


@cache
def pattern(name: str) -> re.Pattern[str]:
    """One pattern for a whole list, for lower-cased text."""
    return re.compile(alternation(words(name)))
