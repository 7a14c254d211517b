"""JSON: one object for a run (`json`), or one line for each file (`jsonl`). Same input, same bytes.

Keys may be added; those that are here stay, with their meaning. The student's name and birth date are null, and names
in quoted words are replaced, unless the run was asked to show them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from iepaudit.model.document import PageQuality
from iepaudit.model.field import Field, FieldState, Place
from iepaudit.model.goal import Element, GoalAnalysis
from iepaudit.model.iep import Accommodation, Decision, Goal, Iep, Section, Service
from iepaudit.model.outcome import FileReport, RuleResult, RunReport
from iepaudit.report.clean import escaped_json
from iepaudit.report.options import ReportOptions
from iepaudit.report.redact import Redact, Redactor, redactor_for

NEEDS = ("msgspec",)
SCHEMA_VERSION = 1
ELEMENTS = ("timeframe", "condition", "behavior", "criterion", "method", "baseline")


def render_json(run: RunReport, options: ReportOptions) -> str:
    """The whole run as one object, indented."""
    return "".join(stream_json(run, options))


def stream_json(run: RunReport, options: ReportOptions) -> Iterator[str]:
    """The same in pieces, a file at a time: a thousand plans at once would take hundreds of megabytes."""
    mark = "\0files"
    before, after = encode(run_object(run, options, mark), indent=2).split(encode(mark).strip())
    yield before
    if not run.files:
        yield "[]"
    for number, report in enumerate(run.files):
        yield "[\n    " if number == 0 else ",\n    "
        yield encode(file_object(report, options), indent=2).rstrip("\n").replace("\n", "\n    ")
    if run.files:
        yield "\n  ]"
    yield after


def render_jsonl(run: RunReport, options: ReportOptions) -> str:
    """One object a line for each file, and a last one with `tool` and `exit`."""
    return "".join([*(each_jsonl(report, options) for report in run.files), end_jsonl(run, options)])


def each_jsonl(report: FileReport, options: ReportOptions, number: int = 0) -> str:
    return encode(file_object(report, options))


def end_jsonl(run: RunReport, options: ReportOptions) -> str:
    whole = run_object(run, options, None)
    return encode({k: v for k, v in whole.items() if k != "files"})


def encode(value: Any, indent: int = 0) -> str:
    import msgspec

    try:
        data = msgspec.json.encode(value)
    except UnicodeEncodeError:  # half a character, from a damaged font
        data = msgspec.json.encode(_encodable(value))
    if indent:
        data = msgspec.json.format(data, indent=indent)
    return escaped_json(data.decode()) + "\n"


def _encodable(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, dict):
        return {_encodable(k): _encodable(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [_encodable(v) for v in value]
    return value


def run_object(run: RunReport, options: ReportOptions, files: object) -> dict[str, Any]:
    """The outermost object; `files` stands for the files."""
    alone = run.files[0].as_of if len(run.files) == 1 else ""
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {
            "name": "iepaudit",
            "version": run.version,
            "rules_digest": run.rules_digest,
            "rules_checked": run.rules_checked,
            "profile": run.profile,
            "as_of": options.as_of or alone or None,
        },
        "files": files,
        "exit": {"code": run.exit_code, "reasons": list(run.exit_reasons)},
    }


def file_object(report: FileReport, options: ReportOptions) -> dict[str, Any]:
    redactor = redactor_for(report, options.redact)
    scores = [p.score for p in report.pages]
    return {
        "path": report.path,
        "sha256": report.sha256,
        "kind": report.kind.value,
        "kind_evidence": redactor.text(report.kind_evidence),
        "as_of": report.as_of or None,
        "pages": len(report.pages),
        "quality": {
            "mean": round(sum(scores) / len(scores), 3) if scores else None,
            "low": round(min(scores), 3) if scores else None,
            "pages": [_page(n, q) for n, q in enumerate(report.pages, start=1)],
        },
        "parts": [
            {"kind": p.kind.value, "first_page": p.first_page, "last_page": p.last_page, "audited": p.audited}
            for p in report.parts
        ],
        "document": document_object(report.iep, redactor) if report.iep else {},
        "results": [result_object(r, redactor) for r in report.results],
        "problems": [{"reason": p.reason, "message": redactor.text(p.message)} for p in report.problems],
        "notes": [redactor.text(n) for n in report.notes],
    }


def document_object(iep: Iep, redactor: Redactor) -> dict[str, Any]:
    """What was understood of a plan."""
    student, dates = iep.student, iep.dates
    return {
        "student": {
            "name": _value(student.name, redactor, private=True),
            "birth_date": _value(student.birth_date, redactor, private=True),
            "grade": _value(student.grade, redactor),
        },
        "dates": {
            name: _value(getattr(dates, name), redactor)
            for name in ("meeting", "start", "end", "annual_review", "evaluation", "reevaluation")
        },
        "sections": [_section(s, redactor) for s in iep.sections],
        "goals": [_goal(g, redactor) for g in iep.goals or ()],
        "goals_found": iep.goals is not None,
        "services": [_service(s, redactor) for s in iep.services or ()],
        "services_found": iep.services is not None,
        "accommodations": [_accommodation(a, redactor) for a in iep.accommodations or ()],
        "decisions": [_decision(d) for d in iep.decisions],
        "progress_schedule": _value(iep.progress_schedule, redactor),
        "progress_method": _value(iep.progress_method, redactor),
        "draft": iep.draft,
    }


def analysis_object(analysis: GoalAnalysis, redactor: Redactor) -> dict[str, Any]:
    """A goal's elements and vague words. Offsets count characters of the text as printed here."""
    return {
        "measurable": analysis.measurable,
        "postsecondary": analysis.postsecondary,
        "elements": {name: _element(analysis.element(name), redactor) for name in ELEMENTS},
        "vague": [_vague(analysis.text, v.span.start, v.span.end, v.category, redactor) for v in analysis.vague],
        "missing": list(analysis.missing),
        "flags": sorted(analysis.flags),
    }


