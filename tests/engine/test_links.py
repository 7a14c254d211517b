"""Whether a goal, service or accommodation may answer a need is decided by words that name an area. Measured on
labelled pairs that were written for it: a wrong `no` could become a false alarm, a wrong `yes` hides a gap."""

from collections import Counter
from pathlib import Path

import pytest

from iepaudit.parse.areas import area_of
from iepaudit.rulepack.areas import canonical

PAIRS = Path(__file__).parent.parent / "data" / "links"


def read_pairs(path):
    """(need, other, whether it answers), with one answer to a need of the other half of the file for each need."""
    groups = []
    for line in path.read_text("utf-8").splitlines():
        mark, _, text = line.partition(" ")
        if mark == "need:":
            groups.append((text, []))
        elif mark in "+-" and text:
            groups[-1][1].append((groups[-1][0], text, mark == "+"))
    half = len(groups) // 2
    strangers = [(need, groups[(i + half) % len(groups)][1][0][1], False) for i, (need, _) in enumerate(groups)]
    return [pair for _, listed in groups for pair in listed] + strangers


def decide(need, other):
    first, second = canonical(area_of(need)), canonical(area_of(other))
    return "open" if not first or not second else "yes" if first == second else "no"


@pytest.mark.parametrize(("name", "most_false_alarms", "most_hidden_gaps"), [("tune", 3, 0), ("heldout", 8, 4)])
def test_areas_seldom_part_what_belongs_together_or_join_what_does_not(name, most_false_alarms, most_hidden_gaps):
    pairs = read_pairs(PAIRS / f"{name}.txt")
    found = Counter((decide(need, other), answers) for need, other, answers in pairs)
    assert len(pairs) >= 100
    assert found["no", True] <= most_false_alarms
    assert found["yes", False] <= most_hidden_gaps
    assert found["yes", True] >= 20
