"""Reads a goal as an expert does: elements with their exact words, and the judgements that follow from them."""

from iepaudit.parse.grammar.analyse import analyse_goal, analyse_goals

__all__ = ["analyse_goal", "analyse_goals"]
