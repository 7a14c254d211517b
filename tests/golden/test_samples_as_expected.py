"""Each sample is understood as its expected file says: kind, student, dates, sections, goals, services, findings.

What differs and is known stands in KNOWN with the reason. The table must fit exactly: a new difference fails, and so
does a line of the table that no longer differs.
"""

from __future__ import annotations

import importlib.util
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from iepaudit.audit import AuditOptions, audit_here
from iepaudit.model.errors import FileError
from iepaudit.report.json_report import encode, file_object
from iepaudit.report.options import ReportOptions
from iepaudit.report.redact import Redact
from iepaudit.rulepack import load_ruleset

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
WANTED: dict[str, dict[str, Any]] = {
    path.stem: json.loads(path.read_text("utf-8")) for path in sorted((SAMPLES / "expected").glob("*.json"))
}

# (sample, difference as compare.py words it, why it is known)
KNOWN: tuple[tuple[str, str, str], ...] = (
    (
        "acroform-flattened",
        "section esy: filled, expected template",
        "nothing tells the label of an empty answer from an answer, once the fields are part of the page",
    ),
    ("long-high-school", "goals[5]: baseline True, expected False", "'To be determined' counts as a baseline"),
)
REASONS = {"password": "encrypted", "not a PDF": "unsupported", "no text layer": "no-text"}


@cache
def compare() -> Any:
    """`samples/make/compare.py` as a module."""
    spec = importlib.util.spec_from_file_location("compare_samples", SAMPLES / "make" / "compare.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def report(name: str) -> dict[str, Any]:
    """What the JSON report says of a sample, made in this process; {"error": reason} for a file that cannot be read."""
    try:
        found = audit_here(SAMPLES / WANTED[name]["file"], AuditOptions())
    except FileError as error:
        return {"error": error.reason}
    made: dict[str, Any] = json.loads(encode(file_object(found, ReportOptions(redact=Redact.OFF))))
    return made


@pytest.mark.parametrize("name", [name for name, want in WANTED.items() if want["kind"] != "unreadable"])
def test_a_sample_is_understood_as_expected(name: str) -> None:
    found = list(compare().differences(WANTED[name], report(name)))
    assert found == [line for sample, line, _ in KNOWN if sample == name]


@pytest.mark.parametrize("name", [name for name, want in WANTED.items() if want["kind"] == "unreadable"])
def test_a_file_that_cannot_be_read_is_told_with_its_reason_and_no_finding(name: str) -> None:
    found = report(name)
    reason = found.get("error") or found["problems"][0]["reason"]
    wanted = WANTED[name]["reason"]
    assert reason == REASONS.get(wanted, wanted)
    assert found.get("results", []) == []


def test_no_rule_breaks_on_a_sample() -> None:
    broken = [(name, r["rule"]) for name in WANTED for r in report(name).get("results", []) if r["outcome"] == "error"]
    assert broken == []


def test_the_expected_files_name_rules_that_exist() -> None:
    rules = load_ruleset().all_rules
    known = {rule.name for rule in rules} | {alias for rule in rules for alias in rule.aliases} | {"*"}
    named = {
        (name, row["rule"])
        for name, want in WANTED.items()
        for group in ("findings", "also_allowed", "silent")
        for row in want.get(group, [])
    }
    assert {pair for pair in named if pair[1] not in known} == set()


# -- the comparison itself can fail ------------------------------------------------------------------------------------


def altered(change: dict[str, Any]) -> list[str]:
    """The differences of a sound sample whose report says something else in one place."""
    return list(compare().differences(WANTED["sound-ruled-tables"], report("sound-ruled-tables") | change))


def document(**change: Any) -> dict[str, Any]:
    return {"document": report("sound-ruled-tables")["document"] | change}


@pytest.mark.parametrize(
    ("change", "line"),
    [
        ({"kind": "other"}, "kind other, expected iep"),
        (document(goals=[]), "0 goals, expected"),
        (document(services=[]), "0 services, expected"),
        (document(sections=[]), "section demographics: on pages []"),
        (document(student={}), "student.name: None"),
        (document(dates={}), "dates.meeting: None"),
        (document(accommodations=[]), "accommodation not found"),
        (
            {"results": [{"rule": "x", "outcome": "issue", "severity": "gap", "at": "document", "message": "m"}]},
            "wrongly given: x",
        ),
        ({"results": [{"rule": "x", "outcome": "error", "at": "document", "message": "m"}]}, "error: x"),
    ],
)
def test_the_comparison_sees_a_change(change: dict[str, Any], line: str) -> None:
    assert altered({}) == []
    assert [found for found in altered(change) if found.startswith(line)]


def test_the_comparison_sees_a_finding_that_is_not_given_and_a_trap_that_is() -> None:
    want = WANTED["defects-label-value"]
    due, trap = want["findings"][0], next(row for row in want["silent"] if row["at"].startswith("goals["))
    got = report("defects-label-value")
    fewer = [r for r in got["results"] if r["rule"] != due["rule"]]
    more = [*got["results"], {"rule": trap["rule"], "outcome": "issue", "severity": "advice", "at": trap["at"]}]
    lines = list(compare().differences(want, got | {"results": fewer}))
    assert any(line.startswith(f"not given: {due['rule']}") for line in lines)
    lines = list(compare().differences(want, got | {"results": more}))
    assert any(line.startswith(f"trap: {trap['rule']}") for line in lines)
