"""Goal tables with the labels in the first column and a goal in each of the others."""

from __future__ import annotations

from builders import goals

READ = "Ida will read aloud 95 words correct per minute on grade 4 passages by March 2027."
WRITE = "Ida will write ten sentences with capital letters by March 2027."
BAG = "By March 2027, Ida will pack her bag with all that is on the list on 4 of 5 days."
TABLE = (
    "| | Goal 1 | Goal 2 | Goal 3 |\n"
    "| Area | Reading | Writing | Independence |\n"
    "| Where she is now | 61 words | 4 sentences | 1 of 5 days |\n"
    f"| Annual goal | {READ} | {WRITE} | {BAG} |\n"
)
PARTS = "| Measured how | Weekly probe | Work samples | Checklist |\n| Reported | Quarterly | Monthly | Quarterly |\n"


def parts(text: str) -> list[tuple[str, ...]]:
    return [
        (g.label, g.text, g.baseline.value or "", g.method.value or "", g.schedule.value or "") for g in goals(text)
    ]


EXPECTED = [
    ("Goal 1", READ, "61 words", "Weekly probe", "Quarterly"),
    ("Goal 2", WRITE, "4 sentences", "Work samples", "Monthly"),
    ("Goal 3", BAG, "1 of 5 days", "Checklist", "Quarterly"),
]


def test_each_column_is_a_goal_with_its_own_parts() -> None:
    assert parts(TABLE + PARTS) == EXPECTED


def test_the_row_of_the_goals_is_known_by_what_it_says() -> None:
    assert parts((TABLE + PARTS).replace("| Annual goal |", "| By next spring |")) == EXPECTED


def test_rows_on_the_next_page_belong_to_the_same_goals() -> None:
    assert parts(f"{TABLE}~~~\n{PARTS}") == EXPECTED


def test_the_number_of_a_goal_may_stand_in_a_row_of_its_own() -> None:
    assert parts((TABLE + PARTS).replace("| | Goal 1 | Goal 2 | Goal 3 |", "| Goal # | 1 | 2 | 3 |")) == EXPECTED


def test_a_column_without_a_goal_is_none() -> None:
    cut = (
        (TABLE + PARTS).replace(BAG, "").replace("1 of 5 days", "").replace("Independence", "").replace("Checklist", "")
    )
    assert parts(cut) == EXPECTED[:2]


def test_a_table_with_a_goal_in_each_row_is_read_by_rows() -> None:
    found = parts(
        f"| Area | Baseline | Annual goal |\n| Reading | 61 words | {READ} |\n| Writing | 4 sentences | {WRITE} |\n"
    )
    assert [g[1:3] for g in found] == [(READ, "61 words"), (WRITE, "4 sentences")]


def test_a_table_of_one_more_goal_on_the_next_page_is_no_part_of_the_turned_one() -> None:
    own = f"| Area | Behavior |\n| Annual goal | {BAG} |\n| Measured how | Checklist |\n"
    found = parts(f"{TABLE.replace(f' {BAG} |', ' |')}{PARTS}~~~\n{own}")
    assert [g[1] for g in found] == [READ, WRITE, BAG]


def test_a_column_head_that_says_what_the_goals_below_are_about_is_that_of_the_goals() -> None:
    heads = "| Goal area: {0} | Present level / baseline | How progress will be measured | Criteria |\n"
    read = f"| {READ} | 61 words | Weekly probe | 95 words |\n"
    write = f"| {WRITE} | 4 sentences | Work samples | 10 sentences |\n"
    found = goals(f"{heads.format('Reading')}{read}{heads.format('Writing')}{write}")
    assert [(g.area, g.text, g.baseline.value) for g in found] == [
        ("reading", READ, "61 words"), ("writing", WRITE, "4 sentences"),
    ]  # fmt: skip


def test_goals_below_a_head_with_a_number_and_their_objectives_in_the_same_column() -> None:
    asked = "Evaluation Procedures | Perf. Criteria |\n"
    heads = "| Area: {1} | Measurable Annual Goal* (Linked to Present Levels) # {0} | " + asked
    row = "| | {0} | Weekly probe | 8 of 10 |\n"
    steps = "| | **Short Term Objectives/Benchmarks** //#1 Ida will read 70 words by 10/1/2026. | same | same |\n"
    text = "".join(
        heads.format(n, area) + row.format(goal) + steps
        for n, area, goal in ((1, "Reading", READ), (2, "Writing", WRITE))
    )
    found = goals(text)
    assert [(g.text, g.method.value, len(g.objectives)) for g in found] == [
        (READ, "Weekly probe", 1), (WRITE, "Weekly probe", 1),
    ]  # fmt: skip


def test_labels_of_a_goal_that_say_when_parents_hear_and_what_is_mastery() -> None:
    (found,) = goals(
        f"| Goal 1 | {READ} |\n| Criterion for monitoring and mastery | 95 words |\n"
        "| Progress will be reported to the parent | Every nine weeks |\n"
    )
    assert (found.criterion.value, found.schedule.value) == ("95 words", "Every nine weeks")
