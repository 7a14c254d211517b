"""How much of the day a child spends where, and why."""

from __future__ import annotations

import pytest
from builders import COVER, plan

from iepaudit.model.field import FieldState
from iepaudit.model.iep import Iep

LEVELS = "# Present Levels of Performance\nIda reads 62 words correct per minute.\n\n"
ESY = "# Extended School Year\nNot needed this year.\n\n"


def read(text: str, **more: object) -> Iep:
    return plan(f"{COVER}{text}\n", **more)


def placed(text: str, heading: str = "Placement") -> Iep:
    return read(f"# {heading}\n{text}\n\n{ESY}")


def test_extent_and_reason_may_stand_in_two_sentences() -> None:
    found = placed(
        "Ida is removed from class 30 minutes a day.\n\nBecause long words are taught step by step, she needs quiet."
    ).placement
    assert found.extent.value == "Ida is removed from class 30 minutes a day."
    assert found.reason.value is not None
    assert found.reason.value.startswith("Because")


def test_a_bare_setting_gives_neither_extent_nor_reason() -> None:
    found = placed("Resource room").placement
    assert found.statement.filled
    assert (found.extent.filled, found.reason.filled) == (False, False)


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("Ida spends 85% of the day in the general education classroom.", 85.0),
        ("Ida is outside of her class 15% of the day.", 85.0),
        ("Ida is outside the regular classroom 15% of the day.", 85.0),
        ("Ida is in the regular class 85% of the day and outside it 15%.", 85.0),
        ("Ida is outside the regular class for reading, so 67% of the week is with nondisabled peers.", 67.0),
        ("Ida is removed from general education for math; 80% of the day she is in the regular class.", 80.0),
        ("Ida is removed from general education 20% of the week and is with nondisabled peers at lunch.", 80.0),
        ("Ida takes part in 12.5 percent of the day in regular classes.", 12.5),
        ("Ida reads with 85% accuracy.", None),
        ("Ida leaves class 30 minutes a day.", None),
    ],
)
def test_the_percentage_is_of_general_education(text: str, percent: float | None) -> None:
    assert placed(text).placement.percent_general == percent


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("Ida will participate fully with nondisabled peers.", True),
        ("There is no time in which Ida is apart from her class.", True),
        ("Ida will not be removed from her class.", True),
        ("Ida participates fully except for 30 minutes of reading.", False),
        ("Ida leaves class 30 minutes a day.", False),
    ],
)
def test_full_participation_is_told(text: str, full: bool) -> None:
    assert placed(text).placement.full_participation is full


