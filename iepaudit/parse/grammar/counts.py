"""A bare number as the object of an action: "will say 20 words" is a level, "will compare two numbers" is the task."""

from __future__ import annotations

import re
from functools import cache

from iepaudit.model.goal import BehaviorKind, Criterion, CriterionKind, Span
from iepaudit.parse.grammar.behavior import Judgement
from iepaudit.parse.grammar.lexicon import words
from iepaudit.parse.grammar.numbers import NUM, RANGE, number
from iepaudit.parse.grammar.text import span_of


@cache
def _object_count() -> re.Pattern[str]:
    return re.compile(
        rf"\s*(?:up\s+to\s+|about\s+|the\s+|all\s+|a\s+total\s+of\s+|correctly\s+|independently\s+|aloud\s+|forward\s+|backward\s+|back\s+|up\s+|down\s+|out\s+|over\s+|across\s+|at\s+least\s+|to\s+|with\s+|(?:an?\s+)?(?:knowledge|understanding|mastery|recognition|names?|meanings?|values?|definitions?|titles?|parts?|sounds?|synonyms?|antonyms?|uses|functions?|locations?|spellings?)\s+(?:of|for)\s+)*(?P<n>{RANGE})\s+(?:\x01+\s+)?(?:new\s+|(?!step\b|digit\b|syllable\b|way\b|of\b|or\b|and\b|to\b|in\b)[a-z/-]+\s+){{0,3}}?(?P<noun>[a-z]{{2,}}s|children|people|feet)\b(?!-|'s)"
    )


# "given a list of 20 words, ... will read 18": so many of those that were handed over.
_SO_MANY = re.compile(
    rf"\s*(?:at\s+least\s+)?(?P<n>{NUM})(?=\s*(?:[.,;)]|\Z)|\s+(?:with|in|by|on|within|without|correctly)\b)"
)

# "given a list of 20 words, ... will mark every syllable in 18 words"
_IN_SO_MANY = re.compile(
    rf"\b(?:in|on|for|of)\s+(?:at\s+least\s+)?(?P<n>{NUM})\s+(?:of\s+the\s+)?(?P<noun>[a-z]{{3,}}s)\b"
)


def _share_of(low: str, start: int, end: int, given: tuple[Span, ...]) -> re.Match[str] | None:
    """So many of the very things that the child is handed, behind the object of its action."""
    handed = " ".join(s.text.lower() for s in given)
    found = _IN_SO_MANY.finditer(low, start, end)
    return next((m for m in found if re.search(rf"\b{m['noun']}\b", handed)), None)


def bare_counts(
    low: str, text: str, judgements: tuple[Judgement, ...], given: tuple[Span, ...] = (), source: str = "text"
) -> tuple[Criterion, ...]:
    """Counts that are the direct object of an observable predicate. `low` has task numbers masked; `given` are the
    clauses that say what is handed to the child."""
    handed = [n for s in given for m in re.finditer(NUM, s.text.lower()) if (n := number(m[0])) is not None]
    found = []
    for judgement in judgements:
        head = judgement.head
        verb = head.verb
        if verb is None:  # a verb that no list knows does something where its object is counted: "take three bites"
            if not head.tokens[head.at].text.isalpha() or not _object_count().match(low, head.tokens[head.at].end):
                continue
        elif judgement.kind not in (BehaviorKind.OBSERVABLE, BehaviorKind.VAGUE):
            continue  # "will know 50 words" has a level too; "will receive 30 minutes" has none
        elif verb.form in words("task-verbs") or verb.lemma in words("task-verbs"):
            continue
        end = head.tokens[verb.next - 1 if verb else head.at].end
        if judgement.rescue is not None and _object_count().match(low, end) is None:
            end = judgement.rescue.start + len(judgement.rescue.text.split(" ")[0])  # "by writing ten words"
        match = _object_count().match(low, end)
        if match is None:
            part = _SO_MANY.match(low, end)
            n = number(part["n"]) if part else None
            if part is None and (part := _share_of(low, end, head.end, given)):
                n = number(part["n"])
            if part and n is not None and 1 < n <= max(handed, default=0):
                span = span_of(text, part.start("n"), part.end())
                found.append(Criterion(CriterionKind.COUNT, span, n, None, "", "at-least", source))
            continue
        value = number(re.split(r"-|\sto\s|\sor\s", match["n"])[0])
        if (
            (value is None and match["n"][:1] not in "_[{<x#")
            or (value is not None and value <= 1)
            or (value is not None and value <= 2 and match["noun"] == "feet")
            or match["noun"]
            in (
                "numbers",
                "choices",
                "options",
                "digits",
                "sets",
                "characters",
                "texts",
                "quantities",
                "places",
                "things",
                "hands",
                "years",
                "times",
            )
        ):
            continue
        span = span_of(text, match.start("n"), match.end())
        found.append(
            Criterion(CriterionKind.COUNT, span, value, None, match["noun"].removesuffix("s"), "at-least", source)
        )
    return tuple(found)
