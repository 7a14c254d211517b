# ruff: noqa: E501 - a pattern is read more easily whole than cut to the line length
"""What the child will do, and whether two people would agree that it happened."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from iepaudit.model.goal import BehaviorKind, Criterion, CriterionKind, Span
from iepaudit.parse.grammar.heads import Head, find_heads, is_adverb
from iepaudit.parse.grammar.lexicon import alternation, words
from iepaudit.parse.grammar.text import span_of
from iepaudit.parse.grammar.verbs import Token, Verb, VerbClass, verb_at

if TYPE_CHECKING:
    from collections.abc import Sequence

_STOP = {
    "by", "with", "in", "when", "while", "during", "for", "on", "as", "across", "given", "using", "through", "without", "if", "after",
    "within", "at", "until", "before", "so", ".", ";", ",", "over", "from", "upon", "and", "or", "into", "via", "throughout", "because",
}  # fmt: skip
# Verbs whose object decides. A vague object makes them vague.
_BY_OBJECT = {
    "use", "utilize", "demonstrate", "show", "exhibit", "display", "apply", "make", "take", "keep", "maintain", "complete", "express",
    "communicate", "perform", "employ", "implement", "recognize", "practice", "have", "get", "give", "advocate", "achieve",
    "convey", "develop", "build", "establish", "respond", "set", 
    "increase", "organize", "do", "monitor", "control", "play", "work", 
    "sustain", "earn", "model", "obtain", "talk",
}  # fmt: skip
_STATES = re.compile(
    r"(?:seated|sitting|in\s+(?:his|her|their|the|a|an)\s+(?:assigned\s+)?(?:seat|chair|desk|spot|area|place|room|classroom|line|group)|on[- ]task|on\s+time|present|quiet|at\s+(?:his|her|their|the)\s+(?:desk|seat|table|station|work)|awake|upright|engaged\s+(?:in|with)\s+(?:the\s+|a\s+)?(?:task|activity|work|lesson)|standing|with\s+(?:the\s+|his\s+|her\s+)?(?:group|class|line)|dry|within\s+(?:\w+\s+){1,4}of|inside|part\s+of\s+the|silent)"
)
_CALM = re.compile(
    r"(?:calm|focused|attentive|engaged|positive|respectful|in\s+control|regulated|motivated|appropriate|successful|safe|organized|independent|healthy|patient|happy|cooperative|consistent|confident)"
)
_SERVICE = re.compile(
    r"(?:the\s+|his\s+|her\s+|their\s+|a\s+|an\s+|\d+\s+(?:minutes?|hours?)\s+(?:of\s+|per\s+\w+\s+of\s+)?|in\s+|weekly\s+|daily\s+|regular\s+|individual\s+|group\s+|school-based\s+|one-on-one\s+|direct\s+)*"
)
_BY_CLAUSE = re.compile(
    r"(?<!\w)(?:by|through|via|as\s+(?:evidenced|demonstrated|shown|indicated|seen|exhibited|observed|measured)\s+by|in\s+order\s+to)\s+(?:the\s+(?:student|child|learner)\s+|(?:his|her|their)\s+|(?:successfully|correctly)\s+)?"
)
_EXAMPLES = re.compile(
    r"\((?:e\.?g\.?,?|i\.?e\.?,?|such\s+as|including|for\s+example,?|like|ex\.?:?)?\s*|(?<!\w)(?:such\s+as|including|to\s+include|like|e\.g\.,?|i\.e\.,?|for\s+example,?|for\s+instance,?|namely|that\s+is,?|meaning|defined\s+as|:)\s+"
)
_PER = re.compile(
    r"(?<!\w)(?:per|an?|each|every)\s+(?:\w+\s+)?(?:day|week|month|class|period|session|lesson|hour)(?!\w)"
)
_CLOUDED = re.compile(
    r"(?<!\w)(?:that|how|what|understanding|knowledge|awareness|skills?|ability|comprehension|improved?|increased|better|appropriate|improvement|growth|progress|respect|concepts?|emotions?|feelings?|willingness)(?!\w)"
)
_GO = frozenset(("sit", "go to", "come to", "attend", "see", "visit", "join", "meet"))
_INTO = re.compile(r"^\s*(?:in\s+on|in|to|with)\s+")
_EMBEDDED = re.compile(r"\s*(?:how|that|what|why|the\s+way|whether)\b")
_MEASURED_SKILL = {"word per minute", "digit per minute"}
_PASSIVE_OK = {
    "be",
    "able",
    "seated",
    "enrolled",
    "employed",
    "prepared",
    "dressed",
    "engaged",
    "finished",
    "located",
    "positioned",
    "toilet",
}


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one predicate amounts to. `rescue` is the words that make a vague head observable."""

    head: Head
    kind: BehaviorKind
    span: Span
    rescue: Span | None = None
    why: str = ""  # category for vague words: mental, change, hedge, attitude


