"""What runs in a worker: one file, behind the crash barrier."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, replace
from pathlib import Path

from iepaudit.audit.failures import digest, internal, unreadable
from iepaudit.audit.one import audit_here
from iepaudit.audit.options import AuditOptions
from iepaudit.extract.sandbox import describe
from iepaudit.model.errors import FileError, UsageError
from iepaudit.model.outcome import FileReport, Problem


@dataclass(frozen=True, slots=True)
class Job:
    shown: str
    path: str
    options: AuditOptions


def work(job: Job) -> FileReport:
    """Runs in the worker: the crash barrier of one file."""
    try:
        return slim(audit_here(Path(job.path), job.options, shown=job.shown))
    except FileError as error:
        return unreadable(job.shown, Problem(error.reason, str(error)), digest(Path(job.path)))
    except MemoryError:
        raise
    except UsageError:
        raise
    except RecursionError:
        problem = Problem("crashed", "The file is nested too deeply to be read.")
        return unreadable(job.shown, problem, digest(Path(job.path)))
    except Exception as error:
        if os.environ.get("IEPAUDIT_DEBUG"):
            import traceback

            traceback.print_exc(file=sys.stderr)
        return unreadable(job.shown, internal(describe(error)), digest(Path(job.path)))


def slim(report: FileReport) -> FileReport:
    """With the words that reports quote only: the others would be most of what passes between processes, and of what
    a run over a thousand plans holds in memory. Where the filled-in text begins stays known."""
    if report.iep is None:
        return report
    sections = []
    begun = False
    for section in report.iep.sections:
        kept = []
        for block in section.blocks:
            first = bool(block.filled) and not begun
            begun = begun or first
            if first or section.key == "parent-concerns":
                kept.append(replace(block, lines=()))
        sections.append(replace(section, blocks=tuple(kept)))
    return replace(report, iep=replace(report.iep, sections=tuple(sections)))
