"""Goals with their columns and objectives, from every layout in which forms print them."""

from __future__ import annotations

import pytest
from builders import COVER, plan

from iepaudit.model.field import FieldState
from iepaudit.model.iep import Goal
from iepaudit.parse.goal_wording import looks_like_goal

READ = "By March 2027, given a fourth grade passage, Ida will read aloud 90 words correct per minute in 3 of 4 probes."
WRITE = "By March 2027, given a picture, Ida will write a paragraph of five sentences in 4 of 5 trials."


def goals(text: str) -> tuple[Goal, ...]:
    found = plan(f"{COVER}# Measurable Annual Goals\n{text}\n\n# Extended School Year\nNot needed this year.\n").goals
    assert found is not None
    return found


def texts(text: str) -> list[str]:
    return [g.text for g in goals(text)]


@pytest.mark.parametrize(
    "text",
    [
        f"{READ}\n\n{WRITE}",
        f"Goal 1: {READ}\n\nGoal 2: {WRITE}",
        f"Goal #1 {READ}\n\nGoal #2 {WRITE}",
        f"Measurable Annual Goal 1. {READ}\n\nMeasurable Annual Goal 2. {WRITE}",
        f"1. {READ}\n2. {WRITE}",
        f"• {READ}\n• {WRITE}",
        f"Annual Goal: {READ}\nBaseline: 62 words\n\nAnnual Goal: {WRITE}\nBaseline: 2 sentences",
        f"Goal 1 (Reading): {READ}\n\nGoal 2 (Writing): {WRITE}",
        f"Goal 1: Reading\n{READ}\n\nGoal 2: Writing\n{WRITE}",
        f"Reading: {READ}\n\nWriting: {WRITE}",
        f"| Annual Goal | {READ} |\n| Annual Goal | {WRITE} |",
        f"| Goal | Criteria | Method |\n| {READ} | 90 words | probe |\n| {WRITE} | 4 of 5 | samples |",
        f"# Goal 1\n{READ}\n\n# Goal 2\n{WRITE}",
        f"Annual Goal: [[{READ}]]\nAnnual Goal: [[{WRITE}]]",
    ],
)
def test_two_goals_are_two_whole_goals_in_order(text: str) -> None:
    assert [t.rstrip(".") for t in texts(text)] == [READ.rstrip("."), WRITE.rstrip(".")]


@pytest.mark.parametrize(
    "text",
    [
        "Measurable Annual Goal:",
        "Annual Goal: ______",
        "The IEP team must write a goal for each area of need.",
        "Progress will be reported to parents each quarter with report cards.",
        "The teacher will keep weekly probes in a folder and will share them.",
        "Her teacher will keep weekly probes in a folder and will share them.",
        "Baseline: 62 words\nMethod: probes",
        "☐ academic ☒ functional",
    ],
)
def test_words_of_the_form_and_of_the_staff_are_no_goals(text: str) -> None:
    assert texts(text) == []


def test_columns_in_lines_belong_to_the_goal_above() -> None:
    (goal,) = goals(
        f"Goal 1: {READ}\nBaseline: 62 words correct per minute\nCriteria: 90 words in 3 of 4 probes\n"
        "Method of Measurement: weekly probe\nSchedule: each quarter"
    )
    assert (goal.baseline.value, goal.criterion.value, goal.method.value, goal.schedule.value) == (
        "62 words correct per minute",
        "90 words in 3 of 4 probes",
        "weekly probe",
        "each quarter",
    )


def test_columns_in_cells_beside_and_below_their_labels_are_read() -> None:
    (goal,) = goals(
        f"| Annual Goal | {READ} |\n| Baseline | 62 words correct per minute |\n"
        "| Method: //weekly probe | Criteria: //90 words |"
    )
    assert (goal.baseline.value, goal.method.value, goal.criterion.value) == (
        "62 words correct per minute",
        "weekly probe",
        "90 words",
    )


