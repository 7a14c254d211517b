"""Labels in front of their values on one line, without colons."""

import pytest

from iepaudit.parse.label_runs import run_of_labels
from iepaudit.segment.known_labels import labels


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "DOB 03/04/2016 Age 10 Grade 5 Disability(ies) Specific Learning Disability",
            [("birth-date", "03/04/2016"), ("age", "10"), ("grade", "5")],
        ),
        (
            "Birthdate __3/4/2017__ Age __9__ Grade __3rd__ Sex F",
            [("birth-date", "3/4/2017"), ("age", "9"), ("grade", "3rd")],
        ),
        (
            "Date of Birth March 4, 2017 Date of IEP Meeting October 7, 2026",
            [("birth-date", "March 4, 2017"), ("meeting-date", "October 7, 2026")],
        ),
        (
            "Next re-evaluation, including eligibility, must occur before this date 10/2/2028",
            [("reevaluation-date", "10/2/2028")],
        ),
        ("IEP Effective from 9/8/2026 to 9/7/2027", [("start-date", "9/8/2026 to 9/7/2027")]),
    ],
)
def test_each_value_belongs_to_the_label_in_front_of_it(text: str, found: list[tuple[str, str]]) -> None:
    assert list(run_of_labels(text, labels())) == found


@pytest.mark.parametrize(
    "text",
    [
        "Date parent notified of IEP meeting 08/24/2026",
        "IEP meeting date 9/8/2026 to discuss the results",
        "Grade 4 math is hard for him",
        "Reading Grade 4 Level",
    ],
)
def test_words_that_are_no_known_label_and_sentences_give_no_value(text: str) -> None:
    assert list(run_of_labels(text, labels())) == []
