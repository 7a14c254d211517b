"""What somebody filled in, told from the words of the form around it."""

from __future__ import annotations

import pytest
from builders import COVER, document, part, section

from iepaudit.segment.blocks_of_lines import build_blocks
from iepaudit.segment.filled import form_pages, split_filled


def split(text: str, *, form: bool = False) -> tuple[str, str]:
    """(filled, template) of the one block that `text` is."""
    (raw,) = build_blocks(document(text), {})
    return split_filled(raw, form)


def test_a_value_behind_a_label_is_filled_and_the_label_is_not() -> None:
    assert split("Baseline: 42 words a minute") == ("42 words a minute", "Baseline")


@pytest.mark.parametrize("text", ["Baseline: ______", "Baseline:", "Baseline: Choose an item.", "Baseline: [baseline]"])
def test_a_label_with_an_empty_slot_is_not_filled(text: str) -> None:
    assert split(text)[0] == ""


def test_a_sentence_with_slots_is_the_forms() -> None:
    assert split("Reports are sent ______ times each ______ by ______")[0] == ""


def test_a_goal_with_one_slot_left_open_is_somebodys() -> None:
    filled, _ = split("By March 2027 Ida will read aloud ____ words correct per minute in a new story")
    assert filled.startswith("By March 2027 Ida will read aloud")


def test_an_answer_on_the_line_of_its_question_is_filled() -> None:
    filled, form = split("Is the student in need of extended school year services? No, she kept her skills.")
    assert filled == "No, she kept her skills"
    assert form.endswith("services?")


def test_marked_options_are_filled_and_the_others_are_the_forms() -> None:
    filled, form = split("Progress is reported: ☐ monthly ☒ quarterly ☐ yearly")
    assert filled == "☒ quarterly"
    assert "☐ monthly" in form
    assert "quarterly" not in form


def test_options_of_which_none_is_marked_are_the_forms() -> None:
    assert split("Progress is reported: ☐ monthly ☐ quarterly")[0] == ""


def test_a_box_that_could_not_be_read_is_not_filled() -> None:
    assert split("Progress is reported: ⍰ monthly ☐ quarterly")[0] == ""


def test_words_behind_an_empty_other_box_are_filled() -> None:
    assert "uses a slant board" in split("☐ Braille ☐ Other: uses a slant board")[0]


def test_letters_that_count_options_are_no_codes() -> None:
    filled, form = split("☒ A. Work samples ☐ B. Portfolio ☐ C. Observation")
    assert filled == "☒ A. Work samples"
    assert "Portfolio" in form and "Observation" in form


def test_a_row_with_codes_keeps_the_words_between_its_boxes() -> None:
    filled, form = split("Speech therapy ☐ G ☒ S ☐ O 60 minutes ☐ D ☒ W ☐ M")
    assert filled == "Speech therapy ☒ S 60 minutes ☒ W"
    assert form == "☐ G ☐ O ☐ D ☐ M"


def test_typed_words_are_filled_and_printed_ones_beside_them_are_not() -> None:
    assert split("School of her brother [[Fern Hill]]") == ("Fern Hill", "School of her brother")


def test_a_placeholder_left_in_a_form_field_is_not_filled() -> None:
    assert split("School of her brother [[Choose an item.]]")[0] == ""


def test_on_a_page_of_form_fields_printed_words_are_the_forms() -> None:
    assert split("Ida reads well.", form=True) == ("", "Ida reads well.")


def test_pages_with_several_form_fields_are_forms() -> None:
    four = "A [[1]]\nB [[2]]\nC [[]]\nD [[]]\n"
    assert form_pages(document(f"{four}~~~\nA [[1]]\nsigned by her mother\n")) == {1}


def test_a_form_that_nobody_knows_is_told_by_its_fields() -> None:
    made = document("Zest of kin [[blue]]\nTown [[Fern]]\nShip [[red]]\nSea [[green]]\nThe harbor is closed in winter.")
    form = form_pages(made)
    found = [split_filled(raw, raw.page in form)[0] for raw in build_blocks(made, {})]
    assert found == ["blue", "Fern", "red", "green", ""]


def test_a_statement_of_the_form_that_nobody_signed_is_the_forms() -> None:
    said = "The student has been told of the rights that will transfer to him/her. By whom: ____ Date: ____"
    assert split(said)[0] == ""
    assert split(said.replace("Date: ____", "Date: 3/4/2026"))[0] != ""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Reading test grade 5 in large print, 90 minutes, alone in a room. ☐ Alternate", True),
        ("Students in grades 3 to 8 take the state test each year. ☐ Alternate ☒ Regular", False),
        ("Is the student tested under section 300.160 of the law? ☐ Yes", False),
    ],
)
def test_sentences_with_figures_in_front_of_an_empty_box_are_written(text: str, told: bool) -> None:
    assert bool(split(text)[0].replace("☒ Regular", "").strip()) is told


