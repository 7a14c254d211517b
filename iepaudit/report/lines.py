"""Formats with one line for each finding: `concise` for people and editors, `github` for annotations in a workflow."""

from __future__ import annotations

from iepaudit.model.iep import Kind
from iepaudit.model.outcome import FileReport, Outcome, RuleResult, RunReport, Severity
from iepaudit.report import view
from iepaudit.report.clean import ascii_only, one_line
from iepaudit.report.options import ReportOptions
from iepaudit.report.redact import redactor_for

_GITHUB = {Severity.REQUIRED: "error", Severity.GAP: "warning", Severity.ADVICE: "notice"}


def render_concise(run: RunReport, options: ReportOptions) -> str:
    """`file: p. 4: required IEP201 goal-no-criterion: message`, and one line for each file that was not audited."""
    return "".join(each_concise(report, options) for report in run.files)


def each_concise(report: FileReport, options: ReportOptions, number: int = 0) -> str:
    report = view.shown(report)
    redactor = redactor_for(report, options.redact)
    lines = [f"{report.path}: {redactor.text(p.message)}" for p in report.problems]
    if report.iep is None and report.kind is not Kind.UNREADABLE:
        lines += [f"{report.path}: {redactor.text(n)}" for n in report.notes]
    for result in _shown(report, options):
        where = view.page_words(view.pages_of(result)[:4])
        level = "look" if result.outcome is Outcome.REVIEW else result.severity.value
        at = f"{where}: " if where else ""
        lines.append(f"{report.path}: {at}{level} {result.id} {result.rule}: {redactor.text(result.message)}")
    return "".join(_line(text, options) for text in lines)


def render_github(run: RunReport, options: ReportOptions) -> str:
    """Workflow commands that GitHub shows beside the file."""
    return "".join(each_github(report, options) for report in run.files)


def each_github(report: FileReport, options: ReportOptions, number: int = 0) -> str:
    report = view.shown(report)
    redactor = redactor_for(report, options.redact)
    lines = [_command("error", report.path, "iepaudit", redactor.text(p.message)) for p in report.problems]
    for result in _shown(report, options):
        level = "notice" if result.outcome is Outcome.REVIEW else _GITHUB[result.severity]
        where = view.page_words(view.pages_of(result)[:4])
        message = (f"{where}: " if where else "") + redactor.text(result.message)
        lines.append(_command(level, report.path, f"{result.id} {result.rule}", message))
    return "".join(f"{line}\n" for line in lines)


def _shown(report: FileReport, options: ReportOptions) -> tuple[RuleResult, ...]:
    found = tuple(r for r in view.issues(report) if r.severity.weight >= options.show.weight)
    broken = tuple(r for r in report.results if r.outcome is Outcome.ERROR)
    return found + view.reviews(report) + broken


def _line(text: str, options: ReportOptions) -> str:
    clean = one_line(text)
    return (clean if options.unicode else ascii_only(clean)) + "\n"


def _command(level: str, path: str, title: str, message: str) -> str:
    def prop(text: str) -> str:
        return data(text).replace(":", "%3A").replace(",", "%2C")

    def data(text: str) -> str:
        return one_line(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

    return f"::{level} file={prop(path)},line=1,title={prop(title)}::{data(message)}"
