"""Goals whose label passes for the heading of a part."""

from __future__ import annotations

import pytest
from builders import COVER, goals, plan


@pytest.mark.parametrize(
    "label",
    [
        "Measurable Academic/Functional Goal:",
        "Annual Goal:",
        "Goal Statement:",
        "Measurable Annual Goal related to meeting the student's needs:",
        "Measurable Annual Goal to address the need:",
    ],
)
def test_what_stands_below_the_label_of_a_goal_is_one_however_it_is_worded(label: str) -> None:
    text = "The teacher will help Ida with her sight words every day and give her extra practice."
    levels = "# Present Level of Performance\n22 of 100 words.\n\n"
    found = plan(f"{COVER}{levels}# {label}\n{text}\n\n# Services\nNone.\n").goals
    assert found is not None
    assert [goal.text for goal in found] == [text]


NEED = """
# Need {n}: {area}
Ida needs help with {area}.

# Present Level of Performance
{level}

# Annual Goal
{goal}

**Baseline**
{level}

| # | Benchmark | Target |
|---|---|---|
| {n}.1 | Half of the way with help | Winter |
| {n}.2 | Most of the way alone | Spring |

**How progress will be measured:**
Weekly probe

**Parents will be informed of progress toward the annual goal:**
☒ With report cards ☐ Trimesters
"""


def test_a_goal_below_the_same_label_on_each_page_is_no_objective_of_the_one_before() -> None:
    reading = "By 5/1/2027, Ida will read 90 words per minute on 3 weekly probes."
    writing = "Ida will write 6 sentences with 2 errors or fewer in 4 of 5 samples."
    body = NEED.format(n=1, area="reading", level="55 words per minute", goal=reading)
    body += NEED.format(n=2, area="writing", level="2 sentences", goal=writing)
    found = plan(f"{COVER}{body}\n# Services\nNone.\n").goals
    assert found is not None
    assert [(goal.text, len(goal.objectives)) for goal in found] == [(reading, 2), (writing, 2)]


@pytest.mark.parametrize(
    "choice", ["☒ With report cards (each marking period)", "☒ Every nine weeks by mail to parents"]
)
def test_a_choice_of_a_list_is_no_goal(choice: str) -> None:
    found = plan(f"{COVER}# Annual Goals\nGoal 1\n\n{choice}\n\n# Services\nNone.\n").goals
    assert not found


@pytest.mark.parametrize(
    "label", ["Anticipated Date of Achievement", "Expected Date of Mastery", "Target date for completion"]
)
def test_the_day_by_which_a_goal_is_to_be_met_is_no_baseline(label: str) -> None:
    goal = "Goal 1: Ida will read 90 words per minute on 3 weekly probes."
    body = f"# Annual Goals\n{goal}\n\n| Baseline |  | {label} | 05/01/2027 |\n\n# Services\nNone.\n"
    found = plan(f"{COVER}{body}").goals
    assert found is not None
    assert [goal.baseline.value for goal in found] == [None]


@pytest.mark.parametrize(
    "label",
    ["Social, Emotional and Behavioral Development: Annual Goal 1", "Academic - Written Expression: Annual Goal 1",
     "Daily Living Skills | Measurable Annual Goal #1"],
)  # fmt: skip
def test_a_goal_in_a_box_below_the_level_is_found_under_its_area_and_number(label: str) -> None:
    goal = "Ida will use a coping strategy within 2 minutes in 8 of 10 recorded events."
    levels = "# Present Level of Performance\n**Describe the level of the student in this area**\n2 of 10 events.\n\n"
    box = f"| **{label}** //{goal} |\n| Baseline //2 of 10 |\n"
    found = plan(f"{COVER}{levels}{box}\n# Services\nNone.\n").goals
    assert found is not None
    assert [g.text for g in found] == [goal]


def test_last_years_progress_by_area_and_number_opens_no_goals() -> None:
    levels = "# Present Level of Performance\n**Progress on goals: Goal 1**\nIda read 40 words per minute in May.\n\n"
    goals = "# Annual Goals\nGoal 1: Ida will read 90 words per minute on 3 weekly probes.\n"
    found = plan(f"{COVER}{levels}{goals}\n# Services\nNone.\n")
    assert found.goals is not None
    assert len(found.goals) == 1
    assert sum(s.key == "annual-goals" for s in found.sections) == 1


@pytest.mark.parametrize(
    "label",
    ["Short-Term Objective/Benchmark for Measuring Progress on the Annual Goal",
     "Benchmarks or Objectives to Reach the Annual Goal", "Measurable Objective toward meeting this goal"],
)  # fmt: skip
def test_each_objective_in_a_box_of_its_own_is_one_under_a_long_label(label: str) -> None:
    boxes = "\n\n".join(
        f"| **{label}** |\n| {n}. Ida adds {n} digits with a card |\n\n" for n in (1, 2)
    )  # fmt: skip
    goal = "# Goal 1\nBy May 2027, Ida will solve 8 of 10 problems on 3 weekly probes.\n\n"
    found = plan(f"{COVER}# Annual Goals\n{goal}{boxes}\n# Services\nNone.\n").goals
    assert found is not None
    assert [[o.text for o in g.objectives] for g in found] == [
        ["1. Ida adds 1 digits with a card", "2. Ida adds 2 digits with a card"]
    ]


