"""Cells that name a service and who gives it, on a line each."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import COVER, plan, weekly

from iepaudit.model.document import Line
from iepaudit.model.field import Place
from iepaudit.model.geometry import Box
from iepaudit.model.iep import Block
from iepaudit.parse.service_groups import answers_no, with_provider
from iepaudit.parse.tables import GridCell, cell_of

BOX = Box(0, 0, 100, 10)


def block(*texts: str) -> Block:
    lines = tuple(Line(text, BOX, 1, (), 9.0, False) for text in texts)
    whole = " ".join(texts)
    return Block("", whole, whole, "", Place(1, BOX, whole), lines)


@pytest.mark.parametrize("blocks", [[block("Speech therapy", "SLP")], [block("Speech therapy"), block("SLP")]])
def test_the_last_line_names_who_gives_the_service(blocks: list[Block]) -> None:
    assert with_provider("Speech therapy SLP", cell_of(blocks)) == ("Speech therapy", "SLP")


@pytest.mark.parametrize(
    ("texts", "named"),
    [
        (
            ("Vocabulary and listening - Teacher of the", "Deaf/HH"),
            ("Vocabulary and listening", "Teacher of the Deaf/HH"),
        ),
        (("Hearing aid checks - Educational", "Audiologist"), ("Hearing aid checks", "Educational Audiologist")),
        (("Braille - TVI",), ("Braille", "TVI")),
        (
            ("Cane travel; orientation and", "mobility specialist"),
            ("Cane travel", "orientation and mobility specialist"),
        ),
        (
            ("Reading - small group", "Special Education Teacher"),
            ("Reading - small group", "Special Education Teacher"),
        ),
        (("Decoding - whole words",), None),
    ],
)
def test_a_name_with_its_provider_behind_a_dash(texts: tuple[str, ...], named: tuple[str, str] | None) -> None:
    assert with_provider(" ".join(texts), cell_of([block(*texts)])) == named


def test_a_name_of_two_lines_names_nobody() -> None:
    assert (
        with_provider("Reading and writing instruction", cell_of([block("Reading and writing", "instruction")])) is None
    )


def answered(*said: tuple[str, str]) -> dict[int, GridCell]:
    return {0: cell_of([replace(block(f"{label}: {value}"), label=label, filled=value) for label, value in said])}


@pytest.mark.parametrize(
    ("said", "none"),
    [
        ([("Special transportation", "☒ No"), ("Adapted PE", "☒ No")], True),
        ([("Summer school bus", "Not needed")], True),
        ([("Assistive technology", "N/A"), ("Interpreter", "None")], True),
        ([("Special transportation", "☒ Yes"), ("Adapted PE", "☒ No")], False),
        ([("Adapted PE", "No more than 30 minutes")], False),
    ],
)
def test_a_line_of_questions_answered_with_no_names_no_service(said: list[tuple[str, str]], none: bool) -> None:
    assert answers_no(answered(*said)) is none


@pytest.mark.parametrize(
    "bar",
    [
        "**Participation in General Education Classes with Special Education Support**",
        "% Participation in Regular Classes",
        "**Placement: General Education Setting**",
    ],
)
def test_a_bar_about_regular_classes_among_services_is_no_part_of_its_own(bar: str) -> None:
    found = plan(
        f"""{COVER}
# Special Education Services
| Service | Amount | Location | Start | End |
| {bar} |
| Math co-teaching | 225 MPW | Room 214 | 3/18/2026 | 3/10/2027 |
| % Special Education Services - Outside General Education |
| Writing instruction | 150 MPW | Resource room | 3/18/2026 | 3/10/2027 |

# Placement
Ida leaves class because she needs instruction.
"""
    )
    assert weekly(found.services or ()) == [("Math co-teaching", 225), ("Writing instruction", 150)]
    assert [s.heading for s in found.sections if s.key in ("placement", "nonparticipation")] == ["Placement"]
