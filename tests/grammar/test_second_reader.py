"""The second reader lowers confidence, and nothing else."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from iepaudit.model.goal import Element
from iepaudit.parse.grammar import analyse_goal, measure
from iepaudit.parse.grammar.second import LOWERED, opinion, with_second_opinion
from iepaudit.parse.grammar.second.figures import flags, own_f1, shipped
from iepaudit.parse.grammar.second.normal import ELEMENTS, LABELS, normal
from iepaudit.parse.grammar.second.pipeline import SPACY_VERSION, train
from iepaudit.parse.grammar.second.train import read_examples, tuning_goals

FOLDER = Path(__file__).parent.parent / "data" / "goals"
FULL = (
    "By May 2027, given a list, Ada will read 50 words in one minute, up from 20, as measured by weekly probes.",
    "Ada will improve her reading.",
    "Ada will write three sentences w/ 80% acc x3 sessions.",
    "After graduation Ada will enroll in a welding program.",
    "",
)


@pytest.fixture(scope="module")
def heldout():
    return measure.read_goals(FOLDER / "heldout.txt")


@pytest.fixture
def says(monkeypatch):
    """Lets the second reader give the same answer to everything."""

    def fix(**likely):
        monkeypatch.setattr(opinion, "load", lambda: None)
        monkeypatch.setattr(opinion, "probabilities", lambda nlp, text: dict.fromkeys(LABELS, 0.5) | likely)

    return fix


def test_the_shipped_model_loads_without_the_network(monkeypatch):
    def refuse(*arguments, **more):
        raise AssertionError("the network was asked")

    monkeypatch.setattr("socket.socket.connect", refuse)
    opinion.load.cache_clear()
    assert set(opinion.load().get_pipe("textcat_multilabel").labels) == set(LABELS)


def test_the_model_says_with_which_spacy_it_works():
    meta = json.loads((opinion.MODEL / "meta.json").read_text("utf-8"))
    assert meta["spacy_version"] == SPACY_VERSION == ">=3.8,<3.9"


def test_the_model_is_small():
    assert sum(f.stat().st_size for f in opinion.MODEL.rglob("*") if f.is_file()) < 2_000_000


def test_what_the_grammar_found_stays_whatever_the_second_reader_says(says):
    for likely in (0.0, 1.0):
        says(**dict.fromkeys(LABELS, likely))
        for found in map(analyse_goal, FULL):
            (asked,) = with_second_opinion([found])
            same = {n: replace(asked.element(n), confidence=1.0) for n in ELEMENTS}
            assert replace(asked, confidence=1.0, **same) == found


def test_an_element_that_it_sees_otherwise_is_less_sure(says):
    says(method=0.01, condition=0.99)
    (asked,) = with_second_opinion([analyse_goal("Ada will read 50 words, as measured by weekly probes.")])
    assert asked.method.present and asked.method.confidence == LOWERED
    assert not asked.condition.present and asked.condition.confidence == LOWERED
    assert asked.behavior.confidence == asked.confidence == 1.0


def test_doubt_about_the_behavior_is_doubt_about_the_goal(says):
    says(behavior=0.01)
    (asked,) = with_second_opinion([analyse_goal("Ada will read 50 words.")])
    assert asked.measurable and asked.confidence == LOWERED


def test_a_mild_difference_lowers_nothing(says):
    says(**dict.fromkeys(LABELS, 0.2))
    found = analyse_goal("Ada will read 50 words.")
    assert with_second_opinion([found]) == (found,)


def test_what_stands_in_a_column_is_not_asked_about(says):
    says(**dict.fromkeys(LABELS, 0.0))
    found = analyse_goal("Ada will read words.", criterion="50 words per minute", method="weekly probe")
    (asked,) = with_second_opinion([found])
    assert asked.method.confidence == asked.criterion.confidence == 1.0
    assert isinstance(asked.behavior, Element) and asked.behavior.confidence == LOWERED


def test_neither_order_nor_company_changes_an_opinion(heldout):
    found = [analyse_goal(goal.text) for goal in heldout[:30]]
    together = with_second_opinion(found)
    assert with_second_opinion(found[::-1]) == together[::-1]
    assert tuple(with_second_opinion([one])[0] for one in found) == together


def test_its_doubt_predicts_errors_of_the_grammar_on_unseen_goals(heldout):
    counted = flags(heldout, shipped(heldout))
    assert counted.right_doubted / counted.right <= 0.03
    if counted.wrong >= 10:  # fewer say nothing
        assert counted.wrong_doubted / counted.wrong >= 10 * counted.right_doubted / counted.right


def test_retraining_with_the_seed_gives_the_same_figures(heldout):
    again = shipped(heldout, train(read_examples(FOLDER)))
    before = shipped(heldout)
    assert own_f1(heldout, again) == pytest.approx(own_f1(heldout, before), abs=0.01)
    now, then = flags(heldout, again), flags(heldout, before)
    assert abs(now.wrong_doubted - then.wrong_doubted) <= 1 and abs(now.right_doubted - then.right_doubted) <= 1


def test_no_unseen_goal_is_in_the_training_text(heldout):
    learned = {normal(text) for text, _ in read_examples(FOLDER)}
    assert not learned & {normal(goal.text) for goal in heldout}


def test_every_goal_for_tuning_is_in_the_training_text():
    learned = {text for text, _ in read_examples(FOLDER)}
    assert not {goal.text for goal in tuning_goals(FOLDER)} - learned


def test_the_measure_prints_what_is_doubted(capsys):
    assert measure.main([str(FOLDER / "heldout.txt"), "--second"]) == 0
    out = capsys.readouterr().out
    assert "the second reader doubts" in out and "* certain 0.90" in out
