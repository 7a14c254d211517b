"""Folders of plans: what is left out, reports for each, settings by file, suppressions written down."""

import json
import shutil
from pathlib import Path

import pytest
from handmade import file_report, other, result, unreadable

from iepaudit.cli.app import run
from iepaudit.model.outcome import Severity

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.fixture
def iepaudit(capfd):
    def call(*arguments):
        code = run([str(a) for a in arguments])
        out, err = capfd.readouterr()
        return code, out, err

    return call


@pytest.fixture
def cases(tmp_path):
    """Two plans of the same name in different folders and formats, and a letter."""
    for name in ("a/lee.txt", "b/lee.txt", "b/lee.md"):
        (tmp_path / "cases" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(SAMPLES / "plan.txt", tmp_path / "cases" / name)
    return tmp_path / "cases"


def listed(iepaudit, *arguments):
    return iepaudit("check", *arguments, "--list-files")[1].splitlines()


def test_an_ignore_file_leaves_out_what_it_names(iepaudit, cases):
    (cases / ".iepauditignore").write_text("# drafts\n*.md\n/a/\n")
    assert listed(iepaudit, "cases") == ["cases/b/lee.txt"]


def test_a_nearer_ignore_file_takes_something_back(iepaudit, cases):
    (cases / ".iepauditignore").write_text("*.txt\n")
    (cases / "b" / ".iepauditignore").write_text("!lee.txt\n")
    assert listed(iepaudit, "cases") == ["cases/b/lee.md", "cases/b/lee.txt"]


def test_what_is_named_one_by_one_is_read_unless_exclusion_is_forced(iepaudit, cases):
    (cases / ".iepauditignore").write_text("*.md\n")
    assert listed(iepaudit, "cases/b/lee.md") == ["cases/b/lee.md"]
    assert listed(iepaudit, "cases/b/lee.md", "cases/b/lee.txt", "--force-exclude") == ["cases/b/lee.txt"]
    assert listed(iepaudit, "cases/b/lee.txt", "--force-exclude", "--exclude", "*.txt") == []


def test_each_plan_gets_a_report_at_its_own_place(iepaudit, cases, tmp_path):
    iepaudit("check", "cases", "--report", "json=out/", "--report", "markdown=out/")
    made = sorted(str(p.relative_to(tmp_path / "out")) for p in (tmp_path / "out").rglob("*") if p.is_file())
    names = ["a/lee.txt", "b/lee.md", "b/lee.txt"]
    assert made == sorted([f"{n}{s}" for n in names for s in (".json", ".md")] + ["index.md"])
    one = json.loads((tmp_path / "out" / "b" / "lee.md.json").read_text("utf-8"))
    assert [f["path"] for f in one["files"]] == ["cases/b/lee.md"]
    index = (tmp_path / "out" / "index.md").read_text("utf-8")
    assert all(f"]({n}.md)" in index for n in names)


def test_the_report_of_a_plan_is_the_same_as_when_it_is_checked_alone(iepaudit, cases, tmp_path):
    code, alone, _ = iepaudit("check", "cases/a/lee.txt", "-f", "json")
    iepaudit("check", "cases", "--report", "json=out/")
    assert (tmp_path / "out" / "a" / "lee.txt.json").read_text("utf-8") == alone
    assert json.loads(alone)["exit"]["code"] == code


def test_reports_are_not_taken_for_plans_the_next_time(iepaudit, cases):
    before = listed(iepaudit, "cases")
    for target in ("markdown=cases/out/", "html=cases/", "text=cases/all.txt"):
        iepaudit("check", "cases", "--report", target, "--select", "IEP201")
        assert listed(iepaudit, "cases", "--report", target) == before
        for made in (*Path("cases").rglob("*.md"), *Path("cases").rglob("*.html"), Path("cases/all.txt")):
            if str(made) not in before:
                made.unlink(missing_ok=True)


def test_a_format_that_cannot_be_made_of_one_plan_does_not_stop_the_others(iepaudit, cases, tmp_path):
    shutil.copy(SAMPLES / "behavior-plan.pdf", cases / "c.pdf")
    _, out, err = iepaudit("check", "cases", "--report", "pdf=out/", "-f", "concise")
    assert [p.name for p in (tmp_path / "out").rglob("*.pdf")] == ["c.pdf.comments.pdf"]
    assert "the plan is not a PDF" in err
    assert "cases/b/lee.txt" in out


def test_settings_for_some_files_hold_for_these_only(iepaudit, cases, tmp_path):
    (tmp_path / "iepaudit.toml").write_text('[per-file."cases/a/**"]\nselect = ["IEP201"]\n')
    files = json.loads(iepaudit("check", "cases", "-f", "json")[1])["files"]
    assert {r["id"] for r in files[0]["results"]} == {"IEP201"}
    assert len({r["id"] for r in files[1]["results"]}) > 1


def test_the_settings_nearest_to_a_file_hold_for_it(iepaudit, cases, tmp_path):
    (tmp_path / "iepaudit.toml").write_text('select = ["IEP201"]\n')
    (cases / "b" / "iepaudit.toml").write_text('select = ["IEP202"]\n')
    files = json.loads(iepaudit("check", "cases", "-f", "json")[1])["files"]
    assert [{r["id"] for r in f["results"]} for f in files] == [{"IEP201"}, {"IEP202"}, {"IEP202"}]


def test_the_command_line_wins_over_the_settings_of_a_file(iepaudit, cases, tmp_path):
    (cases / "b" / "iepaudit.toml").write_text('select = ["IEP202"]\n')
    files = json.loads(iepaudit("check", "cases", "-f", "json", "--select", "IEP203")[1])["files"]
    assert {r["id"] for f in files for r in f["results"]} == {"IEP203"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[per-file."a"]\nfail-on = "gap"\n', "'fail-on' cannot differ from file to file"),
        ('[per-file."*"]\nselect = ["IEP2o1"]\n', "no rule fits 'IEP2o1'"),
        ('per-file = "a"\n', "is a table of tables"),
        ("[rule]\nservice-vague-amount = 3\n", "is a table of tables"),
        ("[rule.service-vague-amuont]\nrange-minutes = 3\n", "did you mean"),
        ("[rule.service-vague-amount]\nrange-minuets = 3\n", "did you mean 'range_minutes'"),
    ],
)
def test_a_wrong_table_is_an_error_before_any_file_is_read(iepaudit, cases, tmp_path, text, words):
    (tmp_path / "iepaudit.toml").write_text(text)
    code, out, err = iepaudit("check", "cases")
    assert (code, out) == (2, "")
    assert words in err
    assert "Traceback" not in err


