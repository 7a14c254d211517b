"""Patterns of rule files: compiled with RE2, so that no pattern can take more than linear time."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

MAX_PATTERN = 20_000  # characters; a lexicon becomes one pattern
MAX_PROGRAM = 3000  # instructions; `.{0,200}` takes 1600
MAX_TEXT = 400_000  # characters of text that one check looks at


_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


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


def check_pattern(pattern: str, longest: int = MAX_PATTERN, largest: int = MAX_PROGRAM) -> int:
    """The size of the program that `pattern` becomes; raises PatternError when it cannot be used."""
    if len(pattern) > longest:
        raise PatternError(f"longer than {longest} characters")
    control = _CONTROL.search(pattern)
    if control:
        raise PatternError("it holds a control character: in double quotes \\b is a backspace; use single quotes")
    if pattern == "":
        raise PatternError("an empty pattern fits everything")
    if compiled(pattern).search("") is not None:
        raise PatternError("it fits empty text, so it fits everything")
    size = size_of(pattern)
    if size > largest:
        raise PatternError("it is too large when unfolded; shorten counted repeats such as {1,500}")
    return size


def size_of(pattern: str) -> int:
    """Instructions that the pattern becomes. In the worst case a search takes time in proportion to them and to the
    length of the text."""
    return int(compiled(pattern).programsize)


def _plain(error: Exception) -> str:
    reason = error.args[0] if error.args else "cannot be read"
    text = reason.decode("utf-8", "replace") if isinstance(reason, bytes) else str(reason)
    text = text.replace("(?m)", "")[:200]
    if "perl operator" in text:
        return f"{text} (look-around and back references are not available)"
    if "missing )" in text:
        return f"a bracket is not closed: {text.partition(': ')[2]} (write \\( for a bracket in the text)"
    if "too large" in text or "memory" in text:
        return f"{text}; shorten counted repeats such as {{1,500}}"
    return text
