"""Cells that name a service and who gives it, on a line each."""

from __future__ import annotations

import pytest

from iepaudit.model.document import Line
from iepaudit.model.field import Place
from iepaudit.model.geometry import Box
from iepaudit.model.iep import Block
from iepaudit.parse.service_groups import with_provider
from iepaudit.parse.tables import cell_of

BOX = Box(0, 0, 100, 10)


def block(*texts: str) -> Block:
    lines = tuple(Line(text, BOX, 1, (), 9.0, False) for text in texts)
    whole = " ".join(texts)
    return Block("", whole, whole, "", Place(1, BOX, whole), lines)


@pytest.mark.parametrize("blocks", [[block("Speech therapy", "SLP")], [block("Speech therapy"), block("SLP")]])
def test_the_last_line_names_who_gives_the_service(blocks: list[Block]) -> None:
    assert with_provider(cell_of(blocks)) == ("Speech therapy", "SLP")


def test_a_name_of_two_lines_names_nobody() -> None:
    assert with_provider(cell_of([block("Reading and writing", "instruction")])) is None
