"""What a report shows, and how wide and in which characters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from iepaudit.model.outcome import Severity
from iepaudit.report.redact import Redact

if TYPE_CHECKING:
    from iepaudit.extract import ReadOptions


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """`show` is the lowest severity that is printed; it changes nothing that is counted."""

    redact: Redact = Redact.NAMES
    show: Severity = Severity.ADVICE
    show_passed: bool = False
    show_not_applicable: bool = False
    width: int = 80
    color: bool = False
    unicode: bool = True
    verbose: bool = False
    as_of: str | None = None
    fail_weight: int = 3  # findings of this weight or more count for the exit code; 4: none does
    source: ReadOptions | None = None  # how to open the plans again, for pictures and copies; None: they are not there
    brief: bool = False  # a few lines for each file, for long runs
