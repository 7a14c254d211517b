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

STDIN = "-"
_SKIPPED_FOLDERS = frozenset({"node_modules", "__pycache__", "site-packages"})


@dataclass(frozen=True, slots=True)
class Input:
    """One file as the user named it (`shown`) and where it lies; `problem` when it cannot be opened at all."""

    shown: str
    path: Path | None
    problem: Problem | None = None


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
) -> Inputs:
    """The files that `paths` name. Folders are searched for readable files; `include` and `exclude` are patterns on
    names or on paths below the folder and do not touch files that are named one by one."""
    kept_patterns, dropped = tuple(include), tuple(exclude)

    def wanted(relative: str) -> bool:
        name = relative.rsplit("/", 1)[-1]
        if any(_matches(relative, name, p) for p in dropped):
            return False
        if kept_patterns:
            return any(_matches(relative, name, p) for p in kept_patterns)
        return name.lower().endswith(suffixes)

    found: list[Input] = []
    empty: list[str] = []
    for text in paths:
        if text == STDIN:
            found.append(Input(STDIN, None))
            continue
        path = Path(text)
        if path.is_dir():
            inside = [
                Input(_join(text, relative), path / relative) for relative in _walk(path, recursive) if wanted(relative)
            ]
            found.extend(inside)
            if not inside:
                kinds = ", ".join(kept_patterns) if kept_patterns else ", ".join(suffixes)
                empty.append(f"no file to read in the folder {text} (looked for {kinds})")
        elif _present(path):
            found.append(Input(text, path))
        elif glob.has_magic(text):
            hits = [h for h in glob.glob(text, recursive=True) if _plan_file(h)]  # noqa: PTH207 - keeps "./" as typed
            found.extend(Input(_slashes(h), Path(h)) for h in hits if not any(fnmatch(h, p) for p in dropped))
            if not hits:
                empty.append(f"no file matches {text}")
        else:
            found.append(Input(text, None, Problem("missing", "There is no such file.")))
    return Inputs(_once(found), tuple(empty))


def _plan_file(name: str) -> bool:
    path = Path(name)
    return path.is_file() and not path.name.startswith("~$")  # a lock file that Word leaves beside an open document


def _present(path: Path) -> bool:
    try:
        return path.exists() or path.is_symlink()
    except OSError:
        return True  # a folder on the way may not be entered; the reader will say so


def _walk(folder: Path, recursive: bool) -> Iterator[str]:
    for base, folders, names in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith(".") and f not in _SKIPPED_FOLDERS)
        if not recursive:
            folders.clear()
        for name in names:
            if not name.startswith((".", "~$")):
                yield _slashes(str((Path(base) / name).relative_to(folder)))


def _matches(relative: str, name: str, pattern: str) -> bool:
    return fnmatch(name, pattern) or fnmatch(relative, pattern)


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
