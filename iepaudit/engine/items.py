"""Goals, services, accommodations, needs and people as facts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from iepaudit.engine.empty_answers import Nothing, emptied, says_nothing
from iepaudit.engine.facts import Group, Leaf, Many, Node, leaf, unsure
from iepaudit.model.field import Field, FieldState, Place
from iepaudit.model.goal import DOUBTFUL_WORDS, BehaviorKind, Criterion, CriterionKind, Element, GoalAnalysis, Quantity
from iepaudit.model.iep import Accommodation, Goal, Need, Objective, Participant, Service
from iepaudit.parse.areas import area_of
from iepaudit.rulepack.areas import canonical

_LABEL = 60  # characters of a name in a message
_TOO_POOR = "some words of this goal could not be read surely"


class ItemBuilder:
    """Builds groups. What is blank beside an unread page stays open: a table may go on there."""

    def __init__(self, unreadable: frozenset[int]) -> None:
        self.unreadable = unreadable

    def _why_open(self, *places: Place | None) -> str:
        near = {p.page + step for p in places if p is not None for step in (-1, 0, 1)} & self.unreadable
        if not near:
            return ""
        pages = ", ".join(str(p) for p in sorted(near))
        return f"it may go on on page {pages}, which could not be read"

    def goal(self, goal: Goal, index: int) -> Group:
        found = goal.analysis
        why = self._why_open(goal.place, *(o.place for o in goal.objectives))
        doubtful = DOUBTFUL_WORDS in found.flags
        why = why or (_TOO_POOR if doubtful else "")
        place = goal.place

        def element(name: str, cell: Field[str] | None = None) -> Leaf:
            return _element(found.element(name), cell, place, why)

        area = canonical(goal.area or area_of(goal.text))
        behavior = found.behavior_phrase
        criterion = element("criterion", goal.criterion)
        if not criterion.filled and any(o.analysis.criterion.present for o in goal.objectives):
            objective = next(o for o in goal.objectives if o.analysis.criterion.present)
            criterion = leaf(objective.analysis.criterion.text or objective.text, objective.place)
        fields: dict[str, Node] = {
            "label": leaf(goal.label.strip()[:_LABEL] or f"Goal {index + 1}"),
            "text": leaf(goal.text, place),
            "area": leaf(area, place) if area else unsure("the goal does not say which area it is for", place),
            "behavior": leaf(behavior.text if behavior else "", place),
            "behavior_kind": leaf(found.behavior_kind.value, place),
            "criterion": criterion,
            "criterion_source": leaf(found.criterion.source if found.criterion.present else ""),
            "condition": element("condition"),
            "timeframe": element("timeframe"),
            "method": _method(element("method", goal.method), goal, why),
            "method_source": leaf(found.method.source if found.method.present else ""),
            "baseline": element("baseline", goal.baseline),
            "baseline_cell": _cell(goal.baseline, why),
            "method_cell": emptied(_cell(goal.method, why), "cell"),
            "criterion_cell": _cell(goal.criterion, why),
            "schedule": _cell(goal.schedule, why),
            "deadline": leaf(found.deadline, place),
            "measurable": leaf(found.measurable, place),
            "flags": leaf(tuple(sorted(found.flags)), place),
            "vague": leaf(tuple(v.span.text for v in found.vague), place),
            "vague_kinds": leaf(tuple(sorted({v.category for v in found.vague})), place),
            "objectives": Many(tuple(_objective(o) for o in goal.objectives), why_open=why),
            "words": leaf(len(goal.text.split())),
            "postsecondary": leaf(found.postsecondary, place),
            "growth": leaf(growth(found), place),
        }
        if doubtful:
            fields["growth"] = leaf("")
            if found.flags - {DOUBTFUL_WORDS}:
                fields["flags"] = unsure(_TOO_POOR, place)
            if found.deadline:
                fields["deadline"] = unsure(_TOO_POOR, place)
            if not found.measurable:
                fields["measurable"] = unsure(_TOO_POOR, place)
            if found.behavior_kind is not BehaviorKind.OBSERVABLE:
                fields["behavior_kind"] = unsure(_TOO_POOR, place)
        return Group(fields, "text", "label", place)

    def service(self, service: Service, index: int) -> Group:
        why = self._why_open(service.place)
        area = canonical(area_of(f"{service.name}\n{service.text}"))
        fields: dict[str, Node] = {
            "label": leaf(_short(service.name or service.text) or f"service {index + 1}"),
            "name": leaf(service.name, service.place),
            "category": leaf(service.category),
            "amount": _stated(_cell(service.amount, why)),
            "frequency": _stated(_cell(service.frequency, why)),
            "location": emptied(_cell(service.location, why), "cell"),
            "start": _cell(service.start, why),
            "end": _cell(service.end, why),
            "provider": _cell(service.provider, why),
            "minutes_per_week": leaf(service.minutes_per_week, service.place),
            "area": leaf(area, service.place) if area else unsure("this service may serve any area", service.place),
            "text": leaf(service.text, service.place),
        }
        return Group(fields, "text", "label", service.place)

    def accommodation(self, found: Accommodation, index: int) -> Group:
        area = canonical(area_of(found.text))
        fields: dict[str, Node] = {
            "label": leaf(_short(found.text)),
            "text": leaf(found.text, found.place),
            "category": leaf(found.category),
            "area": leaf(area, found.place) if area else unsure("this support may serve any area", found.place),
        }
        return Group(fields, "text", "label", found.place)

    def need(self, found: Need, index: int) -> Group:
        area = canonical(found.area)
        fields: dict[str, Node] = {
            "area": leaf(area, found.place) if area else unsure("the area of this need could not be told", found.place),
            "text": leaf(found.place.quote, found.place),
        }
        return Group(fields, "area", "area", found.place)

    def participant(self, found: Participant, index: int) -> Group:
        return Group({"role": leaf(found.role, found.place)}, "role", "role", found.place)


_STEADY = frozenset({"session", "week", "day", "month", "quarter"})  # over how many of them, not how well


def growth(found: GoalAnalysis) -> str:
    """`more`, `none` or `less` when the numbers of the baseline can be set against the levels of the target; "" when
    nothing can be said."""
    baselines = [b for b in found.baselines if not (b.of is None and 1990 <= b.value <= 2100)]
    levels = [c for c in found.criteria if c.kind is not CriterionKind.FREQUENCY]
    # Many forms ask for the level again, in a column of its own.
    targets = list({(c.kind, c.value, c.of, c.unit, c.direction): c for c in levels}.values())
    if any(b.of is not None or b.unit for b in baselines):
        baselines = [b for b in baselines if b.of is not None or b.unit]  # "9 of 10 for two grading periods"
    if len(baselines) > 1:
        baselines = _without_steady(baselines, found.criteria)
    if len(baselines) > 1:
        return _growth_of_each(baselines, targets)
    if not baselines or not targets:
        return ""
    # "14 of 20 words, 4 weeks out of 5": the weeks say how steadily
    same = [t for t in targets if t.of is not None and t.of == baselines[0].of and t.unit != "session"]
    if baselines[0].of is None and baselines[0].unit:  # "85% of assignments over 9 weeks in a row"
        own = [t for t in targets if t.of is None and t.unit == baselines[0].unit]
        others = [t for t in targets if t not in own]
        same = own if all(t.unit in _STEADY and t.of is None for t in others) else []
    steps = {_step(baselines[0], target) for target in same or targets}
    return steps.pop() if len(steps) == 1 else ""


def _without_steady(baselines: Sequence[Quantity], criteria: Sequence[Criterion]) -> list[Quantity]:
    """The baselines without those that say over how many sessions a level was kept ("70% on 3 probes in a row"), when
    the target asks for no more of them."""
    levels = [b for b in baselines if b.of is not None or b.unit not in _STEADY]
    asked = [c for c in criteria if c.kind is CriterionKind.FREQUENCY and c.unit in _STEADY]
    kept = {b.unit: b.value for b in baselines if b not in levels}
    no_more = all(c.value is not None and c.value <= kept.get(c.unit, 0) for c in asked)
    return levels if levels and asked and no_more else list(baselines)


def _growth_of_each(baselines: Sequence[Quantity], targets: Sequence[Criterion]) -> str:
    """ "78 words per minute, 95% accuracy": each number against the one level in its own measure. Any that grows is a
    step, and the goal has none when all stay as they are."""
    steps = set()
    # "92 words in one minute" is a rate and no minute
    baselines = [
        b for b in baselines if not any(o is not b and b.unit and f"per {b.unit}" in o.unit for o in baselines)
    ]
    for have in baselines:
        same = [t for t in targets if (t.of == have.of if have.of else t.of is None and t.unit == have.unit)]
        if len(same) != 1 or any(b is not have and (b.of, b.unit) == (have.of, have.unit) for b in baselines):
            return ""
        steps.add(_step(have, same[0]))
    return "more" if "more" in steps else "none" if steps == {"none"} else ""


def _step(baseline: Quantity, target: Criterion) -> str:
    if target.value is None:
        return ""
    have, want = baseline.value, target.value
    if baseline.of and target.of:
        have, want = have / baseline.of, want / target.of
    elif baseline.of or target.of or not target.unit or target.unit != baseline.unit:
        return ""
    if have == want:
        return "none"
    if target.direction == "at-most":
        return "more" if want < have else "less"
    return "more" if want > have else "less" if target.direction in ("at-least", "from-to") else ""


def _element(found: Element, cell: Field[str] | None, place: Place, why_open: str) -> Leaf:
    if found.present:
        at = cell.place if cell is not None and cell.place is not None and found.source != "text" else place
        return leaf(found.text or (cell.value if cell is not None and cell.value else "stated"), at)
    if cell is not None and cell.state is FieldState.UNCLEAR:
        return unsure(cell.why or "its cell could not be read", cell.place)
    at = cell.place if cell is not None and cell.place is not None else place
    return Leaf(FieldState.BLANK, None, at, why_open=why_open)


def _cell(found: Field[str] | Field[date], why_open: str) -> Leaf:
    if found.filled:
        return leaf(found.value, found.place)
    return Leaf(found.state, None, found.place, found.why, why_open=why_open)


def _method(found: Leaf, goal: Goal, why_open: str) -> Leaf:
    """The method, unless it is a cell that says nothing ("Same as last year")."""
    cell = emptied(_cell(goal.method, why_open), "cell")
    of_cell = found.filled and goal.method.filled and not cell.filled and goal.analysis.method.source != "text"
    return cell if of_cell else found


def _stated(found: Leaf) -> Leaf:
    """An amount or a frequency; words that put it off stay, since they are quoted as too vague."""
    return found if says_nothing(found.text) is Nothing.PUT_OFF else emptied(found, "cell")


def _objective(found: Objective) -> Group:
    fields: dict[str, Node] = {
        "text": leaf(found.text, found.place),
        "criterion": leaf(found.analysis.criterion.text if found.analysis.criterion.present else "", found.place),
        "deadline": leaf(found.analysis.deadline, found.place),
        "measurable": leaf(found.analysis.measurable, found.place),
    }
    return Group(fields, "text", "text", found.place)


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LABEL else words[: _LABEL - 1].rsplit(" ", 1)[0] + "…"
