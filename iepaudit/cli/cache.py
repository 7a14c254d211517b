"""`iepaudit cache`: the results that are kept from one run to the next."""

from __future__ import annotations

from pathlib import Path

import click

from iepaudit.cli.options import option
from iepaudit.model.errors import UsageError

_HELP = """Results are kept so that a plan that has not changed is not read again, and a run that was stopped goes on
where it was. They are encrypted with a key that comes from the plan's own content: only who holds the plan can read
them. No file name is kept. `check --no-cache` does without.

\b
Examples:
  iepaudit cache show
  iepaudit cache clear
"""


@click.group(help=_HELP, short_help="Show or clear kept results.")
def cache() -> None:
    pass


_folder = option("--cache-dir", "folder", metavar="PATH", help="Another place than the usual one.")


@cache.command()
@_folder
def show(folder: str | None) -> int:
    """Say where results are kept, how many, and how large. Example: iepaudit cache show"""
    click.echo(said(Path(folder) if folder else None))
    return 0


@cache.command()
@_folder
def clear(folder: str | None) -> int:
    """Take all kept results out. Example: iepaudit cache clear"""
    from iepaudit.store.cache import FILE, Cache
    from iepaudit.store.place import default_folder

    path = (Path(folder) if folder else default_folder()) / FILE
    if not path.exists():
        click.echo("there is nothing to clear", err=True)
        return 0
    kept = Cache(path.parent)
    entries = kept.size().entries
    if kept.problem:
        raise UsageError(f"{path} could not be cleared ({kept.problem}); if it is damaged, delete it")
    kept.clear()
    kept.close()
    click.echo(f"{entries} result{'' if entries == 1 else 's'} taken out of {path}", err=True)
    return 0


def said(folder: Path | None = None) -> str:
    """Where results are kept and how many there are, in a line; the home folder is written ~."""
    from iepaudit.store.cache import FILE, Cache
    from iepaudit.store.place import default_folder

    path = (folder or default_folder()) / FILE
    shown = str(path).replace(str(Path.home()), "~", 1)
    if not path.exists():
        return f"{shown}: no results are kept yet"
    kept = Cache(path.parent)
    size, problem = kept.size(), kept.problem
    kept.close()
    if problem:
        return f"{shown}: cannot be used ({problem})"
    return f"{shown}: {size.entries} result{'' if size.entries == 1 else 's'}, {size.bytes / 1e6:.1f} MB"
