"""Names that the present levels use for the child, reasons under a form's own question, and marks of a draft."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import COVER, document, plan

from iepaudit.parse.assemble import _marked_draft
from iepaudit.parse.name_runs import is_short_for
from iepaudit.parse.people import narrated_names


def names_in(levels: str, more: str = "") -> list[str]:
    sections = plan(
        f"{COVER}# Present Levels of Performance\n{levels}\n\n# Meeting Notes\n{more or 'Nothing.'}\n"
    ).sections
    return [place.quote for place in narrated_names(sections)]


def test_a_given_name_that_nobody_introduced_stands_in_the_childs_place() -> None:
    assert names_in("Reads 42 words a minute. Brandon also needs help to keep a binder in order.") == ["Brandon"]


@pytest.mark.parametrize(
    "words",
    ["Brandon guesses at long words.", "Brandon's answers tend to be short.", "Brandon’s oral reading is slow."],
)
def test_what_somebody_elses_work_is_like_is_told_of_the_child(words: str) -> None:
    assert names_in(f"Reads 42 words a minute. {words}") == ["Brandon"]
    assert names_in(f"She reads with her friend Brandon. {words}") == []


def test_a_strange_name_among_levels_that_stand_with_a_goal_is_seen() -> None:
    text = f"{COVER}# Measurable Annual Goals\nBrandon also needs reminders.\n\nBy June Ida will read 80 words.\n"
    assert [place.quote for place in narrated_names(plan(text).sections)] == ["Brandon"]


@pytest.mark.parametrize(
    "levels",
    [
        "In 20 lessons (3/2026) Brandon stayed with the group in 9.\n\nBrandon goes to the small room at noon.",
        "On the last test, Brandon got 4 of 10. In May (both times) Brandon left before the end.",
    ],
)
def test_a_name_behind_what_says_when_is_one_of_whom_the_plan_tells(levels: str) -> None:
    assert names_in(levels) == ["Brandon"]


@pytest.mark.parametrize(
    "introduced",
    ["Her brother Brandon is in grade 9.", "Brandon and she are friends.", "Brandon Moss, school nurse, was there."],
)
def test_somebody_whom_the_plan_introduces_is_not_taken_for_the_child(introduced: str) -> None:
    assert names_in("Brandon reads to her at home.", introduced) == []


@pytest.mark.parametrize(
    "text",
    [
        "Zephyrin’s difficulty with recall slows work. She reads. Zephyrin finished 11 of 20 items.",
        "Zephyrin needs a quiet room.\n\n# Accommodations\nZephyrin reads aloud to an aide.",
        "Math is slow because of Zephyrin's disability. Last week Zephyrin completed 3 of 9 sheets.",
    ],
)
def test_an_uncommon_name_of_which_two_sentences_tell_what_is_told_of_a_person_is_seen(text: str) -> None:
    assert names_in(text) == ["Zephyrin"]


@pytest.mark.parametrize(
    "text",
    [
        "Zephyrin's difficulty with recall slows work.",
        "Zephyrin uses short lessons. Zephyrin works on sounds.",
        "Mr. Zephyrin reads to them. Zephyrin likes quiet.",
        "Her sister Zephyrin needs help. Zephyrin reads well.",
        "Her cat is called Zephyrin. Zephyrin likes fish. Zephyrin needs a walk.",
        "Camp Zephyrin needs forms. Zephyrin likes early mail.",
        "Zephyrin needs to be used daily. A zephyrin is a tool. Zephyrin reads dots.",
        "In the story Zephyrin needs a boat. Zephyrin finished it.",
        "Lexia needs a login. Lexia reads the score aloud.",
    ],
)
def test_one_use_programs_staff_relatives_and_pets_do_not(text: str) -> None:
    assert names_in(text) == []


def test_a_name_of_which_two_sentences_tell_in_any_words_stands_in_the_childs_place() -> None:
    assert names_in("Brandon has a short fuse. When the room is loud, Brandon\nleft it twice.") == ["Brandon"]
    assert names_in("Ida reads. Brandon has a short fuse.", "The bus is late.") == []
    assert names_in("Ida reads.\n\n# Special Factors\nBrandon kicked a chair.\n\nBrandon was sorry.") == ["Brandon"]
    tests = "Ida reads.\n\n# State and District Assessments\nBrandon takes the state test."
    assert names_in(tests + "\n\n# Extended School Year\nThe team found that Brandon lost few skills.") == ["Brandon"]


@pytest.mark.parametrize(
    "text",
    [
        "She hits others because Brandon teases her. She cries since Brandon moved.",
        "She retold the story of a boy. Brandon has a dog. Brandon lost the dog in the story.",
        "She sits next to Brandon. Brandon has a calm voice. Brandon hands out her books.",
        'She wrote: "Brandon has a dog. Brandon lost it." That took nine minutes.',
        "Word problem used: Brandon has 5 pears, Brandon ate 2.",
        "Brandon reports that she sings. Brandon shared that she sleeps well.",
        "She moves to Brandon's class for math. Brandon has a bell. Brandon rang it for her.",
        "She goes by Brandon at home. Brandon has a short fuse. Brandon left twice.",
        "Virginia has a state test. Virginia was where she lived.",
    ],
)
def test_names_of_stories_friends_staff_and_places_do_not(text: str) -> None:
    assert names_in(text) == []


def test_a_usual_short_name_is_the_childs_own() -> None:
    assert is_short_for("Bill", "William") and is_short_for("Tony", "ANTHONY")
    assert not is_short_for("Bill", "Robert") and not is_short_for("Bill", "Ida")


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
