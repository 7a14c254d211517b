"""Settings files on the command line: their values become the defaults of the options."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from iepaudit.model.errors import UsageError
from iepaudit.policy.config import Config, find_config, load_config

_META = "iepaudit.config"
_NOT_IN_FILES = frozenset({"config", "isolated", "help", "list-files"})


def keys(command: click.Command) -> dict[str, click.Parameter]:
    """The keys that a settings file may have: the long options of a command."""
    found: dict[str, click.Parameter] = {}
    for parameter in command.params:
        for name in parameter.opts:
            if name.startswith("--") and name[2:] not in _NOT_IN_FILES:
                found[name[2:]] = parameter
    return found


def isolate(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    ctx.meta[f"{_META}.isolated"] = value


def use_config(ctx: click.Context, param: click.Parameter, value: str | None) -> None:
    """Reads the settings file before any other option is looked at."""
    isolated = ctx.meta.get(f"{_META}.isolated", False)
    if value is not None and isolated:
        raise UsageError("--config and --isolated contradict each other")
    config = read(ctx.command, value, isolated=isolated)
    ctx.meta[_META] = config
    by_key = keys(ctx.command)
    ctx.default_map = {
        str(by_key[key].name): _checked(ctx, by_key[key], config, key, v) for key, v in config.values.items()
    }


def read(command: click.Command, named: str | None, *, isolated: bool) -> Config:
    """The settings in force for a command: those of the file that is named, else of the nearest one, else none."""
    path = Path(named) if named else (None if isolated else find_config(Path.cwd()))
    return load_config(path, keys(command)) if path else Config()


def _checked(ctx: click.Context, parameter: click.Parameter, config: Config, key: str, value: Any) -> Any:
    """`value`, in the form that click takes for a default; an error here names the file, which click would not."""
    if parameter.multiple:
        value = value if isinstance(value, list) else [value]
    elif isinstance(value, list):
        raise UsageError(f"{config.sources[key]}: '{key}' takes one value, not a list")
    try:
        parameter.type_cast_value(ctx, value)
    except click.BadParameter as error:
        raise UsageError(f"{config.sources[key]}: '{key}': {error.message}") from None
    return value
