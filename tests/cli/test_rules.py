"""The commands for rule authors and for readers of findings."""

import json
from pathlib import Path

import pytest

from iepaudit.cli.app import run

SAMPLES = Path(__file__).parent.parent.parent / "samples"


def ran(capsys, *arguments):
    code = run(arguments)
    done = capsys.readouterr()
    return code, done.out, done.err


def test_list_shows_number_name_severity_and_title(capsys):
    code, out, _ = ran(capsys, "rules", "list")
    assert code == 0
    assert "IEP201  goal-no-criterion" in out


def test_list_as_json_holds_the_source_of_each_rule(capsys):
    code, out, _ = ran(capsys, "rules", "list", "-f", "json")
    assert code == 0
    assert all(rule["authority"] for rule in json.loads(out))


def test_list_of_an_unknown_tag_names_the_nearest(capsys):
    code, _, err = ran(capsys, "rules", "list", "--tag", "gaols")
    assert code == 2
    assert "did you mean 'goals'" in err


@pytest.mark.parametrize("command", [("rules", "explain"), ("explain",)])
def test_explain_gives_the_question_and_the_source(capsys, command):
    code, out, _ = ran(capsys, *command, "goal-no-criterion")
    assert code == 0
    assert "34 CFR 300.320(a)(2)(i)" in out
    assert "What exact score or count" in out


def test_explain_of_an_unknown_rule_names_the_nearest(capsys):
    code, _, err = ran(capsys, "explain", "goal-no-criterium")
    assert code == 2
    assert "did you mean 'goal-no-criterion'" in err


def test_explain_of_a_state_rule_says_which_profile_has_it(capsys):
    code, _, err = ran(capsys, "explain", "esy-statement-missing")
    assert code == 2
    assert "--profile with one of il, mi" in err


def test_test_runs_the_examples(capsys):
    code, out, _ = ran(capsys, "rules", "test", "-k", "goal-")
    assert code == 0
    assert "came out as they say" in out


def test_a_new_rule_passes_its_own_test_and_can_be_tried(capsys, tmp_path):
    code, out, _ = ran(capsys, "rules", "new", "goal-for-example")
    assert code == 0
    path = tmp_path / "own.yaml"
    path.write_text(out, "utf-8")
    assert ran(capsys, "rules", "test", "--rules", str(path), "-k", "goal-for-example")[0] == 0
    assert ran(capsys, "rules", "lint", "--rules", str(path))[0] == 0
    sample = SAMPLES / "sound-ruled-tables.pdf"
    code, out, _ = ran(capsys, "rules", "try", "goal-for-example", str(sample), "--rules", str(path))
    assert code == 0
    assert "pass at document" in out


def test_a_broken_example_ends_with_1_and_says_what_came_out(capsys, tmp_path):
    _, out, _ = ran(capsys, "rules", "new", "goal-for-example")
    path = tmp_path / "own.yaml"
    wrong = out.replace("Lee will read, for example, 80", "Lee will read 80")
    path.write_text(wrong, "utf-8")
    code, out, _ = ran(capsys, "rules", "test", "--rules", str(path), "-k", "goal-for-example")
    assert code == 1
    assert "missed" in out


def test_an_error_in_a_rule_file_is_said_with_its_place(capsys, tmp_path):
    path = tmp_path / "own.yaml"
    path.write_text("schema: 1\nrules:\n  - id: IEP901\n    nmae: x\n", "utf-8")
    code, _, err = ran(capsys, "rules", "list", "--rules", str(path))
    assert code == 2
    assert "own.yaml:4:" in err
    assert "did you mean 'name'" in err


def test_the_schema_is_json(capsys):
    code, out, _ = ran(capsys, "rules", "schema")
    assert code == 0
    assert json.loads(out)["title"] == "iepaudit rule file"


def test_vocabulary_shows_paths_and_functions(capsys):
    code, out, _ = ran(capsys, "rules", "vocabulary")
    assert code == 0
    assert "goals[*].criterion: text" in out
    assert "page_gaps" in out


def test_coverage_says_what_is_left_to_a_person(capsys):
    code, out, _ = ran(capsys, "rules", "coverage")
    assert code == 0
    assert "left to a person" in out


@pytest.mark.parametrize("rule", ["goal-no-criterion", "IEP102", "esy-undecided", "wrong-name", "missing-pages"])
@pytest.mark.parametrize("sample", ["sound-ruled-tables.pdf", "defects-label-value.pdf"])
def test_why_ends_with_the_outcome_of_check(capsys, rule, sample):
    from iepaudit.audit import audit_file

    code, out, _ = ran(capsys, "why", str(SAMPLES / sample), rule, "--format", "json")
    assert code == 0
    said = json.loads(out)
    results = [r for r in audit_file(SAMPLES / sample).results if rule in (r.id, r.rule)]
    assert [r["outcome"] for r in said["results"]] == [r.outcome.value for r in results]
    assert said["trace"]


def test_why_on_a_file_that_is_no_plan_says_what_it_is(capsys):
    code, _, err = ran(capsys, "why", str(SAMPLES / "plan-504.pdf"), "goal-no-criterion")
    assert code == 2
    assert "was not audited" in err
