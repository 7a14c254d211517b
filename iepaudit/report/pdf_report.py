"""The plan itself as a PDF with highlights and comments where the findings stand."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from iepaudit.model.errors import FileError, UsageError
from iepaudit.model.outcome import FileReport, Outcome, RuleResult, RunReport, Severity
from iepaudit.report import view
from iepaudit.report.clean import one_line
from iepaudit.report.formats import check_count
from iepaudit.report.options import ReportOptions
from iepaudit.report.page_pictures import source_of
from iepaudit.report.redact import Redactor, redactor_for

if TYPE_CHECKING:
    from iepaudit.extract.annotate import Comment

_SECONDS = 120.0
# Light enough to read black words through.
_COLORS = {Severity.REQUIRED: (255, 173, 173), Severity.GAP: (255, 221, 120), Severity.ADVICE: (168, 218, 240)}
_REVIEW = (208, 196, 250)
_ABOUT = (190, 230, 190)
_TITLES = {
    Severity.REQUIRED: "required, not found",
    Severity.GAP: "likely gap",
    Severity.ADVICE: "could be clearer",
}


def render_pdf(run: RunReport, options: ReportOptions) -> bytes:
    """The copy of the one plan of a run. Raises UsageError for more than one, and for a plan that is no PDF or cannot
    be opened again."""
    plans = [f for f in run.files if f.sha256 or f.problems]  # not what is said about the suppressions
    check_count("pdf", len(plans))
    return annotated_copy(plans[0], options)


def annotated_copy(report: FileReport, options: ReportOptions) -> bytes:
    """The copy for one file; raises UsageError as above."""
    source = source_of(report, options)
    if isinstance(source, str):
        raise UsageError(f"{report.path}: no copy with comments could be made: {source}")
    assert options.source is not None
    shown = view.shown(report)
    comments = _comments(shown, redactor_for(report, options.redact), options)
    from iepaudit.extract.sandbox import Failure, Task, run_each

    outcomes = run_each(_copy, [Task(_Job(str(source), options.source.password, comments), _SECONDS)])
    try:
        made = next(outcomes)
    finally:
        outcomes.close()
    if isinstance(made, Failure):
        raise UsageError(f"{report.path}: no copy with comments could be made: writing it failed ({made.reason})")
    if isinstance(made, str):
        raise UsageError(f"{report.path}: no copy with comments could be made: {made}")
    return made


@dataclass(frozen=True, slots=True)
class _Job:
    path: str
    password: str | None
    comments: tuple[Comment, ...]


def _copy(job: _Job) -> bytes | str:
    """Runs in the worker."""
    from iepaudit.extract.annotate import annotated

    try:
        return annotated(Path(job.path), job.password, job.comments)
    except FileError as error:
        return str(error)


def _comments(report: FileReport, redactor: Redactor, options: ReportOptions) -> tuple[Comment, ...]:
    """A comment for each place of each finding; for what was not found, a note on the first page."""
    from iepaudit.extract.annotate import Comment

    found = [r for r in view.issues(report) if r.severity.weight >= options.show.weight]
    comments = [Comment(1, "About these comments", _about(report, redactor), _ABOUT)]
    for result in (*found, *view.reviews(report)):
        review = result.outcome is Outcome.REVIEW
        color = _REVIEW if review else _COLORS[result.severity]
        title = "please look" if review else _TITLES[result.severity]
        text = _words(result, title, redactor)
        places = [p for p in result.evidence if p.box is not None or p.quote.strip()]
        comments += [Comment(p.page, title, text, color, p.box, p.quote) for p in places]
        if not places:
            comments.append(Comment(1, title, text, color))
    return tuple(comments)


def _about(report: FileReport, redactor: Redactor) -> str:
    said = [
        "Comments in this copy were made by iepaudit, a program that reads plans. They are questions to ask, not legal "
        "advice; “not found” means not found in this file.",
        view.what_it_is(report),
        f"In all: {view.tally(report)}." if view.tally(report) else "Nothing to ask about was found.",
        *(redactor.text(p.message) for p in report.problems),
        *(redactor.text(n) for n in report.notes),
    ]
    return "\n".join(one_line(s) for s in said)


def _words(result: RuleResult, title: str, redactor: Redactor) -> str:
    cites = "; ".join(a.cite for a in result.authority)
    lines = [f"{title[:1].upper()}{title[1:]}: {redactor.text(result.message)}"]
    lines += [f"Ask: {redactor.text(result.question)}"] if result.question else []
    lines += [f"Why it matters: {redactor.text(result.explain)}"] if result.explain else []
    lines.append(f"{result.id} {result.rule}" + (f" · {cites}" if cites else ""))
    return "\n".join(one_line(line) for line in lines)
