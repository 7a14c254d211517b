"""Words that make a vague head observable: "by writing ...", "(staying seated)", a counted noun with a level."""

from __future__ import annotations

import re

from iepaudit.model.goal import BehaviorKind, CriterionKind, Span
from iepaudit.parse.grammar.facts import MEASURED_SKILL, Facts
from iepaudit.parse.grammar.heads import Head, is_adverb, phrase
from iepaudit.parse.grammar.lexicon import pattern
from iepaudit.parse.grammar.text import span_of
from iepaudit.parse.grammar.verb_sense import BY_OBJECT, CLOUDED, judge_verb
from iepaudit.parse.grammar.verbs import Token, VerbClass, tokens_of, verb_at

_BY_CLAUSE = re.compile(
    r"(?<!\w)(?:by|through|via|as\s+(?:evidenced|demonstrated|shown|indicated|seen|exhibited|observed|measured)\s+by|in\s+order\s+to)\s+(?:the\s+(?:student|child|learner)\s+|(?:his|her|their)\s+|(?:successfully|correctly)\s+)?"
)
_EXAMPLES = re.compile(
    r"\((?:e\.?g\.?,?|i\.?e\.?,?|such\s+as|including|for\s+example,?|like|ex\.?:?)?\s*|(?<!\w)(?:such\s+as|including|to\s+include|like|e\.g\.,?|i\.e\.,?|for\s+example,?|for\s+instance,?|namely|that\s+is,?|meaning|defined\s+as|:)\s+"
)
_INNER = re.compile(r"(?<!\w)(?:comprehension|understanding|knowledge|awareness|appreciation|skills)(?!\w)")
_START_DOING = re.compile(r"(?:from|de(?:sde)?)\s+")
_FROM_DOING = re.compile(r"(?<!\w)from\s+(?=\w+ing\b[^.;]{3,120}?\bto\s+\w+ing\b)")
_OF_THINGS_DONE = re.compile(
    r"\bfrom\s+[^.;]*?\d[^.;]*?\b(?:words|problems|items|questions|sentences|sounds|letters|facts|steps)\s+(?=[a-z])"
)
# What a figure does by itself: "his rate will rise to 40".
_MOVES = frozenset(("fall", "drop", "go down", "rise", "go up", "go from", "climb", "jump", "come down"))
_OWN = r"\s*(?:(?:his|her|their|the)\s+)?"
_RIGHT_ANSWERS = re.compile(
    rf"{_OWN}(?:number\s+of\s+)?(?:correct(?:ly\s+\w+ed)?\s+(?:answers|responses|solutions|problems|items)|"
    r"(?:answers|responses|problems|items|questions)\s+correct)\b"
)
_ACCURACY = re.compile(rf"{_OWN}(?:\w+\s+){{0,2}}?accuracy\b")
_ITEMS = re.compile(r"\b(?:problems|questions|items|words|facts|equations|sentences|sounds|letters|prompts)\b")
_OF_THEM_CORRECT = re.compile(r"\d\s*(?:out\s+of|of|/)\s*\d+\s+(?:\w+\s+)?correct\b")
# "to 80% correct on passages with 10 questions", "to 8 of 10 problems correct": what is counted are right answers
_SHARE_CORRECT = re.compile(r"\d\s?(?:%|percent)\s+(?:\w+\s+)?correct\b")
_EMBEDDED = re.compile(r"\s*(?:how|that|what|why|the\s+way|whether)\b")


