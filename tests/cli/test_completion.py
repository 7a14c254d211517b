"""Shell completion, in the shells that are installed here."""

import os
import shutil
import subprocess
import sys

import pytest

ASK = {
    "bash": (
        "source ./complete; COMP_WORDS=({line}); COMP_CWORD={last}; "
        '_iepaudit_completion iepaudit; echo "${{COMPREPLY[@]}}"'
    ),
    "fish": 'source ./complete; complete -C "{line}"',
}


def program(folder):
    """The program under its name, on the path."""
    path = folder / "iepaudit"
    path.write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "from iepaudit.cli import main; main()" "$@"\n')
    path.chmod(0o755)
    return os.environ | {"PATH": f"{folder}{os.pathsep}{os.environ['PATH']}", "HOME": str(folder)}


@pytest.mark.parametrize("shell", ["bash", "fish"])
@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("iepaudit che", "check"),
        ("iepaudit check --fail-", "--fail-on"),
        ("iepaudit check --kind te", "template"),
        ("iepaudit report x.json -f sa", "sarif"),
    ],
)
def test_words_are_completed(tmp_path, shell, line, offered):
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    around = program(tmp_path)
    script = subprocess.run(["iepaudit", "completion", shell], env=around, capture_output=True, text=True, check=True)
    (tmp_path / "complete").write_text(script.stdout)
    ask = ASK[shell].format(line=line, last=len(line.split()) - 1)
    done = subprocess.run([shell, "-c", ask], cwd=tmp_path, env=around, capture_output=True, text=True, timeout=60)
    assert offered in done.stdout.split(), done.stderr


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_is_one_that_the_shell_reads(tmp_path, shell):
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    around = program(tmp_path)
    script = subprocess.run(["iepaudit", "completion", shell], env=around, capture_output=True, text=True, check=True)
    (tmp_path / "complete").write_text(script.stdout)
    done = subprocess.run([shell, "-n", "complete"], cwd=tmp_path, env=around, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
