"""Every word that a rule can say to a person: as written, as filled on its own examples, and as filled on samples."""

import re
from functools import cache
from pathlib import Path
from statistics import mean

import pytest
from reading_level import grade_level

from iepaudit.audit import AuditOptions, audit_here
from iepaudit.engine.examples import run_examples
from iepaudit.model.outcome import Outcome
from iepaudit.rulepack import load_ruleset
from iepaudit.rulepack.lint import VERDICT_WORDS

RULES = load_ruleset(examples=True)
SAMPLES = Path(__file__).parents[2] / "samples"
PLANS = (
    "plan.txt",
    "defects-label-value.pdf",
    "state-form-checkboxes.pdf",
    "conference-summary-iep.pdf",
    "sound-ruled-tables.pdf",
    "mixed-scan.pdf",
    "blank-state-form.pdf",
)
SAID = (Outcome.ISSUE, Outcome.REVIEW)
LONGEST = {"title": 90, "message": 200, "review": 200, "suggest": 160, "question": 110, "explain": 500}  # characters
LONGEST_FILLED = 600  # several labels and quotes of the plan
# What belongs to the plan and not to us.
QUOTED = re.compile(r'"[^"]*"|“[^”]*”|\([^()]*\)')


def written(rule):
    return {name: getattr(rule, name) for name in LONGEST}


@cache
def said_on_examples():
    return tuple((r.rule.name, found) for r in run_examples(RULES) for found in r.results if found.outcome in SAID)


@cache
def said_on(sample):
    report = audit_here(SAMPLES / sample, AuditOptions())
    return tuple(result for result in report.results if result.outcome in SAID)


def wrong_with(text):
    """What a reader would stumble over in a sentence that was filled in."""
    found = []
    if "{" in text or "}" in text:
        found.append("a placeholder is left")
    if "(not stated)" in text or '""' in text:
        found.append("a placeholder had nothing to say")
    if VERDICT_WORDS.search(QUOTED.sub("", text)):
        found.append("a word that judges")
    if len(text) > LONGEST_FILLED:
        found.append(f"{len(text)} characters")
    if re.search(r"\s{2}|\s[,.;:]|\bNone\b|\bnan\b", QUOTED.sub("x", text)):
        found.append("badly joined")
    return found


@pytest.mark.parametrize("rule", RULES.all_rules, ids=lambda r: r.name)
def test_no_text_is_too_long(rule):
    assert {k: len(v) for k, v in written(rule).items() if len(v) > LONGEST[k]} == {}


@pytest.mark.parametrize("rule", RULES.all_rules, ids=lambda r: r.name)
def test_no_text_judges(rule):
    assert {k: v for k, v in written(rule).items() if VERDICT_WORDS.search(v)} == {}


@pytest.mark.parametrize("rule", RULES.all_rules, ids=lambda r: r.name)
def test_a_question_asks_and_a_sentence_ends(rule):
    assert rule.question.endswith("?")
    assert rule.question[0].isupper() or rule.question[0] == "{"
    assert rule.message.rstrip("\"'”").endswith((".", "}."))
    assert not rule.title.endswith(".")
    assert rule.explain.endswith(".")


def test_what_rules_say_on_their_examples_reads_well():
    assert [(name, r.message, w) for name, r in said_on_examples() if (w := wrong_with(r.message))] == []


def test_questions_on_examples_read_well():
    assert [(name, r.question, w) for name, r in said_on_examples() if (w := wrong_with(r.question))] == []


@pytest.mark.parametrize("sample", PLANS)
def test_what_rules_say_on_a_sample_reads_well(sample):
    said = said_on(sample)
    assert [(r.rule, t, w) for r in said for t in (r.message, r.question) if (w := wrong_with(t))] == []


def test_the_samples_make_rules_speak():
    assert len({r.rule for sample in PLANS for r in said_on(sample)}) > 30


def test_the_sound_sample_has_nothing_required_and_no_gap():
    found = [r.rule for r in said_on("sound-ruled-tables.pdf") if r.outcome is Outcome.ISSUE]
    levels = {r.severity.value for r in said_on("sound-ruled-tables.pdf") if r.outcome is Outcome.ISSUE}
    assert levels <= {"advice"}, found


def test_questions_are_at_eighth_grade_or_below_on_average():
    assert mean(grade_level(r.question) for r in RULES.all_rules) <= 8


def test_explanations_are_at_tenth_grade_or_below_on_average():
    assert mean(grade_level(r.explain) for r in RULES.all_rules) <= 10


def test_the_measure_tells_plain_from_heavy_words():
    plain = "What will my child do? Who will help?"
    heavy = "Implementation of individualized accommodations necessitates interdisciplinary documentation."
    assert grade_level(plain) < 5 < 15 < grade_level(heavy)
