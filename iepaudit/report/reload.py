"""A saved JSON report -> the model again, as far as reports need it: so it can be rendered without the plan."""

from __future__ import annotations

from datetime import date
from typing import Any

from iepaudit.model.document import Grade, PageQuality
from iepaudit.model.errors import UsageError
from iepaudit.model.field import Field, FieldState, Place
from iepaudit.model.geometry import Box
from iepaudit.model.goal import Element, GoalAnalysis, Span, VagueTerm
from iepaudit.model.iep import (
    Accommodation,
    Answer,
    Block,
    Dates,
    Decision,
    Goal,
    Iep,
    Kind,
    Objective,
    Placement,
    Section,
    Service,
    Student,
)
from iepaudit.model.outcome import (
    Authority,
    Confidence,
    FileReport,
    Outcome,
    PartSummary,
    Problem,
    RuleResult,
    RunReport,
    Severity,
)
from iepaudit.report.json_report import ELEMENTS, SCHEMA_VERSION

_BLANK: Field[str] = Field(FieldState.BLANK)


def load_run(data: bytes, source: str) -> RunReport:
    """The run that a JSON report tells of. Raises UsageError when `data` is no such report, or one of a later schema.

    What JSON does not hold is empty here: the words of sections, scores of single pages, why a part is of its kind.
    """
    import msgspec

    try:
        whole: Any = msgspec.json.decode(data)
        if whole["schema_version"] != SCHEMA_VERSION:
            raise UsageError(f"{source}: made by another version of iepaudit (schema {whole['schema_version']})")
        tool, end = whole["tool"], whole["exit"]
        return RunReport(
            files=tuple(_file(f) for f in whole["files"]),
            version=tool["version"],
            rules_digest=tool["rules_digest"],
            profile=tool["profile"],
            exit_code=end["code"],
            exit_reasons=tuple(end["reasons"]),
            rules_checked=tool.get("rules_checked", 0),
        )
    except (msgspec.DecodeError, KeyError, TypeError, ValueError, AttributeError):
        raise UsageError(f"{source}: is not a JSON report of iepaudit check") from None


def _file(f: dict[str, Any]) -> FileReport:
    kind = Kind(f["kind"])
    return FileReport(
        path=f["path"],
        sha256=f["sha256"],
        kind=kind,
        kind_evidence=f["kind_evidence"],
        pages=tuple(_quality(p, f["quality"]) for p in f["quality"]["pages"]),
        iep=_iep(f["document"], kind) if f["document"] else None,
        results=tuple(_result(r) for r in f["results"]),
        problems=tuple(Problem(p["reason"], p["message"]) for p in f["problems"]),
        notes=tuple(f["notes"]),
        as_of=f["as_of"] or "",
        parts=tuple(
            PartSummary(Kind(p["kind"]), "", p["first_page"], p["last_page"], p["audited"]) for p in f["parts"]
        ),
    )


def _quality(page: dict[str, Any], whole: dict[str, Any]) -> PageQuality:
    return PageQuality(Grade(page["grade"]), whole["mean"] or 0.0, page.get("reason", ""), page["source"])


def _result(r: dict[str, Any]) -> RuleResult:
    return RuleResult(
        rule=r["rule"],
        id=r["id"],
        outcome=Outcome(r["outcome"]),
        severity=Severity(r["severity"]),
        confidence=Confidence(r["confidence"]),
        at=r["at"],
        title=r["title"],
        message=r["message"],
        question=r["question"],
        suggest=r["suggest"],
        explain=r.get("explain", ""),
        authority=tuple(Authority(cite, "") for cite in r["authority"]),
        evidence=tuple(_place(e["page"], e["box"], e["quote"]) for e in r["evidence"]),
        searched=tuple(r["searched"]),
        match=r["match"],
        also_at=tuple(r["also_at"]),
        rank=r.get("rank", 0),
        fingerprint=r["fingerprint"],
        suppressed=r.get("suppressed") or "",
        known=r.get("known", False),
    )


def _place(page: int, box: list[float] | None = None, quote: str = "") -> Place:
    return Place(page, Box(*box) if box else None, quote)


