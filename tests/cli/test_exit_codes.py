"""Every row of the table of exit codes, through the program as a process: the code, and the last line that says why."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[2] / "samples"
SOUND, DEFECTS, GAPS = "sound-ruled-tables.pdf", "defects-label-value.pdf", "state-form-checkboxes.pdf"

# Loaded by every Python of the run: one rule breaks, as a bug in it would make it break.
BROKEN_RULE = """
import importlib.abc, importlib.util, sys

class Break(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name != "iepaudit.engine.evaluate":
            return None
        sys.meta_path.remove(self)
        spec = importlib.util.find_spec(name)
        run = spec.loader.exec_module
        def exec_module(module):
            run(module)
            results = module._Maker.results
            def broken(self):
                found = results(self)
                if found and found[0].id == "IEP101":
                    raise ZeroDivisionError
                return found
            module._Maker.results = broken
        spec.loader.exec_module = exec_module
        return spec

sys.meta_path.insert(0, Break())
"""
BAD_RULE = "schema: 1\nrules:\n  - id: IEP901\n    nmae: x\n"
GOOD_BASELINE = '{"schema": 1, "entries": []}\n'


def surroundings(folder: Path, **more: str) -> dict[str, str]:
    plain = {k: v for k, v in os.environ.items() if not k.startswith(("IEPAUDIT_", "GITHUB_"))}
    return plain | {"XDG_CACHE_HOME": str(folder / ".cache"), "LC_ALL": "C.UTF-8"} | more


def start(folder: Path, *arguments: str, **more: object) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "iepaudit.cli", *arguments],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        env=surroundings(folder),
        **({"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | more),  # type: ignore[call-overload]
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A working folder with plans, forms and broken files under short names."""
    for name in (SOUND, DEFECTS, GAPS, "plan-504.pdf", "mixed-scan.pdf", "scanned.pdf", "encrypted.pdf", "template.md",
                 "truncated.pdf", "not-a-pdf.pdf", "empty.pdf", "long-high-school.pdf"):  # fmt: skip
        shutil.copy(SAMPLES / name, tmp_path)
    (tmp_path / "nothing").mkdir()
    (tmp_path / "nothing" / "notes.xyz").write_text("no plan")
    (tmp_path / "bad.yaml").write_text(BAD_RULE)
    (tmp_path / "bad.toml").write_text("fail-onn = 'gap'\n")
    (tmp_path / "torn.toml").write_text("fail-on = \n")
    (tmp_path / "word.txt").write_text("sparrow\n")
    (tmp_path / "right.txt").write_text("heron\n")
    (tmp_path / "suppress.toml").write_text(
        '[[suppress]]\nrule = "goal-no-criterio"\nreason = "Met on page 9 of it."\n'
    )
    (tmp_path / "baseline.json").write_text(GOOD_BASELINE)
    (tmp_path / "torn.json").write_text("{")
    (tmp_path / "file").write_text("")
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "sitecustomize.py").write_text(BROKEN_RULE)
    return tmp_path


@dataclass(frozen=True)
class Row:
    """A cause, the arguments of `check` that bring it about, the code, and words of the last line."""

    cause: str
    arguments: str
    code: int
    says: str