@dataclass(frozen=True, slots=True)
class Facts:
    """What judging needs to know from elsewhere in the goal."""

    criteria: tuple[Criterion, ...]
    baseline: str = ""  # lower-cased words of the starting point

    @property
    def has_level(self) -> bool:
        return bool(self.criteria)

    @property
    def is_rate(self) -> bool:
        return any(c.kind is CriterionKind.RATE or c.unit in _MEASURED_SKILL for c in self.criteria)

    @property
    def is_counted(self) -> bool:
        """So many times a day, week or class: whatever is meant can be counted."""
        if self.criteria and _PER.search(self.baseline):
            return True
        return any(
            c.kind is CriterionKind.FREQUENCY and c.value is not None and _PER.search(c.span.text.lower())
            for c in self.criteria
        )

    @property
    def is_timed(self) -> bool:
        return any(c.kind in (CriterionKind.DURATION, CriterionKind.LATENCY) for c in self.criteria)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(alternation(words(name)))


def judge_heads(low: str, text: str, pieces: list[tuple[int, int]], facts: Facts) -> tuple[Judgement, ...]:
    """A judgement for every predicate of the goal."""
    return tuple(_judge(low, text, head, facts) for head in find_heads(low, pieces))


def _phrase(head: Head, low: str) -> tuple[int, int]:
    """The verb with its object, up to the next clause."""
    tokens = head.tokens
    at = head.verb.next if head.verb else head.at + 1
    while (
        at < len(tokens)
        and tokens[at].start < head.end
        and tokens[at].text not in _STOP
        and not tokens[at].text.startswith("\x01")
    ):
        at += 1
    last = tokens[at - 1].end if at <= len(tokens) else tokens[-1].end
    return tokens[head.at].start, min(last, head.end)


def _judge(low: str, text: str, head: Head, facts: Facts) -> Judgement:
    start, end = _phrase(head, low)
    span = span_of(text, start, end)
    rest = low[(head.tokens[head.verb.next - 1].end if head.verb else head.tokens[head.at].end) : head.end]
    if head.adult:
        return Judgement(head, BehaviorKind.ADULT_ACTION, span)
    kind, why = _kind(head, rest, facts)
    if kind is BehaviorKind.VAGUE or kind is BehaviorKind.NONE:
        rescue = _rescue(low, text, head, facts, why)
        if rescue is not None:
            return Judgement(head, BehaviorKind.OBSERVABLE, span, rescue, why)
    return Judgement(head, kind, span, None, why)


def _kind(head: Head, rest: str, facts: Facts) -> tuple[BehaviorKind, str]:
    verb = head.verb
    word = head.tokens[head.at].text
    if verb is None:
        return (BehaviorKind.NONE, "") if word[:1] in "[{_*\x01" or not word.isalpha() else _unknown(word, rest, facts)
    if verb.lemma == "be":
        return _be(head, rest, facts)
    return judge_verb(verb, rest, facts, direct=True)


