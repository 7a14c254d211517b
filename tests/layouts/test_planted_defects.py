"""What is amiss in a plan is told in whatever layout: every defect in layouts drawn at random."""

from __future__ import annotations

import pytest
from defects import DEFECTS, Defect
from measure import tells
from plan_of_nina import NINA
from plan_of_omar import OMAR

# Two seeds for each, one for each plan; others than those of the sound plans.
SEEDS = {defect.name: (3200 + 2 * n, 3201 + 2 * n) for n, defect in enumerate(DEFECTS)}


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda defect: defect.name)
def test_a_defect_is_told_in_whatever_layout(defect: Defect) -> None:
    assert [seed for seed in SEEDS[defect.name] if not tells(defect, seed)] == []


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda defect: defect.name)
def test_a_defect_changes_each_plan(defect: Defect) -> None:
    assert defect.planted(NINA) != NINA and defect.planted(OMAR) != OMAR
