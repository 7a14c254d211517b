"""A column with the kind of what stands in the next one: special education, a related service, an accommodation."""

from __future__ import annotations

import pytest
from builders import keys, part, services_under_heading, weekly

ONE_PART = "# Individualized Education Program\nStudent: Ida Fenn   Date of birth: 04/11/2015\n\n# Services\n"


def aids(*kinds: str, head: str = "Aids, Services, Program Accommodations and/or Supports") -> str:
    rows = [f"| {kind} | Number line and graph paper, sheet {n} | 03/09/2026 | Every math task | Classroom |"
            for n, kind in enumerate(kinds)]  # fmt: skip
    return "\n".join([f"| Type | {head} | Start Date | Duration/Freq | Location |", *rows])


@pytest.mark.parametrize(
    "kinds",
    [
        ("Accom.", "Accom.", "Support"),
        ("Accommodation", "Modification"),
        ("Mod.", "Supp. Aids"),
        ("Testing accommodation", "SAS"),
        ("Acomodación", "Apoyo"),
    ],
)
def test_a_kind_of_aid_is_no_service(kinds: tuple[str, ...]) -> None:
    wanted = "| Service | Minutes | Frequency | Location |\n| Reading instruction | 30 | daily | Resource room |"
    found = services_under_heading(f"{aids(*kinds)}\n\n{wanted}")
    assert not {s.name for s in found} & set(kinds)
    assert [s.name for s in found if s.category == "special-education"] == ["Reading instruction"]


def test_kinds_that_a_form_prints_itself_are_no_names() -> None:
    grid = (
        "| Service Type | Service(s) | Frequency of Service(s) | Amount of time | Location |\n"
        "| {} | [[{}]] | [[{} times weekly]] | [[30 min.]] | [[Room 4]] |"
    )
    text = f"{grid.format('Special Education', 'Sentence frames, taught', 3)}\n\nBoth hold until March.\n\n"
    found = services_under_heading(text + grid.format("Related Service", "Speech therapy", 2))
    assert weekly(found) == [("Sentence frames, taught", 90), ("Speech therapy", 60)]
    assert [s.category for s in found] == ["special-education", "related-service"]


@pytest.mark.parametrize(
    "bar",
    [
        "SUPPLEMENTARY AIDS, SERVICES & OTHER SUPPORTS FOR SCHOOL PERSONNEL, OR FOR STUDENT, OR ON BEHALF OF STUDENT",
        "Supplementary Aids, Services and Other Supports for School Personnel, or for the Student",
    ],
)
def test_a_long_bar_over_aids_opens_their_part(bar: str) -> None:
    text = f"{ONE_PART}The team looked at three settings.\n\n% {bar}\n{aids('Accom.', 'Accom.')}\n"
    assert "supplementary-aids" in keys(part(text))
