"""Headings told by the words they are made of, in any order and asked for in any way."""

from __future__ import annotations

import pytest

from iepaudit.segment.known_headings import headings


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("What are the learner's talents, strengths and interests?", "strengths"),
        ("Preferences, interests, strengths", "strengths"),
        ("Describe the family's priorities and concerns", "parent-concerns"),
        ("What concerns do the parents have about their child's education?", "parent-concerns"),
        ("What his parents hope for and worry about", "parent-concerns"),
        ("Special considerations addressed in developing the IEP:", "special-factors"),
        ("Current academic and developmental levels", "present-levels"),
        ("Supports needed for the school's staff", "personnel-supports"),
        ("How and when will families be told about progress?", "progress-schedule"),
        ("How will progress toward the goals be monitored?", "progress-method"),
        ("Early Childhood Educational Environment", "placement"),
        ("Preschool Setting", "placement"),
        ("Participation in Regular Early Childhood Programs", "nonparticipation"),
        ("Post-secondary expectations", "postsecondary-goals"),
        ("Measurable Functional/Developmental Goal(s)", "annual-goals"),
        ("Basic Student Data", "demographics"),
        ("Interaction with Nondisabled Peers", "nonparticipation"),
        ("Opportunities to interact with non-disabled students", "nonparticipation"),
        ("Justification for Services Outside General Education", "nonparticipation"),
        ("Extent of Participation in Regular Education", "nonparticipation"),
        ("Participation in Large-Scale Assessments", "assessment"),
        ("STAAR Participation", "assessment"),
        ("Specially Designed Instruction and Related Services", "special-education"),
        ("Related Service(s) to be Provided", "related-services"),
        ("Classroom and Testing Accommodations", "supplementary-aids"),
        ("Training for School Staff", "personnel-supports"),
        ("Consultation with school staff", "personnel-supports"),
        ("IEP Team Meeting Attendance", "team"),
        ("Findings of the Triennial Reevaluation", "present-levels"),
        ("ESY Consideration", "esy"),
        ("Needed Transition Services", "transition-services"),
        ("Proposed Course of Study", "course-of-study"),
        ("Notice of Rights at Age 18", "transfer-of-rights"),
    ],
)
def test_a_heading_is_known_by_its_words(text: str, key: str) -> None:
    found = headings().match(text)
    assert found is not None and (found.key, found.whole) == (key, True)


@pytest.mark.parametrize(
    "text",
    [
        "In what way does the impairment limit learning?",
        "Influence of this exceptionality on progress in class",
        "Anticipated effects on participation in the general curriculum",
        "Effect upon classroom performance",
        "Access to and progress in the general curriculum",
        "Describe barriers to participation",
    ],
)
def test_a_longer_heading_about_the_effect_of_a_disability_is_known_by_a_pattern(text: str) -> None:
    found = headings().match(text)
    assert found is not None and (found.key, found.whole) == ("impact", False)


@pytest.mark.parametrize(
    "text",
    [
        "Strengths and weaknesses of the program",
        "Strengths of 10 or more",
        "Vision: 20/20 with glasses",
        "Parent contact log",
        "Special Olympics",
        "Teacher's aide",
        "Student council",
        "ESY services are needed",
        "Accommodations in the classroom are needed",
        "Participates in state testing with her class",
        "Interaction with peers",
        "Time with adults",
        "Support from staff",
        "Career interests",
        "Minutes per week",
    ],
)
def test_a_line_with_other_words_in_it_is_no_heading(text: str) -> None:
    found = headings().match(text)
    assert found is None or not found.whole


def test_results_of_state_tests_are_present_levels_and_not_the_part_about_taking_them() -> None:
    found = headings().match("Results of the most recent State and district-wide assessments:")
    taking = headings().match("Participation in State and district-wide assessments")
    assert found is None or found.key == "present-levels"
    assert taking is not None and taking.key == "assessment"


@pytest.mark.parametrize("kind", ["Early Childhood Special Education", "Special Education Services"])
def test_the_title_of_a_plan_is_no_heading_of_services(kind: str) -> None:
    found = headings().match_loose(f"Individualized Education Program — {kind}")
    assert found is None or found.key != "special-education"


def test_data_of_which_a_plan_was_made_are_no_part_on_tests() -> None:
    match = headings().match("Which data sources (also tests of the state) are used to write this IEP?")
    assert match is not None and match.key == "present-levels"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Present Levels of Performance, including how the disability affects progress in class", "present-levels"),
        ("Present levels of academic achievement (including strengths and needs)", "present-levels"),
        ("Student Information - Present Levels of Performance", "present-levels"),
        ("Student Information - Page 2", "demographics"),
        ("How and When Parents Are Informed", "progress-schedule"),
        ("Individual Modifications in the Administration of Assessments", "assessment"),
        ("Schedule of Services: Related/Ancillary", "related-services"),
        ("Notice of ARC Action", "consent-notice"),
    ],
)
def test_a_heading_is_told_by_the_part_that_it_names_first(text: str, key: str) -> None:
    match = headings().match(text)
    assert match is not None and match.key == key