ROWS = [
    Row("a sound plan", SOUND, 0, "1 file audited, nothing at or above 'required'"),
    Row("gaps, when only required items count", f"{GAPS} --select IEP6,IEP7,IEP2 --ignore IEP201,IEP202", 0, "1 file"),
    Row("findings, when none count", f"{DEFECTS} --fail-on never", 0, "findings do not count"),
    Row("a blank form", "template.md", 0, "1 file audited"),
    Row("nothing in a folder, permitted", "nothing --allow-empty", 0, "--allow-empty permits"),
    Row("only another paper, permitted", "plan-504.pdf --allow-empty", 0, "nothing was audited"),
    Row("an unread page, only warned of", "mixed-scan.pdf --unreadable warn", 0, "1 file audited"),
    Row("an unread file beside a sound one, only warned of", f"{SOUND} scanned.pdf --unreadable warn", 0, "1 file"),
    Row("the password is right", "encrypted.pdf --password-file right.txt --fail-on never", 0, "1 file audited"),
    Row("an empty baseline and a sound plan", f"{SOUND} --baseline baseline.json", 0, "1 file audited"),
    Row("required items not found", DEFECTS, 1, r"\d required items not found"),
    Row("likely gaps, when they count", f"{GAPS} --fail-on gap", 1, "gap"),
    Row("suggestions, when they count", "template.md --fail-on advice", 1, "suggestion"),
    Row("undecided points, when they count", "mixed-scan.pdf --unreadable warn --fail-on review", 1, "by eye"),
    Row("a finding in one of two files", f"{SOUND} {DEFECTS}", 1, r"\d required items not found"),
    Row("no paths", "", 2, "PATHS"),
    Row("an unknown option", f"{SOUND} --fail-onn gap", 2, "--fail-on"),
    Row("an unknown value of an option", f"{SOUND} --fail-on gapp", 2, "'gapp'"),
    Row("an unknown format", f"{SOUND} -f jsn", 2, "'jsn'"),
    Row("an unknown rule", f"{SOUND} --select goal-no-criterio", 2, "did you mean 'goal-no-criterion'"),
    Row("an unknown rule to ignore", f"{SOUND} --ignore IEP2O1", 2, "IEP2O1"),
    Row("an unknown rule in a level", f"{SOUND} --severity goal-no-criterio=gap", 2, "did you mean"),
    Row("an unknown level", f"{SOUND} --severity IEP201=gapp", 2, "did you mean 'gap'"),
    Row("no rule left", f"{SOUND} --select IEP201 --ignore IEP2", 2, "no rule is left"),
    Row("an unknown profile", f"{SOUND} --profile txx", 2, "did you mean 'tx'"),
    Row("a wrong date", f"{SOUND} --as-of 3/14/2026", 2, "2026-03-14"),
    Row("a report without a path", f"{SOUND} --report json", 2, "FORMAT=PATH"),
    Row("a report of an unknown format", f"{SOUND} --report jsn=x", 2, "did you mean"),
    Row("a report that cannot be written", f"{SOUND} --report json=file/x.json", 2, "could not be written"),
    Row("a report on a full disk", f"{SOUND} --report json=/dev/full/x.json", 2, "could not be written"),
    Row("an unknown key in the settings", f"{SOUND} --config bad.toml", 2, "did you mean 'fail-on'"),
    Row("settings that are no TOML", f"{SOUND} --config torn.toml", 2, "torn.toml"),
    Row("settings that are not there", f"{SOUND} --config gone.toml", 2, "gone.toml"),
    Row("an unknown rule in the suppressions", f"{SOUND} --suppressions suppress.toml", 2, "did you mean"),
    Row("suppressions that are not there", f"{SOUND} --suppressions gone.toml", 2, "gone.toml"),
    Row("a baseline that is none", f"{SOUND} --baseline torn.json", 2, "torn.json"),
    Row("a baseline that is not there", f"{SOUND} --baseline gone.json", 2, "gone.json"),
    Row("a broken rule file", f"{SOUND} --rules bad.yaml", 2, "bad.yaml"),
    Row("rules that are not there", f"{SOUND} --rules gone.yaml", 2, "gone.yaml"),
    Row("a password file that is not there", f"{SOUND} --password-file gone.txt", 2, "gone.txt"),
    Row("a missing file", "gone.pdf", 3, "no such file"),
    Row("a pattern that matches nothing", "*.docm", 3, "no file matches"),
    Row("a folder without plans", "nothing", 3, "no file to read in the folder nothing"),
    Row("an encrypted file", "encrypted.pdf", 3, "password"),
    Row("a wrong password", "encrypted.pdf --password-file word.txt", 3, "password"),
    Row("a damaged file", "truncated.pdf", 3, "1 of 1 file could not be read"),
    Row("another file under the name of a PDF", "not-a-pdf.pdf", 3, "1 of 1 file could not be read"),
    Row("an empty file", "empty.pdf", 3, "empty"),
    Row("a file without text", "scanned.pdf", 3, "scan"),
    Row("a page without text", "mixed-scan.pdf", 3, "read only in part"),
    Row("a time limit", "long-high-school.pdf --timeout 0.1", 3, "time limit|stopped after"),
    Row("too many pages", "long-high-school.pdf --max-pages 2", 3, "limit of 2"),
    Row("only another paper", "plan-504.pdf", 3, "nothing was audited"),
    Row("nothing but an unread file, warned of", "scanned.pdf --unreadable warn", 3, "nothing was audited"),
    Row("an unread file beside findings", f"{DEFECTS} scanned.pdf", 3, r"not be read.*\d required items"),
    Row("an empty folder beside findings", f"{DEFECTS} nothing", 3, r"no file to read.*\d required items not found"),
    Row("a wrong option beside an unread file", f"{DEFECTS} scanned.pdf --select nope", 2, "nope"),
    Row("an unwritable report beside an unread file", "scanned.pdf --report json=file/x.json", 2, "not be written"),
]  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=[row.cause for row in ROWS])
def test_exit_code_and_last_line_of(folder: Path, row: Row) -> None:
    form = () if "-f " in row.arguments else ("-f", "concise")
    child = start(folder, "check", *row.arguments.split(), *form)
    _, stderr = child.communicate(timeout=120)
    lines = stderr.decode().rstrip().splitlines()
    assert child.returncode == row.code, stderr.decode()
    assert lines[-1].startswith(f"exit {row.code}: ")
    assert re.search(row.says, lines[-1] if row.code != 2 else stderr.decode()), lines[-1]
    assert b"Traceback" not in stderr


