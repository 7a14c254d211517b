# ruff: noqa: E501 - a pattern is read more easily whole than cut to the line length
"""Where a child starts, in goals that name the start and the target and no verb of change: "solves problems from 5/15
to 12/15", "reads aloud from 42 wcpm to 85 wcpm". A range that belongs to the task ("texts from 400 to 500 words", "from
9:00 to 9:30", "fractions from 1/8 to 7/8") is none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from iepaudit.model.goal import Criterion, CriterionKind, Span
from iepaudit.parse.grammar.numbers import LIMIT, NUM, number
from iepaudit.parse.grammar.text import span_of
from iepaudit.parse.grammar.units import unit_after

_ABOUT = r"(?:(?:about|approximately|roughly|only|an?\s+average\s+of|an?|the|at|baseline\s+of|current(?:ly)?(?:\s+at)?)\s+){0,2}"
_DOING = r"(?:[a-z]+ing\s+(?:[a-z]+ly\s+|aloud\s+)?)?"  # "from answering 2 of 8 to answering 7 of 8"
_TARGET = rf"(?:(?:{LIMIT}|at|an?|the)\s+){{0,2}}"
_OF = r"(?:out\s+of|of\s+every|in\s+every|of)"
_RATE = r"(?:wcpm|cwpm|wpm|wcm|cwm|dcpm|cwpm|(?:[a-z]+\s+){1,3}(?:per|a|each)\s+(?:\d+\s+)?(?:minutes?|min|day|week|hour|class|period|session|lesson)|(?:correct\s+)?(?:words|digits|letters|sounds|problems|responses|turns|times|prompts|reminders)\s*/\s*(?:min(?:ute)?|day|week|wk|hour|class|period|session))"
_DONE_WELL = rf"(?:{_RATE}|(?:[a-z]+\s+){{0,2}}correct\b)"
_WORDS = r"(?:[a-z][a-z'/-]*\s+(?!to\b)){0,6}?[a-z][a-z'/-]*"
_NOT_UNITS = r"(?!(?:to|on|in|by|as|and|with)\b)"
_NOTE = r"(?:\s*\([^)]{1,40}\))?"
_TODAY = r"(?:\s+(?:right\s+now|now|currently|presently|today|at\s+present|this\s+(?:fall|winter|spring|month|week)))?"

# What stands right before "from" tells a task from a level, by the kind of measure.
_ORDER = re.compile(r"\b(?:count\w*|skip|rang\w+|vary\w*|varies|anywhere|number\s+lines?)(?:\s+\w+){0,3}\s*$")
_TASKS = {
    "fraction": re.compile(r"\b(?:fractions?|ratios?|decimals?|mixed\s+numbers?|dates?|months?|rulers?)(?:\s+\w+)?\s*$"),
    "percent": re.compile(r"\b(?:percents?|percentages?|discounts?|tax(?:es)?|tips?|interest|markups?|rates|values|amounts?|probabilit\w+|decimals?|fractions?)(?:\s+\w+)?\s*$"),
    "count": re.compile(r"\b(?:texts?|passages?|books?|stor(?:y|ies)|articles?|selections?|materials?|lines?|angles?|distances?|weights?|numbers?|numerals?|values?|amounts?|coins?|bills?|money|sums?|prices?|levels?|grades?|ages?|students?|children|scales?|temperatures?|videos?|tasks?|activities|lists?|sets?)(?:\s+(?:that|of)\s+\w+)?\s*$"),
}  # fmt: skip
# Counted things that tell how large, old or dear something is, or what time it is, and not how well it is done.
_SIZES = re.compile(
    r"(?:am|pm|a\.m|p\.m|o'clock|feet|foot|ft|inch\w*|yards?|miles?|cm|meters?|degrees?|cents?|dollars?|pounds?|lbs|ounces?|"
    r"years?|months?|weeks?|days?|grades?|classroom|activity|class|room|setting|place|task|station|step|page)\b"
)
_LONGEST_UNIT = 60  # characters
_DATED = 12  # "9/8" may be a day as well as a share


@dataclass(frozen=True, slots=True)
class _Level:
    """One end of "from ... to ...": `of` is the denominator of a share, `unit` the words behind the number."""

    value: float | None
    of: float | None
    percent: bool
    unit: str

    @property
    def share(self) -> bool:
        return self.percent or self.of is not None


def _end(name: str) -> str:
    """A level with its groups `name`n (number), p (percent), over or of (denominator) and u (unit)."""
    share = rf"(?:(?P<{name}p>\s*(?:%|percent\b))|\s*/\s*(?P<{name}over>\d{{1,4}})|\s+{_OF}\s+(?P<{name}of>{NUM}))?"
    return rf"(?P<{name}n>{NUM}){share}(?![\d:/]|(?:st|nd|rd|th)\b)(?:\s*(?P<{name}u>{_NOT_UNITS}{_WORDS}))?"


@cache
def _pattern() -> re.Pattern[str]:
    to = r"(?P<to>(?:up\s+|down\s+)?to)"
    return re.compile(
        rf"(?<!\w)from\s+{_DOING}{_ABOUT}{_end('a')}{_TODAY}{_NOTE},?\s+{to}\s+{_DOING}{_TARGET}{_end('b')}"
    )


def find_growth(low: str, text: str) -> list[Span]:
    """Spans "from 5/15 problems" whose target follows in the same measure."""
    spans = []
    for match in _matches(low):
        before = low[: match.start("to")].rstrip(" ,")
        spans.append(span_of(text, match.start(), len(before)))
    return spans


def find_targets(low: str, text: str) -> tuple[Criterion, ...]:
    """The levels to which such goals go, "12/15 problems"."""
    found = []
    for match in _matches(low):
        target = _level(match, "b")
        kind = CriterionKind.PERCENT if target.percent else CriterionKind.FRACTION if target.of else CriterionKind.COUNT
        unit = "percent" if target.percent else unit_after(low, match.end("bof" if match["bof"] else "bn"))
        found.append(
            Criterion(kind, span_of(text, match.start("bn"), match.end()), target.value, target.of, unit, "from-to")
        )
    return tuple(found)


def _matches(low: str) -> list[re.Match[str]]:
    if "from" not in low:
        return []
    found = []
    for match in _pattern().finditer(low):
        before = low[max(0, match.start() - 50) : match.start()]
        if _grows(_level(match, "a"), _level(match, "b"), before):
            found.append(match)
    return found


def _level(match: re.Match[str], end: str) -> _Level:
    of = match[f"{end}over"] or match[f"{end}of"]
    unit = match[f"{end}u"] or ""
    if end == "b" and unit:  # whose words go on behind what matched
        unit = match.string[match.start("bu") : match.start("bu") + _LONGEST_UNIT]
    return _Level(number(match[f"{end}n"]), number(of) if of else None, bool(match[f"{end}p"]), unit)


def _grows(start: _Level, target: _Level, before: str) -> bool:
    if start.value == target.value or _ORDER.search(before):
        return False
    if start.percent and target.percent:
        return not _TASKS["percent"].search(before)
    if start.share and target.share:
        return not _TASKS["fraction"].search(before) and not _may_be_days(start, target)
    if target.percent and not start.unit:  # "from 40 to 80%"
        return not _TASKS["percent"].search(before)
    if start.of is not None or target.of is not None:
        return False
    if re.match(_DONE_WELL, target.unit):  # "from 42 to 85 wcpm", "from 11 to 40 digits correct"
        return not start.unit or re.match(_DONE_WELL, start.unit) is not None
    same = bool(start.unit and target.unit) and _stem(start.unit) == _stem(target.unit)
    return same and not _SIZES.match(start.unit) and not _TASKS["count"].search(before)


def _may_be_days(start: _Level, target: _Level) -> bool:
    """ "from 9/8 to 6/12" may be two days; "from 2/8 to 7/8" and "from 4/10 trials to 8/12 trials" are not."""
    if start.of == target.of or start.unit or target.unit or start.of is None or target.of is None:
        return False
    return all(n is not None and n <= _DATED for n in (start.value, target.value))


def _stem(unit: str) -> str:
    """The first word of a unit without its plural: "minutes during group" and "minute" agree."""
    return unit.split()[0].strip(" .,;:()").rstrip("s")
