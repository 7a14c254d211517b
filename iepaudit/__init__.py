"""Audit an IEP (Individualized Education Program) on this machine: what is there, what was not found, what to ask.

import iepaudit

report = iepaudit.audit("myiep.pdf")        # the same as iepaudit.audit_file
for result in report.results: ...

What is named in `__all__` is the public interface. Importing the package loads none of it; each name is loaded when it
is used for the first time. Reports hold the words of the plan and the student's name: leaving names out of what is
shown is the work of the report formats.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from iepaudit.audit import AuditOptions, audit_file, audit_paths
    from iepaudit.audit import audit_file as audit
    from iepaudit.engine.select import Selection
    from iepaudit.extract import ReadOptions
    from iepaudit.model.errors import IepauditError, UsageError
    from iepaudit.model.outcome import FileReport, Outcome, RuleResult, Severity

__version__ = "0.1.0"
__all__ = [
    "AuditOptions",
    "FileReport",
    "IepauditError",
    "Outcome",
    "ReadOptions",
    "RuleResult",
    "Selection",
    "Severity",
    "UsageError",
    "__version__",
    "audit",
    "audit_file",
    "audit_paths",
]

_WHERE = {
    "AuditOptions": "audit",
    "audit_file": "audit",
    "audit_paths": "audit",
    "Selection": "engine.select",
    "ReadOptions": "extract",
    "IepauditError": "model.errors",
    "UsageError": "model.errors",
    "FileReport": "model.outcome",
    "Outcome": "model.outcome",
    "RuleResult": "model.outcome",
    "Severity": "model.outcome",
}


def __getattr__(name: str) -> object:
    if name == "audit":  # a module that can be called: see its end
        return import_module("iepaudit.audit")
    if name not in _WHERE:
        raise AttributeError(f"module 'iepaudit' has no attribute '{name}'")
    return getattr(import_module(f"iepaudit.{_WHERE[name]}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
