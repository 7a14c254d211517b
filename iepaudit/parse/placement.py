"""Participation with nondisabled children: how much, and why not more (34 CFR 300.320(a)(5))."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
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
    asked = _labelled(blocks, {id(s.blocks[0]): s.heading for s in own if s.blocks})
    percents = [float(m) for m in _PERCENT.findall(text)]
    full = bool(_words("full").search(text)) and not (
        _words("removal").search(text) and not re.search(r"no removal|not be removed", text, re.I)
    )
    return Placement(
        statement,
        _first(said, _words("extent")),
        _first(said, _words("reason")) if _words("reason").search(text) else _asked_reason(blocks),
        full_participation=full,
        percent_general=_percent_said(asked) if percents else None,
        percent_of_minutes=_percent_of_minutes(asked) or _percent_of_sentences(asked),
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


@dataclass(frozen=True, slots=True)
class _Said:
    """What somebody wrote, with what the form asks there: the label before it, the cell above or the one beside."""

    labels: tuple[str, ...]
    text: str

    @property
    def lines(self) -> tuple[str, ...]:
        return tuple(f"{label}: {self.text}" for label in self.labels) or (self.text,)


def _labelled(blocks: Sequence[Block], headings: Mapping[int, str]) -> list[_Said]:
    """All that was written, in order; a cell of a table with the words of the cell above and of the one on its left,
    or, for the first block of a section, its heading."""
    cells = {(b.place.page, b.table, b.row, b.column): b for b in blocks if b.table is not None}
    found: list[_Said] = []
    for before, block in pairwise((None, *blocks)):
        assert block is not None
        near = [label for label in (block.label, headings.get(id(block), "")) if label]
        if block.table is not None and not block.label:
            row = block.row if block.row is not None else 0
            above = cells.get((block.place.page, block.table, row - 1, block.column))
            beside = before if before and (before.place.page, before.table, before.row) == _row(block) else None
            near += [b.text for b in (above, beside) if b is not None and b.column is not None and _is_caption(b)]
        if text := _text(block):
            found.append(_Said(tuple(near), text))
    return found


def _row(block: Block) -> tuple[int, int | None, int | None]:
    return block.place.page, block.table, block.row


def _is_caption(block: Block) -> bool:
    return not _AMOUNT.search(block.text)


def _percent_said(said: Sequence[_Said]) -> float | None:
    """The percentage in general education by itself, else the range that was marked ("40-79%") by its end."""
    lines = [line for one in said for line in (one.lines if _PERCENT.match(one.text) else (one.text,))]
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


_NUMBER = r"\d{1,2},\d{3}|\d{1,4}(?:\.\d+)?"
_AMOUNT = re.compile(r"\d\s?%|\d\s?(?:min|hour|hr)|^\W*[\d,.]+\W*$", re.IGNORECASE)
_TOTAL = re.compile(
    rf"\W*(?:(?P<hours>{_NUMBER})\s?(?:hours?|hrs?)\b\W*)?(?:(?P<minutes>{_NUMBER})(?:\s?min(?:ute)?s?\b)?)?"
    rf"(?:\s*\((?P<same>{_NUMBER})\s?min(?:ute)?s?\))?\W*(?:(?:a|per|each|every)\s+week|weekly)?\W*",
    re.IGNORECASE,
)
_UNIT = re.compile(r"\b(?:min(?:ute)?s?|hours?|hrs?)\b", re.IGNORECASE)
_HOURS = re.compile(r"\b(?:hours?|hrs?)\b", re.IGNORECASE)
_LINE = re.compile(r"(?P<what>[^\n.;:]{8,140}?)\s*[:=]\s*(?P<count>[^:=;\n]{1,60}?)(?=[;\n]|\.\s|\.?$|\s[A-Z])")


def _percent_of_minutes(said: Sequence[_Said]) -> float | None:
    """The percentage of the week in general education, by the two totals that a form asks for: the time of the school
    week and that away from class. None where either is missing or stands twice."""
    whole: set[float] = set()
    away: set[float] = set()
    for what, count in (pair for one in said for line in one.lines for pair in _pairs_in(line)):
        minutes = _minutes(what, count)
        asked = f"{what} (minutes)"  # in whichever unit the form asks
        if minutes is None:
            continue
        if _words("minutes-away").search(asked):
            away.add(minutes)
        elif _words("minutes-of-week").search(asked) and not _words("part-of-week").search(asked):
            whole.add(minutes)
    if len(whole) != 1 or len(away) != 1:
        return None
    total, out = whole.pop(), away.pop()
    return round(100 - 100 * out / total, 1) if 0 < out <= total and total >= _SHORTEST_WEEK else None


def _pairs_in(line: str) -> Iterator[tuple[str, str]]:
    return ((match["what"], match["count"]) for match in _LINE.finditer(line))


def _minutes(what: str, count: str) -> float | None:
    """How many minutes an amount is: "1,950", "32 hours 30 minutes (1,950 minutes)", "32.5" of a label about hours."""
    match = _TOTAL.fullmatch(count)
    if match is None or not any(match.groups()):
        return None
    hours, minutes, same = (
        float(match[n].replace(",", "")) if match[n] else None for n in ("hours", "minutes", "same")
    )
    if same is not None:
        return same
    if hours is not None:
        return 60 * hours + (minutes or 0)
    if minutes is None or (not _UNIT.search(count) and not _UNIT.search(what)):
        return None
    in_hours = _HOURS.search(what) and not re.search(r"\bmin", f"{what} {count}", re.IGNORECASE)
    return 60 * minutes if in_hours else minutes


def _percent_of_sentences(said: Sequence[_Said]) -> float | None:
    """The same by the minutes of a sentence that says on which side they are ("leaves class 315 of 2,100 minutes a
    week"). None where two sentences say it differently."""
    found: set[float] = set()
    for sentence in (part for one in said for line in one.lines for part in re.split(r"(?<=[.;])\s+|\n", line)):
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
