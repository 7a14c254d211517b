"""One part of a document -> Iep: calls each reader of this package once and puts the answers together."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from itertools import pairwise, takewhile

from iepaudit.model.document import Document, Page
from iepaudit.model.field import Field, FieldState, Place, blank, filled, template, unclear
from iepaudit.model.goal import CriterionKind, GoalAnalysis
from iepaudit.model.iep import (
    AIDS,
    Accommodation,
    Block,
    Dates,
    Goal,
    Iep,
    Kind,
    Objective,
    Part,
    Placement,
    Section,
    Service,
    Student,
    Transition,
)
from iepaudit.parse.accommodations import find_accommodations
from iepaudit.parse.areas import area_of
from iepaudit.parse.certainty import as_sure
from iepaudit.parse.dates import in_the_order_of
from iepaudit.parse.decisions import find_decisions
from iepaudit.parse.goal_unread import NOT_UNDERSTOOD, not_understood
from iepaudit.parse.goal_wording import calls_baseline, looks_like_goal
from iepaudit.parse.goals import Draft, fields_above, find_goals
from iepaudit.parse.grammar import analyse_goal
from iepaudit.parse.grammar.postsecondary import opens_after_school
from iepaudit.parse.languages import open_in_other_languages
from iepaudit.parse.needs import find_needs
from iepaudit.parse.people import find_team, narrated_names, subject_names
from iepaudit.parse.placement import find_placement
from iepaudit.parse.plan_dates import find_dates_of_plan
from iepaudit.parse.progress import find_method, find_schedule
from iepaudit.parse.service_strays import stray_services
from iepaudit.parse.service_unread import in_doubt, unread_services
from iepaudit.parse.services import find_loose_services, find_services, start_with_plan
from iepaudit.parse.student import find_student
from iepaudit.parse.transition import KEYS, Postsecondary, empty_areas, find_postsecondary, id_of, section_text
from iepaudit.parse.transition_areas import area_of_life
from iepaudit.parse.values import blocks_of, header_values, labelled_values
from iepaudit.segment.known_labels import goal_labels, labels

SERVICE_KEYS = ("special-education", "related-services", "esy")
AID_KEYS = ("supplementary-aids", "assessment")
GOAL_KEYS = ("annual-goals", "objectives")
_NO_GOALS = frozenset({"postsecondary-goals", "transition-services", "consent-notice", "team", "notes", "behavior"})
_DRAFT = re.compile(r"\bDRAFT\b|\bBORRADOR\b")
_NOTHING: Field[str] = blank()


def parse_part(document: Document, part: Part) -> Iep:
    """All that could be understood of one part of a document. A form that nobody filled in has no goals or services."""
    blocks = blocks_of(part)
    with in_the_order_of(b.text for b in blocks):
        return _parsed(document, part, blocks)


def _parsed(document: Document, part: Part, blocks: Sequence[Block]) -> Iep:
    values = labelled_values(blocks, _cover(part.sections))
    pages = [p for p in document.pages if part.first_page <= p.number <= part.last_page]
    values += header_values(pages, len(values))
    student = find_student(document, part, values)
    dates = find_dates_of_plan(values, blocks)
    unreadable = tuple(p.number for p in pages if not p.readable)
    empty_form = part.kind is Kind.BLANK_FORM
    goals, after_school = _apart(() if empty_form else _goals(part, dates))
    services = () if empty_form else _services(part, blocks, dates)
    unread = "" if empty_form else unread_services(part.sections, services)
    iep = Iep(
        kind=part.kind,
        student=student,
        dates=dates,
        sections=part.sections,
        goals=goals,
        services=in_doubt(services, unread) if services and unread else services,
        services_unread=unread,
        accommodations=() if empty_form else _accommodations(part),
        needs=None if empty_form else find_needs(part.sections),
        decisions=find_decisions(part.sections),
        team=find_team(part.sections),
        progress_schedule=find_schedule(part.sections),
        progress_method=find_method(part.sections),
        placement=find_placement(part.sections) if not empty_form else Placement(_NOTHING, _NOTHING, _NOTHING),
        transition=_transition(part.sections, dates, after_school),
        page_labels=_page_labels(pages),
        unreadable_pages=unreadable,
        first_names=_first_names(goals or (), part.sections, student),
        page_count=len(pages),
        partial="" if unreadable else _partial(part, len(pages)),
        draft=any(_marked_draft(page) for page in pages),
    )
    return open_in_other_languages(as_sure(iep, pages))


def _cover(sections: Sequence[Section]) -> list[Block]:
    """The blocks of the cover data: below the title, when it is the first heading, wherever a heading says so, and, in
    front of the first part of the plan, under any heading where the child's name or birth date has a label."""
    first = [s for n, s in enumerate(takewhile(lambda s: s.key == "other", sections)) if not n or _of_child(s)]
    return [b for s in (*first, *(s for s in sections if s.key == "demographics")) for b in s.blocks]


def _of_child(section: Section) -> bool:
    return any(labels().name_of(b.label) in ("student-name", "birth-date") for b in section.blocks if b.label)


def _marked_draft(page: Page) -> bool:
    """The word at the head of the page or in its running lines, across the page, or as a stamp; a longer note is a
    reader's remark about the plan."""
    marks = (*(line.text for line in (*page.running, *page.lines[:4])), *(n for n in page.annotations if len(n) <= 60))
    return any(_DRAFT.search(mark) for mark in marks)


