"""How goals are worded and numbered: what opens one, what states one, what is an objective of the one above."""

from __future__ import annotations

import re

from iepaudit.segment.label import BOXES
from iepaudit.segment.prompts import is_prompt, is_request

GOAL_HEAD = re.compile(
    r"^(?:(?:measurable|annual|yearly|long[- ]term|academic|functional|academic/functional|iep|transition|my|mi)"
    r"\s+){0,3}"
    r"(?:goal(?:\s+statement)?|meta(?:\s+anual)?)"
    r"(?:\s*[/|·–—-]\s*(?:(?:annual|measurable|mi)\s+){0,2}(?:goal|meta)(?:\s+anual)?(?=\s*(?:#|no\.?|n[.º°])?\s*\d))?"
    r"(?:\*{0,2}\s*\([^)]{2,80}\)(?=\s*(?:#|no\.?|number)?\s*\d{1,2}\s*(?:[:.)(]|$)))?"
    r"\s*(?:#|no\.?|number|núm\.?|n[.º°])?\s*(?P<number>\d{1,2}[a-z]?|"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|uno|dos|tres|cuatro|cinco)(?!\s+\w)|"
    r"(?-i:[A-H])(?=[.:)]|\s*$|\s+(?-i:[A-Z])\w))?(?=\W|$)"
    r"(?:\s*[/|·–—-]\s*(?:goal|meta)(?:\s+(?:annual|anual))?\s*(?:#|no\.?|núm\.?)?\s*\d{1,2}[a-z]?(?=\W|$))?"
    r"\s*(?:of\s+\d+)?\s*(?:\((?P<area>[^)]{2,60})\))?\s*[-–—:.,)]*\s*(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
