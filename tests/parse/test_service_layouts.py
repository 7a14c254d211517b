"""Services in tables by group, by delivery and by provider, across the top, in lists to choose from, and in Spanish."""

from __future__ import annotations

from datetime import date

import pytest
from builders import COVER, keys, part, plan, services, services_under_heading, weekly

from iepaudit.model.field import FieldState

START, END = date(2026, 3, 9), date(2027, 3, 1)
DATES = "03/09/2026 | 03/01/2027"
END_OF_PLAN = "\n\n# Placement\nIda leaves class because she needs instruction.\n"


GROUPS = (
    "| Participation in General Education Classes | Location | Minutes per week in setting | Notes |\n"
    "| Math, Science, PE, Art | General education classroom | 1200 | with supports above, no special education |\n"
    "| English with co-teacher (Special Education in Gen. Ed.) | General education classroom | 225 | Ms. Bly |\n"
    "| Special Education and Related Services - outside gen. ed. | Location | Minutes per week in setting | Notes |\n"
    "| Study Strategies | Resource room | 200 | 40 min x 5 |"
)
OTHER_GROUPS = (
    "| Regular classes with supports | Where | Minutes per week | Comments |\n"
    "| Science, History | general classroom | 600 | |\n"
    "| Art | general classroom | 225 | specially designed instruction by Ms. Bly |\n"
    "| Special education outside the regular class | Where | Minutes per week | Comments |\n"
    "| Functional math | Resource room | 200 | |"
)


@pytest.mark.parametrize(
    "above", ["# Parent Concerns\nMs. Fenn worries about reading.\n\n", "# Educational Services\n"]
)
def test_heads_that_name_a_group_head_its_services(above: str) -> None:
    found = services(f"{above}{GROUPS}")
    assert weekly(found) == [
        ("English with co-teacher (Special Education in Gen. Ed.)", 225),
        ("Study Strategies", 200),
    ]
    assert [s.location.value for s in found] == ["General education classroom", "Resource room"]


def test_classes_of_all_children_are_services_only_where_something_special_is_given() -> None:
    found = services_under_heading(OTHER_GROUPS)
    assert weekly(found) == [("Art", 225), ("Functional math", 200)]


def test_a_table_with_a_group_of_special_education_is_the_part_for_it() -> None:
    found = part(f"{COVER}# State and District Assessments\nIda takes all tests.\n\n{GROUPS}{END_OF_PLAN}")
    assert "special-education" in keys(found)


def test_a_table_of_classes_alone_is_no_part_for_services() -> None:
    table = "| General Education Classes | Location | Minutes per week |\n| Math, Art | classroom | 1200 |"
    assert services(f"# State and District Assessments\nIda takes all tests.\n\n{table}") == ()


@pytest.mark.parametrize(
    "line",
    [
        "Educational Services and Placement   Initiation date 03/09/2026   Duration date 03/01/2027",
        "Educational Services and Placement Initiation date 03/09/2026 Duration date 03/01/2027",
        "**Services**   Beginning date: 03/09/2026   Ending date: 03/01/2027",
        "Services: start date 03/09/2026, end date 03/01/2027",
    ],
)
def test_dates_in_the_line_above_a_table_hold_for_its_rows(line: str) -> None:
    found = services(f"# Parent Concerns\nMs. Fenn worries about reading.\n\n{line}\n\n{GROUPS}")
    assert len(found) == 2
    assert all((s.start.value, s.end.value) == (START, END) for s in found)


@pytest.mark.parametrize("label", ["Comments", "Notes", "Remarks"])
def test_remarks_on_one_service_end_no_part_for_services(label: str) -> None:
    card = (
        "| **Service:** {} | **Start Date:** 03/09/2026 | **End Date:** 03/01/2027 |\n"
        "| **Duration/Freq:** {} weekly | **Location:** {} | |\n"
        f"| **{label}:** in a group of four. |"
    )
    found = services_under_heading(
        card.format("Reading instruction", "90 minutes", "Resource room")
        + "\n\nNext\n\n"
        + card.format("Language and speech", "60 minutes", "Speech room")
    )
    assert weekly(found) == [("Reading instruction", 90), ("Language and speech", 60)]


