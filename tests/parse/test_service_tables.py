"""Service tables of unlike layouts: kinds beside names, no heading, no heads, rows of another kind."""

from __future__ import annotations

from datetime import date

import pytest
from builders import COVER, plan, services, services_under_heading, weekly

START = date(2026, 3, 9)
END = date(2027, 3, 1)
DATES = "03/09/2026 | 03/01/2027"


@pytest.mark.parametrize(
    ("heads", "cells"),
    [
        ("Service | Location GEE or SEE | Extent/frequency | Initiation | Duration m/y",
         "Speech therapy | SEE, speech room | 40 minutes per week | 03/09/2026 | 03/2027"),
        ("Service | Where given | How much and how often | Starts on | Duration",
         "Speech therapy | speech room | 20 minutes, 2 times a week | 03/09/2026 | March 2027"),
    ],
)  # fmt: skip
def test_a_month_is_no_amount_and_no_day(heads: str, cells: str) -> None:
    (row,) = services_under_heading(f"| {heads} |\n| {cells} |")
    assert (row.minutes_per_week, row.start.value, row.end.value) == (40, START, None)
    assert "speech room" in (row.location.value or "")


def test_a_heading_that_goes_on_with_dates_dates_its_rows() -> None:
    (row,) = services(
        "# Parent Concerns\nMs. Fenn worries about reading.\n\n"
        "**Services**, initiated 03/09/2026 and lasting to 03/01/2027\n\n"
        "| Service | Amount | Location |\n| Reading instruction | 30 minutes daily | resource room |"
    )
    assert (row.start.value, row.end.value) == (START, END)


def test_the_line_above_a_table_without_a_heading_dates_its_rows() -> None:
    (row,) = services(
        "# Parent Concerns\nMs. Fenn worries about reading.\n\n"
        "Services, initiated 03/09/2026 and lasting to 03/01/2027\n\n"
        "| Service | Amount | Location |\n| Reading instruction | 30 minutes daily | resource room |"
    )
    assert (row.start.value, row.end.value) == (START, END)


@pytest.mark.parametrize(
    "table",
    [
        "| Accommodation | Frequency | Location |\n| Extra time | 10 minutes each test | all classes |",
        "| Area | How often measured | Person responsible |\n| Reading | weekly | teacher |",
        "| Support | Frequency | Location |\n| Seat near the teacher | daily | all classes |",
        "| Class | Minutes | Location |\n| Art | 45 minutes | art room |",
    ],
)
def test_other_tables_without_a_heading_are_no_services(table: str) -> None:
    assert services(f"# Parent Concerns\nMs. Fenn worries about reading.\n\n{table}") == ()


@pytest.mark.parametrize(
    "line",
    [
        "| Goal | By March 2027, Ida will read 90 words per minute on 3 probes. |\n| Baseline | 60 words |\n"
        "| Service | {} |",
        "Goal 1: By March 2027, Ida will read 90 words per minute on 3 probes.\n\nService: {}",
    ],
)
def test_a_sentence_behind_the_word_service_is_one(line: str) -> None:
    said = "Reading instruction, 45 minutes, 4 times per week, reading room, 03/09/2026 to 03/01/2027"
    (row,) = services(f"# Measurable Annual Goals\n{line.format(said)}")
    assert (row.name, row.minutes_per_week, row.location.value) == ("Reading instruction", 180, "reading room")
    assert (row.start.value, row.end.value) == (START, END)


def test_rows_of_another_table_drawn_below_are_no_services() -> None:
    found = services_under_heading(
        "| Service | Frequency | Location |\n| Reading instruction | 30 minutes daily | resource room |\n"
        "| Goal | Baseline | Method |\n| Ida will read aloud in class | 20 words | weekly probe |"
    )
    assert weekly(found) == [("Reading instruction", 150)]


def test_a_name_that_goes_on_in_the_next_row_is_one_name() -> None:
    (row,) = services_under_heading(
        "| Service | Frequency | Location |\n| Specially designed | 40 minutes daily | resource room |\n"
        "| instruction: math | | |"
    )
    assert (row.name, row.minutes_per_week) == ("Specially designed instruction: math", 200)


