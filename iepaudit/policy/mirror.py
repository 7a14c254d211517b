"""Names of the reports in a folder: one for each plan, in folders like those of the plans."""

from __future__ import annotations

import os
from collections.abc import Iterable

from iepaudit.policy.inputs import Input

_RESERVED = ("index.html", "index.md", "questions.html", "questions.md")  # lists of the reports


class Mirror:
    """`name(shown, suffix)` is the path of a plan's report below the folder for reports, with slashes: `2026/lee.pdf`
    gives `2026/lee.pdf.html`. The plan's own ending stays, so that lee.pdf and lee.docx do not meet.

    Plans from one folder are named from there; from several, from the nearest folder that holds them all. So the names
    depend on what was asked for, and not on which plans happen to be there."""

    def __init__(self, inputs: Iterable[Input]) -> None:
        files = [i for i in inputs if i.path is not None]
        bases = {os.path.realpath(i.base or ".") for i in files}
        try:
            self._root = os.path.commonpath(bases) if bases else os.path.realpath(".")
        except ValueError:  # on several drives
            self._root = ""
        self._paths = {i.shown: os.path.realpath(i.path or ".") for i in files}
        self._taken = set(_RESERVED)
        self._given: dict[tuple[str, str], str] = {}

    def name(self, shown: str, suffix: str) -> str:
        """The same name whenever it is asked for; no two plans have the same."""
        if (shown, suffix) not in self._given:
            stem = self._below(shown)
            name, number = f"{stem}{suffix}", 1
            while name.casefold() in self._taken:
                number += 1
                name = f"{stem}-{number}{suffix}"
            self._taken.add(name.casefold())
            self._given[shown, suffix] = name
        return self._given[shown, suffix]

    def _below(self, shown: str) -> str:
        path = self._paths.get(shown, "")
        if path and self._root:
            below = os.path.relpath(path, self._root)
            if not below.startswith(os.pardir):
                return below.replace(os.sep, "/")
        return shown.replace("\\", "/").rsplit("/", 1)[-1].strip(".") or "stdin"
