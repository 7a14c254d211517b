"""Yes, no and unsure (Kleene's strong logic)."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum


class Truth(IntEnum):
    NO = 0
    UNSURE = 1
    YES = 2

    @property
    def word(self) -> str:
        return self.name.lower()


def all_of(truths: Iterable[Truth]) -> Truth:
    """Yes when all are; no when one is no."""
    return min(truths, default=Truth.YES)


def any_of(truths: Iterable[Truth]) -> Truth:
    """Yes when one is; no when all are no."""
    return max(truths, default=Truth.NO)


def negate(truth: Truth) -> Truth:
    return Truth(2 - truth)


def truth_of(value: bool) -> Truth:
    return Truth.YES if value else Truth.NO
