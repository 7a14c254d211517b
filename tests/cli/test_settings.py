"""Settings files, suppressions and baselines on the command line."""

import json
import shutil
from pathlib import Path

import pytest
from handmade import file_report, result

from iepaudit.cli.app import run
from iepaudit.model.outcome import Severity
from iepaudit.policy.baseline import load_baseline

SAMPLES = Path(__file__).parents[2] / "samples"
GAP = file_report(results=(result(severity=Severity.GAP),))


@pytest.fixture
def check(given, capfd, tmp_path):
    (tmp_path / "plan.pdf").write_text("x")

    def call(*arguments, reports=(GAP,)):
        given(*reports)
        code = run(["check", "plan.pdf", *arguments])
        out, err = capfd.readouterr()
        return code, out, err

    return call


def settings(tmp_path, text):
    (tmp_path / "iepaudit.toml").write_text(text)


def test_a_settings_file_is_used(check, tmp_path):
    settings(tmp_path, 'fail-on = "gap"\n')
    assert check()[0] == 1


def test_the_command_line_wins_over_the_file(check, tmp_path):
    settings(tmp_path, 'fail-on = "gap"\n')
    assert check("--fail-on", "required")[0] == 0


def test_the_environment_wins_over_the_file(check, tmp_path, monkeypatch):
    settings(tmp_path, 'fail-on = "gap"\n')
    monkeypatch.setenv("IEPAUDIT_FAIL_ON", "required")
    assert check()[0] == 0


def test_isolated_uses_no_file(check, tmp_path):
    settings(tmp_path, 'fail-on = "gap"\n')
    assert check("--isolated")[0] == 0


def test_a_file_can_be_named(check, tmp_path):
    (tmp_path / "other.toml").write_text('fail-on = "gap"\n')
    assert check("--config", "other.toml")[0] == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('fail_on = "gap"\n', "did you mean 'fail-on'"),
        ('fail-on = "gpa"\n', "iepaudit.toml: 'fail-on'"),
        ('kind = ["iep"]\n', "takes one value"),
        ("jobs = 'many'\n", "iepaudit.toml: 'jobs'"),
    ],
)
def test_a_wrong_setting_names_the_file(check, tmp_path, text, words):
    settings(tmp_path, text)
    code, _, err = check()
    assert code == 2
    assert words in err


def test_config_show_tells_each_source(tmp_path, capfd, monkeypatch):
    settings(tmp_path, 'fail-on = "gap"\n')
    monkeypatch.setenv("IEPAUDIT_FORMAT", "json")
    assert run(["config", "show"]) == 0
    lines = capfd.readouterr().out.splitlines()
    assert any(line.startswith('fail-on = "gap"  # ') and line.endswith("iepaudit.toml") for line in lines)
    assert 'format = "json"  # IEPAUDIT_FORMAT' in lines
    assert 'show = "advice"  # default' in lines


def test_config_init_starts_a_file_that_can_be_read(check, tmp_path):
    assert run(["config", "init"]) == 0
    assert check()[0] == 0
    assert run(["config", "init"]) == 2


def test_suppressions_beside_are_found(check, tmp_path):
    text = (
        '[[suppress]]\nrule = "goal-no-criterion"\nfile = "*.pdf"\nat = "goals[0]"\nreason = "Explained on page 9."\n'
    )
    (tmp_path / "iepaudit-suppressions.toml").write_text(text)
    assert check("--fail-on", "gap")[0] != 1
    assert check("--fail-on", "gap", "--no-suppressions")[0] == 1
    result_ = json.loads(check("-f", "json")[1])["files"][0]["results"][0]
    assert result_["suppressed"] == "Explained on page 9."


def test_a_baseline_lets_only_new_findings_count(tmp_path, capfd):
    shutil.copy(SAMPLES / "defects-label-value.pdf", tmp_path / "plan.pdf")
    assert run(["check", "plan.pdf", "-q"]) == 1
    assert run(["baseline", "create", "plan.pdf"]) == 0
    assert run(["check", "plan.pdf", "--baseline", "iepaudit-baseline.json"]) == 0
    assert run(["baseline", "prune", "plan.pdf"]) == 0
    assert run(["baseline", "show"]) == 0
    assert "plan.pdf: goal-no-criterion at goals[" in capfd.readouterr().out


def test_a_baseline_is_made_under_the_settings_of_check(tmp_path, capfd):
    shutil.copy(SAMPLES / "defects-label-value.pdf", tmp_path / "plan.pdf")
    (tmp_path / "iepaudit.toml").write_text(
        'ignore = ["IEP2"]\nfail-on = "never"\n[per-file."*.pdf"]\nignore = ["IEP1"]\n'
    )
    assert run(["baseline", "create", "plan.pdf", "-q"]) == 0
    names = {entry.rule for entry in load_baseline(tmp_path / "iepaudit-baseline.json")}
    assert names
    assert run(["check", "plan.pdf", "--baseline", "iepaudit-baseline.json", "-f", "json"]) == 0
    results = json.loads(capfd.readouterr().out)["files"][0]["results"]
    assert (
        {r["rule"] for r in results if r["known"]} == names == {r["rule"] for r in results if r["outcome"] == "issue"}
    )


def test_a_baseline_of_a_file_that_cannot_be_read_is_told_and_keeps_what_it_knew(tmp_path, capfd):
    shutil.copy(SAMPLES / "defects-label-value.pdf", tmp_path / "plan.pdf")
    assert run(["baseline", "create", "plan.pdf"]) == 0
    before = (tmp_path / "iepaudit-baseline.json").read_text()
    (tmp_path / "plan.pdf").write_text("%PDF-1.7 and no more")
    for command in (["prune"], ["update", "--add"]):
        assert run(["baseline", *command, "plan.pdf"]) == 3
        assert "not read, or not wholly: plan.pdf" in capfd.readouterr().err
        assert (tmp_path / "iepaudit-baseline.json").read_text() == before
    (tmp_path / "iepaudit-baseline.json").unlink()
    assert run(["baseline", "create", "plan.pdf"]) == 3


def test_a_baseline_is_not_overwritten(tmp_path, capfd):
    (tmp_path / "iepaudit-baseline.json").write_text("{}")
    assert run(["baseline", "create", "plan.pdf"]) == 2


def test_update_adds_new_findings_only_when_told(tmp_path, capfd):
    shutil.copy(SAMPLES / "defects-label-value.pdf", tmp_path / "plan.pdf")
    (tmp_path / "iepaudit-baseline.json").write_text('{"schema": 1, "entries": []}')
    assert run(["baseline", "update", "plan.pdf"]) == 2
    assert "--add" in capfd.readouterr().err
    assert run(["baseline", "update", "--add", "plan.pdf"]) == 0


def test_doctor_finds_this_installation_sound(capfd):
    assert run(["doctor"]) == 0
    out = capfd.readouterr().out
    assert "self-test: read 1 goal" in out
    assert out.endswith("All is well.\n")
    assert str(Path.home()) not in out


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script(shell, capfd):
    assert run(["completion", shell]) == 0
    assert "_IEPAUDIT_COMPLETE" in capfd.readouterr().out


def test_redact_masks_the_child_the_family_and_the_school(tmp_path, capfd):
    expected = json.loads((SAMPLES / "expected" / "sound-ruled-tables.json").read_text("utf-8"))
    assert run(["redact", str(SAMPLES / "sound-ruled-tables.pdf"), "-o", "out.txt"]) == 0
    text = (tmp_path / "out.txt").read_text("utf-8")
    for word in expected["student"]["name"].replace(",", " ").split():
        assert word not in text
    assert "School: [school]" in text
    assert "words" in text
