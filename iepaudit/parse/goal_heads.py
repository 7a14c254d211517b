"""The heads of goal tables that say more than that goals stand below them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from iepaudit.parse.goal_wording import looks_like_goal
from iepaudit.parse.tables import Grid, GridCell, flat
from iepaudit.segment.known_labels import goal_labels


def with_goals(heads: dict[int, str], grid: Grid, number: int) -> dict[int, str]:
    """The heads, with that of the goals where nothing stands in its place, as it was taken for the heading of the part,
    or where it says more or what they are about ("Goal area: Reading" | "Baseline" | "How measured"): goals below."""
    if not heads or {"goal", "objective"} & set(heads.values()):
        return heads
    rows = list(_up_to_heads(grid.rows[number + 1 :]))
    for column in sorted({c for row in rows for c in row if heads.get(c, "area") == "area"}):
        below = [flat(row[column].text) for row in rows if column in row and not tells_steps(row[column])]
        if 2 * sum(looks_like_goal(text) for text in below) > len(below):
            return {**heads, column: "goal"}
    return heads


def tells_steps(cell: GridCell) -> bool:
    """Whether a cell begins with the label of the objectives."""
    return goal_labels().name_of(cell.blocks[0].label or cell.blocks[0].text) == "objective"


def _up_to_heads(rows: Sequence[dict[int, GridCell]]) -> Iterator[dict[int, GridCell]]:
    return takewhile(lambda row: not (0 in row and area_of(row[0])), rows)


def area_of(head: GridCell) -> str:
    """What the goals below a head are about: "Reading" in "Goal area: Reading", "" when it does not say."""
    label, colon, area = flat(head.printed).partition(":")
    return area.strip() if colon and goal_labels().name_of(label) in ("area", "goal") else ""
