"""The published schema of the JSON report: valid itself, and true of what is written."""

import copy
import json
from pathlib import Path

import jsonschema
import pytest
from handmade import file_report, iep, other, result, run, unreadable

import iepaudit.report
from iepaudit.audit import audit_file
from iepaudit.model.outcome import Outcome
from iepaudit.report.json_report import render_json
from iepaudit.report.options import ReportOptions
from iepaudit.report.redact import Redact

SCHEMA = json.loads((Path(iepaudit.report.__file__).parent / "schema" / "report.v1.json").read_text("utf-8"))
SAMPLES = Path(__file__).parents[2] / "samples"
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def made(*files, redact=Redact.NAMES):
    return json.loads(render_json(run(*files), ReportOptions(redact=redact)))


def test_the_schema_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("redact", list(Redact))
def test_reports_agree_with_it(redact):
    empty = file_report(iep=iep(goals=None, services=None, accommodations=None))
    broken = file_report(results=(result(outcome=Outcome.ERROR, evidence=()),))
    VALIDATOR.validate(made(file_report(), empty, broken, unreadable(), other(), redact=redact))


@pytest.mark.parametrize("name", ["defects-label-value.pdf", "blank-state-form.pdf"])
def test_the_report_on_a_sample_agrees_with_it(name):
    VALIDATOR.validate(made(audit_file(SAMPLES / name)))


@pytest.mark.parametrize(
    "path", [("files", 0, "kind"), ("files", 0, "results", 0, "outcome"), ("exit", "code"), ("tool",)]
)
def test_a_key_that_is_missing_breaks_it(path):
    report = copy.deepcopy(made())
    inner = report
    for key in path[:-1]:
        inner = inner[key]
    del inner[path[-1]]
    assert not VALIDATOR.is_valid(report)
