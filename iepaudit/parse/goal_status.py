"""What a form says of a goal's own history beside its number: "☐ New ☒ Revised ☐ Continued from 2025-26"."""

from __future__ import annotations

import re

from iepaudit.segment.label import BOXES

_WORD = (
    r"(?:(?:is|this is|partially|not|was|a|an|goals?|from|the|annual)\s+){0,4}"
    r"(?:new|initial|revised?|revision|modified|adjusted|amended|updated|continu(?:e[ds]?|ing|ation)|"
    r"carried (?:over|forward)|carry[- ]?over|ongoing|extended|same|unchanged|repeated|maintained?|maintenance|"
    r"discontinued|dropped|met|mastered|achieved|replaced|previous|prior|"
    r"nuevas?|revisadas?|modificadas?|continuadas?|continúa)"
)
_MORE = (
    r"(?:[\s/]+(?:(?:goals?|metas?)(?!\s*(?:#|no\b|number|\d))|objectives?|from|since|in|for|of|with|and|the|this|last|past|"
    r"previous|prior|current|plan|iep|year(?:'s)?|school|changes?|(?:19|20)?\d\d(?:\s*[-–/]\s*(?:19|20)?\d\d)?|"
    r"\d{1,2}/\d{1,2}/\d{2,4})(?![\w'’]))*"
)
_CHOICE = rf"[{BOXES}]\s*{_WORD}\b{_MORE}\s*"
_RUN = re.compile(rf"(?:status(?: of (?:the )?goal)?\s*:\s*)?(?:{_CHOICE})+", re.IGNORECASE)
_ASIDE = re.compile(rf"(?<=\d)\s*\(\s*{_WORD}\b{_MORE}\s*\)", re.IGNORECASE)


def without_status(text: str) -> str:
    """The head of a goal without check boxes, or words in parentheses behind its number, that say whether the goal is
    new or goes on."""
    if not any(c in text for c in f"{BOXES}("):
        return text
    return " ".join(_ASIDE.sub(" ", _RUN.sub(" ", text), count=1).split())
