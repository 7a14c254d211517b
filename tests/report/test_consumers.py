"""Machine formats, read by what reads them in the world; words of a plan cannot break out of any."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import jsonschema
import pytest
from handmade import file_report, iep, other, place, result, run, section, unreadable

import iepaudit
from iepaudit.model.outcome import Outcome, Severity
from iepaudit.report.formats import FORMATS, renderer
from iepaudit.report.options import ReportOptions
from iepaudit.report.redact import Redact

SAMPLES = Path(__file__).parents[2] / "samples"
SARIF = json.loads((Path(__file__).parents[1] / "data" / "schemas" / "sarif-2.1.0-rtm.5.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft4Validator(SARIF, format_checker=jsonschema.FormatChecker())
SHOWN = ReportOptions(redact=Redact.OFF)
TEXTS = [name for name, form in FORMATS.items() if not form.binary]

HOSTILE = (
    "\x1b[31mred\x1b]8;;http://evil.example\x07 "
    "\x9b2J \u202etxet\u2066 ]]> <script>alert(1)</script> <img src=x onerror=y> "
    "&amp; | a | b |\n\n# heading\n::error::owned%0A \r\n* [link](http://evil.example) ![i](x) `code` **b** =cmd()"
    " \x00\x08\ufffe\ud800 <http://evil.example> https://evil.example/x www.evil.example ~~s~~ \u2028 \\"
)
EVIL = file_report(
    path="a<b>&\"'|`*[x](y).pdf",
    kind_evidence=f"Its title is {HOSTILE}",
    iep=iep(sections=(section("parent-concerns", 3, HOSTILE), section("annual-goals", 6))),
    results=(
        result(message=HOSTILE, question=HOSTILE, evidence=(place(6, HOSTILE),), searched=(HOSTILE,), match=HOSTILE),
        result("x", id="IEP9", outcome=Outcome.REVIEW, message=HOSTILE, title=HOSTILE),
        result("y", id="IEP8", outcome=Outcome.ERROR, message=HOSTILE),
        result("z", id="IEP7", severity=Severity.ADVICE, message=HOSTILE),
    ),
    notes=(HOSTILE,),
)
RUN = run(EVIL, unreadable("b.pdf", message=HOSTILE), other())


@pytest.fixture(scope="module")
def samples():
    """The reports on three samples: a plan, a form, and a file that cannot be read."""
    names = ("defects-label-value.pdf", "template.md", "truncated.pdf")
    return run(*(iepaudit.audit(SAMPLES / name) for name in names))


def test_sarif_of_samples_agrees_with_the_schema(samples):
    VALIDATOR.validate(json.loads(renderer("sarif")(samples, ReportOptions())))


def test_sarif_of_hostile_words_agrees_with_the_schema():
    VALIDATOR.validate(json.loads(renderer("sarif")(RUN, SHOWN)))


def test_the_schema_of_sarif_can_refuse():
    made = json.loads(renderer("sarif")(RUN, SHOWN))
    made["runs"][0]["results"][0]["level"] = "fatal"
    assert not VALIDATOR.is_valid(made)


def test_junit_is_read_by_a_junit_reader(samples):
    junitparser = pytest.importorskip("junitparser")
    read = junitparser.JUnitXml.fromstring(renderer("junit")(samples, ReportOptions()).encode())
    assert [suite.name.rsplit("/", 1)[-1] for suite in read] == [
        "defects-label-value.pdf",
        "template.md",
        "truncated.pdf",
    ]
    plan = next(iter(read))
    assert plan.tests == len(list(plan))
    assert plan.failures == sum(any(isinstance(r, junitparser.Failure) for r in case.result) for case in plan)
    assert plan.failures > 0


def test_junit_of_hostile_words_is_read_back():
    junitparser = pytest.importorskip("junitparser")
    read = junitparser.JUnitXml.fromstring(renderer("junit")(RUN, SHOWN).encode())
    assert next(suite.name for suite in read) == EVIL.path
    assert "<script>" in next(iter(next(iter(read)))).result[0].message


def test_csv_of_hostile_words_has_one_row_for_each_result_and_no_formula():
    rows = list(csv.DictReader(io.StringIO(renderer("csv")(RUN, SHOWN))))
    assert [r["id"] for r in rows] == ["IEP201", "IEP7", "IEP9", "IEP8", "", ""]
    assert {len(r) for r in rows} == {13}
    assert not [cell for r in rows for cell in r.values() if cell[:1] in "=+-@\t\r" and cell]


def test_jsonl_has_an_object_on_each_line_and_the_exit_on_the_last(samples):
    lines = [json.loads(line) for line in renderer("jsonl")(samples, ReportOptions()).split("\n") if line]
    assert [("path" in line, "exit" in line) for line in lines] == [(True, False)] * 3 + [(False, True)]


def test_jsonl_of_hostile_words_is_one_line_for_each_file():
    assert len(renderer("jsonl")(RUN, SHOWN).splitlines()) == 4


def annotations(text):
    """Workflow commands as the runner of GitHub reads them: (level, properties, message)."""
    for line in re.split(r"\r\n|\n|\r", text):
        if line:
            match = re.fullmatch(r"::(\w+) ([^:]*)::(.*)", line)
            assert match, line
            pairs = dict(pair.split("=", 1) for pair in match[2].split(","))
            yield match[1], pairs, match[3]


def test_github_annotations_of_hostile_words_stay_one_command_each():
    found = list(annotations(renderer("github")(RUN, SHOWN)))
    assert [level for level, _, _ in found] == ["error", "notice", "notice", "error", "error"]
    assert all(set(pairs) == {"file", "line", "title"} for _, pairs, _ in found)
    assert "%250A" in found[0][2]  # what was "%0A" in the plan is no line end


def rendered(text):
    markdown_it = pytest.importorskip("markdown_it")
    return markdown_it.MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(text)


@pytest.mark.parametrize("name", ["markdown", "questions-markdown"])
def test_markdown_of_hostile_words_makes_no_element_of_its_own(name):
    html = rendered(renderer(name)(RUN, SHOWN))
    assert not re.search(r"<(?:script|img|a|s|del)\b", html)
    assert html.count("<h1>") <= 4
    assert "heading</h1>" not in html
    assert set(re.findall(r"<(\w+)", html)) <= {
        *("h1", "h2", "h3", "p", "ul", "ol", "li", "strong", "em", "code", "blockquote", "br", "hr"),
        *("table", "thead", "tbody", "tr", "th", "td", "input"),
    }


@pytest.mark.parametrize("name", TEXTS)
def test_no_format_passes_on_what_a_terminal_would_obey(name):
    """Escapes, direction marks and other controls of a plan."""
    text = renderer(name)(RUN, SHOWN)
    bad = re.findall("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)
    assert bad == []


@pytest.mark.parametrize("name", ["html", "questions-html"])
def test_html_of_hostile_words_has_no_script_link_or_picture_of_theirs(name):
    html = renderer(name)(RUN, SHOWN)
    assert "<script>alert" not in html
    assert "<img src=x" not in html
    assert 'href="http://evil' not in html
