"""What a document is: every kind by its title and by its words."""

from __future__ import annotations

import pytest
from builders import COVER, part

from iepaudit.model.iep import Kind
from iepaudit.segment import kind_name
from iepaudit.segment.kind import cue_points, decide, kind_data

BODY = """
# Present Levels of Performance
Ida reads 62 words correct per minute, and her mother has asked for help with homework at home.

# Measurable Annual Goals
By March 2027, Ida will read 90 words correct per minute as measured by weekly probes.

# Special Education and Related Services
Reading instruction, 30 minutes, 5 times per week, in the resource room.

# Placement
Ida leaves class 30 minutes a day because she needs direct instruction.
"""
NAME = "Student Name: Ida Fenn   Date of Birth: 05/14/2016   Meeting Date: 03/02/2026\n\n"
PROSE = "Ida was seen in March by people who know her and who have written down what they saw of her.\n" * 2


def by_title() -> list[tuple[Kind, str]]:
    return [(kind, " ".join(words)) for words, kind in kind_data().titles if kind is not Kind.IEP]


@pytest.mark.parametrize(("kind", "title"), by_title())
def test_every_shipped_title_tells_its_kind(kind: Kind, title: str) -> None:
    assert part(f"# {title.title()}\n\n{NAME}{PROSE}").kind is kind


@pytest.mark.parametrize(
    "title",
    ["Individualized Education Program", "Individualized Education Program (IEP)", "IEP", "Annual IEP",
     "Fern County Schools - Individualized Education Program", "Individualized Education Plan for Ida Fenn",
     "Programa de Educación Individualizado", "ARD/IEP Supplement"],
)  # fmt: skip
def test_a_plan_is_told_by_its_title(title: str) -> None:
    assert part(f"# {title}\n\n{NAME}{BODY}").kind is Kind.IEP


def test_a_plan_without_a_title_is_told_by_its_sections() -> None:
    found = part(f"{NAME}{BODY}")
    assert found.kind is Kind.IEP
    assert "sections that an IEP has" in found.evidence


def test_a_conference_summary_report_with_the_sections_of_a_plan_is_one() -> None:
    text = f"# Conference Summary Report\n\nFern County Schools\n{NAME}{BODY}"
    assert part(text).kind is Kind.IEP


def test_six_sections_of_a_plan_outweigh_a_small_line_that_names_another_document() -> None:
    more = "# Extended School Year\nNot needed.\n\n# Special Factors\nNone of them.\n\n"
    lines = "School: Fern Hill\nGrade: 4\nPhone: 555 0100\nSex: F\nAge: 9\n\nParent Rights\n\n"
    cover = f"# Fern County Schools\n{NAME}{lines}"
    assert part(f"{cover}{BODY}{more}").kind is Kind.IEP
    assert part(f"{cover}{PROSE}").kind is Kind.OTHER


def test_a_services_plan_in_the_layout_of_an_iep_is_none() -> None:
    text = f"""\
# Individualized Education Program
{NAME}
Ida is a parentally placed student; the district offers equitable services from its proportionate share of funds.
{BODY}"""
    found = part(text)
    assert found.kind is Kind.SERVICES_PLAN
    assert "Individualized Education Program" in found.evidence


def test_a_progress_report_with_goals_is_no_plan() -> None:
    text = f"""\
# IEP Progress Report
{NAME}
# Measurable Annual Goals
Goal 1: By March 2027, Ida will read 90 words correct per minute as measured by weekly probes.
Reporting period: 2   Progress code: S   Date issued: 06/12/2026
"""
    assert part(text).kind is Kind.PROGRESS_REPORT


def test_an_essay_about_ieps_is_no_plan() -> None:
    text = """\
# The Trouble With the IEP

An IEP is written by a team. It holds annual goals, services and accommodations, and the law says that it must say how
progress is measured. In my school, parents have often asked why the goals are so vague. I think that teachers have too
little time. A good plan says what the child will do, when, and how well, and it is read by those who teach the child.
"""
    assert part(text).kind is Kind.OTHER


def test_a_goal_bank_is_no_plan() -> None:
    text = """\
# IEP Goal Bank

# Reading
By the end of the year, the student will read aloud 90 words correct per minute in 3 of 4 trials.
By the end of the year, the student will name the main idea of a passage in 4 of 5 trials.
# Math
By the end of the year, the student will add two-digit numbers with 90% accuracy.
"""
    assert part(text).kind is Kind.OTHER


def test_a_lesson_plan_is_no_plan() -> None:
    text = f"# Lesson Plan\n\nLesson objective: students will add numbers.\nMaterials: counters\n\n{PROSE}"
    assert part(text).kind is Kind.OTHER


