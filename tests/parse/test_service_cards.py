"""Services set as cards: labels with values below or beside them, once for each service."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from builders import COVER, plan, services_under_heading, weekly
from pdf_maker import draw, read
from reportlab.pdfgen.canvas import Canvas

from iepaudit.model.iep import Service
from iepaudit.parse import parse_part
from iepaudit.segment import segment

START, END = date(2026, 3, 9), date(2027, 3, 1)
CARDS = [
    ["Service", "Reading instruction", "Setting", "Resource room", "Begin – end", "03/09/2026 – 03/01/2027",
     "Time / frequency", "2 hours per week"],
    ["Service", "Speech therapy", "Setting", "Speech room", "Begin – end", "03/09/2026 – 03/01/2027",
     "Time / frequency", "40 minutes per week"],
]  # fmt: skip
WANTED = [("Reading instruction", 120, "Resource room"), ("Speech therapy", 40, "Speech room")]


def said(found: tuple[Service, ...]) -> list[tuple[str, int | None, str | None]]:
    return [(s.name, s.minutes_per_week, s.location.value) for s in found]


def services(body: str) -> tuple[Service, ...]:
    text = f"{COVER}# Special Education and Related Services\n{body}\n\n# Placement\nIda leaves class to be taught.\n"
    return plan(text).services or ()


def services_of(path: Path) -> tuple[Service, ...]:
    document = read(path)
    return parse_part(document, segment(document)[0]).services or ()


def head(sheet: Canvas) -> None:
    sheet.setFont("Helvetica-Bold", 16)
    sheet.drawString(72, 740, "Individualized Education Program")
    sheet.setFont("Helvetica", 10)
    sheet.drawString(72, 720, "Student: Ida Fenn    Date of birth: 04/11/2015    Meeting date: 03/02/2026")
    sheet.setFont("Helvetica-Bold", 12)
    sheet.drawString(72, 690, "Special Education and Related Services")


def card(sheet: Canvas, x: float, y: float, lines: list[str]) -> None:
    for n, line in enumerate(lines):
        sheet.setFont("Helvetica", 7 if n % 2 == 0 else 10)
        sheet.drawString(x, y - 13 * n, line)


@pytest.mark.parametrize("framed", [False, True])
def test_cards_side_by_side_are_read_one_after_the_other(tmp_path: Path, framed: bool) -> None:
    def page(sheet: Canvas) -> None:
        head(sheet)
        for x, lines in zip((80, 330), CARDS, strict=True):
            card(sheet, x, 665, lines)
            if framed:
                sheet.roundRect(x - 8, 562, 230, 118, 6)
        sheet.setFont("Helvetica-Bold", 12)
        sheet.drawString(72, 530, "Placement")

    found = services_of(draw(tmp_path / "plan.pdf", page))
    assert said(found) == WANTED
    assert all((s.start.value, s.end.value) == (START, END) for s in found)


def test_cards_of_two_columns_below_each_other_are_read_row_by_row(tmp_path: Path) -> None:
    def page(sheet: Canvas) -> None:
        head(sheet)
        for lines, y in zip(CARDS, (660, 580), strict=True):
            for n in range(0, len(lines), 4):
                card(sheet, 80, y - 15 * n / 2, lines[n : n + 2])
                card(sheet, 330, y - 15 * n / 2, lines[n + 2 : n + 4])

    assert said(services_of(draw(tmp_path / "plan.pdf", page))) == WANTED


@pytest.mark.parametrize(
    "body",
    [
        "Service: Reading instruction\nFrequency: 2 hours per week\nLocation: Resource room\n\n"
        "Service: Speech therapy\nFrequency: 40 minutes per week\nLocation: Speech room",
        "| Service | Reading instruction |\n| How often | 2 hours per week |\n| Where | Resource room |\n\n"
        "Next\n\n| Service | Speech therapy |\n| How often | 40 minutes per week |\n| Where | Speech room |",
        "| Service | Reading instruction |\n| How often | 2 hours per week |\n| Where | Resource room |\n"
        "| Service | Speech therapy |\n| How often | 40 minutes per week |\n| Where | Speech room |",
        "| Service | Reading instruction | Speech therapy |\n| Time | 2 hours per week | 40 minutes per week |\n"
        "| Location | Resource room | Speech room |",
        "| Service | Reading instruction | Setting | Resource room |\n| Amount | 2 hours per week | Provider | aide |"
        "\n| Service | Speech therapy | Setting | Speech room |\n| Amount | 40 minutes per week | Provider | SLP |",
        "| SERVICE//Reading instruction | SETTING//Resource room | TIME//2 hours per week |\n"
        "| SERVICE//Speech therapy | SETTING//Speech room | TIME//40 minutes per week |",
    ],
    ids=["label lines", "a table each", "one table", "services as columns", "two pairs a row", "labels in cells"],
)
def test_labels_that_begin_anew_begin_another_service(body: str) -> None:
    assert said(services(body)) == WANTED


@pytest.mark.parametrize(
    ("lead", "more"),
    [("Service", "Description (what the adults will do)"), ("Type of service", "Service description"),
     ("Service", "Program"), ("Special education service", "Details of instruction")],
)  # fmt: skip
def test_what_a_card_says_more_of_its_service_is_no_service_of_its_own(lead: str, more: str) -> None:
    cards = "".join(
        f"**{lead}:** {name}\n**Minutes:** {minutes}\n**Frequency:** 5 times per week\n**Location:** {place}\n"
        f"**{more}:** Teach four steps, model them, practice.\n\n"
        for name, minutes, place in (("Reading instruction", 45, "Room 4"), ("Sums instruction", 30, "Room 9"))
    )
    assert said(services(cards)) == [("Reading instruction", 225, "Room 4"), ("Sums instruction", 150, "Room 9")]


def test_a_service_without_an_amount_beside_others_stays_one() -> None:
    found = services(
        "**Special education service:** Reading instruction\n**Minutes:** 45\n**Frequency:** 5 times per week\n"
        "**Related service:** Speech therapy\n**Location:** Room 4\n"
    )
    assert [s.name for s in found] == ["Reading instruction", "Speech therapy"]


HOW_MUCH = "| Duration | Frequency | Location |\n| {} minutes | {} times per week | {} |\n"
WHEN = "| Start date | End date |\n| 03/09/2026 | 03/01/2027 |\n"


@pytest.mark.parametrize("lead", ["**{}**", "{}", "Service: {}"])
@pytest.mark.parametrize("apart", ["", "\n"])
def test_a_service_named_above_a_table_of_its_own_has_what_the_table_says(lead: str, apart: str) -> None:
    body = "".join(
        f"{lead.format(name)}\n\n{HOW_MUCH.format(*rest)}{apart}{WHEN}\n"
        for name, *rest in (
            ("Reading instruction", "30", "4", "Resource room"),
            ("Speech therapy", "20", "2", "Speech room"),
        )
    )
    found = services(body)
    assert said(found) == WANTED
    assert [(s.start.value, s.end.value) for s in found] == [(START, END)] * 2


def test_titles_above_labelled_lines_name_services() -> None:
    body = "".join(
        f"**{name}**\n\nMinutes per session: {minutes}\nFrequency: {count} x per week\nSetting: {place}\n\n"
        for name, minutes, count, place in (
            ("Reading Instruction", 30, 4, "Resource room"), ("Speech Therapy", 20, 2, "Speech room")
        )
    )  # fmt: skip
    assert [(n.lower(), m, p) for n, m, p in said(services(body))] == [(n.lower(), m, p) for n, m, p in WANTED]


@pytest.mark.parametrize("last", ["Comments", "Location", "Notes"])
def test_the_last_label_of_a_card_ends_no_part_of_the_plan(last: str) -> None:
    one, other = (
        f"**Service:** {name}\n**Provider:** District of service\n**Duration/Freq:** {time}\n**{last}:** {said}\n"
        for name, time, said in (
            ("Reading instruction (330)", "120 min served weekly", "Quiet room"),
            ("Speech therapy (415)", "40 min served weekly", "With a friend"),
        )
    )
    found = services(f"{one}\n{other}")
    assert [(s.name, s.minutes_per_week) for s in found] == [
        ("Reading instruction (330)", 120),
        ("Speech therapy (415)", 40),
    ]


PAIRS = """
| Service | Reading instruction | Frequency | 3 times per week |
| Minutes per session | 40 | Location | Resource room |
| Provider | Reading teacher |
| Service | Counseling | Frequency | weekly |
| Minutes per session | 30 | Location | Office |
| Provider | Counselor |
"""


def test_labels_and_values_that_take_turns_from_left_to_right_are_a_card() -> None:
    assert said(services(PAIRS)) == [("Reading instruction", 120, "Resource room"), ("Counseling", 30, "Office")]


def test_a_table_of_such_pairs_without_a_name_is_no_card() -> None:
    assert services("\n".join(line for line in PAIRS.splitlines() if "Service" not in line)) == ()


@pytest.mark.parametrize("unknown", [("Provider",), ("Provider", "Location")])
def test_a_card_with_labels_that_are_not_known_is_still_one(unknown: tuple[str, ...]) -> None:
    text = PAIRS.replace("teacher |", "teacher | Start Date | 03/09/2026 |")
    text = text.replace("Counselor |", "Counselor | Start Date | 03/09/2026 |")
    for label in unknown:
        text = text.replace(f"| {label} |", f"| Ledger {label[::-1].lower()} |")
    found = services(text)
    assert [s.name for s in found] == ["Reading instruction", "Counseling"]
    assert found[0].minutes_per_week == 120


def test_a_table_with_labels_in_two_columns_has_no_service_in_each_of_the_others() -> None:
    found = services(
        "| Service | Reading instruction | Whereabouts | Small room |\n"
        "| Frequency | 2 times per week | Amount | 40 min |\n"
        "| Provider | Reading teacher | Strand | Decoding |\n| Rank | First | Kept by | Office |\n"
    )
    assert "Whereabouts" not in [s.name for s in found]


@pytest.mark.parametrize("label", ["Services", "Service"])
def test_the_label_of_a_related_service_opens_no_other_part(label: str) -> None:
    text = (
        f"{COVER}# Related Services\n**{label}:** Counseling\n**Minutes:** 30\n**Frequency:** weekly\n"
        "**Location:** office\n\n# Placement\nIda leaves class to be taught.\n"
    )
    (service,) = plan(text).services or ()
    assert (service.name, service.category) == ("Counseling", "related-service")


@pytest.mark.parametrize("again", ["", "| Minutes per Week | 60 | Provider | Therapist |\n"])
def test_a_card_goes_on_on_the_next_page_where_the_row_before_may_be_printed_again(again: str) -> None:
    found = services(
        "| Service | Speech therapy | Place | Speech room |\n| Minutes per Week | 60 | Provider | Therapist |\n"
        f"\n~~~\n\n{again}| Start Date | 03/11/2026 | End Date | 03/03/2027 |\n"
    )
    assert said(found) == [("Speech therapy", 60, "Speech room")]
    assert (found[0].start.value, found[0].end.value) == (date(2026, 3, 11), date(2027, 3, 3))


@pytest.mark.parametrize("between", ["\n\nNext\n\n", "\n"])
def test_a_block_of_pairs_and_of_labels_above_their_values_is_one_service(between: str) -> None:
    card = (
        "| Type of service | {} | Goal(s) addressed | 1 |\n"
        "| Provider title | Location of service | Begin | End |\n"
        "| Special education teacher | {} | 03/09/2026 | 03/01/2027 |\n"
        "| Amount of time | {} minutes | Frequency | {} times per week |"
    )
    one, other = card.format("Reading instruction", "Resource room", 40, 3), card.format("Counseling", "Office", 20, 2)
    found = services_under_heading(one + between + other)
    assert weekly(found) == [("Reading instruction", 120), ("Counseling", 40)]
    assert [s.location.value for s in found] == ["Resource room", "Office"]
    assert all(s.start.value and s.end.value for s in found)


def test_a_block_that_begins_with_labels_above_their_values_is_one_service() -> None:
    found = services_under_heading(
        "| Service | Provider | Setting |\n| Reading instruction | Special education teacher | Resource room |\n"
        "| Minutes | 30 | How often | 5 times per week |\n| Begin date | 03/09/2026 | End date | 03/01/2027 |"
    )
    assert weekly(found) == [("Reading instruction", 150)]
    assert [s.location.value for s in found] == ["Resource room"]


@pytest.mark.parametrize("more", ["", "| GROUP SIZE//Small group | GOALS//1 | COMMENTS//in the morning |\n"])
def test_a_service_may_take_several_rows_of_labels_with_their_values_below(more: str) -> None:
    card = (
        "| SERVICE//{} | AMOUNT AND FREQUENCY//{} | LOCATION//{} |\n"
        "| START DATE//03/09/2026 | END DATE//03/01/2027 | DELIVERY//Direct |\n" + more
    )
    found = services_under_heading(
        card.format("Specialized instruction: writing", "40 minutes, 4 times per week", "Resource room")
        + card.format("Co-taught science", "90 minutes per week", "Science classroom")
    )
    assert weekly(found) == [("Specialized instruction: writing", 160), ("Co-taught science", 90)]
    assert [s.location.value for s in found] == ["Resource room", "Science classroom"]
    assert all(s.start.value and s.end.value for s in found)


def test_a_name_with_a_colon_below_its_label_is_kept_whole() -> None:
    found = services_under_heading(
        "Service\nSpecialized instruction: writing\n\nFrequency\n40 minutes, 4 times per week\n\n"
        "Location\nResource room\n"
    )
    assert weekly(found) == [("Specialized instruction: writing", 160)]
