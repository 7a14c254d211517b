"""The heads of goal tables that say more than that goals stand below them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from iepaudit.parse.goal_wording import GOAL_HEAD, looks_like_goal
from iepaudit.parse.tables import Grid, GridCell, flat
from iepaudit.segment.known_labels import goal_labels


def with_goals(heads: dict[int, str], grid: Grid, number: int) -> dict[int, str]:
    """The heads, with that of the goals where nothing stands in its place, as it was taken for the heading of the part,
    or where it says more or what they are about ("Goal area: Reading" | "Baseline" | "How measured"): goals below."""
    if not heads or {"goal", "objective"} & set(heads.values()):
        return heads
    rows = list(_up_to_heads(grid.rows[number + 1 :]))
    for column in sorted({c for row in rows for c in row if heads.get(c, "area") == "area"}):
        own = flat(grid.rows[number][column].printed) if column in grid.rows[number] else ""
        below = [_said(row[column], own) for row in rows if column in row and not tells_steps(row[column])]
        if 2 * sum(map(looks_like_goal, below)) > len(below):
            return {**heads, column: "goal"}
    return heads


def _said(cell: GridCell, column_head: str) -> str:
    """What a cell says behind the head of its column and behind "Measurable Annual Goal 1:"."""
    text = flat(cell.text).removeprefix(f"{column_head}: ")
    head = GOAL_HEAD.match(text)
    return head["rest"] if head and head["number"] else text


def tells_steps(cell: GridCell) -> bool:
    """Whether a cell begins with the label of the objectives."""
    return goal_labels().name_of(cell.blocks[0].label or cell.blocks[0].text) == "objective"


def _up_to_heads(rows: Sequence[dict[int, GridCell]]) -> Iterator[dict[int, GridCell]]:
    return takewhile(lambda row: not (0 in row and area_of(row[0])), rows)


def area_of(head: GridCell) -> str:
    """What the goals below a head are about: "Reading" in "Goal area: Reading", "" when it does not say."""
    label, colon, area = flat(head.printed).partition(":")
    names_area = colon and goal_labels().name_of(label) in ("area", "goal") and not looks_like_goal(area.strip())
    return area.strip() if names_area else ""
