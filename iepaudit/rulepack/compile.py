"""YAML -> checks. Collects every error of a file instead of stopping at the first."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from iepaudit.resources.strict_yaml import DataError, Mark, YamlList, YamlMap, did_you_mean, shortened
from iepaudit.rulepack import expr as ast
from iepaudit.rulepack.paths import Path, PathError, parse_path, type_of
from iepaudit.rulepack.patterns import PatternError, check_pattern
from iepaudit.rulepack.vocabulary import VOCABULARY, GroupType, LeafType, ManyType, NodeType, ValueKind

MAX_NODES = 200  # checks in one rule
MAX_LISTED = 50  # patterns, lexicons or paths in one check
_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_-]{0,40}\Z")
BOUNDS = ("at_least", "at_most", "above", "below", "equals")
RELATIONS = ("before", "after", "on_or_before", "on_or_after")
STATES = ("filled", "blank", "template", "unclear")


class Compiler:
    """Turns the checks of one rule into expressions; errors pile up in `errors`."""

    def __init__(
        self, lexicons: frozenset[str], params: Mapping[str, float], errors: list[DataError], *, patterns: bool
    ) -> None:
        self.lexicons = lexicons
        self.params = params
        self.errors = errors
        self.check_patterns = patterns
        self.nodes = 0

    def fail(self, message: str, mark: Mark) -> None:
        self.errors.append(DataError(message, mark))

    # -- expressions -----------------------------------------------------------------------------------------------

    def expression(self, data: Any, scope: Mapping[str, NodeType], mark: Mark) -> ast.Expr | None:
        self.nodes += 1
        if self.nodes == MAX_NODES:
            self.fail(f"more than {MAX_NODES} checks in one rule; split it", mark)
        if self.nodes >= MAX_NODES:
            return None
        if not isinstance(data, YamlMap) or len(data) != 1:
            several = "; put several checks under all: or any:" if isinstance(data, YamlMap) and len(data) > 1 else ""
            self.fail(f"a check is a map with one key, one of {', '.join(CHECKS)}{several}", mark)
            return None
        (key, value), here = next(iter(data.items())), data.at(next(iter(data)))
        build = CHECKS.get(key)
        if build is None:
            close = did_you_mean(key, CHECKS) or f"; there are {', '.join(CHECKS)}"
            self.fail(f"unknown check '{key}'{close}", data.mark)
            return None
        return build(self, value, scope, here)

    def path(self, text: Any, scope: Mapping[str, NodeType], mark: Mark) -> Path | None:
        if not isinstance(text, str):
            self.fail("a path such as goals[*].criterion is needed", mark)
            return None
        try:
            path = parse_path(text)
            type_of(path, scope)
        except PathError as error:
            self.fail(str(error), mark)
            return None
        return path

    def _leaf_kind(self, path: Path, scope: Mapping[str, NodeType]) -> ValueKind | None:
        found = type_of(path, scope)
        if isinstance(found, GroupType) and found.main:
            found = found.fields[found.main]
        return found.kind if isinstance(found, LeafType) else None

    def _typed(self, text: Any, scope: Mapping[str, NodeType], mark: Mark, *kinds: ValueKind) -> Path | None:
        path = self.path(text, scope, mark)
        if path is None:
            return None
        kind = self._leaf_kind(path, scope)
        if kind not in kinds:
            what = kind.value if kind else "a list or a group"
            self.fail(f"'{path}' is {what}; {' or '.join(k.value for k in kinds)} is needed", mark)
            return None
        return path

    def map(self, data: Any, allowed: tuple[str, ...], mark: Mark, needed: tuple[str, ...] = ()) -> YamlMap | None:
        if not isinstance(data, YamlMap):
            self.fail(f"a map with {', '.join(allowed)} is needed", mark)
            return None
        self.errors += data.unknown(allowed)
        for key in needed:
            if key not in data:
                self.fail(f"'{key}' is missing", data.mark)
                return None
        return data

    def present(self, data: Any, scope: Mapping[str, NodeType], mark: Mark) -> ast.Expr | None:
        path = self.path(data, scope, mark)
        if path is None:
            return None
        found = type_of(path, scope)
        if isinstance(found, GroupType) and not found.main:
            self.fail(f"'{path}' is a group; name one of {', '.join(list(found.fields)[:8])}", mark)
            return None
        return ast.Present(path)

    def text(self, data: Any, scope: Mapping[str, NodeType], mark: Mark) -> ast.Expr | None:
        keys = ("of", "lexicon", "pattern", "with", "unless", "whole", "at_least")
        found = self.map(data, keys, mark, ("of",))
        if found is None:
            return None
        listed = self._few(found["of"] if isinstance(found["of"], list) else [found["of"]], found.at("of"))
        kinds = (ValueKind.TEXT, ValueKind.WORDS)
        paths = [self._typed(p, scope, found.at("of"), *kinds) for p in listed]
        lexicons = self._lexicons(found.get("lexicon"), found.at("lexicon"))
        patterns = self._patterns(found.get("pattern"), found.at("pattern"))
        if not lexicons and not patterns:
            if "lexicon" not in found and "pattern" not in found:
                self.fail("text needs a lexicon or a pattern", found.mark)
            return None
        unless = self._in_sentence("unless", found)
        beside = self._in_sentence("with", found)
        at_least = found.get("at_least", 1)
        at_least = self.number_value(at_least, found.at("at_least"))
        if any(p is None for p in paths) or at_least is None:
            return None
        whole = found.get("whole", False)
        if not isinstance(whole, bool):
            self.fail("whole is true or false", found.at("whole"))
            return None
        good = tuple(p for p in paths if p is not None)
        return ast.Text(good, lexicons, patterns, *unless, *beside, whole, int(at_least))

    def _in_sentence(self, key: str, found: YamlMap) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Lexicons and patterns under `key`, which are looked for in the sentence around a hit."""
        part = self.map(found[key], ("lexicon", "pattern"), found.at(key)) if key in found else None
        if part is None:
            return (), ()
        return (
            self._lexicons(part.get("lexicon"), part.at("lexicon")),
            self._patterns(part.get("pattern"), part.at("pattern")),
        )

    def _lexicons(self, data: Any, mark: Mark) -> tuple[str, ...]:
        names = self._few([] if data is None else data if isinstance(data, list) else [data], mark)
        for name in names:
            if name not in self.lexicons:
                self.fail(f"unknown lexicon '{name}'{did_you_mean(str(name), self.lexicons)}", mark)
        return tuple(str(n) for n in names if n in self.lexicons)

    def _few(self, listed: list[Any], mark: Mark) -> list[Any]:
        if len(listed) > MAX_LISTED:
            self.fail(f"more than {MAX_LISTED} in one check; make a lexicon of them", mark)
        return listed[:MAX_LISTED]

    def _patterns(self, data: Any, mark: Mark) -> tuple[str, ...]:
        patterns = self._few([] if data is None else data if isinstance(data, list) else [data], mark)
        good = []
        for pattern in patterns:
            if not isinstance(pattern, str):
                self.fail("a pattern is text in single quotes", mark)
                continue
            if self.check_patterns:
                try:
                    check_pattern(pattern)
                except PatternError as error:
                    self.fail(f"pattern cannot be used: {error}", mark)
                    continue
            good.append(pattern)
        return tuple(good)

    def number_value(self, data: Any, mark: Mark) -> float | None:
        if isinstance(data, str) and data.startswith("$"):
            if data[1:] in self.params:
                return self.params[data[1:]]
            self.fail(f"unknown parameter '{data}'{did_you_mean(data[1:], self.params)}", mark)
            return None
        if isinstance(data, bool) or not isinstance(data, int | float):
            self.fail(f"a number is needed, and not '{shortened(data)}'", mark)
            return None
        return data

    def _bounds(self, found: YamlMap) -> tuple[tuple[str, float], ...]:
        bounds = []
        for key in BOUNDS:
            if key in found:
                value = self.number_value(found[key], found.at(key))
                if value is not None:
                    bounds.append((key, value))
        return tuple(bounds)

    def number(self, data: Any, scope: Mapping[str, NodeType], mark: Mark) -> ast.Expr | None:
        found = self.map(data, ("of", *BOUNDS), mark, ("of",))
        if found is None:
            return None
        path = self._typed(found["of"], scope, found.at("of"), ValueKind.NUMBER)
        bounds: list[tuple[str, float | Path]] = []
        for key in BOUNDS:
            if key not in found:
                continue
            raw = found[key]
            if isinstance(raw, str) and not raw.startswith("$"):
                other = self._typed(raw, scope, found.at(key), ValueKind.NUMBER)
                if other is not None:
                    bounds.append((key, other))
                continue
            value = self.number_value(raw, found.at(key))
            if value is not None:
                bounds.append((key, value))
        if not bounds:
            self.fail(f"number needs one of {', '.join(BOUNDS)}", found.mark)
        return ast.Number(path, tuple(bounds)) if path is not None and bounds else None

    def date(self, data: Any, scope: Mapping[str, NodeType], mark: Mark) -> ast.Expr | None:
        found = self.map(data, ("of", *RELATIONS, "plus_days", "plus_months"), mark, ("of",))
        if found is None:
            return None
        path = self._typed(found["of"], scope, found.at("of"), ValueKind.DATE)
        relations = [r for r in RELATIONS if r in found]
        if len(relations) != 1:
            self.fail(f"date needs exactly one of {', '.join(RELATIONS)}", found.mark)
            return None
        than = self._typed(found[relations[0]], scope, found.at(relations[0]), ValueKind.DATE)
        days = self.number_value(found.get("plus_days", 0), found.at("plus_days"))
        months = self.number_value(found.get("plus_months", 0), found.at("plus_months"))
        if path is None or than is None or days is None or months is None:
            return None
        return ast.DateCheck(path, relations[0], than, int(days), int(months))

    def same(self, data: Any, scope: Mapping[str, NodeType], mark: Mark) -> ast.Expr | None:
        if not isinstance(data, YamlList) or len(data) != 2:
            self.fail("same needs a list of two paths", mark)
            return None
        first, second = (self.path(p, scope, m) for p, m in zip(data, data.marks, strict=True))
        return ast.Same(first, second) if first is not None and second is not None else None

    def one_of(self, data: Any, scope: Mapping[str, NodeType], mark: Mark) -> ast.Expr | None:
        found = self.map(data, ("of", "values"), mark, ("of", "values"))
        if found is None:
            return None
        kinds = (ValueKind.TEXT, ValueKind.WORDS, ValueKind.BOOL)
        path = self._typed(found["of"], scope, found.at("of"), *kinds)
        values = found["values"]
        if not isinstance(values, list) or not values:
            self.fail("values is a list", found.at("values"))
            return None
        words = tuple(("true" if v else "false") if isinstance(v, bool) else str(v) for v in values)
        return ast.OneOf(path, words) if path is not None else None

    def state(self, data: Any, scope: Mapping[str, NodeType], mark: Mark) -> ast.Expr | None:
        found = self.map(data, ("of", "is"), mark, ("of", "is"))
        if found is None:
            return None
        path = self.path(found["of"], scope, found.at("of"))
        states = found["is"] if isinstance(found["is"], list) else [found["is"]]
        for word in states:
            if word not in STATES:
                self.fail(f"unknown state '{word}'{did_you_mean(str(word), STATES)}", found.at("is"))
        return ast.StateIs(path, tuple(map(str, states))) if path is not None else None

    def _several(self, data: Any, scope: Mapping[str, NodeType], mark: Mark) -> tuple[ast.Expr, ...]:
        if not isinstance(data, YamlList) or not data:
            self.fail("a list of checks is needed", mark)
            return ()
        parts = (self.expression(item, scope, m) for item, m in zip(data, data.marks, strict=True))
        return tuple(p for p in parts if p is not None)

    def all(self, data: Any, scope: Mapping[str, NodeType], mark: Mark) -> ast.Expr | None:
        parts = self._several(data, scope, mark)
        return ast.All(parts) if parts else None

    def any(self, data: Any, scope: Mapping[str, NodeType], mark: Mark) -> ast.Expr | None:
        parts = self._several(data, scope, mark)
        return ast.Any(parts) if parts else None

    def negated(self, data: Any, scope: Mapping[str, NodeType], mark: Mark) -> ast.Expr | None:
        part = self.expression(data, scope, mark)
        return ast.Not(part) if part is not None else None

    def maybe(self, data: Any, scope: Mapping[str, NodeType], mark: Mark) -> ast.Expr | None:
        part = self.expression(data, scope, mark)
        return ast.Maybe(part) if part is not None else None

    def items(self, text: Any, scope: Mapping[str, NodeType], mark: Mark) -> tuple[Path, NodeType] | None:
        """A path to the items of a list, with their type."""
        path = self.path(text, scope, mark)
        if path is None:
            return None
        if not any(step.each for step in path.steps):
            self.fail(f"'{path}' is not a list; write goals[*] for each goal", mark)
            return None
        return path, type_of(path, scope)

    def _variable(self, found: YamlMap, default: str) -> str:
        """The name under `as`, which is none of a part of the plan; "" after an error."""
        name = str(found.get("as", default))
        if not _VARIABLE.match(name):
            self.fail("'as' is one word that stands for each item, such as goal", found.at("as"))
        elif name in VOCABULARY.fields:
            self.fail(
                f"'{name}' is a part of the plan already; choose another word, such as one_{name}", found.at("as")
            )
        else:
            return name
        return ""

    def quantified(self, word: str, data: Any, scope: Mapping[str, NodeType], mark: Mark) -> ast.Expr | None:
        allowed: tuple[str, ...] = ("in", "as", "that")
        needed: tuple[str, ...] = ("in", "as", "that")
        if word == "count":
            allowed, needed = (*allowed, *BOUNDS), ("in",)
        found = self.map(data, allowed, mark, needed)
        if found is None:
            return None
        over = self.items(found["in"], scope, found.at("in"))
        if over is None:
            return None
        variable = self._variable(found, "item")
        if not variable:
            return None
        that = None
        if "that" in found:
            that = self.expression(found["that"], {**scope, variable: over[1]}, found.at("that"))
            if that is None:
                return None
        bounds = self._bounds(found)
        if word == "count" and not bounds:
            self.fail(f"count needs one of {', '.join(BOUNDS)}", found.mark)
            return None
        return ast.Quantified(word, over[0], variable, that, bounds)

    def call(self, data: Any, scope: Mapping[str, NodeType], mark: Mark) -> ast.Expr | None:
        if isinstance(data, str):
            named, given = data, YamlMap()
        elif isinstance(data, YamlMap) and len(data) == 1:
            named, given = next(iter(data.items()))
        else:
            self.fail("call needs the name of a function, or a map from it to its arguments", mark)
            return None
        signature = ast.FUNCTIONS.get(named)
        if signature is None:
            self.fail(f"unknown function '{named}'{did_you_mean(named, ast.FUNCTIONS)}", mark)
            return None
        if not isinstance(given, YamlMap):
            self.fail("arguments are a map", mark)
            return None
        arguments: list[tuple[str, Path | ast.Scalar]] = []
        for key, value in given.items():
            if key not in signature.arguments:
                self.fail(f"{named} takes no '{key}'{did_you_mean(key, signature.arguments)}", given.at(key))
            elif isinstance(value, str) and not value.startswith("$"):
                path = self.path(value, scope, given.at(key))
                if path is not None:
                    arguments.append((key, path))
            else:
                number = self.number_value(value, given.at(key))
                if number is not None:
                    arguments.append((key, number))
        for key in signature.required:
            if key not in given:
                self.fail(f"{named} needs '{key}'", mark)
        return ast.Call(named, tuple(arguments))

    def for_each(self, data: Any, mark: Mark) -> tuple[ast.ForEach, dict[str, NodeType]] | None:
        found = self.map(data, ("in", "as", "where"), mark, ("in", "as"))
        if found is None:
            return None
        over = self.items(found["in"], {}, found.at("in"))
        if over is None:
            return None
        variable = self._variable(found, "")
        if not variable:
            return None
        scope = {variable: over[1]}
        where = None
        if "where" in found:
            where = self.expression(found["where"], scope, found.at("where"))
        if isinstance(over[1], ManyType):
            self.fail(f"'{over[0]}' is a list of lists", found.at("in"))
        return ast.ForEach(over[0], variable, where), scope


Build = Callable[[Compiler, Any, Mapping[str, NodeType], Mark], ast.Expr | None]


def _quantifier(word: str) -> Build:
    return lambda self, data, scope, mark: self.quantified(word, data, scope, mark)


CHECKS: dict[str, Build] = {
    "present": Compiler.present,
    "text": Compiler.text,
    "number": Compiler.number,
    "date": Compiler.date,
    "same": Compiler.same,
    "one_of": Compiler.one_of,
    "state": Compiler.state,
    "all": Compiler.all,
    "any": Compiler.any,
    "not": Compiler.negated,
    "maybe": Compiler.maybe,
    "some": _quantifier("some"),
    "every": _quantifier("every"),
    "none": _quantifier("none"),
    "count": _quantifier("count"),
    "call": Compiler.call,
}
