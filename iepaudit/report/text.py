"""The report for people, in a terminal or a pipe. The first screen holds what matters most."""

from __future__ import annotations

from iepaudit.model.iep import Kind
from iepaudit.model.outcome import FileReport, Outcome, RuleResult, RunReport, Severity
from iepaudit.report import view
from iepaudit.report.batch_text import brief, summary
from iepaudit.report.clean import shorten
from iepaudit.report.options import ReportOptions
from iepaudit.report.redact import Redactor, redactor_for
from iepaudit.report.text_page import COLORS, NEEDS, Page, bullet

__all__ = ["NEEDS", "each_text", "end_text", "render_text"]
FIRST = 4  # findings named on the first screen
OPEN = 8  # questions that a partial file leaves open; the rest with --verbose
QUOTE = 240  # characters of a quote; the page tells where the rest stands

_MARKS = {
    view.Mark.FOUND: ("✓", "green"),
    view.Mark.MISSING: ("✗", "red"),
    view.Mark.UNSURE: ("?", "yellow"),
    view.Mark.NOT_NEEDED: ("–", "dim"),
}


def render_text(run: RunReport, options: ReportOptions) -> str:
    """All files of a run, and a summary of them when there are several."""
    return "".join([*(each_text(report, options, n) for n, report in enumerate(run.files)), end_text(run, options)])


def each_text(report: FileReport, options: ReportOptions, number: int = 0) -> str:
    """The part of one file, the first one having the number 0."""
    page = Page(options)
    if options.brief:
        brief(page, view.shown(report), options, number)
        return page.done()
    if number:
        page.blank()
        page.rule()
    _file(page, view.shown(report), options)
    return page.done()


def end_text(run: RunReport, options: ReportOptions) -> str:
    if len(run.files) < 2:
        return ""
    page = Page(options)
    page.blank()
    page.rule()
    summary(page, run.files, options)
    return page.done()


def _file(page: Page, report: FileReport, options: ReportOptions) -> None:
    redactor = redactor_for(report, options.redact)
    page.line(report.path, style="bold")
    page.line(view.what_it_is(report), indent=2)
    if report.iep is not None:
        _dates(page, report)
    for problem in report.problems:
        page.line(redactor.text(problem.message), indent=2, mark="!", mark_style="red")
    for note in report.notes:
        page.line(redactor.text(note), indent=2)
    if view.what_to_do(report):
        page.line(view.what_to_do(report), indent=2)
    if options.verbose and report.kind_evidence:
        page.line(redactor.text(report.kind_evidence), indent=2, style="dim")
    if report.kind is Kind.UNREADABLE or (report.iep is None and not report.results):
        return
    found = [r for r in view.issues(report) if r.severity.weight >= options.show.weight]
    _first(page, report, found, redactor)
    _components(page, report)
    _goals(page, report, redactor)
    _services(page, report, redactor)
    _findings(page, report, found, redactor, options)
    _rest(page, report, redactor, options)


def _dates(page: Page, report: FileReport) -> None:
    said = view.dates_line(report)
    if said:
        page.line(said, indent=2)


def _first(page: Page, report: FileReport, found: list[RuleResult], redactor: Redactor) -> None:
    weighty = [r for r in found if r.severity is not Severity.ADVICE]
    if not found:
        page.title("Nothing to ask about was found" + (", in what could be read." if report.problems else "."))
        if view.all_there(report):
            page.line(view.all_there(report), indent=2)
        undecided = len(view.reviews(report)) + len(view.elsewhere(report)[1])
        if undecided:
            page.line(
                f"{undecided} {'point' if undecided == 1 else 'points'} could not be decided; see below.", indent=2
            )
        return
    page.title("What matters most")
    for result in (weighty or found)[:FIRST]:
        where = view.page_words(view.pages_of(result)[:4])
        text = view.plain(redactor.text(result.message)) + (f" ({where})" if where else "")
        page.line(text, indent=2, mark=bullet(result.severity), mark_style=COLORS[result.severity])
    page.line(f"In all: {view.tally(report)}.", indent=2)


def _components(page: Page, report: FileReport) -> None:
    parts = view.components(report)
    if not parts:
        return
    form = report.kind is Kind.BLANK_FORM
    page.title("Places for the required parts (34 CFR 300.320)" if form else "Required parts (34 CFR 300.320)")
    rows = []
    for part in parts:
        mark, color = _MARKS[part.mark]
        rows.append(((mark, color), (part.title, ""), (part.note, "" if part.mark is view.Mark.FOUND else color)))
    page.rows(rows)


def _goals(page: Page, report: FileReport, redactor: Redactor) -> None:
    if report.iep is None or not report.iep.goals:
        return
    page.title(f"Goals ({len(report.iep.goals)})")
    for goal in report.iep.goals:
        page.line(redactor.text(view.goal_title(goal)), indent=2, style="bold")
        page.line(redactor.quote(shorten(goal.text, 400)), indent=4)
        there = [words for words, present in view.goal_marks(goal) if present]
        absent = [words for words, present in view.goal_marks(goal) if not present]
        if goal.analysis.postsecondary:
            continue
        if there:
            page.line(", ".join(there), indent=4, mark="✓ says:", mark_style="green")
        if absent:
            page.line(", ".join(absent), indent=4, mark="✗ does not say:", mark_style="yellow")
        if goal.analysis.vague:
            words = ", ".join(f"“{redactor.quote(v.span.text)}”" for v in goal.analysis.vague)
            page.line(words, indent=4, mark="? open to reading:", mark_style="yellow")


