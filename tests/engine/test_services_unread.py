"""Rules do not say that a service is missing where services could not be read."""

from __future__ import annotations

from dataclasses import replace

import pytest
from factories import MEETING, nothing, service, sound_iep

from iepaudit.engine import evaluate
from iepaudit.model.field import unclear
from iepaudit.model.iep import Iep
from iepaudit.model.outcome import Outcome
from iepaudit.parse.service_unread import NONE_READ, SOME_UNREAD, in_doubt
from iepaudit.rulepack import Ruleset, load_ruleset


@pytest.fixture(scope="module")
def rules() -> Ruleset:
    return load_ruleset()


def outcome(rules: Ruleset, plan: Iep, name: str) -> Outcome:
    return next(r.outcome for r in evaluate(rules, plan, as_of=MEETING) if r.rule == name)


def test_a_goal_without_a_service_is_a_question_where_no_row_was_read(rules: Ruleset) -> None:
    plan = replace(sound_iep(), services=(service("Occupational therapy", category="related-service"),))
    assert outcome(rules, plan, "goal-no-service") is Outcome.ISSUE
    assert outcome(rules, replace(plan, services_unread=SOME_UNREAD), "goal-no-service") is Outcome.REVIEW
    assert outcome(rules, replace(plan, services=(), services_unread=NONE_READ), "goal-no-service") is Outcome.REVIEW


def test_what_a_service_lacks_is_a_question_where_words_beside_it_were_not_read(rules: Ruleset) -> None:
    lacking = service(text="Reading instruction, 30 minutes daily", location=nothing(service().location))
    plan = replace(sound_iep(), services=(lacking, service("Study skills instruction")))
    assert outcome(rules, plan, "service-location-missing") is Outcome.ISSUE
    doubted = replace(plan, services=in_doubt(plan.services or (), SOME_UNREAD), services_unread=SOME_UNREAD)
    assert outcome(rules, doubted, "service-location-missing") is Outcome.REVIEW
    assert doubted.services is not None
    assert doubted.services[0].location == unclear(SOME_UNREAD, lacking.location.place)
