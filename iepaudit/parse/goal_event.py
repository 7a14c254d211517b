"""One thing that a goal section says."""

from __future__ import annotations

from dataclasses import dataclass

from iepaudit.model.field import Place

PART = "part"  # the name of what stands under the label of a part of a goal's sentence ("Behavior")


@dataclass(frozen=True, slots=True)
class Event:
    """One thing said in a goal section: `name` is a goal label's meaning, "" for text without a label."""

    name: str
    value: str
    place: Place
    label: str = ""  # as printed; of a head, the goal's label
    head: bool = False  # opens a goal by its wording ("Goal 3")
    bullet: bool = False
    listed: bool = False  # one of the goals of a numbered list, however it is worded
