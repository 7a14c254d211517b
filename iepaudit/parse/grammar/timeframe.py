# ruff: noqa: E501 - a pattern is read more easily whole than cut to the line length
"""Deadlines and bounded periods: "by the annual review", "within 36 weeks", "in the 2025-26 school year"."""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import cache

from iepaudit.model.goal import Span
from iepaudit.parse.dates import first_date, month_and_year
from iepaudit.parse.grammar.numbers import NUM, SLOT, number
from iepaudit.parse.grammar.text import merge, span_of

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec",
)  # fmt: skip
_SPANISH_MONTHS = (
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
    "diciembre",
)  # fmt: skip
MONTH = rf"(?:{'|'.join(_MONTHS)})\b\.?"
YEAR = r"(?:19|20)\d\d"
_DAY = r"(?:the\s+)?\d{1,2}(?:st|nd|rd|th)?"
DATE = (
    rf"(?:\d{{1,2}}[/.-]\d{{1,2}}[/.-](?:{YEAR}|\d\d)|{YEAR}-\d\d-\d\d|\d{{1,2}}/{YEAR}|\d{{1,2}}/\d{{2}}(?!\d)"
    rf"|\d{{1,2}}-{MONTH}-(?:{YEAR}|\d\d)"
    rf"|(?:{_DAY}\s+(?:of\s+)?)?{MONTH}(?:(?:\s+|(?<=\.)){_DAY}(?!\d))?(?:(?:,\s*|\s+)(?:of\s+)?(?:{YEAR}|['’]\d\d|{SLOT}))?"
    r"|_{1,}\s*/\s*_{1,}(?:\s*/\s*_{1,})?|x{1,2}/x{1,2}(?:/x{1,4})?|mm/dd/y+)"
)
_ORDINAL = r"(?:first|second|third|fourth|fifth|last|final|next|1st|2nd|3rd|4th|5th|[1-9]\d?th)"
_TERM = (
    r"(?:(?:school|academic|calendar|iep|plan|fiscal|instructional)[- ]+(?:calendar\s+)?(?:years?|terms?)|years?|sy|iep(?:\s+(?:period|year|cycle|term|plan|date|duration))?"
    r"|semesters?|trimesters?|quarters?|marking\s+periods?|grading\s+periods?|reporting\s+periods?|progress\s+periods?|(?:nine|six|9|6)[- ]weeks?(?:\s+(?:grading\s+|marking\s+)?periods?)?"
    r"|grading\s+terms?|terms?|plan(?:\s+(?:year|period|date))?|annual\s+(?:iep|goal|review|plan)(?:\s+\w+){0,2}|extended\s+school\s+year|esy|cycle)"
)
_SEASON = (
    r"(?:spring|fall|autumn|summer|winter|thanksgiving|christmas|easter|holiday)(?:\s+(?:break|vacation|recess))?(?:\s+(?:semester|term|quarter|trimester))?(?:\s+(?:of\s+)?(?:"
    + YEAR
    + r"))?"
)
_ADJ = rf"(?:(?:the|this|that|his|her|their|our|a|an|each|every|individuali[sz]ed|educational|education|next|upcoming|following|current|coming|present|new|{_ORDINAL}|{YEAR}(?:\s*[-/]\s*\d{{2,4}})?|{SLOT}|annual)\s+(?:of\s+)?){{0,4}}"
_END = r"(?:(?:very\s+)?end(?:ing)?|close|conclusion|completion|start|beginning|middle|last\s+(?:day|week|month)|expiration|date|time|month|finish|anniversary|midpoint)"
_GRADE = r"(?:kindergarten|preschool|pre-?k|(?:the\s+)?(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)\s+grade|grade\s+\w+|(?:his|her|their)?\s*(?:freshman|sophomore|junior|senior)\s+year|(?:high|middle|elementary)\s+school)"
_REVIEW = (
    r"(?:(?:the|this|his|her|their|our|its|your)\s+)?(?:(?:next|upcoming|following|annual|yearly|scheduled|current|due|new|coming|subsequent|final|iep|arc|ard|cse|team|plan|progress)\s+)*"
    r"(?:annual(?:\s+(?:review|iep|meeting|date|ard|conference))+(?:\s+date)?|(?:iep|ard|arc|cse|pet|plan)(?:'s)?(?:\s+(?:due|end|review|annual|expiration|team|renewal|anniversary))*(?:\s+(?:date|meeting|review|deadline|conference|end|expires|ends|anniversary|renewal))?"
    r"|reviews?(?:\s+(?:date|meeting))?|re-?evaluation|evaluation|report\s+card|progress\s+report|anniversary(?:\s+date)?|annual|graduation|birthday|conference|meeting|transition\s+meeting)(?!\w)"
)
_PREP = r"(?:by|before|until|till|prior\s+to|(?:no|not)\s+later\s+than|on\s+or\s+before|at\s+or\s+before|by\s+or\s+before|come|through|thru|ahead\s+of|between\s+now\s+and|from\s+now\s+(?:until|to))"
_DEADLINES = (
    rf"(?<!\w){_PREP}\s+(?:about\s+|around\s+|approximately\s+)?(?:on\s+)?(?:the\s+)?(?:{_END}\s+(?:of|for|to)\s+)?{_ADJ}"
    rf"(?:{DATE}(?!\s*(?:%|percent|out\s+of|of\s+\d))|{_SEASON}|{_TERM}|{YEAR})(?![\w%])(?:\s+{YEAR}(?:\s*[-/]\s*\d{{2,4}})?)?",
    rf"(?<!\w){_PREP}\s+{_REVIEW}(?:\s+(?:date|meeting|in\s+{DATE}|on\s+{DATE}|of\s+{DATE}|{DATE}))?",
    rf"(?<!\w){_PREP}\s+(?:the\s+)?(?:{_END}\s+of\s+)?(?:his\s+|her\s+|their\s+)?{_GRADE}",
    rf"(?<!\w){_PREP}\s+(?:(?:the\s+)?{_END}\s+of\s+)?(?:(?:school|instructional)\s+)?(?:week|month|quarter|q|qtr|semester|trimester|mp|term)\s*-?(?:{NUM}|[1-4])",
    rf"(?<!\w){_PREP}\s+(?:the\s+)?(?:{_END}\s+of\s+)?(?:the\s+)?(?:{_ORDINAL}|\d+(?:st|nd|rd|th)|{NUM}th|thirty-sixth)\s+(?:instructional\s+|school\s+|calendar\s+)?(?:week|month)(?!\w)",
    rf"(?<!\w){_PREP}\s+the\s+{_END}\s+of\s+(?:the\s+)?(?:next\s+|first\s+)?(?:{NUM}\s+)(?:instructional\s+|school\s+)?(?:weeks|months|semesters|quarters|trimesters)",
    rf"(?<!\w){_PREP}\s+(?:(?:the\s+)?year(?:'s)?[- ]end|(?:semester|year|quarter|term|school\s+year)'?s?\s+end|eoy|age\s+\w+|(?:his|her|their)\s+\w+\s+birthday)",
    rf"(?<!\w)(?:by|before)\s+(?:the\s+time\s+)?(?:he|she|they|[a-z]+|{SLOT})\s+(?:graduates?|exits?|leaves?\s+(?:school|high)|finish(?:es)?\s+(?:school|high)|turns?\s+\w+|moves?\s+(?:up|on)\s+to|ages?\s+out|(?:starts?|enters?|begins?)\s+(?:kindergarten|preschool|college|\w+\s+(?:grade|school))|is\s+reviewed|comes\s+up)",
    r"(?<!\w)by\s+the\s+time\s+(?:of\s+)?(?:\S+\s+){0,4}(?:review|reviewed|iep|plan|meeting|graduat\w+|ends?|expires?|over|done|year)(?!\w)",
    r"(?<!\w)(?<!given\s)(?:by|before|until|prior\s+to)\s+(?:\[|\{\{?|<)\s*(?!name|student|child|client)[^\]\}>\n]{0,40}(?:\]|\}\}?|>)(?=\s*(?:,|\.|;|$|\n))",
    r"(?<!\w)(?:by|before|until|prior\s+to)\s+(?:\[|\{\{?|<)[^\]\}>\n]{0,30}(?:date|review|deadline|month|year|time\s?frame|end|iep)[^\]\}>\n]{0,30}(?:\]|\}\}?|>)",
    r"(?<!\w)by\s+_{2,}(?=\s*,)",
    r"(?<!\w)(?:by|before|until|prior\s+to)\s+\(\s*(?:insert\s+|target\s+|end\s+|annual\s+|review\s+|iep\s+)*(?:date|month|deadline|time\s?frame|review)[^)\n]{0,20}\)",
    rf"(?<!\w)(?:no|not)\s+later\s+than\s+{NUM}\s+(?:calendar\s+|school\s+|instructional\s+)*(?:weeks?|months?|years?)(?:\s+(?:from|after|following)\s+[^,.;\n]{{3,60}})?",
    rf"(?<!\w)(?:ending|ends|expiring|concluding)\s+(?:on\s+{DATE}|(?:{NUM}|a)\s+(?:calendar\s+|school\s+)?(?:years?|months?|weeks)\s+(?:thereafter|later|after\w*))",
    r"(?<!\w)(?:at|on|upon)\s+(?:the\s+)?(?:time\s+of\s+)?(?:the\s+)?(?:next\s+|his\s+|her\s+|their\s+)?(?:annual\s+(?:iep\s+)?(?:review|meeting)|iep\s+(?:annual\s+)?(?:review|meeting)|annual\s+iep|anniversary\s+of)(?:\s+date)?",
    rf"(?<!\w)(?:at|toward|towards)\s+the\s+(?:end|close|conclusion)\s+of\s+{_ADJ}(?:{NUM}\s+)?(?:{_TERM}|{_SEASON}|instructional\s+weeks|weeks|months)(?!\w)",
    rf"(?<!\w)upon\s+(?:the\s+)?(?:completion|expiration|conclusion|end)\s+of\s+{_ADJ}(?:{_TERM})(?!\w)",
    r"(?<!\w)(?:at\s+)?(?:the\s+)?(?:end\s+of\s+(?:the\s+)?(?:school\s+)?year|year'?s\s+end|year-end|end-of-year)(?!\w)(?!\s+(?:test|assessment|exam|report))",
)
_LONG = r"(?:weeks?|wks?|months?|mos?\.|years?|yrs?|semesters?|trimesters?|quarters?|(?:marking|grading|reporting)\s+periods?|terms?|school\s+years?|iep\s+(?:years?|cycles?|periods?)|school\s+days|calendar\s+days|instructional\s+days|nine-week\s+periods?|days)"
_PERIODS = (
    rf"(?<!\w)(?:within|in|after)\s+(?:the\s+)?(?:next\s+|first\s+|coming\s+|following\s+|a\s+period\s+of\s+|about\s+|approximately\s+|a\s+span\s+of\s+|under\s+|less\s+than\s+)*(?:{NUM}(?:\s*(?:-|to|or)\s*{NUM})?|a|an)\s*[- ]?(?:full\s+|more\s+|instructional\s+|school\s+|academic\s+|calendar\s+|iep\s+|teaching\s+)*{_LONG}(?!\w)(?!\s+(?:in\s+a\s+row|running|straight))(?:'?\s+(?:of|from|after|following|time)\s+(?:graduation|exit\w*|leaving|finishing|completing|high\s+school|school|now|today|instruction|intervention|(?:the\s+)?(?:start|date|beginning|iep)(?:\s+(?:of|date)\s*)?)(?:\s+(?:high\s+school|school|the\s+iep|this\s+iep))?)?",
    rf"(?<!\w)inside(?:\s+of)?\s+(?:{NUM}|a)\s+(?:calendar\s+|school\s+)?(?:years?|months?|semesters?|weeks)(?!\w)",
    rf"(?<!\w)(?:over|for|during|throughout|across)\s+(?:the\s+)?(?:next|coming|following)\s+(?:{NUM}\s+)?(?:instructional\s+|school\s+|academic\s+|calendar\s+|iep\s+)*{_LONG}(?!\w)",
    rf"(?<!\w)(?:over|during|throughout|across|for|within|in|through)\s+(?:the\s+)?(?:(?:full|whole|entire)\s+)?(?:course|duration|length|span|remainder|rest|life|period|term)\s+of\s+(?:{_ADJ})(?:{_TERM}|{_SEASON})(?!\w)",
    rf"(?<!\w)(?:over|during|throughout|within|in|for|across|through)\s+(?:the|this|one|a|an|next|his|her|their)\s+(?:next\s+|coming\s+|current\s+|upcoming\s+|full\s+|entire\s+|whole\s+|present\s+|{YEAR}\s*[-/]\s*\d{{2,4}}\s+|{SLOT}\s+)*(?:annual\s+)?(?:(?:school|academic|calendar|iep|plan)[- ]+year|year|iep(?:\s+(?:period|cycle|year|term))?|annual\s+(?:period|plan|goal\s+period)|semester|trimester|plan\s+(?:period|year))(?!\w)(?!\s*(?:in\s+a\s+row|running|round|olds?|classroom|classes|class\s|old|team|meeting))",
    r"(?<!\w)(?:this|next|the\s+(?:coming|current|upcoming|next|following))\s+(?:school\s+year|academic\s+year|year|semester|trimester|spring|fall)(?!\w)(?!'s)",
    rf"(?<!\w)(?:{YEAR}|{SLOT})\s*[-/]\s*(?:\d{{2,4}}|{SLOT})\s+(?:school|academic|iep|instructional)\s+year",
    rf"(?<!\w)(?:over|during|within|in|across|throughout|for)\s+(?:an?|one|the)\s+(?:{NUM})[- ](?:week|month|year)s?(?!\w)(?!\s+old)(?:\s+(?:period|span|cycle|term|iep))?",
    rf"(?<!\w)(?:one|a|1)\s+(?:calendar\s+|school\s+)?year\s+(?:from|after)\s+(?:now|today|the|this|{DATE}|graduat\w+|leaving|exit\w*)",
    rf"(?<!\w)(?:from|between|effective)\s+{DATE}\s*(?:to|through|thru|until|and|-)\s*{DATE}",
    rf"(?<!\w)in\s+{MONTH}(?:\s+\d{{1,2}},?)?\s+{YEAR}(?=\s*,)",
    r"(?<!\w)(?:with)?in\s+(?:the\s+)?(?:iep|annual)\s+(?:year|period|cycle)",
)
# After school: a period that postsecondary goals are bound to.
_AFTER_SCHOOL = (
    r"(?<!\w)(?:after|following|upon|once|when|as\s+soon\s+as|within\s+\S+\s+(?:months?|years?|weeks?)\s+of|post)[- ]\s*(?:(?:he|she|they|[a-z]+|his|her|their|\[[^\]]*\]|\{[^}]*\}+)\s+)?(?:has\s+|have\s+|is\s+|are\s+)?(?:successfully\s+)?"
    r"(?:graduat(?:ion|es?|ing|ed)|(?:leav(?:es?|ing)|left|finish(?:es|ed|ing)?|exit(?:s|ed|ing)?|complet(?:es?|ed|ing|ion)(?:\s+of)?|done\s+with|out\s+of|departure\s+from|end\s+of)\s+(?:from\s+)?(?:the\s+)?(?:public\s+)?(?:high\s+)?(?:school|secondary|k-12)\w*|high\s+school|secondary\s+school|exiting)(?:\s+from)?(?:\s+high\s+school)?",
    r"(?<!\w)post-?\s?(?:graduation|high\s+school)",
)
_SPANISH = (
    rf"(?<!\w)(?:para|antes\s+de[l]?|hasta|a\s+m[aá]s\s+tardar|al)\s+(?:el\s+|la\s+|los\s+)?(?:(?:final|fin|cierre|t[eé]rmino)\s+(?:de[l]?\s+)?)?(?:el\s+|la\s+|este\s+|su\s+|pr[oó]xim[oa]\s+|segundo\s+|primer\s+|tercer\s+)*(?:\d{{1,2}}\s+de\s+)?(?:{'|'.join(_SPANISH_MONTHS)}|a[nñ]o(?:\s+escolar)?|semestre|trimestre|revisi[oó]n\s+anual|iep|pei|reuni[oó]n\s+anual|periodo|per[ií]odo)(?:\s+(?:de[l]?\s+)?{YEAR})?",
    rf"(?<!\w)(?:dentro\s+de|en|durante)\s+(?:un|una|el|este|{NUM})\s+(?:a[nñ]os?(?:\s+escolar(?:es)?)?|semestres?|trimestres?|semanas|meses)(?!\w)(?!\s+consecutiv)",
    r"(?<!\w)(?:despu[eé]s\s+de|al|tras)\s+(?:graduarse|(?:la\s+)?graduaci[oó]n|terminar\s+la\s+(?:escuela|secundaria|preparatoria)|(?:salir|egresar)\s+de\s+la\s+escuela)",
    r"(?<!\w)al\s+finalizar\s+(?:el\s+|la\s+)?\w+",
)
# A stretch that says how long a level is held, not when the goal ends.
_ROW = re.compile(r"\s+(?:in\s+a\s+row|running|straight)")
_STREAK = re.compile(r"(?:consecutive|in\s+a\s+row|running|straight|row)")


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(p) for p in (*_DEADLINES, *_PERIODS, *_AFTER_SCHOOL, *_SPANISH))


