"""Reports on files that came to nothing, and why."""

from __future__ import annotations

import hashlib
from pathlib import Path

from iepaudit.extract.sandbox import Failure
from iepaudit.model.iep import Kind
from iepaudit.model.outcome import FileReport, Outcome, Problem

PAGE_FAULT = "a fault of this program"  # in the reason of a page that tripped the program up
# What a file is found to be on every reading; a lack of time or memory, or a crash, may not happen again.
_LASTING = frozenset({"encrypted", "unsupported", "damaged", "empty", "no-text", "no-pages", "pages-not-read"})
_SMALL = 5_000_000  # bytes: a larger file may be taken for damaged when memory was short


def failed(shown: str, path: Path, failure: Failure, seconds: float) -> FileReport:
    """The report on a file whose worker gave no result within `seconds`."""
    if failure.reason == "time-limit":
        text = f"Reading was stopped after {seconds:.0f} s; --timeout SECONDS allows more."
        problem = Problem("time-limit", text)
    elif failure.reason == "memory-limit":
        problem = Problem("memory-limit", "Reading needed too much memory and was stopped; --max-memory allows more.")
    elif failure.reason == "crashed":
        problem = Problem(
            "crashed", "The reader broke down on this file, twice; a new copy, or more of --max-memory, may help."
        )
    else:
        problem = internal(failure.detail)
    return unreadable(shown, problem, digest(path))


def internal(detail: str) -> Problem:
    return Problem("internal-error", f"iepaudit itself failed on this file ({detail}); please report it.")


def unreadable(shown: str, problem: Problem, sha256: str = "") -> FileReport:
    return FileReport(
        path=shown,
        sha256=sha256,
        kind=Kind.UNREADABLE,
        kind_evidence="",
        pages=(),
        iep=None,
        results=(),
        problems=(problem,),
    )


def lasting(report: FileReport, size: int) -> bool:
    """Whether another run would say the same of the same file of `size` bytes: nothing in it failed."""
    return (
        (size <= _SMALL or all(p.reason != "damaged" for p in report.problems))
        and all(p.reason in _LASTING for p in report.problems)
        and all(r.outcome is not Outcome.ERROR for r in report.results)
        and all(PAGE_FAULT not in page.reason for page in report.pages)
    )


def digest(path: Path) -> str:
    """SHA-256 of a file's content in hexadecimal, "" when it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
