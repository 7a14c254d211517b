"""Formats that are no text: never to a terminal, never of several files, and a word about what a copy holds."""

import subprocess
import sys
from pathlib import Path

import pytest

from iepaudit.cli import terminal
from iepaudit.model.errors import UsageError

SAMPLES = Path(__file__).resolve().parents[2] / "samples"


def run(*words):
    return subprocess.run(
        [sys.executable, "-m", "iepaudit.cli", "check", *map(str, words)], capture_output=True, check=False
    )


def test_a_terminal_gets_text_only(monkeypatch):
    monkeypatch.setattr(terminal, "is_terminal", lambda: True)
    with pytest.raises(UsageError, match=r"write it to a file: --report xlsx=PATH"):
        terminal.refuse_binary("xlsx", binary=True)
    terminal.refuse_binary("text", binary=False)


def test_a_copy_goes_to_a_pipe_and_the_last_lines_say_that_it_holds_names():
    done = run(SAMPLES / "packet.pdf", "-f", "pdf")
    assert done.stdout.startswith(b"%PDF-")
    assert b"the copy holds all that the plan holds, names too" in done.stderr


def test_a_copy_of_several_plans_is_refused_before_anything_is_read():
    done = run(SAMPLES / "packet.pdf", SAMPLES / "plan.txt", "-f", "pdf")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"made of one file, and there are 2" in done.stderr


def test_a_copy_of_what_is_no_pdf_cannot_be_made():
    done = run(SAMPLES / "plan.txt", "-f", "pdf")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"the plan is not a PDF" in done.stderr
