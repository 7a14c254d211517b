"""The word lists are sound, and words match whole."""

import pytest

from iepaudit.parse.areas import area_of, areas_of
from iepaudit.parse.grammar.lexicon import inflect, load_lexicon, pattern
from iepaudit.resources import DataError, rules_root

NAMES = sorted(p.stem for p in (rules_root() / "lexicons").glob("*.yaml"))


@pytest.mark.parametrize("name", NAMES)
def test_every_list_can_be_read(name):
    assert load_lexicon(name)


def test_a_list_that_does_not_exist_is_an_error():
    with pytest.raises(DataError):
        load_lexicon("no-such-list")


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("write", {"writes", "wrote", "written", "writing"}),
        ("stop", {"stops", "stopped", "stopping"}),
        ("carry out", {"carries out", "carried out"}),
    ],
)
def test_lemmas_stand_for_their_forms(lemma, forms):
    assert forms <= set(inflect(lemma))


@pytest.mark.parametrize(
    ("name", "text"),
    [("observable-verbs", "because"), ("mental-verbs", "industrial knowledgeably"), ("change-verbs", "programs")],
)
def test_a_word_never_matches_inside_another(name, text):
    assert pattern(name).search(text) is None


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("Ada will read 80 words correct per minute.", "reading"),
        ("Ada will solve addition word problems.", "math"),
        ("Ada will write a paragraph with correct punctuation.", "writing"),
        ("Ada will produce /r/ in words.", "speech-language"),
        ("Ada will cut along a line with scissors.", "fine-motor"),
        ("Ada will climb stairs with her walker.", "gross-motor"),
        ("Ada will use a calming strategy when frustrated.", "behavior"),
        ("After high school Ada will enroll in college.", "transition"),
        ("Bus 12.", ""),
    ],
)
def test_the_area_of_a_text(text, area):
    assert area_of(text) == area


def test_areas_come_strongest_first():
    assert areas_of("reading comprehension, decoding and phonics; some math")[0] == "reading"
