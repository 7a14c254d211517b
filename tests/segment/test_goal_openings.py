"""Plans whose goals stand right behind other parts, without a heading for goals. Nobody here exists."""

from __future__ import annotations

import pytest
from builders import COVER, plan

READS = "By 03/01/2027, Ida will read 90 words per minute on 3 of 4 weekly probes."
WRITES = "Given an outline, Ida will write 6 sentences with 2 errors or fewer in 4 of 5 samples."
LEVELS = "# Present Levels of Performance\nIda reads 55 words per minute.\n\n"
IMPACT = "# Effect of the Disability on Involvement and Progress in the General Curriculum\nIda needs help to read.\n\n"
ENDS = "\n# Related Services\nNone.\n"

TABLE = """
| {0} | {1} |
| Current level | 55 words per minute |
| How progress will be measured | Weekly probes |
| When progress is reported | Each quarter |
"""
CARD = """
{0}
{1}
**Baseline:** 55 words per minute
**How progress will be measured:** Weekly probes
**When progress is reported:** Each quarter
"""
RUN_IN = """
{0}: {1}
Baseline: 55 words per minute   How progress will be measured: Weekly probes
When progress is reported: Each quarter
"""


@pytest.mark.parametrize(
    ("form", "label"),
    [
        (TABLE, "Goal {n}: {area}"),
        (TABLE, "Annual Goal #{n} - {area}"),
        (TABLE, "Meta {n}: {area}"),
        (TABLE, "Goal # {n} Specific Goal//Focus: {area}"),
        (CARD, "Goal {n}: {area}"),
        (CARD, "**IEP Goal {n}:** {area}"),
        (RUN_IN, "**# {n} MEASURABLE ANNUAL GOAL**"),
        (RUN_IN, "#{n} Annual Goal"),
    ],
)
def test_goals_by_number_open_the_part_for_goals(form: str, label: str) -> None:
    first, second = (label.format(n=n, area=area) for n, area in ((1, "Reading"), (2, "Writing")))
    found = plan(f"{COVER}{LEVELS}{IMPACT}{form.format(first, READS)}{form.format(second, WRITES)}{ENDS}")
    assert [s.key for s in found.sections].count("annual-goals") == 1
    assert found.goals is not None
    assert [goal.text.rstrip(".") for goal in found.goals] == [READS.rstrip("."), WRITES.rstrip(".")]
    assert all("55 words" in (g.baseline.value or "") and g.method.filled and g.schedule.filled for g in found.goals)


@pytest.mark.parametrize("form", ["{0}\n{1}\n", "| {0} |\n| {1} |\n"])
def test_a_numbered_goal_without_named_parts_opens_the_part_by_what_the_child_will_do(form: str) -> None:
    found = plan(f"{COVER}{LEVELS}{IMPACT}{form.format('Goal 1: Reading', READS)}\n{ENDS}")
    assert [s.key for s in found.sections].count("annual-goals") == 1


def test_a_goal_told_inside_of_an_inner_part_is_told_once() -> None:
    body = f"{LEVELS}**Effect of the disability on progress in the general curriculum**\nIda needs help.\n{READS}\n"
    found = plan(f"{COVER}{body}{ENDS}")
    assert found.goals is not None
    assert [goal.text for goal in found.goals] == [READS]


def test_a_number_of_a_goal_in_a_list_of_services_opens_no_part() -> None:
    rows = "| Service | Goal | Minutes |\n| Help | Goal 1: reading | 30 |\n| Writing help | Goal 2: writing | 30 |"
    found = plan(f"{COVER}{LEVELS}# Annual Goals\n{READS}\n\n# Special Education Services\n{rows}\n")
    assert [s.key for s in found.sections][-1] == "special-education"
    assert found.goals is not None
    assert [goal.text for goal in found.goals] == [READS]


PARTS = "| Baseline | 55 words per minute |\n| Method | Weekly probes |\n"


@pytest.mark.parametrize(
    "form",
    [
        "| G{n}: {area} | {goal} |\n" + PARTS,
        "| Goal {word}: {area} | {goal} |\n" + PARTS,
        "| {area} – Goal {n} | {goal} |\n" + PARTS,
        "| Area of need {n}: {area} |\n| {goal} |\n" + PARTS,
        "**Target {n}. {area}**\n{goal}\nBaseline: 55 words per minute\nMethod: Weekly probes\n",
        "{n}. {goal}\nBaseline: 55 words per minute\nMethod: Weekly probes\n",
    ],
)
def test_goals_that_no_word_calls_goals_open_the_part_by_their_parts(form: str) -> None:
    one = form.format(n=1, word="One", area="Reading", goal=READS)
    two = form.format(n=2, word="Two", area="Writing", goal=WRITES)
    found = plan(f"{COVER}{LEVELS}{IMPACT}{one}\n{two}{ENDS}")
    kinds = [s.key for s in found.sections]
    assert kinds.count("annual-goals") == 1
    assert kinds.index("impact") < kinds.index("annual-goals") < kinds.index("related-services")
    assert found.goals is not None
    assert [goal.text for goal in found.goals] == [READS, WRITES]
    assert [s.filled for section in found.sections if section.key == "impact" for s in section.blocks] == [
        "Ida needs help to read."
    ]


def test_a_table_of_goals_by_number_opens_the_part_for_goals() -> None:
    rows = f"| # | Goal | Baseline | Method |\n| 1 | {READS} | 55 words | Weekly |\n| 2 | {WRITES} | 2 | Monthly |\n"
    found = plan(f"{COVER}{LEVELS}{rows}{ENDS}")
    assert "annual-goals" in [s.key for s in found.sections]
    assert found.goals is not None
    assert [goal.text for goal in found.goals] == [READS, WRITES]


def test_goals_of_last_year_open_no_part_where_the_plan_has_one() -> None:
    old = "**Progress on last year's plan**\nIda will read 40 words per minute.\n**Baseline:** 20 words\n\n"
    found = plan(f"{COVER}{LEVELS}{old}# Measurable Annual Goals\n{READS}\n{ENDS}")
    assert [s.heading for s in found.sections if s.key == "annual-goals"] == ["Measurable Annual Goals"]


@pytest.mark.parametrize("heading", ["Progress on last year's goals (2025-26)", "Review of Prior Annual Goals"])
def test_what_became_of_last_years_goals_is_no_goal_of_this_plan(heading: str) -> None:
    rows = "| Goal | Status |\n| Add and subtract decimals, 80% on a weekly probe | Met in April |\n"
    found = plan(f"{COVER}{LEVELS}# Measurable Annual Goals\n{READS}\n\n**{heading}**\n{rows}{ENDS}")
    assert found.goals is not None
    assert [goal.text for goal in found.goals] == [READS]


def test_rights_that_will_pass_to_the_child_are_no_goal() -> None:
    told = "Ida was informed on 02/12/2026 of the rights that will transfer to her on 04/11/2033."
    found = plan(f"{COVER}{LEVELS}| Course of study | **Transfer of rights** |\n| English | {told} |\n{ENDS}")
    assert not found.goals
