from dataclasses import dataclass

import pytest

from iepaudit.model.errors import UsageError
from iepaudit.policy.selectors import choose


@dataclass
class Rule:
    id: str
    name: str
    tags: tuple[str, ...] = ()


RULES = [
    Rule("IEP101", "present-levels-missing", ("components",)),
    Rule("IEP201", "goal-no-criterion", ("goals",)),
    Rule("IEP204", "goal-vague-behavior", ("goals", "measurability")),
]


@pytest.mark.parametrize(
    ("options", "names"),
    [
        ({}, {"present-levels-missing", "goal-no-criterion", "goal-vague-behavior"}),
        ({"select": ["IEP2"]}, {"goal-no-criterion", "goal-vague-behavior"}),
        ({"select": ["iep204"]}, {"goal-vague-behavior"}),
        ({"select": ["tag:components"]}, {"present-levels-missing"}),
        ({"select": ["goal-no-criterion"]}, {"goal-no-criterion"}),
        ({"select": ["IEP101"], "extend": ["tag:measurability"]}, {"present-levels-missing", "goal-vague-behavior"}),
        ({"ignore": ["IEP2"]}, {"present-levels-missing"}),
        ({"select": ["ALL"], "ignore": ["IEP201"]}, {"present-levels-missing", "goal-vague-behavior"}),
    ],
)
def test_selectors_choose(options, names):
    assert choose(RULES, **options) == names


@pytest.mark.parametrize(
    ("selector", "hint"),
    [("goal-no-criterium", "did you mean 'goal-no-criterion'?"), ("IEP999", "IEP"), ("tag:gaols", "tag:goals")],
)
def test_an_unknown_selector_is_an_error_with_a_suggestion(selector, hint):
    with pytest.raises(UsageError, match="No rule is called") as error:
        choose(RULES, select=[selector])
    assert hint in str(error.value)


def test_leaving_no_rule_is_an_error():
    with pytest.raises(UsageError, match="No rule is left"):
        choose(RULES, ignore=["ALL"])
