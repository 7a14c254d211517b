# ruff: noqa: E501 - a pattern is read more easily whole than cut to the line length
"""Units of criteria and baselines, under one name each."""

from __future__ import annotations

import re

_NAMES = (
    (r"%|percent\b|per\s+cent\b|por\s+ciento|%\s*accuracy", "percent"),
    (r"(?:words?\s+(?:read\s+)?(?:correct(?:ly)?\s+)?(?:read\s+)?(?:per|a|in\s+(?:a|one|1))\s+min\w*|wcpm|cwpm|wpm|wrc(?:pm)?|correct\s+words?\s+(?:per|a)\s+min\w*|words?/min\w*|palabras\s+por\s+minuto)", "word per minute"),
    (r"digits?\s+(?:correct\s+)?(?:per|a)\s+min\w*|dcpm|cdpm", "digit per minute"),
    (r"minutes?\b|mins?\b|minutos?\b", "minute"),
    (r"seconds?\b|secs?\b|segundos?\b", "second"),
    (r"hours?\b|hrs?\b|horas?\b", "hour"),
    (r"(?:[a-z-]+\s+){0,2}?(?:prompts?|cues?|reminders?|redirections?|prompting|indicaciones)\b", "prompt"),
    (r"(?:[a-z-]+\s+){0,2}?(?:trials?|opportunit\w+|attempts?|tries|chances?|oportunidades|intentos)\b", "trial"),
    (r"(?:[a-z-]+\s+){0,2}?(?:errors?|mistakes?|miscues?)\b", "error"),
    (r"(?:[a-z-]+\s+){0,2}?steps?\b", "step"),
    (r"points?\b|on\s+(?:a|the)\s+(?:\S+\s+){0,3}rubric", "point"),
    (r"words?\b|palabras?\b", "word"),
    (r"sentences?\b", "sentence"),
    (r"times?\b|instances?\b|occurrences?\b|incidents?\b|outbursts?\b|episodes?\b|veces\b", "time"),
    (r"(?:[a-z-]+\s+){0,2}?(?:sessions?|probes?|days?|weeks?)\b", "session"),
)  # fmt: skip
_COMPILED = tuple((re.compile(r"\s*(?:" + pattern + ")"), name) for pattern, name in _NAMES)


def unit_after(low: str, at: int) -> str:
    """The unit that stands right after position `at`, as a singular noun; "" when none is known."""
    for pattern, name in _COMPILED:
        if pattern.match(low, at):
            return name
    return ""
