# ruff: noqa: E501 - a pattern is read more easily whole than cut to the line length
"""The present level: a labelled field, "from 45 to 80", "up from 1 of 5", "currently reads 20 words"."""

from __future__ import annotations

import re
from functools import cache

from iepaudit.model.goal import Quantity, Span
from iepaudit.parse.grammar.growth import find_growth
from iepaudit.parse.grammar.numbers import NUM, number
from iepaudit.parse.grammar.text import mask, merge, sentences, span_of

_UNIT = r"(?:\s*(?:%|percent\b)|\s+(?!to\b)[a-z/-]+(?:\s+(?!to\b)[a-z/-]+){0,7}?)?"
_VALUE = rf"(?:{NUM}|no|none|a|an|once|twice)(?:\s*(?:/|of|out\s+of|times\s+out\s+of|in)\s*(?:every\s+)?{NUM})?"
_NOT_A_LEVEL = r"(?!\s*(?:feet|foot|inch\w*|yards?|ft)\b)"
_FROM_TO = rf"(?<!\w)from\s+(?:a\s+|an\s+|the\s+)?(?:current\s+|present\s+|baseline\s+)?(?:(?:[a-z]+\s+)?(?:rate|level|average|baseline|score|rating|accuracy|mean|frequency|median|total|grade\s+equivalent|stage)\s+(?:of\s+)?)?(?:lexile\s+(?:of\s+)?|[a-z]+ing\s+)?(?:about\s+|approximately\s+|an\s+average\s+of\s+)?{_VALUE}(?:l\b|s\b)?{_NOT_A_LEVEL}{_UNIT}(?:\s*\([^)]*\))?,?\s+(?:up\s+|down\s+)?to\s+"
# "aumentará ... de 22 a 60 palabras", "pasará de contestar 2 de 10 a contestar 8 de 10"
_DE_A = re.compile(
    rf"(?<!\w)(?:aument|dismin|reduc|mejor|increment|sub|baj|pas|crec|elev)\w*(?:r[áa]n?|ndo|r)\b[^.;]{{0,60}}?(?<!\w)(?P<de>de(?:sde)?\s+(?:[a-záéíóú]+r\s+)?(?:un\s+)?{_VALUE}(?:\s+de\s+(?:cada\s+)?{NUM})?(?:\s*%|\s+por\s+ciento)?(?:\s+(?!a\b|hasta\b)[a-záéíóúñ]+){{0,7}}?)\s+(?:a|hasta)\s+(?:[a-záéíóú]+r\s+)?(?:(?:por\s+lo|al)\s+menos\s+|un\s+)?{_VALUE}"
)
_CHANGE = re.compile(
    r"(?<!\w)(?:improv|increas|decreas|reduc|rais|lower|mov|grow|grew|progress|go|advanc|rise|ris|rose|chang|expand|cut|drop|bring|lessen|boost|gain|develop|extend|build|lengthen|shorten|speed|fall|fell|slid|go\b|double|aument|reduci|mejor|drop)\w*"
)
_UNITS_OF_LEVEL = re.compile(
    r"%|percent|wcpm|wpm|words?\s+(?:correct|per|a)|correct|per\s|/\s*\d|out\s+of|accuracy|times|score|level|minutes?|seconds?|prompts?|points?|lexile|independen|\ban?\s+(?:day|week|class|month|hour|lesson|period|session)"
)
_QUALITATIVE = re.compile(
    r"(?<!\w)from\s+(?:a\s+|the\s+|his\s+|her\s+|their\s+)?(?:current\s+|present\s+|baseline\s+)?(?:level\s+of\s+[^.;\n]{3,120}?|(?:needing|requiring|using|having|full|maximum|maximal|moderate|hand-over-hand|total|partial|rarely|never|seldom|not|producing|answering|writing|reading)\b[^.;\n]{2,100}?)\s+to\s+"
)
_UP_FROM_STRICT = re.compile(
    rf"(?<!\w)(?:(?:up|down)\s+from|compared\s+(?:to|with)|(?:increased?|decreased?|improvement|reduction|growth|gain|improved|improving|increasing|decreasing|improve|raise)(?:\s+\w+){{0,6}}?\s+from|starting\s+(?:at|from)|beginning\s+at|rise|rising)\s+(?:from\s+)?(?:a\s+|the\s+|his\s+|her\s+|their\s+)?(?:current\s+|present\s+|baseline\s+|average\s+)*(?:(?:baseline|level|rate|average|score|accuracy)\s+)?(?:of\s+|at\s+)?(?P<v>{_VALUE})(?:\s*%|\s+percent)?[^.,;)\n]{{0,60}}"
)
_NAMED = re.compile(
    rf"(?<!\w)(?:from\s+|over\s+|above\s+|against\s+)?(?:a|an|the|his|her|their|this|[a-z]+'s)?\s*(?:current|present|baseline|existing|starting|initial)\s+(?:(?:baseline|level|rate|score|average|accuracy|performance|frequency|percentage|median|instructional\s+level|reading\s+level|mean|total|count|fluency|data|ability|skill\s+level)s?\s+)*(?:of\s+performance\s+)?(?:(?={NUM})|of|is|was|at|being|shows?|indicates?|=|:|\()\s*(?!a\s+topic)[^.;\n]{{1,90}}"
)
# "(was 4 of 10)", "; was 4 of 10"
_WAS = re.compile(
    rf"(?:\(\s*|[;,]\s+)(?:(?:it|he|she|they)\s+)?(?:was|were|from|had\s+been|now|currently|hoy|ahora)\s+(?:at\s+)?{_VALUE}[^.;)\n]{{0,30}}(?=[.;)\n]|$)"
)
# "his August rate was 17", "(Feb. 2026: 1 of 8)", "; fall score 58"
_WHEN = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?|fall|winter|spring|summer|last\s+(?:year|spring|fall|month|quarter|winter)|\d{1,2}/(?:\d{1,2}/)?\d{2,4}"
_THEN = re.compile(
    rf"(?<!\w)(?:his|her|their|the)\s+(?:january|february|march|april|may|june|july|august|september|october|november|december|fall|winter|spring|summer|last|latest|previous|beginning-of-year)\s+(?:rate|score|level|average|accuracy|total|count)\s+(?:was|is|were)\s+(?:at\s+)?{_VALUE}[^.;\n]{{0,40}}"
    rf"|(?:(?<=;\s)|(?<=\.\s)|(?<=\())(?:(?:his|her|their|the)\s+)?(?:{_WHEN})\s*(?:\d{{4}}\s*)?(?:rate|score|level|average|accuracy|total|count|benchmark|data)?\s*[:=]?\s*(?:was\s+)?{_VALUE}[^.;)\n]{{0,40}}"
)
# "baseline hand over hand, target a sign of her own"
_WITH_TARGET = re.compile(
    r"(?<!\w)(?:baseline|present\s+level|now|currently|start)\s*[:=]?\s+(?!(?:of|is|was|will|to)\b)[^.;,\n]{3,60}(?=[,;]\s*(?:target|goal|aim|expected)\b)"
)
# "from a J to an M" on a scale of letters
_LETTERS = re.compile(
    r"(?<!\w)from\s+(?:level\s+|an?\s+)[\"']?[a-z][\"']?(?=,?\s+(?:up\s+)?to\s+(?:level\s+|an?\s+)[\"']?[a-z][\"']?(?!\w))"
)
_BASELINE_VALUE = re.compile(
    rf"(?<!\w)(?:baseline|present\s+levels?|plaafp)\s*(?:data)?\s*(?:\(\w+\))?\s*(?:of|is|was|=|:|-|,|at|shows?|being|showed)?\s*(?:approximately\s+|about\s+|an?\s+average\s+of\s+|at\s+)?{_VALUE}[^.;)\n]{{0,60}}"
)
_NOW = re.compile(
    r"(?<!\w)(?:currently|presently|at\s+present|at\s+this\s+time|right\s+now|at\s+the\s+moment|today|now|to\s+date|so\s+far|as\s+of\s+(?:today|now|this\s+\w+|\S+\s+\d{1,2},?\s+\d{4}|\d{1,2}/\d{1,2}(?:/\d{2,4})?|[a-z]+\s+\d{1,4}(?:st|nd|rd|th)?)|this\s+(?:fall|spring|winter|month|week|year)|last\s+(?:year|spring|fall|month|quarter|winter|week|semester|trimester)|in\s+(?:september|october|november|december|january|february|march|april|may|june|august)|actualmente|hoy|ahora|en\s+este\s+momento)(?!\w)"
)
_PRESENT_VERB = re.compile(
    r"(?<!\w)(?:is|are|was|were|has|had|does|did|can|could|cannot|reads?|writes?|wrote|scores?d?|earns?|earned|answers?|answered|needs?|needed|requires?|required|uses?d?|takes?|took|averages?d?|performs?|performed|stays?|stayed|remains?|remained|completes?d?|identif\w+|produc\w+|makes?|made|knows?|knew|walks?|asks?|says?|names?|respond\w*|follow\w*|initiat\w+|solv\w+|spell\w*|demonstrat\w+|attend\w*|leav\w+|left|lee|escribe|puede|responde|identifica|tiene|est[aá]|necesita|usa|hace|speaks?|sits?|turns?|starts?|joins?|comes?|came|finish\w*|got|gets?|counts?|types?|keeps?|kept|shows?|showed|works?|worked|talks?|hits?|cries|cried|lasts?|lasted|at|about)(?!\w)"
)
_FUTURE = re.compile(r"(?<!\w)(?:will|shall|is\s+going\s+to|podr[aá])(?!\w)")

