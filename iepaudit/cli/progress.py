"""How far a long run has come, on stderr, and only when that is a terminal."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

PATIENCE = 1.0  # seconds before anything is shown: a single plan is done by then


class Progress:
    """A bar with the time left, which is gone when the run is over. Nothing is loaded, and nothing shown, before a run
    of several files has taken a second."""

    def __init__(self, *, quiet: bool = False) -> None:
        self._on = not quiet and sys.stderr.isatty()
        self._start = time.monotonic()
        self._bar: Bar | None = None

    def __enter__(self) -> Progress:
        return self

    def step(self, done: int, total: int, name: str) -> None:
        """`done` files are finished, `name` is the last one."""
        if not self._on or total < 2 or time.monotonic() - self._start < PATIENCE:
            return
        if self._bar is None:
            self._bar = _bar(total)
        self._bar.update(self._bar.task_ids[0], completed=done, refresh=True)

    @contextmanager
    def away(self) -> Iterator[None]:
        """While something else is written to the terminal."""
        if self._bar is None or not sys.stdout.isatty():
            yield
            return
        self._bar.stop()
        try:
            yield
        finally:
            self._bar.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()
            self._bar = None


def _bar(total: int) -> Bar:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    bar = Bar(
        TextColumn("Reading"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("files, time left"),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
        refresh_per_second=2,
    )
    bar.add_task("", total=total)
    bar.start()
    return bar
