"""Parts that have no heading and are told by a sentence."""

from __future__ import annotations

import pytest
from builders import COVER, keys, part, section

LEVELS = "# Present Levels of Performance\nIda reads 62 words correct per minute and likes stories about ships.\n"
GOALS = "# Measurable Annual Goals\nGoal 1: By March 2027, Ida will read 90 words correct per minute in 3 trials.\n\n"


@pytest.mark.parametrize(
    "sentence",
    [
        "Because of her learning disability in reading, Ida cannot read grade-level directions on her own.",
        "Due to his ADHD he misses directions and falls behind in most subjects.",
        "Ida struggles to keep up with class discussions because of her hearing loss.",
        "Her dyslexia makes it hard to read the texts that her class reads in science.",
        "Because it is hard for Ida to take another's view, she cannot meet the grade standards about characters.",
        "As a result of the weakness in working memory, Ida needs lessons broken into short steps.",
    ],
)
def test_a_sentence_among_the_present_levels_says_how_the_disability_affects_learning(sentence: str) -> None:
    found = part(f"{COVER}{LEVELS}{sentence}\n\n{GOALS}")
    assert sentence.rstrip(".") in section(found, "impact").filled_text


@pytest.mark.parametrize(
    "sentence",
    [
        "Her disability affects her involvement and progress in the general curriculum.",
        "Because of the snow, Ida missed two weeks of class.",
        "Due to his asthma he carries an inhaler.",
        "Ida has difficulty with fractions.",
        "Describe how, because of the disability, the student has difficulty in class.",
        "She was found eligible because of a specific learning disability.",
    ],
)
def test_other_sentences_do_not(sentence: str) -> None:
    assert "impact" not in keys(part(f"{COVER}{LEVELS}{sentence}\n\n{GOALS}"))


def test_a_part_with_a_heading_of_its_own_is_the_only_one() -> None:
    sentence = "Because of her dyslexia, Ida cannot read grade-level texts."
    found = part(f"{COVER}{LEVELS}{sentence}\n\n# Impact of Disability\nIda works slowly.\n\n{GOALS}")
    assert keys(found).count("impact") == 1
    assert section(found, "impact").filled_text == "Ida works slowly."


@pytest.mark.parametrize(
    "sentence",
    [
        "EBD affects her progress because avoidance means that she misses practice.",
        "The delay affects grade 2 writing, she finishes one of five journal pages.",
        "Her language delay means she cannot retell a story in class.",
        "Because her speech is hard to follow she is passed over in group time and class talks.",
        "Ida reads well but because she decodes slowly she can't read science texts without help.",
    ],
)
def test_short_forms_and_teachers_own_words_say_it_as_well(sentence: str) -> None:
    found = part(f"{COVER}{LEVELS}{sentence}\n\n{GOALS}")
    assert sentence.rstrip(".") in section(found, "impact").filled_text


@pytest.mark.parametrize(
    "sentence",
    [
        "Her disability affects her progress in the general curriculum.",
        "The delay affects writing.",
        "Because she was sick she was away for a week.",
    ],
)
def test_words_that_name_no_effect_do_not(sentence: str) -> None:
    assert "impact" not in keys(part(f"{COVER}{LEVELS}{sentence}\n\n{GOALS}"))


def test_a_letter_says_whom_it_is_for_and_who_was_there() -> None:
    told = (
        "# Oak Hill School\nThis plan is written for Ida Fenn (date of birth May 14, 2016), a girl in Grade 4.\n\n"
        "Present at the table were Ann and Bo Fenn, parents; Cy Orr, general education teacher; Di Hale, principal.\n\n"
    )
    found = keys(part(f"# Individualized Education Program\n{told}{LEVELS}\n{GOALS}"))
    assert {"demographics", "team"} <= set(found)
