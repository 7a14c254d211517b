"""`iepaudit check`: audit files and say what was found."""

from __future__ import annotations

import click

from iepaudit.cli.audit_options import audit_selection, reading_options, settings_options
from iepaudit.cli.options import option, use_prompts
from iepaudit.cli.settings import ConfiguredCommand, settings_of
from iepaudit.model.outcome import Severity
from iepaudit.policy.exit_code import FailOn
from iepaudit.report.formats import FORMATS
from iepaudit.report.redact import Redact

_HELP = """Reads each plan and says what is there, what was not found, and what to ask. PATHS are files, folders,
patterns such as 'cases/*.pdf', or - for standard input. Only IEPs, amendments and blank forms are audited; of any
other document you are told what it is.

\b
Examples:
  iepaudit check myiep.pdf
  iepaudit check cases/ -f concise --fail-on gap
  iepaudit check cases/ --report html=reports/ --report xlsx=cases.xlsx
  iepaudit check myiep.pdf -f json --report markdown=out/plan.md
  iepaudit check --kind template templates/
  iepaudit check myiep.pdf --select IEP2 --as-of 2026-09-01
  pdftotext -layout plan.pdf - | iepaudit check - --stdin-filename plan.txt

\b
Exit codes:
  0  all was read, nothing at or above --fail-on    1  findings at or above it
  2  could not run as asked    3  something was not read or not checked    130  interrupted
"""


@click.command(cls=ConfiguredCommand, help=_HELP, short_help="Audit plans.")
@click.argument("paths", nargs=-1, required=True)
@settings_options
@option("--baseline", metavar="FILE", help="Known findings: only new ones count.")
@option("--show-known", is_flag=True, help="Show known findings again.")
@option("-f", "--format", "format_name", type=click.Choice(list(FORMATS)), help="What goes to stdout (default: text).")
@option(
    "--report",
    "reports",
    multiple=True,
    metavar="FORMAT=PATH",
    envvar=None,
    help="Write this report as well; with a slash at the end of PATH, one for each plan.",
)
@option(
    "--fail-on",
    type=click.Choice([f.value for f in FailOn]),
    default="required",
    show_default=True,
    help="Exit 1 from this level on; 'review' also for what could not be decided.",
)
@option(
    "--show",
    type=click.Choice([s.value for s in Severity]),
    default="advice",
    show_default=True,
    help="Print findings from this level on; what is counted stays the same.",
)
@option("--show-passed", is_flag=True, help="List the checks that found nothing too.")
@option("--show-not-applicable", is_flag=True, help="List the checks that do not apply too.")
@audit_selection
@option("--list-files", is_flag=True, help="Say which files would be read, and stop.")
@option("--allow-empty", is_flag=True, help="Exit 0 even when there is nothing to check.")
@option(
    "--unreadable",
    type=click.Choice(["fail", "warn"]),
    default="fail",
    show_default=True,
    help="Whether an unread file or page makes the exit code 3.",
)
@reading_options
@option("-q", "--quiet", is_flag=True, help="No progress, and no last line when all is well.")
@option("-v", "--verbose", is_flag=True, help="Say more: where was looked, how to do better.")
@option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True)
@option("--width", type=click.IntRange(20), help="Columns of the text report (60 to 200).")
@option("--show-student", is_flag=True, help="Do not take the student's name out of the output.")
@option(
    "--redact",
    type=click.Choice([r.value for r in Redact]),
    help="What to take out: names (default, except on a terminal), all quotes, or nothing.",
)
@click.pass_context
def check(ctx: click.Context, /, paths: tuple[str, ...], prompts: tuple[str, ...], **given: object) -> int:
    from iepaudit.cli.check_run import CheckRun

    use_prompts(prompts)
    return CheckRun(ctx, settings_of(ctx), paths, given).run()
