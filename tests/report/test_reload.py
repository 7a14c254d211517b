"""A saved result renders as the run itself did."""

import pytest
from handmade import file_report, other, result, run, unreadable

from iepaudit.model.errors import UsageError
from iepaudit.model.outcome import Outcome
from iepaudit.report.formats import FORMATS, renderer
from iepaudit.report.json_report import render_json
from iepaudit.report.options import ReportOptions
from iepaudit.report.redact import Redact
from iepaudit.report.reload import load_run

SHOWN = ReportOptions(redact=Redact.OFF)
RUN = run(file_report(results=(result(), result("x", id="IEP9", outcome=Outcome.REVIEW))), unreadable(), other())
TEXTS = [name for name, made in FORMATS.items() if not made.single]  # a copy needs the plan itself
SAVED = render_json(RUN, SHOWN).encode()


@pytest.mark.parametrize("name", [n for n in TEXTS if n != "sarif"])
def test_a_saved_result_renders_as_the_run_did(name):
    render = renderer(name)
    assert render(load_run(SAVED, "r.json"), SHOWN) == render(RUN, SHOWN)


def test_sarif_lacks_only_the_links_to_the_law():
    assert renderer("sarif")(load_run(SAVED, "r.json"), SHOWN)


def test_what_was_left_out_stays_out():
    again = load_run(render_json(RUN, ReportOptions()).encode(), "r.json")
    for name in TEXTS:
        made = renderer(name)(again, SHOWN)
        assert b"Marisol" not in (made if isinstance(made, bytes) else made.encode())


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'{"schema_version": 1}', b'{"schema_version": 99}'])
def test_another_file_is_an_error(data):
    with pytest.raises(UsageError, match=r"r\.json"):
        load_run(data, "r.json")