def result_object(result: RuleResult, redactor: Redactor) -> dict[str, Any]:
    return {
        "rule": result.rule,
        "id": result.id,
        "outcome": result.outcome.value,
        "severity": result.severity.value,
        "confidence": result.confidence.value,
        "at": result.at,
        "also_at": list(result.also_at),
        "title": result.title,
        "message": redactor.text(result.message),
        "question": redactor.text(result.question),
        "suggest": result.suggest,  # these two are the rule's own words, with nothing of the plan in them
        "explain": result.explain,
        "rank": result.rank,
        "authority": [a.cite for a in result.authority],
        "match": redactor.quote(result.match),
        "evidence": [_place(p, redactor) for p in result.evidence],
        "searched": [redactor.text(s) for s in result.searched],
        "fingerprint": result.fingerprint,
        "suppressed": redactor.text(result.suppressed) or None,
        "known": result.known,
    }


def _page(number: int, quality: PageQuality) -> dict[str, Any]:
    page: dict[str, Any] = {"page": number, "grade": quality.grade.value, "source": quality.source}
    if quality.reason:
        page["reason"] = quality.reason
    return page


def _value(field: Field[Any], redactor: Redactor, *, private: bool = False) -> dict[str, Any]:
    value = field.value
    if field.state is not FieldState.FILLED or (private and redactor.on):
        value = None
    elif isinstance(value, date):
        value = value.isoformat()
    elif isinstance(value, str):
        value = redactor.quote(value)
    return {"value": value, "state": field.state.value, "page": field.place.page if field.place else None}


def _plain(field: Field[Any], redactor: Redactor) -> Any:
    return _value(field, redactor)["value"]


def _section(section: Section, redactor: Redactor) -> dict[str, Any]:
    made = {
        "key": section.key,
        "heading": redactor.text(section.heading),
        "page": section.page,
        "state": section.state.value,
    }
    if section.key == "parent-concerns" and section.filled_text:  # the meeting sheet quotes it
        made["text"] = redactor.quote(section.filled_text)
    return made


def _goal(goal: Goal, redactor: Redactor) -> dict[str, Any]:
    return {
        "label": redactor.text(goal.label),
        "text": redactor.quote(goal.text),
        "page": goal.place.page,
        "box": _box(goal.place),
        "area": goal.area or None,
        **analysis_object(goal.analysis, redactor),
        "baseline": _value(goal.baseline, redactor),
        "criterion": _value(goal.criterion, redactor),
        "method": _value(goal.method, redactor),
        "schedule": _value(goal.schedule, redactor),
        "objectives": [
            {"text": redactor.quote(o.text), "page": o.place.page, "measurable": o.analysis.measurable}
            for o in goal.objectives
        ],
    }


def _service(service: Service, redactor: Redactor) -> dict[str, Any]:
    return {
        "name": redactor.text(service.name),
        "category": service.category,
        "minutes_per_week": service.minutes_per_week,
        "amount": _plain(service.amount, redactor),
        "frequency": _plain(service.frequency, redactor),
        "location": _plain(service.location, redactor),
        "start": _plain(service.start, redactor),
        "end": _plain(service.end, redactor),
        "provider": _plain(service.provider, redactor),
        "page": service.place.page,
    }


def _accommodation(item: Accommodation, redactor: Redactor) -> dict[str, Any]:
    return {"text": redactor.quote(item.text), "category": item.category, "page": item.place.page}


def _decision(decision: Decision) -> dict[str, Any]:
    return {"name": decision.name, "answer": decision.answer.value, "page": decision.place.page}


def _element(element: Element, redactor: Redactor) -> dict[str, Any]:
    found: dict[str, Any] = {"present": element.present}
    if element.spans:
        found["text"] = redactor.quote(element.text)
        found["source"] = element.source
    return found


def _vague(text: str, start: int, end: int, category: str, redactor: Redactor) -> dict[str, Any]:
    """Offsets count in the text as printed, where names before them were replaced."""
    if redactor.mode is Redact.ALL:
        return {"text": redactor.quote(text[start:end]), "start": start, "end": end, "category": category}
    begin, finish = redactor.moved(text, start, end)
    return {"text": redactor.text(text)[begin:finish], "start": begin, "end": finish, "category": category}


def _place(place: Place, redactor: Redactor) -> dict[str, Any]:
    return {"page": place.page, "box": _box(place), "quote": redactor.quote(place.quote)}


def _box(place: Place) -> list[float] | None:
    return list(place.box.rounded()) if place.box else None
