"""What a file says never reaches a terminal as a command: escapes, direction marks, other controls."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

ESCAPES = "\x1b[31m\x1b]0;owned\x07\x9b2J\u202egnorw\u2066\x08"
PLAN = f"""Individualized Education Program (IEP)
Student Name: Oriel {ESCAPES}Vantassel
Meeting date: 09/15/2025

Present Levels of Academic Achievement and Functional Performance
Oriel reads 52 words {ESCAPES} correct per minute.

Measurable Annual Goals
Goal 1: By September 14, 2026, Oriel will improve {ESCAPES} her reading.
"""
OBEYED = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
COMMANDS = [
    ["check", "plan.txt"],
    ["check", "plan.txt", "-v", "--show-passed", "--show-student"],
    ["check", "plan.txt", "-f", "concise", "--show-student"],
    ["check", "plan.txt", "-f", "questions", "--show-student"],
    ["check", f"gone{ESCAPES}.pdf", "-f", "concise"],
    ["inspect", "plan.txt", "--show-student"],
    ["inspect", "plan.txt", "--stage", "text", "--show-student"],
    ["inspect", "plan.txt", "--stage", "blocks", "-f", "json", "--show-student"],
    ["why", "plan.txt", "goal-vague-behaviour", "--show-student"],
    ["why", "plan.txt", "IEP202", "-f", "json", "--show-student"],
    ["redact", "plan.txt"],
    ["goal", f"By May, Ana will improve {ESCAPES} reading."],
    ["goal", f"By May, Ana will improve {ESCAPES} reading.", "-f", "json"],
]


@pytest.mark.parametrize("arguments", COMMANDS, ids=lambda a: " ".join(a)[:60].encode("ascii", "replace").decode())
def test_no_escape_of_a_plan_reaches_the_terminal(tmp_path, arguments):
    (tmp_path / "plan.txt").write_text(PLAN, "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "iepaudit.cli", *arguments], cwd=tmp_path, capture_output=True, timeout=60
    )
    text = (done.stdout + done.stderr).decode()
    assert len(text) > 30
    assert "Traceback" not in text
    assert OBEYED.findall(text) == []
