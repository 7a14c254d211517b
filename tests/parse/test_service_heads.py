"""What the column heads of service tables mean: heads of two rows, places and days as columns, units in heads."""

from __future__ import annotations

from datetime import date

import pytest
from builders import services, services_under_heading, weekly

START = date(2026, 3, 9)
END = date(2027, 3, 1)
DATES = "03/09/2026 | 03/01/2027"


@pytest.mark.parametrize(
    "table",
    [
        "| | EC Service | How often and how much | Place |\n"
        "| Special education | Reading instruction | 30 minutes daily | resource room |\n"
        "| | Math instruction | 60 minutes weekly | class |\n"
        "| Related | Counseling | 30 minutes weekly | office |",
        "| Type of Service | Service | Minutes | Times per week | Location |\n"
        "| Special Education | Reading instruction | 30 | 5 | resource room |\n"
        "| Special Education | Math instruction | 60 | 1 | class |\n"
        "| Related Services | Counseling | 30 | 1 | office |",
        "| Kind | What Ida gets | Frequency | Location |\n"
        "| Special education services | Reading instruction | 30 minutes, 5 times per week | resource room |\n"
        "| | Math instruction | 60 minutes per week | class |\n"
        "| Related services | Counseling | 30 minutes per week | office |",
    ],
    ids=["blank head", "repeated", "unknown heads"],
)
def test_a_column_of_kinds_is_no_name_but_says_which_kind(table: str) -> None:
    found = services_under_heading(table)
    assert weekly(found) == [("Reading instruction", 150), ("Math instruction", 60), ("Counseling", 30)]
    assert [s.category for s in found] == ["special-education", "special-education", "related-service"]


@pytest.mark.parametrize(
    "table",
    [
        "| Service | Amount | | Where | Dates | |\n"
        "| | Minutes per session | Sessions per week | | From | To |\n"
        f"| Speech therapy | 20 | 2 | speech room | {DATES} |",
        "| Service | Time | | Location | Projected dates | |\n"
        "| | Minutes | Times per week | | Begin | End |\n"
        f"| Speech therapy | 20 | 2 | speech room | {DATES} |",
        "| | | Amount | | | |\n"
        "| Service | Location | Minutes per session | Sessions per week | Start date | End date |\n"
        f"| Speech therapy | speech room | 20 | 2 | {DATES} |",
    ],
)
def test_heads_of_two_rows_say_what_their_columns_mean(table: str) -> None:
    (row,) = services_under_heading(table)
    assert (row.name, row.minutes_per_week, row.location.value) == ("Speech therapy", 40, "speech room")
    assert (row.start.value, row.end.value) == (START, END)


def test_a_row_of_values_is_no_second_row_of_heads() -> None:
    (row,) = services_under_heading("| Service | Amount | Location |\n| Instruction | 60 minutes per week | |")
    assert (row.name, row.minutes_per_week) == ("Instruction", 60)


@pytest.mark.parametrize(
    "heads", ["General ed | Special ed", "Setting: regular class | Setting: special education", "GEE | SEE"]
)
@pytest.mark.parametrize("mark", ["X", "☒", "✓"])
def test_a_mark_under_the_name_of_a_setting_is_the_place(heads: str, mark: str) -> None:
    found = services_under_heading(
        f"| Service | Time and frequency | {heads} |\n"
        f"| Reading instruction | 30 minutes, 5 times a week | | {mark} |\n"
        f"| Speech therapy | 20 minutes, 2 times a week | {mark} | |"
    )
    places = [s.location.value or "" for s in found]
    assert places[0] in heads.split(" | ")[1]
    assert places[1] in heads.split(" | ")[0]
    assert all(places)


def test_minutes_under_the_name_of_a_setting_say_how_much_and_where() -> None:
    found = services_under_heading(
        "| Service | Minutes per week in general education | Minutes per week outside general education |\n"
        "| Reading instruction | 0 | 150 |\n| Speech therapy | 40 | |"
    )
    assert weekly(found) == [("Reading instruction", 150), ("Speech therapy", 40)]
    assert [s.location.value for s in found] == ["outside general education", "in general education"]


