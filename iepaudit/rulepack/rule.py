"""A rule after reading, and all rules together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from iepaudit.model.iep import Kind
from iepaudit.model.outcome import Authority, Confidence, Severity
from iepaudit.resources.strict_yaml import Mark
from iepaudit.rulepack.expr import Escalation, Expr, ForEach
from iepaudit.rulepack.lexicons import Lexicon
from iepaudit.rulepack.paths import Path
from iepaudit.rulepack.profiles import Profile

EXAMPLE_VERDICTS = ("good", "bad", "review", "not_applicable")


@dataclass(frozen=True, slots=True)
class Expected:
    """What one result of an example must be; empty fields are not compared."""

    at: str = ""
    match: str = ""
    severity: str = ""
    also_at: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """Facts and the verdict that the rule must come to; `text` is run through the real reader instead of `facts`."""

    name: str
    verdict: str  # one of EXAMPLE_VERDICTS
    facts: Mapping[str, Any] | None
    text: str
    expect: tuple[Expected, ...]
    mark: Mark
    profile: str = ""
    todo: bool = False
    because: str = ""
    file: str = ""  # a document that is read instead of `facts`: beside the rule file, or in samples/


@dataclass(frozen=True, slots=True)
class Parameter:
    name: str
    default: float
    help: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One check. Exactly one of `require` and `forbid` is set."""

    id: str
    name: str
    title: str
    severity: Severity
    confidence: Confidence
    status: str
    since: str
    tags: tuple[str, ...]
    aliases: tuple[str, ...]
    authority: tuple[Authority, ...]
    kinds: frozenset[Kind]
    profiles: tuple[str, ...]  # empty: every profile
    severity_in: Mapping[str, Severity]
    authority_in: Mapping[str, tuple[Authority, ...]]
    escalate: tuple[Escalation, ...]
    params: tuple[Parameter, ...]
    when: Expr | None
    for_each: ForEach | None
    require: Expr | None
    forbid: Expr | None
    evidence: tuple[Path, ...]  # further places to show, such as the other side of a contradiction
    covers: tuple[str, ...]  # items of 34 CFR 300.320-324 that it checks, wholly or in part
    message: str
    review: str  # message when undecided; "" for the general one
    suggest: str
    question: str
    explain: str
    rank: int
    pack: str
    examples: tuple[Example, ...]
    mark: Mark
    own: bool = False  # from a file of the user

    @property
    def check(self) -> Expr:
        found = self.require if self.require is not None else self.forbid
        assert found is not None
        return found


@dataclass(frozen=True, slots=True)
class Ruleset:
    """All rules that apply under a profile, in order of id. `digest` changes when any file does."""

    rules: tuple[Rule, ...]
    lexicons: Mapping[str, Lexicon]
    profile: Profile
    digest: str
    profiles: Mapping[str, Profile] = field(default_factory=dict)
    all_rules: tuple[Rule, ...] = ()  # of every profile, for authors

    def find(self, name: str) -> Rule | None:
        """The rule with this id, name or alias."""
        wanted = name.strip().lower()
        for rule in self.rules:
            if wanted in (rule.id.lower(), rule.name) or wanted in rule.aliases:
                return rule
        return None
