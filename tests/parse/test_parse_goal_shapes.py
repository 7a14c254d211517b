"""Goals in the shapes that forms give them in lines: labels and their values, steps, words behind, answers above."""

from __future__ import annotations

import pytest
from builders import COVER, goals, plan

WRITE = "Ida will write ten sentences with capital letters by March 2027."
READ = "Ida will read aloud 95 words correct per minute on grade 4 passages by March 2027."


@pytest.mark.parametrize("head", ["**Short-Term Objectives/Benchmarks**", "### Objectives", "**Benchmarks:**"])
@pytest.mark.parametrize("mark", ["1.", "-"])
def test_items_under_a_heading_of_their_own_are_objectives(head: str, mark: str) -> None:
    second = "2." if mark == "1." else mark
    (goal,) = goals(
        f"### Goal 1: Reading\n**Annual Goal:** {READ}\n**Reporting Schedule:** quarterly\n{head}\n"
        f"{mark} By January 2027, 70 words correct per minute\n{second} By April 2027, 80 words correct per minute\n"
    )
    assert [o.text.lstrip("12. ") for o in goal.objectives] == [
        "By January 2027, 70 words correct per minute",
        "By April 2027, 80 words correct per minute",
    ]


@pytest.mark.parametrize(
    ("text", "baseline", "method"),
    [
        ("**Baseline / How progress will be measured:** 61 words / weekly probe", "61 words", "weekly probe"),
        ("**Baseline / Measured by:** 61 words; weekly probe", "61 words", "weekly probe"),
        ("**How measured / Baseline:** weekly probe / 61 words", "61 words", "weekly probe"),
        ("**Baseline / Method:** 61 words on the weekly probe", *["61 words on the weekly probe"] * 2),
    ],
)
def test_one_label_for_two_parts_of_a_goal(text: str, baseline: str, method: str) -> None:
    (goal,) = goals(f"### Goal 1\n**Annual Goal:** {READ}\n{text}\n")
    assert (goal.baseline.value, goal.method.value) == (baseline, method)


def test_a_second_label_within_a_line_ends_the_value_of_the_first() -> None:
    (goal,) = goals(
        f"### Goal 1\n**Annual Goal:** {READ}\n**Current level:** 62% in term 1 Measured by: report pulled on Fridays\n"
    )
    assert (goal.baseline.value, goal.method.value) == ("62% in term 1", "report pulled on Fridays")


def test_a_heading_between_goals_that_asks_how_progress_is_measured_is_answered_for_the_goal_above() -> None:
    first, second = goals(
        f"### Goal 1\n{READ}\n\n## How progress will be measured\n\nchecklist of the reading teacher\n\n"
        f"### Goal 2\n{WRITE}\n\n## How progress will be measured\n\nfolder of drafts\n"
    )
    assert (first.method.value, second.method.value) == ("checklist of the reading teacher", "folder of drafts")


def test_sentences_behind_a_goal_say_where_the_child_stands_and_how_it_is_measured() -> None:
    (goal,) = goals(
        "By June, Ida will read 25 new words aloud with at most two errors. Her starting point is 9 of 25. "
        "Progress is measured with a list of words each Friday."
    )
    assert goal.text == "By June, Ida will read 25 new words aloud with at most two errors."
    assert goal.baseline.value == "Her starting point is 9 of 25."
    assert goal.method.value is not None and "each Friday" in goal.method.value


def test_how_we_will_measure_is_a_method() -> None:
    (goal,) = goals(f"Annual Goal 1: {READ}\nHow we will measure: weekly probes by the teacher")
    assert goal.method.value == "weekly probes by the teacher"


@pytest.mark.parametrize(
    ("above", "label"),
    [
        ("Area of need: {area}\nPresent level of performance: {level}", "Annual Goal {n}"),
        ("Content area / present level of performance: {level}", "Measurable Annual Goal {n}"),
        ("Present level: {level}\nPriority Educational Need: {area}", "Goal {n}"),
    ],
)
def test_the_level_above_each_goal_is_its_own_also_of_the_first_one(above: str, label: str) -> None:
    cards = [("Reading", "61 words in a minute", READ), ("Writing", "two of ten sentences", WRITE)]
    text = "\n".join(
        f"{above.format(area=area, level=level)}\n{label.format(n=n)}: {goal}\nMethod of measurement: weekly sample"
        for n, (area, level, goal) in enumerate(cards, 1)
    )
    found = plan(COVER + "# Special Factors\nLimited English: No\n" + text).goals or ()
    assert [g.text for g in found] == [READ, WRITE]
    assert [g.baseline.value for g in found] == ["61 words in a minute", "two of ten sentences"]


