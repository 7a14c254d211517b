"""Prompt libraries: learned from a blank form, used on a filled one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

FORM = """INDIVIDUALIZED EDUCATION PROGRAM (IEP)

Student name: {name}
Date of birth: {birth}
Meeting date: {meeting}

PRESENT LEVELS
Tell the story of the child in the words of those who know the child best
{levels}

MEASURABLE ANNUAL GOALS
Goal 1: {goal}

SPECIAL EDUCATION AND RELATED SERVICES
The amounts named here are kept by the school
{service}

ACCOMMODATIONS
________

EXTENDED SCHOOL YEAR
________
"""
BLANK = dict.fromkeys(("name", "birth", "meeting", "levels", "goal", "service"), "____________")
FILLED = {
    "name": "Orla Brandt",
    "birth": "03/02/2015",
    "meeting": "10/01/2025",
    "levels": "",
    "goal": "By 09/30/2026, Orla will read aloud 90 words correct per minute on 3 of 4 weekly probes.",
    "service": "Reading instruction: 30 minutes, 5 times per week, resource room, 10/02/2025 to 09/30/2026",
}


def run(*words: str) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "iepaudit.cli", *words], capture_output=True, encoding="utf-8", check=False
    )
    return done.returncode, done.stdout, done.stderr


def test_a_blank_form_becomes_a_library_that_tells_its_words_in_a_filled_copy(tmp_path: Path) -> None:
    blank, filled, library = tmp_path / "blank.txt", tmp_path / "filled.txt", tmp_path / "mine.yaml"
    blank.write_text(FORM.format(**BLANK), "utf-8")
    filled.write_text(FORM.format(**FILLED), "utf-8")
    code, yaml, _ = run("inspect", "--learn-prompts", str(blank))
    assert code == 0
    library.write_text(yaml, "utf-8")
    wanted = ["check", "--select", "present-levels-missing", "-f", "concise", "--show", "required", str(filled)]
    _, before, _ = run(*wanted)
    assert "present-levels-missing" not in before  # the prompt passes for an answer
    _, after, _ = run(*wanted, "--prompts", str(library))
    assert "present-levels-missing" in after


def test_a_filled_plan_is_never_learned(tmp_path: Path) -> None:
    filled = tmp_path / "filled.txt"
    filled.write_text(FORM.format(**FILLED), "utf-8")
    code, out, err = run("inspect", "--learn-prompts", str(filled))
    assert code == 3
    assert out == ""
    assert "blank" in err
    assert "Orla" not in err


def test_a_library_that_is_not_there_is_an_error_of_use(tmp_path: Path) -> None:
    code, _, err = run("check", "--prompts", str(tmp_path / "none.yaml"), "plan.pdf")
    assert code == 2
    assert "none.yaml" in err
