"""Yes/no questions of the form and their answers."""

from __future__ import annotations

import pytest
from builders import COVER, plan

from iepaudit.model.iep import Answer

QUESTIONS = {
    "behavior": "Does the student's behavior impede learning of self or others?",
    "english-learner": "Is the student an English learner with limited English proficiency?",
    "vision": "Is the student blind or visually impaired?",
    "hearing": "Is the student deaf or hard of hearing?",
    "communication": "Does the student have communication needs?",
    "assistive-technology": "Does the student need assistive technology devices or services?",
}


def said_of(name: str, text: str) -> str:
    notes = "# Meeting Notes\nThe family was heard.\n"
    found = plan(f"{COVER}# Consideration of Special Factors\n{text}\n\n{notes}").decisions
    return next(d.said for d in found if d.name == name)


def answers(text: str, heading: str = "Consideration of Special Factors") -> dict[str, Answer]:
    found = plan(f"{COVER}# {heading}\n{text}\n\n# Meeting Notes\nThe family was heard.\n").decisions
    return {d.name: d.answer for d in found}


@pytest.mark.parametrize("name", sorted(QUESTIONS))
@pytest.mark.parametrize(
    ("marks", "answer"),
    [
        ("☒ Yes ☐ No", Answer.YES),
        ("☐ Yes ☒ No", Answer.NO),
        ("☐ No ☒ Yes", Answer.YES),
        ("☒ Yes ☒ No", Answer.BOTH),
        ("☐ Yes ☐ No", Answer.NEITHER),
        ("⍰ Yes ☐ No", Answer.UNCLEAR),
        ("☒ Sí ☐ No", Answer.YES),
        ("☐ Yes ☐ No ☒ NA", Answer.NO),
        ("☒ N/A ☐ Yes ☐ No", Answer.NO),
        ("☐ YES ☐ NO ☐ Considered ☒ Not applicable", Answer.NO),
        ("☐ Yes ☐ No ☒ Considered, not needed", Answer.NO),
        ("☐ Yes ☐ No ☐ N/A", Answer.NEITHER),
    ],
)
def test_a_pair_of_boxes_behind_a_question(name: str, marks: str, answer: Answer) -> None:
    assert answers(f"{QUESTIONS[name]} {marks}") == {name: answer}


BEHAVIOR = QUESTIONS["behavior"]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (f"{BEHAVIOR}\n☐ Yes ☒ No", Answer.NO),
        (f"{BEHAVIOR}   ☐ Yes   ☒ No", Answer.NO),
        (f"| {BEHAVIOR} | ☐ Yes ☒ No |", Answer.NO),
        (f"| {BEHAVIOR} | ☐ Yes | ☒ No |", Answer.NO),
        (f"{BEHAVIOR} No", Answer.NO),
        (f"{BEHAVIOR} Yes, see the behavior plan.", Answer.YES),
        (f"{BEHAVIOR} [[No]]", Answer.NO),
        ("Behavior that impedes learning: No", Answer.NO),
        ("Behavior that impedes learning: Not a concern", Answer.NO),
        ("Ida's behavior does not impede her learning.", Answer.NO),
        (f"{BEHAVIOR} Yes/No  No", Answer.NO),
        (f"{BEHAVIOR} (Y/N): N", Answer.NO),
        ("Behavior impedes learning Y/N: Y", Answer.YES),
        ("Behavior impedes learning ........ No", Answer.NO),
        ("Behavior impedes learning\n☐ Yes\n☒ No", Answer.NO),
        (f"{BEHAVIOR}\n☒ Yes\n☒ No", Answer.BOTH),
        ("☐ Yes ☒ No Behavior impedes learning", Answer.NO),
        (f"| {BEHAVIOR} | Yes | ☐ | No | ☒ |", Answer.NO),
        (f"| {BEHAVIOR} | ☒ | Yes | ☐ | No |", Answer.YES),
        (f"| Question | Yes | No |\n| {BEHAVIOR} | | X |", Answer.NO),
        (f"| Question | Yes | No |\n| {BEHAVIOR} | ☒ | ☐ |", Answer.YES),
        (f"| Question | Yes | No |\n| {BEHAVIOR} | X | X |", Answer.BOTH),
        ("☐ Behavior impedes learning: needs are addressed in the plan ☒ Behavior: not a concern", Answer.NO),
    ],
)
def test_an_answer_in_each_place_and_wording(text: str, answer: Answer) -> None:
    assert answers(text) == {"behavior": answer}