def test_what_the_child_will_do_between_two_goals_is_a_goal_in_a_plan_without_a_part_for_them() -> None:
    found = (
        plan(
            COVER + "# Present Levels\nIda reads 61 words in a minute.\n\n# What we hope to see\n"
            "By March 2027, Ida will read aloud 95 words correct per minute in a new story.\n\n"
            "Ida will feel better about herself and her work.\n\n"
            "By March 2027, Ida will write 5 sentences with 90% of words spelled right.\n\n"
            "# Services\nReading instruction: 30 minutes, 5 times per week, resource room\n"
        ).goals
        or ()
    )
    assert [g.text.split(",")[0] for g in found] == [
        "By March 2027",
        "Ida will feel better about herself and her work.",
        "By March 2027",
    ]


@pytest.mark.parametrize("head", ["Reading GOAL {}", "Social / group Goal {}", "Written language - Annual Goal #{}"])
def test_a_line_that_ends_in_the_number_of_a_goal_opens_it(head: str) -> None:
    found = goals(
        f"{head.format(1)}\n{READ}\nShort-term objectives:\n- Reads 70 words in a minute\n\n"
        f"{head.format(2)}\n{WRITE}\nWhere the child is now: two of ten sentences\n"
    )
    assert [g.text for g in found] == [READ, WRITE]
    assert [g.baseline.value for g in found] == [None, "two of ten sentences"]


@pytest.mark.parametrize(
    "line",
    ["Informes de progreso: Los padres recibirán un informe cada trimestre.", "El equipo revisará las metas en mayo."],
)
def test_what_others_will_do_is_no_goal_in_spanish(line: str) -> None:
    (goal,) = goals(f"Annual Goal 1: {READ}\n\n{line}\n")
    assert goal.text == READ


def test_how_it_is_measured_in_the_place_of_the_level_is_a_method() -> None:
    (goal,) = goals(
        "| Measurable Annual Goal | Criteria | Schedule |\n"
        "| Ida will write sentences with capital letters. | As measured by teacher | quarterly |\n"
    )
    assert not goal.criterion.filled and goal.method.value == "As measured by teacher"


def test_a_question_about_reports_is_no_goal() -> None:
    (goal,) = goals(
        f"Goal statement #1: {READ}\n"
        "**When will reports about the progress toward the goal be given to the parents?** With report cards\n"
    )
    assert goal.text == READ


def test_goals_below_headings_of_present_levels_are_read() -> None:
    found = goals(
        "Goal statement #1\nIda will write a paragraph with a topic sentence and three details.\n"
        "# Present Levels of Performance\n\nIda has 61 words a minute.\n"
        f"Goal statement #2\n{READ}\n"
    )
    assert READ in [g.text for g in found]


def test_how_the_child_will_be_tested_is_no_goal() -> None:
    (goal,) = goals(f"{READ}\n\nIda will be assessed against the standards of her grade; no objectives are needed.\n")
    assert goal.text == READ


@pytest.mark.parametrize(
    "question",
    [
        "How will progress toward this annual goal be measured? (check all that apply)",
        "Method(s) of measuring progress toward this goal. Check all that apply:",
    ],
)
def test_boxes_under_a_long_question_say_how_a_goal_is_measured(question: str) -> None:
    boxes = "☐ Class work ☒ Observation with tally ☒ Checklist\n☐ Homework ☒ Other: session notes, each visit\n"
    (goal,) = goals(f"Annual Goal: Ida will say /r/ in 8 of 10 words.\n{question}\n{boxes}")
    assert goal.method.value is not None
    assert "Observation with tally" in goal.method.value
    assert "session notes" in goal.method.value
    assert "Homework" not in goal.method.value


@pytest.mark.parametrize("label", ["When", "Target Date", "To be met by"])
def test_a_deadline_printed_as_a_part_of_the_goal_is_its_time_frame(label: str) -> None:
    (goal,) = goals(f"Annual Goal: Ida will read aloud 95 words correct per minute.\n\n{label}: March 2027\n")
    assert goal.analysis.timeframe.present


@pytest.mark.parametrize("label", ["Start Date", "Date Reviewed"])
def test_other_dates_beside_a_goal_are_no_time_frame(label: str) -> None:
    (goal,) = goals(f"Annual Goal: Ida will read aloud 95 words correct per minute.\n\n{label}: 3/9/2026\n")
    assert not goal.analysis.timeframe.present