def test_a_grid_of_goals_gives_each_row_its_own_columns() -> None:
    first, second = goals(
        "| Annual Goal | Baseline | Method |\n"
        f"| {READ} | 62 words | weekly probe |\n| {WRITE} | 2 sentences | samples |"
    )
    assert (first.baseline.value, second.baseline.value) == ("62 words", "2 sentences")
    assert (first.method.value, second.method.value) == ("weekly probe", "samples")


def test_an_asked_column_without_answer_is_template_and_one_never_asked_is_blank() -> None:
    (goal,) = goals(f"Goal 1: {READ}\nBaseline: ______")
    assert goal.baseline.state is FieldState.TEMPLATE
    assert goal.criterion.state is FieldState.BLANK


def test_an_empty_cell_of_a_grid_is_template() -> None:
    first, second = goals(f"| Annual Goal | Baseline |\n| {READ} |  |\n| {WRITE} | 2 sentences |")
    assert (first.baseline.filled, second.baseline.value) == (False, "2 sentences")


def test_marked_boxes_are_the_method() -> None:
    (goal,) = goals(f"Goal 1: {READ}\nHow progress will be measured: ☐ Tests ☒ Work samples ☐ Other")
    assert goal.method.value == "☒ Work samples"


def test_empty_boxes_are_no_method() -> None:
    (goal,) = goals(f"Goal 1: {READ}\nHow progress will be measured: ☐ Tests ☐ Work samples ☐ Other")
    assert goal.method.state is FieldState.TEMPLATE


def test_a_baseline_inside_the_goal_line_is_taken_out_of_it() -> None:
    (goal,) = goals(f"Goal 1: {READ} Baseline (2/27): 62 words correct per minute.")
    assert goal.text == READ
    assert goal.baseline.value is not None
    assert goal.baseline.value.startswith("62 words")


def test_a_fragment_after_the_goal_is_its_criterion() -> None:
    (goal,) = goals(
        "Goal 1: By March 2027, given a passage, Ida will read it aloud.\n\nwith 95% accuracy in 3 of 4 trials"
    )
    assert goal.criterion.value == "with 95% accuracy in 3 of 4 trials"


STEPS = "Objectives:\n1. By June 2026, Ida will read 70 words.\n2. By October 2026, Ida will read 80 words."


@pytest.mark.parametrize(
    "steps",
    [
        STEPS,
        "Short-Term Objectives:\n- By June 2026, Ida will read 70 words.\n- By October 2026, Ida will read 80 words.",
        "Objective 1: By June 2026, Ida will read 70 words.\nObjective 2: By October 2026, Ida will read 80 words.",
        "a) By June 2026, Ida will read 70 words.\nb) By October 2026, Ida will read 80 words.",
    ],
)
def test_objectives_belong_to_their_goal_and_are_no_goals(steps: str) -> None:
    first, second = goals(f"Goal 1: {READ}\n{steps}\n\nGoal 2: {WRITE}")
    assert ["70 words" in o.text for o in first.objectives] == [True, False]
    assert len(first.objectives) == 2
    assert second.objectives == ()


def test_a_grid_of_objectives_belongs_to_the_goal_above() -> None:
    (goal,) = goals(
        f"Goal 1: {READ}\n| No. | Objective | Target Date |\n| 1 | Ida will read 70 words. | June 2026 |\n"
        "| 2 | Ida will read 80 words. | October 2026 |"
    )
    assert [o.text for o in goal.objectives] == ["Ida will read 70 words.", "Ida will read 80 words."]


def test_a_record_of_progress_is_neither_goal_nor_column() -> None:
    (goal,) = goals(
        f"Goal 1: {READ}\n| Date | Progress | Comments |\n| 6/12/2026 | Ida will read more at home. | on track |"
    )
    assert goal.text.rstrip(".") == READ.rstrip(".")
    assert goal.objectives == ()