# Every form starts with one of these; trying the forms only there is several times faster than searching with each.
_STARTS = re.compile(
    r"(?<!\w)(?:by|before|until|till|prior|no|not|ending|ends|expiring|concluding|despu[eé]s|tras|come|through|thru|ahead|between|from|at|upon|on|toward|towards|within|inside|in|after|over|for|during|throughout|across|this|next|the|one|a|1|effective|following|once|when|as|post|end|year|year-end|end-of-year|para|antes|hasta|dentro|en|al|durante)(?!\w)|(?<![\w/])(?:19|20)\d\d|[\[{<]|(?<!\w)post-"
)


def find_timeframe(low: str, text: str) -> tuple[Span, ...]:
    """The deadlines and bounded periods of a goal. `low` has what belongs to a baseline masked."""
    spans = []
    starts = [m.start() for m in _STARTS.finditer(low)]
    for pattern in _patterns():
        done = 0
        for at in starts:
            match = pattern.match(low, at) if at >= done else None
            if match is None:
                continue
            done = match.end()
            if _STREAK.search(match[0]) or _ROW.match(low, match.end()):
                continue
            if _short_days(match[0]) or _recurring(low, match):
                continue
            spans.append(span_of(text, match.start(), match.end()))
    return merge(spans, text)


def _short_days(found: str) -> bool:
    """ "in 3 days" tells how fast, not by when."""
    days = re.search(r"(\S+)\s+(?:school\s+|calendar\s+|instructional\s+)?days$", found)
    value = number(days[1]) if days else None
    return value is not None and value < 20


def _recurring(low: str, match: re.Match[str]) -> bool:
    """ "in 4 of 5 weeks", "once in a year", "3 times in a semester" count events."""
    before = low[max(0, match.start() - 16) : match.start()]
    return re.search(r"(?:\d|of|times|once|twice)\s*$", before) is not None and match[0].startswith(("in ", "of "))


def deadline_of(spans: tuple[Span, ...]) -> date | None:
    """The calendar day of the first deadline that names one; a month without a day counts to its last day."""
    for span in spans:
        found = first_date(span.text) or month_and_year(span.text) or _month_in_digits(span.text)
        if found is not None:
            return found
    return None


def _month_in_digits(text: str) -> date | None:
    """The last day of "03/2027"."""
    match = re.search(rf"\b(\d{{1,2}})/({YEAR})", text)
    if match is None or not 1 <= int(match[1]) <= 12:
        return None
    month, year = int(match[1]), int(match[2])
    return date(year, month, calendar.monthrange(year, month)[1])
