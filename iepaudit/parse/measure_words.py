# ruff: noqa: E501 - a pattern is read more easily whole than cut to the line length
"""The words of a phrase about time: how long, how many times, in which period; each with where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache

from iepaudit.parse.dates import find_dates

DAYS_PER_WEEK = 5
_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "twelve": 12, "fifteen": 15, "twenty": 20, "twenty-five": 25, "thirty": 30, "forty": 40, "forty-five": 45,
    "fifty": 50, "sixty": 60, "ninety": 90,
    "una": 1, "un": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "diez": 10, "quince": 15, "veinte": 20,
    "treinta": 30, "cuarenta": 40, "cuarenta y cinco": 45, "cincuenta": 50, "sesenta": 60, "noventa": 90,
}  # fmt: skip
_PARTS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
NUMBER_WORDS = "|".join(sorted(_WORDS, key=len, reverse=True))
_DIGITS = r"(?:(?:\d{1,2}\s+)?[1-3]/[24](?!\d)|\d{0,2}\s?[½¼¾]|\d{1,4}(?:[.,]\d+)?|\.\d+)"
_NUMBER = rf"(?:{_DIGITS}|(?:{NUMBER_WORDS})\b(?:\s*\(\d+\))?)"
_TO = r"\s*(?:-|–|—|\bto\b|\bor\b|\ba\b|\bo\b)\s*"
_MINUTES = r"(?:minutes?|mins?\b\.?|minutos?)"
_HOURS = r"(?:hours?|hrs?\b\.?|horas?)"
_UNIT = rf"(?:{_MINUTES}|{_HOURS})(?![a-z])"
_LIMIT = (
    r"(?:up\s+to|(?:no|not)\s+more\s+than|not\s+to\s+exceed|at\s+most|(?:a\s+)?max(?:imum|\.)?(?:\s+of)?|less\s+than|"
    r"hasta|(?:un\s+)?m[áa]ximo\s+de|no\s+m[áa]s\s+de)"
)
_SESSION = (
    r"(?:sessions?|periods?|segments?|segs?\b\.?|blocks?|lessons?|class(?:es)?|meetings?|sesi[oó]n(?:es)?|clases?)"
)
_KIND = r"(?:(?:class|school|therapy|individual|group|small[- ]group|direct|separate|additional|pull-?out|push-?in|weekly)\s+)"
_ADVERB = (
    r"(?:daily|weekly|wkly\b\.?|monthly|quarterly|(?:bi|semi)-?(?:weekly|monthly)|yearly|annually|diari[oa]s?|"
    r"semanal(?:es|mente)?|mensual(?:es|mente)?|quincenal(?:es|mente)?|trimestral(?:es|mente)?|anual(?:es|mente)?)\b"
)
_NOUN = (
    r"(?:(?:school|instructional|class)\s+days?|days?|mornings?|afternoons?|(?:school\s+)?weeks?|wks?|months?|mos?|quarters?|qtrs?|semesters?|"
    r"trimesters?|sem|(?:school\s+)?years?|yrs?|(?:grading|marking|reporting|progress)\s+periods?|d[ií]as?(?:\s+escolar(?:es)?)?|"
    r"semanas?|mes(?:es)?|trimestres?|semestres?|a[ñn]os?(?:\s+escolar(?:es)?)?|(?:\d{1,2}|four|five|six|seven|eight|ten)[- ]day\s+(?:cycle|rotation)|cycles?|ciclos?)\b\.?"
)
_PER = (
    r"(?:(?:\bp)?/|\b(?:per|a|an|each|every|por|a\s+la|al|cada|in\s+an?|in\s+each|in\s+every|over\s+an?|"
    r"out\s+of\s+(?:a|each|every))\b)\s*"
)
_SOME = rf"(?:{_NUMBER}|other|second|alternate)"
_DAY_NAME = r"(?:mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|lunes|martes|mi[ée]rcoles|jueves|viernes|mon|tues?|wed|thurs?|thu|fri)\b\.?"
_AND = r"\s*(?:,\s*and\b|,\s*y\b|,|/|&|\band\b|\by\b)\s*"
_LETTER = r"(?:M|Tu?|W|Th|R|F)"
_TIMES = r"(?:x(?![a-z])|×|times?|visits?|occasions?|veces|vez)"


class Sort(Enum):
    TIME = "how long"
    EACH = "so many of one length"  # "five 30-minute sessions", "2 x 30 min"
    COUNT = "how many times"
    PERIOD = "in which period"
    SESSION = "in each session"


@dataclass(frozen=True, slots=True)
class Word:
    """A stretch of the text. `value` is in minutes, in times, or for a period how often it comes in a week of school;
    None when it is a range, or a period of unknown length. `noun` of a count: "times", "day" or "session"."""

    sort: Sort
    start: int
    end: int
    value: float | None
    count: float = 1.0  # of EACH
    noun: str = ""
    limit: bool = False  # "up to 60 minutes", which promises no figure
    day: bool = False  # of a period: each school day


def number(text: str) -> float:
    """The value of digits ("1,200", "1 1/2", "1½") or of a number word, with or without its digits behind it."""
    text = text.lower().strip()
    if echo := re.search(r"\((\d+)\)", text):
        return float(echo[1])
    if text in _WORDS:
        return float(_WORDS[text])
    if split := re.fullmatch(r"(?:(\d+)\s+)?(\d)/(\d)", text):
        return int(split[1] or 0) + int(split[2]) / int(split[3])
    if text[-1] in _PARTS:
        return float(text[:-1] or 0) + _PARTS[text[-1]]
    thousands = re.fullmatch(r"\d{1,3},\d{3}", text)
    return float(text.replace(",", "" if thousands else "."))


# In the order in which they are tried where several begin at the same place.
_FORMS = {
    "short": rf"(?P<n>{_DIGITS})\s*MP(?P<of>[WDM])\b",
    "few_x": rf"\(?(?P<c>\d{{1,2}})\)?\s*[x×]\s*(?P<n>\d{{1,3}})(?:\s*{_MINUTES}|['’])",
    "x_bare": rf"(?P<a>\d{{1,2}})\s*[x×]\s*(?P<b>\d{{1,2}})(?=\s*(?:{_PER}\s*{_NOUN}|{_ADVERB}|\)))",
    "several": rf"(?:\((?P<d>\d{{1,2}})\)|(?P<c>{_NUMBER})(?=\s*-\s*\d|\s))\s*(?:-\s*)?"
    rf"(?:(?P<n>{_NUMBER})[\s-]*{_MINUTES}|half[\s-]+hour)\s+(?:(?:\w+[\s-]+){{0,2}}?{_SESSION})\b",
    "span": rf"(?:(?P<limit>{_LIMIT})\s+)?(?P<n>{_NUMBER})(?:[\s-]*{_UNIT})?{_TO}(?P<m>{_NUMBER})[\s-]*(?P<unit>{_UNIT})",
    "mixed": rf"(?:(?P<limit>{_LIMIT})\s+)?(?P<n>\d{{1,2}}(?:\.\d+)?)\s*(?:{_HOURS}|h)\.?,?\s*(?:and\s+|y\s+)?(?P<m>\d{{1,2}})\s*"
    rf"(?:{_MINUTES}|m\b)|(?P<h>\d)h(?P<hm>\d\d)\b",
    "half": rf"(?:(?P<limit>{_LIMIT})\s+)?(?:(?P<n>{_NUMBER}|an?)\s+{_HOURS}\s+(?:and\s+a\s+half|y\s+media)|"
    rf"(?P<only>(?:a\s+)?half(?:[\s-]+an?)?[\s-]+hours?|media\s+hora))\b",
    "clock": r"(?<![\d:])(?:(?P<h>\d):(?P<m>[0-5]\d)\s*(?:hours?|hrs?)|0?:(?P<only>[0-5]\d))\b(?!\s*(?:[ap]\.?m|[-–]|:))",
    "time": rf"(?:(?P<limit>{_LIMIT})\s+)?(?<![\d.,])(?P<n>{_NUMBER}\+?|(?<!of\s)an(?=\s+hour))[\s-]*(?P<unit>{_UNIT}|['’](?=\s|[,;]|$)|m(?=\s*/\s*[dw]))"
    rf"(?P<most>\s*(?:max(?:imum)?\b\.?|or\s+less|at\s+most|o\s+menos))?",
    "adverbial": rf"(?P<n>{_NUMBER})(?=\s+{_ADVERB}\s+(?:{_NUMBER}|{_SESSION}))",
    "times_span": rf"(?<![\d.])(?<!\d/)(?P<n>{_NUMBER}){_TO}(?P<m>{_NUMBER})\s*{_KIND}{{0,2}}(?P<noun>{_TIMES}|days?|d[ií]as?|{_SESSION})",
    "by": rf"[x×]\s*(?P<n>\d{{1,2}})(?![\d.])(?!\s*(?:{_UNIT}|weeks?|wks?|months?))(?:\s*(?P<noun>days?\b|d(?=\s*/)|{_TIMES}|{_SESSION}))?",
    "times": rf"(?<![\d.-])(?<!\d/)(?P<n>{_NUMBER})\s*{_KIND}{{0,2}}(?P<noun>{_TIMES}|days?\b|d[ií]as?\b|d(?=/)|{_SESSION})(?![a-z])",
    "word": r"\b(?P<word>once|twice|thrice)\b",
    "labelled": r"\b(?:number\s+of\s+)?(?:sessions?|times|days)\s*:\s*(?P<n>\d{1,2})(?!\d)",
    "bare": rf"(?<![\d/.,-])(?P<n>\d|1\d|20)(?=\s*(?:/|per\s|por\s)\s*{_NOUN})",
    "weekdays": rf"(?:\b(?:on|every|each)\s+)?(?:(?P<names>{_DAY_NAME}(?:{_AND}{_DAY_NAME})+)|"
    rf"{_DAY_NAME}\s*(?:-|–|\bthrough\b|\bthru\b|\bto\b|\ba\b)\s*{_DAY_NAME})",
    "weekday": rf"(?:\b(?:every|each|on)\s+{_DAY_NAME}|\b(?:mon|tues|wednes|thurs|fri)days\b)",
    "letters": rf"(?-i:(?<![\w-])(?:(?P<row>M(?:/?Tu?)?/?W/?(?:Th|R)?/?F?|Tu?/?(?:Th|R)|{_LETTER}(?:[/,&]\s?{_LETTER})+)|"
    r"M\s?[-–]\s?(?P<last>Th|R|F))(?![\w/-]))",
    "of_days": rf"(?<![\d/])(?P<n>{_NUMBER})\s+(?:out\s+)?of\s+(?:every\s+)?(?P<m>{_NUMBER})\s+(?:school\s+)?days\b",
    "other": rf"\bevery\s+(?P<nth>\d{{1,2}})(?:st|nd|rd|th)\s+(?:school\s+)?day\b|"
    rf"\b(?:(?:every|each|per|cada)\s+(?:{_SOME})|alternat(?:e|ing))[\s-]+{_NOUN}|/\s*{_NUMBER}\s*{_NOUN}(?!\s*(?:{_PER}{_NOUN}|{_ADVERB}))|"
    rf"\b(?:un|una)\s+{_NOUN}\s+s[ií]\s+y\s+(?:otr[oa])\s+no",
    "adverb": rf"\b(?:{_ADVERB}|a\s+diario\b)",
    "each": rf"{_PER}(?:class\s+period|period|class|block|session|lesson|visit|meeting|sesi[oó]n)s?\b",
    "period": rf"{_PER}{_NOUN}",
    "noun": r"(?<=[x× ])(?:weeks?|wks?|w|d|days?|months?|mos?|m|semana|mes)\b\.?",
}
_COMPILED = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _FORMS.items()}
_LONGEST_RATIO = 4  # of a range; "2-30 minute sessions" are two of 30 minutes
_MOST_SESSIONS = 7


@cache
def _any_form() -> re.Pattern[str]:
    names = re.compile(r"\(\?P<\w+>")
    forms = "|".join(f"(?P<{n}>{names.sub('(?:', p)})" for n, p in _FORMS.items())
    return re.compile(rf"(?:(?<![^\W\d_])|(?=[^\w\s])|(?<=x))(?:{forms})", re.IGNORECASE)


def words_of(text: str) -> tuple[Word, ...]:
    """The words about time in a text, in order. The numbers of dates are none of them."""
    for found in find_dates(text):
        text = f"{text[: found.start]}{'#' * (found.end - found.start)}{text[found.end :]}"
    return tuple(_words(text))


def _words(text: str) -> Iterator[Word]:
    at = 0
    while found := _any_form().search(text, at):
        name = str(found.lastgroup)
        at = found.end()
        match = _COMPILED[name].match(text, found.start())
        if match is not None:
            yield from _read(name, match)


def _read(name: str, match: re.Match[str]) -> Iterator[Word]:
    a, b = match.span()
    groups = match.groupdict()
    limit = bool(groups.get("limit") or groups.get("most"))
    if name == "short":
        yield Word(Sort.TIME, a, match.end("n"), number(match["n"]))
        yield _period(match.end("n"), b, {"W": "week", "D": "day", "M": "month"}[match["of"].upper()])
    elif name in ("few_x", "several"):
        yield from _several(match, a, b)
    elif name == "x_bare":
        few, many = sorted((int(match["a"]), int(match["b"])))
        if few <= _MOST_SESSIONS and many >= 10:
            yield Word(Sort.EACH, a, b, float(many), count=few)
    elif name == "span":
        low, high = number(match["n"]), number(match["m"])
        if low * _LONGEST_RATIO < high and low <= _MOST_SESSIONS:
            yield Word(Sort.EACH, a, b, _minutes(high, match["unit"]), count=low)
        else:
            yield Word(Sort.TIME, a, b, None)
    elif name == "mixed":
        hours, minutes = (match["h"], match["hm"]) if match["h"] else (match["n"], match["m"])
        yield Word(Sort.TIME, a, b, float(hours) * 60 + int(minutes), limit=limit)
    elif name == "half":
        hours = 0.0 if match["only"] else 1.0 if match["n"].lower() in ("a", "an") else number(match["n"])
        yield Word(Sort.TIME, a, b, hours * 60 + 30, limit=limit)
    elif name == "clock":
        yield Word(Sort.TIME, a, b, float(match["only"] or int(match["h"]) * 60 + int(match["m"])))
    elif name == "time":
        value = 1.0 if match["n"].lower() == "an" else number(match["n"].rstrip("+"))
        yield Word(Sort.TIME, a, b, _minutes(value, match["unit"]), limit=limit)
    elif name == "times_span":
        yield Word(Sort.COUNT, a, b, None, noun=_noun(match["noun"]))
    elif name == "word":
        yield Word(Sort.COUNT, a, b, {"once": 1.0, "twice": 2.0, "thrice": 3.0}[match["word"].lower()], noun="times")
    elif name == "of_days":
        yield Word(Sort.PERIOD, a, b, DAYS_PER_WEEK * number(match["n"]) / number(match["m"]))
    elif "n" in groups:
        yield Word(Sort.COUNT, a, b, number(match["n"]), noun=_noun(groups.get("noun") or ""))
    elif name in ("weekdays", "weekday", "letters"):
        yield Word(Sort.PERIOD, a, b, float(_days_in(name, match)), noun="weekdays")
    elif name == "each":
        yield Word(Sort.SESSION, a, b, None)
    else:
        yield _period(a, b, match.group())


def _several(match: re.Match[str], start: int, end: int) -> Iterator[Word]:
    groups = match.groupdict()
    count, minutes = number(groups.get("d") or match["c"]), number(match["n"] or "30")
    if count <= minutes:
        yield Word(Sort.EACH, start, end, minutes, count=count)


def _minutes(value: float, unit: str) -> float:
    return value * 60 if unit.lower().startswith("h") else value


def _noun(text: str) -> str:
    lowered = text.lower()
    if lowered.startswith(("day", "dí", "di")) or lowered == "d":
        return "day"
    return "session" if re.match(_SESSION, lowered) else "times"


def _days_in(name: str, match: re.Match[str]) -> int:
    """How many weekdays are named."""
    if name == "weekday":
        return 1
    if name == "weekdays":
        if match["names"]:
            return len(re.findall(_DAY_NAME, match["names"], re.IGNORECASE))
        first, last = (_DAYS.index(day[:2]) % DAYS_PER_WEEK for day in _ends(match.group()))
        return last - first + 1
    if match["last"]:
        return 5 if match["last"] == "F" else 4
    return len(re.findall(_LETTER.replace("Tu?", "Tu|T(?!h)").replace("(?:M", "(?:Th|M"), match["row"]))


_DAYS = ["mo", "tu", "we", "th", "fr", "lu", "ma", "mi", "ju", "vi"]


def _ends(text: str) -> tuple[str, str]:
    names = [name.lower() for name in re.findall(_DAY_NAME, text, re.IGNORECASE)]
    return names[0], names[-1]


def _period(start: int, end: int, text: str) -> Word:
    """A period by its words: a day, a week, a number of days; of no known length when it is anything else."""
    low = text.lower()
    cycle = re.search(rf"\b({_NUMBER})(?:st|nd|rd|th)?[\s-]*(?:school\s+)?days?\b", low)
    if cycle:
        return Word(Sort.PERIOD, start, end, DAYS_PER_WEEK / (number(cycle[1]) or DAYS_PER_WEEK))
    exact = re.fullmatch(
        rf"(?:{_PER})?\s*(?:(?P<day>(?:school |instructional |class )?days?|mornings?|afternoons?|d|daily|diari[oa]s?|a diario|"
        r"d[ií]as?(?: escolar(?:es)?)?)|(?:school )?weeks?|wks?|w|weekly|wkly|semanas?|semanal(?:es|mente)?)\.?",
        low.strip(),
    )
    if exact is None:
        return Word(Sort.PERIOD, start, end, None)
    return Word(Sort.PERIOD, start, end, float(DAYS_PER_WEEK if exact["day"] else 1), day=bool(exact["day"]))
