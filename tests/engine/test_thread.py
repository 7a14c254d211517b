"""The map of needs, goals and services."""

from datetime import date

import pytest

from iepaudit.engine.example_facts import example_facts
from iepaudit.engine.thread import Sure, thread_of
from iepaudit.resources.strict_yaml import parse_yaml
from iepaudit.rulepack import load_ruleset


@pytest.fixture(scope="module")
def rules():
    return load_ruleset()


def links(rules, text, of="needs"):
    found = thread_of(example_facts(parse_yaml(text, "test.yaml"), rules.profile), rules)
    return [(link.at, link.sure) for strand in getattr(found, of) for link in strand.links]


def test_a_goal_of_the_same_area_answers_a_need(rules):
    plan = "{needs: [{area: reading}], goals: [{text: a, area: math}, {text: b, area: reading}]}"
    assert links(rules, plan) == [("goals[1]", Sure.SAME_AREA)]


def test_words_may_name_another_area_than_the_own(rules):
    plan = "{needs: [{area: attention}], goals: [{text: Lee will stay on task while reading., area: reading}]}"
    assert links(rules, plan) == [("goals[0]", Sure.NAMED)]


def test_a_service_without_an_area_is_only_possible(rules):
    plan = "{needs: [{area: reading}], services: [{text: Resource support, area: {unclear: any area}}]}"
    assert links(rules, plan) == [("services[0]", Sure.POSSIBLE)]


def test_counseling_may_work_on_a_goal_for_attention(rules):
    plan = "{goals: [{text: begin work, area: attention}], services: [{text: Counseling, area: behavior}]}"
    assert links(rules, plan, "goals") == [("services[0]", Sure.NEAR)]


def test_nothing_else_is_linked(rules):
    plan = "{needs: [{area: reading}], goals: [{text: a, area: motor}], services: [{text: b, area: motor}]}"
    assert links(rules, plan) == []


def test_what_no_need_is_linked_to_is_listed(rules):
    text = "{needs: [{area: reading}], goals: [{text: a, area: motor}, {text: b, area: reading}]}"
    found = thread_of(example_facts(parse_yaml(text, "test.yaml"), rules.profile), rules)
    assert [a.at for a in found.alone] == ["goals[0]"]


def test_lists_that_were_never_found_are_named(rules):
    found = thread_of(example_facts(parse_yaml("{goals: [{text: a}]}", "test.yaml"), rules.profile), rules)
    assert found.not_found == ("needs", "services", "accommodations")


def test_the_map_agrees_with_the_rules_on_the_sound_plan(rules):
    from factories import sound_iep

    from iepaudit.engine.evaluate import evaluate
    from iepaudit.engine.thread import thread

    found = thread(sound_iep(), rules)
    silent = {r.rule for r in evaluate(rules, sound_iep(), as_of=date(2026, 1, 1)) if r.outcome.value == "pass"}
    assert "goal-no-service" in silent
    assert found.goals
    assert all(strand.links for strand in found.goals)
