"""What a run's exit code is, and why: 0 nothing found, 1 findings, 2 could not run as asked, 3 incomplete.

The worst cause wins, in the order 2, 3, 1, 0: "findings" beside a file that nobody read would say more than is known.
Errors of the first kind (2) end a run before there are files to judge; the command line adds them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from iepaudit.model.iep import Kind
from iepaudit.model.outcome import FileReport, Outcome, RuleResult, Severity

AUDITED = frozenset({Kind.IEP, Kind.BLANK_FORM, Kind.AMENDMENT})


class FailOn(StrEnum):
    """From which level on findings make the exit code 1; each level includes those above it."""

    REQUIRED = "required"
    GAP = "gap"
    ADVICE = "advice"
    REVIEW = "review"  # advice, and whatever could not be decided
    NEVER = "never"

    @property
    def weight(self) -> int:
        """The least weight of a severity that counts; more than any has for `never`."""
        return _LEVEL[self]


@dataclass(frozen=True, slots=True)
class Exit:
    code: int
    reasons: tuple[str, ...]


_LEVEL = {FailOn.REQUIRED: 3, FailOn.GAP: 2, FailOn.ADVICE: 1, FailOn.REVIEW: 1, FailOn.NEVER: 4}
_WORDS = {
    Severity.REQUIRED: ("required item not found", "required items not found"),
    Severity.GAP: ("likely gap", "likely gaps"),
    Severity.ADVICE: ("suggestion", "suggestions"),
}


def counts(result: RuleResult, fail_on: FailOn) -> bool:
    """Whether a result is at or above `fail_on`."""
    if result.suppressed or result.known:
        return False
    if result.outcome is Outcome.ISSUE:
        return result.severity.weight >= fail_on.weight
    return result.outcome is Outcome.REVIEW and fail_on is FailOn.REVIEW


def decide(
    files: Iterable[FileReport],
    *,
    fail_on: FailOn = FailOn.REQUIRED,
    allow_empty: bool = False,
    unreadable_fails: bool = True,
) -> Exit:
    """The exit code of a run over `files`, with its reasons in plain words, worst first."""
    verdict = Verdict(fail_on, allow_empty=allow_empty, unreadable_fails=unreadable_fails)
    for report in files:
        verdict.add(report)
    return verdict.exit()


class Verdict:
    """What a run comes to, from its reports one by one; holds counts and a few names, not the reports."""

    def __init__(
        self, fail_on: FailOn = FailOn.REQUIRED, *, allow_empty: bool = False, unreadable_fails: bool = True
    ) -> None:
        self._fail_on = fail_on
        self._allow_empty = allow_empty
        self._unreadable_fails = unreadable_fails
        self._files = 0
        self._audited = 0
        self._failed = _Some()
        self._partly = _Some()
        self._crashed: set[str] = set()
        self._found: Counter[Severity] = Counter()
        self._undecided = 0

    def add(self, report: FileReport) -> None:
        self._files += 1
        self._audited += _checked(report)
        if report.kind is Kind.UNREADABLE:
            self._failed.add(report)
        elif report.problems:
            self._partly.add(report)
        for result in report.results:
            if result.outcome is Outcome.ERROR:
                self._crashed.add(result.id)
            elif counts(result, self._fail_on):
                if result.outcome is Outcome.REVIEW:
                    self._undecided += 1
                else:
                    self._found[result.severity] += 1

    def exit(self) -> Exit:
        if not self._files:
            reason = "no file to check was found"
            return Exit(0, (f"{reason}, which --allow-empty permits",)) if self._allow_empty else Exit(3, (reason,))
        incomplete = list(self._incomplete())
        found = self._findings()
        if incomplete:
            also = [f"{found} in {'the rest' if self._files > 1 else 'what was read'}"] if found else []
            return Exit(3, tuple(incomplete + also))
        if found:
            return Exit(1, (found,))
        if not self._audited:
            reason = "nothing was audited: no IEP among the files, or no rule that applies to them"
            return Exit(0 if self._allow_empty else 3, (reason,))
        return Exit(0, (f"{_files(self._audited)} audited, {self._below()}",))

    def _below(self) -> str:
        never = self._fail_on is FailOn.NEVER
        return "findings do not count (--fail-on never)" if never else f"nothing at or above '{self._fail_on}'"

    def _incomplete(self) -> Iterable[str]:
        if self._unreadable_fails and self._failed.count:
            yield f"{self._failed.count} of {_files(self._files)} could not be read ({self._failed})"
        if self._unreadable_fails and self._partly.count:
            yield f"{self._partly.count} of {_files(self._files)} read only in part ({self._partly})"
        if self._crashed:
            named = ", ".join(sorted(self._crashed)[:5])
            yield f"{_count(len(self._crashed), 'rule', 'rules')} failed to run ({named})"

    def _findings(self) -> str:
        parts = [_count(self._found[s], *_WORDS[s]) for s in Severity if self._found[s]]
        if self._undecided:
            parts.append(_count(self._undecided, "point to check by eye", "points to check by eye"))
        return ", ".join(parts)


class _Some:
    """How many files, and the first of them with their reasons; a long list would drown the line."""

    NAMED = 3

    def __init__(self) -> None:
        self.count = 0
        self._said: list[str] = []

    def add(self, report: FileReport) -> None:
        self.count += 1
        if len(self._said) < self.NAMED:
            why = f": {report.problems[0].message.rstrip('.')}" if report.problems else ""
            self._said.append(_base(report.path) + why)

    def __str__(self) -> str:
        more = f", and {self.count - self.NAMED} more" if self.count > self.NAMED else ""
        return "; ".join(self._said) + more


def _checked(report: FileReport) -> bool:
    """Whether any rule had something to say on a file: a run in which none had is never a success."""
    return report.kind in AUDITED and any(r.outcome is not Outcome.NOT_APPLICABLE for r in report.results)


def _base(path: str) -> str:
    return path.replace("\\", "/").rsplit("/", 1)[-1]


def _files(n: int) -> str:
    return _count(n, "file", "files")


def _count(n: int, one: str, many: str) -> str:
    return f"{n} {one if n == 1 else many}"
