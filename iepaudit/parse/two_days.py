"""Two days at one label: "Evaluation / Reevaluation due: 3/4/2025 / 3/4/2028", "IEP begins / ends: ..."."""

from __future__ import annotations

import re
from datetime import date

from iepaudit.parse.dates import find_dates
from iepaudit.segment.known_labels import Labels

_OF_EVALUATIONS = frozenset({"evaluation-date", "reevaluation-date", "reevaluation", "evaluation", "evaluations"})
_YEARS = (2 * 365, 3 * 365 + 45)  # days from one evaluation to the day when the next is due, at least and at most
_BETWEEN = re.compile(
    r"[\W_]*(?:(?:and|or|next|due|by|to|on|date|is|(?:re-?)?eval(?:uation)?|triennial|(?:3|three)[- ]?(?:year|yr)|"
    r"expires?)\b[\W_]*){0,5}",
    re.IGNORECASE,
)
_LONGEST_LABEL = 80  # characters
_DIVIDED = re.compile(r"\s*[/&|;,–—]\s*|\s+(?:and|or)\s+|\s+")


def two_days(label: str, value: str, known: Labels) -> tuple[tuple[str, str], ...]:
    """(meaning of a label, its day), twice, where a place asks for two days and two stand there; else nothing. The two
    labels may be joined by a stroke or only stand one behind the other; one that speaks of an evaluation and of the
    next has two days about three years apart."""
    days = find_dates(value)
    if len(days) != 2 or len(label) > _LONGEST_LABEL:
        return ()
    first, second = days
    around = (value[: first.start], value[second.end :])
    if any(c.isalnum() for text in around for c in text) or not _BETWEEN.fullmatch(value[first.end : second.start]):
        return ()
    if known.name_of(label) in _OF_EVALUATIONS and _apart(first.value, second.value):
        names: tuple[str, str] | None = ("evaluation-date", "reevaluation-date")
    else:
        names = _two_meanings(label, known)
    if names is None:
        return ()
    return (names[0], value[first.start : first.end]), (names[1], value[second.start : second.end])


def _two_meanings(label: str, known: Labels) -> tuple[str, str] | None:
    """What the two halves of a label mean, both of them days and not the same."""
    for cut in _DIVIDED.finditer(label):
        halves = known.name_of(label[: cut.start()]), known.name_of(label[cut.end() :])
        if halves[0] and halves[1] and halves[0] != halves[1] and all(str(h).endswith("-date") for h in halves):
            return halves[0], halves[1]
    return None


def _apart(first: date, second: date) -> bool:
    return _YEARS[0] <= (second - first).days <= _YEARS[1]
