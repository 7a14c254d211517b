"""What a run's exit code is, and why: 0 nothing found, 1 findings, 2 could not run as asked, 3 incomplete.

The worst cause wins, in the order 2, 3, 1, 0: "findings" beside a file that nobody read would say more than is known.
Errors of the first kind (2) end a run before there are files to judge; the command line adds them.
"""

from __future__ import annotations

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
    reports = tuple(files)
    if not reports:
        reason = "no file to check was found"
        return Exit(0, (f"{reason}, which --allow-empty permits",)) if allow_empty else Exit(3, (reason,))
    incomplete = list(_incomplete(reports, unreadable_fails))
    found = _findings(reports, fail_on)
    audited = sum(1 for r in reports if _checked(r))
    if incomplete:
        also = [f"{found} in {'the rest' if len(reports) > 1 else 'what was read'}"] if found else []
        return Exit(3, tuple(incomplete + also))
    if found:
        return Exit(1, (found,))
    if not audited:
        return Exit(
            0 if allow_empty else 3, ("nothing was audited: no IEP among the files, or no rule that applies to them",)
        )
    files_word = "file" if audited == 1 else "files"
    below = "findings do not count (--fail-on never)" if fail_on is FailOn.NEVER else f"nothing at or above '{fail_on}'"
    return Exit(0, (f"{audited} {files_word} audited, {below}",))


def _checked(report: FileReport) -> bool:
    """Whether any rule had something to say on a file: a run in which none had is never a success."""
    return report.kind in AUDITED and any(r.outcome is not Outcome.NOT_APPLICABLE for r in report.results)


def _incomplete(reports: tuple[FileReport, ...], unreadable_fails: bool) -> Iterable[str]:
    failed = [r for r in reports if r.kind is Kind.UNREADABLE]
    partly = [r for r in reports if r.kind is not Kind.UNREADABLE and r.problems]
    if unreadable_fails and failed:
        yield f"{len(failed)} of {_files(len(reports))} could not be read ({_named(failed)})"
    if unreadable_fails and partly:
        yield f"{len(partly)} of {_files(len(reports))} read only in part ({_named(partly)})"
    crashed = sorted({r.id for f in reports for r in f.results if r.outcome is Outcome.ERROR})
    if crashed:
        yield f"{_count(len(crashed), 'rule', 'rules')} failed to run ({', '.join(crashed[:5])})"


def _named(reports: list[FileReport]) -> str:
    """The first files with their reasons; a long list would drown the line."""
    shown = [f"{_base(r.path)}: {r.problems[0].message.rstrip('.')}" if r.problems else _base(r.path) for r in reports]
    more = f", and {len(shown) - 3} more" if len(shown) > 3 else ""
    return "; ".join(shown[:3]) + more


def _base(path: str) -> str:
    return path.replace("\\", "/").rsplit("/", 1)[-1]


def _findings(reports: tuple[FileReport, ...], fail_on: FailOn) -> str:
    results = [r for f in reports for r in f.results if counts(r, fail_on)]
    parts = []
    for severity in Severity:
        n = sum(1 for r in results if r.outcome is Outcome.ISSUE and r.severity is severity)
        if n:
            parts.append(_count(n, *_WORDS[severity]))
    undecided = sum(1 for r in results if r.outcome is Outcome.REVIEW)
    if undecided:
        parts.append(_count(undecided, "point to check by eye", "points to check by eye"))
    return ", ".join(parts)


def _files(n: int) -> str:
    return _count(n, "file", "files")


def _count(n: int, one: str, many: str) -> str:
    return f"{n} {one if n == 1 else many}"
