"""Many files: handed to workers, taken from the cache where they are known, given back in order."""

from __future__ import annotations

import sys
import tempfile
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from iepaudit.audit.failures import failed, lasting, unreadable
from iepaudit.audit.options import AuditOptions
from iepaudit.audit.worker import Job, work
from iepaudit.extract.sandbox import Failure, Pending, Task, Workers
from iepaudit.model.outcome import FileReport
from iepaudit.policy.inputs import STDIN, Input
from iepaudit.store.cache import Cache, Key

Progress = Callable[[int, int, str], None]  # files done, files in all, the name of the last one
OptionsOf = Callable[[Input], AuditOptions]

LOOK_AHEAD = 64  # files looked up in the cache before the first of them is taken, at most


@dataclass(frozen=True, slots=True)
class _Expected:
    """A file whose result is there (`report`) or on its way (`pending`)."""

    item: Input
    report: FileReport | None = None
    pending: Pending[FileReport] | None = None
    seconds: float = 0.0


class Reports(Iterator[FileReport]):
    """Reports as they come, in the order of the inputs. `kept`: how many of those given so far came from the cache;
    `cache_problem`: why the cache is not used although it was asked for, else ""."""

    def __init__(
        self,
        files: tuple[Input, ...],
        options: AuditOptions,
        progress: Progress | None = None,
        options_of: OptionsOf | None = None,
    ) -> None:
        self.kept = 0
        self._options_of = options_of or (lambda item: options)
        self._progress = progress
        self._total = len(files)
        self._done = 0
        self._todo = iter(files)
        self._expected: deque[_Expected] = deque()
        self._waiting = 0
        self._stack = ExitStack()
        self._cache = Cache(options.cache, options.cache_megabytes) if options.cache else None
        if self._cache is not None:
            self._stack.callback(self._cache.close)
        self._today = date.today().isoformat()
        self._workers: Workers[Job, FileReport] = Workers(
            work, jobs=min(options.jobs, max(1, len(files))), memory_bytes=options.memory_bytes
        )
        self._stack.callback(self._workers.close)  # before the cache, which they write to
        try:
            self._look_ahead()
        except BaseException:
            self.close()
            raise

    @property
    def cache_problem(self) -> str:
        return self._cache.problem if self._cache else ""

    def __next__(self) -> FileReport:
        if not self._expected:
            self.close()
            raise StopIteration
        try:
            report = self._taken(self._expected.popleft())
        except BaseException:
            self.close()
            raise
        self._done += 1
        if self._progress is not None:
            self._progress(self._done, self._total, report.path)
        self._look_ahead()
        if not self._expected:
            self.close()
        return report

    def close(self) -> None:
        """Ends the work; what was finished stays in the cache."""
        self._stack.close()

    def _taken(self, expected: _Expected) -> FileReport:
        if expected.report is not None:
            return expected.report
        assert expected.pending is not None and expected.item.path is not None
        self._waiting -= 1
        outcome = expected.pending.result()
        if isinstance(outcome, Failure):
            return failed(expected.item.shown, expected.item.path, outcome, expected.seconds)
        return outcome

    def _look_ahead(self) -> None:
        while self._waiting < self._workers.window and len(self._expected) < LOOK_AHEAD:
            item = next(self._todo, None)
            if item is None:
                return
            self._expected.append(self._begun(item))

    def _begun(self, item: Input) -> _Expected:
        options = self._options_of(item)
        if item.shown == STDIN and item.path is None:
            item = _from_stdin(item, options, self._stack)
        if item.path is None:
            assert item.problem is not None
            return _Expected(item, unreadable(item.shown, item.problem))
        key = self._key(item.path, options)
        known = self._cache.get(key, self._today) if self._cache and key else None
        if known is not None:
            self.kept += 1
            return _Expected(item, replace(known, path=item.shown))
        seconds = seconds_for(item.path, options)
        job = Job(item.shown, str(item.path), replace(options, cache=None))
        self._waiting += 1
        return _Expected(item, None, self._workers.submit(Task(job, seconds), self._keeper(key)), seconds)

    def _key(self, path: Path, options: AuditOptions) -> Key | None:
        if self._cache is None or self._cache.problem:
            return None
        from iepaudit.audit.remember import key_for

        return key_for(path, options)

    def _keeper(self, key: Key | None) -> Callable[[FileReport], None] | None:
        """Keeps a result as soon as it is there, before its turn has come: a killed run loses only what was not
        finished."""
        cache = self._cache
        if cache is None or key is None:
            return None

        def keep(report: FileReport) -> None:
            # A file that was changed while it was read belongs under another key.
            if report.sha256 == key.sha256 and lasting(report, key.size):
                cache.put(key, replace(report, path=""), self._today)

        return keep


def seconds_for(path: Path, options: AuditOptions) -> float:
    """Wall time for one file: 18 s and 80 s for each megabyte (which may be a thousand pages), 15 minutes at most; ten
    times that with OCR. A usual plan takes two seconds."""
    if options.seconds:
        return options.seconds
    try:
        size = path.stat().st_size
    except OSError:
        size = 0
    base = min(18 + 80 * size / 1_000_000, 900)
    return base if options.read.ocr == "off" else base * 10


def _from_stdin(item: Input, options: AuditOptions, stack: ExitStack) -> Input:
    """Standard input as a file that only this user can read, and that is gone after the run."""
    data = sys.stdin.buffer.read(options.read.max_bytes + 1)
    shown = options.stdin_filename or STDIN
    suffix = Path(options.stdin_filename).suffix or (".pdf" if data[:1024].lstrip().startswith(b"%PDF") else ".txt")
    folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="iepaudit-"))
    path = Path(folder) / f"stdin{suffix}"
    path.write_bytes(data)
    return replace(item, shown=shown, path=path)
