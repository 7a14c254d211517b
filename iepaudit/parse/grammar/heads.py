# ruff: noqa: E501 - a pattern is read more easily whole than cut to the line length
"""Finds the verbs that say what somebody will do: after "will", joined by "and", or opening a fragment."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from iepaudit.parse.grammar.lexicon import alternation, words
from iepaudit.parse.grammar.verbs import Token, Verb, is_noun_too, tokens_of, verb_at

_MODALS = {"will", "shall", "can", "should", "must", "would", "could", "may", "does"}
_SKIP = {
    "also", "then", "first", "always", "not", "never", "both", "either", "be", "able", "expected", "begin", "to", "have", "the", "ability",
    "being", "still", "only", "often", "once", "well", "orally", "next", "instead", "each", "just", "himself", "herself", "go", "-", "\"",
    "by", "increasingly", "with", "no", "more", "most", "less", "much", "better", "fluent", "and", "or", "themselves",
}  # fmt: skip
_MARKS = {"by": {"himself", "herself", "themselves", "themself"}}
_PASS_THROUGH = re.compile(
    r"\s*(?:(?:be\s+(?:able|expected|observed|required|asked|prepared|ready|seen)|have\s+the\s+(?:ability|skills?|capacity)|(?:demonstrate|show|exhibit|display|prove)\s+(?:the|an|his|her|their)\s+(?:ability|capacity|skills?)|demonstrate\s+(?:that\s+)?(?:he|she|they)\s+can|show\s+(?:that\s+)?(?:he|she|they)\s+can|begin|start|choose|use\s+\S+\s+\S+\s+to\s+be\s+able)\s+to|demonstrate\s+how)\s+"
)
_CAN_SHOW = re.compile(r"\s*(?:demonstrate|show)\s+(?:that\s+)?(?:he|she|they)\s+can\s+")
_ADVERB = re.compile(
    r"(?:[a-z-]+ly|also|then|not|always|never|first|orally|next|instead|still|only|once|again|correctly|both|either|well|just|consistently)\Z"
)
_NOT_ADVERB = {"apply", "reply", "supply", "comply", "multiply", "family", "fly", "rely", "imply", "only"}
_MEASURE_SUBJECT = re.compile(
    r"(?<!\w)(?:progress|data|improvement|mastery|growth|goals?|objectives?|criteria|criterion|results?|performance|achievement|measurement|baseline|evaluation|success|it|this|reports?|probes?|assessments?|tests?|iep|which)\s*(?:toward\s+\S+(?:\s+\S+){0,3}\s+)?(?:on\s+this\s+goal\s+)?\Z"
)
# Spanish prepositions: "al recibir una instrucción" says when.
_BEFORE_INFINITIVE = {"al", "para", "de", "sin", "por", "tras", "después", "antes"}
_CLAUSE_WORDS = {"by", "through", "as", "when", "while", "given", "during", "with", "using", "in", "on", "at", "for", "from", "after", "before", "if", "that", "which", "who", "so", "because", "upon", "without", "across"}  # fmt: skip
_AFTER_VERB = re.compile(
    r"(?:a|an|the|his|her|their|its|at|with|in|on|from|out|up|to|each|all|any|by|for|one|two|three|four|five|six|seven|eight|nine|ten|\d.*|aloud|orally|correctly|independently|what|where|how|who|it|them|him|another|other|others|[a-z]+s|[a-z]+ly|into|through|using|between|about|that|him\w*|[\[{_].*)\Z"
)


_STOP = {
    "by", "with", "in", "when", "while", "during", "for", "on", "as", "across", "given", "using", "through", "without", "if", "after",
    "within", "at", "until", "before", "so", ".", ";", ",", "over", "from", "upon", "and", "or", "into", "via", "throughout", "because",
}  # fmt: skip


_JOINED = re.compile(r"(?:,|\b(?:and|or|then|also))\Z")


@dataclass(frozen=True, slots=True)
class Head:
    """A predicate. `learner` is where its subject stands; `adult` when a grown-up is the subject."""

    verb: Verb | None  # None: a verb that no list knows
    at: int  # token index
    tokens: tuple[Token, ...]
    end: int  # offset at which the clause ends
    subject: tuple[int, int]
    adult: bool = False
    fragment: bool = False
    conjunct: bool = False
    passive: bool = False


def phrase(head: Head, low: str) -> tuple[int, int]:
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


def is_adverb(word: str) -> bool:
    """True for words that may stand between "will" and its verb."""
    return word not in _NOT_ADVERB and _ADVERB.match(word) is not None


def skip_to_verb(tokens: list[Token], at: int) -> int:
    """The index of the verb at or after `at`, adverbs, hedging words and marks left out."""
    while at < len(tokens):
        word = tokens[at].text
        if word in (",", '"', "*", "/", "(", "or", "and") and at + 1 < len(tokens):
            at += 1
        elif word == "by" and at + 1 < len(tokens) and tokens[at + 1].text in _MARKS["by"]:
            at += 2
        elif (
            (is_adverb(word) and verb_at(tokens, at) is None)
            or (word in ("be", "able") and _be_able(tokens, at))
            or word == "to"
        ) or word.startswith("\x01"):
            at += 1
        else:
            break
    return at


def _be_able(tokens: list[Token], at: int) -> bool:
    rest = " ".join(t.text for t in tokens[at : at + 3])
    return rest.startswith(("be able to", "able to"))


@cache
def _adult_pattern() -> re.Pattern[str]:
    return re.compile(alternation(words("adult-actors")) + r"\s*(?:\([^)]*\)\s*)?\Z")


def find_heads(low: str, pieces: list[tuple[int, int]]) -> tuple[Head, ...]:
    """The predicates of each sentence, in order. `low` has baseline, method and other labelled parts masked."""
    heads: list[Head] = []
    for start, end in pieces:
        tokens = tokens_of(low, start, end)
        modal_at = [i for i, t in enumerate(tokens) if t.text in _MODALS and not _is_name(tokens, i)]
        modal_at = [
            i
            for i in modal_at
            if tokens[i].text in ("will", "shall") or not any(tokens[j].text in ("will", "shall") for j in modal_at)
        ]
        for order, i in enumerate(modal_at):
            stop = modal_at[order + 1] if order + 1 < len(modal_at) else len(tokens)
            above = heads[-1] if order and heads else None
            heads += _after_modal(low, tokens, i, stop, (start, end), above)
    if not heads:
        heads = _fragment_heads(low, pieces)
    return tuple(heads)


def _is_name(tokens: list[Token], i: int) -> bool:
    """ "Will will read": the first is a name; "may" and "can" are verbs only after a subject."""
    following = tokens[i + 1].text if i + 1 < len(tokens) else ""
    if following in ("will", "shall", "can"):
        return True
    if tokens[i].text == "may":
        return (
            (i > 0 and tokens[i - 1].text in ("by", "in", "of", "until", "before", "on"))
            or following[:1].isdigit()
            or following == ","
        )
    return tokens[i].text in ("can", "could", "does") and i > 0 and tokens[i - 1].text in ("a", "the", "trash", "soda")


def _after_modal(
    low: str, tokens: list[Token], i: int, stop: int, piece: tuple[int, int], above: Head | None
) -> list[Head]:
    """The predicates behind one "will"; `above` is the last of those behind the one before it in the sentence."""
    before = low[piece[0] : tokens[i].start].rstrip()
    if _MEASURE_SUBJECT.search(before):
        return []
    subject = _subject(low, piece[0], tokens[i].start)
    adult = _adult_pattern().search(before) is not None and not _object_of(before)
    if above is not None and _JOINED.search(before):
        adult = above.adult  # "The teacher will give Ida notes and will check them."
    at = i + 1
    passed = _PASS_THROUGH.match(low, tokens[i].end)
    adverbed = re.match(r"\s*(?:[a-z]+ly\s+)?", low[tokens[i].end :])
    if not passed and adverbed and adverbed.end() > 1:
        passed = _PASS_THROUGH.match(low, tokens[i].end + adverbed.end())
    if not passed:
        passed = _CAN_SHOW.match(low, tokens[i].end)
    if passed:
        at = next((k for k in range(i, len(tokens)) if tokens[k].start >= passed.end()), len(tokens))
    at = skip_to_verb(tokens, at)
    if at >= stop:
        return []
    end = tokens[stop].start if stop < len(tokens) else piece[1]
    first = Head(verb_at(tokens, at), at, tuple(tokens), end, subject, adult)
    return [first, *_conjuncts(tokens, first, stop, end)]


def _object_of(before: str) -> bool:
    """ "given support from a teacher, Ana will": the teacher is not the one who acts."""
    return (
        re.search(
            r"(?:to|toward|towards|from|by|with|of|at|for|against)\s+(?:(?:a|an|the|his|her|their|another|familiar|unfamiliar|trusted|peers?\s+(?:and|or))\s+)?(?:\w+\s+)?\w+\Z",
            before,
        )
        is not None
    )


def _conjuncts(tokens: list[Token], first: Head, stop: int, end: int) -> list[Head]:
    """Verbs in their base form that are joined to the first: "stop, think and raise his hand"."""
    found = []
    at = first.verb.next if first.verb else first.at + 1
    depth = 0
    while at < stop - 1:
        word = tokens[at].text
        depth += (word == "(") - (word == ")")
        if word in ("and", "or", ",", "then", "/", "and/or") and depth <= 0:
            nxt = at + 1
            while nxt < stop and (
                tokens[nxt].text in ("and", "then", "or", "also", "will", "to")
                or (is_adverb(tokens[nxt].text) and verb_at(tokens, nxt) is None)
            ):
                nxt += 1
            verb = verb_at(tokens, nxt) if nxt < stop else None
            if verb and verb.is_base and _is_conjunct(tokens, verb, stop, word):
                found.append(Head(verb, nxt, first.tokens, end, first.subject, first.adult, conjunct=True))
                at = verb.next
                continue
        at += 1
    return found


def _is_conjunct(tokens: list[Token], verb: Verb, stop: int, joint: str) -> bool:
    if verb.length > 1:
        return True
    following = tokens[verb.next].text if verb.next < stop else ""
    if joint == "," and not is_noun_too(verb.form) and following in (",", "and", "or", "then"):
        return True
    if is_noun_too(verb.form) or joint == ",":
        if following in (
            "in",
            "with",
            "at",
            "on",
            "to",
            "by",
            "for",
            "from",
            "through",
            "using",
            "between",
            "that",
        ) and is_noun_too(verb.form):
            return False
        return bool(following) and _AFTER_VERB.match(following) is not None
    return True


def _subject(low: str, start: int, end: int) -> tuple[int, int]:
    """The words before "will", back to the last comma or colon."""
    begin = max(low.rfind(mark, start, end) for mark in (",", ":", "\n", "\x01")) + 1 or start
    begin = max(begin, start)
    while begin < end and low[begin] in " \t\n*-•":
        begin += 1
    piece = low[begin:end].rstrip()
    words_in = piece.split()
    if len(words_in) > 4:
        begin = begin + piece.rfind(words_in[-1])
    return begin, begin + len(low[begin:end].rstrip())


def _fragment_heads(low: str, pieces: list[tuple[int, int]]) -> list[Head]:
    """Goals without "will": "Increase vocabulary", "Ana reads 60 words", "To write his name"."""
    for start, end in pieces:
        tokens = tokens_of(low, start, end)
        clause = 0
        for i in range(min(len(tokens), 60)):
            word = tokens[i].text
            if word in (",", ":", "\n") or word.startswith("\x01"):
                clause = i + 1
            verb = verb_at(tokens, i)
            if verb is None or (word in _CLAUSE_WORDS):
                continue
            if word.endswith(("ar", "er", "ir")) and i > 0 and tokens[i - 1].text in _BEFORE_INFINITIVE:
                continue
            if verb.is_gerund and i + 1 < len(tokens) and tokens[i + 1].text in ("level", "levels", "rate", "score"):
                continue
            third = verb.form.split()[0].endswith("s") and not verb.is_base
            spanish = not word.isascii() or verb.form.endswith("á")
            if (
                verb.is_gerund
                and word
                in (
                    "following",
                    "using",
                    "working",
                    "reading",
                    "writing",
                    "looking",
                    "listening",
                    "speaking",
                    "given",
                    "starting",
                    "beginning",
                    "wearing",
                    "standing",
                    "sitting",
                )
                and "," in low[tokens[i].end : end]
            ):
                continue
            opens = i - clause <= 1 and (
                verb.is_base or (third and i == clause) or (verb.is_gerund and i == clause and len(tokens) > 3)
            )
            after_to = i > 0 and tokens[i - 1].text in ("to", "podrá", "puede") and i - clause <= 4
            if spanish or opens or after_to or (third and 1 <= i - clause <= 4 and not is_noun_too(verb.lemma)):
                first = Head(verb, i, tuple(tokens), end, (start, tokens[i].start), fragment=True)
                return [first, *_conjuncts(tokens, first, len(tokens), end)]
    return []
