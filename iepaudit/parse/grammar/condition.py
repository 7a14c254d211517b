# ruff: noqa: E501 - a pattern is read more easily whole than cut to the line length
"""Materials, supports, setting or trigger: "given a passage", "during circle time", "with a number line"."""

from __future__ import annotations

import re
from functools import cache

from iepaudit.model.goal import Span
from iepaudit.parse.grammar.lexicon import alternation, words
from iepaudit.parse.grammar.numbers import NUM
from iepaudit.parse.grammar.text import mask, merge, span_of

MODAL = re.compile(
    r"(?<!\w)(?:will|shall|would|can|should|must|is\s+going\s+to|is\s+able\s+to|is\s+expected\s+to)(?!\w)"
)
# Fronted participles: "Handed a page of problems, Tia will ..."
_FRONTED = (
    r"(?:given|provided|presented|handed|told|shown|asked|faced|prompted|seated|supplied|equipped|placed|offered|confronted"
    r"|reminded|supported|assigned|using|with|without|when|while|during|after|before|following|in|at|on|upon|if|once|whenever|from|wearing|standing|sitting|working|playing|reading|listening|looking|through|within|across|around|under|as|amid|among|between|next|throughout|having|inside|outside|where|starting|riding|walking|(?!beginning|moving|going|improving|increasing|decreasing|building|continuing|progressing|growing|meaning|according|including|considering|excluding|regarding|concerning)[a-z]{2,}ing|based\s+on|dado|dada|dados|dadas|cuando|durante|al|con|despu[eé]s|antes|en|usando)"
)
_NOT_TRIGGER = r"(?!\s+(?:needed|necessary|appropriate|possible|applicable|required|indicated|available|able|ready|the\s+goal\s+is|mastered|measured|it\s+is\s+(?:needed|appropriate)|assessed|graded|scored|compared|tolerated|his\s+annual|her\s+annual|the\s+(?:iep|plan)\b))"
_SCHOOL_ENDS = r"(?!\s+(?:(?:he|she|they|[a-z]+)\s+)?(?:has\s+|have\s+)?(?:graduat|leav(?:es?|ing)\s+(?:high\s+)?school|finish\w*\s+(?:high\s+)?school|high\s+school|exit|complet\w*\s+(?:of\s+)?(?:high\s+)?school|mastery|\d+\s|(?:one|two|three|four|five|six|nine|twelve)\s+(?:weeks?|months?|years?|instructional)|the\s+(?:iep|annual|first|second|third|end)))"
_TAIL = r"[^.;\n]*"
_GIVEN = (
    r"(?<!\w)(?<!\ba\s)(?<!\bany\s)(?<!\bthe\s)(?<!\bof\s)(?<!\bone\s)(?<!\bis\s)(?<!\bare\s)(?<!\bbe\s)(?<!\bas\s)(?:when\s+|if\s+|once\s+|being\s+|and\s+|after\s+being\s+)?(?:given(?!\s+(?:up|that\s+he\s+will))|(?:when\s+)?provided(?:\s+with)?(?=\s+(?:with\b|a\b|an\b|the\b|\d|[a-z-]+\b))(?!\s+(?:by|in)\b)|presented\s+with|supplied\s+with|handed|shown(?!\s+(?:by|on|in|through|to\s+be)\b)|confronted\s+with|faced\s+with|equipped\s+with)(?!\w)",
)
_TRIGGERS = (
    rf"(?<!\w)(?:when|whenever|while|if|upon|as\s+soon\s+as|cuando|mientras){_NOT_TRIGGER}{_SCHOOL_ENDS}\s+(?=\S)",
    r"(?<!\w)(?:during|amid|durante)(?!\s+(?:the\s+|this\s+|one\s+|an?\s+|each\s+|el\s+|un\s+|este\s+)?(?:\S+\s+)?(?:iep|school\s+year|year|semester|quarter|trimester|marking\s+period|grading\s+period|annual|a[nñ]o|semestre|trimestre))\s+(?=\S)",
    r"(?<!\w)following\s+(?:an?|the|his|her|their)\s+(?:\w+\s+){0,2}?(?:model|prompt|story|reading|lesson|instruction|demonstration|request|transition|lunch|recess|incident|conflict|presentation|read-aloud|direction|cue|break|passage)(?!\w)",
    rf"(?<!\w)(?:after|before(?!\s+\w+ing\b)){_SCHOOL_ENDS}(?!\s+(?:leaving|finishing|graduat|\d|{NUM}|the\s+end|mastery|instruction\s+by|may|june|january|february|march|april|july|august|september|october|november|december|an?\s+(?:silent|single|verbal|visual)?\s*(?:prompt|cue)|(?:his|her|their)\s+(?:next\s+|annual|iep|graduat)))\s+(?=[a-z\[{{])",
    r"(?<!\w)(?:in\s+response\s+to|in\s+the\s+presence\s+of|with\s+access\s+to|in\s+reaction\s+to|faced\s+with|with\s+the\s+(?:use|help|aid|support|assistance)\s+of|with\s+(?:use|aid|assistance)\s+(?:of|from)|through\s+the\s+use\s+of|by\s+means\s+of\s+(?:a|an)|in\s+(?:the\s+)?(?:context|course)\s+of|as\s+part\s+of|having\s+(?:read|heard|listened)|con\s+(?:el\s+)?(?:apoyo|ayuda|uso)\s+de|usando\s+una?|mediante\s+(?:el\s+)?uso\s+de)(?!\w)\s*",
    r"(?<!\w)through\s+(?:a\s+|the\s+|whole\s+|full\s+)?(?:\S+\s+)?(?:lessons?|class(?:es)?|activit\w+|story\s*time|circle|meals?|assembl\w+|periods?|meetings?)",
    r"(?<!\w)within\s+(?:\S+\s+)?(?:seconds?|minutes?)\s+of\s+(?:a|an|the|being|receiving|hearing|seeing|arriv\w+|enter\w+|teacher|adult|instruction|direction|request|bell)",
)
_PLACE_NOUN = r"(?:settings?|classrooms?|environments?|class(?:es)?|lessons?|school|homeroom|groups?|community|home|playground|recess|lunch|lunchroom|cafeteria|hallways?|bus|gym|library|bathroom|restroom|kitchen|workplace|worksite|work\s+sites?|job\s+sites?|store|restaurant|therapy(?:\s+(?:room|sessions?))?|speech\s+(?:room|sessions?)|activit(?:y|ies)|situations?|routines?|contexts?|centers?|stations?|circle(?:\s+time)?|pool|stairs|stairway|ramps?|uneven\s+surfaces|campus|building|office|locker\s+room|workroom|art|music|p\.?e\.?|math|science|social\s+studies|instruction|conditions|discussions?|games?|play|time|crowd|noise|locations?|places?|stores?|vocational\s+site|internship|block|assembl(?:y|ies)|specials|electives|morning\s+meeting|transitions?|stander|wheelchair|walker|chair|desk|table|rug|carpet|morning|afternoon|evening|clase|aula|sal[oó]n|escuela|patio|recreo|casa|cafeter[ií]a)"
_PLACES = (
    rf"(?<!\w)(?:in|within|inside|at|on|across|throughout|around|outside|en)\s+(?:both\s+|all\s+|each\s+|el\s+|la\s+|un\s+|una\s+)?(?:the|a|an|his|her|their|our|any|various|multiple|different|varied|several|natural|novel|familiar|unstructured|structured|non-?academic|academic|small|large|whole|quiet|general|inclusive|less|noisy|busy|regular|mainstream|special|reading|writing|math|science|pe|gym|art|music|core|content|group|social|school|home|daily|everyday|classroom|job|work|play|public|community-based|community|independent|cooperative|busy|crowded|real-life|1:1|one-on-one|individual|peer|functional|leisure|recreational|two|three|four|2|3|4|at\s+least\s+\S+|{NUM})\s+(?:(?!will\b|and\s+will\b|to\b|with\b|by\b|for\b|of\b|in\b|on\b|that\b|at\b|as\b|when\b)[^\s,.;]+\s+){{0,5}}?{_PLACE_NOUN}(?!\w)(?!\s+(?:skills?|rules?|vocabulary|materials?|work\b|assignments?|problems?|tasks?|days?|levels?|words?|texts?|passages?|standards?|content|concepts?|expectations|period\s+ends|year|staff|peers?|tests?|quizzes|assessments?|probes?))",
    r"(?<!\w)(?:at|in|en)\s+(?:home|school|lunch|recess|class(?!\s+(?:discuss|activit|participat|work|meeting))|circle\s+time|snack(?:\s+time)?|centers|small\s+groups?|therapy|story\s*time|gym|calm-?down|meals?|mealtimes?|arrival|dismissal|bedtime|free\s+play|bath\s+time|morning\s+meeting|homeroom|la\s+escuela|clase|casa|el\s+recreo)(?!\w)(?!\s+(?:skills?|rules?|vocabulary|level|age|tests?|quizzes|probes?|texts?|words?|assessments?|materials))",
    r"(?<!\w)(?:on|from|off)\s+(?:the|a|an|his|her)\s+(?:playground|bus|stairs|field\s+trip|job|worksite|computer|tablet|ipad|picture\s+menu|menu|visual\s+schedule|schedule|communication\s+(?:board|device)|field\s+of\s+\S+|map|worksheet|(?:teacher|verbal|visual|printed|written|near-?point|far-?point|clear|adult)\s+model|word\s+wall)(?!\w)",
    r"(?<!\w)from\s+(?:visual\s+|picture\s+)?(?:field|array)\s+of\s+\S+[^.,;\n]{0,20}?(?=\s+(?:with|in|at|on|for|by|as)\b|[.,;\n]|$)",
    r"(?<!\w)(?:in|within|throughout|across)\s+(?:structured|unstructured|guided|small[- ]group|teacher-led|clinician-led|adult-led|play-based)\s+(?:\w+\s+)?(?:conversations?|speech|tasks?|drills?|language\s+tasks)(?!\w)",
    r"(?<!\w)(?:from|out\s+of)\s+(?:a|an)\s+(?:field|array|group|choice|set|list|word\s+bank|model|near-point\s+model|menu|visual\s+schedule|sample|dictation|bank)(?!\w)[^.,;\n]{0,40}",
    r"(?<!\w)(?:from|to)\s+(?:dictation|memory\s+cards|a\s+list\s+of\s+choices)(?!\w)",
    r"(?<!\w)(?<!will\s)(?<!and\s)(?:read|presented|spoken|given)\s+(?:aloud\s+|orally\s+|verbally\s+|visually\s+)?(?:to|by)\s+(?:him|her|them|the\s+(?:class|teacher|student)|an?\s+adult|(?:his|her)\s+teacher)(?!\w)|(?<!\w)presented\s+(?:orally|verbally|visually|auditorily)(?!\w)",
    r"(?<!\w)after\s+(?:reading|hearing|listening|watching|viewing|being|a\s+model|a\s+demonstration)(?!\w)",
)
_SLOT_PLACE = re.compile(
    r"(?<!\w)(?:in|within|at|across|on|with|using)\s+(?:the\s+|a\s+)?[\[{<]{1,2}[^\]}>\n]{0,30}(?:setting|environment|location|place|classroom|activit|context|material|support|condition|accommodation|tool|situation)[^\]}>\n]{0,30}[\]}>]"
)
_NO_PLACE = re.compile(
    r"(?:at|in|on|within)\s+(?:a|one|any|the\s+same|the\s+first|each|no|less|an?\s+\w+|\d+\s+\w+|his|her|their)\s+(?:time|transition|play)(?!\w)"
)
# "In 4 of 5 trials, Ana will ..." opens with the level.
_LEVEL_FIRST = re.compile(
    rf"[\s\d.)\]:*•-]*(?:with|in|at|on|within|across|through|for|over|once|without)\s+(?:at\s+least\s+|no\s+(?:more|fewer|less)\s+than\s+|an?\s+average\s+of\s+)?(?:{NUM}\s*(?:%|percent|of\b|out\b|/|consecutive|trials|opportunit|times|seconds|minutes|(?:verbal\s+|adult\s+|visual\s+|physical\s+)?(?:prompts?|cues?|reminders?)\s*,)|(?:per|each|every|an?)\s+(?:day|week|month|class|session))"
)
# Settings that are only counted say how widely a level holds.
_ACROSS = re.compile(r"across\s+(?:at\s+least\s+)?(?:two|three|four|five|\d|[\[{_])")
_KNOWS = re.compile(
    r"(?<!\w)(?:identif\w*|know\w*|tell|telling|determin\w*|recogni\w*|understand\w*|state|stating|explain\w*|decid\w*|learn\w*|of|about|say)\s+\Z"
)
_STAYS = re.compile(
    r"(?<!\w)(?:stay|remain|sit|seated|arrive|be|stand|get|wait|placed|sitting|staying|remaining)\s+(?:down\s+|up\s+|calmly\s+|quietly\s+|seated\s+)?\Z"
)
_OWN_PLACE = re.compile(r"(?:chair|desk|table|rug|carpet|seat|line|wheelchair|class|classroom|school|stander)\Z")
_TAKES_PART = re.compile(
    r"(?<!\w)(?:participat\w*|engag\w*|involv\w*|take\s+part|taking\s+part|success\w*|interest|skills?|growth|improv\w*|enroll\w*|attend\w*)\s+(?:\w+ly\s+)?\Z"
)
# "words taught in class" tells which words.
_TAUGHT = re.compile(
    r"(?:taught|learned|presented|covered|used|studied|discussed|introduced|assigned|read|found|expected)\s*$"
)
_WITHOUT_NUMBER = rf"(?!\s+(?:{NUM}|no\s|at\s+least|at\s+most|not\s+more|only\s|fewer|less|up\s+to|zero|a\s+maximum|a\s+minimum|approximately|about))"


