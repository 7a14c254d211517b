"""What an audit says: outcomes of rules, evidence, and the reports of a file and of a run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from iepaudit.model.document import PageQuality
from iepaudit.model.field import Place
from iepaudit.model.identity import Identity
from iepaudit.model.iep import Iep, Kind


class Outcome(StrEnum):
    PASS = "pass"  # noqa: S105 - no password
    ISSUE = "issue"
    REVIEW = "review"  # cannot be decided from what could be read
    NOT_APPLICABLE = "not_applicable"
    ERROR = "error"  # the rule itself failed


class Severity(StrEnum):
    """required: an item that the law says an IEP must contain was not found in this file; gap: a likely gap, or parts
    that contradict each other; advice: quality."""

    REQUIRED = "required"
    GAP = "gap"
    ADVICE = "advice"

    @property
    def weight(self) -> int:
        return {"required": 3, "gap": 2, "advice": 1}[self.value]


class Confidence(StrEnum):
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Authority:
    """A source of law. `grade` says how well it was verified: A text seen, B agency paper, C secondary, K knowledge."""

    cite: str
    grade: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class RuleResult:
    """One outcome of one rule at one place. A rule that repeats for several goals or rows gives one result with
    several pieces of evidence per cause."""

    rule: str  # slug
    id: str  # IEP204
    outcome: Outcome
    severity: Severity
    confidence: Confidence
    at: str  # "goals[1]", "sections.esy", "document"
    title: str
    message: str
    question: str
    suggest: str
    explain: str
    authority: tuple[Authority, ...]
    evidence: tuple[Place, ...] = ()
    searched: tuple[str, ...] = ()  # for absence: headings and pages that were looked at
    match: str = ""  # the words that decided it
    also_at: tuple[str, ...] = ()  # further places of the same cause
    rank: int = 0  # order of weight to the child, larger first
    fingerprint: str = ""
    file_wide: str = ""  # for review: why nothing can be ruled out in the whole file, when that is the reason
    suppressed: str = ""  # the reason, when somebody has suppressed it: shown in JSON, never counted
    known: bool = False  # stands in the baseline: shown in JSON, never counted


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a file, or a part of it, could not be audited. `reason` is a stable word, `message` a plain sentence."""

    reason: str
    message: str


@dataclass(frozen=True, slots=True)
class PartSummary:
    """What each document of a file is, and on which pages it stands."""

    kind: Kind
    evidence: str
    first_page: int
    last_page: int
    audited: bool


@dataclass(frozen=True, slots=True)
class FileReport:
    path: str  # as the user gave it
    sha256: str
    kind: Kind
    kind_evidence: str  # a plain sentence: what told the kind
    pages: tuple[PageQuality, ...]
    iep: Iep | None  # None when nothing was parsed
    results: tuple[RuleResult, ...]
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()
    as_of: str = ""  # ISO date that ages were decided on
    parts: tuple[PartSummary, ...] = ()
    of_its_day: bool = False  # no date was read or given: the results are those of the day of the audit
    identities: tuple[Identity, ...] = ()  # whom and what the document names; reports leave them out

    @property
    def complete(self) -> bool:
        """Every page was read and no rule crashed."""
        return not self.problems and all(r.outcome is not Outcome.ERROR for r in self.results)


@dataclass(frozen=True, slots=True)
class RunReport:
    """A whole run. `files` may be gone through as often as wanted; of a long run each is unpacked when it is asked
    for, so hold on to one at a time."""

    files: Sequence[FileReport]
    version: str
    rules_digest: str
    profile: str
    exit_code: int
    exit_reasons: tuple[str, ...]
    rules_checked: int = 0
