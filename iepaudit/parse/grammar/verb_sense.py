# ruff: noqa: E501 - a pattern is read more easily whole than cut to the line length
"""Whether a verb, with what follows it, names an action that two people would agree on."""

from __future__ import annotations

import re

from iepaudit.model.goal import BehaviorKind
from iepaudit.parse.grammar.facts import Facts
from iepaudit.parse.grammar.heads import is_adverb
from iepaudit.parse.grammar.lexicon import pattern, words
from iepaudit.parse.grammar.service import is_service
from iepaudit.parse.grammar.verb_habits import by_habit
from iepaudit.parse.grammar.verbs import Verb, VerbClass

# Verbs whose object decides. A vague object makes them vague.
BY_OBJECT = {
    "use", "utilize", "demonstrate", "show", "exhibit", "display", "apply", "make", "take", "keep", "maintain", "complete", "express",
    "communicate", "perform", "employ", "implement", "recognize", "practice", "have", "get", "give", "advocate", "achieve",
    "convey", "develop", "build", "establish", "respond", "set", 
    "increase", "organize", "do", "monitor", "control", "play", "work", 
    "sustain", "earn", "model", "obtain", "talk",
}  # fmt: skip
STATES = re.compile(
    r"(?:seated|sitting|in\s+(?:his|her|their|the|a|an)\s+(?:assigned\s+)?(?:seat|chair|desk|spot|area|place|room|classroom|line|group)|on[- ]task|on\s+time|present|quiet|at\s+(?:his|her|their|the)\s+(?:desk|seat|table|station|work)|awake|upright|engaged\s+(?:in|with)\s+(?:the\s+|a\s+)?(?:task|activity|work|lesson)|standing|with\s+(?:the\s+|his\s+|her\s+)?(?:group|class|line)|dry|within\s+(?:\w+\s+){1,4}of|inside|part\s+of\s+the|silent)"
)
CALM = re.compile(
    r"(?:calm|focused|attentive|engaged|positive|respectful|in\s+control|regulated|motivated|appropriate|successful|safe|organized|independent|healthy|patient|happy|cooperative|consistent|confident)"
)
CLOUDED = re.compile(
    r"(?<!\w)(?:that|how|what|understanding|knowledge|awareness|skills?|ability|comprehension|improved?|increased|better|appropriate|improvement|growth|progress|respect|concepts?|emotions?|feelings?|willingness)(?!\w)"
)
_GO = frozenset(("sit", "go to", "come to", "attend", "see", "visit", "join", "meet"))
_INTO = re.compile(r"^\s*(?:in\s+on|in|to|with)\s+")


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
        and not STATES.match(rest.strip())
        and (
            CALM.match(rest.strip())
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
    special = by_habit(verb, rest, obj, facts)
    if special is not None:
        return special
    if verb.kind is VerbClass.OBSERVABLE or lemma in ("recognize",):
        if lemma in BY_OBJECT and _vague_object(obj, lemma, facts, direct):
            return BehaviorKind.VAGUE, "hedge"
        if not direct and lemma in BY_OBJECT and not facts.has_level:
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
            or CLOUDED.search(obj)
            or set(re.findall(r"[a-z-]+", obj)) & words("vague-adjectives")
        )
    if lemma in ("utilize", "employ", "implement"):
        if not direct and not facts.has_level:
            return False
        return bool(obj.strip()) and not _vague_object(obj, "use", facts, direct)
    nominal = pattern("observable-nominals").search(obj)
    if nominal is None or CLOUDED.search(obj[: nominal.end()]):
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
