"""Aids and supports for staff under a label, a column head or heads printed once more."""

from __future__ import annotations

import pytest
from builders import COVER, parts

from iepaudit.model.iep import Section

SERVICES = (
    "| Special Education Service | Amount | Frequency | Location |\n"
    "| Reading instruction | 30 minutes | daily | resource room |\n"
)


def section(body: str, key: str) -> Section | None:
    (part,) = parts(f"{COVER}{body}\n\n# Placement\nIda leaves class because she needs instruction.\n")
    found = [s for s in part.sections if s.key == key]
    assert len(found) <= 1
    return found[0] if found else None


@pytest.mark.parametrize("label", ["Support for school personnel", "Supports for School Personnel"])
def test_a_label_among_accommodations_opens_the_supports_for_staff(label: str) -> None:
    found = section(
        f"# Accommodations\nLarge print on all tests\n{label}: a talk with the nurse in May", "personnel-supports"
    )
    assert found is not None and found.filled_text == "a talk with the nurse in May"


def test_a_column_under_the_name_of_a_part_is_that_part() -> None:
    found = section(
        "# Student Supports\n"
        "| Instructional Accommodations | Supplementary Aids and Services | Supports for School Personnel |\n"
        "| large print | an adult at lunch | a morning of training on the device |\n",
        "personnel-supports",
    )
    assert found is not None and found.filled_text == "a morning of training on the device"


def test_heads_once_more_under_the_name_of_a_part_open_it() -> None:
    found = section(
        f"# Special Education Services\n{SERVICES}"
        "| Supports for School Personnel | Amount | Frequency | Location |\n"
        "| Talk with the nurse | 15 minutes | monthly | office |\n",
        "personnel-supports",
    )
    assert found is not None and "Talk with the nurse" in found.filled_text
    assert "Reading" not in found.filled_text


def test_a_part_with_a_heading_of_its_own_is_not_found_twice() -> None:
    found = section(
        "# Student Supports\n"
        "| Instructional Accommodations | Supplementary Aids and Services | Supports for School Personnel |\n"
        "| large print | an adult at lunch | a morning of training |\n\n# Supports for School Personnel\nA day in May",
        "personnel-supports",
    )
    assert found is not None and found.filled_text == "A day in May"


def test_a_column_headed_service_stays_under_the_heading_above_it() -> None:
    table = "| Service | Amount / frequency | Location | Start |\n"
    body = (
        f"# Supplementary aids and services\n{table}| Help card | each test | classroom | 9/1/2026 |\n\n"
        f"# Related services\n{table}| Counseling | 30 minutes weekly | office | 9/1/2026 |"
    )
    aids, related = section(body, "supplementary-aids"), section(body, "related-services")
    assert aids is not None and "Help card" in aids.filled_text
    assert related is not None and "Counseling" in related.filled_text
    assert section(body, "special-education") is None


@pytest.mark.parametrize("head", ["Accommodations / supplementary aids", "Supplementary aids and services"])
@pytest.mark.parametrize("when", ["When", "Circumstances"])
def test_aids_with_when_and_where_below_the_services_are_a_part_of_their_own(head: str, when: str) -> None:
    table = f"| {head} | {when} | Where |\n| large print | all written work | all classes |\n"
    found = section(f"# Services\n{SERVICES}\n{table}", "supplementary-aids")
    assert found is not None and "large print" in found.filled_text


def test_a_label_of_two_lines_in_one_cell_opens_the_supports_for_staff() -> None:
    found = section(
        "# Accommodations\n| Kind | How often |\n| Large print | daily |\n"
        "| School Personnel/Parental // Support(s): a visit of the nurse | monthly |",
        "personnel-supports",
    )
    assert found is not None and "a visit of the nurse" in found.filled_text


@pytest.mark.parametrize("heads", ["Name | Position / Role | Signature", "ARC Members - Name | Role | How attended"])
@pytest.mark.parametrize("above", ["", "# Conference Summary\nStudent: Ida Fenn   Conference Date: 09/22/2026\n\n"])
def test_a_table_of_people_with_what_they_are_is_the_team(heads: str, above: str) -> None:
    rows = "| Ann Fenn | Parent | A. Fenn |\n| Bo Gray | Special Education Teacher | |\n| Di Lee | Principal | |\n"
    found = section(f"{above}| {heads} |\n{rows}", "team")
    assert found is not None and "Bo Gray" in found.filled_text


@pytest.mark.parametrize(
    "table",
    [
        "| Name | Relationship | Phone |\n| Ann Fenn | Mother | 555-0101 |\n| Al Fenn | Father | 555-0102 |\n"
        "| Flo Fenn | Aunt | 555-0103 |\n",
        "| Service Name | Title of Provider | Minutes | Location |\n| Reading | Teacher | 30 | room 4 |\n"
        "| Math | Teacher | 20 | room 4 |\n| Writing | Teacher | 20 | room 4 |\n",
    ],
)
def test_a_table_of_contacts_or_services_is_no_team(table: str) -> None:
    assert section(table, "team") is None


AWAY = "Ida learns to read in a room of her own for an hour a day, since noise keeps her from hearing the sounds apart."


@pytest.mark.parametrize(
    "request_of_form",
    [
        "Free Appropriate Public Education (FAPE): explain the extent, if any, to which the student will not "
        "participate with non-disabled peers:",
        "Document the extent to which the student will not participate with nondisabled peers and the reasons why:",
        "In your own words, state why time away from other children is needed and what it is used for:",
    ],
)
@pytest.mark.parametrize("between", [" ", "\n\n"])
def test_a_request_among_the_services_with_its_answer_is_time_away_from_class(
    request_of_form: str, between: str
) -> None:
    found = section(f"# Special Education Services\n{request_of_form}{between}{AWAY}\n\n{SERVICES}", "nonparticipation")
    assert found is not None and found.filled_text.startswith("Ida learns to read in a room")
    assert "Reading instruction" not in found.filled_text


def test_what_the_law_says_about_time_away_is_no_request() -> None:
    law = "Removal from the general education environment occurs only when the nature of the disability is severe."
    assert section(f"# Special Education Services\n{law}\n\n{AWAY}\n\n{SERVICES}", "nonparticipation") is None
