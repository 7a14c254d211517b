"""Which rules run: IEP2 (a block of numbers), IEP204, a rule's name, tag:transition, severity:gap, ALL."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from iepaudit.model.errors import UsageError
from iepaudit.resources.strict_yaml import did_you_mean


class Selectable(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def tags(self) -> Iterable[str]: ...


def choose(
    rules: Iterable[Selectable],
    *,
    select: Sequence[str] = (),
    extend: Sequence[str] = (),
    ignore: Sequence[str] = (),
) -> frozenset[str]:
    """Names of the rules that `select` (all when empty) and `extend` name, without those that `ignore` names. Raises
    UsageError for a selector that names no rule, and when nothing is left to run."""
    known = tuple(rules)
    chosen = {r.name for r in known} if not select else set()
    for selector in (*select, *extend):
        chosen |= matching(known, selector)
    for selector in ignore:
        chosen -= matching(known, selector)
    if not chosen:
        raise UsageError("No rule is left to run: --select and --ignore leave nothing.")
    return frozenset(chosen)


def matching(rules: Sequence[Selectable], selector: str) -> set[str]:
    """Names of the rules that one selector means."""
    text = selector.strip()
    if text.upper() == "ALL":
        return {r.name for r in rules}
    prefix, colon, value = text.partition(":")
    if colon and prefix == "tag":
        found = {r.name for r in rules if value in r.tags}
    elif text.upper().startswith("IEP"):
        found = {r.name for r in rules if r.id.startswith(text.upper())}
    else:
        found = {r.name for r in rules if r.name == text}
    if found:
        return found
    words = [r.name for r in rules] + [r.id for r in rules] + sorted({f"tag:{t}" for r in rules for t in r.tags})
    raise UsageError(f"No rule is called '{selector}'{did_you_mean(text, words)}; see: iepaudit rules list")
