"""Finds words in a leaf, with the line that each hit stands on."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from iepaudit.engine.facts import Leaf
from iepaudit.model.field import Place
from iepaudit.rulepack.patterns import MAX_TEXT, compiled

MAX_QUOTE = 240  # characters
TRY = 10  # steps for reading the sentence around a hit
# Words that are cut short: their full stop ends no sentence.
_SHORT = re.compile(
    r"(?<!\w)(?:soc|gr|gen|reg|sp|spec|ed|approx|vs|e\.g|i\.e|avg|comp|lang|incl|esp|dept|mr|mrs|ms|dr)$", re.IGNORECASE
)
_EDGE = ".,;:!?()[]\"'“”‘’–—-* \n\t"


@dataclass(frozen=True, slots=True)
class Hit:
    text: str
    place: Place | None


def hits_in(
    leaf: Leaf,
    patterns: Sequence[str],
    unless: Sequence[str],
    beside: Sequence[str] = (),
    *,
    whole: bool,
    limit: int,
    spend: Callable[[int], None] = lambda _cost: None,
) -> list[Hit]:
    """Up to `limit` hits in the order of the text. A hit counts when its sentence holds each of `beside` and
    none of `unless`; `whole` asks that a line is the hit and nothing else. `spend` is told the cost of every hit that
    is tried."""
    text = leaf.text[:MAX_TEXT]
    if whole:
        return _whole(leaf, text, patterns, limit)
    found: dict[tuple[int, int], str] = {}
    for pattern in patterns:
        count = 0
        for match in compiled(pattern).finditer(text):
            start, end = match.span()
            if unless or beside:
                spend(TRY * (len(unless) + len(beside)))
                around = _sentence(text, start, end)
                if any(compiled(u).search(around) for u in unless):
                    continue
                if not all(compiled(b).search(around) for b in beside):
                    continue
            found.setdefault((start, end), text[start:end])
            count += 1
            if count >= limit:
                break
    return [
        Hit(" ".join(words.split()), place_of(leaf, start, end))
        for (start, end), words in sorted(found.items())[:limit]
    ]


def _whole(leaf: Leaf, text: str, patterns: Sequence[str], limit: int) -> list[Hit]:
    hits: list[Hit] = []
    bare = text.strip(_EDGE)
    if bare and any(_covers(p, bare) for p in patterns):
        hits.append(Hit(" ".join(bare.split()), leaf.parts[0] if leaf.parts else leaf.place))
    return hits[:limit]


def _covers(pattern: str, text: str) -> bool:
    return compiled(pattern).fullmatch(text) is not None


def place_of(leaf: Leaf, start: int, end: int) -> Place | None:
    """Where characters `start` to `end` of the leaf's text stand; the quote is the sentence around them."""
    quote = _sentence(leaf.text, start, end).strip()
    if len(quote) > MAX_QUOTE:
        quote = leaf.text[max(0, start - 80) : end + 80].strip()
    if not leaf.parts:
        return Place(leaf.place.page, leaf.place.box, quote) if leaf.place is not None else None
    at = 0
    for part in leaf.parts:
        if start < at + len(part.quote) + 1:
            return Place(part.page, part.box, part.quote if len(part.quote) <= MAX_QUOTE else quote)
        at += len(part.quote) + 1
    return leaf.parts[-1]


def _sentence(text: str, start: int, end: int) -> str:
    """The sentence around a hit: up to a full stop, or a line break before a capital letter or a bullet."""
    left = start
    while left > 0 and start - left < MAX_QUOTE and not _ends(text, left - 1):
        left -= 1
    right = end
    while right < len(text) and right - end < MAX_QUOTE and not _ends(text, right):
        right += 1
    return text[left : right + 1]


def _ends(text: str, index: int) -> bool:
    here = text[index]
    if here == "." and _SHORT.search(text, max(0, index - 8), index):
        return False
    if here in ".!?;":
        return index + 1 >= len(text) or text[index + 1].isspace()
    return here == "\n" and (index + 1 >= len(text) or not text[index + 1].islower())
