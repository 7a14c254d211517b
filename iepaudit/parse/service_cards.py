"""Services set as cards: labels with their values below or beside them, once for each service."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from iepaudit.model.iep import Block
from iepaudit.parse.service_fields import service_words
from iepaudit.parse.service_titled import is_field, labels_and_values, only_labels_service, under_titles
from iepaudit.parse.tables import Grid, GridCell, flat, grids_of
from iepaudit.segment.known_labels import service_labels
from iepaudit.segment.label import BOXES

_HOW_MUCH = frozenset({"amount", "frequency"})
_BELOW = 1.6  # heights of the label between it and its value
_LONGEST_NAME = 8  # words
_LONGEST = 25  # words of a value
_BESIDE = 6.0  # points to a side


def upright(grid: Grid) -> Grid:
    """The table with its services as rows, where they are printed as columns beside a column of labels ("Service",
    "Minutes", "Location"); other tables as they are. Labels that begin anew begin another service."""
    if divided := under_titles(grid) or _opened(grid) or _in_pairs(grid):
        return replace(grid, rows=divided)
    named = [service_labels().name_of(flat(row[0].printed)) if 0 in row else None for row in grid.rows]
    if not named[:1] or named[0] is None:
        named = _with_corner(grid, named)
    known = [name for name in named if name]
    if len(known) < 3 or 2 * len(known) <= len(grid.rows) or "name" not in known or not _HOW_MUCH & set(known):
        return grid
    values = [cell for row in grid.rows for column, cell in row.items() if column]
    if known[0] != "name" or grid.heads(0, service_labels()) or any(_is_label(flat(c.printed)) for c in values):
        return grid  # labels in other columns as well: no column is a service
    starts = [n for n, name in enumerate(named) if name == "name"]
    rows: list[dict[int, GridCell]] = []
    for first, last in zip(starts, [*starts[1:], len(grid.rows)], strict=True):
        part = grid.rows[first:last]
        rows.append({n: row[0] if 0 in row else _told_as("Service", row) for n, row in enumerate(part) if row})
        for column in sorted({c for row in part for c in row} - {0}):
            rows.append({n: row[column] for n, row in enumerate(part) if column in row})
    return replace(grid, rows=rows)


def _with_corner(grid: Grid, named: list[str | None]) -> list[str | None]:
    """The meanings of the labels at the side, where the names of services stand as heads with nothing known beside
    them."""
    top = [cell for column, cell in grid.rows[0].items() if column] if grid.rows else []
    worded = all(not any(c.isdigit() for c in cell.printed) and not _is_label(flat(cell.printed)) for cell in top)
    return ["name", *named[1:]] if top and worded and "name" not in named else named


def _told_as(text: str, row: dict[int, GridCell]) -> GridCell:
    """A cell in front of a row that has none there."""
    first = row[min(row)]
    return GridCell("", text, first.place, first.blocks[:1])


def _opened(grid: Grid) -> list[dict[int, GridCell]]:
    """Rows of heads and rows of values, for a table whose cells all hold a label with its value below; else none. A
    service may take several rows of such cells, and a cell several labels."""
    rows: list[dict[int, GridCell]] = []
    pairs: list[list[tuple[GridCell, GridCell]]] = []
    for row in grid.rows:
        halves = {c: found for c, cell in row.items() if (found := labels_and_values(cell))}
        if len(halves) < len(row) or len(row) < 2:
            return []
        pairs.append([pair for c in sorted(halves) for pair in halves[c]])
        rows.append({c: own[0][0] for c, own in halves.items()})
        rows.append({c: own[0][1] for c, own in halves.items()})
        if len(pairs[-1]) > len(halves):
            rows[-2:] = [dict(enumerate(half)) for half in zip(*pairs[-1], strict=True)]
    return _cards(pairs) or rows


def _in_pairs(grid: Grid) -> list[dict[int, GridCell]]:
    """Rows of heads and rows of values, for a table in which labels and their values take turns from left to right,
    two pairs or more to a row, or a row of labels stands above that of their values; else none. The label of the first
    pair, where it comes again, opens another service."""
    return _cards(_rows_of_pairs(grid))


def _cards(rows: list[list[tuple[GridCell, GridCell]]]) -> list[dict[int, GridCell]]:
    """A row of heads and a row of values for each service, of rows of labels with their values; none when these are no
    labels of services."""
    if not rows or all(len(row) < 2 for row in rows) or not _knows(rows[0][0]):
        return []
    first = flat(rows[0][0][0].printed)
    cards: list[list[tuple[GridCell, GridCell]]] = []
    for row in rows:
        if flat(row[0][0].printed) == first:
            cards.append([])
        cards[-1] += row
    pairs = [pair for card in cards for pair in card]
    if 3 * sum(map(_knows, pairs)) < 2 * len(pairs) or any(_is_label(flat(value.printed)) for _, value in pairs):
        return []
    if not all({"name"} < {service_labels().name_of(flat(label.printed)) for label, _ in card} for card in cards):
        return []
    return [dict(enumerate(half)) for card in cards for half in zip(*card, strict=True)]


def _rows_of_pairs(grid: Grid) -> list[list[tuple[GridCell, GridCell]]]:
    """The labels of each row with the values beside them, or below them where the whole row is labels; none when a row
    is neither, or when all rows are labels and values below them, as in a plain table."""
    found: list[list[tuple[GridCell, GridCell]]] = []
    above: dict[int, GridCell] = {}
    beside = over = False
    strange = 0  # rows of pairs without a label that is known
    for number, row in enumerate(grid.rows):
        below = grid.rows[number + 1] if number + 1 < len(grid.rows) else {}
        if above:
            found.append([(above[c], row[c]) for c in sorted(row)])
            above = {}
        elif _stands_over(row, below):
            above = row
            over = True
        elif pairs := _pairs_in(row):
            found.append(pairs)
            beside = True
            strange += not any(is_field(flat(label.printed)) for label, _ in pairs)
        else:
            return []
    return found if beside and not (over and strange) else []


def _stands_over(row: dict[int, GridCell], below: dict[int, GridCell]) -> bool:
    """Whether a row of nothing but labels has their values below it."""
    labels = len(row) > 1 and all(is_field(flat(cell.printed)) for cell in row.values())
    values = bool(below) and set(below) <= set(row) and 2 * len(below) >= len(row)
    return labels and values and not any(is_field(flat(cell.printed)) for cell in below.values())


def _pairs_in(row: dict[int, GridCell]) -> list[tuple[GridCell, GridCell]]:
    """The cells of a row two by two, where each first one may be a label; else none."""
    cells = [row[c] for c in sorted(row)]
    pairs = list(zip(cells[::2], cells[1::2], strict=False))
    return pairs if len(cells) == 2 * len(pairs) and all(_may_be_label(flat(c.printed)) for c, _ in pairs) else []


def _knows(pair: tuple[GridCell, GridCell]) -> bool:
    return _is_label(flat(pair[0].printed))


def card_tables(blocks: Sequence[Block], headed: bool = False) -> list[Block]:
    """The blocks, where the tables of a card are pairs of label and value: rows of labels and rows of values take
    turns ("Minutes" "Frequency" | "20" "2 x week"), and the service is named in the line above, or, when `headed`, in
    the heading over all of them."""
    told: dict[int, Block | None] = {}
    before: dict[int, Block] = {id(b): a for a, b in pairwise(blocks)}
    for grid in grids_of(blocks):
        above = before.get(id(grid.blocks[0]))
        if headed if above is None else above.table is None or id(above) in told:
            told |= _pairs_of(grid)
    return [own for b in blocks if (own := told.get(id(b), b)) is not None]


def _pairs_of(grid: Grid) -> dict[int, Block | None]:
    """By block of such a table: the value with its label, None for the labels themselves; nothing for other tables."""
    labels: dict[int, str] = {}
    found: dict[int, Block | None] = {}
    meant: set[str | None] = set()
    for row in grid.rows:
        named = {c: service_labels().name_of(flat(cell.printed)) for c, cell in row.items()}
        if len(row) > 1 and all(named.values()) and not any(c.isdigit() for cell in row.values() for c in cell.printed):
            labels = {c: flat(cell.printed).rstrip(" :") for c, cell in row.items()}
            meant |= set(named.values())
            found |= {id(b): None for cell in row.values() for b in cell.blocks}
        elif labels and set(row) <= set(labels):
            for c, cell in row.items():
                first, *rest = cell.blocks
                value = replace(first, label=labels[c], filled=flat(cell.text), table=None, row=None, column=None)
                found |= {id(b): None for b in rest} | {id(first): value}
            labels = {}
        else:
            return {}
    return found if meant & _HOW_MUCH and "name" not in meant else {}


def paired(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, where a label of a service ("Frequency") and the value below it, or in the next cell, are one."""
    waiting: Block | None = None
    heads = _rows_of_heads(blocks)
    for block in blocks:
        is_label = not block.label and _is_label(block.text) and _row_of(block) not in heads
        value = block if not block.label else _name_with_colon(block, waiting)
        if waiting is not None and not is_label and value and value.filled and _is_value_of(value, waiting):
            yield replace(value, label=waiting.text.strip(" :"))
            waiting = None
            continue
        if waiting is not None:
            yield waiting
        waiting = block if is_label else None
        if not is_label:
            yield block
    if waiting is not None:
        yield waiting


