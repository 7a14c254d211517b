"""Services set as cards in tables: the name in a row over all columns, labels with their values in the rows below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from iepaudit.model.field import Place
from iepaudit.model.iep import Block
from iepaudit.parse.measures import read_measure
from iepaudit.parse.tables import Grid, GridCell, cell_of, flat
from iepaudit.segment.known_labels import service_labels

_LONGEST_TITLE = 12  # words
_LONGEST_LABEL = 6
_FEWEST_LABELS = 3
_HOW_MUCH = frozenset({"amount", "frequency"})
_ONLY_LABEL = re.compile(
    r"(?:(?:type|kind|nature|name|title) of )?(?:the )?services?(?:\(s\))?(?: (?:type|kind|name|nature|area|title))?",
    re.IGNORECASE,
)
_UNIT_ALONE = re.compile(r"(?<!\d)(?:^|\s)(?:hours?|minutes?|mins?\.?|hrs?\.?)(?=\s|$)", re.IGNORECASE)
_MAIN = re.compile(r"(?:primary|main|lead)\b.{0,20}", re.IGNORECASE)

Pair = tuple[GridCell, GridCell | None]


def only_labels_service(label: str) -> bool:
    """Whether a label says "Service" or "Type of service", and is not itself part of the name, as "Specially designed
    instruction: reading" is."""
    return _ONLY_LABEL.fullmatch(label.strip(" :")) is not None


def under_titles(grid: Grid) -> list[dict[int, GridCell]]:
    """Rows of heads and rows of values, a pair for each service, of a table in which a row over all columns names a
    service and every row below it begins with a label; none for other tables."""
    rows: list[dict[int, GridCell]] = []
    starts = [n for n, row in enumerate(grid.rows) if _is_title(row)]
    if not starts or starts[0] != 0:
        return []
    for first, last in zip(starts, [*starts[1:], len(grid.rows)], strict=True):
        pairs = [pair for row in grid.rows[first + 1 : last] for pair in _pairs_in(row)]
        if not _is_card(pairs):
            return []
        rows += _as_rows(grid.rows[first][0], pairs)
    return rows


def _is_title(row: dict[int, GridCell]) -> bool:
    """Whether a row is one cell of a few words that are no label without a value."""
    text = flat(row[0].printed) if set(row) == {0} else ""
    short = 0 < len(text.split()) <= _LONGEST_TITLE and text[:1].isupper()
    return short and not _meaning(text) and text[-1] not in ".?:"


def _pairs_in(row: dict[int, GridCell]) -> list[Pair]:
    """The labels of a row, each with what stands in its own cell or in those up to the next one. What a row tells of
    the service in words of its own is a remark."""
    within = [labels_and_values(row[c]) if row[c].blocks[0].label else [] for c in sorted(row)]
    if all(within):
        return [pair for own in within for pair in own]
    if set(row) == {0} and not any(b.label for b in row[0].blocks) and len(row[0].text.split()) > _LONGEST_LABEL:
        return [(_told(row[0].blocks[0], "Comments"), row[0])]
    pairs: list[tuple[GridCell, list[GridCell]]] = []
    for column in sorted(row):
        cell = row[column]
        text = flat(cell.printed)
        if not pairs or (_meaning(text) and text[0].isupper() and pairs[-1][1]):  # "times per" is form between blanks
            pairs.append((cell, []))
        else:
            pairs[-1][1].append(cell)
    return [(label, _joined(cells)) for label, cells in pairs]


def _plain(text: str) -> str:
    return text.replace("(s)", "s")


def _joined(cells: Sequence[GridCell]) -> GridCell | None:
    """Several cells as one value, without the units of blanks that were left empty ("__ hour(s) 30 minutes")."""
    if len(cells) < 2:
        return _main(cells[0]) if cells else None
    named = [cell for cell in cells if any(_MAIN.fullmatch(b.label) for b in cell.blocks)]
    if named:
        return _main(named[0])
    text = _UNIT_ALONE.sub("", _plain(" ".join(flat(cell.printed) for cell in cells))).strip()
    place = cells[0].place
    return GridCell(text, text, Place(place.page, place.box, text), tuple(b for c in cells for b in c.blocks))