def _field(f: dict[str, Any] | None) -> Field[Any]:
    """A value that was left out for privacy stays left out: its state is told, its value is not."""
    if not f:
        return _BLANK
    return Field(FieldState(f["state"]), f["value"], _place(f["page"]) if f["page"] else None)


def _date(f: dict[str, Any] | None) -> Field[date]:
    found = _field(f)
    value = date.fromisoformat(found.value) if found.value else None
    return Field(found.state, value, found.place)


def _plain(value: str | None) -> Field[str]:
    return Field(FieldState.FILLED, value) if value else _BLANK


def _day(value: str | None) -> Field[date]:
    return Field(FieldState.FILLED, date.fromisoformat(value)) if value else Field(FieldState.BLANK)


def _iep(d: dict[str, Any], kind: Kind) -> Iep:
    student, dates = d["student"], d["dates"]
    return Iep(
        kind=kind,
        student=Student(_field(student["name"]), _date(student["birth_date"]), _field(student["grade"])),
        dates=Dates(
            *(_date(dates[n]) for n in ("meeting", "start", "end", "annual_review", "evaluation", "reevaluation"))
        ),
        sections=tuple(_section(s) for s in d["sections"]),
        goals=tuple(_goal(g) for g in d["goals"]) if d["goals_found"] else None,
        services=tuple(_service(s) for s in d["services"]) if d["services_found"] else None,
        accommodations=tuple(Accommodation(a["text"], _place(a["page"]), a["category"]) for a in d["accommodations"]),
        needs=None,
        decisions=tuple(Decision(x["name"], Answer(x["answer"]), _place(x["page"])) for x in d["decisions"]),
        team=None,
        progress_schedule=_field(d["progress_schedule"]),
        progress_method=_field(d["progress_method"]),
        placement=Placement(_BLANK, _BLANK, _BLANK),
        transition=None,
        draft=d["draft"],
    )


def _section(s: dict[str, Any]) -> Section:
    words = s.get("text", "")
    blocks = (Block("", words, words, "", _place(s["page"], None, words), ()),) if words else ()
    return Section(s["key"], s["heading"], s["page"], FieldState(s["state"]), blocks)


def _goal(g: dict[str, Any]) -> Goal:
    return Goal(
        label=g["label"],
        text=g["text"],
        place=_place(g["page"], g["box"], g["text"]),
        area=g["area"] or "",
        analysis=_analysis(g, g["text"]),
        baseline=_field(g["baseline"]),
        criterion=_field(g["criterion"]),
        method=_field(g["method"]),
        schedule=_field(g["schedule"]),
        objectives=tuple(
            Objective(o["text"], _place(o["page"]), GoalAnalysis(o["text"], measurable=o["measurable"]))
            for o in g["objectives"]
        ),
    )


def _analysis(g: dict[str, Any], text: str) -> GoalAnalysis:
    timeframe, condition, behavior, criterion, method, baseline = (_element(g["elements"][name]) for name in ELEMENTS)
    vague = tuple(VagueTerm(Span(v["text"], v["start"], v["end"]), v["category"]) for v in g["vague"])
    return GoalAnalysis(
        text=text,
        vague=vague,
        measurable=g["measurable"],
        postsecondary=g["postsecondary"],
        flags=frozenset(g["flags"]),
        missing=tuple(g["missing"]),
        timeframe=timeframe,
        condition=condition,
        behavior=behavior,
        criterion=criterion,
        method=method,
        baseline=baseline,
    )


def _element(e: dict[str, Any]) -> Element:
    words = e.get("text", "")
    return Element(e["present"], (Span(words, 0, len(words)),) if words else (), e.get("source", "text"))


def _service(s: dict[str, Any]) -> Service:
    return Service(
        name=s["name"],
        category=s["category"],
        place=_place(s["page"]),
        amount=_plain(s["amount"]),
        frequency=_plain(s["frequency"]),
        location=_plain(s["location"]),
        start=_day(s["start"]),
        end=_day(s["end"]),
        provider=_plain(s["provider"]),
        minutes_per_week=s["minutes_per_week"],
        text=s["name"],
    )