@pytest.mark.parametrize(
    "line",
    [
        "**Help in class (supplementary aids and services, accommodations):** a peer helper for 10 min., daily.",
        "**Help for the adults (supports for school personnel):** Tia and Bo plan 30 min. each week in the office.",
        "Tools and aids Ida will use: a picture board for 10 minutes daily in class.",
    ],
)
def test_what_a_part_for_aids_is_called_names_no_service(line: str) -> None:
    found = services_under_heading(
        "| What | How much | Where | Begins | Ends |\n"
        f"| Speech-language therapy | 20 min., 2 x week | speech room | {DATES} |\n{line}"
    )
    assert weekly(found) == [("Speech-language therapy", 40)]


@pytest.mark.parametrize(
    ("heads", "rows", "wanted"),
    [
        (
            "Direct | Indirect | Consult",
            ["150 min/week | | ", "30 min/week | 15 min/month | ", " | | 30 min/month"],
            [150, 30, None],
        ),
        (
            "Direct minutes per week | Indirect minutes per week | Group size",
            ["150 | 0 | 3", "30 | 15 | 1", "0 | 20 | "],
            [150, 30, 20],
        ),
        ("1:1 | Group | Goal", ["60 min/week | | 1", "20 min/week | 40 min/week | 2", " | 30 min x 2/week | 3"],
         [60, 60, 60]),
    ],
)  # fmt: skip
def test_columns_by_delivery_hold_how_much(heads: str, rows: list[str], wanted: list[int | None]) -> None:
    names = ["Reading instruction", "Occupational therapy", "Behavior consultation"]
    table = [f"| Service | {heads} | Location | Start | End |"]
    table += [f"| {name} | {row} | class | {DATES} |" for name, row in zip(names, rows, strict=True)]
    found = services_under_heading("\n".join(table))
    assert weekly(found) == list(zip(names, wanted, strict=True))
    assert [s.location.value for s in found] == ["class"] * 3


def test_how_many_children_are_in_a_group_is_no_amount() -> None:
    found = services_under_heading(
        "| Service | Direct | Group | Minutes | Times per week | Location |\n"
        "| Reading instruction | X | 3 | 30 | 5 | class |\n| Counseling | X | 1 | 20 | 1 | office |"
    )
    assert weekly(found) == [("Reading instruction", 150), ("Counseling", 20)]


@pytest.mark.parametrize("corner", ["", "What Ida gets", "Service"])
def test_services_across_the_top_are_read_column_by_column(corner: str) -> None:
    found = services_under_heading(
        f"| {corner} | Reading instruction | Counseling |\n| Start | 03/09/2026 | 03/09/2026 |\n"
        "| End | 03/01/2027 | 03/01/2027 |\n| Frequency | 5 x week | weekly |\n| Duration | 30 min | 25 min |\n"
        "| Location | resource room | office |"
    )
    assert weekly(found) == [("Reading instruction", 150), ("Counseling", 25)]
    assert [(s.location.value, s.start.value, s.end.value) for s in found] == [
        ("resource room", START, END), ("office", START, END)
    ]  # fmt: skip


def test_a_row_with_a_provider_alone_says_who_gives_the_services_below() -> None:
    found = services_under_heading(
        "| Service | Time | Where |\n| Ms. Bly, special education teacher |\n"
        "| Reading instruction | 30 minutes daily | resource room |\n"
        "| Math instruction | 45 minutes weekly | resource room |\n| Mr. Oy, school psychologist |\n"
        "| Counseling | 20 minutes weekly | office |"
    )
    assert weekly(found) == [("Reading instruction", 150), ("Math instruction", 45), ("Counseling", 20)]
    assert [(s.provider.value or "")[:7] for s in found] == ["Ms. Bly", "Ms. Bly", "Mr. Oy,"]


def test_an_office_that_is_named_for_a_role_is_no_provider() -> None:
    (row,) = services_under_heading("| Service | Time | Where |\n| Skills practice | 30 minutes daily | OT room |")
    assert row.provider.value is None