def test_a_mark_under_daily_or_weekly_is_the_frequency() -> None:
    found = services_under_heading(
        "| Service | Minutes | Daily | Weekly | Location |\n"
        "| Reading instruction | 30 | X | | resource room |\n| Speech therapy | 40 | | X | speech room |"
    )
    assert weekly(found) == [("Reading instruction", 150), ("Speech therapy", 40)]


def test_of_two_columns_for_the_place_the_code_says_less() -> None:
    (row,) = services_under_heading(
        "| Service | Setting code | Setting | Amount |\n"
        "| Speech therapy | G | Inclusive preschool class | 20 min x 2 days a week |"
    )
    assert (row.location.value, row.minutes_per_week) == ("Inclusive preschool class", 40)


@pytest.mark.parametrize(
    "body",
    [
        "# Measurable Annual Goals\nGoal 1: By March 2027, Ida will read 90 words per minute.\n\n{}",
        "# Parent Concerns\nMs. Fenn worries about reading.\n\n{}",
    ],
)
def test_a_table_without_a_heading_is_told_by_its_heads(body: str) -> None:
    table = (
        "| Service | Setting | Amount | Starts | Ends | Provider |\n"
        f"| Reading instruction | resource room | 30 min x 5 days a week | {DATES} | Ms. Bly |"
    )
    (row,) = services(body.format(table))
    assert (row.name, row.minutes_per_week, row.start.value) == ("Reading instruction", 150, START)


def test_a_table_without_heads_goes_on_with_those_above_the_heading_before_it() -> None:
    found = services(
        "# Special Education Services\n"
        "| Service | Location | Amount | Start | End |\n"
        f"| Reading instruction | resource room | 30 minutes daily | {DATES} |\n\n"
        "# Related Services\n"
        f"| Speech therapy | speech room | 40 minutes weekly | {DATES} |"
    )
    assert weekly(found) == [("Reading instruction", 150), ("Speech therapy", 40)]
    assert [s.category for s in found] == ["special-education", "related-service"]


def test_heads_in_the_middle_of_a_table_hold_for_the_rows_below_them() -> None:
    found = services_under_heading(
        "| Service | Location | Minutes per week | |\n| Reading instruction | resource room | 150 | |\n"
        "| Related service | Frequency | Minutes | Location |\n| Speech therapy | 2 times per week | 20 | speech room |"
    )
    assert weekly(found) == [("Reading instruction", 150), ("Speech therapy", 40)]
    assert [s.location.value for s in found] == ["resource room", "speech room"]


@pytest.mark.parametrize(
    ("much", "where"),
    [
        ("Minutes and how often", "Where it happens"),
        ("Time / frequency of service", "Place where given"),
        ("How many minutes and how often", "Setting"),
        ("Number and length of sessions", "Where the service is provided"),
    ],
)
def test_heads_are_known_by_the_words_that_they_are_made_of(much: str, where: str) -> None:
    (service,) = services_under_heading(
        f"| Program or service | Rule | {much} | {where} | Begins | Ends |\n"
        f"| Speech therapy | R 12 | 2 times per week for 30 minutes | speech room | {DATES} |"
    )
    assert (service.name, service.minutes_per_week, service.location.value) == ("Speech therapy", 60, "speech room")


@pytest.mark.parametrize(
    ("heads", "row", "minutes"),
    [
        ("Min/Wk | Setting", "150 | resource room", 150),
        ("# of sessions | Min per session | Per", "2 | 30 | Week", 60),
        ("Hrs/Day | Days/Wk | Location", "1.5 | 5 | resource room", 450),
        ("When / how much | Where", "20 min, 2x/wk | speech room", 40),
    ],
)
def test_numbers_alone_have_the_unit_of_their_heads(heads: str, row: str, minutes: int) -> None:
    (service,) = services_under_heading(f"| Service | {heads} |\n| Speech | {row} |")
    assert (service.name, service.minutes_per_week) == ("Speech", minutes)


