"""How old a student is whose birth date is not printed, as on copies with names taken out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from factories import MEETING, teenager

from iepaudit.engine import evaluate
from iepaudit.model.field import blank, filled
from iepaudit.model.outcome import Outcome, RuleResult
from iepaudit.rulepack import load_ruleset

RULES = load_ruleset()


def result(grade: str) -> RuleResult:
    plan = teenager()
    student = replace(plan.student, birth_date=blank(), grade=filled(grade, plan.student.grade.place))
    sections = tuple(s for s in plan.sections if s.key != "course-of-study")
    found = evaluate(RULES, replace(plan, student=student, sections=sections, transition=None), as_of=MEETING)
    return next(r for r in found if r.id == "IEP505")


@pytest.mark.parametrize("grade", ["12", "11th"])
def test_in_the_last_grades_a_plan_must_look_beyond_school(grade: str) -> None:
    assert result(grade).outcome is Outcome.ISSUE


def test_in_the_tenth_grade_it_may_have_to() -> None:
    found = result("10")
    assert found.outcome is Outcome.REVIEW and "birth date" in found.message


def test_in_the_sixth_grade_it_need_not() -> None:
    assert result("6").outcome is Outcome.NOT_APPLICABLE
