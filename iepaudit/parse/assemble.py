"""One part of a document -> Iep: calls each reader of this package once and puts the answers together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from iepaudit.model.document import Document, Page
from iepaudit.model.field import Field, Place, blank, filled, template
from iepaudit.model.iep import (
    AIDS,
    Accommodation,
    Block,
    Dates,
    Goal,
    Iep,
    Kind,
    Part,
    Placement,
    Section,
    Service,
    Student,
    Transition,
)
from iepaudit.parse.accommodations import find_accommodations
from iepaudit.parse.certainty import as_sure
from iepaudit.parse.dates import in_the_order_of
from iepaudit.parse.decisions import find_decisions
from iepaudit.parse.goals_of_plan import annual_and_later, goals_of, postsecondary_goal
from iepaudit.parse.languages import open_in_other_languages
from iepaudit.parse.needs import find_needs
from iepaudit.parse.people import find_team, narrated_names, subject_names
from iepaudit.parse.placement import find_placement
from iepaudit.parse.plan_dates import find_dates_of_plan
from iepaudit.parse.progress import find_method, find_schedule
from iepaudit.parse.service_former import with_headings_before
from iepaudit.parse.service_staff import with_staff
from iepaudit.parse.service_strays import ends_label_of_aids, services_among_aids, stray_services, without_reports
from iepaudit.parse.service_unread import in_doubt, unread_services
from iepaudit.parse.services import find_loose_services, find_services, start_with_plan
from iepaudit.parse.student import find_student
from iepaudit.parse.transition import KEYS, Postsecondary, empty_areas, find_postsecondary, id_of, section_text
from iepaudit.parse.values import blocks_of, header_values, labelled_values
from iepaudit.segment.known_labels import labels

SERVICE_KEYS = ("special-education", "related-services", "esy")
AID_KEYS = ("supplementary-aids", "assessment")
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
    goals, after_school = annual_and_later(() if empty_form else goals_of(part, dates))
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
    front of the first part of the plan, under any heading where the child's name or birth date or the day of a meeting
    or of a review has a label."""
    first = [s for n, s in enumerate(takewhile(lambda s: s.key == "other", sections)) if not n or _asks_for(s)]
    return [b for s in (*first, *(s for s in sections if s.key == "demographics")) for b in s.blocks]


def _asks_for(section: Section) -> bool:
    """Whether labels of a section ask for what stands on the cover of a plan."""
    return any(labels().name_of(b.label) in _COVER_LABELS for b in section.blocks if b.label)


_COVER_LABELS = ("student-name", "birth-date", "meeting-date", "annual-review-date")


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


def _services(part: Part, blocks: Sequence[Block], dates: Dates) -> tuple[Service, ...] | None:
    for_staff = {id(b) for s in part.sections if s.key == "personnel-supports" for b in s.blocks if b.table is None}
    own = [
        without_reports(replace(s, blocks=tuple(b for b in s.blocks if id(b) not in for_staff)), part.sections)
        for s in with_headings_before(part.sections)
        if (s.key in SERVICE_KEYS and not ends_label_of_aids(s, part.sections)) or _holds_instruction(s)
    ]
    aids = [s for s in part.sections if s.key in AIDS]
    strays = [*stray_services(part.sections, [*own, *aids]), *services_among_aids(aids)]
    if own or strays:
        return start_with_plan(find_services([*with_staff(own, part.sections), *strays]), part.sections, dates)
    loose = find_loose_services([b for b in blocks if not any(b in s.blocks for s in aids)])
    return loose or None


def _holds_instruction(section: Section) -> bool:
    """Program modifications under a heading, or a printed line above their table, that names specially designed
    instruction as well."""
    printed = [b.template for b in section.blocks if b.table is None and not b.filled]
    titles = [section.heading, *(text for text in printed if len(text.split()) <= _LONGEST_TITLE)]
    return section.key == "supplementary-aids" and any(map(_NAMES_INSTRUCTION.search, titles))


_NAMES_INSTRUCTION = re.compile(r"specially\s+designed\s+instruction|\bSDI\b", re.IGNORECASE)
_LONGEST_TITLE = 12  # words


def _accommodations(part: Part) -> tuple[Accommodation, ...] | None:
    own = [s for s in part.sections if s.key in AID_KEYS]
    others = {id(b) for s in services_among_aids(own) for b in s.blocks}
    own = [replace(s, blocks=tuple(b for b in s.blocks if id(b) not in others)) for s in own]
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
        goals=tuple(postsecondary_goal(s, n, dates) for n, s in enumerate(statements, start=1)),
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


def _first_names(goals: Sequence[Goal], sections: Sequence[Section], student: Student) -> tuple[Place, ...]:
    texts = [(g.text, g.place) for g in goals] + [(o.text, o.place) for g in goals for o in g.objectives]
    for section in sections:
        if section.key in ("nonparticipation", "placement", "impact", "esy"):
            texts += [(b.filled, b.place) for b in section.blocks if b.filled]
    return (*subject_names(texts), *narrated_names(sections))
