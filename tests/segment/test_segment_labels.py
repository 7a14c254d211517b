"""Labels that are told by bold type, by being a long printed request, or by standing in a row above their values."""

from __future__ import annotations

import pytest
from builders import COVER, document, keys, part, section

from iepaudit.segment.blocks import Raw
from iepaudit.segment.blocks_of_lines import build_blocks
from iepaudit.segment.pieces import pieces_of


def blocks(text: str) -> list[Raw]:
    return [b for b in build_blocks(document(text), {}) if b.printed]


def pairs(text: str) -> list[tuple[str, str]]:
    return [(b.label, b.text) for b in blocks(text)]


def test_bold_before_plain_type_is_a_label_whatever_its_case() -> None:
    assert pairs("**What does the family hope for?** Ida wants to keep bees.") == [
        ("What does the family hope for?", "Ida wants to keep bees.")
    ]


def test_a_known_heading_in_bold_needs_no_colon() -> None:
    assert pairs("**Parent concerns.** Her father asks for less homework.") == [
        ("Parent concerns", "Her father asks for less homework.")
    ]


def test_bold_words_without_a_stop_are_emphasis() -> None:
    assert pairs("**Ida reads** with a finger under each line.")[0][0] == ""


def test_a_bold_label_may_take_two_lines() -> None:
    text = (
        "**Procedures for measuring the progress of the student toward the annual goal from**\n"
        "**baseline to the level of attainment:** weekly probes by the teacher"
    )
    (found,) = blocks(text)
    assert found.label.endswith("to the level of attainment") and found.text == "weekly probes by the teacher"


def test_a_bold_label_over_two_lines_is_no_heading() -> None:
    plan = part(
        COVER + "# Measurable Annual Goals\n\n"
        "**When will reports about the progress of the student toward the annual goal be**\n"
        "**provided to the parents?** At the end of each quarter\n"
    )
    assert "progress-schedule" not in keys(plan)


def test_a_long_request_before_a_colon_is_a_label_and_what_follows_its_answer() -> None:
    text = (
        "Explain the extent, if any, to which the student will not participate with children without\n"
        "disabilities in general education: Ida leaves for reading because she needs a small group."
    )
    (found,) = blocks(text)
    assert found.label.startswith("Explain the extent") and found.text.startswith("Ida leaves for reading")


def test_the_answer_behind_a_request_of_two_lines_is_not_lost_in_a_heading() -> None:
    text = COVER + (
        "# Least Restrictive Environment\n\n"
        "If no, describe the extent to which the student will not participate with children without\n"
        "disabilities and why: Ida leaves for reading because she needs a small group.\n"
    )
    assert "Ida leaves for reading" in section(part(text), "nonparticipation").filled_text


def test_an_answer_behind_a_request_behind_the_last_box_is_filled() -> None:
    text = COVER + (
        "# Placement\n\n☒ general class ☐ special school ☐ home. Explanation of why: Ida needs a small group.\n"
    )
    assert "Ida needs a small group" in section(part(text), "placement").filled_text


def test_what_is_written_between_a_label_and_its_boxes_is_filled() -> None:
    text = COVER + "# Transition Services\n\nEmployment: Job shadow at a bakery by May 2027 ☐ Considered, not needed\n"
    assert "Job shadow" in section(part(text), "transition-services").filled_text


def test_values_under_a_row_of_labels_go_to_the_label_above_them() -> None:
    text = "Student Name      Date of Birth      Grade\nIda Fenn          05/14/2016         4"
    assert ("Date of Birth", "05/14/2016") in pairs(text) and ("Student Name", "Ida Fenn") in pairs(text)


def test_a_date_ends_the_value_before_the_next_label() -> None:
    text = "This plan will be reviewed no later than: 09/24/2026 Most recent eligibility date: 05/02/2024"
    assert pairs(text) == [
        ("This plan will be reviewed no later than", "09/24/2026"),
        ("Most recent eligibility date", "05/02/2024"),
    ]


def test_two_labels_side_by_side_are_parted() -> None:
    assert pairs("GOAL STATEMENT #1 Goal area: Writing") == [("", "GOAL STATEMENT #1"), ("Goal area", "Writing")]


def test_a_goal_under_another_heading_opens_the_goals() -> None:
    text = COVER + (
        "# Effects of Disability\n\nIda's dyslexia affects her reading.\n"
        "Goal statement #1: Ida will read aloud 95 words correct per minute on grade 4 passages.\n"
    )
    assert "annual-goals" in keys(part(text))


def test_what_a_row_of_a_grid_is_about_is_no_heading() -> None:
    text = COVER + (
        "# Services\n\n"
        "| Service | Minutes | Frequency | Start Date |\n"
        "| Special Education | 30 minutes | 3 times per week | 03/09/2026 |\n"
        "| Related Services | 20 minutes | 1 time per week | 03/09/2026 |\n"
    )
    assert "related-services" not in keys(part(text))


@pytest.mark.parametrize(
    "heads", ["ASSESSMENT   DATE   OUTCOME   SERVICES   AGENCY", "**REPORT**   **RATING**   **EVIDENCE**"]
)
def test_a_row_of_heads_in_capitals_is_no_row_of_pairs(heads: str) -> None:
    line = document(heads).lines[0]
    assert ":" not in " ".join(p.text for p in pieces_of(line))


def test_values_in_capitals_behind_their_labels_are_pairs() -> None:
    line = document("STUDENT NAME   IDA FENN   SCHOOL   OAK HILL").lines[0]
    assert [p.text for p in pieces_of(line)] == ["STUDENT NAME: IDA FENN", "SCHOOL: OAK HILL"]


@pytest.mark.parametrize("ratio", ["5:1", "3:1 group", "12:1+1"])
def test_a_ratio_has_no_label(ratio: str) -> None:
    assert pairs(ratio) == [("", ratio)]


def test_a_name_in_bold_behind_a_bullet_is_a_label() -> None:
    (block,) = [
        b for b in blocks("• **Supports for school personnel** The therapist shows two aides the straps.") if b.label
    ]
    assert (block.label, block.text) == ("Supports for school personnel", "The therapist shows two aides the straps.")


def test_a_long_request_in_bold_is_a_label_and_a_sentence_is_none() -> None:
    asks = "Explanation of the extent, if any, to which the student will not participate with nondisabled students"
    found = blocks(f"**{asks}** 60 minutes a week in the speech room.")
    assert [b.label for b in found] == [asks]
    told = blocks("**Ida will not participate with nondisabled students** On Mondays she leaves at noon.")
    assert [b.label for b in told] == [""]
