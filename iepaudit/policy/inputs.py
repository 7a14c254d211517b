"""Which files a run is about: files, folders, patterns and standard input, in one stable order, each file once."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from iepaudit.extract.sniff import SUFFIXES
from iepaudit.model.outcome import Problem
from iepaudit.policy.ignore import NAME as IGNORE_FILE
from iepaudit.policy.ignore import IgnoreFiles

STDIN = "-"
_SKIPPED_FOLDERS = frozenset({"node_modules", "__pycache__", "site-packages"})


@dataclass(frozen=True, slots=True)
class Input:
    """One file as the user named it (`shown`) and where it lies; `problem` when it cannot be opened at all. `base` is
    the folder that was named, or that holds the file that was."""

    shown: str
    path: Path | None
    problem: Problem | None = None
    base: str = ""


@dataclass(frozen=True, slots=True)
class Inputs:
    """`empty`: one plain sentence for each folder or pattern that matched nothing."""

    files: tuple[Input, ...]
    empty: tuple[str, ...] = ()


def find_inputs(
    paths: Iterable[str],
    *,
    include: Iterable[str] = (),
    exclude: Iterable[str] = (),
    recursive: bool = True,
    suffixes: tuple[str, ...] = SUFFIXES,
    force_exclude: bool = False,
) -> Inputs:
    """The files that `paths` name. Folders are searched for readable files; `include` and `exclude` are patterns on
    names or on paths below the folder, and `.iepauditignore` files hold too. Files that are named one by one are read
    all the same, unless `force_exclude` is set."""
    search = _Search(tuple(include), tuple(exclude), recursive, suffixes, force_exclude)
    for text in paths:
        search.take(text)
    return Inputs(_once(search.found), tuple(search.empty))


class _Search:
    """What was found so far, and what was not."""

    def __init__(
        self,
        include: tuple[str, ...],
        exclude: tuple[str, ...],
        recursive: bool,
        suffixes: tuple[str, ...],
        force: bool,
    ) -> None:
        self.found: list[Input] = []
        self.empty: list[str] = []
        self._include = include
        self._exclude = exclude
        self._recursive = recursive
        self._suffixes = suffixes
        self._force = force
        self._ignore = IgnoreFiles()
        self._left_out = 0

    def take(self, text: str) -> None:
        path = Path(text)
        if text == STDIN:
            self.found.append(Input(STDIN, None))
        elif path.is_dir():
            self._folder(text, path)
        elif _present(path):
            if not (self._force and self._excluded(text, text)):
                self.found.append(Input(text, path, None, _slashes(str(path.parent))))
        elif glob.has_magic(text):
            self._pattern(text)
        else:
            self.found.append(Input(text, None, Problem("missing", "There is no such file.")))

    def _folder(self, text: str, folder: Path) -> None:
        self._left_out = 0
        inside = [
            Input(_join(text, below), folder / below, None, _slashes(text))
            for below in self._walk(folder)
            if self._wanted(below, str(folder / below))
        ]
        self.found.extend(inside)
        if not inside:
            kinds = ", ".join(self._include or self._suffixes)
            out = f"; {self._left_out} left out by {IGNORE_FILE} or --exclude" if self._left_out else ""
            self.empty.append(f"no file to read in the folder {text} (looked for {kinds}{out})")

    def _pattern(self, text: str) -> None:
        # `glob` rather than Path.glob, which would drop a leading "./".
        hits = [h for h in glob.glob(text, recursive=True) if _plan_file(h)]  # noqa: PTH207
        base = _slashes(_before_magic(text))
        self.found.extend(Input(_slashes(h), Path(h), None, base) for h in hits if not self._excluded(h, h))
        if not hits:
            self.empty.append(f"no file matches {text}")

    def _wanted(self, below: str, path: str) -> bool:
        name = below.rsplit("/", 1)[-1]
        if self._include:
            if not any(_matches(below, p) for p in self._include):
                return False
        elif not name.lower().endswith(self._suffixes):
            return False
        out = self._excluded(below, path)
        self._left_out += out
        return not out

    def _excluded(self, below: str, path: str) -> bool:
        return any(_matches(_slashes(below), p) for p in self._exclude) or self._ignore.ignored(path)

    def _walk(self, folder: Path) -> Iterator[str]:
        for base, folders, names in os.walk(folder):
            folders[:] = sorted(
                f
                for f in folders
                if not f.startswith(".")
                and f not in _SKIPPED_FOLDERS
                and not self._ignore.ignored(os.path.join(base, f), folder=True)  # noqa: PTH118
            )
            if not self._recursive:
                folders.clear()
            for name in names:
                if not name.startswith((".", "~$")):
                    yield _slashes(str((Path(base) / name).relative_to(folder)))


def _plan_file(name: str) -> bool:
    path = Path(name)
    return path.is_file() and not path.name.startswith("~$")  # a lock file that Word leaves beside an open document


def _present(path: Path) -> bool:
    try:
        return path.exists() or path.is_symlink()
    except OSError:
        return True  # a folder on the way may not be entered; the reader will say so


def _before_magic(pattern: str) -> str:
    """The folder that a pattern begins with."""
    parts = Path(pattern).parts
    kept = next((n for n, part in enumerate(parts) if glob.has_magic(part)), len(parts))
    return str(Path(*parts[:kept])) if kept else "."


def _matches(relative: str, pattern: str) -> bool:
    return fnmatch(relative.rsplit("/", 1)[-1], pattern) or fnmatch(relative, pattern)


def _join(folder: str, relative: str) -> str:
    base = _slashes(folder).rstrip("/")
    return relative if base in ("", ".") and folder != "/" else f"{base}/{relative}"


def _slashes(text: str) -> str:
    return text.replace(os.sep, "/")


def _once(found: list[Input]) -> tuple[Input, ...]:
    """Sorted by the name shown; a file that is named twice keeps the name that sorts first."""
    seen: set[str] = set()
    kept = []
    for item in sorted(found, key=lambda i: (i.shown.split("/"), i.shown)):
        key = os.path.realpath(item.path) if item.path else item.shown
        if key not in seen:
            seen.add(key)
            kept.append(item)
    return tuple(kept)
