"""Time of all rules beside that of reading the same 60-page plan. Prints the ratio; asserts no times.

pytest tests/benchmarks/test_rules_speed.py --benchmark-only -s
"""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from reportlab.lib.pagesizes import LETTER
from reportlab.pdfgen.canvas import Canvas

from iepaudit.engine import evaluate
from iepaudit.extract import read_document
from iepaudit.model.iep import Kind
from iepaudit.parse import parse_part
from iepaudit.rulepack import load_ruleset
from iepaudit.segment import segment


def make_plan(path: Path, pages: int) -> None:
    """The parts of a plan in words, over and over: goals, services and accommodations on each page."""
    sheet = Canvas(str(path), pagesize=LETTER)
    for number in range(1, pages + 1):
        sheet.setFont("Helvetica", 10)
        for row, line in enumerate(_page(number)):
            sheet.drawString(50, 750 - 14 * row, line)
        sheet.showPage()
    sheet.save()


def _page(number: int) -> list[str]:
    first = ["INDIVIDUALIZED EDUCATION PROGRAM (IEP)", "Student: Robin Example", "Grade: 5", "Meeting date: 03/04/2026"]
    return [
        *(first if number == 1 else []),
        "PRESENT LEVELS OF ACADEMIC ACHIEVEMENT AND FUNCTIONAL PERFORMANCE",
        f"Robin reads {40 + number} words correct per minute and needs support in reading fluency.",
        "MEASURABLE ANNUAL GOALS",
        f"Goal {number}",
        f"Annual goal: By 03/03/2027, given a passage, Robin will read aloud {50 + number} words correct per minute.",
        f"Baseline: {40 + number} words correct per minute",
        "Method of measurement: weekly probes scored by the special education teacher",
        "SPECIAL EDUCATION AND RELATED SERVICES",
        "Service: Reading instruction", "Amount: 40 minutes", "Frequency: 4 times per week", "Location: Resource room",
        "SUPPLEMENTARY AIDS AND SERVICES",
        *(f"Support {number}.{n}: audio version of texts over {n} pages, all classes, daily" for n in range(20)),
    ]  # fmt: skip


@pytest.mark.parametrize("pages", [60])
def test_all_rules_beside_reading(tmp_path: Path, benchmark: Any, pages: int) -> None:
    path = tmp_path / "plan.pdf"
    make_plan(path, pages)
    rules = load_ruleset()
    started = time.perf_counter()
    document = read_document(path)
    (part, *_) = segment(document)
    iep = parse_part(document, part)
    reading = time.perf_counter() - started
    benchmark(evaluate, rules, iep, as_of=date(2026, 3, 4))
    share = benchmark.stats.stats.median / reading
    print(f"\n{pages} pages: read in {reading:.2f} s; all rules take {share:.0%} of that ({iep.kind.value})")
    assert iep.kind is Kind.IEP
