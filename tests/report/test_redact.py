"""What identifies a child and the people around it is taken out; the rest stays readable."""

import pickle
from datetime import date

import pytest

from iepaudit.model.identity import Identity, Role
from iepaudit.report.identity_forms import birth_pattern
from iepaudit.report.redact import Redact, Redactor

BORN = Identity(Role.BIRTH_DATE, "2014-03-09")
PEOPLE = (
    Identity(Role.STUDENT, "Marisol Ann Quenby"),
    BORN,
    Identity(Role.STUDENT, "Mari"),
    Identity(Role.PARENT, "Inés Quenby"),
    Identity(Role.TEACHER, "Ruben Talavera-Osk"),
    Identity(Role.STAFF, "Philippa Okonjo"),
    Identity(Role.RELATIVE, "Talia"),
    Identity(Role.SCHOOL, "Heron Pond Elementary School"),
    Identity(Role.SCHOOL, "Heron Pond"),
    Identity(Role.DISTRICT, "Alder Creek Community Schools"),
    Identity(Role.NUMBER, "A-4417"),
)
REDACTOR = Redactor(PEOPLE)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Marisol will read.", "[student] will read."),
        ("Marisol Quenby will read.", "[student] will read."),
        ("Marisol Ann\nQuenby will read.", "[student] will read."),
        ("QUENBY, MARISOL", "[student]"),
        ("Quenby, Marisol A.", "[student] A."),
        ("Marisol's goal", "[student]'s goal"),
        ("MARISOL’S GOAL", "[student]’S GOAL"),
        ("Mari asks M.Q. and M. Quenby", "[student] asks [student] and [student]"),
        ("MQ will read; MQ is absent", "[student] will read; [student] is absent"),
        ("Marisol Q. reads", "[student] reads"),
        ("born 3/9/2014", "born [date of birth]"),
        ("born 03-09-14", "born [date of birth]"),
        ("born March 9, 2014", "born [date of birth]"),
        ("born 9 March 2014", "born [date of birth]"),
        ("born 2014-03-09", "born [date of birth]"),
        ("nacida el 9 de marzo de 2014", "nacida el [date of birth]"),
        ("DOB: 11/30/2012", "DOB: [date of birth]"),
        ("Ask Ms. Okonjo or Dr. R. Vale-Smith.", "Ask [staff] or [name]."),
        ("Mrs. Quenby and Inés agree; Ines signed", "[parent] and [parent] agree; [parent] signed"),
        ("his teacher Talavera-Osk, Ruben", "his teacher [teacher]"),
        ("Ruben and Talavera came", "[teacher] and [teacher] came"),
        ("His sister Talia helps", "His sister [relative] helps"),
        ("at Heron Pond and at HERON POND ELEMENTARY SCHOOL", "at [school] and at [school]"),
        ("alder creek community schools pays", "[district] pays"),
        ("write to a.b@school.k12.us", "write to [contact]"),
        ("see www.heron.k12.wa.us/sped", "see [contact]"),
        ("call (555) 010-4477", "call [contact]"),
        ("Phone: 555-0142", "Phone: [contact]"),
        ("SSN 123-45-6789", "SSN [number]"),
        ("ID 100200300", "ID [number]"),
        ("number A-4417 again", "number [number] again"),
        ("Student ID: 48213", "Student ID: [number]"),
        ("lives at 18 Millrace Lane, Alder Creek, WA 98101.", "lives at [address]."),
        ("P.O. Box 77", "[address]"),
    ],
)
def test_taken_out(before, after):
    assert REDACTOR.text(before) == after


@pytest.mark.parametrize(
    "text",
    [
        "will read 110 words a minute with 95% accuracy",
        "from 8/17/2026 to 5/28/2027",
        "34 CFR 300.320(a)(2)(i)",
        "1,250,000 pieces",
        "12:30-13:00",
        "and the annex",
        "a Lexile range of 850-1010",
        "in a group of 5 students in Room 12",
        "OT and PT will consult",
        "He will read on grade level with his teacher at school.",
    ],
)
def test_left_alone(text):
    assert REDACTOR.text(text) == text


