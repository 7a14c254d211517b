"""Runs a function on many arguments, each in a worker process with limits of wall time, CPU time and memory.

A PDF reader can loop for ever, ask for ten gigabytes or abort its whole process; no `try` helps against the last.
So even a single file is read in a child process, and what happens to one task is never the end of another.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import TimeoutError as FutureTimeout
from dataclasses import dataclass
from multiprocessing import spawn
from multiprocessing.context import SpawnContext, SpawnProcess
from typing import Any, Generic, TypeVar

A = TypeVar("A")
R = TypeVar("R")

MEMORY_BYTES = 2_000_000_000  # measured: PDFium stays below on every honest file; its aborts then come early
TASKS_PER_WORKER = 200  # a fresh worker now and then: leaks in C libraries do not add up
WINDOW_PER_WORKER = 8  # tasks handed out ahead of the results that were taken, so that memory stays level


@dataclass(frozen=True, slots=True)
class Task(Generic[A]):
    argument: A
    seconds: float  # wall time


@dataclass(frozen=True, slots=True)
class Failure:
    """A task without a result. `reason`: time-limit, memory-limit, crashed, or error (the function raised)."""

    reason: str
    detail: str = ""  # for error: the exception's class, and where it was raised; never its message


def run_each(
    function: Callable[[A], R],
    tasks: Iterable[Task[A]],
    *,
    jobs: int = 1,
    memory_bytes: int = MEMORY_BYTES,
) -> Results[A, R]:
    """One result per task, in the order of the tasks, as soon as each is known. `function` must be importable.

    Work begins at once, so that the caller can do something else meanwhile. A task whose worker dies is tried once
    more in a fresh worker; one that runs out of time is not. `close()` ends all workers, and so does the last result.
    """
    return Results(function, tasks, max(1, jobs), memory_bytes)


class Results(Iterator["R | Failure"], Generic[A, R]):
    """What `run_each` gives."""

    def __init__(self, function: Callable[[A], R], tasks: Iterable[Task[A]], jobs: int, memory_bytes: int) -> None:
        self._workers: Workers[A, R] = Workers(function, jobs=jobs, memory_bytes=memory_bytes)
        self._tasks = iter(tasks)
        self._waiting: deque[Pending[R]] = deque()
        self._hand_out()

    def __next__(self) -> R | Failure:
        if not self._waiting:
            self.close()
            raise StopIteration
        try:
            result = self._waiting.popleft().result()
        except BaseException:
            self.close()
            raise
        self._hand_out()
        if not self._waiting:
            self.close()
        return result

    def close(self) -> None:
        self._workers.close()
        self._waiting.clear()

    def _hand_out(self) -> None:
        while len(self._waiting) < self._workers.window:
            task = next(self._tasks, None)
            if task is None:
                break
            self._waiting.append(self._workers.submit(task))


class Workers(Generic[A, R]):
    """Worker processes with limits; the first task starts them, so that a run without work costs nothing.

    `window` is how many tasks should be handed out ahead of the results that were taken. A task whose worker dies is
    tried once more in a fresh worker; one that runs out of time is not.
    """

    def __init__(self, function: Callable[[A], R], *, jobs: int = 1, memory_bytes: int = MEMORY_BYTES) -> None:
        self._function = function
        self._jobs = max(1, jobs)
        self._memory_bytes = memory_bytes
        self._pool: Any = None
        self.window = self._jobs * WINDOW_PER_WORKER

    def submit(self, task: Task[A], arrived: Callable[[R], None] | None = None) -> Pending[R]:
        """Hands out a task. `arrived` is called with its result as soon as there is one, in another thread, before
        anybody has asked for it; not for failures."""
        if self._pool is None:
            self._pool = self._started()
        return Pending(lambda: self._schedule(task, arrived))

    def close(self) -> None:
        """Ends all workers, whatever they are doing."""
        if self._pool is not None:
            self._pool.stop()
            self._pool.join()
            self._pool = None

    def _started(self) -> Any:
        from pebble import ProcessPool

        return ProcessPool(
            max_workers=self._jobs,
            max_tasks=TASKS_PER_WORKER,
            initializer=_start_worker,
            initargs=(self._memory_bytes,),
            context=_context(),
        )

    def _schedule(self, task: Task[A], arrived: Callable[[R], None] | None) -> Any:
        arguments = (self._function, task.argument, task.seconds)
        future = self._pool.schedule(_limited, args=arguments, timeout=task.seconds)
        if arrived is not None:
            future.add_done_callback(lambda done: _told(done, arrived))
        return future


class Pending(Generic[R]):
    """A result that is on its way."""

    def __init__(self, schedule: Callable[[], Any]) -> None:
        self._schedule = schedule
        self._future = schedule()

    def result(self) -> R | Failure:
        """Waits for the result."""
        found: R | Failure = _outcome(self._future)
        if isinstance(found, Failure) and found.reason == "crashed":
            found = _outcome(self._schedule())
        return found


def _told(future: Any, arrived: Callable[[R], None]) -> None:
    if not future.cancelled() and future.exception() is None:
        arrived(future.result())


def _outcome(future: Any) -> Any:
    from pebble import ProcessExpired

    try:
        return future.result()
    except FutureTimeout:
        return Failure("time-limit")
    except ProcessExpired as error:
        # SIGXCPU (24): the CPU limit, which is the time limit seen by a worker that hangs in C.
        return Failure("time-limit" if error.exitcode in (-24, 152) else "crashed")
    except MemoryError:
        return Failure("memory-limit")
    except Exception as error:
        return Failure("error", describe(error))


def describe(error: BaseException) -> str:
    """The class of an exception and the line of our own code that it came from; not its message, which may quote a
    student's plan."""
    place = ""
    trace = error.__traceback__
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename.replace(os.sep, "/")
        if "/iepaudit/" in name:
            place = f" at {name.rsplit('/iepaudit/', 1)[1]}:{trace.tb_lineno}"
        trace = trace.tb_next
    return f"{type(error).__name__}{place}"


