"""`iepaudit baseline`: keeps the list of known findings."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from iepaudit.cli import terminal
from iepaudit.cli.audit_options import audit_selection, reading_options, settings_options
from iepaudit.cli.options import option, use_prompts
from iepaudit.cli.progress import Progress
from iepaudit.cli.settings import ConfiguredCommand, settings_of
from iepaudit.model.errors import UsageError
from iepaudit.policy.baseline import Comparison, Known, dump_baseline, load_baseline

DEFAULT = "iepaudit-baseline.json"

_HELP = """Keeps a list of known findings, so that `iepaudit check --baseline FILE` counts only new ones. The list holds
no text of the plans; with IEPAUDIT_KEY set it also holds keyed hashes, by which a finding is known again when goals
move.

\b
Examples:
  iepaudit baseline create templates/ --kind template
  iepaudit check templates/ --kind template --baseline iepaudit-baseline.json
  iepaudit baseline prune templates/ --kind template
  iepaudit baseline show
"""


@click.group(help=_HELP, short_help="Keep a list of known findings.")
def baseline() -> None:
    pass


_file = click.option("--file", "path", default=DEFAULT, show_default=True, metavar="FILE", help="The list.")


def _auditing(command: Any) -> Any:
    """The arguments of a command that audits as `check` does, under the same options and settings."""
    quiet = option("-q", "--quiet", is_flag=True, help="No progress.")
    for add in (quiet, reading_options, audit_selection, settings_options, _file):
        command = add(command)
    return click.argument("paths", nargs=-1, required=True)(click.pass_context(command))


@baseline.command(cls=ConfiguredCommand)
@_auditing
def create(ctx: click.Context, /, path: str, **given: Any) -> int:
    """Write all present findings to a new list. What is found depends on the same options and settings as in `check`.
    Example: iepaudit baseline create templates/"""
    if Path(path).exists():
        raise UsageError(f"{path} is there already; iepaudit baseline update changes it")
    compared = Comparison(key=_key())
    unread = _audit(ctx, given, compared)
    entries = compared.updated()
    return _write(path, entries, f"{_count(entries)} known", unread)


@baseline.command(cls=ConfiguredCommand)
@_auditing
@click.option("--add", is_flag=True, help="Add new findings too.")
def update(ctx: click.Context, /, path: str, add: bool, **given: Any) -> int:
    """Bring the list up to date; new findings are added with --add only, and other files are left alone. Example:
    iepaudit baseline update --add templates/"""
    compared = Comparison(load_baseline(Path(path)), _key())
    unread = _audit(ctx, given, compared)
    if compared.added and not add:
        raise UsageError(f"{_count(compared.added)} are new; --add takes them into the list")
    entries = compared.updated(_gone)
    return _write(path, entries, f"{_count(entries)} known, {_count(compared.fixed(_gone))} gone", unread)


@baseline.command(cls=ConfiguredCommand)
@_auditing
def prune(ctx: click.Context, /, path: str, **given: Any) -> int:
    """Take out what is fixed, and files that are there no more; nothing is added. Example: iepaudit baseline prune
    templates/"""
    compared = Comparison(load_baseline(Path(path)), _key())
    unread = _audit(ctx, given, compared)
    entries = compared.pruned(_gone)
    return _write(path, entries, f"{_count(entries)} known, {_count(compared.fixed(_gone))} gone", unread)


@baseline.command()
@_file
def show(path: str) -> int:
    """Print the list. Example: iepaudit baseline show"""
    for entry in load_baseline(Path(path)):
        times = f" x{entry.count}" if entry.count > 1 else ""
        click.echo(f"{entry.file}: {entry.rule} at {entry.at}{times}")
    return 0


def _audit(ctx: click.Context, given: dict[str, Any], compared: Comparison) -> tuple[str, ...]:
    """Audits, and gives the names of the files that were not read whole."""
    from iepaudit.cli.auditing import Auditing

    use_prompts(given.pop("prompts"))
    auditing = Auditing(ctx, settings_of(ctx), given.pop("paths"), given)
    inputs = auditing.inputs()
    if not inputs.files:
        raise UsageError("; ".join(inputs.empty) or "no file to check was found")
    progress = Progress(quiet=given["quiet"])
    audit = auditing.begin(inputs, progress)
    unread = []
    try:
        with progress:
            for report in audit.reports():
                compared.mark(report)
                if report.problems:
                    unread.append(report.path)
    finally:
        audit.close()
    return tuple(unread)


def _write(path: str, entries: tuple[Known, ...], said: str, unread: tuple[str, ...]) -> int:
    terminal.write_file(Path(path), dump_baseline(entries))
    click.echo(f"{path}: {said}", err=True)
    if not unread:
        return 0
    from iepaudit.cli.app import fail

    more = f" and {len(unread) - 3} more" if len(unread) > 3 else ""
    return fail(3, f"not read, or not wholly: {', '.join(unread[:3])}{more}; findings may be missing from the list")


def _gone(file: str) -> bool:
    return not Path(file).exists()


def _count(entries: Iterable[Known]) -> str:
    n = sum(e.count for e in entries)
    return f"{n} finding{'' if n == 1 else 's'}"


def _key() -> str:
    return os.environ.get("IEPAUDIT_KEY", "")
