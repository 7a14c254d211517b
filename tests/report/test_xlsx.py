"""The workbook, opened again by another library."""

import io
from datetime import datetime

import openpyxl
import pytest
from handmade import file_report, goal, iep, other, place, result, run, unreadable

from iepaudit.model.outcome import Severity
from iepaudit.report.options import ReportOptions
from iepaudit.report.xlsx_report import render_xlsx

OPTIONS = ReportOptions()
FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x.example","y")', "\t=2"]


def book(*files, options=OPTIONS):
    return openpyxl.load_workbook(io.BytesIO(render_xlsx(run(*files), options)))


def rows(sheet):
    head, *body = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in body]


def test_there_is_a_row_for_every_file_whatever_it_is():
    files = rows(book(file_report(), unreadable(), other())["Files"])
    assert [(f["File"], f["What it is"]) for f in files] == [
        ("plans/plan.pdf", "iep"),
        ("plans/scan.pdf", "unreadable"),
        ("plans/letter.txt", "other"),
    ]
    assert files[0]["Required, not found"] == 1
    assert files[1]["Pages not read"] == "all"
    assert files[1]["Required, not found"] is None


def test_a_finding_has_its_page_its_question_and_its_source():
    (found,) = rows(book()["Findings"])
    assert (found["Level"], found["Rule"], found["Page"], found["About"]) == ("required", "IEP201", 6, "Goals")
    assert found["Question"] == "How will we know that the goal was met?"
    assert found["Source of law"] == "34 CFR 300.320(a)(2)(i)"


def test_dates_are_dates_and_numbers_are_numbers():
    whole = book()
    assert rows(whole["Files"])[0]["Meeting"] == datetime(2026, 5, 12)
    (service,) = rows(whole["Services"])
    assert (service["Minutes a week"], service["From"]) == (60, datetime(2026, 8, 17))


def test_heads_stay_in_sight_and_can_be_filtered():
    for sheet in book():
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref.startswith("A1:")
        assert sheet.column_dimensions["A"].width > 30


@pytest.mark.parametrize("words", FORMULAS)
def test_words_of_a_plan_are_never_a_formula(words):
    hostile = file_report(
        path=f"{words}.pdf",
        iep=iep(goals=(goal(text=words),)),
        results=(result(message=words, question=words, evidence=(place(1, words),)),),
    )
    cells = [c for sheet in book(hostile) for row in sheet.iter_rows() for c in row if c.value is not None]
    assert not [c for c in cells if c.data_type == "f" or c.hyperlink]
    assert [c for c in cells if c.value == words.strip()]


def test_no_name_is_in_it():
    data = [c.value for sheet in book() for row in sheet.iter_rows() for c in row]
    assert not [v for v in data if isinstance(v, str) and "Marisol" in v]


def test_only_levels_that_are_to_be_shown_are_in_it():
    advice = file_report(results=(result(severity=Severity.ADVICE),))
    assert rows(book(advice, options=ReportOptions(show=Severity.GAP))["Findings"]) == []


def test_the_same_run_gives_the_same_bytes():
    assert render_xlsx(run(), OPTIONS) == render_xlsx(run(), OPTIONS)
