"""The form's own words that `rules/prompts/` names, ready to be matched: how prompts read, whole prompts of known forms
and slots that are still to be filled."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from iepaudit.resources import DataError, load_yaml, rules_root
from iepaudit.segment.words import key_of

PROMPTS_VARIABLE = "IEPAUDIT_PROMPTS"


@dataclass(frozen=True, slots=True)
class Wording:
    openers: tuple[str, ...]  # each with every sign that may end it, or with its own
    openers_general: tuple[str, ...]  # each with the space behind it
    request: re.Pattern[str]  # at the beginning of a text
    explanation: re.Pattern[str]  # before a colon, or in a request that stands there
    phrases: tuple[str, ...]
    law: re.Pattern[str]  # in a sentence
    placeholder: re.Pattern[str]
    known: frozenset[str]  # comparable texts of whole prompts


@cache
def wording() -> Wording:
    """The shipped knowledge about prompts, with libraries of the user's own (files or folders named in the environment
    variable IEPAUDIT_PROMPTS); raises DataError when a file is broken."""
    folder = rules_root() / "prompts"
    data = load_yaml(folder / "wording.yaml")
    data.only(("schema", "openers", "openers_general", "requests", "explanations", "phrases", "law", "placeholders"))
    known: set[str] = set()
    own = [Path(p) for p in os.environ.get(PROMPTS_VARIABLE, "").split(os.pathsep) if p]
    for place in (folder, *own):
        for path in sorted(place.glob("*.yaml")) if place.is_dir() else [place]:
            if path.name != "wording.yaml":
                known.update(_library(path))
    return Wording(
        tuple(f"{opener}{end}" for opener in data["openers"] for end in ([""] if opener.endswith(":") else " :,")),
        tuple(f"{opener} " for opener in data["openers_general"]),
        _opening(data["requests"], r"(?!['’]|\s+(?:will|shall|va a)\b)"),
        _opening(data["explanations"]),
        tuple(data["phrases"]),
        _any_of(data["law"]),
        _any_of(data["placeholders"]),
        frozenset(known - {""}),
    )


def _any_of(patterns: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in patterns), re.IGNORECASE | re.DOTALL)


def _opening(words: Sequence[str], behind: str = "") -> re.Pattern[str]:
    return re.compile(rf"\W*(?<!\w)(?:{'|'.join(words)})\b{behind}", re.IGNORECASE)


def _library(path: Path) -> Iterator[str]:
    library = load_yaml(path)
    library.only(("schema", "name", "source", "prompts"))
    if not isinstance(library.get("prompts"), list):
        raise DataError("a prompt library needs a list called 'prompts'", library.mark)
    for prompt in library["prompts"]:
        yield key_of(str(prompt))


def behind_known_prompt(text: str) -> str | None:
    """What stands behind a prompt of the library that begins `text`: "" when it is the whole text, None when none does.
    A prompt of fewer than four words must be the whole text."""
    known = wording().known
    if not known:
        return None
    words = text.split()
    for count in range(len(words), 0, -1):
        if key_of(" ".join(words[:count])) in known:
            if count == len(words):
                return ""
            return " ".join(words[count:]) if count >= 4 else None
    return None


def without_placeholders(text: str) -> str:
    """`text` without slots that are still to be filled ("____", "{name}", "Choose an item.")."""
    said = re.sub(r"\s{2,}", " ", wording().placeholder.sub(" ", text))
    return _SIGNS_BEHIND.sub("", _SIGNS_BEFORE.sub("", said))


# What is left beside a slot; the strokes of a sound belong to it ("/s/ blends").
_SIGNS_BEFORE = re.compile(r"^(?:[ :–—,;.-]|/(?![^\W\d]{1,3}/))+")
_SIGNS_BEHIND = re.compile(r"(?:[ :–—,;.-]|(?<!/[^\W\d])(?<!/[^\W\d]{2})(?<!/[^\W\d]{3})/)+$")


def has_placeholder(text: str) -> bool:
    return bool(wording().placeholder.search(text))


def placeholder_count(text: str) -> int:
    return len(wording().placeholder.findall(text))
