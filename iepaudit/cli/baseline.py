"""`iepaudit baseline`: keeps the list of known findings."""

from __future__ import annotations

import os
from pathlib import Path

import click

from iepaudit.audit import AuditOptions, audit_inputs, load_rules
from iepaudit.cli import terminal
from iepaudit.cli.options import cores, option
from iepaudit.model.errors import UsageError
from iepaudit.model.outcome import FileReport
from iepaudit.policy.baseline import Known, apply, dump_baseline, known_of, load_baseline
from iepaudit.policy.inputs import find_inputs

DEFAULT = "iepaudit-baseline.json"

_HELP = """Keeps a list of known findings, so that `iepaudit check --baseline FILE` counts only new ones. The list holds
no text of the plans; with IEPAUDIT_KEY set it also holds keyed hashes, by which a finding is known again when goals
move.

\b
Examples:
  iepaudit baseline create templates/
  iepaudit check templates/ --baseline iepaudit-baseline.json
  iepaudit baseline prune templates/
  iepaudit baseline show
"""


@click.group(help=_HELP, short_help="Keep a list of known findings.")
def baseline() -> None:
    pass


_file = option("--file", "path", default=DEFAULT, show_default=True, metavar="FILE", help="The list.", envvar=None)
_profile = option("--profile", default="federal", show_default=True, help="A state's rules: tx, wi ...")
_paths = click.argument("paths", nargs=-1, required=True)


@baseline.command()
@_paths
@_file
@_profile
def create(paths: tuple[str, ...], path: str, profile: str) -> int:
    """Write all present findings to a new list. Example: iepaudit baseline create templates/"""
    if Path(path).exists():
        raise UsageError(f"{path} is there already; iepaudit baseline update changes it")
    entries = known_of(_reports(paths, profile), _key())
    return _write(path, entries, f"{_count(entries)} known")


@baseline.command()
@_paths
@_file
@_profile
@click.option("--add", is_flag=True, help="Add new findings too.")
def update(paths: tuple[str, ...], path: str, profile: str, add: bool) -> int:
    """Bring the list up to date; new findings are added with --add only. Example: iepaudit baseline update --add ."""
    old = load_baseline(Path(path))
    reports = _reports(paths, profile)
    compared = apply(reports, old, _key())
    if compared.added and not add:
        raise UsageError(f"{_count(compared.added)} are new; --add takes them into the list")
    entries = known_of(reports, _key())
    return _write(path, entries, f"{_count(entries)} known, {_count(compared.fixed)} gone")


@baseline.command()
@_paths
@_file
@_profile
def prune(paths: tuple[str, ...], path: str, profile: str) -> int:
    """Take out what is fixed; nothing is added. Example: iepaudit baseline prune templates/"""
    old = load_baseline(Path(path))
    fixed = {(e.file, e.rule, e.at, e.text): e.count for e in apply(_reports(paths, profile), old, _key()).fixed}
    kept = []
    for entry in old:
        count = entry.count - fixed.get((entry.file, entry.rule, entry.at, entry.text), 0)
        if count > 0:
            kept.append(Known(entry.file, entry.rule, entry.at, entry.text, count))
    return _write(path, tuple(kept), f"{_count(kept)} known")


@baseline.command()
@_file
def show(path: str) -> int:
    """Print the list. Example: iepaudit baseline show"""
    for entry in load_baseline(Path(path)):
        times = f" x{entry.count}" if entry.count > 1 else ""
        click.echo(f"{entry.file}: {entry.rule} at {entry.at}{times}")
    return 0


def _reports(paths: tuple[str, ...], profile: str) -> tuple[FileReport, ...]:
    options = AuditOptions(profile=profile, jobs=cores())
    load_rules(options)
    inputs = find_inputs(paths)
    if not inputs.files:
        raise UsageError("; ".join(inputs.empty) or "no file to check was found")
    return tuple(audit_inputs(inputs.files, options))


def _write(path: str, entries: tuple[Known, ...], said: str) -> int:
    terminal.write_file(Path(path), dump_baseline(entries))
    click.echo(f"{path}: {said}", err=True)
    return 0


def _count(entries: object) -> str:
    assert isinstance(entries, tuple | list)
    n = sum(e.count for e in entries)
    return f"{n} finding{'' if n == 1 else 's'}"


def _key() -> str:
    return os.environ.get("IEPAUDIT_KEY", "")
