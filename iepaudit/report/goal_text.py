"""Goals taken apart, for people and as objects for JSON."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import Any

from iepaudit.model.goal import Element, GoalAnalysis
from iepaudit.model.outcome import Severity
from iepaudit.report.clean import ascii_only, one_line
from iepaudit.report.goal_advice import (
    ELEMENT_MEANING,
    ELEMENT_NAMES,
    Advice,
    advice_for,
    completing_pattern,
    verdict,
)

ELEMENTS = tuple(ELEMENT_NAMES)
_COLORS = {
    "timeframe": "34", "condition": "36", "behavior": "32", "criterion": "35", "method": "33", "baseline": "94",
    "vague": "31",
}  # fmt: skip
_SEVERITY_WORDS = {Severity.REQUIRED: "not found", Severity.GAP: "likely gap", Severity.ADVICE: "could be clearer"}
# A part named later gives way to one named earlier where their words overlap.
_PRECEDENCE = ("behavior", "criterion", "timeframe", "baseline", "method", "condition", "vague")


@dataclass(frozen=True, slots=True)
class GoalEntry:
    """One goal of the command: its id as given or counted, and what was found."""

    id: str
    analysis: GoalAnalysis


def goal_object(entry: GoalEntry) -> dict[str, Any]:
    """A goal as the JSON of `iepaudit goal` prints it."""
    found = entry.analysis
    return {
        "id": entry.id,
        "text": found.text,
        "measurable": found.measurable,
        "confidence": found.confidence,
        "postsecondary": found.postsecondary,
        "behavior_kind": found.behavior_kind.value,
        "elements": {name: _element(found.element(name)) for name in ELEMENTS},
        "criteria": [
            {
                "kind": c.kind.value, "text": c.span.text, "start": c.span.start, "end": c.span.end, "value": c.value,
                "of": c.of, "unit": c.unit, "direction": c.direction, "source": c.source,
            }
            for c in found.criteria
        ],
        "baselines": [{"value": q.value, "of": q.of, "unit": q.unit, "text": q.span.text} for q in found.baselines],
        "deadline": found.deadline.isoformat() if found.deadline else None,
        "vague": [
            {"text": v.span.text, "start": v.span.start, "end": v.span.end, "category": v.category} for v in found.vague
        ],
        "missing": list(found.missing),
        "flags": sorted(found.flags),
        "pattern": completing_pattern(found),
        "results": [_result(a) for a in advice_for(found)],
    }  # fmt: skip


def _element(element: Element) -> dict[str, Any]:
    return {
        "present": element.present,
        "text": element.text,
        "source": element.source if element.present else None,
        "confidence": element.confidence,
        "spans": [{"text": s.text, "start": s.start, "end": s.end} for s in element.spans],
    }


def _result(advice: Advice) -> dict[str, str]:
    return {
        "rule": advice.rule,
        "outcome": "issue",
        "severity": advice.severity.value,
        "message": advice.message,
        "question": advice.question,
    }


def render_goals(
    entries: tuple[GoalEntry, ...],
    *,
    width: int = 80,
    color: bool = False,
    unicode: bool = True,
    second_opinion: bool = False,
) -> str:
    """The goals for people: each with its parts marked, what was not found, what to ask, and a pattern with blanks.
    `second_opinion` says that a second reader was asked, so that its silence is worth a line."""
    blocks = [_block(entry, width, color, second_opinion) for entry in entries]
    if len(entries) > 1:
        can = sum(e.analysis.measurable for e in entries)
        blocks.append(f"{len(entries)} goals: {can} can be measured, {len(entries) - can} cannot as written.\n")
    text = "\n".join(blocks)
    return text if unicode else ascii_only(text)


def _block(entry: GoalEntry, width: int, color: bool, second_opinion: bool) -> str:
    found = entry.analysis
    lines = [_paint(f"Goal {one_line(entry.id)}: {verdict(found)}", "1", color), ""]
    lines += _wrap(_marked(found, color), width, "  ")
    lines.append("")
    for name in ELEMENTS:
        lines += _row(name, found, width, color)
    if found.vague:
        words = ", ".join(f'"{one_line(v.span.text)}"' for v in found.vague)
        lines += _wrap(f"{_paint('Vague', _COLORS['vague'], color)}       {words}", width, "  ", 14)
    if "read-in-part" in found.flags:
        lines += _wrap("Only the first part of this text was read; it is too long for one goal.", width, "  ")
    if second_opinion:
        lines += _wrap(_second_opinion(found), width, "  ", 14)
    advice = advice_for(found)
    if advice:
        lines += ["", "  What to ask:"]
        for item in advice:
            lines += _wrap(
                f"- {item.question} ({_SEVERITY_WORDS[item.severity]}: {item.message[0].lower()}{item.message[1:]})",
                width,
                "  ",
                4,
            )
    pattern = completing_pattern(found)
    if pattern:
        lines += ["", "  A pattern that would complete it; fill in the blanks:"]
        lines += _wrap(one_line(pattern), width, "    ")
    return "\n".join(lines) + "\n"


def _second_opinion(found: GoalAnalysis) -> str:
    """What the second reader sees otherwise; what was found is not changed by it."""
    doubted = [ELEMENT_NAMES[n].lower() for n in ELEMENTS if found.element(n).confidence < 1]
    if doubted:
        named = ", ".join(doubted[:-1]) + " and " + doubted[-1] if len(doubted) > 1 else doubted[0]
        said = f"a second reader sees the {named} otherwise: please check by eye"
    elif found.confidence < 1:
        said = "a second reader judges otherwise whether it can be measured: please check by eye"
    else:
        said = "a second reader agrees, or is not sure enough to differ"
    return f"Second look {said}"


def _row(name: str, found: GoalAnalysis, width: int, color: bool) -> list[str]:
    element = found.element(name)
    if found.postsecondary and name not in ("behavior", "timeframe") and not element.present:
        return []
    label = _paint(f"{ELEMENT_NAMES[name]:<12}", _COLORS[name], color)
    if element.present:
        where = "" if element.source == "text" else f" (from the {element.source})"
        return _wrap(f"{label}{one_line(element.text)}{where}", width, "  ", 14)
    return _wrap(f"{label}not found ({ELEMENT_MEANING[name]})", width, "  ", 14)


def _marked(found: GoalAnalysis, color: bool) -> str:
    """The goal's text with its parts marked: in color, else by [Part: words]."""
    marks: list[tuple[int, int, str]] = []
    for name in _PRECEDENCE:
        spans = [v.span for v in found.vague] if name == "vague" else _own_spans(found, name)
        for span in spans:
            for start, end in _free(span.start, span.end, marks):
                if found.text[start:end].strip(" ,.;"):
                    marks.append((start, end, name))
    out, at = [], 0
    for start, end, name in sorted(marks):
        words = found.text[start:end]
        label = ELEMENT_NAMES.get(name, "Vague")
        out.append(found.text[at:start])
        out.append(_paint(one_line(words), _COLORS[name], True) if color else f"[{label}: {one_line(words)}]")
        if words[-1:].isspace():
            out.append(" ")
        at = end
    out.append(found.text[at:])
    return " ".join("".join(_safe(piece, color) for piece in out).split())


