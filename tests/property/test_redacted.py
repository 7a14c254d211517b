"""Nothing that the program writes unasked names a child, a parent, a teacher, a school or a place of the samples."""

from __future__ import annotations

from pathlib import Path

import pytest
from named import NAMED, SAMPLES, held, program

STAGES = ["summary", "text", "blocks", "tables", "sections", "iep"]


@pytest.mark.parametrize("name", NAMED)
def test_the_redacted_text_of_a_plan_names_nobody(tmp_path: Path, name: str) -> None:
    done = program(tmp_path, "redact", SAMPLES / name)
    assert done.returncode == 0, done.stderr
    assert held((done.stdout + done.stderr).decode(), NAMED[name]) == []


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("name", ["sound-ruled-tables.pdf", "plan-504.pdf"])
def test_no_stage_of_inspect_names_anybody(tmp_path: Path, name: str, stage: str) -> None:
    done = program(tmp_path, "inspect", SAMPLES / name, "--stage", stage, "-f", "json")
    assert done.returncode == 0, done.stderr
    assert held((done.stdout + done.stderr).decode(), NAMED[name]) == []


@pytest.mark.parametrize("rule", ["IEP101", "IEP202", "IEP111"])
def test_why_names_nobody(tmp_path: Path, rule: str) -> None:
    done = program(tmp_path, "why", SAMPLES / "defects-label-value.pdf", rule)
    assert held((done.stdout + done.stderr).decode(), NAMED["defects-label-value.pdf"]) == []


def test_the_names_are_there_when_they_are_asked_for(tmp_path: Path) -> None:
    """So that the tests above can fail."""
    name = "sound-ruled-tables.pdf"
    done = program(tmp_path, "inspect", SAMPLES / name, "--stage", "text", "--show-student")
    assert held(done.stdout.decode(), NAMED[name]) == NAMED[name]
