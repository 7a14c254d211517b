"""The formats of `check`, by name. Each is a function of a run; its module is imported when it is asked for.

A module may offer more than `render_NAME(run, options)`: `stream_NAME`, the same in pieces, and `each_NAME(report,
options, number)` with `end_NAME(run, options)`, by which a long run is written file by file as results come.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from iepaudit.model.errors import UsageError
from iepaudit.model.outcome import FileReport, RunReport
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
    single: bool = False  # it is made of one file, never of several
    notice: str = ""  # what to know about it, for stderr


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
    "pdf": Format(
        "pdf_report",
        "render_pdf",
        False,
        "a copy of the plan with highlights and comments",
        binary=True,
        single=True,
        notice="the copy holds all that the plan holds, names too; only its comments leave them out",
    ),
    "xlsx": Format("xlsx_report", "render_xlsx", False, "a workbook: files, findings, goals, services", binary=True),
}


# How reports in a folder end, behind the name of the plan; all different, so that one folder may hold several formats.
SUFFIXES: dict[str, str] = {
    "text": ".txt",
    "concise": ".concise.txt",
    "json": ".json",
    "jsonl": ".jsonl",
    "github": ".github.txt",
    "markdown": ".md",
    "sarif": ".sarif",
    "junit": ".xml",
    "csv": ".csv",
    "checklist": ".checklist.txt",
    "questions": ".questions.txt",
    "questions-markdown": ".questions.md",
    "questions-html": ".questions.html",
    "html": ".html",
    "pdf": ".comments.pdf",
    "xlsx": ".xlsx",
}


def renderer(name: str) -> Renderer:
    """The function that renders a format; raises KeyError for an unknown name."""
    found = FORMATS[name]
    function: Renderer = getattr(import_module(f"iepaudit.report.{found.module}"), found.function)
    return function


def check_count(name: str, files: int) -> None:
    """Raises UsageError when a format that is made of one file would have to be made of several."""
    if FORMATS[name].single and files != 1:
        raise UsageError(
            f"-f {name} is made of one file, and there are {files}; write one for each into a folder of reports, or "
            "check the files one by one"
        )


def pieces(name: str, run: RunReport, options: ReportOptions) -> Iterable[str | bytes]:
    """The report in pieces; formats that grow with the number of files come a file at a time."""
    each = live(name)
    if each is not None:
        for number, report in enumerate(run.files):
            yield each.file(report, options, number)
        yield each.end(run, options)
        return
    streamer: Streamer | None = _named(f"stream_{name}", FORMATS[name])
    if streamer is None:
        yield renderer(name)(run, options)
    else:
        yield from streamer(run, options)


@dataclass(frozen=True, slots=True)
class Live:
    """A format that can be written while the run goes on: the part of each file (with its number, from 0), then the
    end. All parts together are what the renderer gives."""

    file: Callable[[FileReport, ReportOptions, int], str]
    end: Callable[[RunReport, ReportOptions], str]


def live(name: str) -> Live | None:
    """How to write a format file by file; None when it must know the whole run first. A format is such when its
    module has a function `each_NAME`; `end_NAME` writes what comes last, if anything does."""
    each = _named(f"each_{name}", FORMATS[name])
    return None if each is None else Live(each, _named(f"end_{name}", FORMATS[name]) or _nothing)


def _named(function: str, format_: Format) -> Any:
    return getattr(import_module(f"iepaudit.report.{format_.module}"), function.replace("-", "_"), None)


def _nothing(run: RunReport, options: ReportOptions) -> str:
    return ""


def warm_up(name: str) -> None:
    """Imports what a format needs, so that nothing is left to load when the results are there."""
    found = FORMATS[name]
    module = import_module(f"iepaudit.report.{found.module}")
    for needed in getattr(module, "NEEDS", ()):
        import_module(needed)
