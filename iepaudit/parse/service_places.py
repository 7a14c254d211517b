"""Where a service is given, by a line or a sentence about it."""

from __future__ import annotations

import re

from iepaudit.parse.dates import find_dates
from iepaudit.parse.measures import read_measure
from iepaudit.parse.patterns import pattern
from iepaudit.segment.known_labels import service_labels

_OTHER_WORDS = re.compile(r"\d|\b(?:in|at|each|every|for|by|from|with|minutes|times|daily|weekly)\b", re.IGNORECASE)
_NAMED_PLACE = re.compile(
    r"\b(?:[A-Z][\w’'.-]+ ){1,5}(?:School|Elementary|Academy|Center|Campus)\b"
    r"(?! (?:[a-z]|District|Psychologist|Counselor|Nurse|Social|Teacher|Board|Year))"
    r"|(?<=[,;]\s)(?:[A-Z][\w’'.-]+ ){1,3}(?:Middle|Intermediate|Primary|High|Elem\.?|[EMH]S)(?=[,;.)]|$)"
)
_IN = re.compile(
    r"\b(?:in|at|within|inside)\s+(?:(?:the|an?|his|her|their)\s+)?(?=(?P<rest>[^.;,()]{2,55}))", re.IGNORECASE
)


def place_in(text: str) -> str:
    """ "resource room" of "... in the resource room": what follows "in" up to a word for a place, or a setting. A
    setting that stands alone between commas comes first, and what stands behind a label "Location:" before that."""
    if labelled := _labelled_place(text):
        return labelled
    for part in re.split(r"[,;.]\s", text)[1:]:
        if pattern("services", "setting").fullmatch(part.strip(" .")) and pattern("services", "place").search(part):
            return part.strip(" .")
    for after in _IN.finditer(text):
        end = pattern("services", "place").search(after["rest"])
        place = after["rest"][: end.end()].strip() if end else ""
        if place and not _OTHER_WORDS.search(place):
            return place
    if named := _NAMED_PLACE.search(text):
        return named.group().strip()
    if listed := _listed_place(text):
        return listed
    settings = (m for m in pattern("services", "setting").finditer(text) if not _OF_PERSON.match(text[m.end() :]))
    return next((m.group().strip() for m in settings), "")


# "Sp. Ed. teacher", "Resource room aide": what somebody is called, not where the child is.
_OF_PERSON = re.compile(
    r"\W{0,2}(?:teach|tchr|instructor|aide|para|assist|staff|provider|specialist|coordinator|team|personnel|educator)",
    re.IGNORECASE,
)


def _labelled_place(text: str) -> str:
    """ "Grade 5 class" of "90 minutes weekly Location: Grade 5 class From 8/24/26 to 8/19/27"."""
    for found in _LABELLED.finditer(text):
        words = found["label"].split()
        if any(service_labels().name_of(" ".join(words[n:])) == "location" for n in range(len(words))):
            said = _VALUE_ENDS.split(text[found.end() :], maxsplit=1)[0].strip(" .,;_")
            person = pattern("services", "role").fullmatch(said)  # "School: counselor", a role on two lines
            if said and not person and len(said.split()) <= _LONGEST_PLACE and any(c.isalpha() for c in said):
                return said
    return ""


_LABELLED = re.compile(r"\b(?P<label>[A-Za-z]+(?:(?: |/)[A-Za-z]+){0,3}):\s+")
_VALUE_ENDS = re.compile(
    r"[;|(]|,\s|\s(?=[A-Z][a-z]+(?: [A-Za-z]+){0,2}:)|"
    r"\s(?=(?i:from|starting|beginning|start|begin)\b)|\s(?=\d{1,2}[/.-]\d)"
)
_LONGEST_PLACE = 8  # words


def _listed_place(text: str) -> str:
    """ "counselor office" of "Counseling, 30 minutes, once a week, counselor office (from 2/9/2026)"."""
    plain = re.sub(r"\s*\([^()]*\)", "", text)
    for part in (p.strip(" .") for p in re.split(r"[,;]\s|\s[–—-]\s", plain)[1:]):
        ends = [m.end() for m in pattern("services", "place").finditer(part)]
        numbered = bool(ends) and _ROOM_NUMBER.fullmatch(part[ends[-1] :]) is not None
        if not numbered or len(part.split()) > 5:
            continue
        measure = read_measure(part)
        if not (
            measure.amount or measure.frequency or find_dates(part) or _OTHER_WORDS.search(re.sub(r"\d", "", part))
        ):
            return part
    return ""


_ROOM_NUMBER = re.compile(r"(?: (?:#|no\.? )?[A-Z]?-?\d{1,4}[A-Za-z]?)?")  # "Room 12", "room B-104"
