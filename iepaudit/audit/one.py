"""One file through all stages, in this very process."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from iepaudit.audit.failures import digest, unreadable
from iepaudit.audit.options import AuditOptions
from iepaudit.model.document import Document, Grade, PageQuality
from iepaudit.model.identity import Identity
from iepaudit.model.iep import Kind
from iepaudit.model.outcome import FileReport, Problem
from iepaudit.model.page_ranges import ranges
from iepaudit.report.kinds import not_audited

if TYPE_CHECKING:
    from iepaudit.audit.parts import Audited


def audit_here(path: Path, options: AuditOptions, *, shown: str = "") -> FileReport:
    """The report on one file, made in this very process: without limits, and with exceptions let through. For tests
    and for tools that guard themselves; everybody else wants `audit_file`."""
    from iepaudit.extract import read_document

    document = read_document(path, options.read)
    name = shown or str(path)
    sha256 = digest(path)
    pages = tuple(p.quality for p in document.pages)
    if not pages:
        return unreadable(name, Problem("no-pages", "The file holds no pages."), sha256)
    if not any(q.readable for q in pages):
        return replace(unreadable(name, _no_text(pages), sha256), pages=pages, notes=document.notes)
    wanted = frozenset(options.pages.of(len(pages)))
    if len(wanted) == len(pages):
        return _report(name, sha256, document, pages, options)
    if not any(pages[n - 1].readable for n in wanted):
        problem = _no_text([pages[n - 1] for n in wanted]) if wanted else _no_such_pages(len(pages), options)
        return replace(unreadable(name, problem, sha256), pages=pages, notes=document.notes)
    report = _report(name, sha256, _chosen(document, wanted), pages, options)
    return replace(report, identities=_all_names(document, report))


def _chosen(document: Document, wanted: frozenset[int]) -> Document:
    """The document without the pages that were not asked for."""
    count = len(document.pages)
    note = f"Of the {count} pages only {ranges(wanted)} {'was' if len(wanted) == 1 else 'were'} audited."
    pages = tuple(document.pages[n - 1] for n in sorted(wanted))
    return replace(document, pages=pages, notes=(note, *document.notes))


def _all_names(document: Document, report: FileReport) -> tuple[Identity, ...]:
    """Whom the whole file names: the name on a cover must not be shown when only the goals are audited."""
    from iepaudit.parse import parse_part
    from iepaudit.parse.identities import Mentions, identities_of, mentions_in
    from iepaudit.report.redact import of_plan
    from iepaudit.segment import parts_of

    own: list[Identity] = []
    mentions: list[Mentions] = []
    for part, pages in parts_of(document):
        iep = parse_part(pages, part)
        own += of_plan(replace(report, iep=iep))
        mentions.append(mentions_in(pages, part, iep))
    return tuple(dict.fromkeys((*report.identities, *own, *identities_of(mentions))))


def _report(
    name: str, sha256: str, document: Document, pages: tuple[PageQuality, ...], options: AuditOptions
) -> FileReport:
    """`pages` are all of the file, `document` what is to be audited of it."""
    from iepaudit.audit.parts import audit_parts, summary
    from iepaudit.parse.identities import identities_of

    main, parts = audit_parts(document, options)
    audited = [one for one in parts if one.results is not None]
    notes = list(document.notes)
    results = list(main.results or ())
    for one in audited:
        plan = one.part.kind is not Kind.BLANK_FORM  # nothing in a form depends on a date
        if one.today and plan and one.when:
            notes.append(f"No meeting date could be read, so ages were worked out for today, {one.when.isoformat()}.")
        if one is not main:
            at = f"pages {one.part.first_page}-{one.part.last_page}"
            results += [replace(r, at=f"{at}: {r.at}") for r in one.results or ()]
    if not audited:
        notes.append(not_audited(main.part.kind))
    dated = main.when is not None and (main.part.kind is not Kind.BLANK_FORM or options.as_of)
    return FileReport(
        path=name,
        sha256=sha256,
        kind=main.part.kind,
        kind_evidence=main.part.evidence,
        pages=pages,
        iep=main.iep,
        results=tuple(results),
        problems=tuple(_unread_pages(pages, audited or [main])),
        notes=tuple(n for n in notes if n),
        as_of=main.when.isoformat() if main.when and dated else "",
        parts=tuple(map(summary, parts)),
        of_its_day=any(one.today for one in audited),
        identities=identities_of([one.mentions for one in parts]),
    )


def _unread_pages(pages: Sequence[PageQuality], parts: Iterable[Audited]) -> Iterator[Problem]:
    """Pages of the audited parts that say nothing reliable: what is missing may stand there."""
    unread = [n for one in parts for n in one.unreadable_pages]
    if unread:
        word = "Page" if len(unread) == 1 else "Pages"
        reasons = sorted({reason for n in unread if (reason := pages[n - 1].reason)})
        why = f" ({'; '.join(r.rstrip('.') for r in reasons[:2])})" if reasons else ""
        yield Problem("pages-not-read", f"{word} {ranges(unread)} could not be read{why}.")


def _no_text(pages: Iterable[PageQuality]) -> Problem:
    if all(p.grade is Grade.UNREADABLE for p in pages):
        return Problem("no-text", "No page has text that can be read; the file looks like a scan.")
    return Problem("no-text", "The text of the file is too damaged to be relied on.")


def _no_such_pages(count: int, options: AuditOptions) -> Problem:
    has = "one page, and it is not" if count == 1 else f"{count} pages, none of them"
    return Problem("no-pages", f"The file has {has} in {options.pages}.")
