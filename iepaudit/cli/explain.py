"""`iepaudit explain RULE`: the short way to `iepaudit rules explain`."""

from __future__ import annotations

from iepaudit.cli.rules import explain

__all__ = ["explain"]