def _unknown(word: str, rest: str, facts: Facts) -> tuple[BehaviorKind, str]:
    """A verb that no list knows: taken as an action when a level goes with it, else left open."""
    return (BehaviorKind.OBSERVABLE, "") if facts.has_level else (BehaviorKind.NONE, "")


def _be(head: Head, rest: str, facts: Facts) -> tuple[BehaviorKind, str]:
    rest = rest.strip()
    first = rest.split(" ", 1)[0] if rest else ""
    adverbs = re.match(r"(?:[a-z]+ly\s+|not\s+|no\s+longer\s+)*", rest)
    rest = rest[adverbs.end() :] if adverbs else rest
    if _STATES.match(rest):
        return BehaviorKind.OBSERVABLE, ""
    if _pattern("attitude-words").match(rest) or _CALM.match(rest):
        return BehaviorKind.ATTITUDE, "attitude"
    if facts.has_level and re.match(r"(?:understood|intelligible|sent|removed|referred|absent|late|tardy)\b", rest):
        return BehaviorKind.OBSERVABLE, ""
    gerund = re.match(r"([a-z]+ing)\b", rest)
    if gerund:
        verb = verb_at(
            list(head.tokens),
            next(i for i, t in enumerate(head.tokens) if t.end > head.tokens[head.at].end and t.text == gerund[1]),
        )
        if verb and verb.kind is VerbClass.OBSERVABLE:
            return BehaviorKind.OBSERVABLE, ""
    if re.match(r"(?:[a-z]+ed|given|taught|shown|seen|told|kept|read)\b", rest) and first not in _PASSIVE_OK:
        return BehaviorKind.ADULT_ACTION, "receiving"
    return BehaviorKind.VAGUE, "change"


def judge_verb(verb: Verb, rest: str, facts: Facts, *, direct: bool) -> tuple[BehaviorKind, str]:
    """The kind of a verb with what follows it. `direct`: it is the main verb, not one inside a "by" clause."""
    obj = _object(rest)
    lemma = verb.lemma
    if verb.kind is VerbClass.RECEIVING:
        return (
            BehaviorKind.OBSERVABLE if "from" in rest and lemma == "meet with the" else BehaviorKind.ADULT_ACTION
        ), "receiving"
    if (
        lemma in ("stay", "remain", "keep")
        and not _STATES.match(rest.strip())
        and (
            _CALM.match(rest.strip())
            or re.match(
                r"\s*(?:up\b|track\b|organized|(?:his|her|their)\s+(?:\w+\s+)?(?:materials|belongings|things|work))",
                rest,
            )
        )
    ):
        timed = facts.is_timed and "calm" not in obj
        return (BehaviorKind.OBSERVABLE if timed else BehaviorKind.VAGUE), "attitude"
    if lemma in _GO and is_service(_INTO.sub("", rest)):
        return BehaviorKind.ADULT_ACTION, "receiving"
    special = _special(verb, rest, obj, facts)
    if special is not None:
        return special
    if verb.kind is VerbClass.OBSERVABLE or lemma in ("recognize",):
        if lemma in _BY_OBJECT and _vague_object(obj, lemma, facts, direct):
            return BehaviorKind.VAGUE, "hedge"
        if not direct and lemma in _BY_OBJECT and not facts.has_level:
            return BehaviorKind.VAGUE, "hedge"
        if _comparative(rest) and not facts.has_level:
            return BehaviorKind.VAGUE, "degree"
        return BehaviorKind.OBSERVABLE, ""
    if verb.kind is VerbClass.HEDGE and lemma in (
        "demonstrate",
        "show",
        "exhibit",
        "display",
        "practice",
        "practise",
        "utilize",
        "employ",
        "implement",
    ):
        if _concrete(obj, lemma, facts, direct):
            return BehaviorKind.OBSERVABLE, ""
        return BehaviorKind.VAGUE, "hedge"
    why = {VerbClass.MENTAL: "mental", VerbClass.CHANGE: "change"}.get(verb.kind, "hedge")
    return BehaviorKind.VAGUE, why


