"""Numbers of rules may be set from outside, as the tables `[rule.NAME]` of a settings file do."""

import pytest

from iepaudit.rulepack import RuleErrors, load_ruleset
from iepaudit.rulepack.expr import Call, walk


def range_of(ruleset):
    rule = ruleset.find("service-vague-amount")
    calls = [e for e in walk(rule.check) if isinstance(e, Call) and e.function == "wide_range"]
    return {dict(call.arguments)["minutes"] for call in calls}, {p.name: p.default for p in rule.params}


@pytest.mark.parametrize("word", ["service-vague-amount", "Service-Vague-Amount", "IEP303"])
@pytest.mark.parametrize("name", ["range-minutes", "range_minutes"])
def test_a_number_that_is_set_replaces_the_default_in_the_check(word, name):
    base = load_ruleset()
    word = base.find("service-vague-amount").id if word == "IEP303" else word
    assert range_of(base) == ({15}, {"range_minutes": 15})
    assert range_of(load_ruleset(params={word: {name: 25}})) == ({25}, {"range_minutes": 25})


def test_a_set_number_has_the_last_word_over_a_pack(tmp_path):
    pack = tmp_path / "own.yaml"
    pack.write_text("schema: 1\noverrides: [{rule: service-vague-amount, params: {range_minutes: 30}}]\n", "utf-8")
    assert range_of(load_ruleset([pack]))[0] == {30}
    assert range_of(load_ruleset([pack], params={"service-vague-amount": {"range-minutes": 40}}))[0] == {40}


def test_a_set_number_changes_the_digest_of_the_rules():
    digests = {
        load_ruleset(params={"service-vague-amount": {"range-minutes": n}} if n else {}).digest for n in (0, 20, 25)
    }
    assert len(digests) == 3


def test_setting_nothing_changes_nothing():
    assert load_ruleset(params={}).digest == load_ruleset().digest


@pytest.mark.parametrize(
    ("params", "says"),
    [
        ({"service-vauge-amount": {"range-minutes": 20}}, "did you mean 'service-vague-amount'"),
        ({"service-vague-amount": {"range-minuts": 20}}, "did you mean 'range_minutes'"),
        ({"service-vague-amount": {"wording": 20}}, "it has range_minutes"),
        ({"draft-mark": {"wording": 20}}, "it has none"),
        ({"service-vague-amount": {"range-minutes": "20"}}, "rule.service-vague-amount.range-minutes is a number"),
        ({"service-vague-amount": {"range-minutes": True}}, "rule.service-vague-amount.range-minutes is a number"),
        ({"service-vague-amount": {"range-minutes": float("nan")}}, "is a number from 0 up"),
        ({"service-vague-amount": {"range-minutes": -1}}, "is a number from 0 up"),
    ],
)
def test_a_wrong_setting_is_named_with_its_key(params, says):
    with pytest.raises(RuleErrors) as caught:
        load_ruleset(params=params)
    (error,) = caught.value.errors
    assert says in str(error)
    assert "rule." in str(error)


def test_all_wrong_settings_are_said_at_once():
    with pytest.raises(RuleErrors) as caught:
        load_ruleset(params={"no-such": {"a": 1}, "service-vague-amount": {"a": 1, "b": "x"}})
    assert len(caught.value.errors) == 3
