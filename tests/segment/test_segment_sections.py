"""Sections of a plan: where they begin and end, what they hold, and in what state."""

from __future__ import annotations

import pytest
from builders import COVER, keys, part, section

from iepaudit.model.field import FieldState
from iepaudit.model.iep import Part

PROSE = "Ida likes to read stories about ships and about the sea, and she tells them to her friends.\n"
LEVELS = f"# Present Levels of Performance\n{PROSE}{PROSE}\n"
GOALS = "# Measurable Annual Goals\nGoal 1: By March 2027, Ida will read 90 words correct per minute in 3 trials.\n\n"
SERVICES = "# Special Education and Related Services\nReading instruction, 30 minutes, 5 times per week.\n\n"
ESY = "# Extended School Year\nNot needed: no skill was lost over the winter.\n\n"


def made(text: str, **more: object) -> Part:
    return part(COVER + text, **more)


def test_sections_come_in_the_order_of_their_headings() -> None:
    assert keys(made(LEVELS + GOALS + SERVICES + ESY)) == [
        "demographics",
        "present-levels",
        "annual-goals",
        "special-education",
        "related-services",
        "esy",
    ]


def test_a_section_ends_where_the_next_begins() -> None:
    found = made(LEVELS + GOALS)
    assert "90 words" not in section(found, "present-levels").filled_text
    assert "90 words" in section(found, "annual-goals").filled_text


def test_a_label_among_the_present_levels_opens_a_section_inside() -> None:
    found = made(f"{LEVELS}Strengths: Ida tells stories well.\n\nMath: Ida adds to 100.\n\n{GOALS}")
    assert section(found, "strengths").filled_text == "Ida tells stories well"
    assert "tells stories well" in section(found, "present-levels").filled_text
    assert "adds to 100" in section(found, "present-levels").filled_text


def test_an_inner_section_takes_the_paragraph_below_its_label() -> None:
    found = made(f"{LEVELS}Parent Concerns:\nHer mother is concerned about homework.\n\n{GOALS}")
    assert section(found, "parent-concerns").filled_text == "Her mother is concerned about homework."


def test_a_bare_label_without_a_value_does_not_take_the_next_label_and_its_value() -> None:
    found = made(f"{LEVELS}Parent Concerns:\n\nMath: Ida adds to 100 with counters.\n\n{GOALS}")
    assert section(found, "parent-concerns").state is FieldState.BLANK


def test_an_inner_heading_holds_what_follows_up_to_the_next_heading() -> None:
    found = made(f"# PRESENT LEVELS\n{PROSE}\n**Strengths**\n- ships\n- stories\n\n{GOALS}")
    assert section(found, "strengths").filled_text == "ships\nstories"
    assert "ships" in section(found, "present-levels").filled_text


def test_a_goal_heading_above_each_goal_goes_on_with_the_section() -> None:
    second = "# Measurable Annual Goals\nGoal 2: By March 2027, Ida will write 40 words in 3 of 4 trials.\n\n"
    found = made(GOALS + second + ESY)
    assert keys(found).count("annual-goals") == 1
    assert "40 words" in section(found, "annual-goals").filled_text


def test_accommodations_under_the_assessment_heading_stay_with_it() -> None:
    found = made(f"{LEVELS}# State Assessments\nIda takes the state test.\n\n# Accommodations\nExtended time.\n\n{ESY}")
    assert "supplementary-aids" not in keys(found)
    assert "Extended time" in section(found, "assessment").filled_text


def test_services_of_the_extended_year_stay_with_it() -> None:
    found = made(f"{LEVELS}{SERVICES}{ESY}# Related Services\nSpeech therapy in July, 30 minutes, weekly.\n\n")
    assert not [s for s in found.sections if s.key == "related-services" and "in July" in s.filled_text]
    assert "in July" in section(found, "esy").filled_text


@pytest.mark.parametrize("heading", ["Summary of Services Matrix", "Related Services"])
def test_the_first_services_of_a_plan_are_no_part_of_the_extended_year_before_them(heading: str) -> None:
    found = made(f"{LEVELS}{ESY}# {heading}\nSpeech therapy, 30 minutes, weekly.\n\n{GOALS}")
    assert keys(found)[-3:] == [
        "esy",
        "special-education" if "Matrix" in heading else "related-services",
        "annual-goals",
    ]
    assert "Speech" not in section(found, "esy").filled_text


