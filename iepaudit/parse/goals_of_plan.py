"""The goals of one part of a document, those for the year and those for the time after school, taken apart."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from itertools import pairwise

from iepaudit.model.field import Field, FieldState, blank, unclear
from iepaudit.model.goal import CriterionKind, GoalAnalysis
from iepaudit.model.iep import Dates, Goal, Kind, Objective, Part, Section
from iepaudit.parse.areas import area_of
from iepaudit.parse.goal_draft import Draft
from iepaudit.parse.goal_events import apart_from_level
from iepaudit.parse.goal_fields_above import fields_above
from iepaudit.parse.goal_unread import NOT_UNDERSTOOD, not_understood
from iepaudit.parse.goal_wording import calls_baseline, looks_like_goal
from iepaudit.parse.goals import find_goals
from iepaudit.parse.grammar import analyse_goal
from iepaudit.parse.grammar.postsecondary import opens_after_school
from iepaudit.parse.transition import Postsecondary
from iepaudit.parse.transition_areas import area_of_life
from iepaudit.segment.known_labels import goal_labels

GOAL_KEYS = ("annual-goals", "objectives")
_NOTHING: Field[str] = blank()
_NO_GOALS = frozenset({"postsecondary-goals", "transition-services", "consent-notice", "team", "notes", "behavior"})


def goals_of(part: Part, dates: Dates) -> tuple[Goal, ...] | None:
    """All goals of a part, also those for the time after school that stand among them; None when it has no part for
    goals and states none, or when they could not be read."""
    own = [s for s in part.sections if s.key in GOAL_KEYS]
    if own:
        # "Goal 2" set like a section heading opens a section of its own: it goes on with the goals
        named = [s for s in part.sections if s.key == "other" and re.match(r"(?:annual )?goal\b", s.heading, re.I)]
        named += _methods_among(part.sections)
        drafts = find_goals(sorted([*own, *named], key=_place_order), fields_above(part.sections))
        _take_present_levels(drafts, part.sections)
    else:
        drafts = tuple(_told_outside(part))
    if not drafts and not own:
        return None
    hidden = [s for s in own if s.state is FieldState.UNCLEAR]
    if not drafts and hidden:
        return None
    doubted = not_understood([draft.unread for draft in drafts])
    doubted -= {name for draft in drafts for name in (*draft.columns, *draft.asked)}
    return tuple(_goal(draft, dates, doubted) for draft in drafts)


def _methods_among(sections: Sequence[Section]) -> Iterator[Section]:
    """How progress is measured, where each goal says it under a heading of its own."""
    ordered = sorted(sections, key=_place_order)
    for before, section in pairwise(ordered):
        named = section.key == "progress-method" and goal_labels().name_of(section.heading) == "method"
        if named and before.key in GOAL_KEYS:
            yield section


def _told_outside(part: Part) -> Iterator[Draft]:
    """Goals of a plan without a part for them: sentences that say by when and how much, and what stands between two of
    these and says what the child will do."""
    outer: Section | None = None
    for section in part.sections:
        within = outer is not None and set(map(id, section.blocks)) <= set(map(id, outer.blocks))
        outer = outer if within else section
        if section.key in _NO_GOALS or within:  # what stands inside of another is told with it
            continue
        drafts = [d for d in find_goals([section]) if looks_like_goal(d.text)]
        sure = [n for n, d in enumerate(drafts) if _is_goal_of_plan(d, part.kind)]
        yield from drafts[sure[0] : sure[-1] + 1] if sure else ()


def annual_and_later(goals: tuple[Goal, ...] | None) -> tuple[tuple[Goal, ...] | None, tuple[Postsecondary, ...]]:
    """Annual goals, and statements of what the child will do after leaving school that stand among them."""
    later = [g for g in goals or () if _is_after_school(g)]
    if goals is None or not later:
        return goals, ()
    statements = ((area_of_life(g.area) or area_of_life(g.text), g) for g in later)
    return tuple(g for g in goals if g not in later), tuple(
        Postsecondary(a, g.text, g.place) for a, g in statements if a
    )


def _is_after_school(goal: Goal) -> bool:
    """A goal for the year has a level in trials or percent, a baseline or a method of its own, or objectives."""
    if not opens_after_school(goal.text.lower()) or goal.objectives:
        return False
    levels = {c.kind for c in goal.analysis.criteria} & {CriterionKind.PERCENT, CriterionKind.FRACTION}
    return not (levels or goal.baseline.filled or goal.criterion.filled or goal.method.filled)


_BY_WHEN = re.compile(r"^(?:By|In|Within|After|At the end of)\b")
_HOW_MUCH = re.compile(
    r"\d\s?(?:%|percent)|\b\d+ (?:out )?of \d+|"
    r"\b\d+ (?:words?|correct|times|minutes|consecutive|trials|sentences)\b"
)


def _is_goal_of_plan(draft: Draft, kind: Kind) -> bool:
    """A sentence outside all goal sections counts when the document calls it a goal, or when it is a plan and the
    sentence says by when and how much."""
    if draft.named or draft.columns or draft.objectives:
        return True
    return kind is Kind.IEP and bool(_BY_WHEN.match(draft.text) and _HOW_MUCH.search(draft.text))


def _take_present_levels(drafts: Sequence[Draft], sections: Sequence[Section]) -> None:
    """Forms that print the present levels anew above each goal say there where the child stands in this goal."""
    rows = [s for s in sorted(sections, key=_place_order) if s.key in ("present-levels", "annual-goals")]
    pairs = [(a, b) for a, b in pairwise(rows) if a.key == "present-levels" and b.key == "annual-goals"]
    if len(pairs) < 2 or any(_asks_for_baseline(draft) for draft in drafts):
        return
    for draft in drafts:
        own = [a for a, b in pairs if draft.place and _place_order(b) <= _draft_order(draft)]
        texts = [b for b in own[-1].blocks if re.search(r"\d", b.filled)] if own else []
        called = [b for b in texts if calls_baseline(b.label)]  # rather than the whole account
        texts = called[-1:] or texts
        if texts and "baseline" not in draft.columns:
            draft.put("baseline", " ".join(b.filled for b in texts), texts[0].place)


def _asks_for_baseline(draft: Draft) -> bool:
    """Whether the form has a place of its own for where the child stands in a goal."""
    return "baseline" in draft.columns or "baseline" in draft.asked


def _draft_order(draft: Draft) -> tuple[int, float]:
    assert draft.place is not None
    return draft.place.page, draft.place.box.bottom if draft.place.box else 0.0


def _place_order(section: Section) -> tuple[int, float]:
    place = section.heading_place
    return section.page, place.box.top if place and place.box else 0.0


def _goal(draft: Draft, dates: Dates, doubted: Collection[str] = ()) -> Goal:
    """`doubted` are the parts that may stand beside the goals in words that were not understood."""
    columns = {name: draft.column(name) for name in ("baseline", "criterion", "method", "schedule")}
    columns |= {name: unclear(NOT_UNDERSTOOD, draft.place) for name in doubted}
    objectives = tuple(text for text, _ in draft.objectives)
    stated, _ = apart_from_level(draft.text)
    analysis = _analyse(stated, {**columns, "timeframe": draft.column("timeframe")}, objectives, dates)
    assert draft.place is not None
    return Goal(
        label=draft.label,
        text=draft.text,
        place=draft.place,
        area=area_of(f"{draft.area} {draft.text}" if draft.area else draft.text),
        analysis=analysis,
        objectives=tuple(
            Objective(text, place, _analyse(text, {}, (), dates)) for text, place in draft.objectives
        ),
        **columns,
    )  # fmt: skip


def _analyse(
    text: str,
    columns: dict[str, Field[str]],
    objectives: Sequence[str],
    dates: Dates,
    postsecondary: bool | None = None,
) -> GoalAnalysis:
    said = {name: found.value or "" for name, found in columns.items()}
    return analyse_goal(
        text, objectives=objectives, postsecondary=postsecondary, start=_day(dates.start) or _day(dates.meeting),
        end=_day(dates.end) or _day(dates.annual_review), **said,
    )  # fmt: skip


def _day(found: Field[date]) -> date | None:
    return found.value if found.filled else None


def postsecondary_goal(statement: Postsecondary, number: int, dates: Dates) -> Goal:
    return Goal(
        label=f"Postsecondary goal {number}",
        text=statement.text,
        place=statement.place,
        area=statement.area.replace("_", "-"),
        analysis=_analyse(statement.text, {}, (), dates, postsecondary=True),
        baseline=_NOTHING,
        criterion=_NOTHING,
        method=_NOTHING,
        schedule=_NOTHING,
    )
