"""Single values behind labels: "Date of Birth: 3/4/2016", a label above or beside its value, a cell under its head."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from iepaudit.model.document import Page
from iepaudit.model.field import Field, Place, blank, filled, template, unclear
from iepaudit.model.iep import Block, Part
from iepaudit.parse.certainty import TOO_POOR, is_doubtful
from iepaudit.parse.dates import find_dates, only_dates
from iepaudit.parse.day_labels import day_of_period, day_within_label
from iepaudit.parse.label_runs import (
    days_behind_day,
    label_above_day,
    labels_side_by_side,
    run_of_labels,
    runs_of_labels,
)
from iepaudit.parse.two_days import two_days
from iepaudit.parse.value_places import (
    is_below,
    is_beside,
    is_label,
    name_by_row,
    same_column,
    value_near,
    with_day_below,
)
from iepaudit.segment.known_labels import Labels, labels
from iepaudit.segment.pieces import labelled_pairs

_SLOT = re.compile(r"_{3,}")  # where a value was to be written
_TWO = re.compile(r"\s*/\s*|\s+(?:and|&)\s+|,\s+")  # between two labels that share a place ("Age / Grade")
_LAST_NEXT = re.compile(
    r"(?:date of )?(?:last|most recent|latest|current|previous)\s+(?P<what>[^/]{3,40}?)(?: date)?"
    r"\s*(?:/|;|,|\band\b|&)\s*(?:date )?(?:next|due)\b.{0,30}",
    re.IGNORECASE,
)
_ONE_DAY = frozenset(  # labels that forms put together since one day is both ("IEP End Date / Next Annual Review")
    {frozenset({"end-date", "annual-review-date"}), frozenset({"plan-end", "annual-review-date"}),
     frozenset({"meeting-date", "start-date"})}
)  # fmt: skip
_SPAN = re.compile(
    r"\b(?:IEP|plan|program)\b[^.;:]{0,25}\b(?:from|effective|period|dates?|in effect)\W*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label that a data file knows, with what stands at it ("" when nothing does)."""

    name: str
    value: str
    place: Place
    order: int
    cover: bool = False  # stands in the cover data
    doubtful: bool = False  # read from a picture with too little certainty to stand for a fact


def blocks_of(part: Part) -> tuple[Block, ...]:
    """All blocks of a part once, in reading order, whatever sections they are in."""
    seen: set[int] = set()
    found: list[Block] = []
    for section in part.sections:
        for block in section.blocks:
            if id(block) not in seen:
                seen.add(id(block))
                found.append(block)
    return tuple(found)


def labelled_values(blocks: Sequence[Block], cover: Sequence[Block] = ()) -> tuple[Labelled, ...]:
    """Every known label among `blocks` with its value; those of the `cover` come first, since other parts of a plan
    print dates and names of their own."""
    first = {id(block) for block in cover}
    found = [
        replace(item, cover=id(blocks[item.order]) in first, doubtful=_doubtful(blocks[item.order]))
        for item in _labelled(blocks, labels())
    ]
    return tuple(sorted(found, key=lambda item: not item.cover))


def header_values(pages: Sequence[Page], order: int) -> tuple[Labelled, ...]:
    """Known labels with their values in running headers and footers; they count behind all others, from `order`."""
    found: dict[tuple[str, str], Labelled] = {}
    for page in pages:
        for line in page.running:
            for label, value in labelled_pairs(line):
                name = labels().name_of(label)
                if name and value and name != "student-name":  # names in headers are compared with each other
                    place = Place(page.number, line.box, f"{label}: {value}")
                    found.setdefault((name, value), Labelled(name, value, place, order + len(found)))
            dates = find_dates(line.text)
            if len(dates) == 2 and _SPAN.search(line.text[: dates[0].start]):  # "IEP from 9/8/2025 to 9/7/2026"
                value = line.text[dates[0].start : dates[1].end]
                place = Place(page.number, line.box, line.text)
                found.setdefault(("span", value), Labelled("span", value, place, order + len(found)))
    return tuple(found.values())


def _doubtful(block: Block) -> bool:
    return any(is_doubtful(w) for line in block.lines for w in line.words)


