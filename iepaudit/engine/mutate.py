"""Breaks rules in small ways and looks whether an example notices: a rule is as good as its examples."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from iepaudit.engine.examples import run_example
from iepaudit.rulepack import expr as ast
from iepaudit.rulepack.rule import Rule, Ruleset

_OTHER_BOUND = {"at_least": "below", "at_most": "above", "above": "at_most", "below": "at_least", "equals": "above"}
_OTHER_RELATION = {
    "before": "on_or_after",
    "after": "on_or_before",
    "on_or_before": "after",
    "on_or_after": "before",
}


@dataclass(frozen=True, slots=True)
class Mutant:
    rule: str
    change: str


@dataclass(frozen=True, slots=True)
class Score:
    killed: int
    total: int
    alive: tuple[Mutant, ...]


def survivors(ruleset: Ruleset, rules: tuple[Rule, ...]) -> Score:
    """Every change to every rule, and those that no example noticed. A change counts as noticed when an example that
    passed comes out otherwise."""
    killed = 0
    alive: list[Mutant] = []
    for rule in rules:
        for change, mutant in mutants(rule):
            if any(not run_example(mutant, e, ruleset).passed for e in rule.examples if not e.todo):
                killed += 1
            else:
                alive.append(Mutant(rule.name, change))
    return Score(killed, killed + len(alive), tuple(alive))


def mutants(rule: Rule) -> Iterator[tuple[str, Rule]]:
    """The rule with one thing changed each time, and what it was."""
    if rule.require is not None:
        for change, other in _changes(rule.require):
            yield f"require: {change}", replace(rule, require=other)
        yield "require turned into forbid", replace(rule, require=None, forbid=rule.require)
    if rule.forbid is not None:
        for change, other in _changes(rule.forbid):
            yield f"forbid: {change}", replace(rule, forbid=other)
        yield "forbid turned into require", replace(rule, forbid=None, require=rule.forbid)
    if rule.when is not None:
        yield "when left out", replace(rule, when=None)
    if rule.for_each is not None and rule.for_each.where is not None:
        yield "where left out", replace(rule, for_each=replace(rule.for_each, where=None))


def _changes(expr: ast.Expr) -> Iterator[tuple[str, ast.Expr]]:
    if isinstance(expr, ast.All | ast.Any):
        yield from _in_several(expr)
    elif isinstance(expr, ast.Not):
        yield "not left out", expr.part
        for change, other in _changes(expr.part):
            yield change, ast.Not(other)
    elif isinstance(expr, ast.Maybe):
        yield "maybe taken as sure", expr.part
    elif isinstance(expr, ast.Quantified):
        if expr.quantifier == "some":
            yield f"some in {expr.over} turned into every", replace(expr, quantifier="every")
        for index, (name, bound) in enumerate(expr.bounds):
            changed = (*expr.bounds[:index], (_OTHER_BOUND[name], bound), *expr.bounds[index + 1 :])
            yield f"count {name} turned around", replace(expr, bounds=changed)
    elif isinstance(expr, ast.Number):
        for index, (name, limit) in enumerate(expr.bounds):
            turned = (*expr.bounds[:index], (_OTHER_BOUND[name], limit), *expr.bounds[index + 1 :])
            yield f"{expr.of} {name} turned around", replace(expr, bounds=turned)
    elif isinstance(expr, ast.DateCheck):
        yield f"{expr.of} {expr.relation} turned around", replace(expr, relation=_OTHER_RELATION[expr.relation])


def _in_several(expr: ast.All | ast.Any) -> Iterator[tuple[str, ast.Expr]]:
    kind = "all" if isinstance(expr, ast.All) else "any"
    for index, part in enumerate(expr.parts):
        if len(expr.parts) > 1:
            rest = (*expr.parts[:index], *expr.parts[index + 1 :])
            yield f"{kind}: part {index + 1} left out ({_name(part)})", replace(expr, parts=rest)
        for change, other in _changes(part):
            parts = (*expr.parts[:index], other, *expr.parts[index + 1 :])
            yield change, replace(expr, parts=parts)


def _name(expr: ast.Expr) -> str:
    if isinstance(expr, ast.Present | ast.Number | ast.OneOf | ast.DateCheck | ast.StateIs):
        return f"{type(expr).__name__.lower()} {expr.of}"
    if isinstance(expr, ast.Text):
        return f"text {', '.join(map(str, expr.of))} {', '.join((*expr.lexicons, *expr.patterns))[:60]}"
    if isinstance(expr, ast.Not | ast.Maybe):
        return f"{type(expr).__name__.lower()} {_name(expr.part)}"
    if isinstance(expr, ast.Quantified):
        return f"{expr.quantifier} {expr.over}"
    return expr.function if isinstance(expr, ast.Call) else type(expr).__name__.lower()
