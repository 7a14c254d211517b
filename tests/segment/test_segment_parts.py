"""Where one document of a file ends and the next begins."""

from __future__ import annotations

import pytest
from builders import parts

from iepaudit.model.iep import Kind

PROSE = "Ida likes to read stories about ships and about the sea, and she tells them to her friends.\n" * 2
PLAN = f"""\
# Individualized Education Program
Student Name: Ida Fenn   Date of Birth: 05/14/2016   Meeting Date: 03/02/2026

# Present Levels of Performance
{PROSE}
"""
REST = f"""\
# Measurable Annual Goals
By March 2027, Ida will read 90 words correct per minute as measured by weekly probes.

# Special Education Services
Reading instruction, 30 minutes, 5 times per week.
{PROSE}
"""
PROGRESS = f"# IEP Progress Report\nStudent Name: Ida Fenn   Date: 06/12/2026\n\n{PROSE}"
NOTICE = f"# Prior Written Notice\nStudent Name: Ida Fenn   Date: 03/04/2026\n\n{PROSE}"


def kinds(text: str, **more: object) -> list[tuple[Kind, int, int]]:
    return [(p.kind, p.first_page, p.last_page) for p in parts(text, **more)]


def test_a_packet_is_taken_apart_at_its_titles() -> None:
    assert kinds(f"{PLAN}~~~\n{REST}~~~\n{PROGRESS}~~~\n{NOTICE}") == [
        (Kind.IEP, 1, 2),
        (Kind.PROGRESS_REPORT, 3, 3),
        (Kind.PRIOR_WRITTEN_NOTICE, 4, 4),
    ]


def test_sections_of_one_document_are_not_in_the_next() -> None:
    plan, report = parts(f"{PLAN}{REST}~~~\n{PROGRESS}")
    assert "annual-goals" in [s.key for s in plan.sections]
    assert {b.place.page for s in report.sections for b in s.blocks} == {2}


def test_the_same_title_on_each_page_starts_no_new_document() -> None:
    assert kinds(f"{PLAN}~~~\n# Individualized Education Program\n{REST}") == [(Kind.IEP, 1, 2)]


def test_a_page_count_that_begins_again_under_a_title_starts_a_new_document() -> None:
    labels = {1: "Page 1 of 2", 2: "Page 2 of 2", 3: "Page 1 of 2", 4: "Page 2 of 2"}
    text = f"{PLAN}~~~\n{REST}~~~\n{PLAN}~~~\n{REST}"
    assert kinds(text, labels=labels) == [(Kind.IEP, 1, 2), (Kind.IEP, 3, 4)]


def test_a_form_within_the_page_count_of_the_plan_belongs_to_it() -> None:
    labels = {n: f"Page {n} of 3" for n in (1, 2, 3)}
    assert kinds(f"{PLAN}~~~\n{REST}~~~\n{NOTICE}", labels=labels) == [(Kind.IEP, 1, 3)]


def test_a_behavior_plan_among_the_pages_of_a_plan_is_a_section_of_it() -> None:
    text = f"{PLAN}~~~\n# Behavior Plan\n{PROSE}~~~\n{REST}"
    assert kinds(text) == [(Kind.IEP, 1, 3)]


def test_a_notice_that_is_only_spoken_of_starts_no_new_document() -> None:
    assert kinds(f"{PLAN}~~~\nThe family was given a prior written notice in March.\n{REST}") == [(Kind.IEP, 1, 2)]


def test_pages_that_could_not_be_read_stay_with_the_document_before_them() -> None:
    assert kinds(f"{PLAN}~~~\nlost\n~~~\n{REST}", unread={2}) == [(Kind.IEP, 1, 3)]


@pytest.mark.parametrize("text", [PLAN, f"{PLAN}~~~\n{REST}", PROSE, f"{PLAN}~~~\n{PROGRESS}", "x\n~~~\n\n~~~\ny"])
def test_every_page_is_in_exactly_one_part(text: str) -> None:
    pages = text.count("~~~") + 1
    covered = [n for p in parts(text) for n in range(p.first_page, p.last_page + 1)]
    assert covered == list(range(1, pages + 1))


def test_a_part_that_stands_third_on_its_page_is_no_title() -> None:
    page = f"# Accommodations\n{PROSE}\n# Progress Reports\nReports go home each quarter.\n"
    assert kinds(f"{PLAN}{REST}~~~\n{page}") == [(Kind.IEP, 1, 2)]


