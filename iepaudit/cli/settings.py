"""Settings files on the command line: their values become the defaults of the options."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from iepaudit.model.errors import UsageError
from iepaudit.policy.config import OF_A_FILE, Config, find_config, load_config, with_set

_META = "iepaudit.settings"
_NOT_IN_FILES = frozenset({"config", "isolated", "set", "help", "list-files"})


class ConfiguredCommand(click.Command):
    """A command whose options `--config`, `--isolated` and `--set` decide the defaults of all others: they are looked
    at first, wherever they stand on the line. Files hold the options of `check`; of these, this command has some."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not ctx.resilient_parsing:
            first, _, _ = self.make_parser(ctx).parse_args(list(args))
            named = first.get("config") or os.environ.get("IEPAUDIT_CONFIG") or None
            isolated = bool(first.get("isolated")) or bool(os.environ.get("IEPAUDIT_ISOLATED"))
            if first.get("config") and first.get("isolated"):
                raise UsageError("--config and --isolated contradict each other")
            asked = {"help", "version"} & first.keys()
            ctx.meta[_META] = Settings(named, isolated=isolated, texts=first.get("set") or ())
            if not asked:
                ctx.default_map = ctx.meta[_META].defaults(ctx)
        return super().parse_args(ctx, args)


class Settings:
    """The settings in force: those of the run, and those of each file."""

    def __init__(self, named: str | None = None, *, isolated: bool = False, texts: Iterable[str] = ()) -> None:
        from iepaudit.cli.check import check

        self._keys = keys(check)
        self._named = Path(named) if named else None
        self._isolated = isolated
        self._texts = tuple(texts)
        self._near: dict[Path, Path | None] = {}
        self._loaded: dict[Path, Config] = {}
        self._for_files: dict[object, dict[str, Any]] = {}

    @cached_property
    def config(self) -> Config:
        """The settings of the run: those of the file that is named, else of the nearest one, and what `--set` says."""
        path = self._named or (None if self._isolated else find_config(Path.cwd()))
        return self._load(path)

    def defaults(self, ctx: click.Context) -> dict[str, Any]:
        """Parameter name -> default, as click wants them."""
        return self._checked(ctx, self.config.values, self.config)

    def of_file(self, ctx: click.Context, path: Path) -> tuple[Config, Mapping[str, Any]]:
        """The settings in force for one file (those of the nearest settings file upward from it), and what they make
        of the options that may differ from file to file: parameter name -> value. The command line and the environment
        win here too."""
        config = self._near_to(path)
        tables = tuple(t for t in config.per_file if t.fits(path))
        known = (config.path, tuple((t.source, t.pattern) for t in tables))
        if known not in self._for_files:
            values = self._checked(ctx, {k: v for k, v in config.values.items() if k in OF_A_FILE}, config)
            for table in tables:
                values |= self._checked(ctx, table.values, config, table.source)
            self._for_files[known] = self._resolved(ctx, values)
        return config, self._for_files[known]

    def _resolved(self, ctx: click.Context, values: dict[str, Any]) -> dict[str, Any]:
        """What click makes of the options of a file when `values` are the defaults."""
        fresh = click.Context(ctx.command, default_map=values)
        click.Command.parse_args(ctx.command, fresh, ["."])  # a command line that says nothing
        names = sorted(str(self._keys[key].name) for key in OF_A_FILE & self._keys.keys())
        said = {name for name in names if ctx.get_parameter_source(name) is ParameterSource.COMMANDLINE}
        return {name: ctx.params[name] if name in said else fresh.params[name] for name in names}

    def _near_to(self, path: Path) -> Config:
        if self._named or self._isolated:
            return self.config
        folder = path.parent.absolute()
        if folder not in self._near:
            self._near[folder] = find_config(folder)
        found = self._near[folder]
        return self._load(found) if found is not None and found != self.config.path else self.config

    def _load(self, path: Path | None) -> Config:
        if path is None:
            return with_set(Config(), self._texts, self._keys)
        if path not in self._loaded:
            self._loaded[path] = with_set(load_config(path, self._keys), self._texts, self._keys)
        return self._loaded[path]

    def _checked(self, ctx: click.Context, values: Any, config: Config, where: str = "") -> dict[str, Any]:
        """Parameter name -> value in the form that click takes for a default; an error here names the file, which
        click would not."""
        found = {}
        for key, value in values.items():
            parameter = self._keys[key]
            source = where or str(config.sources[key])
            if parameter.multiple:
                value = value if isinstance(value, list) else [value]
            elif isinstance(value, list):
                raise UsageError(f"{source}: '{key}' takes one value, not a list")
            try:
                parameter.type_cast_value(ctx, value)
            except click.BadParameter as error:
                raise UsageError(f"{source}: '{key}': {error.message}") from None
            found[str(parameter.name)] = value
        return found


def settings_of(ctx: click.Context) -> Settings:
    found = ctx.meta[_META]
    assert isinstance(found, Settings)
    return found


def keys(command: click.Command) -> dict[str, click.Parameter]:
    """The keys that a settings file may have: the long options of a command."""
    found: dict[str, click.Parameter] = {}
    for parameter in command.params:
        for name in parameter.opts:
            if name.startswith("--") and name[2:] not in _NOT_IN_FILES:
                found[name[2:]] = parameter
    return found
