"""Runs one check. Every check returns a Trace, so that `check` and `why` can never disagree."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import assert_never

from iepaudit.engine.context import Context, Found, label_of, main_leaf
from iepaudit.engine.dates import shifted
from iepaudit.engine.facts import Group, Leaf, Many, Node
from iepaudit.engine.functions import FUNCTIONS
from iepaudit.engine.search import Hit, hits_in
from iepaudit.engine.trace import ELSEWHERE, EVERYWHERE, Trace
from iepaudit.engine.truth import Truth, all_of, any_of, negate, truth_of
from iepaudit.model.field import FieldState, Place
from iepaudit.rulepack import expr as ast
from iepaudit.rulepack.paths import Path

_COMPARE: dict[str, Callable[[float, float], bool]] = {
    "at_least": operator.ge,
    "at_most": operator.le,
    "above": operator.gt,
    "below": operator.lt,
    "equals": operator.eq,
}
_DOCUMENT_WIDE = (
    *("sections", "headings", "questions", "document", "progress", "placement", "transition", "decisions", "team"),
)


def run(expr: ast.Expr, context: Context) -> Trace:
    """The answer of a check, with how it came about."""
    context.spend(1)
    if isinstance(expr, ast.Present):
        return _leaves(f"present {expr.of}", expr.of, context, _present)
    if isinstance(expr, ast.Text):
        return _text(expr, context)
    if isinstance(expr, ast.Number):
        return _number(expr, context)
    if isinstance(expr, ast.DateCheck):
        return _date(expr, context)
    if isinstance(expr, ast.Same):
        return _same(expr, context)
    if isinstance(expr, ast.OneOf):
        values = {v.casefold() for v in expr.values}
        label = f"{expr.of} is {' or '.join(expr.values)}"
        return _leaves(label, expr.of, context, lambda leaf: _one_of(leaf, values))
    if isinstance(expr, ast.StateIs):
        label = f"state of {expr.of} is {' or '.join(expr.states)}"
        return _state(label, expr, context)
    if isinstance(expr, ast.All):
        return _several("all", expr.parts, context, all_of, Truth.NO)
    if isinstance(expr, ast.Any):
        return _several("any", expr.parts, context, any_of, Truth.YES)
    if isinstance(expr, ast.Not):
        inner = run(expr.part, context)
        return Trace("not", negate(inner.truth), children=(inner,))
    if isinstance(expr, ast.Maybe):
        inner = run(expr.part, context)
        if inner.truth is Truth.NO:
            return Trace("maybe", Truth.NO, children=(inner,))
        # A count of words, or a digit out of a date, tells a reader nothing.
        words = next((t.match for t in inner.walk() if _LETTERS.search(t.match)), "")
        shown = f'"{words}" may be the answer' if words else ELSEWHERE
        return Trace("maybe", Truth.UNSURE, reasons=(shown,), children=(inner,))
    if isinstance(expr, ast.Quantified):
        return _quantified(expr, context)
    if isinstance(expr, ast.Call):
        return FUNCTIONS[expr.function](dict(expr.arguments), context)
    assert_never(expr)


def inner_match(trace: Trace) -> str:
    """The first words that any part of a check hit."""
    return next((t.match for t in trace.walk() if t.match), "")


_LETTERS = re.compile(r"[^\W\d_]{2}")

# -- leaves ------------------------------------------------------------------------------------------------------------

Judge = Callable[[Leaf], tuple[Truth, str]]


def _leaves(label: str, path: Path, context: Context, judge: Judge) -> Trace:
    """Yes when any node at the path passes `judge`."""
    found = context.find(path)
    best = Trace(label, Truth.NO, "nothing there", looked=_looked(path, None, context))
    for key, node in found.nodes:
        trace = _one(label, path, key, node, context, judge)
        if trace.truth > best.truth or (trace.truth == best.truth and not best.places):
            best = trace
    return _limit(best, found)


def _one(label: str, path: Path, key: str, node: Node, context: Context, judge: Judge) -> Trace:
    if isinstance(node, Many):
        return _list_present(label, path, node, context)
    leaf = main_leaf(node)
    assert leaf is not None
    if leaf.state is FieldState.UNCLEAR:
        why = leaf.why or "it could not be read"
        return Trace(label, Truth.UNSURE, why, places=_places(leaf.place), reasons=(why,))
    truth, match = judge(leaf)
    if truth is Truth.YES:
        return Trace(label, truth, _shown(leaf), match, _places(leaf.place))
    looked = _looked(path, leaf.place, context)
    if leaf.why_open:
        return Trace(label, Truth.UNSURE, leaf.why_open, places=_places(leaf.place), reasons=(leaf.why_open,))
    return Trace(label, Truth.NO, _shown(leaf), places=_places(leaf.place), looked=looked)


def _state(label: str, expr: ast.StateIs, context: Context) -> Trace:
    leaves = [main_leaf(node) for _, node in context.find(expr.of).nodes]
    states = [leaf.state.value for leaf in leaves if leaf is not None]
    return Trace(label, truth_of(any(s in expr.states for s in states)), ", ".join(dict.fromkeys(states)))


def _list_present(label: str, path: Path, node: Many, context: Context) -> Trace:
    if node.items:
        return Trace(label, Truth.YES, f"{len(node.items)} found")
    if node.why_open:
        return Trace(label, Truth.UNSURE, node.why_open, reasons=(node.why_open,))
    detail = node.why if node.items is None else "the list is empty"
    return Trace(label, Truth.NO, detail, looked=_looked(path, None, context))


def _present(leaf: Leaf) -> tuple[Truth, str]:
    return truth_of(leaf.filled), ""


def _one_of(leaf: Leaf, values: set[str]) -> tuple[Truth, str]:
    have = leaf.value if isinstance(leaf.value, tuple) else (leaf.text,) if leaf.filled else ()
    hit = next((h for h in have if h.casefold() in values), "")
    return truth_of(bool(hit)), ""


def _limit(trace: Trace, found: Found) -> Trace:
    """A `no` is unsure where a list on the way was never found or may go on."""
    why = found.unknown or found.open
    if trace.truth is Truth.NO and why:
        return Trace(trace.label, Truth.UNSURE, why, reasons=(why,), places=trace.places)
    return trace


def _places(place: Place | None) -> tuple[Place, ...]:
    return (place,) if place is not None else ()


def _shown(leaf: Leaf) -> str:
    if not leaf.filled:
        return leaf.state.value
    text = " ".join(leaf.text.split())
    return f'"{text[:100]}…"' if len(text) > 100 else f'"{text}"'


def _looked(path: Path, place: Place | None, context: Context) -> tuple[str, ...]:
    first = path.steps[0].name
    if first not in context.variables:
        return (EVERYWHERE,) if first in _DOCUMENT_WIDE or place is None else (f"{path} (page {place.page})",)
    key, node = context.variables[first]
    if key.startswith("questions["):  # every label of the form was looked at, which is the whole file
        return (EVERYWHERE,)
    name = path.steps[-1].name.removesuffix("_cell") if len(path.steps) > 1 else ""
    what = f": {_CELLS[name]}" if name in _CELLS else ""
    page = f" (page {place.page})" if place is not None else ""
    return (f"{label_of(key, node)}{what}{page}",)


# What a reader can find beside an item; the rest of what is known about one is read out of its words.
_CELLS = {
    "baseline": "baseline",
    "criterion": "criterion",
    "method": "how it is measured",
    "schedule": "when it is reported",
    "objectives": "objectives",
    "amount": "amount",
    "frequency": "how often",
    "location": "place",
    "start": "first day",
    "end": "last day",
    "provider": "who gives it",
}


# -- text, numbers, dates ----------------------------------------------------------------------------------------------


def _text(expr: ast.Text, context: Context) -> Trace:
    words = [*expr.lexicons, *(f"'{p}'" for p in expr.patterns)]
    of = ", ".join(str(p) for p in expr.of)
    label = f"text of {of} has {' or '.join(words)}"
    near = (*expr.beside_lexicons, *(f"'{p}'" for p in expr.beside_patterns))
    label += f" with {' and '.join(near)}" if near else ""
    label += f" {expr.at_least} times" if expr.at_least > 1 else ""
    patterns = [context.lexicons[n].pattern for n in expr.lexicons] + list(expr.patterns)
    unless = [context.lexicons[n].pattern for n in expr.unless_lexicons] + list(expr.unless_patterns)
    beside = [context.lexicons[n].pattern for n in expr.beside_lexicons] + list(expr.beside_patterns)
    hits: list[Hit] = []
    reasons: list[str] = []
    looked: list[str] = []
    tried: list[str] = []
    places: list[Place] = []
    for path in expr.of:
        found = context.find(path)
        if found.unknown or found.open:
            reasons.append(found.unknown or found.open)
        for _key, node in found.nodes:
            leaf = main_leaf(node)
            assert leaf is not None
            if leaf.state is FieldState.UNCLEAR:
                reasons.append(leaf.why or "it could not be read")
                continue
            if leaf.why_open:
                reasons.append(leaf.why_open)
            looked += _looked(path, leaf.place, context)
            if not leaf.filled:
                continue
            tried.append(_shown(leaf))
            places += _places(leaf.place)
            context.search(leaf.text, patterns, len(expr.lexicons))
            limit = max(expr.at_least, 4)
            hits += hits_in(leaf, patterns, unless, beside, whole=expr.whole, limit=limit, spend=context.spend)
    detail = "; ".join(tried[:3]) or "no text"
    if len(hits) >= expr.at_least:
        shown = tuple(dict.fromkeys(h.place for h in hits if h.place is not None))
        return Trace(label, Truth.YES, f'found "{hits[0].text}"', hits[0].text, shown)
    if reasons:
        why = tuple(dict.fromkeys(reasons))
        return Trace(label, Truth.UNSURE, why[0], reasons=why, places=tuple(places))
    if hits:
        detail = f"only {len(hits)} found"
    return Trace(label, Truth.NO, detail, places=tuple(places[:3]), looked=tuple(dict.fromkeys(looked)))


def _value(path: Path, context: Context) -> tuple[Leaf | None, str]:
    """The one leaf at a path, or None with the reason."""
    found = context.find(path)
    leaves = [main_leaf(node) for _, node in found.nodes]
    known = [leaf for leaf in leaves if leaf is not None and leaf.filled]
    if known:
        return known[0], ""
    unread = next((leaf for leaf in leaves if leaf is not None and leaf.why), None)
    why = unread.why if unread is not None else found.unknown or found.open
    return None, why or f"{str(path).replace('_', ' ').split('.')[-1]} was not found in what could be read"


def _number(expr: ast.Number, context: Context) -> Trace:
    bounds = ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in expr.bounds)
    label = f"{expr.of} {bounds}"
    have, why = _value(expr.of, context)
    if have is None or isinstance(have.value, bool) or not isinstance(have.value, int | float):
        return Trace(label, Truth.UNSURE, why, reasons=(why,))
    for name, bound in expr.bounds:
        limit: float
        if isinstance(bound, Path):
            other, why = _value(bound, context)
            if other is None or not isinstance(other.value, int | float):
                return Trace(label, Truth.UNSURE, why, reasons=(why,))
            limit = other.value
        else:
            limit = bound
        if not _COMPARE[name](have.value, limit):
            if have.why_open and name in ("at_least", "above"):
                return Trace(label, Truth.UNSURE, have.why_open, reasons=(have.why_open,))
            return Trace(
                label, Truth.NO, have.text, places=_places(have.place), looked=_looked(expr.of, have.place, context)
            )
    if have.why_open and any(name in ("at_most", "below", "equals") for name, _ in expr.bounds):
        return Trace(label, Truth.UNSURE, have.why_open, reasons=(have.why_open,))
    return Trace(label, Truth.YES, have.text, have.text, _places(have.place))


def _date(expr: ast.DateCheck, context: Context) -> Trace:
    shift = f" plus {expr.months} months" if expr.months else ""
    shift += f" plus {expr.days} days" if expr.days else ""
    label = f"{expr.of} {expr.relation.replace('_', ' ')} {expr.than}{shift}"
    have, why = _value(expr.of, context)
    than, why_than = _value(expr.than, context)
    if have is None or than is None or not isinstance(have.value, date) or not isinstance(than.value, date):
        reason = why or why_than
        return Trace(label, Truth.UNSURE, reason, reasons=(reason,))
    limit = shifted(than.value, days=expr.days, months=expr.months)
    relation = {
        "before": have.value < limit,
        "after": have.value > limit,
        "on_or_before": have.value <= limit,
        "on_or_after": have.value >= limit,
    }[expr.relation]
    detail = f"{have.text} and {limit.isoformat()}"
    places = tuple(dict.fromkeys([*_places(have.place), *_places(than.place)]))
    return Trace(label, truth_of(relation), detail, have.text if relation else "", places)


def _same(expr: ast.Same, context: Context) -> Trace:
    label = f"{expr.first} is the same as {expr.second}"
    first, second = context.find(expr.first), context.find(expr.second)
    truths, reasons = [Truth.NO], list(filter(None, (first.unknown, first.open, second.unknown, second.open)))
    details: list[str] = []
    for _, a in first.nodes:
        context.spend(len(second.nodes))
        for _, b in second.nodes:
            one, other = main_leaf(a), main_leaf(b)
            assert one is not None and other is not None
            unread = [leaf.why or "it could not be read" for leaf in (one, other) if leaf.state is FieldState.UNCLEAR]
            if unread:
                reasons += unread
                continue
            truths.append(truth_of(one.filled and other.filled and one.text.casefold() == other.text.casefold()))
            if len(details) < 2:
                details.append(f"{_shown(one)} and {_shown(other)}")
    if max(truths) is Truth.NO and reasons:
        return Trace(label, Truth.UNSURE, reasons[0], reasons=tuple(dict.fromkeys(reasons)))
    return Trace(label, max(truths), "; ".join(details))


# -- several -----------------------------------------------------------------------------------------------------------


def _several(
    word: str, parts: Iterable[ast.Expr], context: Context, join: Callable[[Iterable[Truth]], Truth], final: Truth
) -> Trace:
    children = []
    for part in parts:
        children.append(run(part, context))
        if children[-1].truth is final and not context.complete:
            break
    return Trace(word, join(c.truth for c in children), children=tuple(children))


def _quantified(expr: ast.Quantified, context: Context) -> Trace:
    found = context.find(expr.over)
    children: list[Trace] = []
    saved = context.variables
    for key, node in found.nodes:
        if expr.that is None:
            children.append(Trace(label_of(key, node), Truth.YES))
            continue
        context.variables = {**saved, expr.variable: (key, node)}
        inner = run(expr.that, context)
        place = node.place if isinstance(node, Group | Leaf) else None
        children.append(Trace(label_of(key, node), inner.truth, places=_places(place), children=(inner,)))
        if inner.truth is Truth.YES and expr.quantifier == "some" and not context.complete:
            break
    context.variables = saved
    missing = found.unknown or found.open
    truth = _count(expr, [c.truth for c in children], bool(missing))
    label = f"{expr.quantifier} in {expr.over}"
    if expr.bounds:
        label += " " + ", ".join(f"{name.replace('_', ' ')} {value:g}" for name, value in expr.bounds)
    reasons = (missing,) if missing and truth is Truth.UNSURE else ()
    looked = _looked(expr.over, None, context) if truth is Truth.NO else ()
    return Trace(
        label, truth, missing or f"{len(found.nodes)} found", reasons=reasons, looked=looked, children=tuple(children)
    )


def _count(expr: ast.Quantified, truths: list[Truth], more: bool) -> Truth:
    """`more`: there may be items that were not read."""
    extra = [Truth.UNSURE] if more else []
    if expr.quantifier == "some":
        return any_of([*truths, *extra])
    if expr.quantifier == "every":
        return all_of([*truths, *extra])
    if expr.quantifier == "none":
        return negate(any_of([*truths, *extra]))
    low = sum(t is Truth.YES for t in truths)
    high = float("inf") if more else low + sum(t is Truth.UNSURE for t in truths)
    results = []
    for name, bound in expr.bounds:
        at_low, at_high = _COMPARE[name](low, bound), _COMPARE[name](high, bound)
        between = name == "equals" and low < bound < high
        results.append(truth_of(at_low) if at_low == at_high and not between else Truth.UNSURE)
    return all_of(results)
