"""Goal labels in two languages without a sign between them, and those that the student asks or answers."""

from __future__ import annotations

import pytest

from iepaudit.segment.known_labels import goal_labels


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Area of need Área de necesidad", "area"),
        ("Área de enfoque Focus area", "area"),
        ("Starting point Punto de partida", "baseline"),
        ("Evaluation method Método de evaluación", "method"),
        ("When parents are informed Cuándo se informa a los padres", "schedule"),
    ],
)
def test_a_label_in_two_languages_needs_no_sign_between_them(label: str, name: str) -> None:
    assert goal_labels().name_of(label) == name


@pytest.mark.parametrize("text", ["Method Prueba semanal de lectura", "Area El Dorado", "Criteria 80% en lectura"])
def test_a_label_with_its_value_in_spanish_is_no_label_in_two_languages(text: str) -> None:
    assert goal_labels().name_of(text) is None


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("What can I do now?", "baseline"),
        ("Where am I now?", "baseline"),
        ("What I can do today", "baseline"),
        ("What will I do?", "goal"),
        ("What do I want to learn this year?", "goal"),
        ("How will I know I met my goal?", "method"),
        ("How and how often will we check?", "method"),
        ("How and by whom is progress measured?", "method"),
        ("Who will help me?", "evaluator"),
        ("When will my family hear?", "schedule"),
        ("Sent to parents", "schedule"),
        ("Reported", "schedule"),
        ("Measured", "method"),
    ],
)
def test_a_part_of_a_goal_is_asked_for_in_plain_words(label: str, name: str) -> None:
    assert goal_labels().name_of(label) == name


@pytest.mark.parametrize("label", ["What am I good at?", "What do I need help with?", "How will I get to school?"])
def test_other_questions_of_a_student_ask_for_no_part_of_a_goal(label: str) -> None:
    assert goal_labels().name_of(label) is None
