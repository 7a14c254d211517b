# ruff: noqa: E501 - a pattern is read more easily whole than cut to the line length
"""Levels that say when a goal is met: percent, trials, rates, limits, durations, scales. Task numbers are none."""

from __future__ import annotations

import re
from functools import cache

from iepaudit.model.goal import Criterion, CriterionKind, Span
from iepaudit.parse.grammar.numbers import AT_LEAST, AT_MOST, DIGITS, LIMIT, NUM, RANGE, WORD, number
from iepaudit.parse.grammar.text import mask, span_of
from iepaudit.parse.grammar.units import unit_after

_TIME = r"(?:seconds?|secs?\.?|minutes?|mins?\.?|hours?|hrs?\.?|segundos?|minutos?|horas?)"
_TRIAL = r"(?:trials?|opportunit\w+|attempts?|tries|chances?|occasions?|times|instances|sessions?|days?|weeks?|probes?|observations?|lessons?|class(?:es)?|class\s+periods?|periods?|samples?|assignments?|turns|activities|events|situations?|transitions?|assessments?|checks?|quizzes|tests?|intervals?|passages?|data\s+(?:points?|days?|collections?)|settings?|visits|meals|readings|reads|months?|problems|questions|items|steps|words|sentences|prompts|exchanges|intentos|oportunidades|ocasiones|sesiones|veces|d[ií]as|semanas|pruebas)"
_EVENT_PER = r"(?:day|week|month|class(?:\s+period)?|period|session|lesson|hour|minute|meal|activity|quarter|marking\s+period|grading\s+period|semester|half[- ]hour|block|passage|page|paragraph|sentence|sample|text|recess|game|100\s+words|school\s+day|school\s+week|school\s+month|d[ií]a|semana|clase|sesi[oó]n)"
_RATE_NOUN = r"(?:words?|digits?|letters?|sounds?|problems?|facts?|syllables?|sentences?|phonemes?|characters|palabras|items?|laps?|steps?|keystrokes|questions?)"
_HELP = r"(?:prompts?|prompting|cues?|cueing|reminders?|redirections?|assists?|assistance|help|support|supports|models?|repetitions?|adult\s+\w+|corrections?|indicaciones|ayuda)"
_ADJS = r"(?:[a-z/'-]+\s+){0,3}?"

