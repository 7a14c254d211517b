"""The reports of a run, kept so that several formats can be made of them, whatever their number."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import IO, overload

from iepaudit.model.outcome import FileReport
from iepaudit.store.codec import pack, unpack
from iepaudit.store.seal import KEY_BYTES, seal, unseal

PLAIN = 16  # so many reports are simply kept: most runs are no longer
IN_MEMORY = 8_000_000  # bytes of packed reports; what goes beyond lies in a temporary file


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Where a report lies in the temporary file."""

    start: int
    length: int


class Spool(Sequence[FileReport]):
    """Reports in the order in which they were added; each is unpacked when it is asked for.

    The temporary file has no name on systems that allow this, and is encrypted with a key that is never written: what
    a killed run leaves behind on others says nothing.
    """

    def __init__(self, in_memory: int = IN_MEMORY, plain: int = PLAIN) -> None:
        self._kept: list[FileReport | bytes | _Stretch] = []
        self._plain = plain
        self._room = in_memory
        self._file: IO[bytes] | None = None
        self._key = os.urandom(KEY_BYTES)

    def add(self, report: FileReport) -> None:
        if len(self._kept) < self._plain:
            self._kept.append(report)
            return
        packed = pack(report)
        if self._room >= len(packed):
            self._room -= len(packed)
            self._kept.append(packed)
        else:
            self._room = 0  # from here on all go to the file: the later ones are not kept at the cost of the earlier
            self._kept.append(self._write(packed))

    def __len__(self) -> int:
        return len(self._kept)

    def __iter__(self) -> Iterator[FileReport]:
        return (self._report(kept) for kept in self._kept)

    @overload
    def __getitem__(self, index: int) -> FileReport: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[FileReport]: ...
    def __getitem__(self, index: int | slice) -> FileReport | Sequence[FileReport]:
        if isinstance(index, slice):
            return tuple(self._report(kept) for kept in self._kept[index])
        return self._report(self._kept[index])

    def close(self) -> None:
        """Lets go of the temporary file; reports that lay in it are gone."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def _report(self, kept: FileReport | bytes | _Stretch) -> FileReport:
        if isinstance(kept, FileReport):
            return kept
        return unpack(kept if isinstance(kept, bytes) else self._read(kept))

    def _write(self, packed: bytes) -> _Stretch:
        if self._file is None:
            self._file = tempfile.TemporaryFile(prefix="iepaudit-")  # noqa: SIM115 - closed by `close`
        sealed = seal(self._key, packed)
        start = self._file.seek(0, os.SEEK_END)
        self._file.write(sealed)
        return _Stretch(start, len(sealed))

    def _read(self, where: _Stretch) -> bytes:
        assert self._file is not None, "the spool was closed"
        self._file.seek(where.start)
        return unseal(self._key, self._file.read(where.length))
