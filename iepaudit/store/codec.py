"""A FileReport as a few kilobytes, and back. Nothing is executed on the way back: types are checked, no pickle."""

from __future__ import annotations

import zlib
from functools import cache
from typing import Any

from iepaudit.model.outcome import FileReport

_FAST = 1  # zlib's level: the words of a plan shrink to a quarter, in less than a millisecond


class Unreadable(ValueError):
    """The bytes are not a report of this version."""


def pack(report: FileReport) -> bytes:
    import msgspec

    return zlib.compress(msgspec.msgpack.encode(report), _FAST)


def unpack(data: bytes) -> FileReport:
    """The report that was packed, equal in every field. Raises Unreadable for anything else."""
    import msgspec

    try:
        found = _decoder().decode(zlib.decompress(data))
    except (zlib.error, msgspec.DecodeError, ValueError, TypeError) as error:
        raise Unreadable(type(error).__name__) from None
    assert isinstance(found, FileReport)
    return found


@cache
def _decoder() -> Any:
    import msgspec

    return msgspec.msgpack.Decoder(FileReport)