def of(name, role=Role.STUDENT):
    return Redactor([Identity(role, name)])


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("Will Hope", "Will will read; we hope so.", "[student] will read; we hope so."),
        ("Will Hope", "Will this goal be met? THE STUDENT WILL READ.", "Will this goal be met? THE STUDENT WILL READ."),
        ("Will Hope", "Will Hope reads. HOPE, WILL", "[student] reads. [student]"),
        ("Will Hope", "We asked Will about Hope's book.", "We asked [student] about [student]'s book."),
        ("May Carter", "By May 5 and in May, May reads.", "By May 5 and in May, [student] reads."),
        ("Mark Lee", "Mark all that apply. Mark is ready.", "Mark all that apply. [student] is ready."),
        ("Page Quenby", "Page 3 of 8. Page needs help.", "Page 3 of 8. [student] needs help."),
        ("Grace Hall", "with grace, in the hall, Grace sings", "with grace, in the hall, [student] sings"),
        ("Art Vandelay", "He takes Visual Art Class. Art paints.", "He takes Visual Art Class. [student] paints."),
    ],
)
def test_a_name_that_is_also_a_word_is_taken_out_only_as_a_name(name, before, after):
    assert of(name).text(before) == after


def test_a_name_inside_a_longer_word_stays():
    assert of("Ann").text("Annual goals") == "Annual goals"


def test_words_of_forms_in_a_wrong_name_stay():
    assert of("Reading Teacher Ann", Role.STAFF).text("Reading goals by the Teacher; Ann") == (
        "Reading goals by the Teacher; [staff]"
    )


def test_off_changes_nothing():
    assert Redactor(PEOPLE, Redact.OFF).text("Marisol 100200300") == "Marisol 100200300"
    assert Redactor(PEOPLE, Redact.OFF).spans("Marisol") == []


def test_without_any_name_numbers_are_still_taken_out():
    assert Redactor().text("ID 100200300") == "ID [number]"


def test_all_withholds_quotes_but_not_our_own_words():
    strict = Redactor(PEOPLE, Redact.ALL)
    assert strict.quote("will read") == "[withheld]"
    assert strict.text("Goal 1 for Marisol") == "Goal 1 for [student]"


def test_another_childs_name_is_taken_out_as_such():
    redactor = Redactor([Identity(Role.STUDENT, "Marisol Quenby"), Identity(Role.OTHER_CHILD, "Tobias")])
    assert redactor.text("Tobias will read; Marisol writes.") == "[another name] will read; [student] writes."


def test_words_that_the_user_names_are_withheld_in_any_case():
    assert Redactor([Identity(Role.WORDS, "moon club")]).text("the Moon Club meets") == "the [withheld] meets"


def test_spans_are_the_characters_that_go():
    text = "Ms. Okonjo met Marisol Quenby on 3/9/2014."
    assert [text[a:b] for a, b in REDACTOR.spans(text)] == ["Ms. Okonjo", "Marisol Quenby", "3/9/2014"]


def test_text_after_a_name_is_found_again():
    text = "Marisol and Talia will improve."
    at = text.index("improve")
    begin, end = REDACTOR.moved(text, at, at + 7)
    assert REDACTOR.text(text)[begin:end] == "improve"


def test_a_redactor_passes_to_another_process():
    REDACTOR.text("Marisol")
    assert pickle.loads(pickle.dumps(REDACTOR)).text("Marisol") == "[student]"


def test_a_birth_date_is_no_part_of_a_longer_number():
    assert birth_pattern(date(2014, 3, 9)).search("13/9/20145") is None


def test_redacting_again_changes_nothing():
    text = "Marisol's teacher Ruben Talavera-Osk, born 3/9/2014, ID 100200300, at Heron Pond"
    assert REDACTOR.text(REDACTOR.text(text)) == REDACTOR.text(text)