def test_an_unanswered_question_gives_no_decision() -> None:
    assert answers(BEHAVIOR) == {}


@pytest.mark.parametrize("text", ["Behavior impedes learning", "Behavior impedes learning?", f"{BEHAVIOR} Yes/No"])
def test_a_title_or_a_choice_without_an_answer_says_nothing(text: str) -> None:
    assert answers(text) == {}


def test_questions_behind_their_boxes_in_one_paragraph() -> None:
    text = "☐ Yes ☒ No Behavior impedes learning. ☒ Yes ☐ No Blind or visually impaired."
    assert answers(text) == {"behavior": Answer.NO, "vision": Answer.YES}


def test_the_answer_of_the_next_question_is_not_taken() -> None:
    assert answers(f"{BEHAVIOR}\n\n{QUESTIONS['vision']} ☒ Yes ☐ No") == {"vision": Answer.YES}


def test_the_first_clear_answer_counts() -> None:
    assert answers(f"{BEHAVIOR} ☐ Yes ☐ No\n\n{BEHAVIOR} ☒ Yes ☐ No") == {"behavior": Answer.YES}
    assert answers(f"{BEHAVIOR} ☐ Yes ☒ No\n\n{BEHAVIOR} ☒ Yes ☐ No") == {"behavior": Answer.NO}


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("☐ Yes ☒ No", Answer.NO),
        ("Not needed: no skill was lost.", Answer.NO),
        ("Ida is eligible for extended school year services.", Answer.YES),
        ("Ida will receive reading instruction in July.", Answer.YES),
        ("Is ESY needed? No, because skills were kept.", Answer.NO),
    ],
)
def test_the_extended_year_is_decided_in_its_own_section(text: str, answer: Answer) -> None:
    assert answers(text, "Extended School Year")["esy"] is answer


def test_an_undecided_extended_year_gives_no_decision() -> None:
    assert answers("To be discussed in May.", "Extended School Year") == {}


def test_the_alternate_assessment_is_decided_in_the_assessment_section() -> None:
    assert answers("Will the student take the alternate assessment? ☐ Yes ☒ No", "State Assessments") == {
        "alternate-assessment": Answer.NO
    }


def test_words_of_the_present_levels_decide_nothing() -> None:
    assert answers("No. Behavior impedes learning at times.", "Present Levels of Performance") == {}


