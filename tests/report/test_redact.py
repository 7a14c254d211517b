"""What identifies a child is taken out; the rest stays."""

from datetime import date

import pytest

from iepaudit.report.redact import Redact, Redactor

REDACTOR = Redactor(["Marisol Ann Quenby"], date(2014, 3, 9))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Marisol will read.", "[student] will read."),
        ("Marisol Quenby will read.", "[student] will read."),
        ("QUENBY, MARISOL", "[student]"),
        ("Quenby, Marisol A.", "[student] A."),
        ("Marisol's goal", "[student]'s goal"),
        ("born 3/9/2014", "born [birth date]"),
        ("born 03-09-14", "born [birth date]"),
        ("born March 9, 2014", "born [birth date]"),
        ("born 2014-03-09", "born [birth date]"),
        ("Ask Ms. Okonjo or Dr. R. Vale-Smith.", "Ask [name] or [name]."),
        ("write to a.b@school.k12.us", "write to [contact]"),
        ("call (555) 010-4477", "call [contact]"),
        ("SSN 123-45-6789", "SSN [number]"),
        ("ID 100200300", "ID [number]"),
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
    ],
)
def test_left_alone(text):
    assert REDACTOR.text(text) == text


def test_a_name_that_is_also_a_word_is_taken_out_only_as_a_name():
    assert Redactor(["Will Hope"]).text("Will will read; we hope so.") == "[student] will read; we hope so."


def test_a_name_inside_a_longer_word_stays():
    assert Redactor(["Ann"]).text("Annual goals") == "Annual goals"


def test_off_changes_nothing():
    assert Redactor(["Marisol"], mode=Redact.OFF).text("Marisol 100200300") == "Marisol 100200300"


def test_without_a_name_numbers_are_still_taken_out():
    assert Redactor().text("ID 100200300") == "ID [number]"


def test_all_withholds_quotes_but_not_our_own_words():
    strict = Redactor(["Marisol"], mode=Redact.ALL)
    assert strict.quote("will read") == "[withheld]"
    assert strict.text("Goal 1 for Marisol") == "Goal 1 for [student]"


def test_another_childs_name_is_taken_out_as_such():
    redactor = Redactor(["Marisol Quenby"], others=["Tobias"])
    assert redactor.text("Tobias will read; Marisol writes.") == "[another name] will read; [student] writes."


def test_what_is_taken_out_is_told_by_its_place_too():
    redactor = Redactor(["Marisol Quenby"], date(2014, 3, 9))
    text = "Marisol T. Quenby, born 3/9/2014, works with Ms. Okonjo; call (303) 555-0148. [student] stays."
    hidden = [text[a:b] for a, b in redactor.spans(text)]
    left = "".join(c for n, c in enumerate(text) if not any(a <= n < b for a, b in redactor.spans(text)))
    assert {"Marisol", "Quenby", "3/9/2014", "Ms. Okonjo", "(303) 555-0148"} <= set(hidden)
    assert left == ", born , works with ; call . [student] stays."


def test_nothing_has_a_place_when_nothing_is_taken_out():
    assert Redactor(["Marisol"], None, Redact.OFF).spans("Marisol") == []