def test_minutes_under_weekdays_come_together() -> None:
    found = services_under_heading(
        "| Service | Mon | Tue | Wed | Thu | Fri | Location |\n"
        "| Reading | 30 | 30 | 30 | 30 | 30 | resource room |\n"
        "| Speech | | 20 | | 15 | | speech room |"
    )
    assert weekly(found) == [("Reading", 150), ("Speech", 35)]
    assert found[1].frequency.value == "Tue, Thu"


def test_two_amounts_of_one_service_are_added_also_in_a_table_of_two_columns() -> None:
    found = services_under_heading(
        "| Service | Amount |\n| Reading | 30 minutes daily in class; 20 minutes 3x/week in the resource room |"
    )
    assert weekly(found) == [("Reading", 210)]


def test_the_upper_row_alone_of_two_rows_of_heads_stands_for_both_when_it_is_printed_again() -> None:
    upper = "| Service | Start | Frequency | Minutes per session | | Location | |\n"
    found = services_under_heading(
        f"{upper}| | | | Indirect | Direct | General Ed | Special Ed |\n"
        "| Reading instruction | 9/1/2026 | 5x weekly | 10 | 45 | | X |\n~~~\n"
        f"{upper}| Interpreting | 9/1/2026 | 5x weekly | | 330 | X | |"
    )
    assert [(s.name, s.minutes_per_week, s.location.value) for s in found] == [
        ("Reading instruction", 225, "Special Ed"),
        ("Interpreting", 1650, "General Ed"),
    ]


@pytest.mark.parametrize(
    "head", ["Days / frequency", "Sessions/Frequency", "Frequency / days per week", "# / how often"]
)
def test_how_often_under_a_head_of_days_and_frequency_is_read_with_the_minutes(head: str) -> None:
    table = f"| Service | Setting | Minutes | {head} | Start date | End date |\n"
    rows = (
        f"| Reading instruction | class | 40 | 2 days per week | {DATES} |\n"
        f"| Writing instruction | class | 30 | 1 day a week | {DATES} |"
    )
    assert weekly(services_under_heading(table + rows)) == [("Reading instruction", 80), ("Writing instruction", 30)]


@pytest.mark.parametrize(
    ("heads", "period"),
    [
        ("Minutes | # | Per", "W"),
        ("Minutes | Sessions | Service Period", "Wk"),
        ("Minutes | Sessions | Interval", "Weekly"),
        ("Minutes/Session | Sessions per | Unit", "Week"),
        ("Amount of Time | Number of Times | Time Period", "per week"),
    ],
)
def test_length_count_and_period_in_three_columns_make_minutes_a_week(heads: str, period: str) -> None:
    (row,) = services_under_heading(
        f"| Service | {heads} | Location |\n| Reading instruction | 30 | 4 | {period} | resource room |"
    )
    assert row.minutes_per_week == 120


@pytest.mark.parametrize("below", ["Contact", "Deliverer"])
def test_a_head_of_two_lines_that_begins_with_service_names_no_services(below: str) -> None:
    (row,) = services(
        f"# Related Services\n| | Frequency | Staff | Service // {below} | Site |\n"
        "| Speech therapy | 30 min. 1 x week | SLP | M. Toth | Therapy room |\n"
    )
    assert (row.name, row.provider.value) == ("Speech therapy", "SLP")


