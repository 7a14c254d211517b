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

_HELP = """Writes the text of FILE so that it can be pasted into a chatbot or a mail: [student], [parent], [teacher],
[school] and the like stand in the place of names, birth date, numbers, addresses, telephone and e-mail.

What it cannot promise: a name that stands under no label, in no list of participants and behind no title, and that is
not a common given name, is not recognized. Words can tell who is meant without a name: a rare diagnosis, a small town,
an incident that was in the news. Pictures and handwriting are left out. So read the result before you give it to
anybody, and mask more with --also.

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
        terminal.write(found.text, for_people=True)
    else:
        terminal.write_file(Path(output), found.text)
    if found.unread:
        pages = f"page{'s' * (len(found.unread) > 1)} {', '.join(map(str, found.unread))}"
        click.echo(
            f"iepaudit: {pages} could not be read and {'are' if len(found.unread) > 1 else 'is'} left out", err=True
        )
    where = f"{output} written" if output else "done"
    click.echo(f"iepaudit: {where}; read it before you give it to anybody", err=True)
    return 0


@dataclass(frozen=True, slots=True)
class _Job:
    path: str
    also: tuple[str, ...]
    read: ReadOptions


@dataclass(frozen=True, slots=True)
class _Redacted:
    text: str  # pages are separated by form feeds
    unread: tuple[int, ...]


def _redacted(job: _Job) -> _Redacted | Problem:
    """Runs in the worker."""
    from iepaudit.extract import read_document
    from iepaudit.model.identity import Identity, Role
    from iepaudit.parse import parse_part
    from iepaudit.parse.identities import find_identities
    from iepaudit.report.clean import printable
    from iepaudit.report.redact import Redactor
    from iepaudit.segment import segment

    try:
        document = read_document(Path(job.path), job.read)
    except FileError as error:
        return Problem(error.reason, str(error))
    if not any(p.readable for p in document.pages):
        return Problem("no-text", "no page has text that can be read")
    parts = segment(document)
    known = find_identities(document, parts, [parse_part(document, part) for part in parts])
    redactor = Redactor((*(Identity(Role.WORDS, words) for words in job.also), *known))
    pages = ["\n".join(line.text for line in (*p.running, *p.lines)) for p in document.pages]
    unread = [p.number for p in document.pages if not p.readable]
    return _Redacted("\f".join(printable(redactor.text(page)) for page in pages) + "\n", tuple(unread))