def _safe(piece: str, color: bool) -> str:
    """Without the control characters of the text, our own color marks kept."""
    if color and piece.startswith("\x1b["):
        return piece
    lead = " " if piece[:1].isspace() else ""
    trail = " " if piece[-1:].isspace() and len(piece) > 1 else ""
    return f"{lead}{one_line(piece)}{trail}"


def _own_spans(found: GoalAnalysis, name: str) -> list[Any]:
    element = found.element(name)
    return list(element.spans) if element.source == "text" else []


def _free(start: int, end: int, marks: list[tuple[int, int, str]]) -> list[tuple[int, int]]:
    """The stretches of start to end that no mark covers yet."""
    pieces = [(start, end)]
    for a, b, _ in marks:
        pieces = [
            piece
            for s, e in pieces
            for piece in (((s, e),) if b <= s or a >= e else ((s, a), (b, e)))
            if piece[0] < piece[1]
        ]
    return pieces


def _paint(text: str, code: str, color: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if color else text


def _wrap(text: str, width: int, indent: str, hang: int = 0) -> list[str]:
    """Wrapped lines; color marks do not count toward the width (they are short and at word edges)."""
    extra = text.count("\x1b[") * 5
    return textwrap.wrap(
        text,
        width=max(40, width) + extra,
        initial_indent=indent,
        subsequent_indent=" " * (hang or len(indent)),
        break_on_hyphens=False,
    )