def _name_with_colon(block: Block, waiting: Block | None) -> Block | None:
    """A name that looks like a label with its value ("Specialized instruction: writing") below "Service"; else None."""
    if waiting is None or service_labels().name_of(waiting.text) != "name" or only_labels_service(block.label):
        return None
    if service_labels().name_of(block.label) not in (None, "name"):
        return None
    name = f"{block.label}: {block.filled}"
    plain = not any(c.isdigit() for c in name) and len(name.split()) <= _LONGEST_NAME
    return replace(block, filled=name) if plain else None


def _row_of(block: Block) -> tuple[int, int | None, int | None]:
    return block.place.page, block.table, block.row


def _rows_of_heads(blocks: Sequence[Block]) -> set[tuple[int, int | None, int | None]]:
    """(page, table, row) of rows in which labels and values do not take turns."""
    rows: dict[tuple[int, int | None, int | None], dict[int, bool]] = {}
    for block in blocks:
        if block.table is not None and block.column is not None:
            rows.setdefault(_row_of(block), {}).setdefault(block.column, not block.label and _is_label(block.text))
    return {key for key, row in rows.items() if len(row) > 2 and not all([row[c] for c in sorted(row)][::2])}


def _is_label(text: str) -> bool:
    if not 0 < len(text.split()) <= 6 or any(c.isdigit() for c in text):
        return False
    return service_labels().name_of(text) not in (None, "group", "circumstance", "weekday")


def _may_be_label(text: str) -> bool:
    return 0 < len(text.split()) <= 6 and text[:1].isupper() and not any(c.isdigit() for c in text)


def _is_value_of(value: Block, label: Block) -> bool:
    kind = service_words("kind").fullmatch(label.text.strip(" :•"))
    if kind and any(box in value.text for box in BOXES):
        return False  # "Special education" above services with boxes to mark
    if value.place.page != label.place.page or value.table != label.table or len(value.filled.split()) > _LONGEST:
        return False
    if value.table is not None and value.row == label.row and value.column != label.column:
        return (value.column or 0) > (label.column or 0)
    above, below = label.place.box, value.place.box
    if (value.row, value.column) != (label.row, label.column) or above is None or below is None:
        return False
    near = -1 <= below.top - above.bottom <= _BELOW * max(above.height, 1)
    return near and abs(below.x0 - above.x0) <= _BESIDE
