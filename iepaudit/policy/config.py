"""Settings files: `iepaudit.toml`, `.iepaudit.toml`, or `[tool.iepaudit]` in `pyproject.toml`.

Keys are the long options of `check`. The nearest file upward from the working folder is used; `extend` names another
one whose settings it adds to. The command line wins over the environment, and that over a settings file.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from iepaudit.model.errors import UsageError
from iepaudit.resources.strict_yaml import did_you_mean

NAMES = ("iepaudit.toml", ".iepaudit.toml")
PYPROJECT = "pyproject.toml"
PATHS = frozenset({"rules", "suppressions", "baseline", "password-file"})  # relative to the file that names them
TABLES = frozenset({"severity", "report"})  # tables here, KEY=VALUE on the command line
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Config:
    """`values`: option name -> value. `sources`: option name -> the file that sets it."""

    path: Path | None = None
    values: Mapping[str, Any] = field(default_factory=dict)
    sources: Mapping[str, Path] = field(default_factory=dict)


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
    values: dict[str, Any] = {}
    sources: dict[str, Path] = {}
    base = data.pop("extend", None)
    if base is not None:
        if not isinstance(base, str):
            raise UsageError(f"{path}: 'extend' is the path of another settings file")
        above = load_config(path.parent / base, options, _depth + 1)
        values, sources = dict(above.values), dict(above.sources)
    for key, value in data.items():
        if key not in options:
            raise UsageError(f"{path}: unknown key '{key}'{did_you_mean(key, options)}")
        values[key] = _value(path, key, value)
        sources[key] = path
    return Config(path, values, sources)


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


def _value(path: Path, key: str, value: Any) -> Any:
    if key in TABLES and isinstance(value, dict):
        return [f"{k}={v}" for k, v in value.items()]
    if isinstance(value, dict):
        raise UsageError(f"{path}: '{key}' is a value, not a table")
    if key in PATHS:
        if isinstance(value, list):
            return [str(path.parent / str(v)) for v in value]
        return str(path.parent / str(value))
    return value