@pytest.mark.parametrize(
    ("heads", "figures", "minutes"),
    [
        ("Minutes | Days | Freq. of weeks", "30 | 4 | 1", 120),
        ("Minutes per day | Days per week | Frequency (1 = every week, 2 = every other week)", "25 | 5 | 1", 125),
        ("Minutes | Days per week | Every how many weeks", "30 | 2 | 3", None),
        ("Minutes a day | Number of weeks between | Days", "30 | 2 | 1", None),
        ("Frequency in weeks | Min. | No. of Days", "1 | 45 | 3", 135),
    ],
)
def test_minutes_of_a_day_days_of_a_week_and_the_weeks_between(heads: str, figures: str, minutes: int | None) -> None:
    (found,) = services_under_heading(
        f"| Service | Provider | {heads} | Start | End |\n| Reading instruction | Ms. Bly | {figures} | {DATES} |"
    )
    assert (found.minutes_per_week, found.start.value) == (minutes, START)


@pytest.mark.parametrize(
    "line",
    [
        "Service code, provider, setting, minutes a day, days a week, frequency (1 = every week), start and end.",
        "Type of service; location; provider; frequency; duration; beginning date.",
        "Related services and other services. Minutes are counted within the school week of 1,950 minutes.",
        "Services are planned by the team within an instructional day of 6.5 hours.",
    ],
)
def test_what_a_form_says_of_its_columns_and_of_the_school_week_is_no_service(line: str) -> None:
    found = services_under_heading(
        f"{line}\n\n| Service | Minutes | Times per week | Start | End |\n| Reading instruction | 30 | 4 | {DATES} |"
    )
    assert weekly(found) == [("Reading instruction", 120)]


def test_a_sentence_that_names_place_and_length_of_a_service_lists_no_columns() -> None:
    found = services_under_heading(
        "Reading instruction in the school day (30 minutes), 4 times a week, resource room, by Ms. Bly."
    )
    assert [service.minutes_per_week for service in found] == [120]


@pytest.mark.parametrize(
    ("general", "special"),
    [
        ("In gen. ed. setting", "In special ed. setting"),
        ("Within the general education setting", "Inside special education setting"),
        ("Regular ed location", "Special ed location"),
    ],
)
def test_two_columns_of_settings_hold_the_place_of_a_service(general: str, special: str) -> None:
    found = services_under_heading(
        f"| Service | Provider | Minutes and how often | Start | End | {general} | {special} |\n"
        f"| Reading instruction | Sp. ed. teacher | 45 min, 4 days a week | {DATES} | | Resource room |\n"
        f"| Writing instruction | Sp. ed. teacher | 30 min, 2 days a week | {DATES} | English room | |"
    )
    assert [s.location.value for s in found] == ["Resource room", "English room"]


@pytest.mark.parametrize("head", ["Service(s)", "Services"])
def test_the_same_heads_over_each_kind_of_help_do_not_make_aids_services(head: str) -> None:
    heads = f"| {head} | Frequency | Amount of Time | Start | End |\n"
    found = services_under_heading(
        f"| Special Education |\n{heads}| Reading instruction | 5 times weekly | 45 min. | {DATES} |\n"
        f"| Supplementary Aids and Services |\n{heads}| Notes before the lesson | Daily | Each lesson | {DATES} |\n"
        f"| Program Modifications |\n{heads}| None | | | | |\n"
    )
    assert [s.name for s in found if s.category == "special-education"] == ["Reading instruction"]


@pytest.mark.parametrize(
    ("subject", "service"),
    [("Subject / Course", "Service"), ("Class", "Type of Service"), ("Content Area", "Services")],
)
def test_where_a_column_tells_how_a_class_is_supported_the_class_is_the_service(subject: str, service: str) -> None:
    found = services_under_heading(
        f"| {subject} | Amount | Setting | {service} | Begin | End |\n"
        "| Geometry | 45 min/day x 5 days/wk | General education class | Co-teach | 03/09/2026 | 03/01/2027 |\n"
        "| Study Lab | 45 min/day x 2 days/wk | Special education class | Resource | 03/09/2026 | 03/01/2027 |\n"
        "| Art | 45 min/day x 2 days/wk | General education class | General education | 03/09/2026 | 03/01/2027 |"
    )
    assert weekly(found) == [("Geometry", 225), ("Study Lab", 90)]


