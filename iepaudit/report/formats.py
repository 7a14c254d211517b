"""The formats of `check`, by name. Each is a function of a run; its module is imported when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module

from iepaudit.model.outcome import RunReport
from iepaudit.report.options import ReportOptions

Renderer = Callable[[RunReport, ReportOptions], str | bytes]
Streamer = Callable[[RunReport, ReportOptions], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Format:
    module: str
    function: str
    for_people: bool  # wrapped and in the terminal's own characters; else UTF-8 always
    summary: str
    binary: bool = False  # the renderer gives bytes, which no terminal gets


FORMATS: dict[str, Format] = {
    "text": Format("text", "render_text", True, "for reading (the default)"),
    "concise": Format("lines", "render_concise", True, "one line for each finding"),
    "json": Format("json_report", "render_json", False, "everything, as one object"),
    "jsonl": Format("json_report", "render_jsonl", False, "one object a line for each file"),
    "github": Format("lines", "render_github", False, "annotations for GitHub Actions"),
    "markdown": Format("markdown", "render_markdown", False, "a page for a wiki or a pull request"),
    "sarif": Format("sarif", "render_sarif", False, "SARIF 2.1.0, for code scanning"),
    "junit": Format("junit", "render_junit", False, "JUnit XML, a case for each rule"),
    "csv": Format("tables", "render_csv", False, "rows for a spreadsheet"),
    "checklist": Format("tables", "render_checklist", True, "item, source of law, Y / N / NA / ?, page"),
    "questions": Format("questions", "render_questions", True, "a sheet of questions for the meeting"),
    "questions-markdown": Format("questions", "render_questions_markdown", False, "the same in Markdown"),
    "questions-html": Format("questions", "render_questions_html", False, "the same as a page to print"),
    "html": Format("html_report", "render_html", False, "a page that opens from disk"),
}


def renderer(name: str) -> Renderer:
    """The function that renders a format; raises KeyError for an unknown name."""
    found = FORMATS[name]
    function: Renderer = getattr(import_module(f"iepaudit.report.{found.module}"), found.function)
    return function


def pieces(name: str, run: RunReport, options: ReportOptions) -> Iterable[str | bytes]:
    """The report in pieces; formats that grow with the number of files come a file at a time."""
    found = FORMATS[name]
    streamer: Streamer | None = getattr(import_module(f"iepaudit.report.{found.module}"), f"stream_{name}", None)
    return streamer(run, options) if streamer else (renderer(name)(run, options),)


def warm_up(name: str) -> None:
    """Imports what a format needs, so that nothing is left to load when the results are there."""
    found = FORMATS[name]
    module = import_module(f"iepaudit.report.{found.module}")
    for needed in getattr(module, "NEEDS", ()):
        import_module(needed)
