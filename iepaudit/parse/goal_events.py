"""What a goal section says, one thing at a time and in order: labels with their values, rows of tables, plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from iepaudit.model.document import CHECKED, UNCLEAR_BOX
from iepaudit.model.field import Place
from iepaudit.model.iep import Block
from iepaudit.parse.goal_wording import AREA_FIRST, GOAL_HEAD, NUMBER, OBJECTIVE_NUMBER, STATEMENT, looks_like_goal
from iepaudit.parse.patterns import names, pattern
from iepaudit.parse.tables import Grid, GridCell, grids_of
from iepaudit.segment.catalogue import goal_labels
from iepaudit.segment.label import BOXES
from iepaudit.segment.prompts import is_prompt, without_placeholders

_INLINE = re.compile(r"(?<=[.;!?)])\s+(?P<label>[A-Z][A-Za-z/ -]{2,34}?)(?P<note>\s*\([^)]{1,40}\))?:\s+")


@dataclass(frozen=True, slots=True)
class Event:
    """One thing said in a goal section: `name` is a goal label's meaning, "" for text without a label."""

    name: str
    value: str
    place: Place
    label: str = ""  # as printed; of a head, the goal's label
    head: bool = False  # opens a goal by its wording ("Goal 3")
    bullet: bool = False


def goal_events(blocks: Sequence[Block]) -> Iterator[Event]:
    """The events of `blocks`; a table with column heads speaks row by row."""
    grids = {(g.page, g.table): g for g in grids_of(blocks)}
    for event in _events(blocks, {key: _grid_events(grid) for key, grid in grids.items()}):
        if event.name in ("", "goal") and looks_like_goal(event.value):
            yield from _afterwords(event)
        else:
            yield event


def _events(blocks: Sequence[Block], rows: dict[tuple[int, int], list[Event] | None]) -> Iterator[Event]:
    pending: tuple[str, str, Block] | None = None  # a bare label waiting for its cell or line
    done: set[tuple[int, int]] = set()
    for block in _whole_labels(blocks):
        table = (block.place.page, block.table) if block.table is not None else None
        own_rows = rows.get(table) if table else None
        if table and own_rows is not None:  # a table with column heads speaks row by row
            if table not in done:
                done.add(table)
                yield from own_rows
            pending = None
            continue
        own = list(_block_events(block))
        if pending and UNCLEAR_BOX in block.text and not block.filled:
            yield Event(pending[0], "", block.place, pending[1])  # a box that may be marked
            continue
        alone = len(own) == 1 and not own[0].name and not own[0].head and bool(own[0].value)
        if pending and alone and not _apart(pending[2], block):
            yield Event(pending[0], own[0].value, own[0].place, pending[1])
            # the rest of the same cell belongs to the label as well
            options = any(box in block.text for box in BOXES)
            pending = (pending[0], pending[1], block) if block.table is not None or options else None
            continue
        if pending and own and (own[0].head or own[0].value or own[0].name):
            pending = None
        for event in own:
            if event.name and not event.value:
                pending = (event.name, event.label, block)
            yield event


