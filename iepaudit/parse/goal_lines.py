"""What the lines of a goal section say, one thing at a time: labels with their values and plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from iepaudit.model.document import UNCLEAR_BOX
from iepaudit.model.field import Place
from iepaudit.model.iep import Block
from iepaudit.parse.goal_cells import whole_labels
from iepaudit.parse.goal_event import PART, Event
from iepaudit.parse.goal_inline import below_label, led_by_label, shared_label, split_inline
from iepaudit.parse.goal_parts import part_name
from iepaudit.parse.goal_status import without_status
from iepaudit.parse.goal_wording import (
    AREA_FIRST,
    AREA_THEN_GOAL,
    GOAL_HEAD,
    NUMBER,
    STATEMENT,
    STEP_NAME,
    lists_parts,
    looks_like_goal,
)
from iepaudit.parse.patterns import pattern
from iepaudit.segment.known_headings import headings
from iepaudit.segment.known_labels import goal_labels, labels
from iepaudit.segment.known_prompts import without_placeholders
from iepaudit.segment.label import BOXES
from iepaudit.segment.prompts import is_prompt

NO_ROWS: Mapping[tuple[int, int], Sequence[Event] | None] = {}


def line_events(
    blocks: Sequence[Block], rows: Mapping[tuple[int, int], Sequence[Event] | None] = NO_ROWS
) -> Iterator[Event]:
    """The events of `blocks`; `rows` are those of tables that speak row by row, by page and number."""
    pending: tuple[str, str, Block] | None = None  # a bare label waiting for its cell or line
    done: set[tuple[int, int]] = set()
    asked: Block | None = None  # a printed request for something else
    for block in whole_labels(blocks):
        answers, asked = asked, _asks_for_other(block)
        table = (block.place.page, block.table) if block.table is not None else None
        own_rows = rows.get(table) if table else None
        if table and own_rows is not None:  # a table with column heads speaks row by row
            if table not in done:
                done.add(table)
                yield from own_rows
            pending = None
            continue
        own = list(_block_events(block))
        if answers is not None and len(own) == 1 and not own[0].name and not own[0].head and not _apart(answers, block):
            own = [e if looks_like_goal(e.value) else replace(e, name="?", label=answers.text) for e in own]
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
        if pending and len(own) == 1 and _tells_level(pending[0], own[0], pending[2], block):
            yield Event(pending[0], own[0].value, own[0].place, pending[1])
            pending = None
            continue
        if pending and _leads_on(own) and not _apart(pending[2], block):
            own[0] = replace(own[0], name=pending[0], label=pending[1])  # its value, with other labels behind it
        if pending and own and (own[0].head or own[0].value or own[0].name):
            pending = None
        if pending and not own and not block.filled and block.text.rstrip().endswith((":", "?")):
            pending = None  # a printed request for something else
        if own and _is_key(block):
            pending = None
            continue
        for event in own:
            if event.name and not event.value:
                pending = (event.name, event.label, block)
            yield event


def _leads_on(own: Sequence[Event]) -> bool:
    """Whether a line begins without a label and has others in it ("3 of 10. Measured by: ...")."""
    first = own[0] if len(own) > 1 else None
    plain = first is not None and not first.name and not first.head and bool(first.value)
    return plain and not looks_like_goal(own[0].value) and all(e.name for e in own[1:])


def _tells_level(name: str, event: Event, label: Block, block: Block) -> bool:
    """Whether a line below the label of a baseline, or in the cell beside that of another part, is its value, though a
    few words and a colon begin it ("Two samples in May: 4 of 10 sentences with end marks")."""
    beside = block.table is not None and _row_of(block) == _row_of(label) and label.column == 0
    if beside and name in _VALUES and event.name == "?" and not is_prompt(block.label) and event.value:
        return labels().name_of(block.label) is None  # "Method" | "Observation record: tally"
    told = name == "baseline" and event.name == "?" and not is_prompt(block.label)
    known = told and (headings().match(block.label) or labels().name_of(block.label))
    words = len(block.filled.split())
    return (
        told and not known and words >= _FEWEST_LEVEL and bool(_FIGURE.search(event.value)) and not _apart(label, block)
    )


def _row_of(block: Block) -> tuple[int, int | None, int | None]:
    return block.place.page, block.table, block.row


_VALUES = frozenset({"baseline", "method", "criterion"})
_FEWEST_LEVEL = 4  # words
_FIGURE = re.compile(r"\d")


_CODE = re.compile(r"(?<!\S)(?:[A-Z]{1,3}|\d{1,2})(?:[.)]| ?=)(?=\s+\S)")
_OTHER_LAST = re.compile(r"\bother\W*(?:specify|describe)?\W*$", re.IGNORECASE)


def _is_key(block: Block) -> bool:
    """Whether a printed line explains the codes of a form ("Performance Criteria: A. Percent of Change B. ...")."""
    listed = len(_CODE.findall(block.text)) > 2
    return listed and (not block.filled or _OTHER_LAST.search(block.text) is not None)


_OF_GOAL = re.compile(
    r"\b(?:goals?|objectives?|benchmarks?|targets?|skills?|metas?|will|learn|student|child)\b", re.IGNORECASE
)


def _asks_for_other(block: Block) -> Block | None:
    """A printed request that no part of a goal is known by ("Related state standard:"): what follows it is its answer,
    and no goal unless it is worded as one."""
    text = block.text.rstrip()
    printed = not block.filled and not block.label and text.endswith((":", "?", "):"))
    if not printed or goal_labels().name_of(text) is not None:
        return None
    heading = headings().match(text) if text.endswith("?") else None  # of the disability and the general curriculum
    return block if not _OF_GOAL.search(text) or (heading and heading.key == "impact") else None


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
    shared = list(shared_label(block))
    if shared:
        yield from shared
        return
    head = GOAL_HEAD.match(without_status(printed))
    if head and (head["number"] or known.name_of(block.label or block.text) == "goal"):
        rest = head["rest"].strip()
        if (not text and not _any_words(without_placeholders(rest))) or (is_prompt(rest) and not looks_like_goal(rest)):
            rest = ""
        rest = without_placeholders(rest) if not looks_like_goal(rest) else rest
        if not block.label and not any(c.isdigit() for c in printed) and known.name_of(printed) == "goal":
            rest = ""  # "Annual Goal/Target": a label to its end
        number = head["number"]
        yield Event("", "", block.place, label=f"Goal {number}" if number else "", head=bool(number))
        if head["area"] and not lists_parts(head["area"]):
            yield Event("area", head["area"], block.place)
        area = AREA_FIRST.match(rest)
        if area:
            yield Event("area", area["area"], block.place)
            rest = rest[area.end() :].strip()
        told = _AREA_THEN_LEVEL.match(rest) if number else None
        if told and pattern("goals", "baseline").match(told["said"]):  # "Goal 1: Reading. Ida is at 62 words."
            yield Event("area", told["area"], block.place)
            yield Event("baseline", told["said"], Place(block.place.page, block.place.box, told["said"]))
            return
        if rest and not STATEMENT.search(rest) and len(rest.split()) <= 8 and number:
            yield Event("area", rest.rstrip(":. "), block.place)
            rest = ""
        if number and not rest:
            return
        yield from split_inline("goal", rest, block)
        return
    behind = AREA_THEN_GOAL.match(without_status(printed))
    if behind and known.name_of(behind["area"]) is None:
        yield Event("", "", block.place, label=f"Goal {behind['number']}", head=True)
        yield Event("area", behind["area"], block.place)
        return
    question = re.split(rf":|(?=[{BOXES}])", printed, maxsplit=1)[0].strip()
    side = block.table is not None and block.column == 0
    asks = not text or _SPEAKS_OF_GOALS.search(text) is not None
    # characters of a label; in the form's own words it may ask at length
    room = _LONGEST_QUESTION if _ENDS_IN_QUESTION.search(printed) else 130 if side or asks else 70
    called = block.label or (block.text if len(block.text) < room else "" if text else _before_note(block.text))
    name = known.name_of(called) if called else None
    if name is None and len(question) > 20 and question != printed:
        name = known.name_of(question)  # "How progress will be measured: ☐ Tests ☒ Work samples"
        if name and not block.label:
            yield Event(name, text, Place(block.place.page, block.place.box, text or printed), question)
            return
    if block.label and name:
        yield from split_inline(name, text, block)
    elif name and not block.label:
        yield Event(name, "", block.place, block.text)
    elif not text and part_name(called):
        yield Event(PART, "", block.place, called)
    elif block.label and block.filled:
        value = f"{block.label}: {block.filled}"
        number, named = _numbered_area(value)
        if named and looks_like_goal(block.filled):
            yield Event("area", named, block.place)
            yield from split_inline("", number + block.filled, block)
        elif looks_like_goal(value) and not block.label.endswith("?"):
            yield from split_inline("", value, block)
        else:
            yield Event("?", value, block.place, block.label, bullet=block.bullet)
    elif text and not block.label and (step := _STEP.match(text)):
        yield from split_inline("objective", step["said"], replace(block, label=step["label"]))
    elif led := below_label(block) or led_by_label(text):
        yield from split_inline(led[0], led[1], replace(block, label=led[2]))
    elif text:
        number, named = _numbered_area(text)
        level = named if _TOLD_LEVEL.search(named) else ""
        if named and not level:
            yield Event("area", named, block.place)
        if named:
            text = number + text[text.index(named) + len(named) :].lstrip(" .:–—-")
        yield from split_inline("", text, block)
        if level:
            yield Event("baseline", level, Place(block.place.page, block.place.box, level))


_AREA_THEN_LEVEL = re.compile(r"(?P<area>[^.:\d]{3,60})[.:]\s+(?P<said>[A-Z].*)$", re.DOTALL)
# "Objective 1 By May ...", "Benchmark #2 Given ...", without a colon
_STEP = re.compile(
    rf"(?P<label>{STEP_NAME}\d{{1,2}}[a-z]?)[.)\s–—-]\s*(?P<said>[A-Z].*)$",
    re.IGNORECASE | re.DOTALL,
)


# "Procedures for measuring the student's progress toward the annual goal": nobody writes so of a child with a name.
_SPEAKS_OF_GOALS = re.compile(
    r"(?=[^\d.;]*$)[A-Z].*\b(?:(?:the|this) (?:student|child)(?:['’]s)? progress|(?:the|this|each|annual) goals?)\b",
    re.DOTALL,
)


# "Ida now reads 52 words", "Ida reads 52 words in a minute": a sentence in front of a goal, and not its area
_TOLD_LEVEL = re.compile(
    r"(?=.*\d)(?:.*\b(?:currently|now|presently|today|at present)\b|"
    r"[A-Z]\w+ (?:can|has|is|does|[a-z]{3,}s)(?: \S+){3})",
    re.S,
)
_LONGEST_QUESTION = 200  # characters
_ENDS_IN_QUESTION = re.compile(r"\?\W*$")


def _numbered_area(text: str) -> tuple[str, str]:
    """The number and the area in front of a goal ("2. Writing. By June ..."), each "" where it has none."""
    own = NUMBER.match(text)
    number = own.group() if own else ""
    area = AREA_FIRST.match(text[len(number) :])
    return (number, area["area"]) if area else ("", "")


def _before_note(asked: str) -> str:
    """What a long printed request asks for, without the note in parentheses behind it; "" when it has none."""
    head, note, _ = asked.partition("(")
    return head.strip() if note and len(head) < 90 and asked.rstrip().endswith((":", ")", "?")) else ""


def _any_words(text: str) -> bool:
    return any(c.isalnum() for c in text)