@cache
def _compiled() -> dict[str, re.Pattern[str]]:
    support = alternation(words("supports"))
    return {
        "given": re.compile("|".join(_GIVEN)),
        "dado": re.compile(r"(?<!\w)(?:dad[oa]s?|al\s+(?:recibir|darle|presentarle)|cuando\s+se\s+le)(?!\w)"),
        "trigger": re.compile("|".join(_TRIGGERS)),
        "place": re.compile("|".join(_PLACES)),
        "front": re.compile(
            rf"(?:\A|(?<=[.;:!?)\]\n\x01,•*-]))[\s\d.)\]:*•-]{{0,12}}{_FRONTED}(?!\w)(?!\s+order\s+to\b)(?!\s+\d{{4}}\s*,)"
        ),
        "support": re.compile(
            rf"(?<!\w)(?:with(?!\s+(?:minimal|or\s+without))|using|use\s+of|con){_WITHOUT_NUMBER}(?:\s+(?:the|a|an|his|her|their|adult|teacher|verbal|visual|use|help)\b)?\s+(?:(?!will\b|and\s+will\b|at\b|in\b|on\b|as\b|when\b|to\b|only\b|assistance\s+only|that\b)[^\s,.;\n%]+\s+){{0,5}}?{support}(?!\s+(?:only\s+)?(?:when|as|if)\s+(?:necessary|needed)|\s+only\b)"
        ),
        "stop": re.compile(
            rf"[.;\n]|,(?=\s)|\s(?:with|in|on|at|for|across|over|to)\s+(?:an?\s+(?:average\s+)?|at\s+least\s+|no\s+more\s+than\s+|no\s+fewer\s+than\s+|up\s+to\s+)*{NUM}\s*(?:%|percent|of\b|out\b|/|times|consecutive|correct|trials|opportunit\w+|errors?|or\b|accuracy|prompts?|seconds?|minutes?|days?|sessions?|prompts?|verbal|probes?)|\sas\s+(?:measured|evidenced|documented|assessed|shown|recorded)|\sby\s+(?:the|may|june|\d|\[)|\swill\s"
        ),
    }