def _object(rest: str) -> str:
    """The words after a verb up to the next clause."""
    cut = re.search(
        r"(?<!\w)(?:by|when|while|during|for|as|across|given|using|through|without|if|after|within|until|before|so|over|from|upon|via|throughout|because|in|on|at|with)(?!\w)|[.;,(\x01]",
        rest,
    )
    return rest[: cut.start()] if cut else rest


def _special(verb: Verb, rest: str, obj: str, facts: Facts) -> tuple[BehaviorKind, str] | None:
    """Verbs with habits of their own."""
    lemma, seen = verb.lemma, (BehaviorKind.OBSERVABLE, "")
    stripped = rest.strip()
    if lemma in (
        "attend",
        "focus",
        "listen",
        "concentrate",
        "pay attention",
        "tolerate",
        "sustain",
        "maintain attention",
    ):
        thing = re.match(
            r"(?:to\s+|on\s+)?(?:all\s+|his\s+|her\s+|their\s+|each\s+|every\s+|a\s+|at\s+least\s+)*(?:scheduled\s+|assigned\s+|of\s+)*(?:school|class\w*|college|therapy|counseling|sessions?|meetings?|periods?|\d)",
            stripped,
        )
        if lemma == "attend" and thing:
            return (
                (BehaviorKind.ADULT_ACTION, "receiving")
                if re.match(r"(?:therapy|counseling|speech)", stripped)
                else seen
            )
        return seen if facts.is_timed or re.search(r"(?:minutes?|seconds?)\b", rest) else (BehaviorKind.VAGUE, "mental")
    if lemma in (
        "maintain",
        "sustain",
        "increase",
        "demonstrate",
        "show",
        "keep",
        "exhibit",
        "display",
        "use",
        "make",
        "establish",
        "hold",
    ) and re.match(
        r"(?:\w+\s+){0,3}?(?:eye\s+contact|(?:a\s+|the\s+)?(?:back-and-forth\s+|reciprocal\s+|peer\s+|social\s+|on-topic\s+)*(?:conversation|topic|exchange|conversational)|(?:\w+\s+)?(?:posture|balance|grasp|grip|distance|personal\s+space|sitting|standing|seat|position|on[- ]task|hands|body|employment|a\s+job|head|upright|his\s+place|line))",
        stripped,
    ):
        return seen
    if lemma in ("maintain", "sustain", "keep") and re.match(
        r"(?:his\s+|her\s+|their\s+|visual\s+|joint\s+)?(?:attention|focus|concentration|engagement|participation|effort)",
        stripped,
    ):
        return seen if facts.is_timed else (BehaviorKind.VAGUE, "mental")
    if lemma in ("participate", "engage", "take part", "be involved", "collaborate", "contribute", "interact"):
        if is_service(rest):
            return BehaviorKind.ADULT_ACTION, "receiving"
        active = re.match(
            r"(?:actively\s+)?(?:in\s+|with\s+)?(?:a\s+|an\s+|the\s+|\w+-?\w*\s+){0,4}?(?:conversation\w*|turn[- ]taking|play|games?|discussions?|exchange\w*|greeting\w*|dialogue|imitat\w+|song\w*|story\s*time|circle\s+time|activit(?:y|ies)|routines?|lessons?|reading|recess|interactions?|tasks?|assignments?|read-alouds?|instruction|groups?|sports?|exercises?)",
            stripped,
        )
        negative = re.match(r"in\s+(?:no\s+|zero\s+|fewer\s+|physical\w*|verbal\w*|self-\w+|aggress\w+|\d+)", stripped)
        if (active or negative) and (
            facts.has_level or "activities twice" in rest or re.search(r"(?:once|twice|\d\s+times|daily)\b", rest)
        ):
            return seen
        return BehaviorKind.VAGUE, "hedge"
    if lemma in ("be responsible",):
        return BehaviorKind.ATTITUDE, "attitude"
    if lemma == "have":
        return (
            seen
            if facts.has_level and _pattern("countable-behaviors").search(obj + rest[len(obj) : len(obj) + 40])
            else (BehaviorKind.ATTITUDE if _pattern("attitude-words").search(obj) else BehaviorKind.VAGUE, "attitude")
        )
    if (
        lemma in ("work on", "work", "work at")
        and facts.is_timed
        and not re.match(r"(?:his|her|their|improv|social)", stripped)
    ):
        return seen
    if lemma in ("calm", "self-regulate", "regulate", "recover", "de-escalate", "relax", "transition successfully"):
        return seen if facts.is_timed else (BehaviorKind.VAGUE, "hedge")
    if lemma in ("eliminate", "reduce", "decrease", "lower", "limit", "stop", "refrain", "abstain"):
        if re.search(
            r"(?:inappropriate|negative|maladaptive|disruptive|problem|challenging|unwanted|undesired|undesirable)\s+behaviou?rs?",
            obj,
        ) and not re.search(r"\(|such\s+as|e\.g", rest):
            return BehaviorKind.VAGUE, "change"
    if re.match(r"(?:himself|herself|themselves|themself)\b", stripped) and lemma in (
        "apply",
        "express",
        "control",
        "conduct",
    ):
        how = re.search(r"(?:with\s+words|using|through|by\s|in\s+(?:writing|sentences|phrases)|verbally)", rest)
        return seen if facts.has_level and how and lemma == "express" else (BehaviorKind.VAGUE, "hedge")
    if lemma == "show" and re.match(r"(?:all\s+)?(?:his|her|their)\s+(?:work|steps)\b", stripped):
        return seen
    if lemma == "do" and re.match(
        r"(?:his\s+|her\s+|their\s+|the\s+|a\s+|all\s+|\w+\s+)?(?:homework|chores?|laundry|dishes|exercises?|sit-?ups|push-?ups|problems|jobs?|hand\s+motions?|jumping\s+jacks|motions?|puzzles?|worksheets?|warm-?ups?)\b",
        stripped,
    ):
        return seen
    if lemma == "get" and facts.has_level and re.search(r"(?:right|correct|points|score)", rest[:60]):
        return seen
    if lemma in ("express", "communicate", "convey") and re.match(
        r"(?:his\s+|her\s+|their\s+)?(?:basic\s+|own\s+)*(?:feelings?|emotions?|needs|wants|ideas|thoughts|frustration|anger|choices|preferences|opinions?)",
        stripped,
    ):
        how = re.search(r"(?:verbally|orally|with\s+words|using|through|by\s|in\s+writing)", rest)
        return (
            seen
            if (facts.has_level or how) and not re.match(r"[^.,]{0,40}?(?:appropriately|effectively|better)", stripped)
            else (BehaviorKind.VAGUE, "hedge")
        )
    if (
        lemma == "organize"
        and facts.has_level
        and re.match(
            r"(?:his\s+|her\s+|their\s+)?(?:\w+\s+)?(?:binder|folders?|desk|notebook|backpack|locker|papers|paragraph|ideas|information|objects)",
            stripped,
        )
    ):
        return seen
    if (
        lemma
        in (
            "analyze",
            "interpret",
            "synthesize",
            "infer",
            "observe",
            "process",
            "problem solve",
            "problem-solve",
            "resolve",
            "adjust",
        )
        and facts.has_level
    ):
        return (seen if lemma in ("analyze", "interpret", "infer", "synthesize", "resolve") else None) or (
            BehaviorKind.VAGUE,
            "hedge",
        )
    if lemma in ("achieve", "attain", "reach", "meet", "perform") and re.match(
        r"(?:a\s+|an\s+|at\s+a?\s*)?(?:\w+\s+){0,2}(?:score|standard\s+score|\d+\s*(?:points|wcpm|words)|lexile|percentile)",
        stripped,
    ):
        return seen
    if lemma == "remember" and re.match(r"to\s+", stripped) and facts.has_level:
        return seen
    if (
        lemma == "help"
        and facts.has_level
        and re.match(r"(?:with\s+|to\s+)?(?:a\s+)?(?:peer|dress|clean|set)", stripped)
    ):
        return seen
    if lemma in ("build", "develop", "organize") and re.match(
        r"(?:a|an|the|\d+|his|her|three|two)\s+(?:\w+\s+){0,3}?(?:towers?|sentences?|models?|structures?|blocks?|plan|budget|schedule|resume|résumé|list|outline|portfolio|paragraph|thesis|calendar|essay|timeline|words?)",
        stripped,
    ):
        return seen
    return None


