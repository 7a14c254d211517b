"""State profiles: ages, dates and severities that differ from the federal floor. Only sources of grade A or B."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from iepaudit.model.outcome import Authority
from iepaudit.resources.strict_yaml import DataError, YamlList, YamlMap, load_yaml
from iepaudit.rulepack.vocabulary import PROFILE, ValueKind

FEDERAL = "federal"


@dataclass(frozen=True, slots=True)
class Setting:
    """One value, with where it comes from."""

    value: float | str | bool
    authority: Authority


@dataclass(frozen=True, slots=True)
class Profile:
    """`name` is `federal` or a two-letter state code in lower case."""

    name: str
    title: str
    settings: Mapping[str, Setting] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


def read_profile(data: YamlMap, path: Path) -> Profile:
    """The `profile:` part of a state file. Raises DataError for unknown settings and for sources below grade B."""
    data.only(("name", "title", "settings", "notes"))
    name, title = data.get("name"), data.get("title")
    if not isinstance(name, str) or not isinstance(title, str):
        raise DataError("a profile needs a name and a title", data.mark)
    settings: dict[str, Setting] = {}
    raw = data.get("settings", YamlMap())
    if not isinstance(raw, YamlMap):
        raise DataError("settings is a map", data.at("settings"))
    for key, item in raw.items():
        raw.only(PROFILE.fields)
        if not isinstance(item, YamlMap):
            raise DataError(f"{key} needs value, cite and grade", raw.at(key))
        item.only(("value", "cite", "grade", "url"))
        grade, cite = item.get("grade"), item.get("cite")
        if grade not in ("A", "B") or not isinstance(cite, str):
            raise DataError(f"{key}: a state setting needs a cite of grade A or B; leave it out otherwise", item.mark)
        value = item.get("value")
        if not _fits(key, value):
            raise DataError(f"{key}: the value does not fit", item.at("value"))
        settings[key] = Setting(value, Authority(cite, grade, str(item.get("url", ""))))  # type: ignore[arg-type]
    notes = data.get("notes", [])
    if not isinstance(notes, list) or not all(isinstance(n, str) for n in notes):
        raise DataError("notes is a list of sentences", data.at("notes"))
    return Profile(name, title, settings, tuple(notes))


def _fits(key: str, value: object) -> bool:
    kind = getattr(PROFILE.fields[key], "kind", None)
    if kind is ValueKind.NUMBER:
        return isinstance(value, int | float) and not isinstance(value, bool)
    if kind is ValueKind.BOOL:
        return isinstance(value, bool)
    return isinstance(value, str)


def read_profile_file(path: Path) -> Profile | None:
    """The profile of a file in `rules/states/`, or None when the file has rules only."""
    data = load_yaml(path)
    if isinstance(data, YamlMap) and isinstance(data.get("profile"), YamlMap):
        return read_profile(data["profile"], path)
    if isinstance(data, YamlList) or not isinstance(data, YamlMap):
        raise DataError(f"{path}: a rule file is a map")
    return None
