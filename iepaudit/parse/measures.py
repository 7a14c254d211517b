"""How much of a service: minutes, sessions and periods in words, and what they come to in a week.

Only days (five a school week), weeks and cycles of a stated number of days come to minutes a week. "30 minutes a month"
does not: a month is no whole number of weeks, and such a figure would be ours, not the plan's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from iepaudit.parse.lessons import any_of, lessons_in, pattern_of

DAYS_PER_WEEK = 5
_PER_WEEK = {"day": float(DAYS_PER_WEEK), "week": 1.0}
_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "forty-five": 45, "sixty": 60, "ninety": 90,
    "una": 1, "un": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5,
}  # fmt: skip
_NUMBER = r"(?:\d{1,4}(?:[.,]\d+)?|" + "|".join(sorted(_WORDS, key=len, reverse=True)) + ")"
_PERIOD = (
    r"(?P<{0}>school\s+day|day|week|wk|month|mo|quarter|semester|trimester|school\s+year|year|yr|grading\s+period|"
    r"marking\s+period|d[ií]a|semana|mes|(?P<{0}n>\d{{1,2}})[- ]day\s+cycle|cycle)s?\b\.?"
)
_PER = r"\s*(?:/|per|a|an|each|every|por|a\s+la|al|cada|in\s+a|out\s+of\s+(?:a|each|every))\s*"
_ADVERB = (
    r"(?P<{0}>daily|weekly|monthly|quarterly|bi-?weekly|yearly|annually|"
    r"diari[oa]s?|semanal(?:es|mente)?|mensual(?:es|mente)?)\b"
)
_TIME = re.compile(
    rf"(?P<n>{_NUMBER}|half(?:\s+an)?|an?)[\s-]*(?P<unit>minutes?|mins?\b\.?|minutos?|hours?|hrs?\b\.?|horas?)(?![a-z])"
    rf"(?P<tail>(?:\s+of\s+[a-z ,-]{{3,40}}?)?(?:{_PER}{_PERIOD.format('p')}|\s*[,(]?\s*{_ADVERB.format('a')}))?",
    re.IGNORECASE,
)
_COUNT = re.compile(
    rf"(?:(?P<word>once|twice|thrice|una\s+vez|dos\s+veces)|[x×]\s*(?P<by>\d{{1,2}})(?=\s*(?:/|per\b|an?\s|each\b|every\b|daily|weekly|monthly))|(?P<n>{_NUMBER})\s*"
    rf"(?:\(\d+\)\s*)?(?:x(?![a-z])|×|times?|sessions?|days?|visits?|periods?|segments?|segs?|classes|blocks?|d(?=/)|veces|vez|sesi[oó]n(?:es)?|d[ií]as))"
    rf"(?:\s*(?:of|for)\s+[^.;,]{{0,30}}?(?=\s(?:per|a|each|every)\b))?"
    rf"\s*,?\s*(?:(?:{_PER})?{_PERIOD.format('p')}|{_ADVERB.format('a')}|(?P<w>w|wk|m|d)\b)",
    re.IGNORECASE,
)
_BARE_COUNT = re.compile(rf"\b(?P<n>{_NUMBER})\s*(?:/|per\s+){_PERIOD.format('p')}", re.IGNORECASE)
_SESSIONS_OF = re.compile(
    rf"(?P<c>{_NUMBER})\s+(?P<n>{_NUMBER})[\s-]*(?:minutes?|mins?\b\.?)\s+(?:\w+\s+){{0,2}}(?:sessions?|periods?|segments?|blocks?|lessons?)\s*"
    rf"(?:{_PER}{_PERIOD.format('p')}|{_ADVERB.format('a')})",
    re.IGNORECASE,
)
_TIMES_X = re.compile(
    rf"(?P<c>\d{{1,2}})\s*[x×]\s*(?P<n>\d{{1,3}})\s*(?:minutes?|mins?\b\.?)(?:{_PER}{_PERIOD.format('p')}|\s*{_ADVERB.format('a')})",
    re.I,
)
_TOTALING = re.compile(
    rf"\btotal(?:ing|s)?\s*(?::|of)?\s*(?P<n>\d{{1,4}})\s*(?P<unit>minutes?|mins?\b\.?|hours?|hrs?\b\.?)\s*"
    rf"(?:served\s*)?,?\s*(?:{_PER}{_PERIOD.format('p')}|{_ADVERB.format('a')})",
    re.IGNORECASE,
)
_ALONE = re.compile(
    rf"^\W*{_ADVERB.format('a')}\W*$|\b(?:once\s+)?every\s+(?:other|second|two|three|2|3)\s+(?:school\s+)?(?:day|week|month)s?\b|"
    rf"\b(?:every|each)\s+{_PERIOD.format('p')}|{_ADVERB.format('b')}",
    re.IGNORECASE,
)
_MIXED = re.compile(
    r"\b(?P<h>\d{1,2}(?:\.\d+)?)\s*(?:hours?|hrs?|h)\b\.?,?\s*(?:and\s+)?(?P<m>\d{1,2})\s*(?:minutes?|mins?|m)\b",
    re.IGNORECASE,
)
_LABELLED = re.compile(  # "Number of sessions: 2 Length of time: 30 min Frequency: Weekly"
    r"(?:(?:number of )?sessions?\s*:\s*)?(?P<count>\d{1,2})\s+(?:length(?: of (?:time|sessions?))?|duration)\s*:\s*"
    r"(?P<time>\d{1,3}\s*(?:minutes?|mins?))\s+frequency\s*:\s*(?P<period>daily|weekly|monthly)",
    re.IGNORECASE,
)
_LESSONS = pattern_of("|".join(sorted(_WORDS, key=len, reverse=True)))
_SHORT = re.compile(r"(\d)\s*MPW\b")
_EXACT = re.compile(r"(?:school\s+)?(?:d|w|semana)")
_RANGE = re.compile(r"\d+\s*(?:-|–|—|to)\s*\d+\s*(?:minutes?|mins?\b|hours?|hrs?\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Measure:
    """What a phrase says about time. `amount` and `frequency` are the words for it, "" when not said;
    `minutes_per_week` is None unless both can be told exactly."""

    amount: str
    frequency: str
    minutes_per_week: int | None
    is_range: bool = False


def read_measure(text: str) -> Measure:
    """Reads "30 minutes, 5 times weekly", "150 min/week", "twice a week for half an hour", "60 minutos semanales"."""
    text = " ".join(text.replace("‑", "-").replace("‐", "-").split())
    text = re.sub(r"(?<![\w.])\.(?=\d)", "0.", text)  # ".5 hours"
    text = _MIXED.sub(lambda m: f"{round(float(m['h']) * 60) + int(m['m'])} minutes", text)
    text = _LABELLED.sub(r"\g<time>, \g<count> times \g<period>", text)
    text = _SHORT.sub(r"\1 minutes per week", text)
    several = _LESSONS.search(text)
    return _of_lessons(text, several) if several else _read(text)


def _of_lessons(text: str, match: re.Match[str]) -> Measure:
    """ "4 segments of 55 min., 5x/wk" is read as "220 minutes, 5x/wk", and shown as printed."""
    found = lessons_in(match, _number(any_of(match, "c")))
    if found.minutes is None:
        return replace(_read(text), minutes_per_week=None)
    printed, whole = text[found.start : found.end], f"{found.minutes} minutes"
    rest = re.sub(r"^\s*,\s*(?=(?:per|every)\b)", " ", text[found.end :])
    read = _read(f"{text[: found.start]}{whole}{rest}")
    return replace(read, amount=read.amount.replace(whole, printed), frequency=read.frequency.replace(whole, printed))


def _read(text: str) -> Measure:
    ranged = bool(_RANGE.search(text))
    sum_ = _TOTALING.search(text)  # "30 min x 2 Totaling: 60 min served Weekly"
    if sum_:
        per = _weeks(sum_)
        return Measure(text[: sum_.start()].strip(" ,;(") or sum_.group(), sum_.group(),
                       _int(_minutes(sum_) * per if per else None), ranged)  # fmt: skip
    whole = _SESSIONS_OF.search(text) or _TIMES_X.search(text)
    if whole:
        per = _weeks(whole)
        value = _number(whole["c"]) * _number(whole["n"]) * per if per else None
        return Measure(whole.group().strip(), whole.group().strip(), _int(value), ranged)
    times = list(_TIME.finditer(text))
    covered = [m.span() for m in times]
    counts = [m for m in _COUNT.finditer(text) if not any(a <= m.start() and m.end() <= b for a, b in covered)]
    amount = times[0].group().strip(" ,(") if times else ""
    total = next((m for m in times if m["tail"] and (m["p"] or m["a"])), None)
    frequency = counts[0].group().strip() if counts else ""
    if total is not None and not frequency:
        frequency = (total["tail"] or "").strip(" ,(")
    alone = None
    if not frequency:
        rest = text
        for match in reversed(times):
            rest = rest[: match.start()] + " " * (match.end() - match.start()) + rest[match.end() :]
        alone = _BARE_COUNT.search(rest) or _ALONE.search(rest)
        frequency = alone.group().strip(" ,;.()") if alone else ""
    if ranged or not times:
        return Measure(amount, frequency, None, ranged)
    if total is not None and (not counts or not _per_session_first(times, total)):
        per = _weeks(total)
        exact = _minutes(total) * per if per else None
        if counts and total is times[0] and len(times) == 1 and _weeks(total) == DAYS_PER_WEEK:
            # "60 minutes per day, 4 days per week"
            weeks = _weeks(counts[0])
            if weeks is not None:
                exact = _minutes(total) * _count(counts[0]) * weeks
        return Measure(amount, frequency, _int(exact), ranged)
    if counts:
        weeks = _weeks(counts[0])
        exact = _minutes(times[0]) * _count(counts[0]) * weeks if weeks is not None else None
        return Measure(amount, frequency, _int(exact), ranged)
    if alone is not None:
        weeks = _weeks(alone)
        count = _number(alone["n"]) if "n" in alone.groupdict() and alone["n"] else 1.0
        return Measure(
            amount, frequency, _int(_minutes(times[0]) * count * weeks) if weeks is not None else None, ranged
        )
    return Measure(amount, frequency, None, ranged)


def _per_session_first(times: list[re.Match[str]], total: re.Match[str]) -> bool:
    return False if total is times[0] else not (total["tail"] and _weeks(total) is not None)


def _minutes(match: re.Match[str]) -> float:
    value = _number(match["n"])
    return value * 60 if match["unit"].lower()[0] == "h" else value


def _count(match: re.Match[str]) -> float:
    word = (match["word"] or "").lower()
    if word:
        return {"once": 1.0, "twice": 2.0, "thrice": 3.0}.get(word, 1.0 if word.startswith("una") else 2.0)
    return _number(match["by"] or match["n"])


def _number(text: str) -> float:
    text = text.lower().strip()
    if text in _WORDS:
        return float(_WORDS[text])
    if text.startswith("half"):
        return 0.5
    if text in ("a", "an"):
        return 1.0
    return float(text.replace(",", ""))


def _weeks(match: re.Match[str]) -> float | None:
    """How many of the period go into a week; None for a period of unknown length."""
    groups = match.groupdict()
    period = (groups.get("p") or "").lower()
    adverb = (groups.get("a") or groups.get("b") or groups.get("w") or "").lower()
    if period:
        if groups.get("pn"):
            return DAYS_PER_WEEK / float(groups["pn"])
        return (
            _PER_WEEK["day" if "day" in period or period.startswith("d") else "week"] if _EXACT.match(period) else None
        )
    if adverb:  # "biweekly" means both twice a week and every other week
        return _PER_WEEK["day" if adverb.startswith("d") else "week"] if _EXACT.match(adverb) else None
    return None


def _int(value: float | None) -> int | None:
    return None if value is None else round(value)