def test_numbered_objectives_of_one_paragraph_are_told_apart() -> None:
    steps = "1. 18 of 40 words by week 2. of term 2 2. 26 of 40 words by April 2027 3. 34 of 40 words by June 2027"
    (goal,) = goals(f"Annual Goal: {READ}\n\nShort-Term Objectives:\n\n{steps}\n")
    assert [o.text[:11] for o in goal.objectives] == ["1. 18 of 40", "2. 26 of 40", "3. 34 of 40"]
    (goal,) = goals(f"Annual Goal: {READ}\n\nShort-Term Objectives:\n\n1. 18 of 40 words by week 2. of term one\n")
    assert len(goal.objectives) == 1


@pytest.mark.parametrize(
    ("paragraph", "begin"),
    [
        ("a. Reads 70 words by 11/30/2026 b. Reads 85 words by 3/15/2027", ["a. Reads 70", "b. Reads 85"]),
        ("(a) 70 words; (b) 85 words; (c) 90 words", ["(a) 70 word", "(b) 85 word", "(c) 90 word"]),
        ("1.1 Reads 70 words by May 1.2 Reads 85 words by June", ["1.1 Reads 7", "1.2 Reads 8"]),
        ("1a. Reads 70 words. 1b. Reads 85 words.", ["1a. Reads 7", "1b. Reads 8"]),
        ("STO 1: reads 70 words. STO 2: reads 85 words.", ["STO 1: read", "STO 2: read"]),
        ("1. /sh/ in words, 80% 2. /sh/ in phrases, 80%", ["1. /sh/ in ", "2. /sh/ in "]),
        ("a cup holds item b. and c. in each trial", ["a cup holds"]),
        ("2 of 3 words in a list of 3. 4 of 5 later", ["2 of 3 word"]),
    ],
)
def test_objectives_of_one_cell_are_told_apart_by_their_marks(paragraph: str, begin: list[str]) -> None:
    (goal,) = goals(f"| Annual goal | Short-term objectives | Measured by |\n| {READ} | {paragraph} | weekly probe |\n")
    assert [o.text[:11] for o in goal.objectives] == begin


def test_lines_that_begin_like_the_objective_above_them_are_objectives() -> None:
    (goal,) = goals(
        f"Annual Goal 1: {READ}\nShort-term objectives:\n\nBy Nov. 2026: reads 70 words in a minute.\n\n"
        "By Feb. 2027: reads 85 words in a minute.\n\nThe family reads at home too.\n"
    )
    assert [o.text[:12] for o in goal.objectives] == ["By Nov. 2026", "By Feb. 2027"]


def test_labels_without_a_colon_are_told_from_their_values() -> None:
    found = goals(
        f"Goal 1\n\n{READ}\n\nPresent level 61 words in a minute\n\n"
        "How progress is measured weekly probe by the teacher\n\n"
        f"Goal 2\n\n{WRITE}\n\nPresent level\n\nHow progress is measured writing sample each month\n"
    )
    assert [g.baseline.value for g in found] == ["61 words in a minute", None]
    assert [g.method.value for g in found] == ["weekly probe by the teacher", "writing sample each month"]


def test_a_key_below_the_parts_of_a_goal_is_none_of_them() -> None:
    (goal,) = goals(
        f"**Annual Goal #1:** {READ}\n\n| How Measured | Criteria | Q1 | Q2 |\n| weekly probe | 95 words | | |\n"
        "| Report of progress: M = met, S = on the way, N = not begun |\n"
    )
    assert (goal.method.value, goal.criterion.value) == ("weekly probe", "95 words")


@pytest.mark.parametrize(
    "asked",
    [
        "Current academic achievement and functional performance (results of the most recent evaluation and of tests "
        "in the whole district that have to do with this goal; performance beside that of others):",
        "Related state standard:",
    ],
)
def test_what_answers_a_longer_request_above_a_goal_is_no_goal(asked: str) -> None:
    (goal,) = goals(
        f"### Goal 1: Reading\n**{asked}**\n\nIn the fall tasks from the text took longer each week than planned.\n\n"
        f"**Baseline:** 61 words correct per minute\n\n**Measurable annual goal:** {READ}\n"
    )
    assert (goal.text, goal.baseline.value) == (READ, "61 words correct per minute")


def test_the_end_of_another_answer_is_no_criterion() -> None:
    (goal,) = goals(
        f"**Annual Goal #1:** {READ}\n\n**Decision rule:** Four points in a row below the line.\n\nteacher, aide and"
        " others meet\n"
    )
    assert not goal.criterion.filled


