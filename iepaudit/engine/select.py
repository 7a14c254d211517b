"""Which rules run, and how severe each is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from iepaudit.model.errors import UsageError
from iepaudit.model.outcome import Confidence, Severity
from iepaudit.resources.strict_yaml import did_you_mean
from iepaudit.rulepack.rule import Rule, Ruleset

_CONFIDENCE = {Confidence.LOW: 1, Confidence.MEDIUM: 2, Confidence.HIGH: 3}
_CODE = re.compile(r"[A-Za-z]{2,8}[0-9]{0,4}\Z")


@dataclass(frozen=True, slots=True)
class Selection:
    """Selectors are ids (`IEP204`), their beginnings (`IEP2`), names, aliases, `tag:transition` and `pack:federal`.
    `select` empty means all; `must_run` wins over `ignore`; `severity` maps a selector to a level."""

    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    must_run: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    min_confidence: Confidence = Confidence.LOW


ALL = Selection()


def select_rules(ruleset: Ruleset, selection: Selection = ALL) -> tuple[Rule, ...]:
    """The rules to run, in order of id. Raises UsageError for a selector that fits no rule."""
    chosen = _matching(ruleset, selection.select) if selection.select else _default(ruleset)
    chosen |= _matching(ruleset, selection.extend_select)
    chosen -= _matching(ruleset, selection.ignore)
    least = _CONFIDENCE[selection.min_confidence]
    chosen = {r.id for r in ruleset.rules if r.id in chosen and _CONFIDENCE[r.confidence] >= least}
    chosen |= _matching(ruleset, selection.must_run)
    return tuple(r for r in ruleset.rules if r.id in chosen)


def severities(ruleset: Ruleset, selection: Selection) -> dict[str, Severity]:
    """Rule id -> severity asked for on the command line or in the config."""
    found: dict[str, Severity] = {}
    for selector, level in selection.severity.items():
        for id_ in _matching(ruleset, (selector,)):
            found[id_] = level
    return found


def _default(ruleset: Ruleset) -> set[str]:
    return {r.id for r in ruleset.rules if r.status != "deprecated"}


def _matching(ruleset: Ruleset, selectors: Sequence[str]) -> set[str]:
    found: set[str] = set()
    for selector in selectors:
        hits = {r.id for r in ruleset.rules if _fits(r, selector.strip())}
        if not hits:
            raise UsageError(f"no rule fits '{selector}'{_suggestion(ruleset, selector)}")
        found |= hits
    return found


def _fits(rule: Rule, selector: str) -> bool:
    lower = selector.lower()
    if lower in ("all", "*"):
        return True
    if lower.startswith("tag:"):
        return lower.removeprefix("tag:") in rule.tags
    if lower.startswith("pack:"):
        return lower.removeprefix("pack:") == rule.pack
    if _CODE.match(selector) and any(c.isdigit() for c in selector):
        return rule.id.lower().startswith(lower)
    return lower in (rule.name, rule.id.lower()) or lower in rule.aliases


def _suggestion(ruleset: Ruleset, selector: str) -> str:
    known = [word for r in ruleset.rules for word in (r.id, r.name, *r.aliases)]
    known += sorted({f"tag:{t}" for r in ruleset.rules for t in r.tags} | {f"pack:{r.pack}" for r in ruleset.rules})
    return did_you_mean(selector, known) or "; `iepaudit rules list` shows them all"