_YEARS = (1990, 2100)


@cache
def _from_to() -> re.Pattern[str]:
    return re.compile(_FROM_TO)


def find_baseline(low: str, text: str) -> tuple[Span, ...]:
    """Spans that state the present level. Ranges of a task ("count from 1 to 20") are none."""
    spans: list[Span] = []
    if "from" in low:
        for match in _from_to().finditer(low):
            after = low[match.end() : match.end() + 60]
            if not re.match(
                rf"(?:an?\s+|the\s+|at\s+least\s+|no\s+more\s+than\s+|about\s+|\w+\s+of\s+|{NUM}|no|none|fewer|less|more|zero|level|once|twice)",
                after,
            ):
                continue
            before = low[max(0, match.start() - 90) : match.start()].rpartition(".")[2]
            if _CHANGE.search(before) and (
                _UNITS_OF_LEVEL.search(match[0] + after) or not re.search(r"count\w*\s*$", before)
            ):
                spans.append(span_of(text, match.start(), _cut_to(low, match)))
        for match in _QUALITATIVE.finditer(low):
            before = low[max(0, match.start() - 90) : match.start()].rpartition(".")[2]
            if _CHANGE.search(before):
                spans.append(span_of(text, match.start(), _cut_to(low, match)))
    spans += [span_of(text, *m.span("de")) for m in _DE_A.finditer(low)]
    for pattern in (_UP_FROM_STRICT, _NAMED, _BASELINE_VALUE, _WAS, _THEN, _LETTERS, _WITH_TARGET):
        for match in pattern.finditer(low):
            lead = re.match(
                r"(?:increas|decreas|improv|reduc|grow|gain|rais|ris)\w*\s+(?:\w+\s+){0,6}?(?=from\s)", match[0]
            )
            if not re.search(r"(?:will\s+be|to\s+be|none|no\s+data|not\s+(?:yet|available)|tbd|n/a|see\s)", match[0]):
                start = match.start() + (lead.end() if lead else 0)
                spans.append(span_of(text, start, _stop(low, start, match.end())))
    growth = find_growth(low, text)
    spans += growth
    spans += _now(mask(low, growth), text)  # "from 58% now to 80% by June": what follows is the target
    return merge(spans, text)


