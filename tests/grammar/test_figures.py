"""The grammar's figures on the project's own labelled goals do not drop."""

import sys
from pathlib import Path

import pytest

from iepaudit.parse.grammar import measure

FOLDER = Path(__file__).parent.parent / "data" / "goals"
# A little below what was measured, so that one goal more or less does not fail, and a lost form does.
FLOORS = {
    "tune": {
        "timeframe": 0.98, "condition": 0.97, "behavior": 0.98, "criterion": 0.98, "method": 0.97, "baseline": 0.95,
        "measurable": 0.98,
    },
    "tune_styles": {
        "timeframe": 0.98, "condition": 0.97, "behavior": 0.98, "criterion": 0.98, "method": 0.97, "baseline": 0.95,
        "measurable": 0.98,
    },
    "alike": {
        "timeframe": 0.98, "condition": 0.98, "behavior": 0.98, "criterion": 0.98, "method": 0.98, "baseline": 0.98,
        "measurable": 0.98,
    },
    "growth": {
        "timeframe": 0.98, "condition": 0.98, "behavior": 0.98, "criterion": 0.98, "method": 0.98, "baseline": 0.98,
        "measurable": 0.98,
    },
    "settings": {
        "timeframe": 0.98, "condition": 0.98, "behavior": 0.98, "criterion": 0.98, "method": 0.98, "baseline": 0.98,
        "measurable": 0.98,
    },
    "heldout": {
        "timeframe": 0.95, "condition": 0.90, "behavior": 0.93, "criterion": 0.96, "method": 0.91, "baseline": 0.95,
        "measurable": 0.95,
    },
    "heldout_styles": {
        "timeframe": 0.95, "condition": 0.88, "behavior": 0.93, "criterion": 0.90, "method": 0.75, "baseline": 0.95,
        "measurable": 0.90,
    },
    "heldout_settings": {
        "timeframe": 0.85, "condition": 0.88, "behavior": 0.93, "criterion": 0.96, "method": 0.95, "baseline": 0.90,
        "measurable": 0.93,
    },
}  # fmt: skip


@pytest.mark.parametrize("part", FLOORS)
def test_f1_per_element_stays_above_its_floor(part, capsys):
    goals = measure.read_goals(FOLDER / f"{part}.txt")
    scores, wrong = measure.score(goals)
    with capsys.disabled():
        sys.stdout.write("\n" + measure.table(part, goals, scores, len(wrong)) + "\n")
    low = {name: round(scores[name].f1, 3) for name, floor in FLOORS[part].items() if scores[name].f1 < floor}
    assert not low


def test_there_are_several_hundred_goals_and_a_third_cannot_be_measured():
    goals = [goal for part in FLOORS for goal in measure.read_goals(FOLDER / f"{part}.txt")]
    assert len(goals) >= 500
    assert sum(goal.measurable is False for goal in goals) / len(goals) >= 0.33


def test_no_goal_stands_in_two_parts():
    texts = [goal.text for part in FLOORS for goal in measure.read_goals(FOLDER / f"{part}.txt")]
    assert len(set(texts)) == len(texts)


def test_a_line_that_does_not_fit_is_named(tmp_path):
    path = tmp_path / "goals.txt"
    path.write_text("# ok\nBK | math\n")
    with pytest.raises(ValueError, match=r"goals\.txt:2"):
        measure.read_goals(path)


def test_the_command_prints_a_table_for_each_part(capsys):
    assert measure.main([str(FOLDER)]) == 0
    out = capsys.readouterr().out
    assert "heldout: " in out and "tune: " in out and "precision" in out


def test_the_command_says_when_there_is_nothing_to_measure(tmp_path, capsys):
    assert measure.main([str(tmp_path)]) == 2
    assert "no labelled goals" in capsys.readouterr().err
