"""Settings files: `iepaudit.toml`, `.iepaudit.toml`, or `[tool.iepaudit]` in `pyproject.toml`.

Keys are the long options of `check`. The nearest file upward is used; `extend` names another one whose settings it adds
to. Two kinds of table stand beside the keys: `[per-file."templates/**"]` holds settings for some files only, and
`[rule.NAME]` the numbers of a rule. The command line wins over the environment, and that over a settings file.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from iepaudit.model.errors import UsageError
from iepaudit.resources.strict_yaml import did_you_mean

NAMES = ("iepaudit.toml", ".iepaudit.toml")
PYPROJECT = "pyproject.toml"
PER_FILE, RULE = "per-file", "rule"
# Keys that may differ from file to file; the others are about the run as a whole.
OF_A_FILE = frozenset(
    {
        *("kind", "profile", "as-of", "rules", "select", "extend-select", "ignore", "must-run", "severity"),
        *("min-confidence", "ocr", "second-opinion", "timeout", "pages", "max-pages", "max-size", "password-file"),
    }
)
# Relative to the file that names them.
PATHS = frozenset({"rules", "suppressions", "baseline", "password-file", "cache-dir", "prompts"})
TABLES = frozenset({"severity", "report"})  # tables here, KEY=VALUE on the command line
SET = "--set"
_DEEPEST = 8

Numbers = Mapping[str, Mapping[str, object]]  # rule -> name -> number


@dataclass(frozen=True, slots=True)
class PerFile:
    """Settings for the files that fit `pattern`, seen from `folder`."""

    pattern: str
    folder: Path
    values: Mapping[str, Any]
    source: str

    def fits(self, path: Path) -> bool:
        try:
            below = os.path.relpath(path, self.folder).replace(os.sep, "/")
        except ValueError:  # on another drive
            below = path.name
        # With a slash before it, "**/form.pdf" fits a form.pdf in the folder itself too.
        return any(fnmatch(name, self.pattern) for name in (below, f"/{below}", path.name))


@dataclass(frozen=True, slots=True)
class Config:
    """`values`: option name -> value. `sources`: option name -> what sets it: a file, or `--set`."""

    path: Path | None = None
    values: Mapping[str, Any] = field(default_factory=dict)
    sources: Mapping[str, Path | str] = field(default_factory=dict)
    per_file: tuple[PerFile, ...] = ()
    numbers: Numbers = field(default_factory=dict)
    number_sources: Mapping[str, Path | str] = field(default_factory=dict)  # rule -> what sets its numbers

    def extended(self, other: Config) -> Config:
        """These settings with those of `other`, which win."""
        numbers = {rule: dict(values) for rule, values in self.numbers.items()}
        for rule, values in other.numbers.items():
            numbers.setdefault(rule, {}).update(values)
        return Config(
            other.path or self.path,
            {**self.values, **other.values},
            {**self.sources, **other.sources},
            (*self.per_file, *other.per_file),
            numbers,
            {**self.number_sources, **other.number_sources},
        )


def find_config(folder: Path) -> Path | None:
    """The nearest settings file, from `folder` upward."""
    for place in (folder, *folder.parents):
        for name in NAMES:
            if (place / name).is_file():
                return place / name
        project = place / PYPROJECT
        if project.is_file() and _table(project) is not None:
            return project
    return None


def load_config(path: Path, known: Iterable[str], _depth: int = 0) -> Config:
    """The settings of a file and of those that it extends. Raises UsageError for a file that cannot be read, an
    unknown key, or a value of a kind that no option has."""
    if _depth > _DEEPEST:
        raise UsageError(f"{path}: 'extend' goes round in a circle")
    options = tuple(known)
    data = _table(path)
    if data is None:
        raise UsageError(f"{path}: has no table [tool.iepaudit]")
    base = data.pop("extend", None)
    if base is not None and not isinstance(base, str):
        raise UsageError(f"{path}: 'extend' is the path of another settings file")
    below = load_config(path.parent / base, options, _depth + 1) if base is not None else Config()
    return below.extended(_config(data, str(path), path, path.parent, options))


def with_set(config: Config, texts: Iterable[str], known: Iterable[str]) -> Config:
    """`config` with what `--set KEY=VALUE` says; VALUE is written as in a settings file, and a word needs no quotes."""
    options = tuple(known)
    for text in texts:
        key, equals, value = text.partition("=")
        if not equals or not key.strip():
            raise UsageError(
                f"--set {text}: write it as KEY=VALUE, for example rule.service-vague-amount.range-minutes=20"
            )
        try:
            data = tomllib.loads(f"{key} = {value}")
        except tomllib.TOMLDecodeError:
            try:
                data = tomllib.loads(f"{key} = {_quoted(value.strip())}")
            except tomllib.TOMLDecodeError as error:
                raise UsageError(f"--set {text}: {error}") from None
        said = _config(data, f"--set {key.strip()}", None, Path.cwd(), options)
        sources: dict[str, Path | str] = dict.fromkeys(said.values, SET)
        config = config.extended(replace(said, sources=sources, number_sources=dict.fromkeys(said.numbers, SET)))
    return config


def _config(data: Mapping[str, Any], where: str, path: Path | None, folder: Path, options: tuple[str, ...]) -> Config:
    values: dict[str, Any] = {}
    per_file: list[PerFile] = []
    numbers: dict[str, Mapping[str, object]] = {}
    for key, value in data.items():
        if key == PER_FILE:
            per_file += [_per_file(where, p, v, folder) for p, v in _tables(where, key, value)]
        elif key == RULE:
            numbers |= dict(_tables(where, key, value))
        elif key not in options:
            raise UsageError(f"{where}: unknown key '{key}'{did_you_mean(key, (*options, PER_FILE, RULE))}")
        else:
            values[key] = _value(where, folder, key, value)
    source: Path | str = path or where
    return Config(path, values, dict.fromkeys(values, source), tuple(per_file), numbers, dict.fromkeys(numbers, source))


def _tables(where: str, key: str, value: Any) -> list[tuple[str, dict[str, Any]]]:
    example = '[per-file."templates/**"]' if key == PER_FILE else "[rule.service-vague-amount]"
    if not isinstance(value, dict) or not all(isinstance(inner, dict) for inner in value.values()):
        raise UsageError(f"{where}: '{key}' is a table of tables, such as {example}")
    return list(value.items())


def _per_file(where: str, pattern: str, table: dict[str, Any], folder: Path) -> PerFile:
    name = f'{where}: per-file."{pattern}"'
    for key in table:
        if key not in OF_A_FILE:
            raise UsageError(f"{name}: '{key}' cannot differ from file to file{did_you_mean(key, OF_A_FILE)}")
    values = {key: _value(name, folder, key, value) for key, value in table.items()}
    return PerFile(pattern, folder, values, name)


def _table(path: Path) -> dict[str, Any] | None:
    """The settings in a file; None for a `pyproject.toml` without any."""
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise UsageError(f"{path}: could not be read ({error.strerror})") from None
    except UnicodeDecodeError:
        raise UsageError(f"{path}: is not UTF-8 text") from None
    except tomllib.TOMLDecodeError as error:
        if path.name == PYPROJECT:
            return None  # somebody else's file: its own tools will say so
        raise UsageError(f"{path}: {error}") from None
    if path.name != PYPROJECT:
        return data
    found = data.get("tool", {}).get("iepaudit") if isinstance(data.get("tool"), dict) else None
    return dict(found) if isinstance(found, dict) else None


def _value(where: str, folder: Path, key: str, value: Any) -> Any:
    if key in TABLES and isinstance(value, dict):
        return [f"{k}={v}" for k, v in value.items()]
    if isinstance(value, dict):
        raise UsageError(f"{where}: '{key}' is a value, not a table")
    if key in PATHS:
        if isinstance(value, list):
            return [str(folder / str(v)) for v in value]
        return str(folder / str(value))
    return value


def _quoted(word: str) -> str:
    return '"' + word.replace("\\", "\\\\").replace('"', '\\"') + '"'
