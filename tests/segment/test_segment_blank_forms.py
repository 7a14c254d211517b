"""Blank forms told from filled ones, whatever stands where the name and the dates were to be written."""

from __future__ import annotations

import pytest
from builders import part

from iepaudit.model.iep import Kind

FORM = """
# Present Levels of Academic Achievement and Functional Performance
Strengths of the student:
______________________
Concerns of the parents:
______________________
# Measurable Annual Goals
| GOAL #1: |
| BASELINE: | CRITERIA FOR MASTERY: | METHOD OF EVALUATION: |
# Special Education Services
| Service | Frequency | Minutes | Location |
|  |  |  |  |
# Least Restrictive Environment
Explain the extent, if any, to which the child will not participate with nondisabled children:
# IEP Team Signatures
| Role | Signature | Date |
| Parent |  |  |
| Special education teacher |  |  |
"""
TITLE = "# Individualized Education Program (IEP)\n\n"


@pytest.mark.parametrize(
    "cover",
    [
        "Student Name: Last First Middle\nMeeting Date: ____/____/____",
        "Student Name: (Last, First, MI)\nMeeting Date: month/day/year",
        "Student Name: Type name here\nMeeting Date: Pick a date",
        "Student Name: as it appears on the birth certificate\nMeeting Date:",
        "Student Name: XXXX\nDate of Birth: 00/00/0000",
        "Form 7, revised 8/2023. Effective July 1, 2024\nStudent Name: ________",
        "Student Name: ________ School Year: 20__ - 20__\nCase Manager: Jordan Reyes",
        "Student Name: Name of Student\nDate of Birth: DOB",
        "Student Name: ________\nGrade: -- Select --",
    ],
)
def test_a_form_without_a_name_is_blank(cover: str) -> None:
    assert part(f"{TITLE}{cover}\n{FORM}").kind is Kind.BLANK_FORM


@pytest.mark.parametrize(
    "cover",
    [
        "Student Name: Ida Fenn\nMeeting Date: ________",
        "Student Name: Fenn, Ida M.\nMeeting Date: ________",
        "Student: ________\nDate of Birth: 5/14/2016\nMeeting Date: 9/8/2026",
    ],
)
def test_a_form_with_a_name_or_two_dates_of_the_plan_is_not(cover: str) -> None:
    assert part(f"{TITLE}{cover}\n{FORM}").kind is Kind.IEP
