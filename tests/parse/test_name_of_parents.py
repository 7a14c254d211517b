"""A student's name asked for in parts, beside the name of a parent."""

from __future__ import annotations

from builders import plan


def test_a_bare_name_behind_the_first_and_last_name_of_the_student_is_not_the_student_s() -> None:
    found = plan(
        "# Individualized Education Program (IEP)\n\n| First: Ida | Middle: R | Last: Fenn |\n\n"
        "| Parent or guardian | Phone |\n| Name: Tom and Una Fenn | 555-0100 |\n\n# Present Levels\nShe reads.\n"
    )
    assert found.student.name.value == "Ida Fenn"
