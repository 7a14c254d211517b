"""The form's own words told from what somebody wrote."""

from __future__ import annotations

import pytest

from iepaudit.segment.known_prompts import has_placeholder, without_placeholders
from iepaudit.segment.prompts import is_prompt, without_law


@pytest.mark.parametrize(
    "text",
    [
        "Describe the student's strengths and needs",
        "Check all that apply",
        "Goals for all needs that result from the child's disability",
        "take part in class or to meet each of the child's other educational needs that result from it.",
        "Service | Location | Start",
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
        "List each support that is needed on tests of the state.",
        "State when the family will hear of growth.",
        "Upon leaving school, the student will work or learn in this field:",
        "Reason the student cannot be taught with classmates for this time",
        "Include any results of tests of the district.",
        "If the child's hearing is limited, the team weighs how he or she is taught.",
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
        "Listens to directions before starting",
        "Stated his name when asked",
        "By May 4, 2027, Ida will take these steps on her own in 4 of 5 lessons:",
        "Reason for leaving class: noise keeps him from hearing sounds",
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


@pytest.mark.parametrize(
    "text",
    [
        "You may ask the principal for a meeting at any time.",
        "Your rights are explained in the booklet.",
        "Parents are equal members of the team.",
        "The district may invite a person from another agency.",
        "A copy of the procedural safeguards was offered. Please sign below.",
        "Copies of this booklet may be obtained from the office.",
        "For help in reading this notice, call the office of the district.",
        "A signature means that the person was present.",
        "Benchmarks are required for students who take another test.",
        "The excusal form must be attached.",
        "Written notice must be given before a change is made.",
        "All goals should be measurable.",
        "This form replaces the one of last year.",
        "MP = The student is making progress toward the goal",
        "With consent, the school may bill Medicaid.",
        "The family may use mediation or a hearing. The agency may refuse.",
    ],
)
def test_what_a_form_says_of_rights_and_signatures_is_nobody_s_answer(text: str) -> None:
    assert without_law(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Parents are pleased with the new reading group.",
        "The team considered a small class and decided against it.",
        "Ida may ask for a break at any time.",
        "Copies of class notes may be requested.",
        "No required member was excused from this meeting.",
        "The aide must be close by in the lunch room.",
        "A copy of the procedural safeguards was given on 9/2/2026.",
        "The district will pay for the bus.",
        "Directions should be given one at a time.",
        "Parents will be informed of progress every quarter.",
    ],
)
def test_what_was_agreed_is_no_law(text: str) -> None:
    assert without_law(text) == text
