"""Several questions with their boxes in one paragraph, on a line or over several."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from iepaudit.model.iep import Answer, Block
from iepaudit.parse.answers import BOXES, OPTION, from_options
from iepaudit.parse.questions import Asks

_WORD = r"(?:yes|no|s[ií]|y|n)\b"
_THIRD = rf"(?:[^{BOXES}\w]{{0,4}}[{BOXES}]\s*(?:n\.?\s?/?\s?a\b|not applicable\b))?"
_ASIDE = rf"(?:\s*\([^(){BOXES}]{{1,40}}\))?"  # "☒ Yes (see goal 2) ☐ No"
PAIR = re.compile(rf"[{BOXES}]\s*{_WORD}{_ASIDE}[^{BOXES}\w]{{0,4}}[{BOXES}]\s*{_WORD}{_THIRD}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Run:
    """Several questions in one paragraph, with their answers, and the words behind the last pair of boxes, which may
    begin the next question."""

    answers: tuple[tuple[str, Answer], ...]
    tail: str


def run_of_questions(text: str, asks: Asks) -> Run | None:
    """ "Behavior: ☐ Yes ☒ No. English learner: ☐ Yes ☒ No." None for a text with fewer than two pairs of boxes."""
    pairs = list(PAIR.finditer(text))
    if len(pairs) < 2:
        return None
    found: list[tuple[str, Answer]] = []
    if not text[: pairs[0].start()].strip() and text[pairs[-1].end() :].strip():
        return Run(tuple(_answers_first(text, pairs, asks)), "")
    begin = 0
    for pair in pairs:
        name = asks(_last_sentence(text[begin : pair.start()]))
        answer = from_options(OPTION.findall(pair.group()))
        if name and answer is not None:
            found.append((name, answer))
        begin = pair.end()
    return Run(tuple(found), _last_sentence(text[begin:]))


def _answers_first(text: str, pairs: Sequence[re.Match[str]], asks: Asks) -> Iterator[tuple[str, Answer]]:
    """ "☐ Yes ☒ No Behavior impedes learning. ☐ Yes ☒ No English learner": each question stands behind its boxes."""
    ends = [*(pair.start() for pair in pairs[1:]), len(text)]
    for pair, end in zip(pairs, ends, strict=True):
        name = asks(text[pair.end() : end])
        answer = from_options(OPTION.findall(pair.group()))
        if name and answer is not None:
            yield name, answer


def asked_above(blocks: Sequence[Block], position: int) -> str:
    """The question that ends the line above, where a line of prose begins with the boxes for its answer."""
    above, block = blocks[position - 1] if position else None, blocks[position]
    asked = above.place.quote.rstrip() if above is not None and above.table is None and block.table is None else ""
    boxed = [text.lstrip()[:1] in tuple(BOXES) for text in (asked, block.place.quote)]
    return _last_question(asked) if asked.endswith("?") and boxed == [False, True] else ""


def _last_question(text: str) -> str:
    return re.split(r"(?<=[.;)?])\s+|¿", text.strip())[-1]


def _last_sentence(text: str) -> str:
    return re.split(r"(?<=[.;)])\s+|¿", text.rstrip(" .;"))[-1].strip()