def _main(cell: GridCell) -> GridCell:
    """The value behind "Primary:" alone, where a cell has that and others."""
    chosen = [replace(b, label="") for b in cell.blocks if _MAIN.fullmatch(b.label) and b.filled]
    return cell_of(chosen) if chosen else cell


def _meaning(text: str) -> str | None:
    short = 0 < len(text.split()) <= 6 and not any(c.isdigit() for c in text)
    return service_labels().name_of(text) if short else None


def _is_card(pairs: Sequence[Pair]) -> bool:
    """Whether most labels are those of a service, and one of them says how much."""
    known = [_meaning(flat(label.printed)) for label, _ in pairs]
    told = [flat(value.text) for label, value in pairs if value is not None and _meaning(flat(label.printed))]
    labels = sum(value is not None and bool(_meaning(flat(value.printed))) for _, value in pairs)
    if 2 * labels > len(pairs):
        return False  # heads of columns, two by two
    much = _HOW_MUCH & set(known) or any(read_measure(text).amount for text in told)
    return bool(much) and sum(name is not None for name in known) >= max(_FEWEST_LABELS, 2 * len(pairs) / 3)


def _as_rows(title: GridCell, pairs: Sequence[Pair]) -> list[dict[int, GridCell]]:
    """A row of heads and one of values. What is labelled like a name says how much where it holds that, and else more
    about the service."""
    label, colon, rest = flat(title.printed).partition(":")
    name = rest.strip() if colon and only_labels_service(label) else flat(title.printed)
    page, box = title.place.page, title.place.box
    heads = {0: GridCell("", "Service", title.place, title.blocks)}
    values = {0: GridCell(name, name, Place(page, box, name), ())}
    for column, (head, value) in enumerate(pairs, 1):
        heads[column] = head
        if _meaning(flat(head.printed)) == "name":
            timed = value is not None and read_measure(flat(value.text)).amount
            heads[column] = replace(head, text="", printed="Amount" if timed else "Comments", blocks=())
        if value is not None:
            values[column] = value
    return [heads, values]


def is_field(text: str) -> bool:
    """A label, of what goals a service serves or in how large a group as well."""
    short = 0 < len(text.split()) <= 6 and not any(c.isdigit() for c in text)
    return short and service_labels().name_of(text) not in (None, "weekday")


def labels_and_values(cell: GridCell) -> list[tuple[GridCell, GridCell]]:
    """A cell divided below each of its labels, where it has several; or below the one on its first line."""
    named = [b for b in cell.blocks if b.label and b.filled]
    if len(named) > 1 and named[0] is cell.blocks[0] and all(is_field(b.label) for b in named):
        return [(_told(b, b.label), cell_of([replace(b, label="")])) for b in named]
    one = _label_and_value(cell)
    return [one] if one else []


def _label_and_value(cell: GridCell) -> tuple[GridCell, GridCell] | None:
    """A cell divided below the label on its first line."""
    first = cell.blocks[0]
    if first.label and is_field(first.label) and first.filled:
        return _told(first, first.label), cell_of([replace(first, label=""), *cell.blocks[1:]])
    if len(cell.blocks) > 1 and not first.label and is_field(first.text):
        return cell_of(cell.blocks[:1]), cell_of(cell.blocks[1:])
    texts = [line.text.strip() for line in first.lines]
    if len(cell.blocks) == 1 and len(texts) > 1 and not first.label and is_field(texts[0]):
        return _told(first, texts[0]), _told(first, " ".join(texts[1:]))
    return None


def _told(block: Block, text: str) -> GridCell:
    return GridCell(text, text, Place(block.place.page, block.place.box, text), ())
