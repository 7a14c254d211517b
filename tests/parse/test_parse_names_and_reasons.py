"""Names that the present levels use for the child, reasons under a form's own question, and marks of a draft."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import COVER, document, plan

from iepaudit.parse.assemble import _marked_draft
from iepaudit.parse.people import narrated_names


def names_in(levels: str, more: str = "") -> list[str]:
    sections = plan(
        f"{COVER}# Present Levels of Performance\n{levels}\n\n# Meeting Notes\n{more or 'Nothing.'}\n"
    ).sections
    return [place.quote for place in narrated_names(sections)]


def test_a_given_name_that_nobody_introduced_stands_in_the_childs_place() -> None:
    assert names_in("Reads 42 words a minute. Brandon also needs help to keep a binder in order.") == ["Brandon"]


def test_a_strange_name_among_levels_that_stand_with_a_goal_is_seen() -> None:
    text = f"{COVER}# Measurable Annual Goals\nBrandon also needs reminders.\n\nBy June Ida will read 80 words.\n"
    assert [place.quote for place in narrated_names(plan(text).sections)] == ["Brandon"]


@pytest.mark.parametrize(
    "introduced",
    ["Her brother Brandon is in grade 9.", "Brandon and she are friends.", "Brandon Moss, school nurse, was there."],
)
def test_somebody_whom_the_plan_introduces_is_not_taken_for_the_child(introduced: str) -> None:
    assert names_in("Brandon reads to her at home.", introduced) == []


def reason(text: str) -> bool:
    return bool(plan(f"{COVER}# Participation with Nondisabled Peers\n{text}\n").placement.reason.value)


ANSWER = "From fall to winter the aide sat beside him in class and he left his seat in eleven of twelve lessons."


def test_the_answer_to_a_request_for_reasons_is_a_reason_in_any_words() -> None:
    assert reason(f"Explain why services cannot be provided in the regular class: {ANSWER}")
    assert not reason(f"Percentage of the day: {ANSWER}")


def test_a_few_words_under_a_request_for_reasons_give_none() -> None:
    assert not reason("Explain why services cannot be provided in the regular class: 30 minutes daily.")


def test_minutes_in_a_room_are_no_reason() -> None:
    assert not reason("Lee is in the resource room 160 of 1,800 minutes a week.")


def test_a_short_mark_across_the_page_makes_a_draft_and_a_long_note_does_not() -> None:
    page = document("Individualized Education Program\n").pages[0]
    assert not _marked_draft(page)
    assert _marked_draft(replace(page, annotations=("DRAFT",)))
    note = "Ask at the meeting whether page 4 is from the DRAFT that was sent home in the spring."
    assert not _marked_draft(replace(page, annotations=(note,)))
