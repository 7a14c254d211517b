"""`iepaudit why FILE RULE`: how a rule came to its answer on a file."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from iepaudit.cli import terminal
from iepaudit.cli.options import IsoDate, option
from iepaudit.cli.rules import find_rule, outcome_words
from iepaudit.model.errors import FileError, UsageError

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
@option("-f", "--format", "format_name", type=click.Choice(["text", "json"]), default="text", show_default=True)
def why(file: str, rule: str, profile: str, rule_paths: tuple[str, ...], as_of: date | None, format_name: str) -> int:
    from iepaudit.audit import AuditOptions, audit_file, load_rules
    from iepaudit.engine.build import build_facts
    from iepaudit.engine.evaluate import run_rule, trace_rule
    from iepaudit.engine.trace import Trace, render

    options = AuditOptions(profile=profile, rule_paths=rule_paths, as_of=as_of)
    ruleset = load_rules(options)
    found = find_rule(ruleset, rule)
    report = audit_file(file, options)
    if report.iep is None:
        reason = report.problems[0].message if report.problems else report.kind_evidence
        if report.problems:
            raise FileError(f"{file}: {reason}")
        raise UsageError(f"{file} was not audited: {reason}")
    day = as_of or (date.fromisoformat(report.as_of) if report.as_of else date.today())
    facts = build_facts(report.iep, ruleset, day)
    traces = trace_rule(found, facts, ruleset.lexicons, report.iep.kind)
    results = run_rule(found, facts, ruleset.lexicons, report.iep.kind, ruleset.profile.name)
    if format_name == "json":
        import json

        def as_data(trace: Trace) -> dict[str, Any]:
            return {
                "check": trace.label, "truth": trace.truth.word, "detail": trace.detail,
                "places": [{"page": p.page, "quote": p.quote} for p in trace.places],
                "looked": list(trace.looked), "children": [as_data(c) for c in trace.children],
            }  # fmt: skip

        data = {
            "rule": found.name,
            "id": found.id,
            "results": [{"outcome": r.outcome.value, "at": r.at, "message": r.message} for r in results],
            "trace": [{"at": name, **as_data(trace)} for name, trace in traces],
        }
        terminal.write(json.dumps(data, ensure_ascii=False, indent=2) + "\n", for_people=False)
        return 0
    lines = [f"{found.id} {found.name}: {found.title}", f"{file}: {report.kind_evidence}", ""]
    for name, trace in traces:
        lines += [name, *(f"  {line}" for line in render(trace)), ""]
    lines += [outcome_words(r) for r in results]
    terminal.write("\n".join(lines) + "\n", for_people=True)
    return 0
