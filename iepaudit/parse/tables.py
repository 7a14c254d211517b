"""Blocks in table cells put back into rows, with what each column means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from iepaudit.model.field import Place
from iepaudit.model.geometry import around
from iepaudit.model.iep import Block
from iepaudit.segment.known_labels import Labels

_VALUE = re.compile(r"\d|[☒☐]")
_UNIT = re.compile(r"\b(?:min|hour|hrs|week|day|month|times?|sessions?)", re.IGNORECASE)
_CODES = re.compile(r"[(]?(?:[A-Z]{1,4}|[mdy]{1,4})(?:(?:\s*[/,]\s*|\s+or\s+|\s+and\s+)(?:[A-Z]{1,4}|[mdy]{1,4}))*[)]?")
_KEY = re.compile(r"\s*\(\s*\d\s*=[^()]*\)")  # "Frequency (1 = every week)"
_DAYS_OF_CYCLE = re.compile(r"\b\d{1,2}[- ]?day (?=(?:school )?(?:cycle|rotation)\b)", re.IGNORECASE)
_BROKEN = re.compile(r"(?<=[a-z]{3}) (?=(?:s|es|on|ion|tion|cy|ency|ing)\b)")  # a word divided by a narrow column


@dataclass(frozen=True, slots=True)
class GridCell:
    """`text` is what was filled in; `printed` all that stands in the cell."""

    text: str
    printed: str
    place: Place
    blocks: tuple[Block, ...]


@dataclass(slots=True)
class Grid:
    """A table's rows, top to bottom; a row maps column numbers to cells and leaves out empty ones."""

    page: int
    table: int
    rows: list[dict[int, GridCell]]
    blocks: list[Block] = field(default_factory=list)
    heading: str = ""  # of the section it stands in

    def columns(self, known: Labels, besides: re.Pattern[str] | None = None) -> tuple[int, dict[int, str]] | None:
        """(last row of the column heads, meaning of each known column), or None when no row reads as such. Heads may
        take two rows, one filling what the other leaves open or divides ("Amount" above "Minutes" and "Sessions").
        Two or more heads that say `besides` what a column is about are as good as a known one."""
        for number in range(len(self.rows)):
            row = self.rows[number]
            told = {c: name for c, cell in row.items() if (name := _head_of(cell, known))}
            others = {c for c in row.keys() - told if besides and besides.fullmatch(flat(row[c].printed))}
            if len(others) > 1 and told and 2 * len({*others, *told}) >= len(row):
                named = told
            else:
                named = self.heads(number, known)
            if not named or (number >= 4 and len(named) < 3):
                continue
            if number:
                named = {**self._left_open(number, known), **named}
            below = self._second_heads(number, known)
            return (number + 1, {**named, **below}) if below else (number, named)
        return None

    def _left_open(self, number: int, known: Labels) -> dict[int, str]:
        """Heads in the row above that stand where this row has none."""
        above = {c: cell for c, cell in self.rows[number - 1].items() if c not in self.rows[number]}
        return {c: name for c, cell in above.items() if (name := _head_of(cell, known))}

    def _second_heads(self, number: int, known: Labels) -> dict[int, str]:
        """What the columns mean that the row below divides; nothing when that row holds values."""
        if number + 1 >= len(self.rows):
            return {}
        above, row = self.rows[number], self.rows[number + 1]
        last = max((c for r in self.rows for c in r), default=0)
        open_ = {c for c in range(last + 1) if c not in above}
        parts = {c for c in row if c in open_ or c + 1 in open_}
        units = {c for c in row if c in above and _UNIT.match(row[c].printed) and len(row[c].printed.split()) <= 2}
        parts |= units if len(parts) > 1 else set()  # "min/day" below a head that is not divided, beside ones that are
        worded = all(len(cell.printed.split()) <= 8 and not _VALUE.search(cell.printed) for cell in row.values())
        if not worded or parts != set(row) or not parts & open_:
            return {}
        named: dict[int, str] = {}
        for column, cell in row.items():
            over = self._over(number, column)
            named[column] = (
                _head_of(cell, known)
                or _head_name(f"{over.printed} {cell.printed}" if over else cell.printed, known)
                or (_head_of(over, known) if over else None)
                or ""
            )
        return {c: name for c, name in named.items() if name}

    def _over(self, number: int, column: int) -> GridCell | None:
        """The head that spans a column: in it, or the nearest to the left."""
        row = self.rows[number]
        at = max((c for c in row if c <= column), default=None)
        return None if at is None else row[at]

    def head_text(self, number: int, column: int) -> str:
        """How the head of a column reads whose last row is `number`; with what stands over it where that says more."""
        own = self.rows[number].get(column)
        over = self._over(number - 1, column) if number else None
        if own is None:
            return over.printed if over and column in self.rows[number - 1] else ""
        if over is None or len(self.rows[number - 1]) < 2 or _UNIT.search(own.printed):
            return own.printed
        return f"{over.printed} {own.printed}"

    def whole_head(self, number: int, column: int) -> str:
        """All that stands over a column in the two rows of heads that end with `number`."""
        own = self.rows[number].get(column)
        over = self._over(number - 1, column) if number else None
        return " ".join(cell.printed for cell in (over, own) if cell)

    def heads(
        self, number: int, known: Labels, least: int = 2, besides: re.Pattern[str] | None = None
    ) -> dict[int, str]:
        """The meaning of each known column when row `number` holds column heads, else nothing. Columns whose heads are
        `besides` what a row is about do not count."""
        row = self.rows[number]
        row = {c: cell for c, cell in row.items() if not (besides and besides.fullmatch(flat(cell.printed)))}
        named = {c: name for c, cell in row.items() if (name := _head_of(cell, known))}
        short = all(len(cell.printed.split()) <= 30 for cell in row.values())
        meanings = set(named.values()) - {"remark", "weekday"}
        return {} if len(meanings) < least or not short or len(named) * 2 < len(row) else named

    def in_pairs(self, number: int, named: dict[int, str], known: Labels) -> bool:
        """Whether each known label of a row has its value to its right ("Goal # | 1 | Area | Reading"): it is set apart
        from the value, or the value is a number, or the row below has a label in its place again."""
        row = self.rows[number]
        columns = sorted(row)
        if len(columns) < 4 or [c in named for c in columns] != [n % 2 == 0 for n in range(len(columns))]:
            return False
        values = [row[c] for c in columns[1::2]]
        below = self.rows[number + 1].get(columns[0]) if number + 1 < len(self.rows) else None
        return (
            (not any(_shaded(cell) for cell in values) and all(_shaded(row[c]) for c in named))
            or any(re.fullmatch(r"\W*\d+\W*", cell.printed) for cell in values)
            or bool(below and _head_of(below, known))
        )  # fmt: skip


