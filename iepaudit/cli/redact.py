"""`iepaudit redact`: the text of a plan without what identifies the child."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import click

from iepaudit.cli import terminal
from iepaudit.cli.options import option, password
from iepaudit.extract import ReadOptions
from iepaudit.extract.sandbox import Failure, Task, run_each
from iepaudit.model.errors import FileCrashed, FileError, FileMissing
from iepaudit.model.outcome import Problem

_HELP = """Writes the text of FILE with names, birth date, numbers and contacts masked. What was recognized as such is
masked; read the result before you give it to anybody, since no program knows every name.

\b
Examples:
  iepaudit redact myiep.pdf -o myiep-redacted.txt
  iepaudit redact myiep.pdf --also "Lincoln Elementary"
"""


@click.command(help=_HELP, short_help="Write a plan's text without what identifies the child.")
@click.argument("file")
@click.option("-o", "--output", metavar="PATH", help="Where to write (default: stdout).")
@click.option("--also", multiple=True, metavar="WORDS", help="Mask these words too: a school, a town, a relative.")
@option("--password-file", metavar="PATH", help="A file with the password of the PDF (or set IEPAUDIT_PASSWORD).")
def redact(file: str, output: str | None, also: tuple[str, ...], password_file: str | None) -> int:
    if not Path(file).exists():
        raise FileMissing(f"{file}: there is no such file")
    job = _Job(file, also, ReadOptions(password=password(password_file)))
    (found,) = run_each(_redacted, [Task(job, 120.0)])
    if isinstance(found, Failure):
        raise FileCrashed(f"{file}: the reader broke down ({found.detail or found.reason})")
    if isinstance(found, Problem):
        raise FileError(f"{file}: {found.message}")
    if output is None:
        terminal.write(found, for_people=True)
    else:
        terminal.write_file(Path(output), found)
        click.echo(f"{output} written; read it before you give it to anybody", err=True)
    return 0


@dataclass(frozen=True, slots=True)
class _Job:
    path: str
    also: tuple[str, ...]
    read: ReadOptions


def _redacted(job: _Job) -> str | Problem:
    """Runs in the worker. Pages are separated by form feeds."""
    from iepaudit.extract import read_document
    from iepaudit.parse import parse_part
    from iepaudit.report.redact import Redact, Redactor, labelled, names_in
    from iepaudit.segment import segment

    try:
        document = read_document(Path(job.path), job.read)
    except FileError as error:
        return Problem(error.reason, str(error))
    if not any(p.readable for p in document.pages):
        return Problem("no-text", "no page has text that can be read")
    ieps = [parse_part(document, part) for part in segment(document)]
    pages = ["\n".join(line.text for line in (*p.running, *p.lines)) for p in document.pages]
    own = [name for iep in ieps for name in names_in(iep)[0]]
    family, elsewhere = labelled(pages)
    others = [name for iep in ieps for name in names_in(iep)[1]] + list(family)
    births = [iep.student.birth_date.value for iep in ieps if iep.student.birth_date.value]
    redactor = Redactor(own, births[0] if births else None, Redact.NAMES, others, (*elsewhere, *job.also))
    return "\f".join(redactor.text(page) for page in pages) + "\n"