# Kind, pattern. The first group is the number, `of` a denominator, `unit` the words that name the unit.
_FORMS: tuple[tuple[CriterionKind, str], ...] = (
    (CriterionKind.PERCENT, rf"(?:{LIMIT}\s+)?(?P<n>{RANGE})\s*(?:%|percent(?!ile)\b|per\s+cent\b|por\s+ciento)(?:\s+(?:or\s+(?:better|higher|more|above|greater)))?(?:\s+(?:accuracy|accurate(?:ly)?|correct(?:ly)?|success|right|mastery|proficiency|independence|intelligib\w+|of\s+(?:the\s+)?{_ADJS}{_TRIAL}|de\s+precisi[oó]n|compliance))?(?!\s*(?:\w+\s+)?(?:tip|tips|discount|tax|off|sale|gratuity|interest|solution|markup|milk|cotton)|\s*of\s+(?:an?|the|whole)\s+(?:numbers?|quantit\w+|whole|amounts?|prices?|totals?)\b)"),
    (CriterionKind.PERCENT, rf"(?:with|at|to|of|reach\w*|achiev\w*)\s+(?:an?\s+)?(?:{LIMIT}\s+)?(?P<n>{NUM})\s+(?:accuracy|mastery|proficiency|independence|correct|success)\b"),
    (CriterionKind.FRACTION, rf"(?:{LIMIT}\s+)?(?P<n>{NUM})(?:\s+(?!of\b|out\b|in\b|to\b|or\b|and\b)[a-z-]+){{0,3}}?\s*(?:out\s+of|of|times\s+out\s+of|de\s+cada|de)\s+(?:the\s+|every\s+|a\s+possible\s+|any\s+|each\s+|his\s+|her\s+|their\s+|a\s+total\s+of\s+|last\s+|these\s+|those\s+|cada\s+|consecutive\s+|weekly\s+|given\s+)*(?P<of>{NUM})(?:\s+{_ADJS}{_TRIAL}\b)?"),
    (CriterionKind.FRACTION, rf"(?:{LIMIT}\s+)?(?P<n>{NUM})\s+(?:out\s+)?of\s+(?:them|these|those)\b"),
    (CriterionKind.FRACTION, rf"(?:{LIMIT})\s+(?:half|two[- ]thirds|three[- ]quarters|a\s+third)\b"),
    (CriterionKind.FRACTION, rf"(?P<n>{DIGITS}|{WORD})\s+(?:times\s+|tries\s+|trials\s+|days\s+)?in\s+(?:every\s+|each\s+)?(?P<of>{NUM})(?!\s*(?:{_TIME}|weeks?|months?|years?))(?:\s+{_ADJS}{_TRIAL}\b)?"),
    (CriterionKind.FRACTION, r"(?<![\d/.])(?P<n>\d{1,3}|x|_+|\[[^\]]{0,8}\])\s*/\s*(?P<of>\d{1,3}|x|_+|\[[^\]]{0,8}\])(?![\d/])(?!\s*-?\s*(?:inch\w*|in\.|cups?|tsp|tbsp|teaspoons?|tablespoons?|miles?|hours?|of\s+(?:an?|the)\s|lb|pounds?|\"))"),
    (CriterionKind.FRACTION, rf"(?:half|two[- ]thirds|three[- ](?:quarters|fourths)|one[- ]half|all|each|every|most\s+but\s+\w+)(?:\s+(?:of|one\s+of))?(?:\s+(?:the|his|her|their|five|four|three|ten|\d+))*\s+(?:the\s+)?{_ADJS}(?:time|trials?|opportunit\w+|attempts?|chances?|occasions?|probes?|samples?|sessions?|lessons?|days|passages?|stories|paragraphs?|meals?)\b(?!\s*(?:he|she|they|of\s+day|management))"),
    (CriterionKind.RATE, rf"(?:{LIMIT}\s+)?(?P<n>{RANGE})\s*(?:or\s+more\s+|or\s+higher\s+)?(?P<unit>(?:[a-z]+\s+){{0,2}}?{_RATE_NOUN}\s+(?:[a-z]+\s+){{0,3}}?(?:correct(?:ly)?\s+)?(?:read\s+)?(?:per|a|each|every|in\s+(?:a|one|1|\d+|{NUM})|por|in\s+a\s+one|/)[- ]*(?:minutes?|mins?|minutos?|hour)|wcpm|cwpm|wrcpm|wpm|cwm|wrc|dcpm|cdpm|cws|nwf|lnf|orf|words?/min\w*|spm|bpm)"),
    (CriterionKind.RATE, rf"(?:wcpm|cwpm|wpm|rate|speed|pace)\s+(?:of|at|to|=)\s+(?:{LIMIT}\s+)?(?P<n>{NUM})"),
    (CriterionKind.FREQUENCY, rf"(?:{LIMIT}\s+)?(?P<n>{RANGE}|once|twice|thrice)\s*(?:x\s*|times?\s+|or\s+(?:fewer|less|more)\s+)?(?P<unit>{_ADJS}(?:[a-z]+\s+)?)(?:per|a|an|each|every|/|por|al|in\s+a|in\s+any|during\s+each|during\s+a|in\s+each)\s*(?:single\s+|given\s+|(?:\S+-)?)?{_EVENT_PER}\b"),
    (CriterionKind.FREQUENCY, rf"(?P<n>{NUM})\s*x\s*(?:daily|weekly|/?\s*(?:day|week))|(?P<m>{NUM}|once|twice)\s+(?:times\s+)?(?:daily|weekly)\b"),
    (CriterionKind.COUNT, rf"for\s+(?:{LIMIT}\s+)?(?P<n>{RANGE})\s+(?P<unit>{_ADJS}(?:turns|exchanges|comments|sentences|repetitions|reps|laps|steps|words|bites|questions|rounds|cycles|plays|responses|feet|yards|topics|statements|trials|opportunit\w+|catches|hops|problems|pages))\b"),
    (CriterionKind.COUNT, rf"(?P<n>{NUM})\s+(?:(?:items?|answers?|words|problems|responses?|sounds|times|tries)\s+)?(?:right|correct(?:ly)?)\b(?!\s+(?:foot|hand|side|answer|arm|angle))"),
    (CriterionKind.PROMPT_LEVEL, rf"(?:with|after|given|following|requiring|needing|and|within|using)?\s*(?:{LIMIT}\s+)?(?P<n>{RANGE}|no|zero|0|a\s+single)\s+(?:or\s+(?:fewer|less)\s+)?(?P<unit>(?:(?!will\b)[a-z/-]+,?\s+){{0,4}}?{_HELP})\b(?:\s+(?:or\s+(?:fewer|less)|at\s+most|only))?"),
    (CriterionKind.PROMPT_LEVEL, rf"without\s+(?:any\s+|the\s+need\s+for\s+|needing\s+|requiring\s+|additional\s+|adult\s+|teacher\s+|staff\s+|physical\s+|verbal\s+|more\s+|further\s+|direct\s+|outside\s+)*(?P<unit>{_HELP})\b|sin\s+(?:ayuda|apoyo|indicaciones)"),
    (CriterionKind.COUNT, rf"(?:with\s+)?(?:no|zero|without(?:\s+any)?)\s+(?:more\s+than\s+\S+\s+)?(?P<unit>{_ADJS}(?:errors?|mistakes?|absences?|incidents?|instances?|outbursts?|tantrums?|episodes?|occurrences?|referrals?|tardies|accidents?|falls?|misses|omissions|infractions?|elopements?|aggressi\w+|suspensions?|write-?ups|reversals|missing\s+assignments))\b"),
    (CriterionKind.COUNT, r"with\s+no\s+(?!more\b|fewer\b|less\b|longer\b)(?P<unit>(?:[a-z-]+\s+)?[a-z-]{3,}s)\b"),
    (CriterionKind.COUNT, rf"(?:{AT_LEAST}|{AT_MOST}|exactly)\s+\$\s?\d[\d,.]*"),
    (CriterionKind.FRACTION, r"(?:half|two[- ]thirds|three[- ]quarters|one[- ]third)\s+of\s+(?:his|her|their|the|all|[a-z]+'s)\s+\w+"),
    (CriterionKind.NORM, r"(?:to|at)\s+(?:the|an?)\s+\d{1,3}[- ](?:months?|years?)(?:-old)?\s+(?:level|range)"),
    (CriterionKind.DURATION, rf"(?:for|lasting|of|during|up\s+to|at\s+least|a\s+minimum\s+of|durante|por|at)\s+(?:{LIMIT}\s+|a\s+|an?\s+full\s+|the\s+full\s+|periods?\s+of\s+)*(?P<n>{RANGE})\+?\s*-?\s*(?P<unit>(?:consecutive\s+|continuous\s+|uninterrupted\s+|full\s+|straight\s+|sustained\s+|seguidos\s+)*{_TIME})(?!\s*-?\s*(?:of\s+(?:direct|speech|therapy|counseling|service|occupational|physical|special|instruction)|(?:per|a|each)\s+(?:week|month)\s+(?:of|in)))(?:\s+or\s+(?:more|longer|less))?"),
    (CriterionKind.LATENCY, rf"(?:within|in\s+(?:under|less\s+than|no\s+more\s+than|at\s+most)|in|under|less\s+than|after\s+no\s+more\s+than|dentro\s+de|en)\s+(?:{LIMIT}\s+|the\s+first\s+|a\s+)*(?P<n>{RANGE})\s*-?\s*(?P<unit>{_TIME}|inch(?:es)?|cm|mm|centimeters?)\b(?:\s+or\s+(?:less|fewer|under))?"),
    (CriterionKind.DURATION, r"(?:for|through(?:out)?|during)\s+(?:the\s+)?(?:(?:entire|full|whole|complete|total|duration\s+of\s+(?:the|a|an?\s+entire))\s+(?:of\s+)?(?:a\s+|the\s+)?(?:[a-z0-9-]+\s+){0,2}?(?:period|class|lesson|activity|session|day|block|meal|assembly|recess|minute|time|school\s+day|game|song|story))\b"),
    (CriterionKind.DURATION, r"for\s+(?:\{\{?|\[|<)[^\]}>]*(?:duration|time|minutes|seconds|length)[^\]}>]*(?:\}\}?|\]|>)"),
    (CriterionKind.LATENCY, r"(?:on|upon|at|after|within)\s+(?:the\s+)?(?:first|1st|second|initial)\s+(?:verbal\s+|teacher\s+|adult\s+)?(?:request|prompt|attempt|direction|ask|asking|time\s+asked|try|cue|reminder)\b"),
    (CriterionKind.SCALE, rf"(?:scor\w*|earn\w*|rat(?:ing|ed|e)|receiv\w*|achiev\w*|obtain\w*|reach\w*|attain\w*|get\w*|average|total|gain\w*)\s+(?:an?\s+|the\s+)?(?:average\s+|overall\s+|total\s+|minimum\s+|composite\s+|mean\s+|holistic\s+)*(?:score\s+|rating\s+|level\s+|grade\s+|total\s+)?(?:of\s+|at\s+)?(?:{LIMIT}\s+)?(?:an?\s+)?(?P<n>{RANGE})(?!\s*(?:goals?\b))"),
    (CriterionKind.SCALE, rf"(?:score|rating|level|stage|band|total|average|mean|gpa|mark)s?\s+(?:of|at|to|=)\s+(?:an?\s+)?(?:{LIMIT}\s+)?(?P<n>{RANGE})"),
    (CriterionKind.SCALE, rf"(?P<n>{RANGE})\s*(?:points?\s+)?(?:or\s+(?:higher|above|better|more)\s+)?(?:on|using)\s+(?:a|an|the|his|her|our|each)\s+(?:[\w-]+\s+){{0,5}}?(?:rubric|scale|checklist|rating\s+form|point\s+sheet|scoring\s+guide)\b"),
    (CriterionKind.SCALE, r"(?:at|to|reach\w*|a|the|score\w*|earn\w*)\s+(?:or\s+above\s+)?(?:a\s+|an?\s+|the\s+)?[\"']?(?:proficient|advanced|mastery|basic|emerging|independent|meets?|secure|developing|approaching|partially\s+proficient|meets\s+expectations|modified\s+independent|supervision)[\"']?(?:\s+(?:or\s+(?:above|higher|better)))?\s+(?:level|rating|range|score|band|category|stage)?\s*(?:on|of|in|as\s+(?:scored|rated|defined))\s+(?:a|an|the|his|her|our|\w+)\s+(?:[\w-]+\s+){0,5}?(?:rubric|scale|assessment|checklist|test|continuum|\w+)"),
    (CriterionKind.SCALE, r"(?:a\s+)?(?:grades?\s+of\s+)?(?<!\w)[\"']?[a-d][+-]?[\"']?\s+(?:average\s+)?or\s+(?:better|higher|above)\b|(?:earn\w*|maintain\w*|receiv\w*|get\w*)\s+(?:at\s+least\s+)?an?\s+[\"']?[a-d][+-]?[\"'](?=\s)"),
    (CriterionKind.NORM, rf"(?:standard\s+scores?|scaled\s+scores?|percentiles?|rit(?:\s+scores?)?|lexiles?(?:\s+(?:level|measure|score|range))?|dra(?:2)?(?:\s+level)?|quantile|grade\s+equivalents?|age\s+equivalents?|stanine|t-?score|growth\s+points|mlu|mean\s+length\s+of\s+utterance|instructional\s+level|independent\s+level|guided\s+reading\s+level|reading\s+level|composite\s+(?:score\s+)?)\s*(?:of|at|to|=|between|is|,|above|or)?\s*(?:{LIMIT}\s+)?(?:the\s+|a\s+|level\s+)?(?P<n>{NUM}|[a-z](?!\w))"),
    (CriterionKind.NORM, rf"(?P<n>{NUM})(?:st|nd|rd|th)?\s*(?:l\b|lexiles?|rit\b|percentile|standard\s+score|months'?\s+(?:growth|gain|of\s+growth)|years'?\s+(?:growth|gain|of\s+growth)|grade\s+levels?\b(?!\s+(?:text|passage|material|word|book)))"),
    (CriterionKind.NORM, r"(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\s+percentile"),
    (CriterionKind.NORM, rf"(?:read\w*|perform\w*|scor\w*|writ\w*|comput\w*|comprehen\w*|to|at\s+or\s+above|test\w*|instructional\w*)\s+(?:independently\s+|instructionally\s+|fluently\s+)?(?:at|on|to)?\s*(?:a|an|the|or\s+above\s+the|level|beginning|end\s+of|mid-?)*\s*(?:(?:a|an|the)\s+)?(?:mid-|end-of-|beginning\s+|late\s+|early\s+)?(?:grade\s+)?(?:level\s+)?(?:\d{{1,2}}\.\d|\d{{1,2}}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth)(?:\s*-?\s*grade(?:\s*-?\s*level)?)?(?!\s*-?\s*(?:grade\s*-?\s*)?(?:level\s+)?(?:text|passage|material|word|book|story|stor|fiction|nonfiction|informational|literature|vocab|problem|math|decod|content|sight|reading|level\s+(?:text|passage)))(?=\s*(?:level|grade|in\b|on\b|by\b|as\b|with\b|[.,;]|$))"),
    (CriterionKind.NORM, r"(?:level|f&p|dra|band|guided\s+reading)\s+[\"']?[a-z][\"']?(?=\s*(?:or\s+(?:higher|above)|on\b|in\b|by\b|as\b|with\b|text|[.,;]|$))(?!\s+text)"),
    (CriterionKind.COUNT, rf"(?:{AT_LEAST}|{AT_MOST}|exactly|a\s+total\s+of)\s+(?:an?\s+(?:average|total|score)\s+of\s+)?(?P<n>{RANGE})(?!\s*(?:-?\s*(?:digits?|syllables?)\b)|\s*:\d|\s+years?\s+(?:old|of\s+age))(?P<unit>(?:\s+(?!will\b|by\b)[a-z-]+){{0,3}})?"),
    (CriterionKind.COUNT, rf"(?P<n>{RANGE})\s+(?P<unit>(?:[a-z-]+\s+){{0,3}}?)(?:or\s+(?:more|fewer|less|better|higher|above|greater|over|under)|at\s+(?:most|least)|maximum|minimum|o\s+m[aá]s|o\s+menos)(?!\w)"),
    (CriterionKind.COUNT, rf"(?:reduc\w*|decreas\w*|increas\w*|lower\w*|cut\w*|bring\w*|rais\w*|improv\w*|expand\w*|extend\w*|grow\w*|limit\w*|drop\w*|mov\w*|build\w*|from\s[^.;]{{1,60}}?|up|down|gain\w*|lengthen\w*|advanc\w*|aument\w*|reducir\w*)(?:\s+[^\s.;,]+){{0,12}}?\s+(?:to|by|a)\s+(?:{LIMIT}\s+|an?\s+(?:average|total|rate|score|level|mean)\s+of\s+|a\s+|an\s+)*(?P<n>{RANGE})(?!\s*(?:-\s*(?:step|digit|word|syllable|sentence)|(?:st|nd|rd|th)\b|step\s+\w|digit\b|years?\s+old|/\d))(?!\s*(?:more\s+)?(?:activities|peers|adults|people)\b)"),
    (CriterionKind.COUNT, r"(?:reduc|decreas|eliminat|lower|bring|cut|drop|from)\w*\s+(?:[^\s.;,]+\s+){0,10}?to\s+(?:zero|none|no\s+\w+|0|once|half)\b|by\s+half\b"),
    (CriterionKind.FREQUENCY, rf"(?:across|over|for|in|on|during|throughout|en|por)\s+(?:{LIMIT}\s+|the\s+|any\s+|a\s+period\s+of\s+|all\s+|a\s+)*(?P<n>{NUM})\s*(?:-\s*)?(?P<unit>(?:different\s+|separate\s+|school\s+|weekly\s+|data\s+|instructional\s+|therapy\s+|consecutive\s+|straight\s+|biweekly\s+|daily\s+|monthly\s+|full\s+|graded\s+|random\s+|class\s+)*(?:consecutive|successive|consecutiv[oa]s|straight|back-to-back)\s+[a-z-]+|(?:[a-z-]+\s+){{1,3}}?(?:in\s+a\s+row|running|straight|consecutively|seguid[oa]s|consecutiv[oa]s))"),
    (CriterionKind.FREQUENCY, rf"(?P<n>{NUM})\s+(?P<unit>(?:consecutive|successive|straight)\s+(?:[a-z-]+\s+)?(?:trials?|sessions?|days|weeks|probes?|lessons?|opportunit\w+|times|periods?|months|checks?|observations?|data|school|class|therapy|assess\w+|measure\w+|quiz\w*|marking|grading|turns))"),
    (CriterionKind.FREQUENCY, rf"(?P<n>{NUM})\s+(?P<unit>(?:[a-z-]+\s+){{1,3}}?(?:in\s+a\s+row|running|straight))\b"),
    (CriterionKind.COUNT, rf"(?:{LIMIT}\s+)?(?P<n>{NUM}|twice)\s+(?P<unit>times)\b(?!\s+(?:a|an|per|each|every|out|of|in|tables?|weekly|daily|as|larger|smaller|the|table)\b)"),
    (CriterionKind.STEPS, rf"(?:all|each(?:\s+of)?(?:\s+the)?|every)\s+(?:of\s+the\s+|the\s+|{NUM}\s+)*(?:[a-z-]+\s+)?(?:steps|{NUM}\s+[a-z]+s)\b"),
    (CriterionKind.PRODUCT, r"(?:as\s+well\s+as|on\s+a\s+par\s+with|comparable\s+to|same\s+(?:rate|level|number)\s+as|equal\s+to|within\s+the\s+(?:average|normal)\s+range\s+(?:of|on))\s+(?:the\s+)?(?:average\s+|class\s+|typical\s+|same-age\s+|randomly\s+selected\s+)*(?:peers?|classmates|class\s+average|median)"),
)  # fmt: skip

