"""The documents in a file, audited one after the other, so that a long file is never held as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from iepaudit.audit.options import AuditOptions, load_rules
from iepaudit.model.document import Document
from iepaudit.model.iep import Goal, Iep, Kind, Part
from iepaudit.model.outcome import PartSummary, RuleResult
from iepaudit.parse import parse_part
from iepaudit.parse.identities import Mentions, mentions_in
from iepaudit.policy.exit_code import AUDITED
from iepaudit.segment import parts_of

_RANK = {Kind.IEP: 2, Kind.AMENDMENT: 1}


@dataclass(frozen=True, slots=True)
class Audited:
    """One part with what was found in it. Of all parts only the main one keeps its plan."""

    part: Part  # without its sections
    mentions: Mentions
    unreadable_pages: tuple[int, ...] = ()
    iep: Iep | None = None
    results: tuple[RuleResult, ...] | None = None  # None: not audited
    when: date | None = None
    today: bool = False  # `when` is the day of the audit, for want of a date


def rank_of(part: Part) -> tuple[int, int, int]:
    """The part with the highest rank is what the file is as a whole: an IEP when any part is one, else an amendment,
    else its longest part."""
    return _RANK.get(part.kind, 0), part.last_page - part.first_page, -part.first_page


def audit_parts(document: Document, options: AuditOptions) -> tuple[Audited, list[Audited]]:
    """The main part, and all parts in the order of their pages. A blank form is audited only as the main part."""
    found: list[Audited] = []
    main = 0
    for part, own in _as_told(parts_of(document), options.kind):
        leads = not found or rank_of(part) > rank_of(found[main].part)
        one = _audit(part, own, options, leads)
        if found and leads:
            found[main] = _set_back(found[main])
            main = len(found)
        found.append(one if leads else _set_back(one))
    return found[main], found


def _as_told(parts: Iterable[tuple[Part, Document]], kind: str) -> Iterator[tuple[Part, Document]]:
    """The main part as what the user says that it is."""
    if kind == "auto":
        yield from parts
        return
    known = list(parts)
    main = max((part for part, _ in known), key=rank_of)
    wanted = Kind.IEP if kind == "iep" else Kind.BLANK_FORM
    for part, own in known:
        told = replace(part, kind=wanted, evidence=f"Audited as {kind} because --kind says so.")
        yield (told if part is main else part), own


def _set_back(one: Audited) -> Audited:
    """A part that is not the main one."""
    return replace(one, iep=None, results=None if one.part.kind is Kind.BLANK_FORM else one.results)


def _audit(part: Part, own: Document, options: AuditOptions, leads: bool) -> Audited:
    bare = replace(part, sections=())
    if part.kind not in AUDITED or (part.kind is Kind.BLANK_FORM and not leads):
        return Audited(bare, mentions_in(own, part), own.unreadable_pages)
    iep = parse_part(own, part)
    mentions = mentions_in(own, part, iep)
    if options.second_opinion:
        iep = _second_opinion(iep)
    known = options.as_of or _date_of(iep)
    when = known or date.today()
    return Audited(bare, mentions, own.unreadable_pages, iep, tuple(_evaluate(iep, when, options)), when, known is None)


def _date_of(iep: Iep) -> date | None:
    for value in (iep.dates.meeting, iep.dates.start):
        if value.filled and value.value is not None:
            return value.value
    return None


def _evaluate(iep: Iep, when: date, options: AuditOptions) -> list[RuleResult]:
    from iepaudit.engine import evaluate

    ruleset = load_rules(options)
    results = list(evaluate(ruleset, iep, as_of=when, select=options.selection))
    if not options.second_opinion:
        return results
    from iepaudit.engine.doubt import less_sure

    return less_sure(results, ruleset, iep)


def _second_opinion(iep: Iep) -> Iep:
    """The same plan, with less confidence in what the second reader of goals sees otherwise."""
    from iepaudit.parse.grammar.second import with_second_opinion

    def asked(goals: tuple[Goal, ...]) -> tuple[Goal, ...]:
        opinions = with_second_opinion(g.analysis for g in goals)
        return tuple(replace(g, analysis=a) for g, a in zip(goals, opinions, strict=True))

    if iep.goals:
        iep = replace(iep, goals=asked(iep.goals))
    if iep.transition and iep.transition.goals:
        iep = replace(iep, transition=replace(iep.transition, goals=asked(iep.transition.goals)))
    return iep


def summary(one: Audited) -> PartSummary:
    part = one.part
    return PartSummary(part.kind, part.evidence, part.first_page, part.last_page, one.results is not None)