def test_placement_is_blank_without_section_template_with_prompts_unclear_with_an_unread_page() -> None:
    prompt = "# Placement\nExplain the extent to which the student will not participate with nondisabled peers.\n"
    assert read(LEVELS).placement.statement.state is FieldState.BLANK
    assert read(f"{LEVELS}{prompt}\n{ESY}").placement.statement.state is FieldState.TEMPLATE
    lost = read(f"{LEVELS}{prompt}~~~\nlost\n", unread={2})
    assert lost.placement.statement.state is FieldState.UNCLEAR


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        (
            "Total minutes per week of school: 1,800\n\nMinutes per week in a special education setting: 450",
            75.0,
        ),
        ("Weekly instructional minutes: 1500\n\nMinutes outside the regular class: 300", 80.0),
        ("| Total minutes in the school week | 1,800 |\n| Minutes away from class | 900 |", 50.0),
        ("Total minutes per week of school: 1,800", None),
        ("Total minutes per day: 360\n\nMinutes outside the regular class: 60", None),
        ("Minutes per week of school: 200\n\nMinutes outside the regular class: 60", None),
    ],
)
def test_a_forms_own_totals_of_minutes_give_a_percentage(text: str, percent: float | None) -> None:
    assert placed(text).placement.percent_of_minutes == percent


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("Ida leaves class for reading, 315 of 2,100 minutes a week.", 85.0),
        ("Ida is out of general education 450 out of 1,800 minutes each week.", 75.0),
        ("Ida will take part with everybody in general education for 1,575 of 1,800 minutes per week.", 87.5),
        ("Ida is in the resource class 120 of 1,750 minutes a week.", None),  # on which side is not said
        ("Ida leaves class for 30 of 60 minutes.", None),  # no week
        ("Ida leaves class 300 of 1,500 minutes a week. Ida leaves class 150 of 1,500 minutes a week.", None),
    ],
)
def test_minutes_of_the_week_in_a_sentence_give_a_percentage(text: str, percent: float | None) -> None:
    assert placed(text).placement.percent_of_minutes == percent


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        (
            "Percent of time in general education setting: 45%\n\n☒ 40-79% in regular class ☐ 80-100% in regular class",
            45.0,
        ),
        ("Time in general education: 60%. A step card was tried in math.", 60.0),
        ("Time outside general education: 15%", 85.0),
        ("☒ 40-79% in regular class ☐ 80-100% in regular class", None),
    ],
)
def test_the_share_of_the_day_counts_before_the_range_that_was_marked(text: str, percent: float | None) -> None:
    found = placed(text).placement
    assert found.percent_general == percent
    assert (found.percent_least is None) is (percent is not None)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("☒ 40-79% in regular class ☐ 80-100% in regular class", (40, 79)),
        ("☐ 40-79% in regular class ☒ Inside the regular class 80% or more of the day", (80, 100)),
        ("☒ Inside the regular class less than 40% of the day", (0, 40)),
        ("☒ Outside of the regular class 21-60% of the day", (40, 79)),
        ("☒ At least 80% of the day in general education", (80, 100)),
        ("Ida reads between 40-79% of the words on a list.", (None, None)),
    ],
)
def test_a_range_that_was_marked_is_kept_with_both_ends(text: str, ends: tuple[float | None, float | None]) -> None:
    found = placed(text).placement
    assert (found.percent_least, found.percent_most) == ends


def test_in_a_list_of_settings_only_the_row_counts_whose_box_is_marked() -> None:
    rows = "| Regular class less than 40% | ☐ |\n| Regular class 40-79% | ☒ |\n| Separate school | ☐ |"
    found = placed(f"| Setting | Check |\n{rows}").placement
    assert (found.percent_least, found.percent_most) == (40, 79)
    assert "Separate" not in (found.statement.value or "")


@pytest.mark.parametrize(
    "text",
    [
        "| Total time in school week | Total time outside general education | Percent inside general education |\n"
        "| 30 hours (1,800 minutes) | 10 hours (600 minutes) | 80% |",
        "| Total time in the school week | 30 hours |\n| Time outside the regular classroom | 10 hours |\n"
        "| Percent of the day in general education | 80% |",
        "| Hours in school week | Hours out of general education | Percent in general education |\n| 30 | 10 | 80% |",
        "Total school time per week: 1,800 minutes\n\nTime away from peers: 600 minutes\n\nIn general education: 80%",
        "Time outside general education: 600 of 1,800 minutes weekly. Percent of time inside general education: 80%.",
    ],
)
def test_totals_of_time_in_cells_and_behind_labels_are_read_beside_the_percentage(text: str) -> None:
    found = placed(text).placement
    assert (found.percent_of_minutes, found.percent_general) == (66.7, 80.0)


@pytest.mark.parametrize(
    "text",
    [
        "| Total minutes per week in general education | Minutes outside general education |\n| 1,200 | 600 |",
        "| Total minutes of services per week | Minutes outside general education |\n| 600 | 600 |",
        "| Total time in school week | Time outside general education |\n| 30 | 10 |",
    ],
)
def test_totals_of_a_part_of_the_week_or_without_a_unit_give_no_percentage(text: str) -> None:
    assert placed(text).placement.percent_of_minutes is None
