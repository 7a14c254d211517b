"""What authors get wrong: each mistake is named at its line and column, with what to write instead."""

import pytest

from iepaudit.engine.examples import run_examples
from iepaudit.rulepack import RuleErrors, load_ruleset
from iepaudit.rulepack.lint import lint

GOOD = """schema: 1
rules:
  - id: OWN901
    name: my-rule
    title: A goal rests on an example
    severity: advice
    confidence: low
    authority: [{cite: "34 CFR 300.320", grade: A}]
    for_each: {in: 'goals[*]', as: goal}
    forbid:
      text: {of: goal.text, pattern: '\\bfor example\\b'}
    message: '{labels} says "{match}".'
    suggest: 'Say it.'
    question: 'What will be measured?'
    explain: Because.
    examples:
      - name: fires
        bad: {goals: [{text: "Lee will read, for example, 80 words."}]}
      - name: silent
        good: {goals: [{text: "Lee will read 80 words."}]}
"""
PATTERN = "'\\bfor example\\b'"
TITLE = "A goal rests on an example"
SOURCES = '[{cite: "34 CFR 300.320", grade: A}]'
LAW = "severity: advice"

# what is replaced, by what, where the error stands, what it says
MISTAKES = [
    ("severity: advice", "severty: advice", "6:5", "did you mean 'severity'"),
    ("severity: advice", "severity: high", "6:15", "one of required, gap, advice"),
    ("severity: advice", "severity: requred", "6:15", "did you mean 'required'"),
    ("severity: advice", "severity:", "6:5", "'severity' has no value"),
    ("id: OWN901\n    name", "name", "3:5", "'id' is missing; give the rule a number of your own, such as IEP901"),
    ("OWN901", "own-901", "3:9", "an id is capital letters and a number"),
    ("OWN901", "901", "3:9", "put it in quotes"),
    ("OWN901", "IEP201", "3:5", "'IEP201' is also used at"),
    ("my-rule", "goal-no-criterion", "3:5", "'goal-no-criterion' is also used at"),
    ("my-rule", "my_rule", "4:11", "lower-case words joined by hyphens"),
    (PATTERN, '"\\d+ for"', "11:39", "write patterns in single quotes"),
    (PATTERN, '"\\bfor\\b"', "11:38", "in double quotes \\b is a backspace"),
    (PATTERN, "'(for'", "11:38", "a bracket is not closed: (for"),
    (PATTERN, "'for(?! a)'", "11:38", "look-around and back references are not available"),
    (PATTERN, "'.*'", "11:38", "it fits everything"),
    (f", pattern: {PATTERN}", "", "11:13", "text needs a lexicon or a pattern"),
    (f"pattern: {PATTERN}", "lexicon: vague-degre", "11:38", "did you mean 'vague-degree'"),
    (f"{PATTERN}}}", f"{PATTERN}, whole: yes}}", "11:64", "whole is true or false"),
    (f"{PATTERN}}}", f"{PATTERN}, at_least: two}}", "11:67", "a number is needed, and not 'two'"),
    (f"{PATTERN}}}", f"{PATTERN}, at_least: $n}}", "11:67", "unknown parameter '$n'"),
    ("text: {of", "txt: {of", "11:7", "did you mean 'text'"),
    ("    message:", "      present: goal.text\n    message:", "11:7", "put several checks under all: or any:"),
    ("    message:", "    require: {present: goal.text}\n    message:", "3:5", "either require or forbid"),
    ("goal.text, pat", "goal.behaviour, pat", "11:18", "did you mean 'behavior'"),
    ("goal.text, pat", "sections.presentlevels, pat", "11:18", "did you mean 'present-levels'"),
    ("goals[*]", "gaols[*]", "9:20", "did you mean 'goals'"),
    ("'goals[*]'", "goals", "9:20", "write goals[*] for each goal"),
    (", as: goal", "", "9:15", "'as' is missing"),
    ("as: goal}", "as: goals}", "9:36", "a part of the plan already"),
    ("{labels}", "{lables}", "12:14", "did you mean 'labels'"),
    ("be measured?", "be {mesured}?", "14:15", "placeholder {mesured} in question"),
    ("'Say it.'", "'Say the child's goal.'", "13:29", "an apostrophe is written twice"),
    (TITLE, "Goals: an example", "5:17", "put text that holds them in quotes"),
    (TITLE, "[a, b]", "5:12", "title is text; put it in quotes"),
    (TITLE, "12", "5:12", "title is text; put it in quotes"),
    (TITLE, "true", "5:12", "title is text; put it in quotes"),
    ("    name: my-rule", "\tname: my-rule", "4:1", "indent with spaces"),
    ("    title:", "   title:", "5:4", "indented otherwise"),
    (f"    authority: {SOURCES}\n", "", "3:5", "'authority' is missing; write [{cite:"),
    (SOURCES, "34 CFR 300.320", "8:16", "authority is a list of sources; write [{cite:"),
    ("grade: A", "grade: D", "8:17", "grade is A (law seen)"),
    (LAW, f"{LAW}\n    tags: goals", "7:11", "even of one: [goals]"),
    (LAW, f"{LAW}\n    kinds: [iepp]", "7:12", "did you mean 'iep'"),
    (LAW, f"{LAW}\n    profiles: [texas]", "3:5", "there is no profile 'texas'; there are"),
    (LAW, f"{LAW}\n    covers: ['300.320(a)(9)']", "7:13", "the law has no item '300.320(a)(9)'"),
    (LAW, f"{LAW}\n    since: 0.1", "7:12", "since is text; put it in quotes"),
    (LAW, f"{LAW}\n    severity: gap", "7:5", "duplicate key 'severity'"),
    ("name: silent", "name: silent\n        todo: yes", "20:15", "todo is true or false"),
    ("      - name: silent", "        expect: {at: x}\n      - name: silent", "19:17", "expect is a list of maps"),
    ("      - name: silent", "        expect: [{severity: hgih}]\n      - name: silent", "19:29", "severity 'hgih'"),
    ("schema: 1\n", "", "1:1", "'schema' is missing; the first line of a rule file is schema: 1"),
    ("schema: 1", "schema: '1'", "1:9", "schema is 1, without quotes"),
    (GOOD, "", "1:1", "the file is empty"),
    (GOOD, "- id: OWN901\n", "1:1", "a rule file is a map"),
    (GOOD, "schema: 1\nrules:\n  id: OWN901\n", "3:3", "every rule in it starts with a dash"),
    (GOOD, "schema: 1\noverides: []\n", "2:1", "did you mean 'overrides'"),
    (GOOD, "schema: 1\noverrides: [{rule: IEP999, severity: gap}]\n", "2:13", "there is no rule 'iep999'"),
    (GOOD, GOOD + "---\n" + GOOD, "21:1", "leave out the line ---"),
]  # fmt: skip


