"""The present level of the first goal, above the part for the goals, under a label that comes again among them."""

from __future__ import annotations

import pytest

from iepaudit.model.field import FieldState, Place
from iepaudit.model.iep import Block, Section
from iepaudit.parse.goal_fields_above import fields_above

LABEL = "Present Level of Performance and Educational Needs: (strengths, concerns)"


def block(text: str, *, label: str = "", printed: bool = False) -> Block:
    return Block(label, text, "" if printed else text, text if printed else "", Place(2, None, text), ())


def sections(level: str, *, again: str = LABEL) -> tuple[Section, ...]:
    own = (block(LABEL, printed=True), block(level), block("Spelling", label="Need(s)"), block("Goal 1"))
    goals = (block("Ida will spell ten words."), block(again, printed=True), block("2 of 9 facts"))
    return (
        Section("present-levels", "Levels", 2, FieldState.FILLED, own),
        Section("impact", "Levels", 2, FieldState.FILLED, own[1:2]),  # said among the levels
        Section("annual-goals", "Annual Goals", 2, FieldState.FILLED, goals),
    )


@pytest.mark.parametrize("length", [1, 9])
def test_the_level_is_read_up_to_the_next_label(length: int) -> None:
    level = "On ten days in May she spelled 4 of 10 words. " * length
    assert [b.filled for b in fields_above(sections(level)) if b.label != "Need(s)"] == [level]


def test_under_a_label_that_does_not_come_again_nothing_is_that_of_the_goal() -> None:
    assert fields_above(sections("4 of 10 words", again="Method")) == ()


def test_an_account_of_the_whole_child_is_no_level_of_one_goal() -> None:
    assert fields_above(sections("On ten days in May she spelled 4 of 10 words. " * 20)) == ()


def row(number: int, label: str, text: str) -> tuple[Block, Block]:
    return tuple(  # type: ignore[return-value]
        Block("", said, said, "", Place(2, None, said), (), table=0, row=number, column=n)
        for n, said in enumerate((label, text))
    )


@pytest.mark.parametrize("level", ["Baseline", "Current Level"])
def test_a_level_beside_its_label_in_a_row_of_a_table_is_that_of_the_goal_below(level: str) -> None:
    above = (*row(0, "Area", "Spelling"), *row(1, "Standard", "W.4"), *row(2, level, "4 of 10 words"))
    goals = (block("Ida will spell ten words."), *row(5, "Area", "Math"), *row(6, level, "2 of 9 facts"))
    found = fields_above(
        (
            Section("other", "Rights", 2, FieldState.FILLED, above),
            Section("annual-goals", "Annual Goals", 2, FieldState.FILLED, goals),
        )
    )
    assert [(b.label, b.filled) for b in found] == [("Area", "Spelling"), (level, "4 of 10 words")]
