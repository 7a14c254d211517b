"""What a child is given on tests, written behind the last box of a line."""

from __future__ import annotations

import pytest
from builders import document

from iepaudit.segment.blocks_of_lines import build_blocks
from iepaudit.segment.filled import split_filled


@pytest.mark.parametrize(
    ("behind", "said"),
    [
        ("Accommodations: large print, breaks.", "☒ with large print, breaks."),
        ("Accommodations: ____", "☒ with"),
        ("Accommodations: describe each one for each test.", "☒ with"),
    ],
)
def test_accommodations_behind_the_last_box_are_filled(behind: str, said: str) -> None:
    (raw,) = build_blocks(document(f"State test: ☒ with ☐ without ☐ alternate. {behind}"), {})
    assert split_filled(raw, False)[0].rstrip(".") == said.rstrip(".")
