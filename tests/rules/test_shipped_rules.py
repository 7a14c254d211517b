"""The rules that come with the program: their examples are tests, their words are read, their sources are checked."""

import json

import pytest
from reading_level import grade_level

from iepaudit.engine.coverage import coverage
from iepaudit.engine.examples import run_example
from iepaudit.engine.mutate import survivors
from iepaudit.model.iep import Kind
from iepaudit.model.outcome import Confidence, Severity
from iepaudit.resources import load_yaml, rules_root
from iepaudit.rulepack import load_ruleset
from iepaudit.rulepack.lint import VERDICT_WORDS, lint
from iepaudit.rulepack.loader import RULE_FOLDERS
from iepaudit.rulepack.schema import rule_file_schema

RULES = load_ruleset(examples=True)
EXAMPLES = [(rule, example) for rule in RULES.all_rules for example in rule.examples]
FIRST = (
    "goal-no-criterion goal-vague-behaviour goal-no-baseline progress-method-missing progress-schedule-missing "
    "service-frequency-missing service-vague-amount service-location-missing service-start-end-missing "
    "plaafp-no-data impact-statement-missing present-levels goals-section-missing nonparticipation-explanation "
    "testing-accommodations-blank special-factors-absent parent-concerns-blank esy-undecided "
    "heading-without-content psg-missing transition-services-empty transfer-of-rights-missing evaluation-stale "
    "iep-span-over-year goal-date-outside-iep goal-duplicate-or-slot wrong-name missing-pages"
)


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=[f"{r.name}: {e.name}" for r, e in EXAMPLES])
def test_example(rule, example):
    assert run_example(rule, example, RULES).problem == ""


@pytest.mark.parametrize("name", FIRST.split())
def test_the_first_rules_are_there(name):
    assert RULES.find(name) is not None


@pytest.mark.parametrize("rule", RULES.all_rules, ids=lambda r: r.name)
def test_every_rule_has_examples(rule):
    assert len(rule.examples) >= 3


def test_leaving_out_the_examples_leaves_out_nothing_else():
    from dataclasses import replace

    bare = load_ruleset().all_rules
    assert [replace(r, examples=()) for r in RULES.all_rules] == list(bare)


def test_there_is_nothing_to_mend():
    assert [str(r) for r in lint(RULES)] == []


@pytest.mark.parametrize("rule", RULES.all_rules, ids=lambda r: r.name)
def test_no_word_shown_to_people_judges(rule):
    for text in (rule.title, rule.message, rule.review, rule.question, rule.suggest, rule.explain):
        assert not VERDICT_WORDS.search(text), text


@pytest.mark.parametrize("rule", RULES.all_rules, ids=lambda r: r.name)
def test_required_rests_on_a_source_that_was_seen(rule):
    if rule.severity is Severity.REQUIRED:
        assert rule.confidence is Confidence.HIGH
        assert {a.grade for a in rule.authority} & {"A", "B"}


def test_questions_can_be_read_by_a_parent():
    grades = sorted(grade_level(r.question) for r in RULES.all_rules)
    assert grades[len(grades) // 2] <= 8
    assert grades[int(len(grades) * 0.9)] <= 13


def test_explanations_can_be_read_by_a_parent():
    grades = sorted(grade_level(r.explain) for r in RULES.all_rules)
    assert grades[len(grades) // 2] <= 10


def test_absence_is_always_said_of_this_file():
    for rule in RULES.all_rules:
        if "{searched}" in rule.message:
            assert "found" in rule.message or "filled in" in rule.message, rule.name


def test_every_item_of_the_law_is_looked_at_or_left_to_a_person():
    for item in coverage(RULES.all_rules):
        assert item.rules or item.why_person, item.cite
        assert item.why_person != "no rule looks at it yet", item.cite


def test_every_shipped_file_fits_the_schema():
    jsonschema = pytest.importorskip("jsonschema")
    check = jsonschema.Draft202012Validator(rule_file_schema())
    for folder in RULE_FOLDERS:
        for path in sorted((rules_root() / folder).glob("*.yaml")):
            assert [e.message for e in check.iter_errors(load_yaml(path))] == [], path.name


def test_the_schema_in_the_folder_is_the_one_that_is_made():
    path = rules_root() / "schema" / "rule-file.v1.json"
    assert json.loads(path.read_text("utf-8")) == rule_file_schema()


def test_rules_for_forms_never_look_at_a_plan_and_the_other_way_round():
    for rule in RULES.all_rules:
        assert (Kind.BLANK_FORM in rule.kinds) == rule.name.startswith("form-")
        assert not (Kind.BLANK_FORM in rule.kinds and Kind.IEP in rule.kinds)


def test_examples_notice_every_small_change():
    score = survivors(RULES, RULES.all_rules)
    assert score.alive == ()
    assert score.total > 700
