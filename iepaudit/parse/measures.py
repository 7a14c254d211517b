"""How much of a service: minutes, sessions and periods in words, and what they come to in a week.

Only days (five a school week), weeks and cycles of a stated number of days come to minutes a week. "30 minutes a month"
does not: a month is no whole number of weeks, and such a figure would be ours, not the plan's. Nor does "up to 60
minutes": that promises no figure at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from iepaudit.parse.lessons import any_of, lessons_in, pattern_of
from iepaudit.parse.measure_words import NUMBER_WORDS, Sort, Word, number, words_of

_LESSONS = pattern_of(NUMBER_WORDS)
_TOTAL_BEFORE = re.compile(r"\btotal(?:ing|s|ed)?\s*(?::|of|de)?\s*$", re.IGNORECASE)
_TOTAL_AFTER = re.compile(r"\s*(?:in\s+)?total\b|\s*(?:altogether|in\s+all)\b", re.IGNORECASE)
# What may stand between a time or a count and the period that it is for.
_BETWEEN = re.compile(
    r"\s*[,;(]?\s*(?:of\s+[a-z ,/&-]{3,40}|for\s+[a-z ,/&-]{3,30}|de\s+[a-záéíóúñ ,/-]{3,40}|"
    r"(?:(?:in\s+)?total|in\s+all|direct|indirect|served|each)\s*,?\s*)?[,(]?\s*(?:for\s+)?",
    re.IGNORECASE,
)
_ALL_DAY = re.compile(r"\b(?:all|full|entire|whole)(?:[- ]|\s+school[- ])day\b|\bd[ií]a\s+completo\b", re.IGNORECASE)
_FOR_STAFF = re.compile(r"indirect|consult|monitor|collaborat", re.IGNORECASE)
_NOT_TOGETHER = re.compile(
    r"\b(?:or|then|until|till|after|before|chang\w*|increas\w*|decreas\w*|reduc\w*|fall|spring|semester|quarter|was|were|"
    r"previous\w*|from)\b|\d/\d",
    re.IGNORECASE,
)
_A_FEW_DAYS = 5
_MOST_MINUTES = 2400  # of a week at school; more is a number that means something else


@dataclass(frozen=True, slots=True)
class Measure:
    """What a phrase says about time. `amount` and `frequency` are the words for it, "" when not said;
    `minutes_per_week` is None unless both can be told exactly. `is_range`: between two figures, or up to one."""

    amount: str
    frequency: str
    minutes_per_week: int | None
    is_range: bool = False


@dataclass(frozen=True, slots=True)
class _Rate:
    """A time or a count with the period that it is for, None where none stands beside it."""

    word: Word
    period: Word | None

    @property
    def weekly(self) -> float | None:
        return self.period.value if self.period else None


@lru_cache(maxsize=4096)
def read_measure(text: str) -> Measure:
    """Reads "30 minutes, 5 times weekly", "150 min/week", "twice a week for half an hour", "60 minutos semanales"."""
    text = " ".join(text.replace("‑", "-").replace("‐", "-").split())
    several = _LESSONS.search(text)
    return _of_lessons(text, several) if several else _read(text)


def _of_lessons(text: str, match: re.Match[str]) -> Measure:
    """ "4 segments of 55 min., 5x/wk" is read as "220 minutes, 5x/wk", and shown as printed."""
    found = lessons_in(match, number(any_of(match, "c")))
    if found.minutes is None:
        return replace(_read(text), minutes_per_week=None)
    printed, whole = text[found.start : found.end], f"{found.minutes} minutes"
    rest = re.sub(r"^\s*,\s*(?=(?:per|every)\b)", " ", text[found.end :])
    read = _read(f"{text[: found.start]}{whole}{rest}")
    return replace(read, amount=read.amount.replace(whole, printed), frequency=read.frequency.replace(whole, printed))


def _read(text: str) -> Measure:
    words = words_of(text)
    times = list(_with_periods(text, words, Sort.TIME, Sort.EACH))
    counts = list(_with_periods(text, words, Sort.COUNT))
    bound = {id(r.period) for r in (*times, *counts) if r.period}
    loose = [w for w in words if w.sort is Sort.PERIOD and id(w) not in bound and _stands_alone(text, w)]
    open_ = any(r.word.limit or r.word.value is None for r in times)
    open_ = open_ or (bool(times) and any(r.word.value is None for r in counts))
    amount = _amount(text, times, counts)
    frequency = _frequency(text, times, counts, loose)
    minutes = None if open_ or not times else _weekly(text, times, counts, loose)
    minutes = minutes if minutes is not None and minutes <= _MOST_MINUTES else None
    return Measure(amount, frequency, None if minutes is None else round(minutes), open_)


def _with_periods(text: str, words: Sequence[Word], *sorts: Sort) -> Iterator[_Rate]:
    """The words of these sorts, each with the period right behind it."""
    for index, word in enumerate(words):
        if word.sort not in sorts:
            continue
        after = words[index + 1] if index + 1 < len(words) else None
        near = after is not None and after.sort is Sort.PERIOD and _BETWEEN.fullmatch(text[word.end : after.start])
        if near and after is not None and (not _is_bare(text, after) or word.sort is Sort.COUNT):
            yield _Rate(word, after)
        else:
            yield _Rate(word, None)


def _is_bare(text: str, period: Word) -> bool:
    """Whether it is only the name of a period ("5 x week"), which says nothing away from a count."""
    return bool(re.fullmatch(r"(?:weeks?|wks?|w|d|days?|months?|mos?|m|semana|mes)\.?", _printed(text, period), re.I))


def _stands_alone(text: str, period: Word) -> bool:
    """Whether a period that goes with no time and no count says how often: "weekly", not "a day"."""
    return not _is_bare(text, period) and not re.match(r"(?:an?|in)\s", _printed(text, period), re.IGNORECASE)


def _printed(text: str, word: Word) -> str:
    return text[word.start : word.end]


def _trim(text: str) -> str:
    text = re.sub(r"(?<=[a-z]{4})\.$", "", text)  # "every other week." ends a sentence, "wk." does not
    return text.strip(" ,;(").removesuffix(")") if "(" not in text else text.strip(" ,;")


def _weekly(text: str, times: list[_Rate], counts: list[_Rate], loose: list[Word]) -> float | None:
    """The minutes of a week; None where they cannot be told exactly."""
    first = times[0]
    total = next((t for t in times if _is_total(text, t.word)), None)
    timed = [c for c in counts if c.period is not None]
    if total is not None:
        period = total.period or next((c.period for c in timed), None) or (loose[0] if loose else None)
        return _product(_minutes_of(total), period.value if period else None)
    several = _several(text, times, timed)
    if several is not None:
        return several if several >= 0 else None
    rates = [t for t in times if t.period is not None]
    if rates and (not timed or rates[0] is first or rates[0].weekly is not None):
        rate = _chosen(rates)
        other = next((t.word.start for t in times if t.word.start > rate.word.start), len(text))
        return _of_rate(rate, timed, [c for c in counts if c.word.start < other], loose)
    if timed:
        return None if first.word.sort is Sort.EACH else _product(
            first.word.value, timed[0].word.value, timed[0].weekly
        )  # fmt: skip
    if loose:
        count = counts[0].word.value if counts else 1.0
        return _product(_minutes_of(first), count, loose[0].value)
    return None


def _several(text: str, times: list[_Rate], timed: list[_Rate]) -> float | None:
    """What several amounts of one service come to in a week ("30 min daily in class; 20 min 3x/week in the resource
    room"), -1 where that cannot be told; None when there is one amount, perhaps said in two ways."""
    parts: list[tuple[float | None, float, str]] = []  # minutes a week, minutes as said, the words around
    for index, each in enumerate(times):
        start = times[index - 1].word.end if index else 0
        end = times[index + 1].word.start if index + 1 < len(times) else len(text)
        own = [c for c in timed if each.word.end <= c.word.start < end] or [
            c for c in timed if index == 0 and c.word.start < each.word.start
        ]
        if each.period is not None or own:
            said = _minutes_of(each) or 0.0
            count = 1.0 if each.period or not own else own[0].word.value
            weekly = each.weekly if each.period else own[0].weekly
            last = each.period or (own[0].period if own else None) or each.word
            told = max(last.end, each.word.end)
            after = re.search(r"[;.](?=\s)", text[told:end])  # what follows is about something else
            around = text[start : told + after.start() if after else end]
            parts.append((_product(said, count, weekly), said * (count or 1.0), around))
    if len(parts) < 2 or _chosen([t for t in times if t.period] or times[:1]) not in (times[0], None):
        return None
    first, others = parts[0], [p for p in parts[1:] if not _FOR_STAFF.search(p[2]) and p[0] != parts[0][0]]
    others = [p for p in others if not _says_again(first, p)]
    if not others or first[0] is None:
        return None
    if any(p[0] is None or _NOT_TOGETHER.search(p[2]) for p in others):
        return -1.0
    return first[0] + sum(p[0] or 0.0 for p in others)


_ANOTHER = re.compile(r"[a-z]{3,}", re.IGNORECASE)
_OF_TIME = re.compile(
    r"\b(?:minutes?|mins?|hours?|hrs?|times?|sessions?|per|each|every|a|an|week\w*|month\w*|day|daily|year\w*|quarter\w*)\b",
    re.IGNORECASE,
)


def _says_again(first: tuple[float | None, float, str], other: tuple[float | None, float, str]) -> bool:
    """Whether the second of two amounts is the first once more: what 30 minutes weekly come to in a month (120), or the
    same 30 minutes with nothing beside them but how often they are grouped ("30 minutes, 1 time monthly")."""
    if other[0] is None and first[0] is not None and other[1] >= 4 * first[0]:
        return True
    return other[0] is None and other[1] == first[1] and not _ANOTHER.search(_OF_TIME.sub("", other[2]))


def _chosen(rates: list[_Rate]) -> _Rate:
    """Of a day's and a week's minutes that say the same ("60 min/day, 240 min/week"), the week's."""
    daily, weekly = (next((r for r in rates if r.period and r.period.day is day), None) for day in (True, False))
    if rates[0] is daily and weekly is not None and weekly.weekly == 1:
        days = (weekly.word.value or 0) / (daily.word.value or 1)
        return weekly if days in (1, 2, 3, 4, 5) else daily
    return rates[0]


def _of_rate(rate: _Rate, timed: list[_Rate], counts: list[_Rate], loose: list[Word]) -> float | None:
    minutes, weekly = _minutes_of(rate), rate.weekly
    if rate.period is not None and rate.period.day:
        if timed:  # "60 minutes per day, 4 days per week"
            return _product(minutes, timed[0].word.value, timed[0].weekly)
        if any(c.word.noun == "day" for c in counts):
            return None  # "30 minutes a day, 2 days" does not say of which period these are
        named = next((w for w in loose if w.noun == "weekdays"), None)
        return _product(minutes, named.value if named else weekly)
    if not timed and any(c.word.noun == "times" and c.word.value != 1 and c.word.start > rate.word.end for c in counts):
        return None  # "30 minutes a week, 2 times" may be one hour or half of it
    return _product(minutes, weekly)


def _minutes_of(rate: _Rate) -> float | None:
    return _product(rate.word.value, rate.word.count)


def _product(*factors: float | None) -> float | None:
    result = 1.0
    for factor in factors:
        if factor is None:
            return None
        result *= factor
    return result


def _is_total(text: str, word: Word) -> bool:
    return bool(_TOTAL_BEFORE.search(text[: word.start]) or _TOTAL_AFTER.match(text, word.end))


def _amount(text: str, times: list[_Rate], counts: list[_Rate]) -> str:
    if times:
        first = times[0]
        return _trim(text[first.word.start : first.period.end if first.period else first.word.end])
    lesson = next((c.word for c in counts if c.period and c.word.noun == "session" and _is_lesson(text, c.word)), None)
    if lesson is not None:
        return _printed(text, lesson)
    whole = _ALL_DAY.search(text)
    return whole.group() if whole else ""


def _is_lesson(text: str, word: Word) -> bool:
    """Lessons of a school's day are an amount of their own, sessions are not."""
    return not re.search(r"sessions?|sesi[oó]n(?:es)?|meetings?", _printed(text, word), re.IGNORECASE)


def _frequency(text: str, times: list[_Rate], counts: list[_Rate], loose: list[Word]) -> str:
    for each in counts:
        if each.period is not None:
            return _trim(text[each.word.start : each.period.end])
    for time in times:
        if time.period is not None:
            own = time.word.sort is Sort.EACH
            return _trim(text[time.word.start if own else time.period.start : time.period.end])
    if loose and counts:
        first, last = sorted((counts[0].word, loose[0]), key=lambda w: w.start)
        near = last.start - first.end <= 3
        said = f"{counts[0].word.value:g} times {_printed(text, loose[0])}" if counts[0].word.value else ""
        return _trim(text[first.start : last.end]) if near or not said else said
    if loose:
        return _trim(_printed(text, loose[0]))
    days = next((c.word for c in counts if c.word.noun == "day" and (c.word.value or 0) <= _A_FEW_DAYS), None)
    return _printed(text, days) if times and days is not None else ""
