"""What judging a verb needs to know from elsewhere in the goal."""

from __future__ import annotations

import re
from dataclasses import dataclass

from iepaudit.model.goal import Criterion, CriterionKind

_PER = re.compile(
    r"(?<!\w)(?:per|an?|each|every)\s+(?:\w+\s+)?(?:day|week|month|class|period|session|lesson|hour)(?!\w)|"
    r"(?<!\w)(?:por|al|a\s+la|cada)\s+(?:d[ií]a|semana|mes|clase|sesi[oó]n|hora)(?!\w)"
)
# "from 9 correct facts a minute" to 25
_A_MINUTE = re.compile(
    r"(?<!\w)(?:correct|words|digits|letters|sounds|facts|problems)(?!\w)[^.;]*(?:per|an?|each)\s+min"
)
MEASURED_SKILL = {"word per minute", "digit per minute"}


@dataclass(frozen=True, slots=True)
class Facts:
    """The levels and the starting point of a goal."""

    criteria: tuple[Criterion, ...]
    baseline: str = ""  # lower-cased words of the starting point

    @property
    def has_level(self) -> bool:
        return bool(self.criteria)

    @property
    def is_rate(self) -> bool:
        if any(c.kind is CriterionKind.RATE or c.unit in MEASURED_SKILL for c in self.criteria):
            return True
        return self.has_level and bool(_A_MINUTE.search(self.baseline))

    @property
    def is_counted(self) -> bool:
        """So many times a day, week or class: whatever is meant can be counted."""
        if self.criteria and _PER.search(self.baseline):
            return True
        return any(
            c.kind is CriterionKind.FREQUENCY and c.value is not None and _PER.search(c.span.text.lower())
            for c in self.criteria
        )

    @property
    def is_timed(self) -> bool:
        return any(c.kind in (CriterionKind.DURATION, CriterionKind.LATENCY) for c in self.criteria)
