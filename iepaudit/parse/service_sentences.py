"""Paragraphs and lists of boxes that name several services, one sentence or one option at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from iepaudit.model.document import CHECKED
from iepaudit.model.field import Place
from iepaudit.model.iep import Block
from iepaudit.parse.measures import read_measure
from iepaudit.parse.service_fields import service_words
from iepaudit.parse.tables import flat
from iepaudit.segment.known_headings import headings
from iepaudit.segment.label import BOXES

# What cannot be what a service is called.
NO_NAME = re.compile(
    r"(?:in|on|at|by|for|from|during|after|before|when|while|since|because|until|each|every|if|as|last|this|that|these|"
    r"he|she|they|it|missing|losing|leaving|spending|being|having|(?:any |the |a |proposed )?changes? (?:in|to|of)|"
    r"goals?|reviewed|the (?:team|committee|parents?|student|child))\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[a-z0-9)]\.)(?<!\bMs\.)(?<!\bMr\.)(?<!\bMrs\.)(?<!\bDr\.)(?<!\bSt\.)\s+(?=[A-Z])")


def by_sentence(blocks: Sequence[Block]) -> Iterator[Block]:
    """A paragraph that promises several services, one sentence each, as so many blocks."""
    for block in blocks:
        options = _marked_options(block)
        if options:
            yield from options
            continue
        sentences = _SENTENCE.split(flat(block.filled))
        timed = [s for s in sentences if _is_timed(s)]
        boxed = any(box in block.text for box in BOXES)
        if not boxed and len(sentences) > 1 and (told := _behind_reasons(sentences)):
            place = Place(block.place.page, block.place.box, told)
            yield replace(block, label="", text=told, filled=told, place=place)
            continue
        if len(timed) < 2 or boxed:
            yield block
            continue
        for number, sentence in enumerate(sentences):
            place = Place(block.place.page, block.place.box, sentence)
            label = block.label if number == 0 and not headings().match(block.label) else ""
            yield replace(block, label=label, text=sentence, filled=sentence, place=place)


def _behind_reasons(sentences: Sequence[str]) -> str:
    """What is given, where it stands behind sentences without any time that say why ("Over summer he lost 8 of 14
    words. Speech therapy, 30 minutes 2 times weekly."); else ""."""
    measured = [n for n, s in enumerate(sentences) if (m := read_measure(s)).amount or m.frequency]
    if len(measured) != 1 or measured[0] == 0:
        return ""
    first = measured[0]
    measure = read_measure(sentences[first])
    before = " ".join(sentences[:first])
    served = service_words("service").search(before) and service_words("service").search(sentences[first]) is None
    return "" if served or not (measure.amount and measure.frequency) else " ".join(sentences[first:])


def _marked_options(block: Block) -> list[Block]:
    """A list of boxes with the amounts behind them, in one block: each marked one as a block of its own."""
    text = flat(block.filled)
    pieces = [p.strip(f" {CHECKED}") for p in re.split(f"(?={CHECKED})", text) if p.strip(f" {CHECKED}")]
    if block.label or not text.startswith(CHECKED) or not pieces or not all(_is_offer(p) for p in pieces):
        return []
    return [replace(block, text=p, filled=p, place=Place(block.place.page, block.place.box, p)) for p in pieces]


def _is_offer(text: str) -> bool:
    """ "Counseling: 30 minutes weekly", and no sentence about services."""
    return _is_timed(text) and len(_SENTENCE.split(text)) == 1 and not NO_NAME.match(text) and len(text.split()) < 25


def sentences_of(block: Block) -> Iterator[Block]:
    """The sentences of a paragraph, each as a block."""
    for sentence in _SENTENCE.split(flat(block.filled)):
        place = Place(block.place.page, block.place.box, sentence)
        yield replace(block, label="", text=sentence, filled=sentence, place=place)


def _is_timed(sentence: str) -> bool:
    measure = read_measure(sentence)
    return bool(measure.amount and service_words("service").search(sentence))


def explains_codes(text: str) -> bool:
    """Whether a line says what the short signs of a table stand for ("GEE = General Education Environment", "C:
    Consultation"), at least two of them."""
    signs = list(_SIGN.finditer(text))
    told = [sign for sign in signs if sign["equals"] or _initials(sign["words"]).startswith(sign["code"].lower())]
    return len(told) >= _FEWEST_CODES and not read_measure(text).amount


def _initials(words: str) -> str:
    return "".join(word[0] for word in re.findall(r"\w+", words.lower()))


_SIGN = re.compile(
    r"(?<![\w-])[(\[]?(?P<code>[A-Z]{1,5}|\d)[)\]]?\s*(?:(?P<equals>=)|[:–—-])\s*"
    r"(?P<words>[A-Za-z][\w/'’-]*(?: [\w/'’-]+){0,5})"
)
_FEWEST_CODES = 2