PROSE = [
    (
        "Leo's behavior impedes his learning; see goal 2. He is not an English learner, is not blind or visually "
        "impaired, "
        "is not deaf or hard of hearing, and has no need for assistive technology.",
        {"behavior": Answer.YES, "english-learner": Answer.NO, "vision": Answer.NO, "hearing": Answer.NO,
         "assistive-technology": Answer.NO},
    ),
    (
        "The team considered behavior, English proficiency, Braille, communication, hearing and assistive technology; "
        "none apply.",
        dict.fromkeys(QUESTIONS, Answer.NO),
    ),
    (
        "Behavior: yes, see need 2. English learner: no. Braille: no. Hearing: no.",
        {"behavior": Answer.YES, "english-learner": Answer.NO, "vision": Answer.NO, "hearing": Answer.NO},
    ),
    ("His behavior gets in the way of learning at recess.", {"behavior": Answer.YES}),
    ("Braille is needed but not assistive technology.", {"vision": Answer.YES, "assistive-technology": Answer.NO}),
    ("Behavior is typical for his age.", {}),
    ("If behavior impedes learning, supports are considered.", {}),
    ("English is not his first language.", {}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found"), PROSE)
def test_special_factors_answered_in_sentences(text: str, found: dict[str, Answer]) -> None:
    assert answers(text) == found


def test_a_lettered_question_that_runs_on_behind_another_part_is_answered() -> None:
    text = "A. Strengths: Leo sings. B. Does the child's behavior impede learning?: Yes. He shoves in line."
    assert answers(text, "Parent Concerns") == {"behavior": Answer.YES}


def test_a_decision_quotes_its_question_and_page() -> None:
    (found,) = plan(f"{COVER}~~~\n# Special Factors\n{BEHAVIOR} ☐ Yes ☒ No\n").decisions
    assert found.place.page == 2
    assert found.place.quote.startswith(BEHAVIOR)


def test_several_questions_in_one_paragraph_have_an_answer_each() -> None:
    text = (
        "Behavior impedes learning: ☐ Yes ☒ No. English learner: ☒ Yes ☐ No (has a tutor). Blind or visually impaired: "
        "☐ Yes ☒ No."
    )
    assert answers(text) == {"behavior": Answer.NO, "english-learner": Answer.YES, "vision": Answer.NO}


def test_a_question_that_begins_behind_the_boxes_of_the_one_before_goes_on_below() -> None:
    text = (
        "Blind or visually impaired: ☐ Yes ☒ No. Deaf or hard of hearing: ☐ Yes ☒ No. Communication\n\n"
        "needs: ☒ Yes ☐ No. Assistive technology: ☐ Yes ☒ No."
    )
    assert answers(text)["communication"] is Answer.YES


@pytest.mark.parametrize(
    "choices",
    [
        "☐ PRAX without accommodations ☐ PRAX with accommodations ☒ PRAX Alternate",
        "☐ Regular ☒ QMAS-Alt",
        "☐ Alt-PRAX ☐ general assessment ☒ alternate test",
        "☐ General ☒ DLM",
    ],
)
def test_the_box_of_an_alternate_test_by_its_name_decides(choices: str) -> None:
    assert answers(choices, "State Assessments") == {"alternate-assessment": Answer.YES}


@pytest.mark.parametrize(
    "choices", ["☒ PRAX ☐ PRAX Alternate", "☒ ACCESS for ELLs ☐ Alternate ACCESS", "☒ Altitude Test ☐ none"]
)
def test_other_tests_leave_it_open(choices: str) -> None:
    assert "alternate-assessment" not in answers(choices, "State Assessments")


def test_a_box_that_stands_for_the_alternate_assessment_itself_decides_it() -> None:
    choices = "☒ Regular test with accommodations. ☐ Alternate assessment."
    assert "alternate-assessment" not in answers(f"Math: ☒ Yes: calculator. {choices}", "State Assessments")
    chosen = "☐ Regular test ☒ Alternate assessment"
    assert answers(chosen, "State Assessments") == {"alternate-assessment": Answer.YES}


def test_why_the_regular_test_will_not_do_denies_no_alternate_test() -> None:
    asked = "Why the student cannot take part in the regular assessment: grade 5 passages are not in reach."
    assert answers(f"☐ PRAX ☒ Alternate assessment. {asked}", "State Assessments") == {
        "alternate-assessment": Answer.YES
    }
    for denied in ("☒ Alternate assessment: not appropriate", f"☒ No need of an alternate assessment. {asked}"):
        assert answers(f"☐ PRAX {denied}", "State Assessments").get("alternate-assessment") is not Answer.YES


@pytest.mark.parametrize(
    ("marks", "answer"), [("☒ Yes ☐ No ☐ NA", Answer.YES), ("☐ Yes ☐ No ☒ NA", Answer.NO), ("☐ Yes ☒ No", Answer.NO)]
)
def test_a_row_of_factors_whose_question_names_a_part_of_the_plan_is_answered(marks: str, answer: Answer) -> None:
    text = (
        "| Behavior impedes learning | ☐ Yes ☒ No ☐ NA | |\n"
        f"| Assistive technology devices or services | {marks} | Window card |\n"
    )
    assert answers(text)["assistive-technology"] is answer


def test_questions_with_three_choices_in_one_paragraph_are_told_apart() -> None:
    text = "Behavior impedes learning: ☐ Yes ☒ No ☐ NA. English learner: ☐ Yes ☐ No ☒ NA. Deaf: ☒ Yes ☐ No ☐ NA"
    assert answers(text) == {"behavior": Answer.NO, "english-learner": Answer.NO, "hearing": Answer.YES}


AT = QUESTIONS["assistive-technology"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"| {BEHAVIOR} | ☐ Yes ☒ No | |\n| {AT} | ☒ Yes ☐ No | Window card |\n", "Window card"),
        (f"| {AT} | ☒ Yes | ☐ No | Window card |\n", "Window card"),
        (f"| {AT} | ☒ Yes ☐ No | |\n| {BEHAVIOR} | ☐ Yes ☒ No | Calm all day |\n", ""),
        (f"{AT}\n☒ Yes ☐ No\n\nIf yes, explain:\n\nA card with a window.\n", "A card with a window."),
        (f"{AT}\n☒ Yes ☐ No\n\nIf yes, explain:\n\n{BEHAVIOR} ☐ Yes ☒ No\n\nCalm all day.\n", ""),
        (f"{AT}\n☒ Yes ☐ No\n\nThe bus comes at nine.\n", ""),
    ],
)
def test_what_was_written_where_the_form_asks_for_more_is_kept_with_the_answer(text: str, said: str) -> None:
    assert said_of("assistive-technology", text) == said


