"""No report, nor anything else that a run leaves, names a child, a parent, a teacher, a school or a place."""

from __future__ import annotations

from pathlib import Path

import pytest
from named import NAMED, SAMPLES, contents, held, program

from iepaudit.report.formats import FORMATS

WRITTEN = [name for name, form in FORMATS.items() if not form.single]


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


@pytest.mark.parametrize("name", [*WRITTEN, "stdout", "stderr", "baseline"])
def test_no_report_names_anybody(folder: Path, name: str) -> None:
    (path,) = (folder / "out").glob(f"{name}.*")
    text = contents(path)
    assert len(text) > 20
    assert held(text, [w for words in NAMED.values() for w in words]) == []


def test_no_other_file_that_a_run_leaves_names_anybody(folder: Path) -> None:
    """The cache, first of all."""
    for path in (p for p in folder.rglob("*") if p.is_file() and p.parent.name != "out"):
        assert held(contents(path), [w for words in NAMED.values() for w in words if len(w) > 3]) == [], path
