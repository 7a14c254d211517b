"""What a sample holds, stated by the one who made it: the content of `samples/expected/NAME.json`."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

QUESTIONS = ("behavior", "english-learner", "vision", "hearing", "communication", "assistive-technology", "esy")
ELEMENTS = ("timeframe", "condition", "behavior", "criterion", "method", "baseline")


@dataclass
class Truth:
    """Facts of one sample. Keys given to `section`, `goal` and `service` are the marks of the layout."""

    shows: str
    kind: str
    student: dict[str, str | None] = field(default_factory=dict)
    dates: dict[str, str] = field(default_factory=dict)
    sections: dict[str, dict[str, Any]] = field(default_factory=dict)
    goals: list[dict[str, Any]] = field(default_factory=list)
    services: list[dict[str, Any]] = field(default_factory=list)
    accommodations: list[str] = field(default_factory=list)
    findings: list[dict[str, Any]] = field(default_factory=list)
    also_allowed: list[dict[str, Any]] = field(default_factory=list)
    silent: list[dict[str, Any]] = field(default_factory=list)
    facts: dict[str, Any] = field(default_factory=dict)

    def section(self, key: str, heading: str, state: str = "filled") -> str:
        """Notes a section (the first with its key counts) and returns its mark."""
        self.sections.setdefault(key, {"heading": heading, "page": None, "state": state})
        return f"section:{key}"

    def goal(self, text: str, area: str, has: str, *, measurable: bool = True, **more: Any) -> str:
        """Notes a goal. `has` names the elements that it has, its columns and objectives counted in."""
        mark = f"goal:{len(self.goals)}"
        words = has.split()
        assert set(words) <= set(ELEMENTS), has
        self.goals.append(
            {"label": f"Goal {len(self.goals) + 1}", "text": text, "page": None, "area": area}
            | more
            | {"measurable": measurable, "elements": {e: e in words for e in ELEMENTS}}
        )
        return mark

    def service(self, name: str, minutes_per_week: int | None, **more: Any) -> str:
        mark = f"service:{len(self.services)}"
        self.services.append({"name": name, "minutes_per_week": minutes_per_week, "page": None} | more)
        return mark

    def finding(self, rule: str, at: str, why: str, severity: str, *, or_review: bool = False) -> None:
        """A finding that must be given. `at` is a goal, service or section of this file, or document.

        With `or_review` the outcome may also be review: a page that is not in the file could hold what is missing.
        """
        row = {"rule": rule, "at": at, "severity": severity, "why": why}
        self.findings.append(row | ({"or_review": True} if or_review else {}))

    def allowed(self, rule: str, at: str, why: str) -> None:
        """A second finding with the same cause: right when given, right when left out."""
        self.also_allowed.append({"rule": rule, "at": at, "why": why})

    def trap(self, rule: str, at: str, why: str) -> None:
        """A finding that must not be given."""
        self.silent.append({"rule": rule, "at": at, "why": why})

    def decided(self, *yes: str) -> None:
        """Notes the answers to the yes/no questions: yes to those named, no to all others."""
        self.facts["decisions"] = {name: "yes" if name in yes else "no" for name in QUESTIONS}

    def place(self, pages: dict[str, int]) -> None:
        """Takes over the pages on which the marks came to stand; every mark must have been drawn."""
        for key, section in self.sections.items():
            section["page"] = pages[f"section:{key}"]
        for kind, rows in (("goal", self.goals), ("service", self.services)):
            for number, row in enumerate(rows):
                row["page"] = pages[f"{kind}:{number}"]

    def as_json(self, name: str, pages: int) -> str:
        content = {
            "file": name,
            "shows": self.shows,
            "kind": self.kind,
            "pages": pages,
            "student": self.student,
            "dates": self.dates,
            "sections": self.sections,
            "goals": self.goals,
            "services": self.services,
            "accommodations": self.accommodations,
            "findings": self.findings,
            "also_allowed": self.also_allowed,
            "silent": self.silent,
        } | self.facts
        return json.dumps(content, indent=1, ensure_ascii=False) + "\n"
