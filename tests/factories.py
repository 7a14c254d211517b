"""Plans made by hand, so that rules are tested without reading a document. The child and the school are invented.

`sound_iep()` is a plan on which no rule of level required or gap may speak. Change one part at a time:

    without(sound_iep(), "impact")                       one section left out
    with_section(sound_iep(), "esy", "TBD")              one section with other words
    dataclasses.replace(sound_iep(), goals=(...,))       anything else
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from iepaudit.model.field import Field, FieldState, Place, blank, filled
from iepaudit.model.geometry import Box
from iepaudit.model.goal import ABSENT as ABSENT
from iepaudit.model.goal import (
    BehaviorKind,
    Criterion,
    CriterionKind,
    Element,
    GoalAnalysis,
    Quantity,
    Span,
)
from iepaudit.model.iep import (
    Accommodation,
    Answer,
    Block,
    Dates,
    Decision,
    Goal,
    Iep,
    Kind,
    Need,
    Participant,
    Placement,
    Section,
    Service,
    Student,
    Transition,
)

BOX = Box(72, 100, 540, 120)
MEETING = date(2026, 3, 2)
END = date(2027, 3, 1)
TEXTS: dict[str, tuple[int, str, str]] = {
    "demographics": (1, "Student Information", "Tamsin Okoro, grade 4"),
    "team": (1, "IEP Team", "Parent; general education teacher; special education teacher; LEA representative"),
    "present-levels": (
        2,
        "Present Levels of Academic Achievement and Functional Performance",
        "In reading Tamsin reads 62 words correct per minute (DIBELS probe of 02/10/2026).\n"
        "Attention: she starts work within one minute in 4 of 10 tasks (observation of 02/03/2026).\n"
        "The evaluation of May 2024 showed weak decoding (standard score 78). She works well with others.",
    ),
    "impact": (2, "Impact of Disability", "Slow decoding affects her progress in every subject with long texts."),
    "strengths": (2, "Strengths", "Kind, curious, tells stories well."),
    "parent-concerns": (2, "Parent Concerns", "Her mother is concerned about homework that takes two hours."),
    "special-factors": (3, "Special Factors", "Behavior does not impede learning. Assistive technology: audio books."),
    "annual-goals": (4, "Measurable Annual Goals", ""),
    "progress-method": (4, "How progress is measured", "Weekly probes and work samples kept by the teacher."),
    "progress-schedule": (4, "Reporting Progress", "Each quarter, with report cards."),
    "special-education": (5, "Special Education and Related Services", "See the rows."),
    "supplementary-aids": (5, "Supplementary Aids and Services", "Audio books in science, each lesson."),
    "personnel-supports": (5, "Supports for School Personnel", "None needed."),
    "nonparticipation": (
        6,
        "Least Restrictive Environment",
        "She leaves class 30 minutes a day because decoding is taught step by step to three children; a co-taught "
        "lesson was tried in fall and she read no more words. She joins lunch, recess and clubs with her class.",
    ),
    "assessment": (6, "State and District Assessment", "State reading test: extended time, small group."),
    "esy": (6, "Extended School Year", "Not needed: no loss after the winter break."),
}


def place(page: int = 1, quote: str = "") -> Place:
    return Place(page, BOX, quote)


def block(text: str, page: int = 1, *, template: str = "") -> Block:
    return Block("", text or template, text, template, place(page, text or template), ())


def section(
    key: str, text: str = "", *, page: int = 1, heading: str = "", template: str = "", state: FieldState | None = None
) -> Section:
    """A section with one block for each line of `text`."""
    name = heading or key.replace("-", " ").capitalize()
    blocks = tuple(block(line, page) for line in text.split("\n") if line)
    if template:
        blocks = (*blocks, block("", page, template=template))
    found = FieldState.FILLED if text else FieldState.TEMPLATE if template else FieldState.BLANK
    return Section(key, name, page, state or found, blocks, place(page, name))


def element(text: str, source: str = "text") -> Element:
    return Element(True, (Span(text, 0, len(text)),), source)


def analysis(text: str, **changes: Any) -> GoalAnalysis:
    """A sound goal taken apart; pass `criterion=ABSENT` and the like to take something out."""
    made = GoalAnalysis(
        text=text,
        timeframe=element("By March 2027"),
        condition=element("given a passage"),
        learner=element("Tamsin"),
        behavior=element("read aloud"),
        criterion=element("90 words correct per minute"),
        method=element("weekly probe", "method"),
        baseline=element("62 words correct per minute", "baseline"),
        behavior_kind=BehaviorKind.OBSERVABLE,
        behavior_phrase=Span("read aloud", 0, 10),
        criteria=(Criterion(CriterionKind.RATE, Span("90 words", 0, 8), 90.0, None, "word per minute", "at-least"),),
        baselines=(Quantity(62.0, "word per minute", Span("62 words", 0, 8)),),
        deadline=date(2027, 2, 26),
        measurable=True,
    )
    return replace(made, **changes)


def goal(text: str = "", *, page: int = 4, **changes: Any) -> Goal:
    """A sound reading goal. Changes to `analysis=` are a GoalAnalysis; other names are fields of Goal."""
    words = text or "By March 2027, given a passage, Tamsin will read aloud 90 words correct per minute."
    made = Goal(
        label="Goal 1",
        text=words,
        place=place(page, words),
        area="reading",
        analysis=analysis(words),
        baseline=filled("62 words correct per minute", place(page, "62 words correct per minute")),
        criterion=filled("90 words correct per minute", place(page, "90 words correct per minute")),
        method=filled("weekly probe", place(page, "weekly probe")),
        schedule=filled("quarterly", place(page, "quarterly")),
    )
    return replace(made, **changes)


def service(name: str = "Reading instruction", **changes: Any) -> Service:
    text = f"{name}, 30 minutes, 5 x weekly, resource room, 03/09/2026 to 03/01/2027"
    made = Service(
        name=name,
        category="special-education",
        place=place(5, text),
        amount=filled("30 minutes", place(5, "30 minutes")),
        frequency=filled("5 x weekly", place(5, "5 x weekly")),
        location=filled("resource room", place(5, "resource room")),
        start=filled(date(2026, 3, 9), place(5, "03/09/2026")),
        end=filled(END, place(5, "03/01/2027")),
        provider=filled("special education teacher", place(5, "special education teacher")),
        minutes_per_week=150,
        text=text,
    )
    return replace(made, **changes)


def sound_iep(**changes: Any) -> Iep:
    """A plan for a fourth-grader in which every required part is there."""
    at = place(1, "cover")
    sections = tuple(section(key, text, page=page, heading=head) for key, (page, head, text) in TEXTS.items())
    names = ("behavior", "english-learner", "vision", "hearing", "communication", "assistive-technology", "esy")
    second = "By March 2027, Tamsin will start work within one minute in 8 of 10 tasks."
    goals = (
        goal(),
        goal(
            second,
            label="Goal 2",
            area="attention",
            analysis=analysis(
                second,
                behavior_phrase=Span("start work", 0, 10),
                criteria=(Criterion(CriterionKind.FRACTION, Span("8 of 10", 0, 7), 8.0, 10.0, "trial", "at-least"),),
                baselines=(Quantity(4.0, "trial", Span("4 of 10", 0, 7), 10.0),),
            ),
        ),
    )
    made = Iep(
        kind=Kind.IEP,
        student=Student(filled("Tamsin Okoro", at), filled(date(2016, 5, 14), at), filled("4", at)),
        dates=Dates(
            meeting=filled(MEETING, at),
            start=filled(date(2026, 3, 9), at),
            end=filled(END, at),
            annual_review=filled(END, at),
            evaluation=filled(date(2024, 5, 20), at),
            reevaluation=filled(date(2027, 5, 19), at),
        ),
        sections=sections,
        goals=goals,
        services=(service(), service("Study skills instruction")),
        accommodations=(
            Accommodation("Extended time: time and a half on tests", place(5, "Extended time"), "both"),
            Accommodation("Seat near the teacher", place(5, "Seat near the teacher"), "classroom"),
        ),
        needs=(Need("reading", place(2, "weak decoding")), Need("attention", place(2, "starts work"))),
        decisions=tuple(
            Decision(n, Answer.YES if n == "assistive-technology" else Answer.NO, place(3, n)) for n in names
        ),
        team=tuple(
            Participant(role, place(1, role))
            for role in ("Parent", "General education teacher", "Special education teacher", "LEA representative")
        ),
        progress_schedule=filled("Each quarter, with report cards", place(4, "Each quarter")),
        progress_method=filled("Weekly probes", place(4, "Weekly probes")),
        placement=Placement(
            statement=filled(TEXTS["nonparticipation"][2], place(6, "She leaves class")),
            extent=filled("30 minutes a day", place(6, "30 minutes a day")),
            reason=filled("decoding is taught step by step", place(6, "because decoding")),
        ),
        transition=None,
        page_labels=tuple((n, f"Page {n} of 6") for n in range(1, 7)),
        first_names=(place(4, "Tamsin"), place(4, "Tamsin")),
        page_count=6,
    )
    return replace(made, **changes)


def teenager(**changes: Any) -> Iep:
    """The same plan for an eleventh-grader, with every part on life after school."""
    base = sound_iep()
    after = "After graduation, Tamsin will enroll in a community college and will work as a dental assistant."
    at = place(7, after)
    extra = (
        section("postsecondary-goals", after, page=7),
        section("transition-assessment", "Career interest inventory, 01/12/2026: health care.", page=7),
        section("transition-services", "Job shadowing at a dental office in May, arranged by the counselor.", page=7),
        section("course-of-study", "Grade 11: English 11, Algebra 2, Biology, Health Careers I.", page=7),
        section("transfer-of-rights", "Tamsin was informed on 03/02/2026 of the rights that transfer at 18.", page=7),
        section("vision", "Tamsin stated that she wants to work with people.", page=7),
    )
    outcome = goal(after, page=7, analysis=analysis(after, postsecondary=True, deadline=None), label="After school")
    made = replace(
        base,
        student=replace(base.student, birth_date=filled(date(2009, 5, 14), at), grade=filled("11", at)),
        sections=(*base.sections, *extra),
        transition=Transition(
            education=filled("community college", at),
            employment=filled("dental assistant", at),
            independent_living=blank(),
            goals=(outcome,),
            assessment=filled("Career interest inventory", at),
            services=filled("Job shadowing", at),
            course_of_study=filled("Health Careers I", at),
        ),
        team=(*(base.team or ()), Participant("Student", at)),
        page_count=7,
        page_labels=(),
    )
    return replace(made, **changes)


def without(iep: Iep, *keys: str) -> Iep:
    """The plan without the sections of these keys."""
    return replace(iep, sections=tuple(s for s in iep.sections if s.key not in keys))


def with_section(iep: Iep, key: str, text: str = "", **settings: Any) -> Iep:
    """The plan with one section of this key, which replaces any that is there."""
    old = next((s for s in iep.sections if s.key == key), None)
    page = old.page if old is not None else 1
    made = section(key, text, page=page, **settings)
    if old is None:
        return replace(iep, sections=(*iep.sections, made))
    return replace(iep, sections=tuple(made if s is old else s for s in iep.sections if s.key != key or s is old))


def nothing(field: Field[Any]) -> Field[Any]:
    """The same field with nothing in it, at its place."""
    return blank(field.place)
