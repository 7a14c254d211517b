"""Headings and labels as words: told by what they are made of, whatever the order."""

from __future__ import annotations

from dataclasses import dataclass

from iepaudit.resources import YamlMap

_ARTICLES = frozenset({"the", "a", "an", "this"})


def bare(key: str) -> str:
    """A comparable heading without its articles: "concerns of the parent" is "concerns of parent"."""
    words = key.split()
    return " ".join(w for w in words if w not in _ARTICLES) if len(words) > 1 else key


@dataclass(frozen=True, slots=True)
class Wording:
    """The words that labels or headings of one meaning are made of, by their beginnings: one of each list in `each`,
    and besides them only the others of `allowed`."""

    name: str
    each: tuple[tuple[str, ...], ...]
    allowed: tuple[str, ...]  # with those of `each`

    def fits(self, words: list[str]) -> bool:
        # What few headings have is asked first: this runs for each line of a plan.
        return all(any(w.startswith(group) for w in words) for group in self.each) and all(
            w.startswith(self.allowed) for w in words
        )


def wording_of(name: str, entry: YamlMap) -> Wording:
    """One entry of `words` of a headings or labels file; raises DataError for keys that it does not have."""
    entry.only(("each", "also"))
    each = tuple(tuple(str(stem) for stem in group) for group in entry["each"])
    also = (str(stem) for stem in entry.get("also", ()))
    return Wording(name, each, (*also, *(stem for group in each for stem in group)))
