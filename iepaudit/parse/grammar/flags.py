"""Flags: judgements on a goal that are more than a missing element."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from iepaudit.model.goal import GoalAnalysis, Span
    from iepaudit.parse.grammar.behavior import Judgement


def find_flags(
    analysis: GoalAnalysis, judgements: tuple[Judgement, ...], task: tuple[Span, ...], *, body: str, start: date | None, end: date | None
) -> frozenset[str]:
    return frozenset()