def _labelled(blocks: Sequence[Block], known: Labels) -> Iterator[Labelled]:
    for order, block in enumerate(blocks):
        if block.label:
            if part := day_of_period(block, blocks, order, known) or day_within_label(block, known):
                yield Labelled(*part, block.place, order)
                continue
            both = _last_and_next(block.label, known)
            if pair := () if both else two_days(block.label, block.filled, known):
                yield from (Labelled(own, day, block.place, order) for own, day in pair)
                continue
            name = name_by_row(block, blocks, order, known) or known.name_of(block.label)
            yield from _behind_value(block, order, known)
            if name and (days := days_behind_day(with_day_below(blocks, order), known)):
                yield from (Labelled(own, day, block.place, order) for own, day in ((name, days[0]), *days[1]))
                continue
            names = both or ((name,) if name else _two_labels(block.label, known))
            if not names:
                report = run_of_labels(block.label, known)  # "ESER 2/18/2025: WJ-IV Basic Reading 82"
                yield from (Labelled(n, v, block.place, order) for n, v in report if n == "evaluation-date")
                continue
            value = block.filled
            if not value and not _SLOT.fullmatch(block.text):
                value = value_near(block, blocks, order, known)
            yield from (Labelled(own, part, block.place, order) for own, part in _shared(names, value))
            continue
        whole = len(block.text) < 80 and _balanced(block.text) and not find_dates(block.text)  # "Plan starts 9/8/2026"
        both = _last_and_next(block.text, known) if whole else ()
        numbered = _GRADED.search(block.text) and block.table is not None  # "Grade 03" in a cell
        name = known.name_of(block.text) if whole and not both and not numbered else None
        if name and _says_kind_of_meeting(block, blocks, order, known):
            continue
        if name:
            value = value_near(block, blocks, order, known)
            pair = two_days(block.text, value, known) or ((name, value),)
            yield from (Labelled(own, part, block.place, order) for own, part in pair)
            continue
        if both or (block.table is not None and (both := _two_labels(block.text, known))):
            names = both
            value = value_near(block, blocks, order, known)
            yield from (Labelled(own, part, block.place, order) for own, part in _shared(names, value))
            continue
        wrapped = _wrapped(blocks, order, known) or _in_two_cells(blocks, order, known)
        if wrapped:
            yield wrapped
            continue
        run = _runs(block, known) if block.filled else ()
        if run:
            yield from (Labelled(own, value, block.place, order) for own, value in run)
            continue
        leading = known.leading(block.text) if len(block.text) < 80 else None
        if leading and block.filled and _answers(*leading):
            yield Labelled(leading[0], leading[1], block.place, order)


def _runs(block: Block, known: Labels) -> tuple[tuple[str, str], ...]:
    lines = block.lines
    return tuple(runs_of_labels(lines, known)) or label_above_day(block, known) or labels_side_by_side(lines, known)


def _answers(name: str, value: str) -> bool:
    """Whether what follows the words of a label in running text is its value: digits and, where a date is asked for, a
    date soon behind the label ("Annual IEP as written, begins 9/9/2026" tells of another day)."""
    dates = find_dates(value) if name.endswith("-date") else ()
    return any(c.isdigit() for c in value) and (not dates or dates[0].start <= _SOON)


_GRADED = re.compile(r"\b(?:grade|age|gr\.)\s+\d{1,2}$", re.IGNORECASE)
_SOON = 12  # characters: "will be held", "effective"


def _says_kind_of_meeting(block: Block, blocks: Sequence[Block], order: int, known: Labels) -> bool:
    """Whether a cell that reads like the label of a date ("Annual Review") answers the cell before it, which asks for
    the kind of the meeting. In a row of nothing but labels it is one of them."""
    if block.table is None or not block.column or _DATED.search(block.text):
        return False
    around = [b for b in blocks[max(0, order - 20) : order + 20] if b.place.page == block.place.page]
    table = [b for b in around if b.table == block.table]
    before = [b for b in table if b.row == block.row and b.column == block.column - 1]
    if not before or known.name_of(" ".join(b.text for b in before)) != "meeting-type":
        return False
    others = [b for b in table if b.row == block.row and b is not block and b not in before]
    below = [b for b in table if b.row == (block.row or 0) + 1 and b.column == before[0].column]
    return any(not is_label(b, known) for b in others) or any(is_label(b, known) for b in below)


_DATED = re.compile(r"\b(?:dates?|due|next|last|by)\b", re.IGNORECASE)


def _behind_value(block: Block, order: int, known: Labels) -> Iterator[Labelled]:
    """A date with its label behind the value of another label ("Annual Next IEP Date: 9/8/2027")."""
    head, colon, rest = block.filled.partition(":")
    words = head.split()
    dates = find_dates(rest) if colon else ()
    if not dates or dates[0].start > 2 or not 2 <= len(words) <= 14:
        return
    for count in range(min(6, len(words) - 1), 0, -1):
        name = known.name_of(" ".join(words[-count:]))
        if name and name.endswith("-date"):
            yield Labelled(name, rest[: dates[0].end].strip(), block.place, order)
            return