@pytest.mark.parametrize("heading", ["**Related Services**", "% Related Services", "# Related Services"])
def test_words_in_lower_case_and_plain_type_below_a_heading_are_not_part_of_it(heading: str) -> None:
    found = section(made(f"{LEVELS}{heading}\nspeech therapy, 30 minutes weekly\n\n{ESY}"), "related-services")
    assert found.filled_text == "speech therapy, 30 minutes weekly"


def test_an_unknown_heading_set_like_the_others_ends_a_section() -> None:
    text = "\n".join(
        f"% {h}\n{PROSE}" for h in ("Present Levels", "Annual Goals", "Related Services", "Zebra Crossing")
    )
    found = made(f"{text}\nstriped\n")
    assert keys(found)[-1] == "other"
    assert section(found, "related-services").filled_text == PROSE.strip()


def test_a_sub_heading_in_another_style_does_not_end_a_section() -> None:
    heads = ("Annual Goals", "Related Services", "Present Levels")
    text = "\n".join(f"% {h}\n{PROSE}" for h in heads) + "\n**Zebra Crossing**\nStriped and slow.\n"
    assert "Striped and slow." in section(made(text), "present-levels").filled_text


def test_the_cover_needs_no_heading() -> None:
    found = made(LEVELS)
    assert section(found, "demographics").state is FieldState.FILLED
    assert "Ida Fenn" in section(found, "demographics").filled_text


def test_what_stands_before_the_first_heading_is_never_lost() -> None:
    found = part(f"The harbor is closed in winter.\n\n{LEVELS}{GOALS}{ESY}")
    assert found.sections[0].key == "other"
    assert found.sections[0].filled_text == "The harbor is closed in winter."


def test_every_block_is_in_a_section() -> None:
    text = f"Fern County\n\n{COVER}{LEVELS}Strengths: stories.\n\n{GOALS}{SERVICES}% Zebra\nstriped\n\n{ESY}"
    found = part(text)
    said = " ".join(b.place.quote for s in found.sections for b in s.blocks)
    assert [w for w in ("Fern County", "Ida Fenn", "stories.", "90 words", "striped", "winter") if w not in said] == []


def test_a_heading_with_nothing_below_it_is_blank() -> None:
    assert section(made(f"{LEVELS}# Related Services\n\n{ESY}"), "related-services").state is FieldState.BLANK


def test_a_heading_with_only_the_words_of_the_form_is_template() -> None:
    text = "# Related Services\nDescribe the related services that the student will receive.\n\n"
    found = section(made(LEVELS + text + ESY), "related-services")
    assert found.state is FieldState.TEMPLATE
    assert found.filled_text == ""
    assert found.template_text.startswith("Describe")


def test_one_written_word_fills_a_section() -> None:
    assert section(made(f"{LEVELS}# Related Services\nNone.\n\n{ESY}"), "related-services").state is FieldState.FILLED


def test_a_mark_in_a_box_fills_a_section() -> None:
    assert section(made(f"{LEVELS}# ESY\n☐ Yes ☒ No\n"), "esy").state is FieldState.FILLED


def test_empty_boxes_do_not_fill_a_section() -> None:
    assert section(made(f"{LEVELS}# ESY\n☐ Yes ☐ No\n"), "esy").state is FieldState.TEMPLATE


@pytest.mark.parametrize("below", ["", "Describe the services that the student will receive.\n"])
def test_an_empty_section_before_a_page_that_could_not_be_read_is_unclear(below: str) -> None:
    found = section(made(f"{LEVELS}# Related Services\n{below}~~~\nlost\n", unread={2}), "related-services")
    assert found.state is FieldState.UNCLEAR
    assert found.why == "page 2 could not be read"


def test_an_empty_section_on_a_page_before_the_last_readable_one_is_not_unclear() -> None:
    text = f"{LEVELS}# Related Services\n\n~~~\n{GOALS}~~~\nlost\n"
    assert section(made(text, unread={3}), "related-services").state is FieldState.BLANK


