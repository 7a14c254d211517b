"""`iepaudit doctor`: is this installation sound? Offline, and safe to paste: no path below the home folder's name."""

from __future__ import annotations

import platform
import sys
import tempfile
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import click

from iepaudit import __version__

PACKAGES = (
    *("click", "rich", "PyYAML", "msgspec", "Pebble", "regex", "google-re2"),
    *("pypdfium2", "pdfplumber", "pdfminer.six", "spacy", "cryptography", "pathspec"),
)
_PLAN = """Individualized Education Program (IEP)
Student: Sample Student    Grade: 3
Meeting date: 09/15/2025

Present Levels of Academic Achievement and Functional Performance
The student reads 52 words correct per minute on third-grade passages.

Measurable Annual Goals
Goal 1: By September 14, 2026, given a third-grade passage, the student will read aloud 90 words correct per minute
on 3 of 4 weekly probes.
"""

_HELP = """Checks this installation: versions, rules, and a plan of its own from end to end. Offline; the output can
be pasted into a report of a problem.

\b
Example:
  iepaudit doctor
"""


@click.command(help=_HELP, short_help="Check this installation.")
def doctor() -> int:
    from iepaudit.cli.app import fail

    click.echo(
        f"iepaudit {__version__}, Python {platform.python_version()} on {platform.system()} {platform.machine()}"
    )
    missing = [name for name in PACKAGES if not _said(name)]
    trouble = [f"{name} is not installed" for name in missing]
    trouble += _rules() + _self_test()
    from iepaudit.cli.cache import said as kept_results

    click.echo(f"kept results: {kept_results()}")
    encoding = sys.stdout.encoding or "unknown"
    click.echo(f"stdout: {encoding}, {'a terminal' if sys.stdout.isatty() else 'no terminal'}")
    if trouble:
        return fail(2, "; ".join(trouble))
    click.echo("All is well.")
    return 0


def _said(name: str) -> bool:
    try:
        found = version(name)
    except PackageNotFoundError:
        click.echo(f"  {name}: missing")
        return False
    click.echo(f"  {name} {found}")
    return True


def _rules() -> list[str]:
    from iepaudit.audit import AuditOptions, load_rules
    from iepaudit.model.errors import UsageError

    try:
        ruleset = load_rules(AuditOptions())
    except UsageError as error:
        return [f"the rules cannot be used: {error}"]
    click.echo(f"rules: {len(ruleset.rules)}, digest {ruleset.digest[:12]}")
    return []


def _self_test() -> list[str]:
    """Reads a plan through every stage, in a worker with its limits, as `check` does."""
    from iepaudit.audit import AuditOptions, audit_file
    from iepaudit.model.errors import UsageError
    from iepaudit.model.iep import Kind

    with tempfile.TemporaryDirectory(prefix="iepaudit-") as folder:
        path = Path(folder) / "plan.txt"
        path.write_text(_PLAN, "utf-8")
        try:
            report = audit_file(path, AuditOptions(kind="iep"))
        except UsageError as error:
            return [f"self-test: {error}"]
    if report.kind is not Kind.IEP or report.iep is None:
        return [f"self-test: {report.problems[0].message if report.problems else 'the plan was not understood'}"]
    goals = len(report.iep.goals or ())
    click.echo(f"self-test: read {goals} goal{'' if goals == 1 else 's'}, {len(report.results)} results")
    return [] if goals else ["self-test: the goal of the built-in plan was not found"]
