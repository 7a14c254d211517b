"""A page that cannot be read never makes anything missing: what was not read may stand there."""

from __future__ import annotations

import pytest
from reading import issues, plan_of, results, results_of, sample, without_text_layer

from iepaudit.model.field import FieldState
from iepaudit.parse import parse_part

# sample -> its pages
PAGES = {"sound-ruled-tables.pdf": 9, "state-form-checkboxes.pdf": 6, "preschool-narrative.pdf": 4, "plan.txt": 4}
EACH = [(name, number) for name, count in PAGES.items() for number in range(1, count + 1)]


@pytest.mark.parametrize("name", PAGES)
def test_the_samples_have_the_pages_named_here(name: str) -> None:
    assert len(sample(name).pages) == PAGES[name]


@pytest.mark.parametrize(("name", "number"), EACH)
def test_a_page_without_text_layer_makes_no_new_issue(name: str, number: int) -> None:
    before, after = issues(results_of(name)), issues(results(without_text_layer(sample(name), number)))
    assert after - before == {}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_without_text_layer_is_not_said_to_be_left_out(name: str) -> None:
    found = issues(results(without_text_layer(sample(name), 2)))
    assert "missing-pages" not in found


def test_what_stood_on_the_lost_page_is_unclear_and_not_blank() -> None:
    document = without_text_layer(sample("sound-ruled-tables.pdf"), 8)
    part = plan_of(document)
    assert part is not None
    found = parse_part(document, part)
    assert found.unreadable_pages == (8,)
    assert [s.key for s in found.sections if s.key == "nonparticipation" and s.state is FieldState.BLANK] == []
