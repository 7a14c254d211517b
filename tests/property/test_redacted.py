"""Nothing that the program writes unasked names a child, a parent, a teacher, a school or a place of the samples."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from iepaudit.report.formats import FORMATS

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
NAMED: dict[str, list[str]] = json.loads((Path(__file__).parent / "identities.json").read_text("utf-8"))
WRITTEN = [name for name, form in FORMATS.items() if not form.single]
STAGES = ["summary", "text", "blocks", "tables", "sections", "iep"]


def program(folder: Path, *arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
    plain = {k: v for k, v in os.environ.items() if not k.startswith(("IEPAUDIT_", "GITHUB_"))}
    return subprocess.run(
        [sys.executable, "-m", "iepaudit.cli", *map(str, arguments)],
        cwd=folder,
        capture_output=True,
        timeout=240,
        env=plain | {"XDG_CACHE_HOME": str(folder / "cache"), "IEPAUDIT_DEBUG": "1"},
    )


def held(text: str, words: list[str]) -> list[str]:
    """Words that stand in `text` as printed or in capitals; "the bell" is not the child called Bell."""
    forms = {w: [w] + ([w.upper()] if len(w) > 3 else []) for w in words}
    return [w for w, spelled in forms.items() if any(s in text and _stands(s, text) for s in spelled)]


def _stands(word: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None


def contents(path: Path) -> str:
    """All text in a file; of a workbook that of its parts."""
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(path) as book:
            return "\n".join(book.read(name).decode("utf-8", "replace") for name in book.namelist())
    return path.read_bytes().decode("utf-8", "replace")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All samples audited once, in every format, with what else is written on the way."""
    made = tmp_path_factory.mktemp("redacted")
    reports = [
        part for name in WRITTEN for part in ("--report", f"{name}=out/{name}.{'xlsx' if name == 'xlsx' else 'txt'}")
    ]
    done = program(made, "check", *(SAMPLES / name for name in NAMED), *reports, "-v", "--show-passed")
    (made / "out" / "stdout.txt").write_bytes(done.stdout)
    (made / "out" / "stderr.txt").write_bytes(done.stderr)
    done = program(made, "baseline", "create", *(SAMPLES / name for name in NAMED), "--file", "out/baseline.json")
    assert (made / "out" / "baseline.json").is_file(), done.stderr
    return made


@pytest.mark.xdist_group("redacted")
@pytest.mark.parametrize("name", [*WRITTEN, "stdout", "stderr", "baseline"])
def test_no_report_names_anybody(folder: Path, name: str) -> None:
    (path,) = (folder / "out").glob(f"{name}.*")
    text = contents(path)
    assert len(text) > 20
    assert held(text, [w for words in NAMED.values() for w in words]) == []


@pytest.mark.xdist_group("redacted")
def test_no_other_file_that_a_run_leaves_names_anybody(folder: Path) -> None:
    """The cache, first of all."""
    for path in (p for p in folder.rglob("*") if p.is_file() and p.parent.name != "out"):
        assert held(contents(path), [w for words in NAMED.values() for w in words if len(w) > 3]) == [], path


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
