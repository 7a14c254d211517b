"""What a service row or sentence says of amount, frequency, place, dates and provider."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from iepaudit.model.document import CHECKED
from iepaudit.model.field import Field, FieldState, Place, blank, filled, template, unclear
from iepaudit.model.iep import Service
from iepaudit.parse.dates import find_dates, says_roughly_when, writes_day_first
from iepaudit.parse.measures import Measure, read_measure
from iepaudit.parse.patterns import pattern
from iepaudit.parse.service_places import place_in

# A year divided by a narrow column: "10/20/202 5", "10/20/20 25". Not "10/06/25 10/01/26", not "10/06/25 5 per week".
SPLIT_DATE = re.compile(
    r"(\d{1,2}[/.-]\d{1,2}[/.-](?:2(?=\s+0\d\d)|20(?=\s+\d\d(?!\d))|20\d(?=\s+\d(?!\d))|2(?=\s+\d(?!\d))))"
    r"\s+(\d{1,3})(?![\d/.-]|\s*(?:min|hr|hour|x\b|times|days?\b|per\b|sessions?\b))"
)
_PROVIDER = re.compile(
    r"\b(?:provid(?:er|ed\s+by)\s*:?\s*|by:\s*|delivered\s+by\s+|by\s+(?=an?\s|the\s))(?:an?\s+|the\s+)?(?P<by>[^.;,\n]{2,70}?)"
    r"(?=\s+(?:in\s+(?:the|an?|his|her|their)|for\s|from\s|beginning|during|within|to\s|service\s+dates)|[.;,\n]|$)",
    re.IGNORECASE,
)
_ROOM = re.compile(r"(?:['’]?s['’]?)?\s+(?:room|office|space|area|clinic|class(?:room)?|gym)\b", re.IGNORECASE)
_DAYS = re.compile(rf"{CHECKED}\s*(D|W|M|Q|Y)\b")
_UNITS = {"D": "daily", "W": "weekly", "M": "monthly", "Q": "quarterly", "Y": "yearly"}
_PLACES = re.compile(rf"{CHECKED}\s*(G|S|O|reg(?:ular)?\.?\s*ed|sp(?:ecial|\.)?\s*ed|home|other)\b", re.IGNORECASE)
_PLACE_NAMES = {"g": "general education", "s": "special education", "o": "other", "home": "home", "other": "other"}


def service_words(name: str) -> re.Pattern[str]:
    return pattern("services", name)


@dataclass(slots=True)
class ServiceDraft:
    name: str
    place: Place
    category: str
    parts: dict[str, tuple[str, Place]] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)
    text: str = ""
    weekly: tuple[int | None, ...] = ()  # minutes a week of its several amounts, which come together

    def put(self, name: str, value: str, place: Place) -> None:
        value = value.strip()
        if not value:
            self.asked.add(name)
        elif name in self.parts:
            before, at = self.parts[name]
            if name in ("provider", "location") and before.lower() == value.lower():
                return
            self.parts[name] = (_how_often(before, value) if name == "frequency" else f"{before}; {value}", at)
        else:
            self.parts[name] = (value, place)


_EVERY_WEEKS = re.compile(r"every (?:\d+ )?weeks?$")
_PER_WEEK = re.compile(r"\s*(?:\b(?:per|a|each|every)\s+|/\s*)(?:week|wk)\b\.?$", re.IGNORECASE)


def _how_often(before: str, value: str) -> str:
    """What two columns say of how often: "2 days per week" and "every 3 weeks" are two days in three weeks."""
    if _EVERY_WEEKS.match(before) and not _EVERY_WEEKS.match(value):
        before, value = value, before
    return f"{_PER_WEEK.sub('', before) if _EVERY_WEEKS.match(value) else before} {value}"


def finish(draft: ServiceDraft) -> Service:
    parts, whole = draft.parts, draft.text
    stated = "; ".join(parts[k][0] for k in ("amount", "frequency") if k in parts)
    stated = stated.replace("; per ", " per ")  # "150 minutes" and "per week" in two cells
    from_cells = bool(stated)
    stated, units = boxed_units(stated or whole)
    measure = read_measure(stated)
    if measure.minutes_per_week is None and from_cells and not (measure.amount and measure.frequency):
        measure = _complete(measure, read_measure(boxed_units(whole)[0]))
    place = draft.place
    start, end = _dates(draft)
    amount = _said(parts.get("amount"), measure.amount, place, "amount" in draft.asked)
    frequency = _said(parts.get("frequency"), measure.frequency or units, place, "frequency" in draft.asked)
    if not frequency.filled and measure.frequency:
        frequency = filled(measure.frequency, place)
    if not amount.filled and measure.amount:
        amount = filled(measure.amount, place)
    return Service(
        name=draft.name,
        category=draft.category,
        place=place,
        amount=amount,
        frequency=frequency,
        location=_location(draft),
        start=start,
        end=end,
        provider=_provider(draft),
        minutes_per_week=_together(draft.weekly) if draft.weekly else measure.minutes_per_week,
        text=whole,
    )


def _together(weekly: Sequence[int | None]) -> int | None:
    known = [minutes for minutes in weekly if minutes is not None]
    return sum(known) if len(known) == len(weekly) else None


def _complete(own: Measure, other: Measure) -> Measure:
    if own.is_range or (own.amount and other.amount and own.amount != other.amount):
        return own
    return Measure(
        own.amount or other.amount, own.frequency or other.frequency, other.minutes_per_week, other.is_range
    )  # fmt: skip


def boxed_units(text: str) -> tuple[str, str]:
    """Marked D / W / M boxes as words."""
    marked = [_UNITS[m] for m in _DAYS.findall(text)]
    if not marked:
        return text, ""
    plain = _DAYS.sub("", text).strip(" ;")
    return f"{plain} {marked[0]}" if len(set(marked)) == 1 else plain, " and ".join(dict.fromkeys(marked))


def _said(cell: tuple[str, Place] | None, found: str, place: Place, asked: bool) -> Field[str]:
    if cell:
        return filled(boxed_units(cell[0])[0] or cell[0], cell[1])
    if found:
        return filled(found, place)
    return template(place) if asked else blank()


def _location(draft: ServiceDraft) -> Field[str]:
    if "location" in draft.parts:
        text, place = draft.parts["location"]
        marked = [_PLACE_NAMES.get(m.lower(), m) for m in _PLACES.findall(text)]
        return filled(" and ".join(marked) if marked else _without_codes(text), place)
    marked = [_PLACE_NAMES.get(m.lower(), m) for m in _PLACES.findall(draft.text)]
    found = " and ".join(marked) or place_in(draft.text)
    if found:
        return filled(found, draft.place)
    return template(draft.place) if "location" in draft.asked else blank()


def _without_codes(text: str) -> str:
    """ "G; Inclusive preschool class" of two columns, a code and a place: the place."""
    parts = text.split("; ")
    words = [part for part in parts if len(part) > 2]
    return "; ".join(words) if words and len(words) < len(parts) else text


def _provider(draft: ServiceDraft) -> Field[str]:
    if "provider" in draft.parts:
        text, place = draft.parts["provider"]
        return filled(text, place)
    match = _PROVIDER.search(draft.text)
    if match:
        return filled(match["by"].strip(), draft.place)
    behind = draft.text[len(draft.name) :] if draft.text.startswith(draft.name) else draft.text
    roles = (m for m in service_words("role").finditer(behind) if not _ROOM.match(behind[m.end() :]))
    if role := next(roles, None):
        return filled(role.group(), draft.place)
    return template(draft.place) if "provider" in draft.asked else blank()


def _dates(draft: ServiceDraft) -> tuple[Field[date], Field[date]]:
    ends: dict[str, Field[date]] = {"start": blank(), "end": blank()}
    day_first = writes_day_first([draft.text, *(text for text, _ in draft.parts.values())])
    for name in ("start", "end"):
        if name in draft.parts:
            text, place = draft.parts[name]
            dates = find_dates(SPLIT_DATE.sub(r"\1\2", text), day_first=day_first)
            ends[name] = filled(dates[0].value, place) if dates else unclear("no complete date stands there", place)
            if name == "start" and len(dates) > 1 and "end" not in draft.parts:
                ends["end"] = filled(dates[1].value, place)
        elif name in draft.asked:
            ends[name] = template(draft.place)
    loose = draft.parts.get("dates", (draft.text, draft.place))
    dates = find_dates(SPLIT_DATE.sub(r"\1\2", loose[0]), day_first=day_first)
    if dates and not ends["start"].filled and "start" not in draft.parts:
        if len(dates) == 1 and re.search(
            r"\b(?:through|until|ending|ends?|to)\s*:?\s*$", loose[0][: dates[0].start], re.I
        ):
            ends["end"] = filled(dates[0].value, loose[1])
        else:
            ends["start"] = filled(dates[0].value, loose[1])
    only = dates[0].value if len(dates) == 1 and "dates" in draft.parts and "start" in draft.parts else None
    if only and "end" not in draft.parts and ends["start"].value and ends["start"].value < only:
        ends["end"] = filled(only, loose[1])  # under "Duration", beside the start
    if len(dates) > 1 and not ends["end"].filled and "end" not in draft.parts:
        ends["end"] = filled(dates[1].value, loose[1])
    if says_roughly_when(loose[0]):
        for name in ("start", "end"):
            if ends[name].state is FieldState.BLANK:
                ends[name] = unclear("no complete date stands there", loose[1])
    return ends["start"], ends["end"]


_HOW_MUCH = frozenset({"amount", "frequency"})


def names_under_other_head(names: Mapping[int, str], cells: Sequence[str]) -> bool:
    """Whether a first column headed like one for how much or how often names services in each of its cells, and another
    column says the same: the head was meant for all of them ("Frequency and duration of services")."""
    others = {meaning for column, meaning in names.items() if column}
    named = (
        service_words("service").search(t) and not re.search(r"\d", t) and not read_measure(t).frequency for t in cells
    )
    return names.get(0) in _HOW_MUCH & others and bool(cells) and all(named)
