"""`iepaudit config`: what is set, and by what."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from iepaudit.cli.settings import Settings, keys, settings_of
from iepaudit.model.errors import UsageError
from iepaudit.policy.config import OF_A_FILE, Config

_HELP = """Settings of `check` that are kept in a file: iepaudit.toml, .iepaudit.toml, or [tool.iepaudit] in
pyproject.toml. Keys are the long options. The command line wins over the environment, and that over the file.

\b
Examples:
  iepaudit config show
  iepaudit config show templates/form.pdf
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

# Settings for some files only.
# [per-file."templates/**"]
# kind = "template"

# The numbers of a rule; `iepaudit explain RULE` shows which it has.
# [rule.service-vague-amount]
# range-minutes = 20
"""


@click.group(help=_HELP, short_help="Show or start a settings file.")
def config() -> None:
    pass


@config.command()
@click.argument("file", required=False)
@click.option("--config", "named", metavar="FILE", help="Another settings file than the nearest one.")
@click.option("--isolated", is_flag=True, help="Use no settings file.")
@click.option("--set", "texts", multiple=True, metavar="KEY=VALUE", help="A setting as in a file.")
def show(file: str | None, named: str | None, isolated: bool, texts: tuple[str, ...]) -> int:
    """Print every setting with its source; with FILE, those in force for that file. Example: iepaudit config show"""
    from iepaudit.cli.check import check

    line = [*(["--config", named] if named else []), *(["--isolated"] if isolated else [])]
    line += [word for text in texts for word in ("--set", text)]
    ctx = check.make_context("check", [*line, "--", file or "."])
    for text in _shown(ctx, check, settings_of(ctx), Path(file) if file else None):
        click.echo(text)
    return 0


def _shown(ctx: click.Context, command: click.Command, settings: Settings, file: Path | None) -> Iterator[str]:
    found: Config = settings.config
    params: dict[str, Any] = dict(ctx.params)
    told: dict[str, str] = {key: str(source) for key, source in found.sources.items()}
    if file is not None:
        own, values = settings.of_file(ctx, file)
        params |= values
        told = {k: s for k, s in told.items() if k not in OF_A_FILE}
        told |= {k: str(s) for k, s in own.sources.items() if k in OF_A_FILE}
        told |= {
            k: f'{own.path or "--set"}: per-file."{t.pattern}"' for t in own.per_file if t.fits(file) for k in t.values
        }
        found = own
    yield f"# settings file: {found.path or 'none found'}"
    for key, parameter in sorted(keys(command).items()):
        name = str(parameter.name)
        source = told.get(key, "default")
        if ctx.get_parameter_source(name) is ParameterSource.ENVIRONMENT:
            source = str(parameter.envvar)
        yield f"{key} = {_toml(params.get(name))}  # {source}"
    if file is None:
        for table in found.per_file:
            for key, value in table.values.items():
                yield f'per-file."{table.pattern}".{key} = {_toml(value)}  # {found.path or "--set"}'
    for rule, numbers in sorted(found.numbers.items()):
        for name, number in sorted(numbers.items()):
            yield f"rule.{rule}.{name} = {_toml(number)}  # {found.number_sources[rule]}"


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
        flat = [v for part in value for v in (part if isinstance(part, tuple) else (part,))]
        return "[" + ", ".join(_toml(v) for v in flat) + "]"
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, date):
        return f'"{value.isoformat()}"'
    return '""' if value is None else f'"{value}"'