def lead_end(low: str, start: int) -> int:
    """Where a clause that opens a sentence ends: the comma before the learner, else before "will"; -1 without either."""
    modal = MODAL.search(low, start)
    if not modal:
        return -1
    stop = re.compile(r"[.;]\s").search(low, start, modal.start())
    if stop:
        return -1
    comma = low.rfind(",", start, modal.start())
    return comma if comma > 0 else -1


def find_given(low: str, text: str) -> tuple[Span, ...]:
    """The "given ..." clauses: what is handed to the child. Numbers in them describe materials, not a level."""
    compiled = _compiled()
    spans = []
    for pattern in (compiled["given"], compiled["dado"]):
        for match in pattern.finditer(low):
            end = lead_end(low, match.end()) if "," in low[match.end() :] else -1
            modal = MODAL.search(low, match.end())
            broken = modal and re.search(r"[.;\n]\s*\S", low[match.end() : modal.start()])
            if modal and not broken and end > 0:
                spans.append(span_of(text, match.start(), end))
                continue
            if modal and not broken:
                cut = re.search(
                    r"\s+(?:the\s+)?(?:[\w'.]+|\[[^\]]*\]|\{[^}]*\}+|\*)\s*$", low[match.end() : modal.start()]
                )
                spans.append(span_of(text, match.start(), match.end() + cut.start() if cut else modal.start()))
                continue
            stop = compiled["stop"].search(low, match.end())
            spans.append(span_of(text, match.start(), stop.start() if stop else len(low)))
    return tuple(s for s in merge(spans, text) if re.search(r"\s\S", s.text))