def test_a_rule_that_breaks_is_exit_3_and_the_others_run(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "iepaudit.cli", "check", DEFECTS, "-f", "concise"],
        cwd=folder,
        capture_output=True,
        timeout=120,
        env=surroundings(folder, PYTHONPATH=os.pathsep.join([str(folder / "broken"), *filter(None, sys.path)])),
    )
    assert done.returncode == 3, done.stderr
    assert b"1 rule failed to run (IEP101)" in done.stderr
    assert b"goal-no-criterion" in done.stdout
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("form", ["text", "json", "concise", "csv"])
def test_a_full_disk_on_stdout_is_exit_2(folder: Path, form: str) -> None:
    with Path("/dev/full").open("wb") as full:
        child = start(folder, "check", DEFECTS, "-f", form, stdout=full)
        _, stderr = child.communicate(timeout=120)
    assert child.returncode == 2
    assert b"Traceback" not in stderr
    assert b"exit 2: " in stderr.splitlines()[-1]
    assert b"bug" not in stderr


@pytest.mark.parametrize("form", ["text", "json", "jsonl", "sarif"])
def test_a_closed_pipe_ends_quietly(folder: Path, form: str) -> None:
    """`iepaudit check ... | head -1`"""
    child = start(folder, "check", DEFECTS, SOUND, "-f", form)
    assert child.stdout and child.stderr
    child.stdout.close()
    stderr = child.stderr.read()
    assert child.wait(120) in (1, 2, -signal.SIGPIPE)
    assert b"Traceback" not in stderr
    assert b"Broken pipe" not in stderr
    child.stderr.close()


@pytest.mark.skipif(os.name != "posix", reason="signals")
@pytest.mark.parametrize("whole_group", [True, False], ids=["from the keyboard", "to the program alone"])
def test_an_interrupted_batch_is_exit_130(folder: Path, whole_group: bool) -> None:
    data = (folder / "long-high-school.pdf").read_bytes()
    (folder / "many").mkdir()
    for number in range(60):
        (folder / "many" / f"{number}.pdf").write_bytes(data + b"\n%" + str(number).encode())
    # A shell lets programs in the background ignore the signal, and so would what they start.
    heard: dict[str, object] = {"preexec_fn": lambda: signal.signal(signal.SIGINT, signal.SIG_DFL)}
    child = start(folder, "check", "many", "-f", "concise", start_new_session=True, **heard)
    time.sleep(2.5)
    (os.killpg if whole_group else os.kill)(child.pid, signal.SIGINT)
    try:
        _, stderr = child.communicate(timeout=60)
    finally:
        child.kill()
    # Python ends by the signal itself when it came while an import ran; a shell says 130 to both.
    assert child.returncode in (130, -signal.SIGINT), stderr
    assert stderr.rstrip().splitlines()[-1] == b"exit 130: interrupted"
    assert b"Traceback" not in stderr


def test_json_carries_the_same_code_and_reasons(folder: Path) -> None:
    import json

    child = start(folder, "check", DEFECTS, "scanned.pdf", "-f", "json")
    stdout, stderr = child.communicate(timeout=120)
    told = json.loads(stdout)["exit"]
    assert told["code"] == child.returncode == 3
    assert stderr.decode().rstrip().splitlines()[-1] == f"exit 3: {'; '.join(told['reasons'])}"
