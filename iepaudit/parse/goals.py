"""Goal blocks: each annual goal with its columns and objectives, from prose, label lines or tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from iepaudit.model.document import UNCLEAR_BOX
from iepaudit.model.field import Field, Place, blank, filled, template
from iepaudit.model.iep import Block, Section
from iepaudit.parse.tables import Grid, grids_of
from iepaudit.segment.catalogue import goal_labels
from iepaudit.segment.pieces import BOXES
from iepaudit.segment.prompts import is_prompt, without_placeholders

_GOAL_HEAD = re.compile(
    r"^(?:(?:measurable|annual|academic|functional|academic/functional|iep|transition)\s+){0,3}"
    r"(?:goal|meta(?:\s+anual)?)\s*(?:#|no\.?|number|núm\.?|n[.º°])?\s*(?P<number>\d{1,2}[a-z]?)?(?=\W|$)"
    r"\s*(?:of\s+\d+)?\s*(?:\((?P<area>[^)]{2,60})\))?\s*[-–—:.)]*\s*(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_AREA_FIRST = re.compile(
    r"^(?P<area>[A-Z][\w/&,' -]{2,70}?)\s*[.:–—-]\s+(?=(?:By|Given|When|In|Within|During|After|Upon|With|"
    r"The student|Using|Para|Dado|Cuando|[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?\s(?:will|podrá|va a))\b)"
)
_STATEMENT = re.compile(r"\b(?:will|shall|podrá|va a|leerá|escribirá|responderá|usará|resolverá|identificará)\b", re.I)
_OPENER = re.compile(
    r"^(?:By\b|Given\b|When\b|In\s+\d|In\s+(?:one|two|three|thirty|a)\b|Within\b|During\b|After\b|Upon\b|To\s+[a-z]+|"
    r"For\b|While\b|Using\b|Across\b|At\b|Before\b|Throughout\b|On\b|With\b|Over\b|As\b|Provided\b|Presented\b|"
    r"Para\b|Dado\b|Dada\b|Cuando\b|Antes\b|Al\b|En\b)"
)
_NOT_CHILD = re.compile(
    r"^(?:the\s+)?(?:parents?|teachers?|team|iep(?:\s+team)?|school|district|staff|progress|services?|report(?:s|ing)?|"
    r"data|goals?|objectives?|case manager|it|this|these|there|removal|results?|meetings?|transportation|probes?|you|"
    r"who|what|how|we|accommodations?|supports?)\b[^.]{0,60}?\b(?:will|shall)\b",
    re.IGNORECASE,
)
MIN_WORDS = 4  # a goal has more; less is an area or a number
_INLINE = re.compile(r"(?<=[.;!?)])\s+(?P<label>[A-Z][A-Za-z/ -]{2,34}?)(?P<note>\s*\([^)]{1,40}\))?:\s+")
_FRAGMENT = re.compile(r"^(?:as\s+measured|measured\s+by|with\s|in\s+\d|on\s+\d|at\s+\d|to\s+\d|by\s+\d|[a-z(])")


@dataclass(slots=True)
class Draft:
    """A goal being put together."""

    label: str
    text: str = ""
    place: Place | None = None
    area: str = ""
    columns: dict[str, tuple[str, Place]] = field(default_factory=dict)
    asked: dict[str, Place] = field(default_factory=dict)  # columns that the form prints without a value
    objectives: list[tuple[str, Place]] = field(default_factory=list)
    named: bool = False  # the document itself calls it a goal
    number: int = 0  # in a list of goals without other labels

    def put(self, name: str, value: str, place: Place) -> None:
        if not value:
            if name not in self.asked or UNCLEAR_BOX in place.quote:
                self.asked[name] = place
        elif name in self.columns:
            before, at = self.columns[name]
            if value not in before:
                self.columns[name] = (f"{before} {value}", at)
        else:
            self.columns[name] = (value, place)

    def column(self, name: str) -> Field[str]:
        if name in self.columns:
            value, place = self.columns[name]
            return filled(value, Place(place.page, place.box, value))
        return template(self.asked[name]) if name in self.asked else blank()


@dataclass(frozen=True, slots=True)
class Event:
    """One thing said in a goal section: `name` is a goal label's meaning, "" for text without a label."""

    name: str
    value: str
    place: Place
    label: str = ""  # as printed; of a head, the goal's label
    head: bool = False  # opens a goal by its wording ("Goal 3")
    bullet: bool = False


