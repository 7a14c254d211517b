"""Reading time beside pdfplumber's for words and tables of the same file. Prints ratios; asserts no times.

pytest tests/benchmarks/test_extract_speed.py --benchmark-only -s            (10 and 60 pages)
IEPAUDIT_BENCH_PAGES=1000 pytest tests/benchmarks/test_extract_speed.py --benchmark-only -s
"""

from __future__ import annotations

import os
import resource
import time
from pathlib import Path
from typing import Any

import pytest

from iepaudit.extract import read_document

PAGES = [10, 60, *[int(n) for n in os.environ.get("IEPAUDIT_BENCH_PAGES", "").split(",") if n]]


def make_plan(path: Path, pages: int) -> None:
    """A plan-like file: a label grid, paragraphs, a service table and a row of boxes on each page."""
    from reportlab.lib.pagesizes import LETTER
    from reportlab.pdfgen.canvas import Canvas

    sheet = Canvas(str(path), pagesize=LETTER)
    for number in range(1, pages + 1):
        sheet.setFont("Helvetica", 8)
        sheet.drawString(40, 765, f"Student: Robin Example   IEP date: 03/04/2026   Page {number} of {pages}")
        sheet.setFont("Helvetica-Bold", 12)
        sheet.drawString(40, 740, f"Section {number}: Services and supports")
        sheet.setFont("Helvetica", 9.5)
        for line in range(24):
            text = f"{number}.{line} Given a grade-level text, Robin will answer {line} of 30 questions in class."
            sheet.drawString(40, 722 - 12 * line, text)
        _table(sheet, number)
        for n, label in enumerate(("Yes", "No", "Considered", "Not needed")):
            sheet.rect(40 + 110 * n, 60, 9, 9)
            sheet.drawString(53 + 110 * n, 61, label)
        sheet.showPage()
    sheet.save()


def _table(sheet: Any, number: int) -> None:
    xs, top, height = [40, 190, 280, 370, 460, 570], 420, 22
    heads = ["Service", "Amount", "Frequency", "Start", "End"]
    for row in range(15):
        sheet.line(xs[0], top - row * height, xs[-1], top - row * height)
        if row == 14:
            break
        cells = (
            heads if row == 0 else [f"Service {number}-{row}", "30 minutes", "2 x weekly", "08/17/2026", "05/28/2027"]
        )
        for x, text in zip(xs, cells, strict=False):
            sheet.drawString(x + 4, top - row * height - 14, text)
    for x in xs:
        sheet.line(x, top, x, top - 14 * height)


def with_pdfplumber(path: Path) -> int:
    import pdfplumber

    words = 0
    with pdfplumber.open(path) as document:
        for page in document.pages:
            words += len(page.extract_words())
            page.extract_tables()
            page.close()
    return words


@pytest.mark.parametrize("pages", PAGES)
def test_reading_costs_a_fraction_of_pdfplumber(tmp_path: Path, pages: int, benchmark: Any) -> None:
    path = tmp_path / "plan.pdf"
    make_plan(path, pages)
    read_document(path)  # imports are not counted, on either side
    with_pdfplumber(path) if pages <= 10 else None
    start = time.perf_counter()
    theirs = with_pdfplumber(path)
    slow = time.perf_counter() - start
    rounds = 3 if pages <= 60 else 1
    document = benchmark.pedantic(read_document, args=(path,), rounds=rounds, iterations=1)
    fast = benchmark.stats.stats.median
    ours = sum(len(p.words) for p in document.pages) + sum(len(r.words) for p in document.pages for r in p.running)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"\n{pages} pages: iepaudit {fast:.2f} s, {ours} words, {sum(len(p.tables) for p in document.pages)} tables;"
        f" pdfplumber {slow:.2f} s, {theirs} words; ratio {fast / slow:.2f}; peak memory {memory:.0f} MB"
    )
    assert len(document.pages) == pages
