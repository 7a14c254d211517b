"""Changes to results that a person asked for: another severity for a rule, no findings below a confidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from iepaudit.model.errors import UsageError
from iepaudit.model.outcome import Confidence, FileReport, Outcome, RuleResult, Severity
from iepaudit.resources.strict_yaml import did_you_mean

_ORDER = {Confidence.HIGH: 3, Confidence.MEDIUM: 2, Confidence.LOW: 1}


def adjust(report: FileReport, severities: Sequence[str], min_confidence: str) -> FileReport:
    """`report` with `RULE=LEVEL` settings in force and without findings that are less sure than `min_confidence`."""
    levels = dict(parse_severity(s) for s in severities)
    least = _ORDER[Confidence(min_confidence)]

    def kept(result: RuleResult) -> bool:
        doubtful = result.outcome in (Outcome.ISSUE, Outcome.REVIEW)
        return not doubtful or _ORDER[result.confidence] >= least

    def leveled(result: RuleResult) -> RuleResult:
        level = levels.get(result.rule, levels.get(result.id))
        return replace(result, severity=level) if level else result

    return replace(report, results=tuple(leveled(r) for r in report.results if kept(r)))


def parse_severity(text: str) -> tuple[str, Severity]:
    """`goal-no-baseline=required` -> the rule and the level; raises UsageError for a wrong form or level."""
    rule, equals, level = text.partition("=")
    if not equals:
        raise UsageError(f"--severity {text}: write it as RULE=LEVEL, for example IEP201=gap")
    try:
        return rule.strip(), Severity(level.strip())
    except ValueError:
        known = [s.value for s in Severity]
        raise UsageError(
            f"--severity {text}: there is no level '{level}'{did_you_mean(level, known)}; levels: {', '.join(known)}"
        ) from None
