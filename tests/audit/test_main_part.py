"""Which of the documents in a file is what the file is as a whole."""

from __future__ import annotations

from iepaudit.audit.parts import rank_of
from iepaudit.model.iep import Kind, Part


def main_of(*parts: tuple[Kind, int, int]) -> Kind:
    made = [Part(kind, "", first, last, "", ()) for kind, first, last in parts]
    return max(made, key=rank_of).kind


def test_a_plan_goes_before_all_else() -> None:
    assert main_of((Kind.EVALUATION_REPORT, 1, 20), (Kind.AMENDMENT, 21, 30), (Kind.IEP, 31, 33)) is Kind.IEP


def test_an_amendment_goes_before_a_longer_report() -> None:
    assert main_of((Kind.EVALUATION_REPORT, 1, 20), (Kind.AMENDMENT, 21, 22)) is Kind.AMENDMENT


def test_a_blank_form_behind_a_longer_report_is_not_the_file() -> None:
    assert main_of((Kind.EVALUATION_REPORT, 1, 20), (Kind.BLANK_FORM, 21, 26)) is Kind.EVALUATION_REPORT


def test_of_two_as_long_the_first_counts() -> None:
    assert main_of((Kind.PRIOR_WRITTEN_NOTICE, 1, 2), (Kind.MEETING_NOTICE, 3, 4)) is Kind.PRIOR_WRITTEN_NOTICE
