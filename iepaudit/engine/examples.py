"""Runs the examples of rules: they are the documentation and the tests."""

from __future__ import annotations

from dataclasses import dataclass

from iepaudit.engine.evaluate import run_rule
from iepaudit.engine.example_facts import example_facts, example_kind
from iepaudit.model.errors import IepauditError
from iepaudit.model.outcome import Outcome, RuleResult
from iepaudit.resources.strict_yaml import DataError, Mark, YamlMap
from iepaudit.rulepack.profiles import FEDERAL, Profile
from iepaudit.rulepack.rule import Example, Rule, Ruleset

WANTED = {
    "good": Outcome.PASS,
    "bad": Outcome.ISSUE,
    "review": Outcome.REVIEW,
    "not_applicable": Outcome.NOT_APPLICABLE,
}


@dataclass(frozen=True, slots=True)
class ExampleResult:
    """`problem` is "" when the example came out as it says. `word`: noisy (fired and should not), missed, wrong."""

    rule: Rule
    example: Example
    outcome: Outcome
    results: tuple[RuleResult, ...]
    word: str = ""
    problem: str = ""
    at: Mark | None = None  # the mistake in the example, where it is known more closely than the example

    @property
    def passed(self) -> bool:
        return not self.problem

    @property
    def mark(self) -> Mark:
        return self.at or self.example.mark


def run_example(rule: Rule, example: Example, ruleset: Ruleset) -> ExampleResult:
    """One example of one rule."""
    try:
        results = results_of(rule, example, ruleset)
    except DataError as error:
        return ExampleResult(rule, example, Outcome.ERROR, (), "wrong", error.message, error.mark)
    except IepauditError as error:
        return ExampleResult(rule, example, Outcome.ERROR, (), "wrong", str(error))
    outcome = worst(results)
    wanted = WANTED[example.verdict]
    if outcome is not wanted:
        word = "noisy" if outcome is Outcome.ISSUE else "missed" if wanted is Outcome.ISSUE else "wrong"
        said = f" ({results[0].message})" if results and results[0].message else ""
        return ExampleResult(
            rule, example, outcome, results, word, f"should be {wanted.value}, came out as {outcome.value}{said}"
        )
    return ExampleResult(rule, example, outcome, results, *_compare(example, results))


def results_of(rule: Rule, example: Example, ruleset: Ruleset) -> tuple[RuleResult, ...]:
    """What the rule says about the facts of an example. Raises DataError when the facts cannot be read."""
    profile = _profile(example, rule, ruleset)
    if example.text or example.file:
        from iepaudit.engine.example_documents import document_facts

        found, kind = document_facts(example, ruleset, profile)
        return run_rule(rule, found, ruleset.lexicons, kind, profile.name)
    facts = example.facts if isinstance(example.facts, YamlMap) else YamlMap()
    if not hasattr(facts, "mark"):
        facts.mark, facts.marks, facts.key_marks = example.mark, {}, {}
    return run_rule(rule, example_facts(facts, profile), ruleset.lexicons, example_kind(facts), profile.name)


def _profile(example: Example, rule: Rule, ruleset: Ruleset) -> Profile:
    name = example.profile or (rule.profiles[0] if rule.profiles else FEDERAL)
    return ruleset.profiles.get(name) or ruleset.profiles.get(FEDERAL) or ruleset.profile


def worst(results: tuple[RuleResult, ...]) -> Outcome:
    """The one outcome that stands for several: error, issue, review, pass, not applicable."""
    for outcome in (Outcome.ERROR, Outcome.ISSUE, Outcome.REVIEW, Outcome.PASS):
        if any(r.outcome is outcome for r in results):
            return outcome
    return Outcome.NOT_APPLICABLE


def _compare(example: Example, results: tuple[RuleResult, ...]) -> tuple[str, str]:
    if not example.expect:
        return "", ""
    have = [r for r in results if r.outcome is WANTED[example.verdict]]
    if len(have) != len(example.expect):
        return "wrong", f"{len(example.expect)} results expected, {len(have)} found"
    for wanted, got in zip(example.expect, have, strict=True):
        for name, value, is_ in (
            ("at", wanted.at, got.at),
            ("match", wanted.match, got.match),
            ("severity", wanted.severity, got.severity.value),
        ):
            if value and value.casefold() != is_.casefold():
                return "wrong", f"{name} should be '{value}', is '{is_}'"
        if wanted.also_at is not None and wanted.also_at != got.also_at:
            return "wrong", f"also_at should be {list(wanted.also_at)}, is {list(got.also_at)}"
    return "", ""


def run_examples(ruleset: Ruleset, rules: tuple[Rule, ...] | None = None) -> tuple[ExampleResult, ...]:
    """Every example of `rules` (when None, of the rules of every profile), in order."""
    chosen = ruleset.all_rules if rules is None else rules
    return tuple(run_example(rule, example, ruleset) for rule in chosen for example in rule.examples)