def test_a_subject_before_the_name_of_a_service_is_no_service() -> None:
    found = services_under_heading(
        "| Subject | Service | Minutes per week | Setting |\n"
        "| Reading | Specially designed instruction in reading | 150 | Resource room |\n"
        "| Speech | Speech-language therapy | 60 | Speech room |"
    )
    assert [s.name for s in found] == ["Specially designed instruction in reading", "Speech-language therapy"]


@pytest.mark.parametrize(
    ("name", "hours", "minutes"),
    [("Service Nature", "Hrs", "Min"), ("Nature of Service", "Hours", "Minutes"), ("Service", "Hr.", "Min.")],
)
def test_hours_and_minutes_in_two_columns_are_one_length(name: str, hours: str, minutes: str) -> None:
    found = services_under_heading(
        f"| {name} | Location | Number of Sessions | {hours} | {minutes} | Frequency |\n"
        "| Classroom instruction | In general education | 5 | 0 | 45 | Weekly |\n"
        "| Study skills | Outside general education | 2 | 1 | 0 | Weekly |\n"
        "| Speech therapy | Outside general education | 2 | 1 | 15 | Weekly |"
    )
    assert weekly(found) == [("Classroom instruction", 225), ("Study skills", 120), ("Speech therapy", 150)]


def test_a_column_of_figures_is_no_name_though_its_head_is_that_of_services() -> None:
    found = services_under_heading(
        "| Service Nature | Location | Service Description | | | | Begin Date | End Date |\n"
        "| | | Number of Sessions | Hrs | Min | Frequency | | |\n"
        "| Classroom instruction | In general education | 5 | 0 | 45 | Weekly | 03/09/2026 | 03/01/2027 |\n"
        "| Social work | Outside general education | 2 | 0 | 30 | Monthly | 03/09/2026 | 03/01/2027 |"
    )
    assert weekly(found) == [("Classroom instruction", 225), ("Social work", None)]
    assert all(s.start.value for s in found)


@pytest.mark.parametrize(
    "heads",
    [
        "| Service | General education class | Special education room | Therapy room | Total min/week |",
        "| Service (minutes per week) | Regular class | Resource room | Sensory room | Total |",
        "| Service | Minutes per week in class | Minutes per week in special room | In the therapy room | Min./week |",
    ],
)
def test_settings_across_hold_the_minutes_in_each(heads: str) -> None:
    found = services_under_heading(
        f"{heads}\n| Reading instruction | 100 | 50 | | 150 |\n| Speech therapy | | | 60 | 60 |\n"
        "| Writing instruction | | 40 | | 40 |\n| Total minutes | 100 | 90 | 60 | 250 |"
    )
    assert weekly(found) == [("Reading instruction", 150), ("Speech therapy", 60), ("Writing instruction", 40)]
    assert all(s.location.value and not any(c.isdigit() for c in s.location.value) for s in found)
    assert found[1].location.value != found[2].location.value


def test_a_head_meant_for_the_whole_table_stands_over_the_names() -> None:
    found = services_under_heading(
        "| Frequency and Duration | Minutes | Times per week | Location |\n"
        "| Writing instruction | 40 | 2 | room 4 |\n| Speech therapy | 20 | 1 | office |"
    )
    assert weekly(found) == [("Writing instruction", 80), ("Speech therapy", 20)]


def test_instruction_named_in_the_line_above_a_table_of_modifications_is_a_service() -> None:
    found = services(
        "# Program Modifications\nA. Program Modifications and Specially Designed Instruction\n"
        "| Modifications and SDI | Location | Frequency |\n| Lined paper | math class | daily |\n"
        "| Small group writing instruction | room 4 | 20 min daily |"
    )
    assert weekly(found) == [("Small group writing instruction", 100)]