# Numbers that describe the task and set no level.
_TASK_UNIT = r"(?:step|digit|syllable|word|letter|sentence|paragraph|part|place|choice|item|minute|second|page|point|piece|dimensional|variable|phoneme|sound|column|inch|foot|hour|year|week|month|day|grade|turn|handed|way|stage|line|symbol|picture|square|sided|on-one|legged|wheeled|wheel|string|bite|pound|ounce|mile|lap|event|stimulus|icon|button|cell|hit|person|player|color|element|dollar|clue|body|component|prong|tier|level|trial|meter|pace|stair|yard)(?!\s+(?:level|range))"
_TASKS = (
    rf"(?<![\w.])(?:\d+(?:\s*(?:-|to|or|and)\s*\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|multi|single|double|triple)(?:\s*(?:-|to|or|and)\s*(?:\d+|one|two|three|four|five|six))?\s*-\s*(?:to-\d+-)?{_TASK_UNIT}s?(?![\w])(?!\s+(?:or\s+(?:less|more|better))|\s*-\s*of)",
    r"(?<![\w.])(?:\d+(?:\s*(?:-|to|or|and)\s*\d+)?|one|two|three|four|five|six)(?:\s+(?:or|to|and)\s+(?:one|two|three|four|five|six))?\s+(?:step|digit|syllable|word|letter|sentence|paragraph|part|variable|phoneme|dimensional)\s+(?!of\b|per\b|in\b|a\b|with\b|at\b|on\b|for\b|by\b|and\b|or\b|to\b|each\b|every\b|when\b|that\b|from\b|correctly\b|about\b|will\b)[a-z]+",
    rf"(?<!\w)(?:field|array|group|set|choice|bank|list|range|pair|team|groups|sets|row|rows|fields)\s+of\s+(?:up\s+to\s+|at\s+least\s+)?{RANGE}(?:\s+(?:or\s+more\s+|or\s+fewer\s+)?(?:pictures?|objects?|items?|choices|options|symbols?|words|letters|cards|peers|students|icons|numbers|classmates))?",
    rf"(?<!\w)(?:numbers?|numerals?|facts|count(?:ing|s)?(?:\s+\w+){{0,3}}|sums|within|through|values|digits|quantities|sets)\s+(?:from\s+|up\s+to\s+|to\s+|within\s+|less\s+than\s+|greater\s+than\s+)?(?<!within\s){NUM}\s*(?:-|to|through|and)\s*{NUM}",
    rf"(?<!\w)(?:count\w*|numbers?|numerals?|facts|sums?|add|subtract|differences?|products?|multiplication|addition|subtraction)(?:\s+[a-z]+){{0,4}}?\s+(?:up\s+to|to|within|through|less\s+than|under|greater\s+than)\s+{NUM}(?!\s*(?:%|percent|errors?|mistakes?|minutes?|seconds?|of\b|out\b|correct|per\b))",
    rf"(?<!\w)(?:nearest|closest)\s+(?:whole\s+)?{NUM}?\s*(?:[a-z]+)?",
    r"(?<!\w)(?:grades?|chapters?|pages?|units?|goals?|objectives?|ages?|rooms?|steps?|questions?|numbers?|volumes?|sections?|lines?|tiers?|standards?|std\.?|articles?)\s+#?(?:\d+(?:\.\d+)*(?:\s*(?:-|to|through|and|&)\s*\d+)?|k\s*-\s*\d+)(?!\s*(?:%|percent|times|of|out))",
    r"(?<!\w)\d{1,2}(?:st|nd|rd|th)(?:\s*(?:-|to|and)\s*\d{1,2}(?:st|nd|rd|th))?(?:\s*-?\s*grade)(?:\s*-?\s*level)?(?=\s+[a-z]*(?:text|passage|material|word|book|stor|vocab|math|read|level|fiction|nonfiction|informational|problem|curricul|writing|sight|science|social|content))",
    rf"(?<!\w)(?:by|in|en)\s+(?:{NUM}'?s\s*,?\s*(?:and\s+|or\s+)?)+(?:\s+to\s+{NUM})?",
    r"(?<!\w)one\s+of\s+(?:the\s+|his\s+|her\s+)?(?:two|three|four|five|six|\d)(?!\s+(?:trials?|opportunit|attempts?|times|sessions?))",
    r"\b\d{1,2}:\d{2}\b|\bbase[- ]ten\b|\b\d+:\d+\b|\b24/7\b|\band/or\b",
    r"(?<!\w)(?:distance|length|weighing|weight|heights?|object|ball|targets?)\s+(?:of\s+)?(?:at\s+least\s+|up\s+to\s+)?\d+\s*(?:-\s*\d+\s*)?(?:feet|foot|ft|yards?|inch\w*|meters?|lbs?|pounds?)\s+(?:away|tall|wide|in\s+diameter|high)",
    rf"(?<!\w){NUM}\s*(?:minutes?|hours?|hrs?|mins?)\s+(?:of\s+)?(?:a\s+|per\s+|each\s+)?(?:\w+\s+)?(?:of\s+)?(?:direct\s+|individual\s+|group\s+)?(?:speech|therapy|counseling|services?|occupational\s+therapy|physical\s+therapy|specialized\s+instruction|tutoring|special\s+education)(?!\w)",
)
_SERVICE_RATE = re.compile(
    r"(?:therap\w*|sessions?|training|counsel\w*|instruction|groups?|group\s+activities|services?|tutoring|program|clubs?|classes|practice|activities|meet(?:ings?)?|probes?|measured|assessed|collected|monitored|tracked|given|administered|checked|reviewed|data|reported|reports?|updates?)(?:\s+(?:for\s+)?(?:at\s+least\s+)?\S+){0,2}\s*$"
)


