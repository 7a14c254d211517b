"""What a pack changes in rules that it did not write: a number or a severity, without a copy of the rule."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from iepaudit.model.outcome import Severity
from iepaudit.resources.strict_yaml import DataError, Mark, YamlList, YamlMap, did_you_mean
from iepaudit.rulepack.rule import Rule

KEYS = ("rule", "severity", "params", "because")


@dataclass(frozen=True, slots=True)
class Override:
    """`rule` is an id, a name or an alias."""

    rule: str
    severity: Severity | None
    params: dict[str, float] = field(default_factory=dict)
    mark: Mark | None = None


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
        raise DataError(f"unknown severity '{severity}'{did_you_mean(str(severity), known)}", item.at("severity"))
    if not isinstance(params, YamlMap):
        raise DataError("params is a map from a name to a number", item.at("params"))
    for name, value in params.items():
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise DataError(f"{name} is a number", params.at(name))
    return Override(rule.lower(), Severity(severity) if severity else None, dict(params), item.mark)


def params_for(overrides: Iterable[Override], words: Sequence[str]) -> dict[str, float]:
    """The numbers set for a rule with this id, name or alias; the last one wins."""
    wanted = {w.lower() for w in words}
    return {name: value for o in overrides if o.rule in wanted for name, value in o.params.items()}


def apply_overrides(rules: Sequence[Rule], overrides: Sequence[Override], errors: list[DataError]) -> list[Rule]:
    """The rules with the severities asked for; an override of a rule or number that there is not is an error."""
    by_word = {w.lower(): r for r in rules for w in (r.id, r.name, *r.aliases)}
    levels: dict[str, Severity] = {}
    for override in overrides:
        rule = by_word.get(override.rule)
        if rule is None:
            close = did_you_mean(override.rule, by_word)
            errors.append(DataError(f"there is no rule '{override.rule}'{close}", override.mark))
            continue
        known = [p.name for p in rule.params]
        for name in override.params:
            if name not in known:
                close = did_you_mean(name, known) or (f"; it has {', '.join(known)}" if known else "; it has none")
                errors.append(DataError(f"{rule.name} has no number '{name}'{close}", override.mark))
        if override.severity is not None:
            levels[rule.id] = override.severity
    return [replace(r, severity=levels[r.id], severity_in={}, escalate=()) if r.id in levels else r for r in rules]