def test_a_filled_section_stays_filled_beside_a_page_that_could_not_be_read() -> None:
    found = section(made(f"{LEVELS}~~~\nlost\n", unread={2}), "present-levels")
    assert found.state is FieldState.FILLED


def test_a_section_knows_page_and_place_of_its_heading() -> None:
    found = section(made(f"{LEVELS}~~~\n{GOALS}"), "annual-goals")
    assert found.page == 2
    assert found.heading_place is not None
    assert (found.heading_place.page, found.heading_place.quote) == (2, "Measurable Annual Goals")


def test_a_plan_knows_which_sections_its_form_prints() -> None:
    found = made(f"{LEVELS}# Related Services\nDescribe the related services.\n\n")
    assert found.template == {"demographics", "present-levels", "related-services"}


def test_an_answer_that_begins_with_the_name_of_whoever_speaks_belongs_to_the_heading_above_it() -> None:
    asked = f"Parent: Tovah Brandt\n\n{LEVELS}## Concerns of the parents:\n\nTovah: Ida is shy with adults.\n\n{GOALS}"
    assert section(made(asked), "parent-concerns").state is FieldState.FILLED


def test_a_yes_or_no_within_a_goal_is_no_part_of_its_own() -> None:
    found = made(f"{LEVELS}{GOALS}Transition goal: No\n\nBaseline: 61 words.\n\n{ESY}")
    assert "postsecondary-goals" not in keys(found)


def test_a_question_in_plain_type_is_the_heading_of_its_answer() -> None:
    found = made(f"{LEVELS}What are the child's talents and strengths?\nIda draws well.\n\n{GOALS}")
    assert section(found, "strengths").filled_text == "Ida draws well."


def test_a_long_request_in_plain_type_is_the_heading_of_its_answer() -> None:
    asked = (
        "How the disability affects involvement and progress in the general education curriculum (or, for preschool "
        "children, in appropriate activities):"
    )
    found = made(f"{LEVELS}{asked}\nBecause she reads slowly, Ida misses half of each science lesson.\n\n{GOALS}")
    assert "science lesson" in section(found, "impact").filled_text


def test_a_student_profile_with_name_and_birth_date_is_the_cover() -> None:
    text = (
        "# Individualized Education Program\n\n# PART 1. STUDENT PROFILE\nStudent: Ida Fenn\nDate of Birth: 5/14/2016\n"
    )
    assert "Ida Fenn" in section(part(f"{text}\n{LEVELS}{GOALS}"), "demographics").filled_text


def test_a_heading_set_more_strongly_than_that_of_the_open_part_is_no_part_of_it() -> None:
    text = (
        COVER
        + "\n**Behavior Intervention Plan**\nNone is needed.\n\n# Section 9: IEP Team Participants\nParent: Ann Fenn\n"
    )
    assert {"behavior", "team"} <= set(keys(part(text)))


@pytest.mark.parametrize(
    "said",
    [
        "Parents will be informed of the student's progress toward annual goals with each report card.",
        "Parents will be informed of the student's progress toward the goals through a written report\n"
        "sent every 9 weeks (four times a year).",
    ],
)
def test_a_sentence_that_says_when_reports_come_is_no_heading(said: str) -> None:
    found = section(made(f"{GOALS}# Reporting Progress\n{said}\n\n{ESY}"), "progress-schedule")
    assert (found.state, found.filled_text) == (FieldState.FILLED, " ".join(said.split()))


def test_aids_below_a_plan_for_behavior_with_a_heading_set_alike_are_a_part_of_their_own() -> None:
    found = part(
        f"{COVER}# Present Levels\nIda reads.\n\n# Behavior Intervention Plan\nA quiet corner.\n\n"
        "# Program Modifications, Accommodations and Supplementary Aids and Services\nLarge print.\n\n# Placement\nx\n"
    )
    assert section(found, "supplementary-aids").filled_text == "Large print."


@pytest.mark.parametrize("label", ["Impact", "Educational Impact", "Adverse effect"])
def test_a_short_label_among_the_present_levels_opens_the_impact(label: str) -> None:
    said = "Texts of grade 4 are out of her reach without help."
    assert section(made(f"{LEVELS}{label}: {said}\n\n{GOALS}"), "impact").filled_text.startswith(said[:-1])


