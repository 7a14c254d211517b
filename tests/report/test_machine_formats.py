"""SARIF, JUnit, CSV, checklist: read back by what consumes them."""

import csv
import io
import json
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from handmade import file_report, other, place, result, run, unreadable

from iepaudit.model.outcome import Outcome, Severity
from iepaudit.report.junit import render_junit
from iepaudit.report.options import ReportOptions
from iepaudit.report.sarif import render_sarif, uri
from iepaudit.report.tables import guarded, render_checklist, render_csv

OPTIONS = ReportOptions()
MIXED = file_report(
    results=(
        result(),
        result("goal-no-baseline", id="IEP203", severity=Severity.GAP),
        result("esy-undecided", id="IEP414", outcome=Outcome.REVIEW),
        result("psg-missing", id="IEP501", outcome=Outcome.NOT_APPLICABLE, message="too young"),
        result("impact", id="IEP102", outcome=Outcome.PASS),
        result("broken", id="IEP999", outcome=Outcome.ERROR, message="it fell over"),
    )
)


def sarif(*files):
    return json.loads(render_sarif(run(*files), OPTIONS))["runs"][0]


def test_sarif_has_findings_and_undecided_points_only():
    assert [(r["ruleId"], r["kind"], r["level"]) for r in sarif(MIXED)["results"]] == [
        ("IEP201", "fail", "error"),
        ("IEP203", "fail", "warning"),
        ("IEP414", "review", "none"),
    ]


def test_sarif_results_point_into_the_list_of_rules():
    made = sarif(MIXED)
    rules = made["tool"]["driver"]["rules"]
    assert all(rules[r["ruleIndex"]]["id"] == r["ruleId"] for r in made["results"])


def test_sarif_places_a_result_at_the_first_line_and_tells_page_box_and_place():
    location = sarif()["results"][0]["locations"][0]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "plans/plan.pdf"},
        "region": {"startLine": 1},
    }
    assert location["logicalLocations"] == [{"fullyQualifiedName": "goals[0]"}]
    assert location["properties"] == {"page": 6, "box": [72.0, 310.0, 540.0, 352.0]}


def test_a_sarif_message_starts_with_the_page():
    assert sarif()["results"][0]["message"]["text"].startswith("p. 6: Goal 1")


def test_sarif_notes_files_that_were_not_read():
    (note,) = sarif(unreadable())["invocations"][0]["toolExecutionNotifications"]
    assert (note["descriptor"]["id"], note["level"]) == ("no-text", "error")


@pytest.mark.parametrize(
    ("path", "expected"),
    [("a b/ä.pdf", "a%20b/%C3%A4.pdf"), ("/x/y.pdf", "file:///x/y.pdf"), ("a\\b.pdf", "a/b.pdf")],
)
def test_sarif_paths_are_uris(path, expected):
    assert uri(path) == expected


def junit(*files, **options):
    return ET.fromstring(render_junit(run(*files), replace(OPTIONS, **options)))


def test_junit_has_a_suite_for_each_file_and_a_case_for_each_rule():
    made = junit(MIXED, unreadable(), other())
    assert [s.get("name") for s in made] == ["plans/plan.pdf", "plans/scan.pdf", "plans/letter.txt"]
    assert len(made[0]) == 6


def test_junit_failures_are_the_findings_that_count():
    assert [c.get("name") for c in junit(MIXED)[0] if c.find("failure") is not None] == ["IEP201 goal-no-criterion"]
    assert len([c for c in junit(MIXED, fail_weight=2)[0] if c.find("failure") is not None]) == 2


def test_junit_skips_what_is_undecided_or_does_not_apply_with_the_reason():
    skipped = {
        c.get("name"): c.find("skipped").get("message") for c in junit(MIXED)[0] if c.find("skipped") is not None
    }
    assert skipped["IEP501 psg-missing"] == "too young"
    assert skipped["IEP414 esy-undecided"].startswith("undecided: ")


def test_junit_counts_agree_with_its_cases():
    suite = junit(MIXED)[0]
    assert [suite.get(k) for k in ("tests", "failures", "errors", "skipped")] == ["6", "1", "1", "2"]
    whole = junit(MIXED, unreadable())
    assert [whole.get(k) for k in ("tests", "failures", "errors", "skipped")] == ["7", "1", "2", "2"]


def test_junit_survives_what_xml_cannot_hold():
    evil = file_report(path='a"<&.pdf', results=(result(message="x \x00\x0b\ufffe<y>&"),))
    assert junit(evil)[0].get("name") == 'a"<&.pdf'


def test_csv_reads_back():
    rows = list(csv.DictReader(io.StringIO(render_csv(run(MIXED, unreadable(), other()), OPTIONS))))
    assert [(r["file"], r["outcome"], r["id"]) for r in rows] == [
        ("plans/plan.pdf", "issue", "IEP201"),
        ("plans/plan.pdf", "issue", "IEP203"),
        ("plans/plan.pdf", "review", "IEP414"),
        ("plans/plan.pdf", "error", "IEP999"),
        ("plans/scan.pdf", "not-read", ""),
        ("plans/letter.txt", "not-audited", ""),
    ]
    assert rows[0]["pages"] == "6"


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\tx"])
def test_no_cell_is_a_formula(cell):
    assert guarded(cell) == f"'{cell}"
    evil = file_report(results=(result(message=cell, evidence=(place(1, cell),)),))
    (row,) = csv.DictReader(io.StringIO(render_csv(run(evil), OPTIONS)))
    assert row["message"][0] not in "=+-@\t"


def test_the_checklist_answers_each_item():
    lines = render_checklist(run(MIXED), OPTIONS).splitlines()
    assert any(line.startswith("Y   IEP102") for line in lines)
    assert any(line.startswith("N   IEP201") and "34 CFR 300.320(a)(2)(i)" in line for line in lines)
    assert any(line.startswith("NA  IEP501") for line in lines)
    assert any(line.startswith("?   IEP414") for line in lines)
    assert any(line.startswith("Y  Goals for the year") and line.endswith("p. 6") for line in lines)


def test_no_name_in_any_of_them():
    for render in (render_sarif, render_junit, render_csv, render_checklist):
        assert "Marisol" not in render(run(MIXED), OPTIONS)