def find_condition(low: str, text: str, given: tuple[Span, ...], postsecondary: bool) -> tuple[Span, ...]:
    """All condition spans. `low` has timeframe, method and baseline masked; `given` comes from find_given."""
    compiled = _compiled()
    spans = list(given)
    low = mask(low, given)
    for match in _SLOT_PLACE.finditer(low):
        if not postsecondary:
            spans.append(span_of(text, match.start(), match.end()))
    for match in compiled["front"].finditer(low):
        if _opens_sentence(low, match.start()):
            modal = MODAL.search(low, match.end())
            end = lead_end(low, match.end())
            clause = modal and end > 0 and not postsecondary and not _only_masked(low[match.end() : end])
            if clause and not _LEVEL_FIRST.match(low, match.start()):
                spans.append(span_of(text, match.start(), end))
    kinds = ("trigger",) if postsecondary else ("trigger", "place", "support")
    for kind in kinds:
        for match in compiled[kind].finditer(low):
            if _only_masked(low[match.end() - 1 : match.end() + 12]) and kind == "trigger":
                continue
            if _is_part_of_the_action(kind, match, low[max(0, match.start() - 24) : match.start()]):
                continue
            stop = compiled["stop"].search(low, match.end())
            end = stop.start() if stop and kind == "trigger" else match.end()
            end = len(low) if kind == "trigger" and not stop else end
            spans.append(span_of(text, match.start(), max(end, match.end())))
    return merge(spans, text)


