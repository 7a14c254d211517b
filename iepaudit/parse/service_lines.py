"""Services in lines: labels with their values, list items and sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from iepaudit.model.field import Place
from iepaudit.model.iep import Block, Section
from iepaudit.parse.dates import find_dates
from iepaudit.parse.measures import read_measure
from iepaudit.parse.service_fields import ServiceDraft, boxed_units, flat, place_in, service_words
from iepaudit.parse.service_rows import CATEGORY, GENERIC
from iepaudit.segment.catalogue import headings, service_labels
from iepaudit.segment.pieces import BOXES
from iepaudit.segment.prompts import is_prompt

_PROMISE = re.compile(
    r"\b(?:will\s+(?:receive|be\s+provided(?:\s+with)?|get|have)|receives?|is\s+provided(?:\s+with)?|recibir[áa])\s+"
    r"(?!(?:for|from|by|to|on|at)\b)(?P<name>[^.;,:\d]{4,80}?)\s*(?:[,:(]|\bfor\b|\bfrom\b|\bin\s+the\b|\btwice\b|\bonce\b|\bdaily\b|\bweekly\b|(?=\d)|\b(?:one|two|three|four|five)\b)",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"\s*\b(?:is\s+|are\s+|will\s+be\s+|will\s+)?(?:chang|increas|decreas|reduc|rais|lower)\w+\s+from\s+"
    r"[^.]{3,60}?\s+to\s+(?=\d|one|two|three|four|five)",
    re.IGNORECASE,
)
# What cannot be what a service is called, and where a sentence names one all the same.
_NO_NAME = re.compile(
    r"(?:in|on|at|by|for|from|during|after|before|when|while|since|because|until|each|every|if|as|last|this|that|these|"
    r"he|she|they|it|goals?|reviewed|the (?:team|committee|parents?|student|child))\b",
    re.IGNORECASE,
)
_SAID = re.compile(r"\bservices?(?: to be provided)?:\s*(?P<name>[^,;.:\d]{4,60}?)(?=,|;|\.|\s\d|$)", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[a-z0-9)]\.)\s+(?=[A-Z])")


def from_lines(blocks: Sequence[Block], category: str, section: Section | None) -> Iterator[ServiceDraft]:
    known = service_labels()
    current: ServiceDraft | None = None
    for block in _by_sentence(blocks):
        text = _CHANGE.sub(", ", flat(block.filled))  # "changes from 30 minutes ... to 60 minutes ...": what holds now
        if not text or is_prompt(text):
            continue
        name = known.name_of(block.label) if block.label else None
        measure = read_measure(boxed_units(text)[0])
        match = headings().match(block.label) if block.label else None
        if match and match.whole and match.key in CATEGORY:
            category = CATEGORY[match.key]
        if name and name != "name" and not (match and match.whole):
            if current is not None and block.label.strip().lower() != "date":  # a bare date is that of a signature
                current.put(name, text, block.place)
                current.text = f"{current.text} {block.place.quote}".strip()
            continue
        if name == "name" and not measure.amount:
            if GENERIC.match(text):
                continue
            if current:
                yield current
            current = ServiceDraft(text.split(";")[0], block.place, category, text=block.place.quote)
            continue
        timed = measure.amount or measure.frequency or service_words("vague-amount").search(text)
        if not timed and not (section is not None and _names_service(block, text)):
            goes_on = current is not None and not block.label and not block.bullet and len(text.split()) < 14
            if current is not None and goes_on and (place_in(text) or find_dates(text)):
                current.text = f"{current.text} {text}"
            continue
        if section is not None and block.label == section.heading:
            own = re.split(r"[,;:–—.]", text, maxsplit=1)[0].strip()
        else:
            own = _name_of(block, text)
        if not own or GENERIC.match(own) or not any(c.isalpha() for c in own) or len(own.split()) > 16:
            continue
        if not service_words("service").search(own) and (not measure.amount or _NO_NAME.match(own)):
            said = _SAID.search(text)
            if said is None:
                continue
            own = said["name"].strip()
        if re.match(r"(?:progress|report|total|service (?:minutes|times|time)|the service)", own, re.IGNORECASE):
            continue
        if current:
            yield current
        current = ServiceDraft(own, block.place, category, text=f"{block.label}: {text}" if block.label else text)
    if current:
        yield current


def _by_sentence(blocks: Sequence[Block]) -> Iterator[Block]:
    """A paragraph that promises several services, one sentence each, as so many blocks."""
    for block in blocks:
        sentences = _SENTENCE.split(flat(block.filled))
        timed = [s for s in sentences if _is_timed(s)]
        if len(timed) < 2 or any(box in block.text for box in BOXES):
            yield block
            continue
        for number, sentence in enumerate(sentences):
            place = Place(block.place.page, block.place.box, sentence)
            label = block.label if number == 0 and not headings().match(block.label) else ""
            yield replace(block, label=label, text=sentence, filled=sentence, place=place)


def _is_timed(sentence: str) -> bool:
    measure = read_measure(sentence)
    return bool(measure.amount and service_words("service").search(sentence))


def _names_service(block: Block, text: str) -> bool:
    """A label that names a service, with a date or with place and provider behind it, but no amount: a gap in the
    plan, and no reason to leave the service out."""
    if not block.label or not service_words("service").search(block.label) or GENERIC.match(text):
        return False
    return bool(find_dates(text)) or bool(place_in(text) and service_words("role").search(text))


def _name_of(block: Block, text: str) -> str:
    """What the service is called: the label, or the words before the amount, or the object of "will receive"."""
    if block.label:
        return re.sub(r"^\s*\(?\d{1,2}[.)]\s*", "", block.label)
    promise = _PROMISE.search(text)
    if promise:
        return re.sub(r"^(?:an?|the)\s+", "", promise["name"].strip())
    text = re.sub(r"^\s*\(?\d{1,2}[.)]\s*", "", text)
    subject = re.match(r"^(?:an?|the)\s+(?P<who>[^.;,]{4,60}?)\s+will\b", text, re.IGNORECASE)
    if subject and (service_words("service").search(subject["who"]) or service_words("role").search(subject["who"])):
        return subject["who"]
    head = re.split(
        rf"\s*(?=[{BOXES}])|"
        r"\s*[,;:–—]\s|\s+-\s+|\s+(?=\d)|\s+(?:for|is\s+provided|are\s+provided|provided|delivered|will\s+be|at\s+least)\b|"
        r"\s+(?=(?:once|twice|daily|weekly|monthly|one|two|three|four|five)\b)",
        text, maxsplit=1, flags=re.IGNORECASE,
    )[0]  # fmt: skip
    return head.strip(" .,-–—")
