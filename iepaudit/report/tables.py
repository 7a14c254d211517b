"""Rows for spreadsheets (`csv`) and the checklist of items that professionals fill in (`checklist`)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from iepaudit.model.iep import Kind
from iepaudit.model.outcome import FileReport, Outcome, RuleResult, RunReport
from iepaudit.report import view
from iepaudit.report.clean import ascii_only, one_line
from iepaudit.report.options import ReportOptions
from iepaudit.report.redact import redactor_for

COLUMNS = (
    *("file", "kind", "outcome", "severity", "confidence", "id", "rule", "at", "pages"),
    *("message", "question", "quote", "authority"),
)
_ANSWERS = {view.Mark.FOUND: "Y", view.Mark.MISSING: "N", view.Mark.UNSURE: "?", view.Mark.NOT_NEEDED: "NA"}
_OUTCOMES = {
    Outcome.PASS: "Y",
    Outcome.ISSUE: "N",
    Outcome.REVIEW: "?",
    Outcome.NOT_APPLICABLE: "NA",
    Outcome.ERROR: "?",
}


def render_csv(run: RunReport, options: ReportOptions) -> str:
    """One row for each finding and each undecided point, and one for each file that was not audited."""
    return "".join(stream_csv(run, options))


def stream_csv(run: RunReport, options: ReportOptions) -> Iterator[str]:
    yield _rows([COLUMNS])
    for report in run.files:
        yield _rows([guarded(one_line(cell)) for cell in row] for row in rows(report, options))


def _rows(cells: Iterable[Sequence[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(cells)
    return out.getvalue()


def rows(report: FileReport, options: ReportOptions) -> Iterator[tuple[str, ...]]:
    """The cells of a file's rows, in the order of COLUMNS."""
    redactor = redactor_for(report, options.redact)
    blank = ("",) * 6
    for problem in report.problems:
        yield (report.path, report.kind.value, "not-read", *blank, redactor.text(problem.message), "", "", "")
    if report.kind is not Kind.UNREADABLE and not report.results:
        note = redactor.text(report.notes[0]) if report.notes else ""
        yield (report.path, report.kind.value, "not-audited", *blank, note, "", "", "")
    passed = [r for r in report.results if r.outcome is Outcome.PASS] if options.show_passed else []
    broken = [r for r in report.results if r.outcome is Outcome.ERROR]
    for result in (*view.issues(report), *view.reviews(report), *broken, *passed):
        yield (
            report.path,
            report.kind.value,
            result.outcome.value,
            result.severity.value,
            result.confidence.value,
            result.id,
            result.rule,
            "; ".join((result.at, *result.also_at)),
            ", ".join(str(p) for p in view.pages_of(result)),
            one_line(redactor.text(result.message)),
            one_line(redactor.text(result.question)),
            one_line(redactor.quote(result.evidence[0].quote)) if result.evidence else "",
            "; ".join(a.cite for a in result.authority),
        )


def guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


def render_checklist(run: RunReport, options: ReportOptions) -> str:
    """Item, source, Y (found) / N (not found) / NA (does not apply) / ? (please look), page."""
    return "".join(each_checklist(report, options) for report in run.files)


def each_checklist(report: FileReport, options: ReportOptions, number: int = 0) -> str:
    redactor = redactor_for(report, options.redact)
    lines = [one_line(report.path), one_line(view.what_it_is(report))]
    lines += [one_line(redactor.text(text)) for text in (*(p.message for p in report.problems), *report.notes)]
    if report.iep is not None:
        lines += ["", "Y found   N not found   NA does not apply   ? please look", ""]
        lines += [*_aligned(_parts(report)), "", *_aligned(_checks(report))]
    lines.append("")
    text = "".join(f"{line}\n" for line in lines)
    return text if options.unicode else ascii_only(text)


def _parts(report: FileReport) -> list[tuple[str, str, str, str]]:
    return [(_ANSWERS[c.mark], c.title, f"34 CFR {c.cite}", c.note) for c in view.components(report)]


def _checks(report: FileReport) -> list[tuple[str, str, str, str]]:
    rows = []
    for result in sorted(report.results, key=lambda r: (r.id, r.at)):
        cite = result.authority[0].cite if result.authority else ""
        rows.append(
            (_OUTCOMES[result.outcome], one_line(f"{result.id} {result.title or result.rule}"), cite, _where(result))
        )
    return rows


def _where(result: RuleResult) -> str:
    return view.page_words(view.pages_of(result)[:6])


def _aligned(rows: list[tuple[str, str, str, str]]) -> list[str]:
    widths = [max((len(r[n]) for r in rows), default=0) for n in range(4)]
    return ["  ".join(cell.ljust(widths[n]) for n, cell in enumerate(row)).rstrip() for row in rows]