def _limited(function: Callable[[A], R], argument: A, seconds: float) -> R:
    _limit_cpu(seconds)
    return function(argument)


def _start_worker(memory_bytes: int) -> None:
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what an interrupt means
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")  # each thread of these reserves address space, which is limited here
    _silence()
    if memory_bytes and sys.platform != "win32":
        import resource

        with contextlib.suppress(ValueError, OSError):  # a lower hard limit is in force already
            resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a core file would hold the plan's text


def _limit_cpu(seconds: float) -> None:
    """CPU time counts over a worker's life, so the limit moves on with each task."""
    if sys.platform == "win32":
        return
    import resource

    usage = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(usage.ru_utime + usage.ru_stime + seconds + 5)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    if hard != resource.RLIM_INFINITY:
        soft = min(soft, hard)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))


def _silence() -> None:
    """C libraries print to the process's own streams; the report must not get their words, nor a log the plan's."""
    if os.environ.get("IEPAUDIT_DEBUG"):
        return
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 1)
    os.dup2(null, 2)
    os.close(null)


_lock = threading.Lock()


class _Process(SpawnProcess):
    """A spawned process that does not run the caller's main script again: our functions are all importable, and a
    script without `if __name__ == "__main__"` may use the Python API too."""

    @staticmethod
    def _Popen(process_obj: Any) -> Any:
        with _lock:
            original = spawn.get_preparation_data

            def without_main(name: str) -> dict[str, Any]:
                data = original(name)
                return {k: v for k, v in data.items() if not k.startswith("init_main_")}

            spawn.get_preparation_data = without_main
            try:
                with _undisturbed():
                    return SpawnProcess._Popen(process_obj)
            finally:
                spawn.get_preparation_data = original


@contextlib.contextmanager
def _undisturbed() -> Iterator[None]:
    """What is started inside never hears Ctrl-C: the caller does, and ends its workers. (A child begins with the
    signal mask of its parent; without this it would die amid its imports, with a traceback.)"""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class _Context(SpawnContext):
    Process = _Process


def _context() -> SpawnContext:
    return _Context()
