"""The user's own rule files: which there are, what they extend, and that none leads out of its folder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from iepaudit.model.errors import UsageError
from iepaudit.resources import DataError, YamlMap, load_yaml
from iepaudit.resources.strict_yaml import Mark

MAX_FILES = 500
SUFFIXES = (".yaml", ".yml")
NO_MAP = "a rule file is a map: schema: 1 on its first line, then rules: with a list under it"


@dataclass
class Packs:
    """Rule files with what stands in them, what is extended first; word lists apart."""

    rules: dict[Path, YamlMap] = field(default_factory=dict)
    words: list[Path] = field(default_factory=list)


def read_packs(extra: Sequence[Path], errors: list[DataError]) -> Packs:
    """Everything that `extra` (files or folders) brings, each file read once. What is wrong in files goes to `errors`;
    UsageError says that a path leads nowhere or to too many files."""
    reader = _Reader(errors)
    for path in extra:
        if not path.is_dir() and not path.is_file():
            raise UsageError(f"no rule file or folder at {path}")
        root = (path if path.is_dir() else path.parent).resolve()
        if path.is_file():
            root = path.resolve().parent  # a link that the user named may lead anywhere
        if not reader.take(path, root):
            raise UsageError(f"no rule file (.yaml) in the folder {path}")
    return reader.packs


class _Reader:
    def __init__(self, errors: list[DataError]) -> None:
        self.errors = errors
        self.packs = Packs()
        self.seen: set[Path] = set()

    def take(self, path: Path, root: Path) -> int:
        """Reads a file or the files of a folder; the number of files there."""
        if path.is_file():
            self.file(path, root)
            return 1
        found = []
        for file in path.rglob("*"):
            if file.suffix.lower() in SUFFIXES:
                found.append(file)
                if len(found) > MAX_FILES:
                    raise UsageError(
                        f"the folder {path} holds more than {MAX_FILES} rule files; name the ones you mean"
                    )
        for file in sorted(found):
            if "lexicons" in file.relative_to(path).parts[:-1]:
                if self._inside(file, root) and file not in self.packs.words:
                    self.packs.words.append(file)
            else:
                self.file(file, root)
        return len(found)

    def file(self, path: Path, root: Path) -> None:
        real = path.resolve()
        if real in self.seen or not self._inside(path, root):
            return
        self.seen.add(real)
        if len(self.seen) > MAX_FILES:
            raise UsageError(f"more than {MAX_FILES} rule files; name the ones you mean")
        try:
            data = load_yaml(path)
        except DataError as error:
            self.errors.append(error)
            return
        if not isinstance(data, YamlMap):
            self.errors.append(DataError(NO_MAP, Mark(str(path), 1, 1)))
            return
        self._extended(path, data, root)
        self.packs.rules[path] = data

    def _extended(self, path: Path, data: YamlMap, root: Path) -> None:
        """Reads the files and folders that a pack names under `extends`, so that what extends has the last word."""
        if "extends" not in data:
            return
        named = data["extends"] if isinstance(data["extends"], list) else [data["extends"]]
        for name in named:
            other = path.parent / name if isinstance(name, str) and name else None
            if other is None or not other.exists():
                why = f"extends names a file or folder beside this one; there is no {name}"
                self.errors.append(DataError(why, data.at("extends")))
            elif not other.resolve().is_relative_to(root):
                why = f"extends stays in the folder of the pack; {name} leads out of it"
                self.errors.append(DataError(why, data.at("extends")))
            else:
                self.take(other, root)

    def _inside(self, path: Path, root: Path) -> bool:
        """Whether a file lies in the folder that the user named; a link may lead out of it."""
        if path.resolve().is_relative_to(root):
            return True
        self.errors.append(DataError(f"{path}: leads out of its folder; copy the file instead of linking to it"))
        return False