def _last_and_next(text: str, known: Labels) -> tuple[str, ...]:
    """The two labels of a place that asks for the last date of something and for the next ("Last evaluation / next
    due"); none for any other text."""
    found = _LAST_NEXT.fullmatch(text.strip(" :")) if len(text) < 80 else None
    names = tuple(known.name_of(f"{word} {found['what'].strip()}") for word in ("Last", "Next")) if found else ()
    return tuple(n for n in names if n) if len(set(names)) == 2 and all(names) else ()


def _two_labels(text: str, known: Labels) -> tuple[str, ...]:
    """The labels that stand in one place with a value for each ("Age / Grade"); none for any other text."""
    parts = _TWO.split(text.strip(" :")) if len(text) < 60 else []
    names = tuple(name for part in parts if (name := known.name_of(part)))
    return names if len(parts) == len(names) == len(set(names)) == 2 else ()


def _shared(names: Sequence[str], value: str) -> Iterator[tuple[str, str]]:
    """Each label with its part of a value that was written for all of them ("7 / Grade 2"); one date answers both
    labels of `_ONE_DAY`."""
    if len(names) == 1:
        yield names[0], value
        return
    if frozenset(names) in _ONE_DAY and len(find_dates(value)) == 1:
        yield from ((name, value) for name in names)
        return
    dated = [name for name in names if name.endswith("-date")]
    if len(dated) == 1 and only_dates(value):  # "Eligibility / evaluation date" with nothing but the day
        yield dated[0], value
        return
    for between in (r"\s+[/|–—-]\s+", r"\s*[;,|]\s+", r"\s*/\s*", r"\s+and\s+"):
        parts = re.split(between, value.strip())
        if len(parts) == len(names):
            yield from zip(names, parts, strict=True)
            return


def _wrapped(blocks: Sequence[Block], order: int, known: Labels) -> Labelled | None:
    """A label over two lines whose value stands at half height beside them ("IEP Implementation Date (Projected" /
    "10/20/2025" / "Date):"), or behind the second, which the places beside the first come before."""
    block = blocks[order]
    box = block.place.box
    if box is None or block.table is not None or len(block.text) > 90:
        return None
    value = None
    for other in blocks[order + 1 : order + 4]:
        at = other.place.box
        if at is None or other.place.page != block.place.page:
            break
        if is_beside(box, at):
            value = value if other.label else other
        elif value is None and _goes_on_below(block, other, known):
            name = known.name_of(f"{block.text} {other.label}")
            return Labelled(name, other.filled, other.place, order) if name else None
        elif value is not None and abs(at.x0 - box.x0) < 3 and is_below(box, at):
            printed = other.place.quote
            name = known.name_of(f"{block.text} {printed}") if len(printed) < 60 else None
            return Labelled(name, value.filled, block.place, order) if name and value.filled else None
    return None


def _goes_on_below(block: Block, other: Block, known: Labels) -> bool:
    """Whether a label that means nothing by itself ends a line that stands right above it."""
    box, at = block.place.box, other.place.box
    if box is None or at is None or not other.label or not other.filled or known.name_of(other.label):
        return False
    return abs(at.x0 - box.x0) < _SAME_START and is_below(box, at) and at.top - box.bottom < box.height


_SAME_START = 3  # points


def _in_two_cells(blocks: Sequence[Block], order: int, known: Labels) -> Labelled | None:
    """A column head that goes on in the cell below it, in front of the value ("Date of next annual" / "review" /
    "3/4/2027")."""
    block = blocks[order]
    if block.table is None or len(block.text) > 60 or find_dates(block.text):
        return None
    column = [b for b in blocks[order + 1 : order + 14] if same_column(b, block) and not b.label][:2]
    if len(column) < 2 or column[0].row != (block.row or 0) + 1 or column[1].row != column[0].row:
        return None
    name = known.name_of(f"{block.text} {column[0].text}") if len(column[0].text) < 40 else None
    return Labelled(name, column[1].filled, block.place, order) if name and column[1].filled else None


def _balanced(text: str) -> bool:
    """The second line of a label ("Begin):") is none by itself."""
    return text.count("(") == text.count(")")


def pick(found: Sequence[Labelled], name: str, parse: Callable[[str], object | None]) -> Field[object]:
    """The first value of a label that `parse` understands. Without any: unclear when something stands there that
    could not be understood, template when the form asks and nobody answered, blank when it does not ask."""
    strange: Labelled | None = None
    asked: Labelled | None = None
    for item in found:
        if item.name != name:
            continue
        asked = asked or item
        if item.value:
            value = parse(item.value)
            if value is not None and not item.doubtful:
                return filled(value, item.place)
            strange = strange or item
    if strange and strange.doubtful:
        return unclear(TOO_POOR, strange.place)
    if strange:
        return unclear("what stands there could not be understood", strange.place)
    return template(asked.place) if asked else blank()
