"""What a report has to say of a made document, point by point, and whether it does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from facts import Goal, Service
from random_layout import Made

from iepaudit.model import goal as read_goal
from iepaudit.model import iep as read
from iepaudit.model.field import Field
from iepaudit.model.outcome import FileReport, Outcome, Severity

DAYS = ("meeting", "start", "end", "evaluation", "reevaluation")


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that the document says, or that a report says of it. `topic`: name, date, goal, baseline, ..."""

    topic: str
    right: bool
    what: str


def points(made: Made, report: FileReport) -> Iterator[Point]:
    """All that is compared: each fact of the plan, each goal and service read that is not in it, each finding."""
    for result in report.results:
        if result.outcome is Outcome.ISSUE and result.severity is not Severity.ADVICE:
            yield Point("finding", False, f"{result.rule}: {result.message}")
    iep, plan = report.iep, made.plan
    yield Point("kind", report.kind is read.Kind.IEP, str(report.kind))
    if iep is None:
        return
    yield _same("name", iep.student.name, plan.student)
    yield _same("grade", iep.student.grade, plan.grade)
    yield _same("date", iep.student.birth_date, plan.birth, "birth ")
    for day in DAYS:
        yield _same("date", getattr(iep.dates, day), getattr(plan, day), f"{day} ")
    keys = {section.key for section in iep.sections}
    for key in sorted(made.sections):
        yield Point("section", key in keys or (key == "nonparticipation" and "placement" in keys), key)
    yield from _goals(made, [g for g in iep.goals or () if not g.analysis.postsecondary])
    yield from _services(made, list(iep.services or ()))


def _plain(words: str | None) -> str:
    return re.sub(r"[\W_]+", " ", (words or "").casefold()).strip()


def _same(topic: str, said: Field[str] | Field[date], wanted: str | date, of: str = "") -> Point:
    right = said.value == wanted or (isinstance(said.value, str) and _plain(said.value) == _plain(str(wanted)))
    return Point(topic, right, f"{of}{said.value} for {wanted}")


def _goals(made: Made, found: list[read.Goal]) -> Iterator[Point]:
    for wanted in made.plan.goals:
        one = next((g for g in found if _plain(g.text) == _plain(wanted.text)), None)
        yield Point("goal", one is not None, wanted.text)
        if one is not None:
            found.remove(one)
            yield from _goal(made, wanted, one)
    for extra in found:
        yield Point("goal", False, f"read, but no goal of the plan: {extra.text}")


def _goal(made: Made, wanted: Goal, found: read.Goal) -> Iterator[Point]:
    analysis = found.analysis
    yield Point("measurable", analysis.measurable, f"{', '.join(analysis.missing)} missing: {wanted.text}")
    for topic, element, field in (
        ("baseline", analysis.baseline, found.baseline),
        ("method", analysis.method, found.method),
        ("timeframe", analysis.timeframe, None),
    ):
        yield _element(topic, element, field, getattr(wanted, topic, ""), wanted.text)
    if made.style.has_objectives:
        said = [_plain(o.text) for o in found.objectives]
        pairs = zip(said, map(_plain, wanted.objectives), strict=False)
        right = len(said) == len(wanted.objectives) and all(a.endswith(b) for a, b in pairs)  # numbers may stand first
        yield Point("objectives", right, f"{len(said)} for {len(wanted.objectives)}: {wanted.text}")


def _element(topic: str, element: read_goal.Element, field: Field[str] | None, value: str, goal: str) -> Point:
    """Right when it is there and, if it was read into a field of its own, says what the plan says."""
    if field is not None and field.filled and _plain(value) not in _plain(field.value):
        return Point(topic, False, f"{field.value!r} for {value!r}: {goal}")
    return Point(topic, element.present, f"not seen: {goal}")


def _services(made: Made, found: list[read.Service]) -> Iterator[Point]:
    for wanted in made.plan.services:
        one = next((s for s in found if _plain(s.name) == _plain(wanted.name)), None)
        yield Point("service", one is not None, wanted.name)
        if one is not None:
            found.remove(one)
            yield from _service(made, wanted, one)
    for extra in found:
        if not _is_aid(made, extra):
            yield Point("service", False, f"read, but no service of the plan: {extra.name}")


def _is_aid(made: Made, service: read.Service) -> bool:
    """Whether it is an aid or a support for the staff, which may be read as services too."""
    others = (*(_plain(what) for what, _, _ in made.plan.aids), _plain(made.plan.staff))
    name = _plain(service.name)
    return any(name in other or other in name for other in others)


def _service(made: Made, wanted: Service, found: read.Service) -> Iterator[Point]:
    minutes = found.minutes_per_week
    yield Point(
        "minutes", minutes == wanted.minutes_per_week, f"{minutes} for {wanted.minutes_per_week}: {wanted.name}"
    )
    yield _same("place", found.location, wanted.place, f"{wanted.name}: ")
    yield _same("service-date", found.start, made.plan.start, f"{wanted.name} from ")
    yield _same("service-date", found.end, made.plan.end, f"{wanted.name} to ")
