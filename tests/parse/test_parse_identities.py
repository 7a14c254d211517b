"""Whom and what a document names."""

import pytest

from iepaudit.extract import ReadOptions, read_document
from iepaudit.model.identity import Identity, Role
from iepaudit.parse import parse_part
from iepaudit.parse.identities import find_identities, role_in
from iepaudit.parse.name_runs import runs
from iepaudit.segment import segment


@pytest.fixture
def found(tmp_path):
    """found(text) -> the identities of a plain-text plan."""

    def find(text):
        path = tmp_path / "plan.txt"
        path.write_text("Individualized Education Program (IEP)\n" + text + "\n", "utf-8")
        document = read_document(path, ReadOptions())
        parts = segment(document)
        return find_identities(document, parts, [parse_part(document, part) for part in parts])

    return find


def words(identities, role):
    return {i.words for i in identities if i.role is role}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("General Education Teacher Lorenz Pikeman", ["Lorenz Pikeman"]),
        ("Parent: Ann Lee-Roth and Bo van der Berg", ["Ann Lee-Roth", "Bo van der Berg"]),
        ("Annual Review Meeting", []),
        ("RUBEN TALAVERA, District Representative", ["RUBEN TALAVERA"]),
        ("O'Brien, Dr. Mary McAllister", ["Mary McAllister"]),
        ("Measurable Annual Goal 3", []),
    ],
)
def test_runs_of_capitals_without_the_words_of_forms(text, names):
    assert [r.text for r in runs(text)] == names


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("General education teacher", Role.TEACHER),
        ("Parent/guardian", Role.PARENT),
        ("Student", Role.STUDENT),
        ("Student services coordinator", Role.STAFF),
        ("grandmother", Role.RELATIVE),
        ("LEA representative", Role.STAFF),
        ("by 10/21/2025", None),
    ],
)
def test_a_role_is_told_from_the_words_beside_a_name(text, role):
    assert role_in(text) is role


def test_labels_name_child_parents_school_district_and_number(found):
    made = found(
        "Student Name: Oriel Vantassel\nDate of Birth: 04/02/2015\nStudent ID: 55-431\n"
        "Parents: Maud and Piers Vantassel\n"
        "School: Quillon Hill Elementary\nDistrict: Saltmarsh Unified School District\nAddress: 7 Ferry Lane, Quillon"
    )
    assert "Oriel Vantassel" in words(made, Role.STUDENT)
    assert words(made, Role.BIRTH_DATE) == {"2015-04-02"}
    assert words(made, Role.NUMBER) == {"55-431"}
    assert {"Maud", "Piers Vantassel"} <= words(made, Role.PARENT)
    assert {"Quillon Hill Elementary", "Quillon Hill"} <= words(made, Role.SCHOOL)
    assert {"Saltmarsh Unified School District", "Saltmarsh"} <= words(made, Role.DISTRICT)
    assert words(made, Role.ADDRESS) == {"7 Ferry Lane, Quillon"}


def test_the_list_of_participants_is_read_with_roles_before_or_behind(found):
    made = found(
        "Student Name: Oriel Vantassel\nIEP Team Participants\n"
        "Maud Vantassel, parent; Ilse Drommer, special education teacher; Corin Yates, district representative"
    )
    assert "Maud Vantassel" in words(made, Role.PARENT)
    assert "Ilse Drommer" in words(made, Role.TEACHER)
    assert "Corin Yates" in words(made, Role.STAFF)


@pytest.mark.parametrize(
    ("sentence", "name", "role"),
    [
        ("His sister Talwyn rides the same bus.", "Talwyn", Role.RELATIVE),
        ("He was seen by Dr. Ysolde Brandt in May.", "Ysolde Brandt", Role.PERSON),
        ("The nurse Corisande Webley gives the medicine.", "Corisande Webley", Role.STAFF),
        ("Keziah Thornby, speech-language pathologist, explained the scores.", "Keziah Thornby", Role.STAFF),
        ("He plays with Jennifer at recess.", "Jennifer", Role.PERSON),
        ("He attended Pelham Cove Preschool last year.", "Pelham Cove", Role.SCHOOL),
        ("Evaluated by Ottilie Sandrock", "Ottilie Sandrock", Role.STAFF),
    ],
)
def test_names_in_prose(found, sentence, name, role):
    assert Identity(role, name) in found(f"Student Name: Oriel Vantassel\nPresent Levels\n{sentence}")


def test_nicknames_are_the_childs(found):
    made = found('Student Name: Oriel Vantassel\nPresent Levels\nOriel "Ori" Vantassel goes by Bean at home.')
    assert {"Ori", "Bean"} <= words(made, Role.STUDENT)


def test_a_title_with_the_childs_surname_is_a_parents(found):
    assert "Vantassel" in words(found("Student Name: Oriel Vantassel\nMs. Vantassel asks for help."), Role.PARENT)


@pytest.mark.parametrize(
    "sentence",
    [
        "He reads with the Wilson Reading System and takes the Woodcock Johnson Tests.",
        "The Special Education Teacher and the School Psychologist meet.",
        "By June 2026 he will use Google Classroom in Physical Education.",
        "Regular High School Diploma, General Education Setting",
    ],
)
def test_programs_tests_and_headings_are_nobody(found, sentence):
    made = found(f"Student Name: Oriel Vantassel\nPresent Levels\n{sentence}")
    assert {i.words for i in made} <= {"Oriel Vantassel", "Oriel", "Vantassel"}


def test_each_is_told_once_and_in_the_same_order(found):
    text = "Student Name: Oriel Vantassel\nMs. Drommer met Ms. Drommer at Quillon Hill Elementary."
    assert found(text) == found(text)
    assert len(set(found(text))) == len(found(text))


@pytest.mark.parametrize("month", ["Mar", "Sept", "Dec"])
def test_the_short_form_of_a_month_is_no_name(month: str) -> None:
    assert not [run for run in runs(f"Student | Ida | {month} 4, 2026", least=1) if run.text == month]