def rescue(low: str, text: str, head: Head, facts: Facts, why: str) -> Span | None:
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
    found = _spanish_gerund(low, text, tokens, after_head, stop)
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
    if why == "change":
        doing = _FROM_DOING.search(low, after_head, stop)
        found = _gerunds(low, text, tokens, doing.end(), stop, facts) if doing else _done(low, text, head, facts)
        if found:
            return found
    counted = pattern("countable-behaviors").search(low, after_head, stop)
    if (
        counted
        and (why in ("change", "hedge", "attitude") or head.verb is None)
        and counted.start() - after_head < 60
        and not _INNER.search(low, after_head, counted.start())
    ):
        return span_of(text, counted.start(), counted.end())
    first = max(low.rfind(mark, 0, start) for mark in (".", ",", "\n", ":")) + 1
    named = pattern("countable-behaviors").search(low, first, start)
    if named and why == "change" and head.verb and not head.fragment:
        return span_of(text, named.start(), named.end())
    if why == "change" and facts.is_counted and not CLOUDED.search(low, first, stop):
        return (
            span_of(text, first, start) if head.verb and head.verb.lemma in _MOVES else span_of(text, start, after_head)
        )
    if why == "change" and (answers := _answers(low, text, after_head, stop, facts)):
        return span_of(text, start, answers)
    if why == "change" and _counts_right_answers(low[after_head:stop]):
        return span_of(text, *phrase(head, low))
    if facts.is_rate and why == "change" and head.verb and head.verb.lemma in _MOVES:
        return span_of(text, *phrase(head, low))
    if (
        facts.is_rate
        and why == "change"
        and re.search(
            r"(?:fluency|reading|rate|speed|typing|keyboarding|facts|words|math|computation|writing|lectura|fluidez|velocidad|palabras)",
            low[after_head:stop],
        )
    ):
        rate = next(c for c in facts.criteria if c.kind is CriterionKind.RATE or c.unit in MEASURED_SKILL)
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


def _answers(low: str, text: str, start: int, stop: int, facts: Facts) -> int | None:
    """Where the words end that name right answers as what changes: "correct answers" to a share of them, "accuracy" to
    "16 of 20 correct" of the problems or questions that are given."""
    if not any(c.kind is CriterionKind.FRACTION and c.of for c in facts.criteria):
        return None
    if answers := _RIGHT_ANSWERS.match(low, start, stop):
        return answers.end()
    accuracy, whole = _ACCURACY.match(low, start, stop), text.lower()
    return accuracy.end() if accuracy and _ITEMS.search(whole) and _OF_THEM_CORRECT.search(whole) else None


def _counts_right_answers(said: str) -> bool:
    """Whether what changes goes to a share of questions, problems or words that are correct."""
    return bool(_ITEMS.search(said) and (_SHARE_CORRECT.search(said) or _OF_THEM_CORRECT.search(said)))


def _done(low: str, text: str, head: Head, facts: Facts) -> Span | None:
    """The head itself, when its starting point counts things that were done: "from 12 of 40 words read"."""
    things = _OF_THINGS_DONE.search(facts.baseline)
    verb = verb_at(tokens_of(facts.baseline, things.end()), 0) if things else None
    done = verb is not None and verb.kind is VerbClass.OBSERVABLE and not verb.is_gerund
    if not done and (start := _START_DOING.match(facts.baseline)):  # "from following 45% of rules"
        verb = verb_at(tokens_of(facts.baseline, start.end()), 0)
        done = verb is not None and verb.kind is VerbClass.OBSERVABLE and verb.is_gerund
    return span_of(text, *phrase(head, low)) if done else None


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
                last = phrase(Head(verb, at, tuple(tokens), stop, (0, 0)), low)
                return span_of(text, last[0], last[1])
        expect = word in ("and", "or", ",", "by", "through") or (expect and is_adverb(word))
        at = verb.next if verb else at + 1
    return None


def _spanish_gerund(low: str, text: str, tokens: list[Token], start: int, stop: int) -> Span | None:
    """ "demostrará comprensión contestando preguntas": the gerund alone says by what."""
    for at, token in enumerate(tokens):
        if start <= token.start < stop and token.text.endswith(("ando", "iendo", "yendo")):
            verb = verb_at(tokens, at)
            if verb and verb.kind is VerbClass.OBSERVABLE:
                first, last = phrase(Head(verb, at, tuple(tokens), stop, (0, 0)), low)
                level = re.compile(r"\s(?:con|en|de\s+cada|por)\s").search(low, first, last)
                return span_of(text, first, level.start() if level else last)
    return None


def _named_action(low: str, text: str, tokens: list[Token], start: int, stop: int) -> Span | None:
    """An observable action named as an example: "(remaining seated)", "such as deep breathing"."""
    nominal = pattern("observable-nominals").search(low, start, stop)
    if nominal:
        return span_of(text, nominal.start(), nominal.end())
    for at, token in enumerate(tokens):
        if start <= token.start < stop:
            verb = verb_at(tokens, at)
            if (
                verb
                and verb.kind is VerbClass.OBSERVABLE
                and (verb.is_gerund or (verb.is_base and not (verb.lemma in BY_OBJECT and verb.lemma != "keep")))
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
