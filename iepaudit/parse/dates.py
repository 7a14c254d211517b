"""Dates in running text, in the spellings that school forms use.

American order (month first) is assumed where digits alone leave it open; a first number above 12 turns it round, for
all dates of a plan that has no date in the other order.
Two-digit years are of this century up to 2069, so that birth years work as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan enero ene",
            "february feb febrero",
            "march mar marzo",
            "april apr abril abr",
            "may mayo",
            "june jun junio",
            "july jul julio",
            "august aug agosto ago",
            "september sept sep septiembre setiembre",
            "october oct octubre",
            "november nov noviembre",
            "december dec diciembre dic",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_TO = r"\s*(?:[-–—]|to|through|until|thru)\s*"
_DATE = re.compile(
    rf"""
    (?:(?<![\w/.-])|(?<=[/.]\d\d-)|(?<=[/.]\d{{4}}-)|(?<=/\d-)|(?<=\d{{4}}-)(?=[a-z])|(?<=[a-z]/))(?:
      (?P<iso>(?P<iy>(?:19|20)\d\d)[-/.](?P<im>\d{{1,2}})[-/.](?P<id>\d{{1,2}}))
    | (?P<num>(?P<nm>\d{{1,2}})\s?(?P<sep>[/.-])\s?(?P<nd>\d{{1,2}})\s?(?P=sep)\s?(?P<ny>(?:19|20)?\d\d))
    | (?P<within>(?P<pm>{_MONTH})(?:\.\s*|\s+)(?P<pa>\d{{1,2}})(?:st|nd|rd|th)?{_TO}(?P<pb>\d{{1,2}})(?:st|nd|rd|th)?
        (?:\s*,\s*|\s+)(?P<py>(?:19|20)\d\d))
    | (?P<word>(?P<wm>{_MONTH})(?:\.\s*|\s+)(?P<wd>\d{{1,2}})(?:st|nd|rd|th)?
        (?:\s*,\s*|\s+)(?P<wy>(?:19|20)\d\d|['’]\d\d))
    | (?P<dash>(?P<hd>\d{{1,2}})-(?P<hm>{_MONTH})-(?P<hy>(?:19|20)?\d\d))
    | (?P<day>(?P<dd>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:de\s+|of\s+)?
        (?P<dm>{_MONTH})\.?,?\s+(?:de\s+|del\s+)?(?P<dy>(?:19|20)\d\d))
    )(?![\w/]|-\d(?!\d?[/.]\d))
    """,
    re.IGNORECASE | re.VERBOSE,
)
_WITHOUT_YEAR = re.compile(
    rf"(?:\b(?P<m>{_MONTH})\.?\s+|(?<![\w/.])(?P<nm>\d{{1,2}})/)(?P<d>\d{{1,2}})(?:st|nd|rd|th)?{_TO}\Z", re.IGNORECASE
)
# "Sept-June", "08/26 - 05/27", "the 2026-27 school year", "from the date of this IEP": when, but not by complete dates
_ROUGHLY = re.compile(
    rf"\b(?:{_MONTH})\b\.?,?(?:\s+(?:of\s+)?(?:(?:19|20)\d\d|['’]\d\d))?{_TO}(?:{_MONTH})\b|"
    rf"\b(?:{_MONTH})\b\.?,?\s+(?:of\s+)?(?:19|20)\d\d\b|"
    rf"(?<![\d/.])(?:0?[1-9]|1[0-2])/(?:20)?\d\d{_TO}(?:0?[1-9]|1[0-2])/(?:20)?\d\d(?![\d/])|"
    r"\b(?:sy|school year|20\d\d\s?[-–/]\s?(?:20)?\d\d)\b|"
    r"\b(?:date|start|beginning|end|duration|length|life|term) of (?:the |this )?(?:iep|plan|meeting|school year)\b",
    re.IGNORECASE,
)
_MONTH_YEAR = re.compile(rf"\b(?P<m>{_MONTH})\.?,?\s+(?:of\s+|de\s+)?(?P<y>(?:19|20)\d\d)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date with the characters it stands on."""

    value: date
    start: int
    end: int


_DAY_FIRST: ContextVar[bool] = ContextVar("day_first", default=False)


@contextmanager
def in_the_order_of(texts: Iterable[str]) -> Iterator[None]:
    """While it lasts, dates in digits are read in the order that these texts of one plan keep."""
    token = _DAY_FIRST.set(writes_day_first(texts))
    try:
        yield
    finally:
        _DAY_FIRST.reset(token)


def find_dates(text: str, *, day_first: bool = False) -> tuple[FoundDate, ...]:
    """All complete dates (day, month, year) in `text`, in order; impossible ones such as 13/32/2025 are left out.
    "June 8 to July 10, 2026" is two dates."""
    return tuple(_dates(text, day_first))


def first_date(text: str) -> date | None:
    return next((found.value for found in _dates(text)), None)


def only_dates(text: str) -> bool:
    """Whether `text` is one date or several, and no other word or number."""
    rest, found = text, find_dates(text)
    for day in reversed(found):
        rest = rest[: day.start] + rest[day.end :]
    return bool(found) and not any(c.isalnum() for c in rest)


def writes_day_first(texts: Iterable[str]) -> bool:
    """Whether dates in digits put the day first: at least one can only be read so, and none the other way."""
    pairs = [(int(m["nm"]), int(m["nd"])) for text in texts for m in _DATE.finditer(text) if m["num"]]
    return any(a > 12 >= b for a, b in pairs) and not any(b > 12 for _, b in pairs)


def says_roughly_when(text: str) -> bool:
    """Whether `text` names a period without complete dates: by months, by the school year, by the plan's own dates."""
    return bool(_ROUGHLY.search(text))


def month_and_year(text: str) -> date | None:
    """The last day of the first "May 2026" in `text`, the latest day that it can mean."""
    match = _MONTH_YEAR.search(text)
    if not match:
        return None
    month, year = _MONTHS[match["m"].lower()], int(match["y"])
    following = date(year + month // 12, month % 12 + 1, 1)
    return date.fromordinal(following.toordinal() - 1)


def _dates(text: str, day_first: bool = False) -> Iterator[FoundDate]:
    text = text.replace("_", " ")  # typed on a line of underscores
    for match in _DATE.finditer(text):
        if match["iso"]:
            year, month, day = int(match["iy"]), int(match["im"]), int(match["id"])
        elif match["num"]:
            year, month, day = int(match["ny"]), int(match["nm"]), int(match["nd"])
            if month > 12 >= day or ((day_first or _DAY_FIRST.get()) and day <= 12):
                month, day = day, month
        elif match["within"]:
            year, month, day = int(match["py"]), _MONTHS[match["pm"].lower()], int(match["pb"])
        elif match["word"]:
            year, month, day = int(match["wy"].lstrip("'’")), _MONTHS[match["wm"].lower()], int(match["wd"])
        elif match["dash"]:
            year, month, day = int(match["hy"]), _MONTHS[match["hm"].lower()], int(match["hd"])
        else:
            year, month, day = int(match["dy"]), _MONTHS[match["dm"].lower()], int(match["dd"])
        if year < 100:
            year += 2000 if year < 70 else 1900
        try:
            value = date(year, month, day)
        except ValueError:
            continue
        if match["within"]:
            if 1 <= int(match["pa"]) < day:
                yield FoundDate(value.replace(day=int(match["pa"])), match.start(), match.end("pa"))
                yield FoundDate(value, match.start("pb"), match.end())
            continue
        before = _WITHOUT_YEAR.search(text, 0, match.start()) if match["word"] or match["num"] else None
        if before and bool(before["nm"]) == bool(match["num"]) and (first := _same_year(before, value)):
            yield FoundDate(first, before.start(), before.end())
        yield FoundDate(value, match.start(), match.end())


def _same_year(before: re.Match[str], last: date) -> date | None:
    """The first day of "June 8 to July 10, 2026" or "6/8-7/10/26": of the last one's year or the one before."""
    month, day = int(before["nm"]) if before["nm"] else _MONTHS[before["m"].lower()], int(before["d"])
    year = last.year if (month, day) < (last.month, last.day) else last.year - 1
    try:
        return date(year, month, day)
    except ValueError:
        return None
