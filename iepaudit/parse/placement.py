"""Participation with nondisabled children: how much, and why not more (34 CFR 300.320(a)(5))."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from iepaudit.model.document import CHECKED, EMPTY
from iepaudit.model.field import Field, FieldState, Place, blank, filled, template, unclear
from iepaudit.model.iep import Block, Placement, Section
from iepaudit.parse.patterns import pattern

_PERCENT = re.compile(r"(\d{1,3}(?:\.\d+)?)\s?(?:%|percent|por ciento)")


def _words(name: str) -> re.Pattern[str]:
    return pattern("participation", name)


def find_placement(sections: Sequence[Section]) -> Placement:
    """What the placement and participation sections say, taken together."""
    own = [s for s in sections if s.key == "nonparticipation"] + [s for s in sections if s.key == "placement"]
    blocks = _without_rows_not_chosen(_distinct(own))
    said = [(b, _text(b)) for b in blocks if _text(b)]
    if not said:
        return Placement(_missing(own), _missing(own), _missing(own))
    text = "\n".join(t for _, t in said)
    statement = filled(text, Place(said[0][0].place.page, said[0][0].place.box, said[0][1]))
    asked = _labelled(blocks, {id(s.blocks[0]): s.heading for s in own if s.blocks})
    percent, (least, most) = _percent_said(asked), _range_said(asked)
    full = bool(_words("full").search(text)) and not (
        _words("removal").search(text) and not re.search(r"no removal|not be removed", text, re.I)
    )
    return Placement(
        statement,
        _first(said, _words("extent")),
        _first(said, _words("reason")) if _words("reason").search(text) else _asked_reason(blocks),
        full_participation=full,
        percent_general=percent,
        percent_least=least if percent is None else None,
        percent_most=most if percent is None else None,
        percent_of_minutes=_percent_of_minutes(asked) or _percent_of_sentences(asked),
    )


def _text(block: Block) -> str:
    return block.filled or (block.text if CHECKED in block.text else "")


def _distinct(sections: Sequence[Section]) -> list[Block]:
    return list({id(b): b for s in sections for b in s.blocks}.values())


def _without_rows_not_chosen(blocks: Sequence[Block]) -> list[Block]:
    """Without the rows of a list of settings beside an empty box, and with the box that was marked before its row."""
    rows: dict[tuple[int, int | None, int | None], list[Block]] = {}
    for block in blocks:
        rows.setdefault(_row(block), []).append(block)
    boxed = {key: own for key, row in rows.items() if key[1] is not None and len(own := _boxes(row)) == 1 < len(row)}
    tables = Counter((page, table) for page, table, _ in boxed)
    gone = {
        id(block)
        for key, own in boxed.items() if tables[key[:2]] > 1
        for block in rows[key] if CHECKED not in own[0].text
    }  # fmt: skip
    return [block for block in blocks if id(block) not in gone]


def _boxes(row: Sequence[Block]) -> list[Block]:
    return [b for b in row if b.text.strip() in (CHECKED, EMPTY)]


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


def _lines(said: Sequence[_Said]) -> list[str]:
    """What was written, each share of the day with what the form asks there."""
    return [line for one in said for line in (one.lines if _SHARE.match(one.text) else (one.text,))]


def _percent_said(said: Sequence[_Said]) -> float | None:
    """The percentage in general education, if one is stated by itself."""
    return _general_percent("\n".join(_RANGE.sub("", line) for line in _lines(said)))


def _range_said(said: Sequence[_Said]) -> tuple[float, float] | tuple[None, None]:
    """The range of the percentage in general education that was marked ("40-79%", "less than 40%")."""
    for sentence in _sentences("\n".join(_lines(said))):
        found = _RANGE.search(sentence)
        if found is None:
            continue
        one, other, more, least, less, most = (float(end) if end else None for end in found.groups())
        low, high = one or more or least or 0.0, other or less or most or 100.0
        if low > high or high > 100:
            continue
        if _is_away(sentence, found[0]):
            return 100 - high, 100 - low
        if _words("general").search(sentence):
            return low, high
    return None, None


_N = r"(\d{1,3})\s?(?:%|percent|por ciento)"
_RANGE = re.compile(
    rf"\b(\d{{1,3}})\s?%?\s?(?:[-–—]|to|and|a)\s?{_N}"
    rf"|\b{_N}\s(?:or|and)\s(?:more|greater|above|higher|over)\b"
    rf"|(?:\bat least|\b(?:more|greater) than|\bover|>=?|≥)\s*{_N}"
    rf"|\b{_N}\s(?:or|and)\s(?:less|fewer|lower|below|under)\b"
    rf"|(?:\bat most|\b(?:less|fewer|no more|not more) than|\bunder|\bup to|<=?|≤)\s*{_N}",
    re.IGNORECASE,
)
_SHARE = re.compile(rf"(?:{_RANGE.pattern})|{_PERCENT.pattern}", re.IGNORECASE)


def _sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.;])\s+|\n", text)


def _is_away(sentence: str, percent: str) -> bool:
    """Whether a sentence gives a percentage as the share outside of general education."""
    _, _, behind_it = sentence.partition(percent)
    if _words("share-with-all").match(behind_it.lstrip()):
        return False
    if _words("away").search(sentence):
        return True
    behind = r"(?:general|regular|ordinari[ao])[^.]{0,40}" + re.escape(percent)
    return bool(_words("outside").search(sentence) and not re.search(behind, sentence, re.IGNORECASE))


def _general_percent(text: str) -> float | None:
    """The percentage of the day in general education, where the sentence says which side it counts."""
    for sentence in _sentences(text):
        found = _PERCENT.search(sentence)
        if not found:
            continue
        value = float(found[1])
        if value > 100:
            continue
        if _is_away(sentence, found[0]):
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
    for sentence in (part for one in said for line in one.lines for part in _sentences(line)):
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
