"""Auditing some pages of a file: `--pages`."""

from pathlib import Path

import pytest

from iepaudit.audit import AuditOptions, audit_here
from iepaudit.model.page_ranges import PageRanges
from iepaudit.report.redact import Redact, redactor_for

SAMPLES = Path(__file__).parents[2] / "samples"
PLAN = SAMPLES / "defects-label-value.pdf"  # 7 pages, the goals on pages 3 and 4, the services on page 5


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("3", [3]),
        ("1-3", [1, 2, 3]),
        ("2-", [2, 3, 4, 5]),
        ("-2", [1, 2]),
        ("4, 1-2", [1, 2, 4]),
        ("1–2", [1, 2]),
        ("4-99", [4, 5]),
        ("7", []),
    ],
)
def test_ranges_as_people_write_them(text, numbers):
    assert PageRanges.parse(text).of(5) == numbers


@pytest.mark.parametrize("text", ["", "x", "0", "3-2", "1,,2", "1-2-3", "-"])
def test_what_names_no_pages(text):
    with pytest.raises(ValueError, match="names no pages"):
        PageRanges.parse(text)


def of_pages(text: str):
    return audit_here(PLAN, AuditOptions(pages=PageRanges.parse(text)))


def test_only_the_pages_asked_for_are_audited_under_their_own_numbers():
    report = of_pages("3-5")
    assert report.iep is not None
    assert {goal.place.page for goal in report.iep.goals} == {3, 4}
    assert {e.page for r in report.results for e in r.evidence if e.page} <= {3, 4, 5}
    assert report.notes[0] == "Of the 7 pages only 3-5 were audited."


def test_the_same_goals_are_found_as_in_the_whole_plan():
    whole = audit_here(PLAN, AuditOptions())
    part = of_pages("3-5")
    assert whole.iep is not None
    assert part.iep is not None
    assert [g.text for g in part.iep.goals] == [g.text for g in whole.iep.goals]


def test_names_of_the_other_pages_are_not_shown(tmp_path):
    cover = "INDIVIDUALIZED EDUCATION PROGRAM (IEP)\n\nStudent: Odalys Brink\nParent: Wrenna Brink\n"
    goals = "MEASURABLE ANNUAL GOALS\n\nGoal 1: By May 2027 Odalys will read 40 words to Wrenna.\n"
    plan = tmp_path / "plan.txt"
    plan.write_text(f"{cover}\f{goals}")
    report = audit_here(plan, AuditOptions(pages=PageRanges.parse("2"), kind="iep"))
    assert report.iep is not None
    assert redactor_for(report, Redact.NAMES).text(report.iep.goals[0].text) == (
        "By May 2027 [student] will read 40 words to [parent]."
    )


def test_pages_that_the_file_does_not_have():
    report = of_pages("9-")
    assert [p.message for p in report.problems] == ["The file has 7 pages, none of them in 9-."]
    assert report.iep is None


def test_who_asks_for_all_pages_is_told_nothing_about_it():
    assert of_pages("1-9") == audit_here(PLAN, AuditOptions())