def test_a_setting_can_be_given_on_the_command_line(iepaudit, cases):
    assert iepaudit("check", "cases", "--set", "select=IEP201", "--set", "fail-on=never", "--set", "jobs=1")[0] == 0
    assert iepaudit("check", "cases", "--set", "selekt=IEP201")[0] == 2
    assert iepaudit("check", "cases", "--set", "select")[0] == 2


def test_config_show_tells_what_holds_for_a_file_and_why(iepaudit, cases, tmp_path):
    (tmp_path / "iepaudit.toml").write_text('kind = "iep"\n[per-file."*.md"]\nkind = "template"\n')
    lines = iepaudit("config", "show", "cases/b/lee.md", "--set", "jobs=2")[1].splitlines()
    assert any(li.startswith('kind = "template"  # ') and li.endswith('per-file."*.md"') for li in lines)
    assert "jobs = 2  # --set" in lines
    assert any(li.startswith('kind = "iep"  # ') for li in iepaudit("config", "show")[1].splitlines())


def test_suppress_writes_an_entry_that_holds(iepaudit, cases):
    assert iepaudit("check", "cases/a", "--select", "IEP201", "--fail-on", "advice")[0] == 1
    code, _, err = iepaudit("suppress", "cases/a/*", "IEP201", "--reason", 'Said in the "annex", page 9.')
    assert (code, err.strip()) == (0, "iepaudit-suppressions.toml: IEP201 in cases/a/* is suppressed")
    code, out, _ = iepaudit("check", "cases/a", "--select", "IEP201", "--fail-on", "advice", "-f", "json")
    (file,) = json.loads(out)["files"]
    assert code == 0
    assert {r["suppressed"] for r in file["results"]} == {'Said in the "annex", page 9.'}


