"""The annotated copy of a plan."""

import io
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from handmade import file_report, run, unreadable

from iepaudit.audit import AuditOptions, audit_file
from iepaudit.extract import ReadOptions
from iepaudit.model.errors import UsageError
from iepaudit.report import view
from iepaudit.report.options import ReportOptions
from iepaudit.report.pdf_report import render_pdf
from iepaudit.report.redact import Redact

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
OPTIONS = ReportOptions(source=ReadOptions())


@pytest.fixture(scope="module")
def plan():
    return audit_file(SAMPLES / "defects-label-value.pdf", AuditOptions())


def comments(report, options=OPTIONS):
    pdf = pikepdf.open(io.BytesIO(render_pdf(run(report), options)))
    return [(n, str(a.Subtype), str(a.Contents)) for n, p in enumerate(pdf.pages, 1) for a in p.get("/Annots", [])]


def test_every_finding_has_a_comment_on_its_page(plan):
    said = comments(plan)
    for result in view.issues(view.shown(plan)):
        pages = view.pages_of(result) or (1,)
        assert [c for c in said if c[0] in pages and result.id in c[2] and result.question in c[2]], result.rule


def test_what_was_not_found_is_a_note_on_the_first_page(plan):
    absent = [r for r in view.issues(view.shown(plan)) if not r.evidence]
    notes = [c for c in comments(plan) if c[1] == "/Text"]
    assert absent
    assert len(notes) == len(absent) + 1  # and one about all of them
    assert {page for page, _, _ in notes} == {1}
    assert "not legal advice" in notes[0][2]


def test_comments_leave_names_out_unless_asked_for(plan):
    name = str(plan.iep.student.name.value).split()[0]
    assert not [c for c in comments(plan) if name in c[2]]


def test_words_of_the_plan_are_not_repeated_in_comments(plan):
    said = comments(plan, replace(OPTIONS, redact=Redact.ALL))
    assert not [c for c in said if "unpracticed seventh-grade" in c[2]]


def test_comments_never_judge_the_school(plan):
    words = " ".join(c[2] for c in comments(plan)).lower()
    assert not [w for w in ("violation", "illegal", "deficient", "non-compliant") if w in words]


def test_there_is_no_copy_of_several_plans():
    with pytest.raises(UsageError, match="made of one file, and there are 2"):
        render_pdf(run(file_report(), unreadable()), OPTIONS)


@pytest.mark.parametrize("name", ["plan.txt", "truncated.pdf"])
def test_what_cannot_be_copied_is_told(name):
    report = audit_file(SAMPLES / name, AuditOptions())
    with pytest.raises(UsageError, match="no copy with comments could be made"):
        render_pdf(run(report), OPTIONS)


def test_a_saved_result_gives_no_copy(plan):
    with pytest.raises(UsageError, match="saved result"):
        render_pdf(run(plan), ReportOptions())
