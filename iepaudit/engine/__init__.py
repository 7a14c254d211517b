"""Ruleset + Iep -> results."""

from iepaudit.engine.evaluate import evaluate
from iepaudit.engine.select import ALL, Selection, select_rules

__all__ = ["ALL", "Selection", "evaluate", "select_rules"]
