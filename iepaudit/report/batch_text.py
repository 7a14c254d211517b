"""The text of a long run: a few lines for each file as it comes, and at the end what an advocate with three hundred
plans needs first: which of them to open, and what is found most often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from iepaudit.model.iep import Kind
from iepaudit.model.outcome import FileReport, RuleResult, Severity
from iepaudit.report import view
from iepaudit.report.kinds import NOUNS
from iepaudit.report.options import ReportOptions
from iepaudit.report.redact import redactor_for
from iepaudit.report.text_page import COLORS, Page, bullet

MANY = 10  # files from which on each gets a few lines only
NAMED = 4  # findings of a file that are named then
LISTED = 40  # files that the table lists in any case; of more, those that should be opened
OFTEN = 10  # kinds of findings named as the most frequent ones
_WORDS = (
    ("required item not found", "required items not found"),
    ("likely gap", "likely gaps"),
    ("thing that could be clearer", "things that could be clearer"),
    ("point to check by eye", "points to check by eye"),
)
_HEADS = ("required", "gaps", "clearer", "look")


def brief(page: Page, report: FileReport, options: ReportOptions, number: int = 0) -> None:
    """A file in a few lines: what it is, how much was found, and what weighs most."""
    redactor = redactor_for(report, options.redact)
    if number:
        page.blank()
    page.line(report.path, style="bold")
    page.line(_in_a_line(report), indent=2)
    for problem in report.problems:
        page.line(redactor.text(problem.message), indent=2, mark="!", mark_style="red")
    found = [r for r in view.issues(report) if r.severity.weight >= options.show.weight]
    weighty = [r for r in found if r.severity is not Severity.ADVICE]
    for result in weighty[:NAMED]:
        where = view.page_words(view.pages_of(result)[:4])
        text = redactor.text(result.message) + (f" ({where})" if where else "")
        page.line(text, indent=2, mark=bullet(result.severity), mark_style=COLORS[result.severity])
    if len(weighty) > NAMED:
        page.line(f"and {len(weighty) - NAMED} more", indent=4, style="dim")


def _in_a_line(report: FileReport) -> str:
    if report.kind is Kind.UNREADABLE:
        return "This file could not be read."
    n = len(report.pages)
    what = NOUNS[report.kind]
    said = f"{what[:1].upper()}{what[1:]}, {n} page{'' if n == 1 else 's'}"
    if report.iep is None and not report.results:
        return f"{said}; not audited."
    return f"{said}: {view.tally(report) or 'nothing to ask about was found'}."


@dataclass(frozen=True, slots=True)
class _Row:
    """What the table says of a file."""

    path: str
    counts: tuple[int, ...]  # required, gap, advice, to look at
    note: str  # what it is if it was not audited, or what was not read of it
    unread: bool
    audited: bool

    @property
    def open_it(self) -> bool:
        """Whether somebody should look at this file."""
        return self.unread or self.counts[0] > 0


@dataclass(slots=True)
class _Sum:
    """A run in numbers, gathered in one pass over its reports."""

    rows: list[_Row] = field(default_factory=list)
    often: Counter[tuple[str, str]] = field(default_factory=Counter)  # rule id and level -> files
    titles: dict[str, str] = field(default_factory=dict)

    def add(self, report: FileReport) -> None:
        found = view.issues(report)
        levels = Counter(r.severity for r in found)
        counts = (*(levels[s] for s in Severity), len(view.reviews(report)))  # as _HEADS
        audited = report.iep is not None or bool(report.results)
        unread = report.kind is Kind.UNREADABLE or bool(report.problems)
        self.rows.append(_Row(report.path, counts, _note(report, audited), unread, audited))
        if report.iep is not None:
            self.often.update({(r.id, r.severity.value) for r in found})
            self.titles.update({r.id: _title(r) for r in found})


def _title(result: RuleResult) -> str:
    return result.title or result.rule


def _note(report: FileReport, audited: bool) -> str:
    if report.problems:
        return report.problems[0].message.rstrip(".")
    return "" if audited else f"{report.kind.value}, not audited"


def summary(page: Page, reports: Iterable[FileReport], options: ReportOptions) -> None:
    """The table of files, what was found most often, and the run in a sentence."""
    whole = _Sum()
    for report in reports:
        whole.add(report)
    page.title(f"Summary of {len(whole.rows)} files")
    _table(page, whole.rows, options)
    _often(page, whole, options)
    page.blank()
    for line in _in_all(whole.rows):
        page.line(line)


def _table(page: Page, rows: Sequence[_Row], options: ReportOptions) -> None:
    shown = list(rows)
    if len(rows) > LISTED and not options.verbose:
        shown = [r for r in rows if r.open_it]
    if shown:
        head: list[tuple[tuple[str, str], ...]] = [(*((h, "dim") for h in _HEADS), ("file", "dim"))]
        page.rows(head + [_cells(r) for r in shown], stretch=len(_HEADS), right=len(_HEADS))
    left = len(rows) - len(shown)
    if left:
        page.line(
            f"{left} more files, with no required item not found, are not listed (--verbose lists them).", indent=2
        )


def _cells(row: _Row) -> tuple[tuple[str, str], ...]:
    name = f"{row.path}: {row.note}" if row.note else row.path
    if not row.audited:
        return (*[("", "")] * len(_HEADS), (name, "red" if row.unread else "dim"))
    colors = (*(COLORS[s] for s in Severity), "yellow")
    return (*((str(n) if n else "–", c if n else "dim") for n, c in zip(row.counts, colors, strict=True)), (name, ""))


def _often(page: Page, whole: _Sum, options: ReportOptions) -> None:
    order = {s.value: -s.weight for s in Severity}
    often = [(rule, level, n) for (rule, level), n in whole.often.items() if n > 1]
    often = [o for o in often if Severity(o[1]).weight >= options.show.weight]
    if not often:
        return
    page.title("Found most often")
    often.sort(key=lambda o: (-o[2], order[o[1]], o[0]))
    rows = [
        ((f"{n} files", ""), (bullet(Severity(level)), COLORS[Severity(level)]), (f"{whole.titles[rule]} ({rule})", ""))
        for rule, level, n in often[:OFTEN]
    ]
    page.rows(rows, stretch=2, right=1)


def _in_all(rows: Sequence[_Row]) -> Iterable[str]:
    audited = [r for r in rows if r.audited]
    unread = sum(1 for r in rows if r.unread and not r.audited)
    partly = sum(1 for r in rows if r.unread and r.audited)
    others = len(rows) - len(audited) - unread
    parts = [f"{len(audited)} audited"]
    parts += [f"{others} other documents" if others != 1 else "1 other document"] if others else []
    parts += [f"{unread} not read"] if unread else []
    parts += [f"{partly} read only in part"] if partly else []
    yield f"{len(rows)} files: {', '.join(parts)}."
    totals = [(sum(r.counts[n] for r in audited), sum(1 for r in audited if r.counts[n])) for n in range(len(_WORDS))]
    said = [
        f"{count} {one if count == 1 else many} in {files} file{'' if files == 1 else 's'}"
        for (count, files), (one, many) in zip(totals, _WORDS, strict=True)
        if count
    ]
    if said:
        yield f"{'; '.join(said)}."
