"""Services set as cards: the name over labels with values, several labels in one cell, supports for staff alike."""

from __future__ import annotations

import pytest
from builders import services

CARD = """
| {title} |
| Description | {about} |
| Minutes and how often | {amount} |
| Provider(s) | {who} |
| General education setting | 0 minutes |
| Special education setting | 80 minutes |
| Begin date / End date | 03/09/2026 / 03/01/2027 |
"""


def test_a_row_over_labels_names_the_service_and_their_description_does_not() -> None:
    reading = CARD.format(
        title="Reading instruction", about="sounds and rereading", amount="20 minutes, 4 times weekly", who="teacher"
    )
    speech = CARD.format(title="Speech services", about="the sound r", amount="20 minutes weekly", who="SLP")
    found = services(f"# Special Education Services\n{reading}\n# Related Services\n{speech}")
    assert [(s.name, s.minutes_per_week, s.provider.value) for s in found] == [
        ("Reading instruction", 80, "teacher"),
        ("Speech services", 20, "SLP"),
    ]
    assert [str(s.end.value) for s in found] == ["2027-03-01"] * 2


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Service Type: Reading", "Reading"),
        ("Type of Service: Reading", "Reading"),
        ("Specially Designed Instruction: Reading", "Specially Designed Instruction: Reading"),
    ],
)
def test_a_label_for_a_service_is_no_part_of_its_name_and_a_kind_is(title: str, name: str) -> None:
    card = CARD.format(title=title, about="sounds", amount="20 minutes daily", who="teacher")
    assert [s.name for s in services(f"# Special Education Services\n{card}")] == [name]


def test_blanks_between_printed_units_are_read_together() -> None:
    (row,) = services(
        "# Special Education Services\n| Service Type: Counseling |\n"
        "| Location | office | Begin Date | 03/09/2026 | End Date | 03/01/2027 |\n"
        "| Service Description | 2 | times per | week | hour(s) | 25 | minutes |\n"
        "| Provider(s) | Primary: school counselor | Other: nurse |"
    )
    assert (row.name, row.minutes_per_week, row.provider.value) == ("Counseling", 50, "school counselor")
    assert (row.location.value, str(row.start.value), str(row.end.value)) == ("office", "2026-03-09", "2027-03-01")


def test_several_labels_in_one_cell_are_those_of_one_service() -> None:
    (row,) = services(
        "# Special Education Services\n"
        "| Service: Counseling // Start and End Dates: 03/09/2026 to 03/01/2027 |"
        " Anticipated Frequency of Service(s): weekly // Location: office | Amount of time: 25 min |"
    )
    assert (row.name, row.minutes_per_week, row.location.value) == ("Counseling", 25, "office")
    assert str(row.end.value) == "2027-03-01"


def test_a_support_for_staff_with_columns_of_a_service_is_one() -> None:
    heads = "| Service | Amount | Frequency | Location | Start | End |"
    found = services(
        f"# Special Education Services\n{heads}\n"
        "| Reading instruction | 30 minutes | daily | class | 03/09/2026 | 03/01/2027 |\n"
        f"# Supports for School Personnel\n{heads}\n"
        "| Coaching of the aide | 30 minutes | monthly | office | 03/09/2026 | 03/01/2027 |\n| None | | | | | |"
    )
    assert [(s.name, s.category) for s in found] == [
        ("Reading instruction", "special-education"),
        ("Coaching of the aide", "personnel-support"),
    ]


@pytest.mark.parametrize(
    "told",
    [
        "The nurse meets with Ms. Hale for 20 minutes each month in the office.",
        "| Support | Who |\n| A list of signs of a seizure | all teachers |",
        "| Support | Location |\n| Training on the lift | gym |",
    ],
)
def test_a_support_for_staff_without_such_columns_is_none(told: str) -> None:
    found = services(
        "# Special Education Services\nReading instruction: 30 minutes daily in the classroom\n\n"
        f"# Supports for School Personnel\n{told}"
    )
    assert [s.name for s in found] == ["Reading instruction"]
