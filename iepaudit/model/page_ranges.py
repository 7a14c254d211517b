"""Which pages of a file are to be audited, as people write it: "1-6", "3", "1-4,9-"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_RANGE = re.compile(r"\s*(\d{1,6})?\s*([-–])?\s*(\d{1,6})?\s*")


@dataclass(frozen=True, slots=True)
class PageRanges:
    """Numbers of pages as in the file, from 1, both ends included; no ranges: all pages."""

    ranges: tuple[tuple[int, int | None], ...] = ()  # None: to the last page

    @classmethod
    def parse(cls, text: str) -> PageRanges:
        """Raises ValueError with a sentence for the user when `text` names no pages."""
        return cls(tuple(_range(part) for part in text.split(",")))

    def __bool__(self) -> bool:
        return bool(self.ranges)

    def __str__(self) -> str:
        return ", ".join(str(a) if a == b else f"{a}-{b or ''}" for a, b in self.ranges)

    def of(self, count: int) -> list[int]:
        """The numbers among 1 to `count` that are wanted, in order."""
        if not self.ranges:
            return list(range(1, count + 1))
        return sorted({n for first, last in self.ranges for n in range(first, min(last or count, count) + 1)})


EVERY_PAGE = PageRanges()


def _range(part: str) -> tuple[int, int | None]:
    match = _RANGE.fullmatch(part)
    if match is None or not (match[1] or match[3]):
        raise ValueError(f"'{part.strip()}' names no pages; write for example 1-6 or 1-4,9-")
    first = int(match[1] or 1)
    last = (int(match[3]) if match[3] else None) if match[2] else first
    if first < 1 or (last is not None and last < first):
        raise ValueError(f"'{part.strip()}' names no pages: the first page is 1, and a range runs upwards")
    return first, last


def ranges(numbers: Iterable[int]) -> str:
    """Page numbers as people write them: "1-3, 7"."""
    runs: list[list[int]] = []
    for n in sorted(set(numbers)):
        if runs and n == runs[-1][1] + 1:
            runs[-1][1] = n
        else:
            runs.append([n, n])
    return ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in runs)
