"""The command line. One file per command; each is imported when it is called."""

from __future__ import annotations


def main() -> None:
    """Runs the command line with the arguments of the process, and ends the process with the exit code."""
    from iepaudit.cli.app import run_process

    run_process()