def test_questions_with_boxes_behind_another_part_are_answered() -> None:
    found = answers(
        "Ida likes ships.\n\nIs the student blind or visually impaired? ☐ Yes ☒ No "
        "Is the student deaf or hard of hearing? ☐ Yes ☒ No\n\n"
        "Does the student need assistive technology devices or services? ☒ Yes ☐ No",
        "Parent Concerns",
    )
    assert found == {"vision": Answer.NO, "hearing": Answer.NO, "assistive-technology": Answer.YES}


def test_words_about_a_factor_with_boxes_of_something_else_answer_nothing() -> None:
    assert not answers("Hearing was tested: ☒ Yes ☐ No", "Parent Concerns")


@pytest.mark.parametrize(
    ("heads", "first", "second"),
    [
        ('Items checked "YES" are addressed in this plan:   YES   NO', Answer.YES, Answer.NO),
        ("Special factor   No   Yes", Answer.NO, Answer.YES),
    ],
)
def test_boxes_below_the_words_of_a_line_above(heads: str, first: Answer, second: Answer) -> None:
    found = answers(f"{heads}\n\n{BEHAVIOR}   ☒   ☐\n\n{QUESTIONS['vision']}   ☐   ☒\n\n{QUESTIONS['hearing']}   ☐   ☐")
    assert found == {"behavior": first, "vision": second, "hearing": Answer.NEITHER}


def test_boxes_without_words_or_heads_answer_nothing() -> None:
    assert answers(f"{BEHAVIOR}   ☒   ☐") == {}


@pytest.mark.parametrize(
    "question",
    [
        "Does the child have communication needs (required for children who are deaf or hard of hearing)?",
        "Consider the communication needs of the student, and for one who is deaf or hard of hearing the mode:",
        "(Deaf or hard of hearing) Are there needs for communication, also of a student with a hearing impairment?",
    ],
)
def test_who_else_a_question_is_for_is_not_what_it_asks(question: str) -> None:
    assert answers(f"{question} ☒ Yes ☐ No") == {"communication": Answer.YES}


def test_a_question_about_children_who_are_deaf_asks_for_hearing() -> None:
    asked = "For a student who is deaf or hard of hearing, were language and communication needs considered?"
    assert answers(f"{asked} ☒ Yes ☐ No") == {"hearing": Answer.YES}
    assert answers("Is there a hearing loss (deaf or hard of hearing)? ☐ Yes ☒ No") == {"hearing": Answer.NO}


def test_questions_in_one_paragraph_keep_their_answers_over_its_lines() -> None:
    text = (
        "Does the student's behavior impede the student's learning?\n"
        "☐ Yes ☒ No. Is the student blind or visually impaired? ☐ Yes ☒ No. "
        "Is the student deaf or hard of hearing? ☒ Yes\n☐ No. "
        "Does the student have communication needs? ☒ Yes ☐ No (see the goals).\n"
    )
    assert answers(text) == {
        "behavior": Answer.NO, "vision": Answer.NO, "hearing": Answer.YES, "communication": Answer.YES,
    }  # fmt: skip
