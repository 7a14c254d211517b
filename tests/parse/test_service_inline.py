"""Cards whose lines hold several labels, or boxes behind a value; lines about all services that name none."""

from __future__ import annotations

from datetime import date

import pytest
from builders import services_under_heading, weekly

START, END = date(2026, 3, 9), date(2027, 3, 1)


def test_a_line_of_fields_under_one_label_tells_each_of_them() -> None:
    found = services_under_heading(
        "| Service Nature: Reading instruction | Location: Resource room |\n"
        "| Service Description: Number of Sessions: 4 Length of Time: 45 min. Frequency: Weekly "
        "| Begin Date: 03/09/2026 //End Date: 03/01/2027 |\n"
        "| Primary Provider: Special education teacher | Other Provider: Aide |"
    )
    assert weekly(found) == [("Reading instruction", 180)]
    assert (found[0].start.value, found[0].end.value) == (START, END)
    assert found[0].provider.value == "Special education teacher"


def test_a_card_tells_between_name_and_labels_what_is_done() -> None:
    found = services_under_heading(
        "| **Specially designed instruction: writing** |\n"
        "| The teacher shows how to plan and to join sentences in a group of up to 4. |\n"
        "| Provider: Ms. Bly | Minutes: 20 | Frequency: 5/week | Setting: Resource room |\n"
        "| Beginning: 03/09/2026 | Ending: 03/01/2027 |"
    )
    assert weekly(found) == [("Specially designed instruction: writing", 100)]
    assert (found[0].location.value, found[0].end.value) == ("Resource room", END)


def test_boxes_behind_a_provider_say_something_else() -> None:
    (row,) = services_under_heading(
        "Service: Speech therapy   Start Date: 03/09/2026   End Date: 03/01/2027\n"
        "Provider: District of Service   ☐ Ind ☒ Grp ☐ Transition\n"
        "Duration/Freq: 20 min x 2 Totaling: 40 min served Weekly   Location: Speech room"
    )
    assert (row.provider.value, row.minutes_per_week) == ("District of Service", 40)


def test_a_short_title_behind_by_is_the_provider() -> None:
    (row,) = services_under_heading(
        "Occupational Therapy: Indirect services by the OT to the teacher in the general education classroom, 15 "
        "minutes one day per month, from 03/09/2026 to 03/01/2027."
    )
    assert row.provider.value == "OT"


@pytest.mark.parametrize(
    "line",
    [
        "15 % of time Ida is outside the regular class and extracurricular activities (school week 1600 min.)",
        "Minutes are written as minutes per session, sessions per week. The campus runs an eight period day.",
        "Considered and rejected: Occupational therapy 15 min. per week (no educational need)",
        "Service Delivery Statement: Ida needs direct teaching in the resource room, and about an hour of planning.",
    ],
)
def test_a_line_about_services_is_none(line: str) -> None:
    table = "| Service | Frequency | Location | Start | End |\n"
    table += "| Speech therapy | 20 min 2x/week | speech room | 03/09/2026 | 03/01/2027 |"
    for body in (f"{table}\n\n{line}", f"{line}\n\n{table}"):
        assert weekly(services_under_heading(body)) == [("Speech therapy", 40)]


def test_a_row_whose_question_is_answered_with_no_is_none_whatever_stands_beside_it() -> None:
    found = services_under_heading(
        "| Service | Frequency | Location |\n| Speech therapy | 20 min 2x/week | speech room |\n"
        "| Extended School Year Services: ☒ Not Required ☐ Required | School hours: 32.50 | All classes |"
    )
    assert weekly(found) == [("Speech therapy", 40)]


def test_of_two_columns_for_providers_the_first_one_that_is_filled_tells_the_provider() -> None:
    found = services_under_heading(
        "| Service | Frequency | Responsible Staff | Service Implementer | Site |\n"
        "| Speech therapy | 20 min 2x/wk | SLP | SLP / assistant | 2c |\n"
        "| Counseling | 30 min/wk | | Social worker | 2c |"
    )
    assert [s.provider.value for s in found] == ["SLP", "Social worker"]
