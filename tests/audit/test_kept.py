"""Runs that take results from earlier ones, and runs that were killed."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from iepaudit.audit import AuditOptions, audit_inputs
from iepaudit.audit.remember import key_for
from iepaudit.engine import Selection
from iepaudit.extract import ReadOptions
from iepaudit.model.page_ranges import PageRanges
from iepaudit.policy.inputs import find_inputs
from iepaudit.store.cache import FILE

SAMPLES = Path(__file__).parents[2] / "samples"
COPIES = 24


@pytest.fixture
def folder(tmp_path):
    for name in ("plan.txt", "template.md", "behavior-plan.pdf", "encrypted.pdf"):
        shutil.copy(SAMPLES / name, tmp_path)
    return tmp_path


def audited(folder, cache, **options):
    stream = audit_inputs(find_inputs([str(folder)]).files, AuditOptions(cache=cache, **options))
    return list(stream), stream


def test_a_second_run_reads_nothing_and_says_the_same(folder, tmp_path_factory, monkeypatch):
    cache = tmp_path_factory.mktemp("cache")
    first, _ = audited(folder, cache)
    monkeypatch.setattr("iepaudit.extract.sandbox.Workers._started", lambda self: pytest.fail("a worker was started"))
    second, stream = audited(folder, cache)
    assert second == first
    assert stream.kept == len(first)


def test_a_renamed_file_is_known_under_its_new_name(folder, tmp_path_factory):
    cache = tmp_path_factory.mktemp("cache")
    audited(folder, cache)
    (folder / "plan.txt").rename(folder / "renamed.txt")
    reports, stream = audited(folder, cache)
    assert stream.kept == len(reports)
    assert str(folder / "renamed.txt") in [r.path for r in reports]


def test_a_failure_is_not_kept(folder, tmp_path_factory):
    cache = tmp_path_factory.mktemp("cache")
    first, _ = audited(folder, cache, seconds=0.01)
    # A file that is done within the time has a result, which is kept.
    stopped = [r for r in first if "time-limit" in {p.reason for p in r.problems}]
    assert str(folder / "plan.txt") in [r.path for r in stopped]
    again, stream = audited(folder, cache)
    assert stream.kept == len(first) - len(stopped)
    assert not {p.reason for r in again for p in r.problems} & {"time-limit"}


OTHERS = [
    AuditOptions(profile="tx"),
    AuditOptions(selection=Selection(ignore=("IEP201",))),
    AuditOptions(as_of=date(2026, 1, 1)),
    AuditOptions(kind="iep"),
    AuditOptions(pages=PageRanges.parse("1-2")),
    AuditOptions(second_opinion=True),
    AuditOptions(params=(("service-vague-amount", (("range-minutes", 9),)),)),
    AuditOptions(read=ReadOptions(ocr="auto")),
    AuditOptions(read=ReadOptions(max_pages=3)),
    AuditOptions(read=ReadOptions(password="x")),
]


@pytest.mark.parametrize("options", OTHERS, ids=range(len(OTHERS)))
def test_whatever_may_change_the_answer_is_part_of_the_key(options):
    plan = SAMPLES / "plan.txt"
    assert key_for(plan, options).name != key_for(plan, AuditOptions()).name


@pytest.mark.parametrize("changes", [{"jobs": 7}, {"seconds": 3.0}, {"memory_bytes": 1}, {"cache_megabytes": 3}])
def test_how_the_work_is_done_is_not(changes):
    plan = SAMPLES / "plan.txt"
    assert key_for(plan, replace(AuditOptions(), **changes)) == key_for(plan, AuditOptions())


def test_a_change_of_the_prompts_is_part_of_the_key(tmp_path, monkeypatch):
    library = tmp_path / "own.yaml"
    library.write_text("a")
    before = key_for(SAMPLES / "plan.txt", AuditOptions()).name
    monkeypatch.setenv("IEPAUDIT_PROMPTS", str(library))
    assert key_for(SAMPLES / "plan.txt", AuditOptions()).name != before


def entries(cache):
    try:
        with sqlite3.connect(cache / FILE) as base:
            return base.execute("SELECT COUNT(*) FROM results").fetchone()[0]
    except sqlite3.Error:
        return 0


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a matter of POSIX")
def test_a_killed_run_goes_on_where_it_was_and_says_the_same(tmp_path):
    plans, cache, fresh = tmp_path / "plans", tmp_path / "cache", tmp_path / "fresh"
    plans.mkdir()
    text = (SAMPLES / "plan.txt").read_text("utf-8")
    for number in range(COPIES):
        (plans / f"{number:02}.txt").write_text(f"{text}\nCopy {number}\n", "utf-8")
    environment = {k: v for k, v in os.environ.items() if not k.startswith("IEPAUDIT_")}

    def command(kept):
        words = ["check", "plans", "-f", "json", "-j", "1", "-v", "--isolated", "--cache-dir", str(kept)]
        return [sys.executable, "-m", "iepaudit.cli", *words]

    running = subprocess.Popen(
        command(cache), cwd=tmp_path, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    end = time.monotonic() + 60
    while entries(cache) < 4 and time.monotonic() < end:
        time.sleep(0.02)
    os.kill(running.pid, signal.SIGKILL)
    running.wait()
    done = entries(cache)
    assert 4 <= done < COPIES, "the run was not killed halfway"
    again = subprocess.run(command(cache), cwd=tmp_path, env=environment, capture_output=True)
    whole = subprocess.run(command(fresh), cwd=tmp_path, env=environment, capture_output=True)
    assert again.stdout == whole.stdout
    assert f"{done} of {COPIES} results were kept" in again.stderr.decode()
    assert (entries(cache), entries(fresh)) == (COPIES, COPIES)
