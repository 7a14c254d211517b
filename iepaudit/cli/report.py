"""`iepaudit report`: a saved JSON report in another format."""

from __future__ import annotations

from pathlib import Path

import click

from iepaudit.cli import terminal
from iepaudit.cli.options import option
from iepaudit.model.errors import UsageError
from iepaudit.policy.exit_code import FailOn
from iepaudit.report.formats import FORMATS, renderer
from iepaudit.report.options import ReportOptions
from iepaudit.report.redact import Redact

_HELP = """Renders a saved result of `iepaudit check -f json` again; the plan itself is not needed. What was left out of
the saved result, such as names, stays out.

\b
Examples:
  iepaudit check myiep.pdf -f json > result.json
  iepaudit report result.json -f html -o result.html
"""


@click.command(help=_HELP, short_help="Render a saved result again.")
@click.argument("result")
@option("-f", "--format", "format_name", type=click.Choice(list(FORMATS)), default="text", show_default=True)
@click.option("-o", "--output", metavar="PATH", help="Where to write (default: stdout).")
@option("--show-passed", is_flag=True, help="List the checks that found nothing too.")
@option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True)
@option("--width", type=click.IntRange(20), help="Columns of the text report (60 to 200).")
def report(result: str, format_name: str, output: str | None, show_passed: bool, color: str, width: int | None) -> int:
    from iepaudit.report.reload import load_run

    try:
        data = Path(result).read_bytes()
    except OSError as error:
        raise UsageError(f"{result}: could not be read ({error.strerror})") from None
    people = FORMATS[format_name].for_people
    options = ReportOptions(
        redact=Redact.OFF,  # the saved result holds only what may be shown
        show_passed=show_passed,
        width=terminal.width(width),
        color=output is None and terminal.color(color),
        unicode=output is not None or not people or terminal.unicode(),
        fail_weight=FailOn.REQUIRED.weight,
    )
    if output is None:
        terminal.refuse_binary(format_name, binary=FORMATS[format_name].binary)
    text = renderer(format_name)(load_run(data, result), options)
    if output is None:
        terminal.write(text, for_people=people)
    else:
        terminal.write_file(Path(output), text)
    return 0
