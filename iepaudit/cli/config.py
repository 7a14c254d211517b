"""`iepaudit config`: what is set, and by what."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from iepaudit.cli.settings import keys, read
from iepaudit.model.errors import UsageError

_HELP = """Settings of `check` that are kept in a file: iepaudit.toml, .iepaudit.toml, or [tool.iepaudit] in
pyproject.toml. Keys are the long options. The command line wins over the environment, and that over the file.

\b
Examples:
  iepaudit config show
  iepaudit config init
"""
_START = """# Settings of `iepaudit check`; keys are its long options.
# extend = "../iepaudit.toml"
# profile = "federal"
# fail-on = "required"
# ignore = ["IEP211"]
# exclude = ["drafts/*"]

# [severity]
# goal-no-baseline = "required"
"""


@click.group(help=_HELP, short_help="Show or start a settings file.")
def config() -> None:
    pass


@config.command()
@click.option("--config", "named", metavar="FILE", help="Another settings file than the nearest one.")
def show(named: str | None) -> int:
    """Print every setting with its source. Example: iepaudit config show"""
    import os

    from iepaudit.cli.check import check

    found = read(check, named, isolated=False)
    click.echo(f"# settings file: {found.path or 'none found'}")
    for key, parameter in sorted(keys(check).items()):
        variable = parameter.envvar if isinstance(parameter.envvar, str) else None
        if variable and os.environ.get(variable):
            value: Any = os.environ[variable]
            source = variable
        elif key in found.values:
            value, source = found.values[key], str(found.sources[key])
        else:
            value, source = parameter.get_default(click.Context(check)), "default"
        click.echo(f"{key} = {_toml(value)}  # {source}")
    return 0


@config.command()
@click.option("--file", "path", default="iepaudit.toml", show_default=True, help="Where to write.")
def init(path: str) -> int:
    """Start a settings file. Example: iepaudit config init"""
    from iepaudit.cli.terminal import write_file

    if Path(path).exists():
        raise UsageError(f"{path} is there already")
    write_file(Path(path), _START)
    click.echo(f"{path} written", err=True)
    return 0


def _toml(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_toml(v) for v in value) + "]"
    if isinstance(value, int | float):
        return str(value)
    return '""' if value is None or "Sentinel" in type(value).__name__ else f'"{value}"'
