"""Labels of a goal's parts in wordings that no list has."""

import pytest

from iepaudit.segment.known_labels import goal_labels, service_labels

METHOD = [
    "Progress Measurement Method", "Measurement Method(s) and Tools", "Methodology for Measuring Progress",
    "Assessment procedures to be used", "Tool used to measure", "Progress data source", "Progress will be assessed by",
    "Evaluated by", "Measured using", "Data collected through", "How will the team measure progress?",
    "Description of how progress will be measured", "Measured how", "Checked with", "How we'll know",
    "How we will know", "How will we know?", "Monitored",
]  # fmt: skip
CRITERION = [
    "Mastery level expected", "Degree of mastery", "Expected performance level", "Criteria for Goal Attainment",
    "Goal criterion", "To what degree", "How well",
]  # fmt: skip
BASELINE = [
    "Baseline/Current Performance", "Student's current level of performance", "What can the student do now?",
    "Level at start", "What happens now", "What it looks like now", "Where she is now", "PLEP for this goal", "PLP",
    "Where things stand",
]  # fmt: skip
SCHEDULE = [
    "Progress report frequency", "Frequency of reports", "Progress reported to parents", "Reporting period",
    "How often will parents be told", "How often will progress be measured", "Reported when", "Parents told when",
    "Reported",
]  # fmt: skip
EVALUATOR = ["Provider(s) responsible", "Who is responsible", "Persons responsible for implementation"]
GOAL = [
    "Long Term Goal", "Annual Goal Statement", "What will the student do?", "Expected growth in one year",
    "Statement of goal", "What we want to see", "Desired outcome (goal)",
]  # fmt: skip
KNOWN = {
    "method": METHOD, "criterion": CRITERION, "baseline": BASELINE, "schedule": SCHEDULE, "evaluator": EVALUATOR,
    "goal": GOAL,
}  # fmt: skip
OTHER = [
    "Assessment accommodations", "State assessment participation", "Progress in the general curriculum",
    "Level of performance in reading and mathematics", "Expected graduation date", "Evaluation date",
    "Data on attendance", "Parent report",
]  # fmt: skip


@pytest.mark.parametrize(("label", "name"), [(label, name) for name, group in KNOWN.items() for label in group])
def test_a_label_is_known_by_its_words(label, name):
    assert goal_labels().name_of(label) == name


@pytest.mark.parametrize("label", OTHER)
def test_other_labels_with_some_of_the_words_are_none_of_these(label):
    assert goal_labels().name_of(label) not in KNOWN


@pytest.mark.parametrize("text", ["Frequency/Duratio n", "Locati on", "Begin Da te"])
def test_a_label_that_a_narrow_cell_breaks_within_a_word_is_told(text: str) -> None:
    assert service_labels().name_of(text) is not None


@pytest.mark.parametrize("text", ["Locati In", "Loc ati on"])
def test_words_that_make_no_label_when_put_together_are_none(text: str) -> None:
    assert service_labels().name_of(text) is None


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Incremental Objective #1", "objective"),
        ("Interim objective 2", "objective"),
        ("Short-term instructional objectives and/or benchmarks (steps between the level and the goal):", "objective"),
        ("Student expected to achieve by", "deadline"),
        ("Goal is expected to be met by", "deadline"),
    ],
)
def test_steps_and_days_of_a_goal_have_more_names(label: str, name: str) -> None:
    assert goal_labels().name_of(label) == name
