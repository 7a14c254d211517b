# ruff: noqa: E501 - a pattern is read more easily whole than cut to the line length
"""How progress is measured: "as measured by weekly probes", "(OT data)", "on a 4-point rubric"."""

from __future__ import annotations

import re
from functools import cache

from iepaudit.model.goal import Span
from iepaudit.parse.grammar.lexicon import alternation, load_lexicon
from iepaudit.parse.grammar.text import merge, span_of

_VERB = r"(?:measured|evidenced|documented|assessed|recorded|observed|determined|reported|scored|indicated|demonstrated|monitored|evaluated|shown|tracked|charted|noted|verified|tallied|counted|rated|judged|checked|collected|marked|logged|tested|gauged|confirmed|timed|graphed|graded|seen|proven|reflected|registered|calculated|probed|audio-?recorded|video-?taped)"
_NOT_DATE = r"(?!\s+(?:an?\s+)?(?:increase|decrease|improvement|reduction)\b|\s+(?:an?\s+)?(?:at\s+least\s+)?\d+\s*(?:%|percent)\s*(?:increase|accuracy|improvement|decrease|mastery|success)?[^.;\n]{0,3}(?:[.;\n]|$))(?!\s+(?:the\s+(?:end|close|annual|next|time|first|last|final|spring|fall|conclusion)|(?:his|her|their)\s+(?:next|annual|iep)|annual|january|february|march|april|may|june|july|august|september|october|november|december|\d|next\s|end\b))"
_GERUND = r"(?!\s*(?:[a-z]+ly\s+)?(?!using|reviewing|testing|scoring|collecting|charting|tallying|timing|counting|recording|sampling|monitoring|writing\s+(?:sample|rubric|prompt|probe|assessment)|reading\s+(?:assess|probe|test|inventor|check|record|curriculum)|spelling\s+(?:test|invent|prob|list)|running|teaching|nursing|tracking|observing|ongoing|existing|grading|listening|speaking|rating|standing|occurring|a\b|an\b)[a-z]+ing\b)"
# Words that say only when or how much: "measured quarterly" names no method.
_WHEN_ONLY = r"(?!\s*(?:a\s+)?(?:quarterly|weekly|monthly|daily|annually|bi-?weekly|each|every|once|twice|regularly|periodically|frequently|often|throughout|during|at\s+the\s+end|\d+\s+times)\W*(?:(?!checks?\b|probes?\b|tests?\b|quiz|data\b|logs?\b|samples?\b|assess|rubric|charts?\b|observ|review|records?\b|reports?\b|timings?\b|work\b|monitoring\b)\w+\W*){0,2}$)"
_CUES = (
    # as measured by X; measured each week with X; counted each day by his teacher
    rf"(?<!\w)(?:as\s+|and\s+|is\s+|be\s+|are\s+|being\s+|when\s+|to\s+be\s+)?{_VERB}(?:\s*/\s*{_VERB})?(?:\s+and(?:/or)?\s+{_VERB})?(?:\s+(?!student|by\b|with\b|using\b|through\b|via\b|on\b|in\b|from\b)[a-z-]+){{0,4}}?,?\s+(?:by|through|with|using|via|per|against|according\s+to|by\s+means\s+of)\b{_NOT_DATE}{_GERUND}{_WHEN_ONLY}(?:\s+or\s+with\s+)?[^.;\n]{{2,}}",
    rf"(?<!\w)as\s+{_VERB}\s+(?:on|in|from|during|over|at|across)\b{_WHEN_ONLY}[^.;\n]{{2,}}",
    # scoring 8 of 10 on the collaboration checklist; 80% of the points on his daily card
    r"(?<!\w)(?:on|per)\s+(?:a|an|the|his|her|their)\s+(?:(?!will\b|shall\b|that\b|and\b|or\b)[^\s.;,]+\s+){0,3}(?:checklists?|point\s+cards?|cards?|scales?|inventory|surveys?|rating\s+forms?)(?=\s*(?:[.,;)\n]|\Z|for\s|(?:in|over|on|at|across)\s+(?:at\s+least\s+)?\d|\d))",
    rf"(?<!\w){_VERB}\s+(?:on|in)\s+(?:a|an|the|his|her|their|each|weekly|daily)\s+(?:\S+\s+){{0,4}}?(?:logs?|sheets?|charts?|graphs?|records?|forms?|notes|gradebook|grade\s+book|rubric|reports?|app|checklists?|cards?|tall(?:y|ies))(?!\w)",
    r"(?<!\w)reviewed\s+by\s+(?:the|his|her|a)\s+(?!iep|team|parents?)[^.;\n]{3,}",
    r"(?<!\w)as\s+(?:per|rated|reported\s+by|assessed)\s+[^.;\n]{3,}",
    r"(?<!\w)(?:according\s+to|based\s+(?:up)?on|by\s+means\s+of|per)\s+(?:the\s+|a\s+|an\s+|his\s+|her\s+)?(?:[^\s;.]+\s+){0,5}?(?:data|observations?|records?|reports?|logs?|probes?|assessments?|tests?|rubrics?|charts?|samples?|tall(?:y|ies)|checklists?|notes|review|documentation|measures?|scores?|ratings?|counts?|evaluations?|judgments?)(?!\w)",
    r"(?<!\w)(?:data|progress|improvement|growth|performance|this\s+goal|mastery|results?)\s+(?:will|shall|is\s+to|are\s+to|is|are)\s+(?:be\s+)?(?:\w+ly\s+)?(?:collected|measured|tracked|monitored|taken|recorded|assessed|evaluated|documented|kept|gathered|checked|charted|graphed)\b(?!\s+(?:quarterly|weekly|monthly|daily|annually|each\s+\w+|every\s+\w+|bi-?weekly)\s*(?:[.;\n]|$))[^.;\n]{2,}",
    r"(?<!\w)seg[uú]n\s+(?:lo\s+)?(?:medid[oa]s?|observad[oa]s?|documentad[oa]s?|los\s+datos|las\s+observaciones|el\s+registro|los\s+registros|la\s+r[uú]brica|la\s+(?:hoja|tabla|lista|gr[aá]fica)|las\s+(?:hojas|tablas|listas|gr[aá]ficas|muestras)|las?\s+prueb\w+|muestras?\s+de|registros?)[^.;\n]*|(?<!\w)medid[oa]s?\s+(?:por|con|mediante|a\s+trav[eé]s)[^.;\n]{2,}|(?<!\w)evaluad[oa]s?\s+(?:por|con|mediante)[^.;\n]{2,}",
)
# Where the clause ends inside a sentence: a deadline or a baseline begins.
_CUT = re.compile(
    r",?\s+(?:by\s+(?:(?!using|reviewing|testing|scoring|collecting|charting|running|teaching|nursing|speaking|listening)[a-z]+ing\s+\w|the\s+(?:end|annual|next|close)|(?:january|february|march|april|may|june|july|august|september|october|november|december)\b|\d{1,2}/|his\s+(?:next|annual)|her\s+(?:next|annual)|their\s+(?:next|annual)|\[|\{)|baseline\b|from\s+a\s+baseline|within\s+(?:one|a|\d+)\s+(?:year|school|instructional|weeks|iep)|,?\s*up\s+from\b|with\s+\d+\s*%|(?:in|on|with|at|for|across)\s+(?:at\s+least\s+)?\d+\s*(?:%|out\s+of|of|/|consecutive))"
)
_PREPOSITIONS = r"(?:on|across|over|in|during|from|by|per(?!\s+(?:min|day|week|hour|sec|month|class|session))|via|through|using|with|of|score\s+of|for|between|against|into|to|at)"
# "data days" are days on which something is observed, "data screen" is a part of an evaluation.
_NOT_DATA = r"(?!\s*-?\s*(?:days?|sessions?|screen\w*|points?|entry|analysis|collection\s+(?:days?|sessions?|periods?|opportunit\w+|dates?|points?)|periods?|tables?|set|sets|plan|cycles?|opportunit\w+|dates?))"
_NOT_WHEN = r"(?!\s+(?:windows?|periods?|seasons?|dates?|meetings?|conferences?)\b)"  # "by the spring benchmark window"
_DATA = (
    rf"\((?:[a-z/&,' -]{{0,40}})\b(?:data|observations?|logs?|records?|rubric|checklist|tall(?:y|ies)|samples?|probes?|report|chart|notes)\)"
    rf"|(?<!\w)(?:teacher|slp|slpa|ot|cota|pt|bcba|rbt|staff|therapist|clinician|para|paraprofessional|case\s+manager|provider|therapy|session|trial|trial-by-trial|classroom|daily|weekly|anecdotal|observational|frequency|duration|interval|event|point\s+sheet|behavior|progress\s+monitoring|cbm|probe|attendance|incident|discipline|parent|nurse|counselor|aide|work\s+sample|objective|latency|abc|graphed|charted|running|teacher-collected|staff-collected|o&m|tvi)(?:'s)?(?:[-/]\w+)?(?:\s+and\s+\w+)?\s+(?:data{_NOT_DATA}|tall(?:y|ies)|data\s+sheets?|logs?(?!\s+in)|charting|observations?(?!\s+(?:skills|of\s+nature))|documentation|recordings?|tracking|tracker)(?!\w)"
    r"|(?:(?<=,\s)|(?<=;\s)|(?<=\())(?:teacher|slp|slpa|ot|cota|pt|bcba|staff|therapist|para|supervisor|job\s+coach|parent|nurse|counselor|aide|weekly|daily|biweekly|monthly)(?:'s)?(?:-made|-created)?\s+(?:work\s+samples?|checklists?|checks?|rubrics?|counts?|probes?|notes|records?|charts?|graphs?|report|quiz(?:zes)?|tests?|rating)(?=\s*(?:[.,;)\n]|$))"
    r"|(?<!\w)data\s+(?:collection(?!\s+(?:days?|sessions?|periods?|opportunit\w+|dates?|points?))|sheets?|logs?|tracking|charts?|collected|recording)(?!\w)"
)
# "; hall monitor log."
_NOTED = r"(?<=;\s)(?:[a-z'/-]+\s+){1,3}(?:log|chart|checklist|tally|tally\s+sheet|notes|data|data\s+sheets?|records?|report|observations?|rubric|samples|probes)(?=\s*[.)]?\s*\Z)"
_WHOSE = r"(?:teacher|staff|therapist|weekly|daily|monthly|student|classroom|curriculum-based)(?:'s|-made)?\s+"


