"""The word patterns of `rules/reading/`: how plans word a question, a setting, a reason, a role."""

from __future__ import annotations

import re
from functools import cache

from iepaudit.resources import DataError, YamlMap, load_yaml, rules_root


@cache
def _file(name: str) -> YamlMap:
    data = load_yaml(rules_root() / "reading" / f"{name}.yaml")
    assert isinstance(data, YamlMap)
    data.only(("schema", "title", "patterns"))
    return data


@cache
def pattern(file: str, name: str) -> re.Pattern[str]:
    """All alternatives of one named list as one pattern, whatever the case of letters; words match whole.
    Raises DataError for an unknown name or an alternative that is no regular expression."""
    data = _file(file)
    groups: YamlMap = data["patterns"]
    if name not in groups:
        raise DataError(f"no patterns called '{name}'", groups.mark)
    alternatives = [str(a).replace(" ", r"\s+") for a in groups[name]]
    try:
        return re.compile(rf"(?<!\w)(?:{'|'.join(alternatives)})(?!\w)", re.IGNORECASE)
    except re.error as error:
        raise DataError(f"'{name}' is no regular expression ({error})", groups.at(name)) from None


@cache
def names(file: str) -> tuple[str, ...]:
    """The names of a file's lists, in order."""
    return tuple(_file(file)["patterns"])
