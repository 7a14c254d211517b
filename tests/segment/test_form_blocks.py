"""What is the form's own print in a Word file with form fields, and what somebody typed beside them."""

from __future__ import annotations

from builders import part, section

FIELDS = "Student Name: [[Ida Fenn]]   Grade: [[4]]\nDate of Birth: [[05/14/2016]]\nMeeting Date: [[03/02/2026]]\n"
LEVELS = "# Present Levels of Performance\nIda reads 62 words a minute and writes two sentences in ten minutes.\n"
GOALS = "# Measurable Annual Goals\nGoal: [[Ida will read 90 words a minute.]]\nSay how it will be measured.\n"
PLAN = f"# Individualized Education Program\n{FIELDS}\n{LEVELS}\n{GOALS}"


def test_text_in_a_part_without_fields_was_typed() -> None:
    assert "62 words" in section(part(PLAN, format="docx"), "present-levels").filled_text


def test_print_beside_fields_is_the_forms_own() -> None:
    goals = section(part(PLAN, format="docx"), "annual-goals")
    assert "90 words" in goals.filled_text and "Say how" not in goals.filled_text


def test_all_print_on_a_page_with_fields_of_a_pdf_is_the_forms_own() -> None:
    assert "62 words" not in section(part(PLAN, format="pdf"), "present-levels").filled_text


def test_a_printed_name_in_a_row_of_fields_is_what_the_row_is_about() -> None:
    rows = "| Service | Amount | Place |\n| Speech therapy | [[30 minutes]] | [[Room 4]] |\n"
    found = section(part(f"{PLAN}\n# Special Education Services\n{rows}", format="docx"), "special-education")
    assert "Speech therapy" in found.filled_text and "Amount" not in found.filled_text


def test_a_sign_that_was_typed_between_words_parts_nothing() -> None:
    rows = "| Service | Amount |\n| [[Speech therapy / language]] | [[30 min. x 4 / week]] |\n"
    found = section(part(f"{PLAN}\n# Special Education Services\n{rows}", format="pdf"), "special-education")
    assert {"Speech therapy / language", "30 min. x 4 / week"} <= {b.filled for b in found.blocks}
