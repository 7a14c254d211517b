"""Goals taken apart: the elements marked in the goal's own words, each with a letter as well as a color."""

from __future__ import annotations

import html
from collections.abc import Iterable
from itertools import groupby

from iepaudit.model.goal import GoalAnalysis
from iepaudit.model.iep import Goal
from iepaudit.report import view
from iepaudit.report.clean import one_line
from iepaudit.report.html_page import escaped
from iepaudit.report.redact import Redact, Redactor

LETTERS = dict(zip(view.ELEMENT_WORDS, "ABCDEF", strict=True))
_LEAST = 3  # characters


def goals_html(goals: Iterable[Goal], redactor: Redactor, level: int) -> str:
    """All goals, or "" when there is none. `level` is that of each goal's heading."""
    return "".join(_goal(goal, redactor, level) for goal in goals)


def _goal(goal: Goal, redactor: Redactor, level: int) -> str:
    title = escaped(redactor.text(view.goal_title(goal)))
    text, seen = goal_text(goal.analysis, goal.text, redactor)
    out = [f'<article><h{level}>{title}</h{level}><p class="goal-text">{text}</p>']
    if not goal.analysis.postsecondary:
        out.append(f'<ul class="marks">{"".join(_mark(goal, name, name in seen, redactor) for name in LETTERS)}</ul>')
        if goal.analysis.vague:
            words = ", ".join(f"“{escaped(redactor.quote(v.span.text))}”" for v in goal.analysis.vague)
            out.append(f'<p><span class="unsure" aria-hidden="true">?</span> Open to reading: {words}</p>')
    return "".join([*out, "</article>"])


def _mark(goal: Goal, name: str, seen: bool, redactor: Redactor) -> str:
    element = goal.analysis.element(name)
    words = view.ELEMENT_WORDS[name]
    if not element.present:
        return f'<li class="missing">✗ {words}: <strong>not found</strong></li>'
    told = ""
    if not seen and element.text:
        told = f" <q>{escaped(redactor.quote(element.text))}</q>"
        told += " <small>(beside the goal)</small>" if element.source != "text" else ""
    letter = f"<b>{LETTERS[name]}</b>" if seen else ""
    return f'<li><span class="found" aria-hidden="true">✓</span> <span class="key">{letter}{words}</span>{told}</li>'


def goal_text(analysis: GoalAnalysis, text: str, redactor: Redactor) -> tuple[str, frozenset[str]]:
    """The goal as HTML, and the names of the elements that are marked in it. Of elements inside each other the smaller
    one is shown; how it is measured, which often is a part of how much, only where nothing else stands."""
    if redactor.mode is Redact.ALL or analysis.text != text:
        return escaped(redactor.quote(text)), frozenset()
    names: list[str] = [""] * len(text)
    spans = [
        (name == "method", span.end - span.start, name, span)
        for name in LETTERS
        if analysis.element(name).source == "text"
        for span in analysis.element(name).spans
        if text[span.start : span.end] == span.text
    ]
    for _, _, name, span in sorted(spans, key=lambda s: s[:2], reverse=True):
        names[span.start : span.end] = [name] * (span.end - span.start)
    vague = [False] * len(text)
    for term in analysis.vague:
        vague[term.span.start : term.span.end] = [True] * (term.span.end - term.span.start)
    for name in LETTERS:  # a word or two left over of an element is no mark
        if sum(n == name for n in names) < _LEAST:
            names = ["" if n == name else n for n in names]
    return _runs(text, names, vague, redactor), frozenset(names) - {""}


def _runs(text: str, names: list[str], vague: list[bool], redactor: Redactor) -> str:
    shown = _redacted(text, redactor)
    out = []
    for name, group in groupby(range(len(text)), key=lambda n: names[n]):
        inner = []
        for unclear, places in groupby(group, key=lambda n: vague[n]):
            words = html.escape("".join(shown[n] for n in places))
            inner.append(f'<span class="vague">{words}</span>' if unclear and words.strip() else words)
        body = "".join(inner)
        if not name or not body.strip():
            out.append(body)
            continue
        label = f'<b title="{view.ELEMENT_WORDS[name]}">{LETTERS[name]}</b>'
        lead, tail = body[: len(body) - len(body.lstrip())], body[len(body.rstrip()) :]
        out.append(f'{lead}<span class="element e-{name}">{label}{body.strip()}</span>{tail}')
    return "".join(out)


def _redacted(text: str, redactor: Redactor) -> list[str]:
    """One piece for each character: itself, or for words that are taken out what stands for them, then nothing."""
    shown = [one_line(c) or " " if not c.isspace() else " " for c in text]
    for span in redactor.masked(text) if redactor.on else ():
        shown[span.start : span.end] = [span.mask, *[""] * (span.end - span.start - 1)]
    return shown
