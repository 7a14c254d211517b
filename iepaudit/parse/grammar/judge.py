"""Judgements that follow from the elements: measurable, vague wording, flags, what is missing."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from iepaudit.model.goal import GoalAnalysis
from iepaudit.parse.grammar.flags import find_flags
from iepaudit.parse.grammar.numbers import number
from iepaudit.parse.grammar.vague import find_vague

if TYPE_CHECKING:
    from datetime import date

    from iepaudit.model.goal import Span
    from iepaudit.parse.grammar.behavior import Judgement


def finish(
    analysis: GoalAnalysis,
    judgements: tuple[Judgement, ...],
    task: tuple[Span, ...],
    *,
    body: str,
    start: date | None,
    end: date | None,
) -> GoalAnalysis:
    """The analysis with `measurable`, `vague`, `flags` and `missing` filled in."""
    observable = analysis.behavior.present
    levels = any(not _is_unfilled(span.text) for span in analysis.criterion.spans)
    measurable = observable and (levels or analysis.postsecondary)
    analysis = replace(analysis, measurable=measurable)
    vague = find_vague(analysis, judgements)
    flags = find_flags(analysis, judgements, task, body=body, start=start, end=end)
    return replace(analysis, vague=vague, flags=flags, missing=_missing(analysis))


def _is_unfilled(level: str) -> bool:
    """Whether nobody wrote a number into the places that a ready-made level leaves for it ("____% in ___ of ___")."""
    written = _PLACE.sub(" ", level)
    return written != level and number(written.lower()) is None


_PLACE = re.compile(r"_{2,}")


def _missing(analysis: GoalAnalysis) -> tuple[str, ...]:
    names: tuple[str, ...] = ("behavior", "criterion", "condition", "timeframe", "method", "baseline")
    if analysis.postsecondary:
        names = ("behavior", "timeframe")
    return tuple(name for name in names if not analysis.element(name).present)