@pytest.mark.parametrize(("rule", "reason"), [("IEP2o1", "Said on page 9."), ("IEP201", "ok")])
def test_suppress_refuses_what_a_list_may_not_hold(iepaudit, cases, tmp_path, rule, reason):
    assert iepaudit("suppress", "a.pdf", rule, "--reason", reason)[0] == 2
    assert not (tmp_path / "iepaudit-suppressions.toml").exists()


def test_a_list_beside_a_plan_is_about_that_plan_only(iepaudit, cases):
    entry = '[[suppress]]\nrule = "IEP201"\nreason = "Said on page 9."\n'
    (cases / "b" / "lee.md.suppress.toml").write_text(entry)
    _, out, _ = iepaudit("check", "cases", "--select", "IEP201", "-f", "json")
    files = json.loads(out)["files"]
    assert [any(r["suppressed"] for r in f["results"]) for f in files] == [False, True, False]


def test_kept_results_can_be_shown_and_cleared(iepaudit, cases):
    assert "no results are kept yet" in iepaudit("cache", "show")[1]
    iepaudit("check", "cases")
    assert ": 2 results" in iepaudit("cache", "show")[1]  # two of the plans have the same content and ending
    assert iepaudit("cache", "clear")[0] == 0
    assert ": 0 results" in iepaudit("cache", "show")[1]


def test_no_cache_keeps_nothing(iepaudit, cases):
    iepaudit("check", "cases", "--no-cache")
    assert "no results are kept yet" in iepaudit("cache", "show")[1]


def test_a_cache_that_cannot_be_used_is_a_line_and_no_more(iepaudit, cases, tmp_path):
    (tmp_path / "file").write_text("x")
    with_, out, err = iepaudit("check", "cases", "--cache-dir", "file/below")
    without, same, _ = iepaudit("check", "cases", "--no-cache")
    assert (with_, out) == (without, same)
    assert err.count("the cache of results cannot be used") == 1


MANY = [file_report(path=f"{n:02}.pdf", results=(result(severity=Severity.GAP),)) for n in range(45)]


def test_a_long_run_is_told_briefly_with_a_table_and_the_most_frequent_findings(iepaudit, given, tmp_path):
    for n in range(12):
        (tmp_path / f"{n:02}.pdf").write_text("x")
    given(*MANY, file_report(path="x.pdf"), unreadable("y.pdf"), other("z.txt"))
    _, out, _ = iepaudit("check", ".")
    assert "Required parts" not in out
    table = out[out.index("Summary of 48 files") :]
    assert "x.pdf" in table
    assert "y.pdf: no text layer" in table
    assert "07.pdf" not in table
    assert "46 more files, with no required item not found" in table
    assert "45 files  •  A goal without a level to reach (IEP201)" in table
    assert "48 files: 46 audited, 1 other document, 1 not read." in table


def test_live_formats_are_what_the_renderers_give(given, iepaudit, tmp_path):
    from handmade import run as run_of

    from iepaudit.report.formats import FORMATS, live, renderer
    from iepaudit.report.options import ReportOptions

    files = (file_report(), unreadable(), other())
    options = ReportOptions()
    for name in FORMATS:
        each = live(name)
        if each is not None:
            made = "".join(each.file(r, options, n) for n, r in enumerate(files)) + each.end(run_of(*files), options)
            assert made == renderer(name)(run_of(*files), options), name
