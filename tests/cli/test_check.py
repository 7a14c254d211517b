"""The command line of `check`: exit codes, the last line, and where output goes. Files are not read here."""

import json

import pytest
from handmade import NAME, file_report, other, result, unreadable

from iepaudit.cli.app import run
from iepaudit.model.outcome import Outcome, Severity

SOUND = file_report(results=(result(outcome=Outcome.PASS),))


@pytest.fixture
def check(given, capfd, tmp_path):
    (tmp_path / "plan.pdf").write_text("x")

    def call(*arguments, reports=(SOUND,)):
        given(*reports)
        code = run(["check", *arguments])
        out, err = capfd.readouterr()
        return code, out, err

    return call


ROWS = [
    ("a sound plan", ["plan.pdf"], (SOUND,), 0, "exit 0: 1 file audited"),
    ("a required item not found", ["plan.pdf"], (file_report(),), 1, "exit 1: 1 required item not found"),
    ("findings below --fail-on", ["plan.pdf", "--fail-on", "never"], (file_report(),), 0, "exit 0"),
    ("an unreadable file", ["plan.pdf"], (unreadable(),), 3, "exit 3: 1 of 1 file could not be read"),
    ("an unreadable file, warned of", ["plan.pdf", "--unreadable", "warn"], (SOUND, unreadable()), 0, "exit 0"),
    ("a rule that failed", ["plan.pdf"], (file_report(results=(result(outcome=Outcome.ERROR),)),), 3, "exit 3: 1 rule"),
    ("nothing that is a plan", ["plan.pdf"], (other(),), 3, "exit 3: nothing was audited"),
    ("no path at all", [], (), 2, "exit 2: Missing argument"),
    ("an unknown option", ["plan.pdf", "--formt=json"], (), 2, "--format"),
    ("an unknown format", ["plan.pdf", "-f", "jsn"], (), 2, "exit 2"),
    ("an unknown rule", ["plan.pdf", "--select", "goal-no-criterium"], (), 2, "goal-no-criterion"),
    ("no rule left", ["plan.pdf", "--ignore", "ALL"], (), 2, "no rule is left"),
    ("an unknown profile", ["plan.pdf", "--profile", "xx"], (), 2, "exit 2"),
    ("a rule file that is not there", ["plan.pdf", "--rules", "gone.yaml"], (), 2, "gone.yaml"),
    ("an unknown level", ["plan.pdf", "--severity", "IEP201=gpa"], (), 2, "did you mean 'gap'?"),
    ("a severity without a level", ["plan.pdf", "--severity", "IEP201"], (), 2, "RULE=LEVEL"),
    ("a wrong date", ["plan.pdf", "--as-of", "14/3/2026"], (), 2, "2026-03-14"),
    ("a report without a path", ["plan.pdf", "--report", "json"], (), 2, "FORMAT=PATH"),
    ("a report in an unknown format", ["plan.pdf", "--report", "jso=x"], (), 2, "did you mean 'json'?"),
    (
        "a report that cannot be written",
        ["plan.pdf", "--report", "json=plan.pdf/x"],
        (SOUND,),
        2,
        "could not be written",
    ),
    ("a password file that is not there", ["plan.pdf", "--password-file", "gone"], (), 2, "could not be read"),
]


@pytest.mark.parametrize(("arguments", "reports", "code", "words"), [r[1:] for r in ROWS], ids=[r[0] for r in ROWS])
def test_exit_code_and_last_line_of(check, arguments, reports, code, words):
    got, out, err = check(*arguments, reports=reports)
    last = err.strip().splitlines()[-1]
    assert got == code, err
    assert last.startswith(f"exit {code}: ")
    assert words in last
    assert "Traceback" not in out + err


def test_an_empty_folder_is_incomplete_and_says_so(check, tmp_path):
    (tmp_path / "empty").mkdir()
    code, _, err = check("empty", reports=())
    assert code == 3
    assert "no file to read in the folder empty" in err


def test_an_empty_folder_may_be_permitted(check, tmp_path):
    (tmp_path / "empty").mkdir()
    assert check("empty", "--allow-empty", reports=())[0] == 0


def test_an_empty_folder_beside_a_plan_keeps_the_plans_findings(check, tmp_path):
    (tmp_path / "empty").mkdir()
    code, out, err = check("empty", "plan.pdf", reports=(file_report(),))
    assert code == 3
    assert "Goal 1 does not say" in out
    assert "1 required item not found" in err


def test_a_bug_is_one_line_and_exit_2(check, monkeypatch):
    import iepaudit.cli.auditing as module

    def broken(*_, **__):
        raise KeyError("Marisol")

    monkeypatch.setattr(module, "find_inputs", broken)
    code, _, err = check("plan.pdf")
    assert code == 2
    assert "this is a bug in iepaudit" in err
    assert "Traceback" not in err
    assert "Marisol" not in err


def test_an_interrupt_is_exit_130(check, monkeypatch):
    import iepaudit.cli.auditing as module

    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(module, "find_inputs", interrupted)
    code, _, err = check("plan.pdf")
    assert (code, err.strip()) == (130, "exit 130: interrupted")


def test_quiet_says_nothing_when_all_is_well(check):
    assert check("plan.pdf", "-q")[2] == ""


def test_quiet_still_says_what_went_wrong(check):
    assert "exit 3" in check("plan.pdf", "-q", reports=(unreadable(),))[2]


def test_stdout_holds_the_report_only(check):
    _, out, _ = check("plan.pdf", "-f", "json", reports=(file_report(), unreadable()))
    assert json.loads(out)["exit"]["code"] == 3


def test_further_reports_are_written_with_their_folders(check, tmp_path):
    code, out, _ = check("plan.pdf", "--report", "json=out/a/b.json", "--report", "markdown=out/c.md", reports=(SOUND,))
    assert code == 0
    assert json.loads((tmp_path / "out/a/b.json").read_text())["files"][0]["path"] == "plans/plan.pdf"
    assert (tmp_path / "out/c.md").read_text().startswith("# ")
    assert out.startswith("plans/plan.pdf")


def test_a_further_report_never_changes_the_exit_code(check):
    assert check("plan.pdf", "--report", "concise=x.txt", reports=(file_report(),))[0] == 1


def test_show_changes_what_is_printed_and_not_what_is_counted(check):
    gap = file_report(results=(result(severity=Severity.GAP),))
    code, out, _ = check("plan.pdf", "-f", "concise", "--show", "required", "--fail-on", "gap", reports=(gap,))
    assert (code, out) == (1, "")


def test_the_name_is_left_out_unless_asked_for(check):
    assert "Marisol" not in check("plan.pdf")[1]
    assert "Marisol" in check("plan.pdf", "--show-student")[1]
    assert json.loads(check("plan.pdf", "-f", "json", "--show-student")[1])["files"][0]["document"]["student"]["name"][
        "value"
    ] == (NAME)


def test_github_is_the_format_inside_its_actions(check, monkeypatch):
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert check("plan.pdf", reports=(file_report(),))[1].startswith("::error file=plans/plan.pdf,line=1,")


def test_an_option_can_come_from_the_environment(check, monkeypatch):
    monkeypatch.setenv("IEPAUDIT_FORMAT", "json")
    assert check("plan.pdf")[1].startswith("{")


def test_list_files_reads_nothing(check):
    code, out, _ = check("plan.pdf", ".", "--list-files", reports=())
    assert (code, out) == (0, "plan.pdf\n")
