"""Names of services over the labels of how much and how often, and words that only look like them."""

from __future__ import annotations

import pytest
from builders import services_under_heading, weekly


def services(body: str) -> list[tuple[str, int | None]]:
    return weekly(services_under_heading(body))


CARD = "Begin / End: 03/09/2026 - 03/01/2027\nMinutes / Freq: {} min., {}x per week\nLocation: Resource room"


@pytest.mark.parametrize("first", ["Mathematics", "Reading fluency and comprehension", "Behavior"])
def test_a_title_without_a_word_for_services_names_the_one_of_its_card(first: str) -> None:
    found = services(f"{first}\n\n{CARD.format(45, 4)}\n\nWritten expression\n\n{CARD.format(30, 2)}")
    assert found == [(first, 180), ("Written expression", 60)]


def test_a_value_among_the_labels_of_a_card_opens_no_other_service() -> None:
    body = (
        "Service: Reading instruction\nLocation: Resource room\nMs. Olwen Bly\nMinutes: 30\nFrequency: 5 times per week"
    )
    assert services(body) == [("Reading instruction", 150)]


def test_the_area_of_the_next_goal_is_no_service() -> None:
    body = (
        "| Service | Frequency | Amount of time | Location |\n"
        "| Reading instruction | 5 times weekly | 45 min. | Resource room |\n\n"
        "Frequency is given per day, week or month.\n\nAREA:\nWritten Expression"
    )
    assert services(body) == [("Reading instruction", 225)]


def test_an_area_with_minutes_of_its_own_is_one() -> None:
    body = "Area: Written expression\nMinutes: 30\nFrequency: 2 times per week\nLocation: Resource room"
    assert services(body) == [("Written expression", 60)]