@cache
def _forms() -> tuple[tuple[CriterionKind, re.Pattern[str]], ...]:
    named_first = sorted(_FORMS, key=lambda form: form[0] is CriterionKind.SCALE)  # "standard score of 90" is no rubric
    return tuple((kind, re.compile(rf"(?<!\w)(?:{pattern})")) for kind, pattern in named_first)


@cache
def _task_pattern() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{t})" for t in _TASKS))


_ANY_NUMBER = re.compile(
    rf"{NUM}|%|(?<!\w)(?:no|without|once|twice|all|each|every|half|level|first|entire|full|whole|or|sin|peers?|\d)(?!\w)"
)


def task_numbers(low: str, text: str) -> tuple[Span, ...]:
    """Numbers that describe the task ("2-step directions", "a field of three", "numbers 1-20")."""
    if not _ANY_NUMBER.search(low):
        return ()
    return tuple(
        Span(text[m.start() : m.end()], m.start(), m.end()) for m in _task_pattern().finditer(low) if m[0].strip()
    )


def find_criteria(low: str, text: str, source: str = "text") -> tuple[Criterion, ...]:
    """The levels in the text, in order, overlapping readings left out. `low` has conditions and baseline masked."""
    if not _ANY_NUMBER.search(low):
        return ()
    low = mask(low, task_numbers(low, text))
    found: list[Criterion] = []
    taken: list[tuple[int, int]] = []
    for kind, pattern in _forms():
        for match in pattern.finditer(low):
            start, end = match.span()
            if any(start < b and a < end for a, b in taken) or not _holds(kind, match, low):
                continue
            taken.append((start, end))
            found.append(_criterion(kind, match, low, text, source))
    return tuple(sorted(found, key=lambda c: c.span.start))


