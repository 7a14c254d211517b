"""The installed program as a process, on the bundled samples."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[2] / "samples"


def program(*arguments, stdin=None, **environment):
    return subprocess.run(
        [sys.executable, "-m", "iepaudit.cli", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        timeout=120,
        env={k: v for k, v in os.environ.items() if not k.startswith(("IEPAUDIT_", "GITHUB_"))} | environment,
    )


def test_a_plan_can_come_from_standard_input():
    done = program(
        "check", "-", "--stdin-filename", "mine.pdf", "-f", "json", stdin=(SAMPLES / "amendment.pdf").read_bytes()
    )
    (file,) = json.loads(done.stdout)["files"]
    assert (file["path"], file["kind"]) == ("mine.pdf", "amendment")


def test_a_pdf_from_standard_input_is_known_by_its_first_bytes():
    done = program("check", "-", "-f", "json", stdin=(SAMPLES / "plan-504.pdf").read_bytes())
    assert json.loads(done.stdout)["files"][0]["kind"] == "504-plan"


def test_nothing_on_standard_input_is_an_empty_file():
    done = program("check", "-", stdin=b"")
    assert done.returncode == 3
    assert b"exit 3: 1 of 1 file could not be read" in done.stderr


def test_two_runs_on_two_days_and_in_two_locales_give_the_same_bytes():
    first = program("check", SAMPLES / "sound-ruled-tables.pdf", "-f", "json", TZ="UTC", LC_ALL="C")
    second = program(
        "check", SAMPLES / "sound-ruled-tables.pdf", "-f", "json", TZ="Pacific/Kiritimati", LC_ALL="C.UTF-8"
    )
    assert first.stdout == second.stdout
    assert first.returncode == second.returncode


def test_a_terminal_without_unicode_gets_ascii():
    done = program("check", SAMPLES / "sound-ruled-tables.pdf", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.stdout.isascii()
    assert b"Required parts" in done.stdout


def test_no_name_of_the_child_leaves_the_program_unasked():
    expected = json.loads((SAMPLES / "expected" / "sound-ruled-tables.json").read_text("utf-8"))
    done = program("check", SAMPLES / "sound-ruled-tables.pdf", "-v", "--show-passed")
    for word in expected["student"]["name"].replace(",", " ").split():
        assert word.encode() not in done.stdout, word


@pytest.mark.parametrize("stage", ["summary", "text", "blocks", "tables", "sections", "iep"])
def test_inspect_shows_each_stage(stage):
    done = program("inspect", SAMPLES / "sound-ruled-tables.pdf", "--stage", stage, "-f", "json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["stage"] == stage
    text = program("inspect", SAMPLES / "sound-ruled-tables.pdf", "--stage", stage)
    assert text.returncode == 0
    assert len(text.stdout) > 200


@pytest.mark.parametrize(("name", "words"), [("gone.pdf", b"no such file"), ("encrypted.pdf", b"password")])
def test_inspect_of_a_file_that_cannot_be_read_is_exit_3(name, words):
    done = program("inspect", SAMPLES / name)
    assert done.returncode == 3
    assert words in done.stderr


@pytest.mark.parametrize(
    ("limit", "said"),
    [(("--max-pages", "2"), b"more than the limit of 2"), (("--timeout", "0.1"), b"time")],
)
def test_a_limit_stops_a_file_with_its_own_line_and_the_others_go_on(limit, said):
    done = program("check", *limit, SAMPLES / "long-high-school.pdf", SAMPLES / "empty.pdf")
    assert done.returncode == 3
    assert said in done.stdout
    assert b"empty" in done.stdout