@pytest.mark.parametrize(
    "table",
    [
        "| Service | Yes | No | Minutes per week | Location |\n| Speech therapy | ☒ | ☐ | 60 | speech room |\n"
        "| Occupational therapy | ☐ | ☒ | | |\n| Counseling | ☒ | ☐ | 30 | office |",
        "| Service | Needed | Minutes per week | Location |\n| Speech therapy | X | 60 | speech room |\n"
        "| Occupational therapy | | | |\n| Counseling | X | 30 | office |",
        "| Service | Minutes per week | Location |\n| ☒ Speech therapy | 60 | speech room |\n"
        "| ☐ Occupational therapy | | |\n| ☒ Counseling | 30 | office |",
    ],
    ids=["yes and no", "needed", "boxes before names"],
)
def test_of_a_list_to_choose_from_only_the_chosen_are_services(table: str) -> None:
    assert weekly(services_under_heading(table)) == [("Speech therapy", 60), ("Counseling", 30)]


def test_a_service_in_a_list_that_nobody_marked_counts_where_its_amount_is_written() -> None:
    found = services_under_heading(
        "| Service | Yes | No | Minutes per week | Location |\n| Speech therapy | | | 60 | speech room |\n"
        "| Occupational therapy | | ☒ | | |"
    )
    assert weekly(found) == [("Speech therapy", 60)]


def test_times_a_week_under_a_spanish_head_come_to_minutes() -> None:
    found = services_under_heading(
        "| Servicio | Minutos por sesión | Veces por semana | Lugar | Fecha de inicio | Fecha de fin |\n"
        f"| Terapia del habla | 30 | 2 | salón de terapia | {DATES} |\n"
        f"| Instrucción en lectura | 45 | 5 | aula de recursos | {DATES} |"
    )
    assert weekly(found) == [("Terapia del habla", 60), ("Instrucción en lectura", 225)]


def test_totals_and_months_are_no_minutes_of_a_week() -> None:
    found = services_under_heading(
        "| Service | Minutes per Month | Location |\n| Speech therapy | 120 | speech room |\n| Total | 120 | |"
    )
    assert [(s.name, s.minutes_per_week, s.amount.value) for s in found] == [
        ("Speech therapy", None, "120 minutes per month")
    ]


def test_services_in_a_numbered_list_are_called_by_what_stands_before_their_amount() -> None:
    found = services_under_heading(
        "1. Reading instruction: 30 minutes, 5 times per week, in the resource room, 03/09/2026 to 03/01/2027.\n"
        "2. Speech therapy - 20 min x 2/week - speech room - 03/09/2026 to 03/01/2027\n"
        "3. Counseling (60 minutes per month, counselor's office, 03/09/2026 - 03/01/2027)"
    )
    assert weekly(found) == [("Reading instruction", 150), ("Speech therapy", 40), ("Counseling", None)]
    assert all((s.start.value, s.end.value) == (START, END) for s in found)


def test_marks_under_the_days_of_the_week_are_counted() -> None:
    found = services_under_heading(
        "| Service | Mon | Tue | Wed | Thu | Fri | Minutes | Location |\n"
        "| Reading instruction | X | X | X | X | X | 30 | resource room |\n"
        "| Speech therapy | X | | X | | | 20 | speech room |"
    )
    assert weekly(found) == [("Reading instruction", 150), ("Speech therapy", 40)]


def test_heads_that_say_too_little_leave_the_services_unread() -> None:
    found = plan(
        f"{COVER}# Special Education and Related Services\n| Service | Direct | Indirect | Location |\n"
        f"| Reading instruction | 150 | 0 | class |\n| Occupational therapy | 30 | 15 | OT room |{END_OF_PLAN}"
    )
    assert not found.services
    assert found.services_unread


def test_a_month_in_the_break_is_no_service_of_the_school_year() -> None:
    found = services_under_heading(
        f"| Service | Time | Where | Start | End |\n| Reading instruction | 30 minutes daily | room 4 | {DATES} |\n"
        "| ESY - Reading instruction | 60 minutes weekly | room 4 | 06/14/2027 | 07/09/2027 |"
    )
    assert [s.category for s in found] == ["special-education", "esy"]


