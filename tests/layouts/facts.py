"""What a plan says, as plain facts that can be set in any layout."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Goal:
    area: str
    text: str
    baseline: str
    criterion: str
    method: str
    schedule: str
    objectives: tuple[str, ...] = ()
    evaluator: str = "Special education teacher"


@dataclass(frozen=True, slots=True)
class Service:
    name: str
    session_minutes: int
    sessions_per_week: int
    place: str
    provider: str
    related: bool = False

    @property
    def minutes_per_week(self) -> int:
        return self.session_minutes * self.sessions_per_week


@dataclass(frozen=True, slots=True)
class Plan:
    """A sound plan of a child under 16: nothing that the law asks for is missing in it."""

    student: str
    birth: date
    grade: str
    school: str
    district: str
    disability: str
    meeting: date
    start: date
    end: date
    evaluation: date
    reevaluation: date
    parents: str
    strengths: str
    parent: str  # their concerns
    levels: tuple[tuple[str, str], ...]  # area, how the child is doing in it
    impact: str
    factors: tuple[tuple[str, bool, str], ...]  # question, answer, how it is met
    goals: tuple[Goal, ...]
    services: tuple[Service, ...]
    aids: tuple[tuple[str, str, str], ...]  # what, how often, where
    staff: str
    percent: int  # of the day in general education
    nonparticipation: str
    tests: str
    esy: str
    progress: str
    team: tuple[tuple[str, str], ...]  # name, role
