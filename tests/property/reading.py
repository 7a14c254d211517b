"""Samples read once, and audited again after a change to their pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from iepaudit.audit import AuditOptions, load_rules
from iepaudit.engine import evaluate
from iepaudit.extract import ReadOptions, read_document
from iepaudit.model.document import Document, Grade, Line, PageQuality
from iepaudit.model.iep import Kind, Part
from iepaudit.model.outcome import Outcome, RuleResult
from iepaudit.parse import parse_part
from iepaudit.segment import segment

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
AS_OF = date(2026, 4, 1)
UNREAD = PageQuality(Grade.UNREADABLE, 0.0, "the page is a picture", "none")


@cache
def sample(name: str) -> Document:
    return read_document(SAMPLES / name, ReadOptions())


def plan_of(document: Document) -> Part | None:
    """The first plan in a document, None when it holds none."""
    return next((part for part in segment(document) if part.kind is Kind.IEP), None)


def results(document: Document) -> tuple[RuleResult, ...]:
    """What all rules say of a document; nothing when it is no plan."""
    part = plan_of(document)
    if part is None:
        return ()
    options = AuditOptions()
    return tuple(evaluate(load_rules(options), parse_part(document, part), as_of=AS_OF, select=options.selection))


@cache
def results_of(name: str) -> tuple[RuleResult, ...]:
    return results(sample(name))


def issues(found: Collection[RuleResult]) -> Counter[str]:
    """How often each rule speaks."""
    return Counter(r.rule for r in found if r.outcome is Outcome.ISSUE)


def without_text_layer(document: Document, number: int) -> Document:
    """The document with one page as it is when it was scanned: nothing on it can be read."""
    return replace(
        document,
        pages=tuple(
            replace(p, lines=(), tables=(), fields=(), check_boxes=(), running=(), label="", quality=UNREAD)
            if p.number == number
            else p
            for p in document.pages
        ),
    )


def without_lines(document: Document, lines: Collection[Line]) -> Document:
    gone = {id(line) for line in lines}
    return replace(
        document,
        pages=tuple(replace(p, lines=tuple(x for x in p.lines if id(x) not in gone)) for p in document.pages),
    )
