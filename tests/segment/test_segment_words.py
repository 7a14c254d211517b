"""One spelling for headings and labels."""

from __future__ import annotations

import pytest

from iepaudit.segment.words import follows, has_numbering, key_of, number_of, strip_numbering


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("PRESENT LEVELS", "present level"),
        ("IV. Annual Goals", "Annual Goals"),
        ("Section 3 - Annual Goals", "annual goal"),
        ("3) Annual Goals", "annual goals"),
        ("7 Annual Goals", "annual goals"),
        ("Sección 3. Metas anuales", "metas anuales"),
        ("• Annual Goals", "annual goals"),
        ("Goals & Objectives", "Goals and Objectives"),
        ("Child's Name", "Student Name"),
        ("Student’s Name", "Student's Name"),
        ("Parent(s)", "Parents"),
        ("Extended School Year (ESY)", "extended school year"),
        ("Annual Goals (one for each need (if any))", "annual goals"),
        ("Post-secondary Goals", "Post secondary goals"),
        ("Disabilities", "Disability"),
        ("Related Services:", "related service"),
        ("Parent/Student Concerns", "parent student concern"),
    ],
)
def test_two_spellings_of_a_heading_have_one_key(one: str, other: str) -> None:
    assert key_of(one) == key_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Start Date", "End Date"),
        ("Special Education", "Education"),
        ("Progress", "Progres s"),
        ("Goal", "Goal 1"),
    ],
)
def test_different_headings_have_different_keys(one: str, other: str) -> None:
    assert key_of(one) != key_of(other)


@pytest.mark.parametrize("word", ["class", "progress", "ESY", "address", "status", "basis"])
def test_words_that_end_in_s_by_nature_keep_it(word: str) -> None:
    assert key_of(word) == word.lower()


@pytest.mark.parametrize("text", ["4. Goals", "IV. Goals", "Section B: Goals", "Part 2 Goals", "a) Goals", "12 Goals"])
def test_numbering_is_told(text: str) -> None:
    assert has_numbering(text)
    assert strip_numbering(text) == "Goals"


@pytest.mark.parametrize("text", ["Goals", "504 Plan", "2026 goals", "I read well.", "- Goals", "3.5 percent"])
def test_what_only_begins_like_numbering_is_none(text: str) -> None:
    assert not has_numbering(text)


def test_a_number_alone_is_not_taken_away() -> None:
    assert strip_numbering("4.") == "4."


def test_a_parenthesis_alone_is_still_a_heading() -> None:
    assert key_of("(ESY)") == "esy"


def test_punctuation_alone_has_no_key() -> None:
    assert key_of(" — ... :") == ""


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("14. Goals", "14"),
        ("Section 4 - Goals", "4"),
        ("IX. Goals", "IX"),
        ("k) Goals", "K"),
        ("Goals 3", ""),
        ("-", ""),
    ],
)
def test_the_number_of_a_heading_is_told(text: str, number: str) -> None:
    assert number_of(text) == number


@pytest.mark.parametrize(("number", "before"), [("14", "13"), ("I", "H"), ("IX", "VIII"), ("V", "U"), ("V", "IV")])
def test_a_number_follows_on_the_one_before_it(number: str, before: str) -> None:
    assert follows(number, before)


@pytest.mark.parametrize(
    ("number", "before"), [("14", "12"), ("1", "13"), ("", "3"), ("3", ""), ("A", "9"), ("X", "VIII")]
)
def test_other_numbers_do_not(number: str, before: str) -> None:
    assert not follows(number, before)
