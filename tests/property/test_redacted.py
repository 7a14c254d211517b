"""A redacted report holds no name or birth date of a child."""

from __future__ import annotations

import json
import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from iepaudit.audit import AuditOptions, audit_here
from iepaudit.report.json_report import encode, file_object
from iepaudit.report.options import ReportOptions
from iepaudit.report.redact import Redact

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
WANTED: dict[str, dict[str, Any]] = {
    path.stem: json.loads(path.read_text("utf-8")) for path in sorted((SAMPLES / "expected").glob("*.json"))
}
NAMED = [
    name
    for name, want in WANTED.items()
    if want.get("student", {}).get("name") and want["kind"] in ("iep", "amendment")
]


@cache
def text_of(name: str, redact: Redact) -> str:
    report = audit_here(SAMPLES / WANTED[name]["file"], AuditOptions(), shown=WANTED[name]["file"])
    return encode(file_object(report, ReportOptions(redact=redact)))


def names(name: str) -> list[str]:
    return [word for word in re.findall(r"[^\W\d_]+", WANTED[name]["student"]["name"]) if len(word) > 2]


def spellings(name: str) -> list[str]:
    born = date.fromisoformat(WANTED[name]["student"]["birth_date"])
    return [
        born.isoformat(),
        f"{born:%m/%d/%Y}",
        f"{born.month}/{born.day}/{born.year}",
        f"{born:%B} {born.day}, {born.year}",
    ]


def held(words: list[str], text: str) -> list[str]:
    """Words of `words` that stand in `text` as printed or in capitals; "the bell" is not the child called Bell."""
    return [w for w in words if re.search(rf"(?<!\w)(?:{re.escape(w)}|{re.escape(w.upper())})(?!\w)", text)]


@pytest.mark.parametrize("name", NAMED)
def test_the_json_report_names_no_child(name: str) -> None:
    assert held(names(name), text_of(name, Redact.NAMES)) == []


@pytest.mark.parametrize("name", NAMED)
def test_the_json_report_tells_no_birth_date(name: str) -> None:
    assert held(spellings(name), text_of(name, Redact.NAMES)) == []


def test_without_redaction_the_names_are_there() -> None:
    assert held(names("sound-ruled-tables"), text_of("sound-ruled-tables", Redact.OFF)) != []
