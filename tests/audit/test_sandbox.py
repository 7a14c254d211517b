"""What happens to one task in its worker is never the end of another."""

import os
import signal
import time
from functools import partial

import pytest

from iepaudit.extract.sandbox import Failure, Task, describe, run_each

MEMORY = 1_000_000_000


def misbehave(what):
    match what:
        case "abort":
            os.abort()
        case "hang":
            while True:
                time.sleep(1)
        case "hoard":
            return len(bytearray(4_000_000_000))
        case "raise":
            raise ValueError("Marisol Quenby cannot be parsed")
        case "print":
            os.write(1, b"noise")
            os.write(2, b"noise")
            return "quiet"
        case _:
            return f"done {what}"


def outcomes(*what, seconds=20.0, jobs=1):
    return list(run_each(misbehave, [Task(w, seconds) for w in what], jobs=jobs, memory_bytes=MEMORY))


def test_results_come_in_the_order_of_the_tasks():
    assert outcomes("c", "a", "b", jobs=2) == ["done c", "done a", "done b"]


def test_a_crash_is_a_failure_of_its_task_only():
    assert outcomes("a", "abort", "b") == ["done a", Failure("crashed"), "done b"]


def test_a_hang_ends_at_the_limit_and_the_rest_goes_on():
    start = time.monotonic()
    assert outcomes("hang", "b", seconds=1.0) == [Failure("time-limit"), "done b"]
    assert time.monotonic() - start < 15


@pytest.mark.skipif(not hasattr(signal, "SIGXCPU"), reason="no memory limit on this system")
def test_asking_for_too_much_memory_is_a_failure_of_its_task_only():
    assert outcomes("hoard", "b") == [Failure("memory-limit"), "done b"]


def test_an_exception_is_told_without_its_message():
    (failure,) = outcomes("raise")
    assert failure.reason == "error"
    assert failure.detail.startswith("ValueError")
    assert "Marisol" not in failure.detail


def test_a_worker_writes_nothing_to_our_streams(capfd):
    assert outcomes("print") == ["quiet"]
    assert capfd.readouterr() == ("", "")


def test_the_caller_may_stop_early():
    results = run_each(misbehave, (Task(str(n), 20.0) for n in range(1000)), memory_bytes=MEMORY)
    assert next(results) == "done 0"
    results.close()


def test_a_failure_names_the_line_of_our_own_code():
    from iepaudit.resources.strict_yaml import parse_yaml

    with pytest.raises(Exception) as error:
        parse_yaml("a: b: c", "x")
    assert "resources/strict_yaml.py:" in describe(error.value)


def test_a_function_with_fixed_arguments_can_be_run():
    assert list(run_each(partial(max, 3), [Task(5, 20.0)], memory_bytes=MEMORY)) == [5]
