"""Rule files come from strangers: every error is said, with its place, and nothing in a file can run."""

import pickle

import pytest

from iepaudit.model.errors import UsageError
from iepaudit.rulepack import RuleErrors, load_ruleset

GOOD = """schema: 1
rules:
  - id: IEP901
    name: my-rule
    title: A title
    severity: advice
    confidence: low
    authority: [{cite: "34 CFR 300.320", grade: A}]
    for_each: {in: 'goals[*]', as: goal}
    forbid:
      text: {of: goal.text, pattern: '\\bfoo\\b'}
    message: '{labels}: {match}'
    question: 'Why?'
    explain: Because.
"""


def write(tmp_path, text, name="own.yaml"):
    path = tmp_path / name
    path.write_text(text, "utf-8")
    return path


def errors(tmp_path, text):
    with pytest.raises(RuleErrors) as caught:
        load_ruleset([write(tmp_path, text)])
    return caught.value.errors


def test_a_file_of_ones_own_adds_its_rules(tmp_path):
    found = load_ruleset([write(tmp_path, GOOD)]).find("my-rule")
    assert (found.id, found.pack) == ("IEP901", "own")


MISTAKES = [
    ("severity: advice", "severity: advise", "did you mean 'advice'", 6, 15),
    ("title: A title", "titel: A title", "did you mean 'title'", 5, 5),
    ("pattern: '\\bfoo\\b'", "lexicon: vague-amount", "did you mean 'vague-amounts'", 11, 38),
    ("of: goal.text", "of: goal.txt", "did you mean 'text'", 11, 18),
    ("in: 'goals[*]'", "in: 'goal[*]'", "did you mean 'goals'", 9, 20),
    ("in: 'goals[*]'", "in: goals", "write goals[*] for each goal", 9, 20),
    ("text: {of", "txet: {of", "did you mean 'text'", 11, 7),
    ("{match}", "{mach}", "did you mean 'match'", 12, 14),
    ("pattern: '\\bfoo\\b'", "pattern: '(?=foo)'", "look-around", 11, 38),
    ("pattern: '\\bfoo\\b'", "pattern: 'x*'", "fits empty text", 11, 38),
    ("pattern: '\\bfoo\\b'", "pattern: '(foo'", "pattern cannot be used", 11, 38),
    ("grade: A", "grade: Z", "grade is A", 8, 17),
    ("id: IEP901", "id: rule-1", "capital letters and a number", 3, 9),
    ("name: my-rule", "name: goal-no-criterion", "is also used at", 3, 5),
    ("question: 'Why?'", "", "'question' is missing", 3, 5),
    ("    forbid:", "    require: {present: goal.text}\n    forbid:", "either require or forbid", 3, 5),
]


@pytest.mark.parametrize(("old", "new", "says", "line", "column"), MISTAKES)
def test_a_mistake_is_named_with_its_place_and_a_suggestion(tmp_path, old, new, says, line, column):
    assert old in GOOD
    found = errors(tmp_path, GOOD.replace(old, new, 1))
    assert any(says in e.message for e in found), [str(e) for e in found]
    fitting = next(e for e in found if says in e.message)
    assert (fitting.mark.line, fitting.mark.column) == (line, column)
    assert fitting.mark.excerpt
    assert "own.yaml" in str(fitting)


def test_all_mistakes_of_a_file_are_said_at_once(tmp_path):
    text = (
        GOOD.replace("severity: advice", "severity: advise").replace("goal.text", "goal.txt").replace("{match}", "{m}")
    )
    assert len(errors(tmp_path, text)) == 3


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("title: &a A title", "anchors"),
        ("title: !!python/name:os.system x", "tags"),
        ("title: A\n    title: B", "duplicate"),
    ],
)
def test_yaml_that_is_more_than_data_is_refused(tmp_path, line, says):
    found = errors(tmp_path, GOOD.replace("title: A title", line))
    assert says in found[0].message


def test_words_that_yaml_takes_for_something_else_stay_words(tmp_path):
    found = load_ruleset([write(tmp_path, GOOD.replace("title: A title", "title: no"))]).find("my-rule")
    assert found.title == "no"


def test_a_pack_that_needs_a_newer_program_says_so(tmp_path):
    found = errors(tmp_path, GOOD.replace("schema: 1", 'schema: 1\nrequires: ">=99.1"'))
    assert "this pack needs a newer iepaudit (>=99.1)" in found[0].message


def test_a_newer_pack_is_not_blamed_for_keys_that_this_program_does_not_know(tmp_path):
    found = errors(tmp_path, GOOD.replace("schema: 1", 'schema: 1\nrequires: ">=99.1"\nweights: 3'))
    assert ["newer iepaudit" in e.message for e in found] == [True]