@cache
def _compiled() -> tuple[tuple[re.Pattern[str], ...], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    named = [f for e in load_lexicon("measures") if e.category == "named" for f in e.forms]
    instruments = [f for e in load_lexicon("measures") if e.category != "named" for f in e.forms]
    cues = tuple(re.compile(p) for p in _CUES)
    instrument = re.compile(
        rf"(?<!\w){_PREPOSITIONS}\s+(?:(?!given\b|when\b|will\b|while\b|to\b|that\b)[^\s.;\n,()]+\s+){{0,8}}?{alternation(instruments)}{_NOT_DATA}{_NOT_WHEN}"
    )
    # ", work samples." at the end of a goal: a list of instruments and nothing else.
    listed = rf"(?:(?<=,\s)|(?<=;\s)|(?<=\.\s))(?:{_WHOSE})?{alternation(instruments)}(?:\s*(?:,|;|/|and|&|or)\s*(?:{_WHOSE})?{alternation(instruments)})*(?=\s*[.)]?\s*\Z)"
    return cues, instrument, re.compile(alternation(named)), re.compile(f"{listed}|{_DATA}|{_NOTED}")


# "fill in a time sheet", "turn in his log": the child's own work.
_VERB_WITH_IN = re.compile(r"(?<!\w)(?:fill|turn|hand|sign)(?:s|ing)?\s+\Z")
_NEAREST = re.compile(r"(?<!\w)(?:on|across|over|in|during|by|via|through|using|with|from)(?!\w)")
# "on the GMRT": a name in capitals after such a preposition is a test; these are none.
_ACRONYM = re.compile(
    r"\b(?:on|using|per|via|from|of) the ([A-Z][A-Z&-]{2,7})\b(?! (?:device|app|board))|"
    r"\b(?:per|via) ([A-Z][A-Z&-]{2,7})(?=\s*(?:[.,;)]|$))"
)
_SHORT_NAME = 4  # letters of a test's name that may be a word
_NO_TEST = frozenset(("AAC", "SGD", "IEP", "ESY", "LRE", "PEC", "PECS", "ASL", "FM", "BIP", "USA", "STEM"))


def find_method(low: str, text: str) -> tuple[Span, ...]:
    """Spans that say how or by whom progress is measured. `low` has the "given ..." clause masked."""
    cues, instrument, named, data = _compiled()
    spans: list[Span] = []
    for cue in cues:
        for match in cue.finditer(low):
            cut = _CUT.search(low, match.start() + 10, match.end())
            spans.append(span_of(text, match.start(), cut.start() if cut else match.end()))
    for match in instrument.finditer(low):
        if match[0].startswith("in") and _VERB_WITH_IN.search(low, max(0, match.start() - 12), match.start()):
            continue
        nearest = [m.start() for m in _NEAREST.finditer(low, match.start(), match.end())]
        spans.append(span_of(text, max(nearest, default=match.start()), match.end()))
    spans += [span_of(text, m.start(), m.end()) for m in data.finditer(low)]
    for match in named.finditer(low):
        as_written = text[match.start() : match.end()]
        if len(as_written) > _SHORT_NAME or not as_written.islower() or text.islower():  # "SIPS", not "sips"
            spans.append(span_of(text, match.start(), match.end()))
    for match in _ACRONYM.finditer(text):
        if (match[1] or match[2]) not in _NO_TEST:
            spans.append(span_of(text, match.start(), match.end()))
    return merge(spans, text)


_EVALUATOR = re.compile(
    r"(?<!\w)(?:(?:special\s+education|general\s+education|gen\.?\s*ed\.?|sped|classroom|resource|reading|regular|homeroom|content|ese|inclusion|pe|art|music)\s+)?(?:teachers?|slp|slpa|speech(?:[- ]language)?\s+(?:pathologist|therapist)|clinician|occupational\s+therapist|physical\s+therapist|therapist|case\s+manager|bcba|rbt|counselor|psychologist|social\s+worker|nurse|para(?:professional|educator)?s?|aide|job\s+coach|staff|provider|interventionist|parents?|instructor|specialist|interpreter|tvi)(?:'s)?(?!\w)"
    r"|(?<!\w)(?:ot|pt)(?=\s+(?:data|observation|logs?|notes|report|records?|documentation|checklist))"
)
_FREQUENCY = re.compile(
    r"(?<!\w)(?:(?:once|twice|\d+\s+times|\d+x|one\s+time|two\s+times|three\s+times)\s+(?:a|per|each|every)\s+(?:day|week|month|quarter|year|marking\s+period|grading\s+period|trimester|semester|session)|(?:each|every)\s+(?:other\s+)?(?:(?:two|three|four|six|nine|\d)(?:\s*(?:-|to)\s*\d)?\s+)?(?:days?|weeks?|months?|quarters?|sessions?|marking\s+periods?|grading\s+periods?|semesters?|trimesters?|lessons?)|(?:bi-?|semi-)?(?:daily|weekly|monthly|quarterly|annually)|every\s+about\s+\S+\s+weeks|about\s+every\s+\S+\s+weeks)(?!\w)"
)


def find_evaluator(low: str, text: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Who measures, inside the method's spans."""
    return _inside(_EVALUATOR, low, text, spans)


def find_frequency(low: str, text: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """How often it is measured, inside the method's spans or right after a measuring verb."""
    found = list(_inside(_FREQUENCY, low, text, spans))
    for match in re.finditer(
        r"(?<!\w)(?:measured|assessed|monitored|checked|reviewed|collected|charted|probed|counted)\s+", low
    ):
        again = _FREQUENCY.match(low, match.end())
        if again:
            found.append(span_of(text, again.start(), again.end()))
    return merge(found, text)


def _inside(pattern: re.Pattern[str], low: str, text: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    found = []
    for span in spans:
        found += [span_of(text, m.start(), m.end()) for m in pattern.finditer(low, span.start, span.end)]
    return merge(found, text)
