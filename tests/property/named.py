"""The program run on samples whose every name is known, and which of these stand in what it wrote."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
NAMED: dict[str, list[str]] = json.loads((Path(__file__).parent / "identities.json").read_text("utf-8"))


def program(folder: Path, *arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
    plain = {k: v for k, v in os.environ.items() if not k.startswith(("IEPAUDIT_", "GITHUB_"))}
    return subprocess.run(
        [sys.executable, "-m", "iepaudit.cli", *map(str, arguments)],
        cwd=folder,
        capture_output=True,
        timeout=240,
        env=plain | {"XDG_CACHE_HOME": str(folder / "cache"), "IEPAUDIT_DEBUG": "1"},
    )


def held(text: str, words: list[str]) -> list[str]:
    """Words that stand in `text` as printed or in capitals; "the bell" is not the child called Bell."""
    forms = {w: [w] + ([w.upper()] if len(w) > 3 else []) for w in words}
    return [w for w, spelled in forms.items() if any(s in text and _stands(s, text) for s in spelled)]


def _stands(word: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None


def contents(path: Path) -> str:
    """All text in a file; of a workbook that of its parts."""
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(path) as book:
            return "\n".join(book.read(name).decode("utf-8", "replace") for name in book.namelist())
    return path.read_bytes().decode("utf-8", "replace")