def find_goals(sections: Sequence[Section]) -> tuple[Draft, ...]:
    """All goals among the blocks of `sections`, in order."""
    blocks = _once(sections)
    grids = {(g.page, g.table): g for g in grids_of(blocks)}
    rows = {key: _grid_events(grid) for key, grid in grids.items()}
    drafts = _from_events(_events(blocks, rows))
    return tuple(d for d in drafts if d.place is not None and len(d.text.split()) >= MIN_WORDS)


def looks_like_goal(text: str) -> bool:
    """Whether a paragraph states what the child will do."""
    text = _NUMBER.sub("", text, count=1)
    if len(text.split()) < 5 or not _STATEMENT.search(text) or _NOT_CHILD.match(text) or is_prompt(text):
        return False
    if _OPENER.match(text):
        return True
    subject = text[: _STATEMENT.search(text).start()].split()  # type: ignore[union-attr]
    return 0 < len(subject) <= 9 and (text[0].isupper() or text[0] in "[{")


def _once(sections: Sequence[Section]) -> list[Block]:
    seen: set[int] = set()
    blocks: list[Block] = []
    for section in sections:
        if section.blocks and _GOAL_HEAD.match(section.heading) and section.heading_place:
            match = _GOAL_HEAD.match(section.heading)
            if match and (match["number"] or match["rest"]):
                blocks.append(_heading_block(section))
        for block in section.blocks:
            if id(block) not in seen:
                seen.add(id(block))
                blocks.append(block)
    return blocks


def _heading_block(section: Section) -> Block:
    assert section.heading_place is not None
    return Block("", section.heading, "", section.heading, section.heading_place, ())


def _events(blocks: Sequence[Block], rows: dict[tuple[int, int], list[Event] | None]) -> Iterator[Event]:
    pending: tuple[str, str, Block] | None = None  # a bare label waiting for its cell or line
    done: set[tuple[int, int]] = set()
    for block in blocks:
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
    head = _GOAL_HEAD.match(printed)
    if head and (head["number"] or known.name_of(block.label or block.text) == "goal"):
        rest = head["rest"].strip()
        if (not text and not _any_words(without_placeholders(rest))) or (is_prompt(rest) and not looks_like_goal(rest)):
            rest = ""
        rest = without_placeholders(rest) if not looks_like_goal(rest) else rest
        number = head["number"]
        yield Event("", "", block.place, label=f"Goal {number}" if number else "", head=bool(number))
        if head["area"]:
            yield Event("area", head["area"], block.place)
        area = _AREA_FIRST.match(rest)
        if area:
            yield Event("area", area["area"], block.place)
            rest = rest[area.end() :].strip()
        if rest and not _STATEMENT.search(rest) and len(rest.split()) <= 8 and number:
            yield Event("area", rest.rstrip(":. "), block.place)
            rest = ""
        if number and not rest:
            return
        yield from _split_inline("goal", rest, block)
        return
    question = re.split(rf":|(?=[{BOXES}])", printed, maxsplit=1)[0].strip()
    called = block.label or (block.text if len(block.text) < 70 else "")
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
        area = _AREA_FIRST.match(value)
        if area and looks_like_goal(block.filled):
            yield Event("area", block.label, block.place)
            yield from _split_inline("", block.filled, block)
        elif looks_like_goal(value):
            yield from _split_inline("", value, block)
        else:
            yield Event("?", value, block.place, block.label, bullet=block.bullet)
    elif text:
        area = _AREA_FIRST.match(text)
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


_COLUMNS = frozenset({"baseline", "criterion", "method", "schedule", "evaluator"})