def write(folder, text):
    path = folder / "own.yaml"
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize(("old", "new", "where", "says"), MISTAKES)
def test_a_mistake_is_named_where_it_stands(tmp_path, old, new, where, says):
    assert GOOD.count(old)
    path = write(tmp_path, GOOD.replace(old, new, 1))
    with pytest.raises(RuleErrors) as caught:
        load_ruleset([path])
    told = {f"{e.mark.line}:{e.mark.column}": e.message for e in caught.value.errors}
    assert says in told.get(where, ""), told
    assert len(told) == 1


def test_every_mistake_of_a_file_is_said_at_once(tmp_path):
    text = GOOD.replace(", as: goal", "").replace("low", "lwo").replace("rules:", "ruls: 1\nrules:")
    with pytest.raises(RuleErrors) as caught:
        load_ruleset([write(tmp_path, text)])
    assert len(caught.value.errors) == 3


def test_a_long_line_is_shown_around_the_mistake(tmp_path):
    text = GOOD.replace("goals: [{text", "goals: [{text: " + "x " * 500 + "}, {bad: !tag 1, text", 1)
    with pytest.raises(RuleErrors) as caught:
        load_ruleset([write(tmp_path, text)])
    excerpt = caught.value.errors[0].mark.excerpt
    assert "!tag" in excerpt
    assert len(excerpt) <= 122


@pytest.mark.parametrize(
    ("old", "new", "column", "says"),
    [
        ("good: {goals: [{text", "good: {goals: [{txt", 25, "did you mean 'text'"),
        ("good: {goals", "good: {goal", 22, "did you mean 'goals'"),
        ('good: {goals: [{text: "Lee will read 80 words."}]}', "good: {goals: Lee}", 23, "goals is a list"),
        ('[{text: "Lee will read 80 words."}]', "[{measurable: yes}]", 37, "'yes' is not true or false"),
        ("good:", "bad:", 14, "should be issue, came out as pass"),
    ],
)
def test_a_wrong_example_is_named_where_it_stands(tmp_path, old, new, column, says):
    ruleset = load_ruleset([write(tmp_path, GOOD.replace(old, new))])
    (wrong,) = (r for r in run_examples(ruleset, (ruleset.find("my-rule"),)) if not r.passed)
    assert says in wrong.problem
    assert (wrong.mark.line, wrong.mark.column) == (20, column)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("OWN901", "IEP250", "take IEP901 to IEP999"),
        ("Because.", "The school violated it.", "the word 'violated' in explain judges"),
        ("measured?", "measured.", "does not end with a question mark"),
        ("'Say it.'", "'Say {match}.'", "a placeholder in suggest is not filled"),
        (GOOD[GOOD.index("    examples:") :], "", "no example of the kind good"),
    ],
)
def test_lint_says_what_to_mend(tmp_path, old, new, says):
    ruleset = load_ruleset([write(tmp_path, GOOD.replace(old, new))])
    remarks = [str(r) for r in lint(ruleset) if r.rule == "my-rule"]
    assert any(says in r for r in remarks), remarks
