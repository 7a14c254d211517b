"""A workbook for a folder of plans: sheets of files, findings, parts, goals and services, to sort and filter.

Cells are written as what they are, text or numbers or dates, and never as formulas, whatever a plan says.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from iepaudit.model.iep import Kind
from iepaudit.model.outcome import FileReport, Outcome, RunReport
from iepaudit.report import view
from iepaudit.report.clean import one_line, shorten
from iepaudit.report.options import ReportOptions
from iepaudit.report.redact import Redactor, redactor_for

NEEDS = ("xlsxwriter",)
Cell = str | int | float | date | None
_LONGEST = 32_000  # characters of a cell: Excel allows 32,767
_MOST_ROWS = 1_048_000  # of a sheet: Excel allows 1,048,576


@dataclass(frozen=True, slots=True)
class _Column:
    title: str
    width: int  # characters


_FILES = (
    *(_Column("File", 44), _Column("What it is", 18), _Column("Pages", 7), _Column("Pages not read", 16)),
    *(_Column("Meeting", 12), _Column("Plan from", 12), _Column("Plan to", 12)),
    *(_Column("Required, not found", 12), _Column("Likely gaps", 12), _Column("Could be clearer", 12)),
    *(_Column("To check by eye", 12), _Column("Goals", 8), _Column("Services", 9), _Column("Notes", 60)),
)
_FINDINGS = (
    *(_Column("File", 34), _Column("Level", 11), _Column("Rule", 9), _Column("Name", 26), _Column("About", 18)),
    *(_Column("Page", 7), _Column("Finding", 60), _Column("Question", 50), _Column("Words of the plan", 60)),
    *(_Column("Source of law", 30), _Column("Sureness", 10)),
)
_PARTS = (_Column("File", 34), _Column("Part", 46), _Column("34 CFR", 18), _Column("Found", 9), _Column("Where", 34))
_GOALS = (
    *(_Column("File", 34), _Column("Goal", 12), _Column("Area", 14), _Column("Page", 7), _Column("Words", 70)),
    *(_Column(words[:1].upper() + words[1:], 12) for words in view.ELEMENT_WORDS.values()),
    *(_Column("Open to reading", 24), _Column("Objectives", 10)),
)
_SERVICES = (
    *(_Column("File", 34), _Column("Service", 34), _Column("Kind", 20), _Column("Minutes a week", 10)),
    *(_Column("Amount", 18), _Column("Frequency", 20), _Column("Where", 26), _Column("From", 12), _Column("To", 12)),
    *(_Column("Page", 7),),
)
_FOUND = {view.Mark.FOUND: "yes", view.Mark.MISSING: "no", view.Mark.UNSURE: "unsure", view.Mark.NOT_NEEDED: "n/a"}


def render_xlsx(run: RunReport, options: ReportOptions) -> bytes:
    """The workbook as bytes: the same for the same run."""
    import xlsxwriter

    out = io.BytesIO()
    settings = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(out, settings)
    book.set_properties({"title": "iepaudit", "created": datetime(2020, 1, 1)})  # no clock: same run, same bytes
    sheets = [
        _Sheet(book, name, columns)
        for name, columns in (
            *(("Files", _FILES), ("Findings", _FINDINGS), ("Required parts", _PARTS)),
            *(("Goals", _GOALS), ("Services", _SERVICES)),
        )
    ]
    for report in map(view.shown, run.files):
        redactor = redactor_for(report, options.redact)
        made = (_file(report, redactor, options), _findings(report, redactor, options), _parts(report))
        for sheet, rows in zip(sheets, (*made, _goals(report, redactor), _services(report, redactor)), strict=True):
            sheet.add(rows)
    for sheet in sheets:
        sheet.finish()
    book.close()
    return out.getvalue()


class _Sheet:
    """A table with a head that stays in sight, filters, and widths that fit."""

    def __init__(self, book: Any, name: str, columns: Sequence[_Column]) -> None:
        self._sheet = book.add_worksheet(name)
        self._columns = columns
        self._row = 0
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#E8ECF1", "bottom": 1})
        self._day = book.add_format({"num_format": "yyyy-mm-dd", "valign": "top", "align": "left"})
        for n, column in enumerate(columns):
            self._sheet.set_column(n, n, column.width, wrapped)
            self._sheet.write_string(0, n, column.title, head)
        self._sheet.freeze_panes(1, 1)
        self._sheet.set_landscape()
        self._sheet.repeat_rows(0)
        self._sheet.fit_to_pages(1, 0)

    def add(self, rows: Iterable[tuple[Cell, ...]]) -> None:
        for row in rows:
            if self._row >= _MOST_ROWS:
                return
            self._row += 1
            for n, cell in enumerate(row):
                self._write(n, cell)

    def _write(self, n: int, cell: Cell) -> None:
        if cell is None or cell == "":
            return
        if isinstance(cell, date) and cell.year < 1900:  # before the calendar of spreadsheets
            cell = cell.isoformat()
        if isinstance(cell, date):
            self._sheet.write_datetime(self._row, n, cell, self._day)
        elif isinstance(cell, str):
            self._sheet.write_string(self._row, n, shorten(cell, _LONGEST))
        else:
            self._sheet.write_number(self._row, n, cell)

    def finish(self) -> None:
        self._sheet.autofilter(0, 0, max(1, self._row), len(self._columns) - 1)


def _file(report: FileReport, redactor: Redactor, options: ReportOptions) -> Iterator[tuple[Cell, ...]]:
    dates = report.iep.dates if report.iep else None
    counts: list[Cell] = [None] * 6
    if report.iep is not None:
        found = view.issues(report)
        counts = [sum(r.severity is s for r in found) for s in view.SEVERITY_TITLES]
        counts += [len(view.reviews(report)), len(report.iep.goals or ()), len(report.iep.services or ())]
    unread = [n for n, q in enumerate(report.pages, start=1) if q.grade.value in ("poor", "unreadable")]
    said = [*(p.message for p in report.problems), *report.notes]
    yield (
        *(report.path, report.kind.value, len(report.pages) or None),
        ", ".join(map(str, unread)) if report.kind is not Kind.UNREADABLE else "all",
        *(d.value if d else None for d in ((dates.meeting, dates.start, dates.end) if dates else (None,) * 3)),
        *counts,
        redactor.text(" ".join(said)),
    )


def _findings(report: FileReport, redactor: Redactor, options: ReportOptions) -> Iterator[tuple[Cell, ...]]:
    found = [r for r in view.issues(report) if r.severity.weight >= options.show.weight]
    broken = [r for r in report.results if r.outcome is Outcome.ERROR]
    for result in (*found, *view.reviews(report), *broken):
        pages = view.pages_of(result)
        level = result.severity.value if result.outcome is Outcome.ISSUE else view.outcome_word(result.outcome)
        yield (
            *(report.path, level, result.id, result.rule, view.GROUPS[view.group_of(result)]),
            pages[0] if len(pages) == 1 else ", ".join(map(str, pages)),
            redactor.text(result.message),
            redactor.text(result.question),
            " / ".join(one_line(redactor.quote(p.quote)) for p in result.evidence[:3] if p.quote.strip()),
            "; ".join(a.cite for a in result.authority),
            result.confidence.value,
        )


def _parts(report: FileReport) -> Iterator[tuple[Cell, ...]]:
    for part in view.components(report):
        yield report.path, part.title, part.cite, _FOUND[part.mark], part.note


def _goals(report: FileReport, redactor: Redactor) -> Iterator[tuple[Cell, ...]]:
    for goal in (report.iep.goals if report.iep else None) or ():
        marks = ("yes" if there else "no" for _, there in view.goal_marks(goal))
        vague = ", ".join(redactor.quote(v.span.text) for v in goal.analysis.vague)
        yield (
            *(report.path, redactor.text(goal.label), goal.area, goal.place.page, redactor.quote(goal.text)),
            *(marks if not goal.analysis.postsecondary else ("",) * len(view.ELEMENT_WORDS)),
            vague,
            len(goal.objectives),
        )


def _services(report: FileReport, redactor: Redactor) -> Iterator[tuple[Cell, ...]]:
    for service in (report.iep.services if report.iep else None) or ():
        stated = (service.amount.value, service.frequency.value, service.location.value)
        yield (
            *(report.path, redactor.text(service.name), service.category, service.minutes_per_week),
            *(redactor.quote(text or "") for text in stated),
            *(service.start.value, service.end.value, service.place.page),
        )
