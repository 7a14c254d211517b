"""`iepaudit why FILE RULE`: how a rule came to its answer on a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from iepaudit.cli import terminal
from iepaudit.cli.options import IsoDate, option
from iepaudit.cli.rules import find_rule, outcome_words
from iepaudit.extract.sandbox import Failure, Task, run_each
from iepaudit.model.errors import FileCrashed, FileError, FileMissing, FileTimeout, UsageError
from iepaudit.model.outcome import Problem, RuleResult

if TYPE_CHECKING:
    from iepaudit.engine.trace import Trace
    from iepaudit.report.redact import Redact, Redactor

_HELP = """Says why RULE fired on FILE or stayed silent: every check of the rule with its answer (yes, no, unsure) and
the words that were tried, as quotes from the file. The outcome at the end is the one that `iepaudit check` gives.

\b
Examples:
  iepaudit why myiep.pdf goal-no-criterion
  iepaudit why myiep.pdf IEP101 --format json
"""


@click.command(help=_HELP, short_help="Say why a rule fired or stayed silent.")
@click.argument("file")
@click.argument("rule")
@option("--profile", default="federal", show_default=True, help="State profile.")
@option("--rules", "rule_paths", multiple=True, metavar="PATH", help="Rule files of your own.")
@option("--as-of", type=IsoDate(), metavar="DATE", help="The day that ages and deadlines are decided on.")
@option("--timeout", type=click.FloatRange(0.1), default=120.0, show_default=True, help="Seconds at most.")
@option("-f", "--format", "format_name", type=click.Choice(["text", "json"]), default="text", show_default=True)
@option("--show-student", is_flag=True, help="Do not take names out of the output.")
def why(
    file: str,
    rule: str,
    profile: str,
    rule_paths: tuple[str, ...],
    as_of: date | None,
    timeout: float,
    format_name: str,
    show_student: bool,
) -> int:
    from iepaudit.audit import AuditOptions, load_rules
    from iepaudit.report.redact import Redact

    if not Path(file).exists():
        raise FileMissing(f"{file}: there is no such file")
    found = find_rule(load_rules(AuditOptions(profile=profile, rule_paths=rule_paths)), rule)
    redact = Redact.OFF if show_student or (format_name == "text" and terminal.is_terminal()) else Redact.NAMES
    (answer,) = run_each(_explain, [Task(_Job(file, found.id, profile, rule_paths, as_of, redact), timeout)])
    if isinstance(answer, Failure):
        if answer.reason == "time-limit":
            raise FileTimeout(f"{file}: stopped after {timeout:.0f} s; --timeout SECONDS allows more")
        raise FileCrashed(f"{file}: the reader broke down ({answer.detail or answer.reason})")
    if isinstance(answer, Problem):
        if answer.reason == "not-audited":
            raise UsageError(f"{file} was not audited: {answer.message}")
        raise FileError(f"{file}: {answer.message}")
    if format_name == "json":
        _write_json(found.name, found.id, answer)
    else:
        lines = [f"{found.id} {found.name}: {found.title}", f"{file}: {answer.kind}", ""]
        _write_text(lines, answer)
    return 0


@dataclass(frozen=True, slots=True)
class _Job:
    path: str
    rule: str
    profile: str
    rule_paths: tuple[str, ...]
    as_of: date | None
    redact: Redact


@dataclass(frozen=True, slots=True)
class _Answer:
    kind: str  # what the file is, in words
    traces: tuple[tuple[str, Trace], ...]
    results: tuple[RuleResult, ...]
    redactor: Redactor


def _explain(job: _Job) -> _Answer | Problem:
    """Runs in the worker, since only there the whole text of the plan is at hand."""
    from iepaudit.audit import AuditOptions, audit_here, load_rules
    from iepaudit.engine.build import build_facts
    from iepaudit.engine.evaluate import run_rule, trace_rule
    from iepaudit.report.redact import redactor_for

    options = AuditOptions(profile=job.profile, rule_paths=job.rule_paths, as_of=job.as_of)
    ruleset = load_rules(options)
    try:
        report = audit_here(Path(job.path), options)
    except FileError as error:
        return Problem(error.reason, str(error))
    rule = ruleset.find(job.rule)
    if report.iep is None or rule is None or not report.results:
        return report.problems[0] if report.problems else Problem("not-audited", report.kind_evidence)
    day = job.as_of or (date.fromisoformat(report.as_of) if report.as_of else date.today())
    facts = build_facts(report.iep, ruleset, day)
    kind = report.iep.kind
    return _Answer(
        report.kind_evidence,
        trace_rule(rule, facts, ruleset.lexicons, kind),
        run_rule(rule, facts, ruleset.lexicons, kind, ruleset.profile.name),
        redactor_for(report, job.redact),
    )


def _write_text(lines: list[str], answer: _Answer) -> None:
    from iepaudit.engine.trace import render
    from iepaudit.report.clean import printable

    for name, trace in answer.traces:
        lines += [name, *(f"  {line}" for line in render(trace)), ""]
    lines += [outcome_words(r) for r in answer.results]
    terminal.write("".join(f"{printable(answer.redactor.text(line))}\n" for line in lines), for_people=True)


def _write_json(name: str, rule_id: str, answer: _Answer) -> None:
    import json

    from iepaudit.report.clean import escaped_json

    text = answer.redactor.text
    data = {
        "rule": name,
        "id": rule_id,
        "results": [{"outcome": r.outcome.value, "at": r.at, "message": text(r.message)} for r in answer.results],
        "trace": [{"at": at, **_as_data(trace, text)} for at, trace in answer.traces],
    }
    terminal.write(escaped_json(json.dumps(data, ensure_ascii=False, indent=2)) + "\n", for_people=False)


def _as_data(trace: Trace, text: Callable[[str], str]) -> dict[str, Any]:
    return {
        "check": trace.label,
        "truth": trace.truth.word,
        "detail": text(trace.detail),
        "places": [{"page": p.page, "quote": text(p.quote)} for p in trace.places],
        "looked": [text(where) for where in trace.looked],
        "children": [_as_data(c, text) for c in trace.children],
    }
