"""How to audit, and the rules that this names."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from iepaudit.engine.select import ALL, Selection
from iepaudit.extract import ReadOptions
from iepaudit.extract.sandbox import MEMORY_BYTES
from iepaudit.model.errors import UsageError
from iepaudit.model.page_ranges import EVERY_PAGE, PageRanges
from iepaudit.store.cache import MEGABYTES

if TYPE_CHECKING:
    from iepaudit.rulepack import Rule, Ruleset

Params = tuple[tuple[str, tuple[tuple[str, object], ...]], ...]  # rule -> name -> value, as pairs


@dataclass(frozen=True, slots=True)
class AuditOptions:
    """How to audit. `kind`: auto, iep (audit as an IEP whatever it looks like) or template (as a blank form)."""

    read: ReadOptions = field(default_factory=ReadOptions)
    profile: str = "federal"
    rule_paths: tuple[str, ...] = ()
    selection: Selection = ALL
    as_of: date | None = None
    pages: PageRanges = EVERY_PAGE  # audit only these; all are read, for the names that must not be shown
    kind: str = "auto"
    jobs: int = 1
    seconds: float | None = None  # wall time for one file; None: by the size of the file
    memory_bytes: int = MEMORY_BYTES
    stdin_filename: str = ""
    second_opinion: bool = False  # ask the second reader of goals too; loading it takes about a second
    params: Params = ()  # numbers set for rules: (("service-vague-amount", (("range-minutes", 20),)),)
    cache: Path | None = None  # a folder in which results are kept, encrypted, for the next run; None: no cache
    cache_megabytes: int = MEGABYTES


def load_rules(options: AuditOptions) -> Ruleset:
    """The rules that `options` name; raises UsageError for a broken rule file and an unknown profile or selector."""
    ruleset = _rules(options.rule_paths, options.profile, options.params)
    selected_rules(ruleset, options)
    return ruleset


@lru_cache(maxsize=8)
def _rules(rule_paths: tuple[str, ...], profile: str, params: Params) -> Ruleset:
    from iepaudit.rulepack import load_ruleset

    numbers = {rule: dict(values) for rule, values in params}
    return load_ruleset(extra=tuple(Path(p) for p in rule_paths), profile=profile, params=numbers)


def selected_rules(ruleset: Ruleset, options: AuditOptions) -> tuple[Rule, ...]:
    """The rules that will run; raises UsageError for a selector that fits none, and when none is left."""
    from iepaudit.engine import select_rules
    from iepaudit.engine.select import severities

    rules = select_rules(ruleset, options.selection)
    severities(ruleset, options.selection)
    if not rules:
        raise UsageError("no rule is left to run: --select and --ignore leave nothing")
    return rules
