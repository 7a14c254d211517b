"""Patterns of rule files: compiled with RE2, so that no pattern can take more than linear time."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

MAX_PATTERN = 20_000  # characters; a lexicon becomes one pattern
MAX_TEXT = 400_000  # characters of text that one check looks at


class PatternError(Exception):
    """A pattern that RE2 does not accept; `str()` says why."""


@lru_cache(maxsize=4096)
def compiled(pattern: str) -> Any:
    """The pattern, case-insensitive, `^` and `$` at lines; raises PatternError."""
    import re2

    options = re2.Options()
    options.case_sensitive = False
    options.log_errors = False
    options.max_mem = 64 << 20
    try:
        return re2.compile(f"(?m){pattern}", options)
    except re2.error as error:
        raise PatternError(_plain(error)) from None


def check_pattern(pattern: str) -> None:
    """Raises PatternError when `pattern` cannot be used."""
    if len(pattern) > MAX_PATTERN:
        raise PatternError(f"longer than {MAX_PATTERN} characters")
    if pattern == "":
        raise PatternError("an empty pattern fits everything")
    if compiled(pattern).search("") is not None:
        raise PatternError("it fits empty text, so it fits everything")


def _plain(error: Exception) -> str:
    reason = error.args[0] if error.args else "cannot be read"
    text = reason.decode("utf-8", "replace") if isinstance(reason, bytes) else str(reason)
    if "perl operator" in text:
        return f"{text} (look-around and back references are not available)"
    return text
