"""Labels of rows that nobody filled in, and heads of empty tables, are the form's own words."""

from __future__ import annotations

from pathlib import Path

import pytest
from builders import COVER, part

from iepaudit.audit import AuditOptions, audit_here

PAGE = """<html><body><h1>Individualized Education Program (IEP)</h1>
<table><tr><td>Student: Ida Moreno</td><td>DOB: 04/09/2015</td><td>Grade: 5</td></tr></table>
<h2>Present Levels of Academic Achievement and Functional Performance</h2>
<table><tr><td>Ida reads 60 words.</td></tr></table>
{0}</body></html>"""


def sections(tmp_path: Path, rows: str) -> dict[str, str]:
    path = tmp_path / "plan.html"
    path.write_text(PAGE.format(rows), "utf-8")
    found = audit_here(path, AuditOptions()).iep
    assert found is not None
    return {s.key: s.filled_text for s in found.sections}


@pytest.mark.parametrize(
    ("beside", "said"), [("", ""), ("Told on 3/4/2026", "Date the student was informed\nTold on 3/4/2026")]
)
def test_a_label_with_an_empty_cell_beside_it_says_nothing(tmp_path: Path, beside: str, said: str) -> None:
    rows = f"<h2>Transfer of Rights</h2><table><tr><td>Date the student was informed</td><td>{beside}</td></tr></table>"
    assert sections(tmp_path, rows)["transfer-of-rights"] == said


def test_the_heads_of_an_empty_table_say_nothing(tmp_path: Path) -> None:
    head = "<tr><th>Service</th><th>Frequency</th><th>Location</th></tr>"
    rows = f"<h2>Special Education Services</h2><table>{head}<tr><td></td><td></td><td></td></tr></table>"
    assert sections(tmp_path, rows)["special-education"] == ""


def test_an_item_without_a_note_beside_it_stays(tmp_path: Path) -> None:
    rows = "<h2>Supplementary Aids and Services</h2><table><tr><td>Large print</td><td></td></tr></table>"
    assert sections(tmp_path, rows)["supplementary-aids"] == "Large print"