def _shaded(cell: GridCell) -> bool:
    return any(line.shaded for block in cell.blocks for line in block.lines)


def _head_of(cell: GridCell, known: Labels) -> str | None:
    """What a column head means: by all of its words, or by its first lines with an instruction printed below them
    ("Location" / "Where service will be provided")."""
    whole = _head_name(cell.printed, known)
    if whole:
        return whole
    lines = [line.text.strip() for block in cell.blocks for line in block.lines]
    for count in range(len(lines) - 1, 0, -1):
        name = _head_name(" ".join(lines[:count]), known)
        behind = " ".join(lines[count:]).split()
        if name == "name" and len(behind) <= 2:
            continue  # "Service" / "Contact"
        if name and lines[count][:1].isupper():
            return name
    return None


def _head_name(text: str, known: Labels) -> str | None:
    """What a column head means. It holds no digits and no value behind a colon, but may carry a note or its units."""
    flat = _DAYS_OF_CYCLE.sub("", _BROKEN.sub("", _KEY.sub("", " ".join(text.split()))))
    if any(c.isdigit() for c in flat):
        return None
    if ":" in flat.rstrip(": ") and not flat.split(":")[0].isupper() and not flat[:12].isupper():
        head, _, note = flat.partition(":")  # "Measurable Annual Goals: academic and functional goals designed to ..."
        noted = len(note.split()) >= 5 and not re.search(r"\b(?:will|can)\b", note)
        noted = noted or bool(_CODES.fullmatch(note.strip()))  # "Initiation Date: m/d/y"
        return known.name_of(head) if noted or note.endswith("?") else None  # "Location: outside general education?"
    name = known.name_of(flat)
    words = flat.split()
    if name is None and 2 <= len(words) <= 4:
        pair = {known.name_of(" ".join(words[:n])) or known.name_of(" ".join(words[n:])) for n in range(1, len(words))
                if known.name_of(" ".join(words[:n])) and known.name_of(" ".join(words[n:]))}  # fmt: skip
        name = next(iter(pair)) if len(pair) == 1 else None  # "Amount Frequency", without a rule between them
    for count in range(min(4, len(words) - 1), 0, -1):
        if name is not None:
            break
        rest = words[count:]
        # "Frequency (daily, weekly)", "Minutes D W M", "MEASURABLE ANNUAL GOAL Include: condition, ...",
        # "Location GEE or SEE"
        noted = rest[0][0] in "(/*" or bool(_CODES.fullmatch(" ".join(rest)))
        if not noted and len(rest) <= 2:
            noted = known.name_of(" ".join(words[:count])) != "name"  # "Service Contact"
        if noted or (count >= 3 and " ".join(words[:count]).isupper()):
            name = known.name_of(" ".join(words[:count]))
    return name


def flat(text: str) -> str:
    """The words with single spaces between them."""
    return " ".join(text.split())


def grids_of(blocks: Sequence[Block]) -> tuple[Grid, ...]:
    """The tables among `blocks`, in order."""
    by_table: dict[tuple[int, int], list[Block]] = {}
    for block in blocks:
        if block.table is not None and block.row is not None and block.column is not None:
            by_table.setdefault((block.place.page, block.table), []).append(block)
    return tuple(_grid(page, table, own) for (page, table), own in sorted(by_table.items()))


def _grid(page: int, table: int, blocks: list[Block]) -> Grid:
    cells: dict[int, dict[int, list[Block]]] = {}
    for block in blocks:
        assert block.row is not None and block.column is not None
        cells.setdefault(block.row, {}).setdefault(block.column, []).append(block)
    rows = [{c: cell_of(own) for c, own in sorted(cells[r].items())} for r in sorted(cells)]
    return Grid(page, table, rows, blocks)


def _said(block: Block) -> str:
    """What somebody wrote, behind its label where that is printed apart from it."""
    labelled = block.label and not block.filled.startswith(f"{block.label}:")
    return f"{block.label}: {block.filled}" if labelled else block.filled


def cell_of(blocks: Sequence[Block]) -> GridCell:
    printed = " ".join(b.place.quote for b in blocks)
    text = "\n".join(_said(b) for b in blocks if b.filled)
    boxes = [b.place.box for b in blocks if b.place.box]
    return GridCell(
        text, printed, Place(blocks[0].place.page, around(boxes) if boxes else None, printed), tuple(blocks)
    )
