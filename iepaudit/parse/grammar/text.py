"""The goal's text in a form that patterns can rely on: same length, lower case, plain quotes, dashes and spaces."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from iepaudit.model.goal import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

MASK = "\x01"  # stands for a character that a pattern must not see; it is no letter, digit or space

_PLAIN = str.maketrans(
    {
        "‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "−": "-", "‑": "-", "‐": "-",
        "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u00ad": "-", "\t": " ", "\r": " ", "⁄": "/", "∕": "/",
        "％": "%", "＋": "+",
    }
)  # fmt: skip

_SENTENCE_END = re.compile(
    r"(?<![\s.][a-z])(?<!\be\.g)(?<!\bi\.e)(?<!\betc)(?<!\bapprox)[.!?;](?=\s|$|[\"')])|\n\s*\n|\n(?=\s*[-•*]\s)"
)


def plain(text: str) -> str:
    """Lower-cased text of the same length, so that offsets hold for the original."""
    flat = text.translate(_PLAIN)
    lower = flat.lower()
    if len(lower) != len(flat):
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in flat)
    return lower


def span_of(text: str, start: int, end: int) -> Span:
    """The span of `text` from start to end without white space and commas at its edges."""
    while start < end and text[start] in " \n\t\r,;:":
        start += 1
    while end > start and text[end - 1] in " \n\t\r,;:.":
        end -= 1
    return Span(text[start:end], start, end)


def mask(low: str, spans: Iterable[Span | tuple[int, int]]) -> str:
    """`low` with the spans made unreadable; the length stays."""
    for span in spans:
        start, end = (span.start, span.end) if isinstance(span, Span) else span
        if end > start:
            low = low[:start] + MASK * (end - start) + low[end:]
    return low


def sentences(low: str) -> list[tuple[int, int]]:
    """Start and end of each sentence or paragraph, in order, without gaps that hold words."""
    found, start = [], 0
    for match in _SENTENCE_END.finditer(low):
        if low[start : match.end()].strip():
            found.append((start, match.end()))
        start = match.end()
    if low[start:].strip():
        found.append((start, len(low)))
    return found


def merge(spans: Iterable[Span], text: str) -> tuple[Span, ...]:
    """The spans in order, overlapping ones joined."""
    out: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if out and span.start < out[-1].end:
            if span.end > out[-1].end:
                out[-1] = Span(text[out[-1].start : span.end], out[-1].start, span.end)
        elif span.end > span.start:
            out.append(span)
    return tuple(out)
