"""One base error; every error knows the exit code that it leads to."""

from __future__ import annotations


class IepauditError(Exception):
    """Something a person can act on. `str(error)` says what, where and what to do, in a line, without student text."""

    exit_code = 2


class UsageError(IepauditError):
    """The program was asked for something that it cannot run (exit 2)."""

    exit_code = 2


class FileError(IepauditError):
    """One input could not be read; the other inputs go on (exit 3). `reason` is a short stable word for reports."""

    exit_code = 3
    reason = "unreadable"


class FileMissing(FileError):
    reason = "missing"


class FileEmpty(FileError):
    reason = "empty"


class FileEncrypted(FileError):
    reason = "encrypted"


class FileDamaged(FileError):
    reason = "damaged"


class FileUnsupported(FileError):
    reason = "unsupported"


class FileTooLarge(FileError):
    reason = "too-large"


class FileTimeout(FileError):
    reason = "time-limit"


class FileCrashed(FileError):
    reason = "crashed"