def _holds(kind: CriterionKind, match: re.Match[str], low: str) -> bool:
    before = low[max(0, match.start() - 60) : match.start()]
    if (
        kind is CriterionKind.FREQUENCY
        and "per" not in match[0]
        and re.search(r"(?:once|twice|times|x|\d)\s", match[0] + " ")
    ):
        streak = "consecutive" in match[0] or "row" in match[0] or "running" in match[0]
        if not streak and not re.search(LIMIT, match[0]) and _SERVICE_RATE.search(before):
            return False
    if kind is CriterionKind.FREQUENCY and _SERVICE_RATE.search(before) and not re.search(rf"^(?:{LIMIT})", match[0]):
        return "consecutive" in match[0] or "row" in match[0] or "running" in match[0]
    if kind is CriterionKind.FRACTION and match.groupdict().get("of"):
        n, of = number(match["n"] or ""), number(match["of"] or "")
        if n is not None and of is not None and n > of > 0:
            return False
        if match["n"] == "one" and " out " not in match[0]:
            return re.search(r"trial|opportun|attempt|time|session|day|week|probe", match[0]) is not None
    return True


def _criterion(kind: CriterionKind, match: re.Match[str], low: str, text: str, source: str) -> Criterion:
    groups = match.groupdict()
    raw = groups.get("n") or groups.get("m") or ""
    low_high = re.split(r"\s*(?:-|to|or|through)\s*", raw) if kind is not CriterionKind.SCALE else [raw]
    value = (
        number(low_high[0]) if raw else (0.0 if re.match(r"(?:with\s+)?(?:no|zero|without|sin)\b", match[0]) else None)
    )
    of = number(groups["of"]) if groups.get("of") else None
    unit = "percent" if kind is CriterionKind.PERCENT else ""
    if not unit and raw:
        unit = unit_after(low, match.end("n") if groups.get("n") else match.end())
    words = match[0]
    if re.search(rf"(?:{AT_MOST})|or\s+(?:fewer|less|under)|at\s+most|within|no\b|without", words):
        direction = "at-most"
    elif re.search(rf"(?:{AT_LEAST})|or\s+(?:more|better|higher|above|greater)", words):
        direction = "at-least"
    else:
        direction = "from-to" if len(low_high) > 1 and low_high[1] else "at-least"
    span = span_of(text, match.start(), match.end())
    return Criterion(kind, span, value, of, unit, direction, source)
