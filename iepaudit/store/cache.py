"""Results of earlier runs, so that a file that has not changed is not read again.

The cache says nothing to those who do not hold the file itself: an entry is found by a hash of the file's content, and
encrypted with another hash of it. Neither follows from the SHA-256 that reports print. No path, no name and no word of
a plan can be read in it; somebody who has the same file can tell that it was audited here, and when.

Nothing that is wrong with the cache stops a run or changes an answer: what cannot be opened is made anew.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from iepaudit.model.outcome import FileReport
from iepaudit.store.codec import Unreadable, pack, unpack
from iepaudit.store.seal import KEY_BYTES, Broken, seal, unseal

FILE = "results-1.sqlite3"
MEGABYTES = 500  # some 15,000 plans
DAYS = 90  # what nobody asked for in this time is taken out
_APPLICATION = 0x49455041  # "IEPA", in the header of the database
_CHUNK = 1 << 20
_DAY = 10  # characters of an ISO date
_PRUNE_EVERY = 500  # new entries

_CREATE = """
CREATE TABLE results (name BLOB PRIMARY KEY, sealed BLOB NOT NULL, used INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX by_use ON results (used);
"""


@dataclass(frozen=True, slots=True)
class Key:
    """What an entry is found by (`name`), what opens it (`secret`), and of the content its SHA-256, as reports print
    it, and its size in bytes."""

    name: bytes
    secret: bytes
    sha256: str
    size: int = 0


def key_of(path: Path, settings: str, password: str = "") -> Key | None:
    """The key of a file's content under `settings`, which name all else that the answer depends on; None when it
    cannot be read. The password of the plan is part of what opens the entry: holding the file is not enough then."""
    content, printed = hashlib.blake2b(password.encode(), person=b"iepaudit content"), hashlib.sha256()
    content.update(b"\0")
    size = 0
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                content.update(chunk)
                printed.update(chunk)
                size += len(chunk)
    except OSError:
        return None
    seed = content.digest()
    name = hashlib.blake2b(seed + settings.encode(), digest_size=24, person=b"iepaudit name").digest()
    secret = hashlib.blake2b(seed, digest_size=KEY_BYTES, person=b"iepaudit secret").digest()
    return Key(name, secret, printed.hexdigest(), size)


@dataclass(frozen=True, slots=True)
class Size:
    entries: int
    bytes: int


class Cache:
    """Kept results in `folder`, at most `megabytes` of them; those longest unused go first. May be used from several
    threads, and by several programs at once. `problem`: why it cannot be used, "" while it can."""

    def __init__(self, folder: Path, megabytes: int = MEGABYTES) -> None:
        self.path = folder / FILE
        self.problem = ""
        self._limit = megabytes * 1_000_000
        self._lock = threading.Lock()
        self._used: set[bytes] = set()
        self._new = 0
        self._base: sqlite3.Connection | None = None
        try:
            self._base = _opened(self.path)
        except (OSError, sqlite3.Error, _Foreign) as error:
            self._give_up(error)

    def get(self, key: Key, today: str) -> FileReport | None:
        """The kept report, or None. One that holds for its day only is not given on another."""
        row = self._ask("SELECT CAST(sealed AS BLOB) FROM results WHERE name = ?", (key.name,))
        if not row:
            return None
        try:
            data = unseal(key.secret, row[0][0], key.name)
            day = data[:_DAY].decode("ascii").strip()
            report = unpack(data[_DAY:])
        except (Broken, Unreadable, UnicodeDecodeError, TypeError):
            return None  # written anew when the file has been read
        if day not in ("", today) or report.sha256 != key.sha256:
            return None
        with self._lock:
            self._used.add(key.name)
        return report

    def put(self, key: Key, report: FileReport, today: str) -> None:
        """Keeps a report; at once, so that a killed run loses nothing that was finished."""
        if self._base is None:
            return
        day = today if report.of_its_day else ""
        sealed = seal(key.secret, day.ljust(_DAY).encode("ascii") + pack(report), key.name)
        self._ask("INSERT OR REPLACE INTO results VALUES (?, ?, ?)", (key.name, sealed, _now()))
        self._new += 1
        if self._new % _PRUNE_EVERY == 0:
            self._prune()

    def size(self) -> Size:
        row = self._ask("SELECT COUNT(*), COALESCE(SUM(LENGTH(sealed)), 0) FROM results")
        return Size(*row[0]) if row else Size(0, 0)

    def clear(self) -> None:
        """Takes everything out. What is no cache of ours is left alone."""
        self._ask("DELETE FROM results")
        self._ask("VACUUM")

    def close(self) -> None:
        with self._lock:
            used, self._used = sorted(self._used), set()
        if used and self._base is not None:
            now = _now()
            with self._lock, contextlib.suppress(sqlite3.Error):
                self._base.execute("BEGIN")
                self._base.executemany("UPDATE results SET used = ? WHERE name = ?", [(now, name) for name in used])
                self._base.execute("COMMIT")
        if self._new:
            self._prune()
        with self._lock:
            if self._base is not None:
                with contextlib.suppress(sqlite3.Error):
                    self._base.close()
                self._base = None

    def _ask(self, question: str, values: tuple[object, ...] = ()) -> list[Any]:
        """Rows, or none when the database fails: then it is not asked again."""
        with self._lock:
            if self._base is None:
                return []
            try:
                return self._base.execute(question, values).fetchall()
            except sqlite3.Error as error:
                self._give_up(error)
                return []

    def _prune(self) -> None:
        self._ask("DELETE FROM results WHERE used < ?", (_now() - DAYS * 86_400,))
        while (size := self.size()).bytes > self._limit:
            tenth = max(1, size.entries // 10)
            self._ask("DELETE FROM results WHERE name IN (SELECT name FROM results ORDER BY used LIMIT ?)", (tenth,))
        self._ask("PRAGMA incremental_vacuum")

    def _give_up(self, error: Exception) -> None:
        self.problem = str(error) or type(error).__name__
        if self._base is not None:
            with contextlib.suppress(sqlite3.Error):
                self._base.close()
            self._base = None


class _Foreign(Exception):
    """The file is a database of somebody else."""


def _opened(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    base = sqlite3.connect(path, timeout=5, isolation_level=None, check_same_thread=False)
    try:
        base.execute("PRAGMA trusted_schema = OFF")
        if _number(base, "application_id") != _APPLICATION:
            if base.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()[0]:
                raise _Foreign("it is no cache of iepaudit")
            _set_up(base)
        base.execute("PRAGMA synchronous = NORMAL")
        base.execute("SELECT name, sealed, used FROM results LIMIT 1").fetchall()
    except BaseException:
        base.close()
        raise
    return base


def _set_up(base: sqlite3.Connection) -> None:
    """An empty cache; another program that is doing the same at this moment is waited for."""
    base.execute("PRAGMA auto_vacuum = INCREMENTAL")
    base.execute("PRAGMA journal_mode = WAL")
    base.execute("BEGIN IMMEDIATE")
    if _number(base, "application_id") != _APPLICATION:
        for statement in _CREATE.split(";"):
            base.execute(statement)
        base.execute(f"PRAGMA application_id = {_APPLICATION}")
    base.execute("COMMIT")


def _number(base: sqlite3.Connection, pragma: str) -> int:
    return int(base.execute(f"PRAGMA {pragma}").fetchone()[0])


def _now() -> int:
    return int(time.time())
