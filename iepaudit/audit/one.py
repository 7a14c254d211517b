"""One file through all stages, in this very process."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from iepaudit.audit.failures import digest, unreadable
from iepaudit.audit.options import AuditOptions, load_rules
from iepaudit.model.document import Document, Grade
from iepaudit.model.identity import Identity
from iepaudit.model.iep import Goal, Iep, Kind, Part
from iepaudit.model.outcome import FileReport, PartSummary, Problem, RuleResult
from iepaudit.model.page_ranges import ranges
from iepaudit.policy.exit_code import AUDITED
from iepaudit.report.kinds import not_audited


def audit_here(path: Path, options: AuditOptions, *, shown: str = "") -> FileReport:
    """The report on one file, made in this very process: without limits, and with exceptions let through. For tests
    and for tools that guard themselves; everybody else wants `audit_file`."""
    from iepaudit.extract import read_document
    from iepaudit.segment import segment

    document = read_document(path, options.read)
    name = shown or str(path)
    sha256 = digest(path)
    pages = tuple(p.quality for p in document.pages)
    if not document.pages:
        return unreadable(name, Problem("no-pages", "The file holds no pages."), sha256)
    if not any(p.readable for p in document.pages):
        return replace(unreadable(name, _no_text(document), sha256), pages=pages, notes=document.notes)
    if len(options.pages.of(len(document.pages))) == len(document.pages):
        return _report(name, sha256, document, _as_told(segment(document), options.kind), options)
    chosen = _chosen(document, options)
    if not any(p.readable for p in chosen.pages):
        problem = _no_text(chosen) if chosen.pages else _no_such_pages(document, options)
        return replace(unreadable(name, problem, sha256), pages=pages, notes=document.notes)
    report = _report(name, sha256, chosen, _as_told(segment(chosen), options.kind), options)
    return replace(report, pages=pages, identities=_all_names(document, report))


def _chosen(document: Document, options: AuditOptions) -> Document:
    """The document without the pages that were not asked for."""
    wanted = frozenset(options.pages.of(len(document.pages)))
    note = f"Of the {len(document.pages)} pages only {ranges(wanted)} {'was' if len(wanted) == 1 else 'were'} audited."
    return replace(
        document, pages=tuple(p for p in document.pages if p.number in wanted), notes=(note, *document.notes)
    )


def _all_names(document: Document, report: FileReport) -> tuple[Identity, ...]:
    """Whom the whole file names: the name on a cover must not be shown when only the goals are audited."""
    from iepaudit.parse import parse_part
    from iepaudit.parse.identities import find_identities
    from iepaudit.report.redact import of_plan
    from iepaudit.segment import segment

    parts = segment(document)
    ieps = [parse_part(document, part) for part in parts]
    own = [identity for iep in ieps for identity in of_plan(replace(report, iep=iep))]
    return tuple(dict.fromkeys((*report.identities, *own, *find_identities(document, parts, ieps))))


def _report(name: str, sha256: str, document: Document, parts: tuple[Part, ...], options: AuditOptions) -> FileReport:
    from iepaudit.parse import parse_part
    from iepaudit.parse.identities import find_identities

    main = _main_part(parts)
    audited = [p for p in parts if p.kind in AUDITED and (p is main or p.kind is not Kind.BLANK_FORM)]
    problems = list(_unread_pages(document, audited or [main]))
    notes = list(document.notes)
    results: list[RuleResult] = []
    iep: Iep | None = None
    as_of = ""
    of_its_day = False
    ieps: list[Iep] = []
    for part in audited:
        parsed = parse_part(document, part)
        ieps.append(parsed)
        if options.second_opinion:
            parsed = _second_opinion(parsed)
        when = options.as_of or _date_of(parsed)
        if when is None:
            when = date.today()
            of_its_day = True
            if part.kind is not Kind.BLANK_FORM:  # nothing in a form depends on a date
                notes.append(f"No meeting date could be read, so ages were worked out for today, {when.isoformat()}.")
        found = _evaluate(parsed, when, options)
        if part is main:
            iep = parsed
            as_of = "" if part.kind is Kind.BLANK_FORM and not options.as_of else when.isoformat()
            results = found + results
        else:
            results += [replace(r, at=f"pages {part.first_page}-{part.last_page}: {r.at}") for r in found]
    if not audited:
        notes.append(not_audited(main.kind))
    return FileReport(
        path=name,
        sha256=sha256,
        kind=main.kind,
        kind_evidence=main.evidence,
        pages=tuple(p.quality for p in document.pages),
        iep=iep,
        results=tuple(results),
        problems=tuple(problems),
        notes=tuple(n for n in notes if n),
        as_of=as_of,
        parts=tuple(PartSummary(p.kind, p.evidence, p.first_page, p.last_page, p in audited) for p in parts),
        of_its_day=of_its_day,
        identities=find_identities(document, parts, ieps),
    )


def _evaluate(parsed: Iep, when: date, options: AuditOptions) -> list[RuleResult]:
    from iepaudit.engine import evaluate

    ruleset = load_rules(options)
    results = list(evaluate(ruleset, parsed, as_of=when, select=options.selection))
    if not options.second_opinion:
        return results
    from iepaudit.engine.doubt import less_sure

    return less_sure(results, ruleset, parsed)


def _second_opinion(iep: Iep) -> Iep:
    """The same plan, with less confidence in what the second reader of goals sees otherwise."""
    from iepaudit.parse.grammar.second import with_second_opinion

    def asked(goals: tuple[Goal, ...]) -> tuple[Goal, ...]:
        opinions = with_second_opinion(g.analysis for g in goals)
        return tuple(replace(g, analysis=a) for g, a in zip(goals, opinions, strict=True))

    if iep.goals:
        iep = replace(iep, goals=asked(iep.goals))
    if iep.transition and iep.transition.goals:
        iep = replace(iep, transition=replace(iep.transition, goals=asked(iep.transition.goals)))
    return iep


def _as_told(parts: tuple[Part, ...], kind: str) -> tuple[Part, ...]:
    if kind == "auto":
        return parts
    wanted = Kind.IEP if kind == "iep" else Kind.BLANK_FORM
    main = _main_part(parts)
    told = replace(main, kind=wanted, evidence=f"Audited as {kind} because --kind says so.")
    return tuple(told if p is main else p for p in parts)


def _main_part(parts: tuple[Part, ...]) -> Part:
    """What a file is as a whole: an IEP when any part is one, else an amendment or a blank form, else its longest
    part."""
    for kind in (Kind.IEP, Kind.AMENDMENT):
        of_kind = [p for p in parts if p.kind is kind]
        if of_kind:
            return max(of_kind, key=_length)
    return max(parts, key=lambda p: (_length(p), -p.first_page))


def _length(part: Part) -> int:
    return part.last_page - part.first_page + 1


def _date_of(iep: Iep) -> date | None:
    for value in (iep.dates.meeting, iep.dates.start):
        if value.filled and value.value is not None:
            return value.value
    return None


def _unread_pages(document: Document, parts: list[Part]) -> Iterator[Problem]:
    """Pages of the audited parts that say nothing reliable: what is missing may stand there."""
    inside = {n for p in parts for n in range(p.first_page, p.last_page + 1)}
    unread = [n for n in document.unreadable_pages if n in inside]
    if unread:
        word = "Page" if len(unread) == 1 else "Pages"
        reasons = sorted({p.quality.reason for p in document.pages if p.number in unread and p.quality.reason})
        why = f" ({'; '.join(r.rstrip('.') for r in reasons[:2])})" if reasons else ""
        yield Problem("pages-not-read", f"{word} {ranges(unread)} could not be read{why}.")


def _no_text(document: Document) -> Problem:
    if all(p.quality.grade is Grade.UNREADABLE for p in document.pages):
        return Problem("no-text", "No page has text that can be read; the file looks like a scan.")
    return Problem("no-text", "The text of the file is too damaged to be relied on.")


def _no_such_pages(document: Document, options: AuditOptions) -> Problem:
    count = len(document.pages)
    has = "one page" if count == 1 else f"{count} pages"
    return Problem("no-pages", f"The file has {has}, none of them in {options.pages}.")
