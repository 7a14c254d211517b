"""Model objects made by hand, so that reports are tested without reading a document. The child is invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from iepaudit.model.document import Grade, PageQuality
from iepaudit.model.field import FieldState, Place, blank, filled
from iepaudit.model.geometry import Box
from iepaudit.model.goal import Element, GoalAnalysis, Span, VagueTerm
from iepaudit.model.iep import (
    Block,
    Dates,
    Goal,
    Iep,
    Kind,
    Placement,
    Section,
    Service,
    Student,
)
from iepaudit.model.outcome import (
    Authority,
    Confidence,
    FileReport,
    Outcome,
    PartSummary,
    Problem,
    RuleResult,
    RunReport,
    Severity,
)

NAME = "Marisol Quenby"
BORN = date(2014, 3, 9)
EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"
GOAL = "By May 2027, Marisol will improve her reading."


def place(page: int = 1, quote: str = "") -> Place:
    return Place(page, Box(72, 310, 540, 352), quote)


def goal(text: str = GOAL, page: int = 6, **changes: object) -> Goal:
    at = text.find("improve")
    vague = (VagueTerm(Span("improve", at, at + 7), "change"),) if at >= 0 else ()
    analysis = GoalAnalysis(
        text=text,
        timeframe=Element(True, (Span("By May 2027", 0, 11),)),
        vague=vague,
        missing=("behavior", "criterion"),
    )
    made = Goal("Goal 1", text, place(page, text), "reading", analysis, blank(), blank(), blank(), blank())
    return replace(made, **changes)  # type: ignore[arg-type]


def service() -> Service:
    return Service(
        name="Speech-language therapy",
        category="related-service",
        place=place(7, "Speech-language therapy 30 minutes 2 x weekly"),
        amount=filled("30 minutes"),
        frequency=filled("2 x weekly"),
        location=filled("Speech room"),
        start=filled(date(2026, 8, 17)),
        end=filled(date(2027, 5, 28)),
        provider=filled("Ms. Okonjo"),
        minutes_per_week=60,
        text="Speech-language therapy 30 minutes 2 x weekly",
    )


def section(key: str, page: int, text: str = "words", state: FieldState = FieldState.FILLED) -> Section:
    block = Block("", text, text, "", place(page, text), ())
    return Section(key, key.replace("-", " ").title(), page, state, (block,) if text else ())


def iep(**changes: object) -> Iep:
    made = Iep(
        kind=Kind.IEP,
        student=Student(filled(NAME, place(1, NAME)), filled(BORN, place(1)), filled("6", place(1))),
        dates=Dates(filled(date(2026, 5, 12), place(1)), filled(date(2026, 8, 17)), blank(), blank(), blank(), blank()),
        sections=(
            section("present-levels", 2),
            section("parent-concerns", 3, "Her mother asks for help with reading at home."),
            section("annual-goals", 6),
            section("esy", 8, "", FieldState.TEMPLATE),
        ),
        goals=(goal(),),
        services=(service(),),
        accommodations=(),
        needs=None,
        decisions=(),
        team=None,
        progress_schedule=blank(),
        progress_method=blank(),
        placement=Placement(blank(), blank(), blank()),
        transition=None,
        page_count=8,
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def result(rule: str = "goal-no-criterion", **changes: object) -> RuleResult:
    made = RuleResult(
        rule=rule,
        id="IEP201",
        outcome=Outcome.ISSUE,
        severity=Severity.REQUIRED,
        confidence=Confidence.HIGH,
        at="goals[0]",
        title="A goal without a level to reach",
        message="Goal 1 does not say how much is enough.",
        question="How will we know that the goal was met?",
        suggest="Name a number and a unit.",
        explain="A goal is measurable when two readers agree whether it was met.",
        authority=(Authority("34 CFR 300.320(a)(2)(i)", "A"),),
        evidence=(place(6, GOAL),),
        searched=("Annual Goals, page 6",),
        rank=80,
        fingerprint="f1",
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def quality(grade: Grade = Grade.GOOD, reason: str = "") -> PageQuality:
    return PageQuality(grade, 0.97 if grade is Grade.GOOD else 0.1, reason, "text")


def file_report(**changes: object) -> FileReport:
    made = FileReport(
        path="plans/plan.pdf",
        sha256="0" * 64,
        kind=Kind.IEP,
        kind_evidence="Its title is Individualized Education Program.",
        pages=tuple(quality() for _ in range(8)),
        iep=iep(),
        results=(result(),),
        as_of="2026-05-12",
        parts=(PartSummary(Kind.IEP, "title", 1, 8, True),),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def unreadable(path: str = "plans/scan.pdf", reason: str = "no-text", message: str = "no text layer") -> FileReport:
    return FileReport(path, "", Kind.UNREADABLE, "", (), None, (), (Problem(reason, message),))


def other(path: str = "plans/letter.txt", kind: Kind = Kind.OTHER) -> FileReport:
    return FileReport(path, "", kind, "", (quality(),), None, (), (), ("This does not look like an IEP.",))


def run(*files: FileReport, code: int = 1) -> RunReport:
    return RunReport(files or (file_report(),), "0.1.0", "d1", "federal", code, ("1 required item not found",), 25)


def full_sheet():
    """A plan with as many questions as fit, each with a long reason, and all that a family wrote."""
    words = "By November 5, 2026, after reading a two-page article, she will write a summary of three sentences. "
    results = tuple(
        result(f"r{n}", question=f"{n}. What exact score or count would show us that my child has met this goal?",
               evidence=(place(3, words * 3),))
        for n in range(11)
    )  # fmt: skip
    return file_report(results=results, iep=iep(sections=(section("parent-concerns", 3, "She is tired. " * 60),)))
