"""Several lessons of one length in a plan's words: "4 segments of 55 min.", "2 periods (45 min each)"."""

from __future__ import annotations

import re
from dataclasses import dataclass

MOST = 5  # sessions that are held in one week or day; more are those of a term
_UNIT = r"(?P<unit>sessions?|segments?|segs?\.?|periods?|pds?\.?|blocks?|lessons?|classes|sesi[oó]n(?:es)?)"
_MINUTES = r"(?P<n>\d{1,3})[\s-]*(?:minutes?|mins?\b\.?|minutos?)"
_EACH = (
    r"(?:\s*,?\s*(?P<each>each(?!\s+(?:school\s+)?(?:day|week|month)\b)|ea\b\.?|apiece|"
    r"per\s+(?:session|segment|period|block|lesson|class)))?"
)
_COUNT = r"(?<![\d.,/–-])(?<!\d to )(?P<c>\d{{1,2}}|{words})(?:\s+(?:of|out\s+of)\s+(?:the\s+)?\d{{1,2}})?"
_NOT_ALL = r"(?!\s*(?:total|altogether|in\s+all))"


@dataclass(frozen=True, slots=True)
class Lessons:
    """Where the words stand and how many minutes the lessons come to, None when that is not certain: "2 periods,
    45 min" may be either."""

    start: int
    end: int
    minutes: int | None


def pattern_of(words: str) -> re.Pattern[str]:
    """The forms of several lessons; `words` is a pattern of the number words of the language."""

    def count(form: int) -> str:
        return _COUNT.format(words=words).replace("<c>", f"<c{form}>")

    def unit(form: int) -> str:
        return _UNIT.replace("<unit>", f"<unit{form}>")

    def minutes(form: int) -> str:
        return _MINUTES.replace("<n>", f"<n{form}>")

    of = rf"\s*(?P<link>of|x|×|@|at|for|de|[(,;])\s*(?:about\s+)?{minutes(1)}{_NOT_ALL}{_EACH}"
    return re.compile(
        rf"\b{count(1)}\s+{unit(1)}{of}(?P<close>\s*\))?"
        rf"|\b{minutes(2)}\s*[x×]\s*{count(2)}\s+{unit(2)}"
        rf"|\b{count(3)}\s*[x×]\s*{minutes(3)}\s+{unit(3)}",
        re.IGNORECASE,
    )


def lessons_in(match: re.Match[str], count: float) -> Lessons:
    """What a match of the pattern comes to, `count` being its number of lessons."""
    sure = match["link"] not in (",", ";") or bool(match["each"]) or count == 1
    sure = sure and (count <= MOST or not any_of(match, "unit").lower().startswith("ses"))
    end = match.end() if not match["close"] or match["link"] == "(" else match.start("close")
    return Lessons(match.start(), end, round(count * int(any_of(match, "n"))) if sure else None)


def any_of(match: re.Match[str], name: str) -> str:
    """The group `name` of the form that matched."""
    return next(text for form in (1, 2, 3) if (text := match[f"{name}{form}"]) is not None)
