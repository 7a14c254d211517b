"""Shorthand is read as the words it stands for, and spans stay slices of what was written."""

import time

import pytest

from iepaudit.parse.grammar import analyse_goal
from iepaudit.parse.grammar.analyse import MOST_CHARACTERS
from iepaudit.parse.grammar.shorthand import expand

ELEMENTS = ("timeframe", "condition", "behavior", "criterion", "method", "baseline", "consistency", "learner")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("reads w/ help", "reads with help"),
        ("reads w/help", "reads with help"),
        ("reads w/o help", "reads without help"),
        ("80% acc x3 sessions", "80% accuracy over 3 sessions"),
        ("claps x5", "claps 5 times"),
        ("claps 5x then sits", "claps 5 times then sits"),
        ("4/5 opps", "4/5 opportunities"),
        ("Pt will sit", "student will sit"),
        ("PT will consult", "PT will consult"),
        ("asks 3x/week", "asks 3x/week"),
        ("in her w/c", "in her w/c"),
        ("an access ramp", "an access ramp"),
        ("solve 4 x 5", "solve 4 x 5"),
        ("solve 2x + 3 = 9", "solve 2x + 3 = 9"),
        ("stack 2x4 blocks", "stack 2x4 blocks"),
    ],
)
def test_shorthand_stands_for_words(written, meant):
    assert expand(written).text == meant


@pytest.mark.parametrize(
    "text",
    [
        "Pt will say /r/ in words w/ 80% acc given min verbal cues x3 sessions.",
        "By xmas, Jo w/out help will clap 5x & sit, per tchr data; was 2x.",
        "w/ w/ x3 sessions & 5x",
        "Jo will write 3 words w/ 4/5 opps.\nBaseline: 1/5 opps w/ help",
    ],
)
def test_spans_are_slices_of_what_was_written(text):
    found = analyse_goal(text)
    assert found.text == text
    spans = [s for name in ELEMENTS for s in found.element(name).spans]
    spans += [c.span for c in found.criteria] + [q.span for q in found.baselines] + [v.span for v in found.vague]
    assert spans
    for span in spans:
        assert text[span.start : span.end] == span.text


def test_a_clinic_note_is_taken_apart_like_a_sentence():
    found = analyse_goal("Pt will say /r/ in words w/ 80% acc given min verbal cues x3 sessions.")
    assert found.measurable
    assert found.condition.text == "given min verbal cues"
    assert "80% acc" in found.criterion.text


def test_only_the_start_of_an_endless_text_is_read():
    found = analyse_goal("Ada will read 50 words. " + "and so on " * 2000 + "By May 2027.")
    assert "read-in-part" in found.flags and found.measurable and not found.timeframe.present
    assert len(found.text) > MOST_CHARACTERS


def test_a_long_goal_is_read_whole():
    found = analyse_goal("Ada will read 50 words " + "with care and " * 200 + "joy by May 2027.")
    assert "read-in-part" not in found.flags and found.timeframe.present


@pytest.mark.parametrize(
    "piece",
    ["\n- ", "given a ", "when the ", "1 of 2 ", "( [ { ", "will read, and ", "w/ x3 ", "to improve from 1 to "],
)
def test_hostile_text_takes_no_more_time_than_a_page(piece):
    analyse_goal("Ada will read.")  # word lists are read once
    begun = time.process_time()
    analyse_goal((piece * 20_000)[:20_000])
    assert time.process_time() - begun < 2


def test_a_name_that_looks_like_shorthand_is_a_name():
    assert expand("Mina will count to ten.").pieces == ()
    assert expand("Sit down with MinA.").text == "Sit down with minimal assistance."
    assert analyse_goal("Mina will read 20 words.").vague == ()
