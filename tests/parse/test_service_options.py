"""What stands among the services of a form and is none: options not taken, ways of teaching, instructions; and what
stands in the cell of a name, and is no part of it."""

from __future__ import annotations

import pytest
from builders import services, services_under_heading, weekly

HEADS = "| Service | Amount | Frequency | Location | Start | End |"
READING = "| Reading instruction | 30 minutes | daily | classroom | 03/09/2026 | 03/01/2027 |"


@pytest.mark.parametrize(
    "row",
    [
        "| Physical therapy | N/A | | | | |",
        "| Physical therapy | None at this time | | | | |",
        "| Physical therapy | | | | | |",
        "| Nursing services - not needed | | | | | |",
        "| Nursing services (considered, not needed) | | | | | |",
        "| Nursing services - none | | | | | |",
    ],
)
def test_an_option_that_a_form_prints_and_a_plan_does_not_take_is_no_service(row: str) -> None:
    assert weekly(services_under_heading(f"{HEADS}\n{READING}\n{row}")) == [("Reading instruction", 150)]


def test_a_service_without_an_end_stays_one() -> None:
    rows = services_under_heading(
        f"{HEADS}\n{READING}\n| Counseling | 20 minutes | weekly | office | 03/09/2026 | N/A |"
    )
    assert [r.name for r in rows] == ["Reading instruction", "Counseling"]


def test_a_label_below_a_name_in_its_cell_says_where() -> None:
    rows = services_under_heading(
        "| Service | Sessions | Time per Session |\n"
        "| Math facts // Location: resource room | 4 per week | 30 min |\n"
        "| Language | 2 per week | 20 min |\n| Location: speech room | | |"
    )
    assert [(r.name, r.minutes_per_week, r.location.value) for r in rows] == [
        ("Math facts", 120, "resource room"),
        ("Language", 40, "speech room"),
    ]


def test_support_in_a_class_with_a_time_is_a_service() -> None:
    row = "| Classroom support - science | 1 hour daily | daily | classroom | 03/09/2026 | 03/01/2027 |"
    assert weekly(services_under_heading(f"{HEADS}\n{READING}\n{row}"))[1:] == [("Classroom support - science", 300)]


def test_modifications_beside_specially_designed_instruction_are_no_services() -> None:
    found = services(
        "# Program Modifications and Specially Designed Instruction\n| Modifications and SDI | Location | Frequency |\n"
        "| Lined paper for division | math class | daily |\n| Small group reading instruction | room 4 | 30 min daily |"
    )
    assert weekly(found) == [("Small group reading instruction", 150)]


@pytest.mark.parametrize(
    "line",
    [
        "Ida does not need speech therapy at this time. We talked of music for 30 minutes weekly.",
        "Record minutes per week under the setting in which the service is given.",
        "Specially Designed Instruction: explicit instruction in new words; worked examples; daily practice",
    ],
)
def test_a_line_about_services_that_gives_none(line: str) -> None:
    assert weekly(services_under_heading(f"{HEADS}\n{READING}\n\n{line}")) == [("Reading instruction", 150)]


def test_sixty_a_week_are_minutes() -> None:
    (row,) = services_under_heading(
        "| Service | Amount/Frequency | Location | Start |\n| Speech therapy | 60 / weekly | office | 03/09/2026 |"
    )
    assert row.minutes_per_week == 60


def test_months_that_a_service_lasts_are_no_minutes() -> None:
    rows = services_under_heading(
        "| Service | Date to Begin | Duration in Months | Number of Minutes per Week in: | | Provider |\n"
        "| | | | Regular Class w/ Support | Special Class | |\n"
        "| Math instruction | 03/09/2026 | 9 | 200 | | teacher |\n"
        "| Reading instruction | 03/09/2026 | 9 | | 150 | aide |"
    )
    assert [(r.minutes_per_week, r.location.value) for r in rows] == [
        (200, "Regular Class w/ Support"),
        (150, "Special Class"),
    ]


def test_boxes_behind_a_provider_are_no_part_of_it() -> None:
    (row,) = services_under_heading(
        "Service: Counseling\nProvider: 300 County ☒ Individual ☐ Group\nFrequency: 20 minutes weekly"
    )
    assert row.provider.value == "300 County"