def test_a_504_plan_without_a_title_is_told_by_its_words() -> None:
    text = f"{NAME}Ida has asthma that substantially limits one or more major life activities.\n{PROSE}"
    assert part(text).kind is Kind.PLAN_504


def test_text_that_speaks_of_nothing_of_the_kind_is_other() -> None:
    assert part("The harbor is closed in winter. Ships wait for the ice to break.\n").kind is Kind.OTHER


BLANK = """\
# Individualized Education Program

Student Name: __________   Date of Birth: ___/___/___
Meeting Date: __________   Grade: ____

# Present Levels of Performance
Describe the student's present levels of academic achievement and functional performance.

# Measurable Annual Goals
Annual Goal: __________
How will progress be measured?   ☐ Tests   ☐ Work samples

# Special Education and Related Services
| Service | Frequency | Location |
| ____ | ____ | ____ |

# Placement
Explain the extent, if any, to which the student will not participate with nondisabled peers.
"""


def test_a_form_that_nobody_filled_in_is_a_blank_form() -> None:
    found = part(BLANK)
    assert found.kind is Kind.BLANK_FORM
    assert not any(s.filled_text for s in found.sections)


def test_boxes_that_ship_checked_do_not_fill_a_form() -> None:
    assert part(BLANK.replace("☐ Tests", "☒ Tests")).kind is Kind.BLANK_FORM


def test_a_name_and_a_birth_date_make_it_a_plan() -> None:
    filled = BLANK.replace("Student Name: __________", "Student Name: Ida Fenn").replace("___/___/___", "05/14/2016")
    assert part(filled).kind is Kind.IEP


def test_a_plan_with_the_name_blacked_out_is_still_a_plan() -> None:
    assert part(f"# Individualized Education Program\n\nStudent Name: ______\n{BODY}").kind is Kind.IEP


def test_a_file_without_readable_text_is_unreadable() -> None:
    assert part("Ida\n~~~\nFenn\n", unread={1, 2}).kind is Kind.UNREADABLE


def test_a_title_in_running_text_does_not_count() -> None:
    text = f"{COVER}{BODY}\nThe team gave a prior written notice.\n"
    assert part(text).kind is Kind.IEP


def test_a_cue_counts_once() -> None:
    once = cue_points(["This is about equitable services."])
    assert once == cue_points(["Equitable services are equitable services."]) == {Kind.SERVICES_PLAN: 4}


def test_without_title_sections_and_cues_it_is_no_plan() -> None:
    assert decide(None, {}, frozenset())[0] is Kind.OTHER


def test_every_kind_has_a_name_for_parents() -> None:
    assert [kind for kind in Kind if not kind_name(kind)] == []


GUIDE = """
# Writing plans that work

# Present Levels of Performance
Case managers write what a child does now. Example: "Ty reads 62 words correct per minute." Do not copy old reports.

# Measurable Annual Goals
Use the formula. Example: "By March 2027, Ty will retell five events in 4 of 5 trials." Non-example: "Ty will improve."

# Special Education and Related Services
Each line needs a start date, for example "Speech, 30 minutes, 2 times per week". Staff should name the place.

# Placement
Say why. Ty leaves class because he needs direct instruction.
"""


def test_a_guide_with_examples_is_no_plan() -> None:
    assert part(GUIDE).kind is Kind.OTHER


def test_an_article_about_goals_is_no_plan() -> None:
    text = (
        "Parents' corner\n\n# What makes an IEP goal measurable\nEvery IEP has goals. Too often families see "
        '"Sam will improve." Compare: "By May 2027, Sam will answer 8 of 10 questions."\n\n'
        "# Present levels come first\nSam reads 40 words a minute.\n\n# Related Services\n"
        "Speech, 30 minutes twice a week.\n\n# Upcoming workshops\nMay 3: reading the service grid."
    )
    assert part(text).kind is Kind.OTHER


def test_a_plan_for_somebody_may_speak_of_examples_and_training() -> None:
    more = "# Supports for School Personnel\nTraining for staff; examples of better work; families call us for tips.\n"
    assert part(f"# IEP\n\n{NAME}{BODY}{more}").kind is Kind.IEP


def test_a_name_and_dates_below_their_labels_in_a_table_say_who_the_plan_is_for() -> None:
    cells = "| **Student Name**//Ida Fenn | **Grade**//4 |\n| **Meeting Date**//03/02/2026 | **IEP Start Date** |\n"
    rows = "| Student Name | Meeting Date |\n| Ida Fenn | 03/02/2026 |\n"
    for cover in (cells, rows):
        text = f"# Individualized Education Program\n{cover}\n# Present Levels\nThe plan is on file.\n"
        assert part(text).kind is Kind.IEP


