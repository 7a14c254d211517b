"""Which pictures a report gets, and what it says when it gets none."""

import io
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from handmade import file_report, iep, place, result, run
from PIL import Image

from iepaudit.audit import AuditOptions, audit_file
from iepaudit.extract import ReadOptions
from iepaudit.model.field import blank
from iepaudit.model.iep import Student
from iepaudit.report import view
from iepaudit.report.html_report import MOST_FILES, render_html
from iepaudit.report.options import ReportOptions
from iepaudit.report.page_pictures import pictures_of
from iepaudit.report.redact import Redact, redactor_for

SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "defects-label-value.pdf"
OPTIONS = ReportOptions(source=ReadOptions())


@pytest.fixture(scope="module")
def plan():
    return view.shown(audit_file(SAMPLE, AuditOptions()))


def drawn(report, options=OPTIONS):
    return pictures_of(report, (*view.issues(report), *view.reviews(report)), options)


def test_only_pages_with_findings_are_drawn(plan):
    found = drawn(plan)
    marked = {p.page for r in (*view.issues(plan), *view.reviews(plan)) for p in r.evidence}
    assert set(found.pages) == marked
    assert len(marked) < len(plan.pages)
    assert found.note == ""


def test_every_piece_of_evidence_has_its_place(plan):
    found = drawn(plan)
    results = (*view.issues(plan), *view.reviews(plan))
    assert set(found.places) == {(n, k) for n, r in enumerate(results) for k, _ in enumerate(r.evidence)}
    assert all(quoted.words for quoted in found.places.values())


def test_a_report_with_pictures_is_small(plan):
    assert sum(len(p.data) for p in drawn(plan).pages.values()) < 120_000 * len(plan.pages)


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (replace(OPTIONS, redact=Redact.ALL), "none of the plan's words"),
        (replace(OPTIONS, source=None), "saved result"),
    ],
)
def test_without_leave_or_without_the_plan_there_are_none_and_the_report_says_so(plan, options, why):
    found = drawn(plan, options)
    assert found.pages == {}
    assert why in found.note


def test_a_plan_that_has_changed_since_is_not_drawn(plan, tmp_path):
    path = tmp_path / "plan.pdf"
    shutil.copy(SAMPLE, path)
    assert drawn(replace(plan, path=str(path))).pages
    path.write_bytes(path.read_bytes() + b"\n")
    assert "changed" in drawn(replace(plan, path=str(path))).note


def test_a_plan_from_standard_input_is_not_there_any_more(plan):
    assert "standard input" in drawn(replace(plan, path="-")).note


def test_a_text_file_has_no_pages_to_draw(plan, tmp_path):
    path = tmp_path / "plan.txt"
    path.write_text("Annual goals")
    assert "not a PDF" in drawn(replace(plan, path=str(path))).note


def test_a_plan_whose_child_was_not_recognized_is_not_shown(plan):
    nobody = Student(blank(), blank(), blank())
    assert plan.iep is not None
    stranger = replace(plan, identities=(), iep=replace(plan.iep, student=nobody, first_names=()))
    assert "recognized" in drawn(stranger).note
    assert drawn(stranger, replace(OPTIONS, redact=Redact.OFF)).pages


def test_what_cannot_be_drawn_is_told_and_the_rest_is_shown():
    missing = file_report(path="nowhere.pdf")
    assert "Without pictures" in render_html(run(missing), OPTIONS)


def test_the_report_shows_each_picture_once_and_the_words_in_it(plan):
    text = render_html(run(plan), OPTIONS)
    pages = len(drawn(plan).pages)
    assert text.count("data:image/webp;base64,") == pages
    assert text.count('<rect class="quote"') > pages
    assert '<rect class="match"' in text
    assert re.search(r'<a href="#p1-3">Page 3 of the plan</a>', text)
    assert 'id="p1-3"' in text


def test_no_name_is_in_a_report_with_pictures(plan):
    text = render_html(run(plan), OPTIONS)
    assert plan.iep is not None
    for name in str(plan.iep.student.name.value).split():
        assert name not in text


@pytest.mark.parametrize("name", ["defects-label-value.pdf", "acroform-widgets.pdf"])
def test_a_machine_that_reads_pictures_finds_no_name_in_them(name):
    tesserocr = pytest.importorskip("tesserocr")
    from iepaudit.extract.ocr.engine import model_folder
    from iepaudit.extract.pictures import Wanted, draw_pages

    report = audit_file(SAMPLE.with_name(name), AuditOptions())
    redactor = redactor_for(report, Redact.NAMES)
    (first,) = draw_pages(SAMPLE.with_name(name), None, [Wanted(1)], redactor.spans)
    (bare,) = draw_pages(SAMPLE.with_name(name), None, [Wanted(1)])
    names = {w for i in report.identities if i.role.person for w in re.findall(r"\w{4,}", i.words)}

    def seen(picture):
        image = Image.open(io.BytesIO(picture.data)).convert("L")
        text = tesserocr.image_to_text(image.resize((image.width * 2, image.height * 2)), path=str(model_folder()))
        return {name for name in names if name in text}

    assert len(seen(bare)) > 3
    assert seen(first) == set()


def test_reports_on_many_files_have_no_pictures(plan):
    text = render_html(run(*[plan] * (MOST_FILES + 1)), OPTIONS)
    assert "data:image" not in text
    assert f"more than {MOST_FILES} files" in text


def test_a_short_quote_is_shown_in_its_context():
    from handmade import section

    words = "Speech therapy as needed in the speech room, by the therapist."
    weak = result(match="as needed", evidence=(place(6, "as needed"),))
    text = render_html(
        run(file_report(iep=iep(sections=(section("related-services", 6, words),)), results=(weak,))), OPTIONS
    )
    assert "From: “Speech therapy as needed in the speech room, by the therapist.”" in text
