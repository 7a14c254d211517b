"""Objectives of one paragraph, and numbered lines that a form leaves empty."""

from __future__ import annotations

import pytest

from iepaudit.model.field import Place
from iepaudit.parse.goal_steps import steps_of


def steps(text: str) -> list[str]:
    return [step for step, _ in steps_of(text, Place(1, None, text))]


@pytest.mark.parametrize(
    "text", ["1.", "2)", "1. 2. 3.", "a.", "Objective #1", "Objective 1: ____", "STO 2:", "Benchmark 1", "1) __/__"]
)
def test_a_numbered_line_that_was_left_empty_is_no_objective(text: str) -> None:
    assert steps(text) == []


@pytest.mark.parametrize(
    "text",
    ["BY", "DATE", "Not applicable", "N/A", "Not required - no alternate assessment", "None.", "No aplica", "1. N/A"],
)
def test_the_words_for_no_objectives_and_heads_are_none(text: str) -> None:
    assert steps(text) == []


@pytest.mark.parametrize(
    "text", ["1. By May", "Objective 2 Ida will add.", "Reads 5 of 6", "a. Go", "None of the words left out"]
)
def test_a_line_with_a_word_behind_its_number_is_one(text: str) -> None:
    assert steps(text) == [text]


def test_numbered_steps_of_one_paragraph_are_parted() -> None:
    assert steps("1. Ida reads. 2. Ida writes.") == ["1. Ida reads.", "2. Ida writes."]
