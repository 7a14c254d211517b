"""Plans in other languages than English: what is told of them, and what is left open."""

from __future__ import annotations

import pytest
from builders import plan as iep_of_text

from iepaudit.model.field import FieldState
from iepaudit.model.iep import Answer, Iep
from iepaudit.parse.dates import find_dates, in_the_order_of
from iepaudit.parse.languages import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("She reads 42 words per minute and needs help with long words.", ""),
        ("Lee 42 palabras por minuto y necesita ayuda con las palabras largas.", "Spanish"),
        ("Em đọc 62 từ mỗi phút và trả lời đúng bốn trong mười câu hỏi của bài.", "Vietnamese"),
        ("学生每分钟朗读六十二个字，十个问题中答对四个。", "another language than English"),
        ("يقرأ الطالب اثنتين وستين كلمة في الدقيقة", "another language than English"),
        ("Li li senkant mo nan yon minit, men li pa ka reponn kesyon yo nan klas la.", "Haitian Creole"),
        ("Calculator, graph paper, seat near the board", ""),
        ("Casa de la Luz 14", ""),
        ("42", ""),
    ],
)
def test_the_language_of_a_text_is_told_by_its_common_words_and_its_letters(text: str, language: str) -> None:
    assert language_of(text) == language


PLAN = """Individualized Education Program

Student Name: Mai Tran   Grade: 5
IEP Meeting Date: 10/07/2025

Present Levels of Academic Achievement and Functional Performance
{levels}

Measurable Annual Goals
Goal 1: {goal}

Participation with Nondisabled Peers
{away}
"""
VIETNAMESE = {
    "levels": "Em đọc 62 từ mỗi phút ở bài đọc lớp ba và trả lời đúng 4 trong 10 câu hỏi của bài.",
    "goal": "Đến tháng 10 năm 2026, với một bài đọc lớp bốn, em sẽ đọc to 95 từ mỗi phút trong ba lần.",
    "away": "Em ở ngoài lớp thường 11% trong tuần để học đọc trong nhóm nhỏ, vì lớp đông làm em mất tập trung.",
}


def plan(**words: str) -> Iep:
    return iep_of_text(PLAN.format(**words))


def test_of_a_plan_in_a_language_that_is_not_read_nothing_can_be_said_to_be_missing() -> None:
    found = plan(**VIETNAMESE)

    assert found.language == "Vietnamese"
    assert found.goals is not None
    assert "doubtful-words" in found.goals[0].analysis.flags
    assert found.placement.reason.state is FieldState.UNCLEAR


def test_one_part_in_another_language_leaves_the_others_as_they_are() -> None:
    found = plan(
        levels="Mai reads 62 words per minute in third grade texts and answers 4 of 10 questions about them. She adds "
        "and subtracts with 90% accuracy, follows the rules of the room, eats and dresses without help, and asks an "
        "adult when she does not know what to do next, as her teacher saw on each of ten days in September.",
        goal="By October 2026, given a text, Mai will read aloud 95 words per minute in 3 of 4 probes.",
        away=VIETNAMESE["away"],
    )

    assert found.language == ""
    assert [bool(s.doubtful) for s in found.sections_of("present-levels", "nonparticipation")] == [False, True]


def test_questions_about_special_factors_are_answered_in_spanish() -> None:
    found = iep_of_text(
        "Programa de Educación Individualizado\n\nFactores especiales\n"
        "¿Interfiere la conducta del alumno con su aprendizaje? ☐ Sí ☒ No\n\n"
        "¿Necesita el alumno tecnología de asistencia? ☒ Sí ☐ No\n\n"
        "¿Es el alumno aprendiz de inglés? ☐ Sí ☒ No\n"
    )

    assert {d.name: d.answer for d in found.decisions} == {
        "behavior": Answer.NO,
        "assistive-technology": Answer.YES,
        "english-learner": Answer.NO,
    }


def test_dates_in_digits_keep_the_order_of_their_plan() -> None:
    with in_the_order_of(["15/10/2024", "05/11/2025"]):
        day_first = find_dates("05/11/2025")[0].value
    month_first = find_dates("05/11/2025")[0].value

    assert (day_first.isoformat(), month_first.isoformat()) == ("2025-11-05", "2025-05-11")


def test_classes_by_year_are_the_course_of_study_that_they_stand_behind() -> None:
    found = iep_of_text(
        "Individualized Education Program\n\nTransition Plan\nTransition services: Campus visit in April.\n"
        "Course of study: Grade 11: English 11, Biology. Grade 12: English 12, Government.\n"
        "Age of majority: Lee was informed on 1/12/2026.\n"
    )

    assert found.transition is not None
    assert "Government" in (found.transition.course_of_study.value or "")
    assert "informed" not in (found.transition.course_of_study.value or "")


def test_services_toward_life_after_school_are_not_the_parts_beside_them() -> None:
    found = iep_of_text(
        "Individualized Education Program\n\nTransition Plan\n"
        "Transition assessment: Interest inventory, October 2025: health.\n"
        "Transition services:\n"
        "Course of study: English 11, Biology, Government.\n"
    )

    assert found.transition is not None
    assert found.transition.services.state is FieldState.TEMPLATE
    assert found.transition.assessment.filled


def test_a_question_for_the_reason_with_nothing_behind_it_is_an_empty_place() -> None:
    found = iep_of_text(
        "Individualized Education Program\n\nLeast Restrictive Environment\n"
        "Extent: outside the regular class 11% of the week.\nExplain the reasons:\n\nState Assessment\nWith breaks.\n"
    )

    assert found.placement.reason.state is FieldState.TEMPLATE
