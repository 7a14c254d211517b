"""Memory of one audit as its file grows: packets of one plan after the other. Prints figures; asserts none.

pytest tests/benchmarks/test_packet_memory.py --benchmark-only -s            (32 and 320 pages)
IEPAUDIT_BENCH_PAGES=1000 pytest tests/benchmarks/test_packet_memory.py --benchmark-only -s
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

PLAN = Path(__file__).resolve().parents[2] / "samples" / "long-high-school.pdf"
PAGES = [32, 320, *[int(n) for n in os.environ.get("IEPAUDIT_BENCH_PAGES", "").split(",") if n]]
AUDIT = """
import resource, sys
from pathlib import Path
from iepaudit.audit.one import audit_here
from iepaudit.audit.options import AuditOptions
report = audit_here(Path(sys.argv[1]), AuditOptions())
print(len(report.pages), len(report.parts), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


def make_packet(path: Path, pages: int) -> None:
    made = pypdfium2.PdfDocument.new()
    plan = pypdfium2.PdfDocument(PLAN)
    while len(made) < pages:
        made.import_pages(plan)
    made.save(path)


@pytest.mark.parametrize("pages", PAGES)
def test_memory_does_not_grow_with_the_pages_of_a_packet(tmp_path: Path, pages: int, benchmark: Any) -> None:
    packet = tmp_path / "packet.pdf"
    make_packet(packet, pages)

    def audit() -> list[int]:
        done = subprocess.run([sys.executable, "-c", AUDIT, str(packet)], capture_output=True, text=True, check=True)
        return [int(n) for n in done.stdout.split()]

    read, plans, memory = benchmark.pedantic(audit, rounds=1, iterations=1)
    print(f"\n{read} pages, {plans} documents: {benchmark.stats.stats.median:.1f} s, peak memory {memory} MB")
    assert read >= pages
