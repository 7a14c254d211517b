"""The list of the reports in a folder, for formats that are read by people."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from urllib.parse import quote

from iepaudit.model.iep import Kind
from iepaudit.model.outcome import FileReport
from iepaudit.report import view
from iepaudit.report.kinds import NOUNS

Named = Iterable[tuple[FileReport, str]]  # a report, and its name below the folder, with slashes


@dataclass(frozen=True, slots=True)
class Index:
    name: str
    render: Callable[[Named, int], str]  # the reports, and how many there are


def said(report: FileReport) -> str:
    """What was found in a file, in a line."""
    if report.kind is Kind.UNREADABLE:
        return "not read: " + (report.problems[0].message if report.problems else "").rstrip(".")
    if report.iep is None and not report.results:
        return f"{NOUNS[report.kind]}, not audited"
    return view.tally(report) or "nothing to ask about was found"


def index_html(named: Named, count: int) -> str:
    from iepaudit.report.html_page import TAIL, escaped, head

    rows = "".join(
        f'<tr><td><a href="{quote(name)}">{escaped(report.path)}</a></td><td>{escaped(said(report))}</td></tr>'
        for report, name in named
    )
    title = f"Reading of {count} files"
    table = (
        '<div class="scroll"><table><thead><tr><th scope="col">File</th><th scope="col">Found</th></tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )
    return f"{head(title)}<main><h1>{escaped(title)}</h1>{table}</main>{TAIL}"


def index_markdown(named: Named, count: int) -> str:
    from iepaudit.report.markdown import escape

    rows = [f"| [{escape(report.path)}]({quote(name)}) | {escape(said(report))} |" for report, name in named]
    return "\n".join([f"# Reading of {count} files", "", "| File | Found |", "|---|---|", *rows, ""])


INDEXES: dict[str, Index] = {
    "html": Index("index.html", index_html),
    "questions-html": Index("questions.html", index_html),
    "markdown": Index("index.md", index_markdown),
    "questions-markdown": Index("questions.md", index_markdown),
}