@pytest.mark.parametrize(
    ("text", "area"),
    [
        (f"Area of Need: Reading fluency\nGoal 1: {READ}", "reading"),
        (f"Goal 1 (Writing): {WRITE}", "writing"),
        ("Goal 1: By March 2027, Ida will add two-digit numbers in her head in 4 of 5 trials.", "math"),
    ],
)
def test_the_area_comes_from_its_label_or_from_the_goal(text: str, area: str) -> None:
    assert goals(text)[0].area == area


def test_goals_keep_their_printed_number() -> None:
    assert [g.label for g in goals(f"Goal 3: {READ}\n\nGoal 7: {WRITE}")] == ["Goal 3", "Goal 7"]


def test_goals_without_number_are_counted() -> None:
    assert [g.label for g in goals(f"{READ}\n\n{WRITE}")] == ["Goal 1", "Goal 2"]


def test_a_goal_knows_its_page_and_exact_words() -> None:
    text = f"{COVER}~~~\n# Measurable Annual Goals\nGoal 1: {READ}\n"
    found = plan(text).goals
    assert found is not None
    assert found[0].place.page == 2
    assert found[0].place.quote.rstrip(".") == READ.rstrip(".")


def test_a_goal_that_cannot_be_measured_is_kept_as_it_is() -> None:
    text = "Ida will improve her reading and enjoy books more."
    assert texts(f"Goal 1: {text}") == [text]


def test_a_goal_section_that_was_never_found_is_none_and_an_empty_one_is_empty() -> None:
    assert plan(f"{COVER}# Extended School Year\nNot needed this year.\n").goals is None
    assert plan(f"{COVER}# Measurable Annual Goals\nAnnual Goal: ______\n").goals == ()


def test_goals_on_a_page_that_could_not_be_read_are_none_rather_than_no_goals() -> None:
    text = f"{COVER}# Measurable Annual Goals\n~~~\nGoal 1: {READ}\n"
    assert plan(text, unread={2}).goals is None


def test_a_postsecondary_statement_is_no_annual_goal() -> None:
    text = f"{COVER}# Postsecondary Goals\nAfter graduation, Ida will enroll in a college for nurses.\n"
    assert plan(text).goals is None


def test_the_criterion_in_a_column_makes_a_goal_measurable() -> None:
    bare = "Goal 1: By March 2027, given a passage, Ida will read it aloud."
    assert not goals(bare)[0].analysis.measurable
    assert goals(f"{bare}\nCriteria: 90 words correct per minute in 3 of 4 probes")[0].analysis.measurable


@pytest.mark.parametrize(
    "text",
    [READ, WRITE, "Ida will read 90 words.", "When shown a map, the student will point to the sea in 4 of 5 trials.",
     "Para marzo de 2027, Ida leerá 90 palabras por minuto."],
)  # fmt: skip
def test_what_the_child_will_do_looks_like_a_goal(text: str) -> None:
    assert looks_like_goal(text)


@pytest.mark.parametrize(
    "text",
    ["Ida will read.", "Ida reads 62 words correct per minute.", "Progress will be reported to parents each quarter.",
     "The team will meet again in March of 2027.", "The IEP team will meet again in March.",
     "Services will be provided in the resource room.", "", "What will the student do in 36 weeks?"],
)  # fmt: skip
def test_what_others_do_does_not_look_like_a_goal(text: str) -> None:
    assert not looks_like_goal(text)


@pytest.mark.parametrize(
    "label",
    [
        "Current performance on this goal (baseline)",
        "Present performance for this skill",
        "What the data show (baseline)",
    ],
)
def test_a_label_that_speaks_of_performance_on_the_goal_asks_for_the_baseline(label: str) -> None:
    (goal,) = goals(f"Goal 1: {READ}\n\n{label}: 90 words correct per minute")
    assert goal.baseline.value == "90 words correct per minute"


