"""The form's own words told from what somebody wrote."""

from __future__ import annotations

import pytest

from iepaudit.segment.known_prompts import has_placeholder, without_placeholders
from iepaudit.segment.prompts import is_prompt


@pytest.mark.parametrize(
    "text",
    [
        "Describe the student's strengths and needs",
        "Check all that apply",
        "Results of the initial or most recent evaluation that bear on this goal",
        "What does the student like to do?",
        "Does the student's behavior impede learning?",
        "The IEP team must consider the following special factors.",
        "If yes, describe the services",
        "Parent concerns for the student's education:",
        "A statement of how the child's disability affects progress",
        "(to be filled in for each area of need)",
        "Include a statement on the general curriculum (34 CFR 300.320)",
        "___ / ___",
        "Describa las fortalezas",
        "Your School/District SpEd 7c 08.11",
        "Office of Exceptional Learners Form 12 Rev. 3/19",
    ],
)
def test_words_of_a_form_are_prompts(text: str) -> None:
    assert is_prompt(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ida reads 62 words correct per minute.",
        "The student reads 62 words per minute with 95% accuracy.",
        "The IEP team determined that the student does not need extended school year services.",
        "Parents report that she likes school.",
        "How she reads a new story has changed: she now plans ahead.",
        "List of words read correctly in May was 42 words of 60",
        "The committee agreed on speech therapy.",
        "No concerns at this time.",
        "He will describe the main idea in 4 of 5 stories.",
        "Ida fills in a job form 3 of 5 times.",
    ],
)
def test_what_somebody_wrote_is_no_prompt(text: str) -> None:
    assert not is_prompt(text)


@pytest.mark.parametrize(
    "text",
    ["____", "{student name}", "[student]", "Choose an item.", "Click or tap here to enter text.", "XXX", "/ /",
     "MM/DD/YYYY", "......", "<name>"],
)  # fmt: skip
def test_slots_still_to_be_filled_are_told(text: str) -> None:
    assert has_placeholder(text)
    assert without_placeholders(text) == ""


@pytest.mark.parametrize("text", ["05/14/2016", "4/5 trials", "reads (aloud)", "3 < 4", "and/or", "maxxing out"])
def test_ordinary_writing_holds_no_slot(text: str) -> None:
    assert not has_placeholder(text)
