"""Goals that a form asks for in the parts of a sentence, each with a label of its own."""

from __future__ import annotations

import pytest
from builders import goals

WHOLE = "By March 2027, given a story read aloud, Ida will retell five events in order in 4 of 5 stories"


@pytest.mark.parametrize(
    "text",
    [
        "| Timeframe | By March 2027, |\n| Condition | given a story read aloud, |\n"
        "| Behavior | Ida will retell five events in order |\n| Criterion | in 4 of 5 stories. |\n",
        "Goal 1\nTimeline: By March 2027\nConditions: Given a story read aloud\n"
        "Behavior: Ida will retell five events in order.\nCriteria: in 4 of 5 stories\n",
        "Goal 1\nBy when? By March 2027\nUnder what conditions? Given a story read aloud\nWho? Ida\n"
        "Will do what? will retell five events in order\nTo what level? in 4 of 5 stories\n",
        "| Timeframe | Condition | Behavior | Criterion |\n"
        "| By March 2027, | given a story read aloud, | Ida will retell five events in order | in 4 of 5 stories |\n",
        "| Timeframe | Condition | Student | Target behavior | Criteria | Method |\n"
        "| By March 2027 | Given a story read aloud | Ida "
        "| will retell five events in order | in 4 of 5 stories | Log |\n",
        "| Timeframe | Condition | Behavior | Evaluation Procedure w/ Criteria |\n"
        "| By March 2027, | given a story read aloud, | Ida will retell five events in order | in 4 of 5 stories |\n",
        "| By when | Given what conditions | Student will do what | To what level / criteria | How measured |\n"
        "| By March 2027 | Given a story read aloud "
        "| Ida will retell five events in order | in 4 of 5 stories | Log |\n",
        "| Timeframe: | By March 2027, |\n| Condition: | given a story read aloud, |\n| Student: | Ida |\n"
        "| Behavior: | will retell five events in order |\n| Criterion: | in 4 of 5 stories |\n",
        "Goal 1: Timeframe: By March 2027. Condition: Given a story read aloud. "
        "Behavior: Ida will retell five events in order. Criterion: in 4 of 5 stories.\n",
    ],
)
def test_the_parts_of_a_goal_are_one_sentence(text: str) -> None:
    (goal,) = goals(text)
    # behind "Behavior:" in a run of labels the first sentence may end before the level
    assert goal.text.rstrip(".").replace("order.", "order") in (WHOLE, WHOLE.removesuffix(" in 4 of 5 stories"))
    assert goal.criterion.value is not None and goal.criterion.value.rstrip(".") in (
        "in 4 of 5 stories",
        "4 of 5 stories",
    )


def test_two_goals_in_parts_stay_two() -> None:
    rows = "| Condition | Given {} |\n| Behavior | Ida will {} |\n| Criterion | {} |\n"
    first, second = rows.format("a map,", "name ten states", "10 of 10"), rows.format("lines,", "write her name", "90%")
    found = goals(f"Goal 1: Social studies\n\n{first}\nGoal 2: Writing\n\n{second}")
    assert [g.text for g in found] == ["Given a map, Ida will name ten states", "Given lines, Ida will write her name"]
    assert [g.criterion.value for g in found] == ["10 of 10", "90%"]


@pytest.mark.parametrize("after", [True, False])
def test_a_goal_that_is_stated_whole_beside_its_parts_is_one_goal(after: bool) -> None:
    whole = f"Annual goal: {WHOLE}."
    parts = (
        "Condition: Given a story read aloud\nBehavior: Ida will retell five events in order\nCriteria: 4 of 5 stories"
    )
    (goal,) = goals(f"{parts}\n{whole}" if after else f"{whole}\n{parts}")
    assert goal.text.rstrip(".") == WHOLE and goal.criterion.value == "4 of 5 stories"


def test_an_area_called_behavior_is_no_part_of_a_goal() -> None:
    text = "Ida will raise her hand in 4 of 5 lessons by March 2027."
    (goal,) = goals(
        f"| Area | Behavior |\n| Baseline | 2 calls an hour |\n| Annual goal | {text} |\n| Criteria | 4 of 5 |\n"
    )
    assert goal.text == text and goal.baseline.value == "2 calls an hour"


@pytest.mark.parametrize(
    "when", ["By the end of the 36th week", "By the 36th instructional week", "By the end of week 36", "By week 36"]
)
def test_the_number_of_a_week_is_a_deadline(when: str) -> None:
    (goal,) = goals(f"{when}, Ida will read 95 words in a minute.")
    assert goal.analysis.timeframe is not None and goal.analysis.timeframe.text.lower().startswith("by ")


def test_a_day_behind_the_level_ends_the_sentence_where_it_is_written_so() -> None:
    rows = (
        "| Condition | Given a story |\n| Behavior | Ida will retell five events |\n| Criterion | in 4 of 5 stories |\n"
    )
    (ended,), (apart,) = goals(f"{rows}| By when | by March 2027. |\n"), goals(f"{rows}| By when | March 2027 |\n")
    assert ended.text == "Given a story, Ida will retell five events in 4 of 5 stories by March 2027."
    assert apart.text == "Given a story, Ida will retell five events in 4 of 5 stories"
    assert ended.analysis.timeframe.present and apart.analysis.timeframe.present
