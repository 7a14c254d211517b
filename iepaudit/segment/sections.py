"""Blocks and headings -> sections of one part."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from iepaudit.model.document import UNCLEAR_BOX
from iepaudit.model.field import FieldState, Place
from iepaudit.model.iep import AIDS, Block, Section
from iepaudit.segment.blocks import Raw
from iepaudit.segment.cards import of_card
from iepaudit.segment.factor_rows import asks_for_services, is_considered
from iepaudit.segment.goal_openings import first_goal, states_goal
from iepaudit.segment.heading_styles import HeadingStyles
from iepaudit.segment.known_headings import HeadingMatch, headings
from iepaudit.segment.known_labels import goal_labels, labels, service_labels
from iepaudit.segment.section_ends import ends_inner, is_answer, is_in_value, may_end
from iepaudit.segment.table_parts import (
    BEFORE_GOALS,
    caption_length,
    goals_after_school,
    groups_services,
    names_goal_of_row,
    opened_by_heads,
)
from iepaudit.segment.words import follows, has_numbering, key_of, number_of, numbering_of

# What may open inside a goal without being one of the goal's own labels is rare; these end it anyway.
_INNER_GOALS = frozenset({"annual-goals", "objectives", "postsecondary-goals"})
_NO_PART_OF_GOALS = frozenset(
    {"team", "special-factors", "nonparticipation", "placement", "esy", "transfer-of-rights", "consent-notice",
     "parent-concerns"}
)  # fmt: skip
_HOLDS_GOALS = _INNER_GOALS | {"transition-services", "notes", "behavior", "consent-notice", "amendment", "esy"}
_OF_ONE_GOAL = re.compile(r"\bbaseline\b|\b(?:this|the|each) goal\b", re.IGNORECASE)
_YES_NO = re.compile(r"\W*(?:yes|no|n/?a)\W*", re.IGNORECASE)
_RAIL = re.compile(r"\W*(?:[A-Z]|[IVX]{1,5}|\d{1,2})\W*")  # "F" beside all rows of a part of the form
_SERVICES = frozenset({"special-education", "related-services"})
_HIGHER = 2.0  # points of layout evidence
_SERVED = _SERVICES | {"esy"}
_WITH_CARDS = _SERVED | AIDS
_ASKS = frozenset({"special-factors", "nonparticipation", "placement"})  # parts that ask whether services are needed
_GIVEN = (_SERVICES, frozenset({"supplementary-aids"}), frozenset({"team"}))
_NARRATIVE = frozenset({"notes", "behavior", "consent-notice", "amendment"})  # they speak of all parts of a plan


@dataclass(slots=True)
class _Span:
    key: str
    heading: str
    start: int  # first block, the heading included
    end: int = -1
    inner: bool = False
    body: int = -1  # first block behind the heading


def build_sections(
    raws: Sequence[Raw], blocks: Sequence[Block], matches: dict[int, tuple[HeadingMatch | None, float]],
    unreadable: frozenset[int], goals_at: int = -1,
) -> tuple[Section, ...]:  # fmt: skip
    """Sections in the order of their headings. `matches`: by block position, the heading that the block is, with its
    layout strength; `unreadable`: pages whose text could not be read; `goals_at`: where goals without a heading or a
    label that is known begin."""
    spans: list[_Span] = []
    shared = _rows_with_cells(raws)
    goals = frozenset(_table_of(r) for r in raws if r.first.column == 0 and goal_labels().name_of(r.text) == "goal")
    outer: _Span | None = None
    inner: _Span | None = None
    styles = HeadingStyles(raws, matches)
    number = ""  # of the last heading of a section that has one

    def close_inner(position: int) -> None:
        nonlocal inner
        if inner:
            inner.end = position
            inner = None

    def close_outer(position: int) -> None:
        nonlocal outer
        close_inner(position)
        if outer:
            outer.end = position
            outer = None

    for position, raw in enumerate(raws):
        opened = _opening(raws, position, matches, outer, styles)
        begin = position
        if position == goals_at:
            opened = ("annual-goals", raw.label or raw.text, False)
        if not opened and (opened := opened_by_heads(raws, position, outer.key if outer else "other")):
            begin -= caption_length(raws, position)
        if opened and outer and _is_item(raw, outer, position not in matches or matches[position][1] < styles.usual):
            key, heading, _ = opened
            opened = (key, heading, True) if key in headings().inside else None if key == "present-levels" else opened
        # a plan's first services, aids or list of people, under a heading set like that of the extended year or of the
        # behavior plan before them, are no part of that
        of_kind = next((kind for kind in _GIVEN if opened and opened[0] in kind), frozenset())
        first = bool(of_kind) and all(span.key not in of_kind for span in spans)
        beside = first and outer is not None and may_end(outer.key, raw) and styles.alike(position, outer.start)
        if opened and outer and not beside:
            higher = _stands_higher(position, outer, matches) or follows(number_of(raw.text), number)
            if _belongs(opened[0], outer, raw, shared, _in_table_of(outer, raws, position, goals), higher):
                opened = None
        if opened and outer and outer.key in _WITH_CARDS and of_card(raws, position, opened[0]):
            opened = None
        if opened and outer and outer.key in _SERVED and groups_services(raws, position, opened[0], outer.start):
            opened = None
        about = inner or outer
        if opened and about and goals_after_school(raws, position, opened[0], about.key):
            opened = None
        if opened and about and opened[0] == "annual-goals" and about.key not in _INNER_GOALS:
            opened = None if names_goal_of_row(raws, position) else opened
        if opened:
            key, heading, nests = opened
            if nests and outer and outer.key != key:
                close_inner(position)
                inner = _Span(key, heading, position, inner=True, body=position if raw.label else position + 1)
                spans.append(inner)
            elif not (outer and outer.key == key and key != "other" and _is_repeat(outer, heading, raws, position)):
                close_outer(begin)
                at_once = begin < position or position == goals_at or (raw.label and not raw.heading)
                body = begin if at_once else position + 1
                outer = _Span(key, heading, begin, body=body)
                spans.append(outer)
                number = number_of(raw.text) or number
            else:
                close_inner(position)
        elif (inner and inner.key == "objectives" and _ends_objectives(raws, position)) or (
            inner
            and position > inner.start
            and ends_inner(raw, raws[inner.start], shared)
            and not is_in_value(raws, position, inner.start)
            and not is_answer(raws, position, inner.start)
        ):
            close_inner(position)
    close_outer(len(raws))
    if goals_at < 0 and (told := _goals_without_heading(raws, spans)) is not None:
        return build_sections(raws, blocks, matches, unreadable, told)
    return tuple(_section(span, blocks, unreadable) for span in spans if span.end >= span.start)


def _ends_objectives(raws: Sequence[Raw], position: int) -> bool:
    """Whether another part of a goal, or the next goal, begins."""
    raw = raws[position]
    name = goal_labels().name_of(raw.label or raw.text)
    return states_goal(raws, position) or name not in (None, "objective")


def _goals_without_heading(raws: Sequence[Raw], spans: Sequence[_Span]) -> int | None:
    """Where the goals begin in a plan with present levels and services that has no part for goals by any heading."""
    keys = {span.key for span in spans}
    if "annual-goals" in keys or "present-levels" not in keys or not keys & _SERVICES:
        return None
    stretches = [(s.start + 1, s.end) for s in spans if not s.inner and s.key in BEFORE_GOALS]
    return next((at for stretch in stretches if (at := first_goal(raws, *stretch)) is not None), None)


def _table_of(raw: Raw) -> tuple[int, int | None]:
    return raw.first.page, raw.first.table


def _in_table_of(outer: _Span, raws: Sequence[Raw], position: int, goals: frozenset[tuple[int, int | None]]) -> bool:
    """Whether a block stands in a table that the open section has blocks in already, in rows above, or in a table of
    one goal with its parts right behind the heading of the goals."""
    line = raws[position].first
    if _table_of(raws[position]) in goals and line.row == 0 and position - outer.start <= 2:
        return True
    return any(
        (r.first.page, r.first.table) == (line.page, line.table) and r.first.row != line.row
        for r in raws[outer.start : position]
    )


def _stands_higher(position: int, outer: _Span, matches: dict[int, tuple[HeadingMatch | None, float]]) -> bool:
    """Whether a heading is set so much more strongly than that of the open section that it cannot be part of it."""
    own, above = matches.get(position), matches.get(outer.start)
    return own is not None and above is not None and own[1] >= above[1] + _HIGHER


def _belongs(
    key: str, outer: _Span, raw: Raw, shared: frozenset[tuple[int, int, int]], same_table: bool, higher: bool
) -> bool:
    """Whether a heading is part of the section that is open: by the data file, or as the label of a row in the
    table that holds a goal. `higher`: it is set more strongly than the heading of that section, or its number follows
    on the last one of a section."""
    if key in headings().keeps.get(outer.key, frozenset()) and not higher:
        numbered = numbering_of(raw.text) if raw.heading else None
        return numbered is None or numbered != numbering_of(outer.heading)
    line = raw.first
    if key in _NO_PART_OF_GOALS and outer.key in _INNER_GOALS:
        return False
    in_row = line.table is not None and line.row is not None and (line.page, line.table, line.row) in shared
    return in_row and same_table and outer.key in _INNER_GOALS


def _is_item(raw: Raw, outer: _Span, plain: bool) -> bool:
    """Whether a numbered label is one of a list of things to consider, under a heading that is not numbered so
    itself ("1. The strengths of the student: ...", "3. Results of the most recent evaluation: ...")."""
    kind = numbering_of(raw.printed) if plain else None
    return kind is not None and outer.key == "special-factors" and kind != numbering_of(outer.heading)


def _rows_with_cells(raws: Sequence[Raw]) -> frozenset[tuple[int, int, int]]:
    """(page, table, row) of rows in which more than one cell holds something besides a letter or number of its own."""
    columns: dict[tuple[int, int, int], set[int]] = {}
    for raw in raws:
        line = raw.first
        if _RAIL.fullmatch(raw.text):
            continue
        if line.table is not None and line.row is not None and line.column is not None:
            columns.setdefault((line.page, line.table, line.row), set()).add(line.column)
    return frozenset(key for key, own in columns.items() if len(own) > 1)


def _opening(
    raws: Sequence[Raw], position: int, matches: dict[int, tuple[HeadingMatch | None, float]], outer: _Span | None,
    styles: HeadingStyles,
) -> tuple[str, str, bool] | None:  # fmt: skip
    """(key, heading, nests) when a block opens a section."""
    raw = raws[position]
    named = raw.label or raw.text
    if outer and (raw.label or position in matches) and (below := headings().below(outer.key, named)):
        return below, named, True
    if position in matches:
        match, strength = matches[position]
        if (match is None or match.key not in _INNER_GOALS) and states_goal(raws, position):
            return None if outer and outer.key in _INNER_GOALS else ("annual-goals", raw.text, False)
        if match is None:
            return ("other", raw.text, False) if styles.ends_section(position) else None
        anew = match.key == "present-levels" and raw.first.table is None and len(raw.text.split()) > 4
        part_of_goal = outer is not None and outer.key in _INNER_GOALS and bool(goal_labels().name_of(raw.text))
        if part_of_goal and match.key == "objectives" and outer and outer.key == "annual-goals":
            return match.key, raw.text, True
        if part_of_goal and match.key == "present-levels" and _OF_ONE_GOAL.search(raw.text):
            return None
        if (
            part_of_goal
            and strength < styles.usual
            and not (match.key == "progress-schedule" and raw.text.rstrip().endswith("?"))
        ):
            return (match.key, raw.text, False) if anew else None
        lower = outer is not None and strength + _HIGHER <= matches.get(outer.start, (None, 0.0))[1]
        nests = match.inside and bool(outer) and (strength < styles.usual or lower or not match.whole)
        if outer and outer.key == "special-factors" and is_considered(match, raws, position):
            return None
        if outer and outer.key in _ASKS and asks_for_services(match, raw.text):
            return None
        return match.key, raw.text, nests
    if states_goal(raws, position) and (outer is None or outer.key not in _HOLDS_GOALS):
        return "annual-goals", raw.label or raw.text, False
    if raw.label:
        numbered = has_numbering(raw.printed)
        bold = bool(raw.words) and raw.words[0].bold and not all(w.bold for w in raw.words)
        in_plan = bold and not (outer and outer.key in ("team", "demographics"))  # not "Psychologist (test results):"
        match = headings().match(raw.label) or (headings().match_part(raw.label) if in_plan else None)
        if not match or (match.weak and not bold) or labels().name_of(raw.label) or raw.label[0].islower():
            return None
        if outer and outer.key == "special-factors" and is_considered(match, raws, position):
            return None
        if not match.whole and not (bold or numbered or len(raw.label.split()) > 3):
            return None
        of_safeguards = outer is not None and outer.key == "consent-notice" and match.key == "transfer-of-rights"
        if outer and outer.key in _NARRATIVE and not raw.label.isupper() and not (of_safeguards and match.whole):
            return None
        if outer and outer.key in _INNER_GOALS and goal_labels().name_of(raw.label):
            return None
        if outer and outer.key in _SERVICES and (of_service := service_labels().name_of(raw.label)):
            apart = raw.label.isupper() or (bold and raw.first.table is None)
            if of_service != "name" and re.search(r"\d", raw.text):
                return None  # "Minutes: 45" in bold type
            return (match.key, raw.label, False) if apart else None
        if outer and outer.key in _INNER_GOALS and _YES_NO.fullmatch(raw.text):
            return None  # "Transition goal: No"
        caps = raw.label.isupper() and len(raw.label) > 3
        barred = match.whole and raw.first.shaded and raw.first.bold  # "Transition: Living, Learning and Working"
        caps = caps or (barred and raw.first.column in (None, 0))
        if outer is None or caps or numbered:
            return match.key, raw.label, match.inside and not (caps or numbered) and outer is not None
        if match.inside or outer.key == "other":
            return match.key, raw.label, match.inside
        if bold or outer.key == "demographics":
            return match.key, raw.label, False
        return match.key, raw.label, True
    return None


def _is_repeat(outer: _Span, heading: str, raws: Sequence[Raw], position: int) -> bool:
    """ "Annual Goal" printed above each goal goes on with the section; the same title on a later page does too."""
    if outer.key == "present-levels" and raws[position].page != raws[outer.start].page:
        return key_of(heading) == key_of(outer.heading)  # behind a profile of the student, say
    return outer.key in (*_INNER_GOALS, "present-levels", "team", "special-education") or position - outer.start < 2


def _section(span: _Span, blocks: Sequence[Block], unreadable: frozenset[int]) -> Section:
    own = tuple(blocks[span.body if span.body >= 0 else span.start : span.end])
    first = blocks[span.start]
    state, why = _state(first, own, unreadable)
    heading_place = Place(first.place.page, first.place.box, span.heading)
    return Section(span.key, span.heading, first.place.page, state, own, heading_place, why)


def _state(first: Block, own: Sequence[Block], unreadable: frozenset[int]) -> tuple[FieldState, str]:
    if any(has_content(b.filled) for b in own):
        return FieldState.FILLED, ""
    last = own[-1].place.page if own else first.place.page
    hidden = sorted(p for p in unreadable if first.place.page <= p <= last + 1)
    if hidden:
        return FieldState.UNCLEAR, f"page {hidden[0]} could not be read"
    if any(UNCLEAR_BOX in b.text for b in own):
        return FieldState.UNCLEAR, "a check box could not be read"
    if any(b.template for b in own):
        return FieldState.TEMPLATE, ""
    return FieldState.BLANK, ""


def has_content(text: str) -> bool:
    return bool(re.search(r"\w", text))
