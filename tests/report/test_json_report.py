"""The JSON contract: keys, values, no clock, no name."""

import json
from dataclasses import replace

import pytest
from handmade import GOAL, NAME, file_report, iep, result, run, unreadable

from iepaudit.model.field import FieldState, unclear
from iepaudit.report.json_report import render_json, render_jsonl, stream_json
from iepaudit.report.options import ReportOptions
from iepaudit.report.redact import Redact


def rendered(*files, redact=Redact.NAMES):
    return json.loads(render_json(run(*files), ReportOptions(redact=redact)))


def test_the_run_tells_tool_files_and_exit():
    made = rendered()
    assert made["schema_version"] == 1
    assert made["tool"]["profile"] == "federal"
    assert made["tool"]["as_of"] == "2026-05-12"
    assert made["exit"] == {"code": 1, "reasons": ["1 required item not found"]}


def test_a_file_tells_kind_pages_and_quality():
    made = rendered()["files"][0]
    assert (made["kind"], made["pages"], made["quality"]["mean"]) == ("iep", 8, 0.97)
    assert made["quality"]["pages"][0] == {"page": 1, "grade": "good", "source": "text"}


def test_a_section_tells_key_heading_page_and_state():
    assert rendered()["files"][0]["document"]["sections"][3] == {
        "key": "esy",
        "heading": "Esy",
        "page": 8,
        "state": "template",
    }


def test_a_goal_tells_its_elements_and_vague_words():
    (goal,) = rendered(redact=Redact.OFF)["files"][0]["document"]["goals"]
    assert goal["text"] == GOAL
    assert goal["page"] == 6
    assert goal["elements"]["timeframe"] == {"present": True, "text": "By May 2027", "source": "text"}
    assert goal["elements"]["criterion"] == {"present": False}
    assert goal["vague"] == [{"text": "improve", "start": 26, "end": 33, "category": "change"}]
    assert goal["text"][26:33] == "improve"


def test_offsets_follow_the_text_as_printed():
    (goal,) = rendered()["files"][0]["document"]["goals"]
    (vague,) = goal["vague"]
    assert "Marisol" not in goal["text"]
    assert goal["text"][vague["start"] : vague["end"]] == "improve"


def test_a_service_has_whole_minutes_and_iso_dates():
    (service,) = rendered()["files"][0]["document"]["services"]
    assert service["minutes_per_week"] == 60
    assert (service["start"], service["end"]) == ("2026-08-17", "2027-05-28")
    assert service["frequency"] == "2 x weekly"


def test_a_result_tells_outcome_evidence_and_source_of_law():
    (made,) = rendered()["files"][0]["results"]
    assert (made["rule"], made["id"], made["outcome"], made["severity"]) == (
        "goal-no-criterion",
        "IEP201",
        "issue",
        "required",
    )
    assert made["authority"] == ["34 CFR 300.320(a)(2)(i)"]
    assert made["evidence"][0]["box"] == [72.0, 310.0, 540.0, 352.0]


def test_name_and_birth_date_are_null_with_their_state():
    student = rendered()["files"][0]["document"]["student"]
    assert student["name"] == {"value": None, "state": "filled", "page": 1}
    assert student["birth_date"]["value"] is None
    assert student["grade"]["value"] == "6"


def test_name_and_birth_date_are_shown_when_asked_for():
    student = rendered(redact=Redact.OFF)["files"][0]["document"]["student"]
    assert (student["name"]["value"], student["birth_date"]["value"]) == (NAME, "2014-03-09")


def test_an_unreadable_value_is_null_and_unclear():
    plan = iep()
    plan = replace(plan, student=replace(plan.student, grade=unclear("smudged")))
    grade = rendered(file_report(iep=plan))["files"][0]["document"]["student"]["grade"]
    assert grade == {"value": None, "state": FieldState.UNCLEAR.value, "page": None}


def test_all_quotes_can_be_withheld():
    text = render_json(run(), ReportOptions(redact=Redact.ALL))
    assert "improve her reading" not in text
    assert "30 minutes" not in text


@pytest.mark.parametrize("mode", [Redact.NAMES, Redact.ALL])
def test_no_part_of_the_name_is_anywhere(mode):
    found = file_report(results=(result(message="Marisol has no goal", searched=("QUENBY, MARISOL", "3/9/2014")),))
    text = render_json(run(found), ReportOptions(redact=mode))
    for word in ("Marisol", "Quenby", "MARISOL", "QUENBY", "3/9/2014", "2014-03-09"):
        assert word not in text


def test_an_unreadable_file_tells_why():
    made = rendered(unreadable())["files"][0]
    assert made["kind"] == "unreadable"
    assert made["document"] == {}
    assert made["problems"] == [{"reason": "no-text", "message": "no text layer"}]


def test_the_same_run_gives_the_same_bytes():
    assert render_json(run(), ReportOptions()) == render_json(run(), ReportOptions())


def test_jsonl_has_a_line_for_each_file_and_one_for_the_run():
    lines = [json.loads(line) for line in render_jsonl(run(file_report(), unreadable()), ReportOptions()).splitlines()]
    assert [line.get("path") for line in lines] == ["plans/plan.pdf", "plans/scan.pdf", None]
    assert lines[2]["exit"]["code"] == 1


@pytest.mark.parametrize("files", [(), (file_report(),), (file_report(), unreadable(), file_report(path="b.pdf"))])
def test_a_run_is_written_a_file_at_a_time_and_reads_as_one_object(files):
    made = "".join(stream_json(replace(run(), files=files), ReportOptions()))
    assert [f["path"] for f in json.loads(made)["files"]] == [f.path for f in files]
    assert made == json.dumps(json.loads(made), indent=2, ensure_ascii=False) + "\n"