def test_a_therapist_is_told_with_what_he_or_she_is_by_profession() -> None:
    (row,) = services_under_heading(
        "Ida will receive help with dressing for 20 minutes weekly, from a physical therapist."
    )
    assert row.provider.value == "physical therapist"


SCHEDULE = (
    "| Course / Service | Position | Special Ed Time | | | Gen Ed Time | Location |\n"
    "| | | Minutes | Times | Per | min/day | |\n"
    "| Math 6 | special education teacher | 25 | 4 | Week | 25 | room 7 |\n"
    "| Band | director | | | | 50 | band hall |\n| Science 6 | teacher | | | | 50 | lab |"
)


def test_classes_of_all_children_in_a_schedule_are_no_services() -> None:
    assert weekly(services_under_heading(SCHEDULE)) == [("Math 6", 100)]


def test_the_dates_of_a_line_about_the_duration_of_services_are_theirs() -> None:
    (row,) = services_under_heading(f"Duration of services: 03/09/2026 to 03/01/2027\n\n{SCHEDULE}")
    assert (str(row.start.value), str(row.end.value)) == ("2026-03-09", "2027-03-01")


def test_the_end_of_a_name_behind_a_dash_on_the_next_line_goes_on_with_it() -> None:
    row = (
        "| Specially designed instruction //- handwriting | 20 minutes | weekly | classroom | 03/09/2026 | 03/01/2027 |"
    )
    assert weekly(services_under_heading(f"{HEADS}\n{row}")) == [("Specially designed instruction - handwriting", 20)]


def test_other_options_that_were_considered_are_no_service() -> None:
    told = (
        "Other options considered: regular class with no help; separate class for therapy 30 minutes daily (rejected)."
    )
    assert weekly(services_under_heading(f"{HEADS}\n{READING}\n\n{told}")) == [("Reading instruction", 150)]


METHODS = (
    "Specially Designed Instruction: Explicit instruction in long words; repeated reading with correction\n\n"
    "Specially Designed Instruction: Modeling of a checklist, with practice and fading of help\n\n"
)


def test_how_a_child_is_taught_is_no_service_where_a_table_lists_them() -> None:
    assert weekly(services_under_heading(f"{METHODS}{HEADS}\n{READING}")) == [("Reading instruction", 150)]


def test_instruction_that_stands_in_no_table_stays_a_service() -> None:
    assert len(services_under_heading(METHODS)) > 0


def test_marked_services_below_their_kind_keep_their_own_names() -> None:
    found = services_under_heading(
        "Special Education\n☒ Early childhood instruction 60 min 4 x per week\nLocation: Preschool class\n\n"
        "☒ Speech therapy 20 min 3 x per week\nLocation: Preschool class"
    )
    assert weekly(found) == [("Early childhood instruction", 240), ("Speech therapy", 60)]


def test_the_unit_printed_behind_a_typed_number_is_part_of_the_amount() -> None:
    row = "[[{}]]   ☐ G ☒ S ☐ O   [[{}]]   min.   {}\n"
    found = services_under_heading(
        row.format("Reading instruction", "120", "☐ D ☒ W ☐ M") + row.format("Math support", "20", "☒ D ☐ W ☐ M")
    )
    assert weekly(found) == [("Reading instruction", 120), ("Math support", 100)]


def test_a_provider_is_known_by_who_the_service_is_provided_by() -> None:
    (row,) = services_under_heading(
        "| Service | Minutes | Frequency | Service Provided by (Position) |\n"
        "| Reading instruction | 30 | daily | Special Education Teacher (collaborative) |"
    )
    assert row.provider.value == "Special Education Teacher (collaborative)"


def test_a_number_of_minutes_may_be_followed_by_what_it_is_made_of() -> None:
    table = "| Service | Minutes per Week | Location |\n| Spelling instruction | {} | resource room |"
    told = [services_under_heading(table.format(cell))[0].minutes_per_week for cell in ("120 (3 x 40)", "120 = 4 x 30")]
    assert told == [120, 120]
