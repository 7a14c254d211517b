"""Goals for life after school (34 CFR 300.320(b)): an outcome with no need of a number; a wish is none."""

from __future__ import annotations

import re
from functools import cache

from iepaudit.parse.grammar.heads import Head
from iepaudit.parse.grammar.lexicon import words

_AFTER = re.compile(
    r"(?<!\w)(?:post-?\s?secondary|post-?\s?school|post-?\s?graduation|post-?\s?high\s+school|(?:after|following|upon|once|when|within\s+[^.,;]{1,30}\s+(?:of|after|from)|as\s+soon\s+as|months?\s+after|years?\s+after|years?\s+of)\s+(?:[^.,;\n]{0,30}?)(?:graduat\w+|high\s+school|secondary\s+school|leav\w+\s+(?:the\s+)?(?:high\s+|public\s+)?school|(?:has\s+)?left\s+(?:high\s+)?school|finish\w*\s+(?:with\s+)?(?:the\s+)?(?:public\s+|high\s+)?school|exit\w*\s+(?:from\s+)?(?:the\s+)?(?:high\s+|public\s+)?(?:school|transition\s+program|district)|exiting|complet\w+\s+(?:of\s+)?(?:his\s+|her\s+|the\s+)?(?:high\s+|secondary\s+)?(?:school|transition\s+program)|done\s+with\s+school)|as\s+an\s+adult|in\s+adult\s+life|despu[eé]s\s+de\s+(?:graduarse|la\s+graduaci[oó]n|la\s+escuela|terminar\s+la\s+(?:escuela|secundaria|preparatoria)))"
)
_LEAD = 3  # words that may stand before it: a name, "I will", "one year"
_WILL = re.compile(
    r"(?<!\w)(?:will|shall|plans?\s+to|wants?\s+to|hopes?\s+to|would\s+like|va\s+a|ir[aá]|\w+(?:ar|er|ir)[aá])(?!\w)"
)
_NOT_SCHOOL_DAY = re.compile(
    r"(?:after|when|before)\s+(?:arriving\s+at\s+)?school\s+(?:day|is|activities|program|job|hours)"
)


def is_postsecondary(low: str) -> bool:
    """True when the text places the goal after the child leaves school."""
    return any(not _NOT_SCHOOL_DAY.match(low, m.start()) for m in _AFTER.finditer(low))


def opens_after_school(low: str) -> bool:
    """True when the text begins with leaving school ("After graduation, Lee will ...", "Lee, upon graduation, ...")."""
    first = next((m for m in _AFTER.finditer(low) if not _NOT_SCHOOL_DAY.match(low, m.start())), None)
    return first is not None and len(low[: first.start()].split()) <= _LEAD and _WILL.search(low) is not None


@cache
def _outcomes() -> tuple[frozenset[str], frozenset[str]]:
    return words("outcome-verbs"), words("hope-words")


def states_outcome(low: str, heads: tuple[Head, ...]) -> bool:
    """True when at least one predicate is an outcome and none of them is only a wish."""
    outcomes, hopes = _outcomes()
    if (all(head.fragment for head in heads) and _HOPES.search(low)) or _MAY.search(low):
        return False
    good = False
    for head in heads:
        if head.adult:
            continue
        at = head.at
        two = " ".join(t.text for t in head.tokens[at : at + 2])
        three = " ".join(t.text for t in head.tokens[at : at + 3])
        first = head.tokens[at].text
        if first in ("have", "gain", "get", "obtain") and _CLOUDED.match(low, head.tokens[at].end):
            return False
        if {first, two, three} & hopes and not {two, three} & outcomes:
            if not head.conjunct:
                return False
            continue
        if (
            {first, two, three} & outcomes
            or (head.verb is not None and head.verb.lemma in outcomes)
            or (
                first == "be"
                and re.search(
                    r"be\s+(?:competitively\s+|gainfully\s+|a\s+|an\s+|working|employed|hired|admitted|enrolled|living|attending|self-employed|accepted|registered)",
                    low[head.tokens[at].start : head.tokens[at].start + 40],
                )
            )
            or (head.verb is not None and head.verb.kind.value == "observable")
        ):
            good = True
    return good


_MAY = re.compile(r"(?<!by\s)(?<!in\s)(?<!of\s)(?<!\w)(?:may|might|could)\s+(?:also\s+|then\s+)?[a-z]+\s+(?!\d)")
_CLOUDED = re.compile(
    r"\s+(?:\w+\s+){0,3}?(?:understanding|knowledge|idea|awareness|skills|confidence|appreciation|opportunit\w+|ability)(?!\w)"
)
_HOPES = re.compile(
    r"(?<!\w)(?:hopes?|wants?|wishes|plans?|would\s+like|is\s+interested|is\s+considering|may|might|dreams?|intends?|is\s+thinking|desea|quiere|espera)(?!\w)"
)


def is_hope(low: str, heads: tuple[Head, ...]) -> bool:
    """True for a wish or a search in the place of an outcome."""
    return not states_outcome(low, heads) if heads else _HOPES.search(low) is not None