def _cut_to(low: str, match: re.Match[str]) -> int:
    """The end of the starting level: before the " to " that leads to the target."""
    cut = re.search(r",?\s+(?:up\s+|down\s+)?to\s+$", low[match.start() : match.end()])
    return match.start() + cut.start() if cut else match.end()


def _stop(low: str, start: int, end: int) -> int:
    """Where a stated level ends: at the clause that says what will be, or with the parenthesis it stands in."""
    end = _closed(low, start, end)
    cut = re.search(
        r",\s+(?:shall|will|when|given)\b|\s(?:to\s+(?:at\s+least\s+|a\s+|an\s+)?(?:(?:[a-z]+\s+){0,2}(?:score|rating|level|rate|average)\s+of\s+(?:at\s+least\s+)?)?\d|will\b|by\s+(?:the|may|june|\d)|as\s+measured)",
        low[start:end],
    )
    return start + cut.start() if cut else end


def _closed(low: str, start: int, end: int) -> int:
    """The end, or the ")" before it whose "(" stands before the start."""
    depth = 0
    for at in range(start, end):
        depth += (low[at] == "(") - (low[at] == ")")
        if depth < 0:
            return at
    return end


def _now(low: str, text: str) -> list[Span]:
    """Clauses with "currently" and a verb in the present or past; a sentence that only says what will be is none."""
    spans: list[Span] = []
    if not _NOW.search(low):
        return spans
    for start, end in sentences(low):
        for match in _NOW.finditer(low, start, end):
            clause_start = max(low.rfind(mark, start, match.start()) for mark in (",", "(", ";", "-")) + 1 or start
            stop = re.compile(r"[;)\n]|,\s+(?:and|but)?\s*(?:he|she|they|[a-z]+)\s+will\b").search(
                low, match.end(), end
            )
            clause_end = stop.start() if stop else end
            clause = low[max(start, clause_start) : clause_end]
            if match[0].startswith(("in ", "this ", "last ", "now", "today")) and _FUTURE.search(clause):
                continue
            future = _FUTURE.search(low, max(start, clause_start), clause_end)
            if future:
                if future.start() < match.end():
                    continue
                comma = low.rfind(",", match.end(), future.start())
                if comma < 0:
                    continue
                clause_end = comma
                clause = low[max(start, clause_start) : clause_end]
            if (
                _PRESENT_VERB.search(clause)
                or (len(clause) < 45 and re.search(NUM, clause) and low[clause_start - 1] == "(")
                or (low[start : match.start()].rstrip()[-1:] == "(" and match[0] in ("currently", "presently"))
                or re.search(rf"{NUM}\s*(?:%|/|out\s+of|percent|de\s+(?:cada\s+)?{NUM}|por\s+ciento)", clause)
            ):
                first = start if not _FUTURE.search(low, start, match.start()) else max(start, clause_start)
                spans.append(span_of(text, first, clause_end))
    return spans


