"""What the other cells of its row say about a line in a table. Nobody here exists."""

from __future__ import annotations

import pytest
from builders import document

from iepaudit.segment.grid_rows import in_column_heads

LONG = (
    "Total minutes of school in the whole week",
    "Minutes each week outside the regular class",
    "Percent of the time inside the regular class",
)


def are_heads(heads: tuple[str, ...], below: str) -> bool:
    lines = document(f"| {' | '.join(f'**{head}**' for head in heads)} |\n| {below} |").lines
    found = [in_column_heads(line, lines, n) for n, line in enumerate(lines) if line.row == 0]
    assert len(set(found)) == 1
    return found[0]


@pytest.mark.parametrize(
    ("heads", "below"), [(LONG, "1,800 | 600 | 92%"), (LONG, "1,800 minutes | 600 min | 92 %"), (LONG[1:], "600 | 92%")]
)
def test_long_cells_above_amounts_are_column_heads(heads: tuple[str, ...], below: str) -> None:
    assert are_heads(heads, below)


@pytest.mark.parametrize(
    ("heads", "below"), [(LONG, "Ida reads with two others. | 600 | 92%"), (LONG[1:], "600 | She is in class for art.")]
)
def test_long_cells_above_texts_are_none(heads: tuple[str, ...], below: str) -> None:
    assert not are_heads(heads, below)
