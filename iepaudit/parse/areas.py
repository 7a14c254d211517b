"""The areas of need that a text is about: reading, math, speech-language ... by `rules/lexicons/areas.yaml`."""

from __future__ import annotations

import re
from functools import cache

from iepaudit.parse.grammar.lexicon import alternation, load_lexicon

# An area that a whole phrase names outweighs one that a single word hints at.
_WORDS_WEIGHT = 1.0
_HINT_WEIGHT = 0.5  # a word that is `weak` in the list
_PHRASE_WEIGHT = 2.5
# Below this share of the best area's weight, an area is only mentioned in passing.
_SHARE = 0.5


@cache
def _table() -> tuple[re.Pattern[str], dict[str, tuple[str, float]]]:
    table: dict[str, tuple[str, float]] = {}
    for entry in load_lexicon("areas"):
        for form in entry.forms:
            weight = _PHRASE_WEIGHT if " " in form or "-" in form or form == entry.category else _WORDS_WEIGHT
            weight = _HINT_WEIGHT if entry.weak else weight
            table.setdefault(form, (entry.category, weight))
    return re.compile(alternation(table)), table


def area_weights(text: str) -> dict[str, float]:
    """Area -> weight of the words that name it; each different word counts once. Empty when no word is known."""
    pattern, table = _table()
    seen = {" ".join(m[0].split()) for m in pattern.finditer(text.lower())}
    weights: dict[str, float] = {}
    for word in sorted(seen):
        area, weight = table[word]
        weights[area] = weights.get(area, 0.0) + weight
    return weights


def areas_of(text: str) -> tuple[str, ...]:
    """The areas that the text is about, the strongest first; areas only mentioned in passing are left out."""
    weights = area_weights(text)
    best = max(weights.values(), default=0.0)
    if best <= _HINT_WEIGHT:
        return ()  # one hint is no ground: "a written checklist" is no writing
    return tuple(a for a, w in sorted(weights.items(), key=lambda i: (-i[1], i[0])) if w >= best * _SHARE)


def area_of(text: str) -> str:
    """The strongest area, or "" when none could be told."""
    return next(iter(areas_of(text)), "")