COVER = (
    "# Individualized Education Program\nStudent Name: {}   Date of Birth: {}\nMeeting Date: {}   Start Date: {}\n\n"
)
IDA = COVER.format("Ida Fenn", "05/14/2016", "03/02/2026", "03/09/2026")
LAST_YEAR = COVER.format("Ida Fenn", "05/14/2016", "03/04/2025", "03/10/2025")
BROTHER = COVER.format("Max Fenn", "02/02/2019", "03/02/2026", "03/09/2026")


@pytest.mark.parametrize("second", [LAST_YEAR, BROTHER])
def test_a_first_page_for_another_child_or_year_starts_a_new_document(second: str) -> None:
    text = f"{IDA}{PROSE}~~~\n{REST}~~~\n{second}{PROSE}~~~\n{REST}"
    assert kinds(text) == [(Kind.IEP, 1, 2), (Kind.IEP, 3, 4)]


def test_a_wrong_name_above_one_of_the_pages_starts_no_document() -> None:
    wrong = COVER.format("Max Fenn", "02/02/2019", "03/02/2026", "03/09/2026")
    assert kinds(f"{IDA}{PROSE}~~~\n{IDA}{REST}~~~\n{wrong}{PROSE}") == [(Kind.IEP, 1, 3)]


def test_one_other_date_on_a_page_starts_no_document() -> None:
    other = COVER.format("Ida Fenn", "05/14/2016", "03/02/2026", "04/09/2026")
    assert kinds(f"{IDA}{PROSE}~~~\n{REST}~~~\n{other}{PROSE}") == [(Kind.IEP, 1, 3)]


def test_a_page_whose_number_goes_on_starts_no_document() -> None:
    text = f"{IDA}{PROSE}~~~\n{REST}~~~\n{LAST_YEAR}{PROSE}"
    assert kinds(text, labels={n: f"Page {n} of 3" for n in (1, 2, 3)}) == [(Kind.IEP, 1, 3)]


FRONT = "Student Name: {name}   Date of Birth: 05/14/2016\nMeeting Date: 03/02/2026   IEP Start Date: 03/09/2026"
FIRST = f"# Individualized Education Program (IEP)\n\n# Present Levels of Performance\n{PROSE}\n{REST}"


@pytest.mark.parametrize(
    "title",
    [
        "# Student Information Sheet",
        "# Meeting Record",
        "# Evaluation Report and IEP Team Meeting Cover Sheet",
        "# EVALUATION REPORT AND IEP COVER SHEET",
        "",
    ],
)
def test_the_cover_sheet_in_front_of_a_plan_is_its_first_page(title: str) -> None:
    assert kinds(f"{title}\n{FRONT.format(name='Ida Fenn')}\n~~~\n{FIRST}") == [(Kind.IEP, 1, 2)]


@pytest.mark.parametrize(
    "front",
    [
        f"# Progress Report\n{FRONT.format(name='Ida Fenn')}\n{PROSE}",
        f"# Evaluation Report\n{FRONT.format(name='Ida Fenn')}\n{PROSE}",
        f"# Reading Record\nTeacher: Bo Gray   Room: 4\n{PROSE}",
    ],
)
def test_another_document_in_front_of_a_plan_is_no_page_of_it(front: str) -> None:
    assert kinds(f"{front}\n~~~\n{FIRST}")[-1] == (Kind.IEP, 2, 2)


def test_a_page_about_another_child_in_front_of_a_plan_is_no_page_of_it() -> None:
    front = FRONT.format(name="Ana Lund")
    plan = FIRST.replace("\n", "\nStudent Name: Ida Fenn\n", 1)
    assert kinds(f"# Student Information Sheet\n{front}\n~~~\n{plan}")[-1] == (Kind.IEP, 2, 2)


@pytest.mark.parametrize(("number", "ends"), [("3.", []), ("1.", [(Kind.PRIOR_WRITTEN_NOTICE, 2, 2)])])
def test_a_page_whose_headings_go_on_with_the_numbers_of_the_plan_begins_no_other(
    number: str, ends: list[tuple[Kind, int, int]]
) -> None:
    plan = PLAN.replace("# Present", "# 1. Present") + REST.replace("# Measurable", "# 2. Measurable")
    page = f"{NOTICE}\n# {number} Extended School Year\nNot needed this year.\n"
    assert kinds(f"{plan}~~~\n{page}") == ([(Kind.IEP, 1, 1), *ends] if ends else [(Kind.IEP, 1, 2)])
