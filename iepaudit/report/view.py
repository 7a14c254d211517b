"""What a report for people says, and in which order, whatever its format: pure functions of a FileReport."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import assert_never

from iepaudit.model.document import Grade
from iepaudit.model.field import Field, FieldState
from iepaudit.model.iep import Goal, Iep, Kind
from iepaudit.model.outcome import FileReport, Outcome, RuleResult, Severity
from iepaudit.report.kinds import NOUNS

SEVERITY_TITLES: dict[Severity, str] = {
    Severity.REQUIRED: "Required by law, not found in this file",
    Severity.GAP: "Likely gaps, or parts that do not fit together",
    Severity.ADVICE: "Could be clearer",
}
REVIEW_TITLE = "Could not be decided; please look"
ELSEWHERE_TITLE = "To look for on other pages"

NOT_CHECKABLE = (
    "Whether the goals are ambitious enough, and right for this child.",
    "Whether the services are given as written.",
    "What was said at the meeting, and papers that are not in this file.",
)


def issues(report: FileReport) -> tuple[RuleResult, ...]:
    """Findings, those that weigh most first: severity, then rank, then place in the file."""
    return tuple(sorted((r for r in report.results if r.outcome is Outcome.ISSUE and _open(r)), key=order))


def reviews(report: FileReport) -> tuple[RuleResult, ...]:
    """What could not be decided for a reason of its own; see `elsewhere` for the others."""
    return tuple(r for r in _undecided(report) if not r.file_wide)


def elsewhere(report: FileReport) -> tuple[str, tuple[str, ...]]:
    """What could not be decided because of the file as a whole (unread pages, single sheets of a plan): the reason, and
    the questions that stay open, each once; ("", ()) for a file that was read whole."""
    open_ = [r for r in _undecided(report) if r.file_wide]
    asked = dict.fromkeys(r.question or r.title for r in open_ if "(not stated)" not in r.question)
    return (open_[0].file_wide, tuple(asked)) if asked else ("", ())


def _undecided(report: FileReport) -> tuple[RuleResult, ...]:
    return tuple(sorted((r for r in report.results if r.outcome is Outcome.REVIEW and _open(r)), key=order))


def tells_where(result: RuleResult) -> bool:
    """Whether what was looked at says where something was not found, rather than which fields a check compared."""
    return any(re.match(r"pages? \d|the whole text", s) for s in result.searched)


def _open(result: RuleResult) -> bool:
    return not result.suppressed and not result.known


def order(result: RuleResult) -> tuple[object, ...]:
    confidence = {"high": 0, "medium": 1, "low": 2}[result.confidence.value]
    first = result.evidence[0].page if result.evidence else 0
    return (-result.severity.weight, -result.rank, confidence, first, result.id, result.at)


def shown(report: FileReport) -> FileReport:
    """`report` for people: where the whole text begins is no evidence that something is nowhere in it."""
    if report.iep is None:
        return replace(report, results=tuple(_once(r) for r in report.results))
    blocks = (b for s in report.iep.sections for b in s.blocks if b.filled)
    start = next((b.place for b in blocks), None)

    def cleaned(result: RuleResult) -> RuleResult:
        if result.at != "document" or result.match or not result.searched:
            return _once(result)
        return _once(replace(result, evidence=tuple(p for p in result.evidence if p != start)))

    return replace(report, results=tuple(cleaned(r) for r in report.results))


def _once(result: RuleResult) -> RuleResult:
    """Without evidence that reads the same as another piece of it on the same page."""
    return replace(result, evidence=tuple({(p.page, p.quote): p for p in reversed(result.evidence)}.values())[::-1])


_SEARCHED = re.compile(r" \(searched: [^()]*\)")


def plain(message: str) -> str:
    """A finding without where was looked, for headlines: the finding itself says that in full."""
    return _SEARCHED.sub("", message)


def pages_of(result: RuleResult) -> tuple[int, ...]:
    return tuple(sorted({p.page for p in result.evidence}))


def page_words(pages: Iterable[int], *, short: bool = True) -> str:
    """ "p. 4", "pp. 4, 6-8", or ""."""
    runs: list[list[int]] = []
    for n in sorted(set(pages)):
        if runs and n == runs[-1][1] + 1:
            runs[-1][1] = n
        else:
            runs.append([n, n])
    if not runs:
        return ""
    text = ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in runs)
    many = len(runs) > 1 or runs[0][0] != runs[0][1]
    if short:
        return f"pp. {text}" if many else f"p. {text}"
    return f"pages {text}" if many else f"page {text}"


def what_it_is(report: FileReport) -> str:
    """One sentence: the kind of document, its length, and how well it could be read."""
    if report.kind is Kind.UNREADABLE:
        return "This file could not be read."
    n = len(report.pages)
    pages = "1 page" if n == 1 else f"{n} pages"
    unread = [i for i, q in enumerate(report.pages, start=1) if q.grade in (Grade.POOR, Grade.UNREADABLE)]
    fair = [i for i, q in enumerate(report.pages, start=1) if q.grade is Grade.FAIR]
    if unread:
        read = f"{page_words(unread, short=False)} could not be read".capitalize()
    elif fair:
        read = f"every page was read, {page_words(fair, short=False)} with some doubt".capitalize()
    else:
        read = "Every page was read"
    if report.kind is Kind.OTHER:
        return f"{pages[0].upper()}{pages[1:]}. {read}."
    verb = "looks like" if report.kind is not Kind.IEP else "is"
    partial = f" {_sentence(report.iep.partial)}" if report.iep and report.iep.partial else ""
    what = f"This {verb} {NOUNS[report.kind]}, {pages}."
    if len(report.parts) > 1:
        what = f"This file holds {len(report.parts)} documents, {pages} in all: {_parts(report)}."
    return f"{what} {read}.{partial}"


def dates_line(report: FileReport) -> str:
    """ "Meeting 2025-11-06; plan from 2025-11-10 to 2026-11-05." or ""."""
    if report.iep is None:
        return ""
    dates = report.iep.dates
    parts = []
    if dates.meeting.value:
        parts.append(f"meeting {dates.meeting.value.isoformat()}")
    if dates.start.value and dates.end.value:
        parts.append(f"plan from {dates.start.value.isoformat()} to {dates.end.value.isoformat()}")
    if report.as_of:
        parts.append(f"ages and deadlines as of {report.as_of}")
    return _sentence("; ".join(parts)) if parts else ""


def _parts(report: FileReport) -> str:
    """ "pages 1 to 3 an IEP; page 4 a progress report, not audited"."""
    said = []
    for part in report.parts:
        one = part.first_page == part.last_page
        pages = f"page {part.first_page}" if one else f"pages {part.first_page} to {part.last_page}"
        said.append(f"{pages} {NOUNS[part.kind]}" + ("" if part.audited else ", not audited"))
    return "; ".join(said)


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."


GROUPS: dict[str, str] = {
    "parts": "Required parts",
    "goals": "Goals",
    "services": "Services and supports",
    "placement": "Placement, tests, breaks",
    "transition": "After high school",
    "thread": "How the parts fit together",
    "dates": "Dates, names, pages",
    "form": "Form and wording",
    "other": "Other",
}


def group_of(result: RuleResult) -> str:
    """The part of a plan that a result is about, a key of GROUPS: rules are numbered by it."""
    number = result.id[3:4] if result.id.startswith("IEP") else ""
    return list(GROUPS)[int(number) - 1] if number in tuple("12345678") else "other"


def tally(report: FileReport) -> str:
    """ "2 required items not found, 1 likely gap"; a count of things to ask about, never a mark."""
    found = issues(report)
    words = {
        Severity.REQUIRED: ("required item not found", "required items not found"),
        Severity.GAP: ("likely gap", "likely gaps"),
        Severity.ADVICE: ("thing that could be clearer", "things that could be clearer"),
    }
    parts = []
    for severity, (one, many) in words.items():
        n = sum(1 for r in found if r.severity is severity)
        if n:
            parts.append(f"{n} {one if n == 1 else many}")
    undecided = len(reviews(report))
    if undecided:
        parts.append(f"{undecided} to check by eye")
    return ", ".join(parts)


def all_there(report: FileReport) -> str:
    """A sentence that says so when every part that the law names was found, "" otherwise."""
    parts = [c for c in components(report) if c.mark is not Mark.NOT_NEEDED]
    if report.kind is not Kind.IEP or not parts or any(c.mark is not Mark.FOUND for c in parts):
        return ""
    return "Every part that the law names was found."


def what_to_do(report: FileReport) -> str:
    """A next step for a file that could not be read, "" where the reason says it already."""
    if report.kind is Kind.UNREADABLE and any(p.reason == "no-text" for p in report.problems):
        return (
            "You can ask the school for the plan as a file from the program that it was written with, instead of a "
            "scan on paper: pages that are pictures cannot be searched."
        )
    return ""


class Mark(StrEnum):
    FOUND = "found"
    MISSING = "missing"
    UNSURE = "unsure"
    NOT_NEEDED = "not-needed"


@dataclass(frozen=True, slots=True)
class Component:
    """A part that 34 CFR 300.320 names, and what was found of it."""

    title: str
    cite: str
    mark: Mark
    note: str  # "p. 4", "not found", "could not be read"


@dataclass(frozen=True, slots=True)
class _Part:
    title: str
    cite: str
    keys: tuple[str, ...]
    rules: tuple[str, ...] = ()  # rules that decide it when no section of these keys is filled
    when_asked: bool = False  # shown only when it applies or is there


_PARTS = (
    _Part("What the child can do now (present levels)", "(a)(1)", ("present-levels",), ("present-levels-missing",)),
    _Part("How the disability affects learning", "(a)(1)(i)", ("impact",), ("impact-statement-missing",)),
    _Part("Goals for the year", "(a)(2)", ("annual-goals",), ("goals-section-missing",)),
    _Part("How progress is measured", "(a)(3)(i)", ("progress-method",), ("progress-method-missing",)),
    _Part("When progress is reported", "(a)(3)(ii)", ("progress-schedule",), ("progress-schedule-missing",)),
    _Part(
        "Special education and related services",
        "(a)(4)",
        ("special-education", "related-services"),
        ("special-education-missing", "services-missing"),
    ),
    _Part("Supports and accommodations", "(a)(4)", ("supplementary-aids",)),
    _Part("Training or help for staff", "(a)(4)", ("personnel-supports",), ("personnel-supports-silent",)),
    _Part(
        "Time away from other children, and why",
        "(a)(5)",
        ("nonparticipation", "placement"),
        ("nonparticipation-explanation",),
    ),
    _Part("State and district tests", "(a)(6)", ("assessment",), ("testing-accommodations-blank",)),
    _Part("Goals for after high school", "(b)(1)", ("postsecondary-goals",), ("psg-missing",), True),
    _Part("Steps toward life after school", "(b)(2)", ("transition-services",), ("transition-services-empty",), True),
    _Part("Rights that pass to the student", "(c)", ("transfer-of-rights",), ("transfer-of-rights-missing",), True),
)


def components(report: FileReport) -> tuple[Component, ...]:
    """The parts that the law names, in its order; those for older students only where they apply or are there."""
    if report.iep is None:
        return ()
    if report.iep.kind is Kind.BLANK_FORM:
        return tuple(_room(part, report.iep) for part in _PARTS)
    by_rule = {r.rule: r for r in sorted(report.results, key=lambda r: r.outcome is Outcome.ISSUE)}
    found = (_component(part, report.iep, by_rule) for part in _PARTS)
    return tuple(c for c in found if c is not None)


def _room(part: _Part, iep: Iep) -> Component:
    """Whether a blank form has a place for a part."""
    pages = [s.page for s in iep.sections_of(*part.keys)]
    cite = f"300.320{part.cite}"
    if pages:
        return Component(part.title, cite, Mark.FOUND, page_words(pages[:3]))
    needed = Mark.NOT_NEEDED if part.when_asked else Mark.UNSURE
    return Component(part.title, cite, needed, "no place for it was recognized")


_UNDECIDED = (Mark.UNSURE, "could not be decided")


def _component(part: _Part, iep: Iep, by_rule: dict[str, RuleResult]) -> Component | None:
    cite = f"300.320{part.cite}"
    sections = iep.sections_of(*part.keys)
    ruled = [by_rule[name] for name in part.rules if name in by_rule]
    outcomes = {r.outcome for r in ruled}
    filled = [s.page for s in sections if s.state is FieldState.FILLED]
    filled += _pages_elsewhere(part, iep)

    def say(mark: Mark, note: str) -> Component:
        return Component(part.title, cite, mark, note)

    if Outcome.ISSUE in outcomes and not filled:
        return say(
            Mark.MISSING, "not found" if not sections else f"{page_words([sections[0].page])}, nothing filled in"
        )
    if filled:
        return say(Mark.FOUND, page_words(sorted(set(filled))[:3]))
    unread = [s.page for s in sections if s.state is FieldState.UNCLEAR]
    if unread:
        return say(Mark.UNSURE, f"{page_words(unread[:3])}, could not be read")
    if Outcome.REVIEW in outcomes:
        return say(
            Mark.UNSURE, f"{page_words([sections[0].page])}, please look" if sections else "could not be decided"
        )
    if Outcome.PASS in outcomes:
        pages = [p.page for r in ruled for p in r.evidence]
        return say(Mark.FOUND, page_words(pages[:3]) or "found under another heading")
    if Outcome.NOT_APPLICABLE in outcomes or (part.when_asked and not sections):
        if part.when_asked:
            return None
        return say(*_UNDECIDED) if iep.unreadable_pages else say(Mark.NOT_NEEDED, "not needed here")
    if sections:
        return say(Mark.UNSURE, f"{page_words([sections[0].page])}, nothing filled in")
    return say(Mark.UNSURE, "no heading for it was found")


def _pages_elsewhere(part: _Part, iep: Iep) -> list[int]:
    """Content that was recognised by what it is, not by its heading."""
    if part.keys == ("annual-goals",):
        return [g.place.page for g in iep.goals or ()]
    if "special-education" in part.keys:
        return [s.place.page for s in iep.services or ()]
    if part.keys == ("supplementary-aids",):
        return [a.place.page for a in iep.accommodations or ()]
    if part.keys == ("progress-method",):
        return _place_pages(iep.progress_method) + [p for g in iep.goals or () for p in _place_pages(g.method)]
    if part.keys == ("progress-schedule",):
        return _place_pages(iep.progress_schedule) + [p for g in iep.goals or () for p in _place_pages(g.schedule)]
    return []


def _place_pages(field: Field[str]) -> list[int]:
    return [field.place.page] if field.filled and field.place else []


ELEMENT_WORDS: dict[str, str] = {
    "timeframe": "by when",
    "condition": "in what situation",
    "behavior": "an action one can see",
    "criterion": "how much is enough",
    "method": "how it is measured",
    "baseline": "where the child starts",
}


def goal_marks(goal: Goal) -> tuple[tuple[str, bool], ...]:
    """Elements in plain words with whether each was found."""
    return tuple((words, goal.analysis.element(name).present) for name, words in ELEMENT_WORDS.items())


def goal_title(goal: Goal) -> str:
    area = f", {goal.area}" if goal.area else ""
    return f"{goal.label or 'Goal'}{area} ({page_words([goal.place.page])})"


def not_checked(report: FileReport, *, hints: bool = True) -> tuple[str, ...]:
    """What this audit says nothing about: rules that do not apply, parts of the file that are no IEP, and what no
    program can tell. `hints`: with the options of the command line that say more."""
    lines = []
    skipped = [r for r in report.results if r.outcome is Outcome.NOT_APPLICABLE]
    if skipped:
        what = "1 check that does" if len(skipped) == 1 else f"{len(skipped)} checks that do"
        hint = " (--show-not-applicable lists them)" if hints else ""
        lines.append(f"{what} not apply to this plan{hint}.")
    quiet = sum(1 for r in report.results if not _open(r))
    if quiet:
        what = "1 finding that was" if quiet == 1 else f"{quiet} findings that were"
        lines.append(f"{what} suppressed or known before; JSON has them.")
    for part in report.parts:
        if not part.audited and len(report.parts) > 1:
            span = page_words(range(part.first_page, part.last_page + 1), short=False)
            lines.append(f"{span.capitalize()}: {NOUNS[part.kind]}, which is not part of the plan.")
    return (*lines, *NOT_CHECKABLE)


def outcome_word(outcome: Outcome) -> str:
    match outcome:
        case Outcome.PASS:
            return "ok"
        case Outcome.ISSUE:
            return "finding"
        case Outcome.REVIEW:
            return "please look"
        case Outcome.NOT_APPLICABLE:
            return "does not apply"
        case Outcome.ERROR:
            return "check failed to run"
        case _:
            assert_never(outcome)
