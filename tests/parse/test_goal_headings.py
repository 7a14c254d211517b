"""Goals whose label passes for the heading of a part."""

from __future__ import annotations

import pytest
from builders import COVER, plan


@pytest.mark.parametrize("label", ["Measurable Academic/Functional Goal:", "Annual Goal:", "Goal Statement:"])
def test_what_stands_below_the_label_of_a_goal_is_one_however_it_is_worded(label: str) -> None:
    text = "The teacher will help Ida with her sight words every day and give her extra practice."
    levels = "# Present Level of Performance\n22 of 100 words.\n\n"
    found = plan(f"{COVER}{levels}# {label}\n{text}\n\n# Services\nNone.\n").goals
    assert found is not None
    assert [goal.text for goal in found] == [text]
