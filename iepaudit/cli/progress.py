"""How far a long run has come, on stderr, and only when that is a terminal."""

from __future__ import annotations

import sys
import time
from types import TracebackType

PATIENCE = 1.0  # seconds before anything is shown: a single plan is done by then


class Progress:
    """One line that is overwritten: files done, files in all, time left."""

    def __init__(self, total: int, *, quiet: bool = False) -> None:
        self._total = total
        self._on = not quiet and sys.stderr.isatty()
        self._start = time.monotonic()
        self._shown = 0

    def __enter__(self) -> Progress:
        return self

    def step(self, done: int, total: int, name: str) -> None:
        """`done` files are finished, `name` is the last one."""
        spent = time.monotonic() - self._start
        if not self._on or spent < PATIENCE or total < 2:
            return
        left = spent / done * (total - done)
        line = f"{done} of {total} files, about {_words(left)} left"
        sys.stderr.write("\r" + line.ljust(self._shown))
        sys.stderr.flush()
        self._shown = len(line)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._shown:
            sys.stderr.write("\r" + " " * self._shown + "\r")
            sys.stderr.flush()


def _words(seconds: float) -> str:
    if seconds < 90:
        return f"{max(1, round(seconds))} s"
    if seconds < 5400:
        return f"{round(seconds / 60)} min"
    return f"{seconds / 3600:.1f} h"
