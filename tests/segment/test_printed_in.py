"""Values printed into a form that has fields as well, as programs do that keep the students' data."""

from __future__ import annotations

from builders import part, section

from iepaudit.model.iep import Kind

COVER = "Student Name: Ida Fenn   Grade: 4\nDate of Birth: 05/14/2016   Meeting Date: 03/02/2026\n"
BLANK = "Student Name:   Grade:\nDate of Birth:   Meeting Date:\n"
FIELDS = "".join(f"{label}: [[{{0}}]]\n\n" for label in ("Strengths", "Friends", "Clubs", "Pets", "Hobbies", "Books"))
LEVELS = "# Present Levels of Performance\nIda reads 62 words a minute.\nDescribe how the student reads.\n"
SERVICES = "# Special Education Services\n| Service | Amount | Start |\n| Reading | 30 minutes weekly | 03/09/2026 |\n"


def plan(cover: str, typed: str = "Stories") -> str:
    return f"# Individualized Education Program\n{cover}\n{LEVELS}{FIELDS.format(typed)}\n{SERVICES}"


def test_a_name_and_dates_printed_behind_their_labels_are_the_students_own() -> None:
    found = section(part(plan(COVER)), "demographics")
    assert {"Ida Fenn", "4", "05/14/2016", "03/02/2026"} <= {b.filled for b in found.blocks}


def test_a_printed_sentence_with_the_students_name_is_none_of_the_form() -> None:
    text = section(part(plan(COVER)), "present-levels").filled_text
    assert "62 words" in text and "Describe" not in text


def test_a_printed_table_of_amounts_and_dates_without_fields_is_filled() -> None:
    assert "30 minutes" in section(part(plan(COVER)), "special-education").filled_text


def test_a_printed_plan_whose_fields_are_all_empty_is_no_blank_form() -> None:
    assert part(plan(COVER, "")).kind is Kind.IEP


def test_print_with_nothing_of_a_student_stays_the_forms_own() -> None:
    found = section(part(plan(BLANK).replace("Ida reads", "Ann reads")), "present-levels")
    assert "62 words" not in found.filled_text


def test_print_that_tells_of_the_child_named_in_a_field_is_the_plan_itself() -> None:
    fields = "[[Ida Fenn]]   [[05/14/2016]]   [[4]]   [[Oak Hill]]\nStudent Name   Birthdate   Grade   School\n"
    told = "When Ida reads, she stops at long words.\n\nReading is slow: tests tire Ida out.\n\nAunts help Ida read.\n"
    levels = f"# Present Levels of Performance\n{told}\nGrades this year are Bs and Cs.\n"
    text = f"# Individualized Education Program\n{fields}\n{levels}\n{SERVICES}"
    assert "Grades this year" in section(part(text), "present-levels").filled_text
    assert "Reading" in section(part(text), "special-education").filled_text
    unnamed = section(part(text.replace("Ida Fenn", "Room Nine")), "present-levels")
    assert "Grades this year" not in unnamed.filled_text