def test_a_line_in_lower_case_below_a_short_heading_is_its_answer(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(
        "Individualized Education Program\n\nStudent: Ida Moreno\nDOB: 04/09/2015\nGrade: 5\n\n"
        "Present Levels\nIda reads 60 words.\n\nProgress Reports\neach trimester\n\n"
        "Services\nReading, 30 minutes daily, resource room\n",
        "utf-8",
    )
    found = audit_here(path, AuditOptions()).iep
    assert found is not None
    assert next(s.filled_text for s in found.sections if s.key == "progress-schedule") == "each trimester"


KINDS = ("Instruction", "Related services", "Community experiences", "Employment", "Agency linkages")


@pytest.mark.parametrize("title", ["", "<tr><th colspan=3>Coordinated Activities</th></tr>"])
@pytest.mark.parametrize("said", ["", "A visit to the bakery"])
def test_a_table_of_which_nobody_filled_in_a_row_says_nothing(tmp_path: Path, title: str, said: str) -> None:
    heads = "<tr><th>Transition Services</th><th>Activity</th><th>Date</th></tr>"
    rows = "".join(f"<tr><td>{kind}</td><td></td><td></td></tr>" for kind in KINDS[:-1])
    last = f"<tr><td>{KINDS[-1]}</td><td>{said}</td><td></td></tr>"
    found = sections(tmp_path, f"<h2>Transition Services</h2><table>{title}{heads}{rows}{last}</table>")
    assert (said in found["transition-services"]) if said else not found["transition-services"]


@pytest.mark.parametrize(("second", "said"), [("Criteria", ""), ("Reading aloud", "Area\nReading aloud")])
def test_two_heads_alone_say_nothing_and_a_label_with_its_value_does(tmp_path: Path, second: str, said: str) -> None:
    found = sections(tmp_path, f"<h2>Parent Concerns</h2><table><tr><td>Area</td><td>{second}</td></tr></table>")
    assert found["parent-concerns"] == said


@pytest.mark.parametrize("row", ["", "<tr><td>Reading</td><td>60</td><td>1</td><td>Room 4</td></tr>"])
def test_two_rows_of_heads_say_nothing_where_no_row_follows(tmp_path: Path, row: str) -> None:
    heads = (
        "<tr><th rowspan=2>Service Type</th><th colspan=2>Amount</th><th rowspan=2>Location</th></tr>"
        "<tr><th>Minutes per session</th><th>Sessions per week</th></tr>"
    )
    found = sections(tmp_path, f"<h2>Special Education Services</h2><table>{heads}{row}</table>")
    assert bool(found["special-education"]) == bool(row)


def test_known_heads_of_a_table_are_the_forms_words_and_its_rows_are_not(tmp_path: Path) -> None:
    heads = "<tr><th>Goal</th><th>Present Level</th><th>Criteria</th></tr>"
    row = "<tr><td>Ida will write ten words.</td><td>4 words</td><td>3 of 4 days</td></tr>"
    found = sections(tmp_path, f"<h2>Measurable Annual Goals</h2><table>{heads}{row}</table>")
    assert found["annual-goals"] == "Ida will write ten words.\n4 words\n3 of 4 days"


def test_labels_with_values_between_them_are_no_heads(tmp_path: Path) -> None:
    row = "<tr><td>Goal</td><td>Ida will write ten words.</td><td>Criteria</td><td>3 of 4 days</td></tr>"
    found = sections(tmp_path, f"<h2>Measurable Annual Goals</h2><table>{row}</table>")
    assert "Criteria" in found["annual-goals"]


def rights(*lines: str) -> str:
    shown = "\n".join(lines)
    found = part(
        f"{COVER}# Present Levels\nIda reads 60 words.\n\n# Transfer of Rights\n{shown}\n\n# Services\nNone.\n"
    )
    return next(s.filled_text for s in found.sections if s.key == "transfer-of-rights")


@pytest.mark.parametrize(
    "lines",
    [
        ("Date student was informed", "Student signature"),
        ("Date the parent was notified", "Parent/Guardian signature"),
        ("Date rights were explained", "Signature of student"),
    ],
)
def test_captions_with_which_a_part_ends_say_nothing(lines: tuple[str, ...]) -> None:
    assert rights(*lines) == ""


def test_captions_with_something_below_them_are_answered() -> None:
    assert "Date student was informed" in rights("Date student was informed", "Student signature", "At the meeting.")


@pytest.mark.parametrize(
    ("below", "said"),
    [("<td></td><td></td><td></td>", ""), ("<td>Interest survey</td><td>9/8/2026</td><td>Likes cars</td>", "survey")],
)
def test_the_heads_of_a_table_of_empty_rows_say_nothing(tmp_path: Path, below: str, said: str) -> None:
    heads = "<tr><td>Assessment</td><td>Date</td><td>Results</td></tr>"
    table = f"<table>{heads}<tr>{below}</tr><tr><td></td><td></td><td></td></tr></table>"
    found = sections(tmp_path, f"<h2>Transition Assessments</h2>{table}")["transition-assessment"]
    assert (said in found) if said else found == ""


def test_a_service_above_rows_that_say_none_is_no_head_of_an_empty_table(tmp_path: Path) -> None:
    heads = "<tr><th>Special Education Services</th><th>Location</th><th>Minutes</th><th>Begin</th></tr>"
    service = "<tr><td>Fluency practice</td><td>Resource room</td><td>90 per week</td><td>9/8/2026</td></tr>"
    none = "".join(
        f"<tr><td>{said}</td><td></td><td></td><td></td></tr>" for said in ("Related Services", "None needed")
    )
    found = sections(tmp_path, f"<h2>Services</h2><table>{heads}{service}{none}</table>")
    assert any("Fluency practice" in said for said in found.values())
