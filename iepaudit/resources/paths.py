"""Finds the `rules/` folder: inside the installed package, else beside the package in a checkout."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from iepaudit.model.errors import UsageError


@cache
def rules_root() -> Path:
    """The folder with `federal/`, `lexicons/`, `headings/` ...; raises UsageError when the installation is broken."""
    package = Path(__file__).resolve().parent.parent
    for candidate in (package / "rules", package.parent / "rules"):
        if (candidate / "headings").is_dir():
            return candidate
    raise UsageError("The rules that come with iepaudit were not found; install iepaudit again.")
