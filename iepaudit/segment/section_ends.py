"""Where a part inside of another ends, and which headings inside of a part are values or answers there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from iepaudit.resources import name_words
from iepaudit.segment.blocks import Raw
from iepaudit.segment.known_labels import labels
from iepaudit.segment.label import known_label

_SPEAKER = re.compile(
    r"(?:mr|mrs|ms|miss|mx|dr)\b|(?:his|her|their|the)?\s*(?:mom|mother|dad|father|grand\w+|parents?|guardian|aunt|uncle)\b",
    re.IGNORECASE,
)
_DAY = re.compile(r"\d{1,2}/\d{1,2}(?:/\d{2,4})?")


def ends_inner(raw: Raw, opener: Raw, shared: frozenset[tuple[int, int, int]]) -> bool:
    """An inner section that began with a label ends at the next label; one with a heading at the next heading."""
    if _in_row_below(raw, opener, shared):
        return True
    if opener.heading:
        bare = opener.text.rstrip().endswith(":")  # a label alone on its line
        return raw.heading or _labelled_heading(raw) or (bare and bool(raw.label) and not raw.bullet)
    if raw.bullet:
        return False
    return bool(raw.label) or raw.heading or len(opener.text) > 0


def is_in_value(raws: Sequence[Raw], position: int, opener: int) -> bool:
    """Whether a label is part of the value of the label that opened a part: it stands right behind it in the same line,
    or goes on with the same name ("Course of study: Grade 11: English. Grade 12: Government.")."""
    first, raw = raws[opener + 1], raws[position]
    if not raws[opener].label or raws[opener].text or first.first is not raws[opener].lines[-1] or not first.label:
        return False
    name = labels().name_of(first.label)
    return position == opener + 1 or bool(raw.label and name and labels().name_of(raw.label) == name)


def is_answer(raws: Sequence[Raw], position: int, opener: int) -> bool:
    """Whether the words before a colon begin the answer to a heading right above them and are no label, but say who
    speaks or when ("Ms. Fenn: Ida is shy.", "Evaluation of 3/4/2026: ...")."""
    raw, asks = raws[position], raws[opener]
    if position != opener + 1 or not asks.heading or not asks.text.rstrip().endswith((":", "?")) or not raw.text:
        return False
    return not (raw.label.isupper() or known_label(raw.label)) and _says_who_or_when(raw.label, raws)


def _says_who_or_when(label: str, raws: Sequence[Raw]) -> bool:
    if _SPEAKER.match(label) or _DAY.search(label):
        return True
    known, first = name_words(), label.split()[0] if label.strip() else ""
    if not first[:1].isupper() or first.lower() in known.form or len(label.split()) > 2:
        return False
    named = re.compile(rf"\b{re.escape(first)} [A-Z][a-z]")  # with a surname, anywhere else
    return first.lower() in known.given or any(named.search(r.text) for r in raws)


def _in_row_below(raw: Raw, opener: Raw, shared: frozenset[tuple[int, int, int]]) -> bool:
    """The label of a later row, where the part that is open began as the label of a row."""
    one, other = opener.first, raw.first
    if one.table is None or (one.page, one.table) != (other.page, other.table) or one.column != 0 or other.column != 0:
        return False
    if one.row is None or other.row is None or (one.page, one.table, one.row) not in shared:
        return False
    return other.row > one.row


def _labelled_heading(raw: Raw) -> bool:
    return bool(raw.label) and raw.label.isupper() and len(raw.label) > 3


def may_end(outer: str, raw: Raw) -> bool:
    """Whether a heading of services, aids or people may stand behind the part `outer` rather than in it: accommodations
    for tests are part of the tests, but not the aids for all classes."""
    return outer in _BESIDE or (outer == "assessment" and _FOR_CLASSES.match(raw.text) is not None)


_BESIDE = frozenset({"esy", "behavior"})
_FOR_CLASSES = re.compile(
    r"(?!.*\b(?:test|assess|evalua))(?=.*\b(?:supplement\w+|program|class(?:es|rooms?)?|suplementari[ao]s)\b)",
    re.IGNORECASE,
)
