"""`iepaudit suppress`: writes down that a finding was looked at, and why it stands."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from iepaudit.cli import terminal
from iepaudit.cli.options import IsoDate
from iepaudit.model.errors import UsageError
from iepaudit.policy.suppressions import NAME

_HELP = f"""Adds an entry to the list of suppressions, so that a finding that somebody has looked at and explained is
not shown again. FILE is a plan, or a pattern such as '2026/*.pdf'; RULE an id or a name. The list is the nearest
{NAME}, or one that is made here.

\b
Examples:
  iepaudit suppress lee.pdf need-no-goal-or-support --reason "Met by the nursing plan, see page 9."
  iepaudit suppress lee.pdf IEP201 --at goals[1] --reason "The criterion is in the annex." --until 2027-06-30
"""


@click.command(help=_HELP, short_help="Write down why a finding stands.")
@click.argument("file")
@click.argument("rule")
@click.option("--reason", required=True, help="Why, in a few words.")
@click.option("--at", default="", metavar="PLACE", help="Only at this place, as JSON tells it: goals[1].")
@click.option("--by", default="", metavar="NAME", help="Who says so.")
@click.option("--until", type=IsoDate(), help="The finding returns after this date.")
@click.option("--list", "named", metavar="PATH", help="Another list than the nearest one.")
def suppress(file: str, rule: str, reason: str, at: str, by: str, until: date | None, named: str | None) -> int:
    from iepaudit.audit import AuditOptions, load_rules
    from iepaudit.policy.suppression_lists import find_list
    from iepaudit.policy.suppressions import Entry, check_entry, entry_text

    path = Path(named) if named else find_list(Path.cwd()) or Path(NAME)
    entry = Entry(rule, reason, file.replace("\\", "/"), at, by, until)
    check_entry(entry, ((r.id, r.name) for r in load_rules(AuditOptions()).all_rules))
    try:
        before = path.read_text("utf-8") if path.exists() else ""
    except (OSError, UnicodeDecodeError):
        raise UsageError(f"{path}: could not be read") from None
    gap = "" if not before else "\n" if before.endswith("\n") else "\n\n"
    terminal.write_file(path, before + gap + entry_text(entry))
    click.echo(f"{path}: {rule} in {file} is suppressed", err=True)
    return 0
