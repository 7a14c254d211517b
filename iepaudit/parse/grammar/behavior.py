"""What the child will do, and whether two people would agree that it happened."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from iepaudit.model.goal import BehaviorKind, Span
from iepaudit.parse.grammar.facts import Facts
from iepaudit.parse.grammar.heads import Head, find_heads, phrase
from iepaudit.parse.grammar.lexicon import pattern
from iepaudit.parse.grammar.rescue import rescue
from iepaudit.parse.grammar.text import span_of
from iepaudit.parse.grammar.verb_sense import CALM, STATES, judge_verb
from iepaudit.parse.grammar.verbs import VerbClass, verb_at

if TYPE_CHECKING:
    from collections.abc import Sequence

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


def judge_heads(low: str, text: str, pieces: list[tuple[int, int]], facts: Facts) -> tuple[Judgement, ...]:
    """A judgement for every predicate of the goal."""
    return tuple(_judge(low, text, head, facts) for head in find_heads(low, pieces))


def _judge(low: str, text: str, head: Head, facts: Facts) -> Judgement:
    start, end = phrase(head, low)
    span = span_of(text, start, end)
    rest = low[(head.tokens[head.verb.next - 1].end if head.verb else head.tokens[head.at].end) : head.end]
    if head.adult:
        return Judgement(head, BehaviorKind.ADULT_ACTION, span)
    kind, why = _kind(head, rest, facts)
    if kind is BehaviorKind.VAGUE or kind is BehaviorKind.NONE:
        saved = rescue(low, text, head, facts, why)
        if saved is not None:
            return Judgement(head, BehaviorKind.OBSERVABLE, span, saved, why)
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
    if STATES.match(rest):
        return BehaviorKind.OBSERVABLE, ""
    if pattern("attitude-words").match(rest) or CALM.match(rest):
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


def overall(judgements: Sequence[Judgement]) -> tuple[BehaviorKind, Judgement | None]:
    """The kind of the whole goal: observable when one of its predicates is."""
    for kind in (BehaviorKind.OBSERVABLE, BehaviorKind.VAGUE, BehaviorKind.ATTITUDE, BehaviorKind.ADULT_ACTION):
        for judgement in judgements:
            if judgement.kind is kind:
                return kind, judgement
    return BehaviorKind.NONE, judgements[0] if judgements else None