AREA_FIRST = re.compile(
    r"^(?P<area>[A-Z][\w/&,' -]{2,70}?)\s*[.:–—-]\s+(?=(?:By|Given|When|In|Within|During|After|Upon|With|"
    r"The student|Using|Para|Dado|Cuando|[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?\s(?:will|va a|\w+[aeid]rá))\b)"
)
# "Social / group GOAL 2", "Reading - Annual Goal #1"
AREA_THEN_GOAL = re.compile(
    r"^(?P<area>[A-Z][\w/&,' ()-]{2,50}?)\s*[-–—:|.]?\s+(?:(?:measurable|annual)\s+){0,2}(?:GOAL|Goal|META|Meta)\s*"
    r"(?:#|no\.?|n[.º°])?\s*(?P<number>\d{1,2})[.:]?$"
)
# Not the rights "that will transfer"; "leerá": what she will do in Spanish.
STATEMENT = re.compile(r"(?<!\bthat )(?<!\bwhich )\b(?:will|shall|va a|\w+[aeid]rán?)\b", re.I)
_OPENER = re.compile(
    r"^(?:By\b|Given\b|When\b|In\s+\d|In\s+(?:one|two|three|thirty|a)\b|Within\b|During\b|After\b|Upon\b|To\s+[a-z]+|"
    r"For\b|While\b|Using\b|Across\b|At\b|Before\b|Throughout\b|On\b|With\b|Over\b|As\b|Provided\b|Presented\b|"
    r"Para\b|Dado\b|Dada\b|Cuando\b|Antes\b|Al\b|En\b)"
)
_NOT_CHILD = re.compile(
    r"^(?:(?:the|his|her|their|[A-Z][\w'’-]+['’]s)\s+)?(?:parents?|mother|father|family|teachers?|team|iep(?:\s+team)?|school|district|staff|progress|services?|report(?:s|ing)?|"
    r"data|goals?|objectives?|case manager|it|this|these|there|removal|results?|meetings?|transportation|probes?|you|"
    r"who|what|how|we|accommodations?|supports?)\b[^.]{0,60}?\b(?:will|shall)\b|"
    r"^(?:(?:el|la|los|las|su|sus|cada|un|una)\s+)?(?:padres?|madre|familias?|maestr[oa]s?|equipo|escuela|distrito|personal|"
    r"progreso|servicios?|informes?|datos|metas?|objetivos?|terapeuta|reuni[oó]n|reuniones|plan)\b[^.]{0,60}?\b\w+[aeid]rán?\b",
    re.IGNORECASE,
)
# Who tests the child against what is a decision of the team, not what the child will do.
_TESTED = re.compile(r"^.{0,40}?\bwill be (?:assessed|tested|evaluated) (?:against|with|on|by|using)\b")
# "Ida will be 14 and 15 while this plan is in effect"
_AGE = re.compile(
    r"^.{0,40}?\bwill (?:be|turn|reach)(?: (?:the )?age(?: of)?)? (?:1[3-9]|2[01]|(?:four|fif|six|seven|eigh)teen)\b"
    r"(?!\s*(?:%|percent|of|out)\b)",
    re.IGNORECASE,
)
# "Target (what will the student learn?)"; a question in quotation marks may be what the child will say.
_QUESTION = re.compile(
    r"(?:\(|[.:–—-]\s+)(?:(?:in|at|to|by) )?(?:what|how|who|when|where|which|why|will|does|is|can)\b[^?\"“”]*\?\)?\W?$",
    re.I,
)
# "Will objectives be included?: No", "Does the goal need steps? Not at this time"
_ASKED = re.compile(
    r"[^\w\"“]*(?:will|shall|does|do|did|is|are|was|were|has|have|can|should|may|what|which|how|who|why|where|when|se|"
    r"habrá|tiene|necesita)\b[^?\"“]{4,}\?(?P<answer>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_YES_OR_NO = re.compile(r"[?:]\s*(?:yes|no|s[ií]|n/?a)\W*$", re.IGNORECASE)  # "Goal will be addressed in summer?: No"
_CAPITALS = 4  # words in front of "will": more than a name has
_PART_OF_GOAL = re.compile(
    r"\b(?:conditions?|criteri(?:a|on)|time ?frame|student|learner|child|behaviou?r|skill|degree|measurable|level)\b",
    re.I,
)
MIN_WORDS = 4  # a goal has more; less is an area or a number
FRAGMENT = re.compile(r"^(?:as\s+measured|measured\s+by|with\s|in\s+\d|on\s+\d|at\s+\d|to\s+\d|by\s+\d|[a-z(])")
NUMBER = re.compile(r"^\(?(?P<number>\d{1,2})[.)]\s+")
ONLY_NUMBER = re.compile(r"#?\s*\d{1,2}\W*")
_ITEM = re.compile(r"^\(?(?:\d{1,2}|[IVX]{1,5}|[A-Z])[.)]\s+")
NUMBERED = re.compile(r"^\(?(?:[a-h]|\d{1,2}(?:\.\d{1,2})?)[.)]\s+\S")
# "1a. ..." and "1.1 ...": the first step towards goal 1
OBJECTIVE_NUMBER = re.compile(r"^\(?\d{1,2}(?:[a-h]|\.\d{1,2})[.):]?\s+(?=\S)")
BY_DAY = re.compile(r"by\s+\d", re.IGNORECASE)  # "By 5/29/2026: 42 of 50 sounds" in a list of objectives
# What forms call a step towards a goal, and the sign of its number: "Short-term objective", "STO #", "Benchmark no."
STEP_NAME = (
    r"(?:(?:(?:short[- ]term|intermediate)\s+)?(?:objective|obj\.?|benchmark|st[og]|step|milestone|objetivo|paso)s?"
    r"\s*(?:#|no\.?|n[.º°])?\s*)"
)


def looks_like_goal(text: str) -> bool:
    """Whether a paragraph states what the child will do."""
    text = _ITEM.sub("", text, count=1)
    if len(text.split()) < 5 or not STATEMENT.search(text) or _NOT_CHILD.match(text) or is_prompt(text):
        return False
    if (
        _TESTED.match(text)
        or _AGE.match(text)
        or is_request(text)
        or is_answered_question(text)
        or _QUESTION.search(text.rstrip())
    ):
        return False
    if _OPENER.match(text):
        return True
    subject = text[: STATEMENT.search(text).start()].split()  # type: ignore[union-attr]
    if sum(w.isupper() and len(w) > 1 for w in subject) >= _CAPITALS:
        return False  # the title of a part of the form
    return 0 < len(subject) <= 9 and (text[0].isupper() or text[0] in "[{")


def is_answered_question(text: str) -> bool:
    """Whether a question of the form stands there, alone or with its answer behind it, which says of nobody what he or
    she will do."""
    if _YES_OR_NO.search(text):
        return True
    found = _ASKED.match(text)
    return found is not None and not (STATEMENT.search(found["answer"]) and len(found["answer"].split()) > MIN_WORDS)


def lists_parts(text: str) -> bool:
    """Whether words in parentheses list what a goal has to say ("Condition, student, behavior, criteria")."""
    return len(_PART_OF_GOAL.findall(text)) > 1


def calls_baseline(label: str) -> bool:
    """Whether a label calls a child's level the baseline, rather than the present level at large."""
    return label.lower().startswith("baseline")


def may_be_goal(text: str) -> bool:
    """What stands where a goal belongs is one unless it is only a few words (an area, a number), a choice in a list or
    the form's own."""
    if looks_like_goal(text):
        return True
    if text[:1] in BOXES or is_answered_question(text) or _QUESTION.search(text.rstrip()):
        return False
    running = sum(len(w) > 3 and w[0].islower() for w in text.split())  # a heading has none
    return len(text.split()) > MIN_WORDS and running >= 2 and not is_prompt(text)
