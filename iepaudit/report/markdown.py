"""Markdown, for a summary page of a workflow or a note."""

from __future__ import annotations

import re

from iepaudit.model.outcome import FileReport, RuleResult, RunReport, Severity
from iepaudit.report import view
from iepaudit.report.clean import one_line, shorten
from iepaudit.report.options import ReportOptions
from iepaudit.report.redact import Redactor, redactor_for

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&])")
_MARKS = {view.Mark.FOUND: "✓", view.Mark.MISSING: "✗", view.Mark.UNSURE: "?", view.Mark.NOT_NEEDED: "–"}


def render_markdown(run: RunReport, options: ReportOptions) -> str:
    return "".join(each_markdown(report, options, number) for number, report in enumerate(run.files))


def each_markdown(report: FileReport, options: ReportOptions, number: int = 0) -> str:
    return "\n" * bool(number) + _file(view.shown(report), options)


def escape(text: str) -> str:
    """Document text that shows as it is in any Markdown reader."""
    return _SPECIAL.sub(r"\\\1", one_line(text))


def _file(report: FileReport, options: ReportOptions) -> str:
    redactor = redactor_for(report, options.redact)
    out = [f"# {escape(report.path)}", "", escape(view.what_it_is(report)), ""]
    out += [f"**{escape(redactor.text(p.message))}**\n" for p in report.problems]
    out += [f"{escape(redactor.text(n))}\n" for n in report.notes]
    if report.iep is not None:
        out += _components(report) + _goals(report, redactor)
    found = [r for r in view.issues(report) if r.severity.weight >= options.show.weight]
    for severity in Severity:
        of_severity = [r for r in found if r.severity is severity]
        if of_severity:
            out += [f"## {view.SEVERITY_TITLES[severity]}", ""]
            out += [line for r in of_severity for line in _finding(r, redactor)]
    undecided = view.reviews(report)
    if undecided:
        out += [f"## {view.REVIEW_TITLE}", ""]
        out += [line for r in undecided for line in _finding(r, redactor)]
    why, questions = view.elsewhere(report)
    if questions:
        out += [f"## {view.ELSEWHERE_TITLE}", "", f"These stay open, because {escape(why)}:", ""]
        out += [*(f"- {escape(redactor.text(q))}" for q in questions), ""]
    if report.iep is not None:
        out += ["## Not checked", "", *(f"- {escape(line)}" for line in view.not_checked(report)), ""]
    return "\n".join(out)


def _components(report: FileReport) -> list[str]:
    rows = [f"| {_MARKS[c.mark]} | {escape(c.title)} | {escape(c.note)} | {c.cite} |" for c in view.components(report)]
    return ["## Required parts (34 CFR 300.320)", "", "| | Part | Where | 34 CFR |", "|---|---|---|---|", *rows, ""]


def _goals(report: FileReport, redactor: Redactor) -> list[str]:
    out: list[str] = []
    for goal in (report.iep.goals if report.iep else None) or ():
        marks = "; ".join(f"{'✓' if present else '✗'} {words}" for words, present in view.goal_marks(goal))
        out += [f"### {escape(redactor.text(view.goal_title(goal)))}", "", f"> {escape(redactor.quote(goal.text))}", ""]
        if not goal.analysis.postsecondary:
            out += [marks, ""]
    return ["## Goals", "", *out] if out else []


def _finding(result: RuleResult, redactor: Redactor) -> list[str]:
    where = view.page_words(view.pages_of(result)[:6])
    out = [f"- **{escape(redactor.text(result.message))}**" + (f" ({where})" if where else "")]
    out += [
        f"  - p. {p.page}: “{escape(redactor.quote(shorten(p.quote, 240)))}”" for p in result.evidence[:3] if p.quote
    ]
    if result.question:
        out.append(f"  - Ask: {escape(redactor.text(result.question))}")
    cites = "; ".join(a.cite for a in result.authority)
    out.append(f"  - `{result.id}` {escape(result.rule)}" + (f", {escape(cites)}" if cites else ""))
    return [*out, ""]