def _vague_object(obj: str, lemma: str, facts: Facts, direct: bool) -> bool:
    """True when what is used, shown, made or kept is itself not observable."""
    words_in = re.findall(r"[^\W\d_]+(?:[-'][^\W\d_]+)*", obj)
    if not words_in:
        return False
    if lemma in ("make", "take", "keep", "give", "get", "work", "play", "talk", "respond") and re.match(
        r"\s*(?:his\s+|her\s+|their\s+)?(?:\w+\s+)?(?:progress|gains?|growth|improvements?|friends|connections|effort|choices|decisions|responsibility|ownership|pride|risks|part|care|control|up|along|toward|towards|on\b|better|harder|cooperatively|appropriately|well|nicely|safely|effectively)\b",
        obj,
    ):
        return not re.match(r"\s*(?:two|three|\d|a)\s+choices?|\s*up\s+(?:missed|his|her)", obj) and not (
            lemma in ("play", "work", "respond", "talk") and facts.is_timed
        )
    head = " ".join(words_in)
    of = head.split(" of ")[0].split(" to ")[0].split(" that ")[0].split(" and ")[0].split(" or ")[0]
    tail = of.split()
    while tail and (is_adverb(tail[-1]) or tail[-1] in ("better", "more", "well")):
        tail.pop()
    for size in (3, 2, 1):
        if " ".join(tail[-size:]) in words("vague-objects"):
            return not _named_strategy(obj, facts, direct)
    return (
        lemma in ("respond", "communicate", "express", "play", "work", "talk")
        and bool(set(words_in) & words("vague-adjectives"))
        and not facts.has_level
    )


