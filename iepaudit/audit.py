"""Joins the stages: a file goes in, a FileReport comes out. The Python API, and what the command line itself uses.

import iepaudit
report = iepaudit.audit_file("myiep.pdf")       # iepaudit.audit("myiep.pdf") is the same
for result in report.results: ...
"""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from iepaudit.engine.select import ALL, Selection
from iepaudit.extract import ReadOptions
from iepaudit.extract.sandbox import MEMORY_BYTES, Failure, Task, describe, run_each
from iepaudit.model.document import Document, Grade
from iepaudit.model.errors import FileError, UsageError
from iepaudit.model.iep import Goal, Iep, Kind, Part
from iepaudit.model.outcome import FileReport, PartSummary, Problem, RuleResult
from iepaudit.policy.exit_code import AUDITED
from iepaudit.policy.inputs import STDIN, Input, Inputs, find_inputs
from iepaudit.report.kinds import not_audited

if TYPE_CHECKING:
    from iepaudit.rulepack import Rule, Ruleset

Progress = Callable[[int, int, str], None]  # files done, files in all, the name of the last one


@dataclass(frozen=True, slots=True)
class AuditOptions:
    """How to audit. `kind`: auto, iep (audit as an IEP whatever it looks like) or template (as a blank form)."""

    read: ReadOptions = field(default_factory=ReadOptions)
    profile: str = "federal"
    rule_paths: tuple[str, ...] = ()
    selection: Selection = ALL
    as_of: date | None = None
    kind: str = "auto"
    jobs: int = 1
    seconds: float | None = None  # wall time for one file; None: by the size of the file
    memory_bytes: int = MEMORY_BYTES
    stdin_filename: str = ""
    second_opinion: bool = False  # ask the second reader of goals too; loading it takes about a second


def audit_file(path: str | os.PathLike[str], options: AuditOptions = AuditOptions()) -> FileReport:
    """The report on one file. A file that cannot be read gives a report of kind `unreadable` with the reason; only a
    wrong option or a broken rule file raises (UsageError)."""
    load_rules(options)
    shown = os.fspath(path)
    return next(iter(audit_inputs((_input(shown),), options)))


def audit_paths(
    paths: Iterable[str | os.PathLike[str]], options: AuditOptions = AuditOptions(), progress: Progress | None = None
) -> Iterator[FileReport]:
    """Reports on files, folders and patterns, in the order of their names, each as soon as it is known. The results do
    not depend on `options.jobs`."""
    load_rules(options)
    inputs: Inputs = find_inputs([os.fspath(p) for p in paths])
    return audit_inputs(inputs.files, options, progress)


def audit_inputs(inputs: Iterable[Input], options: AuditOptions, progress: Progress | None = None) -> Reports:
    """The same for inputs that were found already. Work begins at once; `close()` ends it early."""
    return Reports(tuple(inputs), options, progress)


class Reports(Iterator[FileReport]):
    """Reports as they come, in the order of the inputs."""

    def __init__(self, files: tuple[Input, ...], options: AuditOptions, progress: Progress | None) -> None:
        self._options = options
        self._progress = progress
        self._stack = ExitStack()
        self._done = 0
        self._ready = tuple(
            _from_stdin(i, options, self._stack) if i.shown == STDIN and i.path is None else i for i in files
        )
        readable = [i for i in self._ready if i.path]
        tasks = (Task(_Job(i.shown, str(i.path), options), _seconds(i.path, options)) for i in readable)
        if readable:
            jobs = min(options.jobs, len(readable))
            self._outcomes = run_each(_work, tasks, jobs=jobs, memory_bytes=options.memory_bytes)
            self._stack.callback(self._outcomes.close)

    def __next__(self) -> FileReport:
        if self._done == len(self._ready):
            self.close()
            raise StopIteration
        item = self._ready[self._done]
        if item.path is None:
            assert item.problem is not None
            report = _unreadable(item.shown, item.problem)
        else:
            outcome = next(self._outcomes)
            report = _failed(item, outcome, self._options) if isinstance(outcome, Failure) else outcome
        self._done += 1
        if self._progress is not None:
            self._progress(self._done, len(self._ready), item.shown)
        if self._done == len(self._ready):
            self.close()
        return report

    def close(self) -> None:
        self._stack.close()


