"""The pages that findings stand on, as pictures: drawn in a worker process, with names covered as text is redacted."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from iepaudit.model.errors import FileError
from iepaudit.model.field import Place
from iepaudit.model.identity import Role
from iepaudit.model.iep import Kind
from iepaudit.model.outcome import FileReport, RuleResult
from iepaudit.report.options import ReportOptions
from iepaudit.report.redact import Redact, Redactor, of_plan, redactor_for

if TYPE_CHECKING:
    from iepaudit.extract.pictures import PagePicture, Wanted
    from iepaudit.extract.quoted import Quoted

MOST_PAGES = 40  # about 60 kB each in the report
MOST_PLACES = 40  # on one page
_SECONDS = 60.0
_MAGIC = b"%PDF-"


@dataclass(frozen=True, slots=True)
class Pictures:
    """`note` says, in a sentence, which pictures are left out and why; "" when none is."""

    pages: dict[int, PagePicture] = field(default_factory=dict)
    places: dict[tuple[int, int], Quoted] = field(default_factory=dict)  # by result and by its piece of evidence
    note: str = ""


def pictures_of(report: FileReport, results: Iterable[RuleResult], options: ReportOptions) -> Pictures:
    """Pictures of the pages that `results` name. Never raises: what cannot be drawn is told in `note`."""
    results = tuple(results)
    if not any(r.evidence for r in results):
        return Pictures()
    why = _why_not(report, options)
    if why:
        return Pictures(note=f"Without pictures of the pages: {why}.")
    wanted, keys = _wanted(results)
    drawn = _in_worker(report, tuple(wanted[:MOST_PAGES]), options)
    if isinstance(drawn, str):
        return Pictures(note=f"Without pictures of the pages: {drawn}.")
    places: dict[tuple[int, int], Quoted] = {}
    for picture in drawn:
        places.update(zip(keys[picture.number], picture.quotes, strict=False))
    return Pictures({p.number: p for p in drawn if p.data}, places, _left_out(drawn, len(wanted)))


def source_of(report: FileReport, options: ReportOptions) -> Path | str:
    """The plan itself, unchanged since it was read and a PDF; else why it is not there, as half a sentence."""
    if options.source is None:
        return "this report was made from a saved result, not from the plan"
    path = Path(report.path)
    if report.path == "-" or not path.is_file():
        return "the plan came from standard input and is not there any more"
    try:
        with path.open("rb") as file:
            head = file.read(1024)
            file.seek(0)
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return "the plan could not be opened again"
    if _MAGIC not in head:
        return "the plan is not a PDF"
    return path if digest == report.sha256 else "the plan has been changed since it was read"


def _why_not(report: FileReport, options: ReportOptions) -> str:
    if options.redact is Redact.ALL:
        return "none of the plan's words are to be shown"
    source = source_of(report, options)
    if isinstance(source, str):
        return source
    known = (*report.identities, *of_plan(report))
    form = report.kind is Kind.BLANK_FORM  # names nobody
    if options.redact is Redact.NAMES and not form and not any(i.role is Role.STUDENT for i in known):
        return "no student's name was recognized, so that it could not be covered"
    return ""


def _wanted(results: tuple[RuleResult, ...]) -> tuple[list[Wanted], dict[int, list[tuple[int, int]]]]:
    """The pages to draw, those of the first results first, and which result and evidence each quote belongs to."""
    from iepaudit.extract.pictures import Wanted

    places: dict[int, list[Place]] = {}
    matches: dict[int, list[str]] = {}
    keys: dict[int, list[tuple[int, int]]] = {}
    for n, result in enumerate(results):
        for k, place in enumerate(result.evidence):
            on_page = places.setdefault(place.page, [])
            if len(on_page) < MOST_PLACES:
                on_page.append(place)
                matches.setdefault(place.page, []).append(result.match)
                keys.setdefault(place.page, []).append((n, k))
    wanted = [
        Wanted(page, tuple((p.box, p.quote, m) for p, m in zip(places[page], matches[page], strict=True)))
        for page in places
    ]
    return wanted, keys


@dataclass(frozen=True, slots=True)
class _Job:
    path: str
    password: str | None
    wanted: tuple[Wanted, ...]
    redactor: Redactor


def _in_worker(report: FileReport, wanted: tuple[Wanted, ...], options: ReportOptions) -> list[PagePicture] | str:
    from iepaudit.extract.sandbox import Failure, Task, run_each

    assert options.source is not None
    job = _Job(report.path, options.source.password, wanted, redactor_for(report, options.redact))
    outcomes = run_each(_draw, [Task(job, _SECONDS)])
    try:
        drawn = next(outcomes)
    finally:
        outcomes.close()
    return "drawing them failed" if isinstance(drawn, Failure) else drawn


def _draw(job: _Job) -> list[PagePicture] | str:
    """Runs in the worker."""
    from iepaudit.extract.pictures import draw_pages

    hidden = job.redactor.spans if job.redactor.on else None
    try:
        return list(draw_pages(Path(job.path), job.password, job.wanted, hidden))
    except FileError:
        return "the plan could not be opened for drawing"


def _left_out(drawn: list[PagePicture], wanted: int) -> str:
    from iepaudit.report.view import page_words

    reasons: dict[str, list[int]] = {}
    for picture in drawn:
        if not picture.data:
            reasons.setdefault(picture.reason, []).append(picture.number)
    said = [f"no picture of {page_words(pages, short=False)}, because {why}" for why, pages in reasons.items()]
    if wanted > MOST_PAGES:
        said.append(f"pictures of {MOST_PAGES} pages only")
    text = "; ".join(said)
    return f"{text[:1].upper()}{text[1:]}." if text else ""