@pytest.mark.parametrize("day", ["9/8/2026", "Sept. 8, 2026"])
def test_a_day_is_no_level_from_which_a_goal_starts(day: str) -> None:
    (goal,) = goals(f"Goal 1: {READ}\nBaseline: {day}")
    assert goal.baseline.state is not FieldState.FILLED


def test_areas_below_their_goals_do_not_open_the_next_goal_on_a_new_page() -> None:
    found = goals(
        f"Goal 1: {READ}\nArea of need: Reading\n~~~\nBaseline: 58 words\nMeasured by: weekly probes\n\n"
        f"Goal 2: {WRITE}\nArea of need: Writing\nBaseline: 2 sentences\nMeasured by: work samples\n\n"
        "The team also looks at the safety of the child.\n"
    )
    assert [(g.text, g.baseline.value) for g in found] == [(READ, "58 words"), (WRITE, "2 sentences")]


@pytest.mark.parametrize(
    "text",
    [
        "State when reports on progress toward the goals will be given to the parents.",
        "VIII. How the parents will be informed of the progress of their child",
        "SECTION FOR STUDENTS WHOSE PLANS WILL INCLUDE OBJECTIVES (required for some). These goals are recommended.",
    ],
)
def test_a_request_of_the_form_is_no_goal(text: str) -> None:
    assert not looks_like_goal(text)


def test_a_paragraph_that_goes_on_behind_its_baseline_says_how_progress_is_measured() -> None:
    (goal,) = goals(
        f"1. {READ} Baseline: 58 words. Progress is measured by scored work samples and reported quarterly."
    )
    assert (goal.baseline.value, bool(goal.method.value)) == ("58 words.", True)


def test_objectives_in_cells_need_no_colon_behind_their_number() -> None:
    (goal,) = goals(
        f"| Goal #1 | {READ} |\n| Objective 1 By June 2026 Ida will read 70 words. | |\n"
        "| Objective 2 By May 2027 Ida will read 80 words. | |"
    )
    assert [o.text for o in goal.objectives] == [
        "By June 2026 Ida will read 70 words.",
        "By May 2027 Ida will read 80 words.",
    ]


@pytest.mark.parametrize(
    "head",
    [
        "MEASURABLE ANNUAL GOAL (MAG) #{0} (Condition, student, behavior, criteria, timeframe)",
        "Annual Goal #{0} (Student, behavior, conditions, criterion)",
        "Goal {0} (what skill the student will learn, under which conditions)",
    ],
)
def test_the_parts_that_a_head_asks_for_are_neither_the_goal_nor_its_area(head: str) -> None:
    stated = ("Ida will write ten sentences by March 2027.", "Ida will solve math problems with 18 of 20 correct.")
    text = "".join(f"{head.format(n)}\n\n{goal}\n\nMethod: tests\n\n" for n, goal in enumerate(stated, 1))
    found = plan(f"{COVER}# Measurable Annual Goals\n\n{text}").goals or ()
    assert [(g.label, g.text, g.area) for g in found] == [
        ("Goal 1", stated[0], "writing"),
        ("Goal 2", stated[1], "math"),
    ]


@pytest.mark.parametrize("label", ["PLAAFP Narrative (Describe current performance)", "Baseline:"])
@pytest.mark.parametrize("first", ["4 of 10 words", None])
def test_a_level_at_the_top_of_a_goals_page_is_that_of_this_goal(label: str, first: str | None) -> None:
    said = [(first, "spell ten words"), ("2 of 9 facts", "add nine facts"), ("1 line", "write six lines")]
    pages = "\n~~~\n\n".join(
        (f"{label}\n\n{level}\n\n" if level else "")
        + f"Annual Goal #{n}\n\nIda will {does} by March 2027.\n\nMethod: tests\n"
        for n, (level, does) in enumerate(said, 1)
    )
    found = plan(f"{COVER}# Measurable Annual Goals\n\n{pages}").goals or ()
    assert [g.baseline.value for g in found] == [first, "2 of 9 facts", "1 line"]