@lru_cache(maxsize=4)
def _rules(rule_paths: tuple[str, ...], profile: str) -> Ruleset:
    from iepaudit.rulepack import load_ruleset

    return load_ruleset(extra=tuple(Path(p) for p in rule_paths), profile=profile)


def load_rules(options: AuditOptions) -> Ruleset:
    """The rules that `options` name; raises UsageError for a broken rule file and an unknown profile or selector."""
    ruleset = _rules(options.rule_paths, options.profile)
    selected_rules(ruleset, options)
    return ruleset


def selected_rules(ruleset: Ruleset, options: AuditOptions) -> tuple[Rule, ...]:
    """The rules that will run; raises UsageError for a selector that fits none, and when none is left."""
    from iepaudit.engine import select_rules
    from iepaudit.engine.select import severities

    rules = select_rules(ruleset, options.selection)
    severities(ruleset, options.selection)
    if not rules:
        raise UsageError("no rule is left to run: --select and --ignore leave nothing")
    return rules


@dataclass(frozen=True, slots=True)
class _Job:
    shown: str
    path: str
    options: AuditOptions


def _work(job: _Job) -> FileReport:
    """Runs in the worker: the crash barrier of one file."""
    try:
        return _slim(audit_here(Path(job.path), job.options, shown=job.shown))
    except FileError as error:
        return _unreadable(job.shown, Problem(error.reason, str(error)), _digest(Path(job.path)))
    except MemoryError:
        raise
    except UsageError:
        raise
    except RecursionError:
        problem = Problem("crashed", "The file is nested too deeply to be read.")
        return _unreadable(job.shown, problem, _digest(Path(job.path)))
    except Exception as error:
        if os.environ.get("IEPAUDIT_DEBUG"):
            import traceback

            traceback.print_exc(file=sys.stderr)
        return _unreadable(job.shown, _internal(describe(error)), _digest(Path(job.path)))


def audit_here(path: Path, options: AuditOptions, *, shown: str = "") -> FileReport:
    """The report on one file, made in this very process: without limits, and with exceptions let through. For tests
    and for tools that guard themselves; everybody else wants `audit_file`."""
    from iepaudit.extract import read_document
    from iepaudit.segment import segment

    document = read_document(path, options.read)
    name = shown or str(path)
    digest = _digest(path)
    pages = tuple(p.quality for p in document.pages)
    if not document.pages:
        return _unreadable(name, Problem("no-pages", "The file holds no pages."), digest)
    if not any(p.readable for p in document.pages):
        return replace(_unreadable(name, _no_text(document), digest), pages=pages, notes=document.notes)
    parts = _as_told(segment(document), options.kind)
    return _report(name, digest, document, parts, options)


def _report(name: str, digest: str, document: Document, parts: tuple[Part, ...], options: AuditOptions) -> FileReport:
    from iepaudit.parse import parse_part

    main = _main_part(parts)
    audited = [p for p in parts if p.kind in AUDITED and (p is main or p.kind is not Kind.BLANK_FORM)]
    problems = list(_unread_pages(document, audited or [main]))
    notes = list(document.notes)
    results: list[RuleResult] = []
    iep: Iep | None = None
    as_of = ""
    for part in audited:
        parsed = parse_part(document, part)
        if options.second_opinion:
            parsed = _second_opinion(parsed)
        when = options.as_of or _date_of(parsed)
        if when is None:
            when = date.today()
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
        sha256=digest,
        kind=main.kind,
        kind_evidence=main.evidence,
        pages=tuple(p.quality for p in document.pages),
        iep=iep,
        results=tuple(results),
        problems=tuple(problems),
        notes=tuple(n for n in notes if n),
        as_of=as_of,
        parts=tuple(PartSummary(p.kind, p.evidence, p.first_page, p.last_page, p in audited) for p in parts),
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


