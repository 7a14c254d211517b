"""Examples that are pages and not facts: words of a plan, or a file, through the real readers."""

from pathlib import Path

import pytest

from iepaudit.engine.examples import run_examples
from iepaudit.model.errors import UsageError
from iepaudit.rulepack import load_ruleset

SAMPLES = Path(__file__).parents[2] / "samples"
RULE = """schema: 1
rules:
  - id: OWN901
    name: transport-not-named
    title: Nothing was found about the bus
    severity: advice
    confidence: low
    authority: [{{cite: "District handbook", grade: B}}]
    require: {{text: {{of: document.text, pattern: '\\bbus\\b'}}}}
    message: 'No bus was found (searched: {{searched}}).'
    question: 'How does my child come to school?'
    explain: 'It helps to know.'
    examples:
      - name: tried
        {example}
"""


def outcome(folder, example):
    path = folder / "own.yaml"
    path.write_text(RULE.format(example=example), "utf-8")
    ruleset = load_ruleset((path,))
    (found,) = run_examples(ruleset, (ruleset.find("transport-not-named"),))
    return found


def test_words_of_a_plan_are_read_as_a_page(tmp_path):
    assert outcome(tmp_path, 'good: {text: "Special Transportation\\nThe bus comes at 7."}').passed


def test_a_few_lines_count_as_the_whole_plan(tmp_path):
    assert outcome(tmp_path, 'bad: {text: "Annual Goals\\nLee will read 80 words per minute."}').passed


def test_text_may_stand_without_its_key(tmp_path):
    assert outcome(tmp_path, 'good: "Notes\\nThe bus comes at 7."').passed


def test_an_example_that_comes_out_otherwise_says_so(tmp_path):
    found = outcome(tmp_path, 'bad: {text: "Notes\\nThe bus comes at 7."}')
    assert (found.word, found.problem) == ("missed", "should be issue, came out as pass")


def test_a_file_beside_the_rule_is_read(tmp_path):
    (tmp_path / "own.pdf").write_bytes((SAMPLES / "sound-ruled-tables.pdf").read_bytes())
    assert outcome(tmp_path, "good: {pdf: own.pdf}").passed


def test_a_sample_is_read(tmp_path):
    assert outcome(tmp_path, "good: {pdf: sound-ruled-tables.pdf}").passed


def test_a_file_that_is_not_there_is_named_with_its_place(tmp_path):
    found = outcome(tmp_path, "good: {pdf: nowhere.pdf}")
    assert "there is no file nowhere.pdf beside the rule file or in samples/" in found.problem


@pytest.mark.parametrize("example", ['good: {text: "a", goals: []}', "good: {pdf: 3}"])
def test_facts_and_a_document_do_not_mix(tmp_path, example):
    with pytest.raises(UsageError, match="an example holds facts, or only text"):
        outcome(tmp_path, example)