def _whole_labels(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, a label of several lines in the first cell of a row put together, where a line of it passed for a
    heading."""
    found: list[Block] = []
    for block in blocks:
        above = found[-1] if found else None
        if above and block.table is not None and block.column == 0 and _cell(above) == _cell(block):
            text = f"{above.text} {block.text}"
            name = None if above.label or block.label else goal_labels().name_of(text)
            if name and name != goal_labels().name_of(above.text):
                lines = (*above.lines, *block.lines)
                place = Place(above.place.page, above.place.box, text)
                found[-1] = replace(above, text=text, filled="", template=text, place=place, lines=lines)
                continue
        found.append(block)
    return found


def _cell(block: Block) -> tuple[int, int | None, int | None, int | None]:
    return block.place.page, block.table, block.row, block.column


def _apart(label: Block, value: Block) -> bool:
    """A cell of another row cannot hold a label's value, unless it is right below it. `label` is the value's own cell
    when it goes on."""
    if value.table is not None and value.row != label.row and value.lines and value.lines[0].shaded:
        return True  # the heads of the next part of the table
    if label.table is None or value.table is None:
        return label.table is not None and value.table is None
    if label.filled and not goal_labels().name_of(label.text):
        return (label.row, label.column) != (value.row, value.column)
    return label.row != value.row and label.column != value.column


def _block_events(block: Block) -> Iterator[Event]:
    known = goal_labels()
    printed = block.place.quote
    text = block.filled
    head = GOAL_HEAD.match(printed)
    if head and (head["number"] or known.name_of(block.label or block.text) == "goal"):
        rest = head["rest"].strip()
        if (not text and not _any_words(without_placeholders(rest))) or (is_prompt(rest) and not looks_like_goal(rest)):
            rest = ""
        rest = without_placeholders(rest) if not looks_like_goal(rest) else rest
        number = head["number"]
        yield Event("", "", block.place, label=f"Goal {number}" if number else "", head=bool(number))
        if head["area"]:
            yield Event("area", head["area"], block.place)
        area = AREA_FIRST.match(rest)
        if area:
            yield Event("area", area["area"], block.place)
            rest = rest[area.end() :].strip()
        if rest and not STATEMENT.search(rest) and len(rest.split()) <= 8 and number:
            yield Event("area", rest.rstrip(":. "), block.place)
            rest = ""
        if number and not rest:
            return
        yield from _split_inline("goal", rest, block)
        return
    question = re.split(rf":|(?=[{BOXES}])", printed, maxsplit=1)[0].strip()
    side = block.table is not None and block.column == 0
    room = 130 if side or not text else 70  # characters of a label; in the form's own words it may ask at length
    called = block.label or (block.text if len(block.text) < room else "")
    name = known.name_of(called) if called else None
    if name is None and len(question) > 20 and question != printed:
        name = known.name_of(question)  # "How progress will be measured: ☐ Tests ☒ Work samples"
        if name and not block.label:
            yield Event(name, text, Place(block.place.page, block.place.box, text or printed), question)
            return
    if block.label and name:
        yield from _split_inline(name, text, block)
    elif name and not block.label:
        yield Event(name, "", block.place, block.text)
    elif block.label and block.filled:
        value = f"{block.label}: {block.filled}"
        area = AREA_FIRST.match(value)
        if area and looks_like_goal(block.filled):
            yield Event("area", block.label, block.place)
            yield from _split_inline("", block.filled, block)
        elif looks_like_goal(value) and not block.label.endswith("?"):
            yield from _split_inline("", value, block)
        else:
            yield Event("?", value, block.place, block.label, bullet=block.bullet)
    elif text:
        area = AREA_FIRST.match(text)
        if area:
            yield Event("area", area["area"], block.place)
            text = text[area.end() :].strip()
        yield from _split_inline("", text, block)


def _split_inline(name: str, text: str, block: Block) -> Iterator[Event]:
    """ "... 60 words per minute. Baseline (8/29): 22 words." -> two events."""
    known = goal_labels()
    start = 0
    current, label = name, block.label
    for match in _INLINE.finditer(text):
        found = known.name_of(match["label"])
        if not found:
            continue
        yield _event(current, text[start : match.start()].strip(), block, label)
        current, label, start = found, match["label"], match.end()
    yield _event(current, text[start:].strip(), block, label)


def _event(name: str, value: str, block: Block, label: str) -> Event:
    place = Place(block.place.page, block.place.box, value or block.place.quote)
    return Event(name, value, place, label, bullet=block.bullet)


def _any_words(text: str) -> bool:
    return any(c.isalnum() for c in text)


def _grid_events(grid: Grid) -> list[Event] | None:
    """A table with column heads as events: of goals (Goal | Criteria | Method), of objectives (No. | Objective | Date),
    none for the rows of a record of progress. Rows above the heads, and rows across the table with a label of their
    own, speak as lines do. None when the table has no column heads."""
    columns: dict[int, str] = {}
    events: list[Event] = []
    plain: list[Block] = []
    judged: dict[int, str] = {}  # heads of the row above, when they ask how the objective before them is judged
    unit = False  # whether an objective was read with its level
    for number, row in enumerate(grid.rows):
        heads = _with_behavior(grid.heads(number, goal_labels()), row) or _of_progress(grid, number)
        if heads and grid.in_pairs(number, heads, goal_labels()):
            heads = {}
        level = _level_of(row, judged) if judged and not heads else ""
        if level:
            above = sum(len(cell.blocks) for cell in grid.rows[number - 1].values())
            own = list(_events(plain[:-above], {}))
            if own and own[-1].name == "objective" and own[-1].value:
                events += [*own[:-1], *_judged(own[-1], level, row, judged)]
                plain, judged, unit = [], {}, True
                continue
        judged = heads if not columns and "criterion" in heads.values() else {}
        if heads and {"goal", "objective", "progress"} & set(heads.values()):
            columns = heads
        elif not columns or _speaks_alone(row):
            plain += [block for cell in row.values() for block in cell.blocks]
            continue
        events += _events(plain, {})
        plain = []
        if columns is not heads and {"goal", "objective"} & set(columns.values()):
            events += _row_events(row, columns)
    if not columns and not unit:
        return None
    return [*events, *_events(plain, {})]


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
    """Goals that a form asks for in parts: "Condition | Behavior | Criterion | Evaluation"."""
    if "criterion" not in heads.values() or "goal" in heads.values():
        return heads
    parts = {" ".join(cell.printed.lower().split()): column for column, cell in row.items()}
    behavior = next((c for text, c in parts.items() if _BEHAVIOR.fullmatch(text)), None)
    if behavior is None:
        return heads
    condition = {c: "condition" for text, c in parts.items() if _CONDITION.fullmatch(text)}
    return {**heads, **condition, behavior: "goal"}


_BEHAVIOR = re.compile(r"(?:observable |target |measurable )?(?:behaviou?r|skill)s?")
_CONDITION = re.compile(r"conditions?|given(?: what)?")


def _speaks_alone(row: dict[int, GridCell]) -> bool:
    """One cell across the table, with a label or the head of a goal in it."""
    if len(row) != 1 or 0 not in row:
        return False
    first = row[0].blocks[0]
    head = GOAL_HEAD.match(first.place.quote)
    return goal_labels().name_of(first.label or first.text) is not None or bool(head and head["number"])


def _row_events(row: dict[int, GridCell], columns: dict[int, str]) -> Iterator[Event]:
    by_name = {name: row[column] for column, name in columns.items() if column in row}
    goal = by_name.get("goal")
    given = by_name.pop("condition", None)
    if goal is not None and given is not None and given.text:
        goal = replace(goal, blocks=(*given.blocks, *goal.blocks), text=f"{given.text} {goal.text}")
    step = by_name.get("objective")
    if goal is not None and OBJECTIVE_NUMBER.match(goal.text):
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
        if name in ("goal", "objective", *_SILENT) or (own and name == "criterion"):
            continue
        text = " ".join(cell.text.split())
        yield Event(name, text, Place(cell.place.page, cell.place.box, text))


def _goal_cell(cell: GridCell) -> Iterator[Event]:
    """A goal with what stands below it in its cell ("Current: 2 of 8 steps", steps that are numbered)."""
    said = [b for b in cell.blocks if b.filled]
    count = next((n for n, b in enumerate(said) if n and _is_other(b)), len(said))
    text = " ".join(" ".join(f"{b.label}: {b.filled}" if b.label else b.filled for b in said[:count]).split())
    if not text or is_prompt(text):
        return
    head = GOAL_HEAD.match(text)
    number = head["number"] if head else None
    rest = head["rest"].strip() if head and number else NUMBER.sub("", text, count=1)
    yield Event("", "", cell.place, label=f"Goal {number}" if number else "", head=True)
    yield Event("goal", rest, Place(cell.place.page, cell.place.box, rest))
    yield from _events(said[count:], {})


def _is_other(block: Block) -> bool:
    return bool(block.label and goal_labels().name_of(block.label)) or bool(OBJECTIVE_NUMBER.match(block.filled))


_SENTENCE = re.compile(r"(?<=[.!?])[\"”’)]?\s+(?=[A-Z0-9])")


def _afterwords(event: Event) -> Iterator[Event]:
    """A goal's paragraph without the sentences that say where the child stands or how the goal is measured, and these
    as events of their own."""
    sentences = _SENTENCE.split(event.value)
    at = next((n for n, s in enumerate(sentences) if STATEMENT.search(s)), len(sentences))
    kept, others = sentences[: at + 1], []
    for sentence in sentences[at + 1 :]:
        name = next((n for n in names("goals") if pattern("goals", n).match(sentence)), "")
        if name:
            others.append((name, sentence))
        elif others:
            others[-1] = (others[-1][0], f"{others[-1][1]} {sentence}")
        else:
            kept.append(sentence)
    text = " ".join(kept)
    yield Event(event.name, text, Place(event.place.page, event.place.box, text), event.label, event.head, event.bullet)
    for name, said in others:
        yield Event(name, said, Place(event.place.page, event.place.box, said))


_SILENT = ("dates", "deadline", "progress", "note", "standard", "number")
