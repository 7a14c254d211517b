"""Participation with nondisabled children: how much, and why not more (34 CFR 300.320(a)(5))."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from iepaudit.model.document import CHECKED
from iepaudit.model.field import Field, FieldState, Place, blank, filled, template, unclear
from iepaudit.model.iep import Block, Placement, Section
from iepaudit.parse.patterns import pattern

_PERCENT = re.compile(r"(\d{1,3}(?:\.\d+)?)\s?(?:%|percent|por ciento)")


def _words(name: str) -> re.Pattern[str]:
    return pattern("participation", name)


def find_placement(sections: Sequence[Section]) -> Placement:
    """What the placement and participation sections say, taken together."""
    own = [s for s in sections if s.key == "nonparticipation"] + [s for s in sections if s.key == "placement"]
    blocks = _distinct(own)
    said = [(b, _text(b)) for b in blocks if _text(b)]
    if not said:
        return Placement(_missing(own), _missing(own), _missing(own))
    text = "\n".join(t for _, t in said)
    statement = filled(text, Place(said[0][0].place.page, said[0][0].place.box, said[0][1]))
    percents = [float(m) for m in _PERCENT.findall(text)]
    full = bool(_words("full").search(text)) and not (
        _words("removal").search(text) and not re.search(r"no removal|not be removed", text, re.I)
    )
    return Placement(
        statement,
        _first(said, _words("extent")),
        _first(said, _words("reason")) if _words("reason").search(text) else _asked_reason(blocks),
        full_participation=full,
        percent_general=_percent_said(said) if percents else None,
        percent_of_minutes=_percent_of_minutes(_totals(blocks)) or _percent_of_sentence(text),
    )


def _text(block: Block) -> str:
    return block.filled or (block.text if CHECKED in block.text else "")


def _distinct(sections: Sequence[Section]) -> list[Block]:
    return list({id(b): b for s in sections for b in s.blocks}.values())


def _missing(sections: Sequence[Section]) -> Field[str]:
    if not sections:
        return blank()
    first = sections[0]
    if any(s.state is FieldState.UNCLEAR for s in sections):
        return unclear(next(s.why for s in sections if s.state is FieldState.UNCLEAR), first.heading_place)
    return template(first.heading_place)


def _first(said: Sequence[tuple[Block, str]], pattern: re.Pattern[str]) -> Field[str]:
    for block, text in said:
        if pattern.search(text):
            return filled(text, Place(block.place.page, block.place.box, text))
    return blank()


def _asked_reason(blocks: Sequence[Block]) -> Field[str]:
    """The answer to the form's own "explain the reasons", whatever words it uses; a word or two answer nothing."""
    empty: Field[str] = blank()
    for block, following in pairwise((*blocks, None)):
        if block is None or not block.template or not _words("asks-why").search(block.template):
            continue
        if len(block.filled.split()) >= _REASON_WORDS:
            return filled(block.filled, Place(block.place.page, block.place.box, block.filled))
        if not block.filled and (following is None or following.label or not following.filled):
            empty = template(block.place)
    return empty


_REASON_WORDS = 15


def _percent_said(said: Sequence[tuple[Block, str]]) -> float | None:
    """The percentage in general education by itself, else the range that was marked ("40-79%") by its end."""
    lines = [f"{b.label}: {text}" if b.label and _PERCENT.match(text) else text for b, text in said]
    alone = _general_percent("\n".join(_RANGE.sub("", line) for line in lines))
    return _general_percent("\n".join(lines)) if alone is None else alone


_RANGE = re.compile(r"\b\d{1,3}\s?%?\s?(?:[-–—]|to|and|a)\s?\d{1,3}\s?%")


def _general_percent(text: str) -> float | None:
    """The percentage of the day in general education, where the sentence says which side it counts."""
    for sentence in re.split(r"(?<=[.;])\s+|\n", text):
        found = _PERCENT.search(sentence)
        if not found:
            continue
        value = float(found[1])
        if value > 100:
            continue
        if _words("away").search(sentence):
            return round(100 - value, 1)
        if _words("outside").search(sentence) and not re.search(
            r"(?:general|regular|ordinari[ao])[^.]{0,40}" + re.escape(found[0]), sentence, re.IGNORECASE
        ):
            return round(100 - value, 1)
        if _words("general").search(sentence):
            return value
    return None


_MINUTES = re.compile(r"(?P<what>[^\n.;:]{8,140}?)\s*[:=]\s*(?P<count>\d{1,2},\d{3}|\d{1,4})(?![\d%.,/:])")


def _totals(blocks: Sequence[Block]) -> str:
    """Each label with its number, on one line or in two cells of a row."""
    lines = [f"{b.label}: {b.filled}" if b.label else b.filled for b in blocks]
    for cell, value in pairwise(blocks):
        if cell.table is not None and (cell.place.page, cell.table, cell.row) == (
            value.place.page,
            value.table,
            value.row,
        ):
            lines.append(f"{cell.label or cell.text}: {value.filled}" if not cell.label or not cell.filled else "")
    return "\n".join(lines)


def _percent_of_minutes(text: str) -> float | None:
    """The percentage of the week in general education, by the two totals that a form asks for: the minutes of the
    school week and those away from class. None where either is missing or stands twice."""
    whole: set[int] = set()
    away: set[int] = set()
    for match in _MINUTES.finditer(text):
        if _words("minutes-away").search(match["what"]):
            away.add(int(match["count"].replace(",", "")))
        elif _words("minutes-of-week").search(match["what"]):
            whole.add(int(match["count"].replace(",", "")))
    if len(whole) != 1 or len(away) != 1:
        return None
    total, out = whole.pop(), away.pop()
    return round(100 - 100 * out / total, 1) if 0 < out <= total and total >= _SHORTEST_WEEK else None


def _percent_of_sentence(text: str) -> float | None:
    """The same by the minutes of a sentence that says on which side they are ("leaves class 315 of 2,100 minutes a
    week"). None where two sentences say it differently."""
    found: set[float] = set()
    for sentence in re.split(r"(?<=[.;])\s+|\n", text):
        match = _OF_WEEK.search(sentence)
        part, whole = (int(match[n].replace(",", "")) for n in (1, 2)) if match else (0, 0)
        if not 0 < part <= whole or whole < _SHORTEST_WEEK:
            continue
        share = 100 * part / whole
        before = sentence[: match.start()] if match else ""
        if _words("leaves").search(before) or _words("outside").search(before):
            found.add(round(100 - share, 1))
        elif _words("takes-part").search(before):
            found.add(round(share, 1))
    return found.pop() if len(found) == 1 else None


_OF_WEEK = re.compile(r"\b(\d{1,2},\d{3}|\d{1,4}) (?:out )?of (?:the |a )?(\d{1,2},\d{3}|\d{3,4}) min(?:ute)?s?\b")
_SHORTEST_WEEK = 300  # minutes: less is a day, or hours
