"""Whole reports, word for word, so that no change of wording or layout goes unseen.

The stored reports lie in `tests/golden/reports/`. After a change that is meant, write them anew and read the diff:

    IEPAUDIT_REFRESH_GOLDEN=1 pytest tests/golden/test_reports.py
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from iepaudit.audit import AuditOptions, audit_here
from iepaudit.model.outcome import RunReport
from iepaudit.report.formats import renderer
from iepaudit.report.options import ReportOptions
from iepaudit.report.redact import Redact

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
STORED = Path(__file__).parent / "reports"
REFRESH = "IEPAUDIT_REFRESH_GOLDEN"
FILES = {"text": ".txt", "json": ".json"}
AS_OF = date(2026, 4, 1)


def rendered(sample: str, format: str) -> str:
    """The report on a sample, without what changes from one version of the program to the next."""
    found = audit_here(SAMPLES / sample, AuditOptions(as_of=AS_OF), shown=sample)
    run = RunReport((found,), "0.0.0", "rules", "federal", 0, ("a test",), rules_checked=1)
    return renderer(format)(run, ReportOptions(redact=Redact.NAMES, as_of=AS_OF.isoformat()))


@pytest.mark.parametrize("format", sorted(FILES))
@pytest.mark.parametrize("sample", ["plan.txt", "defects-label-value.pdf"])
def test_a_report_is_word_for_word_as_stored(sample: str, format: str) -> None:
    path = STORED / f"{Path(sample).stem}{FILES[format]}"
    made = rendered(sample, format)
    if os.environ.get(REFRESH):
        path.parent.mkdir(exist_ok=True)
        path.write_text(made, "utf-8", newline="\n")
        pytest.skip(f"wrote {path.name}")
    assert made.splitlines() == path.read_text("utf-8").splitlines(), (
        f"if this is meant: {REFRESH}=1, and read the diff"
    )
    assert made.encode() == path.read_bytes()


@pytest.mark.parametrize("format", sorted(FILES))
def test_two_runs_give_the_same_bytes(format: str) -> None:
    assert rendered("plan.txt", format) == rendered("plan.txt", format)
