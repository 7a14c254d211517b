"""YAML rule files -> Ruleset: strict, sourced, and without code."""

from iepaudit.rulepack.loader import RuleErrors, load_ruleset
from iepaudit.rulepack.profiles import Profile
from iepaudit.rulepack.rule import Rule, Ruleset

__all__ = ["Profile", "Rule", "RuleErrors", "Ruleset", "load_ruleset"]
