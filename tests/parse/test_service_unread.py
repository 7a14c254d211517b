"""What stands under a heading for services and was not understood leaves open what the services lack."""

from __future__ import annotations

import pytest
from builders import COVER, plan

from iepaudit.model.field import FieldState
from iepaudit.model.iep import Iep
from iepaudit.parse.service_unread import HOW_MUCH_UNREAD, NONE_READ, SOME_UNREAD


def under_heading(body: str) -> Iep:
    text = f"{COVER}# Special Education and Related Services\n{body}\n\n# Placement\nIda leaves class to be taught.\n"
    return plan(text)


@pytest.mark.parametrize(
    "body",
    [
        "The district team delivers push-in support on a rotating calendar.",
        "| Weeks 1-9 | Weeks 10-18 |\n| Reading instruction with Ms. Bly | Speech therapy with Mr. Oto |",
    ],
)
def test_services_of_which_no_row_was_read_are_unread(body: str) -> None:
    found = under_heading(body)
    assert found.services == ()
    assert found.services_unread == NONE_READ


@pytest.mark.parametrize(
    "body",
    ["", "None.", "No related services are needed at this time.", "| Service | Frequency | Location |"],
)
def test_nothing_under_the_heading_is_nothing_unread(body: str) -> None:
    assert under_heading(body).services_unread == ""


def test_rows_that_were_all_read_leave_nothing_open() -> None:
    found = under_heading("| Service | Frequency |\n| Speech therapy | 20 minutes, 2 times per week |")
    assert found.services_unread == ""
    assert found.services is not None
    assert found.services[0].location.state is not FieldState.UNCLEAR


def test_an_amount_that_belongs_to_no_row_leaves_open_what_the_rows_lack() -> None:
    found = under_heading(
        "| Service | Frequency |\n| Speech therapy | 20 minutes, 2 times per week |\n\n"
        "In her class, 45 minutes of help are given by whoever is free."
    )
    assert found.services_unread == SOME_UNREAD
    assert found.services is not None
    assert found.services[0].location.state is FieldState.UNCLEAR
    assert found.services[0].minutes_per_week == 40


@pytest.mark.parametrize("head", ["All in all", "Dose"])
def test_figures_under_a_head_that_is_not_known_leave_open_how_much_is_given(head: str) -> None:
    found = under_heading(
        f"| Service | {head} | Location | Provider |\n"
        "| Reading instruction | 225 | Resource room | Special education teacher |\n"
        "| Speech therapy | 60 | Speech room | Speech-language pathologist |"
    )
    assert found.services is not None
    assert [s.name for s in found.services] == ["Reading instruction", "Speech therapy"]
    assert {s.amount.state for s in found.services} == {FieldState.UNCLEAR}
    assert found.services_unread == HOW_MUCH_UNREAD


def test_a_table_without_figures_leaves_nothing_open() -> None:
    found = under_heading(
        "| Service | Frequency | Location | Provider |\n"
        "| Reading instruction | | Resource room | Special education teacher |\n"
        "| Speech therapy | | Speech room | Speech-language pathologist |"
    )
    assert found.services is not None
    assert all(s.frequency.state in (FieldState.BLANK, FieldState.TEMPLATE) for s in found.services)
    assert found.services_unread == ""
