"""What a pack changes in rules that it did not write: a number or a severity, without a copy of the rule."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from iepaudit.model.outcome import Severity
from iepaudit.resources.strict_yaml import DataError, Mark, YamlList, YamlMap, did_you_mean
from iepaudit.rulepack.rule import Rule

KEYS = ("rule", "severity", "params", "because")
# Rule (id, name or alias) -> number -> value, as the tables `[rule.NAME]` of a settings file hold them.
Params: TypeAlias = Mapping[str, Mapping[str, object]]


@dataclass(frozen=True, slots=True)
class Override:
    """`rule` is an id, a name or an alias."""

    rule: str
    severity: Severity | None
    params: dict[str, float] = field(default_factory=dict)
    mark: Mark | None = None
    key: str = ""  # the settings table that it comes from; "" when a rule file says it


def read_overrides(data: YamlMap, errors: list[DataError]) -> list[Override]:
    """The `overrides` of a rule file; what is wrong goes to `errors`."""
    listed = data.get("overrides", YamlList())
    if not isinstance(listed, list):
        errors.append(DataError("overrides is a list of maps with rule, severity, params", data.at("overrides")))
        return []
    found = []
    for item in listed:
        try:
            found.append(_override(item, data))
        except DataError as error:
            errors.append(error)
    return found


def _override(item: object, data: YamlMap) -> Override:
    if not isinstance(item, YamlMap):
        raise DataError("an override is a map with rule, severity, params", data.at("overrides"))
    item.only(KEYS)
    rule, severity, params = item.get("rule"), item.get("severity"), item.get("params", YamlMap())
    if not isinstance(rule, str):
        raise DataError("an override names its rule", item.mark)
    if severity is not None and severity not in set(Severity):
        known = [s.value for s in Severity]
        close = f"{did_you_mean(str(severity), known)} (one of {', '.join(known)})"
        raise DataError(f"unknown severity '{severity}'{close}", item.at("severity"))
    if not isinstance(params, YamlMap):
        raise DataError("params is a map from a name to a number", item.at("params"))
    for name, value in params.items():
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise DataError(f"{name} is a number", params.at(name))
    return Override(rule.lower(), Severity(severity) if severity else None, dict(params), item.mark)


def from_settings(params: Params, errors: list[DataError]) -> list[Override]:
    """The numbers that a settings file sets; what is no number goes to `errors`, with the key that set it."""
    found = []
    for rule, numbers in params.items():
        good: dict[str, float] = {}
        for name, value in numbers.items():
            if isinstance(value, bool) or not isinstance(value, int | float):
                errors.append(DataError(f"rule.{rule}.{name} is a number, and not {value!r}"))
            elif not math.isfinite(value) or value < 0:
                errors.append(DataError(f"rule.{rule}.{name} is a number from 0 up, and not {value}"))
            else:
                good[name] = value
        found.append(Override(rule.strip().lower(), None, good, key=f"rule.{rule}"))
    return found


def params_for(overrides: Iterable[Override], words: Sequence[str]) -> dict[str, float]:
    """The numbers set for a rule with this id, name or alias; the last one wins. Names are those of `plain_name`."""
    wanted = {w.lower() for w in words}
    return {plain_name(name): value for o in overrides if o.rule in wanted for name, value in o.params.items()}


def plain_name(name: str) -> str:
    """Settings files write `range-minutes`, rule files `range_minutes`: the same number."""
    return name.strip().lower().replace("-", "_")


def apply_overrides(rules: Sequence[Rule], overrides: Sequence[Override], errors: list[DataError]) -> list[Rule]:
    """The rules with the severities asked for; an override of a rule or number that there is not is an error."""
    by_word = {w.lower(): r for r in rules for w in (r.id, r.name, *r.aliases)}
    levels: dict[str, Severity] = {}
    for override in overrides:
        rule = by_word.get(override.rule)
        if rule is None:
            # A number is not a misspelling of another number.
            close = "" if any(c.isdigit() for c in override.rule) else did_you_mean(override.rule, by_word)
            close = close or "; `iepaudit rules list` shows them all"
            where = f"{override.key}: " if override.key else ""
            errors.append(DataError(f"{where}there is no rule '{override.rule}'{close}", override.mark))
            continue
        known = [p.name for p in rule.params]
        plain = {plain_name(name) for name in known}
        for name in override.params:
            if plain_name(name) not in plain:
                close = did_you_mean(plain_name(name), known)
                close = close or (f"; it has {', '.join(known)}" if known else "; it has none")
                where = f"{override.key}.{name}: " if override.key else ""
                errors.append(DataError(f"{where}{rule.name} has no number '{name}'{close}", override.mark))
        if override.severity is not None:
            levels[rule.id] = override.severity
    return [replace(r, severity=levels[r.id], severity_in={}, escalate=()) if r.id in levels else r for r in rules]
