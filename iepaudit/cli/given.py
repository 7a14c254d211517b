"""The options of `check` as the audit and the reports want them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from iepaudit.audit import AuditOptions
from iepaudit.audit.options import Params
from iepaudit.cli import terminal
from iepaudit.cli.options import cores, flatten, password
from iepaudit.engine.select import Selection
from iepaudit.extract import ReadOptions
from iepaudit.model.errors import UsageError
from iepaudit.model.outcome import Confidence, Severity
from iepaudit.model.page_ranges import EVERY_PAGE
from iepaudit.policy.config import Numbers
from iepaudit.policy.exit_code import FailOn
from iepaudit.report.formats import FORMATS
from iepaudit.report.options import ReportOptions
from iepaudit.report.redact import Redact
from iepaudit.resources.strict_yaml import did_you_mean
from iepaudit.store.place import default_folder

Given = Mapping[str, Any]  # parameter name -> value, as click has it


def audit_options(given: Given, numbers: Numbers) -> AuditOptions:
    """How to audit; `numbers` are those that settings give to rules. Raises UsageError for a wrong severity and a
    password file that cannot be read."""
    return AuditOptions(
        read=ReadOptions(
            ocr=given["ocr"],
            password=password(given["password_file"]),
            max_bytes=given["max_size"] * 1_000_000,
            max_pages=given["max_pages"],
        ),
        memory_bytes=given["max_memory"] * 1_000_000,
        profile=given["profile"],
        rule_paths=tuple(given["rule_paths"]),
        selection=Selection(
            select=flatten(given["select"]),
            extend_select=flatten(given["extend_select"]),
            ignore=flatten(given["ignore"]),
            must_run=flatten(given["must_run"]),
            severity=dict(_level(text) for text in given["severities"]),
            min_confidence=Confidence(given["min_confidence"]),
        ),
        as_of=given["as_of"] if isinstance(given["as_of"], date) else None,
        pages=given["pages"] or EVERY_PAGE,
        kind=given["kind"],
        jobs=given["jobs"] or cores(),
        seconds=given["timeout"] or None,
        stdin_filename=given["stdin_filename"],
        second_opinion=given["second_opinion"],
        params=_params(numbers),
        cache=cache_folder(given),
        cache_megabytes=given["cache_size"],
    )


def cache_folder(given: Given) -> Path | None:
    """Where results are kept; None for no cache."""
    if given["no_cache"]:
        return None
    return Path(given["cache_dir"]) if given["cache_dir"] else default_folder()


def report_options(given: Given, name: str, source: ReadOptions, *, to_file: bool, brief: bool) -> ReportOptions:
    """How a format shows what was found, on stdout or in a file."""
    people = FORMATS[name].for_people
    on_terminal = terminal.is_terminal() and people and not to_file
    if given["redact"]:
        redact = Redact(given["redact"])
    else:
        redact = Redact.OFF if given["show_student"] or on_terminal else Redact.NAMES
    as_of = given["as_of"]
    return ReportOptions(
        redact=redact,
        show=Severity(given["show"]),
        show_passed=given["show_passed"],
        show_not_applicable=given["show_not_applicable"],
        width=terminal.width(given["width"]),
        color=not to_file and terminal.color(given["color"]),
        unicode=to_file or not people or terminal.unicode(),
        verbose=given["verbose"],
        as_of=as_of.isoformat() if isinstance(as_of, date) else None,
        fail_weight=FailOn(given["fail_on"]).weight,
        source=source,
        brief=brief and not given["verbose"],
    )


def _params(numbers: Numbers) -> Params:
    return tuple((rule, tuple(sorted(values.items()))) for rule, values in sorted(numbers.items()))


def _level(text: str) -> tuple[str, Severity]:
    """`goal-no-baseline=required` -> the selector and the level."""
    rule, equals, level = text.partition("=")
    known = [s.value for s in Severity]
    if not equals:
        raise UsageError(f"--severity {text}: write it as RULE=LEVEL, for example IEP201=gap")
    if level.strip() not in known:
        raise UsageError(f"--severity {text}: there is no level '{level}'{did_you_mean(level, known)}")
    return rule.strip(), Severity(level.strip())
