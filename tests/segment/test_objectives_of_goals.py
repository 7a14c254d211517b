"""Short-term objectives as a part of their own inside of the goals."""

from __future__ import annotations

from builders import part

GOAL = "By March 2027, given a story, Ida will read 90 words per minute in 3 of 4 weekly probes.\n"
STEPS = "1. By October 2026, Ida will read 70 words per minute.\n2. By January 2027, Ida will read 80 words.\n"
NEXT = "Goal 2\nBy March 2027, Ida will write 6 sentences in 4 of 5 samples.\n"


def objectives(steps: str) -> list[str]:
    text = f"# Individualized Education Program\nStudent Name: Ida Fenn\n\n# Measurable Annual Goals\nGoal 1\n{GOAL}"
    found = part(f"{text}**Short-Term Objectives or Benchmarks**\n{steps}{NEXT}")
    assert [s.key for s in found.sections].count("annual-goals") == 1
    return [s.filled_text for s in found.sections if s.key == "objectives"]


def test_objectives_below_their_heading_are_a_part_within_the_goals() -> None:
    (told,) = objectives(STEPS)
    assert "70 words" in told and "80 words" in told and "sentences" not in told


def test_a_heading_for_objectives_with_none_below_holds_nothing_of_the_next_goal() -> None:
    assert objectives("") == [""]
