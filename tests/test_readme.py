"""What the README shows is what the program prints."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

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
    blocks = re.findall(r"```sh\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    commands = [b for b in blocks if "venv" in b]
    assert len(commands) == 2
    assert "samples/" in commands[0]
    assert "pytest" in commands[1]


README = (ROOT / "README.md").read_text("utf-8")
OF_TABLES = re.findall(r"`(iepaudit [^`]+)`", "\n".join(line for line in README.splitlines() if line.startswith("| ")))
IN_BLOCKS = [
    line
    for block in re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
    for line in block.splitlines()
    if line.startswith("iepaudit ")
]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files that the README speaks of."""
    folder = tmp_path_factory.mktemp("readme")
    samples = ROOT / "samples"
    (folder / "cases").mkdir()
    (folder / "templates").mkdir()
    shutil.copy(samples / "sound-ruled-tables.pdf", folder / "myiep.pdf")
    shutil.copy(samples / "plan.txt", folder / "cases" / "one.txt")
    shutil.copy(samples / "amendment.pdf", folder / "cases" / "two.pdf")
    shutil.copy(samples / "template.md", folder / "templates" / "preschool.md")
    done = run(folder, "check", "myiep.pdf", "-f", "json")
    (folder / "result.json").write_bytes(done.stdout)
    return folder


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    plain = {k: v for k, v in os.environ.items() if not k.startswith(("IEPAUDIT_", "GITHUB_"))}
    command = [sys.executable, "-m", "iepaudit.cli", *words]
    return subprocess.run(
        command, cwd=folder, env=plain | {"XDG_CACHE_HOME": str(folder / ".cache")}, capture_output=True, timeout=120
    )


@pytest.mark.parametrize("command", [c for c in [*OF_TABLES, *IN_BLOCKS] if "COMMAND" not in c])
def test_every_command_in_the_readme_runs(desk: Path, tmp_path: Path, command: str) -> None:
    folder = tmp_path / "desk"
    shutil.copytree(desk, folder)
    if "baseline create" not in command:
        run(folder, "baseline", "create", "templates/")
    done = run(folder, *shlex.split(command)[1:])
    assert done.returncode in (0, 1), (command, done.stderr.decode())
    assert done.stdout or "redact" in command or "baseline" in command


def test_the_tables_name_a_dozen_commands() -> None:
    assert len(OF_TABLES) >= 12
    assert len(IN_BLOCKS) >= 4


def test_the_settings_and_suppressions_of_the_readme_are_understood(desk: Path, tmp_path: Path) -> None:
    settings, suppressions = re.findall(r"```toml\n(.*?)```", README, re.DOTALL)
    shutil.copytree(desk / "templates", tmp_path / "templates")
    (tmp_path / "iepaudit.toml").write_text(settings, "utf-8")
    before = json.loads(run(tmp_path, "check", "templates", "-f", "json").stdout)["files"][0]["results"]
    (tmp_path / "iepaudit-suppressions.toml").write_text(suppressions, "utf-8")
    after = json.loads(run(tmp_path, "check", "templates", "-f", "json").stdout)["files"][0]["results"]
    assert [r["rule"] for r in before if r["suppressed"]] == []
    assert [r["rule"] for r in after if r["suppressed"]] == ["form-no-transition"]


def test_the_examples_for_ci_in_the_readme_agree_with_the_files() -> None:
    hooks, action = (yaml.safe_load(text) for text in re.findall(r"```yaml\n(.*?)```", README, re.DOTALL))
    assert hooks == yaml.safe_load((ROOT / "samples" / "ci" / "pre-commit-config.yaml").read_text("utf-8"))
    known = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))["inputs"]
    assert set(action[0]["with"]) <= set(known)


def test_the_python_of_the_readme_runs_and_is_typed(desk: Path) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    done = subprocess.run([sys.executable, "-c", code], cwd=desk, capture_output=True, timeout=60)
    assert done.returncode == 0, done.stderr.decode()
    pytest.importorskip("mypy")
    (desk / "consumer.py").write_text(code, "utf-8")
    checked = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "consumer.py"], cwd=desk, capture_output=True, timeout=240
    )
    assert checked.returncode == 0, checked.stdout.decode()