def _named_strategy(obj: str, facts: Facts, direct: bool) -> bool:
    """ "use a taught calming strategy", "use decoding strategies": the kind is named, so it can be seen."""
    if not (facts.has_level and direct):
        return False
    return re.search(
        r"(?:calming|coping|breathing|self-regulation|regulation|sensory|decoding|fluency-shaping|fluency|repair|conversation\w*|problem-solving|taught|learned|listed|chosen|named|pre-?taught|word\s+attack|phonics|mnemonic|note-taking|study|test-taking|de-escalation|grounding|relaxation|reading|comprehension|clarification|conflict\s+resolution|editing|compensatory|stuttering|easy\s+onset|prewriting|planning|organizational|mindfulness|self-monitoring|self-advocacy|social|communication|safe)\s+(?:\w+\s+)?(?:strategies|techniques|tools|skills)",
        obj,
    ) is not None and not re.search(
        r"(?:appropriate|better|good|improved|effective|positive|his\s+social|more|successful)", obj
    )


def _concrete(obj: str, lemma: str, facts: Facts, direct: bool) -> bool:
    """ "demonstrate" and its kin with something that can be seen: turn-taking, a pincer grasp, subtraction with regrouping."""
    if lemma == "show" and facts.has_level and direct:
        return not (
            _vague_object(obj, "use", facts, direct)
            or _CLOUDED.search(obj)
            or set(re.findall(r"[a-z-]+", obj)) & words("vague-adjectives")
        )
    if lemma in ("utilize", "employ", "implement"):
        if not direct and not facts.has_level:
            return False
        return bool(obj.strip()) and not _vague_object(obj, "use", facts, direct)
    nominal = _pattern("observable-nominals").search(obj)
    if nominal is None or _CLOUDED.search(obj[: nominal.end()]):
        return False
    return facts.has_level or lemma in ("practice", "practise", "demonstrate")


