"""`iepaudit inspect`: what was read of a file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from iepaudit.cli import terminal
from iepaudit.cli.options import ocr_option, option, password, prompts_option, use_prompts
from iepaudit.extract import ReadOptions
from iepaudit.extract.sandbox import Failure, Task, run_each
from iepaudit.model.errors import FileCrashed, FileError, FileMissing, FileTimeout, UsageError
from iepaudit.model.outcome import Problem
from iepaudit.report.inspection import STAGES, THREAD, as_text, inspection
from iepaudit.report.redact import Redact

_HELP = """Shows what was read in FILE, before any rule: pages and how well they could be read, sections, form fields,
goals, services. --stage shows one stage in full.

\b
Examples:
  iepaudit inspect myiep.pdf
  iepaudit inspect myiep.pdf --stage text
  iepaudit inspect myiep.pdf --stage sections --format json
  iepaudit inspect myiep.pdf --thread
  iepaudit inspect --learn-prompts blank.pdf > my-district.yaml
"""


LEARN = "learn-prompts"


@click.command(help=_HELP, short_help="Show what was read.")
@click.argument("file")
@option("--stage", type=click.Choice(STAGES), default="summary", show_default=True, help="What to show.")
@option("--thread", "show_thread", is_flag=True, help="Show which goals and services may answer each need.")
@option("--learn-prompts", is_flag=True, help="Print the words of a blank form as a prompt library (see --prompts).")
@prompts_option()
@option("-f", "--format", "format_name", type=click.Choice(["text", "json"]), default="text", show_default=True)
@option("--password-file", metavar="PATH", help="A file with the password of the PDF (or set IEPAUDIT_PASSWORD).")
@ocr_option()
@option("--timeout", type=click.FloatRange(0.1), default=120.0, show_default=True, help="Seconds at most.")
@option("--show-student", is_flag=True, help="Do not take the student's name out of the output.")
def inspect(
    file: str,
    stage: str,
    show_thread: bool,
    learn_prompts: bool,
    prompts: tuple[str, ...],
    format_name: str,
    password_file: str | None,
    ocr: str,
    timeout: float,
    show_student: bool,
) -> int:
    people = format_name == "text"
    redact = Redact.OFF if show_student or (people and terminal.is_terminal()) else Redact.NAMES
    if not Path(file).exists():
        raise FileMissing(f"{file}: there is no such file")
    use_prompts(prompts)
    stage = LEARN if learn_prompts else THREAD if show_thread else stage
    job = _Job(file, stage, redact, ReadOptions(ocr=ocr, password=password(password_file)))
    (found,) = run_each(_inspect, [Task(job, timeout)])
    if isinstance(found, Failure):
        if found.reason == "time-limit":
            raise FileTimeout(f"{file}: stopped after {timeout:.0f} s; --timeout SECONDS allows more")
        raise FileCrashed(f"{file}: the reader broke down ({found.detail or found.reason})")
    if isinstance(found, Problem):
        raise FileError(f"{file}: {found.message}")
    if learn_prompts:
        terminal.write(str(found["library"]), for_people=False)
    elif people:
        terminal.write(as_text(found, stage), for_people=True)
    else:
        from iepaudit.report.json_report import encode

        terminal.write(encode({"path": file, "stage": stage} | found, indent=2), for_people=False)
    return 0


@dataclass(frozen=True, slots=True)
class _Job:
    path: str
    stage: str
    redact: Redact
    read: ReadOptions


def _inspect(job: _Job) -> dict[str, Any] | Problem:
    """Runs in the worker."""
    from iepaudit.extract import read_document
    from iepaudit.parse import parse_part
    from iepaudit.segment import segment

    try:
        document = read_document(Path(job.path), job.read)
    except FileError as error:
        return Problem(error.reason, str(error))
    if job.stage == LEARN:
        from iepaudit.segment.learn import learn_prompts

        try:
            return {"library": learn_prompts(document, Path(job.path).stem)}
        except UsageError as error:
            return Problem("not-blank", str(error))
    parts = segment(document)
    ieps = tuple(parse_part(document, part) for part in parts)
    if job.stage != THREAD:
        return inspection(document, parts, ieps, job.stage, job.redact)
    from iepaudit.engine.thread import thread
    from iepaudit.rulepack import load_ruleset

    rules = load_ruleset()
    return inspection(document, parts, ieps, job.stage, job.redact, tuple(thread(iep, rules) for iep in ieps))
