"""What a form says of a goal's own history beside its number: "☐ New ☒ Revised ☐ Continued from 2025-26"."""

from __future__ import annotations

import re
from functools import cache

from iepaudit.parse.patterns import pattern
from iepaudit.segment.label import BOXES

_YEAR = r"(?:19|20)?\d\d(?:\s*[-–/]\s*(?:19|20)?\d\d)?|\d{1,2}/\d{1,2}/\d{2,4}"
_NO_NUMBER = r"(?!\s*(?:#|no\b|number|\d))"  # "Goal 2" is the head itself


@cache
def _choices() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A run of boxes with what they say of the goal, and the same in parentheses behind its number."""
    status, before, behind = (
        pattern("progress", name).pattern for name in ("goal-status", "goal-status-before", "goal-status-behind")
    )
    said = rf"(?:{before}\s+){{0,4}}{status}(?:[\s/]+(?:(?:goals?|metas?){_NO_NUMBER}|{behind}|{_YEAR})(?![\w'’]))*"
    run = rf"(?:status(?: of (?:the )?goal)?\s*:\s*)?(?:[{BOXES}]\s*{said}\s*)+"
    return re.compile(run, re.IGNORECASE), re.compile(rf"(?<=\d)\s*\(\s*{said}\s*\)", re.IGNORECASE)


def without_status(text: str) -> str:
    """The head of a goal without check boxes, or words in parentheses behind its number, that say whether the goal is
    new or goes on."""
    if not any(c in text for c in f"{BOXES}("):
        return text
    run, aside = _choices()
    return " ".join(aside.sub(" ", run.sub(" ", text), count=1).split())
