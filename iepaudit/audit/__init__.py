"""Joins the stages: a file goes in, a FileReport comes out. The Python API, and what the command line itself uses.

import iepaudit
report = iepaudit.audit_file("myiep.pdf")       # iepaudit.audit("myiep.pdf") is the same
for result in report.results: ...
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType

from iepaudit.audit.one import audit_here
from iepaudit.audit.options import AuditOptions, load_rules, selected_rules
from iepaudit.audit.run import OptionsOf, Progress, Reports
from iepaudit.model.outcome import FileReport
from iepaudit.policy.inputs import Input, Inputs, find_inputs

__all__ = [
    "AuditOptions",
    "Progress",
    "Reports",
    "audit_file",
    "audit_here",
    "audit_inputs",
    "audit_paths",
    "load_rules",
    "selected_rules",
]


def audit_file(path: str | os.PathLike[str], options: AuditOptions = AuditOptions()) -> FileReport:
    """The report on one file. A file that cannot be read gives a report of kind `unreadable` with the reason; only a
    wrong option or a broken rule file raises (UsageError)."""
    load_rules(options)
    return next(iter(audit_inputs((_input(os.fspath(path)),), options)))


def audit_paths(
    paths: Iterable[str | os.PathLike[str]], options: AuditOptions = AuditOptions(), progress: Progress | None = None
) -> Iterator[FileReport]:
    """Reports on files, folders and patterns, in the order of their names, each as soon as it is known. The results do
    not depend on `options.jobs`."""
    load_rules(options)
    inputs: Inputs = find_inputs([os.fspath(p) for p in paths])
    return audit_inputs(inputs.files, options, progress)


def audit_inputs(
    inputs: Iterable[Input],
    options: AuditOptions,
    progress: Progress | None = None,
    options_of: OptionsOf | None = None,
) -> Reports:
    """The same for inputs that were found already, each with its own options if `options_of` is given. Work begins at
    once; `close()` ends it early."""
    return Reports(tuple(inputs), options, progress, options_of)


def _input(shown: str) -> Input:
    return find_inputs([shown]).files[0] if not Path(shown).is_file() else Input(shown, Path(shown))


class _Callable(ModuleType):
    """The function and the package that holds it have one name: `iepaudit.audit("myiep.pdf")` works, and so does
    `from iepaudit.audit import audit_file`, in whatever order."""

    def __call__(self, path: str | os.PathLike[str], options: AuditOptions = AuditOptions()) -> FileReport:
        return audit_file(path, options)


sys.modules[__name__].__class__ = _Callable