def _page_labels(pages: Sequence[Page]) -> tuple[tuple[int, str], ...]:
    """Printed page numbers. A page that could not be read gets the number that its place in the file gives it, where
    the pages around it agree, so that it does not pass for a page that is not there."""
    found = {p.number: match for p in pages if (match := _COUNTED.search(p.label))}
    offsets = {int(match[1]) - number for number, match in found.items()}
    labels = {p.number: p.label for p in pages if p.label}
    if len(offsets) == 1 and found:
        offset, total = offsets.pop(), next(iter(found.values()))[2]
        for page in pages:
            if not page.label and not page.readable:
                labels[page.number] = f"Page {page.number + offset} of {total}"
    return tuple(sorted(labels.items()))


_COUNTED = re.compile(r"(\d{1,4})\s*(?:of|/)\s*(\d{1,4})", re.IGNORECASE)
_PILLARS = (("present-levels",), ("annual-goals", "objectives"), ("special-education", "related-services"))
_BODY = frozenset(
    {"present-levels", "annual-goals", "special-education", "related-services", "supplementary-aids",
     "nonparticipation", "placement", "assessment", "esy", "special-factors", "postsecondary-goals",
     "transition-services"}
)  # fmt: skip
FEW_PARTS = 5


def _partial(part: Part, pages: int) -> str:
    """Why a file seems to hold only some pages of a plan, "" when it holds a whole one. A set of forms is often passed
    on sheet by sheet, and what stands on the other sheets is not missing from the plan."""
    if part.kind is not Kind.IEP:
        return ""
    keys = {s.key for s in part.sections}
    absent = [names[0] for names in _PILLARS if not keys & set(names)]
    few = len(keys & _BODY) < FEW_PARTS
    if len(absent) >= 2 or (absent and few and pages <= 4):
        return "the file seems to hold only some pages of a plan"
    return ""


def _goals(part: Part, dates: Dates) -> tuple[Goal, ...] | None:
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
    for section in part.sections:
        if section.key in _NO_GOALS:
            continue
        drafts = [d for d in find_goals([section]) if looks_like_goal(d.text)]
        sure = [n for n, d in enumerate(drafts) if _is_goal_of_plan(d, part.kind)]
        yield from drafts[sure[0] : sure[-1] + 1] if sure else ()


def _apart(goals: tuple[Goal, ...] | None) -> tuple[tuple[Goal, ...] | None, tuple[Postsecondary, ...]]:
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
    analysis = _analyse(draft.text, {**columns, "timeframe": draft.column("timeframe")}, objectives, dates)
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


def _services(part: Part, blocks: Sequence[Block], dates: Dates) -> tuple[Service, ...] | None:
    own = [s for s in part.sections if s.key in SERVICE_KEYS or _holds_instruction(s)]
    aids = [s for s in part.sections if s.key in AIDS]
    strays = stray_services(part.sections, [*own, *aids])
    if own or strays:
        return start_with_plan(find_services([*own, *strays]), part.sections, dates)
    loose = find_loose_services([b for b in blocks if not any(b in s.blocks for s in aids)])
    return loose or None


def _holds_instruction(section: Section) -> bool:
    """Program modifications under a heading that names specially designed instruction as well."""
    return section.key == "supplementary-aids" and bool(
        re.search(r"specially\s+designed\s+instruction|\bSDI\b", section.heading, re.IGNORECASE)
    )


def _accommodations(part: Part) -> tuple[Accommodation, ...] | None:
    own = [s for s in part.sections if s.key in AID_KEYS]
    return find_accommodations(own) if own else None


def _transition(sections: Sequence[Section], dates: Dates, after_school: Sequence[Postsecondary]) -> Transition | None:
    """None when the plan has no transition part at all. `after_school`: statements found elsewhere."""
    if not after_school and not any(s.key in KEYS for s in sections):
        return None
    statements = find_postsecondary(sections)
    known = {id_of(s) for s in statements}
    statements += tuple(s for s in after_school if id_of(s) not in known)
    empty = empty_areas(sections)
    return Transition(
        education=_statement(statements, "education", sections, empty),
        employment=_statement(statements, "employment", sections, empty),
        independent_living=_statement(statements, "independent_living", sections, empty),
        goals=tuple(_postsecondary_goal(s, n, dates) for n, s in enumerate(statements, start=1)),
        assessment=section_text(sections, "transition-assessment"),
        services=section_text(sections, "transition-services"),
        course_of_study=section_text(sections, "course-of-study"),
    )


def _statement(
    found: Sequence[Postsecondary], area: str, sections: Sequence[Section], empty: dict[str, Place]
) -> Field[str]:
    own = next((s for s in found if s.area == area or area in s.shared), None)
    if own:
        return filled(own.text, own.place)
    if area in empty:
        return template(empty[area])
    missing = section_text(sections, "postsecondary-goals")
    return _NOTHING if missing.filled else missing


def _postsecondary_goal(statement: Postsecondary, number: int, dates: Dates) -> Goal:
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


def _first_names(goals: Sequence[Goal], sections: Sequence[Section], student: Student) -> tuple[Place, ...]:
    texts = [(g.text, g.place) for g in goals] + [(o.text, o.place) for g in goals for o in g.objectives]
    for section in sections:
        if section.key in ("nonparticipation", "placement", "impact", "esy"):
            texts += [(b.filled, b.place) for b in section.blocks if b.filled]
    return (*subject_names(texts), *narrated_names(sections))
