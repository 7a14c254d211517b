"""An IEP as understood: the parts that 34 CFR 300.320 to 300.324 name, each with where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from iepaudit.model.document import Line
from iepaudit.model.field import Field, FieldState, Place, blank
from iepaudit.model.goal import GoalAnalysis

NOT_STATED: Field[str] = blank()


class Kind(StrEnum):
    IEP = "iep"
    BLANK_FORM = "blank-form"
    PLAN_504 = "504-plan"
    EVALUATION_REPORT = "evaluation-report"
    PROGRESS_REPORT = "progress-report"
    BEHAVIOR_PLAN = "behavior-plan"
    PRIOR_WRITTEN_NOTICE = "prior-written-notice"
    MEETING_NOTICE = "meeting-notice"
    IFSP = "ifsp"
    SERVICES_PLAN = "services-plan"
    AMENDMENT = "amendment"
    SUMMARY_OF_PERFORMANCE = "summary-of-performance"
    OTHER = "other"
    UNREADABLE = "unreadable"


SECTION_KEYS = (
    "demographics",
    "team",
    "present-levels",
    "impact",
    "strengths",
    "parent-concerns",
    "vision",
    "special-factors",
    "annual-goals",
    "objectives",
    "progress-method",
    "progress-schedule",
    "special-education",
    "related-services",
    "supplementary-aids",
    "personnel-supports",
    "nonparticipation",
    "placement",
    "assessment",
    "esy",
    "postsecondary-goals",
    "transition-services",
    "transition-assessment",
    "course-of-study",
    "transfer-of-rights",
    "behavior",
    "consent-notice",
    "notes",
    "amendment",
)
AIDS = frozenset({"supplementary-aids", "personnel-supports"})  # what is given beside services


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a list item, a label with its value, or what one table cell holds of these.

    `label` and `text` are as printed ("Baseline", "42 words a minute"); `filled` and `template` tell apart what
    somebody wrote and the form's own words, each "" when there is none.
    """

    label: str
    text: str
    filled: str
    template: str
    place: Place
    lines: tuple[Line, ...]
    bullet: bool = False
    table: int | None = None  # index into Page.tables of the page it starts on
    row: int | None = None
    column: int | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of a document under one heading. `key` is one of SECTION_KEYS, or "other" for any other heading.
    A section inside another one (a "Strengths:" line among the present levels) is also part of the outer one."""

    key: str
    heading: str  # as printed
    page: int
    state: FieldState
    blocks: tuple[Block, ...] = ()
    heading_place: Place | None = None
    why: str = ""  # for unclear
    doubtful: str = ""  # why something may stand there that was not read, "" when all of it was

    @property
    def filled_text(self) -> str:
        return "\n".join(b.filled for b in self.blocks if b.filled)

    @property
    def template_text(self) -> str:
        return "\n".join(b.template for b in self.blocks if b.template)


@dataclass(frozen=True, slots=True)
class Part:
    """One of the documents in a file: most files hold one, packets several. Pages count from 1, both ends included."""

    kind: Kind
    evidence: str  # a plain sentence: what told the kind
    first_page: int
    last_page: int
    title: str
    sections: tuple[Section, ...]
    state: str = ""  # two-letter code when the form tells it, else ""
    template: frozenset[str] = frozenset()  # section keys that the form prints, filled or not


@dataclass(frozen=True, slots=True)
class Student:
    name: Field[str]
    birth_date: Field[date]
    grade: Field[str]
    names_in_headers: tuple[Place, ...] = ()  # names that running headers print, for finding another child's page


@dataclass(frozen=True, slots=True)
class Dates:
    meeting: Field[date]
    start: Field[date]
    end: Field[date]
    annual_review: Field[date]
    evaluation: Field[date]
    reevaluation: Field[date]


@dataclass(frozen=True, slots=True)
class Objective:
    text: str
    place: Place
    analysis: GoalAnalysis


@dataclass(frozen=True, slots=True)
class Goal:
    label: str  # "Goal 1", as printed or counted
    text: str
    place: Place
    area: str  # reading, math, writing, speech, ... or "" when none could be told
    analysis: GoalAnalysis  # of the text together with its columns and objectives
    baseline: Field[str]
    criterion: Field[str]
    method: Field[str]
    schedule: Field[str]
    objectives: tuple[Objective, ...] = ()


@dataclass(frozen=True, slots=True)
class Service:
    """One row or sentence that promises a service (34 CFR 300.320(a)(4), (a)(7))."""

    name: str
    category: str  # special-education, related-service, supplementary-aid, personnel-support, esy
    place: Place
    amount: Field[str]  # minutes or hours as printed
    frequency: Field[str]  # "2 x weekly"
    location: Field[str]
    start: Field[date]
    end: Field[date]
    provider: Field[str]
    minutes_per_week: int | None  # set only where amount and frequency are both stated
    text: str  # the whole row or sentence


@dataclass(frozen=True, slots=True)
class Accommodation:
    text: str
    place: Place
    category: str  # classroom, testing, both
    frequency: Field[str] = NOT_STATED
    location: Field[str] = NOT_STATED


@dataclass(frozen=True, slots=True)
class Need:
    """A need that the present levels name."""

    area: str
    place: Place


class Answer(StrEnum):
    YES = "yes"
    NO = "no"
    BOTH = "both"  # both boxes of a pair are marked
    NEITHER = "neither"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Decision:
    """A yes/no question of the form, with its answer. `name`: behavior, english-learner, vision, hearing,
    communication, assistive-technology, alternate-assessment, esy, transition. `said`: what somebody wrote in the
    place that the form has for more about it."""

    name: str
    answer: Answer
    place: Place
    said: str = ""


@dataclass(frozen=True, slots=True)
class Participant:
    role: str
    place: Place


@dataclass(frozen=True, slots=True)
class Placement:
    statement: Field[str]  # all that is said about participation with nondisabled children
    extent: Field[str]  # how much time, which settings
    reason: Field[str]  # why
    full_participation: bool = False
    percent_general: float | None = None
    percent_least: float | None = None  # the ends of a range that was marked ("40-79%", "80% or more") instead
    percent_most: float | None = None
    percent_of_minutes: float | None = None  # of the week in general education, by the form's own totals of minutes


@dataclass(frozen=True, slots=True)
class Transition:
    education: Field[str]
    employment: Field[str]
    independent_living: Field[str]
    goals: tuple[Goal, ...] = ()
    assessment: Field[str] = NOT_STATED
    services: Field[str] = NOT_STATED
    course_of_study: Field[str] = NOT_STATED


@dataclass(frozen=True, slots=True)
class Iep:
    """Collections are None when their section was never found (so nothing can be said), and empty when it was
    found and holds none."""

    kind: Kind
    student: Student
    dates: Dates
    sections: tuple[Section, ...]
    goals: tuple[Goal, ...] | None
    services: tuple[Service, ...] | None
    accommodations: tuple[Accommodation, ...] | None
    needs: tuple[Need, ...] | None
    decisions: tuple[Decision, ...]
    team: tuple[Participant, ...] | None
    progress_schedule: Field[str]
    progress_method: Field[str]
    placement: Placement
    transition: Transition | None
    page_labels: tuple[tuple[int, str], ...] = ()
    unreadable_pages: tuple[int, ...] = ()
    first_names: tuple[Place, ...] = ()  # given names that stand where the child is the subject
    page_count: int = 0
    draft: bool = False
    services_unread: str = ""  # why more services may stand in the plan than were read, "" when all was understood
    partial: str = ""  # why only some of a plan seems to be here to be read, "" when it holds a whole one
    language: str = ""  # that the larger part of the plan is written in, "" for English

    def sections_of(self, *keys: str) -> tuple[Section, ...]:
        return tuple(s for s in self.sections if s.key in keys)

    def decision(self, name: str) -> Decision | None:
        return next((d for d in self.decisions if d.name == name), None)
