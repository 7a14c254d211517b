"""Sentences of rules filled with what was seen in several places."""

from dataclasses import replace

import pytest
from factories import MEETING, goal, sound_iep

from iepaudit.engine import evaluate
from iepaudit.engine.messages import joined
from iepaudit.rulepack import load_ruleset


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ((), ""),
        (("reading",), "reading"),
        (("reading", "writing"), "reading or writing"),
        (("reading", "writing", "reading", "math"), "reading, writing or math"),
    ],
)
def test_several_words_are_joined_as_in_a_sentence(words, shown):
    assert joined(words, last="or") == shown


def test_words_between_quotation_marks_get_marks_of_their_own():
    assert f'"{joined(("hits", "kicks", "bolts"), mark=chr(34))}"' == '"hits", "kicks" and "bolts"'


def test_a_sentence_about_several_goals_names_all_they_lack_and_has_no_stray_marks():
    goals = tuple(replace(goal(f"Goal in {area}.", label=area.title()), area=area) for area in ("math", "writing"))
    found = evaluate(load_ruleset(), replace(sound_iep(), goals=goals, services=()), as_of=MEETING)
    (said,) = (r.message for r in found if r.rule == "goal-no-service" and r.outcome.value == "issue")
    assert "teaches math or writing." in said
