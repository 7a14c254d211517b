"""concise, github and markdown."""

from handmade import file_report, other, result, run, unreadable

from iepaudit.model.outcome import Outcome, Severity
from iepaudit.report.lines import render_concise, render_github
from iepaudit.report.markdown import render_markdown
from iepaudit.report.options import ReportOptions

OPTIONS = ReportOptions()


def test_concise_is_one_line_for_each_finding():
    found = file_report(results=(result(), result(outcome=Outcome.PASS), result(outcome=Outcome.REVIEW, id="IEP9")))
    assert render_concise(run(found), OPTIONS).splitlines() == [
        "plans/plan.pdf: p. 6: required IEP201 goal-no-criterion: Goal 1 does not say how much is enough.",
        "plans/plan.pdf: p. 6: look IEP9 goal-no-criterion: Goal 1 does not say how much is enough.",
    ]


def test_concise_names_files_that_were_not_audited():
    assert render_concise(run(unreadable(), other()), OPTIONS).splitlines() == [
        "plans/scan.pdf: no text layer",
        "plans/letter.txt: This does not look like an IEP.",
    ]


def test_github_levels_follow_severity():
    found = file_report(results=(result(), result(severity=Severity.GAP), result(severity=Severity.ADVICE)))
    assert [line.split(" ")[0] for line in render_github(run(found), OPTIONS).splitlines()] == [
        "::error",
        "::warning",
        "::notice",
    ]


def test_github_commands_cannot_be_broken_by_a_document():
    evil = file_report(path="a,b:c.pdf", results=(result(message="100%\n::error::x"),))
    (line,) = render_github(run(evil), OPTIONS).splitlines()
    assert line.startswith("::error file=a%2Cb%3Ac.pdf,line=1,title=")
    assert line.endswith("p. 6: 100%25 ::error::x")


def test_markdown_has_parts_goals_and_findings():
    made = render_markdown(run(), OPTIONS)
    assert made.startswith("# plans/plan.pdf\n")
    assert "| ✓ | Goals for the year | p. 6 | 300.320(a)(2) |" in made
    assert "- **Goal 1 does not say how much is enough.** (p. 6)" in made


def test_markdown_of_a_document_is_shown_and_not_obeyed():
    made = render_markdown(run(file_report(results=(result(message="<script>*x*</script> | [a](b)"),))), OPTIONS)
    assert r"\<script\>\*x\*\</script\> \| \[a\](b)" in made


def test_no_name_in_any_of_them():
    for render in (render_concise, render_github, render_markdown):
        assert "Marisol" not in render(run(), OPTIONS)