def _comparative(rest: str) -> bool:
    head = " ".join(rest.split()[:4])
    return (
        re.search(
            r"(?:^|\s)(?:better|more\s+(?:clearly|fluently|often|neatly|accurately|independently|effectively|appropriately|consistently|legibly|quickly|words|confidently|easily|frequently|smoothly)|well|nicely|at\s+(?:his|her|their)\s+(?:level|potential)|faster|neater|clearer|harder|appropriately|effectively|successfully)\b",
            head,
        )
        is not None
    )


def is_service(rest: str) -> bool:
    """True when what follows the verb is a service of the school."""
    rest = rest.strip()
    lead = _SERVICE.match(rest)
    tail = rest[lead.end() :] if lead else rest
    found = _pattern("service-words").search(tail[:60])
    if not found:
        return False
    between = tail[: found.start()].split()
    after = tail[found.end() :].strip()
    return len(between) <= 3 and not after.startswith(
        ("activities", "games", "tasks", "room", "discussion", "with peers")
    )


def _rescue(low: str, text: str, head: Head, facts: Facts, why: str) -> Span | None:
    """Words that make a vague head observable: "by writing ...", "(staying seated)", a counted noun with a level."""
    tokens = list(head.tokens)
    start = tokens[head.at].start
    stop = head.end
    nxt = re.compile(r"(?<!\w)(?:and|,)\s+(?:will|then)\b").search(low, start, stop)
    stop = nxt.start() if nxt else stop
    after_head = tokens[(head.verb.next if head.verb else head.at + 1) - 1].end
    for match in _BY_CLAUSE.finditer(low, after_head, stop):
        found = _gerunds(low, text, tokens, match.end(), stop, facts)
        if found:
            return found
    for match in _EXAMPLES.finditer(low, after_head, stop):
        close = low.find(")", match.end(), stop) if match[0].startswith("(") else -1
        limit = close if close > 0 else min(stop, match.end() + 120)
        found = _named_action(low, text, tokens, match.end(), limit)
        if found:
            return found
    if _EMBEDDED.match(low, after_head) or not facts.has_level:
        return None
    counted = _pattern("countable-behaviors").search(low, after_head, stop)
    if (
        counted
        and (why in ("change", "hedge", "attitude") or head.verb is None)
        and counted.start() - after_head < 60
        and not re.search(r"(?:comprehension|understanding|skills)\s*$", low[after_head : counted.start()])
    ):
        return span_of(text, counted.start(), counted.end())
    first = max(low.rfind(mark, 0, start) for mark in (".", ",", "\n", ":")) + 1
    named = _pattern("countable-behaviors").search(low, first, start)
    if named and why == "change" and head.verb and not head.fragment:
        return span_of(text, named.start(), named.end())
    if why == "change" and facts.is_counted and not _CLOUDED.search(low, first, stop):
        return (
            span_of(text, first, start)
            if head.verb and head.verb.lemma in ("fall", "drop", "go down", "rise", "go up")
            else span_of(text, start, after_head)
        )
    if (
        facts.is_rate
        and why == "change"
        and re.search(
            r"(?:fluency|reading|rate|speed|typing|keyboarding|facts|words|math|computation|writing)",
            low[after_head:stop],
        )
    ):
        rate = next(c for c in facts.criteria if c.kind is CriterionKind.RATE or c.unit in _MEASURED_SKILL)
        return rate.span
    for match in re.compile(
        r"(?<!\w)(?:ability|able|capacity|skills?|readiness|independence|accuracy|willingness)\s+(?:to|in|when|at)\s+(?:\w+ly\s+)?"
    ).finditer(low, after_head, stop):
        found = _first_action(low, text, tokens, match.end(), facts)
        if found:
            return found
    if why == "mental" or (head.verb and head.verb.lemma in ("attempt", "try", "continue", "work on", "practice")):
        to = re.compile(r"\s*(?:to|on)\s+").match(low, after_head)
        if to and head.verb and head.verb.lemma in ("learn", "remember", "continue", "attempt", "try", "work on"):
            return _first_action(low, text, tokens, to.end(), facts)
    return None