def test_shares_of_the_day_below_the_services_are_none() -> None:
    found = services_under_heading(
        "| Service | Minutes per day | Days per week | Location |\n| Reading instruction | 30 | 5 | class |\n"
        "| TOTAL SPECIAL EDUCATION | 30 | | |\n| Percent of time in general education | 90 | | |\n"
        "| Minutes in the school week | 1950 | | |"
    )
    assert weekly(found) == [("Reading instruction", 150)]


def test_a_date_under_duration_beside_the_start_is_the_end() -> None:
    (row,) = services_under_heading(
        f"| Service | Frequency | Initiation | Duration |\n| Reading instruction | 90 minutes weekly | {DATES} |"
    )
    assert (row.start.value, row.end.value) == (START, END)


def test_the_head_over_a_group_says_where_its_services_are_given() -> None:
    found = services_under_heading(
        "| Services in General Education | Frequency | Minutes | Comments |\n| Co-taught English | 5x/week | 45 | |\n"
        "| Services in Special Education | Frequency | Minutes | Comments |\n| Reading lab | 5x/week | 30 | |"
    )
    assert weekly(found) == [("Co-taught English", 225), ("Reading lab", 150)]
    assert [s.location.value for s in found] == ["General Education", "Special Education"]


def test_lines_of_labels_belong_to_the_service_on_the_line_above_them() -> None:
    found = services_under_heading(
        "Reading instruction\nFrequency: 5 times per week   Duration: 30 minutes   Location: resource room\n"
        "Counseling\nFrequency: weekly   Duration: 25 minutes   Location: office"
    )
    assert weekly(found) == [("Reading instruction", 150), ("Counseling", 25)]


def test_a_part_of_an_hour_without_a_nought_is_one() -> None:
    (row,) = services_under_heading("| Service | Hours per week | Location |\n| Speech therapy | .5 | speech room |")
    assert row.minutes_per_week == 30


@pytest.mark.parametrize("line", ["Provider: Ms. Bly, reading specialist", "Ms. Bly, reading specialist"])
def test_who_is_named_above_a_table_gives_its_services(line: str) -> None:
    (service,) = services(
        f"# Special Education Services\n{line}\n| Service | Minutes | Times per week | Location |\n"
        "| Reading instruction | 30 | 5 | resource room |"
    )
    assert service.provider.value == "Ms. Bly, reading specialist"


@pytest.mark.parametrize(
    "row",
    [
        "| Time away from class | 120 | 1 | resource room |",
        "| Minutes outside of general education | 120 | 1 | resource room |",
        "| Amount of time with nondisabled peers | 120 | 1 | class |",
    ],
)
def test_time_in_a_setting_is_no_service(row: str) -> None:
    found = services(
        "# Special Education Services\n| Service | Minutes | Times per week | Location |\n"
        f"| Reading instruction | 30 | 5 | resource room |\n{row}"
    )
    assert [s.name for s in found] == ["Reading instruction"]


def test_time_away_from_class_on_a_line_is_no_service() -> None:
    found = services(
        "# Special Education Services\nReading instruction: 30 minutes, daily\nTime away from class: 150 min/wk"
    )
    assert [s.name for s in found] == ["Reading instruction"]


def test_training_of_staff_in_a_table_of_services_is_a_support_for_them() -> None:
    found = services(
        "# Special Education Services\n| Service | Amount | Frequency | Location |\n"
        "| Reading instruction | 30 minutes | daily | resource room |\n"
        "| Training and consultation for staff | 45 minutes | quarterly | office |"
    )
    assert [s.category for s in found] == ["special-education", "personnel-support"]


def test_training_of_staff_in_a_sentence_is_no_service() -> None:
    found = services(
        "# Special Education Services\nReading instruction: 30 minutes, daily\n"
        "Our whole staff had a half-day training on reading in August and meets every Monday for 20 minutes."
    )
    assert [s.name for s in found] == ["Reading instruction"]


def test_a_setting_between_commas_says_where_before_a_class_in_the_description() -> None:
    (service,) = services(
        "# Special Education Services\n"
        "Math support: an aide in the 5th grade math class, 30 minutes, 3 times a week, general education classroom"
    )
    assert service.location.value == "general education classroom"


