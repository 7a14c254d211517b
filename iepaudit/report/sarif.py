"""SARIF 2.1.0, for code-scanning services and editors.

A PDF has no lines, so each result points to the file's first line and tells page, box and place in the plan beside it.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from iepaudit.model.iep import Kind
from iepaudit.model.outcome import FileReport, Outcome, RuleResult, RunReport, Severity
from iepaudit.report import view
from iepaudit.report.clean import one_line
from iepaudit.report.json_report import encode
from iepaudit.report.options import ReportOptions
from iepaudit.report.redact import Redactor, redactor_for

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.REQUIRED: "error", Severity.GAP: "warning", Severity.ADVICE: "note"}


def render_sarif(run: RunReport, options: ReportOptions) -> str:
    """One SARIF run: findings, undecided points as notes, and files that could not be read as notifications."""
    rules: dict[str, dict[str, Any]] = {}
    notifications, artifacts, results = [], [], []
    for report in run.files:  # once, since each report of a long run is unpacked when it is asked for
        redactor = redactor_for(report, options.redact)
        artifacts.append({"location": {"uri": uri(report.path)}})
        notifications += [_notification(report, p.reason, redactor.text(p.message)) for p in report.problems]
        for result in report.results:
            rules.setdefault(result.id, _rule(result))
        results += [_result(report, result, redactor) for result in _shown(report)]
    index = {rule_id: n for n, rule_id in enumerate(sorted(rules))}
    invocation: dict[str, Any] = {"executionSuccessful": run.exit_code in (0, 1), "exitCode": run.exit_code}
    if notifications:
        invocation["toolExecutionNotifications"] = notifications
    return encode(
        {
            "$schema": SCHEMA,
            "version": "2.1.0",
            "runs": [
                {
                    "tool": {
                        "driver": {
                            "name": "iepaudit",
                            "semanticVersion": run.version,
                            "rules": [rules[i] for i in index],
                            "properties": {"profile": run.profile, "rulesDigest": run.rules_digest},
                        }
                    },
                    "invocations": [invocation],
                    "columnKind": "unicodeCodePoints",
                    "artifacts": artifacts,
                    "results": [{**r, "ruleIndex": index[r["ruleId"]]} for r in results],
                }
            ],
        },
        indent=2,
    )


def uri(path: str) -> str:
    """A relative or absolute path as SARIF wants it: with slashes, percent-encoded."""
    text = path.replace("\\", "/")
    return ("file://" if text.startswith("/") else "") + quote(text, safe="/:" if text[1:3] == ":/" else "/")


def _shown(report: FileReport) -> tuple[RuleResult, ...]:
    return view.issues(report) + view.reviews(report)


def _rule(result: RuleResult) -> dict[str, Any]:
    rule: dict[str, Any] = {
        "id": result.id,
        "name": "".join(word.capitalize() for word in result.rule.split("-")),
        "shortDescription": {"text": one_line(result.title or result.rule)},
        "fullDescription": {"text": one_line(result.explain or result.title or result.rule)},
        "defaultConfiguration": {"level": _LEVELS[result.severity]},
        "properties": {"slug": result.rule, "authority": [a.cite for a in result.authority]},
    }
    links = [a.url for a in result.authority if a.url]
    if links:
        rule["helpUri"] = links[0]
    help_text = " ".join(t for t in (result.suggest, result.question) if t)
    if help_text:
        rule["help"] = {"text": one_line(help_text)}
    return rule


def _result(report: FileReport, result: RuleResult, redactor: Redactor) -> dict[str, Any]:
    where = view.page_words(view.pages_of(result)[:6])
    message = (f"{where}: " if where else "") + redactor.text(result.message)
    location: dict[str, Any] = {
        "physicalLocation": {"artifactLocation": {"uri": uri(report.path)}, "region": {"startLine": 1}},
        "logicalLocations": [{"fullyQualifiedName": at} for at in (result.at, *result.also_at)],
    }
    first = result.evidence[0] if result.evidence else None
    if first is not None:
        location["properties"] = {"page": first.page, "box": list(first.box.rounded()) if first.box else None}
    review = result.outcome is Outcome.REVIEW
    return {
        "ruleId": result.id,
        "kind": "review" if review else "fail",
        # SARIF wants the level "none" beside any kind but "fail".
        "level": "none" if review else _LEVELS[result.severity],
        "message": {"text": one_line(message)},
        "locations": [location],
        "partialFingerprints": {"iepaudit/v1": result.fingerprint or f"{result.id}:{result.at}"},
        "properties": {
            "outcome": result.outcome.value,
            "severity": result.severity.value,
            "confidence": result.confidence.value,
            "question": one_line(redactor.text(result.question)),
        },
    }


def _notification(report: FileReport, reason: str, message: str) -> dict[str, Any]:
    return {
        "descriptor": {"id": reason},
        "level": "error" if report.kind is Kind.UNREADABLE else "warning",
        "message": {"text": one_line(message)},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri(report.path)}}}],
    }