def _gerunds(low: str, text: str, tokens: list[Token], start: int, stop: int, facts: Facts) -> Span | None:
    """The first observable action of a "by ...ing" clause and its conjuncts."""
    at = next((i for i, t in enumerate(tokens) if t.start >= start), len(tokens))
    expect = True
    while at < len(tokens) and tokens[at].start < stop:
        word = tokens[at].text
        if word in (".", ";") or word.startswith("\x01"):
            break
        verb = verb_at(tokens, at) if expect else None
        if verb and verb.is_gerund:
            rest = low[tokens[verb.next - 1].end : stop]
            kind, _ = judge_verb(verb, rest, facts, direct=False)
            if kind is BehaviorKind.OBSERVABLE and not (
                rest.strip().startswith(("better", "more ")) and not facts.has_level
            ):
                last = _phrase(Head(verb, at, tuple(tokens), stop, (0, 0)), low)
                return span_of(text, last[0], last[1])
        expect = word in ("and", "or", ",", "by", "through") or (expect and is_adverb(word))
        at = verb.next if verb else at + 1
    return None


def _named_action(low: str, text: str, tokens: list[Token], start: int, stop: int) -> Span | None:
    """An observable action named as an example: "(remaining seated)", "such as deep breathing"."""
    nominal = _pattern("observable-nominals").search(low, start, stop)
    if nominal:
        return span_of(text, nominal.start(), nominal.end())
    for at, token in enumerate(tokens):
        if start <= token.start < stop:
            verb = verb_at(tokens, at)
            if (
                verb
                and verb.kind is VerbClass.OBSERVABLE
                and (verb.is_gerund or (verb.is_base and not (verb.lemma in _BY_OBJECT and verb.lemma != "keep")))
                and not (
                    verb.is_gerund
                    and verb.lemma in ("work", "plan", "write", "read", "speak")
                    and token.start > start + 40
                )
            ):
                if (
                    verb.is_base
                    and token.start - start > 3
                    and tokens[at - 1].text not in (",", "or", "and", "/", ":", '"', "(", "to")
                ):
                    continue
                return span_of(text, token.start, tokens[verb.next - 1].end)
    return None


def _first_action(low: str, text: str, tokens: list[Token], start: int, facts: Facts) -> Span | None:
    at = next((i for i, t in enumerate(tokens) if t.start >= start), len(tokens))
    while at < len(tokens) and is_adverb(tokens[at].text) and verb_at(tokens, at) is None:
        at += 1
    verb = verb_at(tokens, at)
    if verb is None:
        return None
    rest = low[tokens[verb.next - 1].end :]
    kind, _ = judge_verb(verb, rest, facts, direct=True)
    return span_of(text, tokens[at].start, tokens[verb.next - 1].end) if kind is BehaviorKind.OBSERVABLE else None


def overall(judgements: Sequence[Judgement]) -> tuple[BehaviorKind, Judgement | None]:
    """The kind of the whole goal: observable when one of its predicates is."""
    for kind in (BehaviorKind.OBSERVABLE, BehaviorKind.VAGUE, BehaviorKind.ATTITUDE, BehaviorKind.ADULT_ACTION):
        for judgement in judgements:
            if judgement.kind is kind:
                return kind, judgement
    return BehaviorKind.NONE, judgements[0] if judgements else None
