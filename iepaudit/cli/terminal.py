"""What the terminal can show: width, color, characters; and how a report is written to stdout or a file."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from iepaudit.model.errors import UsageError

NARROWEST, WIDEST, PIPED = 60, 200, 80
_SIGNS = "✓✗–“”…"


def is_terminal() -> bool:
    return sys.stdout.isatty()


def width(wanted: int | None) -> int:
    """Columns to write in: as asked, else the terminal's, else $COLUMNS, else 80; always between 60 and 200."""
    if wanted is None:
        wanted = shutil.get_terminal_size((PIPED, 24)).columns if is_terminal() or os.environ.get("COLUMNS") else PIPED
    return max(NARROWEST, min(WIDEST, wanted))


def color(choice: str) -> bool:
    """Whether to color: asked for, or on a terminal that can and that NO_COLOR does not forbid."""
    if choice != "auto":
        return choice == "always"
    return is_terminal() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def unicode() -> bool:
    """Whether stdout can carry check marks and curly quotes."""
    try:
        _SIGNS.encode(sys.stdout.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def write(text: str | bytes | Iterable[str | bytes], *, for_people: bool) -> None:
    """Writes a report, whole or in pieces, to stdout: machine formats as UTF-8 always, those for people in the
    terminal's encoding, bytes as they are."""
    pieces = (text,) if isinstance(text, str | bytes) else text
    encoding = (sys.stdout.encoding if for_people else None) or "utf-8"
    stream = getattr(sys.stdout, "buffer", None)
    sys.stdout.flush()
    for piece in pieces:
        if stream is None:
            sys.stdout.write(piece if isinstance(piece, str) else piece.decode("utf-8", "replace"))
        else:
            stream.write(piece.encode(encoding, "replace") if isinstance(piece, str) else piece)
    sys.stdout.flush()


def refuse_binary(name: str, *, binary: bool) -> None:
    """Raises UsageError when a format that is no text would go to a terminal."""
    if binary and is_terminal():
        raise UsageError(f"-f {name} is no text; write it to a file: --report {name}=PATH, or > PATH")


def write_file(path: Path, text: str | bytes | Iterable[str | bytes]) -> None:
    """Writes a report, whole or in pieces, to a file, which appears whole or not at all; folders on the way are
    made."""
    pieces = (text,) if isinstance(text, str | bytes) else text
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("wb") as file:
            for piece in pieces:
                file.write(piece.encode("utf-8", "replace") if isinstance(piece, str) else piece)
        temporary.replace(path)
    except OSError as error:
        raise UsageError(f"The report {path} could not be written: {error.strerror}") from None
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
