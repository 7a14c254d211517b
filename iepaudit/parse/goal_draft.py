"""A goal while it is put together."""

from __future__ import annotations

from dataclasses import dataclass, field

from iepaudit.model.document import UNCLEAR_BOX
from iepaudit.model.field import Field, Place, blank, filled, template
from iepaudit.parse.goal_events import Event
from iepaudit.parse.goal_wording import calls_baseline


@dataclass(slots=True)
class Draft:
    """Its text with what stands beside it, column by column, and its objectives."""

    label: str
    text: str = ""
    place: Place | None = None
    area: str = ""
    columns: dict[str, tuple[str, Place]] = field(default_factory=dict)
    asked: dict[str, Place] = field(default_factory=dict)  # columns that the form prints without a value
    objectives: list[tuple[str, Place]] = field(default_factory=list)
    named: bool = False  # the document itself calls it a goal
    number: int = 0  # in a list of goals without other labels
    baseline_called: bool = False  # under a label of that name, and not as the present level
    unread: list[Event] = field(default_factory=list)  # what stands beside it and was taken for no part of it

    def put(self, name: str, value: str, place: Place) -> None:
        if not value:
            if name not in self.asked or UNCLEAR_BOX in place.quote:
                self.asked[name] = place
        elif name in self.columns:
            before, at = self.columns[name]
            if value not in before:
                self.columns[name] = (f"{before} {value}", at)
        else:
            self.columns[name] = (value, place)

    def has_baseline(self, label: str) -> bool:
        """Whether it has the baseline that `label` calls for, and no present level by another name in its place."""
        return "baseline" in self.columns and (self.baseline_called or not calls_baseline(label))

    def column(self, name: str) -> Field[str]:
        if name in self.columns:
            value, place = self.columns[name]
            return filled(value, Place(place.page, place.box, value))
        return template(self.asked[name]) if name in self.asked else blank()
