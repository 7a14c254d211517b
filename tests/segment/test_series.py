"""Headings told by the numbering of those beside them."""

from __future__ import annotations

import pytest
from builders import part, section

PLAN = "# Individualized Education Program\nStudent Name: Ida Fenn   Grade: 4\nMeeting Date: 03/02/2026\n\n"


def plan(
    *marks: str, answers: tuple[str, ...] = ("Ida tells stories.", "", "She scored 82.", "Ida reads slowly.")
) -> str:
    asked = (
        "Strengths of the student",
        "Concerns of the parent for the education of the student",
        "Results of the most recent evaluation",
        "How the disability affects involvement in the general curriculum",
    )
    rows = [f"{mark} {ask}\n\n{answer}\n" for mark, ask, answer in zip(marks, asked, answers, strict=True)]
    return f"{PLAN}# Present Levels of Performance\n" + "\n".join(rows)


@pytest.mark.parametrize(
    "marks",
    [("A.", "B.", "C.", "D."), ("1)", "2)", "3)", "4)"), ("(a)", "(b)", "(c)", "(d)"), ("i.", "ii.", "iii.", "iv.")],
)
def test_the_answer_to_the_next_prompt_of_a_series_is_none_to_the_one_before(marks: tuple[str, ...]) -> None:
    found = part(plan(*marks))
    assert section(found, "parent-concerns").filled_text == ""
    assert "82" in section(found, "present-levels").filled_text


def test_a_numbered_line_that_tells_of_somebody_is_no_heading_of_a_series() -> None:
    text = (
        f"{PLAN}# Present Levels of Performance\nA. Concerns of the parent\nB. Ida reads slowly\nC. Ida has friends\n"
    )
    assert "reads slowly" in section(part(text), "parent-concerns").filled_text


def test_other_numbering_ends_nothing() -> None:
    text = f"{PLAN}# Present Levels of Performance\nA. Concerns of the parent\n\n1. Homework time\n2. Reading at home\n"
    assert "Homework time" in section(part(text), "parent-concerns").filled_text


def test_a_label_with_its_answer_behind_it_is_no_heading_of_a_series() -> None:
    asked = "1. Special Factors\nA. Strengths\nB. Concerns of the parent: Mr. Fenn\nworries about sums.\nC. Needs: -\n"
    assert "worries" in section(part(f"{PLAN}{asked}"), "parent-concerns").filled_text
