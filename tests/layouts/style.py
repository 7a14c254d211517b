"""How a document looks: one choice for each of its parts, drawn at random and the same for the same seed."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

ON_OR_OFF = (False, True)
PAGES: dict[str, tuple[float, float]] = {"letter": (612, 792), "landscape": (792, 612), "a4": (595.28, 841.89)}
# By hand: what strftime does with "%-d" differs between systems.
DATES: dict[str, Callable[[date], str]] = {
    "09/02/2026": lambda d: f"{d:%m/%d/%Y}",
    "9/2/2026": lambda d: f"{d.month}/{d.day}/{d.year}",
    "09/02/26": lambda d: f"{d:%m/%d/%y}",
    "09-02-2026": lambda d: f"{d:%m-%d-%Y}",
    "September 2, 2026": lambda d: f"{d:%B} {d.day}, {d.year}",
    "Sep 2, 2026": lambda d: f"{d:%b} {d.day}, {d.year}",
}

CHOICES: dict[str, tuple[object, ...]] = {
    # the sheet
    "font": ("Helvetica", "Times"),
    "size": (8, 8.5, 9, 9.5, 10, 11),
    "page": tuple(PAGES),
    "margin": (36, 45, 54, 72),
    "header": ("none", "name", "name-dob", "form"),
    "footer": ("none", "page", "form"),
    # text
    "heading": ("bold", "caps", "bold-caps", "large", "underlined", "shaded", "dark", "boxed"),
    "numbering": ("", "1. ", "I. ", "A. ", "Section 1: ", "Part 1 - "),
    "prose": ("plain", "box", "row", "indented"),
    "prompts": ("none", "italic", "small", "paren", "gray"),
    "law": ON_OR_OFF,
    "dates": tuple(DATES),
    "boxes": ("drawn", "x", "paren", "typed", "glyph"),
    # the order of the parts
    "order": ("usual", "factors-first", "services-late"),
    "team_first": ON_OR_OFF,
    "district_on_top": ON_OR_OFF,
    "transition": ON_OR_OFF,
    "rights": ON_OR_OFF,
    "transportation": ON_OR_OFF,
    "behavior_plan": ON_OR_OFF,
    "signature": ON_OR_OFF,
    "notice": ON_OR_OFF,
    # the parts
    "cover": (
        *("lines", "bold-lines", "pairs", "triples", "two-columns", "four-columns"),
        *("above", "above-unruled", "below", "underscores", "typed", "no-colon"),
    ),
    "cover_heading": ON_OR_OFF,
    "levels": ("run-in", "below", "table"),
    "factors": ("lines", "table", "after", "columns"),
    "goals": (
        *("labels", "bold-labels", "mixed", "card", "columns", "rows"),
        *("need-pages", "boxes", "card-grid", "prose", "underscored"),
    ),
    "goal_number": ("1", "#1"),
    "goal_area": ON_OR_OFF,
    "goal_evaluator": ON_OR_OFF,
    "goal_on_new_page": ON_OR_OFF,
    "goal_table": ("ruled", "shaded", "lines"),
    "objectives": ON_OR_OFF,
    "services": (
        *("ruled", "shaded", "lines", "plain", "zebra", "cards", "labels"),
        *("matrix", "two-heads", "units", "period", "sentences", "list", "side-label"),
    ),
    "service_groups": ON_OR_OFF,
    "service_columns": ("usual", "provider-second", "place-second"),
    "service_dates": ("two", "one", "sentence"),
    "amount": ("split", "one", "week", "sessions", "times"),
    "aids": ("table", "lines", "list", "prose", "options", "by-class"),
    "placement": ("sentence", "label", "boxes", "minutes", "options", "yes-no"),
    "esy_question": ON_OR_OFF,
    "team": ("table", "lines"),
}


@dataclass(frozen=True, slots=True)
class Style:
    """One of `CHOICES` for each field; `tests/layouts/test_random_layouts.py` sees to it that each occurs."""

    font: str
    size: float  # points
    page: str
    margin: float  # points
    header: str
    footer: str
    heading: str
    numbering: str
    prose: str
    prompts: str
    law: bool
    dates: str
    boxes: str
    order: str
    team_first: bool
    district_on_top: bool
    transition: bool
    rights: bool
    transportation: bool
    behavior_plan: bool
    signature: bool
    notice: bool
    cover: str
    cover_heading: bool
    levels: str
    factors: str
    goals: str
    goal_number: str
    goal_area: bool
    goal_evaluator: bool
    goal_on_new_page: bool
    goal_table: str
    objectives: bool
    services: str
    service_groups: bool
    service_columns: str
    service_dates: str
    amount: str
    aids: str
    placement: str
    esy_question: bool
    team: str

    @classmethod
    def drawn(cls, seed: int) -> Style:
        """A style of its own for each seed. A choice does not depend on which others there are."""
        return cls(**{name: random.Random(f"{seed} {name}").choice(options) for name, options in CHOICES.items()})  # type: ignore[arg-type]

    @property
    def has_objectives(self) -> bool:
        return self.objectives and self.goals != "columns"  # which have no room for them