_GRADE_BEHIND = re.compile(r"(?:st|nd|rd|th)[ -]?(?:grade|gr)\b")
_GRADE_BEFORE = re.compile(r"\b(?:grade|gr)\.?\s*$")


def quantities(text: str, spans: tuple[Span, ...]) -> tuple[Quantity, ...]:
    """The numbers of the baseline spans with their units."""
    from iepaudit.parse.grammar.units import unit_after

    found = []
    for span in spans:
        low = span.text.lower()
        for match in re.finditer(
            rf"(?P<a>{NUM})(?:(?:\s*(?:/|of|out\s+of)\s*|\s+[a-z]+\s+out\s+of\s+)(?P<b>{NUM}))?", low
        ):
            value, of = number(match["a"]), number(match["b"]) if match["b"] else None
            if value is None or re.match(r"\s*/\s*\d", low[match.end() :]):
                continue
            if _GRADE_BEHIND.match(low, match.end()) or _GRADE_BEFORE.search(low[: match.start()]):
                continue  # "on a 3rd grade passage" says of which texts, and not how well
            if of is None and _YEARS[0] <= value <= _YEARS[1] and re.fullmatch(r"\d{4}", match["a"]):
                continue
            at = span.start + match.start()
            unit = unit_after(low, match.end()) or ("trial" if of else "")
            found.append(
                Quantity(value, unit, Span(text[at : span.start + match.end()], at, span.start + match.end()), of)
            )
    return tuple(found)
