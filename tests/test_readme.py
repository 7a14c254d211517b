"""What the README shows is what the program prints."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def test_the_sample_of_output_in_the_readme_is_what_the_program_prints() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    block = re.search(r"```console\n\$ iepaudit (?P<words>[^\n]+)\n(?P<shown>.*?)```", readme, re.DOTALL)
    assert block
    command = [sys.executable, "-m", "iepaudit.cli", *block["words"].split(), "--width", "80", "--color", "never"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 1, done.stderr
    for part in re.split(r"^\.\.\.\n", block["shown"], flags=re.MULTILINE):
        assert part.rstrip() in done.stdout


def test_the_readme_has_one_command_to_try_and_one_to_test() -> None:
    commands = re.findall(r"```sh\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    assert len(commands) == 2
    assert "samples/" in commands[0]
    assert "pytest" in commands[1]