def _is_part_of_the_action(kind: str, match: re.Match[str], before: str) -> bool:
    """ "participate in class", "sit at his desk", "words taught in class", "tell when to stop", "by using cues"."""
    if kind == "support":
        return match[0].startswith("us") and re.search(r"(?<!\w)by\s+(?:\w+ly\s+)?\Z", before) is not None
    if kind == "trigger":
        return _KNOWS.search(before) is not None and match[0].startswith(("when", "if", "while"))
    if _NO_PLACE.match(match[0]) or _ACROSS.match(match[0]) or _TAUGHT.search(before):
        return True
    if _OWN_PLACE.search(match[0]) and _STAYS.search(before):
        return True
    return _TAKES_PART.search(before) is not None and "structured" not in match[0] and "small group" not in match[0]


def find_setting(low: str, text: str, conditions: tuple[Span, ...]) -> tuple[Span, ...]:
    """Those of the conditions that name a place: "in the cafeteria", "across three settings"."""
    place = _compiled()["place"]
    return tuple(span_of(text, m.start(), m.end()) for s in conditions for m in place.finditer(low, s.start, s.end))


def _opens_sentence(low: str, start: int) -> bool:
    before = low[:start].rstrip(" \t\x01,")
    return not before or before[-1] in ".;:!?\n)]" or low[max(0, start - 1) : start] == "\n"


def _only_masked(piece: str) -> bool:
    return not piece.replace("\x01", "").strip(" ,.;")