def test_a_role_below_another_in_a_list_of_those_who_take_part_is_no_name() -> None:
    roles = "| Student | |\n| Regular Education Teacher | |\n| Special Education Teacher | |\n"
    slots = "Name: ____   Grade: ____\nBirth Date: ____   Meeting Date: ____\n"
    text = f"# Individualized Education Program\n{slots}\n# Participants\n{roles}\n# Present Levels\nStrengths: ____\n"
    assert part(text).kind is Kind.BLANK_FORM


@pytest.mark.parametrize("line", ["504 plan: No", "Section 504 Plan: N/A", "IFSP: none"])
def test_an_answer_that_there_is_no_such_plan_is_no_title(line: str) -> None:
    assert part(f"# Individual Language Plan\n\n{NAME}{line}\n\n{PROSE}").kind is Kind.OTHER


@pytest.mark.parametrize(
    "title",
    [
        "Individual Reading Plan (IRP)", "Reading Improvement and Monitoring Plan", "K-3 Literacy Plan",
        "Student Reading Improvement Plan 2026-27", "Personal Graduation Plan", "Individual Academic Improvement Plan",
        "Personal Education Plan", "Individual Career and Academic Plan (ICAP)", "Advanced Learning Plan",
        "Tier III Math Plan", "Educational Plan for Gifted Students", "Individualized Plan of Care",
    ],
)  # fmt: skip
def test_a_plan_of_general_education_with_the_sections_of_an_iep_is_told_by_its_title(title: str) -> None:
    assert part(f"# {title}\n\n{NAME}{BODY}").kind is Kind.OTHER


@pytest.mark.parametrize("line", ["Graduation Plan", "Reading Improvement Plan", "Career Plan"])
def test_a_line_that_names_another_plan_below_the_title_of_an_iep_does_not_count(line: str) -> None:
    assert part(f"# Individualized Education Program\n\n{NAME}{line}\n\n{BODY}").kind is Kind.IEP


def test_a_plan_that_says_of_itself_that_it_is_none_of_special_education_is_told_by_its_words() -> None:
    notice = (
        "The screening showed a substantial reading deficit. This plan is part of the general education multi-tiered "
        "supports of the school; it is not a special education program.\n"
    )
    assert part(f"# Fern County Schools\n{NAME}{notice}\n{BODY}").kind is Kind.OTHER
    assert part(f"# Fern County Schools\n{NAME}{notice.split('.')[0]}.\n{BODY}").kind is Kind.IEP


@pytest.mark.parametrize(
    "title",
    ["Individualized Plan for Employment (IPE)", "Individual Habilitation Plan", "Person-Centered Support Plan"],
)
def test_the_plan_of_an_agency_for_adults_is_no_iep(title: str) -> None:
    assert part(f"# {title}\n\n{NAME}{BODY}").kind is Kind.OTHER


@pytest.mark.parametrize(
    "title",
    [
        "Person-Centered Service Plan",
        "HCBS Waiver Services Plan",
        "Individual Plan of Services (IPOS)",
        "Home and Community-Based Services Care Plan",
        "Individualized Service and Support Plan",
    ],
)
def test_a_plan_of_support_at_home_is_no_plan_of_a_private_school(title: str) -> None:
    assert part(f"# {title}\n\n{NAME}{BODY}").kind is Kind.OTHER


def test_a_services_plan_with_the_words_of_a_waiver_is_another_plan() -> None:
    waiver = "Level of care was confirmed in May. The support coordinator of the Medicaid waiver pays for respite.\n"
    assert part(f"# Individual Service Plan\n\n{NAME}{waiver}{BODY}").kind is Kind.OTHER
    assert part(f"# Individual Service Plan\n\n{NAME}{BODY}").kind is Kind.SERVICES_PLAN


@pytest.mark.parametrize(
    "title", ["Individualized Education Program / Notice of Case Conference Decisions", "Prior Written Notice"]
)
def test_a_whole_plan_under_the_title_of_a_letter_is_a_plan(title: str) -> None:
    more = "# Extended School Year\nNot needed.\n\n# Special Factors\nNone of them.\n\n"
    assert part(f"# {title}\n{NAME}{BODY}{more}").kind is Kind.IEP
    assert part(f"# {title}\n{NAME}\nDear parent, the conference is at noon.\n").kind is not Kind.IEP
