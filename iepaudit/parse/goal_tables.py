"""What the rows of goal tables say, one thing at a time: goals and objectives under column heads, with their levels."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from iepaudit.model.document import CHECKED
from iepaudit.model.field import Place
from iepaudit.model.iep import Block
from iepaudit.parse.goal_event import Event
from iepaudit.parse.goal_heads import area_of, tells_steps, with_goals
from iepaudit.parse.goal_lines import line_events
from iepaudit.parse.goal_parts import one_sentence, part_name
from iepaudit.parse.goal_step_columns import step_heads, steps_under
from iepaudit.parse.goal_wording import GOAL_HEAD, NUMBER, OBJECTIVE_NUMBER, STEP_NAME
from iepaudit.parse.patterns import pattern
from iepaudit.parse.tables import Grid, GridCell, flat
from iepaudit.segment.known_labels import goal_labels
from iepaudit.segment.prompts import is_prompt

_SILENT = ("dates", "deadline", "progress", "status", "note", "standard", "number")


def table_events(grid: Grid) -> list[Event] | None:
    """A table with column heads as events: of goals (Goal | Criteria | Method), of objectives (No. | Objective | Date),
    none for the rows of a record of progress. Rows above the heads, and rows across the table with a label of their
    own, speak as lines do. None when the table has no column heads."""
    columns: dict[int, str] = {}
    top: dict[int, GridCell] = {}  # the row of the heads in `columns`
    events: list[Event] = []
    plain: list[Block] = []
    judged: dict[int, str] = {}  # heads of the row above, when they ask how the objective before them is judged
    told = False  # whether an objective was read with its level, or parts of a goal under their heads
    parts: dict[int, str] = {}  # heads of a row that ask for parts of the goal above the table
    at = 0  # the row of these
    steps: frozenset[int] = frozenset()  # columns of objectives side by side
    steps_at = 0  # the row of their heads
    for number, row in enumerate(grid.rows):
        asked = number > 0 and _opens_steps(grid.rows[number - 1])
        below = steps_under(row, steps, first=number == steps_at + 1) if steps else []
        steps = steps if below else step_heads(row, asked=asked)
        if steps:
            steps_at = steps_at if below else number
            events += [*line_events(plain), *below]
            plain, columns, parts, told = [], {}, {}, True
            continue
        periods = pattern("progress", "period-head")
        heads = _with_behavior(grid.heads(number, goal_labels(), besides=periods), row) or _of_progress(grid, number)
        heads = with_goals(heads, grid, number)
        if heads and (grid.in_pairs(number, heads, goal_labels()) or _answered(row, heads)):
            heads = {}
        level = _level_of(row, judged) if judged and not heads else ""
        if level:
            above = sum(len(cell.blocks) for cell in grid.rows[number - 1].values())
            own = list(line_events(plain[:-above]))
            if own and own[-1].name == "objective" and own[-1].value:
                events += [*own[:-1], *_judged(own[-1], level, row, judged)]
                plain, judged, told = [], {}, True
                continue
        judged = heads if not columns and "criterion" in heads.values() else {}
        asks = _part_heads(heads, row)
        if parts and not heads and (_states_step(row) or _is_labelled(row)):
            parts = {}
        if parts and not heads and not asks and not _speaks_alone(row) and not _across(row, grid.rows[at]):
            plain = _left(plain, grid.rows[at])
            events += line_events(plain)
            plain, told = [], True
            events += [*_part_events(row, parts), *_other_events(row, parts, grid.rows[at])]
            continue
        if heads or asks or _opens_steps(row):
            parts, at = asks, number
        if heads and {"goal", "objective", "progress", "status"} & set(heads.values()):
            columns, top = heads, row
            about = area_of(row[0]) if 0 in row and heads.get(0, "goal") in ("goal", "area") else ""
        elif not columns or _speaks_alone(row) or ("goal" in columns.values() and _is_labelled(row)):
            plain += [block for cell in row.values() for block in cell.blocks]
            continue
        events += line_events(plain)
        plain = []
        if columns is heads and about:
            events.append(Event("area", about, row[0].place))
        if columns is not heads and {"goal", "objective"} & set(columns.values()):
            events += [*_row_events(row, columns), *_other_events(row, columns, top)]
    if not columns and not told:
        return None
    return [*events, *line_events(plain)]


_PARTS = frozenset({"baseline", "criterion", "method", "schedule", "evaluator"})


def _part_heads(heads: dict[int, str], row: dict[int, GridCell]) -> dict[int, str]:
    """The column heads of a row that ask for parts of a goal that stands elsewhere ("Method of measurement" |
    "Criteria" | "1st quarter"); periods of reporting may stand beside a single one."""
    named = heads or {c: name for c, cell in row.items() if (name := goal_labels().name_of(flat(cell.printed)))}
    told = set(named.values())
    periods = sum(bool(pattern("progress", "period-head").fullmatch(flat(cell.printed))) for cell in row.values())
    whole = len(named) == len(row) > 1
    if len(told & _PARTS) < (1 if periods > 1 or whole else 2) or told & {"goal", "objective", "condition"}:
        return {}
    if _answered(row, named) or (2 * (len(named) + periods) <= len(row) and not _among_heads(row, named)):
        return {}
    return named if len(named) + periods > 1 else {}


def _answered(row: dict[int, GridCell], named: dict[int, str]) -> bool:
    """Whether each known label of a row has its own answer below it in its cell ("Method:" above "Weekly probe")."""
    return bool(named) and all(column in row and any(map(_is_answered, row[column].blocks)) for column in named)


def _is_answered(block: Block) -> bool:
    return bool(block.label) and block.filled[:1] not in ("", "(") and not is_prompt(block.filled)


def _among_heads(row: dict[int, GridCell], named: dict[int, str]) -> bool:
    """Whether known heads stand side by side among others, so that none can be the value beside a label ("Baseline" |
    "Evaluation method" | "With" | "Summer goal?")."""
    others = [flat(cell.printed) for column, cell in row.items() if column not in named]
    short = all(len(text.split()) <= _HEAD and not any(c.isdigit() for c in text) for text in others)
    return short and any(column + 1 in named for column in named)


_HEAD = 5  # words of a column head that nobody knows


def _across(row: dict[int, GridCell], heads: dict[int, GridCell]) -> bool:
    """Whether a row is one text that runs on under the next head."""
    if len(row) != 1:
        return False
    column, cell = next(iter(row.items()))
    following = next((h.place.box for c, h in sorted(heads.items()) if c > column), None)
    own = cell.place.box
    return bool(own and following and own.x1 > following.x0 + 1)


def _left(blocks: Sequence[Block], heads: dict[int, GridCell]) -> list[Block]:
    """The blocks without those of a row of heads."""
    of_heads = {id(block) for cell in heads.values() for block in cell.blocks}
    return [block for block in blocks if id(block) not in of_heads]


def _part_events(row: dict[int, GridCell], parts: dict[int, str]) -> Iterator[Event]:
    """What stands under heads that ask for parts of a goal; nothing is said of a part whose cell is empty."""
    for column, name in parts.items():
        cell = row.get(column)
        if name in (*_PARTS, "area") and cell is not None and cell.text:
            text = " ".join(cell.text.split())
            yield Event(name, text, Place(cell.place.page, cell.place.box, text))


def _other_events(row: dict[int, GridCell], columns: dict[int, str], heads: dict[int, GridCell]) -> Iterator[Event]:
    """What stands under heads that are not known as the label of any part of a goal."""
    for column, cell in row.items():
        asked = flat(heads[column].printed) if column in heads and column not in columns else ""
        if asked and cell.text:
            text = f"{asked}: {' '.join(cell.text.split())}"
            yield Event("?", text, Place(cell.place.page, cell.place.box, text), asked)


def _level_of(row: dict[int, GridCell], heads: dict[int, str]) -> str:
    """What stands under the head that asks for the level to reach."""
    texts = [row[column].text for column, name in heads.items() if name == "criterion" and column in row]
    return ", ".join(part for text in texts for part in text.split("\n") if part)


def _judged(objective: Event, level: str, row: dict[int, GridCell], heads: dict[int, str]) -> Iterator[Event]:
    """An objective with the level to reach that stands in a row of its own below it ("Criteria | Procedures |
    Schedule"), and what else that row says."""
    level = " ".join(level.replace(CHECKED, " ").split())
    yield replace(objective, value=f"{objective.value.rstrip(' .;,')}, {level}")
    for column, name in heads.items():
        cell = row.get(column)
        if cell is not None and cell.text and name in ("method", "schedule"):
            text = " ".join(cell.text.split())
            yield Event(name, text, Place(cell.place.page, cell.place.box, text))


def _of_progress(grid: Grid, number: int) -> dict[int, str]:
    """The heads of a record of progress: "Date | Progress | Comments"."""
    heads = grid.heads(number, goal_labels(), least=1)
    return heads if set(heads.values()) == {"progress"} and len(heads) > 1 else {}


def _with_behavior(heads: dict[int, str], row: dict[int, GridCell]) -> dict[int, str]:
    """Goals that a form asks for in parts: "Timeframe | Condition | Behavior | Criterion | Evaluation"."""
    if "goal" in heads.values():
        return heads
    parts = {column: part_name(cell.printed) for column, cell in row.items()}
    told = set(parts.values())
    if "behavior" not in told or not told & {"condition", "criterion"} or not set(heads.values()) & _LEVEL:
        return heads
    others = {column: name for column, name in parts.items() if name in ("timeframe", "who", "condition")}
    behavior = next(column for column, name in parts.items() if name == "behavior")
    return {**heads, **others, behavior: "goal"}


_LEVEL = frozenset({"criterion", "method"})


def _speaks_alone(row: dict[int, GridCell]) -> bool:
    """One cell across the table, with a label or the head of a goal in it."""
    if len(row) != 1 or 0 not in row:
        return False
    first = row[0].blocks[0]
    head = GOAL_HEAD.match(first.place.quote)
    return goal_labels().name_of(first.label or first.text) is not None or bool(head and head["number"])


def _is_labelled(row: dict[int, GridCell]) -> bool:
    """Whether a row below column heads has a label of its own in its first cell, with one value beside it ("Baseline:"
    | "3 of 10")."""
    if len(row) != 2 or 0 not in row:
        return False
    name = goal_labels().name_of(flat(row[0].printed).rstrip(" :"))
    value = next(cell for column, cell in row.items() if column)
    return name in (*_PARTS, "objective") and bool(value.text) and not goal_labels().name_of(flat(value.printed))


def _opens_steps(row: dict[int, GridCell]) -> bool:
    """Whether a row across the table is the label of the objectives: what stands below it answers no heads above."""
    return _speaks_alone(row) and goal_labels().name_of(flat(row[0].printed).rstrip(" :")) == "objective"


_STEP = re.compile(rf"{STEP_NAME}(?P<number>\d{{1,2}}(?:\.\d)?[a-h]?\b)?[a-h]?[.:)]?", re.IGNORECASE)


def _states_step(row: dict[int, GridCell]) -> bool:
    """Whether a row across the table begins with the number of an objective."""
    first = _STEP.match(flat(next(iter(row.values())).printed)) if len(row) == 1 else None
    return first is not None and first["number"] is not None


def _row_events(row: dict[int, GridCell], columns: dict[int, str]) -> Iterator[Event]:
    by_name = {name: row[column] for column, name in columns.items() if column in row}
    goal = by_name.get("goal")
    parts = {name: by_name.pop(name) for name in ("timeframe", "who", "condition") if name in by_name}
    if goal is not None and parts:
        goal = _whole(goal, [(columns[c], cell) for c, cell in row.items() if columns.get(c) in (*parts, *_STATED)])
    step = by_name.get("objective")
    if goal is not None and (OBJECTIVE_NUMBER.match(goal.text) or tells_steps(goal) or _is_step(row, goal)):
        goal, step = None, goal
    own = step is not None and goal is None  # a row about an objective alone
    if goal is not None:
        yield from _goal_cell(goal)
    if step is not None and step.text:
        text = " ".join(step.text.split())
        level = by_name.get("criterion") if own else None
        if level is not None and level.text:
            text = f"{text.rstrip(' .;,')}, {' '.join(level.text.split())}"
        yield Event("objective", text, Place(step.place.page, step.place.box, text))
    for name, cell in by_name.items():
        text = " ".join(cell.text.split())
        if name in ("goal", "objective", *_SILENT) or (own and (name == "criterion" or _SAME.fullmatch(text))):
            continue
        yield Event(name, text, Place(cell.place.page, cell.place.box, text))


_STATED = ("goal", "criterion")
_SAME = re.compile(r"(?:(?:the )?same(?: as .{2,30})?|see above|ditto|[\"”]+)\W*", re.IGNORECASE)


def _whole(goal: GridCell, parts: Sequence[tuple[str, GridCell]]) -> GridCell:
    """The cell of what the child will do with the parts of the sentence that stand in other columns."""
    text, _ = one_sentence([("behavior" if name == "goal" else name, flat(cell.text)) for name, cell in parts])
    return replace(goal, text=text, printed=text, blocks=(replace(goal.blocks[0], label="", text=text, filled=text),))


def _is_step(row: dict[int, GridCell], goal: GridCell) -> bool:
    """Whether a cell beside the statement says that the row is about an objective ("Objective #1")."""
    return any(cell is not goal and _STEP.fullmatch(flat(cell.printed)) for cell in row.values())


def _goal_cell(cell: GridCell) -> Iterator[Event]:
    """A goal with what stands below it in its cell ("Current: 2 of 8 steps", steps that are numbered)."""
    said = [b for b in cell.blocks if b.filled]
    count = next((n for n, b in enumerate(said) if n and _is_other(b)), len(said))
    text = " ".join(" ".join(_said(b) for b in said[:count]).split())
    if not text or is_prompt(text):
        return
    head = GOAL_HEAD.match(text)
    number = head["number"] if head else None
    rest = head["rest"].strip() if head and number else NUMBER.sub("", text, count=1)
    yield Event("", "", cell.place, label=f"Goal {number}" if number else "", head=True)
    yield Event("goal", rest, Place(cell.place.page, cell.place.box, rest))
    yield from line_events(said[count:])


def _said(block: Block) -> str:
    """What a block of a goal's cell says, without the head of its column."""
    label, area, _ = block.label.partition(":")  # "Goal area: Reading"
    name = goal_labels().name_of(label)
    named = name == "goal" or (name == "area" and area)
    return f"{block.label}: {block.filled}" if block.label and not named else block.filled


def _is_other(block: Block) -> bool:
    return bool(block.label and goal_labels().name_of(block.label)) or bool(OBJECTIVE_NUMBER.match(block.filled))
