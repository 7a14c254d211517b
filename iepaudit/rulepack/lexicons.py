"""Named lists of words and phrases, as data, and the pattern that each becomes."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from iepaudit.resources.strict_yaml import DataError, YamlList, YamlMap, load_yaml, shortened
from iepaudit.rulepack.patterns import MAX_PROGRAM, PatternError, check_pattern

_VOWELS = "aeiou"
FILE_KEYS = ("schema", "name", "title", "kind", "entries", "lexicons")
MAX_ENTRIES = 2000  # of one lexicon of the user's own
MAX_LEXICON = 200_000  # characters of the pattern that it becomes
MAX_LEXICON_PROGRAM = 60_000


@dataclass(frozen=True)
class Lexicon:
    """`entries` are regular expressions, one for each word, phrase or pattern."""

    name: str
    title: str
    entries: tuple[str, ...]
    words: tuple[str, ...]  # as written, for people

    @cached_property
    def pattern(self) -> str:
        """One pattern for all entries, longest first, so that the fullest phrase is reported."""
        ordered = sorted(self.entries, key=lambda e: (-len(e), e))
        return "(?:" + "|".join(ordered) + ")"


def own_lexicons(paths: Iterable[Path], taken: Collection[str], errors: list[DataError]) -> dict[str, Lexicon]:
    """The lexicons of a user's files, their patterns tried; `taken` are names of the shipped ones."""
    found: dict[str, Lexicon] = {}
    for path in paths:
        try:
            for lexicon in read_lexicon_file(path, strict=True):
                if lexicon.name in taken or lexicon.name in found:
                    other = "of iepaudit's own lexicons" if lexicon.name in taken else "other lexicon"
                    raise DataError(
                        f"{path}: '{shortened(lexicon.name)}' is the name of one {other}; take another name"
                    )
                found[lexicon.name] = lexicon
        except DataError as error:
            errors.append(error)
    return found


def read_lexicon_file(path: Path, *, strict: bool = False) -> list[Lexicon]:
    """The lexicons of a file: one (`name`, `entries`) or several (`lexicons`). `strict`, for files of strangers: only
    known keys, and every pattern tried. Raises DataError."""
    data = load_yaml(path)
    if not isinstance(data, YamlMap):
        raise DataError(f"{path}: a lexicon file is a map with name and entries")
    several = data.get("lexicons")
    if strict:
        data.only(FILE_KEYS)
    found = []
    for item in several if isinstance(several, YamlList) else [data]:
        found.append(_lexicon(item, data))
        if strict:
            _try_patterns(item, found[-1])
    return found


def _try_patterns(item: YamlMap, lexicon: Lexicon) -> None:
    item.only(FILE_KEYS)
    if len(lexicon.entries) > MAX_ENTRIES:
        raise DataError(f"lexicon '{lexicon.name}' has more than {MAX_ENTRIES} entries; divide it", item.at("entries"))
    if not lexicon.entries:
        raise DataError(f"lexicon '{lexicon.name}' has no entries", item.at("entries"))
    size = 0
    try:
        for entry in _flat(item["entries"]):
            if isinstance(entry, YamlMap) and isinstance(entry.get("pattern"), str):
                try:
                    size += check_pattern(entry["pattern"])
                except PatternError as error:
                    raise DataError(f"pattern cannot be used: {error}", entry.at("pattern")) from None
        if size > MAX_PROGRAM:
            raise PatternError("its patterns together are too large; shorten counted repeats such as {1,500}")
        check_pattern(lexicon.pattern, MAX_LEXICON, MAX_LEXICON_PROGRAM)
    except PatternError as error:
        raise DataError(f"lexicon '{lexicon.name}' cannot be used: {error}", item.at("entries")) from None


def _lexicon(item: Any, file: YamlMap) -> Lexicon:
    if not isinstance(item, YamlMap):
        raise DataError("a lexicon is a map with name and entries", file.mark)
    name, entries = item.get("name"), item.get("entries")
    if not isinstance(name, str) or not name:
        raise DataError("a lexicon needs a name", item.mark)
    if not isinstance(entries, list):
        raise DataError(f"lexicon '{name}' needs a list of entries", item.at("entries"))
    patterns: list[str] = []
    words: list[str] = []
    lemmas = item.get("kind") == "lemmas"
    for entry in _flat(entries):
        pattern, word = _entry(entry, name, item)
        if lemmas and isinstance(entry, str):
            pattern = _bounded(_lemma(entry))
        if pattern:
            patterns.append(pattern)
            words.append(word)
    return Lexicon(name, str(item.get("title", name)), tuple(patterns), tuple(words))


def phrase_pattern(words: str) -> str:
    """The words as whole words, any white space or hyphen between them."""
    return _bounded(_phrase(words))


def _flat(entries: list[Any]) -> Iterable[Any]:
    for entry in entries:
        if isinstance(entry, list):
            yield from _flat(entry)
        else:
            yield entry


def _entry(entry: Any, name: str, at: YamlMap) -> tuple[str, str]:
    if isinstance(entry, str | int | float) and not isinstance(entry, bool):
        return phrase_pattern(str(entry)), str(entry)
    if isinstance(entry, YamlMap):
        if isinstance(entry.get("pattern"), str):
            # A pattern sets its own end: it may end in "%", where no word ends.
            return (r"\b" if re.match(r"[\w(]", entry["pattern"]) else "") + f"(?:{entry['pattern']})", entry["pattern"]
        if isinstance(entry.get("stem"), str):
            return _bounded(_phrase(entry["stem"]) + r"\w*"), entry["stem"] + "..."
        if isinstance(entry.get("phrase"), str):
            return _bounded(_phrase(entry["phrase"])), entry["phrase"]
        if isinstance(entry.get("lemma"), str):
            return _bounded(_lemma(entry["lemma"])), entry["lemma"]
        raise DataError(f"an entry of lexicon '{name}' needs phrase, lemma, stem or pattern", entry.mark)
    raise DataError(f"an entry of lexicon '{name}' must be words", at.at("entries"))


def _phrase(text: str) -> str:
    words = text.strip().split()
    return r"[\s-]+".join(re.escape(w).replace(r"\-", r"[-‐-–]").replace("'", "['’]") for w in words)


def _lemma(text: str) -> str:
    """The word in its regular forms; in a phrase the first word is the verb."""
    first, _, rest = text.strip().partition(" ")
    stem = re.escape(first)
    forms = {first, first + "s", first + "es", first + "ed", first + "ing"}
    if first.endswith("e"):
        forms |= {first + "d", first[:-1] + "ing"}
        forms -= {first + "es", first + "ed"}
    elif first.endswith("y") and first[-2:-1] not in _VOWELS:
        forms |= {first[:-1] + "ies", first[:-1] + "ied"}
    elif len(first) > 2 and first[-1] not in _VOWELS + "wxy" and first[-2] in _VOWELS and first[-3] not in _VOWELS:
        forms |= {first + first[-1] + "ed", first + first[-1] + "ing"}
    options = "|".join(sorted((re.escape(f) for f in forms), key=lambda f: (-len(f), f)))
    found = f"(?:{options})" if forms else stem
    return found + (r"[\s-]+" + _phrase(rest) if rest.strip() else "")


def _bounded(entry: str) -> str:
    """Word boundaries where the entry starts or ends with a letter or digit."""
    before = r"\b" if re.match(r"[\w(]", entry) else ""
    after = r"\b" if re.search(r"[\w*)]\Z", entry) else ""
    return f"{before}(?:{entry}){after}"
