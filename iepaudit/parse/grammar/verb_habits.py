# ruff: noqa: E501 - a pattern is read more easily whole than cut to the line length
"""Verbs with habits of their own: attend, maintain, participate, make ... hang on what follows them."""

from __future__ import annotations

import re

from iepaudit.model.goal import BehaviorKind
from iepaudit.parse.grammar.facts import Facts
from iepaudit.parse.grammar.lexicon import pattern
from iepaudit.parse.grammar.service import is_service
from iepaudit.parse.grammar.verbs import Verb

_UNNAMED_BEHAVIOR = re.compile(
    r"(?:inappropriate|negative|maladaptive|disruptive|problem|challenging|unwanted|undesired|undesirable)\s+behaviou?rs?"
)


def by_habit(verb: Verb, rest: str, obj: str, facts: Facts) -> tuple[BehaviorKind, str] | None:
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
    if lemma == "have" and facts.has_level and re.search(r"(?:signed|initialed|stamped)\b", obj):
        return seen
    if lemma == "have":
        return (
            seen
            if facts.has_level and pattern("countable-behaviors").search(obj + rest[len(obj) : len(obj) + 40])
            else (BehaviorKind.ATTITUDE if pattern("attitude-words").search(obj) else BehaviorKind.VAGUE, "attitude")
        )
    if (
        lemma in ("work on", "work", "work at")
        and facts.is_timed
        and not re.match(r"(?:his|her|their|improv|social)", stripped)
    ):
        return seen
    if lemma in ("calm", "self-regulate", "regulate", "recover", "de-escalate", "relax", "transition successfully"):
        return seen if facts.is_timed else (BehaviorKind.VAGUE, "hedge")
    lessen = lemma in ("eliminate", "reduce", "decrease", "lower", "limit", "stop", "refrain", "abstain")
    if lessen and _UNNAMED_BEHAVIOR.search(obj) and not re.search(r"\(|such\s+as|e\.g", rest):
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
    if (
        lemma == "do"
        and facts.has_level
        and re.match(r"(?:at\s+least\s+)?(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)\s+[a-z]", stripped)
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
    if (
        lemma in ("try", "attempt")
        and facts.has_level
        and re.match(
            r"(?:at\s+least\s+)?(?:an?|one|two|three|four|five|\d+|every|each|all)\s+(?!best|time|effort)[a-z]",
            stripped,
        )
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