def ranges(numbers: Iterable[int]) -> str:
    """Page numbers as people write them: "1-3, 7"."""
    runs: list[list[int]] = []
    for n in sorted(set(numbers)):
        if runs and n == runs[-1][1] + 1:
            runs[-1][1] = n
        else:
            runs.append([n, n])
    return ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in runs)


def _no_text(document: Document) -> Problem:
    if all(p.quality.grade is Grade.UNREADABLE for p in document.pages):
        return Problem("no-text", "No page has text that can be read; the file looks like a scan.")
    return Problem("no-text", "The text of the file is too damaged to be relied on.")


def _failed(item: Input, failure: Failure, options: AuditOptions) -> FileReport:
    assert item.path is not None
    if failure.reason == "time-limit":
        limit = f"{_seconds(item.path, options):.0f} s"
        problem = Problem("time-limit", f"Reading was stopped after {limit}; --timeout SECONDS allows more.")
    elif failure.reason == "memory-limit":
        problem = Problem("memory-limit", "Reading needed too much memory and was stopped.")
    elif failure.reason == "crashed":
        problem = Problem("crashed", "The PDF reader broke down on this file, twice.")
    else:
        problem = _internal(failure.detail)
    return _unreadable(item.shown, problem, _digest(item.path))


def _internal(detail: str) -> Problem:
    return Problem("internal-error", f"iepaudit itself failed on this file ({detail}); please report it.")


def _unreadable(shown: str, problem: Problem, digest: str = "") -> FileReport:
    return FileReport(
        path=shown,
        sha256=digest,
        kind=Kind.UNREADABLE,
        kind_evidence="",
        pages=(),
        iep=None,
        results=(),
        problems=(problem,),
    )


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _seconds(path: Path | None, options: AuditOptions) -> float:
    """Wall time for one file: 40 s and 4 s for each megabyte, ten times that with OCR."""
    if options.seconds:
        return options.seconds
    try:
        size = path.stat().st_size if path else 0
    except OSError:
        size = 0
    base = 40 + 4 * size / 1_000_000
    return base if options.read.ocr == "off" else base * 10


def _input(shown: str) -> Input:
    return find_inputs([shown]).files[0] if not Path(shown).is_file() else Input(shown, Path(shown))


def _from_stdin(item: Input, options: AuditOptions, stack: ExitStack) -> Input:
    """Standard input as a file that only this user can read, and that is gone after the run."""
    data = sys.stdin.buffer.read(options.read.max_bytes + 1)
    shown = options.stdin_filename or STDIN
    suffix = Path(options.stdin_filename).suffix or (".pdf" if data[:1024].lstrip().startswith(b"%PDF") else ".txt")
    folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="iepaudit-"))
    path = Path(folder) / f"stdin{suffix}"
    path.write_bytes(data)
    return replace(item, shown=shown, path=path)


def _slim(report: FileReport) -> FileReport:
    """With the words that reports quote only: the others would be most of what passes between processes, and of what
    a run over a thousand plans holds in memory. Where the filled-in text begins stays known."""
    if report.iep is None:
        return report
    sections = []
    begun = False
    for section in report.iep.sections:
        kept = []
        for block in section.blocks:
            first = bool(block.filled) and not begun
            begun = begun or first
            if first or section.key == "parent-concerns":
                kept.append(replace(block, lines=()))
        sections.append(replace(section, blocks=tuple(kept)))
    return replace(report, iep=replace(report.iep, sections=tuple(sections)))


class _Callable(ModuleType):
    """The function and the module that holds it have one name: `iepaudit.audit("myiep.pdf")` works, and so does
    `from iepaudit.audit import audit_file`, in whatever order."""

    def __call__(self, path: str | os.PathLike[str], options: AuditOptions = AuditOptions()) -> FileReport:
        return audit_file(path, options)


sys.modules[__name__].__class__ = _Callable