def _services(page: Page, report: FileReport, redactor: Redactor) -> None:
    if report.iep is None or not report.iep.services:
        return
    page.title(f"Services ({len(report.iep.services)})")
    rows = []
    for service in report.iep.services:
        amount = f"{service.minutes_per_week} min a week" if service.minutes_per_week is not None else ""
        if not amount:
            stated = [f.value for f in (service.amount, service.frequency) if f.value]
            amount = redactor.text(", ".join(stated)) if stated else "amount not found"
        when = " to ".join(d.value.isoformat() for d in (service.start, service.end) if d.value)
        where = redactor.text(service.location.value or "")
        detail = "; ".join(t for t in (amount, where, when) if t)
        rows.append(((redactor.text(service.name), ""), (detail, ""), (view.page_words([service.place.page]), "")))
    page.rows(rows)


def _findings(
    page: Page, report: FileReport, found: list[RuleResult], redactor: Redactor, options: ReportOptions
) -> None:
    for severity in Severity:
        of_severity = [r for r in found if r.severity is severity]
        if not of_severity:
            continue
        page.title(view.SEVERITY_TITLES[severity])
        for result in of_severity:
            _finding(page, result, redactor, options, COLORS[severity])
    undecided = view.reviews(report)
    if undecided:
        page.title(view.REVIEW_TITLE)
        for result in undecided:
            _finding(page, result, redactor, options, "yellow")
    why, questions = view.elsewhere(report)
    if questions:
        page.title(view.ELSEWHERE_TITLE)
        page.line(f"These stay open, because {why}:", indent=2)
        for question in questions if options.verbose else questions[:OPEN]:
            page.line(redactor.text(question), indent=2, mark="?", mark_style="yellow")
        if len(questions) > OPEN and not options.verbose:
            page.line(f"and {len(questions) - OPEN} more (--verbose lists them).", indent=2)


def _finding(page: Page, result: RuleResult, redactor: Redactor, options: ReportOptions, color: str) -> None:
    where = view.page_words(view.pages_of(result)[:6])
    mark = "?" if result.outcome is Outcome.REVIEW else bullet(result.severity)
    page.line(redactor.text(result.message), indent=2, mark=mark, mark_style=color)
    quotes = [p for p in result.evidence if p.quote.strip()][:3]
    for place in quotes:
        page.line(f"p. {place.page}: “{redactor.quote(shorten(place.quote, QUOTE))}”", indent=4, style="italic")
    if where and not quotes:
        page.line(f"See {where}.", indent=4)
    if result.searched and (options.verbose or view.tells_where(result)):
        looked = "; ".join(redactor.text(s) for s in result.searched[: None if options.verbose else 3])
        page.line(f"Looked at: {shorten(looked, 10_000 if options.verbose else 200)}", indent=4, style="dim")
    if result.question:
        page.line(redactor.text(result.question), indent=4, mark="Ask:", style="bold")
    if options.verbose and result.suggest:
        page.line(redactor.text(result.suggest), indent=4, mark="Better:")
    cites = "; ".join(a.cite for a in result.authority)
    page.line(f"{result.id} {result.rule}" + (f" · {cites}" if cites else ""), indent=4, style="dim")


def _rest(page: Page, report: FileReport, redactor: Redactor, options: ReportOptions) -> None:
    if options.show_passed:
        _listed(page, "Checked and in order", report, Outcome.PASS)
    if options.show_not_applicable:
        _listed(page, "Does not apply to this plan", report, Outcome.NOT_APPLICABLE)
    broken = [r for r in report.results if r.outcome is Outcome.ERROR]
    if broken:
        page.title("Checks that failed to run")
        for result in broken:
            page.line(
                f"{result.id} {result.rule}: {redactor.text(result.message)}", indent=2, mark="!", mark_style="red"
            )
    unread = [(n, q) for n, q in enumerate(report.pages, start=1) if q.reason]
    if unread:
        page.title("How well it could be read")
        for number, quality in unread:
            page.line(f"page {number}: {quality.reason}", indent=2)
    page.title("Not checked")
    for line in view.not_checked(report):
        page.line(line, indent=2, mark="–")
    page.blank()
    page.line("This is a reading aid, not legal advice: “not found” means not found in this file.", style="dim")


def _listed(page: Page, title: str, report: FileReport, outcome: Outcome) -> None:
    results = sorted((r for r in report.results if r.outcome is outcome), key=lambda r: r.id)
    if results:
        page.title(title)
        page.rows([((r.id, ""), (r.title or r.rule, ""), (view.page_words(view.pages_of(r)[:4]), "")) for r in results])
