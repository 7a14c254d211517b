"""No text, however odd, breaks the small readers or keeps them busy."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import pairwise

import pytest
from builders import document
from hypothesis import given, settings
from hypothesis import strategies as st

from iepaudit.model.document import Document
from iepaudit.parse import parse_part
from iepaudit.parse.dates import find_dates, month_and_year
from iepaudit.parse.goal_wording import looks_like_goal
from iepaudit.parse.measures import read_measure
from iepaudit.parse.student import parse_grade, parse_name
from iepaudit.segment import segment
from iepaudit.segment.known_headings import headings
from iepaudit.segment.known_labels import goal_labels, labels
from iepaudit.segment.known_prompts import without_placeholders
from iepaudit.segment.label import label_of
from iepaudit.segment.prompts import is_prompt
from iepaudit.segment.words import has_numbering, key_of

READERS: dict[str, Callable[[str], object]] = {
    "find_dates": find_dates,
    "month_and_year": month_and_year,
    "read_measure": read_measure,
    "parse_name": parse_name,
    "parse_grade": parse_grade,
    "looks_like_goal": looks_like_goal,
    "label_of": label_of,
    "key_of": key_of,
    "headings": headings().match,
    "loose headings": headings().match_loose,
    "labels": labels().name_of,
    "goal labels": goal_labels().name_of,
    "is_prompt": is_prompt,
    "without_placeholders": without_placeholders,
}
WORDS = [
    *(
        "30",
        "minutes",
        "per",
        "week",
        "5",
        "x",
        "times",
        "3/4/2026",
        "2/30/2026",
        "March",
        "4,",
        "Goal",
        "1:",
        "By",
        "Ida",
        "will",
    ),
    *("Name:", "☐", "☒", "Yes", "No", "____", "(e.g.", "I.", "-", "•", "|", "/", "Annual", "Goals", "%", "de", "ñ"),
]
LIKELY = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)
ANY = st.one_of(st.text(max_size=80), LIKELY)
LONG = 20_000
SECONDS = 3.0  # on a slow machine; a reader that is linear takes far less than a tenth of it
HOSTILE = ["1/", "30 minutes ", "a", " ", "(", "_", "☐ ", "March ", "5 x ", "1 ", "- ", "A b: ", "two 30 minute ", "I.",
           "Goal 1 ", "per week ", "each ", "12-", "\u00a0", "ab c(", "[", "{", ". . ", "By 1 "]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(ANY)
def test_any_text_is_read_without_an_error(text: str) -> None:
    for read in READERS.values():
        read(text)


@settings(max_examples=150, deadline=None)
@given(ANY)
def test_characters_of_dates_are_within_the_text_and_in_order(text: str) -> None:
    found = find_dates(text)
    assert all(0 <= f.start < f.end <= len(text) for f in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@settings(max_examples=150, deadline=None)
@given(LIKELY)
def test_a_key_does_not_depend_on_case_or_on_space_around_it(text: str) -> None:
    assert key_of(f"  {text}\t") == key_of(text)
    if not has_numbering(text.upper()):  # "7 GOALS" is numbered, "7 goals" a number of them
        assert key_of(text.upper()) == key_of(text.lower())


@settings(max_examples=150, deadline=None)
@given(LIKELY)
def test_weekly_minutes_are_stated_with_amount_and_frequency(text: str) -> None:
    measure = read_measure(text)
    if measure.minutes_per_week is not None:
        assert measure.amount
        assert measure.frequency
        assert measure.minutes_per_week >= 0


@pytest.mark.parametrize("name", READERS)
def test_long_hostile_texts_take_no_long_time(name: str) -> None:
    slow = {}
    for unit in HOSTILE:
        text = (unit * (LONG // len(unit) + 1))[:LONG]
        begin = time.perf_counter()
        READERS[name](text)
        took = time.perf_counter() - begin
        if took > SECONDS:
            slow[unit] = round(took, 1)
    assert slow == {}


def read(made: Document) -> None:
    for part in segment(made):
        parse_part(made, part)


LINES = st.lists(
    st.one_of(
        st.text(alphabet=st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=60),
        LIKELY,
        LIKELY.map(lambda text: f"# {text}"),
        st.lists(LIKELY, min_size=1, max_size=4).map(lambda cells: f"| {' | '.join(cells)} |"),
        st.sampled_from(["# Annual Goals", "# Related Services", "# Special Factors", "~~~", "", "[[Ida]]", "ESY:"]),
    ),
    max_size=25,
)


@settings(max_examples=60, deadline=None)
@given(LINES)
def test_any_document_is_taken_apart_without_an_error_and_without_losing_pages(lines: list[str]) -> None:
    made = document("\n".join(lines))
    read(made)
    covered = [n for part in segment(made) for n in range(part.first_page, part.last_page + 1)]
    assert covered == [page.number for page in made.pages]
