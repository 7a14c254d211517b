"""`.iepauditignore` files: what is left out of folders, in the syntax of .gitignore.

One may lie in any folder; it holds for what is below it. The nearest one that says something about a file decides.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from iepaudit.model.errors import UsageError

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

NAME = ".iepauditignore"


class IgnoreFiles:
    """The ignore files of this machine, each read when a file below it is first asked about."""

    def __init__(self) -> None:
        self._specs: dict[str, GitIgnoreSpec | None] = {}

    def ignored(self, path: str, *, folder: bool = False) -> bool:
        """Whether a file, or a whole folder, is to be left out. Raises UsageError for an ignore file that cannot be
        read."""
        path = os.path.abspath(path)  # noqa: PTH100 - links stay as they are named
        above = os.path.dirname(path)  # noqa: PTH120
        while True:
            spec = self._spec(above)
            if spec is not None:
                below = os.path.relpath(path, above).replace(os.sep, "/")
                said = spec.check_file(below + "/" if folder else below).include
                if said is not None:
                    return said
            parent = os.path.dirname(above)  # noqa: PTH120
            if parent == above:
                return False
            above = parent

    def _spec(self, folder: str) -> GitIgnoreSpec | None:
        if folder not in self._specs:
            self._specs[folder] = _read(os.path.join(folder, NAME))  # noqa: PTH118
        return self._specs[folder]


def _read(name: str) -> GitIgnoreSpec | None:
    if not os.path.isfile(name):  # noqa: PTH113
        return None
    from pathspec import GitIgnoreSpec

    try:
        with open(name, encoding="utf-8") as file:  # noqa: PTH123
            return GitIgnoreSpec.from_lines(file.read().splitlines())
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{name}: could not be read ({getattr(error, 'strerror', '') or 'no UTF-8'})") from None
    except ValueError as error:
        raise UsageError(f"{name}: {error}") from None
