"""The stages joined, on the bundled samples. What each stage finds is tested where the stage is."""

from datetime import date
from pathlib import Path

import pytest

from iepaudit.audit import AuditOptions, audit_file, audit_paths, load_rules
from iepaudit.engine import Selection
from iepaudit.model.errors import UsageError
from iepaudit.model.iep import Kind
from iepaudit.model.outcome import Outcome
from iepaudit.model.page_ranges import ranges
from iepaudit.report.json_report import file_object
from iepaudit.report.options import ReportOptions

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.fixture(scope="module")
def reports():
    return {Path(r.path).name: r for r in audit_paths([SAMPLES], AuditOptions(jobs=2))}


def test_a_plan_is_audited_as_of_its_meeting(reports):
    plan = reports["sound-ruled-tables.pdf"]
    assert plan.kind is Kind.IEP
    assert plan.iep is not None
    assert plan.as_of == plan.iep.dates.meeting.value.isoformat()
    assert any(r.outcome is Outcome.PASS for r in plan.results)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("empty.pdf", "empty"),
        ("encrypted.pdf", "encrypted"),
        ("truncated.pdf", "damaged"),
        ("not-a-pdf.pdf", "unsupported"),
        ("scanned.pdf", "no-text"),
    ],
)
def test_a_file_that_cannot_be_read_tells_why_and_has_no_results(reports, name, reason):
    report = reports[name]
    assert (report.kind, report.results, report.iep) == (Kind.UNREADABLE, (), None)
    assert report.problems[0].reason == reason
    assert report.problems[0].message


def test_a_page_that_cannot_be_read_is_a_problem_of_a_plan_that_is_audited_all_the_same(reports):
    report = reports["mixed-scan.pdf"]
    assert [p.reason for p in report.problems] == ["pages-not-read"]
    assert "Page 2" in report.problems[0].message


@pytest.mark.parametrize(
    "name",
    ["plan-504.pdf", "evaluation-report.pdf", "progress-report.pdf", "prior-written-notice.pdf", "meeting-notice.pdf"],
)
def test_a_paper_that_is_no_plan_gets_one_sentence_and_no_results(reports, name):
    report = reports[name]
    assert report.results == ()
    assert report.iep is None
    assert sum("not audited" in n for n in report.notes) == 1


def test_a_packet_is_a_plan_and_its_other_papers_are_named(reports):
    report = reports["packet.pdf"]
    assert report.kind is Kind.IEP
    assert len(report.parts) > 1
    assert [p.kind for p in report.parts if p.audited] == [Kind.IEP]


def test_any_number_of_workers_gives_the_same_reports_in_the_same_order(reports):
    again = list(audit_paths([SAMPLES], AuditOptions(jobs=1)))
    options = ReportOptions()
    assert [file_object(r, options) for r in again] == [file_object(r, options) for r in reports.values()]


def test_a_missing_file_is_told_and_does_not_raise(tmp_path):
    report = audit_file(tmp_path / "gone.pdf")
    assert (report.kind, report.problems[0].reason) == (Kind.UNREADABLE, "missing")


def test_a_time_limit_is_told_and_does_not_raise():
    report = audit_file(SAMPLES / "long-high-school.pdf", AuditOptions(seconds=0.05))
    assert report.problems[0].reason == "time-limit"


def test_too_little_memory_is_told_and_does_not_raise():
    report = audit_file(SAMPLES / "long-high-school.pdf", AuditOptions(memory_bytes=80_000_000))
    assert report.kind is Kind.UNREADABLE
    assert report.problems[0].reason in ("memory-limit", "crashed", "internal-error")


def test_the_date_can_be_given():
    assert audit_file(SAMPLES / "sound-ruled-tables.pdf", AuditOptions(as_of=date(2031, 5, 6))).as_of == "2031-05-06"


def test_a_blank_form_does_not_depend_on_the_day(reports):
    assert reports["blank-state-form.pdf"].as_of == ""
    assert reports["blank-state-form.pdf"].notes == ()


def test_without_a_date_in_the_plan_today_is_used_and_said(tmp_path):
    plan = tmp_path / "plan.txt"
    plan.write_text("INDIVIDUALIZED EDUCATION PROGRAM\nPresent Levels\nReads 62 words a minute.\n")
    report = audit_file(plan, AuditOptions(kind="iep"))
    assert report.as_of == date.today().isoformat()
    assert any("No meeting date" in n for n in report.notes)


def test_the_kind_can_be_given():
    report = audit_file(SAMPLES / "plan-504.pdf", AuditOptions(kind="iep"))
    assert report.kind is Kind.IEP
    assert report.results


def test_only_selected_rules_give_results():
    report = audit_file(SAMPLES / "sound-ruled-tables.pdf", AuditOptions(selection=Selection(select=("IEP201",))))
    assert {r.id for r in report.results} == {"IEP201"}


def test_an_unknown_rule_is_an_error_before_any_file_is_read():
    with pytest.raises(UsageError, match="no-such-rule"):
        audit_file(SAMPLES / "sound-ruled-tables.pdf", AuditOptions(selection=Selection(select=("no-such-rule",))))


def test_leaving_no_rule_is_an_error():
    with pytest.raises(UsageError, match="no rule is left"):
        load_rules(AuditOptions(selection=Selection(ignore=("ALL",))))


@pytest.mark.parametrize(("pages", "words"), [([3], "3"), ([1, 2, 3], "1-3"), ([7, 1, 2], "1-2, 7")])
def test_page_numbers_are_written_as_people_write_them(pages, words):
    assert ranges(pages) == words