def test_up_to_so_many_minutes_is_an_open_amount() -> None:
    (service,) = services("# Special Education Services\nReading instruction: up to 60 minutes per week, resource room")
    assert service.minutes_per_week is None
    assert service.amount.value == "up to 60 minutes per week"


def test_so_many_minutes_of_a_service_name_the_service() -> None:
    (service,) = services(
        "# Special Education Services\nIda will receive 45 minutes of specially designed instruction in reading each "
        "day in the resource room from the special education teacher, beginning September 1, 2026."
    )
    assert (service.name, service.minutes_per_week) == ("specially designed instruction in reading", 225)
    assert service.location.value == "resource room"


@pytest.mark.parametrize("where", ["pull-out, OT room", "OT room, pull-out"])
def test_a_room_says_where_and_pull_out_how(where: str) -> None:
    (service,) = services(f"# Related Services\nOccupational Therapy: 30 min 1x/wk, {where}, OT, 9/1/2026-6/1/2027")
    assert service.location.value == "OT room"


@pytest.mark.parametrize("cell", ["Counseling All services begin on 3/9/2026 and end on 3/8/2027.", "Counseling"])
def test_a_sentence_that_dates_all_services_is_no_name(cell: str) -> None:
    below = "" if cell != "Counseling" else "| All of the services begin on 3/9/2026 and end on 3/8/2027. | | | |\n"
    found = services(
        "# Special Education Services\n| Service | Minutes | Times per week | Location |\n"
        f"| Reading instruction | 30 | 5 | resource room |\n| {cell} | 30 | 1 | office |\n{below}"
    )
    assert [(s.name, s.start.value, s.end.value) for s in found] == [
        ("Reading instruction", date(2026, 3, 9), date(2027, 3, 8)),
        ("Counseling", date(2026, 3, 9), date(2027, 3, 8)),
    ]


@pytest.mark.parametrize("when", ["Sept-June", "08/26 - 05/27", "2026-27 school year", "September 2026 to June 2027"])
def test_dates_of_a_service_that_are_not_whole_are_unclear_and_not_missing(when: str) -> None:
    (service,) = services(
        "# Special Education Services\n| Service | Amount | Frequency | Location | Dates |\n"
        f"| Reading instruction | 30 minutes | daily | resource room | {when} |"
    )
    assert (service.start.state, service.end.state) == (FieldState.UNCLEAR, FieldState.UNCLEAR)


def test_a_service_from_the_date_of_the_plan_has_an_end_and_an_unclear_start() -> None:
    (service,) = services(
        "# Special Education Services\n| Service | Amount | Frequency | Location | Dates |\n"
        "| Reading instruction | 30 minutes | daily | resource room | from the date of this IEP until 6/15/2027 |"
    )
    assert service.start.state is FieldState.UNCLEAR
    assert str(service.end.value) == "2027-06-15"


def test_a_meeting_of_staff_under_a_label_for_their_support_is_no_service() -> None:
    found = services(
        "# Special Education Services\nReading instruction: 30 minutes, daily\n\n"
        "**Consultation to school personnel:**\n"
        "The therapist and Ms. Hale meet with Mr. Orr 15 minutes every other week."
    )
    assert [s.name for s in found] == ["Reading instruction"]


@pytest.mark.parametrize(
    "told",
    [
        "modeling of each step, worked examples, a checklist. See Services.",
        "worked examples, step checklist, small group reteach",
    ],
)
def test_ways_of_teaching_under_a_label_for_services_are_no_service(told: str) -> None:
    found = services(
        "# Special Education Services\n| Service | Amount | Frequency | Location |\n"
        f"| Reading instruction | 30 minutes | daily | resource room |\n\nSpecially designed instruction: {told}"
    )
    assert [s.name for s in found] == ["Reading instruction"]


def test_a_profession_that_a_narrow_cell_divides_is_no_place() -> None:
    found = services_under_heading(
        "| Service | Provider | Begins | Ends | Direct minutes | Indirect minutes |\n"
        "| Counseling | School: counselor | 03/09/2026 | 03/01/2027 | 20 | 5 |\n"
        "| Writing instruction | Special education teacher | 03/09/2026 | 03/01/2027 | 90 | 10 |"
    )
    assert [s.location.value for s in found] == [None, None]