def _from_events(events: Iterator[Event]) -> list[Draft]:
    drafts: list[Draft] = []
    current: Draft | None = None
    waiting_area = ""
    in_objectives = False

    def fresh(label: str = "") -> Draft:
        nonlocal current, in_objectives, waiting_area
        current = Draft(label or f"Goal {len(drafts) + 1}", area=waiting_area)
        waiting_area = ""
        in_objectives = False
        drafts.append(current)
        return current

    for event in events:
        name, value = event.name, event.value
        if event.head:
            if current and not current.text and not current.columns:
                current.label = event.label
                in_objectives = False
            else:
                fresh(event.label)
            assert current is not None
            current.named = True
        elif name == "number" or (name == "goal" and re.fullmatch(r"#?\s*\d{1,2}\W*", value)):
            if value:
                number, _, area = value.partition(":")
                digits = re.match(r"\W*(\d{1,2})", number)
                fresh(f"Goal {digits[1]}" if digits else "")
                assert current is not None
                current.area = area.strip()
        elif name == "goal" and value and not _may_be_goal(value):
            if current is None or current.text:
                waiting_area = value
            elif not current.area:
                current.area = value
        elif name == "goal":
            if not value:
                continue
            if current is None or current.text:
                fresh()
            assert current is not None
            current.text, current.place = value, event.place
            current.named = True
            in_objectives = False
        elif name == "area":
            if value and (current is None or current.text):
                waiting_area = value
            elif value and current and not current.area:
                current.area = value
        elif name == "objective":
            in_objectives = True
            if value and current:
                current.objectives.append((value, event.place))
        elif name in _COLUMNS:
            if waiting_area and name == "baseline" and current and current.text and name in current.columns:
                fresh()
            if current is None or (name == "baseline" and current.text and name in current.columns):
                fresh()
            assert current is not None
            current.put(name, value, event.place)
        elif name == "" and value and not in_objectives and _opens_numbered(value, current):
            own = _NUMBER.match(value)
            assert own
            if current is None or current.text:
                fresh(f"Goal {int(own['number'])}")
            assert current is not None
            current.number, current.text = int(own["number"]), value[own.end() :]
            current.place = Place(event.place.page, event.place.box, current.text)
        elif name == "" and value:
            if (in_objectives and current and (event.bullet or looks_like_goal(value) or _NUMBERED.match(value))) or (
                current and current.text and _NUMBERED.match(value) and _STATEMENT.search(value)
            ):
                current.objectives.append((value, event.place))
            elif looks_like_goal(value):
                if current is None or current.text:
                    fresh()
                assert current is not None
                current.text, current.place = value, event.place
            elif current and current.text and _FRAGMENT.match(value) and len(value.split()) < 40:
                current.put("criterion", value, event.place)
            elif current and not current.text and current.label and not event.bullet and _may_be_goal(value):
                current.text, current.place = value, event.place
    return drafts


_NUMBER = re.compile(r"^\(?(?P<number>\d{1,2})[.)]\s+")
_NUMBERED = re.compile(r"^\(?(?:[a-h]|\d{1,2}(?:\.\d{1,2})?)[.)]\s+\S")


def _opens_numbered(text: str, current: Draft | None) -> bool:
    """ "1. By ..." opens a list of goals, "2. By ..." goes on with it; behind a goal without a number, numbers are
    those of its objectives."""
    own = _NUMBER.match(text)
    if own is None or not looks_like_goal(text):
        return False
    if current is None or not current.text:
        return current is None or not current.label or int(own["number"]) == 1
    return current.number > 0 and int(own["number"]) == current.number + 1


def _may_be_goal(text: str) -> bool:
    """What stands where a goal belongs is one unless it is only a few words (an area, a number) or the form's own."""
    if looks_like_goal(text):
        return True
    running = sum(len(w) > 3 and w[0].islower() for w in text.split())  # a heading has none
    return len(text.split()) > MIN_WORDS and running >= 2 and not is_prompt(text)


def _grid_events(grid: Grid) -> list[Event] | None:
    """A table with column heads as events: of goals (Goal | Criteria | Method), of objectives (No. | Objective | Date),
    none at all for a record of progress; None when the table has no column heads."""
    found = grid.columns(goal_labels(), least=2)
    if not found:
        return None
    head_row, columns = found
    names = set(columns.values())
    if "goal" not in names and "objective" not in names:
        return [] if "progress" in names else None
    events: list[Event] = []
    for row in grid.rows[head_row + 1 :]:
        for column, name in sorted(columns.items(), key=lambda pair: pair[1] != "goal"):  # the goal first
            cell = row.get(column)
            if cell is None or name in ("dates", "progress", "note", "standard", "number"):
                continue
            text = " ".join(cell.text.split())
            place = Place(cell.place.page, cell.place.box, text)
            if name != "goal":
                events.append(Event(name, text, place))
            elif text and not is_prompt(text):
                head = _GOAL_HEAD.match(text)
                number = head["number"] if head else None
                rest = head["rest"].strip() if head and number else _NUMBER.sub("", text, count=1)
                events.append(Event("", "", place, label=f"Goal {number}" if number else "", head=True))
                events.append(Event("goal", rest, Place(place.page, place.box, rest)))
    return events