@pytest.mark.parametrize(
    "law",
    [
        "Each public agency shall ensure that, to the maximum extent appropriate, students with disabilities are "
        "educated with students who are not disabled.",
        "Removal from the regular education classroom occurs only if aids do not suffice.",
        "Goals must be measurable and enable the child to be involved in the general curriculum.",
        "Transfer of rights Beginning at least one year before the student reaches 18 the IEP must include a statement "
        "that the student has been informed of the rights.",
        "For any item marked YES, the need is addressed in another part.",
        "This page is required for all students who are 14 years of age.",
        "A coordinated set of activities means instruction, related services, community experiences, employment and "
        "adult living.",
    ],
)
def test_a_sentence_of_law_is_the_forms_own(law: str) -> None:
    assert split(law) == ("", law)


def test_kinds_of_transition_services_that_somebody_chose_are_an_answer() -> None:
    chosen = "Instruction, related services, community experiences"
    assert split(chosen)[0] == chosen


def test_the_answer_behind_a_sentence_of_law_is_kept() -> None:
    law = "The district must ensure that children with disabilities stay with their peers."
    assert split(f"{law} Ida leaves class for phonics.")[0] == "Ida leaves class for phonics."


@pytest.mark.parametrize(
    "said",
    [
        "The district must provide Olivia with a slant board.",
        "The school district shall reimburse her parents for mileage.",
    ],
)
def test_what_is_owed_to_one_child_is_no_law(said: str) -> None:
    assert split(said)[0] == said


@pytest.mark.parametrize(
    "text",
    [
        "The team must consider: the effect of a long break on skills; the time that it takes to win them back.",
        "The committee considered: (1) skills that may be lost; (2) nature of the disability; (3) critical stage.",
        "ESY services are provided only if a break would harm what was learned.",
        "For each area: (1) baseline data; (2) a description of how the area of need affects progress.",
        "Beginning at 14: measurable postsecondary goals based on age-appropriate transition assessments.",
    ],
)
def test_what_a_team_is_to_weigh_is_the_forms(text: str) -> None:
    assert split(text)[0] == ""


@pytest.mark.parametrize(
    "text",
    [
        "The team considered: (1) winter data, 60% to 58%; (2) summer data.",
        "The team considered summer work and found no loss of skills.",
        "Mother described how the disability affects homework.",
    ],
)
def test_what_a_team_found_is_no_prompt(text: str) -> None:
    assert split(text)[0] != ""


def test_what_follows_a_sentence_of_law_behind_its_label_is_filled() -> None:
    assert split("The team must consider: the degree of regression. Ida kept her skills.")[0] == "Ida kept her skills."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Method of evaluation: Note cards collected weekly", "Note cards collected weekly"),
        ("Area: Note taking", "Note taking"),
        (
            "Objective 1: Summarize a page in two sentences, 4 of 5 times",
            "Summarize a page in two sentences, 4 of 5 times",
        ),
        ("Objective 2: Describe a picture with 80% of the words", "Describe a picture with 80% of the words"),
    ],
)
def test_a_value_that_begins_with_a_word_of_instructions_is_filled(text: str, said: str) -> None:
    assert split(text)[0] == said


@pytest.mark.parametrize(
    "text",
    [
        "Note: attach the minutes",
        "Note that the team must meet each year",
        "Describe the student's level, e.g. 4 of 5 times",
        "Objective 1: Describe what the student will do",
    ],
)
def test_an_instruction_of_the_form_is_not_filled(text: str) -> None:
    assert split(text)[0] == ""


def test_the_number_of_a_row_is_the_forms() -> None:
    found = part(f"{COVER}# Present Levels\n| 1. | Ida reads 60 words. |\n| 2. |  |\n")
    assert section(found, "present-levels").filled_text == "Ida reads 60 words."


@pytest.mark.parametrize("said", ["/s/ blends at 5%", "blends with /r/", "/th/"])
def test_the_strokes_of_a_sound_are_part_of_a_value(said: str) -> None:
    assert split(f"Baseline: {said}")[0] == said


def test_an_answer_behind_a_request_that_is_a_sentence_is_filled() -> None:
    asked = "Describe how the student is doing in areas affected by the disability."
    told = "In October Ida wrote 17 words in 3 minutes, 9 of them in order."
    assert split(f"{asked} {told}") == (told, asked)
    assert split(f"{asked} Include the results of state tests in grades 3 to 8.")[0] == ""


def test_figures_behind_a_choice_that_ends_are_somebodys_answer() -> None:
    filled, form = split(
        "Will Ida leave the class? ☒ Yes ☐ No. She goes out 110 min. weekly (5.5%). She tires in noise."
    )
    assert filled == "☒ Yes She goes out 110 min. weekly (5.5%). She tires in noise."
    assert form.endswith("☐ No.")
    assert split("Is ESY needed? ☒ Yes ☐ No. The student keeps skills over breaks of 2 weeks.")[0] == "☒ Yes"


def test_a_day_behind_its_request_at_the_end_of_a_paragraph_of_law_is_an_answer() -> None:
    law = "Not later than the age of 17, the student must be informed that the rights will transfer to him or her."
    found = section(
        part(f"{COVER}# Transfer of Rights\n{law} Date informed of them: 3/2/2026.\n"), "transfer-of-rights"
    )
    assert "Date informed of them: 3/2/2026" in found.filled_text and "must be" not in found.filled_text


@pytest.mark.parametrize("said", ["Quarterly, with report cards: 10/2/2026, 12/18/2026", "Each term: a letter"])
def test_how_often_is_no_label_of_the_days_behind_it(said: str) -> None:
    assert split(said) == (said, "")