def test_the_list_of_people_behind_a_behavior_plan_set_alike_is_that_of_the_plan() -> None:
    text = COVER + "\n# Behavior Intervention Plan\nNone is needed.\n\n# IEP Team Participants\nParent: Ann Fenn\n"
    assert {"behavior", "team"} <= set(keys(part(text)))


def test_a_sentence_that_cites_a_law_opens_no_part() -> None:
    law = (
        "Under 34 CFR 300.320 the IEP must include the special education and related services to be given to the child."
    )
    assert "special-education" not in keys(part(f"{COVER}\n# Progress Reports\nEach quarter.\n\n{law}\n"))


def test_rights_that_pass_on_at_eighteen_are_a_part_among_the_safeguards() -> None:
    found = part(
        f"{COVER}# Present Levels\nIda reads.\n\n# Procedural Safeguards\nA copy was given on 3/2/2026.\n\n"
        "Transfer of rights: Ida was told of her rights on 3/2/2026.\n\n# Placement\nx\n"
    )
    assert "told of her rights" in section(found, "transfer-of-rights").filled_text


@pytest.mark.parametrize(
    "question",
    [
        "For a child who learns English, does she need a special education service to learn the language?",
        "Is a special education service needed because of the language of the child?",
    ],
)
def test_a_question_among_the_special_factors_opens_no_services(question: str) -> None:
    rows = f"| Does her behavior impede learning? | ☐ Yes ☒ No |\n| {question} | ☐ Yes ☒ No |\n"
    found = made(f"{LEVELS}# Special Factors\n{rows}\n{GOALS}")
    assert "special-education" not in keys(found)


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        (
            "1. Will this individual receive all special education services in general education environments?",
            "Explain: why the services cannot be provided in the general education environment",
        ),
        ("4. Can all of the services be provided in the regular classroom?", "If no, explain:"),
    ],
)
def test_a_question_whether_all_services_are_given_in_general_classes_is_about_time_away(
    question: str, asked: str
) -> None:
    answer = "Ida works in the small room for 30 minutes a day, as she loses her place in a large group."
    above = f"{LEVELS}{GOALS}% Transportation\n☒ General\n\n"
    found = made(f"{above}**{question}**\n☐ Yes ☒ No\n{asked}\n{answer}\n\n{ESY}")
    assert "small room" in section(found, "nonparticipation").filled_text
    assert "Will this" not in section(found, "nonparticipation").filled_text


@pytest.mark.parametrize(("number", "is_own"), [("3.", True), ("1.", False)])
def test_a_number_that_follows_on_the_sections_before_ends_a_behavior_plan(number: str, is_own: bool) -> None:
    above = (
        f"# 1. Present Levels of Performance\n{PROSE}{PROSE}\n# 2. Measurable Annual Goals\nIda will read 90 words.\n\n"
    )
    text = (
        f"{above}# Behavior Intervention Plan\nIda has a card for breaks.\n\n# {number} IEP Team Members\nAda Fenn\n\n"
    )
    assert ("team" in keys(made(text))) is is_own


@pytest.mark.parametrize(
    ("key", "label"),
    [
        ("impact", "**Effect of Disability, Needs of the Student (how it affects progress in general education;\n"
         "academic, developmental and functional needs of the student in each of the areas)**"),
        ("parent-concerns", "**Family Input (Concerns of the parent for enhancing the education of the child)**"),
        ("parent-concerns", "**Parent Input (Concerns of the parent for the education of the student at home)**"),
    ],
)  # fmt: skip
def test_a_long_label_over_a_filled_field_is_a_heading_where_all_print_is_bold(key: str, label: str) -> None:
    said = "Long texts take Ida twice the time and she loses the thread"
    label = "\n".join(f"**{line.strip('*')}**" for line in label.split("\n"))
    bold = "**Words that the form prints in bold type here.**\n" * 12
    found = made(f"# Present Levels of Performance\n{bold}\n{label}\n[[{said}]]\n\n{SERVICES}")
    assert section(found, key).filled_text == said
