"""A long run on one core and on two, and again with kept results. Prints ratios; asserts no times.

pytest tests/benchmarks/test_batch_speed.py --benchmark-only -s                          (60 files)
IEPAUDIT_BENCH_FILES=1000 pytest tests/benchmarks/test_batch_speed.py --benchmark-only -s
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

SAMPLES = Path(__file__).parents[2] / "samples"
FILES = int(os.environ.get("IEPAUDIT_BENCH_FILES", "60"))
PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


def make_plans(folder: Path, count: int) -> None:
    """Copies of the samples, each with other bytes."""
    sources = [p for p in sorted(SAMPLES.iterdir()) if p.suffix in (".pdf", ".txt") and p.stat().st_size > 1000]
    for number in range(count):
        source = sources[number % len(sources)]
        tail = b"\n%% copy %d\n" if source.suffix == ".pdf" else b"\nCopy %d\n"
        path = folder / f"{number % 7}" / f"{source.stem}-{number:04}{source.suffix}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(source.read_bytes() + tail % number)


def run(folder: Path, *options: str) -> tuple[float, float, bytes]:
    """Seconds, the most megabytes that all processes held at once (0 where that cannot be told), and stdout."""
    command = [sys.executable, "-m", "iepaudit.cli", "check", "plans", "-f", "json", "-q", "--isolated", *options]
    start = time.perf_counter()
    with (folder / "out.json").open("wb") as out:
        process = subprocess.Popen(command, cwd=folder, stdout=out, stderr=subprocess.DEVNULL)
        most = [0.0]
        watcher = threading.Thread(target=_watch, args=(process, most))
        watcher.start()
        process.wait()
        watcher.join()
    return time.perf_counter() - start, most[0], (folder / "out.json").read_bytes()


def _watch(process: subprocess.Popen[bytes], most: list[float]) -> None:
    while process.poll() is None:
        most[0] = max(most[0], sum(_megabytes(pid) for pid in _family(process.pid)))
        time.sleep(0.2)


def _family(pid: int) -> list[int]:
    try:
        text = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    except OSError:
        return [pid]
    return [pid, *(p for child in text.split() for p in _family(int(child)))]


def _megabytes(pid: int) -> float:
    """Memory of a process, what it shares with others divided among them."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)


def test_a_long_run(tmp_path: Path, benchmark: Any) -> None:
    make_plans(tmp_path / "plans", FILES)
    kept = ("--cache-dir", str(tmp_path / "cache"))
    one, _, first = run(tmp_path, "-j", "1", "--no-cache")
    two, memory, second = run(tmp_path, "-j", "2", *kept)
    again, _, third = benchmark.pedantic(run, args=(tmp_path, "-j", "2", *kept), rounds=1, iterations=1)
    assert first == second == third
    print(
        f"\n{FILES} files: -j 1 {one:.1f} s, -j 2 {two:.1f} s, ratio {one / two:.2f}; most memory {memory:.0f} MB; "
        f"unchanged second run {again:.1f} s, {two / again:.1f} times faster"
    )
