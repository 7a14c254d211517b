# ruff: noqa: E501 - a pattern is read more easily whole than cut to the line length
"""Labelled parts inside a goal's text: "Baseline: ...", "Measurement: ...", one per line or run on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from iepaudit.parse.grammar.lexicon import load_lexicon

# What people type into a field that they leave empty.
EMPTY_VALUE = re.compile(
    r"[\s\W_]*(?:(?:n/?a|none|nothing|tbd|tba|to\s+be\s+(?:determined|collected|decided|announced|taken|added|completed|obtained|established)|unknown"
    r"|not\s+(?:yet\s+)?(?:available|applicable|collected|recorded|known|established|taken|provided|stated|given|measured|assessed)"
    r"|no\s+(?:baseline|data)(?:\s+\w+){0,3}|none\s+(?:recorded|available|taken|yet|listed|given)|see\s+.{0,60}|pending(?:\s+\w+){0,3}"
    r"|will\s+be\s+(?:collected|taken|determined|established|obtained|gathered)(?:\s+\w+){0,6}|baseline\s+will\s+be\s+.{0,60}|refer\s+to\s+.{0,60}"
    r"|data\s+will\s+be\s+.{0,60}|por\s+determinar|no\s+disponible)[\s\W_]*)?\Z"
)


@dataclass(frozen=True, slots=True)
class LabelledPart:
    """`label` start to `end`; the value starts at `start`. `kind` is the element the label announces."""

    kind: str
    label: int
    start: int
    end: int


@cache
def _label_pattern() -> tuple[re.Pattern[str], dict[str, str]]:
    kinds = {entry.text: entry.category for entry in load_lexicon("goal-labels")}
    names = "|".join(re.escape(n).replace(r"\ ", r"\s+") for n in sorted(kinds, key=lambda n: (-len(n), n)))
    inner = rf"(?:(?:^|\n|[.;|)\]}}*]|\s{{2}})[ \t]*[-•*]{{0,2}}[ \t]*)(?P<name>{names})(?:[ \t]*#?\d{{1,2}})?[ \t]*(?:\*\*)?:"
    return re.compile(inner, re.MULTILINE), kinds


def labelled_parts(low: str) -> tuple[LabelledPart, ...]:
    """The labelled parts in order. A label that opens the goal itself ("Annual Goal:") has kind "goal"."""
    if ":" not in low:
        return ()
    pattern, kinds = _label_pattern()
    hits = [(kinds[" ".join(m["name"].split())], m.start("name"), m.end()) for m in pattern.finditer(low)]
    ends = [*(hit[1] for hit in hits[1:]), len(low)] if hits else []
    return tuple(LabelledPart(kind, at, start, end) for (kind, at, start), end in zip(hits, ends, strict=True))


def is_empty_value(low: str) -> bool:
    """True for a blank field and for words that say it is blank (N/A, TBD, see present levels, none recorded)."""
    return EMPTY_VALUE.match(low) is not None
