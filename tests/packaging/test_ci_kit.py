"""The hooks for pre-commit and the action for GitHub workflows, run as their runners would run them."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples"
HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
WORKFLOW = yaml.safe_load((SAMPLES / "ci" / "github-workflow.yml").read_text("utf-8"))
CONFIG = yaml.safe_load((SAMPLES / "ci" / "pre-commit-config.yaml").read_text("utf-8"))

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="the action runs in bash")


@pytest.fixture
def checkout(tmp_path):
    """A repository of templates: one sound, one without a place for special education services."""
    sound = (SAMPLES / "template.md").read_text("utf-8")
    parts = re.split(r"(?m)^(?=## )", sound)
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "sound.md").write_text(sound, "utf-8")
    (tmp_path / "forms").mkdir()
    gap = "".join(part for part in parts if "Special Education and Related" not in part.split("\n")[0])
    (tmp_path / "forms" / "gap; touch pwned.md").write_text(gap, "utf-8")
    return tmp_path


def environment(folder, **more):
    """The surroundings of a step, with the program of this very installation on the path."""
    bin_ = folder / "bin"
    bin_.mkdir(exist_ok=True)
    program = bin_ / "iepaudit"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m iepaudit.cli "$@"\n')
    program.chmod(0o755)
    plain = {k: v for k, v in os.environ.items() if not k.startswith(("IEPAUDIT_", "GITHUB_"))}
    return plain | {"PATH": f"{bin_}{os.pathsep}{plain['PATH']}", "XDG_CACHE_HOME": str(folder / "cache")} | more


def run_action(folder, **inputs):
    """Runs the step that audits: (exit code, stdout, stderr, outputs, summary)."""
    runner = folder / "runner"
    runner.mkdir(exist_ok=True)
    given = {name: spec.get("default", "") for name, spec in ACTION["inputs"].items()} | inputs
    step = ACTION["runs"]["steps"][1]
    variables = {
        name: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda m: given[m[1]], text) for name, text in step["env"].items()
    }
    files = {"GITHUB_OUTPUT": runner / "output", "GITHUB_STEP_SUMMARY": runner / "summary"}
    around = environment(
        folder, **variables, **{k: str(v) for k, v in files.items()}, RUNNER_TEMP=str(runner), GITHUB_ACTIONS="true"
    )
    script = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
    done = subprocess.run(script, cwd=folder, env=around, capture_output=True, text=True, timeout=120)
    said = {name: path.read_text("utf-8") if path.exists() else "" for name, path in files.items()}
    outputs = dict(line.split("=", 1) for line in said["GITHUB_OUTPUT"].splitlines())
    return done, outputs, said["GITHUB_STEP_SUMMARY"]


def test_the_action_passes_sound_templates(checkout):
    done, outputs, summary = run_action(checkout, paths="templates/\n", kind="template")
    assert (done.returncode, outputs) == (0, {"exit-code": "0"}), done.stderr
    assert summary.startswith("#")


def test_the_action_keeps_the_exit_code_and_writes_annotations_sarif_and_a_summary(checkout):
    done, outputs, summary = run_action(
        checkout, paths="templates\nforms", kind="template", **{"sarif-file": "out/iepaudit.sarif"}
    )
    assert (done.returncode, outputs["exit-code"]) == (1, "1"), done.stderr
    assert re.search(r"^::error file=forms/gap; touch pwned\.md,", done.stdout, re.MULTILINE)
    sarif = json.loads((checkout / "out" / "iepaudit.sarif").read_text("utf-8"))
    assert "form-no-services" in {r["properties"]["slug"] for r in sarif["runs"][0]["tool"]["driver"]["rules"]}
    assert "special education and related services" in summary
    assert done.stderr.rstrip().splitlines()[-1].startswith("exit 1: ")


def test_a_file_name_is_no_command(checkout):
    run_action(checkout, paths="forms/gap; touch pwned.md\n$(touch pwned)", kind="template")
    assert not list(checkout.glob("pwned*"))


def test_a_path_is_no_option(checkout):
    done, _, _ = run_action(checkout, paths="--help")
    assert done.returncode == 3


@pytest.mark.parametrize(
    ("inputs", "code"),
    [
        ({"paths": "nowhere/"}, "3"),
        ({"paths": "templates", "fail-on": "gapp"}, "2"),
        ({"paths": "forms", "kind": "template", "fail-on": "never"}, "0"),
        ({"paths": "forms", "kind": "template", "args": "--ignore=form-no-services\n--ignore=IEP81"}, "0"),
    ],
)
def test_the_action_passes_on_every_exit_code(checkout, inputs, code):
    done, outputs, _ = run_action(checkout, **inputs)
    assert (str(done.returncode), outputs["exit-code"]) == (code, code), done.stderr


def test_inputs_reach_the_scripts_as_variables_only():
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step["run"]
        assert step["shell"] == "bash"


def test_the_action_installs_its_own_checkout():
    install = ACTION["runs"]["steps"][0]["run"]
    assert '"$GITHUB_ACTION_PATH${EXTRAS' in install


@pytest.mark.parametrize("text", [ACTION["runs"]["steps"][0]["run"], ACTION["runs"]["steps"][1]["run"]])
def test_the_scripts_are_bash(text):
    subprocess.run(["bash", "-n", "-c", text], check=True)


def test_the_example_workflow_uses_inputs_that_there_are():
    (job,) = WORKFLOW["jobs"].values()
    (step,) = (s for s in job["steps"] if "iepaudit@" in s.get("uses", ""))
    assert set(step["with"]) <= set(ACTION["inputs"])
    upload = next(s for s in job["steps"] if "upload-sarif" in s.get("uses", ""))
    assert upload["with"]["sarif_file"] == step["with"]["sarif-file"]
    assert WORKFLOW["permissions"]["security-events"] == "write"


def hook(folder, name, *files, args=None):
    own = HOOKS[name]
    words = [*shlex.split(own["entry"]), *(own.get("args", []) if args is None else args)]
    return subprocess.run(
        [*words, *files], cwd=folder, env=environment(folder), capture_output=True, text=True, timeout=120
    )


def test_the_hook_for_templates_fails_on_a_gap_and_passes_a_sound_form(checkout):
    assert hook(checkout, "iepaudit-templates", "templates/sound.md").returncode == 0
    done = hook(checkout, "iepaudit-templates", "templates/sound.md", "forms/gap; touch pwned.md")
    assert done.returncode == 1
    assert "form-no-services" in done.stdout


def test_the_hook_for_plans_tells_papers_apart(checkout):
    shutil.copy(SAMPLES / "plan-504.pdf", checkout)
    done = hook(checkout, "iepaudit-plans", "plan-504.pdf", args=["--allow-empty"])
    assert done.returncode == 0, done.stderr
    assert "504" in done.stdout


@pytest.mark.parametrize("name", ["iepaudit-rules-lint", "iepaudit-rules-test"])
def test_the_hooks_for_rules_pass_a_new_rule_and_stop_a_broken_one(checkout, name):
    (checkout / "rules").mkdir()
    made = subprocess.run(
        ["iepaudit", "rules", "new", "my-own"], env=environment(checkout), capture_output=True, text=True, check=True
    )
    (checkout / "rules" / "mine.yaml").write_text(made.stdout, "utf-8")
    done = hook(checkout, name)
    assert done.returncode == 0, done.stdout + done.stderr
    (checkout / "rules" / "mine.yaml").write_text(made.stdout.replace("examples:", "exampels:"), "utf-8")
    assert hook(checkout, name).returncode != 0


@pytest.mark.parametrize("name", ["iepaudit-templates", "iepaudit-plans"])
def test_hooks_for_files_take_the_files_that_can_be_read(name):
    pattern = re.compile(HOOKS[name]["files"])
    folder = "templates" if name == "iepaudit-templates" else "samples"
    for suffix in ("pdf", "docx", "md", "html", "txt"):
        assert pattern.search(f"sub/{folder}/form.{suffix}")
    assert not pattern.search(f"{folder}/notes.yaml")
    assert not pattern.search("src/form.pdf")


def test_the_example_configuration_names_hooks_that_there_are():
    for repo in CONFIG["repos"]:
        for used in repo["hooks"]:
            assert used["id"] in HOOKS
