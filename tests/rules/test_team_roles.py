"""Titles that members of the team bear, as schools write them: each stands for its part of the team."""

import pytest
from plan_text import PLAN

from iepaudit.audit import AuditOptions, audit_here
from iepaudit.engine.select import Selection
from iepaudit.model.outcome import Outcome

PARENT = [
    "mother",
    "legal guardian",
    "foster parent",
    "educational surrogate",
    "adult student",
    "grandmother (guardian)",
]
REGULAR = [
    "Gen. Ed. Tchr", "GenEd teacher", "Grade 4 Teacher", "4th grade teacher", "Regular Early Childhood Teacher",
    "teacher (general education)", "Reg Ed Teacher", "homeroom teacher",
]  # fmt: skip
SPECIAL = [
    "SPED", "Special Ed. Tchr.", "RSP Teacher", "Exceptional Children Teacher", "Teacher of Students with Disabilities",
    "Learning Specialist", "Inclusion Teacher", "TVI", "case carrier", "intervention specialist",
]  # fmt: skip
AGENCY = [
    "Local Ed Agency Rep", "PEA Representative", "Director of Special Education", "Director of Student Services",
    "Representative of the Local Education Agency", "Head of School", "Administrative Designee", "Program Specialist",
    "Team Chairperson", "ETL", "Supervisor of Special Education", "SAU Representative", "BOCES Representative",
    "Charter Representative",
]  # fmt: skip
LINES = {
    "Ifeoma Okafor, parent": PARENT,
    "Paul Renner, general education teacher": REGULAR,
    "Dana Whit, special education teacher": SPECIAL,
    "Lena Ross, LEA representative": AGENCY,
}


def outcome(tmp_path, text):
    path = tmp_path / "plan.txt"
    path.write_text(text, "utf-8")
    options = AuditOptions(selection=Selection(select=("team-role-missing",)))
    (result,) = audit_here(path, options).results
    return result.outcome


@pytest.mark.parametrize(("line", "title"), [(line, title) for line, titles in LINES.items() for title in titles])
def test_a_title_stands_for_its_part(tmp_path, line, title):
    name = line.partition(",")[0]
    assert outcome(tmp_path, PLAN.replace(line, f"{name}, {title}")) is Outcome.PASS


@pytest.mark.parametrize("line", LINES)
def test_a_part_that_nobody_takes_is_missed(tmp_path, line):
    assert outcome(tmp_path, PLAN.replace(f"{line}\n", "")) is Outcome.ISSUE


def test_a_director_of_special_education_is_no_teacher(tmp_path):
    text = PLAN.replace("special education teacher", "director of special education", 1)
    assert outcome(tmp_path, text) is Outcome.ISSUE
