"""Memory of one audit as its file grows: packets of one plan after the other, and one plan of many pages. Prints
figures; asserts none.

pytest tests/benchmarks/test_packet_memory.py --benchmark-only -s            (32 and 320 pages)
IEPAUDIT_BENCH_PAGES=1000 pytest tests/benchmarks/test_packet_memory.py --benchmark-only -s
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

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


def make_plan(path: Path, pages: int) -> None:
    """One plan with as many pages of present levels, each with 300 words and a table of ten rows."""
    sheet = Canvas(str(path))
    lines = ["Individualized Education Program (IEP)", "Student Name: Ida Fenn", "Present Levels of Performance"]
    for page in range(1, pages + 1):
        for n, line in enumerate(lines):
            sheet.drawString(50, 780 - 20 * n, line)
        lines = []
        for n in range(25):
            sheet.drawString(
                50, 700 - 14 * n, f"Ida read list {page}-{n} with {n + 40} words correct in a minute of May."
            )
        sheet.grid([50, 200, 350, 500], [300 - 18 * n for n in range(11)])
        for n in range(10):
            for x, text in ((55, f"List {page}-{n}"), (205, f"5/{n + 1}/2026"), (355, f"{n + 60} words")):
                sheet.drawString(x, 287 - 18 * n, text)
        sheet.showPage()
    sheet.save()


@pytest.mark.parametrize("make", [make_packet, make_plan])
@pytest.mark.parametrize("pages", PAGES)
def test_memory_does_not_grow_with_the_pages_of_a_packet(
    tmp_path: Path, pages: int, make: Callable[[Path, int], None], benchmark: Any
) -> None:
    packet = tmp_path / "packet.pdf"
    make(packet, pages)

    def audit() -> list[int]:
        done = subprocess.run([sys.executable, "-c", AUDIT, str(packet)], capture_output=True, text=True, check=True)
        return [int(n) for n in done.stdout.split()]

    read, plans, memory = benchmark.pedantic(audit, rounds=1, iterations=1)
    print(f"\n{read} pages, {plans} documents: {benchmark.stats.stats.median:.1f} s, peak memory {memory} MB")
    assert read >= pages
