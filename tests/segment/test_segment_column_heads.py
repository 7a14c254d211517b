"""Words in the cells of a table, and names of offices, that are no headings of a part. Nobody here exists."""

from __future__ import annotations

import pytest
from builders import COVER, keys, part, plan

from iepaudit.segment.known_headings import headings

READ = "Ida will read aloud 95 words correct per minute on grade 4 passages by March 2027."


@pytest.mark.parametrize("bold", ["% ", "**"])
@pytest.mark.parametrize(
    "heads",
    [
        (
            "ANNUAL GOALS//WHAT THE STUDENT IS EXPECTED TO ACHIEVE",
            "CRITERIA//MEASURE TO DETERMINE IF GOAL HAS BEEN ACHIEVED",
            "METHOD//HOW PROGRESS WILL BE//MEASURED",
            "SCHEDULE//WHEN PROGRESS WILL//BE MEASURED",
        ),
        (
            "ANNUAL GOAL//END OF YEAR EXPECTATION",
            "CRITERIA//MEASURE OF SUCCESS",
            "METHOD//PROGRESS MONITORING//PROCEDURE",
            "SCHEDULE//PROGRESS MONITORING//DATES",
        ),
    ],
)
def test_later_lines_of_a_column_head_open_no_part(bold: str, heads: tuple[str, ...]) -> None:
    close = "**" if bold == "**" else ""
    row = " | ".join("//".join(f"{bold}{line}{close}" for line in head.split("//")) for head in heads)
    text = f"{COVER}# Measurable Annual Goals\n\n| {row} |\n| {READ} | 95 words | weekly probe | each month |\n"
    (goal,) = plan(text).goals or ()
    assert (goal.text, goal.method.value) == (READ, "weekly probe")


def test_a_label_of_a_row_goes_on_in_a_word_that_is_a_heading_elsewhere() -> None:
    found = part(
        COVER + "# Coordinated Set of Transition Activities\n\n"
        "| Activities | Service | Agency |\n"
        "| Instruction | None needed | |\n"
        "| Development of Employment and Other Post-school Adult Living//Objectives "
        "| A day in an office, and a letter in May | Ms. Roe |\n"
        "| Functional Vocational Assessment | N/A | |\n"
    )
    assert keys(found)[-1] == "transition-services"


def test_a_heading_goes_on_until_its_bracket_is_closed() -> None:
    found = part(
        f"{COVER}# Measurable Annual Goals\n{READ}\n\n"
        "**SECTION FOR STUDENTS WITH SHORT-TERM INSTRUCTIONAL OBJECTIVES (REQUIRED FOR STUDENTS WHO TAKE**\n"
        "**THE STATE ALTERNATE**\n**ASSESSMENT)**\nN/A\n"
    )
    assert keys(found)[-1] == "objectives"


@pytest.mark.parametrize(
    "office",
    [
        "COMMITTEE ON SPECIAL EDUCATION",
        "Department of Special Education Services",
        "Office of Exceptional Student Education",
        "Special Education Department",
        "Division of Special Education and Student Services",
    ],
)
def test_the_office_that_a_plan_is_from_is_no_part_of_it(office: str) -> None:
    assert (headings().match(office), headings().match_loose(office)) == (None, None)
    assert keys(part(f"# {office}\n41 Academy Street\n\n{COVER}"))[-1] == "demographics"


def test_what_a_committee_recommends_is_a_part_of_the_plan() -> None:
    match = headings().match("Committee on Special Education Recommended Special Education Services")
    assert match is not None and match.key == "special-education"