def test_a_pack_brings_the_pack_that_it_extends(tmp_path):
    (tmp_path / "base.yaml").write_text(GOOD, "utf-8")
    assert load_ruleset([write(tmp_path, "schema: 1\nextends: base.yaml\n")]).find("my-rule") is not None


def test_the_extending_pack_has_the_last_word(tmp_path):
    change = "schema: 1\noverrides:\n  - {{rule: IEP302, params: {{range_minutes: {}}}}}\n"
    (tmp_path / "base.yaml").write_text(change.format(90), "utf-8")
    top = write(tmp_path, change.format(40).replace("schema: 1", "schema: 1\nextends: [base.yaml]"))
    assert load_ruleset([top]).find("IEP302").params[0].default == 40


def test_packs_that_extend_each_other_are_read_once(tmp_path):
    (tmp_path / "base.yaml").write_text("extends: top.yaml\n" + GOOD, "utf-8")
    top = tmp_path / "top.yaml"
    top.write_text("schema: 1\nextends: base.yaml\n", "utf-8")
    assert load_ruleset([top]).find("my-rule") is not None


def test_a_pack_that_is_not_there_is_named(tmp_path):
    found = errors(tmp_path, "schema: 1\nextends: [base.yml]\n")
    assert [(e.mark.line, "there is no base.yml" in e.message) for e in found] == [(2, True)]


def test_a_rule_with_too_many_checks_is_refused(tmp_path):
    many = "any: [" + ", ".join("{present: goal.text}" for _ in range(300)) + "]"
    found = errors(tmp_path, GOOD.replace("text: {of: goal.text, pattern: '\\bfoo\\b'}", many))
    assert any("split it" in e.message for e in found)


def test_a_path_that_does_not_exist_is_said(tmp_path):
    with pytest.raises(UsageError, match="no rule file or folder"):
        load_ruleset([tmp_path / "none"])


def test_a_folder_may_bring_word_lists_of_its_own(tmp_path):
    (tmp_path / "lexicons").mkdir()
    write(tmp_path / "lexicons", "schema: 1\nname: mine\nentries: [foo, {lemma: bar}]\n", "mine.yaml")
    write(tmp_path, GOOD.replace("pattern: '\\bfoo\\b'", "lexicon: mine"))
    assert "mine" in load_ruleset([tmp_path]).lexicons


def test_an_unknown_profile_names_the_nearest():
    with pytest.raises(UsageError, match="did you mean 'federal'"):
        load_ruleset(profile="fedral")


def test_a_state_profile_builds_on_the_federal_floor():
    illinois = load_ruleset(profile="il").profile
    assert illinois.settings["transition_age"].value == 14.5
    assert illinois.settings["review_days"].value == 366


def test_every_state_setting_has_a_source_of_grade_a_or_b():
    profiles = load_ruleset().profiles
    assert {s.authority.grade for p in profiles.values() for s in p.settings.values()} <= {"A", "B"}


def test_rules_of_a_state_run_only_under_its_profile():
    assert load_ruleset().find("sto-missing-state") is None
    assert load_ruleset(profile="md").find("sto-missing-state") is not None


def test_the_digest_changes_with_a_file_and_only_then(tmp_path):
    plain = load_ruleset().digest
    assert load_ruleset().digest == plain
    path = write(tmp_path, GOOD)
    first = load_ruleset([path]).digest
    path.write_text(GOOD.replace("A title", "Another title"), "utf-8")
    assert len({plain, first, load_ruleset([path]).digest}) == 3


def test_a_ruleset_can_be_sent_to_a_worker():
    assert pickle.loads(pickle.dumps(load_ruleset())).digest == load_ruleset().digest


def test_a_pack_changes_a_number_of_a_rule_without_copying_it(tmp_path):
    text = "schema: 1\noverrides:\n  - {rule: IEP302, params: {range_minutes: 90}}\n"
    assert load_ruleset([write(tmp_path, text)]).find("service-vague-amount").params[0].default == 90


def test_a_pack_changes_a_severity(tmp_path):
    text = "schema: 1\noverrides:\n  - {rule: goal-no-baseline, severity: advice, because: told so}\n"
    assert load_ruleset([write(tmp_path, text)], profile="mi").find("goal-no-baseline").severity.value == "advice"


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{rule: goal-no-baselin, severity: advice}", "did you mean 'goal-no-baseline'"),
        ("{rule: goal-no-baseline, severity: advise}", "did you mean 'advice'"),
        ("{rule: IEP302, params: {range_minute: 9}}", "did you mean 'range_minutes'"),
        ("{rule: IEP302, params: {range_minutes: many}}", "is a number"),
        ("{rul: IEP302}", "did you mean 'rule'"),
    ],
)
def test_a_mistake_in_an_override_is_named(tmp_path, line, says):
    found = errors(tmp_path, f"schema: 1\noverrides:\n  - {line}\n")
    assert any(says in e.message for e in found), [str(e) for e in found]
    assert found[0].mark.line == 3