def test_of_the_levels_above_a_goal_what_is_called_its_baseline_is_one() -> None:
    levels = "# Present Levels of Performance\nShe reads at grade 2 and won {n} prizes.\n\nBaseline: {n} of 10 days\n\n"
    goal = "# Annual Goals\nGoal {n}: Ida will hand in her work on 8 of 10 days.\n\n"
    found = plan(COVER + "".join((levels + goal).format(n=n) for n in (1, 2)) + "# Services\nNone.\n").goals
    assert found is not None
    assert [g.baseline.value for g in found] == ["1 of 10 days", "2 of 10 days"]


def test_each_page_of_an_area_has_its_goal_though_the_label_says_what_it_is_for() -> None:
    page = (
        "Area: {area}\n\n# Present Level of Performance\n{level}\n\n"
        "# Measurable Annual Goal related to meeting the student's needs:\n{goal}\n\n"
        "Benchmarks (only for students on extended standards):\n1.\n2.\n\n"
    )
    reading = "Ida will understand what she reads and do better in class this year."
    math = "By 5/1/2027, Ida will solve two step problems with 80% accuracy on 4 of 5 tests."
    pages = page.format(area="Reading", level="She answers 4 of 10.", goal=reading)
    pages += page.format(area="Mathematics", level="She solves 6 of 15.", goal=math)
    found = plan(f"{COVER}{pages}# Services\nNone.\n").goals
    assert found is not None
    assert [(g.text, g.baseline.value) for g in found] == [
        (reading, "She answers 4 of 10."),
        (math, "She solves 6 of 15."),
    ]


@pytest.mark.parametrize(
    "level",
    [
        "Two samples in May: mean 3 sentences, 33% with end marks",
        "Teacher tally (September): 4 of 20 turns without a cue",
    ],
)
def test_a_level_below_its_label_may_itself_begin_with_words_and_a_colon(level: str) -> None:
    goal = "Given a prompt, Ida will write 6 sentences with end marks in 5 of 6 on 4 of 5 samples."
    found = plan(
        f"{COVER}# Annual Goals\n\nGoal 1 Writing\n\nPresent level related to this goal\n\n{level}\n\n"
        f"Annual goal\n\n{goal}\n\n# Services\nNone.\n"
    ).goals
    assert found is not None
    assert [(g.text, g.baseline.value) for g in found] == [(goal, level)]


@pytest.mark.parametrize("area", ["Behavior / transitions", "Transitions", "Transition Planning", "Daily transition"])
def test_what_a_numbered_goal_is_about_is_no_other_part(area: str) -> None:
    goal = "By May 2027, Ida will move to the next activity within 1 minute in 8 of 10 tries."
    other = "By May 2027, Ida will ask for help in 4 of 5 chances."
    text = f"{COVER}# Annual Goals\n\n# Goal 1: {area}\n{goal}\n\n# Goal 2: Communication\n{other}\n"
    assert [found.text for found in plan(text).goals or ()] == [goal, other]


@pytest.mark.parametrize(
    "head", ["Goal / Meta {}", "Annual goal / Meta anual #{}", "My goal {}", "Mi meta {}", "Long-term goal {}"]
)
def test_the_number_behind_a_head_in_other_words_is_that_of_the_goal(head: str) -> None:
    first = "Ida will read aloud 95 words a minute by March 2027."
    second = "Ida will write ten sentences by March 2027."
    found = (
        plan(
            f"{COVER}# Annual Goals\n\n{head.format(1)}: Reading\n{first}\n\n{head.format(2)}: Writing\n{second}\n"
        ).goals
        or ()
    )
    assert [(g.label, g.text) for g in found] == [("Goal 1", first), ("Goal 2", second)]


STATUS = "**Goal 1:** By 5/1/2027, Ida will read 90 words per minute on 3 weekly probes.\n"


def test_the_current_status_is_the_baseline_of_a_form_without_another() -> None:
    (goal,) = goals(f"{STATUS}Current status: 55 words per minute\nMethod: Weekly probe\n")
    assert goal.baseline.value == "55 words per minute"


@pytest.mark.parametrize("said", ["Baseline: 48 words per minute\nCurrent status: 55 words", "Current status: Ongoing"])
def test_the_current_status_is_no_baseline_beside_one_or_without_a_level(said: str) -> None:
    (goal,) = goals(f"{STATUS}{said}\nMethod: Weekly probe\n")
    assert goal.baseline.value in ("48 words per minute", None)


@pytest.mark.parametrize(
    "head",
    ["Goal One, telling stories.", "Goal Two: telling stories.", "Goal 3 - Telling stories.", "Goal four. Books."],
)
def test_a_goal_told_in_prose_begins_with_its_area_and_where_the_child_stands(head: str) -> None:
    will = "By October 1, 2027, Ida will answer 8 of 10 questions on a story of her grade."
    (goal,) = goals(f"{head} Ida starts at 3 of 10 questions.\n\n{will}")
    assert (goal.baseline.value, goal.text) == ("Ida starts at 3 of 10 questions", will)