def test_a_row_without_a_name_is_another_amount_of_the_service_above() -> None:
    found = services_under_heading(
        "| Service | Amount | Location |\n| Reading instruction | 30 minutes daily | resource room |\n"
        "| | 45 minutes weekly | class |"
    )
    assert weekly(found) == [("Reading instruction", 150), ("Reading instruction", 45)]


def test_minutes_outside_of_class_say_so() -> None:
    (service,) = services_under_heading(
        "| Service | Minutes inside regular class | Minutes outside regular class | Frequency |\n"
        "| Reading | 0 | 45 | Daily |\n| Total | | | |"
    )
    assert service.location.value == "outside regular class"


@pytest.mark.parametrize("said", ["☐ Yes ☒ No", "considered, none needed. Special transportation: ☐ Yes ☒ No"])
def test_a_marked_no_is_no_service(said: str) -> None:
    table = "| Service | Frequency | Minutes | Location |\n| Reading instruction | 5 x weekly | 30 | class |\n"
    assert weekly(services_under_heading(f"{table}\nRelated services: {said}")) == [("Reading instruction", 150)]


@pytest.mark.parametrize(("period", "minutes"), [("Weekly", 150), ("Week", 150), ("Daily", 750), ("Monthly", None)])
def test_the_period_of_a_service_is_how_often_and_no_date(period: str, minutes: int | None) -> None:
    (row,) = services_under_heading(
        "| Service | Service Minutes (each time) | Service Frequency (# of times) | Service Period | Location |\n"
        f"| Reading instruction | 30 | 5 | {period} | resource room |\n"
    )
    assert row.minutes_per_week == minutes
    assert row.frequency.value is not None
    assert "5 times" in row.frequency.value
    assert not row.start.filled


@pytest.mark.parametrize("head", ["Service Implementer", "Implementor", "Responsible Agency/Provider"])
def test_who_carries_a_service_out_does_not_name_it(head: str) -> None:
    (row,) = services(
        f"# Related Services\n| Related Services | Goal(s) # | Frequency | {head} | Site |\n"
        "| Speech therapy | 2 | 30 min. 1 x week | M. Toth | Therapy room |\n"
    )
    assert (row.name, row.provider.value, row.minutes_per_week) == ("Speech therapy", "M. Toth", 30)


@pytest.mark.parametrize("name", ["Inclusion - science", "Inclusion"])
def test_inclusion_with_minutes_and_times_is_a_service(name: str) -> None:
    found = services_under_heading(
        "| Type of Service | Sessions per Week | Minutes per Session | Location |\n"
        f"| Reading instruction | 5 | 45 | resource room |\n| {name} | 3 | 30 | class |\n"
    )
    assert weekly(found) == [("Reading instruction", 225), (name, 90)]


@pytest.mark.parametrize(
    "line",
    [
        "Length of school day: 8:15-2:50 (395 min.)",
        "School day: 6.5 hours",
        "Instructional week: 1,900 minutes",
        "Specially designed instruction: adapting the content, methodology or delivery of instruction for a child.",
    ],
)
def test_how_long_school_is_and_what_words_mean_is_no_service(line: str) -> None:
    found = services_under_heading(f"Reading instruction: 30 minutes daily in the resource room\n\n{line}\n")
    assert [s.name for s in found] == ["Reading instruction"]


def test_a_letter_for_yes_is_no_period() -> None:
    (row,) = services_under_heading(
        "| Service | Minutes per week | Direct | Location |\n| Reading instruction | 30 | Y | resource room |"
    )
    assert (row.minutes_per_week, row.frequency.value) == (30, "per week")


