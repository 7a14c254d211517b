"""Days on the line below several labels that share a cell."""

from __future__ import annotations

from dataclasses import replace

from factories import block

from iepaudit.model.iep import Block
from iepaudit.parse.value_places import value_near
from iepaudit.segment.known_labels import labels


def test_labels_side_by_side_in_one_cell_have_their_days_on_the_line_below() -> None:
    heads = [cell(label) for label in ("Meeting Date", "IEP Start Date", "IEP End Date")]
    days = cell("9/8/2026 9/15/2026 9/7/2027")
    near = [value_near(head, [*heads, days], n, labels()) for n, head in enumerate(heads)]
    assert near == ["9/8/2026", "9/15/2026", "9/7/2027"]


def test_fewer_days_than_labels_in_a_cell_are_the_days_of_none() -> None:
    heads = [cell(label) for label in ("Meeting Date", "IEP Start Date", "IEP End Date")]
    days = cell("9/8/2026 9/7/2027")
    assert [value_near(head, [*heads, days], n, labels()) for n, head in enumerate(heads)] == ["", "", ""]


def cell(text: str) -> Block:
    """A line of the first cell of a table."""
    return replace(block(text), table=0, row=0, column=0)
