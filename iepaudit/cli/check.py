"""`iepaudit check`: audit files and say what was found."""

from __future__ import annotations

import click

from iepaudit.cli.options import (
    IsoDate,
    Words,
    cache_options,
    ocr_option,
    option,
    prompts_option,
    second_opinion_option,
    use_prompts,
)
from iepaudit.cli.settings import ConfiguredCommand, settings_of
from iepaudit.model.outcome import Severity
from iepaudit.policy.exit_code import FailOn
from iepaudit.policy.suppressions import NAME as SUPPRESSIONS
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
@option("--isolated", is_flag=True, expose_value=False, help="Use no settings file.")
@option(
    "--config",
    expose_value=False,
    metavar="FILE",
    help="Use this settings file (default: the nearest iepaudit.toml or pyproject.toml).",
)
@click.option(
    "--set",
    multiple=True,
    expose_value=False,
    metavar="KEY=VALUE",
    help="A setting as in a file: rule.NAME.NUMBER=VALUE, or any other.",
)
@option("--suppressions", metavar="FILE", help=f"A list of findings that were explained (default: {SUPPRESSIONS}).")
@option("--no-suppressions", is_flag=True, help="Show suppressed findings again.")
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
@option(
    "--select", type=Words(), multiple=True, metavar="RULES", help="Run only these: IEP2, IEP204, a name, tag:goals."
)
@option("--extend-select", type=Words(), multiple=True, metavar="RULES", help="Run these as well.")
@option("--ignore", type=Words(), multiple=True, metavar="RULES", help="Do not run these.")
@option("--must-run", type=Words(), multiple=True, metavar="RULES", help="Run these whatever else says.")
@option("--severity", "severities", multiple=True, metavar="RULE=LEVEL", help="Give a rule another level.")
@option(
    "--min-confidence",
    type=click.Choice(["high", "medium", "low"]),
    default="low",
    show_default=True,
    help="Leave out findings that are less sure.",
)
@option("--profile", default="federal", show_default=True, help="A state's rules: tx, wi ...")
@option("--as-of", type=IsoDate(), help="The date for ages and deadlines (default: the meeting date in the plan).")
@option(
    "--kind",
    type=click.Choice(["auto", "iep", "template"]),
    default="auto",
    show_default=True,
    help="Read every file as an IEP, or as a blank form.",
)
@option("--rules", "rule_paths", multiple=True, metavar="PATH", help="Rule files or folders of your own.")
@option("--include", multiple=True, metavar="PATTERN", help="In folders, read these files only.")
@option("--exclude", multiple=True, metavar="PATTERN", help="In folders, leave these files out.")
@option("--force-exclude", is_flag=True, help="Leave out what is excluded even when it is named one by one.")
@option("--no-recursive", is_flag=True, help="Do not go into folders inside folders.")
@option("--list-files", is_flag=True, help="Say which files would be read, and stop.")
@option("--allow-empty", is_flag=True, help="Exit 0 even when there is nothing to check.")
@option(
    "--unreadable",
    type=click.Choice(["fail", "warn"]),
    default="fail",
    show_default=True,
    help="Whether an unread file or page makes the exit code 3.",
)
@option("--password-file", metavar="PATH", help="A file with the password of the PDF (or set IEPAUDIT_PASSWORD).")
@ocr_option()
@prompts_option()
@second_opinion_option()
@option("-j", "--jobs", type=click.IntRange(0), default=0, help="Files read at once (default: one for each core).")
@cache_options()
@option("--timeout", type=click.FloatRange(0.1), help="Seconds for one file (default: by its size).")
@option("--max-pages", type=click.IntRange(1), default=2000, show_default=True, help="Pages of one file at most.")
@option("--max-size", type=click.IntRange(1), default=100, show_default=True, help="Megabytes of one file at most.")
@option("--max-memory", type=click.IntRange(200), default=2000, show_default=True, help="Megabytes for reading a file.")
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
@option("--stdin-filename", default="", metavar="NAME", help="The name and type of what comes from standard input.")
@click.pass_context
def check(ctx: click.Context, /, paths: tuple[str, ...], prompts: tuple[str, ...], **given: object) -> int:
    from iepaudit.cli.check_run import CheckRun

    use_prompts(prompts)
    return CheckRun(ctx, settings_of(ctx), paths, given).run()
