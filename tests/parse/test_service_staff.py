"""Supports for the staff in rows of a table, and tables of services that stand among aids."""

from __future__ import annotations

import pytest
from builders import COVER, plan, weekly

SERVICES = (
    f"{COVER}# Special Education Services\n"
    "| Service | Amount | Frequency | Location | Start | End |\n"
    "| Reading instruction | 30 minutes | daily | classroom | 03/09/2026 | 03/01/2027 |\n\n"
)
AIDS = (
    "# Supplementary Aids and Services\n"
    "| Support | Location | Frequency | Dates |\n"
    "| Word bank on the desk | Classroom | Each writing task | 03/09/2026 - 03/01/2027 |\n"
)


def test_rows_below_a_bar_for_the_staff_are_read_under_the_heads_of_the_aids() -> None:
    text = (
        f"{SERVICES}{AIDS}| Supports for school personnel: |\n"
        "| Reading coach meets the teacher | Library | 15 min, 2 x month | 03/09/2026 - 03/01/2027 |\n"
    )
    first, second = plan(text).services or ()
    assert first.name == "Reading instruction"
    assert (second.name, second.category) == ("Reading coach meets the teacher", "personnel-support")
    assert (second.location.value, second.amount.value) == ("Library", "15 min")


def test_a_row_for_the_staff_without_an_amount_is_no_service() -> None:
    text = f"{SERVICES}{AIDS}| Supports for school personnel: |\n| Book on word banks | Library | | |\n"
    assert [s.name for s in plan(text).services or ()] == ["Reading instruction"]


def test_a_row_among_services_may_be_named_for_the_staff() -> None:
    text = SERVICES.rstrip() + (
        "\n| MODIFICATIONS: none needed |\n"
        "| SUPPORT FOR SCHOOL //PERSONNEL: on word banks | 15 minutes | monthly | Library | 03/09/2026 | 03/01/2027 |\n"
    )
    assert [s.name for s in plan(text).services or ()] == ["Reading instruction", "on word banks"]


@pytest.mark.parametrize("kind", ["ASSISTIVE TECHNOLOGY", "Assistive technology device", "Equipment"])
def test_a_thing_among_the_services_is_none(kind: str) -> None:
    row = f"| {kind}: reading pen with speech | full period | daily | all classes | 03/09/2026 | 03/01/2027 |\n"
    assert [s.name for s in plan(f"{SERVICES.rstrip()}\n{row}").services or ()] == ["Reading instruction"]


def test_time_with_a_device_is_a_service() -> None:
    row = "| Assistive technology: lessons with the tablet | 20 minutes | weekly | lab | 03/09/2026 | 03/01/2027 |\n"
    found = plan(f"{SERVICES.rstrip()}\n{row}").services or ()
    assert [s.minutes_per_week for s in found] == [150, 20]


def test_a_table_of_services_below_one_of_aids_is_none_of_them() -> None:
    text = (
        f"{COVER}# Offer of Services\nThe team looked at three settings.\n\n"
        "# Supplementary Aids and Services\n"
        "| Aids, Services, Program Modifications and Supports | Start Date | End Date | Frequency | Location |\n"
        "| Picture board | 03/09/2026 | 03/01/2027 | all day, daily | all settings |\n\n"
        "| Service | Provider | Sessions x minutes | Start Date | End Date | Location |\n"
        "| 330 Specialized Academic Instruction | 100 District | 5 x 60 min weekly | 03/09/2026 | 03/01/2027 | A4 |\n"
        "| Related Services //415 Language and Speech | 100 SD | 2 x 30 min weekly | 03/09/2026 | 03/01/2027 | B2 |\n"
    )
    found = plan(text)
    assert weekly(found.services or ()) == [
        ("330 Specialized Academic Instruction", 300),
        ("415 Language and Speech", 60),
    ]
    assert [a.text for a in found.accommodations or ()] == ["Picture board"]


def test_the_second_line_of_a_label_for_aids_heads_no_services() -> None:
    text = (
        f"{SERVICES}# Student Supports\n"
        "Classroom Accommodations   Number line at the desk, each math lesson\n"
        "Supplementary Aids and   Break card, in all classes;\n"
        "Services   check-in with the counselor each morning 5 min; seat near the door\n"
    )
    assert [s.name for s in plan(text).services or ()] == ["Reading instruction"]