@pytest.mark.parametrize("corner", ["Services", ""])
def test_labels_at_the_side_of_services_go_on_on_the_next_page(corner: str) -> None:
    first, second = services_under_heading(
        f"| {corner} | Reading instruction | Speech therapy |\n| Minutes per week | 120 | 45 |\n"
        "\n~~~\n\n| Place | Resource room | Speech room |\n| Beginning date | 03/09/2026 | 03/16/2026 |\n"
    )
    assert [(s.name, s.minutes_per_week, s.location.value) for s in (first, second)] == [
        ("Reading instruction", 120, "Resource room"),
        ("Speech therapy", 45, "Speech room"),
    ]
    assert second.start.value == date(2026, 3, 16)


@pytest.mark.parametrize(
    ("name", "category"),
    [
        ("Related service: counseling", "related-service"),
        ("RELATED SERVICES: physical therapy", "related-service"),
        ("Accommodation: notes printed before the lesson", "supplementary-aid"),
        ("Program modification: half of the problems", "supplementary-aid"),
        ("Supports for school personnel: meeting with the math coach", "personnel-support"),
        ("SDI: reading", "special-education"),
    ],
)
def test_the_part_named_in_front_of_a_row_of_a_service_table_is_its_kind(name: str, category: str) -> None:
    found = services_under_heading(f"| Service | How often | Start | End |\n| {name} | Each lesson | {DATES} |")
    kind, _, behind = name.partition(": ")
    own = behind if kind.lower().startswith(("related", "supports")) else name
    assert [(s.name, s.category) for s in found] == [(own, category)]


@pytest.mark.parametrize(
    "loss", ["Missing 30 minutes of class daily; no new lesson is lost.", "Leaving class 2 times."]
)
def test_what_a_note_says_of_time_lost_is_no_service(loss: str) -> None:
    assert services_under_heading(f"Harm to Ida that the team thought of:\n\n{loss}") == ()


@pytest.mark.parametrize("heading", ["Notice of Action", "Notice of Proposal or Refusal to Take Action"])
def test_a_change_in_a_notice_behind_the_last_part_is_no_service_of_summer(heading: str) -> None:
    found = services(
        "# Extended School Year Services\n☒ Not applicable for this student\n\n"
        f"# {heading}\n| Action | ☐ Placement ☒ Change in services: study skills, 25 minutes 4 times a week |"
    )
    assert found == ()


def test_the_definition_of_related_services_is_no_service() -> None:
    found = services(
        "# Definitions\nRelated services: transportation and developmental, corrective and other supports, "
        "such as audiology, counseling, physical therapy and school nursing."
    )
    assert found == ()


def test_a_name_with_a_colon_is_said_once() -> None:
    table = (
        "| Service | Amount | Frequency |\n"
        "| Reading: decoding and long words | 45 minutes | daily |\n"
        "| Written work | 60 minutes | weekly |\n"
    )
    assert [s.name for s in services_under_heading(table)] == ["Reading: decoding and long words", "Written work"]


@pytest.mark.parametrize(
    "codes",
    [
        "Special education and related services based on peer-reviewed research wherever practicable. Location of\n"
        "services: GEE = General Education Environment; SEE = Special Education Environment.",
        "Service type: D – Direct, C – Consultation, M – Monitoring.",
        "Service: I = Individual therapy, G = Group therapy",
    ],
)
def test_what_the_codes_of_a_table_stand_for_is_no_service(codes: str) -> None:
    text = (
        f"{COVER}# Services\n{codes}\n\n| Service | Location | Frequency | Start | End |\n"
        "| Speech therapy | SEE | 30 min 2 x per week | 03/09/2026 | 03/01/2027 |\n"
    )
    assert [s.name for s in plan(text).services or ()] == ["Speech therapy"]


@pytest.mark.parametrize("name", ["Special education – English 12 co-//teaching", "Related Services – reading//group"])
def test_a_name_of_two_lines_that_begins_as_a_heading_does_is_a_service(name: str) -> None:
    text = (
        f"{COVER}# Special Education Services\n\n| Service(s) | Frequency | School | Setting | Duration |\n"
        f"| {name} | as needed | Fern Hill | General education class | 03/09/2026 to 03/01/2027 |\n"
    )
    assert [s.name for s in plan(text).services or ()] == [name.replace("//", "" if "-//" in name else " ")]
