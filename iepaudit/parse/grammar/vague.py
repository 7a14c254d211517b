"""Vague words, exactly as printed, and only where nothing in the goal rescues them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from iepaudit.model.goal import BehaviorKind, GoalAnalysis, Span, VagueTerm
from iepaudit.parse.grammar.lexicon import pattern
from iepaudit.parse.grammar.text import mask, plain

if TYPE_CHECKING:
    import re

    from iepaudit.parse.grammar.behavior import Judgement


@cache
def _lists() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return (
        ("anchor", pattern("vague-anchors")),
        ("support", pattern("vague-supports")),
        ("degree", pattern("vague-degree")),
        ("attitude", pattern("attitude-words")),
    )


def find_vague(analysis: GoalAnalysis, judgements: tuple[Judgement, ...]) -> tuple[VagueTerm, ...]:
    """The vague terms of a goal. A measurable goal has none, whatever words it uses on the way."""
    if analysis.measurable or analysis.behavior.present:
        return _loose_levels(analysis) if not analysis.criterion.present and not analysis.postsecondary else ()
    text, low = analysis.text, plain(analysis.text)
    terms: list[VagueTerm] = []
    for judgement in judgements:
        if judgement.kind in (BehaviorKind.VAGUE, BehaviorKind.ATTITUDE, BehaviorKind.NONE) and judgement.head.verb:
            tokens, verb = judgement.head.tokens, judgement.head.verb
            start, end = tokens[verb.at].start, tokens[verb.next - 1].end
            terms.append(VagueTerm(Span(text[start:end], start, end), judgement.why or "hedge"))
    hidden = mask(low, [s for e in (analysis.method, analysis.baseline) if e.source == "text" for s in e.spans])
    for category, found in _lists():
        for match in found.finditer(hidden):
            if category == "attitude" and analysis.behavior_kind is not BehaviorKind.ATTITUDE:
                continue
            if not any(match.start() < t.span.end and t.span.start < match.end() for t in terms):
                terms.append(VagueTerm(Span(text[match.start() : match.end()], match.start(), match.end()), category))
    return tuple(sorted(terms, key=lambda t: t.span.start))


def _loose_levels(analysis: GoalAnalysis) -> tuple[VagueTerm, ...]:
    """In a goal with an action but no level: the words that stand in the level's place."""
    low, text = plain(analysis.text), analysis.text
    terms = []
    for category, found in _lists()[:3]:
        terms += [VagueTerm(Span(text[m.start() : m.end()], m.start(), m.end()), category) for m in found.finditer(low)]
    return tuple(sorted(terms, key=lambda t: t.span.start))
