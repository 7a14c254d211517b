"""Where the words of a quote stand on a page: boxes for highlights, one for each line that they run over."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from iepaudit.model.document import Word
from iepaudit.model.geometry import Box

_SIGNS = re.compile(r"[\W_]+")
_ENOUGH = 0.6  # share of a quote's words that must be found in its box
_LEAD = 6  # words by which a quote is looked for on the whole page
_SLACK = 2.0  # points: form values stand a little beside the place where they were laid when the plan was read


@dataclass(frozen=True, slots=True)
class Quoted:
    """`words` covers the quote, `match` the words in it that decided; both empty when they were not found."""

    words: tuple[Box, ...] = ()
    match: tuple[Box, ...] = ()


def find_quote(words: Sequence[Word], box: Box | None, quote: str, match: str = "") -> Quoted:
    """The boxes of `quote` among `words`; those of its place as a whole when the words are not there, as on scans."""
    tokens = _tokens(quote)
    found = _inside(words, box, tokens) if box is not None else []
    if _missing(tokens, found):
        found = _run_of(words, tokens)
    if not tokens or _missing(tokens, found):
        return Quoted((box,) if box is not None else ())
    return Quoted(line_boxes(found), line_boxes(_run_of(found, _tokens(match))))


def _tokens(text: str) -> list[str]:
    return [t for t in (_SIGNS.sub("", part).casefold() for part in text.split()) if t]


def _inside(words: Sequence[Word], box: Box, tokens: list[str]) -> list[Word]:
    """The words of the box, without those that the quote does not have."""
    wider = Box(box.x0 - _SLACK, box.top - _SLACK, box.x1 + _SLACK, box.bottom + _SLACK)
    known = Counter(tokens)
    found = []
    for word in words:
        if not wider.holds(*word.box.center):
            continue
        own = _tokens(word.text)
        if not own or all(known[t] > 0 for t in own):
            found.append(word)
            known.subtract(own)
    return found


def _missing(tokens: list[str], found: Sequence[Word]) -> bool:
    there = Counter(t for w in found for t in _tokens(w.text))
    return sum((Counter(tokens) & there).values()) < _ENOUGH * max(1, len(tokens))


def _run_of(words: Sequence[Word], tokens: list[str]) -> list[Word]:
    """The words that begin where the first `tokens` stand one after the other, as many as there are tokens."""
    if not tokens:
        return []
    flat = [(token, n) for n, word in enumerate(words) for token in _tokens(word.text)]
    lead = tokens[:_LEAD]
    for start in range(len(flat) - len(lead) + 1):
        if all(flat[start + k][0] == token for k, token in enumerate(lead)):
            last = min(start + len(tokens), len(flat)) - 1
            return list(words[flat[start][1] : flat[last][1] + 1])
    return []


def line_boxes(words: Iterable[Word]) -> tuple[Box, ...]:
    """Boxes around words that follow each other on one line."""
    ordered = sorted(words, key=lambda w: (round(w.box.center[1]), w.box.x0))
    if not ordered:
        return ()
    boxes = [ordered[0].box]
    for before, word in pairwise(ordered):
        height = max(before.box.height, word.box.height)
        beside = abs(before.box.center[1] - word.box.center[1]) < 0.5 * height
        if beside and word.box.x0 - before.box.x1 < 2 * height:
            boxes[-1] = boxes[-1].union(word.box)
        else:
            boxes.append(word.box)
    return tuple(boxes)
