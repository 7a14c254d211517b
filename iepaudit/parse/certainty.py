"""What rests on letters that a scan shows too poorly: unclear, not a fact and not an absence.

Every word read from a picture carries how sure the recognizer was. A value with a word below CERTAIN in it could as
well say something else ("30 minutes" for "80 minutes"), and a check box that could not be told may be marked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any, TypeVar

from iepaudit.model.document import UNCLEAR_BOX, Page, Word, WordSource
from iepaudit.model.field import Field, FieldState, Place, unclear
from iepaudit.model.geometry import Box
from iepaudit.model.goal import DOUBTFUL_WORDS, GoalAnalysis
from iepaudit.model.iep import Answer, Decision, Goal, Iep, Objective, Placement, Section, Service

CERTAIN = 0.6  # of a word read from a picture, 0 to 1
TOO_POOR = "the scan is too poor here to be sure"
BOX_UNCLEAR = "a check box here could not be told"
_AROUND = 2.0  # points
_LETTERS = 3

T = TypeVar("T")


def is_doubtful(word: Word) -> bool:
    """Read from a picture with too little certainty to stand for a fact; short words without digits state none."""
    if word.text == UNCLEAR_BOX:
        return True
    if word.source is not WordSource.OCR or word.confidence >= CERTAIN:
        return False
    return any(c.isdigit() for c in word.text) or sum(map(str.isalpha, word.text)) >= _LETTERS


def as_sure(iep: Iep, pages: Sequence[Page]) -> Iep:
    """The plan with every value unclear that rests on doubtful words; the same object when there are none."""
    doubtful = {page.number: own for page in pages if (own := [w for w in page.words if is_doubtful(w)])}
    return _Doubt(doubtful).plan(iep) if doubtful else iep


class _Doubt:
    def __init__(self, words: dict[int, list[Word]]) -> None:
        self._words = words

    def plan(self, iep: Iep) -> Iep:
        after_school = iep.transition and replace(
            self._fields_of(iep.transition), goals=tuple(map(self._goal, iep.transition.goals))
        )
        return replace(
            iep,
            sections=tuple(map(self._section, iep.sections)),
            student=self._fields_of(iep.student),
            dates=self._fields_of(iep.dates),
            goals=iep.goals and tuple(map(self._goal, iep.goals)),
            services=iep.services and tuple(map(self._service, iep.services)),
            accommodations=iep.accommodations and tuple(map(self._fields_of, iep.accommodations)),
            decisions=tuple(map(self._decision, iep.decisions)),
            progress_schedule=self._field(iep.progress_schedule),
            progress_method=self._field(iep.progress_method),
            placement=self._placement(iep),
            transition=after_school,
        )

    def _why(self, place: Place | None) -> str:
        """Why what stands at a place is not sure, "" when it is."""
        if place is None or place.box is None:
            return ""
        at = _grown(place.box)
        own = [w for w in self._words.get(place.page, ()) if at.holds(*w.box.center) and w.text in place.quote]
        if not own:
            return ""
        return BOX_UNCLEAR if all(w.text == UNCLEAR_BOX for w in own) else TOO_POOR

    def _field(self, found: Field[T]) -> Field[T]:
        if found.state is FieldState.UNCLEAR:
            return found
        why = self._why(found.place)
        if not why or (not found.filled and why != BOX_UNCLEAR):
            return found  # printed words that are hard to read leave an empty field empty
        return unclear(why, found.place)

    def _fields_of(self, item: T) -> T:
        held: Any = item
        changed = {f.name: self._field(v) for f in fields(held) if isinstance(v := getattr(held, f.name), Field)}
        result: T = replace(held, **changed)
        return result

    def _placement(self, iep: Iep) -> Placement:
        """One doubtful word in what is said of participation may be the reason, or the figure."""
        found = self._fields_of(iep.placement)
        own = iep.sections_of("nonparticipation", "placement")
        why = next((w for s in own if (w := self._in_section(s))), "")
        if not why or not found.statement.place:
            return found
        extent, reason = (
            f if f.filled or f.state is FieldState.UNCLEAR else unclear(why, found.statement.place)
            for f in (found.extent, found.reason)
        )
        return replace(
            found,
            extent=extent,
            reason=reason,
            full_participation=False,
            percent_general=None,
            percent_least=None,
            percent_most=None,
            percent_of_minutes=None,
        )

    def _section(self, section: Section) -> Section:
        why = self._in_section(section)
        return replace(section, doubtful=why) if why else section

    def _in_section(self, section: Section) -> str:
        own = [w for b in section.blocks for line in b.lines for w in line.words if is_doubtful(w)]
        if not own:
            return ""
        return BOX_UNCLEAR if all(w.text == UNCLEAR_BOX for w in own) else TOO_POOR

    def _service(self, service: Service) -> Service:
        found = self._fields_of(service)
        sure = all(f.state is not FieldState.UNCLEAR for f in (found.amount, found.frequency))
        return found if sure else replace(found, minutes_per_week=None)

    def _goal(self, goal: Goal) -> Goal:
        """A goal with doubtful words of its own cannot be said to lack anything."""
        found = replace(self._fields_of(goal), objectives=tuple(map(self._objective, goal.objectives)))
        pairs = ((getattr(goal, f.name), getattr(found, f.name)) for f in fields(goal))
        if self._why(goal.place) or any(before is not now for before, now in pairs if isinstance(now, Field)):
            return replace(found, analysis=_flagged(found.analysis))
        return found

    def _objective(self, objective: Objective) -> Objective:
        if not self._why(objective.place):
            return objective
        return replace(objective, analysis=_flagged(objective.analysis))

    def _decision(self, decision: Decision) -> Decision:
        return replace(decision, answer=Answer.UNCLEAR) if self._why(decision.place) else decision


def _flagged(analysis: GoalAnalysis) -> GoalAnalysis:
    return replace(analysis, flags=analysis.flags | {DOUBTFUL_WORDS})


def _grown(box: Box) -> Box:
    return Box(box.x0 - _AROUND, box.top - _AROUND, box.x1 + _AROUND, box.bottom + _AROUND)