@pytest.mark.parametrize("area", ["**Educational need area:** {}\n", ""])
def test_the_baseline_above_each_goal_is_its_own_where_goals_have_pages(area: str) -> None:
    parts = "**Present level of performance / baseline:** {}\n\n**Measurable annual goal:** {}\n\n**Method:** {}\n"
    pages = [
        area.format(name) + parts.format(level, text, how)
        for name, level, text, how in (
            ("Reading", "61 words", READ, "weekly probe"),
            ("Writing", "4 sentences", WRITE, "work sample"),
            ("Sums", "5 of 15", "Ida will solve 12 of 15 sums by March 2027.", "a check each month"),
        )
    ]
    found = goals("~~~\n".join(pages))
    assert [(g.baseline.value, g.method.value) for g in found] == [
        ("61 words", "weekly probe"), ("4 sentences", "work sample"), ("5 of 15", "a check each month"),
    ]  # fmt: skip


def test_present_levels_of_an_area_are_no_baseline_where_the_form_has_a_place_for_it() -> None:
    part = "# Present Levels\nIda reads 61 words a minute and writes 4 sentences.\n\n# Measurable Annual Goals\n"
    table = "| Measurable Annual Goal | Baseline | Progress |\n"
    text = COVER + f"{part}{table}| {READ} | 61 words | |\n| {WRITE} | | |\n\n{part}{table}| {WRITE} | 2 of 10 | |\n"
    found = plan(text).goals
    assert found is not None
    assert [g.baseline.value for g in found] == ["61 words", None, "2 of 10"]


def test_two_labels_on_one_line_part_its_values() -> None:
    (goal,) = goals(f"**Annual Goal #1:** {READ}\n\nMethod of Measurement: Weekly probe  Criteria: 95 words\n")
    assert (goal.method.value, goal.criterion.value) == ("Weekly probe", "95 words")


def test_goals_with_number_and_area_in_front_of_the_sentence_are_told_apart() -> None:
    first, second = goals(
        "1. Reading fluency. By 3/1/2027, given a page, Ida will read 90 words per minute.\nCurrent level: 60 words.\n"
        "   a) By June 2026, Ida will read 70 words per minute.\n"
        "2. Spelling: By 3/1/2027, Ida will spell 8 of 10 words.\nCurrent level: 4 of 10 words.\n"
    )
    assert (first.text, first.area, len(first.objectives)) == (
        "By 3/1/2027, given a page, Ida will read 90 words per minute.", "reading", 1,
    )  # fmt: skip
    assert (second.text, second.baseline.value) == ("By 3/1/2027, Ida will spell 8 of 10 words.", "4 of 10 words")


@pytest.mark.parametrize(
    "label",
    [
        "Measurable Annual Goal* (Linked to Present Levels) # {n}:",
        "Annual Goal (must be measurable) No. {n}:",
        "Goal (see the guide) {n}:",
    ],
)
def test_a_note_may_stand_between_the_label_of_a_goal_and_its_number(label: str) -> None:
    first, second = goals(
        f"{label.format(n=1)}\n{READ}\nPerf. Criteria: 95 words\n\n"
        "Performance Criteria: A. Percent of change B. Months of growth C. Passing grade D. Other (specify)\n\n"
        f"{label.format(n=2)}\n{WRITE}\nPerf. Criteria: ten sentences\n"
    )
    assert (first.text, second.text) == (READ, WRITE)
    assert (first.criterion.value, second.criterion.value) == ("95 words", "ten sentences")


def test_the_key_to_the_codes_of_a_form_waits_for_no_value() -> None:
    (goal,) = goals(
        f"Annual Goal: {READ}\nEvaluation Procedures: 1. Tests 2. Work samples 3. Observation 4. Other\n\n"
        "☒ Academic ☐ Behavioral\n"
    )
    assert goal.method.value is None


@pytest.mark.parametrize("label", ["Evaluation method / who / how often", "Method / schedule / person responsible"])
def test_a_label_may_ask_for_three_parts_of_a_goal(label: str) -> None:
    (goal,) = goals(f"| Annual Goal: {READ} |\n| {label}: Timed reading each Friday |\n")
    assert goal.method.value == "Timed reading each Friday"


def test_a_long_label_that_speaks_of_the_goal_asks_for_what_stands_below_it() -> None:
    (goal,) = goals(
        f"Annual Goal: {READ}\n\n"
        "Procedures for measuring the student's progress toward meeting the annual goal from start to end\n\n"
        "A timed passage every second Friday\n\n"
        "Benchmarks or short-term objectives\n\nNA\n"
    )
    assert goal.method.value == "A timed passage every second Friday"
    assert goal.objectives == ()


def test_a_goal_that_ends_in_a_colon_holds_the_list_below_it() -> None:
    text = "By May 4, 2027, Ida will make a meal by taking these steps on 4 of 5 days:"
    found = goals(f"Goal 1: Living\n{text}\n• wash her hands\n• read the list of foods\nBaseline: 2 of 5 days\n")
    assert [g.text for g in found] == [f"{text} wash her hands; read the list of foods"]
    assert found[0].baseline.value == "2 of 5 days"
